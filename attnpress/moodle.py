"""Questions as Moodle imports them: Moodle XML, GIFT, and what is wrong with a file that Moodle would refuse.

https://docs.moodle.org/en/Moodle_XML_format   https://docs.moodle.org/en/GIFT_format
A Number becomes VARIANTS questions in a category of its own, from which a quiz takes one at random for each student.
"""

import base64
import re
from functools import cache
from itertools import groupby
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

import numpy as np
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

from attnlib.classroom import course
from attnlib.classroom.exercises.student_number import student_random
from attnlib.classroom.labels import current_language, label, use_language
from attnlib.classroom.labels.formatting import fixed
from teaching.questions import Choice, Number, text

VARIANTS = 5
GIFT_SIGNS = re.compile(r"([~=#{}:\\])")


def _formula(tex, options):
    return rf"\[{tex}\]" if options["display_mode"] else rf"\({tex}\)"   # what Moodle's MathJax filter looks for


MARKDOWN = MarkdownIt("commonmark").use(dollarmath_plugin, allow_space=False, renderer=_formula)


@cache   # XML, GIFT and sheets show the same ones
def _drawn(question, language, number):
    """A question's picture for one student number: the PNG's bytes and its words."""
    before = current_language()
    use_language(language)   # a picture speaks the notebook's, and here there is none
    try:
        picture = question.picture(**question.values(number))
        return picture.png(), picture.alt
    finally:
        use_language(before)


class Asked:
    """A question for one student number, its texts in one language as HTML."""

    def __init__(self, question, language, number=None):
        self.question, self.language, self.number = question, language, number
        self.values = question.values(number)
        if isinstance(question, Number):
            self.answer = round(float(question.answer(**self.values)), question.decimals)

    def markdown(self, both):
        values = self.values
        if isinstance(self.question, Number):
            values = values | {"answer": self.figure(self.answer)}
        return text(both, self.language, values)

    def figure(self, number):
        """With as many decimals as the question asks for."""
        return fixed(number, self.question.decimals, self.language)

    def html(self, both):
        return MARKDOWN.render(self.markdown(both)).strip()

    def picture(self):
        """The PNG's bytes and its words; None where the question has no picture."""
        return self.question.picture and _drawn(self.question, self.language, self.number)

    def picture_tag(self):
        """The picture as an <img> that holds it, or None."""
        if not (drawn := self.picture()):
            return None
        source = "data:image/png;base64," + base64.b64encode(drawn[0]).decode("ascii")
        return ElementTree.tostring(Element("img", src=source, alt=drawn[1], width="640"), encoding="unicode")

    def options(self):
        """[(letter, option, feedback, whether it is right)] of a Choice, in each student's own order."""
        question = self.question
        found = [(question.right, question.why, True), *((wrong.answer, wrong.why, False) for wrong in question.wrong)]
        order = student_random(f"{self.number or ''} {question.key}, options").permutation(len(found))
        return [(letter, *found[i]) for letter, i in zip("ABCDEFGH", order, strict=False)]

    @property
    def right_letter(self):
        return next(letter for letter, *_, right in self.options() if right)

    def rubric(self):
        """An Open question's, as a list in Markdown."""
        return "\n".join(f"- {points}: {self.markdown(one)}" for points, one in self.question.rubric)

    def wrong_numbers(self):
        """[(number, feedback)] of a Number."""
        return [(round(float(wrong.answer(**self.values)), self.question.decimals), wrong.why)
                for wrong in self.question.wrong if wrong.answer]

    def for_the_grader(self):
        """An Open question's model answer, rubric and usual wrong answers, as HTML."""
        rows = "".join(f"<tr><td>{points}</td><td>{self.html(one)}</td></tr>" for points, one in self.question.rubric)
        wrong = "".join(f"<li>{self.html(one.why)}</li>" for one in self.question.wrong)
        return (f"{self.html(self.question.answer)}<table><tr><th>{label('questions-points', self.language)}</th>"
                f"<th>{label('questions-criterion', self.language)}</th></tr>{rows}</table>"
                f"<p>{label('questions-wrong', self.language)}</p><ul>{wrong}</ul>")


def category(lesson, language, question=None):
    parts = ["$course$", "top", label("questions-course", language), f"{course.NUMBERS.get(lesson, '')} {lesson}".strip()]
    return "/".join([*parts, *([question.key] if question else [])])


def _figure(number):
    """A number as both formats read it: a point, and no exponent."""
    return np.format_float_positional(number, precision=9, trim="-")


def variants(question):
    """The student numbers of the variants that are exported: VARIANTS of them with numbers that differ, if there are so many."""
    if not (isinstance(question, Number) and question.varies):
        return [None]
    found = {}
    for number in range(1, 10 * VARIANTS):
        found.setdefault(repr(question.values(number)), number)
    return list(found.values())[:VARIANTS]


def exported(lesson, found, language):
    """[(category, the questions in it, one after the other), …]: a question with variants has a category of its own."""
    asked = [[Asked(question, language, number) for number in variants(question)] for question in found]
    return [(where, [one for variants in together for one in variants]) for where, together in groupby(
        asked, lambda variants: category(lesson, language, variants[0].question if len(variants) > 1 else None))]


def title(lesson, asked):
    """As a teacher finds it in Moodle."""
    return f"{lesson} · {asked.question.key}" + (f" · {asked.number}" if asked.number else "")


# --- Moodle XML ----------------------------------------------------------------------------------------------------

def moodle_xml(lesson, found, language):
    """A lesson's questions as the text of a Moodle XML file."""
    quiz = Element("quiz")
    for where, together in exported(lesson, found, language):
        _text(SubElement(SubElement(quiz, "question", type="category"), "category"), where)
        for asked in together:
            _question(quiz, lesson, asked)
    ElementTree.indent(quiz)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(quiz, encoding="unicode") + "\n"


def _text(parent, content):
    SubElement(parent, "text").text = content


def _rich(parent, name, html):
    element = SubElement(parent, name, format="html")
    _text(element, html)
    return element


def _question(quiz, lesson, asked):
    question = asked.question
    kind = "multichoice" if isinstance(question, Choice) else "numerical" if isinstance(question, Number) else "essay"
    made = SubElement(quiz, "question", type=kind)
    _text(SubElement(made, "name"), title(lesson, asked))
    body = _rich(made, "questiontext", asked.html(question.ask))
    if drawn := asked.picture():
        png, alt = drawn
        _image(body, png, alt)
    feedback = {"multichoice": lambda: "", "numerical": lambda: asked.html(question.how), "essay": lambda: ""}[kind]()
    _rich(made, "generalfeedback", feedback)
    SubElement(made, "defaultgrade").text = str(question.points)
    SubElement(made, "penalty").text = "0"
    if kind == "multichoice":
        SubElement(made, "single").text = "true"
        SubElement(made, "shuffleanswers").text = "true"
        SubElement(made, "answernumbering").text = "abc"
        for _, option, why, right in asked.options():
            _answer(made, asked.html(option), asked.html(why), right)
    elif kind == "numerical":
        _answer(made, _figure(asked.answer), "", True, format="plain_text", tolerance=question.margin)
        for wrong, why in asked.wrong_numbers():
            _answer(made, _figure(wrong), asked.html(why), False, format="plain_text", tolerance=question.margin / 2)
    else:
        SubElement(made, "responseformat").text = "editor"
        SubElement(made, "responserequired").text = "1"
        SubElement(made, "responsefieldlines").text = "15"
        SubElement(made, "attachments").text = "0"
        _rich(made, "graderinfo", asked.for_the_grader())
    tags = SubElement(made, "tags")
    for tag in (lesson, question.level, question.task):
        if tag:
            _text(SubElement(tags, "tag"), tag)


def _answer(made, content, why, right, format="html", tolerance=None):
    answer = SubElement(made, "answer", fraction="100" if right else "0", format=format)
    _text(answer, content)
    _rich(answer, "feedback", why)
    if tolerance is not None:
        SubElement(answer, "tolerance").text = _figure(tolerance)


def _image(body, png, alt):
    tag = Element("img", src="@@PLUGINFILE@@/picture.png", alt=alt, width="640")
    body[0].text += "<p>" + ElementTree.tostring(tag, encoding="unicode") + "</p>"
    file = SubElement(body, "file", name="picture.png", path="/", encoding="base64")
    file.text = base64.b64encode(png).decode("ascii")


# --- GIFT ----------------------------------------------------------------------------------------------------------

def gift(lesson, found, language):
    """A lesson's questions as the text of a GIFT file. GIFT has no place for a rubric: it stands in an essay's feedback."""
    parts = []
    for where, together in exported(lesson, found, language):
        parts += [f"$CATEGORY: {where}", *(_gift(lesson, asked) for asked in together)]
    return "\n\n".join(parts) + "\n"


def _plain(html):
    """HTML in GIFT: on one line, its signs escaped."""
    return GIFT_SIGNS.sub(r"\\\1", " ".join(html.split()))


def _gift(lesson, asked):
    question = asked.question
    body = asked.html(question.ask)
    body += asked.picture_tag() or ""
    if isinstance(question, Choice):
        answers = "\n".join(f"\t{'=' if right else '~'}{_plain(asked.html(option))}#{_plain(asked.html(why))}"
                            for _, option, why, right in asked.options())
        block = f"{{\n{answers}\n}}"
    elif isinstance(question, Number):
        wrong = "".join(f"\n\t=%0%{_figure(number)}:{_figure(question.margin / 2)}#{_plain(asked.html(why))}"
                        for number, why in asked.wrong_numbers())
        right = f"{_figure(asked.answer)}:{_figure(question.margin)}"
        block = f"{{#\n\t={right}{wrong}\n\t####{_plain(asked.html(question.how))}\n}}"
    else:
        block = f"{{####{_plain(asked.for_the_grader())}}}"
    return f"// {question.level}{f', {question.task}' if question.task else ''}, {question.points}\n" \
           f"::{_plain(title(lesson, asked))}::[html]{_plain(body)} {block}"


# --- what Moodle would refuse --------------------------------------------------------------------------------------

KINDS = {"multichoice", "numerical", "essay", "category"}


def faults(content):
    """What is wrong with a Moodle XML file, each with the question's name: what Moodle's importer asks of these kinds."""
    try:
        quiz = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        line, column = error.position
        before = re.findall(r"<name>\s*<text>(.*?)</text>", "\n".join(content.splitlines()[:line]), re.DOTALL)
        return [f"line {line}, column {column}: no XML any more ({error.msg.partition(':')[0]}), "
                + (f"in or after the question {before[-1].strip()!r}" if before else "before the first question")]
    if quiz.tag != "quiz":
        return [f"the file holds <{quiz.tag}>, and Moodle looks for <quiz>"]
    found = quiz.findall("question")
    if not found:
        return ["the file holds no question"]
    return [f"question {_name(question) or f'number {i}'}: {fault}"
            for i, question in enumerate(found, 1) for fault in _faults(question)]


def _name(question):
    return (question.findtext("name/text") or question.findtext("category/text") or "").strip()


def _faults(question):
    kind = question.get("type")
    if kind not in KINDS:
        yield f"its type is {kind!r}, and this bank writes {', '.join(sorted(KINDS))}"
        return
    if not _name(question):
        yield "has no name" if kind != "category" else "names no category"
    if kind == "category":
        return
    if not (question.findtext("questiontext/text") or "").strip():
        yield "asks nothing: <questiontext> is empty"
    if not _is_number(question.findtext("defaultgrade", "1")):
        yield f"its points are {question.findtext('defaultgrade')!r}, and must be a number"
    files = {file.get("name") for file in question.iter("file")}
    for missing in set(re.findall(r"@@PLUGINFILE@@/([^\"'\s>]+)", question.findtext("questiontext/text") or "")) - files:
        yield f"shows {missing}, which the file does not hold"
    answers = question.findall("answer")
    if kind == "multichoice" and len(answers) < 2:
        yield f"has {len(answers)} options, and needs two or more"
    if kind != "essay":
        for answer in answers:
            if not _is_number(answer.get("fraction", "")):
                yield f"an answer's fraction is {answer.get('fraction')!r}, and must be a number"
            if not (answer.findtext("text") or "").strip():
                yield "an answer is empty"
        if [answer.get("fraction") for answer in answers].count("100") != 1:
            yield "needs exactly one answer with fraction 100"
    if kind == "numerical":
        for answer in answers:
            for what, number in (("an answer", answer.findtext("text")), ("a tolerance", answer.findtext("tolerance", "0"))):
                if not _is_number(number):
                    yield f"{what} is {number!r}, and must be a number with a decimal point"


def _is_number(content):
    return bool(re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", (content or "").strip()))

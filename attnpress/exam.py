"""An examination on paper, in which each student has numbers of their own, drawn from the student number.

    python -m attnpress.exam to-masks --students class.csv --course "Aprendizado de máquina" --minutes 50
        build/exam/ko/exam.pdf and exam-key.pdf, the same in pt

What is asked is one of the ready examinations of teaching/exams.py, or questions named LESSON/KEY as in the lists that
`make pack` prints, or both. Printing needs a Chromium on the machine.
"""

import argparse
import csv
import html
import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from attnlib.classroom.labels import label
from attnpress.assets import ExportError
from attnpress.browser import chromium, chromium_path
from attnpress.moodle import Asked
from attnpress.pack import paper, print_pdf
from attnpress.paths import LANGUAGES, ROOT
from attnpress.questions import sheet
from teaching.exams import EXAMS, ExamError, chosen_questions

OUT = ROOT / "build" / "exam"
NUMBER_COLUMNS = ("matrícula", "matricula", "ra", "학번", "number", "id")


def students(path):
    """The student numbers of a class list: a CSV file, one student a line, a column named matrícula, 학번 or number; or no
    header and the numbers in front. Raises ExamError that names the line of a number that cannot be one."""
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ExamError(f"{path.name} is not written in UTF-8: save it as “CSV UTF-8”") from None
    except FileNotFoundError:
        raise ExamError(f"there is no file {path}") from None
    first = content.partition("\n")[0]
    delimiter = max("\t;,", key=first.count)   # a tab where there is one column: 2,02E+09 is one cell
    rows = list(csv.reader(content.splitlines(), delimiter=delimiter))
    head = [re.sub(r"\s", "", cell).lower() for cell in rows[0]] if rows else []
    column = next((head.index(name) for name in NUMBER_COLUMNS if name in head), None)
    if column is None and head and not any(re.search(r"\d", cell) for cell in head):
        raise ExamError(f"{path.name}, line 1: no column is named {' or '.join(NUMBER_COLUMNS)}; the others are "
                        f"{', '.join(head)}")
    found = {}
    for line, row in enumerate(rows[column is not None:], 1 + (column is not None)):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(rows[0]):
            raise ExamError(f"{path.name}, line {line}: has {len(row)} cells, and the first line {len(rows[0])}")
        number = row[column or 0].strip() if len(row) > (column or 0) else ""
        if re.fullmatch(r"\d+[.,]\d+[eE]\+?\d+", number):
            raise ExamError(f"{path.name}, line {line}: {number!r} was shortened by a spreadsheet: "
                                "format the column as text and save again")
        if not re.fullmatch(r"[\w./-]*\d[\w./-]*", number):
            raise ExamError(f"{path.name}, line {line}: {number!r} is no student number")
        if number in found:
            raise ExamError(f"{path.name}, line {line}: {number!r} stands in line {found[number]} too")
        found[number] = line
    if not found:
        raise ExamError(f"{path.name} names no student")
    return list(found)


def exam(found, numbers, language, solved, course="", minutes=50):
    """The parts of an examination, each student's on pages of their own."""
    total = label("questions-worth", language, points=sum(question.points for question in found))
    length = label("questions-minutes", language, minutes=minutes)
    for number in numbers:
        who = "" if solved else f"<span>{label('pack-name', language)}</span><span>{label('questions-date', language)}</span>"
        yield (f'# {label("questions-key" if solved else "questions-exam", language)}\n\n'
               f"{label('questions-of-course', language)} {html.escape(course) or '_' * 40} · {length} · {total}\n\n"
               f'<div class="who"><span>{label("pack-number", language)} {number}</span>{who}</div>')
        for i, question in enumerate(found, 1):
            yield sheet(Asked(question, language, number), f"{i}.", solved)


def write(names, path, out=OUT, course="", minutes=50):
    found, numbers = chosen_questions(names), students(path)
    if chromium_path() is None:
        raise ExamError("no Chromium on this machine, and the examination is printed with one: install `chromium`")
    with sync_playwright() as playwright, chromium(playwright) as browser:
        page = browser.new_page()
        for language in LANGUAGES:
            (out / language).mkdir(parents=True, exist_ok=True)
            for solved, name in ((False, "exam"), (True, "exam-key")):
                text = paper(exam(found, numbers, language, solved, course, minutes), label("questions-exam", language), language)
                # each student on pages of their own
                print_pdf(page, text.replace("</style>", "h1 { break-before: page; }</style>", 1), out / language / f"{name}.pdf")
            print(out / language / "exam.pdf")


def main():
    parser = argparse.ArgumentParser(description="Print an examination, each student's with numbers of their own.")
    parser.add_argument("question", nargs="+", metavar="NAME", help=f"a question, LESSON/KEY, or one of {', '.join(EXAMS)}")
    parser.add_argument("--students", type=Path, required=True, metavar="CSV", help="the class: a student number a line")
    parser.add_argument("--course", default="", help="the course's name, for the head of each sheet")
    parser.add_argument("--minutes", type=int, default=50, help="how long it lasts (50)")
    options = parser.parse_args()
    try:
        write(options.question, options.students, course=options.course, minutes=options.minutes)
    except (ExamError, ExportError, OSError) as error:
        sys.exit(f"no examination is printed: {error}")


if __name__ == "__main__":
    main()

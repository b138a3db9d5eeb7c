"""The teacher's pack of every lesson, as PDF: a worksheet with blanks, its answer key, and the teacher's sheet. `make pack`

    build/pack/ko/03_self-attention-worksheet.pdf  -key.pdf  -teacher.pdf  -questions.pdf  -questions-key.pdf
    build/pack/ko/semester.pdf …    inventory-questions.pdf  -questions-key.pdf      with all lessons

The first three are made from the lesson's own cells: exercises and solutions, the speaker's notes, and what the checks say
about the usual mistakes. The last two are the lesson's part of the question bank. Printing needs a Chromium on the machine.
"""

import argparse
import ast
import re
import sys
import tempfile
from pathlib import Path

import nbformat
import numpy as np
from playwright.sync_api import sync_playwright
from tqdm import tqdm

from attnlib.classroom import check
from attnlib.classroom.labels import label
from attnpress import guide
from attnpress.assets import ExportError
from attnpress.browser import chromium, chromium_path
from attnpress.export import markdown_page
from attnpress.paths import LANGUAGES, ROOT, chosen, sources, target
from attnpress.prove import text_of
from attnpress.questions import sheets as question_sheets
from attnpress.slides import slide_type
from attnpress.source import SourceError, compose, slug
from teaching.questions import questions

OUT = ROOT / "build" / "pack"
PAGE = {"format": "A4", "margin": {"top": "16mm", "bottom": "16mm", "left": "14mm", "right": "14mm"}, "print_background": True}
STYLE = """<style>
  .blank { margin: 8px 0 20px; border: 1px solid #888; border-radius: 6px; }
  .who { display: flex; gap: 10mm; } .who span { flex: 1; padding-bottom: 8mm; border-bottom: 1px solid #888; }
  .cell, li { break-inside: avoid; }   /* a part is an exercise, or a note */
</style>"""
ONE_LINE, MORE = 24, 8   # millimetres of a blank for an answer of one line, and for each line more


def exercises(cells):
    """[(the cells that ask, starter, check, solution), …] of a composed notebook."""
    found, asking = [], []
    for cell in cells:
        tags = cell.metadata.get("tags", ())
        if "exercise" in tags:
            found.append([asking, cell])
            asking = []
        elif "exercise-check" in tags:
            found[-1].append(cell)
        elif "exercise-solution" in tags:
            found[-1].append(cell)
            asking = []
        elif slide_type(cell) != "notes":
            # an exercise begins at its heading, and a cell may compute something before it asks
            asking = [cell] if cell.cell_type == "markdown" and cell.source.startswith("#") else asking + [cell]
    return found


def stored_outputs(path):
    """{(cell, source): what it shows as text} in a built notebook: a worksheet shows the numbers that an exercise starts from."""
    cells = nbformat.read(path, as_version=4).cells if path.exists() else []
    return {(cell.id, cell.source): "".join(map(text_of, cell.outputs)) for cell in cells if cell.cell_type == "code"}


def _with_output(cell, outputs, code=True):
    """A cell as Markdown: prose as it is, code with what it printed."""
    if cell.cell_type == "markdown":
        return cell.source
    text = outputs.get((cell.id, cell.source), "").rstrip()
    return "\n\n".join(f"```{kind}\n{part}\n```" for kind, part in (("python", cell.source if code else ""), ("", text)) if part)


def worksheet(notebook, solved, outputs):
    """The exercises with blanks, or with their solutions."""
    language = notebook.metadata["attnlib"]["language"]
    kind = label("pack-key" if solved else "pack-worksheet", language)
    yield f"# {notebook.metadata['title']}\n\n{kind}"
    if not solved:
        yield f'<div class="who"><span>{label("pack-name", language)}</span><span>{label("pack-number", language)}</span></div>'
    for asking, starter, _, solution in exercises(notebook.cells):
        lines = re.search(r"```python\n(.*?)\n```", solution.source, re.DOTALL)[1].count("\n")
        yield "\n\n".join([
            *(_with_output(cell, outputs) for cell in asking), _with_output(starter, outputs, code=not solved),
            re.sub("</?details>", "", solution.source).replace("summary>", "strong>") if solved
            else f'<div class="blank" style="height: {ONE_LINE + MORE * lines}mm"></div>'])


def mistakes(checking):
    """[(mistake, wrong answer), …] that the check of an exercise knows; None where no one answer is meant."""
    exercise = getattr(check, ast.parse(checking.source).body[-1].value.func.attr)
    known = {}
    for right in exercise.rights():
        # a function's results are many, and an example is not what the lesson's cells made
        one_answer = right.cases is None and exercise.example is None
        for mistake in right.mistakes:
            known.setdefault(mistake.name, (mistake, mistake.value if one_answer else None))
    return list(known.values())


def teacher(notebook, language):
    """The plan and the notes, each under its part of the lesson; then what to say to each usual wrong answer."""
    yield f"# {notebook.metadata['title']}\n\n{label('pack-teacher', language)}"
    heading, shown = None, None
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        if found := re.match(r"#{2,3} (.+)", cell.source):
            heading = found[1]
        if slide_type(cell) == "notes":
            title = f"### {heading}\n\n" if heading and heading != shown else ""
            shown = heading
            # the sheet's title says whom the notes are for, and each sentence gets a line
            yield title + re.sub(r"^<strong>[^<]*</strong> *", "", cell.source).replace("\n", "  \n")
    yield f"## {label('pack-mistakes', language)}\n\n{label('pack-how', language)}"
    for asking, starter, checking, _ in exercises(notebook.cells):
        title = next((found[1] for cell in asking if (found := re.match(r"#{2,4} (.+)", cell.source))), starter.id)
        yield f"### {title}\n\n" + "\n".join(_what_to_say(*one, language) for one in mistakes(checking))


def _what_to_say(mistake, answer, language):
    message = re.sub(r"\{\w+\}", "…", getattr(mistake, language)).lstrip("✗ ")
    if answer is None:
        return f"- {message}"
    shown = np.asarray(answer)
    shown = shown if shown.dtype == bool else np.round(shown, 4) + 0
    return f"- `{shown.tolist()}` → {message}"


def paper(parts, title, language):
    """Markdown parts as HTML for paper."""
    return markdown_page(parts, title, language).replace("</head>", STYLE + "</head>", 1)


def print_pdf(page, text, path):
    """Print HTML by a page of the browser."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "sheet.html"
        draft.write_text(text, encoding="utf-8")
        page.goto(draft.as_uri())
        page.pdf(path=path, **PAGE)


def write(names, browser, out=OUT, root=ROOT):
    page = browser.new_page()
    for name, language in tqdm([(name, language) for language in LANGUAGES for name in names], unit="lesson"):
        notebook = compose(sources(root)[name], language, root)
        (out / language).mkdir(parents=True, exist_ok=True)
        outputs = stored_outputs(target(sources(root)[name], language, root))
        sheets = {"worksheet": worksheet(notebook, False, outputs), "key": worksheet(notebook, True, outputs),
                  "teacher": teacher(notebook, language)}
        if questions(slug(name)):
            sheets |= {"questions": question_sheets(slug(name), language, False),
                       "questions-key": question_sheets(slug(name), language, True)}
        for kind, parts in sheets.items():
            print_pdf(page, paper(parts, notebook.metadata["title"], language), out / language / f"{name}-{kind}.pdf")


def write_around(browser, out=OUT):
    """What stands around the lessons: the pages for teachers, and the questions of the first and the last day."""
    page = browser.new_page()
    for language in LANGUAGES:
        (out / language).mkdir(parents=True, exist_ok=True)
        for name in guide.NAMES:
            print_pdf(page, guide.html(name, language, linked=False), out / language / f"{name}.pdf")
        for solved, kind in ((False, "questions"), (True, "questions-key")):
            text = paper(question_sheets("inventory", language, solved), label("questions-inventory", language), language)
            print_pdf(page, text, out / language / f"inventory-{kind}.pdf")


def main():
    parser = argparse.ArgumentParser(description="Print worksheets, answer keys and teachers' sheets.")
    parser.add_argument("lesson", nargs="*", help="such as 03_self-attention; all if none is named")
    options = parser.parse_args()
    names = list(chosen(options.lesson, parser))
    if chromium_path() is None:
        sys.exit("no Chromium on this machine, and the sheets are printed with one: install `chromium` and try again")
    with sync_playwright() as playwright, chromium(playwright) as browser:
        try:
            write(names, browser)
            if not options.lesson:
                write_around(browser)
        except (SourceError, ExportError, OSError) as error:
            sys.exit(f"not all sheets are printed: {error}")
    print(OUT)


if __name__ == "__main__":
    sys.exit(main())

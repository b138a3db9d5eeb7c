"""The teacher's pack of every lesson, as PDF: a worksheet with blanks, its answer key, and the teacher's sheet. `make pack`

    build/pack/ko/03_self-attention-worksheet.pdf  -key.pdf  -teacher.pdf

All three are made from the lesson's own cells: exercises and solutions, the speaker's notes, and what the checks say about
the usual mistakes. Printing needs a Chromium on the machine.
"""

import argparse
import inspect
import re
import sys
import tempfile
from pathlib import Path

import nbformat
from playwright.sync_api import sync_playwright
from tqdm import tqdm

from attnlib.classroom import check
from attnlib.classroom.labels import LABELS, label, use_language
from press.browser import chromium, chromium_path
from press.export import LessonExporter
from press.source import LANGUAGES, ROOT, chosen, compose, sources

OUT = ROOT / "build" / "pack"
PAGE = {"format": "A4", "margin": {"top": "16mm", "bottom": "16mm", "left": "14mm", "right": "14mm"}, "print_background": True}
STYLE = """<style>
  .blank { height: 38mm; margin: 8px 0 20px; border: 1px solid #888; border-radius: 6px; }
  .who { display: flex; gap: 10mm; } .who span { flex: 1; padding-bottom: 8mm; border-bottom: 1px solid #888; }
  pre, .blank { break-inside: avoid; }
</style>"""


def exercises(cells):
    """[(prose cells, starter, name of the check, solution), …] of a composed notebook."""
    found, prose = [], []
    for cell in cells:
        tags = cell.metadata.get("tags", ())
        if "exercise" in tags:
            found.append([prose, cell])
            prose = []
        elif "exercise-check" in tags:
            found[-1].append(re.search(r"check\.(\w+)\(", cell.source)[1])
        elif "exercise-solution" in tags:
            found[-1].append(cell)
            prose = []
        elif cell.cell_type == "markdown" and cell.metadata.get("slideshow", {}).get("slide_type") != "notes":
            # an exercise's text begins at its heading
            prose = [cell] if cell.source.startswith("#") else prose + [cell]
        else:
            prose = []
    return found


def worksheet(notebook, solved):
    """The exercises with blanks, or with their solutions."""
    kind = label("pack-key" if solved else "pack-worksheet")
    yield f"# {notebook.metadata['title']}\n\n{kind}"
    if not solved:
        yield f'<div class="who"><span>{label("pack-name")}</span><span>{label("pack-number")}</span></div>'
    for prose, starter, _, solution in exercises(notebook.cells):
        yield from (cell.source for cell in prose)
        if solved:
            yield re.sub(r"</?(details|summary)>", "", solution.source)
        else:
            yield f'```python\n{starter.source}\n```\n\n<div class="blank"></div>'


def teacher(notebook, language):
    """The plan and the notes, each under its part of the lesson; then what to say to each usual wrong answer."""
    yield f"# {notebook.metadata['title']}\n\n{label('pack-teacher')}"
    heading, shown = None, None
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        if found := re.match(r"#{2,3} (.+)", cell.source):
            heading = found[1]
        if cell.metadata.get("slideshow", {}).get("slide_type") == "notes":
            if heading and heading != shown:
                yield f"### {heading}"
            shown = heading
            yield cell.source
    yield f"## {label('pack-mistakes')}"
    for prose, _, name, _ in exercises(notebook.cells):
        said = dict.fromkeys(re.findall(r'"(mistake-[a-z0-9-]+)"', inspect.getsource(getattr(check, name).right)))
        title = next((found[1] for cell in prose if (found := re.match(r"#{2,4} (.+)", cell.source))), name)
        messages = [re.sub(r"\{\w+\}", "…", LABELS[key][LANGUAGES.index(language)]) for key in said]
        yield f"### {title}\n\n" + "\n".join(f"- {message.lstrip('✗ ')}" for message in messages)


def html(notebook, parts):
    """A page of Markdown parts, in the lesson's own look."""
    page = nbformat.v4.new_notebook(metadata=notebook.metadata)
    page.cells = [nbformat.v4.new_markdown_cell(part, id=f"part-{number}") for number, part in enumerate(parts)]
    text, _ = LessonExporter().from_notebook_node(page)
    return text.replace("</head>", STYLE + "</head>", 1)


def write(names, browser, out=OUT, root=ROOT):
    page = browser.new_page()
    with tempfile.TemporaryDirectory() as folder:
        for name, language in tqdm([(name, language) for language in LANGUAGES for name in names], unit="lesson"):
            notebook = compose(sources(root)[name], language, root)
            use_language(language)
            (out / language).mkdir(parents=True, exist_ok=True)
            sheets = {"worksheet": worksheet(notebook, False), "key": worksheet(notebook, True), "teacher": teacher(notebook, language)}
            for kind, parts in sheets.items():
                draft = Path(folder) / "sheet.html"
                draft.write_text(html(notebook, parts), encoding="utf-8")
                page.goto(draft.as_uri())
                page.pdf(path=out / language / f"{name}-{kind}.pdf", **PAGE)


def main():
    parser = argparse.ArgumentParser(description="Print worksheets, answer keys and teachers' sheets.")
    parser.add_argument("lesson", nargs="*", help="such as 03_self-attention; all if none is named")
    options = parser.parse_args()
    names = list(chosen(options.lesson, parser))
    if chromium_path() is None:
        sys.exit("no Chromium on this machine, and the sheets are printed with one: install `chromium` and try again")
    with sync_playwright() as playwright, chromium(playwright) as browser:
        write(names, browser)
    print(OUT)


if __name__ == "__main__":
    sys.exit(main())

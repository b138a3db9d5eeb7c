"""The teacher's pack of every lesson, as PDF: a worksheet with blanks, its answer key, and the teacher's sheet. `make pack`

    build/pack/ko/03_self-attention-worksheet.pdf  -key.pdf  -teacher.pdf

All three are made from the lesson's own cells: exercises and solutions, the speaker's notes, and what the checks say about
the usual mistakes. Printing needs a Chromium on the machine.
"""

import argparse
import ast
import inspect
import re
import sys
import tempfile
from pathlib import Path

import nbformat
import numpy as np
from playwright.sync_api import sync_playwright
from tqdm import tqdm

from attnlib.classroom import check
from attnlib.classroom.check.judge import comparisons
from attnlib.classroom.labels import LABELS, label, use_language
from attnpress.browser import chromium, chromium_path
from attnpress.export import LessonExporter
from attnpress.paths import LANGUAGES, ROOT, chosen, sources, target
from attnpress.source import compose

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
        elif cell.metadata.get("slideshow", {}).get("slide_type") != "notes":
            # an exercise begins at its heading, and a cell may compute something before it asks
            asking = [cell] if cell.cell_type == "markdown" and cell.source.startswith("#") else asking + [cell]
    return found


def printed(path):
    """{(cell, source): what it printed} in a built notebook: a worksheet shows the numbers that an exercise starts from."""
    cells = nbformat.read(path, as_version=4).cells if path.exists() else []
    return {(cell.id, cell.source): "".join(output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs)
            for cell in cells if cell.cell_type == "code"}


def _with_output(cell, outputs, code=True):
    """A cell as Markdown: prose as it is, code with what it printed."""
    if cell.cell_type == "markdown":
        return cell.source
    text = outputs.get((cell.id, cell.source), "").rstrip()
    return "\n\n".join(f"```{kind}\n{part}\n```" for kind, part in (("python", cell.source if code else ""), ("", text)) if part)


def worksheet(notebook, solved, outputs):
    """The exercises with blanks, or with their solutions."""
    kind = label("pack-key" if solved else "pack-worksheet")
    yield f"# {notebook.metadata['title']}\n\n{kind}"
    if not solved:
        yield f'<div class="who"><span>{label("pack-name")}</span><span>{label("pack-number")}</span></div>'
    for asking, starter, _, solution in exercises(notebook.cells):
        lines = re.search(r"```python\n(.*?)\n```", solution.source, re.DOTALL)[1].count("\n")
        yield "\n\n".join([
            *(_with_output(cell, outputs) for cell in asking), _with_output(starter, outputs, code=not solved),
            re.sub("</?details>", "", solution.source).replace("summary>", "strong>") if solved
            else f'<div class="blank" style="height: {ONE_LINE + MORE * lines}mm"></div>'])


def mistakes(starter, checking):
    """[(label of what to say, wrong answer), …] that the check of an exercise knows; None where no one answer is meant."""
    call = ast.parse(checking.source).body[-1].value
    judging = getattr(check, call.func.attr).right
    module = vars(inspect.getmodule(judging))
    source = inspect.getsource(judging)
    helpers = [inspect.getsource(one) for name, one in module.items() if inspect.isfunction(one) and re.search(rf"\b{name}\(", source)]
    wrong = dict.fromkeys(re.findall(r'"(mistake-[a-z0-9-]+)"', "".join([source, *helpers])))
    own = {ast.unparse(name) for one in ast.parse(starter.source).body if isinstance(one, ast.Assign) for name in one.targets}
    arguments = [ast.unparse(one) for one in call.args]
    if own.issuperset(arguments):   # else it judges by what the lesson's cells made
        for one in comparisons(judging, *(None if name == "number" else object() for name in arguments)):
            wrong |= {key: value for key, value in one.mistakes.items() if value is not None and not callable(value)}
    return wrong.items()


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
            title = f"### {heading}\n\n" if heading and heading != shown else ""
            shown = heading
            # the sheet's title says whom the notes are for, and each sentence gets a line
            yield title + re.sub(r"^<strong>[^<]*</strong> *", "", cell.source).replace("\n", "  \n")
    yield f"## {label('pack-mistakes')}\n\n{label('pack-how')}"
    for asking, starter, checking, _ in exercises(notebook.cells):
        title = next((found[1] for cell in asking if (found := re.match(r"#{2,4} (.+)", cell.source))), starter.id)
        yield f"### {title}\n\n" + "\n".join(_what_to_say(*one, language) for one in mistakes(starter, checking))


def _what_to_say(key, answer, language):
    message = re.sub(r"\{\w+\}", "…", LABELS[key][LANGUAGES.index(language)]).lstrip("✗ ")
    return f"- {message}" if answer is None else f"- `{(np.round(answer, 4) + 0).tolist()}` → {message}"


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
            outputs = printed(target(sources(root)[name], language, root))
            sheets = {"worksheet": worksheet(notebook, False, outputs), "key": worksheet(notebook, True, outputs),
                      "teacher": teacher(notebook, language)}
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

"""The lessons' sources: one bilingual MyST file each, read, and composed into one language's notebook.

Every cell has a key; a prose cell also has a language (`lang`), and stands beside its twin. Composing keeps one
language's cells, writes use_language("…") into the cell `setup`, turns each exercise into starter, check and
solution, and writes out what stands in {{ }}: a figure quoted from a paper, another lesson, the minutes to read, the box
"in PyTorch".
"""

import ast
import csv
import hashlib
import json
import re
import tomllib
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field

import jupytext
import nbformat

from attnlib.classroom.labels import LANGUAGES, decimal, label
from attnpress.paths import ROOT, sources
from attnpress.prose import LESSON, alone

QUOTED = re.compile(r"\{\{\s*([a-z0-9-]+)\s*\}\}")   # {{ key of papers.toml }}, {{ minutes }} or {{ pytorch }}
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SLIDES = ("slide", "subslide", "fragment", "skip", "notes")
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}   # of every notebook that we write


class SourceError(Exception):
    """Something in a lesson that its author can mend; the message says where."""


@dataclass
class Cell:
    """One cell of a source file."""

    kind: str                 # "code" or "markdown"
    key: str
    language: str | None      # None for code
    text: str
    line: int                 # where the cell's key stands in the source
    slide: str | None = None
    tags: list = field(default_factory=list)


# --- reading -------------------------------------------------------------------------------------------------------

def read_text(path):
    """What an author wrote, in UTF-8, with its letters composed (NFC): a Mac may write á or 가 as several characters.

    Code too: a lesson that needs them apart writes "a\\u0301".
    """
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
        readable = "\0" not in text   # UTF-16 of plain letters
        line = 1
    except UnicodeDecodeError as error:
        readable, line = False, data.count(b"\n", 0, error.start) + 1
    if not readable:
        raise SourceError(f"{path.name}:{line}: is not written in UTF-8: save it as UTF-8")
    return unicodedata.normalize("NFC", re.sub("\r\n?", "\n", text))


def read_source(path):
    """The cells of a source file, each with its key, language and line."""
    text = read_text(path)
    try:
        notebook = jupytext.reads(text, fmt="md:myst")
    except Exception as error:   # jupytext raises several kinds; all mean the same to an author
        said = ": ".join([*map(str, getattr(error, "path", ())), getattr(error, "message", str(error))])
        raise SourceError(f"{path.name}:{_unreadable_from(text)}: the cell that begins here is not readable as MyST Markdown: "
                          f"{said}") from error
    lines = iter(_key_lines(text))
    cells = []
    for cell in notebook.cells:
        data = cell.metadata
        where = f"{path.name}, the cell that starts {cell.source.strip()[:40]!r}"
        if not KEY.fullmatch(str(data.get("key", ""))):
            raise SourceError(f"{where}: needs a key of small letters, digits and hyphens, got {data.get('key')!r}")
        line, key = next(lines, (0, None)), data["key"]
        line = line[0] if line[1] == key else 0
        language = data.get("lang")
        if cell.cell_type == "markdown" and language not in LANGUAGES:
            raise SourceError(f"{path.name}:{line}: prose cell {key} has lang {language!r}, "
                              f"and needs one of {', '.join(LANGUAGES)}")
        if data.get("slide") not in (None, *SLIDES):
            raise SourceError(f"{path.name}:{line}: cell {key} has slide {data['slide']!r}, and needs one of {', '.join(SLIDES)}")
        cells.append(Cell(cell.cell_type, key, language, cell.source, line, data.get("slide"), data.get("tags", [])))
    return cells


def _unreadable_from(text):
    """The line where the first cell begins with which jupytext cannot read a source; its errors name none."""
    lines = text.splitlines(keepends=True)
    starts = [0, *(number for number, line in enumerate(lines) if number and line.startswith(("+++", "```{code-cell}")))]

    def fails(cell):
        try:
            jupytext.reads("".join(lines[:[*starts, None][cell + 1]]), fmt="md:myst")
        except Exception:
            return True
        return False

    return 1 + starts[bisect_left(range(len(starts) - 1), True, key=fails)]


def _key_lines(text):
    """(line number, key) of every cell, in order: jupytext does not keep line numbers."""
    for number, line in enumerate(text.splitlines(), 1):
        if match := re.match(r'(?:\+\+\+.*"key":\s*"|:?key:\s*)([a-z0-9-]+)', line):
            yield number, match[1]


def slug(name):
    """A lesson's name without its number: masks, of 07_masks."""
    return name.partition("_")[2]


def read_papers(root):
    """notebooks/papers.toml: every figure quoted from a paper, once."""
    return tomllib.loads(read_text(root / "notebooks" / "papers.toml"))


def read_glossary(root):
    """notebooks/glossary.csv: every term decided once, a dict a row."""
    return list(csv.DictReader(read_text(root / "notebooks" / "glossary.csv").splitlines(keepends=True)))


# --- composing -----------------------------------------------------------------------------------------------------

def compose(path, language, root=ROOT, solved=False):
    """The notebook of one language, not yet run. With `solved`, starters hold their solution (for the tests)."""
    if language not in LANGUAGES:
        raise SourceError(f"language is {language!r}, and must be one of {', '.join(LANGUAGES)}")
    cells, figures = read_source(path), read_papers(root)
    figures["minutes"] = {"value": alone(cells, language)}
    figures["pytorch"] = {"value": _pytorch(slug(path.stem), language)}
    prose = {c.key: c for c in cells if c.language == language}
    exercises = {c.key for c in cells if "exercise" in c.tags}
    reasons = {f"{key}-why" for key in exercises}
    output = []

    def filled(cell):
        where = f"{path.name}:{cell.line}: cell {cell.key}"
        text = LESSON.sub(lambda match: _link(match[1], where, language, root), cell.text)
        return QUOTED.sub(lambda match: _quote(match[1], figures, where, language), text)

    for cell in cells:
        if cell.kind == "code" and cell.key in exercises:
            why = prose.get(f"{cell.key}-why")
            output += _exercise(cell, why and filled(why), path, language, solved)
        elif cell.kind == "code":
            line = f'\nuse_language("{language}")' if cell.key == "setup" else ""
            output.append(_new(cell.kind, cell.key, cell.text + line, cell.slide, cell.tags))
        elif cell.language == language and cell.key not in reasons:
            output.append(_new(cell.kind, cell.key, filled(cell), cell.slide, cell.tags))
    notebook = nbformat.v4.new_notebook(cells=output)
    notebook.metadata = nbformat.from_dict({
        "kernelspec": KERNEL,
        "language_info": {"name": "python"},
        "title": next((_plain(c.source.splitlines()[0]) for c in output if c.cell_type == "markdown"), path.stem),
        "attnlib": {"source": path.relative_to(root).as_posix(), "language": language, "digest": digest(notebook)},
    })
    return notebook


def _plain(heading):
    """A heading without its marks: *ela* is ela."""
    return re.sub(r"(?<!\w)([*_])(\w.*?)\1(?!\w)", r"\2", heading.lstrip("# "))


def _new(kind, key, text, slide=None, tags=()):
    cell = nbformat.v4.new_code_cell(text) if kind == "code" else nbformat.v4.new_markdown_cell(text)
    cell.id = key
    if tags:
        cell.metadata["tags"] = list(tags)
    if slide:
        cell.metadata["slideshow"] = {"slide_type": slide}
    return cell


def lesson_named(lesson, where, language, root=ROOT):
    """(what a text calls another lesson, its file's name): "lição 07", "07_masks"."""
    lessons = {slug(name): name for name in sources(root)}
    if lesson not in lessons:
        raise SourceError(f"{where} names the lesson {lesson!r}; there are {', '.join(lessons)}")
    name = lessons[lesson]
    return label("numbered-lesson", language, number=name.partition("_")[0]), name


def _link(lesson, where, language, root):
    """Another lesson's number, as a link to its notebook."""
    words, name = lesson_named(lesson, where, language, root)
    return f"[{words}]({name}.ipynb)"


def _quote(key, figures, where, language):
    if key not in figures:
        raise SourceError(f"{where} quotes {key!r}, which notebooks/papers.toml does not hold")
    value = str(figures[key]["value"])
    return decimal(float(value), len(value.partition(".")[2]), language) if re.fullmatch(r"\d+\.\d+", value) else value


def _pytorch(lesson, language):
    """The folded box with the lesson's computation in PyTorch and in attnlib, and what both give; None where there is none."""
    from teaching.pytorch import box  # here: who exports a notebook may stand in any folder, who composes one in the course's
    if not (made := box(lesson)):
        return None
    torch, ours, result = made
    return "\n\n".join([f"<details>\n<summary>{label('pytorch-summary', language)}</summary>", f"```python\n{torch}\n```",
                        label("pytorch-ours", language), f"```python\n{ours}\n```", label("pytorch-both", language),
                        f"```text\n{result}\n```", "</details>"])


def exercise_parts(code):
    """{"given": [(statement, its text), …], "check": […], "answer": […]} of an exercise, by the comments `# given`, `# check`."""
    parts = {"given": [], "check": [], "answer": []}
    for statement in ast.parse(code).body:
        mark = code.splitlines()[statement.end_lineno - 1].rpartition("#")[2].strip()
        parts[mark if mark in parts else "answer"].append((statement, ast.get_source_segment(code, statement)))
    return parts


def _exercise(cell, why, path, language, solved):
    """Starter, check and solution from one cell. No slide shows them, unless the source gives the starter a place on one."""
    try:
        parts = exercise_parts(cell.text)
    except SyntaxError as error:
        raise SourceError(f"{path.name}:{cell.line}: exercise {cell.key}: {error.msg} in line {error.lineno} "
                          "of the cell") from error
    given, check, solution = ([text for _, text in parts[mark]] for mark in ("given", "check", "answer"))
    starter = [_blank(statement, cell, path) for statement, _ in parts["answer"]]
    if not solution or not check:
        raise SourceError(f"{path.name}:{cell.line}: exercise {cell.key} needs a solution and a line marked `# check`")
    explanation = f"\n\n{why}" if why else ""
    details = (f"<details>\n<summary>{label('solution', language)}</summary>\n\n```python\n" + "\n".join(solution)
               + f"\n```{explanation}\n\n</details>")
    return [
        _new("code", f"{cell.key}-starter", "\n".join(given + (solution if solved else starter)), cell.slide or "skip",
             cell.tags),
        _new("code", f"{cell.key}-check", "\n".join(check), "skip", ["exercise-check"]),
        _new("markdown", f"{cell.key}-solution", details, "skip", ["exercise-solution"]),
    ]


def _blank(statement, cell, path):
    """A solution's statement with its answer left out."""
    if isinstance(statement, ast.Assign):
        return f"{ast.unparse(statement.targets[0])} = ..."
    if isinstance(statement, ast.FunctionDef):
        return f"def {statement.name}({ast.unparse(statement.args)}):\n    ..."
    line = cell.text.splitlines()[statement.lineno - 1]
    raise SourceError(f"{path.name}:{cell.line}: exercise {cell.key}: {line!r} is neither an assignment, a function, "
                      "nor marked `# given` or `# check`")


def digest(notebook):
    """Of what an author writes: a notebook whose digest differs from its own record was edited by hand."""
    cells = [[cell.id, cell.cell_type, cell.source] for cell in notebook.cells]
    return hashlib.sha256(json.dumps(cells, ensure_ascii=False).encode()).hexdigest()[:16]

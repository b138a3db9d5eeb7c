"""From sources to executed notebooks, one per lesson and language.

    python -m attnpress.build                         what changed
    python -m attnpress.build 03_self-attention       one lesson, changed or not
    python -m attnpress.build --lang ko               one language

A notebook is composed, run from top to bottom, and only then replaced: an interrupted or failed build leaves the
old one whole, and a notebook that someone edited by hand is reported, never overwritten.
build/built.json remembers with which attnlib each was built; what it does not know counts as built with this one.
"""

import argparse
import hashlib
import json
import os
import sys
import tempfile
import textwrap

import nbformat
import zmq
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbclient.output_widget import OutputWidget
from tqdm import tqdm

from attnpress import rules
from attnpress.paths import LANGUAGES, ROOT, chosen, target
from attnpress.prose import CLASS_MINUTES, alone, core, minutes
from attnpress.source import SourceError, compose, digest, read_source


class _Output(OutputWidget):
    """nbclient's. It sends past asyncio's own socket, which then misses what came meanwhile: a cell waits for its timeout."""

    def send(self, *arguments, **named):
        super().send(*arguments, **named)
        self.kernel_client.shell_channel.socket.get(zmq.EVENTS)   # asks whether something came


def run(notebook, path):
    """Execute every cell in order, in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(notebook, timeout=120, record_timing=False, coalesce_streams=True,
                                extra_arguments=["--IPKernelApp.log_level=ERROR"],
                                resources={"metadata": {"path": folder}})
        client.widget_registry["@jupyter-widgets/output"]["OutputModel"] = _Output
        try:
            # one BLAS thread: two are slower for such small matrices, and much slower on a busy machine
            client.execute(env={**os.environ, "PYTHONHASHSEED": "0", "ATTNLIB_SOLVED": "off", "OPENBLAS_NUM_THREADS": "1"})
        except CellExecutionError as error:
            failed = next(c.id for c in notebook.cells if any(o.output_type == "error" for o in c.get("outputs", ())))
            line = next((c.line for c in read_source(path) if failed in (c.key, f"{c.key}-starter", f"{c.key}-check")), 0)
            raise SourceError(f"{path.name}:{line}: cell {failed} raises {error.ename}: {error.evalue}") from error
    return _tidy(notebook)


def _tidy(notebook):
    """Drop what differs from run to run, or from machine to machine: versions and widget model ids."""
    notebook.metadata["language_info"] = {"name": "python"}
    text = nbformat.writes(notebook)
    widgets = notebook.metadata.get("widgets", {}).get("application/vnd.jupyter.widget-state+json", {}).get("state", {})
    for number, model in enumerate(widgets):
        text = text.replace(model, f"{number:032x}")
    return nbformat.reads(text, as_version=4)


def refuse_hand_edits(notebook_path, path):
    """Nobody loses work: a notebook edited by hand is reported, never overwritten."""
    if not notebook_path.exists():
        return
    name = f"notebooks/{notebook_path.parent.name}/{notebook_path.name}"
    way_out = f"edit notebooks/source/{path.name} instead, then delete {name} (or `git checkout` it) and build again"
    try:
        old = nbformat.read(notebook_path, as_version=4)
        known = old.metadata["attnlib"]["digest"]
    except Exception as error:
        raise SourceError(f"{name} is not a notebook that this build wrote ({type(error).__name__}): {way_out}") from error
    if digest(old) != known:
        raise SourceError(f"{name} was edited by hand: {way_out}")


def is_stale(notebook_path, fresh):
    """Whether the source changed since the notebook was built."""
    if not notebook_path.exists():
        return True
    old = nbformat.read(notebook_path, as_version=4)
    return (old.metadata["attnlib"] != fresh.metadata["attnlib"]
            or [cell.metadata for cell in old.cells] != [cell.metadata for cell in fresh.cells])


def library_digest(root):
    """Of every file of attnlib: code, fonts, what models learned."""
    found = hashlib.sha256()
    for path in sorted((root / "attnlib").rglob("*.*")):
        if path.is_file() and path.suffix != ".pyc":
            found.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return found.hexdigest()[:16]


def write(notebook, path):
    """Whole or not at all."""
    path.parent.mkdir(exist_ok=True)
    draft = path.with_suffix(".draft")
    try:
        nbformat.write(notebook, draft)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _length(name, path):
    """How long a lesson takes, in a line."""
    cells, language = read_source(path), name.partition("/")[0]
    return f"{name}: {minutes(core(cells), language):.0f} of {CLASS_MINUTES} minutes in class, {alone(cells, language)} alone"


def build(paths, languages, root=ROOT, everything=False):
    """Build what is stale (or everything); returns the messages of what failed."""
    problems, work, library, record = [], [], library_digest(root), root / "build" / "built.json"
    built = json.loads(record.read_text(encoding="utf-8")) if record.exists() else {}
    for path in paths:
        try:
            broken = rules.check_source(path, root)
        except SourceError as error:
            broken = [str(error)]
        if broken:
            problems += broken
            continue
        for language in languages:
            try:
                fresh, notebook_path = compose(path, language, root), target(path, language, root)
                refuse_hand_edits(notebook_path, path)
                name = f"{language}/{path.stem}"
                if everything or is_stale(notebook_path, fresh) or built.setdefault(name, library) != library:
                    work.append((name, path, notebook_path, fresh))
            except SourceError as error:
                problems.append(str(error))
    try:
        for name, path, notebook_path, fresh in (bar := tqdm(work, unit="notebook", disable=not work)):
            bar.set_postfix_str(name)
            try:
                write(run(fresh, path), notebook_path)
                built[name] = library
                tqdm.write(_length(name, path))
            except SourceError as error:
                problems.append(str(error))
    finally:
        record.parent.mkdir(exist_ok=True)
        record.write_text(json.dumps(built, indent=1), encoding="utf-8")
    return problems + [fault for path in dict.fromkeys(path for _, path, *_ in work) for fault in rules.check_shown(path, root)]


def main(arguments=None, root=ROOT):
    parser = argparse.ArgumentParser(description="Build the notebooks whose source or library changed.")
    parser.add_argument("lesson", nargs="*", help="such as 03_self-attention; built even if nothing changed")
    parser.add_argument("--lang", choices=LANGUAGES, help="one language (default: all)")
    parser.add_argument("--all", action="store_true", help="build everything, changed or not")
    options = parser.parse_args(arguments)
    paths = list(chosen(options.lesson, parser, root).values())
    languages = [options.lang] if options.lang else list(LANGUAGES)
    try:
        problems = build(paths, languages, root, everything=options.all or bool(options.lesson))
    except KeyboardInterrupt:
        print("stopped; every notebook is whole, as it was or as built", file=sys.stderr)
        return 130
    except OSError as error:   # such as a course that cannot be written to
        problems = [f"stopped; every notebook is whole, as it was or as built: {error}"]
    for problem in problems:
        print(textwrap.fill(problem, 120, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False),
              file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

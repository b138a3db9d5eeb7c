"""Open the lessons in JupyterLab, on your own copies; updates never overwrite them.

    python -m attnpress.lab [--ui pt|ko] [options of `jupyter lab`]

work/pt and work/ko hold a student's own copies: made where missing, never touched again, ignored by git.
work/original holds the lessons as they are now, made anew each time: the way back.
Neither holds the teacher's notes. This needs what a student installs, and nothing of the printer.
"""

import argparse
import json
import os
import shutil
import sys

import nbformat

from attnlib.classroom.labels import LANGUAGES, label
from attnpress.copies import student_copy
from attnpress.jupyter import interface
from attnpress.paths import ROOT, sources, target


def prepare(root=ROOT, first=None):
    """Fill work/ and write the lesson list, the language `first` on top; returns the folder."""
    work, titles = root / "work", {}
    for old in (work / "original").rglob("*.ipynb"):
        old.chmod(0o644)   # Windows deletes nothing that is read-only
    shutil.rmtree(work / "original", ignore_errors=True)
    for language in LANGUAGES:
        for path in sources(root).values():
            lesson = target(path, language, root)
            notebook = student_copy(nbformat.read(lesson, as_version=4))
            titles[language, path.stem] = notebook.metadata["title"]
            copy, original = work / language / lesson.name, work / "original" / language / lesson.name
            for place in (copy, original):
                place.parent.mkdir(parents=True, exist_ok=True)
            if not copy.exists():
                nbformat.write(notebook, copy)
            nbformat.write(notebook, original)
            original.chmod(0o444)   # Jupyter shows it as read-only
    order = sorted(LANGUAGES, key=lambda language: language != first)
    lines = [line for language in order for line in _lesson_list(language, titles)]
    (work / "lessons.md").write_text("\n".join(lines), encoding="utf-8")
    return work


def _lesson_list(language, titles):
    yield f"# {label('lessons', language)}\n"
    yield f"{label('lessons-copies', language)}\n"
    yield f"| {label('lesson', language)} | {label('original', language)} |\n|---|---|"
    for (of, stem), title in titles.items():
        if of == language:
            name = f"{language}/{stem}.ipynb"
            yield f"| [{stem[:2]} · {title}]({name}) | [{label('original', language)}](original/{name}) |"
    yield ""


def settings(ui, folder):
    """JupyterLab's defaults for this course: the list is read, not edited; no news from outside; the interface speaks `ui`."""
    overrides = {**interface(ui),
                 "@jupyterlab/docmanager-extension:plugin": {"defaultViewers": {"markdown": "Markdown Preview"}}}
    (folder / "labconfig").mkdir(parents=True, exist_ok=True)
    (folder / "labconfig" / "default_setting_overrides.json").write_text(json.dumps(overrides))
    # where the printer is installed too, so is nbgrader: a teacher's tool
    (folder / "labconfig" / "page_config.json").write_text(json.dumps({"disabledExtensions": {"@jupyter/nbgrader": True}}))


def main():
    parser = argparse.ArgumentParser(description="Open the lessons in JupyterLab.", epilog="Other options go to `jupyter lab`.")
    parser.add_argument("--ui", choices=LANGUAGES, help="the language of JupyterLab itself")
    options, rest = parser.parse_known_args()
    config = ROOT / "build" / "jupyter"
    try:
        settings(options.ui, config)
        work = prepare(ROOT, options.ui)
    except OSError as error:
        sys.exit(f"{error.filename} cannot be written ({error.strerror}), and your copies of the lessons belong there: "
                 "copy the course to a folder of your own and try again")
    paths = [str(config), *filter(None, [os.environ.get("JUPYTER_CONFIG_PATH")])]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(paths)
    # the kernels read this course, not another copy that is installed
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))

    # here: it is slow to load, and a fault above needs no JupyterLab
    from jupyterlab.labapp import main as jupyterlab
    sys.argv[0] = "jupyter-lab"
    sys.exit(jupyterlab([
        f"--ServerApp.root_dir={work}", "--LabApp.default_url=/lab/tree/lessons.md",
        "--ServerApp.jpserver_extensions=jupyterlab_jupytext=False",   # it would open the list as a notebook
        *(f"--ServerApp.jpserver_extensions=nbgrader.server_extensions.{name}=False"
          for name in ("formgrader", "validate_assignment", "assignment_list", "course_list")),
        *rest,
    ]))


if __name__ == "__main__":
    main()

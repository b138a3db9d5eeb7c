"""Open the lessons in JupyterLab, on working copies that nobody overwrites.

    python -m attnpress.lab [--ui pt|ko] [options of `jupyter lab`]

work/pt and work/ko hold a student's own copies: made where missing, never touched again, ignored by git.
work/original holds the lessons as they are now, made anew each time: the way back.
"""

import argparse
import json
import os
import shutil
import sys

import nbformat

from attnlib.classroom.labels import LANGUAGES, label, use_language
from attnpress.paths import ROOT, sources, target

LOCALES = {"pt": "pt_BR", "ko": "ko_KR"}   # the names of Jupyter's language packs


def prepare(root=ROOT, first=None):
    """Fill work/ and write the lesson list; returns the folder."""
    work = root / "work"
    shutil.rmtree(work / "original", ignore_errors=True)
    for language in LANGUAGES:
        for path in sources(root).values():
            lesson = target(path, language, root)
            copy, original = work / language / lesson.name, work / "original" / language / lesson.name
            for place in (copy, original):
                place.parent.mkdir(parents=True, exist_ok=True)
            if not copy.exists():
                shutil.copyfile(lesson, copy)
            shutil.copyfile(lesson, original)
            original.chmod(0o444)   # Jupyter shows it as read-only
    order = sorted(LANGUAGES, key=lambda language: language != first)
    (work / "lessons.md").write_text("\n".join(line for language in order for line in _lesson_list(language, root)), encoding="utf-8")
    return work


def _lesson_list(language, root):
    use_language(language)
    yield f"# {label('lessons')}\n"
    yield f"{label('lessons-copies')}\n"
    yield f"| {label('lesson')} | {label('original')} |\n|---|---|"
    for path in sources(root).values():
        name = f"{language}/{path.stem}.ipynb"
        title = nbformat.read(target(path, language, root), as_version=4).metadata["title"]
        yield f"| [{path.stem[:2]} · {title}]({name}) | [{label('original')}](original/{name}) |"
    yield ""


def settings(ui, folder):
    """JupyterLab's defaults for this course: the list is read, not edited; no news from outside; the interface speaks `ui`."""
    overrides = {
        "@jupyterlab/docmanager-extension:plugin": {"defaultViewers": {"markdown": "Markdown Preview"}},
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    }
    if ui:
        overrides["@jupyterlab/translation-extension:plugin"] = {"locale": LOCALES[ui]}
    (folder / "labconfig").mkdir(parents=True, exist_ok=True)
    (folder / "labconfig" / "default_setting_overrides.json").write_text(json.dumps(overrides))
    # nbgrader is a teacher's tool: `make assignment`
    (folder / "labconfig" / "page_config.json").write_text(json.dumps({"disabledExtensions": {"@jupyter/nbgrader": True}}))


def main():
    parser = argparse.ArgumentParser(description="Open the lessons in JupyterLab.", epilog="Other options go to `jupyter lab`.")
    parser.add_argument("--ui", choices=LANGUAGES, help="the language of JupyterLab itself")
    options, rest = parser.parse_known_args()
    config = ROOT / "build" / "jupyter"
    settings(options.ui, config)
    work = prepare(ROOT, options.ui)
    paths = [str(config), *filter(None, [os.environ.get("JUPYTER_CONFIG_PATH")])]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(paths)
    os.execv(sys.executable, [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={work}",
                              "--LabApp.default_url=/lab/tree/lessons.md",
                              "--ServerApp.jpserver_extensions=jupyterlab_jupytext=False",   # it would open the list as a notebook
                              *(f"--ServerApp.jpserver_extensions=nbgrader.server_extensions.{name}=False"
                                for name in ("formgrader", "validate_assignment", "assignment_list", "course_list")),
                              *rest])


if __name__ == "__main__":
    main()

"""Where the course's files stand, and which lessons there are. Needs nothing of the printer: `make lab` reads it too."""

from pathlib import Path

from attnlib.classroom.labels import LANGUAGES  # noqa: F401, for those who ask for paths

ROOT = Path(__file__).resolve().parent.parent
if not (ROOT / "notebooks" / "source").is_dir():   # installed elsewhere: the course is where the command is run
    ROOT = Path.cwd()


def sources(root=ROOT):
    """{name: path} of every lesson, in order."""
    return {path.stem: path for path in sorted((root / "notebooks" / "source").glob("*.md"))}


def target(path, language, root=ROOT):
    """Where a source's notebook stands."""
    return root / "notebooks" / language / f"{path.stem}.ipynb"


def chosen(names, parser, root=ROOT):
    """{name: path} of the lessons that a command names, all if it names none. A name that is none ends the command."""
    known = sources(root)
    if not known:
        parser.error(f"{root} holds no notebooks/source: run this in the course's folder")
    if unknown := [name for name in names if name not in known]:
        parser.error(f"no lesson {', '.join(unknown)}; there are {', '.join(known)}")
    return {name: known[name] for name in names or known}

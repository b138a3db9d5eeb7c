"""Which exercises a student has solved: one small file on the student's own machine, and nowhere else.

ATTNLIB_SOLVED names another file; "off" keeps none, as while the notebooks are built.
"""

import json
import os
import sys
from functools import wraps
from pathlib import Path

from attnlib.classroom.labels import label


def file():
    """Where the record stands, or None. In a browser: beside the notebooks, which the browser keeps."""
    named = os.environ.get("ATTNLIB_SOLVED")
    if named == "off":
        return None
    if named:
        return Path(named)
    return Path("solved.json") if sys.platform == "emscripten" else Path.home() / ".attnlib" / "solved.json"


def recorded(check, exercises):
    """`check`, which after a right answer also says how many of its lesson's `exercises` are solved, and returns nothing."""
    lesson = check.__module__.rpartition("_")[2]

    @wraps(check)
    def checked(*answers, **options):
        right = check(*answers, **options)
        if right and file():
            _show(lesson, check.__name__, exercises)
        return None   # a cell that ends with a check shows its message and nothing else

    checked.right = check   # True or False, for a grader
    return checked


def _show(lesson, exercise, exercises):
    path = file()
    try:
        lessons = json.loads(path.read_text(encoding="utf-8"))
        done = set(lessons.get(lesson, ()))
    except (OSError, ValueError, AttributeError, TypeError):   # none yet, or not what we wrote
        lessons, done = {}, set()
    done = (done | {exercise}) & set(exercises)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({**lessons, lesson: sorted(done)}), encoding="utf-8")
    except OSError:   # a disk that cannot be written to keeps no record
        return
    print(label("check-solved", lesson=lesson, done=len(done), total=len(exercises)))

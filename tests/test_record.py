"""The record of what is solved: on the student's own machine, whole whatever happens, and read by no one who grades."""

import json
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pytest

from attnlib.classroom.exercises import EXERCISES, record
from attnlib.classroom.labels import label

LESSONS = {one.lesson: [name for name, other in EXERCISES.items() if other.lesson == one.lesson] for one in EXERCISES.values()}


@pytest.fixture
def path(monkeypatch, tmp_path):
    monkeypatch.setenv("ATTNLIB_SOLVED", str(tmp_path / "solved.json"))
    return tmp_path / "solved.json"


def note(name="words_on_o", lesson="self-attention"):
    record.note(name, lesson, LESSONS[lesson])


def solved(path):
    return {name for names in json.loads(path.read_text(encoding="utf-8")).values() for name in names}


def solve(path, lesson, barrier):
    os.environ["ATTNLIB_SOLVED"] = str(path)
    barrier.wait()
    for name in LESSONS[lesson]:
        record.note(name, lesson, LESSONS[lesson])


@pytest.mark.parametrize("lessons", [list(LESSONS)[:6], list(LESSONS)[:1] * 2], ids=["six lessons", "one lesson twice"])
def test_notebooks_that_save_at_once_lose_nothing(path, lessons):
    path.write_text('{"03": ["row_sums"]}')   # of the time of lessons' numbers
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(len(lessons))
    notebooks = [context.Process(target=solve, args=(path, lesson, barrier)) for lesson in lessons]
    for notebook in notebooks:
        notebook.start()
    for notebook in notebooks:
        notebook.join()
        assert notebook.exitcode == 0
    assert solved(path) == {"row_sums", *(name for lesson in lessons for name in LESSONS[lesson])}
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_lock_that_a_killed_kernel_left_is_taken_over(path, monkeypatch, capsys):
    monkeypatch.setattr(record, "WAITS", 3)
    path.with_suffix(".lock").mkdir()
    note()
    assert label("check-solved", done=1, total=5) in capsys.readouterr().out
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_who_is_stopped_while_writing_loses_nothing(path, monkeypatch):
    note("row_sums")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        note()
    assert solved(path) == {"row_sums"} and not path.with_suffix(".lock").exists()


def test_what_cannot_be_read_is_not_written_over(path, capsys):
    path.mkdir()
    note()
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("home", [None, "/nowhere/at/all", "a file", "read-only"])
def test_without_a_home_there_is_no_record_and_no_error(monkeypatch, tmp_path, capsys, home):
    """An account without an entry in the system's list has no home either, when HOME is not set."""
    monkeypatch.delenv("ATTNLIB_SOLVED", raising=False)
    if home is None:
        monkeypatch.delenv("HOME", raising=False)
        monkeypatch.setattr(os.path, "expanduser", lambda path: path)   # as it does then
    elif home == "/nowhere/at/all":
        monkeypatch.setenv("HOME", "/proc/nowhere")
    elif home == "a file":
        (tmp_path / "file").write_text("")
        monkeypatch.setenv("HOME", str(tmp_path / "file"))
    else:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setattr(Path, "mkdir", lambda *_, **__: (_ for _ in ()).throw(PermissionError))
    note()
    assert capsys.readouterr().out == ""


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root becomes a user without an entry")
def test_a_user_without_an_entry(tmp_path):
    code = ("import os; os.environ.pop('HOME', None); os.environ.pop('ATTNLIB_SOLVED', None); "
            "from attnlib.classroom import check; os.setuid(54321); check.words_on_o(3)")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                          env={**os.environ, "MPLCONFIGDIR": str(tmp_path)})
    assert (done.stdout, done.returncode) == (label("check-right") + "\n", 0), done.stderr


def test_who_grades_has_no_record(path, monkeypatch, capsys):
    path.write_text('{"self-attention": ["first_output", "row_sums", "sat_weights", "self_attention"]}')
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    note()
    assert capsys.readouterr().out == "" and "words_on_o" not in solved(path)
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")   # a student, before handing in
    note()
    assert label("check-solved", done=5, total=5) in capsys.readouterr().out

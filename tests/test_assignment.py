"""The exercises as an nbgrader course: generated, handed in and graded by nbgrader itself."""

import os
import shutil
import subprocess
import sys

import nbformat
import pytest

from press import assignment
from press.source import compose, sources

NAME = "01_tiny"
PATH = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])   # nbgrader looks there for alembic


def nbgrader(folder, *arguments):
    done = subprocess.run([sys.executable, "-m", "nbgrader", *arguments], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, "PATH": PATH, "ATTNLIB_SOLVED": "off"})
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def course(built_house, tmp_path_factory):
    out = tmp_path_factory.mktemp("course")
    assignment.write([NAME], out, built_house)
    nbgrader(out / "ko", "generate_assignment", NAME, "--create")
    return out / "ko"


def test_students_get_no_answers(course, built_house):
    released = nbformat.read(course / "release" / NAME / f"{NAME}.ipynb", as_version=4)
    text = "\n".join(cell.source for cell in released.cells)
    assert "SOLUTION" not in text and "softmax(x @ x.T" not in text and "words_on_o = 3" not in text
    assert "words_on_o = ..." in text and "check.words_on_o(words_on_o)" in text


def test_right_answers_get_every_point_and_others_none(course, built_house, monkeypatch):
    monkeypatch.setenv("PATH", PATH)
    for student, solved in (("right", True), ("empty", False)):
        folder = course / "submitted" / student / NAME
        folder.mkdir(parents=True)
        shutil.copy(course / "release" / NAME / f"{NAME}.ipynb", folder)
        if solved:
            answers = {cell.id: cell.source for cell in compose(sources(built_house)[NAME], "ko", built_house, solved=True).cells}
            handed_in = nbformat.read(folder / f"{NAME}.ipynb", as_version=4)
            for cell in handed_in.cells:
                if cell.metadata.get("nbgrader", {}).get("solution"):
                    cell.source = answers[cell.id]
            nbformat.write(handed_in, folder / f"{NAME}.ipynb")
    nbgrader(course, "autograde", NAME, "--create")
    from nbgrader.api import Gradebook
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        found = {one.student.id: (one.score, one.max_score) for one in book.assignment_submissions(NAME)}
    # the small lesson doubles the table of its first exercise, and so its own answer is refused: three points of four
    assert found == {"right": (3, 4), "empty": (0, 4)}

"""The exercises as an nbgrader course: generated, handed in and graded by nbgrader itself."""

import os
import subprocess
import sys

import nbformat
import pytest

from attnpress import assignment
from attnpress.paths import LANGUAGES, sources
from attnpress.source import compose

NAME = "01_tiny"
WRONG = {   # each as a student may write it
    "exercise-sums": "table = published.sat.weights\nrow_sums = table.sum(axis=0)",
    "exercise-function": "def self_attention(x):\n    return softmax(x @ x.T / np.sqrt(x.shape[1]), axis=0)",
    "exercise-count": "words_on_o = 1",
    "exercise-scale": "scale = 2",
}
PATH = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])   # nbgrader looks there for alembic


def nbgrader(folder, *arguments):
    done = subprocess.run([sys.executable, "-m", "nbgrader", *arguments], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, "PATH": PATH, "ATTNLIB_SOLVED": "off"})
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def courses(built_house, tmp_path_factory):
    out = tmp_path_factory.mktemp("course")
    assignment.write([NAME], out, built_house)
    for language in LANGUAGES:
        nbgrader(out / language, "generate_assignment", NAME, "--create")
    return out


@pytest.mark.parametrize("language", LANGUAGES)
def test_students_get_no_answers(courses, language):
    released = nbformat.read(courses / language / "release" / NAME / f"{NAME}.ipynb", as_version=4)
    text = "\n".join(cell.source for cell in released.cells)
    assert "SOLUTION" not in text and "softmax(x @ x.T" not in text and "words_on_o = 3" not in text
    assert "words_on_o = ..." in text and "check.words_on_o(words_on_o)" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_right_answers_get_every_point_and_others_none(courses, built_house, monkeypatch, language):
    monkeypatch.setenv("PATH", PATH)
    course = courses / language
    solutions = {cell.id.removesuffix("-starter"): cell.source
                 for cell in compose(sources(built_house)[NAME], language, built_house, solved=True).cells}
    for student, answers in (("right", solutions), ("wrong", WRONG), ("empty", {})):
        folder = course / "submitted" / student / NAME
        folder.mkdir(parents=True)
        handed_in = nbformat.read(course / "release" / NAME / f"{NAME}.ipynb", as_version=4)
        for cell in handed_in.cells:
            if (data := cell.metadata.get("nbgrader")) and data["solution"]:
                cell.source = answers.get(data["grade_id"], cell.source)
        nbformat.write(handed_in, folder / f"{NAME}.ipynb")
    nbgrader(course, "autograde", NAME, "--create")
    from nbgrader.api import Gradebook
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        found = {one.student.id: (one.score, one.max_score) for one in book.assignment_submissions(NAME)}
    assert found == {"right": (4, 4), "wrong": (0, 4), "empty": (0, 4)}

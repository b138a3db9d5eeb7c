"""The exercises as an nbgrader course: generated, handed in and graded by nbgrader itself."""

import os
import subprocess
import sys

import nbformat
import pytest
from nbgrader.api import Gradebook

from attnlib.classroom.labels import label
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
RECORD = '{"self-attention": ["row_sums", "sat_weights", "self_attention", "words_on_o"]}'   # the teacher solved all of them
PATH = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])   # nbgrader looks there for alembic


def nbgrader(folder, *arguments, **environment):
    done = subprocess.run([sys.executable, "-m", "nbgrader", *arguments], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, "PATH": PATH, "ATTNLIB_SOLVED": "off", **environment})
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
    assert {"pt": "Em 50 minutos", "ko": "50분 동안"}[language] not in text   # the teacher's notes


@pytest.fixture(scope="module")
def graded(courses, built_house, tmp_path_factory):
    """{(language, student): (score, what each check's cell says)}, graded one after the other by a teacher who has a record."""
    teachers, found = tmp_path_factory.mktemp("teacher") / "solved.json", {}
    teachers.write_text(RECORD, encoding="utf-8")
    for language in LANGUAGES:
        course = courses / language
        solutions = {cell.id.removesuffix("-starter"): cell.source
                     for cell in compose(sources(built_house)[NAME], language, built_house, solved=True).cells}
        students = {"a-right": solutions, "b-one": {**WRONG, "exercise-count": solutions["exercise-count"]},
                    "c-wrong": WRONG, "d-empty": {}}
        for student, answers in students.items():
            folder = course / "submitted" / student / NAME
            folder.mkdir(parents=True)
            handed_in = nbformat.read(course / "release" / NAME / f"{NAME}.ipynb", as_version=4)
            for cell in handed_in.cells:
                if (data := cell.metadata.get("nbgrader")) and data["solution"]:
                    cell.source = answers.get(data["grade_id"], cell.source)
            nbformat.write(handed_in, folder / f"{NAME}.ipynb")
        nbgrader(course, "autograde", NAME, "--create", ATTNLIB_SOLVED=str(teachers))
        with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
            scores = {one.student.id: (one.score, one.max_score) for one in book.assignment_submissions(NAME)}
        for student in students:
            cells = nbformat.read(course / "autograded" / student / NAME / f"{NAME}.ipynb", as_version=4).cells
            found[language, student] = scores[student], [
                "".join(output.text for output in cell.outputs if output.output_type == "stream")
                for cell in cells if cell.metadata.get("nbgrader", {}).get("grade")]
    assert teachers.read_text(encoding="utf-8") == RECORD
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("student, score", [("a-right", 4), ("b-one", 1), ("c-wrong", 0), ("d-empty", 0)])
def test_right_answers_get_every_point_and_others_none(graded, language, student, score):
    found, said = graded[language, student]
    assert found == (score, 4)
    # one message each, and nothing of what others have solved
    assert sum(text.strip() == label("check-right", language) for text in said) == score
    assert all(text.count("✗") == 1 for text in said if student == "c-wrong")
    assert all(len(text.splitlines()) == 1 for text in said if student in ("a-right", "d-empty"))


def test_a_written_task_is_graded_by_hand(tmp_path):
    """Its rubric goes to the teacher, a point an item; the student's copy holds the question alone."""
    assignment.write(["07_masks"], tmp_path)
    nbgrader(tmp_path / "pt", "generate_assignment", "07_masks", "--create")
    released = nbformat.read(tmp_path / "pt" / "release" / "07_masks" / "07_masks.ipynb", as_version=4)
    tasks = [cell for cell in released.cells if cell.metadata.get("nbgrader", {}).get("task")]
    assert len(tasks) == 2 and not any("MARK SCHEME" in cell.source or "Um ponto" in cell.source for cell in tasks)
    with Gradebook(f"sqlite:///{tmp_path}/pt/gradebook.db") as book:
        graded = book.find_assignment("07_masks").notebooks[0].task_cells
        assert {(cell.name, cell.max_score) for cell in graded} == {("exercise-comment", 4), ("exercise-explain", 4)}

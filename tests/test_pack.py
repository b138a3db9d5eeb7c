"""The teacher's pack: worksheets with blanks, keys from the same cells, and the teacher's sheet."""

import re

import nbformat
import pypdf
import pytest

from attnlib.classroom import check
from attnlib.classroom.labels import LANGUAGES
from attnpress import pack
from attnpress.paths import sources, target
from attnpress.source import compose
from tests.answers import ANSWERS

NAME = "01_tiny"


@pytest.fixture(scope="module")
def sheets(browser, built_house, tmp_path_factory):
    """{(language, kind): text}; `browser` says loudly when there is none."""
    out = tmp_path_factory.mktemp("pack")
    pack.write([NAME], browser, out, built_house)
    return {(path.parent.name, path.stem.removeprefix(f"{NAME}-")):
            "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages) for path in out.rglob("*.pdf")}


def test_three_sheets_in_each_language(sheets):
    assert set(sheets) == {(language, kind) for language in ("pt", "ko") for kind in ("worksheet", "key", "teacher")}


def test_a_worksheet_asks_and_does_not_tell(sheets):
    text = sheets["ko", "worksheet"]
    assert "row_sums = ..." in text and "table = published.sat.weights" in text and "이름:" in text and "학번:" in text
    assert "table.sum" not in text and "행마다 하나씩" not in text


def test_the_key_is_made_from_the_same_cells(sheets):
    text = sheets["pt", "key"]
    assert "row_sums = table.sum(axis=1)" in text and "Uma soma por linha." in text and "words_on_o = 3" in text


def test_the_teacher_gets_the_plan_and_what_to_say_to_each_mistake(sheets):
    text = " ".join(sheets["pt", "teacher"].split())
    assert "Em 50 minutos, uma soma." in text
    known = {mistake.name: mistake.pt.lstrip("✗ ") for one in (check.row_sums, check.self_attention, check.words_on_o)
             for right in one.rights() for mistake in right.mistakes}
    said = [known[name] for name in ("column-sums", "total", "columns-sum-to-one", "forgot-itself")]
    assert f"[1.0, 1.0, 1.0, 1.0] → {said[0]}" in text and f"4.0 → {said[1]}" in text   # S4's columns sum to 1 each
    assert f"{said[2]}" in text and f"2 → {said[3]}" in text


@pytest.mark.parametrize("language, told", [("pt", ("50 minutos", "100 minutos", "quadro")), ("ko", ("50분", "100분", "칠판"))])
@pytest.mark.parametrize("name", sources())
def test_every_lesson_has_both_plans_and_what_to_write_on_the_board(name, language, told):
    plan = next(cell.source for cell in compose(sources()[name], language).cells if cell.id == "plan")
    assert all(one in plan for one in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_teachers_list_names_every_mistake_of_every_check(language):
    for name, path in sources().items():
        for _, _, checking, _ in pack.exercises(compose(path, language).cells):
            listed = {mistake.name for mistake, _ in pack.mistakes(checking)}
            function, key = checking.source.split("(")[0].split(".")[-1], checking.id
            told = {said for one, _, said, _ in ANSWERS if one is getattr(check, function) and not said.startswith("check-")}
            assert told == listed, f"{name} {key}"


def test_the_list_gives_the_wrong_answer_where_it_is_a_number():
    cells = compose(sources()["10_learning-to-align"], "pt").cells
    listed = [{mistake.name: wrong for mistake, wrong in pack.mistakes(checking)} for _, _, checking, _ in pack.exercises(cells)]
    assert listed[2] == {"bag-articles": [0], "bag-korean": [0, 1, 2], "bag-other": [1, 3]}
    assert set(listed[0].values()) == {None} and len(listed[0]) == 6   # the map drawn by hand: many are wrong in one way
    assert set(listed[3].values()) == {None}   # its numbers come from what the lesson's cells made


def test_a_worksheet_shows_what_an_exercise_starts_from(house):
    """As the starter's cell prints it, if that cell is still the source's."""
    notebook = compose(sources(house)[NAME], "pt", house)
    path = target(sources(house)[NAME], "pt", house)
    built = nbformat.read(path, as_version=4)
    starter = next(cell for cell in built.cells if cell.id == "exercise-sums-starter")
    starter.outputs = [nbformat.v4.new_output("stream", text="0.87\n0.5\n")]
    nbformat.write(built, path)
    assert any("```\n0.87\n0.5\n```" in part for part in pack.worksheet(notebook, False, pack.stored_outputs(path)))
    assert not any("0.87" in part for part in pack.worksheet(notebook, False, pack.stored_outputs(path.with_name("none.ipynb"))))


def test_blanks_grow_with_the_answer(house):
    notebook = compose(sources(house)[NAME], "pt", house)
    heights = re.findall(r'class="blank" style="height: (\d+)mm"', "".join(pack.worksheet(notebook, False, {})))
    assert heights == ["24", "32", "24", "24"]   # the function has two lines

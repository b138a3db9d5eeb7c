"""The teacher's pack: worksheets with blanks, keys from the same cells, and the teacher's sheet."""

import pypdf
import pytest

from attnlib.classroom.labels import label, use_language
from press import pack

NAME = "01_tiny"


@pytest.fixture(scope="module")
def sheets(browser, built_house, tmp_path_factory):
    """{(language, kind): text}; `browser` says loudly when there is none."""
    out = tmp_path_factory.mktemp("pack")
    pack.write([NAME], browser, out, built_house)
    return {(path.parent.name, path.stem.removeprefix(f"{NAME}-")): "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
            for path in out.rglob("*.pdf")}


def test_three_sheets_in_each_language(sheets):
    assert set(sheets) == {(language, kind) for language in ("pt", "ko") for kind in ("worksheet", "key", "teacher")}


def test_a_worksheet_asks_and_does_not_tell(sheets):
    text = sheets["ko", "worksheet"]
    assert "row_sums = ..." in text and "table = 2 * weights" in text and "이름:" in text and "학번:" in text
    assert "table.sum" not in text and "행마다 하나씩" not in text


def test_the_key_is_made_from_the_same_cells(sheets):
    text = sheets["pt", "key"]
    assert "row_sums = table.sum(axis=1)" in text and "Uma soma por linha." in text and "words_on_o = 3" in text


def test_the_teacher_gets_the_plan_and_what_to_say_to_each_mistake(sheets):
    text = " ".join(sheets["pt", "teacher"].split())
    assert "Em 50 minutos, uma soma." in text
    use_language("pt")
    assert label("mistake-total").lstrip("✗ ") in text

"""Pages and decks as files: what they hold, and what the exporters refuse. tests/test_pages.py opens them."""

import base64
import io
import re
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont

from attnlib.classroom import course
from attnlib.classroom.labels import TAGS, label, use_language
from attnpress import assets, export
from attnpress.assets import ExportError
from attnpress.export import DeckExporter, LessonExporter
from attnpress.paths import ROOT, sources, target
from attnpress.slides import is_detail, slides
from attnpress.source import slug


def exported(exporter, notebook, **options):
    html, _ = exporter(**options).from_notebook_node(notebook)
    return BeautifulSoup(html, "html.parser")


def refusal(notebook):
    with pytest.raises(ExportError) as caught:
        LessonExporter().from_notebook_node(notebook)
    return str(caught.value)


def cell(notebook, key):
    return next(cell for cell in notebook.cells if cell.id == key)


def prose(key, text, kind):
    return nbformat.v4.new_markdown_cell(text, id=key, metadata={"slideshow": {"slide_type": kind}})


def line(key):
    """Where a key stands in the source of the live lesson; of a prose cell, the Korean one."""
    lines = (ROOT / "tests" / "live_lesson.md").read_text(encoding="utf-8").splitlines()
    return max(number for number, text in enumerate(lines, 1) if re.search(rf'key(: |": "){key}($|")', text))


# --- what a file holds -----------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("exporter", [LessonExporter, DeckExporter])
def test_carries_everything(live_lesson, exporter):
    soup = exported(exporter, live_lesson)
    assert soup.html["lang"] == TAGS["ko"]
    assert soup.title.text == live_lesson.metadata.title
    assert not soup.select("link, iframe, script[src]")
    assert all(image["src"].startswith("data:") and image["alt"] for image in soup.select("img"))
    assert not re.search(r"url\((?!data:|\"data:|%23)", "".join(style.text for style in soup.select("style")))
    assert len(soup.select("math")) == 4 and "$" not in soup.select_one("[data-key=formulas]").text


def fonts(html):
    found = re.findall(r'font-family: "([^"]+)"; src: url\(data:font/woff2;base64,([^)]+)\)', html)
    return {family: TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap() for family, data in found}


def test_fonts_hold_every_letter(live_lesson):
    html, _ = LessonExporter().from_notebook_node(live_lesson)
    cmaps = fonts(html)
    assert {c for c in html if "가" <= c <= "힣"} <= set(map(chr, cmaps["Lesson"]))
    assert set("ãõçÂ09") <= set(map(chr, cmaps["Lesson"]))   # what a student types in Portuguese
    assert set("√𝑑𝑘2") <= set(map(chr, cmaps["STIX2"]))


def test_notes_are_the_lecturers(live_lesson):
    page, deck = exported(LessonExporter, live_lesson), exported(DeckExporter, live_lesson)
    assert "가르치는 사람만" not in page.text
    assert "가르치는 사람만" in deck.select_one("aside.notes").text


def test_exercise_folds_on_a_page(live_lesson):
    start, solution = exported(LessonExporter, live_lesson).select("main details")
    assert "words_on_o = ..." in start.text and "check.words_on_o" in start.text
    assert "words_on_o = 3" in solution.text and "다시 세어" in solution.text


def test_exercise_on_a_slide_keeps_its_answer_for_the_lecturer(live_lesson):
    slide = exported(DeckExporter, live_lesson).select_one("[data-key=exercise-text]").find_parent("section")
    notes = slide.select_one("aside.notes").extract()
    assert "연습 문제" in slide.text and "words_on_o" not in slide.text
    assert notes.details.has_attr("open") and "words_on_o = 3" in notes.text


def test_kernel_only_says_where_it_moves(live_lesson):
    shown = exported(LessonExporter, live_lesson).select_one("[data-key=slider]")
    assert "FloatSlider()" in shown.text and label("kernel-only", "ko") in shown.text
    assert not shown.select("[data-model]")


def test_links_between_lessons(live_lesson):
    alone, linked = exported(LessonExporter, live_lesson), exported(LessonExporter, live_lesson, linked=True)
    assert not alone.select('.bar') and alone.select_one("main a")["href"] == "08_cross-attention.ipynb"
    assert linked.select_one("main a")["href"] == "08_cross-attention.html"
    assert [a["href"] for a in linked.select(".bar a")] == ["../pt/lesson.html", "../../slides/ko/lesson.html"]


def test_headings_are_known_by_their_keys(live_lesson):
    page = exported(LessonExporter, live_lesson)
    assert [heading["id"] for heading in page.select("h1, h2")] == ["title", "formulas", "exercise-text"]


@pytest.mark.parametrize("exporter", [LessonExporter, DeckExporter])
def test_a_particle_stays_with_its_word(live_lesson, exporter):
    live_lesson.cells.append(prose("particles", "‘그것’은 값(value)을 `f(x)값`으로 (1, 1)이라고 써요. (끝)", "slide"))
    text = exported(exporter, live_lesson).select_one("[data-key=particles]").text.strip()
    assert text == "‘그것’\u2060은 값(value)\u2060을 f(x)값으로 (1, 1)\u2060이라고 써요. (끝)"


def test_a_deck_tells_details_to_the_lecturer_before_the_notes(live_lesson):
    after = live_lesson.cells.index(cell(live_lesson, "notes")) + 1
    live_lesson.cells.insert(after, prose("more", "집에서 읽을 글이에요.", "skip"))
    live_lesson.cells.insert(0, prose("first", "아무 슬라이드에도 없는 글이에요.", "skip"))   # no slide to tell it with
    notes = exported(DeckExporter, live_lesson).select_one("[data-key=formulas]").find_parent("section").select_one("aside.notes")
    assert [one["data-key"] for one in notes.select(".cell")] == ["more", "notes"]
    assert notes.h4.text == label("deck-details", "ko")
    page = exported(LessonExporter, live_lesson)
    quiet = [one["data-key"] for one in page.select(".detail")]
    assert quiet == ["first", "more"] and "lead" in page.select_one("[data-key=formulas]")["class"]


@pytest.mark.parametrize("key", ["setup-text", "exercises", "exercise-sums-text", "quiz-1"])
def test_exercises_and_the_setup_are_no_details(key):
    assert not is_detail(prose(key, "글", "skip")) and is_detail(prose("sums-text", "글", "skip"))
    assert not is_detail(prose("sums-text", "글", "slide"))


def test_contents_and_neighbours(live_lesson):
    name = list(sources())[3]
    html, _ = LessonExporter(linked=True).from_notebook_node(live_lesson, {"metadata": {"name": name}})
    page = BeautifulSoup(html, "html.parser")
    assert [(a["href"], a.text) for a in page.select(".contents a")] == [("#formulas", "수식"), ("#exercise-text", "연습 문제")]
    before, after = list(sources())[2], list(sources())[4]
    for where in (".bar [rel]", ".neighbours a"):
        assert [(a["rel"], a["href"]) for a in page.select(where)] == [(["prev"], f"{before}.html"), (["next"], f"{after}.html")]
    assert course.name_of(slug(after), "ko") in page.select_one(".neighbours .next").text
    alone = exported(LessonExporter, live_lesson)
    assert alone.select(".contents a") and not alone.select(".neighbours")


def test_a_formula_in_a_heading_stands_in_the_contents_too(live_lesson):
    cell(live_lesson, "formulas").source = "## $d_k$ & *x* `<b>`"
    contents = exported(LessonExporter, live_lesson).select_one(".contents a")
    assert contents.math and not contents.select("em, b, code") and contents.text.endswith("& x <b>")


def test_the_first_and_the_last_lesson_have_one_neighbour():
    first, *_, last = sources()
    assert [way for name in (first, last) for way, *_ in export.neighbours(name, "pt")] == ["next", "prev"]
    assert export.neighbours("lesson", "pt") == []


def test_slides_follow_the_metadata(live_lesson):
    def keys(cells):
        return [cell.id for cell in cells]

    groups = [[([keys(part) for part in slide["parts"]], keys(slide["notes"])) for slide in group]
              for group in slides(live_lesson.cells)]
    assert groups == [
        [([["title"]], []), ([["formulas"]], ["notes"])],
        [([["meter"], ["meter-again"]], []), ([["broken"]], []), ([["picture", "latex"]], []), ([["slider"]], [])],
        [([["exercise-text"]], ["exercise-count-solution"])],
    ]


@pytest.mark.parametrize(("question", "starter", "shown", "notes"), [
    ("slide", "skip", ["exercise-text"], ["exercise-count-solution"]),
    ("slide", "-", ["exercise-text", "exercise-count-starter"], ["exercise-count-solution"]),   # as its source says
    ("skip", "-", ["exercise-count-starter"], ["exercise-count-solution"]),
    ("skip", "skip", [], []),   # an exercise of the page
])
def test_a_solution_is_a_note_where_its_exercise_is_shown(live_lesson, question, starter, shown, notes):
    cells = live_lesson.cells[-4:]
    for one, kind in zip(cells, (question, starter), strict=False):
        one.metadata["slideshow"] = {"slide_type": kind}
    found = [slide for group in slides(cells) for slide in group]
    assert [one.id for slide in found for part in slide["parts"] for one in part] == shown
    assert [one.id for slide in found for one in slide["notes"]] == notes


def test_same_file_every_time(live_lesson):
    assert LessonExporter().from_notebook_node(live_lesson)[0] == LessonExporter().from_notebook_node(live_lesson)[0]


def test_scripts_cannot_end_early(monkeypatch, tmp_path):
    (tmp_path / "evil.js").write_text('const a = "</script><!--<script>";', encoding="utf-8")
    monkeypatch.setattr(assets, "HERE", tmp_path)
    assert assets.asset("evil.js") == r'const a = "\x3c/script>\x3c!--\x3cscript>";'


def test_command_from_any_folder(tmp_path):
    path = target(sources()["08_cross-attention"], "ko")
    for kind in ("lesson", "deck"):
        subprocess.run([sys.executable, "-m", "jupyter", "nbconvert", "--to", kind, "--output-dir", str(tmp_path), str(path)],
                       cwd=tmp_path, check=True, capture_output=True)
    page, deck = ((tmp_path / f"08_cross-attention.{ending}").read_text(encoding="utf-8") for ending in ("html", "deck.html"))
    assert "크로스 어텐션" in page and "크로스 어텐션" in deck
    assert "Reveal.initialize" in deck and "Reveal.initialize" not in page   # neither wrote over the other


def test_a_linked_deck_has_the_name_that_links_expect():
    assert DeckExporter(linked=True).file_extension == LessonExporter(linked=True).file_extension == ".html"


# --- what the exporters refuse ---------------------------------------------------------------------------------------------

def test_picture_without_alt(live_lesson):
    cell(live_lesson, "picture").outputs[0].metadata = {}
    assert f"live_lesson.md:{line('picture')}: cell picture: shows a picture without alt text" in refusal(live_lesson)


def test_unknown_macro(live_lesson):
    cell(live_lesson, "formulas").source += r" $\softmaxx(x)$"
    assert refusal(live_lesson) == (f"\nlive_lesson.md:{line('formulas')}: cell formulas: formula $\\softmaxx(x)$: "
                                    "Unsupported function name: \\softmaxx at position 1")


def test_widget_that_is_no_anywidget(live_lesson):
    cell(live_lesson, "slider").metadata.tags = []
    assert f":{line('slider')}: cell slider: shows a widget that only moves in Jupyter (FloatSliderModel)" in refusal(live_lesson)


def test_widget_without_state(live_lesson):
    del live_lesson.metadata["widgets"]
    assert "cell meter: shows a widget that only moves in Jupyter (its state is not stored)" in refusal(live_lesson)


@pytest.mark.parametrize("statement", [
    "import * as d3 from 'https://esm.sh/d3'", 'await import("//esm.sh/d3")', "import 'http://a.b/c.js'"])
def test_widget_from_the_network(live_lesson, statement):
    for model in live_lesson.metadata.widgets[export.STATE].state.values():
        if "_esm" in model.state:
            model.state["_esm"] += statement
    assert "cell meter: its widget imports from the network" in refusal(live_lesson)


def test_widget_with_bytes(live_lesson):
    for model in live_lesson.metadata.widgets[export.STATE].state.values():
        model["buffers"] = [{"path": ["data"], "encoding": "base64", "data": ""}]
    assert "cell meter: its widget has traits of bytes" in refusal(live_lesson)


@pytest.mark.parametrize(("markup", "message"), [
    ("![gato](https://example.org/gato.png)", "shows https://example.org/gato.png"),
    ('<img src="nowhere.png" alt="gato">', "shows nowhere.png"),
    ('<img src="data:image/png;base64,AA">', "shows a picture without alt text"),
    ("<script>1</script>", "holds a <script>"),
    ('<iframe src="data:text/html,1"></iframe>', "holds a <iframe>"),
])
def test_markup_that_needs_the_network(live_lesson, markup, message):
    cell(live_lesson, "formulas").source += f"\n\n{markup}"
    assert f"cell formulas: {message}" in refusal(live_lesson)


def test_output_that_cannot_be_shown(live_lesson):
    cell(live_lesson, "picture").outputs = [nbformat.v4.new_output("display_data", {"application/pdf": "x"})]
    cell(live_lesson, "latex").outputs = [nbformat.v4.new_output("error", ename="E", evalue="e", traceback=[])]
    message = refusal(live_lesson)
    assert "cell picture: has an output that cannot be shown: application/pdf" in message
    assert "cell latex: has an output that cannot be shown: error" in message


def test_slide_that_overflows(live_lesson):
    cell(live_lesson, "formulas").source += "\n\n1" * 30
    assert LessonExporter().from_notebook_node(live_lesson)   # a page is as long as it is
    with pytest.raises(ExportError) as caught:
        DeckExporter().from_notebook_node(live_lesson)
    where = rf"live_lesson\.md:{line('formulas')}: cell formulas"
    assert re.fullmatch(rf"\n{where}: slide 2: [1-9]\d+ pixels too much \(bottom\)", str(caught.value))


@pytest.mark.parametrize("nobody", [None, sys.executable])   # no Chromium, or one that shows nothing
def test_nobody_looked_at_the_slides(live_lesson, monkeypatch, caplog, nobody):
    cell(live_lesson, "formulas").source += "\n\n1" * 30
    monkeypatch.setattr(export, "chromium_path", lambda: nobody)
    monkeypatch.setenv("PATH", "")   # where the new process looks
    assert "formulas" in DeckExporter().from_notebook_node(live_lesson)[0]
    assert "nobody has looked whether the slides fit" in caplog.text


def test_all_faults_at_once_and_without_the_source(live_lesson):
    live_lesson.metadata.attnlib.source = "elsewhere.md"
    cell(live_lesson, "picture").outputs[0].metadata = {}
    cell(live_lesson, "formulas").source += r" $\softmaxx$"
    cell(live_lesson, "slider").metadata.tags = []
    found = {text.split(":")[0] for text in refusal(live_lesson).split("\n") if text}
    assert found == {"cell picture", "cell formulas", "cell slider"}


def test_notebook_of_no_language(live_lesson):
    del live_lesson.metadata["attnlib"]
    assert "says no language" in refusal(live_lesson)


def test_first_export_without_network(monkeypatch, tmp_path):
    monkeypatch.setattr(assets, "user_cache_path", lambda *a, **k: tmp_path)
    monkeypatch.setattr(assets, "npm", lambda *a, **k: SimpleNamespace(returncode=1, stderr="ENOTFOUND"))
    with pytest.raises(ExportError, match="network once.*ENOTFOUND"):
        assets.web.__wrapped__()
    assert not any((tmp_path / "web").iterdir())


def test_a_cache_that_cannot_be_written(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setattr(assets, "user_cache_path", lambda *a, **k: tmp_path / "file" / "cache")
    with pytest.raises(ExportError, match="cannot be written .*, and what the printer downloads is kept there"):
        assets.web.__wrapped__()


def test_no_home_for_a_cache(monkeypatch):
    def no_home(*arguments, **options):
        raise RuntimeError("Could not determine home directory.")
    for said in (no_home, lambda *a, **k: Path("~/.cache/attnpress")):   # by newer and older platformdirs
        monkeypatch.setattr(assets, "user_cache_path", said)
        with pytest.raises(ExportError, match="no home folder"):
            assets.web.__wrapped__()


def test_a_page_speaks_its_own_language_whatever_a_notebook_said_last(live_lesson):
    use_language("pt")
    assert label("widget-failed", "ko") in LessonExporter().from_notebook_node(live_lesson)[0]
    assert label("kernel-only", "ko") in LessonExporter().from_notebook_node(live_lesson)[0]


def test_one_exporter_for_both_languages(live_lesson):
    """`jupyter nbconvert --to lesson notebooks/*/…` uses one for all its files."""
    exporter, other = LessonExporter(linked=True), deepcopy(live_lesson)
    other.metadata.attnlib.language = "pt"
    pages = [exporter.from_notebook_node(one)[0] for one in (live_lesson, other, live_lesson)]
    for page, language in zip(pages, ("ko", "pt", "ko"), strict=True):
        assert f'aria-label="{label("page-nav", language)}"' in page and f'<html lang="{TAGS[language]}">' in page

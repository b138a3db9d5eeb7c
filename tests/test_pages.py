"""Every page in a real Chromium, opened from the disk with the network refused; and a lesson with one of everything."""

import pytest
from playwright.sync_api import expect

from attnlib.classroom.explorers import AttentionExplorer
from attnlib.classroom.labels import TAGS, label, use_language
from attnpress import build
from attnpress.export import STATE, WIDGET, DeckExporter, LessonExporter
from attnpress.fit import BEYOND, beyond, walk
from attnpress.paths import LANGUAGES, ROOT, sources
from attnpress.source import compose
from tests.support import by_turns
from tests.support.visit import SMALL, Visit


@pytest.mark.parametrize(("name", "language"), by_turns(sources()))
def test_page(browser, written, name, language):
    path = written(LessonExporter, name, language)
    assert path.stat().st_size < (1.2e6 if name == "15_real-model" else 0.8e6)   # its 144 maps
    with Visit(browser, path) as visit:
        page = visit.page
        assert page.locator("html").get_attribute("lang") == TAGS[language]
        assert (page.locator("math").count() > 0) == ("$" in sources()[name].read_text(encoding="utf-8"))
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        assert visit.axe() == []
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size({"width": 390, "height": 844})
        page.wait_for_function("""Array.from(document.querySelectorAll(".highlight, pre.output")).every(
            (box) => (box.scrollWidth > box.clientWidth) === (box.tabIndex === 0))""")   # what scrolls can be reached
        assert visit.axe() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        visit.assert_quiet()


# --- one of everything -----------------------------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def live(live_lesson_run, tmp_path_factory):
    """{"page": path, "deck": path} of the live lesson."""
    folder = tmp_path_factory.mktemp("live")
    for kind, exporter in (("page", LessonExporter), ("deck", DeckExporter)):
        (folder / f"{kind}.html").write_text(exporter().from_notebook_node(live_lesson_run)[0], encoding="utf-8")
    return {kind: folder / f"{kind}.html" for kind in ("page", "deck")}


@pytest.mark.parametrize("kind", ["page", "deck"])
def test_widgets_live_without_a_kernel(browser, live, kind):
    with Visit(browser, live[kind]) as visit:
        if kind == "deck":
            visit.page.evaluate("Reveal.slide(1, 0, 0)")
        first, second = visit.page.locator("[data-key^=meter] input").all()
        first.fill("7")
        text = "</script><img src=x onerror=alert(1)> 7 미터"   # text, never markup
        assert visit.page.locator(".meter").all_text_contents() == [text] * 2
        first.press("ArrowRight")
        assert second.input_value() == "8"
        assert visit.page.evaluate("loads") == 1   # two views, one module, one style
        assert visit.page.evaluate("Array.from(document.querySelectorAll('style'))"
                                   ".filter((style) => style.textContent.startsWith('.meter')).length") == 1
        broken = visit.page.locator("[data-key=broken] .widget")
        assert broken.locator("p").text_content() == label("widget-failed", "ko")
        assert broken.locator("td").text_content() == "0.25"   # its numbers are still there
        assert visit.requests == [] and len(visit.errors) == 1 and "broken on purpose" in visit.errors[0]


@pytest.mark.parametrize("kind", ["page", "deck"])
def test_markup_in_a_lesson_stays_text(browser, live, kind):
    with Visit(browser, live[kind]) as visit:
        assert visit.page.title() == "`<img src=x onerror=alert(1)>`도 글자예요"
        assert "<img src=x onerror=alert(1)>도" in visit.page.locator("h1").text_content()
        assert visit.page.locator("img[onerror]").count() == 0


def test_widgets_on_paper(browser, live):
    with Visit(browser, live["deck"], "?print-pdf") as visit:
        visit.page.wait_for_selector(".pdf-page")
        text = visit.pdf()
        assert text.count("미터") == 2 and "도 글자예요" in text
        assert visit.axe() == []


@pytest.fixture(scope="module", params=LANGUAGES)
def large(request, tmp_path_factory):
    """{"page": path, "deck": path} of a lesson with the largest explorers that a slide holds."""
    source, folder = ROOT / "tests" / "large_lesson.md", tmp_path_factory.mktemp("large")
    notebook = build.run(compose(source, request.param), source)
    for kind, exporter in (("page", LessonExporter), ("deck", DeckExporter)):
        html, _ = exporter().from_notebook_node(notebook)   # refused, if a slide overflows
        (folder / f"{kind}.html").write_text(html, encoding="utf-8")
    return {kind: folder / f"{kind}.html" for kind in ("page", "deck")}


def test_the_largest_explorers_on_a_slide(browser, large):
    with Visit(browser, large["deck"]) as visit:
        assert visit.axe() == []
        assert [small for _ in walk(visit.page) for small in visit.page.evaluate(SMALL)] == []
        assert beyond(visit.page) == []
        visit.assert_quiet()


def test_an_explorer_on_a_slide_keeps_its_letters(browser, live_lesson, tmp_path):
    """Whatever who moves it asks for: what grows out of the room scrolls in it."""
    use_language("ko")
    explorer = AttentionExplorer(["o", "gato", "dorme"], stage="weights", hide=["preset", "axis"])
    cell = next(cell for cell in live_lesson.cells if cell.id == "broken")
    cell.outputs[0].data[WIDGET]["model_id"] = "explorer"
    live_lesson.metadata.widgets[STATE].state["explorer"] = {"model_module": "anywidget", "state": explorer.get_state()}
    (tmp_path / "deck.html").write_text(DeckExporter().from_notebook_node(live_lesson)[0], encoding="utf-8")
    with Visit(browser, tmp_path / "deck.html") as visit:
        visit.page.evaluate("Reveal.slide(1, 1, 0)")
        for stage, fits in ((None, True), ("all", False), ("output", True)):
            if stage:
                visit.page.get_by_label(label("attention-stage"), exact=True).select_option(stage)
            expect(visit.page.locator(".attn-table tbody td:visible").last).to_have_css("font-size", "22px")
            visit.page.wait_for_function("""(fits) => {
              const box = Reveal.getCurrentSlide().querySelector(".cell:has(> .widget)");
              return (box.scrollHeight <= box.clientHeight) === fits;
            }""", arg=fits)
            assert not fits or visit.page.evaluate(BEYOND) == []
            assert visit.page.evaluate("""() => {
              const slide = Reveal.getCurrentSlide(), box = slide.querySelector(".cell:has(> .widget)");
              return box.getBoundingClientRect().bottom <= slide.querySelector(".foot").getBoundingClientRect().top;
            }""")
        sentence = visit.page.get_by_label(label("attention-sentence"), exact=True)
        sentence.fill("<img/src=x/onerror=alert(1)> <b>y</b>")   # on a slide too it stays text
        sentence.press("Enter")
        expect(visit.page.locator(".attn tbody th:visible").first).to_have_text("<img/src=x/onerror=alert(1)>")
        assert visit.page.locator(".attn img, .attn b").count() == 0
        visit.assert_quiet()


# letters of a shown slide that are smaller than the size of their kind: [kind, size]
SMALLER = """(least) => Object.entries(least).flatMap(([kind, size]) =>
  Array.from(Reveal.getCurrentSlide().querySelectorAll(`.slide ${kind}, .slide ${kind} *`))
    .filter((one) => !one.closest("math")
      && Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.textContent.trim()))
    .map((one) => [kind, parseFloat(getComputedStyle(one).fontSize)]).filter(([, letters]) => letters < size))"""


def test_letters_have_one_size_on_all_slides(browser, live_lesson, tmp_path):
    sizes = {".prose": 28, "pre": 22, ".output": 22, "table": 22}
    cell = next(cell for cell in live_lesson.cells if cell.id == "formulas")
    cell.source = "## `code` 하나\n\n글과 `code`, $x$\n\n- 목록"
    cell = next(cell for cell in live_lesson.cells if cell.id == "latex")
    cell.outputs[0].data = {"text/html": "<table><tr><th>k</th><td>1</td></tr></table>", "text/plain": "k 1"}
    path = tmp_path / "deck.html"
    path.write_text(DeckExporter().from_notebook_node(live_lesson)[0], encoding="utf-8")
    with Visit(browser, path) as visit:
        assert [small for _ in walk(visit.page) for small in visit.page.evaluate(SMALLER, sizes)] == []
    path = broken_copy(path, tmp_path, "<p>글과", '<p style="font-size: 27px">글과')
    with Visit(browser, path) as visit:
        assert [[".prose", 27]] == [small for _ in walk(visit.page) for small in visit.page.evaluate(SMALLER, sizes)][:1]


def test_the_largest_explorers_on_a_phone(browser, large):
    with Visit(browser, large["page"], viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as visit:
        assert visit.axe() == []
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390
        visit.assert_quiet()


def test_speaker_notes(browser, live):
    with Visit(browser, live["deck"]) as visit:
        visit.page.keyboard.press("ArrowRight")
        with visit.page.expect_popup() as popup:
            visit.page.keyboard.press("s")
        popup.value.get_by_text("가르치는 사람만 봐요.").first.wait_for()
        assert visit.requests == []


def test_arrow_keys_reach_every_slide(browser, live):
    with Visit(browser, live["deck"]) as visit:
        total = visit.page.evaluate("Reveal.getTotalSlides()")
        seen = set()
        for _ in range(total + 1):   # one fragment
            seen.add(visit.page.evaluate("Reveal.getSlidePastCount()"))
            visit.page.keyboard.press("ArrowRight")
        assert len(seen) == total


# --- the tests see what they look for ----------------------------------------------------------------------------------------

def broken_copy(path, tmp_path, old, new):
    html = path.read_text(encoding="utf-8")
    assert old in html
    (tmp_path / "broken.html").write_text(html.replace(old, new, 1), encoding="utf-8")
    return tmp_path / "broken.html"


def test_sees_a_request(browser, live, tmp_path):
    path = broken_copy(live["page"], tmp_path, "<main", '<img src="https://example.org/x.png" alt="x"><main')
    with Visit(browser, path) as visit:
        assert visit.requests == ["https://example.org/x.png"]


@pytest.mark.parametrize(("markup", "key", "what"), [
    ("<p>1</p>" * 30, "formulas", "bottom"),
    ('<div style="display: contents"><p style="height: 700px; margin-bottom: -750px">1</p></div>', "formulas", "bottom"),
    ('<pre style="white-space: pre">' + "1" * 200 + "</pre>", "formulas", "side"),
    ('<div style="overflow: auto; height: 60px"><p style="height: 70px">1</p></div>', "formulas", "scroll bar"),
    ('</div><div class="cell prose" data-key="formulas" style="margin-bottom: -50px">1</div>'
     '<div class="cell prose" data-key="after">', "formulas", "covers"),
])
def test_sees_what_does_not_fit(browser, live, tmp_path, markup, key, what):
    path = broken_copy(live["deck"], tmp_path, '<h2 id="formulas">', f'{markup}<h2 id="formulas">')
    with Visit(browser, path) as visit:
        assert [key, what] in [one[1:3] for one in beyond(visit.page)]


def test_sees_small_letters(browser, live, tmp_path):
    path = broken_copy(live["deck"], tmp_path, '<h2 id="formulas">', '<h2 id="formulas" style="font-size: 17px">')
    with Visit(browser, path) as visit:
        assert len([one for _ in walk(visit.page) for one in visit.page.evaluate(SMALL)]) == 1


def test_sees_a_violation(browser, live, tmp_path):
    path = broken_copy(live["page"], tmp_path, '<h2 id="formulas">', '<h2 id="formulas" style="color: silver">')
    with Visit(browser, path) as visit:
        assert [one.split(":")[0] for one in visit.axe()] == ["color-contrast"]

"""The Heads explorer: layers × heads as small maps, one opened large; in Python, in Node and in a real browser."""

import json

import numpy as np
import pytest

from attnlib import softmax
from attnlib.classroom import HeadsExplorer
from attnlib.classroom.figures import palette
from attnlib.classroom.labels import LANGUAGES, TAGS, label, use_language
from attnlib.classroom.labels.formatting import fixed
from attnpress.export import web
from tests.support.node import in_node
from tests.support.views import View, assert_heads_are_numpy, own_traits, views

WORDS = ["a", "gata", "dorme", "porque", "ela", "cansou"]
ATTACK = "<img src=x onerror=alert(1)>"
both_languages = pytest.mark.parametrize("language", LANGUAGES)


def weights_of(layers=2, heads=3, queries=6, keys=6, sharpness=2):
    return softmax(sharpness * np.random.default_rng(0).normal(size=(layers, heads, queries, keys)))


def an_explorer(weights=None, **changes):
    return HeadsExplorer(weights_of() if weights is None else weights, **{"queries": WORDS, **changes})


def tokens(count):
    return [f"w{i}" for i in range(count)]


# --- in Python -----------------------------------------------------------------------------------------------------------


def test_every_number_is_kept_as_it_is_read():
    weights = weights_of(3, 4, 6, 6)
    weights[0, 0, 0] = [0.005, 0.125, 0.375, 0.4949999, 1, 1.0000001]
    explorer = an_explorer(weights, layer=2, head=1)
    assert explorer.recorded.shape == weights.shape and np.abs(explorer.recorded - weights).max() <= 0.005 + 1e-6
    assert [fixed(x) for x in explorer.recorded.ravel()] == [fixed(x) for x in weights.ravel()]
    assert [fixed(x) for x in explorer.sums.ravel()] == [fixed(x) for x in weights.sum(axis=-1).ravel()]
    assert np.array_equal(explorer.weights, explorer.recorded[2, 1])
    explorer.set_state({"layer": 0, "head": 3})   # as the page sends it
    assert np.array_equal(explorer.weights, explorer.recorded[0, 3])


@pytest.mark.parametrize("sharpness", [0, 0.3, 1, 3])
def test_144_maps_of_64_tokens_leave_room_on_a_page(sharpness):
    explorer = HeadsExplorer(weights_of(12, 12, 64, 64, sharpness), tokens(64))
    state = {name: getattr(explorer, name) for name in own_traits(explorer)}
    assert len(json.dumps(state)) < 300_000
    assert explorer.recorded.shape == (12, 12, 64, 64)


@pytest.mark.parametrize(("changes", "message"), [
    ({"weights": np.zeros((3, 6, 6))}, r"weights has shape \(3, 6, 6\), and needs \(layers, heads, queries, keys\)"),
    ({"weights": np.zeros((2, 3, 6, 5))}, r"weights has shape \(2, 3, 6, 5\), and needs .* = \(layers, heads, 6, 6\)"),
    ({"weights": np.zeros((0, 3, 6, 6))}, r"weights has shape \(0, 3, 6, 6\)"),
    ({"weights": np.full((1, 1, 6, 6), np.nan)}, "weights go from nan to nan, and needs .* numbers from 0 to 1"),
    ({"weights": np.full((1, 1, 6, 6), 1.1)}, "weights go from 1.1 to 1.1"),
    ({"weights": np.full((1, 1, 6, 6), -0.1)}, "weights go from -0.1"),
    ({"weights": np.zeros((25, 1, 6, 6))}, "weights has 25 layers of 1 heads, and needs at most 24 of 24"),
    ({"weights": np.zeros((24, 24, 64, 64)), "queries": tokens(64)}, "weights holds 2359296 numbers, and needs at most 589824"),
    ({"weights": "abc"}, "weights is no table of numbers"),
    ({"queries": []}, "queries has 0 tokens, and needs 1 to 64"),
    ({"queries": "gata"}, "queries is 'gata', and needs a list of tokens"),
    ({"keys": tokens(65)}, "keys has 65 tokens"),
    ({"layer": 2}, "layer is 2, and needs a whole number from 0 to 1"),
    ({"head": 3}, "head is 3, and needs a whole number from 0 to 2"),
    ({"head": True}, "head is True"),
    ({"sinks": [6]}, "sinks is 6, and needs a whole number from -6 to 5"),
    ({"without": True}, "without is True, and needs sinks to take out"),
])
def test_what_is_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        an_explorer(**changes)


def test_the_twin_is_the_map_that_is_open():
    weights = np.zeros((2, 2, 2, 3))
    weights[1, 0] = [[0.125, 0.375, 0.5], [0.2, 0, 0]]   # a row that does not sum to 1
    explorer = HeadsExplorer(weights, ["q1", "q2"], ["k1", "k2", "k3"], layer=1)
    assert repr(explorer).split() == """
        2 camadas × 2 cabeças. Camada 2, cabeça 1
           k1   k2   k3   soma
        q1 0,13 0,38 0,50 1,00
        q2 0,20 0,00 0,00 0,20""".split()
    html = an_explorer(queries=[ATTACK, *WORDS[1:]])._repr_mimebundle_()[0]["text/html"]
    assert "<img" not in html and "&lt;img" in html
    use_language("ko")
    assert "0.13" in repr(HeadsExplorer(weights, ["q1", "q2"], ["k1", "k2", "k3"], layer=1))
    many = repr(HeadsExplorer(weights_of(1, 1, 64, 64), tokens(64)))
    assert len(many.splitlines()) == 66 and len(many) < 5_000


def test_sinks_are_taken_out_and_the_rest_shared_out_anew():
    weights = weights_of(2, 3)
    weights[1, 2, 3] = [1, 0, 0, 0, 0, 0]   # nothing is left of this row
    explorer = an_explorer(weights, sinks=[0, -1], layer=1, head=2)
    assert np.abs(explorer.recorded - weights).max() <= 0.005 + 1e-6 and "sem" not in repr(explorer)
    explorer.set_state({"without": True})   # as the page sends it
    inner = weights[..., 1:-1]
    total = inner.sum(axis=-1, keepdims=True)
    wanted = np.divide(inner, total, out=np.zeros_like(inner), where=total > 0)
    assert np.abs(explorer.recorded[..., 1:-1] - wanted).max() <= 0.005 + 1e-6
    assert not explorer.recorded[..., [0, -1]].any()
    assert explorer.sums[1, 2].tolist() == [1, 1, 1, 0, 1, 1]
    assert repr(explorer).splitlines()[0].endswith("Camada 2, cabeça 3, sem a cansou")


def test_heads_js_unpacks_what_numpy_packed(tmp_path):
    explorers = [HeadsExplorer(weights_of(2, n, n + 1, 2 * n, n) * scale, tokens(n + 1), tokens(2 * n))
                 for n in range(1, 6) for scale in (1, 0.5)]
    cases = [[one.packed, one.shape] for one in explorers]
    answers = in_node(tmp_path, "heads.js", """async ([packed, shape]) => {
        const { weights, sums } = await unpack(packed, shape);
        return [Array.from(weights), Array.from(sums)];
    }""", cases)
    for explorer, (weights, sums) in zip(explorers, answers, strict=True):
        assert np.allclose(np.array(weights) / 100, explorer.recorded.ravel(), atol=1e-9)
        assert np.allclose(np.array(sums) / 100, explorer.sums.ravel(), atol=1e-9)


# --- in a real browser ---------------------------------------------------------------------------------------------------


class HeadsView(View):
    def drawn(self):
        self.page.wait_for_function("document.querySelector('.attn-heads-maps [aria-selected=true]')")   # unpacked
        super().drawn()

    def map(self, layer, head):
        return self.page.locator(".attn-heads-maps tbody tr").nth(layer).locator("td").nth(head)

    def pixels(self, selector):
        """(rows, columns) of "#rrggbb"."""
        return np.array(self.page.locator(selector).first.evaluate("""(canvas) => {
            const { width, height } = canvas;
            const pen = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
            pen.drawImage(canvas, 0, 0);
            const { data } = pen.getImageData(0, 0, width, height);
            const hex = (at) => "#" + [0, 1, 2].map((c) => data[4 * at + c].toString(16).padStart(2, "0")).join("");
            return Array.from({ length: height }, (_, i) => Array.from({ length: width }, (_, j) => hex(i * width + j)));
        }"""))

    def same_as_numpy(self, explorer):
        self.drawn()
        explorer.layer, explorer.head = self.get("layer"), self.get("head")
        assert_heads_are_numpy(explorer, self.page.locator(".attn"))


def painted(weights):
    return [[palette.weight_colour(weight) for weight in row] for row in weights]


@pytest.fixture
def view(browser):
    with views(browser, HeadsView) as open_view:
        yield open_view


@both_languages
@pytest.mark.parametrize("size", [6, 16])
def test_every_map_is_drawn_and_each_opens(view, language, size):
    use_language(language)
    explorer = HeadsExplorer(weights_of(3, 4, size, size), tokens(size))
    one = view(explorer)
    one.same_as_numpy(explorer)
    for layer in range(3):
        for head in range(4):
            small = one.pixels(f".attn-heads-maps tbody tr:nth-child({layer + 1}) td:nth-child({head + 2}) canvas")
            assert small.tolist() == painted(explorer.recorded[layer, head])
            one.map(layer, head).click()
            one.same_as_numpy(explorer)
            assert (one.get("layer"), one.get("head")) == (layer, head)
            if size == 16:   # too many for numbers
                assert one.pixels(".attn-drawn-map canvas").tolist() == painted(explorer.weights)
    one.page.wait_for_function("saved > 0")


def test_a_small_map_may_be_drawn_without_numbers(view):
    one = view(an_explorer(numbers=False))
    one.drawn()
    assert one.page.locator(".attn-heads-large .attn-matrix").count() == 0
    assert one.pixels(".attn-drawn-map canvas").tolist() == painted(one.explorer.weights)


@both_languages
def test_the_small_maps_by_keys_alone(view, language):
    use_language(language)
    explorer = an_explorer(weights_of(3, 4))
    one = view(explorer)
    one.drawn()
    one.press("Tab")
    for key, place in (("ArrowRight", (0, 1)), ("ArrowDown", (1, 1)), ("End", (1, 3)), ("ArrowRight", (1, 3)),
                       ("ArrowUp", (0, 3)), ("ArrowUp", (0, 3)), ("Home", (0, 0)), ("ArrowLeft", (0, 0)),
                       ("ArrowDown", (1, 0)), ("ArrowDown", (2, 0))):
        one.press(key)
        one.same_as_numpy(explorer)
        assert (one.get("layer"), one.get("head")) == place
        spoken = label("heads-opened", layer=place[0] + 1, head=place[1] + 1)
        assert one.page.evaluate("document.activeElement.getAttribute('aria-label')") == spoken
    said = f"{spoken}. {label('attention-rows-right')}"
    one.page.wait_for_function("(said) => document.querySelector('[role=status]').textContent === said", arg=said)
    assert one.page.locator(".attn-heads-maps td[tabindex='0']").count() == 1
    one.press("Tab", "ArrowDown")   # the large map
    assert one.page.locator(".attn-status").text_content().startswith("gata → ")
    assert one.page.evaluate("left") == ["Tab"]   # the first, from the page


@both_languages
def test_the_sinks_go_and_come_back(view, language):
    use_language(language)
    explorer = an_explorer(weights_of(2, 3), sinks=[0, -1])
    one = view(explorer)
    one.drawn()
    one.map(1, 1).click()
    box = one.page.get_by_label(label("heads-without", sinks="a cansou"))
    for checked in (True, False):
        box.set_checked(checked)
        one.page.wait_for_function("(checked) => model.get('without') === checked", arg=checked)
        explorer.without = checked
        one.same_as_numpy(explorer)
        small = one.pixels(".attn-heads-maps tbody tr:nth-child(2) td:nth-child(3) canvas")
        assert small.tolist() == painted(explorer.recorded[1, 1])
    one.set(without=True)   # from Python
    one.drawn()
    assert box.is_checked()
    assert view(an_explorer()).page.locator(".attn-checkbox").count() == 0


def brief(token):
    return token if len(token) <= 32 else token[:31] + "…"


def said_of(explorer, i):
    row = explorer.weights[i]
    best = sorted(range(len(row)), key=lambda j: -row[j])[:3]
    named = " · ".join(f"{brief(explorer.key_tokens[j])} {fixed(row[j])}" for j in best)
    more = f" · {label('attention-rows-more', count=len(row) - 3)}" if len(row) > 3 else ""
    total = fixed(explorer.sums[explorer.layer, explorer.head, i])
    return f"{explorer.query_tokens[i]} → {named}{more}; {label('explorer-sum')} {total}"


@both_languages
@pytest.mark.parametrize("size", [6, 20])
def test_a_row_is_read_aloud(view, language, size):
    use_language(language)
    explorer = HeadsExplorer(weights_of(2, 2, size, size), tokens(size))
    one = view(explorer)
    one.drawn()
    status = one.page.locator(".attn-status")
    assert status.text_content() == label("heads-hint")
    rows = one.page.get_by_role("option") if size == 20 else one.page.locator(".attn-matrix tbody tr td:nth-child(2)")
    rows.nth(2).hover()
    assert status.text_content() == said_of(explorer, 2)
    one.page.mouse.move(0, 0)
    assert status.text_content() == label("heads-hint")
    rows.nth(3).click()
    one.press("ArrowDown")
    assert status.text_content() == said_of(explorer, 4)
    one.page.wait_for_function("(said) => document.querySelector('[role=status]').textContent === said", arg=said_of(explorer, 4))
    if size == 20:
        one.press("End")
        assert status.text_content() == said_of(explorer, 19)
        box = one.page.locator(".attn-drawn-map").bounding_box()
        one.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] * 10.5 / 20)
        assert status.text_content() == said_of(explorer, 10)
        lit = one.page.locator(".attn-drawn-lit").bounding_box()
        assert lit["y"] == pytest.approx(box["y"] + box["height"] * 0.5, abs=1)


@both_languages
def test_rows_that_do_not_sum_to_1_are_named(view, language):
    use_language(language)
    weights = weights_of(1, 2)
    weights[0, 1, [1, 3]] *= 0.5
    one = view(an_explorer(weights))
    one.drawn()
    verdict = one.page.locator(".attn-said .attn-note")
    assert verdict.text_content() == label("attention-rows-right")
    one.map(0, 1).click()
    one.drawn()
    assert verdict.text_content() == label("attention-rows-wrong", rows=f"gata ({fixed(0.5)}) · porque ({fixed(0.5)})")


def test_by_touch_on_a_phone(view):
    explorer = HeadsExplorer(weights_of(12, 12, 16, 16), [*tokens(15), "x" * 40])
    one = view(explorer, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    one.drawn()
    one.map(7, 11).tap()
    one.same_as_numpy(explorer)
    assert (one.get("layer"), one.get("head")) == (7, 11)
    one.page.get_by_role("option").nth(4).tap()
    assert one.page.locator(".attn-status").text_content() == said_of(explorer, 4)
    box = one.page.locator(".attn-drawn-map").bounding_box()
    for row in (9, 9, 2):   # the same again, and another
        one.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] * (row + 0.5) / 16)
        assert one.page.locator(".attn-status").text_content() == said_of(explorer, row)
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 390
    small, large = (one.page.locator(name).bounding_box() for name in (".attn-heads-maps", ".attn-drawn"))
    assert large["y"] >= small["y"] + small["height"]   # below
    assert one.page.get_by_role("option").last.locator(".attn-token").get_attribute("title") == "x" * 40


@pytest.mark.parametrize(("size", "width"), [(6, 960), (10, 960), (20, 960), (24, 1280)])
def test_the_large_map_stands_beside_the_small_ones(view, size, width):
    one = view(HeadsExplorer(weights_of(12, 12, size, size), tokens(size)), viewport={"width": width, "height": 720})
    one.drawn()
    small, large = (one.page.locator(name).bounding_box() for name in (".attn-heads-maps", ".attn-heads-large"))
    assert large["x"] >= small["x"] + small["width"] and large["x"] + large["width"] <= width
    scrolls = one.page.locator(".attn-heads-large .attn-matrix, .attn-drawn").evaluate_all(
        "(all) => all.map((node) => node.scrollWidth > node.clientWidth + 1)")
    assert scrolls == [False]


def test_144_maps_of_64_tokens(view):
    explorer = HeadsExplorer(weights_of(12, 12, 64, 64), tokens(64))
    one = view(explorer, viewport={"width": 1000, "height": 720})   # a page
    one.drawn()
    small, large = (one.page.locator(name).bounding_box() for name in (".attn-heads-maps", ".attn-drawn"))
    assert large["y"] >= small["y"] + small["height"]   # so many words need the whole width
    letters = one.page.get_by_role("option").first.evaluate("(node) => parseFloat(getComputedStyle(node).fontSize)")
    assert letters >= 12
    one.map(11, 5).click()
    one.same_as_numpy(explorer)
    assert one.pixels(".attn-drawn-map canvas").tolist() == painted(explorer.weights)
    assert one.page.locator(".attn *").count() < 1500   # no cell for each of 4096 weights


@both_languages
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390)])
@pytest.mark.parametrize("size", [6, 30])
def test_axe_finds_nothing(view, language, scheme, width, size):
    use_language(language)
    explorer = HeadsExplorer(0.9 * weights_of(2, 4, size, size), tokens(size))
    one = view(explorer, color_scheme=scheme, viewport={"width": width, "height": 720})
    one.drawn()
    one.map(1, 1).click()
    one.page.evaluate((web() / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = one.page.evaluate("async () => (await axe.run()).violations.map((v) => [v.id, v.nodes.map((n) => n.html)])")
    assert found == []
    assert one.page.evaluate("document.documentElement.scrollWidth") <= width
    assert one.page.get_by_role("group", name=label("heads-name"), exact=True).get_attribute("lang") == TAGS[language]


@pytest.mark.parametrize("size", [4, 13])
def test_words_are_text_with_glosses(view, size):
    names = [ATTACK, "고양이", *tokens(size - 2)]
    one = view(HeadsExplorer(weights_of(1, 1, size, size), names))
    one.drawn()
    assert one.page.locator("#here img").count() == 0
    one.set(glosses={"고양이": "gato"})
    one.set(labels={**one.explorer.labels, "x": "drawn anew"})
    one.drawn()
    assert one.texts(".attn-heads-large .attn-gloss") == ["gato", "gato"]
    assert one.page.locator("[lang=ko]").count() == 2


def test_another_language_rewrites_everything_and_the_end_leaves_nothing(view):
    explorer = an_explorer()
    one = view(explorer)
    one.drawn()
    explorer.language = "ko"
    one.set(language="ko", labels=explorer.labels, glosses={})
    one.drawn()
    use_language("ko")
    one.same_as_numpy(explorer)
    assert label("heads-maps") in one.page.locator(".attn").inner_text() and one.page.locator(".attn").count() == 1
    one.page.evaluate("stop()")
    assert one.page.evaluate("model.listeners()") == 0

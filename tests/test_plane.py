"""The Plane explorer: its numbers against NumPy in Python and in Node, and in a real browser by pointer, touch and keys."""

import numpy as np
import pytest

from attnlib import attention
from attnlib.classroom import PlaneExplorer
from attnlib.classroom.labels import LANGUAGES, TAGS, label, use_language
from attnlib.classroom.labels.formatting import fixed, short
from attnpress.export import web
from tests.support.node import in_node
from tests.support.views import View, assert_plane_is_numpy, views

ATTACK = "<img src=x onerror=alert(1)>"
KEYS, VALUES = [[1, 0], [0, 1.5], [-1, -1]], [[1, 2], [3, -1.5], [0, 1]]
NAMES = ["bola", "caixa", "grande"]
both_languages = pytest.mark.parametrize("language", LANGUAGES)


def a_plane(**changes):
    return PlaneExplorer(**{"query": [2, 1], "keys": KEYS, "names": NAMES, "query_name": "ela", **changes})


def with_values(**changes):
    return a_plane(values=VALUES, **changes)


# --- in Python -----------------------------------------------------------------------------------------------------------


def test_the_numbers_are_those_of_attention():
    plane = with_values(scale=0.5)
    output, weights = attention(np.array([[2.0, 1]]), np.array(KEYS, float), np.array(VALUES), scale=0.5)
    assert plane.scores.tolist() == [2, 1.5, -3]
    np.testing.assert_allclose(plane.weights, weights[0], atol=1e-12)
    np.testing.assert_allclose(plane.output, output[0], atol=1e-12)
    plane.set_state({"query": [0, 0]})   # as the page sends it
    assert np.allclose(plane.weights, 1 / 3) and np.allclose(plane.output, [4 / 3, 0.5])
    same = a_plane()
    assert same.value_points == [] and np.array_equal(same.values, KEYS)
    same.key_points = [[1, 0], [0, 0], [0, 0]]
    assert np.allclose(same.output, [np.e**2 / (np.e**2 + 2), 0])


def test_names_are_made_where_none_are_given():
    plane = PlaneExplorer([1, 0], [[1, 0]] * 8)
    assert plane.names == [f"k{sign}" for sign in "₁₂₃₄₅₆₇₈"] and plane.query_name == "q"


@pytest.mark.parametrize(("far", "limit"), [(0, 2), (1.8, 2), (1.9, 3), (4, 5), (5, 6), (9, 10), (10, 10)])
def test_the_axes_end_beyond_all_points_and_only_grow(far, limit):
    plane = PlaneExplorer([0, -far], [[0, 0]])
    assert plane.limit == limit
    plane.query = [0, 0]
    assert plane.limit == limit
    plane.query = [9.5, 0]
    assert plane.limit == 10


@pytest.mark.parametrize(("changes", "message"), [
    ({"query": [1, 2, 3]}, r"query has shape \(3,\), and needs \(2,\)"),
    ({"query": [[1, 2]]}, r"query has shape \(1, 2\)"),
    ({"query": [1, 11]}, "query goes from 1 to 11, and needs numbers from −10 to 10"),
    ({"query": [1, np.nan]}, "query holds NaN"),
    ({"query": "ab"}, "query"),
    ({"keys": []}, r"keys has shape \(0,\), and needs \(keys, 2\)"),
    ({"keys": [[1, 2]] * 9, "names": None}, "keys has 9 points, and needs 1 to 8"),
    ({"keys": [[1, 2, 3]] * 3}, r"keys has shape \(3, 3\)"),
    ({"keys": [[1, 2], [3]]}, "keys"),
    ({"keys": np.full((3, 2), np.inf)}, "keys holds NaN or infinity"),
    ({"values": [[1, 2]] * 2}, "values has 2 rows, and keys has 3"),
    ({"values": [[1, -10.1]] * 3}, "values goes from -10.1 to 1"),
    ({"names": ["a"]}, "names has 1 rows, and keys has 3"),
    ({"names": "abc"}, "names is 'abc', and needs a list of tokens"),
    ({"names": []}, "names has 0 tokens"),
    ({"scale": -1}, "scale is -1, and needs a number from 0 to 10"),
    ({"scale": np.nan}, "scale is nan"),
])
def test_what_a_plane_refuses(changes, message):
    with pytest.raises(ValueError, match=message):
        a_plane(**changes)


def test_a_refused_change_leaves_the_old_value():
    plane = with_values()
    for name, value in (("query", [1]), ("key_points", [[1, 1]]), ("value_points", [[1, 1]]), ("names", ["a"])):
        before = getattr(plane, name)
        with pytest.raises(ValueError, match=name):
            setattr(plane, name, value)
        assert getattr(plane, name) == before


def test_the_twin():
    assert repr(with_values(query=[2, 1.5])).split() == """
        Plano: ela = (2; 1,5); saída = (2,12; 0,03)
               chave valor q · k peso
        bola (1; 0) (1; 2) 2 0,44
        caixa (0; 1,5) (3; −1,5) 2,25 0,56
        grande (−1; −1) (0; 1) −3,5 0,00""".split()
    assert "softmax(0,5" in repr(a_plane(scale=0.5))
    use_language("ko")
    text, html = repr(a_plane()), a_plane()._repr_mimebundle_()[0]["text/html"]
    assert "(0, 1.5)" in text and "출력 = (0.62, 0.56)" in text and "<td>(0, 1.5)</td>" in html
    attack = a_plane(names=[ATTACK, "b", "c"])._repr_mimebundle_()[0]["text/html"]
    assert "<img" not in attack and "&lt;img" in attack


# --- JavaScript = NumPy --------------------------------------------------------------------------------------------------


def test_plane_js_gives_what_numpy_gives(tmp_path):
    rng = np.random.default_rng(0)
    planes = [PlaneExplorer(*(rng.uniform(-size, size, shape) for shape in (2, (n, 2), (n, 2))), scale=scale)
              for n in range(1, 9) for size in (1, 10) for scale in (0, 0.7, 10)]
    cases = [{"query": one.query, "keys": one.key_points, "values": one.value_points, "scale": one.scale} for one in planes]
    answers = in_node(tmp_path, "plane.js", "(c) => { const r = attend(c); return [r.scores, r.weights, r.output]; }", cases)
    for plane, (scores, weights, output) in zip(planes, answers, strict=True):
        np.testing.assert_allclose(scores, plane.scores, atol=1e-9)
        np.testing.assert_allclose(weights, plane.weights, atol=1e-9)
        np.testing.assert_allclose(output, plane.output, atol=1e-9)


def inside(point, corners):
    """Whether a point lies within a convex shape whose corners go round it."""
    corners = np.array(corners)
    sides, to_point = np.roll(corners, -1, axis=0) - corners, point - corners
    turns = sides[:, 0] * to_point[:, 1] - sides[:, 1] * to_point[:, 0]
    return (turns >= -1e-9).all() or (turns <= 1e-9).all()


def test_the_hull_holds_every_mix_of_its_points_and_nothing_beyond(tmp_path):
    rng = np.random.default_rng(1)
    clouds = [rng.uniform(-5, 5, (n, 2)).round(1).tolist() for n in (3, 4, 8, 8, 8)]
    line, one = [[0, 0], [2, 2], [1, 1]], [[1, 2], [1, 2]]
    *hulls, of_line, of_one = in_node(tmp_path, "plane.js", "hull", [*clouds, line, one])
    for cloud, hull in zip(clouds, hulls, strict=True):
        assert all(corner in cloud for corner in hull)
        for mix in rng.dirichlet(np.ones(len(cloud)), 20) @ cloud:
            assert inside(mix, hull)
        assert not inside(np.array([5.1, 0]), hull)
    assert sorted(of_line) == [[0, 0], [2, 2]] and all(corner == [1, 2] for corner in of_one)


# --- in a real browser ---------------------------------------------------------------------------------------------------


class PlaneView(View):
    def point(self, kind, name):
        return self.page.get_by_role("slider", name=label(f"plane-{kind}-name", name=name), exact=True)

    def centre(self, kind, name):
        box = self.point(kind, name).locator(".attn-halo").bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def unit(self):
        """Pixels for 1."""
        return self.page.locator(".attn-plane").bounding_box()["width"] * (188 / 400) / self.get("limit")

    def drag(self, kind, name, dx, dy):
        x, y = self.centre(kind, name)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + dx * self.unit() / 2, y - dy * self.unit() / 2)
        self.page.mouse.move(x + dx * self.unit(), y - dy * self.unit())
        self.page.mouse.up()
        self.drawn()

    def same_as_numpy(self):
        """Everything on the screen is NumPy's; returns the Python explorer."""
        self.drawn()
        python = PlaneExplorer(self.get("query"), self.get("key_points"), self.get("value_points") or None, self.get("names"),
                               self.get("query_name"), self.get("scale"))
        assert_plane_is_numpy(python, self.page.locator(".attn"), self.get("limit"))
        return python


@pytest.fixture
def view(browser):
    with views(browser, PlaneView) as open_view:
        yield open_view


@both_languages
@pytest.mark.parametrize("make", [a_plane, with_values])
def test_every_point_is_dragged(view, language, make):
    use_language(language)
    one = view(make(scale=0.7))
    one.same_as_numpy()
    one.drag("query", "ela", -1, 0.5)
    assert one.get("query") == [1, 1.5]
    one.same_as_numpy()
    one.drag("key", "caixa", 0.5, -1.2)
    assert one.get("key_points")[1] == pytest.approx([0.5, 0.3])
    one.same_as_numpy()
    if make is with_values:
        one.drag("value", "grande", 0, -2)
        assert one.get("value_points")[2] == [0, -1] and one.get("key_points")[2] == [-1, -1]
        one.same_as_numpy()
    one.drag("query", "ela", 50, 50)   # beyond the drawing
    assert one.get("query") == [one.get("limit")] * 2
    one.same_as_numpy()
    x, y = one.centre("key", "bola")
    one.page.mouse.move(x, y)   # let go: nothing follows
    assert one.get("query") == [one.get("limit")] * 2
    one.page.get_by_role("button", name=label("explorer-reset"), exact=True).click()
    one.same_as_numpy()
    assert {name: one.get(name) for name in one.explorer.start} == one.explorer.start
    one.page.wait_for_function("saved > 0")


@both_languages
def test_every_point_is_moved_by_keys_alone(view, language):
    use_language(language)
    one = view(with_values())
    for kind, trait in (("key", "key_points"), ("value", "value_points")):
        for i, name in enumerate(NAMES):
            one.press("Tab")
            spoken = one.page.evaluate("document.activeElement.getAttribute('aria-label')")
            assert spoken == label(f"plane-{kind}-name", name=name)
            x, y = one.get(trait)[i]
            one.press("ArrowRight", "ArrowUp", "ArrowUp", "Shift+ArrowDown", "Shift+ArrowLeft")
            assert one.get(trait)[i] == pytest.approx([x - 0.9, y - 0.8])
            one.same_as_numpy()
    one.press("Tab", "ArrowLeft", "ArrowDown")
    assert one.get("query") == [1.9, 0.9]   # and no 1.9000000000000001
    one.press(*["Shift+ArrowUp"] * 9)
    assert one.get("query") == [1.9, one.get("limit")]
    one.same_as_numpy()
    one.press("Tab", "Enter")
    assert one.get("query") == [2, 1]
    one.press("Control+ArrowUp")
    assert one.page.evaluate("left") == ["Tab"]   # the first, from the page


def test_by_touch(view):
    one = view(with_values(), viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    x, y = one.centre("query", "ela")
    touch = one.page.context.new_cdp_session(one.page)
    for kind, points in (("touchStart", [(x, y)]), ("touchMove", [(x - 20, y + 10)]),
                         ("touchMove", [(x - one.unit(), y + one.unit())]), ("touchEnd", [])):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": px, "y": py} for px, py in points]})
    one.drawn()
    assert one.get("query") == pytest.approx([1, 0], abs=0.11)
    one.same_as_numpy()
    size = one.point("query", "ela").locator(".attn-hit").bounding_box()["width"]
    assert size >= 40   # a finger finds it
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_of_two_points_in_one_place_the_nearest_is_taken(view):
    one = view(PlaneExplorer([1, 1], [[1.1, 1], [-1, 0]], names=["a", "b"]))
    x, y = one.centre("key", "a")
    one.page.mouse.move(x + 3, y)   # beyond the key, away from the query
    one.page.mouse.down()
    one.page.mouse.move(x + 3 + one.unit() / 2, y)
    one.page.mouse.up()
    assert one.get("query") == [1, 1] and one.get("key_points")[0] == pytest.approx([1.6, 1])


def test_nothing_jumps_when_a_point_is_taken_beside_its_middle(view):
    one = view(a_plane())
    x, y = one.centre("query", "ela")
    one.page.mouse.move(x + 7, y - 7)
    one.page.mouse.down()
    one.page.mouse.move(x + 8, y - 7)
    one.page.mouse.up()
    assert one.get("query") == [2, 1]
    axes = one.page.locator(".attn-plane > g").first.inner_html()
    one.drag("query", "ela", -3, -3)
    assert one.page.locator(".attn-plane > g").first.inner_html() == axes


def test_what_python_sets_is_drawn_and_the_axes_grow(view):
    one = view(a_plane())
    assert one.get("limit") == 3
    one.set(limit=10, query=[9, -9])
    one.same_as_numpy()
    assert "8" in one.texts(".attn-plane > g text")


@both_languages
def test_what_a_screen_reader_is_told(view, language):
    use_language(language)
    one = view(a_plane())
    assert one.page.get_by_role("group", name=label("plane-name"), exact=True).get_attribute("lang") == TAGS[language]
    assert one.page.locator("[role=status]").text_content() == ""   # a page that opens says nothing
    one.point("query", "ela").press("ArrowUp")
    python = one.same_as_numpy()
    shares = "; ".join(f"{name} {fixed(weight)}" for name, weight in zip(NAMES, python.weights, strict=True))
    said = label("plane-said", shares=shares, output=label("plane-point", x=short(python.output[0]), y=short(python.output[1])))
    one.page.wait_for_function("(said) => document.querySelector('[role=status]').textContent === said", arg=said)
    roles = {point.get_attribute("aria-roledescription") for point in one.page.get_by_role("slider").all()}
    assert roles == {label("plane-draggable")}


@both_languages
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_and_nothing_is_cut(view, language, scheme, width):
    use_language(language)
    long = "가나다라마바사아자차" * 4
    explorer = with_values(names=[long, "b" * 40, "c"], query_name=long)
    one = view(explorer, color_scheme=scheme, viewport={"width": width, "height": 844})
    one.point("query", long).focus()
    one.page.evaluate((web() / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = one.page.evaluate("async () => (await axe.run()).violations.map((v) => [v.id, v.nodes.map((n) => n.html)])")
    assert found == []
    assert one.page.evaluate("document.documentElement.scrollWidth") <= width
    cut = one.page.locator(".attn td, .attn-button").evaluate_all(
        "(nodes) => nodes.filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => node.textContent)")
    assert cut == []
    beyond = one.page.locator(".attn-plane text").evaluate_all("""(all) => all.filter((text) => {
        const [box, frame] = [text, text.closest("svg")].map((node) => node.getBoundingClientRect());
        return box.left < frame.left - 1 || box.right > frame.right + 1;
    }).map((text) => text.textContent)""")
    assert beyond == []
    assert one.page.locator(".attn-plane-table .attn-token").first.get_attribute("title") == long
    assert one.page.locator(".attn-name").first.text_content() == long[:9] + "…"


def test_names_are_text_and_other_words_have_glosses(view):
    one = view(a_plane(names=[ATTACK, "고양이", "c"]))
    one.set(glosses={"고양이": "gato"})
    one.set(labels={**one.explorer.labels, "x": "drawn anew"})
    assert one.page.locator("#here img").count() == 0
    assert one.texts(".attn-plane-table th .attn-gloss") == ["gato"] and one.texts(".attn-plane tspan.attn-gloss") == ["gato"]
    assert one.page.locator(".attn-plane-table th span").nth(1).get_attribute("lang") == "ko"


def test_another_language_rewrites_everything_and_the_end_leaves_nothing(view):
    one = view(a_plane())
    one.explorer.language = "ko"
    one.set(language="ko", labels=one.explorer.labels)
    use_language("ko")
    one.same_as_numpy()
    assert label("plane-output") in one.page.locator(".attn").inner_text() and one.page.locator(".attn").count() == 1
    one.page.evaluate("stop()")
    assert one.page.evaluate("model.listeners()") == 0

"""The softmax, scale and film explorers: their numbers against NumPy, in Python, in Node and on the screen."""

import json
import re

import numpy as np
import pytest
from playwright.sync_api import expect

from attnlib import softmax
from attnlib.classroom.explorers.film import AlignmentFilm, count_hits
from attnlib.classroom.explorers.scale import SIZES, ScaleExplorer, example_scores, saturation, scale_table
from attnlib.classroom.explorers.softmax import SoftmaxExplorer
from attnlib.classroom.labels import LANGUAGES, TAGS, label, use_language
from attnlib.classroom.labels.formatting import fixed
from attnpress.export import web
from tests.support.node import in_node
from tests.support.views import HOST, View, assert_softmax_is_numpy, own_traits, views

KOREAN = ["나는", "사과를", "먹었다"]
PORTUGUESE = ["eu", "comi", "a", "maçã"]
ATTACK = "<img src=x onerror=alert(1)>"
GOLD = np.array([[1, 0, 0, 0], [0, 0, 1, 1], [0, 0, 0, 0]], bool)
both_languages = pytest.mark.parametrize("language", LANGUAGES)


def recording(steps=5, queries=3, keys=4):
    """Weights that go from uniform to a clear choice, as training would."""
    rng = np.random.default_rng(1)
    end = softmax(6 * rng.normal(size=(queries, keys)))
    t = np.linspace(0, 1, steps)[:, None, None]
    return (1 - t) / keys + t * end


def a_film(**changes):
    arguments = {"weights": recording(), "steps": [0, 10, 20, 40, 80], "queries": KOREAN, "keys": PORTUGUESE,
                 "gold": GOLD, "errors": [2.5, 1.25, 0.5, 0.25, 0.125], "title": "PT → KO"}
    return AlignmentFilm(**{**arguments, **changes})


EXPLORERS = {"softmax": SoftmaxExplorer, "scale": lambda: ScaleExplorer(draws=50), "film": a_film}
every_explorer = pytest.mark.parametrize("name", EXPLORERS)


# --- softmax in Python ---------------------------------------------------------------------------------------------------


def test_softmax_gives_the_shares_of_attnlib_and_the_naive_ones():
    explorer = SoftmaxExplorer([3, 0.5, -2], temperature=2, shift=10)
    assert np.allclose(explorer.z, [6.5, 5.25, 4])
    assert np.array_equal(explorer.weights, softmax(explorer.z))
    assert np.allclose(explorer.naive, explorer.weights, atol=1e-12)


def test_minus_infinity_hides_an_entry():
    explorer = SoftmaxExplorer([2, -np.inf, 0], hidden=[2])
    assert explorer.hidden == [1, 2] and explorer.scores == [2, 0, 0]
    assert explorer.weights.tolist() == [1, 0, 0]
    explorer.hidden = [0, 1, 2]
    assert explorer.weights.tolist() == [0, 0, 0] and np.isnan(explorer.naive).all()


def test_a_shift_changes_no_share_and_overflows_the_naive_formula():
    explorer = SoftmaxExplorer()
    before = explorer.weights
    explorer.shift = 709   # of (2, 1, 0, −1): exp(711) and exp(710) overflow, exp(709) and exp(708) do not
    assert np.allclose(explorer.weights, before, atol=1e-12)
    np.testing.assert_array_equal(explorer.naive, [np.nan, np.nan, 0, 0])   # ∞ / ∞ twice, a number / ∞ twice
    explorer.shift = 1000
    assert np.isnan(explorer.naive).all()
    assert np.log(np.finfo(float).max) == pytest.approx(709.782712893384)


def test_what_javascript_sends_is_what_python_has():
    explorer = SoftmaxExplorer()
    explorer.set_state({"scores": [1, 2], "hidden": [1], "temperature": 5, "shift": 7})
    assert (explorer.scores, explorer.hidden, explorer.temperature, explorer.shift) == ([1, 2], [1], 5, 7)
    explorer.set_state({"scores": [1, 2, 3], "hidden": [2]})
    assert explorer.weights[2] == 0
    explorer.scores = [20, 0]   # fewer scores than the hidden one's number, and bars that must grow
    assert explorer.hidden == [] and explorer.limit == 20


@pytest.mark.parametrize("arguments, message", [
    ({"scores": [1]}, r"scores has shape \(1,\), and needs 2 to 8 numbers"),
    ({"scores": range(9)}, r"scores has shape \(9,\), and needs 2 to 8"),
    ({"scores": [[1, 2]]}, r"scores has shape \(1, 2\)"),
    ({"scores": [1, np.nan]}, r"scores is \[1\.0, nan\], and needs 2 to 8 numbers from -1000 to 1000, or -inf"),
    ({"scores": [1, np.inf]}, "scores is"),
    ({"scores": [1, 1001]}, "scores is"),
    ({"scores": "ab"}, "scores is 'ab'"),
    ({"hidden": [4]}, r"hidden is \[4\], and needs a list of whole numbers from 0 to 3"),
    ({"hidden": 1}, "hidden is 1"),
    ({"hidden": [True]}, "hidden is"),
    ({"temperature": 0}, r"temperature is 0, and needs a number from 0\.1 to 10"),
    ({"temperature": "1"}, "temperature is '1'"),
    ({"temperature": np.nan}, "temperature is nan"),
    ({"shift": -1}, "shift is -1, and needs a number from 0 to 1000"),
    ({"shift": None}, "shift is None"),
])
def test_what_softmax_refuses(arguments, message):
    with pytest.raises(ValueError, match=message):
        SoftmaxExplorer(**arguments)
    if arguments.get("scores") is None:
        explorer = SoftmaxExplorer()
        with pytest.raises(ValueError, match=message):
            explorer.set_trait(*next(iter(arguments.items())))
        assert explorer.temperature == 1 and explorer.shift == 0 and explorer.hidden == []


# --- scale in Python -----------------------------------------------------------------------------------------------------


# The course's table of √d_k: 8 keys, N(0, 1), 2,000 draws, seed 0. Largest weight, H/H_max, Σ|∂a/∂s|.
TABLE = {
    1: ((0.307, 0.865, 1.572), (0.307, 0.865, 1.572)),
    4: ((0.532, 0.615, 1.196), (0.346, 0.839, 1.544)),
    16: ((0.753, 0.317, 0.681), (0.361, 0.827, 1.531)),
    64: ((0.874, 0.154, 0.358), (0.359, 0.829, 1.537)),
    256: ((0.938, 0.074, 0.180), (0.360, 0.829, 1.538)),
    512: ((0.957, 0.050, 0.122), (0.360, 0.829, 1.537)),
}


def test_the_table_of_the_square_root():
    explorer = ScaleExplorer()
    for d, (unscaled, scaled) in TABLE.items():
        i = SIZES.index(d)
        assert tuple(explorer.unscaled_means[i]) == unscaled, d
        assert tuple(explorer.scaled_means[i]) == scaled, d
    unscaled, scaled = scale_table()
    assert (np.diff(unscaled, axis=0) * [1, -1, -1] > 0).all()   # it only gets worse
    assert np.ptp(scaled[3:], axis=0).max() < 0.015              # flat from d_k = 8 on
    assert scaled[-1, 2] / unscaled[-1, 2] == pytest.approx(12.6, abs=0.05)


def test_saturation_is_what_it_says():
    scores = np.random.default_rng(3).normal(size=(1, 5))
    weights, step = softmax(scores)[0], 1e-6
    jacobian = [(softmax(scores + step * row)[0] - softmax(scores - step * row)[0]) / (2 * step) for row in np.eye(5)]
    largest, entropy, gradient = saturation(scores)
    assert largest == weights.max()
    assert entropy == pytest.approx(-(weights @ np.log(weights)) / np.log(5))
    assert gradient == pytest.approx(np.abs(jacobian).sum(), abs=1e-8)
    assert saturation(np.zeros((3, 4))) == pytest.approx([1 / 4, 1, 2 * 3 / 4])
    assert saturation([[0.0, -2000]]) == pytest.approx([1, 0, 0])


def test_the_example_uses_the_first_numbers_of_the_same_vectors():
    scores = example_scores(keys=3, seed=5)
    rng = np.random.default_rng(5)
    q, k = rng.normal(size=512), rng.normal(size=(3, 512))
    for d, row in zip(SIZES, scores, strict=True):
        assert np.allclose(row, k[:, :d] @ q[:d])
    explorer = ScaleExplorer(keys=3, draws=5, seed=5, d_k=16, scaled=True)
    assert np.allclose(explorer.weights, softmax(scores[4] / 4), atol=1e-3)
    explorer.scaled = False
    assert np.allclose(explorer.weights, softmax(scores[4]), atol=1e-3)


@pytest.mark.parametrize("arguments, message", [
    ({"keys": 1}, "keys is 1, and needs a whole number from 2 to 8"),
    ({"keys": 8.0}, "keys is 8.0"),
    ({"draws": 0}, "draws is 0, and needs a whole number from 1 to 4000"),
    ({"seed": -1}, "seed is -1, and needs a whole number from 0"),
    ({"seed": None}, "seed is None"),
    ({"d_k": 3}, "d_k is 3, and needs one of 1, 2, 4"),
    ({"d_k": True}, "d_k is True"),
])
def test_what_scale_refuses(arguments, message):
    with pytest.raises(ValueError, match=message):
        ScaleExplorer(**{"draws": 2, **arguments})


# --- film in Python ------------------------------------------------------------------------------------------------------


def test_a_film_keeps_three_decimals_in_little_room():
    rng = np.random.default_rng(0)
    weights = rng.dirichlet(np.ones(20), size=(30, 20))
    film = AlignmentFilm(weights, range(30), [f"consulta{i}" for i in range(20)], [f"chave{i}" for i in range(20)],
                         gold=np.eye(20, dtype=bool), errors=rng.random(30))
    assert np.abs(film.recorded - weights).max() <= 0.0005 + 1e-12
    state = {name: value for name, value in film.get_state().items() if name not in ("_esm", "_css")}
    assert len(json.dumps(state)) < 40_000


def test_a_film_shows_its_frame():
    film = a_film()
    assert film.frame == 0 and np.allclose(film.weights, 0.25)
    film.frame = 4
    assert np.abs(film.weights - recording()[4]).max() <= 0.0005
    assert a_film(frame=-1).frame == 4
    film.set_state({"frame": 2})
    assert np.array_equal(film.weights, film.recorded[2])


def test_a_hit_is_a_largest_weight_on_a_right_pair():
    gold = np.argwhere(GOLD).tolist()
    assert count_hits(np.full((3, 4), 0.25), gold) == (0, 2)   # a tie chooses nobody
    assert count_hits([[0.7, 0.1, 0.1, 0.1], [0.1, 0.1, 0.4, 0.4], [1, 0, 0, 0]], gold) == (2, 2)
    assert count_hits([[0.7, 0.1, 0.1, 0.1], [0.5, 0.1, 0.2, 0.2], [1, 0, 0, 0]], gold) == (1, 2)
    assert a_film().hits == (0, 2)


@pytest.mark.parametrize("changes, message", [
    ({"weights": np.zeros((3, 4))}, r"weights has shape \(3, 4\), and needs \(steps, queries, keys\)"),
    ({"weights": np.zeros((2, 3, 4))}, r"weights has shape \(2, 3, 4\), and needs \(steps, queries, keys\) = \(5, 3, 4\)"),
    ({"weights": 0 * recording() - 1}, "weights go from -1"),
    ({"weights": np.full((5, 3, 4), np.nan)}, "weights go from nan"),
    ({"weights": "abc"}, "weights is no table of numbers"),
    ({"weights": np.zeros((100, 30, 30))}, "weights holds 90000 numbers, and a film at most 60000"),
    ({"steps": [0, 10, 20, 40, 40]}, "steps is .*each larger than the one before"),
    ({"steps": [0, 1, 2, 3, 4.5]}, "steps is"),
    ({"steps": 5}, "steps is 5, and needs a list"),
    ({"steps": [0, 1]}, r"weights has shape \(5, 3, 4\), and needs .* = \(2, 3, 4\)"),
    ({"queries": "abc"}, "queries is 'abc', and needs a list of tokens"),
    ({"keys": ["a"]}, r"needs \(steps, queries, keys\) = \(5, 3, 1\)"),
    ({"gold": np.ones((3, 4))}, r"gold holds float64 in shape \(3, 4\), and needs booleans"),
    ({"gold": GOLD.T}, r"gold holds bool in shape \(4, 3\)"),
    ({"errors": [1, 2]}, r"errors has shape \(2,\), and needs 5 numbers from 0"),
    ({"errors": [1, 2, 3, 4, np.inf]}, "errors is"),
    ({"errors": [1, 2, 3, 4, -1]}, "errors is"),
    ({"frame": 5}, "frame is 5, and needs a whole number from -5 to 4"),
    ({"frame": 1.0}, "frame is 1.0"),
])
def test_what_a_film_refuses(changes, message):
    with pytest.raises(ValueError, match=message):
        a_film(**changes)


# --- the twins -----------------------------------------------------------------------------------------------------------


def test_the_twin_of_softmax():
    explorer = SoftmaxExplorer([2, 0.5, 0], hidden=[2], shift=1000)
    assert repr(explorer) == """\
Softmax de z = (x + c) ÷ T, com T = 1 e c = 1000
    pontuação        z  exp ÷ Σ  softmax
x₀       2,00  1002,00      NaN    0,818
x₁       0,50  1000,50      NaN    0,182
x₂       0,00       −∞    0,000    0,000"""
    use_language("ko")
    assert "1002.00" in repr(SoftmaxExplorer(shift=1000)) and "점수" in repr(SoftmaxExplorer())


def test_the_twin_of_scale():
    assert repr(ScaleExplorer()).splitlines()[-1].split() == [
        "d_k", "=", "512", "0,957", "0,050", "0,122", "0,360", "0,829", "1,537"]


def test_the_twin_of_a_film():
    assert repr(a_film(frame=4)).splitlines()[0] == "PT → KO; Pesos no passo de treinamento 80; erro 0,125; ▢ = par certo"
    rows = repr(a_film()).splitlines()[2:]
    assert rows[0].split() == ["나는", "(eu)", "0,25", "▢", "0,25", "0,25", "0,25"]
    wide = AlignmentFilm(recording(1, 2, 30), [7], ["a", "b"], [f"chave{j}" for j in range(30)])
    assert repr(wide).splitlines()[2].split() == ["a", "chave0", "0,03"]


@every_explorer
@both_languages
def test_the_html_twin_is_the_same_every_time(name, language):
    use_language(language)
    html = EXPLORERS[name]()._repr_mimebundle_()[0]["text/html"]
    assert html == EXPLORERS[name]()._repr_mimebundle_()[0]["text/html"]
    assert html.startswith("<table><caption>") and "IPY_MODEL" not in html
    assert set(re.findall(r"\d([.,])\d", html)) == {"," if language == "pt" else "."}


def test_a_token_is_text_in_the_twin():
    html = a_film(keys=[ATTACK, "b", "c", "d"], title=ATTACK)._repr_mimebundle_()[0]["text/html"]
    assert "<img" not in html and "&lt;img" in html


# --- JavaScript = NumPy --------------------------------------------------------------------------------------------------

def numbers(values):
    return np.array(values, dtype=float)   # of "Infinity" and "NaN" too


def test_softmax_in_javascript_is_numpy(tmp_path):
    rng = np.random.default_rng(0)
    cases = [{"scores": [0, 0], "hidden": [0, 1], "temperature": 1, "shift": 0},
             {"scores": [-1000, -1000], "hidden": [], "temperature": 0.1, "shift": 0},
             {"scores": [-744, -743.6], "hidden": [], "temperature": 1, "shift": 0},
             {"scores": [709.5, 709.5], "hidden": [], "temperature": 1, "shift": 0},
             {"scores": [1000, -1000], "hidden": [], "temperature": 0.1, "shift": 1000}]
    for _ in range(300):
        n = int(rng.integers(2, 9))
        cases.append({
            "scores": (rng.normal(size=n) * 10 ** rng.uniform(-1, 2.4)).clip(-1000, 1000).tolist(),
            "hidden": np.flatnonzero(rng.random(n) < rng.choice([0, 0.3, 1])).tolist(),
            "temperature": float(10 ** rng.uniform(-1, 1)), "shift": float(rng.choice([0, rng.uniform(0, 1000)]))})
    answers = in_node(tmp_path, "softmax.js", """(one) => {
        const z = inputs(one), plain = naive(z);
        return [z, softmax(z), plain.shares, [OVERFLOW], trouble(z, plain) ?? "none"];
    }""", cases)
    seen = set()
    for case, (z, weights, plain, overflow, what) in zip(cases, answers, strict=True):
        explorer = SoftmaxExplorer(**case)
        assert np.allclose(numbers(z), explorer.z, rtol=1e-12)
        assert np.abs(numbers(weights) - explorer.weights).max() <= 1e-6
        np.testing.assert_allclose(numbers(plain), explorer.naive, rtol=0, atol=1e-6, err_msg=str(case))   # NaN equals NaN
        same = np.allclose(explorer.naive, explorer.weights, atol=1e-6)
        assert same == (what == "none")
        seen.add(what)
        assert overflow == [np.log(np.finfo(float).max)]
    assert seen == {"none", "hidden", "overflow", "sum", "zero", "digits"}


def test_scale_in_javascript_is_numpy(tmp_path):
    cases, expected = [], []
    for seed in range(5):
        explorer = ScaleExplorer(draws=1, seed=seed, keys=3 + seed)
        for i, d in enumerate(SIZES):
            for scaled in (False, True):
                explorer.d_k, explorer.scaled = d, scaled
                cases.append([explorer.scores[i], d, scaled])
                expected.append(explorer.weights)
    answers = in_node(tmp_path, "scale.js", "([scores, d, scaled]) => exampleWeights(scores, d, scaled)", cases)
    for weights, wanted in zip(answers, expected, strict=True):
        assert np.abs(np.array(weights) - wanted).max() <= 1e-6


def test_a_film_in_javascript_is_numpy(tmp_path):
    rng = np.random.default_rng(0)
    cases, films = [], []
    for _ in range(40):
        steps, queries, keys = rng.integers(1, 7, size=3).tolist()
        weights = rng.dirichlet(np.ones(keys), size=(steps, queries)).round(1)
        film = AlignmentFilm(weights, range(steps), ["q"] * queries, ["k"] * keys, gold=rng.random((queries, keys)) < 0.4)
        films.append(film)
        cases.append([film.packed, queries, keys, film.gold])
    answers = in_node(tmp_path, "film.js", """([packed, queries, keys, gold]) => {
        const film = unpack(packed, queries, keys);
        return [film, film.map((weights) => countHits(weights, gold))];
    }""", cases)
    for film, (weights, hits) in zip(films, answers, strict=True):
        assert np.array_equal(weights, film.recorded)
        assert [tuple(pair) for pair in hits] == [count_hits(one, film.gold) for one in film.recorded]
    ends = in_node(tmp_path, "film.js", "roundUp", [0, 0.12, 0.2, 1, 1.0001, 3.1, 9, 72])
    assert ends == [1, 0.2, 0.2, 1, 2, 5, 10, 100]


# --- in a real browser ---------------------------------------------------------------------------------------------------


class PlainView(View):
    def state(self, *names):
        return {name: self.get(name) for name in names}

    def rows(self, table="table"):
        """The texts of a table's body, row by row, without headers."""
        return self.page.locator(table).first.evaluate(
            "(table) => [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent))")

    def slide(self, label, value):
        self.page.get_by_label(label, exact=True).fill(str(value))
        self.drawn()


@pytest.fixture
def view(browser):
    with views(browser, PlainView) as open_view:
        yield open_view


def same_as_numpy(view):
    """Every number of the softmax explorer on the screen is NumPy's."""
    python = SoftmaxExplorer(**view.state("scores", "hidden", "temperature", "shift"))
    assert_softmax_is_numpy(python, view.page.locator(".attn"))
    return python


def score_bar(view, i):
    return view.page.get_by_label(label("softmax-entry", i=i), exact=True)


@both_languages
def test_softmax_by_keyboard(view, language):
    use_language(language)
    one = view(SoftmaxExplorer())
    same_as_numpy(one)
    score_bar(one, 0).focus()
    one.press("ArrowUp", "ArrowRight", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowUp")
    assert one.state("scores")["scores"] == [2.2, 1, 0, -1]
    assert score_bar(one, 0).get_attribute("aria-valuetext") == fixed(2.2, 1)
    same_as_numpy(one)
    one.press("Shift+ArrowUp")
    assert one.state("scores")["scores"][0] == 3.2
    one.press("Home")
    assert one.state("scores")["scores"][0] == -5
    one.press("ArrowDown", "End", "ArrowUp", "Tab", "Tab")
    assert one.state("scores")["scores"] == [5, 1, 0, -1]
    same_as_numpy(one)
    # the bar's own −∞ button came first in the tab order, then the next bar
    one.press("ArrowUp", "ArrowUp")
    assert one.state("scores")["scores"][1] == 1.2   # and no 1.2000000000000002
    one.page.wait_for_function("saved > 0")


@both_languages
def test_softmax_hides_adds_and_removes(view, language):
    use_language(language)
    one = view(SoftmaxExplorer())

    def hide(i):
        return one.page.get_by_role("button", name=label("softmax-hide-entry", i=i))

    for i in range(4):
        hide(i).focus()
        one.press("Space")
        assert hide(i).get_attribute("aria-pressed") == "true"
        assert same_as_numpy(one).weights[i] == 0 and one.rows()[i][3] == "0"
    assert label("softmax-trouble-hidden") in one.texts(".attn-status")
    assert f"NaN, {label('softmax-nan')}" == one.page.locator("table tbody td").nth(2).get_attribute("aria-label")
    hide(1).click()
    one.drawn()
    assert same_as_numpy(one).weights.tolist() == [0, 1, 0, 0]
    hide(1).click()
    one.page.get_by_role("button", name=label("softmax-remove")).click()
    one.drawn()
    assert one.state("scores", "hidden") == {"scores": [2, 1, 0], "hidden": [0, 1, 2]}
    same_as_numpy(one)
    remove, add = (one.page.get_by_role("button", name=label(f"softmax-{what}")) for what in ("remove", "add"))
    remove.click()
    one.drawn()
    assert remove.is_disabled()
    for _ in range(6):
        add.click()
        one.drawn()
        same_as_numpy(one)
    assert add.is_disabled() and len(one.state("scores")["scores"]) == 8
    one.page.get_by_role("button", name=label("explorer-reset")).click()
    one.drawn()
    assert one.state("scores", "hidden") == {"scores": [2, 1, 0, -1], "hidden": []}
    same_as_numpy(one)


@both_languages
def test_softmax_temperature_and_shift(view, language):
    use_language(language)
    one = view(SoftmaxExplorer())
    before = one.rows()
    for shift in (1, 500, 708, 1000, 0):
        one.slide(label("softmax-shift"), shift)
        python = same_as_numpy(one)
        assert [row[3] for row in one.rows()] == [row[3] for row in before]   # no share moves
        said = one.texts(".attn-status")[0]
        if np.isnan(python.naive).any():
            assert said == label("softmax-trouble-overflow", z=fixed(python.z.max()))
            power = one.page.locator("table tbody tr").first.locator("td").nth(1)
            assert power.get_attribute("aria-label") == f"∞, {label('softmax-inf')}"
        else:
            assert said == label("softmax-same")
    slider = one.page.get_by_label(label("softmax-temperature"), exact=True)
    seen = []
    for i in (0, 4, 9, 12, int(slider.get_attribute("max"))):
        one.slide(label("softmax-temperature"), i)
        seen.append(same_as_numpy(one).temperature)
    assert seen[0] == 0.1 and seen[-1] == 10 and 1 in seen and seen == sorted(seen)
    assert slider.get_attribute("aria-valuetext") == "10"
    assert fixed(709.782712893384) in one.texts(".attn-note")[0]
    one.set(temperature=3.5, shift=250.5)   # from Python, between two steps
    same_as_numpy(one)
    assert slider.get_attribute("aria-valuetext") == fixed(3.5, 1)


def test_softmax_by_pointer(view):
    one = view(SoftmaxExplorer())
    box = score_bar(one, 1).bounding_box()
    x, top, height = box["x"] + box["width"] / 2, box["y"], box["height"]
    one.page.mouse.move(x, top + height / 4)
    one.page.mouse.down()
    one.drawn()
    assert one.state("scores")["scores"][1] == pytest.approx(2.5, abs=0.1)
    one.page.mouse.move(x + 300, top + height + 200)   # beyond the bar, and beside it
    one.drawn()
    assert one.state("scores")["scores"][1] == -5
    one.page.mouse.move(x, top + height / 2)
    one.page.mouse.up()
    one.page.mouse.move(x, top)   # let go: nothing follows
    one.drawn()
    assert one.state("scores")["scores"][1] == pytest.approx(0, abs=0.1)
    same_as_numpy(one)


def test_softmax_by_touch(view):
    one = view(SoftmaxExplorer(), viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    box = score_bar(one, 3).bounding_box()
    one.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + 0.1 * box["height"])
    one.drawn()
    assert one.state("scores")["scores"][3] == pytest.approx(4, abs=0.1)
    same_as_numpy(one)
    assert score_bar(one, 3).evaluate("(bar) => getComputedStyle(bar).touchAction") == "none"   # a finger drags, the page stays
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 390


@both_languages
def test_scale_over_all_sizes(view, language):
    use_language(language)
    one = view(ScaleExplorer())
    python = one.explorer
    for scaled in (False, True):
        one.page.get_by_label(label("scale-divide"), exact=True).set_checked(scaled)
        for i, d in enumerate(SIZES):
            one.slide(label("scale-size"), i)
            assert one.state("d_k", "scaled") == {"d_k": d, "scaled": scaled}
            python.d_k, python.scaled = d, scaled
            numbers = [fixed(weight) for weight in python.weights]
            assert one.texts(".attn-bar-text") == numbers
            spoken = label("scale-weights", weights="; ".join(numbers))
            assert one.page.locator(".attn-bars").get_attribute("aria-label") == spoken
            both = zip(python.unscaled_means[i], python.scaled_means[i], strict=True)
            pairs = [label("scale-pair", unscaled=fixed(a, 3), scaled=fixed(b, 3)) for a, b in both]
            assert one.texts(".attn-three .attn-bar-name") == pairs
            means = (python.scaled_means if scaled else python.unscaled_means)[i]
            assert one.texts(".attn-status") == [label(
                "scale-now", size=f"d_k = {d}", how=label("scale-with" if scaled else "scale-without"),
                largest=fixed(python.weights.max()), mean=fixed(means[0], 3), gradient=fixed(means[2], 3))]
            assert one.page.get_by_label(label("scale-size"), exact=True).get_attribute("aria-valuetext") == f"d_k = {d}"
    both = zip(python.unscaled_means, python.scaled_means, strict=True)
    rows = [[fixed(value, 3) for value in (*a, *b)] for a, b in both]
    assert one.rows("details table") == rows
    one.page.get_by_text(label("scale-numbers")).click()
    assert one.page.locator("details table").is_visible()
    one.set(d_k=4, scaled=False)   # from Python
    assert one.page.get_by_label(label("scale-size"), exact=True).get_attribute("aria-valuetext") == "d_k = 4"
    assert not one.page.get_by_label(label("scale-divide"), exact=True).is_checked()


def test_the_curves_stand_where_the_numbers_are(view):
    one = view(ScaleExplorer(draws=20))
    top = [1, 1, 2]
    for m, chart in enumerate(one.page.locator("svg.attn-curves").all()):
        assert chart.get_attribute("role") == "img" and chart.get_attribute("aria-label")
        for n, rows in enumerate((one.explorer.unscaled_means, one.explorer.scaled_means)):
            points = chart.locator(f".attn-line-{n}").get_attribute("points").split()
            points = np.array([pair.split(",") for pair in points], dtype=float)   # (sizes, 2)
            assert len(set(np.diff(points[:, 0]).round())) == 1   # a logarithmic axis: equal steps
            heights = (136 - points[:, 1]) / 126 * top[m]
            assert np.allclose(heights, [row[m] for row in rows], atol=0.01)
        dashes = chart.locator(".attn-line").evaluate_all("(all) => all.map((line) => getComputedStyle(line).strokeDasharray)")
        assert dashes[0] == "none" != dashes[1]   # not by colour alone
        assert chart.locator(".attn-line-name").all_text_contents() == [label("scale-without"), label("scale-with")]


def film_is_numpy(view, python, at):
    python.frame = at
    assert view.rows() == [[fixed(weight) for weight in row] for row in python.weights]
    hits, total = python.hits
    now = label("film-now-error", step=python.steps[at], error=fixed(python.errors[at], 3))
    assert view.texts(".attn-status") == [f"{now} {label('film-hits', hits=hits, total=total)}"]


@both_languages
def test_a_film_is_scrubbed(view, language):
    use_language(language)
    one = view(a_film())
    python = a_film()
    for at in (0, 4, 2, 3, 1):
        one.slide(label("film-step"), at)
        assert one.state("frame") == {"frame": at}
        film_is_numpy(one, python, at)
        assert one.page.get_by_label(label("film-step"), exact=True).get_attribute("aria-valuetext") == str(python.steps[at])
        line = one.page.locator(".attn-now").get_attribute("x1")
        assert float(line) == pytest.approx(34 + python.steps[at] / 80 * (184 - 34))
    # said politely, once things rest
    said = one.texts(".attn-status")[0]
    one.page.wait_for_function("(said) => document.querySelector('[role=status]').textContent === said", arg=said)
    one.set(frame=4)   # from Python
    film_is_numpy(one, python, 4)


@both_languages
def test_a_cell_of_a_film_says_its_pair(view, language):
    use_language(language)
    one = view(a_film(frame=4))
    weights = one.explorer.weights
    one.page.locator("tbody td").first.focus()
    assert label("film-cell-gold", row="나는", column="eu", weight=fixed(weights[0, 0])) + "." in one.texts(".attn-status")[0]
    # a screen reader names row and column by itself
    assert one.page.locator("tbody td").first.get_attribute("aria-label") == label("film-heard-gold", weight=fixed(weights[0, 0]))
    one.press("ArrowRight")
    assert label("film-cell", row="나는", column="comi", weight=fixed(weights[0, 1])) + "." in one.texts(".attn-status")[0]
    golden = one.page.locator("tbody td").evaluate_all("(cells) => cells.map((cell) => cell.classList.contains('attn-gold'))")
    assert golden == GOLD.ravel().tolist()


def still(page, milliseconds=0):
    """Time stands still in the page but for so many milliseconds."""
    if milliseconds:
        page.clock.run_for(milliseconds)
    else:
        page.clock.install(time=0)
        page.clock.pause_at(1000)


@both_languages
def test_a_film_plays_pauses_and_stops_at_the_end(view, language):
    use_language(language)
    one = view(a_film())
    play, page = one.page.locator(".attn-play"), one.page
    still(page)
    assert play.text_content() == label("film-play")
    play.click()
    assert play.text_content() == label("film-pause")
    still(page, 650)
    assert one.state("frame") == {"frame": 2}
    page.locator("tbody td").first.focus()
    page.keyboard.press("Space")   # anywhere in the explorer
    assert play.text_content() == label("film-play")
    still(page, 5000)
    assert one.state("frame") == {"frame": 2}
    page.keyboard.press("Space")
    still(page, 5000)
    assert one.state("frame") == {"frame": 4} and play.text_content() == label("film-play")
    assert one.rows() == [[fixed(weight) for weight in row] for row in one.explorer.recorded[4]]
    play.focus()
    page.keyboard.press("Space")   # the button's own Space does not count twice; from the end it starts again
    assert one.state("frame") == {"frame": 0} and play.text_content() == label("film-pause")
    page.get_by_label(label("film-step"), exact=True).fill("2")   # a hand on the slider stops it
    still(page, 5000)
    assert one.state("frame") == {"frame": 2} and play.text_content() == label("film-play")
    play.click()
    page.evaluate("stop()")   # the widget is taken away while it plays
    still(page, 5000)
    assert one.state("frame") == {"frame": 2}


def test_who_wants_less_motion_goes_step_by_step(view):
    one = view(a_film(), reduced_motion="reduce")
    play = one.page.locator(".attn-play")
    still(one.page)
    assert play.text_content() == label("film-next")
    play.click()
    still(one.page, 5000)
    assert one.state("frame") == {"frame": 1} and play.text_content() == label("film-next")
    one.page.emulate_media(reduced_motion="no-preference")
    expect(play).to_have_text(label("film-play"))


def test_a_large_film_has_no_numbers_in_its_cells_but_says_them(view):
    weights = recording(2, 12, 12)
    one = view(AlignmentFilm(weights, [1, 2], [f"q{i}" for i in range(12)], [f"k{i}" for i in range(12)], frame=1))
    assert set(sum(one.rows(), [])) == {""}
    cell = one.page.locator("tbody td").nth(13)
    assert cell.get_attribute("aria-label") == fixed(weights[1, 1, 1])
    box = cell.bounding_box()
    assert box["width"] >= 24 and box["height"] >= 24


@both_languages
@pytest.mark.parametrize("size", [4, 10, 20])
def test_on_a_phone_a_whole_film_is_seen(view, language, size):
    use_language(language)
    words = [f"{'단어' if language == 'ko' else 'palavra'}{i}" for i in range(size)]
    one = view(AlignmentFilm(recording(2, size, size), [1, 2], words, words, gold=np.eye(size, dtype=bool), errors=[1, 0.5]),
               viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert one.page.locator(".attn-matrix").evaluate("(node) => node.scrollWidth - node.clientWidth") <= 0
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 390
    cut = one.page.locator("tbody th").evaluate_all(
        "(all) => all.filter((th) => th.scrollWidth > th.clientWidth).map((th) => th.textContent)")
    assert cut == []
    letters = one.page.locator("tbody td").first.evaluate("(td) => getComputedStyle(td).fontSize")
    assert (letters == "0px") == (size > 4)   # there is no room for the numbers of a large one
    one.page.locator("tbody td").nth(size + 1).tap()
    one.drawn()
    weight = fixed(one.explorer.weights[1, 1])
    assert label("film-cell-gold", row=words[1], column=words[1], weight=weight) in one.texts(".attn-status")[0]


@every_explorer
@both_languages
def test_every_explorer_has_a_name_and_a_language(view, name, language):
    use_language(language)
    one = view(EXPLORERS[name]())
    title = label({"softmax": "softmax-name", "scale": "scale-name", "film": "film-title"}[name])
    assert one.page.get_by_role("group", name=title, exact=True).get_attribute("lang") == TAGS[language]
    assert one.page.get_by_role("status").count() == 1   # a slider's own value is not said twice


def test_what_a_film_receives_is_text(view):
    one = view(a_film(queries=[ATTACK, "b", "c"], keys=[ATTACK, "b", "c", "d"], title=ATTACK))
    assert one.page.locator("img").count() == 0
    assert one.texts("thead th")[0] == ATTACK and one.texts("tbody th")[0] == ATTACK


@every_explorer
def test_another_language_rewrites_everything(view, name):
    one = view(EXPLORERS[name]())
    before = one.page.locator(".attn").inner_text()
    one.explorer.language = "ko"
    one.set(language="ko", labels=one.explorer.labels)
    after = one.page.locator(".attn").inner_text()
    assert after != before and any("가" <= letter <= "힣" for letter in after)
    assert one.page.locator(".attn").count() == 1
    listening = one.page.evaluate("model.listeners()")
    one.set(language="pt", labels={**one.explorer.labels})
    assert one.page.evaluate("model.listeners()") == listening   # the old ones are gone
    one.page.evaluate("stop()")
    assert one.page.evaluate("model.listeners()") == 0


@every_explorer
def test_no_key_leaves_the_explorer(view, name):
    one = view(EXPLORERS[name]())
    places = one.page.locator(".attn button, .attn input, .attn [tabindex='0'], .attn summary")
    assert places.count() >= 3
    for place in places.all():
        if place.is_visible() and place.is_enabled():
            place.focus()
            for key in ("ArrowLeft", "ArrowRight", "ArrowDown", "Home", "End", "Escape", "d", "n", "Shift+Space"):
                one.page.keyboard.press(key)
    assert one.page.evaluate("left") == []


@every_explorer
@both_languages
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(view, name, language, scheme):
    use_language(language)
    width, height = (1280, 720) if scheme == "light" else (390, 844)
    one = view(EXPLORERS[name](), color_scheme=scheme, viewport={"width": width, "height": height})
    if name == "scale":
        one.page.get_by_text(label("scale-numbers")).click()
    if name == "softmax":
        one.set(shift=1000, hidden=[1])
    one.page.evaluate((web() / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = one.page.evaluate("async () => (await axe.run()).violations.map((v) => [v.id, v.nodes.map((n) => n.html)])")
    assert found == []


@every_explorer
@both_languages
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_page_or_cut_off(view, name, language, width):
    use_language(language)
    one = view(EXPLORERS[name](), viewport={"width": width, "height": 720})
    assert one.page.evaluate("document.documentElement.scrollWidth") <= width
    cut = one.page.locator(".attn th, .attn td, .attn-bar-text, .attn-button").evaluate_all(
        "(nodes) => nodes.filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => node.textContent)")
    assert cut == []


def test_two_explorers_on_one_page_share_no_ids(view):
    """A label that points to the other's control would move the wrong slider."""
    one = view(SoftmaxExplorer())
    film = a_film()
    beside = HOST.replace('getElementById("here")', 'body.appendChild(document.createElement("div"))')
    one.page.evaluate(beside, [film._esm, {name: getattr(film, name) for name in own_traits(film)}])
    ids = one.page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
    assert len(ids) > 4 and len(ids) == len(set(ids))

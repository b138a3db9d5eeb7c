"""The Next word explorer: its numbers against NumPy in Python and in Node, and in a real browser by pointer, touch and keys."""

import base64
from functools import cache

import numpy as np
import pytest

from attnlib.classroom import NextWordExplorer
from attnlib.classroom.labels import LANGUAGES, TAGS, label, use_language
from attnlib.classroom.labels.formatting import fixed
from attnlib.gpt import GPT, choose
from attnlib.grammar import END, PAD
from attnlib.learn import load
from attnlib.models import Model
from attnlib.stories import SIMPLE, Stories
from attnpress.export import web
from tests.support.node import in_node
from tests.support.views import View, assert_next_word_is_numpy, views
from tests.support.visit import SMALL

BEGINS = {"pt": "ontem a menina abriu a caixa . ela".split(), "ko": "어제 할머니 는 책 을".split()}
both_languages = pytest.mark.parametrize("language", LANGUAGES)
model, stories = (cache(make) for make in (lambda language: load(f"gpt-{language}"), Stories))
KNOWN = len(stories("pt").vocabulary)


def an_explorer(words=None, language="pt", **changes):
    return NextWordExplorer(model(language), stories(language), BEGINS[language] if words is None else words, **changes)


class Falls:
    """A random generator whose next number is known."""

    def __init__(self, number):
        self.number = number

    def random(self, shape):
        return np.full(shape, self.number)


def texts_of(language, count, rng):   # at most 117
    """Lists of numbers, none with an end: beginnings of stories, such with a wrong word, and any words at all."""
    one = stories(language)
    target, words = one.sample(count, rng).target, len(one.vocabulary)
    texts = [story[:rng.integers((story > END).sum() + 1)].tolist() for story in target]
    for text in texts[1::3]:
        if text:
            text[rng.integers(len(text))] = int(rng.integers(2, words))
    texts[2::3] = [rng.integers(2, words, 39 - i).tolist() for i, _ in enumerate(texts[2::3])]   # the first fills all places
    return texts


# --- in Python -----------------------------------------------------------------------------------------------------------


@both_languages
def test_the_numbers_are_those_of_the_model_and_of_the_grammar(language):
    one, vocabulary = stories(language), stories(language).vocabulary
    for text in texts_of(language, 12, np.random.default_rng(0)):
        explorer = an_explorer([vocabulary[i] for i in text], language)
        read = np.array([[END, *text]])
        np.testing.assert_allclose(explorer.logits, model(language).next_word(read)[0], rtol=1e-5, atol=1e-5)   # those of float32
        weights = np.stack(model(language)._forward(None, read)[1]["weights"])[:, 0, :, -1]
        np.testing.assert_allclose(explorer.weights, weights, atol=1e-6)
        assert np.array_equal(explorer.truth, one.next_word(explorer.written))


@pytest.mark.parametrize("temperature", [0, 0.1, 1, 3])
@pytest.mark.parametrize("top_k", [None, 1, 3, KNOWN, 500])
def test_words_are_drawn_as_the_model_draws_them(temperature, top_k):
    explorer = an_explorer(temperature=temperature, top_k=top_k)
    edges = explorer.chances.cumsum()
    for number in np.random.default_rng(0).random(200):
        word = choose(explorer.logits[None], Falls(number), temperature, top_k)[0]
        assert edges[word] >= number > edges[word] - explorer.chances[word]
    assert (explorer.chances > 0).sum() <= (1 if temperature == 0 else top_k or KNOWN)


def test_what_was_written_follows_the_page_and_ends():
    explorer = an_explorer([])
    assert explorer.over is None and explorer.start == [] and explorer.weights.shape == (2, 4, 1)
    explorer.set_state(   # as the page sends it
        {"written": ["a", "menina"], "temperature": 0, "top_k": 3, "seed": 5, "layer": 1, "head": 3})
    assert explorer.written == ["a", "menina"] and explorer.start == []
    assert explorer.chances.max() == 1 and explorer.weights.shape == (2, 4, 3)
    before = explorer.logits
    explorer.written = ["a", "menina", "</s>"]
    assert explorer.over == "end" and np.array_equal(explorer.logits, before)   # what the last word was chosen by
    explorer.written = ["a"] * 39
    assert explorer.over is None
    explorer.written = ["a"] * 40
    assert explorer.over == "long" and explorer.weights.shape == (2, 4, 40)


def with_nan():
    broken = GPT(KNOWN)
    broken.parameters["0.w_q"][3, 4] = np.nan
    return broken


@pytest.mark.parametrize(("changes", "message"), [
    ({"model": None}, "model is a NoneType, and needs to be an attnlib.gpt.GPT"),
    ({"model": Model({"words": ((KNOWN, 2), 1)}, 0, np.float32)}, "model is a Model"),
    ({"model": GPT(KNOWN, norm="after")}, "model has norm='after', and this explorer runs only a GPT with norm='before'"),
    ({"model": GPT(KNOWN, norm=None)}, "model has norm=None"),
    ({"model": GPT(KNOWN, mixing="uniform")}, "model has mixing='uniform', and .* mixing='attention'"),
    ({"model": GPT(KNOWN, residual=False)}, "model has residual=False, and .* residual=True"),
    ({"model": GPT(9)}, f"model knows 9 words, and stories has {KNOWN}: they need to be of the same language"),
    ({"model": GPT(KNOWN, width=256)}, "model holds [0-9]+ numbers, and needs at most 500000"),
    ({"model": with_nan()}, "model has NaN, infinity or a number beyond 65504 in 0.w_q"),
    ({"stories": "pt"}, "stories is a str, and needs to be an attnlib.stories.Stories"),
    ({"words": ["a", "gata"]}, "no story has the word 'gata'; some that they have: "),
    ({"words": "a menina"}, "words is 'a menina', and needs a list of words"),
    ({"words": 3}, "words is 3"),
    ({"words": ["a"] * 41}, "words has 41 words, and this model has 40 places"),
    ({"words": ["a", "</s>", "a"]}, "words goes on after '</s>', and nothing comes after the end"),
    ({"temperature": -0.1}, "temperature is -0.1, and needs a number from 0 to 3"),
    ({"temperature": np.inf}, "temperature is inf"),
    ({"top_k": 0}, "top_k is 0, and needs a whole number from 1"),
    ({"top_k": 2.5}, "top_k is 2.5"),
    ({"seed": -1}, "seed is -1, and needs a whole number from 0"),
    ({"layer": 2}, "layer is 2, and needs a whole number from 0 to 1"),
    ({"head": 4}, "head is 4, and needs a whole number from 0 to 3"),
])
def test_what_is_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        NextWordExplorer(**{"model": model("pt"), "stories": stories("pt"), **changes})


def test_a_refused_change_leaves_the_old_value():
    explorer = an_explorer()
    for name, value in (("written", ["gata"]), ("top_k", 0), ("seed", "a"), ("layer", 9), ("temperature", 4)):
        before = getattr(explorer, name)
        with pytest.raises(ValueError):
            setattr(explorer, name, value)
        assert getattr(explorer, name) == before


def test_the_twin():
    lines = repr(an_explorer("o menino foi até o banco .".split(), temperature=0.5, top_k=3)).splitlines()
    assert lines[0] == "o menino foi até o banco . … próxima palavra, com temperatura 0,5 e top-k: 3"
    assert lines[1].split() == ["modelo"] and len(lines) == 12   # of the grammar it is no story
    explorer = an_explorer()
    head, *rows = repr(explorer).splitlines()[1:]
    assert head.split() == ["modelo", "gramática"]
    assert {row.split()[0] for row in rows[:5]} == {"abriu", "leu", "comeu", "comprou", "viu"}
    assert {row.split()[-1] for row in rows} == {"0,20", "0,00"}
    explorer.written = [*explorer.written, "</s>"]
    assert repr(explorer) == "ontem a menina abriu a caixa . ela fim. Aqui o texto acaba.\n"
    assert "(nada ainda) … " in repr(an_explorer([]))
    use_language("ko")
    korean = an_explorer(language="ko")
    assert "0.50" in repr(korean) and "온도 1, top-k: 전부" in repr(korean)
    assert "<td>0.50</td>" in korean._repr_mimebundle_()[0]["text/html"]


@both_languages
def test_what_a_notebook_has_to_carry(language):
    explorer = an_explorer(language=language)
    assert len(explorer.gpt["packed"]) == -(-2 * model(language).size // 3) * 4 < 95_000
    assert len(str(explorer.grammar)) < 20_000


# --- JavaScript = NumPy --------------------------------------------------------------------------------------------------


def test_every_half_is_read(tmp_path):
    halves = np.arange(2**16, dtype="<u2").view("<f2")
    halves = halves[np.isfinite(halves)]
    packed = base64.b64encode(halves.tobytes()).decode()
    read, = in_node(tmp_path, "gpt.js", "([packed, shapes]) => parameters(packed, shapes).x", [[packed, [["x", [len(halves)]]]]])
    assert np.array_equal(np.array(read), halves.astype(float))


VARIANTS = {
    "one head": dict(layers=1, heads=1), "three layers": dict(layers=3, heads=2), "no places": dict(positions=False),
    "no scale": dict(scale=1), "wide heads": dict(width=12, heads=3, d_k=5), "short": dict(longest=9),
}


@pytest.mark.parametrize("kind", ["pt", "ko", *VARIANTS])
def test_the_logits_are_numpys(tmp_path, kind):
    language = kind if kind in LANGUAGES else "pt"
    one = model(language) if kind in LANGUAGES else GPT(KNOWN, seed=3, **VARIANTS[kind])
    for name, array in one.parameters.items():   # training moves them
        if kind in VARIANTS and ("bias" in name or "gain" in name or ".b_" in name):
            array += np.random.default_rng(len(name)).normal(size=array.shape).astype(np.float32)
    texts = [[END, *text[:one.longest - 1]] for text in texts_of(language, 40, np.random.default_rng(1))]
    texts += [texts[0][:3], texts[0], texts[0], [END]]   # words deleted, nothing new
    explorer = NextWordExplorer(one, stories(language))
    answers, = in_node(tmp_path, "gpt.js", """([gpt, texts]) => {
        const ask = reader(gpt);   // one for all: it keeps what the next text shares with the last
        return texts.map((text) => { const { logits, weights } = ask(text); return [logits, weights]; });
    }""", [[explorer.gpt, texts]])
    rounded = GPT(KNOWN)
    rounded.__dict__.update(one.__dict__)
    rounded.parameters = {name: array.astype(np.float16).astype(np.float32) for name, array in one.parameters.items()}
    assert max(map(len, texts)) == one.longest
    for text, (logits, weights) in zip(texts, answers, strict=True):
        single = rounded.next_word(np.array([text]))[0]
        np.testing.assert_allclose(logits, single, atol=1e-5 * max(1, np.abs(single).max()), rtol=0)
        explorer.written = [stories(language).vocabulary[i] for i in text[1:]]
        np.testing.assert_allclose(logits, explorer.logits, atol=1e-10)   # in float64, both
        np.testing.assert_allclose(weights, explorer.weights, atol=1e-10)


def test_words_are_drawn_as_numpy_draws_them(tmp_path):
    rng = np.random.default_rng(2)
    ties = np.array([0.5, 2, 2, 2, 1])
    cases = [[list(logits), temperature, top_k, list(rng.random(20))]
             for logits in (rng.normal(size=91) * 3, model("pt").next_word(np.array([[END]]))[0].astype(float), ties)
             for temperature in (0, 0.1, 0.7, 1, 3) for top_k in (None, 1, 2, 3, 50, 500)]
    answers = in_node(tmp_path, "gpt.js", """([logits, temperature, topK, at]) => {
        const p = chances(logits, temperature, topK);
        return [p, at.map((number) => wordAt(p, number))];
    }""", cases)
    for (logits, temperature, top_k, numbers), (p, drawn) in zip(cases, answers, strict=True):
        assert sum(p) == pytest.approx(1)
        assert drawn == [choose(np.array([logits]), Falls(number), temperature, top_k)[0] for number in numbers]


def test_a_draw_depends_on_seed_and_place_alone(tmp_path):
    pairs = [[seed, place] for seed in range(50) for place in range(40)]
    numbers = np.array(in_node(tmp_path, "gpt.js", "([seed, place]) => drawn(seed, place)", pairs)).reshape(50, 40)
    assert 0 <= numbers.min() and numbers.max() < 1 and len(np.unique(numbers)) == numbers.size
    assert np.abs(np.histogram(numbers, 10, (0, 1))[0] / numbers.size - 0.1).max() < 0.03
    assert abs(np.corrcoef(numbers[:, :-1].ravel(), numbers[:, 1:].ravel())[0, 1]) < 0.08
    assert abs(np.corrcoef(numbers[:-1].ravel(), numbers[1:].ravel())[0, 1]) < 0.08


@pytest.mark.parametrize("kinds", [None, SIMPLE])
@both_languages
def test_the_grammar_says_the_same(tmp_path, language, kinds):
    one = stories(language) if kinds is None else Stories(language, kinds)
    explorer, texts = NextWordExplorer(model(language), one), texts_of(language, 117, np.random.default_rng(3))
    answers = in_node(tmp_path, "gpt.js", "([grammar, n, text]) => truth(grammar, n, text)",
                      [[explorer.grammar, len(one.vocabulary), text] for text in texts])
    for text, p in zip(texts, answers, strict=True):
        right = one.next_word([one.vocabulary[i] for i in text])
        assert (p is None) == (not right.any())
        if p is not None:
            np.testing.assert_allclose(p, right, atol=1e-12)
    assert 20 < sum(p is None for p in answers) < 100   # both were asked


def test_twenty_words_a_second(tmp_path):
    took, = in_node(tmp_path, "gpt.js", """(gpt) => {
        const start = performance.now(), ask = reader(gpt), text = [1];
        while (text.length < gpt.longest) text.push(wordAt(chances(ask(text).logits, 1, null), drawn(0, text.length)));
        return performance.now() - start;
    }""", [an_explorer().gpt])
    assert took / 39 < 1000 / 20   # milliseconds


# --- in a real browser ---------------------------------------------------------------------------------------------------


class NextWordView(View):
    def same_as_numpy(self):
        """Everything on the screen is NumPy's; returns the Python explorer."""
        self.drawn()
        python = self.explorer
        for name in ("written", "temperature", "top_k", "seed", "layer", "head"):
            setattr(python, name, self.get(name))
        assert_next_word_is_numpy(python, self.page.locator(".attn"))
        return python

    def button(self, key):
        return self.page.get_by_role("button", name=label(key), exact=True)

    def candidate(self, i):
        return self.page.locator(".attn-candidate").nth(i)

    def write_on(self):
        self.page.clock.install()
        self.button("next-write").click()
        for _ in range(40):
            self.page.clock.run_for(400)
        self.drawn()


@pytest.fixture
def view(browser):
    with views(browser, NextWordView) as open_view:
        yield open_view


def by_numpy(explorer, numbers):
    """What the explorer's model writes on, `numbers` the draws of each place."""
    text = [END, *stories("pt").numbers(explorer.written)]
    while text[-1] != END or len(text) == 1:
        logits = explorer._model.next_word(np.array([text]))
        text.append(int(choose(logits, Falls(numbers[len(text) - 1]), explorer.temperature, explorer.top_k)[0]))
        if len(text) == 41:
            break
    return [explorer.vocabulary[i] for i in text[1:]]


@both_languages
def test_a_text_is_put_together_by_clicks(view, language):
    use_language(language)
    one = view(an_explorer(language=language))
    python = one.same_as_numpy()
    begin = list(python.written)
    first = np.argsort(-python.logits, kind="stable")[1]
    one.candidate(1).click()
    assert one.same_as_numpy().written == [*begin, python.vocabulary[first]]
    one.page.get_by_label(label("next-other"), exact=True).select_option(str(len(python.vocabulary) - 1))
    one.button("next-use").click()
    assert one.same_as_numpy().written[-1] == python.vocabulary[-1]
    one.button("next-one").click()
    assert len(one.same_as_numpy().written) == len(begin) + 3
    one.button("next-redraw").click()   # what was put by hand stays
    assert len(one.same_as_numpy().written) == len(begin) + 2 and python.seed == 1
    for left in range(len(begin) + 1, -1, -1):
        one.button("next-delete").click()
        assert len(one.same_as_numpy().written) == left
    assert one.button("next-delete").is_disabled()
    one.button("explorer-reset").click()
    assert one.same_as_numpy().written == begin
    one.page.locator(".attn-heads-maps td[aria-label]").nth(6).click()
    one.same_as_numpy()
    assert (python.layer, python.head) == (1, 2)
    one.page.wait_for_function("saved > 0")


def test_temperature_and_top_k(view):
    one = view(an_explorer(top_k=7))
    python = one.same_as_numpy()
    for value in ("0", "0.5", "3"):
        one.page.get_by_label(label("temperature"), exact=True).fill(value)
        assert one.same_as_numpy().temperature == float(value)
    top_k = one.page.get_by_label(label("next-top-k"), exact=True)
    assert top_k.get_attribute("aria-valuetext") == "7"   # Python's own is among the steps
    seen = []
    for step in range(int(top_k.get_attribute("max")) + 1):
        top_k.fill(str(step))
        seen.append(one.same_as_numpy().top_k)
    assert seen == [1, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 30, 50, None]
    assert top_k.get_attribute("aria-valuetext") == label("next-all")
    one.set(top_k=2, temperature=0.77, written=["a"], layer=1)
    assert one.same_as_numpy().written == ["a"] and python.temperature == 0.77
    assert one.page.locator(".attn-candidate-out").count() == 8


@pytest.mark.parametrize("changes", [{}, {"temperature": 0}, {"temperature": 3}, {"temperature": 2, "top_k": 2, "seed": 9}])
def test_it_writes_on_to_the_end_what_numpy_writes(view, tmp_path, changes):
    explorer = an_explorer(**changes)
    places = [[explorer.seed, place] for place in range(40)]
    numbers = in_node(tmp_path, "gpt.js", "([seed, place]) => drawn(seed, place)", places)
    one = view(explorer)
    one.write_on()
    wanted = by_numpy(an_explorer(**changes), numbers)
    assert one.same_as_numpy().written == wanted and explorer.over
    over = label(f"next-over-{explorer.over}", count=40)
    assert over in one.page.locator(".attn-next-over").text_content()
    assert one.button("next-write").is_disabled() and one.button("next-one").is_disabled()
    assert one.page.evaluate("document.activeElement.closest('.attn-next-over') !== null")   # where the offer stands
    one.press("Enter")
    assert one.same_as_numpy().written == BEGINS["pt"]
    assert one.page.evaluate("document.activeElement.textContent") == label("next-write")
    one.press("Enter")
    for _ in range(40):
        one.page.clock.run_for(400)
    assert one.same_as_numpy().written == wanted   # the same seed, the same text


def test_it_stops(view):
    one = view(an_explorer([]))
    one.page.clock.install()
    one.button("next-write").click()
    one.page.clock.run_for(700)   # and what passes besides
    one.button("next-stop").click()
    written = one.get("written")
    one.page.clock.run_for(3000)
    assert one.same_as_numpy().written == written and len(written) >= 3
    keys = "next-use", "next-one", "next-delete", "explorer-reset", "next-redraw"
    for stop in (one.candidate(0).click, *(one.button(key).click for key in keys), lambda: one.page.evaluate("stop()")):
        one.button("explorer-reset").click()
        one.button("next-write").click()
        one.page.clock.run_for(400)
        stop()
        one.page.clock.run_for(100)
        written = one.get("written")
        one.page.clock.run_for(3000)
        assert one.get("written") == written


def test_no_place_is_left(view):
    one = view(an_explorer((BEGINS["pt"] * 5)[:39]))
    one.same_as_numpy()
    one.candidate(1).click()
    python = one.same_as_numpy()
    assert python.over == "long" and len(python.written) == 40
    assert label("next-over-long", count=40) in one.page.locator(".attn-next-over").text_content()
    one.button("next-delete").click()
    assert one.same_as_numpy().over is None and one.candidate(0).is_visible()


@both_languages
def test_by_keys_alone(view, language):
    use_language(language)
    one = view(an_explorer([], language))
    one.press("Tab")
    assert one.page.evaluate("document.activeElement.textContent") == label("next-one")
    one.press("Enter", " ")
    assert len(one.same_as_numpy().written) == 2
    one.press("Tab", "Tab", "Enter")   # past what writes on
    assert len(one.same_as_numpy().written) == 1
    one.press("Tab", "Tab", "Tab", "Enter")   # the likeliest
    assert len(one.same_as_numpy().written) == 2
    one.press(*["Tab"] * 10, "ArrowDown", "Tab", "Enter")   # another word
    assert len(one.same_as_numpy().written) == 3
    one.press("Tab", "ArrowRight", "Tab", "ArrowLeft", "Tab", "ArrowDown", "End")
    python = one.same_as_numpy()
    assert (python.temperature, python.top_k, python.layer, python.head) == (1.1, 50, 1, 3)
    assert one.page.evaluate("left") == ["Tab"]   # the first, from the page


def test_by_touch_on_a_phone(view):
    one = view(an_explorer(), viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    one.candidate(2).tap()
    one.button("next-one").tap()
    one.page.locator(".attn-heads-maps td[aria-label]").nth(7).tap()
    assert len(one.same_as_numpy().written) == 10
    sizes = one.page.locator(".attn button:visible, .attn select, .attn input").evaluate_all(
        "(all) => all.map((node) => node.getBoundingClientRect().height)")
    assert min(sizes) >= 32   # a finger finds it
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 390


@both_languages
def test_what_a_screen_reader_is_told(view, language):
    use_language(language)
    one = view(an_explorer(language=language))
    assert one.page.get_by_role("group", name=label("next-name"), exact=True).get_attribute("lang") == TAGS[language]
    one.set(temperature=0.5)
    one.page.wait_for_timeout(400)   # what is said is said a little later
    assert one.page.locator("[role=status]").text_content() == ""   # a page that opens says nothing
    one.candidate(0).press("Enter")
    python = one.same_as_numpy()
    likeliest = np.argsort(-python.logits, kind="stable")[:3]
    words = " · ".join(f"{python.vocabulary[i]} {fixed(python.chances[i])}" for i in likeliest)
    said = label("next-said", text=" ".join(python.written), words=words)
    one.page.wait_for_function("(said) => document.querySelector('[role=status]').textContent === said", arg=said)
    one.page.get_by_label(label("next-other"), exact=True).select_option(str(END))
    one.button("next-use").press("Enter")
    one.drawn()
    assert one.page.evaluate("document.activeElement.closest('.attn-next-over') !== null")
    said = f"{' '.join(python.written)} {label('next-end')}. {label('next-over-end')}"
    one.page.wait_for_function("(said) => document.querySelector('[role=status]').textContent === said", arg=said)
    assert one.page.locator(".attn-next-token").last.text_content() == label("next-end")


@both_languages
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390)])
@pytest.mark.parametrize("words", [None, ["."] * 40])
def test_axe_finds_nothing_and_nothing_is_cut(view, language, scheme, width, words):
    use_language(language)
    one = view(an_explorer(words, language, top_k=2), color_scheme=scheme, viewport={"width": width, "height": 844})
    one.drawn()
    one.page.evaluate((web() / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = one.page.evaluate("async () => (await axe.run()).violations.map((v) => [v.id, v.nodes.map((n) => n.html)])")
    assert found == []
    assert one.page.evaluate("document.documentElement.scrollWidth") <= width
    cut = one.page.locator(".attn :is(button, label, span:not(.attn-hidden)):visible").evaluate_all(
        "(all) => all.filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML)")
    assert cut == []


@both_languages
def test_a_story_of_a_parrot_has_room_on_a_slide(view, language):
    use_language(language)
    one = stories(language)
    target = one.sample(500, np.random.default_rng(0)).target
    story = next(row for row in target if (row > END).sum() == 27)
    view = view(an_explorer([one.vocabulary[i] for i in story[:26]], language), viewport={"width": 1136, "height": 546})
    view.page.add_style_tag(content="""h1 { display: none } body { margin: 0 }
        main { --attn-size: 22px; --attn-least: 18px; --attn-bar: 2.2em }
        main .attn { padding: 0 0 4px } .attn-control { min-height: 1.9em }""")
    view.same_as_numpy()
    assert view.page.locator(".attn").bounding_box()["height"] <= 546
    assert view.page.evaluate(SMALL.replace("Reveal.getCurrentSlide()", "document").replace(".slide *", ".attn *")) == []


def test_a_model_that_has_learnt_nothing_may_draw_any_word(view):
    one = view(NextWordExplorer(GPT(KNOWN), stories("pt"), ["<pad>"], temperature=3))
    one.same_as_numpy()
    assert one.page.locator(".attn-next-token").last.text_content() == label("next-pad")
    one.page.get_by_label(label("next-other"), exact=True).select_option(str(PAD))
    one.button("next-use").click()
    assert one.same_as_numpy().written == ["<pad>", "<pad>"]


def test_another_language_rewrites_everything_and_the_end_leaves_nothing(view):
    one = view(an_explorer())
    one.explorer.language = "ko"
    one.set(language="ko", labels=one.explorer.labels)
    use_language("ko")
    one.same_as_numpy()
    assert label("next-words") in one.page.locator(".attn").inner_text() and one.page.locator(".attn").count() == 1
    one.page.evaluate("stop()")
    assert one.page.evaluate("model.listeners()") == 0

"""The Attention explorer in a real Chromium, with no kernel: every control, by pointer and by keyboard alone."""

import re

import numpy as np
import pytest

from attnlib.classroom.explorers import AttentionExplorer
from attnlib.classroom.explorers.attention import HOW, PRESETS, STAGES, token_vectors
from attnlib.classroom.labels import LANGUAGES, TAGS, label, use_language
from attnlib.classroom.labels.formatting import even, fixed, short
from attnpress.export import web
from tests.support.views import View, assert_attention_is_numpy, own_traits, views

WORDS = ["나는", "사과를", "먹었다"]
ATTACK = "<img src=x onerror=alert(1)>"
both_languages = pytest.mark.parametrize("language", LANGUAGES)


class AttentionView(View):
    def drawn(self):
        super().drawn()
        many = max(len(self.get("query_tokens")), len(self.get("key_tokens"))) > 9
        self.page.wait_for_timeout(400 if many else 0)   # cells out of view

    def control(self, key, **values):
        return self.page.get_by_label(label(key, **values), exact=True)

    def choose(self, key, option):
        self.control(key).select_option(option)
        self.drawn()

    def button(self, key):
        return self.page.get_by_role("button", name=label(key), exact=True)

    def table(self, name):
        return self.page.locator("table", has=self.page.locator("caption", has_text=label(f"attention-caption-{name}")))

    def cell(self, name, i, j):
        return self.table(name).locator("tbody tr").nth(i).locator("td").nth(j)

    def focused(self):
        return self.page.evaluate("""() => {
            const element = document.activeElement;
            return element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
        }""")

    def status(self):
        return self.page.locator(".attn-status").text_content()

    def python(self):
        """An explorer in Python with what the page has come to."""
        names = ("query_tokens", "key_tokens", "q", "k", "v", "heads", "head", "scale", "temperature", "mask_kind", "mask",
                 "padding", "mask_how", "axis", "language")
        traits = self.page.evaluate("(names) => Object.fromEntries(names.map((name) => [name, model.get(name)]))", names)
        return AttentionExplorer(traits.pop("query_tokens"), traits.pop("key_tokens"), **traits)

    def same_as_numpy(self):
        """Every number on the screen is NumPy's, written as the language writes it; returns the Python explorer."""
        self.drawn()
        python = self.python()
        assert_attention_is_numpy(python, self.page.locator("#here"))
        return python


@pytest.fixture
def view(browser):
    with views(browser, AttentionView) as open_view:
        yield open_view


def an_explorer(**changes):
    q = [[2, 0, 2], [-1.25, 0, 0], [4, 1, 2]]
    k, v = [[2, 2, 2], [0, 2, 1], [0.5, 1, -1]], [[1, 1], [0, 1], [3, -0.25]]
    return AttentionExplorer(WORDS, **{"q": q, "k": k, "v": v, **changes})


# --- every control ----------------------------------------------------------------------------------------------------------


@both_languages
def test_every_control_shows_what_numpy_gives(view, language):
    use_language(language)
    one = view(an_explorer())
    assert one.same_as_numpy().weights.shape == (3, 3)
    scale = one.control("attention-scale", d=3, root=short(3**0.5))
    for on in (False, True):
        scale.set_checked(on)
        assert one.same_as_numpy().scale is on
    slider = one.control("temperature")
    for step in (0, int(slider.get_attribute("max")), 4):
        slider.fill(str(step))
        one.same_as_numpy()
        assert slider.get_attribute("aria-valuetext") == short(one.get("temperature"))
    assert one.get("temperature") == 0.5
    for axis in ("queries", "keys"):
        one.choose("attention-axis", axis)
        for kind in ("causal", "padding", "none"):
            one.choose("attention-mask", kind)
            assert one.control("attention-how").is_visible() == (kind != "none")
            assert one.control("attention-length").is_visible() == (kind == "padding")
            for how in HOW if kind != "none" else ():
                one.choose("attention-how", how)
                assert (one.same_as_numpy().axis, one.get("mask_how")) == (axis, how)
            if kind == "padding":
                for length in (2, 0, 3):
                    one.control("attention-length").fill(str(length))
                    assert one.same_as_numpy().padding == length
    for stage in (*STAGES[1:], "all"):
        one.choose("attention-stage", stage)
        everything = ["q", "scores", "masked", "weights", "output"]
        visible = [name for name in everything if one.table(name).is_visible()]
        assert visible == (everything if stage == "all" else ["q"] if stage == "inputs" else [stage])
    one.button("explorer-reset").click()
    one.same_as_numpy()
    assert {name: one.get(name) for name in one.explorer.start} == one.explorer.start
    one.page.wait_for_function("saved > 0")


@both_languages
def test_every_preset_shows_what_python_makes_of_it(view, language):
    use_language(language)
    one, python = view(an_explorer(v=[[1, 1, 0], [0, 1, 2], [3, 1, 1]])), an_explorer(v=[[1, 1, 0], [0, 1, 2], [3, 1, 1]])
    offered = one.control("attention-preset").locator("option").evaluate_all("(all) => all.map((option) => option.value)")
    assert offered == ["", *PRESETS]
    for name in (*PRESETS[1:], "start"):
        one.choose("attention-preset", name)
        python.preset = name
        np.testing.assert_allclose(one.same_as_numpy().weights, python.weights)
        note = one.page.locator(".attn-note").first
        assert note.is_visible() == (name != "start")
        if name != "start":
            assert note.text_content() == label(f"attention-note-{name}")
    one.choose("attention-preset", "axis")
    one.choose("attention-axis", "keys")
    assert one.get("preset") == "" and one.control("attention-preset").input_value() == ""
    one.choose("attention-preset", "axis")
    one.cell("q", 0, 0).locator("input").fill("5")
    one.press("Enter")   # a cell that is edited leaves it too
    assert one.get("preset") == "" and one.control("attention-preset").input_value() == "" and not note.is_visible()


@both_languages
def test_a_number_is_typed(view, language):
    use_language(language)
    one = view(an_explorer())
    for name, text, value in (("q", "1,5", 1.5), ("k", "-2.25", -2.25), ("v", "−3", -3), ("v", "1e3", 1000)):
        one.cell(name, 1, 1).locator("input").fill(text)
        before = one.get(name)
        one.drawn()
        assert one.get(name) == before   # not before Enter
        one.press("Enter")
        assert one.get(name)[1][1] == value
        one.same_as_numpy()
    field = one.cell("q", 0, 0).locator("input")
    field.fill("7")
    one.cell("v", 0, 0).locator("input").focus()   # leaving the cell counts too
    assert one.get("q")[0][0] == 7
    for nonsense in ("abc", "", "1,2,3", ATTACK, "1e9", "NaN"):
        field.fill(nonsense)
        field.press("Enter")
        one.drawn()
        assert one.get("q")[0][0] == 7 and field.input_value() == "7"
        warning = one.page.locator(".attn-warn").first.text_content()
        assert warning == label("explorer-refused", text=nonsense, old="7", most="1000000")
    field.fill("8")
    field.press("Escape")
    assert field.input_value() == "7"
    one.same_as_numpy()


@both_languages
def test_a_mask_is_made_by_hand(view, language):
    use_language(language)
    one = view(an_explorer(mask_kind="causal"))
    one.choose("attention-mask", "custom")
    assert one.get("mask") == [[True, False, False], [True, True, False], [True, True, True]]
    one.cell("masked", 0, 0).click()
    assert one.get("mask")[0] == [False, False, False]
    one.same_as_numpy()
    assert one.page.locator(".attn-verdict").text_content() == label("attention-rows-empty", rows="나는")
    one.cell("masked", 0, 0).press("ArrowRight")
    one.press("Enter", "ArrowRight", " ")
    assert one.get("mask")[0] == [False, True, True]
    assert one.cell("masked", 0, 0).get_attribute("aria-label") == label("attention-blocked", number="−∞")
    one.same_as_numpy()
    one.choose("attention-mask", "none")
    one.cell("masked", 0, 0).click()   # only a mask by hand can be clicked
    assert one.get("mask")[0] == [False, True, True]


def test_heads(view):
    q = np.arange(12).reshape(3, 4) / 4
    one = view(AttentionExplorer(WORDS, q=q, v=q[:, :2], heads=2))
    one.same_as_numpy()
    one.choose("attention-head", "1")
    assert one.same_as_numpy().head == 1
    one.cell("v", 2, 0).locator("input").fill("9")
    one.press("Enter")
    assert one.get("v")[2] == [2, 9]
    one.same_as_numpy()
    assert not one.control("attention-preset").locator("option[value=one-hot]").count()


# --- the sum behind a number ------------------------------------------------------------------------------------------------


def test_a_number_shows_its_sum(view):
    q = [[2, 0, 2], [2, 0, 0], [4, 0, 2]]
    one = view(AttentionExplorer(WORDS, q=q, k=[[2, 2, 2], [0, 2, 1], [2, -4, 3]], v=[[1, 1], [0, 1], [1, 2]], temperature=0.5))
    weights, output = one.explorer.weights, one.explorer.output

    def said(name, i, j):
        one.cell(name, i, j).hover()
        return one.status()

    assert said("scores", 0, 2) == "나는 → 먹었다: 10 = 2·2 + 0·(−4) + 2·3"
    assert said("masked", 0, 0) == "나는 → 나는: 9,24 = 8 / (√3 · 0,5)"
    powers = [f"exp({score} / (√3 · 0,5))" for score in (8, 2, 10)]
    assert said("weights", 0, 1) == f"나는 → 사과를: {fixed(weights[0, 1])} = {powers[1]} / ({' + '.join(powers)})"
    assert said("weights", 0, 3) == f"나는: 1,00 = {' + '.join(map(fixed, weights[0]))}"
    products = [f"{fixed(weight)}·{value}" for weight, value in zip(weights[0], (1, 1, 2), strict=True)]
    assert said("output", 0, 1) == f"나는: {even(output[0, 1])} = {' + '.join(products)}"
    one.page.mouse.move(0, 0)
    assert one.status() == label("attention-hint")
    one.choose("attention-mask", "causal")
    assert said("masked", 0, 1) == "나는 → 사과를: " + label("attention-why-minus-infinity")
    assert said("weights", 0, 1).endswith("0,00 = exp(−∞) / (exp(8 / (√3 · 0,5)))")
    one.choose("attention-how", HOW[1])
    assert said("masked", 0, 1).endswith("0 = 0 · 2 / (√3 · 0,5)")
    assert "exp(0)" in said("weights", 0, 0)
    one.choose("attention-how", HOW[2])
    assert said("weights", 0, 1).endswith(label("attention-why-zeroed", share=fixed(weights[0, 1])))
    one.choose("attention-how", HOW[3])
    assert said("weights", 0, 0).endswith(f"1,00 = {fixed(weights[0, 0])} / ({fixed(weights[0, 0])})")


@both_languages
def test_a_long_sum_is_shortened_and_said_politely(view, language):
    use_language(language)
    one = view(AttentionExplorer([f"w{i}" for i in range(8)]))
    one.cell("weights", 2, 3).focus()
    said = one.status()
    assert said.startswith(f"w2 → w3: {fixed(one.explorer.weights[2, 3])} = exp(") and said.endswith(" + …)")
    one.page.wait_for_function("document.querySelector('[role=status]').textContent !== ''")
    assert one.page.locator("[role=status]").text_content() == said
    lit = one.table("masked").locator("td[data-lit]").count()
    assert lit == 8


# --- the student's own sentence ---------------------------------------------------------------------------------------------


@both_languages
def test_a_sentence_becomes_tokens_and_the_vectors_of_python(view, language):
    use_language(language)
    one = view(an_explorer(seed=5, mask=np.eye(3, dtype=bool)))
    field = one.control("attention-sentence")
    field.fill("  Ação 없는\t날 ação ")
    field.press("Enter")
    python = one.same_as_numpy()
    tokens = ["Ação", "없는", "날", "ação"]
    assert python.query_tokens == python.key_tokens == tokens and python.mask_kind == "none"
    assert python.q == token_vectors(tokens, 3, 5).tolist() and python.k == token_vectors(tokens, 3, 6).tolist()
    assert python.v == token_vectors(tokens, 2, 7).tolist()
    languages = one.table("scores").locator("thead th span").evaluate_all("(all) => all.map((token) => token.lang)")
    assert languages == ["", "ko", "ko", ""]
    field.fill("x " * 17)
    one.button("attention-sentence-use").click()
    assert one.get("query_tokens") == tokens
    assert one.page.locator(".attn-warn").first.text_content() == label("attention-sentence-long", most=16, count=17)
    one.choose("attention-preset", "axis")
    assert one.get("query_tokens") == tokens
    one.button("explorer-reset").click()
    assert one.same_as_numpy().query_tokens == WORDS


def test_two_sentences_where_one_asks_and_another_answers(view):
    one = view(AttentionExplorer(["quem", "fez"], WORDS))
    one.control("attention-sentence-queries").fill("uma frase minha")
    one.control("attention-sentence-queries").press("Enter")
    one.control("attention-sentence-keys").fill("a b c d")
    one.control("attention-sentence-keys").press("Enter")
    python = one.same_as_numpy()
    assert python.weights.shape == (3, 4) and python.key_tokens == ["a", "b", "c", "d"]


@both_languages
def test_markup_stays_text(view, language):
    use_language(language)
    one = view(AttentionExplorer([ATTACK, "b"]))
    one.control("attention-sentence").fill(f"{ATTACK} <b>x</b> &amp;")
    one.control("attention-sentence").press("Enter")
    one.same_as_numpy()
    one.cell("weights", 0, 0).hover()
    assert one.status().startswith("<img → <img")
    assert one.page.locator("#here img, #here b").count() == 0
    assert one.table("scores").locator("thead th").first.text_content() == "<img"


def test_a_shorter_sentence_under_a_resting_pointer(view):
    """The number that was pointed at is gone: nobody may ask for its sum."""
    one = view(an_explorer())
    one.cell("scores", 2, 2).hover()
    one.control("attention-sentence").fill("uma frase")
    one.control("attention-sentence").press("Enter")
    assert one.same_as_numpy().weights.shape == (2, 2) and one.errors == []


# --- keyboard, touch, Python, screen readers --------------------------------------------------------------------------------


def test_the_whole_explorer_by_keyboard_alone(view):
    one = view(an_explorer())
    one.press("Tab", "Tab", "Tab")   # over the two views
    assert one.focused() == label("attention-preset")
    one.press("ArrowDown", "ArrowDown")
    assert one.get("preset") == "axis" and one.same_as_numpy()
    one.press("Tab", "Enter")
    assert one.get("preset") == "start" and one.get("axis") == "keys"
    one.press("Tab", "Space")
    assert one.get("scale") is False
    one.press("Tab", "ArrowRight")
    assert one.get("temperature") == 1.25
    one.press("Tab", "ArrowDown", "ArrowDown", "ArrowDown")
    assert one.get("mask_kind") == "custom"
    one.press("Tab", "ArrowDown")
    assert one.get("mask_how") == HOW[1]
    one.press("Tab", "ArrowDown")
    assert one.get("axis") == "queries"
    one.press("Tab")
    assert one.focused() == label("attention-stage")
    one.press("Tab")
    assert one.focused() == label("attention-cell", matrix="Q", row="나는", column="1")
    one.press("ArrowDown", "ArrowRight")
    assert one.focused() == label("attention-cell", matrix="Q", row="사과를", column="2")
    one.page.keyboard.type("3,5")
    one.press("ArrowLeft", "Backspace", "Enter", "ArrowUp", "Tab")   # inside the number, ← belongs to the text
    assert one.get("q")[1][1] == 35 and one.same_as_numpy()
    assert one.focused() == label("attention-cell", matrix="K", row="나는", column="1")
    one.press("Tab", "Tab")
    assert one.status().startswith("나는 → 나는: ")
    one.press("End", "ArrowDown")
    assert one.status().startswith("사과를 → 먹었다: ")
    one.press("Tab", "Enter", "End", "Home", "ArrowRight", "Space")
    assert one.get("mask")[0] == [False, False, True] and one.same_as_numpy()
    one.press("Tab", "End")
    assert one.status().startswith("나는: ")
    one.press("Tab", "Tab")
    assert one.focused() == label("attention-sentence")
    one.page.keyboard.type("minha frase")
    one.press("Tab", "Enter")
    assert one.get("query_tokens") == ["minha", "frase"] and one.same_as_numpy()
    one.press("Tab")
    assert one.page.evaluate("document.activeElement === document.body")   # no trap
    assert [key for key in one.page.evaluate("left") if key != "Tab"] == []


def test_no_key_and_no_swipe_leaves_the_explorer_but_a_clicker_does(view):
    one = view(an_explorer(hide=["view"]), has_touch=True)
    places = ", ".join(f".attn {kind}:visible" for kind in ("select", "input", "button", "td[tabindex='0']"))
    for place in one.page.locator(places).all():
        place.focus()
        for key in ("ArrowLeft", "Home", "Escape", "d", "n", "Shift+Space"):
            one.page.keyboard.press(key)
    one.cell("scores", 1, 1).tap()
    assert one.page.evaluate("left") == []
    assert one.page.locator(".attn").get_attribute("data-lm-suppress-shortcuts") == "true"
    one.cell("scores", 0, 0).focus()
    one.page.keyboard.press("PageDown")
    assert one.page.evaluate("left") == ["PageDown", "PageDown"]   # down and up


def test_what_python_changes_is_drawn(view):
    one = view(an_explorer())
    one.set(q=np.eye(3).tolist(), mask_kind="causal", axis="queries")
    python = one.same_as_numpy()
    assert python.axis == "queries" and one.control("attention-axis").input_value() == "queries"
    one.explorer.language = "ko"
    one.set(language="ko", labels=one.explorer.labels)
    use_language("ko")
    one.same_as_numpy()
    assert one.page.locator(".attn-attention").count() == 1
    listening = one.page.evaluate("model.listeners()")
    one.page.evaluate("model.set('labels', {...model.get('labels'), x: ''})")
    assert one.page.evaluate("model.listeners()") == listening
    one.page.evaluate("stop()")
    assert one.page.evaluate("model.listeners()") == 0


def test_python_hears_once_things_have_come_to_rest(view):
    """While a slider moves, the kernel's answers would hold up its picture."""
    one = view(an_explorer())
    one.page.clock.install(time=0)
    one.page.clock.pause_at(1000)
    for step in range(5):
        one.control("temperature").fill(str(step))
        one.page.clock.run_for(100)
    assert one.page.evaluate("saved") == 0
    one.page.clock.run_for(200)
    assert one.page.evaluate("saved") == 1
    one.control("temperature").fill("9")
    one.page.evaluate("stop()")   # nothing is lost when the explorer is taken away
    assert one.page.evaluate("saved") == 2


def test_what_a_page_made_is_what_python_gets(view):
    """The traits that the page has set are taken by a fresh widget in Python, as a kernel would take them."""
    one = view(an_explorer())
    one.control("attention-sentence").fill("quatro palavras bem novas")
    one.control("attention-sentence").press("Enter")
    one.choose("attention-mask", "custom")
    one.cell("masked", 3, 0).click()
    one.drawn()
    python = an_explorer()
    names = [name for name in own_traits(python) if name not in ("labels", "start")]
    python.set_state({name: one.get(name) for name in names})
    np.testing.assert_array_equal(python.weights, one.python().weights)
    assert python.weights[3, 0] == 0 and python.weights.shape == (4, 4)


def test_two_changes_between_two_pictures(view):
    """A slow machine: the mask by hand begins with the new sentence's size, not with that of the picture before."""
    one = view(an_explorer())
    one.control("attention-sentence").fill("quatro palavras bem novas")
    one.control("attention-mask").evaluate("""(select, sentence) => {
        sentence.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
        select.value = "custom";
        select.dispatchEvent(new Event("change", { bubbles: true }));
    }""", one.control("attention-sentence").element_handle())
    one.drawn()
    assert np.shape(one.get("mask")) == (4, 4) and one.same_as_numpy()


def test_many_tokens_show_one_stage_at_a_time(view):
    one = view(AttentionExplorer([f"w{i}" for i in range(64)], mask_kind="causal"))
    assert one.table("weights").is_visible() and not one.table("scores").is_visible()
    one.same_as_numpy()
    for stage in ("scores", "masked", "inputs", "output"):
        one.choose("attention-stage", stage)
        one.same_as_numpy()
    one.choose("attention-stage", "weights")
    one.cell("weights", 63, 63).focus()
    assert one.status().startswith("w63 → w63: ")
    one.control("temperature").fill("0")
    one.same_as_numpy()


def test_a_slider_touches_no_matrix_that_it_does_not_change(view):
    """What keeps an update short: no node of Q, K, V or the scores is written, and each matrix is laid out and painted alone."""
    one = view(AttentionExplorer([f"w{i}" for i in range(8)], q=np.random.default_rng(0).normal(size=(8, 4)).round(2)))
    one.page.evaluate("""() => {
        window.touched = [];
        for (const table of document.querySelectorAll(".attn-table")) {
            new MutationObserver(() => touched.push(table.caption.textContent)).observe(table, {
                subtree: true, childList: true, characterData: true, attributes: true,
            });
        }
    }""")
    one.control("temperature").press("End")
    one.same_as_numpy()
    assert set(one.page.evaluate("touched")) == {label(f"attention-caption-{name}") for name in ("masked", "weights", "output")}
    assert one.page.locator(".attn-matrix").evaluate_all(
        "(all) => all.map((node) => getComputedStyle(node).contentVisibility)") == ["auto"] * 7


def wide(one):
    """What stands beyond the window, but for what scrolls in its own box."""
    return one.page.evaluate("""() => {
        const beyond = [...document.querySelectorAll(".attn *")].filter((node) =>
            !node.closest(".attn-table") && node.getBoundingClientRect().right > innerWidth + 1);
        if (document.documentElement.scrollWidth > innerWidth) beyond.push(document.documentElement);
        return beyond.map((node) => node.outerHTML.slice(0, 99));
    }""")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_very_long_token_and_a_long_mistake(view, width):
    long = "가나다라마바사아자차" * 20
    one = view(AttentionExplorer([long, "b" * 200, "gato"], mask_kind="causal", mask_how=HOW[2]),
               viewport={"width": width, "height": 720})
    one.cell("weights", 0, 0).focus()
    one.drawn()
    cut = long[:31] + "…"
    assert one.status().startswith(f"{cut} → {cut}: ")
    assert f"{cut} ({fixed(one.explorer.weights[0].sum())})" in one.page.locator(".attn-verdict").text_content()
    assert one.table("scores").locator("thead th span").first.get_attribute("title") == long
    one.cell("q", 0, 0).locator("input").fill("9" * 200)
    one.press("Enter")
    assert one.page.locator(".attn-warn").first.text_content().startswith(f"“{'9' * 31}…”")
    assert wide(one) == []


def test_a_token_from_right_to_left_turns_nothing_around_it(view):
    one = view(AttentionExplorer(["שלום", "مرحبا", "🍎"], mask_kind="causal", mask_how=HOW[2]))
    sums = one.explorer.weights.sum(axis=1)
    named = f"\u2068שלום\u2069 ({fixed(sums[0])}) · \u2068مرحبا\u2069 ({fixed(sums[1])})"
    assert named in one.page.locator(".attn-verdict").text_content()
    one.cell("scores", 0, 1).hover()
    assert one.page.locator(".attn-status bdi").all_text_contents() == ["שלום", "مرحبا"]
    one.same_as_numpy()


def test_short_tokens_and_their_numbers_are_never_cut(view):
    """In letters of any width: a header measures its text."""
    names = ["mamãe", "mimimi", "WWWW", "gato", "고양이가"] * 3
    one = view(AttentionExplorer(names, q=-np.random.default_rng(0).random(size=(15, 4)).round(2) - 10))
    for family in ("DejaVu Sans", "DejaVu Serif"):
        one.page.add_style_tag(content=f":root {{ --jp-ui-font-family: '{family}' }}")
        one.page.evaluate("model.set('labels', {...model.get('labels'), x: Math.random()})")   # drawn anew
        one.drawn()
        cut = one.page.locator(".attn tbody th, .attn-number").evaluate_all(
            "(all) => all.filter((node) => node.scrollWidth > node.clientWidth).map((node) => node.value ?? node.textContent)")
        assert cut == []


def test_on_a_phone_the_sum_covers_nothing_until_a_number_is_touched(view):
    one = view(an_explorer(), viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    read_out = one.page.locator(".attn-status")
    assert read_out.bounding_box()["y"] > one.table("output").bounding_box()["y"]   # in its place, below the matrices
    one.cell("scores", 0, 0).tap()
    one.drawn()
    assert one.status().startswith("나는 → 나는: ")
    box = read_out.bounding_box()
    assert 844 - 100 < box["y"] and box["y"] + box["height"] <= 844   # one line or two, at the foot of the screen
    one.page.locator("h1").tap()
    one.drawn()
    assert read_out.bounding_box()["y"] > one.table("output").bounding_box()["y"]


@both_languages
def test_what_a_screen_reader_is_told(view, language):
    use_language(language)
    one = view(an_explorer(mask=np.ones((3, 3), bool)))
    assert one.page.locator(".attn-attention").get_attribute("lang") == TAGS[language]
    assert one.page.get_by_role("group", name=label("attention-name"), exact=True).count() == 1
    assert one.page.get_by_role("status").count() == 1   # a slider's own value is not said twice
    names = one.page.get_by_role("grid").evaluate_all(
        "(all) => all.map((grid) => [grid.caption.textContent, grid.ariaLabel, grid.ariaReadOnly])")
    assert names == [[label(f"attention-caption-{name}"), None, "true"] for name in ("scores", "masked", "weights", "output")]
    one.cell("masked", 1, 2).focus()
    one.press("Enter")
    said = label("attention-blocked", number="−∞") + ". " + label("attention-rows-right")
    one.page.wait_for_function("(said) => document.querySelector('[role=status]').textContent === said", arg=said)


def test_a_lesson_hides_what_it_has_no_use_for(view):
    one = view(an_explorer(hide=["preset", "temperature", "inputs", "sentence", "stage"]))
    for key in ("attention-preset", "temperature", "attention-stage", "attention-sentence"):
        assert not one.control(key).is_visible()
    assert not one.table("q").is_visible() and one.table("weights").is_visible()


@both_languages
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390)])
def test_axe_finds_nothing_and_nothing_is_cut(view, language, scheme, width):
    use_language(language)
    for preset, kind in (("", "causal"), ("no-renormalise", "none"), ("diagonal", "none")):
        one = view(an_explorer(preset=preset) if preset else an_explorer(mask_kind=kind, heads=1),
                   color_scheme=scheme, viewport={"width": width, "height": 720})
        one.cell("weights", 1, 1).focus()
        one.page.evaluate((web() / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
        found = one.page.evaluate("""async () => (await axe.run()).violations.map(
            (v) => [v.id, v.nodes.map((n) => [n.html, n.failureSummary])])""")
        assert found == []
        assert one.page.evaluate("document.documentElement.scrollWidth") <= width
        cut = one.page.locator(".attn th, .attn td, .attn-number, .attn-button").evaluate_all(
            "(all) => all.filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => node.textContent)")
        assert cut == []
        controls = one.page.locator(".attn button:visible, .attn select:visible, .attn input:visible:not([type=checkbox])")
        small = controls.evaluate_all(
            "(all) => all.filter((node) => node.getBoundingClientRect().height < 32).map((node) => node.outerHTML)")
        assert small == []


def test_the_screen_uses_the_decimal_comma_in_portuguese_only(view):
    for language, wrong in (("pt", r"\d\.\d"), ("ko", r"\d,\d")):
        use_language(language)
        one = view(an_explorer(temperature=0.5))
        assert not re.search(wrong, one.page.locator(".attn").inner_text())

"""The Attention explorer as lines between words: one query picked, by click, tap and keys; the tables' state underneath."""

import re

import numpy as np
import pytest

from attnlib.classroom.explorers import AttentionExplorer
from attnlib.classroom.explorers.attention import HOW
from attnlib.classroom.labels import LANGUAGES, label, use_language
from attnlib.classroom.labels.formatting import fixed
from attnpress.export import web
from tests.support.views import View, assert_links_are_numpy, views

WORDS = ["a", "gata", "dorme", "porque", "ela", "cansou"]
OTHERS = ["preset", "scale", "temperature", "mask", "how", "axis", "head", "stage", "inputs", "sentence"]
ATTACK = "<img src=x onerror=alert(1)>"
both_languages = pytest.mark.parametrize("language", LANGUAGES)


def an_explorer(tokens=WORDS, **changes):
    q = np.random.default_rng(0).normal(size=(len(tokens), 4)).round(2)
    picked = min(4, len(tokens) - 1)
    return AttentionExplorer(tokens, **{"q": q, "k": 1.5 * q[::-1], "view": "links", "picked": picked, **changes})


# --- in Python -----------------------------------------------------------------------------------------------------------


def test_the_view_changes_no_number_and_no_twin():
    tables, links = an_explorer(view="tables"), an_explorer()
    assert np.array_equal(tables.weights, links.weights) and repr(tables) == repr(links)
    assert tables.start == links.start and "view" not in links.start   # Reset stays in the view
    assert AttentionExplorer(WORDS).view == "tables"


@pytest.mark.parametrize(("arguments", "message"), [
    ({"view": "lines"}, "view"),
    ({"picked": 6}, "picked is 6, and needs a whole number from 0 to 5"),
    ({"picked": -1}, "picked is -1"),
    ({"queries": []}, "queries has 0 tokens"), ({"q": np.full((6, 4), np.nan)}, "q holds NaN"),
])
def test_what_is_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        AttentionExplorer(**{"queries": WORDS, **arguments})


def test_who_is_picked_stays_among_the_queries():
    explorer = AttentionExplorer(WORDS, WORDS, np.eye(6), np.eye(6), picked=5)
    with explorer.hold_trait_notifications():
        explorer.query_tokens, explorer.q, explorer.mask = ["a", "b"], np.eye(6)[:2], np.ones((2, 6), bool)
    assert explorer.picked == 1


# --- in a real browser ---------------------------------------------------------------------------------------------------


class LinksView(View):
    def word(self, i):
        return self.page.get_by_role("radio").nth(i)

    def picked(self):
        return self.page.get_by_role("radio", checked=True).evaluate_all(
            "(all) => all.map((word) => [...word.parentNode.children].indexOf(word))")

    def python(self):
        names = ("q", "k", "v", "heads", "head", "scale", "temperature", "mask_kind", "mask", "padding", "mask_how", "axis",
                 "language", "picked")
        traits = {name: self.get(name) for name in names}
        return AttentionExplorer(self.get("query_tokens"), self.get("key_tokens"), **traits)

    def same_as_numpy(self):
        self.drawn()
        python = self.python()
        assert self.picked() == [python.picked]
        assert_links_are_numpy(python, self.page.locator(".attn"))
        return python

    def lines(self):
        """Of the picked query's lines: the numbers of the curve, its thickness in em, and whether it goes to a blocked key."""
        paths = self.page.locator(".attn-link").evaluate_all("""(all) => all.map((path) =>
            [path.getAttribute('d'), path.style.strokeWidth, path.classList.contains('attn-link-leak')])""")
        return [(*map(float, re.findall(r"[\d.]+", d)), float(width.removesuffix("em")), leak) for d, width, leak in paths]


@pytest.fixture
def view(browser):
    with views(browser, LinksView) as open_view:
        yield open_view


@both_languages
def test_a_word_is_picked_by_click_and_by_keys(view, language):
    use_language(language)
    one = view(an_explorer())
    assert one.same_as_numpy().picked == 4
    one.word(1).click()
    assert one.same_as_numpy().picked == 1 and one.get("picked") == 1
    for key, now in (("ArrowRight", 2), ("ArrowDown", 3), ("ArrowLeft", 2), ("ArrowUp", 1), ("Home", 0), ("ArrowLeft", 0),
                     ("End", 5), ("ArrowRight", 5)):
        one.press(key)
        assert one.same_as_numpy().picked == now
        assert one.page.evaluate("document.activeElement.getAttribute('aria-checked')") == "true"
    assert one.page.get_by_role("radio").evaluate_all("(all) => all.map((word) => word.tabIndex)") == [-1] * 5 + [0]
    one.page.wait_for_function("saved > 0")
    one.page.get_by_role("button", name=label("attention-view-tables"), exact=True).focus()
    one.press("ArrowRight", "d", "Shift+Space")
    assert one.get("view") == "tables" and one.page.evaluate("left") == []


def test_lines_go_where_the_weights_are_and_are_as_thick(view):
    one = view(an_explorer())
    weights = one.explorer.weights[4]
    seen = [j for j in range(6) if weights[j] >= 0.005]
    lines = one.lines()
    assert len(lines) == len(seen) >= 3
    for j, (x, y, *_, to_x, to_y, width, leak) in zip(seen, lines, strict=True):
        assert (x, y, to_x, to_y, leak) == (75, 0, pytest.approx(100 * (j + 0.5) / 6, abs=0.01), 100, False)
        assert width == pytest.approx(0.08 + 0.62 * weights[j], abs=0.001)
    faint = one.page.locator(".attn-link-faint").evaluate_all(
        "(all) => all.map((path) => (path.getAttribute('d').match(/M/g) ?? []).length)")
    others = np.delete(one.explorer.weights, 4, axis=0).ravel()
    assert faint == [((others >= low) & (others < high)).sum() for low, high in ((0.05, 0.2), (0.2, 0.4), (0.4, 0.7), (0.7, 2))]


@both_languages
def test_masks_heads_and_every_other_control_go_on_underneath(view, language):
    use_language(language)
    one = view(an_explorer(heads=2))
    one.page.get_by_label(label("attention-head"), exact=True).select_option("1")
    assert one.same_as_numpy().head == 1
    one.page.get_by_label(label("attention-mask"), exact=True).select_option("causal")
    one.word(2).click()
    python = one.same_as_numpy()
    assert python.weights[1, 2, 3:].tolist() == [0, 0, 0]
    off = one.page.locator(".attn-words-keys .attn-word-off .attn-token").all_text_contents()
    assert off == WORDS[3:]
    for how in HOW[1:]:
        one.page.get_by_label(label("attention-how"), exact=True).select_option(how)
        python = one.same_as_numpy()
        assert [leak for *_, leak in one.lines()].count(True) == (3 if how == HOW[1] else 0)
        right = np.isclose(python.weights[1].sum(axis=1), 1).all()
        assert (one.texts(".attn-verdict") == [label("attention-rows-right")]) == right
    one.page.get_by_label(label("temperature"), exact=True).fill("19")
    assert one.same_as_numpy().temperature == 10
    assert not one.page.get_by_label(label("attention-stage"), exact=True).is_visible()
    assert not one.page.locator("table").first.is_visible()
    one.page.get_by_role("button", name=label("attention-view-tables"), exact=True).click()
    one.drawn()
    assert one.get("view") == "tables" and one.page.locator("table").first.is_visible()
    assert not one.page.locator(".attn-links").is_visible()
    assert one.get("temperature") == 10 and one.get("mask_kind") == "causal"
    one.page.get_by_role("button", name=label("attention-view-links"), exact=True).click()
    one.same_as_numpy()
    pressed = one.page.locator(".attn-choice button").evaluate_all("(all) => all.map((one) => one.getAttribute('aria-pressed'))")
    assert pressed == ["false", "true"]
    one.page.get_by_role("button", name=label("explorer-reset"), exact=True).click()
    assert one.same_as_numpy().mask_kind == "none" and one.get("view") == "links"


def test_a_shorter_sentence_of_the_student(view):
    one = view(an_explorer())
    one.word(5).click()
    field = one.page.get_by_label(label("attention-sentence"), exact=True)
    field.fill(f"{ATTACK} 고양이")
    field.press("Enter")
    one.drawn()
    assert one.page.locator("#here img").count() == 0
    assert one.page.locator(".attn-words-keys .attn-token").last.get_attribute("lang") == "ko"
    field.fill("uma frase")
    field.press("Enter")
    one.drawn()
    assert one.picked() == [1] and one.texts(".attn-words-keys .attn-token") == ["uma", "frase"]
    field.fill("outra frase com mais palavras")
    field.press("Enter")
    one.same_as_numpy()


def test_64_tokens_stand_in_two_columns_that_scroll(view):
    names = [f"palavra{i}" for i in range(64)]
    names[5] = "x" * 40
    one = view(an_explorer(names))
    box = one.page.locator(".attn-links")
    assert "attn-links-columns" in box.get_attribute("class") and box.bounding_box()["height"] < 500
    one.word(4).click()
    one.press("End")
    assert one.same_as_numpy().picked == 63
    inside = one.page.evaluate("""() => {
        const nodes = [document.activeElement, document.querySelector(".attn-links")];
        const [word, box] = nodes.map((node) => node.getBoundingClientRect());
        return word.top >= box.top - 1 && word.bottom <= box.bottom + 1;
    }""")
    assert inside   # who walks with the keys sees where
    long = one.page.locator(".attn-words-keys .attn-token").nth(5)
    assert long.get_attribute("title") == "x" * 40 and long.evaluate("(node) => node.scrollWidth > node.clientWidth")
    assert long.evaluate("(node) => getComputedStyle(node).textOverflow") == "ellipsis"
    numbers = one.page.locator(".attn-word-number").evaluate_all(
        "(all) => all.filter((node) => node.scrollWidth > node.clientWidth + 1).length")
    assert numbers == 0
    assert one.word(0).bounding_box()["height"] >= 24


@pytest.mark.parametrize("tokens", [WORDS, ["공", "상자", "그것", "크다"], ["x" * 40, "b", "c", "d"], WORDS + WORDS])
def test_on_a_phone_by_touch(view, tokens):
    one = view(an_explorer(tokens), viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    one.word(1).tap()
    assert one.same_as_numpy().picked == 1
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 390
    whole = one.page.locator(".attn-word .attn-token").evaluate_all(
        "(all) => all.filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => node.textContent)")
    assert set(whole) <= {"x" * 40}
    assert one.page.get_by_role("radio").evaluate_all("(all) => all.every((word) => word.getBoundingClientRect().height >= 24)")
    one.page.set_viewport_size({"width": 1280, "height": 720})   # the phone is turned: two rows where there is room
    one.drawn()
    one.same_as_numpy()
    assert ("attn-links-columns" in one.page.locator(".attn-links").get_attribute("class")) is False


@pytest.mark.parametrize("tokens", [["공", "상자", "그것", "크다"], WORDS])
def test_it_is_small_enough_for_a_slide(view, tokens):
    one = view(an_explorer(tokens, hide=OTHERS))
    one.page.add_style_tag(content=":root { --attn-size: 26px; --attn-least: 18px }")
    one.drawn()
    assert one.page.locator(".attn").bounding_box()["height"] <= 480
    assert one.page.locator(".attn-controls .attn-control:visible").count() == 1
    one.set(hide=[*OTHERS, "view"])
    assert not one.page.locator(".attn-choice").is_visible()


@both_languages
def test_what_a_screen_reader_is_told(view, language):
    use_language(language)
    one = view(an_explorer())
    group = one.page.get_by_role("radiogroup", name=label("attention-links-pick"), exact=True)
    assert group.locator("[role=radio] .attn-token").all_text_contents() == WORDS
    one.word(4).focus()
    one.press("ArrowLeft")
    row = one.python().weights[3]
    best = sorted(range(6), key=lambda j: -row[j])[:3]
    named = " · ".join(f"{WORDS[j]} {fixed(row[j])}" for j in best)
    said = f"porque → {named} · {label('attention-rows-more', count=3)}; {label('explorer-sum')} {fixed(1)}"
    assert one.page.locator(".attn-status:visible").text_content() == said
    one.page.wait_for_function("(said) => document.querySelector('[role=status]').textContent.startsWith(said)", arg=said)


@both_languages
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390)])
def test_axe_finds_nothing(view, language, scheme, width):
    use_language(language)
    many = [f"w{i}" for i in range(30)]
    for changes in ({"mask_kind": "causal"}, {"mask_kind": "causal", "mask_how": HOW[2]}, {"tokens": many}):
        one = view(an_explorer(**changes), color_scheme=scheme, viewport={"width": width, "height": 720})
        one.word(1).click()
        one.page.evaluate((web() / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
        found = one.page.evaluate("async () => (await axe.run()).violations.map((v) => [v.id, v.nodes.map((n) => n.html)])")
        assert found == []
        assert one.page.evaluate("document.documentElement.scrollWidth") <= width


def test_words_of_the_other_language_have_glosses(view):
    one = view(an_explorer(["고양이", "gato"]))
    one.set(glosses={"고양이": "gato"})
    assert one.texts(".attn-words .attn-gloss") == ["gato", "gato"]

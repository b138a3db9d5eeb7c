"""Every explorer of every lesson's page, in both languages: each control is operated, and the numbers equal attnlib's."""

import base64

import nbformat
import numpy as np
import pytest

from attnlib.classroom.explorers import AttentionExplorer
from attnlib.classroom.explorers.attention import vectors
from attnlib.classroom.explorers.base import TEMPERATURES
from attnlib.classroom.explorers.film import AlignmentFilm
from attnlib.classroom.explorers.heads import HeadsExplorer
from attnlib.classroom.explorers.next_word import NextWordExplorer
from attnlib.classroom.explorers.plane import PlaneExplorer
from attnlib.classroom.explorers.scale import SIZES, ScaleExplorer
from attnlib.classroom.explorers.softmax import SoftmaxExplorer
from attnlib.classroom.labels import label, use_language
from attnlib.classroom.labels.formatting import fixed, short
from attnlib.gpt import GPT
from attnlib.stories import Stories
from attnpress.export import STATE, WIDGET, LessonExporter
from attnpress.paths import LANGUAGES, sources, target
from tests.support import by_turns
from tests.support.views import (
    DRAWN,
    assert_attention_is_numpy,
    assert_heads_are_numpy,
    assert_links_are_numpy,
    assert_next_word_is_numpy,
    assert_plane_is_numpy,
    assert_softmax_is_numpy,
)
from tests.support.visit import Visit

CLASSES = {kind.__name__: kind for kind in (
    AttentionExplorer, SoftmaxExplorer, ScaleExplorer, AlignmentFilm, PlaneExplorer, HeadsExplorer, NextWordExplorer)}


def explorers(notebook):
    """(cell key, name of the class, stored traits) of each explorer that a notebook shows."""
    state = notebook.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if WIDGET in output.get("data", {}):
                traits = state[output.data[WIDGET]["model_id"]]["state"]
                if "_esm" in traits:
                    yield cell.id, traits["_anywidget_id"].split(".")[-1], traits


def in_python(kind, traits):
    """The explorer that a notebook stores."""
    def some(*names):
        return {name: traits[name] for name in names}

    if kind == "AttentionExplorer":
        return AttentionExplorer(traits["query_tokens"], traits["key_tokens"], **some(
            "q", "k", "v", "heads", "head", "scale", "temperature", "mask_kind", "mask", "padding", "mask_how", "axis",
            "seed", "preset", "view", "picked"))
    if kind == "SoftmaxExplorer":
        return SoftmaxExplorer(**some("scores", "hidden", "temperature", "shift"))
    if kind == "ScaleExplorer":
        return ScaleExplorer(traits["key_count"], **some("draws", "seed", "d_k", "scaled"))
    if kind == "PlaneExplorer":
        return PlaneExplorer(traits["query"], traits["key_points"], traits["value_points"] or None,
                             **some("names", "query_name", "scale"))
    if kind == "HeadsExplorer":
        whole = HeadsExplorer(np.zeros(traits["shape"]), traits["query_tokens"], traits["key_tokens"], **some("layer", "head"))
        for name in ("packed", "rest", "sinks", "without", "numbers"):
            setattr(whole, name, traits[name])
        return whole
    if kind == "NextWordExplorer":
        stories = next(one for one in map(Stories, LANGUAGES) if list(one.vocabulary) == traits["vocabulary"])
        return NextWordExplorer(_model_of(traits["gpt"]), stories, traits["written"],
                                **some("temperature", "top_k", "seed", "layer", "head"))
    shape = len(traits["steps"]), len(traits["query_tokens"]), len(traits["key_tokens"])
    weights = np.frombuffer(base64.b64decode(traits["packed"]), "<u2").reshape(shape) / 1000
    gold = np.zeros(shape[1:], bool)
    for pair in traits["gold"]:
        gold[tuple(pair)] = True
    return AlignmentFilm(weights, traits["steps"], traits["query_tokens"], traits["key_tokens"], gold, traits["errors"] or None)


def _model_of(gpt):
    """The model that a Next word explorer carries."""
    shapes, numbers = dict(gpt["shapes"]), np.frombuffer(base64.b64decode(gpt["packed"]), "<f2")
    words, width = shapes["words"]
    model = GPT(words, gpt["longest"], width, gpt["layers"], gpt["heads"], shapes["0.w_q"][0] // gpt["heads"],
                positions=gpt["positions"], scale=gpt["scale"])
    for name, shape in shapes.items():
        array, numbers = numbers[:np.prod(shape)].reshape(shape), numbers[np.prod(shape):]
        model.parameters[name] = array.T if ".w_" in name or name == "w_out" else array   # each table came transposed
    return model


class Place:
    """One explorer on a page, and its twin in Python, to which the test does what it does on the page."""

    def __init__(self, page, key, kind, traits):
        self.page, self.root = page, page.locator(f"[data-key={key}] .attn")
        self.python = in_python(kind, traits)

    def control(self, key, **values):
        return self.root.get_by_label(label(key, **values), exact=True)

    def visible(self, key, **values):
        return self.control(key, **values).count() == 1 and self.control(key, **values).is_visible()

    def drawn(self):
        self.page.evaluate(DRAWN)

    def options(self, key):
        options = self.control(key).locator("option")
        return options.evaluate_all("(all) => all.map((option) => option.value)") if self.visible(key) else []

    def ends(self, key):
        """Moves a slider to each end, and back; yields where it stands."""
        if self.visible(key):
            slider = self.control(key)
            now = slider.input_value()
            for value in (slider.get_attribute("min"), slider.get_attribute("max"), now):
                slider.fill(value)
                yield int(value)


def operate_attention(place):
    python = place.python

    def same():
        place.drawn()
        for wait in (0, 50, 100, 200, 400):   # cells out of view are drawn later
            place.page.wait_for_timeout(wait)
            try:
                return (assert_links_are_numpy if python.view == "links" else assert_attention_is_numpy)(python, place.root)
            except AssertionError:
                if wait == 400 or max(len(python.query_tokens), len(python.key_tokens)) <= 9:
                    raise

    def look(view):
        place.root.get_by_role("button", name=label(f"attention-view-{view}"), exact=True).click()
        python.view = view
        same()

    same()
    words = place.root.get_by_role("radio")
    for i in range(words.count() if python.view == "links" else 0):
        words.nth(i).click()
        python.picked = i
        same()
    if place.root.get_by_role("group", name=label("attention-view"), exact=True).count():   # not hidden
        look("links")
        look("tables")
    scale = {"d": len(python.k[0]) // python.heads, "root": short((len(python.k[0]) // python.heads) ** 0.5)}
    if place.visible("attention-scale", **scale):
        for on in (not python.scale, python.scale):
            place.control("attention-scale", **scale).set_checked(on)
            python.scale = on
            same()
    for step in place.ends("temperature"):
        python.temperature = {0: TEMPERATURES[0], 19: TEMPERATURES[1]}.get(step, 1)
        same()
    for kind in place.options("attention-mask"):
        place.control("attention-mask").select_option(kind)
        with python.hold_trait_notifications():
            if kind == "custom":
                python.mask = python.allowed
            python.mask_kind = kind
        same()
        for length in place.ends("attention-length"):
            python.padding = length
            same()
        for how in place.options("attention-how"):
            place.control("attention-how").select_option(how)
            python.mask_how = how
            same()
    for axis in place.options("attention-axis"):
        place.control("attention-axis").select_option(axis)
        python.axis = axis
        same()
    for head in place.options("attention-head"):
        place.control("attention-head").select_option(head)
        python.head = int(head)
        same()
    for stage in place.options("attention-stage"):
        place.control("attention-stage").select_option(stage)
        same()
    for name in "qkv":
        caption = place.page.locator("caption", has_text=label(f"attention-caption-{name}"))
        cells = place.root.locator("table", has=caption).locator("input")
        if cells.count() and cells.first.is_visible():
            for cell, row, column in ((cells.first, 0, 0), (cells.last, -1, -1)):
                cell.fill("-1,5")
                cell.press("Enter")
                matrix = [list(one) for one in getattr(python, name)]
                width = len(matrix[0]) // python.heads   # of the head in view
                matrix[row][python.head * width + column % width] = -1.5
                setattr(python, name, matrix)
                same()
    for preset in place.options("attention-preset"):
        if preset:
            place.control("attention-preset").select_option(preset)
            python.preset = preset
            same()
    if place.visible("attention-sentence"):
        tokens = ["<img", "src=x", "onerror=alert(1)>", "없는", "ação"]
        place.control("attention-sentence").fill(" ".join(tokens))
        place.control("attention-sentence").press("Enter")
        with python.hold_trait_notifications():
            for name, value in vectors(python.start, tokens, tokens, python.seed).items():
                setattr(python, name, value)
            python.query_tokens = python.key_tokens = tokens
            python.mask, python.padding = [[True] * 5] * 5, 5
            python.mask_kind = "none" if python.mask_kind == "custom" else python.mask_kind
        same()
    place.root.get_by_role("button", name=label("explorer-reset"), exact=True).click()
    python.preset = "start"
    python.set_state(python.start)
    same()


def operate_softmax(place):
    python = place.python

    def same():
        place.drawn()
        assert_softmax_is_numpy(python, place.root)

    same()
    for shift in place.ends("softmax-shift"):
        python.shift = shift
        same()
    for step in place.ends("softmax-temperature"):
        python.temperature = {0: TEMPERATURES[0], 19: TEMPERATURES[1]}.get(step, 1)
        same()
    for i in range(len(python.scores)):
        place.control("softmax-entry", i=i).press("ArrowUp")
        python.scores = [round(score + 0.1, 1) if j == i else score for j, score in enumerate(python.scores)]
        same()
        place.root.get_by_role("button", name=label("softmax-hide-entry", i=i)).click()
        python.hidden = sorted({*python.hidden} ^ {i})
        same()
    start = python.start
    for button, scores in (("softmax-add", [*python.scores, 0]), ("softmax-remove", python.scores)):
        place.root.get_by_role("button", name=label(button)).click()
        python.scores = scores
        same()
    place.root.get_by_role("button", name=label("explorer-reset")).click()
    python.set_state(start)
    same()


def operate_scale(place):
    python = place.python
    for scaled in (True, False):
        place.control("scale-divide").set_checked(scaled)
        python.scaled = scaled
        for i, d in enumerate(SIZES):
            place.control("scale-size").fill(str(i))
            python.d_k = d
            place.drawn()
            assert place.root.locator(".attn-bar-text").all_text_contents() == [fixed(weight) for weight in python.weights]
            both = zip(python.unscaled_means[i], python.scaled_means[i], strict=True)
            means = [label("scale-pair", unscaled=fixed(a, 3), scaled=fixed(b, 3)) for a, b in both]
            assert place.root.locator(".attn-three .attn-bar-name").all_text_contents() == means


def operate_film(place):
    python = place.python

    def same():
        place.drawn()
        rows = place.root.locator("tbody tr").evaluate_all(
            "(rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent))")
        assert rows == [[fixed(weight) for weight in row] for row in python.weights]
        if python.gold:
            hits, total = python.hits
            assert label("film-hits", hits=hits, total=total) in place.root.locator(".attn-status").text_content()

    for frame in (0, len(python.steps) // 2, len(python.steps) - 1):
        place.control("film-step").fill(str(frame))
        python.frame = frame
        same()
    place.root.locator(".attn-play").click()   # from the end it starts again
    place.root.locator(".attn-play").click()
    python.frame = int(place.control("film-step").input_value())
    same()


def operate_plane(place):
    python = place.python

    def same():
        place.drawn()
        assert_plane_is_numpy(python, place.root)

    same()
    start = python.start
    values = python.names if python.value_points else ()
    for kind, points in (("query", [python.query_name]), ("key", python.names), ("value", values)):
        for i, name in enumerate(points):
            place.control(f"plane-{kind}-name", name=name).nth(points[:i].count(name)).press("ArrowUp")
            trait = "query" if kind == "query" else f"{kind}_points"
            value = [python.query] if kind == "query" else [list(point) for point in getattr(python, trait)]
            value[i] = [value[i][0], min(python.limit, round(value[i][1] + 0.1, 2))]
            setattr(python, trait, value[0] if kind == "query" else value)
            same()
    place.root.get_by_role("button", name=label("explorer-reset"), exact=True).click()
    python.set_state(start)
    same()


def operate_heads(place):
    python = place.python
    layers, heads = python.shape[:2]
    for layer, head in ((python.layer, python.head), (0, 0), (layers - 1, heads - 1)):
        cell = place.root.locator(".attn-heads-maps tbody tr").nth(layer).locator("td").nth(head)
        cell.click()
        python.layer, python.head = layer, head
        place.drawn()
        assert_heads_are_numpy(python, place.root)
    for box in place.root.locator("input[type=checkbox]").all():   # without the sinks, and with them again
        for python.without in (True, False):
            box.click()
            place.drawn()
            assert_heads_are_numpy(python, place.root)


def operate_next_word(place):
    python = place.python

    def same():
        place.drawn()
        assert_next_word_is_numpy(python, place.root)

    same()
    start = python.written
    place.root.locator(".attn-candidate").first.click()
    python.written = [*python.written, python.vocabulary[python.logits.argmax()]]
    same()
    for temperature in (0, 3, python.temperature):
        place.control("temperature").fill(f"{temperature:g}")   # an old Playwright wants the text that the slider holds
        python.temperature = temperature
        same()
    place.root.locator(".attn-heads-maps td[aria-label]").last.click()
    python.layer, python.head = (python.gpt[name] - 1 for name in ("layers", "heads"))
    same()
    place.root.get_by_role("button", name=label("explorer-reset"), exact=True).click()
    python.written = start
    same()


OPERATE = {AttentionExplorer: operate_attention, SoftmaxExplorer: operate_softmax, ScaleExplorer: operate_scale,
           AlignmentFilm: operate_film, PlaneExplorer: operate_plane, HeadsExplorer: operate_heads,
           NextWordExplorer: operate_next_word}


@pytest.mark.parametrize(("name", "language"), by_turns(sources()))
def test_every_control_gives_the_numbers_of_attnlib(browser, tmp_path, name, language):
    use_language(language)
    notebook = nbformat.read(target(sources()[name], language), as_version=4)
    assert any(explorers(notebook)), "a lesson without an explorer proves nothing here"
    path = tmp_path / "page.html"
    path.write_text(LessonExporter().from_notebook_node(notebook)[0], encoding="utf-8")
    use_language(language)
    with Visit(browser, path) as visit:
        for key, kind, traits in explorers(notebook):
            place = Place(visit.page, key, kind, traits)
            place.root.scroll_into_view_if_needed()
            OPERATE[CLASSES[kind]](place)
        visit.assert_quiet()

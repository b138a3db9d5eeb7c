"""Explorers on a page of their own, with no kernel behind them, and what is on the screen beside NumPy's numbers."""

import re
from contextlib import contextmanager

import numpy as np
import pytest

from attnlib.classroom.figures.palette import weight_colour
from attnlib.classroom.labels import label, use_language
from attnlib.classroom.labels.formatting import even, fixed, short
from attnlib.grammar import END, PAD

PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Explorer</title>
<meta name="viewport" content="width=device-width"><style>:root {{ color-scheme: light dark }} {css}</style></head>
<body><main><h1>Explorer</h1><div id="here"></div></main></body></html>"""

# the least that a widget asks of its model, a record of what reaches the page around it, and the keys that do
HOST = """async ([esm, traits]) => {
    const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
    let listeners = [];
    window.saved = 0;
    window.left = [];
    window.model = {
        get: (name) => traits[name],
        set(name, value) {
            const changed = !same(traits[name], value);
            traits[name] = value;
            if (changed) for (const [event, call] of listeners) if (event === `change:${name}`) call();
        },
        on: (event, call) => { listeners = [...listeners, [event, call]]; },
        off: (event, call) => { listeners = listeners.filter((one) => one[0] !== event || one[1] !== call); },
        save_changes: () => { saved += 1; },
        listeners: () => listeners.length,
    };
    for (const name of ["keydown", "keyup", "keypress", "touchstart", "pointerdown"]) {
        document.addEventListener(name, (event) => left.push(event.key ?? name));
    }
    const { default: widget } = await import(URL.createObjectURL(new Blob([esm], { type: "text/javascript" })));
    window.stop = await widget.render({ model, el: document.getElementById("here") });
}"""

# every table that can be seen: its caption, and the text of its cells
READ = """(root) => [...root.querySelectorAll("table")].filter((table) => table.checkVisibility()).map((table) => [
    table.caption.textContent,
    [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll("td")].map(
        (cell) => cell.firstElementChild?.value ?? cell.textContent)),
])"""
HEARD = "(node) => [...node.children].filter((child) => !child.hidden).map((child) => child.textContent).join('')"
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


class View:
    def __init__(self, browser, explorer, **context):
        self.explorer, self.errors = explorer, []
        self.page = browser.new_context(**{"viewport": {"width": 1280, "height": 720}, **context}).new_page()
        self.page.on("console", lambda message: self.errors.append(message.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.set_content(PAGE.format(language=explorer.language, css=explorer._css))
        self.page.evaluate(HOST, [explorer._esm, {name: getattr(explorer, name) for name in own_traits(explorer)}])

    def drawn(self):
        """Two pictures later, everything is on the screen."""
        self.page.evaluate(DRAWN)

    def get(self, name):
        return self.page.evaluate("(name) => model.get(name)", name)

    def set(self, **traits):
        for name, value in traits.items():
            self.page.evaluate("([name, value]) => model.set(name, value)", [name, value])
        self.drawn()

    def texts(self, selector):
        return self.page.locator(selector).all_text_contents()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        self.drawn()


@contextmanager
def views(browser, kind):
    """A function that opens a view; at the end none may have had an error, nor written to the console."""
    opened = []

    def open_view(explorer, **context):
        opened.append(kind(browser, explorer, **context))
        return opened[-1]

    yield open_view
    for one in opened:
        assert one.errors == []
        one.page.context.close()


def own_traits(explorer):
    """The names of the traits that its JavaScript reads and writes."""
    return [name for name in explorer.traits(sync=True) if name[0] != "_" and name not in ("layout", "tabbable", "tooltip")]


def assert_attention_is_numpy(python, root):
    """Every number of an Attention explorer on the screen is that of `python`, an AttentionExplorer."""
    use_language(python.language)
    numbers = python._stages()._asdict()
    matrices = {name: np.array(getattr(python, name)) for name in "qkv"}
    if python.heads > 1:
        numbers = {name: value[python.head] for name, value in numbers.items()}
        matrices = {name: np.split(value, python.heads, axis=1)[python.head] for name, value in matrices.items()}
    captions = {label(f"attention-caption-{name}"): name for name in ("q", "k", "v", *numbers)}
    shown = {captions[caption]: rows for caption, rows in root.evaluate(READ)}
    assert shown
    for name, value in matrices.items():
        if name in shown:
            assert shown[name] == [[short(x) for x in row] for row in value], name
    for name in ("scores", "masked", "output"):
        if name in shown:
            finite = numbers[name][np.isfinite(numbers[name])]
            write = short if np.allclose(finite, finite.round(), rtol=0, atol=1e-9) else even
            assert shown[name] == [[write(x) for x in row] for row in numbers[name]], name
    if "weights" in shown:
        weights, rows = numbers["weights"], shown["weights"]
        assert [row[:-1] for row in rows[:-1]] == [[fixed(x) for x in row] for row in weights]
        sums = weights.sum(axis=1)
        right = np.isclose(sums, 1, rtol=0, atol=1e-9)
        assert [row[-1] for row in rows[:-1]] == [fixed(x) + ("" if ok else " ✗") for x, ok in zip(sums, right, strict=True)]
        assert rows[-1] == [fixed(x) for x in [*weights.sum(axis=0), weights.sum()]]
        verdict = root.locator(".attn-verdict").text_content()
        assert (verdict == label("attention-rows-right")) == right.all()


def share(value, digits=3):
    return "0" if value == 0 else fixed(value, digits)


def assert_softmax_is_numpy(python, root):
    """Every number of a Softmax explorer on the screen is that of `python`, a SoftmaxExplorer."""
    with np.errstate(over="ignore"):
        total = np.exp(python.z).sum()
    (_, rows), = root.evaluate(READ)
    assert len(rows) == len(python.scores) + 1
    for row, z, naive, weight in zip(rows[:-1], python.z, python.naive, python.weights, strict=True):   # the last is the sum
        assert [row[0], row[2], row[3]] == [fixed(z), share(naive) if np.isfinite(naive) else "NaN", share(weight)]
    if np.isinf(total):
        assert rows[-1][1] == "∞"
    assert rows[-1][3] == fixed(python.weights.sum(), 3)
    sliders = root.locator("[role=slider]")
    assert sliders.count() == len(python.scores)
    for i, score in enumerate(python.scores):
        assert float(sliders.nth(i).get_attribute("aria-valuenow")) == pytest.approx(score)
    heights = root.locator(".attn-track:not(.attn-grab) .attn-fill").evaluate_all(
        "(bars) => bars.map((bar) => parseFloat(bar.style.height))")
    assert np.abs(np.array(heights) / 100 - python.weights).max() <= 1e-6


def assert_links_are_numpy(python, root):
    """The row of weights that an Attention explorer shows as lines is that of `python`, and so is its sum."""
    use_language(python.language)
    weights = python.weights if python.heads == 1 else python.weights[python.head]
    row = weights[min(python.picked, len(weights) - 1)]
    assert root.locator(".attn-word-number").all_text_contents() == [fixed(weight) for weight in row]
    assert root.locator(".attn-words-queries .attn-token").all_text_contents() == python.query_tokens
    assert root.locator(".attn-words-keys .attn-token").all_text_contents() == python.key_tokens
    assert root.locator(".attn-status:visible").text_content().endswith(f"{label('explorer-sum')} {fixed(row.sum())}")
    assert root.locator(".attn-link").count() == (row >= 0.005).sum()


def assert_heads_are_numpy(python, root):
    """The map that a Heads explorer has open is that of `python`; its numbers too, where they have room."""
    use_language(python.language)
    opened = label("heads-opened", layer=python.layer + 1, head=python.head + 1)
    assert root.locator(".attn-heads-large .attn-caption").text_content() == opened
    assert root.locator(".attn-heads-maps [aria-selected=true]").get_attribute("aria-label") == opened
    sums = python.sums[python.layer, python.head]
    if python.numbers and len(python.key_tokens) <= 10:
        (_, rows), = [table for table in root.evaluate(READ) if table[0] == opened]
        assert [row[:-1] for row in rows] == [[fixed(weight) for weight in row] for row in python.weights]
        assert [row[-1] for row in rows] == [fixed(total) + ("" if total == 1 else " ✗") for total in sums]
    verdict = root.locator(".attn-said .attn-note").text_content()
    assert (verdict == label("attention-rows-right")) == (sums == 1).all()


def assert_plane_is_numpy(python, root, limit=None):
    """Every number of a Plane explorer, each bar, what each point says and where the output's arrow ends is that of `python`."""
    use_language(python.language)

    def at(point):
        return label("plane-point", x=short(point[0]), y=short(point[1]))

    columns = [map(at, python.key_points), *([map(at, python.value_points)] if python.value_points else []),
               map(short, python.scores), map(fixed, python.weights)]
    rows = root.locator(".attn-plane-table tbody tr").evaluate_all(
        "(rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent))")
    assert rows == [list(row) for row in zip(*columns, strict=True)]
    bars = root.locator(".attn-share-fill").evaluate_all("(all) => all.map((bar) => parseFloat(bar.style.width))")
    np.testing.assert_allclose(bars, 100 * python.weights, atol=1e-4)
    assert root.locator(".attn-plane-output").text_content().endswith(f" = {at(python.output)}")
    tip = root.locator(".attn-plane > .attn-output .attn-tip").get_attribute("transform")
    x, y = map(float, re.match(r"translate\((\S+) (\S+)\)", tip).groups())
    limit = limit or python.limit
    np.testing.assert_allclose([(x - 200) * limit / 188, (200 - y) * limit / 188], python.output, atol=0.001 * limit)
    said = root.get_by_role("slider").evaluate_all("(all) => all.map((point) => point.getAttribute('aria-valuetext'))")
    keys = [label("plane-key-now", at=at(key), score=short(score), weight=fixed(weight))
            for key, score, weight in zip(python.key_points, python.scores, python.weights, strict=True)]
    assert said[:len(keys)] == keys and said[-1] == at(python.query)


def assert_next_word_is_numpy(python, root):
    """The text, the words that may come next, their bars, and what the open head looks at are those of `python`."""
    use_language(python.language)
    weights, vocabulary = python.weights, python.vocabulary
    special = {vocabulary[PAD]: label("next-pad"), vocabulary[END]: label("next-end")}
    named = [special.get(word, word) for word in python.written]
    assert root.locator(".attn-next-token").all_text_contents() == [label("next-begin"), *named]
    row = weights[python.layer, python.head]
    assert root.locator(".attn-next-number").all_text_contents() == [*map(fixed, row), *[""] * (len(named) + 1 - len(row))]
    heights = root.locator(".attn-next-bar > span").evaluate_all("(all) => all.map((bar) => parseFloat(bar.style.height))")
    np.testing.assert_allclose(heights[:len(row)], 100 * row, atol=1e-4)
    opened = label("heads-opened", layer=python.layer + 1, head=python.head + 1)
    assert root.locator(".attn-title").first.text_content() == label("next-looks", opened=opened)
    assert root.locator(".attn-heads-maps [aria-selected=true]").get_attribute("aria-label") == opened
    painted = root.locator(".attn-heads-maps canvas").evaluate_all("""(all) => all.map((canvas) => {
        const pen = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
        pen.drawImage(canvas, 0, 0);
        const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
        return Array.from({ length: data.length / 4 }, (_, i) => "#" + [0, 1, 2].map(
            (c) => data[4 * i + c].toString(16).padStart(2, "0")).join(""));
    })""")
    assert painted == [[weight_colour(weight) for weight in head] for head in weights.reshape(-1, weights.shape[-1])]
    assert root.locator(".attn-next-over").is_visible() == bool(python.over)
    if python.over:
        return
    chances, truth = python.chances, python.truth
    order = np.argsort(-python.logits, kind="stable")[:10]
    known = truth.any()
    rows = root.get_by_role("list", name=label("next-words"), exact=True).get_by_role("button")
    for i, row in zip(order, rows.all(), strict=True):
        said = f"{special.get(vocabulary[i], vocabulary[i])}: {label('next-model')} {fixed(chances[i])}"
        said += f", {label('next-grammar')} {fixed(truth[i])}" if known else ""
        assert row.evaluate(HEARD) == said
    out = root.locator(".attn-candidate").evaluate_all("(all) => all.map((row) => row.closest('.attn-candidate-out') !== null)")
    assert out == (chances[order] == 0).tolist()
    bars = root.locator(".attn-candidate-fill").evaluate_all("(all) => all.map((bar) => parseFloat(bar.style.width))")
    np.testing.assert_allclose(bars, 100 * chances[order], atol=1e-4)
    assert root.locator(".attn-next-off").is_visible() == (not known)
    if known:
        marks = root.locator(".attn-candidate-true").evaluate_all(
            "(all) => all.map((mark) => parseFloat(mark.style.insetInlineStart))")
        np.testing.assert_allclose(marks, 100 * truth[order], atol=1e-4)

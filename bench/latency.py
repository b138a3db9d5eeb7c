"""From input event to painted picture: the Attention explorer beside `interact` + matplotlib, in one JupyterLab.

Time runs from the input event to the second animation frame after it, less the same on a slider that does nothing: the
median less the empty page's median, the 95th percentile less the empty page's 95th percentile. For `interact` it runs to the
second frame after the new picture has loaded.
Each pair is measured in the same page, one after the other. A trial is one step of a slider on the move: the explorer tells
Python once it rests, and that comes after.

Then the other explorers, on a slide, on a page and in JupyterLab: the mouse drags a point or a slider, or over a map; before
that it drags over nothing.
"""

import math
import statistics
import tempfile
from contextlib import ExitStack
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from playwright.sync_api import sync_playwright

from attnlib.classroom.labels import label
from attnpress.browser import chromium
from attnpress.export import DeckExporter, LessonExporter
from attnpress.jupyter import IDLE, jupyter
from attnpress.source import KERNEL
from bench.measure import Row

SIZES = {   # tokens: (trials, target of the 95th percentile in ms, target of the ratio to interact)
    16: (60, 15, 20),
    64: (60, 60, 80),
}

EXPLORER = """
import numpy as np
from attnlib.classroom import AttentionExplorer, use_language
use_language("pt")
n = {n}
x = np.random.default_rng(0).normal(size=(n, 8)).round(2)
words = [f"t{{i}}" for i in range(n)]
AttentionExplorer(queries=words, q=x)
"""
INTERACT = """
%matplotlib inline
import matplotlib.pyplot as plt
from ipywidgets import FloatSlider, interact
from attnlib import attention

def draw(temperature):
    weights = attention(x, x, x, scale=1 / (8 ** .5 * temperature))[1]
    figure, axes = plt.subplots(figsize=(n / 2, n / 2))
    axes.imshow(weights, vmin=0, vmax=1)
    axes.set_xticks(range(n), words); axes.set_yticks(range(n), words)
    for i in range(n):
        for j in range(n):
            axes.text(j, i, f"{weights[i, j]:.2f}", ha="center", va="center", color="white")
    plt.show()

_ = interact(draw, temperature=FloatSlider(value=1, min=0.1, max=5, step=0.1))
"""
EMPTY = "from IPython.display import HTML\nHTML('<input type=\"range\" id=\"nothing\" min=\"0\" max=\"100\">')"

# one input event on a slider, then two frames
TRIALS = """async ([selector, trials]) => {
  const slider = document.querySelector(selector), times = [];
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const frame = () => new Promise(requestAnimationFrame);
  for (let trial = 0; trial < trials; trial++) {
    await new Promise((done) => setTimeout(done, 60));
    await frame();
    const [low, high, step] = [+slider.min, +slider.max, +slider.step || 1];
    const value = low + Math.round(((high - low) * ((trial * 0.37) % 1)) / step) * step;
    const start = performance.now();
    set.call(slider, value);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await frame(); await frame();
    times.push(performance.now() - start);
  }
  return times;
}"""
# one arrow key on interact's slider, then the new picture, loaded, then two frames
PICTURES = """async ([trials]) => {
  const handle = document.querySelector(".noUi-handle"), times = [];
  const area = handle.closest(".widget-interact") || handle.closest(".jp-OutputArea");
  const frame = () => new Promise(requestAnimationFrame);
  for (let trial = 0; trial < trials; trial++) {
    await new Promise((done) => setTimeout(done, 300));
    const old = area.querySelector("img")?.src, start = performance.now();
    handle.dispatchEvent(new KeyboardEvent("keydown", { key: trial % 2 ? "ArrowLeft" : "ArrowRight", bubbles: true }));
    for (;;) {
      const picture = area.querySelector("img");
      if (picture && picture.src !== old && picture.complete) break;
      if (performance.now() - start > 30000) throw new Error("no new picture in 30 s");
      await frame();
    }
    await frame(); await frame();
    times.push(performance.now() - start);
  }
  return times;
}"""


def measure(n, trials):
    """Times in ms: of a slider that does nothing, of the explorer's, of interact's."""
    with tempfile.TemporaryDirectory() as folder:
        sources = EXPLORER.format(n=n), INTERACT, EMPTY
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
        notebook.metadata["kernelspec"] = KERNEL   # else JupyterLab asks
        nbformat.write(notebook, Path(folder) / "latency.ipynb")
        with jupyter("lab", Path(folder)) as url, sync_playwright() as playwright, chromium(playwright, whole=True) as browser:
            page = browser.new_page(viewport={"width": 1280, "height": 720})
            page.goto(url("latency.ipynb"))
            page.wait_for_function(IDLE, timeout=120_000)
            page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
            page.wait_for_selector("#nothing", timeout=120_000)
            page.wait_for_selector(".widget-interact img", timeout=120_000)
            page.wait_for_timeout(2000)
            page.get_by_role("slider", name=label("temperature")).evaluate("(slider) => slider.id = 'temperature'")
            # a picture that nobody sees is not painted: the weights stand in the middle of the window
            weights = page.get_by_role("grid", name=label("attention-caption-weights"))
            weights.evaluate("(table) => table.scrollIntoView({ block: 'center' })")
            nothing = page.evaluate(TRIALS, ["#nothing", trials])
            explorer = page.evaluate(TRIALS, ["#temperature", trials])
            interact = page.evaluate(PICTURES, [max(5, trials // 8)])
    return nothing, explorer, interact


# each in a cell of one notebook: what makes it, and what of it the mouse drags, or drags over
OTHERS = {
    "PlaneExplorer": ("PlaneExplorer((1, 1), [(2, 0), (0, 2), (1, 1), (3, 0)])", ".attn-query .attn-halo"),
    "AttentionExplorer, lines": ("AttentionExplorer(words[:6], q=x[:6, :2], view='links')", "input[type=range]"),
    "HeadsExplorer, 144 heads": ("HeadsExplorer(weights, words)", ".attn-heads-large"),
    "NextWordExplorer": ("NextWordExplorer(load('gpt-pt'), Stories('pt'), words=['a'])", "input[type=range]"),
}
BEFORE = """
import numpy as np
from attnlib import softmax
from attnlib.classroom import AttentionExplorer, HeadsExplorer, NextWordExplorer, PlaneExplorer, use_language
from attnlib.learn import load
from attnlib.stories import Stories
use_language("pt")
words = [f"t{i}" for i in range(16)]
x = np.random.default_rng(0).normal(size=(16, 8)).round(2)
weights = softmax(np.random.default_rng(0).normal(size=(12, 12, 16, 16)))
"""
MOVES, LIMIT = 60, 20
# from the mouse's event to the second frame after it
RECORD = """() => {
  window.took = [];
  addEventListener("pointermove", ({ timeStamp }) => {
    requestAnimationFrame(() => requestAnimationFrame(() => window.took.push(performance.now() - timeStamp)));
  }, true);
}"""


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def others():
    """The notebook of OTHERS, run: a slide each."""
    cells = [nbformat.v4.new_code_cell(source, metadata={"slideshow": {"slide_type": kind}})
             for source, kind in ((BEFORE, "skip"), *((source, "slide") for source, _ in OTHERS.values()))]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = KERNEL
    notebook.metadata["attnlib"] = {"language": "pt"}
    return NotebookClient(notebook).execute()


def moved(page, x, y, reach):
    """Times in ms from each of MOVES movements of the pressed mouse, around (x, y), to the second frame after it."""
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("window.took = []")
    for move in range(MOVES):
        page.mouse.move(x + reach * math.sin(move / 4), y + reach / 4 * math.cos(move / 3))
        page.wait_for_timeout(50)
    page.mouse.up()
    page.wait_for_timeout(100)
    return page.evaluate("window.took")


def other_rows():
    notebook = others()
    with ExitStack() as stack:
        folder, playwright = map(stack.enter_context, (tempfile.TemporaryDirectory(), sync_playwright()))
        browser = stack.enter_context(chromium(playwright, whole=True))
        nbformat.write(notebook, Path(folder) / "others.ipynb")
        addresses = {"on a slide": Path(folder) / "deck.html", "on a page": Path(folder) / "page.html"}
        for path, exporter in zip(addresses.values(), (DeckExporter, LessonExporter), strict=True):
            path.write_text(exporter().from_notebook_node(notebook)[0], encoding="utf-8")
        lab = stack.enter_context(jupyter("lab", Path(folder)))("others.ipynb")
        for where, address in {**{where: path.as_uri() for where, path in addresses.items()}, "in JupyterLab": lab}.items():
            page = browser.new_page(viewport={"width": 1280, "height": 720})
            page.goto(address)
            if where == "in JupyterLab":
                page.wait_for_function(IDLE, timeout=120_000)
                page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
            page.locator(".attn").nth(len(OTHERS) - 1).wait_for(state="attached", timeout=120_000)
            page.wait_for_timeout(2000)
            page.evaluate(RECORD)
            for i, (name, (_, target)) in enumerate(OTHERS.items()):
                if where == "on a slide":
                    page.evaluate(f"Reveal.slide({i})")
                explorer = page.locator(".attn").nth(i)
                explorer.evaluate("(node) => node.scrollIntoView({ block: 'center' })")
                page.wait_for_timeout(700)
                nothing = moved(page, 30, 400, 20)
                before, box = explorer.inner_html(), explorer.locator(target).first.bounding_box()
                taken = moved(page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, max(40, box["width"] / 3))
                if explorer.inner_html() == before:
                    raise RuntimeError(f"{name}, {where}: nothing moved with the mouse")
                yield Row(f"{name}, {where}: 95th percentile, less the empty place's",
                          [percentile(taken, 0.95) - percentile(nothing, 0.95)], LIMIT, unit="ms")
            page.close()


def rows():
    yield from other_rows()
    for n, (trials, limit, ratio) in SIZES.items():
        nothing, explorer, interact = measure(n, trials)
        empty = statistics.median(nothing)
        yield Row(f"{n} tokens: the empty page, 95th percentile", [percentile(nothing, 0.95)], unit="ms")
        yield Row(f"{n} tokens: the explorer, median, less the empty page's", [statistics.median(explorer) - empty], unit="ms")
        yield Row(f"{n} tokens: the explorer, 95th percentile, less the empty page's",
                  [percentile(explorer, 0.95) - percentile(nothing, 0.95)], limit, unit="ms")
        yield Row(f"{n} tokens: interact + matplotlib, less the empty page's", [time - empty for time in interact], unit="ms")
        taken = max(statistics.median(explorer) - empty, 1)   # a frame's jitter is about 1 ms
        yield Row(f"{n} tokens: interact + matplotlib / the explorer", [(time - empty) / taken for time in interact],
                  ratio, least=True)

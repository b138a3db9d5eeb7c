"""From input event to painted picture: the Attention explorer beside `interact` + matplotlib, in one JupyterLab.

Time runs from the input event to the second animation frame after it, less the same on a slider that does nothing: the
median less the empty page's median, the 95th percentile less the empty page's 95th percentile. For `interact` it runs to the
second frame after the new picture has loaded.
Each pair is measured in the same page, one after the other. A trial is one step of a slider on the move: the explorer tells
Python once it rests, and that comes after.
"""

import statistics
import tempfile
from pathlib import Path

import nbformat
from playwright.sync_api import sync_playwright

from attnlib.classroom.labels import label
from attnpress.browser import chromium
from attnpress.jupyter import IDLE, jupyter
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
        # else JupyterLab asks
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(notebook, Path(folder) / "latency.ipynb")
        with jupyter("lab", Path(folder)) as url, sync_playwright() as playwright, chromium(playwright) as browser:
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


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def rows():
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

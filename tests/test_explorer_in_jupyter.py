"""The Attention explorer in a live JupyterLab and Notebook 7: changed in the page, seen in Python, and back."""

import json

import nbformat
import numpy as np
import pytest
from playwright.sync_api import expect

from attnlib import attention, published
from attnlib.classroom.labels import label, use_language
from attnpress.jupyter import ASK, IDLE, jupyter

CELL = """
from attnlib import published
from attnlib.classroom import AttentionExplorer, use_language
use_language("ko")
cross = published.cross
explorer = AttentionExplorer(cross.queries, cross.keys, cross.q, cross.k, cross.k)
explorer
"""


@pytest.mark.parametrize("interface", ["lab", "notebook"])
def test_both_ways(browser, tmp_path, interface):
    use_language("ko")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, tmp_path / "live.ipynb")
    with jupyter(interface, tmp_path) as url:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(url("live.ipynb"))
        page.wait_for_function(IDLE, timeout=120_000)
        page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        temperature = page.get_by_role("slider", name=label("temperature"))
        temperature.wait_for(timeout=60_000)
        temperature.press("End")
        page.get_by_role("checkbox").first.click()
        for _ in range(50):   # Python hears once things have come to rest
            asked = page.evaluate(ASK, "print(explorer.temperature, explorer.scale, explorer.weights.round(6).tolist())")
            value, scale, weights = asked.split(" ", 2)
            if scale == "False":
                break
            page.wait_for_timeout(100)
        assert float(value) > 1 and scale == "False"
        expected = attention(published.cross.q, published.cross.k, published.cross.k, scale=1 / float(value))[1]
        assert np.allclose(np.array(json.loads(weights)), expected, atol=1e-5)

        page.evaluate(ASK, "explorer.temperature = 0.5; explorer.mask_kind = 'causal'")
        page.wait_for_function("() => [...document.querySelectorAll('select')].some((select) => select.value === 'causal')")
        assert "0.5" in temperature.get_attribute("aria-valuetext")
        page.evaluate(ASK, "explorer.preset = 'axis'")
        preset = page.get_by_label(label("attention-preset"), exact=True)
        expect(preset).to_have_value("axis")
        page.evaluate(ASK, "explorer.axis = 'keys'")   # no longer what the preset has set
        expect(preset).to_have_value("")
        page.close()

"""Notebooks that others wrote, as pages: what they show is kept, or refused with a sentence that names the cell."""

import base64
import io
import json
import unicodedata

import matplotlib.pyplot as plt
import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell

from attnpress import rules
from attnpress.assets import ExportError
from attnpress.embed import css_addresses, widget_requests
from attnpress.export import STATE, WIDGET, DeckExporter, LessonExporter
from attnpress.source import SourceError, read_source
from attnpress.terminal import terminal

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><title>um quadrado</title><path d="M0 0h4v4z"/></svg>'
FIGURE = "<Figure size 640x480 with 1 Axes>"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Without what costs most and is tested elsewhere: fonts, and a look at each slide."""
    monkeypatch.setattr("attnpress.export.font_faces", lambda html: "")
    monkeypatch.setattr(DeckExporter, "overflow", lambda exporter, html: [])


def notebook(*cells, **metadata):
    """As it is read: what other programs leave out is left out."""
    return nbformat.from_dict({"nbformat": 4, "nbformat_minor": 5, "cells": list(cells),
                               "metadata": {"attnlib": {"language": "pt"}, **metadata}})


def shows(data, **metadata):
    """A cell with this output."""
    return new_code_cell("x", id="it", outputs=[new_output("display_data", {**data, "text/plain": FIGURE}, metadata=metadata)])


def page(book, folder="", exporter=LessonExporter):
    html, _ = exporter().from_notebook_node(book, {"metadata": {"path": str(folder), "name": "caderno"}})
    return BeautifulSoup(html, "html.parser")


def refusal(*cells, folder=""):
    with pytest.raises(ExportError) as caught:
        page(notebook(*cells), folder)
    assert all(line.startswith("cell it: ") for line in str(caught.value).strip().split("\n"))
    return str(caught.value)


# --- outputs ---------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("kind", ["image/png", "image/svg+xml", "image/jpeg", "image/gif", "image/webp"])
@pytest.mark.parametrize("exporter", [LessonExporter, DeckExporter])
def test_a_picture_of_any_kind_is_kept(kind, exporter):
    data = SVG if "svg" in kind else PNG
    found = page(notebook(shows({kind: data}, **{kind: {"alt": "um gráfico", "width": 40}})), exporter=exporter)
    picture = found.select_one("[data-key=it] img")
    assert picture["src"].startswith(f"data:{kind};base64,") and picture["alt"] == "um gráfico" and picture["width"] == "40"
    assert "svg" not in kind or base64.b64decode(picture["src"].partition(",")[2]).decode() == SVG   # viewBox keeps its B
    assert "Figure" not in found.select_one("[data-key=it]").text


def test_a_drawing_says_what_it_shows_itself():
    assert page(notebook(shows({"image/svg+xml": SVG}))).img["alt"] == "um quadrado"
    assert "shows a picture without alt text" in refusal(shows({"image/svg+xml": SVG.replace("title", "desc")}))
    assert "shows a picture without alt text" in refusal(shows({"image/jpeg": PNG}))


@pytest.mark.filterwarnings("error")
def test_a_drawing_as_matplotlib_writes_it():
    figure, axes = plt.subplots()
    axes.imshow([[0, 1]])   # a picture inside the drawing
    file = io.StringIO()
    figure.savefig(file, format="svg", metadata={"Title": "dois quadrados"})
    plt.close(figure)
    assert page(notebook(shows({"image/svg+xml": file.getvalue()}))).img["alt"] == "dois quadrados"


def test_a_drawing_that_a_browser_would_not_draw():
    assert "its SVG is not sound" in refusal(shows({"image/svg+xml": SVG.replace("</svg>", "")}))
    shown = page(notebook(shows({"image/svg+xml": SVG.replace(' xmlns="http://www.w3.org/2000/svg"', "")}))).img["src"]
    assert b'xmlns="http://www.w3.org/2000/svg"' in base64.b64decode(shown.partition(",")[2])


def test_markdown_and_json_are_kept():
    assert page(notebook(shows({"text/markdown": "**forte** $x$"}))).select_one(".output strong").text == "forte"
    assert json.loads(page(notebook(shows({"application/json": {"á": ["<b>"]}}))).select_one(".output").text) == {"á": ["<b>"]}


@pytest.mark.parametrize("kind", ["application/pdf", "video/mp4", "audio/wav", "application/vnd.plotly.v1+json",
                                  "application/vnd.vegalite.v5+json", "application/javascript", "image/tiff", "text/x-new"])
def test_what_a_page_cannot_hold_is_named(kind):
    assert f"has an output that cannot be shown: {kind}" in refusal(shows({kind: {} if "json" in kind else PNG}))


def test_text_that_colab_knows_more_about():
    assert page(notebook(shows({"application/vnd.google.colaboratory.intrinsic+json": {"type": "string"}}))).select_one(
        ".output").text == FIGURE


def test_film_and_sound_in_html_are_kept():
    for tag in ("video", "audio"):
        html = f'<{tag} controls><source src="data:{tag}/mp4;base64,AAAA"></{tag}>'
        assert page(notebook(shows({"text/html": html}))).select_one(f"{tag} source")


# --- text of a terminal ------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("printed", "seen"), [
    ("\x1b[31mred\x1b[0m \x1b[1;38;5;196mbold\x1b[m", "red bold"),
    ("10%\r 50%\r100%\nend\n", "100%\nend\n"),
    ("longer\rab", "abnger"),   # as a terminal does: what is not written over stays
    ("longer\r\x1b[Kab", "ab"),
    ("one\r\ntwo", "one\ntwo"),
    ("abc\b\bX", "aXc"),
    ("a\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x07b", "alinkb"),
    ("\x1b(Bplain\x07\x00", "plain"),
    ("a 1\nb 1\x1b[A\r\x1b[Ka 2\x1b[B\rb 2", "a 2\nb 2"),   # two bars
    ("old\x1b[2J\x1b[Hnew", "new"),
    ("가나\r다\t<é>", "다\t<é>"),
])
def test_what_stands_on_the_screen_at_the_end(printed, seen):
    assert terminal(printed) == seen


def test_a_page_shows_what_stands_on_the_screen():
    outputs = [new_output("stream", name="stderr", text="10%\r\x1b[32m100% <b>\x1b[0m"),
               new_output("execute_result", {"text/plain": "\x1b[1mx\x1b[0m"})]
    shown = page(notebook(new_code_cell("x", id="it", outputs=outputs))).select("pre.output")
    assert [one.text for one in shown] == ["100% <b>", "x"]


# --- files beside the notebook -----------------------------------------------------------------------------------------------

@pytest.mark.parametrize("name", ["gráfico.png", "그림.png", "my file.png", "a&b 'c'.png", "50%.png", "a#1.png", "fig: 1.png",
                                  "pasta/도표.png", "G.PNG"])
@pytest.mark.parametrize("written", ["![x](<{}>)", "<img src='{}' alt='x'>", '<p><img alt="x" src="{}"></p>'])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_file_beside_the_notebook_is_embedded(tmp_path, name, written, form):
    file = tmp_path / unicodedata.normalize(form, name)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(base64.b64decode(PNG))
    address = name if "<{}>" in written else name.replace("&", "&amp;").replace("'", "&#39;")
    found = page(notebook(new_markdown_cell(f"antes $x$\n\n{written.format(address)}", id="it")), tmp_path)
    assert found.img["src"] == f"data:image/png;base64,{PNG}" and found.img["alt"] == "x" and found.math


@pytest.mark.parametrize("written", [
    "![x](gr%C3%A1fico.png)", "![x](./pasta/../gr%C3%A1fico.png?v=1)", "![x][1]\n\n[1]: gráfico.png",
    '<img src="data:image/png;base64,AA" srcset="gráfico.png 2x, data:image/png;base64,BB 3x" alt="x">'])
def test_other_ways_to_write_it(tmp_path, written):
    (tmp_path / "gráfico.png").write_bytes(base64.b64decode(PNG))
    (tmp_path / "pasta").mkdir()
    shown = str(page(notebook(new_markdown_cell(written, id="it")), tmp_path).img)
    assert f"data:image/png;base64,{PNG}" in shown and "fico.png" not in shown


def test_a_film_and_a_drawing_beside_the_notebook(tmp_path):
    (tmp_path / "filme.mp4").write_bytes(b"mp4")
    (tmp_path / "desenho.svg").write_text(SVG, encoding="utf-8")
    html = '<video><source src="filme.mp4"></video> <img src="desenho.svg" alt="x">'
    found = page(notebook(new_markdown_cell(html, id="it")), tmp_path)
    assert found.source["src"].startswith("data:video/mp4;base64,")
    assert base64.b64decode(found.img["src"].partition(",")[2]).decode() == SVG


def test_attachments():
    text = "![x](attachment:gráfico%201.png) ![y](attachment:d.svg) <img src='attachment:gráfico 1.png' alt='z'>"
    cell = new_markdown_cell(text, attachments={"gráfico 1.png": {"image/png": PNG}, "d.svg": {"image/svg+xml": SVG}})
    assert [image["src"][:26] for image in page(notebook(cell)).select("img")] == [
        "data:image/png;base64,iVBO", "data:image/svg+xml;base64,", "data:image/png;base64,iVBO"]
    assert "which is not attached to the cell" in refusal(new_markdown_cell("![x](attachment:b.png)", id="it"))


@pytest.mark.parametrize("address", ["../outside.png", "{}/outside.png", "file://{}/outside.png", "pasta/../../outside.png",
                                     "link.png"])
def test_a_file_outside_the_folder(tmp_path, address):
    (tmp_path / "outside.png").write_bytes(b"x")
    (tmp_path / "caderno" / "pasta").mkdir(parents=True)
    (tmp_path / "caderno" / "link.png").symlink_to(tmp_path / "outside.png")
    for written in ("![x]({})", '<img src="{}" alt="x">'):
        cell = new_markdown_cell(written.format(address.format(tmp_path)), id="it")
        assert "which is not a file beside the notebook" in refusal(cell, folder=tmp_path / "caderno")


@pytest.mark.parametrize("address", ["nowhere.png", "", "x" * 5000, "%00.png", "pasta", "https://example.org/a.png",
                                     "//example.org/a.png"])
def test_what_is_no_file_beside_the_notebook(tmp_path, address):
    (tmp_path / "pasta").mkdir()
    found = refusal(new_markdown_cell(f'<img src="{address}" alt="x">', id="it"), folder=tmp_path)
    assert "which is not a file beside the notebook" in found and len(found) < 250


def test_a_file_that_is_no_picture(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"x")
    (tmp_path / "b.svgz").write_bytes(b"x")
    assert "application/pdf" in refusal(new_markdown_cell("![x](a.pdf)", id="it"), folder=tmp_path)
    assert "gzip" in refusal(new_markdown_cell("![x](b.svgz)", id="it"), folder=tmp_path)


# --- every road to another host ----------------------------------------------------------------------------------------------

ROADS = [
    '<img src="data:," alt="x" srcset="data:, 1x, https://a.b/c.png 2x">', '<picture><source srcset="//a.b/c.webp"></picture>',
    '<p style="background: url(https://a.b/c.png)">x</p>', "<p style='background:URL( //a.b/c.png )'>x</p>",
    r'<p style="background: u\72l(https://a.b/c.png)">x</p>', '<p style="background: image-set(\'https://a.b/c.png\' 1x)">x</p>',
    "<style>@import 'https://a.b/c.css';</style>", "<style>@IMPORT url(//a.b/c.css);</style>",
    "<style>p { cursor: url(c.cur), auto }</style>",
    "<style>@font-face { font-family: f; src: local(f), url('https://a.b/f.woff2') }</style>",
    "<style>@media print { p::after { content: url(//a.b/c) } }</style>",
    '<svg><image href="https://a.b/c.png"/></svg>', '<svg><image xlink:href="https://a.b/c.png"/></svg>',
    '<svg><use href="https://a.b/c.svg#d"/></svg>', '<svg><rect fill="url(https://a.b/c.svg#d)"/></svg>',
    '<svg><filter><feImage href="//a.b/c.png"/></filter></svg>', "<svg><style>@import url(https://a.b/c.css)</style></svg>",
    '<svg><image href="data:,"><set attributeName="href" to="https://a.b/c.png"/></image></svg>',
    '<video poster="https://a.b/c.png"></video>', '<video src="https://a.b/c.mp4"></video>',
    '<audio><source src="https://a.b/c.mp3"></audio>', '<video><track src="https://a.b/c.vtt"></video>',
    '<table background="https://a.b/c.png"></table>', '<input type="image" src="https://a.b/c.png">',
    '<link rel="stylesheet" href="https://a.b/c.css">', '<base href="https://a.b/">', '<meta http-equiv="Refresh" content="0; url=https://a.b">',
    '<object data="https://a.b/c.svg"></object>', '<embed src="https://a.b/c.pdf">', '<iframe srcdoc="x"></iframe>',
    '<form action="https://a.b"></form>', '<button formaction="https://a.b">x</button>', '<a href="#x" ping="https://a.b">x</a>',
    '<a href="javascript:fetch(1)">x</a>', '<a href=" java\nscript:fetch(1)">x</a>', '<p onclick="fetch(1)">x</p>',
    '<img src="data:," alt="x" onerror="fetch(1)">', '<script src="https://a.b/c.js"></script>',
]


@pytest.mark.parametrize("html", ROADS)
def test_every_road_to_another_host_is_refused(html):
    assert refusal(new_markdown_cell(f"texto\n\n{html}\n", id="it"))
    assert refusal(new_markdown_cell(f"texto {html}\n", id="it"))
    assert refusal(shows({"text/html": html}))
    assert refusal(shows({"text/markdown": html}))
    assert refusal(new_raw_cell(html, id="it", metadata={"format": "text/html"}))
    if html.startswith("<svg"):
        names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        drawn = html.replace("<svg>", f"<svg {names}><title>x</title>", 1)
        assert refusal(shows({"image/svg+xml": drawn}))


def test_a_drawing_beside_the_notebook_fetches_nothing_either(tmp_path):
    for address in ("https://a.b/c.png", "c.png"):   # inside a picture a browser loads neither
        (tmp_path / "d.svg").write_text(SVG.replace("<path", f'<image href="{address}"/><path'), encoding="utf-8")
        assert f"shows d.svg: fetches {address}" in refusal(new_markdown_cell("![x](d.svg)", id="it"), folder=tmp_path)


def test_what_fetches_nothing_stays_as_it_is():
    html = ('<a href="https://example.org">x</a><style>p { color: red; mask: url(#m) }</style>'
            '<p style="background: url(data:,)">x</p>'
            '<svg viewBox="0 0 1 1"><defs><path id="p"></path></defs><use xlink:href="#p" fill="url(#g)"></use></svg>'
            '<table><tr><td>url(https://a.b)</td></tr></table><img alt="url(https://a.b)" src="data:image/png;base64,AA">')
    assert html in str(LessonExporter().from_notebook_node(notebook(shows({"text/html": html})))[0])
    assert list(css_addresses("p { content: 'url(https://a.b)' } /* url(https://a.b) */")) == []


def test_a_diagram_that_a_script_would_draw():
    assert "draws with mermaid" in refusal(new_markdown_cell("```mermaid\ngraph TD\n```", id="it"))


@pytest.mark.parametrize("traits", [
    {"_esm": "fetch('a')"}, {"_esm": "const f = window['fetch'];"}, {"_esm": "import('x' + y)"},
    {"_esm": "new WebSocket(address)"}, {"_esm": "new XMLHttpRequest"}, {"_esm": "navigator.sendBeacon('/')"},
    {"_esm": "new EventSource(a)"}, {"_esm": "import d3 from 'd3'"},
    {"_esm": 'export * from "https://esm.sh/d3"'}, {"_esm": "import{a}from'./a.js'"}, {"_esm": "image.src = 'https://a.b/c.png'"},
    {"_esm": "el.innerHTML = `<img src=\"//a.b/${c}.png\">`"}, {"_esm": "el.style.background = 'url(c.png)'"}, {"_esm": "https://a.b/c.js"},
    {"_css": "@import 'a.css'"}, {"_css": "p { background: url(//a.b/c.png) }"}, {"_css": "https://a.b/c.css"}, {"tiles": "https://a.b/{x}"},
])
def test_a_widget_that_asks_the_network(traits):
    book = notebook(shows({WIDGET: {"model_id": "m"}}))
    model = {"model_module": "anywidget", "state": {"_esm": "export default {}", **traits}}
    book.metadata["widgets"] = {STATE: {"state": {"m": model}}}
    with pytest.raises(ExportError, match=r"cell it: its widget .*, and a page is read without one"):
        page(book)


def test_a_widget_that_asks_nobody():
    script = """// fetch("https://a.b") /* import("x") */
      const space = "http://www.w3.org/2000/svg", link = `<a href="https://a.b">fetch</a>`, half = a // b
      /* https://a.b */ ; export default { render({ model, el }) { el.style.fill = "url(#g)"; model.get("import"); } };"""
    assert list(widget_requests({"_esm": script, "_css": "p { background: url(data:,) }", "text": "see https://a.b"})) == []


# --- what other programs leave out, or add -----------------------------------------------------------------------------------

def without_ids(book, minor=4):
    book.nbformat_minor = minor
    for cell in book.cells:
        del cell["id"]
    return book


@pytest.mark.parametrize("exporter", [LessonExporter, DeckExporter])
@pytest.mark.parametrize("minor", [0, 4])
def test_a_notebook_without_cell_ids(tmp_path, exporter, minor):
    cells = new_markdown_cell("# Título"), new_code_cell("1", outputs=[new_output("stream", text="um")])
    book = without_ids(notebook(*cells), minor)
    nbformat.write(book, tmp_path / "caderno.ipynb")
    html, _ = exporter().from_filename(str(tmp_path / "caderno.ipynb"))
    assert [part["data-key"] for part in BeautifulSoup(html, "html.parser").select("[data-key]")] == ["1", "2"]
    assert exporter().from_filename(str(tmp_path / "caderno.ipynb"))[0] == html
    book.cells[1].outputs = [new_output("display_data", {"application/pdf": "x"})]
    with pytest.raises(ExportError, match="cell 2: has an output"):
        exporter().from_notebook_node(book)


def test_a_notebook_of_version_3(tmp_path):
    book = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"attnlib": {"language": "ko"}}, "worksheets": [{"cells": [
        {"cell_type": "heading", "level": 2, "metadata": {}, "source": ["제목"]},
        {"cell_type": "code", "language": "python", "input": ["1"], "metadata": {}, "collapsed": False, "outputs": [
            {"output_type": "pyout", "prompt_number": 1, "metadata": {}, "text": ["하나"]}]}]}]}
    (tmp_path / "a.ipynb").write_text(json.dumps(book), encoding="utf-8")
    html, _ = LessonExporter().from_filename(str(tmp_path / "a.ipynb"))
    assert 'data-key="2"' in html and "하나" in html
    assert LessonExporter().from_filename(str(tmp_path / "a.ipynb"))[0] == html


@pytest.mark.parametrize("exporter", [LessonExporter, DeckExporter])
@pytest.mark.parametrize("metadata", [
    {"slideshow": None}, {"slideshow": {}}, {"slideshow": {"slide_type": None}}, {"slideshow": {"slide_type": ""}},
    {"tags": None},
    {"id": "Xk3", "colab": {"base_uri": "https://localhost:8080/", "height": 35}, "outputId": "a-b"},
    {"vscode": {"languageId": "python"}}, {"collapsed": True, "scrolled": "auto", "jupyter": {"source_hidden": True}},
])
def test_metadata_of_other_programs(metadata, exporter):
    output = new_output("execute_result", {"text/plain": "quatro"})
    cells = [new_markdown_cell("texto"), new_code_cell("4", outputs=[output])]
    for cell in cells:
        cell.metadata = nbformat.from_dict(metadata)
    book = notebook(*cells, title=None, widgets=None, kernelspec=None, colab={"provenance": []}, orig_nbformat=4)
    found = page(book, exporter=exporter)
    assert "texto" in found.main.text and "quatro" in found.main.text and found.title.text == "caderno"


@pytest.mark.parametrize("leave_out", ["metadata", "outputs", "execution_count", "attachments", "output metadata"])
@pytest.mark.parametrize("null", [True, False])
def test_what_is_left_out_or_null(leave_out, null):
    cell = shows({"text/html": "<p>dado</p>"}) if leave_out != "attachments" else new_markdown_cell("dado", attachments={})
    place = cell.outputs[0] if leave_out == "output metadata" else cell
    place.pop(leave_out.split()[-1])
    if null:
        place[leave_out.split()[-1]] = None
    assert page(notebook(cell)).select_one("[data-key]")


@pytest.mark.parametrize(("name", "value"), [("tags", "a, b"), ("tags", {"a": 1}), ("slideshow", "slide"),
                                             ("slideshow", ["slide"])])
def test_metadata_that_are_nonsense(name, value):
    cell = new_markdown_cell("x", id="it")
    cell.metadata[name] = value
    assert f"its metadata say {name}: {value!r}" in refusal(cell)


def test_a_notebook_that_is_none():
    cell = new_code_cell("x", id="it", outputs=[new_output("stream", text="x")])
    del cell.outputs[0]["name"]
    assert "cell it: is not as Jupyter writes it: 'name' is a required property" in refusal(cell)
    with pytest.raises(ExportError, match="caderno.ipynb: is not as Jupyter writes it: 5 is not of type 'object'"):
        page(notebook(kernelspec=5))


def test_widgets_as_colab_stores_them():
    book = notebook(shows({WIDGET: {"model_id": "m"}}))
    book.metadata["widgets"] = {STATE: {"m": {"model_module": "anywidget", "state": {"_esm": "export default {}"}}}}
    assert page(book).select_one("[data-model=m]")


def test_raw_cells():
    found = page(notebook(new_raw_cell("a < b"), new_raw_cell("<b>forte</b>", metadata={"format": "text/html"}),
                          new_raw_cell("*leve*", metadata={"raw_mimetype": "text/markdown"}), new_raw_cell(" ")))
    assert found.select_one("pre").text == "a < b" and found.b.text == "forte" and found.em.text == "leve"
    assert "is a raw cell of text/latex" in refusal(new_raw_cell(r"\newpage", id="it", metadata={"format": "text/latex"}))


# --- how an author's files are written ---------------------------------------------------------------------------------------

SOURCE = "notebooks/source/01_tiny.md"


def test_letters_in_parts_are_composed(house):
    for name in (SOURCE, "notebooks/glossary.csv", "notebooks/papers.toml"):
        text = (house / name).read_text(encoding="utf-8")
        (house / name).write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    assert rules.check(house) == []   # also that the notebooks are what the source gives, letter by letter
    assert all(unicodedata.is_normalized("NFC", cell.text) for cell in read_source(house / SOURCE))


@pytest.mark.parametrize("name", [SOURCE, "notebooks/glossary.csv", "notebooks/papers.toml"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp949", "latin-1"])
def test_a_file_that_is_not_utf_8(house, name, encoding):
    text = (house / name).read_text(encoding="utf-8")
    (house / name).write_bytes((text + "é 가").encode(encoding, errors="ignore"))
    found = [fault for fault in rules.check(house) if fault.endswith("[readable_source]")]
    assert found and all(fault.startswith(name.rpartition("/")[2]) and "save it as UTF-8" in fault for fault in found)


def test_utf_8_with_its_mark(house):
    for name in (SOURCE, "notebooks/glossary.csv", "notebooks/papers.toml"):
        text = (house / name).read_text(encoding="utf-8").replace("\n", "\r\n")
        (house / name).write_bytes(text.encode("utf-8-sig"))
    assert rules.check(house) == []


def test_utf_16_of_plain_letters(tmp_path):
    (tmp_path / "a.md").write_bytes("abc".encode("utf-16-le"))
    with pytest.raises(SourceError, match="a.md:1: is not written in UTF-8: save it as UTF-8"):
        read_source(tmp_path / "a.md")

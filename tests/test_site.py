"""The site in a real Chromium, from a plain file server under a path of its own, with every other host refused."""

import functools
import gzip
import hashlib
import http.server
import json
import os
import re
import subprocess
import sys
import threading
import zipfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import nbformat
import numpy as np
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect, sync_playwright

from attnlib import attention, grammar, learn, published
from attnlib.classroom.labels import label
from attnpress import assets, guide, lite, prove, quick, site
from attnpress.assets import web
from attnpress.browser import QUIET, chromium_path
from attnpress.export import DeckExporter
from attnpress.jupyter import ASK, IDLE
from attnpress.lite import SiteError
from attnpress.paths import LANGUAGES, ROOT, sources, target
from attnpress.slides import slide_type
from attnpress.source import read_source
from tests.support import missing

FRONT = 300_000   # bytes before a lesson is opened
LESSON = "08_cross-attention"   # has an explorer and an ordinary slider
CHROMIUMS_OWN = ("update.googleapis.com", "accounts.google.com", "www.google.com", "optimizationguide-pa.googleapis.com",
                 "safebrowsing.googleapis.com", "content-autofill.googleapis.com", "redirector.gvt1.com",
                 "clients2.google.com")   # asked by the browser itself
PANEL = "(window.jupyterapp.shell.currentWidget ?? [...window.jupyterapp.shell.widgets('main')][0])"
every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The site, in a folder of another name; without its packages there is nothing to test, and CI must have them."""
    folder = tmp_path_factory.mktemp("host") / "some" / "where"
    try:
        lite.lock()
    except SiteError as error:
        missing(f"the site is NOT tested: {error}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DeckExporter, "overflow", lambda exporter, html: [])   # test_decks looks at every deck
        site.build(folder, prove=False)
    return folder


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@contextmanager
def serving(handler):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture(scope="module")
def address(built):
    with serving(functools.partial(Quiet, directory=built.parent.parent)) as port:
        yield f"http://127.0.0.1:{port}/some/where"


@pytest.fixture(scope="module")
def hosts():
    """Every other host that is asked for something, by the page or by its workers."""
    return []


@pytest.fixture(scope="module")
def chromium(built, hosts):
    """A Chromium behind a proxy that refuses all and remembers it. What comes from this machine needs no proxy."""
    if chromium_path() is None:
        missing("no Chromium on this machine: the site is NOT tested in a browser")

    class Refuse(Quiet):
        def refuse(self):
            host = re.sub("^https?://", "", self.path).split("/")[0].split(":")[0]
            if host not in CHROMIUMS_OWN:
                hosts.append(self.path)
            self.send_error(403)
        do_GET = do_POST = do_HEAD = do_CONNECT = refuse

    with serving(Refuse) as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=[*QUIET, f"--proxy-server=http://127.0.0.1:{port}"])
        yield browser
        browser.close()


@contextmanager
def visit(chromium, url, **context):
    """A page that must raise no error."""
    context = chromium.new_context(**{"viewport": {"width": 1280, "height": 720}, **context})
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(url)
    yield page
    assert errors == []
    context.close()


# --- front pages -------------------------------------------------------------------------------------------------------------

@every_language
@pytest.mark.parametrize("look", [{}, {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}], ids=["wide", "phone"])
def test_front_page(chromium, hosts, address, language, look):
    weight = []
    with visit(chromium, "about:blank", **look) as page:
        page.on("response", lambda response: weight.append(len(response.body())))
        page.goto(f"{address}/{language}/")
        assert page.get_by_role("heading", level=1).inner_text() == label("site-title", language)
        assert page.evaluate("document.documentElement.lang")[:2] == language
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator(".lessons li").count() == len(sources())
        assert page.evaluate("document.querySelector('pre a').textContent").startswith(address)
        page.evaluate((web() / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
        assert page.evaluate("axe.run().then((result) => result.violations.map((one) => one.id + one.nodes[0].html))") == []
        (ROOT / "build" / "shots").mkdir(parents=True, exist_ok=True)
        page.screenshot(path=ROOT / "build" / "shots" / f"site-{language}-{page.viewport_size['width']}.png", full_page=True)
    assert sum(weight) <= FRONT
    assert hosts == []


@every_language
def test_front_page_without_scripts(chromium, address, language):
    with visit(chromium, f"{address}/{language}/", java_script_enabled=False) as page:
        assert page.get_by_role("heading", level=1).inner_text() == label("site-title", language)
        lesson = label("numbered-lesson", language, number="03")
        assert page.get_by_role("link", name=f"{label('site-read', language)} {lesson}").is_visible()


@every_language
def test_words_say_where_they_look(language):
    """Of the words that have a sure partner, each looks there most; and all that a word looks at is 100 %."""
    shown, [gold] = site.looks(language), grammar.sentences(grammar.read(site.SENTENCE)).sure
    assert [word for word, *_ in shown["source"]] == [*site.SENTENCE.split(), "."]
    assert grammar.write([word for word, *_ in shown["target"]]) == "작은 고양이는 노란 꽃을 찾았다."
    for (word, meaning, shares, best), sure in zip(shown["target"], gold, strict=False):
        assert abs(sum(shares) - 100) <= 4, word   # rounded
        assert not sure.any() or shown["source"][sure.argmax()][0] == best
        assert (meaning is None) == (language == "ko")
    for place, (*_, column) in enumerate(shown["source"]):
        assert list(column) == [shares[place] for _, _, shares, _ in shown["target"]]


@every_language
def test_a_picked_word_shows_its_lines_without_scripts(chromium, tmp_path, monkeypatch, language):
    monkeypatch.setattr(site, "attnlib_wheel", lambda: tmp_path / "attnlib.whl")
    site.front(tmp_path, language)
    context = chromium.new_context(java_script_enabled=False, reduced_motion="reduce", viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto((tmp_path / language / "index.html").as_uri())
    lines, share = page.locator(".of-1 path").first, "(one) => getComputedStyle(one).getPropertyValue('--share')"
    expect(lines).to_have_css("opacity", "0.08")
    page.locator("#word-1").check(force=True)   # the mark itself is not drawn
    expect(lines).to_have_css("opacity", "1")
    assert page.locator(".pair li").nth(1).evaluate(share) == "96"   # 고양이 looks at gato
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


@pytest.mark.parametrize("locale, end", [("ko-KR", "/ko/"), ("pt-BR", "/pt/"), ("pt-PT", "/pt/"), ("en-US", "/")])
def test_the_browsers_language_decides(chromium, address, locale, end):
    with visit(chromium, f"{address}/", locale=locale) as page:
        assert page.url == address + end
        assert page.get_by_role("link").count() == len(LANGUAGES) or end != "/"


def test_a_switch_overrides_the_browsers_language(chromium, address):
    with visit(chromium, f"{address}/pt/", locale="pt-BR") as page:
        page.get_by_role("link", name="한국어").click()
        page.wait_for_url(f"{address}/ko/")
        page.goto(f"{address}/")
        assert page.url == f"{address}/ko/"


@pytest.mark.parametrize("language, word, title", [
    ("ko", "마스크", "마스크: 시험에서 커닝하는 모델"), ("pt", "máscara causal", "Máscaras: o modelo que cola na prova")])
def test_the_search_finds_a_word_and_leads_to_its_section(chromium, hosts, address, language, word, title):
    with visit(chromium, f"{address}/{language}/") as page:
        box = page.get_by_role("searchbox", name=label("site-search", language))
        box.fill(word)
        link = page.locator("#found a", has_text=title).first
        link.wait_for()
        assert word.split()[0] in page.locator("#found mark").first.inner_text().lower()
        link.click()
        page.wait_for_url(f"{address}/pages/{language}/07_masks.html*")
        page.goto(f"{address}/{language}/")
        box.fill("xyzxyz")
        page.get_by_text(label("site-nothing", language)).wait_for()
    assert hosts == []


def test_every_address_leads_somewhere(built):
    """In front pages, pages and decks; and none leads to another host but a reading list's."""
    files = [*built.glob("*/index.html"),
             *(path for form in ("pages", "slides", "guide") for path in built.glob(f"{form}/*/*.html"))]
    # a front page, pages, decks and those for teachers; and JupyterLite's own folder page
    assert len(files) == len(LANGUAGES) * (1 + 2 * len(sources()) + len(guide.NAMES)) + 1
    for file in files:
        html = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        for tag in html.find_all(href=True):
            url = urlsplit(tag["href"])
            if url.scheme or tag["href"].startswith("#"):
                assert url.scheme in ("", "https", "http") and tag.name == "a" or url.scheme == "data"
                continue
            place = (file.parent / unquote(url.path)).resolve()
            assert (place / "index.html" if place.is_dir() else place).exists(), (file, tag["href"])
            for notebook in parse_qs(url.query).get("path", ()):
                assert (built / "run" / "files" / notebook).exists(), (file, notebook)


@every_language
def test_a_lessons_forms_lead_to_each_other(built, language):
    page = (built / "pages" / language / f"{LESSON}.html").read_text(encoding="utf-8")
    deck = (built / "slides" / language / f"{LESSON}.html").read_text(encoding="utf-8")
    other = next(one for one in LANGUAGES if one != language)
    run = f'../../run/{language}/notebooks/index.html?path={language}/{LESSON}.ipynb"'
    assert all(f'href="{link}' in page for link in (
        f"../{other}/{LESSON}.html", f"../../slides/{language}/{LESSON}.html", run, f"../../run/files/{language}/{LESSON}.ipynb"))
    assert all(f'href="{link}' in deck for link in (f"../{other}/{LESSON}.html", f"../../pages/{language}/{LESSON}.html", run))


def test_goals_say_the_reading_time():
    for path in sources().values():
        for language in LANGUAGES:
            goals = [cell.text for cell in read_source(path) if cell.language == language and cell.key.startswith("goals")]
            assert "\n".join(goals).count("{{ minutes }}") == 1, (path.stem, language)


def test_the_files_hold_no_notes_of_the_teacher(built):
    notebooks = [nbformat.read(path, as_version=4) for path in (built / "run" / "files").glob("??/*.ipynb")]
    assert len(notebooks) == len(LANGUAGES) * len(sources())
    assert not [cell.id for notebook in notebooks for cell in notebook.cells if slide_type(cell) == "notes"]


# --- Jupyter -----------------------------------------------------------------------------------------------------------------

def open_notebook(page, address, language, application, name=LESSON):
    page.goto(f"{address}/run/{language}/{application}/index.html?path={language}/{name}.ipynb")
    page.wait_for_function(IDLE, timeout=180_000)
    page.wait_for_function(f"{PANEL}.sessionContext.isReady")
    page.locator("#reading").wait_for(state="detached")   # the lesson's page, which lies over the notebook until Python can run


@pytest.mark.parametrize("application, language", [   # each once; the other pairs are slow
    ("notebooks", "ko"), ("lab", "pt"),
    *(pytest.param(*pair, marks=pytest.mark.slow) for pair in (("notebooks", "pt"), ("lab", "ko"))),
])
def test_a_notebook_runs_to_its_last_cell(chromium, hosts, address, language, application):
    with visit(chromium, "about:blank") as page:
        open_notebook(page, address, language, application)
        assert label("bar-course", language) in page.locator("#course").inner_text()
        assert page.get_by_role("menuitem", name={"pt": "Arquivo", "ko": "파일"}[language]).first.is_visible()
        page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        assert page.evaluate(f"{PANEL}.content.model.sharedModel.cells"
                             ".filter((cell) => cell.cell_type === 'code').every((cell) => cell.execution_count)")
        page.wait_for_function(IDLE, timeout=180_000)
        assert_figures(page, LESSON, language)

        for place in ("#course", ".jp-RenderedMarkdown"):   # Hangul is drawn: two syllables differ, as boxes would not
            drawn = []
            for syllable in "가각":
                page.locator(place).first.evaluate("""(place, text) => place.prepend(
                    Object.assign(document.createElement("span"), { id: text, textContent: text, lang: "ko" }))""", syllable)
                page.evaluate("document.fonts.ready")
                drawn.append(page.locator(f"#{syllable}").screenshot())
                page.locator(f"#{syllable}").evaluate("(letter) => letter.remove()")
            assert drawn[0] != drawn[1], place

        page.locator(".jp-OutputArea input[type=checkbox]").first.check()   # ÷ √d_k
        for _ in range(50):
            scaled, weights = page.evaluate(ASK, "print(explorer.scale, explorer.weights.round(6).tolist())").split(" ", 1)
            if scaled == "True":
                break
        cross = published.cross
        assert scaled == "True" and np.allclose(json.loads(weights), attention(cross.q, cross.k, cross.k)[1], atol=1e-5)

        handle = page.locator(".jupyter-widgets .noUi-handle").first
        before = page.locator(".jupyter-widgets img").first.get_attribute("src")
        handle.focus()
        handle.press("End")
        page.wait_for_function("(old) => ![old, undefined].includes(document.querySelector('.jupyter-widgets img')?.src)",
                               arg=before)
    assert hosts == []


def assert_figures(page, name, language):
    """What the cells show is what the stored notebook shows."""
    cells = page.evaluate(f"{PANEL}.content.model.sharedModel.cells.filter((cell) => cell.cell_type === 'code')"
                          ".map((cell) => [cell.id, cell.outputs])")
    shown = {key: "".join(map(prove.text_of, outputs)) for key, outputs in cells}
    stored = prove.printed(target(sources()[name], language))
    assert {key: shown[key] for key in stored} == stored


@pytest.mark.parametrize("turn", [0, pytest.param(1, marks=pytest.mark.slow)])   # each lesson in one language, then in the other
def test_a_deep_link_opens_each_notebook(chromium, hosts, address, turn):
    with visit(chromium, "about:blank") as page:
        for i, path in enumerate(sources().values()):
            language = LANGUAGES[(i + turn) % 2]
            title = re.search(r"^# (.+)$", next(cell.text for cell in read_source(path)
                                                if cell.key == "title" and cell.language == language), re.M)
            page.goto(f"{address}/run/{language}/notebooks/index.html?path={language}/{path.stem}.ipynb")
            page.locator(".jp-RenderedMarkdown h1").first.wait_for(timeout=60_000)
            assert title[1][:20] in page.locator(".jp-RenderedMarkdown h1").first.inner_text()
    assert hosts == []


def test_the_lesson_is_there_to_read_while_python_starts(chromium, hosts, address):
    """Its explorers alive; then the notebook takes its place: at once, or at a click where somebody has begun to read."""
    with visit(chromium, "about:blank") as page:
        for begun in (False, True):
            page.goto(f"{address}/run/ko/notebooks/index.html?path=ko/{LESSON}.ipynb")
            reading = page.frame_locator("#reading")
            page.wait_for_function("document.getElementById('reading').contentDocument?.body?.dataset.ready")
            assert page.evaluate("!document.querySelector('.jp-RenderedMarkdown h1')")   # Jupyter is not there yet
            assert reading.locator("[data-widget=live]").count() > 0
            expect(reading.locator("nav.bar")).to_be_hidden()
            if begun:
                heading = reading.locator("h2").nth(3)
                text = heading.inner_text()
                heading.scroll_into_view_if_needed()
                page.mouse.move(600, 400)
                page.mouse.wheel(0, 10)
                page.get_by_role("button", name=label("bar-ready", "ko")).click(timeout=120_000)
                page.locator(".jp-RenderedMarkdown h2", has_text=text).first.wait_for(timeout=20_000)
                page.wait_for_function('''(text) => {
                    const headings = [...document.querySelectorAll("h2")], top = (one) => one.getBoundingClientRect().top;
                    const panel = document.querySelector(".jp-WindowedPanel-outer");
                    const below = top(headings.find((one) => one.textContent.startsWith(text))) - top(panel);
                    return 0 <= below && below < 50;
                }''', arg=text)
            page.locator("#reading").wait_for(state="detached", timeout=120_000)
            if not begun:   # the notebook begins with its title
                page.wait_for_timeout(500)
                expect(page.locator(".jp-RenderedMarkdown h1").first).to_be_in_viewport()
    assert hosts == []


def test_the_lesson_comes_before_python(chromium, address):
    """On a slow line: Python's first file is not asked for until the page to read has come."""
    with visit(chromium, "about:blank") as page:
        order = []
        page.on("request", lambda request: order.append("asked") if request.url.endswith("/start.mjs") else None)

        def slow(route):
            page.wait_for_timeout(1500)
            order.append("lesson")
            route.continue_()

        page.route(f"**/pages/pt/{LESSON}.html", slow)
        page.goto(f"{address}/run/pt/notebooks/index.html?path=pt/{LESSON}.ipynb")
        page.wait_for_function("document.getElementById('reading')?.contentDocument?.body?.dataset.ready")
        page.wait_for_function("document.querySelector('.jp-RenderedMarkdown h1')", timeout=60_000)
    assert order == ["lesson", "asked"]


def test_a_notebook_opens_before_jupyter_has_saved_its_layout(chromium, address):
    with visit(chromium, "about:blank") as page:
        page.add_init_script("const real = setTimeout;"   # never what Jupyter does half a second after something else
                             "window.setTimeout = (what, wait, ...more) => wait === 500 ? 0 : real(what, wait, ...more);")
        page.goto(f"{address}/run/pt/notebooks/index.html?path=pt/{LESSON}.ipynb")
        page.locator(".jp-RenderedMarkdown h1").first.wait_for(timeout=60_000)


@pytest.mark.parametrize("application", lite.VIEWS)
def test_a_lesson_leads_to_another(chromium, hosts, address, application):
    with visit(chromium, f"{address}/run/ko/{application}/index.html?path=ko/03_self-attention.ipynb") as page:
        title = page.locator(".jp-RenderedMarkdown h1").filter(has_text="크로스 어텐션")
        link = page.locator(".jp-RenderedMarkdown a[href$='/08_cross-attention.ipynb']").first
        link.wait_for(timeout=60_000)
        if application == "lab":   # in a tab of its own
            link.click()
            title.wait_for(timeout=60_000)
        else:
            with page.expect_popup() as popup:
                link.click()
            popup.value.locator(".jp-RenderedMarkdown h1").filter(has_text="크로스 어텐션").wait_for(timeout=60_000)
            assert "/notebooks/" in popup.value.url
    assert hosts == []


def test_an_edit_survives_and_the_original_comes_back(chromium, address):
    first = f"{PANEL}.content.model.sharedModel.cells[0]"
    with visit(chromium, "about:blank") as page:
        open_notebook(page, address, "ko", "notebooks")
        trusted = f"[...{PANEL}.content.model.cells].every((cell) => cell.type !== 'code' || cell.trusted)"
        assert page.evaluate(trusted)
        original = page.evaluate(f"{first}.source")
        page.evaluate(f"{first}.setSource('# 내 노트')")
        page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
        open_notebook(page, address, "ko", "notebooks")
        assert page.evaluate(f"{first}.source") == "# 내 노트"

        with page.expect_download() as downloading:
            page.get_by_role("button", name=label("bar-mine", "ko")).click()
        with open(downloading.value.path(), encoding="utf-8") as file:
            assert "# 내 노트" in file.read()

        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name=label("bar-original", "ko")).click()
        page.wait_for_function(f"(original) => {first}.source === original", arg=original)
        open_notebook(page, address, "ko", "notebooks")
        assert page.evaluate(f"{first}.source") == original


@pytest.mark.slow
@pytest.mark.parametrize("language, name", [(language, name) for name in sources() for language in LANGUAGES])
def test_every_notebook_prints_its_figures_in_the_browser(chromium, hosts, address, language, name):
    with visit(chromium, "about:blank") as page:
        open_notebook(page, address, language, "notebooks", name)
        page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        page.wait_for_function(IDLE, timeout=600_000)
        assert_figures(page, name, language)
    assert hosts == []


# --- what it serves, and what stops the build ----------------------------------------------------------------------------------

def test_the_wheel_installs_from_the_site(address, built, tmp_path):
    wheel = next(built.glob("attnlib-*.whl")).name
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(tmp_path),
                    f"attnlib[lessons] @ {address}/{wheel}"], check=True)
    result = subprocess.run([sys.executable, "-c", "import attnlib.classroom; print(attnlib.__file__)"], cwd=tmp_path,
                            env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=True)
    assert result.stdout.startswith(str(tmp_path))


def test_other_figures_in_the_browser_are_found(built, tmp_path, monkeypatch):
    monkeypatch.setattr(prove, "PROVED", tmp_path / "proved.json")
    notebook = json.loads(target(sources()["00_start-here"], "pt").read_text(encoding="utf-8"))
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"][:4]
    notebook["cells"] = cells
    same, other = tmp_path / "same.ipynb", tmp_path / "other.ipynb"
    cells[-1]["source"] = "1 + 1"
    cells[-1]["outputs"] = [{"output_type": "execute_result", "data": {"text/plain": "2"}, "execution_count": 1, "metadata": {}}]
    same.write_text(json.dumps(notebook))
    cells[-1]["outputs"][0]["data"]["text/plain"] = "3"
    other.write_text(json.dumps(notebook))
    python = built / "run" / "static" / "pyodide"
    found = prove.differences(python, [same, other])
    assert len(found) == 1, found
    message = found[0]
    assert "other.ipynb" in message and f"cell {cells[-1]['id']}: here '3', there '2'" in message
    assert prove.differences(python, [same]) == [] and len(json.loads((tmp_path / "proved.json").read_text())) == 1


@pytest.fixture
def empty_cache(monkeypatch, tmp_path):
    monkeypatch.setattr(assets, "user_cache_path", lambda *a, **k: tmp_path / "cache")
    monkeypatch.setattr(lite, "RELEASE", "http://127.0.0.1:9/{version}/{name}")
    monkeypatch.setenv("PYODIDE_PACKAGES", str(tmp_path))
    return {"file_name": "numpy.whl", "sha256": "0" * 64}


def test_a_missing_package_stops_the_build(empty_cache):
    with pytest.raises(SiteError, match="numpy.whl, which the notebooks need in the browser, is neither in PYODIDE_PACKAGES"):
        lite.release_file(empty_cache, "1")


def test_a_wrong_package_stops_the_build(empty_cache, tmp_path):
    (tmp_path / "numpy.whl").write_bytes(b"another")
    with pytest.raises(SiteError, match="numpy.whl is not the file that pyodide-lock.json means"):
        lite.release_file(empty_cache, "1")


def test_a_package_is_taken_from_the_release_once(empty_cache, tmp_path, monkeypatch):
    (tmp_path / "release" / "1").mkdir(parents=True)
    (tmp_path / "release" / "1" / "numpy.whl").write_bytes(b"numpy")
    package = {**empty_cache, "sha256": "1" * 64}
    with serving(functools.partial(Quiet, directory=tmp_path / "release")) as port:
        monkeypatch.setattr(lite, "RELEASE", f"http://127.0.0.1:{port}/{{version}}/{{name}}")
        with pytest.raises(SiteError, match="is not the file"):
            lite.release_file(package, "1")
        package["sha256"] = hashlib.sha256(b"numpy").hexdigest()
        assert lite.release_file(package, "1").read_bytes() == b"numpy"
    assert lite.release_file(package, "1").read_bytes() == b"numpy"   # the server is gone


def test_a_taken_port_is_said_in_a_sentence(tmp_path):
    with serving(Quiet) as port, pytest.raises(SystemExit, match=f"^port {port} cannot be served .*; --port names another$"):
        site.serve(tmp_path, port)


def test_a_site_that_cannot_be_written(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setattr(site, "OUT", tmp_path / "file" / "site")
    monkeypatch.setattr(site.build, "__defaults__", (tmp_path / "file" / "site", False))
    monkeypatch.setattr(sys, "argv", ["site"])
    with pytest.raises(SystemExit, match="^the site is not built, .*still stands: .*file"):
        site.main()


def test_packages_that_wait_for_each_other_stop_the_build():
    lite.check_cycles({"one": {"depends": ["two"]}, "two": {"depends": []}})
    with pytest.raises(SiteError, match="wait for each other: (one → two|two → one)"):
        lite.check_cycles({"one": {"depends": ["two"]}, "two": {"depends": ["one"]}})


def test_the_same_code_gives_the_same_wheel():
    first = hashlib.sha256(lite.attnlib_wheel().read_bytes()).hexdigest()   # pytest would show how two wheels differ for minutes
    lite.attnlib_wheel.cache_clear()
    assert hashlib.sha256(lite.attnlib_wheel().read_bytes()).hexdigest() == first

# --- quick, kept, never old ----------------------------------------------------------------------------------------

def test_every_byte_left_out_is_listed(built):
    """Each package is what its release holds, in part compiled, less and changed as packed.json says; the lock has the hash of
    what is served."""
    folder = built / "run" / "static" / "pyodide"
    done = json.loads((folder / "packed.json").read_text())
    served = json.loads((folder / "pyodide-lock.json").read_text())["packages"]
    _, files = lite.lock()
    assert done.keys() == {"stdlib", *files}
    assert {name: {*report["changed"]} for name, report in done.items() if report["changed"]} == \
        {name: {*changes} for name, changes in quick.CHANGED.items()}
    for package in served.values():
        assert hashlib.sha256((folder / package["file_name"]).read_bytes()).hexdigest() == package["sha256"]
    for name, original in files.items():
        with zipfile.ZipFile(original) as before, zipfile.ZipFile(folder / served[name]["file_name"]) as after:
            whole, now = {one for one in before.namelist() if not one.endswith("/")}, set(after.namelist())
        kept = {re.sub(r"__pycache__/(\w+)\.cpython-312\.pyc$", r"\1.py", one) if "__pycache__" in one
                else one[:-1] if one.endswith(".pyc") else one for one in now}
        for one, alone in done[name]["apart"].items():   # the wheel names it, and the site has it
            stub = str(Path(one).with_suffix(".site"))
            assert zipfile.ZipFile(folder / served[name]["file_name"]).read(stub).decode() == alone
            assert (folder / alone).read_bytes() == zipfile.ZipFile(original).read(one)
            assert alone.endswith("." + hashlib.sha256((folder / alone).read_bytes()).hexdigest()[:12])
            kept = kept - {stub} | {one}
        assert whole - kept == set(done[name]["left out"]) and kept <= whole, name
        assert done[name]["sha256"] == hashlib.sha256(original.read_bytes()).hexdigest()
        assert not [one for one in done[name]["left out"] if re.search("licen[cs]e", one, re.I)], name
    assert {*done["attnlib"]["apart"]} == {"attnlib/learned/gpt-pt.npz", "attnlib/learned/gpt-ko.npz"}
    assert any(one.endswith("attnlib/gpt.py") for one in zipfile.ZipFile(folder / served["attnlib"]["file_name"]).namelist())


def test_jupyter_completes_and_shows_our_sources(chromium, address):
    """With packages that hold no sources: Tab names what is there, a traceback quotes attnlib."""
    with visit(chromium, "about:blank") as page:
        open_notebook(page, address, "pt", "notebooks")
        # only who asks for them gets them
        assert page.evaluate(ASK, "import sys; print({'jedi', 'prompt_toolkit', 'sqlite3'} & {*sys.modules})").strip() == "set()"
        shown = page.evaluate(ASK, "import sqlite3, jedi; print(sqlite3.connect(':memory:').execute('select 2').fetchone())")
        assert shown.strip() == "(2,)"
        shown = page.evaluate(ASK, "import inspect; from attnlib.kernels import softmax; "
                                   "print('def softmax(' in inspect.getsource(softmax))")
        assert shown.strip() == "True"
        asked = []
        page.context.on("request", lambda request: asked.append(request.url))
        shown = page.evaluate(ASK, "from attnlib import learn; print(learn.load('gpt-ko').parameters['words'].shape[1])")
        assert int(shown) == learn.load("gpt-ko").parameters["words"].shape[1]
        assert {re.search(r"gpt-..", one)[0] for one in asked if "gpt-" in one} == {"gpt-ko"}
        page.evaluate(ASK, "import numpy as np; print(1)")
        complete = page.evaluate(f"""{PANEL}.sessionContext.session.kernel.requestComplete({{ code: "np.arang", cursor_pos: 8 }})
            .then((reply) => reply.content.matches)""")
        assert any(one.endswith("arange") for one in complete), complete


@contextmanager
def own_host(built, chromium, handler=Quiet):
    """The site on a server of its own, which can go away, and a fresh context of the browser."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=built))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = chromium.new_context()
    yield context, f"http://127.0.0.1:{server.server_port}", server
    context.close()
    server.shutdown()
    server.server_close()


KEPT = """async (path) => {
  for (const name of await caches.keys()) {
    const kept = name.startsWith("kept") ? await (await caches.open(name)).keys() : [];
    if (kept.some(({ url }) => url.endsWith(path))) return true;
  }
  return false;
}"""


def until_kept(page, path):
    """wait_for_function would take the promise itself for true."""
    for _ in range(300):
        if page.evaluate(KEPT, path):
            return
        page.wait_for_timeout(200)
    pytest.fail(f"{path} is not kept after a minute")


def test_a_second_visit_needs_no_server_and_is_never_old(built, chromium):
    page_file, listed = built / "pages" / "pt" / f"{LESSON}.html", built / "files.json"
    before = page_file.read_bytes(), listed.read_bytes()
    with own_host(built, chromium) as (context, host, server):
        page = context.new_page()
        page.goto(f"{host}/pages/pt/{LESSON}.html")
        until_kept(page, f"pages/pt/{LESSON}.html")
        page.wait_for_timeout(1100)   # this server tells editions apart by the second
        try:   # a new edition
            page_file.write_bytes(before[0].replace(b"<h1", b"<p>edi\xc3\xa7\xc3\xa3o nova</p><h1", 1))
            files = json.loads(before[1])
            files[f"pages/pt/{LESSON}.html"] = hashlib.sha256(page_file.read_bytes()).hexdigest()[:16]
            listed.write_text(json.dumps(files))
            page.reload()
            page.get_by_text("edição nova").wait_for(timeout=10_000)
            page.wait_for_timeout(1100)
        finally:
            page_file.write_bytes(before[0])
            listed.write_bytes(before[1])
        page.reload()   # the old edition is the newest again
        expect(page.get_by_text("edição nova")).to_have_count(0)
        until_kept(page, f"{json.loads(before[1])[f'pages/pt/{LESSON}.html']}/pages/pt/{LESSON}.html")
        open_notebook(page, host, "pt", "notebooks")
        needed = [path for path in json.loads(before[1])   # all that Python asks for, and the page that starts it
                  if path.startswith("run/static/pyodide/") and not re.search(r"\.npz\.|/later/|packed\.json", path)]
        for path in [*needed, "run/pt/notebooks/index.html"]:
            until_kept(page, path)
        server.shutdown()
        server.server_close()
        again = context.new_page()
        open_notebook(again, host, "pt", "notebooks")
        assert again.evaluate(ASK, "import attnlib; print(attnlib.softmax([0, 0]).tolist())").strip() == "[0.5, 0.5]"
        again.goto(f"{host}/pages/pt/{LESSON}.html")
        again.wait_for_function("document.body.dataset.ready")


def test_a_cut_connection_is_said(built, chromium):
    with own_host(built, chromium) as (context, host, server):
        page, slow = context.new_page(), []
        context.route("**/python_stdlib.zip", lambda route: slow.append(route) if not slow else route.abort())
        with context.expect_event("request", lambda request: request.url.endswith("python_stdlib.zip")):
            page.goto(f"{host}/run/ko/notebooks/index.html?path=ko/{LESSON}.ipynb")
        page.wait_for_timeout(500)
        expect(page.locator("#starting progress:indeterminate")).to_be_visible()   # it moves while nothing comes
        slow[0].abort()
        page.get_by_text(label("bar-failed", "ko")).wait_for(timeout=60_000)
        context.unroute("**/python_stdlib.zip")
        open_notebook(page, host, "ko", "notebooks")
        expect(page.locator("#starting")).to_be_hidden(timeout=30_000)


def test_a_browser_without_room_is_told_so(built, chromium):
    """And the lesson can be read."""
    with own_host(built, chromium) as (context, host, server):
        page = context.new_page()
        context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": host, "quotaSize": 300_000})
        page.goto(f"{host}/run/pt/notebooks/index.html?path=pt/{LESSON}.ipynb")
        page.get_by_text(label("bar-full", "pt")).wait_for(timeout=30_000)
        page.frame_locator("#reading").get_by_role("heading", level=1).wait_for()


class Gzipping(Quiet):
    """A host that compresses everything, what is compressed already too, twice."""

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            return super().do_GET()
        content = gzip.compress(gzip.compress(path.read_bytes(), 1), 1)
        self.send_response(200)
        for name, value in {"Content-Type": self.guess_type(path), "Content-Encoding": "gzip, gzip",
                            "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


def test_a_host_that_compresses_twice(built, chromium):
    with own_host(built, chromium, Gzipping) as (context, host, server):
        page = context.new_page()
        open_notebook(page, host, "pt", "notebooks")
        assert page.evaluate(ASK, "import attnlib; print(attnlib.softmax([0, 0]).tolist())").strip() == "[0.5, 0.5]"


def test_python_is_on_its_way_when_somebody_is_about_to_run(chromium, address):
    """Not before; and not at all where the visitor saves data."""
    with visit(chromium, f"{address}/pages/pt/{LESSON}.html") as page:
        prefetched = "[...document.querySelectorAll('link[rel=prefetch]')].map((one) => one.href.split('/').at(-1))"
        page.wait_for_function("document.body.dataset.ready")
        page.get_by_role("heading", level=1).hover()
        assert page.evaluate(prefetched) == []
        page.get_by_role("link", name=label("bar-run", "pt")).hover()
        assert {lite.wasm(), "pyodide.asm.js"} < {*page.evaluate(prefetched)}
    with visit(chromium, "about:blank") as page:
        page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
        page.goto(f"{address}/pages/pt/{LESSON}.html")
        page.get_by_role("link", name=label("bar-run", "pt")).hover()
        assert page.evaluate(prefetched) == []

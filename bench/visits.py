"""What a visit to the site costs: bytes, and seconds to a live explorer, a Python that waits, the last cell of a notebook.

Beside the first edition's site, in one run: each pair of visits is made one after the other, the first visit from a new
profile of the browser, the second with what the first left on the disk. The site is served on this machine, as a file host
serves it (kept by the browser for ten minutes, texts and programs gzipped), so the seconds are the machine's, without a network.

The first edition is built once, into build/first-edition, from its commit in this repository (some ten minutes).
"""

import functools
import gzip
import http.server
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from attnlib.classroom.labels import LANGUAGES
from attnpress import site
from attnpress.browser import QUIET, chromium_path
from attnpress.jupyter import ASK, IDLE
from attnpress.paths import ROOT
from bench import pretrained
from bench.measure import Row

LESSON, VISITS = "03_self-attention", 5
FIRST_EDITION = ROOT / "build" / "first-edition"
COMMIT = "011e6f5"
PACKED = {".html", ".js", ".mjs", ".css", ".json", ".ipynb", ".wasm", ".svg", ".map"}   # what a host gzips; not zip, whl, woff2
# the notebook, or the lesson's page above it, with its explorers alive
READABLE = """() => document.querySelector(".jp-RenderedMarkdown h1")
  || document.getElementById("reading")?.contentDocument?.body?.dataset.ready"""
# in the page itself, and since it was asked for: what tells us of it takes longer than it does
LIVE = """new MutationObserver(() => { if (document.body?.dataset.ready) window.liveAt ??= performance.now(); })
  .observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] })"""
MOMENTS = "the notebook is there to read", "Python waits", "all cells have run"


class Host(http.server.SimpleHTTPRequestHandler):
    """A file host that gzips, counts what it sends, and what it would send if it did not gzip."""

    sent = plain = 0

    def end_headers(self):
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.suffix not in PACKED or not path.is_file():
            return super().do_GET()
        if self.headers.get("If-Modified-Since") == self.date_time_string(path.stat().st_mtime):
            self.send_response(304)
            return self.end_headers()
        content = packed(path, path.stat().st_mtime_ns)
        Host.plain += path.stat().st_size
        Host.sent += len(content)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Last-Modified", self.date_time_string(path.stat().st_mtime))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def copyfile(self, source, outputfile):
        content = source.read()
        Host.sent += len(content)
        Host.plain += len(content)
        outputfile.write(content)

    def log_message(self, *arguments):
        pass


@functools.cache
def packed(path, _changed):
    return gzip.compress(path.read_bytes(), 6)


@contextmanager
def hosted(folder):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def first_edition():
    """The folder of the first edition's site, built if it is not there."""
    if not (FIRST_EDITION / "site").exists():
        subprocess.run(["git", "-C", ROOT, "worktree", "add", "--detach", "--force", FIRST_EDITION, COMMIT], check=True)
        subprocess.run(["make", "env", f"PYTHON={sys.executable}"], cwd=FIRST_EDITION, check=True)
        subprocess.run([FIRST_EDITION / ".venv" / "bin" / "python", "-m", "press.site"], cwd=FIRST_EDITION, check=True)
    return FIRST_EDITION / "site"


def window(playwright, profile):
    """A Chromium as a person has it, with the folder `profile` for what it remembers."""
    return playwright.chromium.launch_persistent_context(profile, executable_path=chromium_path(whole=True), args=QUIET)


def visit_notebook(context, address, language):
    """{moment: seconds since the address was entered}, MB sent, MB without gzip."""
    page, start = context.new_page(), time.perf_counter()
    Host.sent = Host.plain = 0
    found = []
    page.goto(f"{address}/run/{language}/notebooks/index.html?path={language}/{LESSON}.ipynb")
    page.wait_for_function(READABLE, timeout=120_000)
    found.append(time.perf_counter() - start)
    page.wait_for_function(IDLE, timeout=300_000)
    found.append(time.perf_counter() - start)
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_function(IDLE, timeout=300_000)
    found.append(time.perf_counter() - start)
    page.close()
    return dict(zip(MOMENTS, found, strict=True)), Host.sent / 1e6, Host.plain / 1e6


def visit_page(context, address, language):
    """Seconds to the page's live explorers, and MB sent."""
    page = context.new_page()
    page.add_init_script(LIVE)
    Host.sent = 0
    page.goto(f"{address}/pages/{language}/{LESSON}.html")
    page.wait_for_function("window.liveAt")
    took = page.evaluate("liveAt / 1000")
    page.close()
    return took, Host.sent / 1e6


MODEL = f"""
import time
from attnlib import pretrained
started = time.perf_counter()
encoder = pretrained.load()
loaded = time.perf_counter()
ids = encoder.split({pretrained.SENTENCE!r})[:27] + [pretrained.END]
encoder.run(ids)
again = time.perf_counter()
encoder.run(ids)
print(loaded - started, time.perf_counter() - again)
"""


def visit_model(playwright, address):
    """Seconds to load the real model and to run 28 pieces, in the browser's Python, and the MB that it sends."""
    with tempfile.TemporaryDirectory() as profile:
        context = window(playwright, profile)
        page = context.new_page()
        page.goto(f"{address}/run/pt/notebooks/index.html?path=pt/15_real-model.ipynb")
        page.wait_for_function(IDLE, timeout=300_000)
        page.wait_for_timeout(5000)   # what it imports of itself
        Host.sent = 0
        load, run = map(float, page.evaluate(ASK, MODEL).split())
        context.close()
    return load, run, Host.sent / 1e6


def visits(playwright, addresses, visit, language):
    """[(ours, the first edition's), …] of first visits, and of second visits."""
    seen = [], []
    for _ in range(VISITS):
        pair = []
        for address in addresses:
            with tempfile.TemporaryDirectory() as profile:   # a private window would keep only small files
                context = window(playwright, profile)
                pair.append([visit(context, address, language) for _ in seen])
                context.close()
        for which, of_both in zip(seen, zip(*pair, strict=True), strict=True):
            which.append(of_both)
    return dict(zip(("first", "second"), seen, strict=True))


def rows():
    if not site.OUT.exists():
        site.build()
    with ExitStack() as stack:
        addresses = [stack.enter_context(hosted(folder)) for folder in (site.OUT, first_edition())]
        playwright = stack.enter_context(sync_playwright())
        for language in LANGUAGES:
            for which, pairs in visits(playwright, addresses, visit_page, language).items():
                name = f"{language}, a lesson's page, {which} visit: "
                yield Row(name + "its explorers live", [ours[0] for ours, _ in pairs], 0.3, unit="s")
                yield Row(name + "its explorers live / the first edition's", [ours[0] / first[0] for ours, first in pairs])
                yield Row(name + "sent, gzipped", [ours[1] for ours, _ in pairs], unit="MB")
            for which, pairs in visits(playwright, addresses, visit_notebook, language).items():
                name = f"{language}, in the browser, {which} visit: "
                for moment, limit in zip(MOMENTS, (2, None, None), strict=True):
                    yield Row(name + moment, [ours[0][moment] for ours, _ in pairs], limit, unit="s")
                for moment in MOMENTS[1:]:
                    yield Row(name + moment + " / the first edition's",
                              [ours[0][moment] / first[0][moment] for ours, first in pairs], 0.5)
                yield Row(name + "sent, gzipped", [ours[1] for ours, _ in pairs], 25, unit="MB")
                yield Row(name + "sent without gzip", [ours[2] for ours, _ in pairs], 38, unit="MB")
        load, run, sent = zip(*(visit_model(playwright, addresses[0]) for _ in range(VISITS)), strict=True)
        yield Row("the real model in the browser: load", load, 1, unit="s")
        yield Row("the real model in the browser: 28 pieces", run, 1.5, unit="s")
        yield Row("the real model in the browser: sent for it", sent, unit="MB")

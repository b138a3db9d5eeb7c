"""What a visit to the site costs: bytes, and seconds to a live explorer, a Python that waits, the last cell of a notebook.

The site is served on this machine, as a file host serves it (kept by the browser for ten minutes); the first visit comes
from a new profile, the second with what the first left on the disk. So the seconds are the machine's, without a network.
"""

import functools
import http.server
import tempfile
import threading
import time
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

from attnpress import site
from attnpress.browser import QUIET, chromium_path
from attnpress.jupyter import IDLE
from bench.measure import Row

LESSON, VISITS = "08_cross-attention", 3


class Host(http.server.SimpleHTTPRequestHandler):
    """A file host that counts what it sends."""

    sent = 0

    def end_headers(self):
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def copyfile(self, source, outputfile):
        content = source.read()
        Host.sent += len(content)
        outputfile.write(content)

    def log_message(self, *arguments):
        pass


@contextmanager
def hosted():
    if not site.OUT.exists():
        site.build()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=site.OUT)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def visit_notebook(context, address):
    """{what: seconds since the address was entered}, and MB."""
    page, Host.sent, start, found = context.new_page(), 0, time.perf_counter(), {}
    page.goto(f"{address}/run/pt/notebooks/index.html?path=pt/{LESSON}.ipynb")
    page.locator(".jp-RenderedMarkdown h1").first.wait_for(timeout=120_000)
    found["the notebook is there to read"] = time.perf_counter() - start
    page.wait_for_function(IDLE, timeout=300_000)
    found["Python waits"] = time.perf_counter() - start
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_function(IDLE, timeout=300_000)
    found["all cells have run"] = time.perf_counter() - start
    page.close()
    return found, Host.sent / 1e6


def visit_page(context, address):
    page, Host.sent, start = context.new_page(), 0, time.perf_counter()
    page.goto(f"{address}/pages/pt/{LESSON}.html")
    page.wait_for_function("document.body.dataset.ready")
    took = time.perf_counter() - start
    page.close()
    return {"its explorers live": took}, Host.sent / 1e6


def rows():
    with hosted() as address, sync_playwright() as playwright:
        for what, visit in (("a lesson's page", visit_page), ("a notebook in the browser", visit_notebook)):
            seen = {"first": [], "second": []}
            for _ in range(VISITS):
                with tempfile.TemporaryDirectory() as profile:   # a private window would keep only small files
                    context = playwright.chromium.launch_persistent_context(profile, executable_path=chromium_path(), args=QUIET)
                    for which in seen:
                        seen[which].append(visit(context, address))
                    context.close()
            for which, visits in seen.items():
                for moment in visits[0][0]:
                    yield Row(f"{what}, {which} visit: until {moment}", [found[moment] for found, _ in visits], unit="s")
                yield Row(f"{what}, {which} visit: sent", [sent for _, sent in visits], unit="MB")

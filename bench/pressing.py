"""What building, proving and exporting the lessons takes, and how soon an explorer moves in a page opened from the disk."""

import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

from attnpress.browser import chromium
from attnpress.paths import LANGUAGES, ROOT, sources, target
from bench.measure import Row, seconds


def rows():
    notebooks = [str(target(path, language)) for path in sources().values() for language in LANGUAGES]
    with tempfile.TemporaryDirectory() as folder:
        took = seconds(partial(_run, "-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", folder, *notebooks))
        yield Row(f"running all {len(notebooks)} notebooks, one after the other", [took], 360, unit="s")
        yield Row("strict nbval / bare execution, one after the other",
                  [seconds(partial(_run, "-m", "pytest", "-q", "-n", "0", *notebooks)) / took])
        two = seconds(partial(_run, "-m", "pytest", "-q", "-n", "2", *notebooks, OPENBLAS_NUM_THREADS="1"))
        yield Row("strict nbval with two workers", [two], 360, unit="s")
        for kind in ("lesson", "deck"):
            takes = [seconds(partial(_run, "-m", "nbconvert", "--to", kind, "--output-dir", f"{folder}/{kind}", one))
                     for one in notebooks]
            yield Row(f"exporting a {'page' if kind == 'lesson' else 'deck'}", takes, unit="s")
            sizes = [path.stat().st_size / 1e6 for path in Path(folder, kind).glob("*.html")]
            yield Row(f"weight of a {'page' if kind == 'lesson' else 'deck'}", sizes, 1.5, unit="MB")
        page = Path(folder, "lesson", "08_cross-attention.html")
        yield Row("a page opened from the disk, until its explorers live", [_until_live(page) for _ in range(5)], unit="s")


def _run(*arguments, **environment):
    # pytest's exit code 1 would be a failed notebook; here only the time counts, and `make test` proves them
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env={**os.environ, **environment}, check=arguments[1] == "nbconvert",
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _until_live(path):
    with sync_playwright() as playwright, chromium(playwright) as browser:
        page = browser.new_page()
        start = time.perf_counter()
        page.goto(path.as_uri())
        page.wait_for_function("document.body.dataset.ready")
        return time.perf_counter() - start

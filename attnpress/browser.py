"""The Chromium of this machine: what prints the teacher's pack and tests every page. Nothing is downloaded."""

import shutil
from contextlib import contextmanager

# Chromium as a page opened by a person, but that calls nobody
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]


def chromium_path():
    """Where a Chromium is installed, or None."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))), None)


@contextmanager
def chromium(playwright):
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
    try:
        yield browser
    finally:
        browser.close()

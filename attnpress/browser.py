"""The Chromium of this machine: what prints the teacher's pack and tests every page. Nothing is downloaded."""

import shutil
from contextlib import contextmanager

# Chromium as a page opened by a person, but that calls nobody; and no two pages of its own for the address bar of every window,
# which cost three times what the window does
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup"]
# on the path, or where macOS and Windows keep theirs
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
         "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
         r"C:\Program Files\Google\Chrome\Application\chrome.exe",
         r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe")


def chromium_path():
    """Where a Chromium, a Chrome or an Edge is installed, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def chromium(playwright):
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
    try:
        yield browser
    finally:
        browser.close()

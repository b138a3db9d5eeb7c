"""The Chromium of this machine: what prints the teacher's pack and tests every page. Nothing is downloaded."""

import shutil
from contextlib import contextmanager

# Chromium as a page opened by a person, but that calls nobody; letters as wide as in a window (SHELL would round each); and no
# two pages of its own for the address bar of every window, which cost three times what the window does
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
         "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup"]
SHELL = "chromium-headless-shell"   # the same engine without windows (a Debian package): half the work for each page
# on the path, or where macOS and Windows keep theirs
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
         "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
         r"C:\Program Files\Google\Chrome\Application\chrome.exe",
         r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe")


def chromium_path(whole=False):
    """Where a Chromium, a Chrome or an Edge is installed, or None. `whole`: one with windows, as a person has it."""
    return next(filter(None, map(shutil.which, NAMES if whole else (SHELL, *NAMES))), None)


@contextmanager
def chromium(playwright, whole=False):
    browser = playwright.chromium.launch(executable_path=chromium_path(whole), args=QUIET)
    try:
        yield browser
    finally:
        browser.close()

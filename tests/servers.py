"""A real Jupyter server and a real Chromium, for tests and benchmarks."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
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


@contextmanager
def jupyter(interface, folder):
    """Serve `folder` in JupyterLab ("lab") or Notebook ("notebook"); yields a function from a file's name to its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app, tree = ("LabApp", "lab/tree") if interface == "lab" else ("JupyterNotebookApp", "notebooks")
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab" if interface == "lab" else "notebook", "--no-browser", f"--port={port}",
         "--ServerApp.token=t", "--allow-root", f"--ServerApp.root_dir={folder}", f"--{app}.expose_app_in_browser=True"],
        env={**os.environ, "HOME": str(folder)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/api?token=t", timeout=5).close()
                break
            except OSError:
                time.sleep(0.5)
        yield lambda name: f"http://127.0.0.1:{port}/{tree}/{name}?token=t" + ("&reset" if interface == "lab" else "")
    finally:
        server.terminate()
        server.wait(timeout=20)

"""A real Jupyter server and a real Chromium, for tests and benchmarks."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
import warnings
from contextlib import contextmanager

import pytest

from attnpress.browser import chromium, chromium_path  # noqa: F401, for those who serve and look


def missing(message):
    """Something that a test needs is not on this machine: said loudly, and in CI a failure."""
    if os.environ.get("CI"):
        pytest.fail(message)
    warnings.warn(message, stacklevel=2)
    pytest.skip(message)


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
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:   # a busy machine
            server.kill()
            server.wait()

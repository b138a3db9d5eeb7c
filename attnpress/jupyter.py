"""Jupyter as the course opens it: what its interface is told, and a server on this machine for tests and benchmarks."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

from attnlib.classroom.labels import TAGS

# JavaScript in Jupyter's page: whether the notebook's kernel waits; and what a piece of code prints in that kernel
IDLE = """() => {
  const panel = window.jupyterapp?.shell.currentWidget ?? [...(window.jupyterapp?.shell.widgets("main") ?? [])][0];
  return panel?.sessionContext?.session?.kernel?.status === "idle";
}"""
ASK = """(code) => new Promise((done, failed) => {
  const panel = window.jupyterapp.shell.currentWidget ?? [...window.jupyterapp.shell.widgets("main")][0];
  const future = panel.sessionContext.session.kernel.requestExecute({ code });
  let text = "";
  future.onIOPub = ({ content }) => { text += content.text ?? ""; if (content.ename) failed(new Error(content.evalue)); };
  future.done.then(() => done(text), failed);
})"""


def locale(language):
    """As Jupyter names its language packs."""
    return TAGS[language].replace("-", "_")


def interface(language=None):
    """What JupyterLab is told, here and in the browser: to ask for no news, and to speak `language`, if one is named."""
    spoken = {"@jupyterlab/translation-extension:plugin": {"locale": locale(language)}} if language else {}
    return {**spoken, "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}


@contextmanager
def serving(arguments, folder, python=sys.executable, cwd=None):
    """Run a Jupyter server, `python ARGUMENTS --port=…`, until it answers; yields its address, and stops it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [python, *arguments, "--no-browser", f"--port={port}", "--ServerApp.token=t", "--allow-root"],
        cwd=cwd, env={**os.environ, "HOME": str(folder)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{address}/api?token=t", timeout=5).close()
                break
            except OSError:
                time.sleep(0.25)
        yield address
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:   # a busy machine
            server.kill()
            server.wait()


@contextmanager
def jupyter(interface, folder):
    """Serve `folder` in JupyterLab ("lab") or Notebook ("notebook"); yields a function from a file's name to its address."""
    module, app, tree = (("jupyterlab", "LabApp", "lab/tree") if interface == "lab"
                         else ("notebook", "JupyterNotebookApp", "notebooks"))
    with serving(["-m", module, f"--ServerApp.root_dir={folder}", f"--{app}.expose_app_in_browser=True"], folder) as address:
        yield lambda name: f"{address}/{tree}/{name}?token=t" + ("&reset" if interface == "lab" else "")

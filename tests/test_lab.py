"""`make lab`: working copies, the lesson list, and JupyterLab in the learner's language."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from attnpress import lab
from attnpress.paths import ROOT, target


def test_working_copies_are_never_overwritten(house):
    work = lab.prepare(house)
    copy = work / "ko" / "01_tiny.ipynb"
    assert copy.read_bytes() == target(house / "notebooks/source/01_tiny.md", "ko", house).read_bytes()
    copy.write_text("mine", encoding="utf-8")
    original = work / "original" / "ko" / "01_tiny.ipynb"
    original.chmod(0o644)
    original.write_text("scribble", encoding="utf-8")
    lab.prepare(house)
    assert copy.read_text(encoding="utf-8") == "mine"
    assert original.read_bytes() == target(house / "notebooks/source/01_tiny.md", "ko", house).read_bytes()
    assert not original.stat().st_mode & 0o222
    copy.unlink()
    lab.prepare(house)
    assert copy.read_bytes() == original.read_bytes()


def test_the_lesson_list_leads_to_copies_and_originals(house):
    work = lab.prepare(house, first="ko")
    text = (work / "lessons.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert len(links) == 4 and all((work / link).exists() for link in links)
    assert text.index("ko/01_tiny") < text.index("pt/01_tiny")
    assert "덧셈 하나" in text and "Uma soma" in text


def test_work_is_ignored_by_git():
    assert {"work/", "build/", ".venv/"} <= set((ROOT / ".gitignore").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("ui, locale, word", [("ko", "ko_KR", "파일"), ("pt", "pt_BR", "Arquivo")])
def test_jupyterlab_opens_in_the_learners_language(tmp_path, ui, locale, word):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = open(tmp_path / "log", "w")
    server = subprocess.Popen(
        [sys.executable, "-m", "attnpress.lab", f"--ui={ui}", "--no-browser", f"--port={port}", "--ServerApp.token=t", "--allow-root"],
        cwd=ROOT, env={**os.environ, "HOME": str(tmp_path)}, stdout=log, stderr=log)

    def get(path):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}?token=t", timeout=10) as answer:
            return answer.read().decode()

    try:
        for _ in range(120):
            try:
                get("/api")
                break
            except OSError:
                time.sleep(0.5)
        settings = json.loads(get("/lab/api/settings/@jupyterlab/translation-extension:plugin"))
        assert settings["schema"]["properties"]["locale"]["default"] == locale
        assert word in str(json.loads(get(f"/lab/api/translations/{locale}"))["data"]["jupyterlab"])
        page = json.loads(re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', get("/lab"), re.S)[1])
        assert "@jupyter/nbgrader" in page["disabledExtensions"]
        assert f"{ui}/03_self-attention.ipynb" in json.loads(get("/api/contents/lessons.md"))["content"]
        assert json.loads(get(f"/api/contents/{ui}/03_self-attention.ipynb"))["type"] == "notebook"
    finally:
        server.terminate()
        server.wait(timeout=20)

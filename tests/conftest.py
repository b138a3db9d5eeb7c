"""What several test files share: a small house of one lesson, a lesson with one of everything, and a real browser."""

import shutil
from copy import deepcopy
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from attnpress import build
from attnpress.browser import chromium, chromium_path
from attnpress.paths import ROOT
from attnpress.source import compose
from tests.support import missing

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def built_house(tmp_path_factory):
    root = tmp_path_factory.mktemp("house")
    (root / "notebooks" / "source").mkdir(parents=True)
    shutil.copyfile(HERE / "tiny_lesson.md", root / "notebooks" / "source" / "01_tiny.md")
    shutil.copyfile(ROOT / "notebooks" / "glossary.csv", root / "notebooks" / "glossary.csv")
    papers = (ROOT / "notebooks" / "papers.toml").read_text(encoding="utf-8").split("\n[")
    (root / "notebooks" / "papers.toml").write_text(   # what the small lesson quotes
        "\n[".join(part for part in papers if part.startswith(("#", "vaswani2017-d-k]"))), encoding="utf-8")
    (root / "attnlib").mkdir()
    (root / "attnlib" / "kernels.py").touch()
    assert build.main([], root) == 0
    return root


@pytest.fixture
def house(built_house, tmp_path):
    return Path(shutil.copytree(built_house, tmp_path / "house"))


@pytest.fixture(scope="session")
def live_lesson_run():
    path = HERE / "live_lesson.md"
    return build.run(compose(path, "ko"), path)


@pytest.fixture
def live_lesson(live_lesson_run):
    """A lesson with one of everything that a page can show, run, for tests that break it."""
    return deepcopy(live_lesson_run)


@pytest.fixture(scope="module")
def browser():
    """The Chromium of this machine; CI must have one."""
    if chromium_path() is None:
        missing("no Chromium on this machine: pages, decks and explorers are NOT tested in a browser")
    with sync_playwright() as playwright, chromium(playwright) as browser:
        yield browser

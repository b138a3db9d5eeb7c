"""What several test files share: a small house, a lesson with one of everything, a real browser, every lesson's HTML."""

import shutil
from copy import deepcopy
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from attnlib.classroom.exercises import sandbox
from attnlib.classroom.labels import use_language
from attnpress import build
from attnpress.browser import chromium, chromium_path
from attnpress.paths import ROOT, sources, target
from attnpress.source import compose
from tests.support import missing

HERE = Path(__file__).parent


def formula_slide(number):
    """A slide in both languages: the small lesson needs a deck's number of them."""
    return "".join(f'\n+++ {{"key": "more-{number}", "lang": "{language}", "slide": "subslide"}}\n\n{text} $x_{{{number}}}$\n'
                   for language, text in (("pt", "Mais um:"), ("ko", "하나 더:")))


@pytest.fixture(autouse=True)
def portuguese():
    """A test that speaks Korean leaves the next one in Portuguese."""
    use_language("pt")
    yield
    use_language("pt")


@pytest.fixture(scope="session")
def built_house(tmp_path_factory):
    root = tmp_path_factory.mktemp("house")
    (root / "notebooks" / "source").mkdir(parents=True)
    (root / "notebooks" / "source" / "01_tiny.md").write_text(
        (HERE / "tiny_lesson.md").read_text(encoding="utf-8") + "".join(map(formula_slide, range(10))), encoding="utf-8")
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


@pytest.fixture
def in_this_process(monkeypatch, request):
    """Call students' functions here, unless a test is marked `apart`: one process for each would take minutes."""
    monkeypatch.setenv("ATTNLIB_SOLVED", "off")
    use_language("pt")
    if "apart" not in request.keywords:
        monkeypatch.setattr(sandbox, "run", sandbox.call)


@pytest.fixture(scope="module")
def browser():
    """The Chromium of this machine; CI must have one."""
    if chromium_path() is None:
        missing("no Chromium on this machine: pages, decks and explorers are NOT tested in a browser")
    with sync_playwright() as playwright, chromium(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """Where an exporter's HTML for a lesson stands, written once."""
    folder, done = tmp_path_factory.mktemp("pages"), {}

    def write(exporter, name, language):
        path = folder / exporter.__name__ / language / f"{name}.html"
        if path not in done:
            path.parent.mkdir(parents=True, exist_ok=True)
            one = exporter(linked=True)
            one.overflow = lambda html: []   # test_decks looks itself
            path.write_text(one.from_filename(str(target(sources()[name], language)))[0], encoding="utf-8")
            done[path] = True
        return path

    return write

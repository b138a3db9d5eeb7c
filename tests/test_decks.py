"""Every deck in a real Chromium, opened from the disk with the network refused: on the screen and on paper."""

import re
import shutil
import unicodedata
from collections import Counter

import pytest

from attnpress.export import DeckExporter
from attnpress.fit import BEYOND, beyond, walk
from attnpress.paths import LANGUAGES, ROOT, sources
from tests.support import by_turns
from tests.support.visit import SMALL, Visit

one_language = pytest.mark.parametrize(("name", "language"), by_turns(sources()))
every_lesson = pytest.mark.parametrize(("name", "language"), [(name, language) for name in sources() for language in LANGUAGES])


@one_language
def test_deck(browser, written, name, language):
    path = written(DeckExporter, name, language)
    assert path.stat().st_size < 1.5e6
    problems = []
    with Visit(browser, path) as visit:
        page = visit.page
        assert page.locator(".slide section").count() == 0, "reveal.js takes a widget's <section> for a slide: let it be a <div>"
        problems += visit.axe()   # the frame; the slides follow, all at once
        for number in walk(visit.page):
            problems += [f"slide {number}, cell {key}: {pixels} pixels too much ({what})"
                         for key, what, pixels in page.evaluate(BEYOND)]
            problems += [f"slide {number}: smaller than 18 px: {what}" for what in page.evaluate(SMALL)]
        page.emulate_media(color_scheme="dark")
        for number in walk(visit.page):
            problems += [f"slide {number}, dark: {what}"
                         for what in visit.axe("Reveal.getCurrentSlide()", only=["color-contrast"])]
        visit.assert_quiet()
    assert not problems, "\n" + "\n".join(problems)


@pytest.mark.slow
@every_lesson
def test_a_picture_of_every_slide(browser, written, name, language):
    """In build/shots/, to look at."""
    shots = ROOT / "build" / "shots" / language / name
    shutil.rmtree(shots, ignore_errors=True)
    shots.mkdir(parents=True)
    with Visit(browser, written(DeckExporter, name, language)) as visit:
        for number in walk(visit.page):
            visit.page.screenshot(path=shots / f"{number:02}.jpg", type="jpeg", quality=80)


# a projector, what Firefox leaves of a small laptop's screen, an old projector
@pytest.mark.slow
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 615), (1024, 768)], ids=lambda size: "{}x{}".format(*size))
@every_lesson
def test_deck_on_other_screens(browser, written, name, language, size):
    width, height = size
    with Visit(browser, written(DeckExporter, name, language), viewport={"width": width, "height": height}) as visit:
        assert beyond(visit.page) == []
        visit.assert_quiet()


def letters(text):
    """Every letter and how often: a printer may part words and lines."""
    return Counter(re.findall(r"[^\W\d_]", unicodedata.normalize("NFKC", text)))


@one_language
def test_deck_on_paper(browser, written, name, language):
    """?print-pdf shows every slide with its fragments: axe sees them all, and so does the printer."""
    with Visit(browser, written(DeckExporter, name, language), "?print-pdf", color_scheme="dark") as visit:   # paper is white
        visit.page.wait_for_selector(".pdf-page")
        assert visit.axe() == []
        shown = visit.page.locator(".slide .prose, .slide .attn-table :is(th, td):visible").all_inner_texts()
        assert not letters(" ".join(shown)) - letters(visit.pdf())
        visit.assert_quiet()

"""The pages around the lessons: the same in both languages, with links that lead somewhere and questions that exist."""

import re

import nbformat
import pytest
from bs4 import BeautifulSoup

from attnlib.classroom.labels import LANGUAGES
from attnpress import guide
from attnpress.paths import ROOT, sources, target
from attnpress.prove import text_of
from attnpress.source import SourceError, slug
from teaching.questions import bank

every_page = pytest.mark.parametrize("name", guide.NAMES)


@every_page
def test_a_page_has_the_same_parts_in_both_languages(name):
    counts = [re.findall(r"^(#+) ", guide.markdown(name, language), re.M) for language in LANGUAGES]
    assert counts[0] == counts[1] and counts[0][0] == "#"


@pytest.mark.parametrize("name", ["terms", "pytorch"])
def test_a_table_of_reference_has_the_same_rows_in_both_languages(name):
    rows = [guide.markdown(name, language).count("<tr>") for language in LANGUAGES]
    assert rows[0] == rows[1] > 20


@every_page
@pytest.mark.parametrize("language", LANGUAGES)
def test_its_links_lead_somewhere(name, language):
    page = BeautifulSoup(guide.html(name, language), "html.parser")
    known = {f"../../pages/{language}/{one}.html" for one in sources()} | {f"{one}.html" for one in guide.NAMES}
    found = {link["href"] for link in page.find("main").find_all("a", href=True) if not link["href"].startswith(("#", "https://"))}
    assert found <= known | {f"../../{language}/"}, found - known
    assert "{{" not in page.find("main").get_text()
    assert len(page.find_all("h1")) == 1


@pytest.mark.parametrize("written, said", [
    ("{{ lesson: Masks }}", "lesson 'Masks'; there are start-here,"), ("{{lesson:}}", "lesson ''"),
    ("{{ page: Semester }}", "page 'Semester'; there are teach,"), ("{{ exam: to heads }}", "examination 'to heads'; there ")])
def test_what_a_page_names_wrongly_is_refused(monkeypatch, written, said):
    monkeypatch.setattr(guide, "read_text", lambda path: f"# 1\n\n{written}\n")
    with pytest.raises(SourceError, match=f"^teach.pt.md names the {said}"):
        guide.markdown("teach", "pt")


@every_page
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_that_it_names_exist(name, language):
    keys = {f"{lesson}/{one.key}" for lesson, found in bank().items() for one in found}
    lessons = "|".join(map(re.escape, bank()))
    named = set(re.findall(rf"(?:{lessons})/[a-z0-9-]+", guide.markdown(name, language, linked=False)))
    assert named <= keys, named - keys


def test_every_lesson_stands_in_the_semester_and_in_what_to_do_when_machines_fail():
    for name in ("semester", "failures"):
        for language in LANGUAGES:
            text = (ROOT / "teaching" / "pages" / f"{name}.{language}.md").read_text(encoding="utf-8")
            missing = [lesson for lesson in map(slug, sources()) if f"lesson: {lesson} " not in text]
            assert not missing, (name, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_for_the_blackboard_stands_in_its_lesson(language):
    """A decimal of the page is what the built notebook says or prints, rounded."""
    text = (ROOT / "teaching" / "pages" / f"failures.{language}.md").read_text(encoding="utf-8")
    paths, seen = {slug(path.stem): path for path in sources().values()}, 0
    for lesson, words in re.findall(r"^(?:- )?(?:<strong>)?\{\{ lesson: ([a-z-]+) \}\}(.*)", text, re.M):
        cells = nbformat.read(target(paths[lesson], language), as_version=4).cells
        shown = "\n".join(part for cell in cells
                          for part in (cell.source, *map(text_of, cell.get("outputs", []))))
        printed = [float(number) for number in decimals(shown, language, r"\d+\.?\d*")]
        for number in decimals(words, language, r"\d+\.\d+"):
            seen += 1
            places = len(number.partition(".")[2])
            assert any(round(one, places) == float(number) for one in printed), (lesson, number)
    assert seen > 40


def decimals(text, language, pattern):
    text = text.replace("−", "-").replace("{,}", ".").replace("\\", "")
    if language == "pt":
        text = re.sub(r"(?<=\d),(?=\d)", ".", text)
    return re.findall(rf"(?<![\d.])-?{pattern}", text)

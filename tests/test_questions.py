"""The question bank: every question whole in both languages, every number computed, no wrong answer that is right."""

import collections
import csv
import re

import numpy as np
import pytest

from attnlib.classroom import course
from attnlib.classroom.labels import LANGUAGES, use_language
from attnpress.paths import ROOT
from attnpress.prose import Prose
from teaching.questions import LEVELS, NAME, TASKS, Choice, Number, Open, Text, bank, questions, text

STUDENTS = [None, *range(1, 301)]
EVERY = {**bank(), "inventory": questions("inventory")}
ALL = [pytest.param(lesson, one, id=f"{lesson}-{one.key}") for lesson, found in EVERY.items() for one in found]


def texts(question):
    """Every Text of a question, named."""
    yield "ask", question.ask
    for i, wrong in enumerate(question.wrong):
        yield f"wrong {i}, why", wrong.why
        if isinstance(wrong.answer, Text):
            yield f"wrong {i}", wrong.answer
    if isinstance(question, Choice):
        yield "right", question.right
        yield "why", question.why
    elif isinstance(question, Number):
        yield "how", question.how
    else:
        yield "answer", question.answer
        yield from ((f"rubric {i}", criterion) for i, (_, criterion) in enumerate(question.rubric))


def values_of(question, number=None):
    values = question.values(number)
    if isinstance(question, Number):
        values["answer"] = round(float(question.answer(**values)), question.decimals)
    return values


def test_there_are_enough_of_each_kind():
    """Ten or more a lesson; in each a derivation or an essay with a rubric, numbers of one's own, a picture or a fault."""
    for lesson in course.NUMBERS:
        found = questions(lesson)
        assert len(found) >= 12, lesson
        assert len({one.key for one in found}) == len(found), lesson
        assert {one.level for one in found} >= {"know", "apply", "judge"}, lesson
        assert sum(isinstance(one, Number) and one.varies for one in found) >= 2, lesson
        assert sum(isinstance(one, Open) for one in found) >= 2, lesson
        tasks = collections.Counter(one.task for one in found)
        assert tasks["derivation"] and tasks["reading"] and tasks["fault"] and tasks["essay"], (lesson, tasks)
    assert sum(map(len, bank().values())) >= 200


def test_the_inventory_asks_for_no_formula():
    """Twenty choices that a student can read before the first lesson."""
    found = questions("inventory")
    assert len(found) == len({one.key for one in found}) == 20 and all(isinstance(one, Choice) for one in found)
    assert not any("$" in said or "`" in said for one in found for _, both in texts(one) for said in both)


@pytest.mark.parametrize("lesson, question", ALL)
def test_a_question_is_whole_in_both_languages(lesson, question):
    assert re.fullmatch(r"[a-z0-9-]+", question.key) and question.level in LEVELS and question.points >= 1
    assert question.task in (*TASKS, None)
    names = set(values_of(question))
    for what, both in texts(question):
        assert len(both) == 2 and all(one.strip() for one in both), what
        assert set(NAME.findall(both.pt)) == set(NAME.findall(both.ko)) <= names, what
        formulas = [Prose(re.sub(r"\{\{\s*(\w+)\s*\}\}", r"\1", one)).formulas for one in both]
        assert formulas[0] == formulas[1], (what, formulas)
        assert re.search("[가-힣]", both.ko) or not re.search("[a-zà-ü]{4}", NAME.sub("", both.ko)), f"{what}: no Korean"
    assert question.wrong, "what do students get wrong here?"


@pytest.mark.parametrize("lesson, question", [one for one in ALL if isinstance(one.values[1], Number)])
def test_no_wrong_number_is_right(lesson, question):
    """For any student: the right answer is accepted as it is written, and no usual wrong one ever is."""
    for student in STUDENTS:
        values = question.values(student)
        right = float(question.answer(**values))
        assert np.isfinite(right)
        assert question.accepts(round(right, question.decimals), values)
        found = [float(wrong.answer(**values)) for wrong in question.wrong if wrong.answer]
        rounded = [round(number, question.decimals) for number in found]   # as a student writes it
        for written in right, round(right, question.decimals):             # as a file holds the right one
            assert all(abs(number - written) > question.margin for number in found + rounded), (student, right, found)
    assert any(wrong.answer for wrong in question.wrong)


@pytest.mark.parametrize("lesson, question", [one for one in ALL if isinstance(one.values[1], Choice)])
def test_the_options_differ(lesson, question):
    for student in STUDENTS[:6]:
        for language in LANGUAGES:
            values = question.values(student)
            options = [text(one, language, values) for one in (question.right, *(wrong.answer for wrong in question.wrong))]
            assert len(set(options)) == len(options) >= 3, options


@pytest.mark.parametrize("lesson, question", [one for one in ALL if isinstance(one.values[1], Open)])
def test_a_rubric_adds_up(lesson, question):
    assert sum(points for points, _ in question.rubric) == question.points
    assert len(question.rubric) >= 2


@pytest.mark.parametrize("lesson, question", [one for one in ALL if one.values[1].picture])
def test_a_picture_is_drawn(lesson, question):
    for language in LANGUAGES:
        use_language(language)
        picture = question.picture(**question.values())
        assert picture.alt and not getattr(picture, "unglossed", [])


def test_the_glossary_decides_terms():
    with open(ROOT / "notebooks" / "glossary.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    forbidden = {}
    for language in LANGUAGES:
        words = [re.escape(bad) for row in rows for bad in row[f"forbidden_{language}"].split("|") if bad]
        any_of = "|".join(words)
        forbidden[language] = re.compile(rf"(?<!\w)({any_of})(?!\w)" if language == "pt" else any_of, re.IGNORECASE)
    for lesson, found in EVERY.items():
        for question in found:
            for what, both in texts(question):
                for language, said in zip(LANGUAGES, both, strict=True):
                    bad = forbidden[language].search(said)
                    assert not bad, f"{lesson}, {question.key}, {what}: {bad[0]}"

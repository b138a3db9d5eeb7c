"""The map of the course: prerequisites come first, words that say the same, nothing off the page or across a box."""

import itertools
import logging
import warnings

import numpy as np
import pytest
from matplotlib.font_manager import findfont

from attnlib.classroom import course
from attnlib.classroom.figures import FONT_FILE, course_map, course_steps, lesson_map
from attnlib.classroom.labels import label, use_language
from attnpress.paths import sources


def test_every_lesson_has_a_place_and_comes_after_what_it_needs():
    lessons = list(course.NUMBERS)
    assert [*course.BEFORE] == lessons[1:] and set(lesson_map.PLACES) == set(course.BEFORE)
    assert all(course.NUMBERS[one] < course.NUMBERS[lesson] for lesson, before in course.BEFORE.items() for one in before)
    assert len(set(lesson_map.PLACES.values())) == len(lesson_map.PLACES)


def test_the_numbers_are_those_of_the_sources():
    assert [f"{number}_{lesson}" for lesson, number in course.NUMBERS.items()] == list(sources())


def test_the_words_list_the_lessons_in_order():
    lines = course_map().alt.splitlines()[1:]
    assert [line[:2] for line in lines] == list(course.NUMBERS.values())[1:]
    assert "antes, 06, 14" in lines[-1] and label("lesson-real-model") in lines[-1]


def test_no_arrow_runs_across_a_box():
    for lesson, before in course.BEFORE.items():
        for one in before:
            corners = np.array(lesson_map.way(one, lesson))
            steps = np.linspace(corners[:-1], corners[1:], 99)[1:-1].reshape(-1, 2)   # (points, 2)
            for other in course.BEFORE:
                x, y = lesson_map.corner(other)
                inside = (steps > (x, y)) & (steps < (x + lesson_map.BOX_WIDTH, y + lesson_map.BOX_HEIGHT))
                assert not inside.all(axis=1).any(), (one, lesson, other)


def test_arrows_share_a_line_only_if_they_share_a_box():
    def stretches(before, lesson):
        for (x0, y0), (x1, y1) in itertools.pairwise(lesson_map.way(before, lesson)):
            if (x0, y0) != (x1, y1):
                yield min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1), x0 == x1

    arrows = [(one, lesson) for lesson, before in course.BEFORE.items() for one in before]
    for first, second in itertools.combinations(arrows, 2):
        if first[0] == second[0] or first[1] == second[1]:
            continue
        for (a0, a1, b0, b1, upright), (c0, c1, d0, d1, also) in itertools.product(stretches(*first), stretches(*second)):
            if upright == also:   # less than 4 pixels apart, they would look like one
                assert max(a0, c0) - min(a1, c1) >= 4 or max(b0, d0) - min(b1, d1) >= 4, (first, second)


@pytest.mark.parametrize("language", ["pt", "ko"])
def test_all_text_is_ours_and_stays_in_its_box(caplog, language):
    use_language(language)
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING, logger="matplotlib"):
        warnings.simplefilter("error")
        assert course_map().png() == course_map().png()
    assert not caplog.records
    picture = course_map()   # drawing it twice as sharp would double the sizes of its text
    page = picture.figure.bbox
    assert page.width <= 760 and page.height <= 640   # stands beside its text on a slide, and is not shrunk to nothing on a phone
    legend = {label(f"course-{sign}") for sign in ("start", "before", "either")}
    for text in picture.figure.axes[0].texts:
        if not text.get_text():   # the head of an arrow
            continue
        box = text.get_window_extent()
        assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= page.width and box.y1 <= page.height
        assert text.get_text() in legend or box.width <= lesson_map.BOX_WIDTH - 4
        assert findfont(text.get_fontproperties()) == str(FONT_FILE)


@pytest.mark.parametrize("language", ["pt", "ko"])
def test_the_list_says_what_comes_after_each_lesson_and_cuts_none_of_it(language):
    use_language(language)
    picture = course_steps()
    lines = picture.alt.splitlines()[1:]
    assert [line[:2] for line in lines] == list(course.NUMBERS.values())
    shown = [text.get_text() for text in picture.figure.axes[0].texts]
    assert shown == [part for line in lines for part in line.split(": ", 1)]
    page = picture.figure.bbox
    assert page.width <= 1180 and page.height <= 480
    assert all(text.get_window_extent().x1 <= page.width for text in picture.figure.axes[0].texts)

"""The question bank: a file for each lesson, and inventory.py for the first and the last day of the course.

A file holds QUESTIONS, a list of Choice, Number and Open. Every text stands in both languages, `Text(pt, ko)`: Markdown with
$…$, and {{ name }} where a number stands that `given` draws or computes. No number that an answer rests on is typed in twice:
`given` makes it, from attnlib's own functions where there is one.

    def shares(random):
        scores = random.choice([0, 1, 2, 3], size=3, replace=False)
        return {"scores": scores, "first": softmax(scores)[0]}

    Number("first-share", "apply", 2, given=shares, answer=lambda scores, first: first, …)
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

import numpy as np

from attnlib.classroom import course
from attnlib.classroom.exercises.student_number import student_random
from attnlib.classroom.labels import LANGUAGES
from attnlib.classroom.labels.formatting import fixed

LEVELS = ("know", "apply", "derive", "judge")
TASKS = ("derivation", "reading", "fault", "essay")   # of an Open question, or of a Choice that reads a picture or finds a fault
NAME = re.compile(r"\{\{\s*(\w+)\s*\}\}")
FORMULA = re.compile(r"\$[^$]+\$")


class Text(NamedTuple):
    """The same thing said in both languages."""

    pt: str
    ko: str


@dataclass(frozen=True)
class Wrong:
    """A wrong answer that students give, and what it tells: `why`, said to the student.

    `answer`: of a Choice, the option's text; of a Number, a function of what `given` draws; of an Open question, None.
    """

    why: Text
    answer: Text | Callable | None = None


@dataclass(frozen=True)
class Question:
    """What the kinds have in common. `points` is what a full answer is worth."""

    key: str
    level: str
    points: int
    ask: Text
    wrong: tuple = ()
    given: Callable = field(default=lambda random: {}, kw_only=True)   # a NumPy Generator → {name: number or array}
    picture: Callable | None = field(default=None, kw_only=True)       # (**values) → one of attnlib.classroom.figures
    task: str | None = field(default=None, kw_only=True)               # one of TASKS

    def values(self, number=None):
        """What is drawn for a student number; without one, always the same."""
        return self.given(student_random(f"{number or ''} {self.key}"))

    @property
    def varies(self):
        """Whether two students get different numbers."""
        return len({repr(self.values(number)) for number in range(5)}) > 1


@dataclass(frozen=True)
class Choice(Question):
    """One option of several is right."""

    right: Text = field(kw_only=True)
    why: Text = field(kw_only=True)   # why it is right


@dataclass(frozen=True)
class Number(Question):
    """A number to compute, right to `decimals`."""

    answer: Callable = field(kw_only=True)   # (**what `given` draws) → the number
    decimals: int = field(default=3, kw_only=True)
    how: Text = field(kw_only=True)          # the way to it, in a few lines; {{ answer }} is the number

    @property
    def margin(self):
        """How far from the right number one may be: one in the last decimal that is asked for; none where it is whole."""
        return 1.0002 * 10.0 ** -self.decimals if self.decimals else 1e-9

    def accepts(self, number, values):
        return abs(number - self.answer(**values)) <= self.margin


@dataclass(frozen=True)
class Open(Question):
    """Graded by a person. The rubric's points sum to the question's."""

    answer: Text = field(kw_only=True)     # a model answer
    rubric: tuple = field(kw_only=True)    # of (points, Text)


def apart(draw, right, wrongs, gap=0.02):
    """Draws until the right answer and the usual mistakes are all far from each other."""
    while True:
        drawn = draw()
        if np.diff(np.sort([float(way(**drawn)) for way in (right, *wrongs)])).min() > gap:
            return drawn


def text(of, language, values):
    """A Text in one language, its {{ names }} filled in as that language writes numbers."""
    filled = NAME.sub(lambda match: written(values[match[1]], language), of[LANGUAGES.index(language)])
    # in a formula a comma would get the space that follows a comma
    return FORMULA.sub(lambda match: re.sub(r"(\d),(\d)", r"\1{,}\2", match[0]), filled)


def written(value, language):
    """A number or an array of them: 3, 0,419 and, between parentheses, (1; 0,5)."""
    if isinstance(value, str):
        return value
    if isinstance(value, np.ndarray) or isinstance(value, (list, tuple)):
        return "(" + ("; " if language == "pt" else ", ").join(written(one, language) for one in value) + ")"
    if isinstance(value, (int, np.integer)):
        return str(value).replace("-", "−")
    return fixed(value, max(1, len(f"{float(value):.4f}".rstrip("0").partition(".")[2])), language)


@cache
def questions(lesson):
    """Of a lesson, by its slug, or "inventory". A lesson without any has ()."""
    module = f"teaching.questions.{lesson.replace('-', '_')}"
    return tuple(import_module(module).QUESTIONS) if find_spec(module) else ()


def bank():
    """{lesson: its questions}, in the course's order."""
    return {lesson: questions(lesson) for lesson in course.NUMBERS}

"""A student number gives the same inputs on every machine, and inputs on which every mistake shows."""

import itertools
import os
import subprocess
import sys
import unicodedata

import numpy as np
import pytest

from attnlib import softmax
from attnlib.classroom import student_random, student_scores
from attnlib.classroom.check.judge import TOLERANCE
from attnlib.classroom.check.lesson_02 import table_mistakes

NUMBERS = ["", "2026-0042", "20260042", "가1234", "RA 118.203/7", *(f"2025{i:04}" for i in range(1000))]


def test_recorded_tables():
    assert student_scores().tolist() == [[0.3, -0.4, 0.5, 0.2], [-0.4, 2.1, 2.6, -1.6], [-0.4, -1.3, 2.9, -0.1]]
    assert student_scores("2026-0042").tolist() == [[0.1, 1.9, 1.7, 2.0], [2.0, -0.2, 2.7, 0.2], [-1.3, -1.8, 2.4, 2.6]]
    assert student_scores("가1234").tolist() == [[0.2, 0.3, -0.7, -1.9], [2.8, -1.7, -0.8, -0.5], [-1.4, 0.8, -2.0, 0.3]]


@pytest.mark.parametrize("same", [["", None, ..., "  ", "\n"], ["2026", 2026, np.int64(2026), " 2026\t"],
                                  ["가-1", unicodedata.normalize("NFD", "가-1")]])
def test_spellings_of_one_number(same):
    assert len({student_scores(number).tobytes() for number in same}) == 1


def test_another_process_and_another_hash_seed_give_the_same():
    code = "from attnlib.classroom import student_random; print(student_random('2026-0042').integers(10**9))"
    printed = {subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed},
                              capture_output=True, text=True, check=True).stdout for seed in "12"}
    assert printed == {f"{student_random('2026-0042').integers(10**9)}\n"}


def test_students_differ():
    assert len({student_scores(number).tobytes() for number in NUMBERS}) == len(NUMBERS)


def test_scores_have_one_decimal():
    tables = np.array([student_scores(number) for number in NUMBERS])
    assert tables.shape[1:] == (3, 4) and tables.min() == -2 and tables.max() == 3
    assert np.array_equal(tables, tables.round(1))


@pytest.mark.parametrize("number", [2026.0, True, ["2026"], b"2026"])
def test_what_is_no_number_is_refused(number):
    with pytest.raises(TypeError, match="number is .*needs text in quotation marks"):
        student_random(number)


def test_every_mistake_shows_on_every_table():
    for number in NUMBERS:
        tables = [softmax(student_scores(number)), *table_mistakes(number).values()]
        for one, other in itertools.combinations([table for table in tables if table is not None], 2):
            assert one.shape != other.shape or np.abs(one - other).max() > 10 * TOLERANCE, number

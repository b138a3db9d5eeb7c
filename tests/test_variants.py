"""A student number gives the same inputs on every machine, and inputs on which every mistake shows."""

import inspect
import itertools
import os
import subprocess
import sys
import unicodedata

import numpy as np
import pytest

from attnlib.classroom import check, variants
from attnlib.classroom.exercises.judge import TOLERANCE
from attnlib.classroom.labels import LANGUAGES, label, use_language

NUMBERS = ["", "2026-0042", "20260042", "가1234", "RA 118.203/7", *(f"2025{i:04}" for i in range(1000))]
NAMES = ["four_steps", "head_shapes", "my_table",
         "normalised_token", "position_vector", "table_gb", "third_weights"]


def drawn(name, number=""):
    """A variant as plain numbers in a tuple."""
    inputs = getattr(variants, name)(number)
    return tuple(np.asarray(part).tolist() for part in inputs) if isinstance(inputs, tuple) else (np.asarray(inputs).tolist(),)


def test_every_variant_belongs_to_a_check_that_takes_the_number():
    public = [name for name, one in vars(variants).items() if inspect.isfunction(one)]
    assert sorted(public) == NAMES == variants.__all__
    assert all(list(inspect.signature(getattr(check, name)).parameters)[-1] == "number" for name in NAMES)


def test_recorded_inputs():
    assert drawn("my_table") == ([[0.3, -0.4, 0.5, 0.2], [-0.4, 2.1, 2.6, -1.6], [-0.4, -1.3, 2.9, -0.1]],)
    assert drawn("my_table", "2026-0042") == ([[0.1, 1.9, 1.7, 2.0], [2.0, -0.2, 2.7, 0.2], [-1.3, -1.8, 2.4, 2.6]],)
    assert drawn("my_table", "가1234") == ([[0.2, 0.3, -0.7, -1.9], [2.8, -1.7, -0.8, -0.5], [-1.4, 0.8, -2.0, 0.3]],)


def test_without_a_number_the_lesson_prints_its_own():
    assert drawn("four_steps") == ([1, 0, 1, 2], [[2, 0, 0, 1], [0, 3, 2, 0], [2, 1, 0, -1]], [[6, 0], [0, 6], [3, 3]])
    assert drawn("position_vector") == (3,) and drawn("head_shapes") == (10, 512, 8)
    assert drawn("third_weights") == ([1, 1, 0],)
    assert drawn("normalised_token") == ([4, 0, 0, 0],) and drawn("table_gb") == (4096, 16)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("same", [["", None, ..., "  ", "\n"], ["2026", 2026, np.int64(2026), " 2026\t", "２０２６\u3000"],
                                  ["가-1", unicodedata.normalize("NFD", "가-1")]])
def test_spellings_of_one_number(name, same):
    assert len({str(drawn(name, number)) for number in same}) == 1


def test_another_process_and_another_hash_seed_give_the_same():
    code = f"from attnlib.classroom import variants; print([getattr(variants, name)('2026-0042') for name in {NAMES}])"
    printed = {subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed},
                              capture_output=True, text=True, check=True).stdout for seed in "12"}
    assert printed == {f"{[getattr(variants, name)('2026-0042') for name in NAMES]}\n"}


def test_every_table_is_its_students_own():
    assert len({str(drawn("my_table", number)) for number in NUMBERS}) == len(NUMBERS)


@pytest.mark.parametrize("name", NAMES)
def test_neighbours_rarely_share_inputs(name):
    found = {str(drawn(name, number)) for number in NUMBERS[1:31]}   # a class of thirty
    assert len(found) >= 10 and str(drawn(name)) not in found


def test_scores_have_one_decimal():
    tables = np.array([variants.my_table(number) for number in NUMBERS])
    assert tables.shape[1:] == (3, 4) and tables.min() == -2 and tables.max() == 3
    assert np.array_equal(tables, tables.round(1))


@pytest.mark.parametrize("number", NUMBERS[:100])
def test_four_steps_can_be_done_on_paper(number):
    query, keys, _ = variants.four_steps(number)
    scores = (keys @ query).tolist()
    assert all(score in (0, 2, 4, 6) for score in scores) and len(set(scores)) == 3


@pytest.mark.parametrize("number", [2026.0, True, ["2026"], b"2026"])
def test_what_is_no_number_is_refused(number):
    with pytest.raises(TypeError, match="number is .*needs text in quotation marks"):
        variants.my_table(number)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_number_written_over_is_told(capsys, language, name):
    """As a loop does whose variable is called number: the check says it, as it does of any other input."""
    use_language(language)
    one = getattr(check, name)
    one(*[right.value for right in one.rights()], np.float64(0.3))
    assert capsys.readouterr().out == label("check-inputs", names="number") + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_every_mistake_shows_whatever_the_number(name):
    for number in NUMBERS:
        for right in getattr(check, name).rights(number):
            results = [right.value, *(mistake.value for mistake in right.mistakes if mistake.value is not None)]
            assert (right.mistakes[-1].name, right.mistakes[-1].value is None) == ("default-variant", not number)
            assert not any(right.judge(result)[0] for result in results[1:]), number   # nor is one the right one, rounded
            for first, second in itertools.combinations(map(np.asarray, results), 2):
                # no answer is within the tolerance of both
                apart = first.shape != second.shape or np.abs(first - second) > 2 * TOLERANCE * (1 + np.abs(second))
                assert np.any(apart), number

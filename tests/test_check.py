"""Each check knows the right answer, and each mistake it names: tests/answers holds both, a module per lesson."""

import importlib
import pkgutil
import warnings

import numpy as np
import pytest

from attnlib import attention, kernels, softmax
from attnlib.classroom import check
from attnlib.classroom.labels import LABELS, LANGUAGES, label, use_language
from tests import answers
from tests.answers.lesson_03 import SCORES, naive, raises, scores_of

ANSWERS = [answer for module in pkgutil.iter_modules(answers.__path__)
           for answer in importlib.import_module(f"tests.answers.{module.name}").ANSWERS]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("function, arguments, key, values", ANSWERS, ids=lambda value: getattr(value, "__name__", None))
def test_what_a_check_says(capsys, language, function, arguments, key, values):
    use_language(language)
    function(*arguments)
    assert capsys.readouterr().out == label(key, **values) + "\n"


def test_an_error_in_a_students_function_is_told_not_raised(capsys):
    use_language("pt")
    check.self_attention(raises)
    said = capsys.readouterr().out
    assert "ValueError" in said and "(4, 3)" in said


def test_of_two_results_the_wrong_one_is_named(capsys):
    use_language("pt")
    check.cross_attention(lambda q, k, v: (attention(q, k, v)[0] + np.eye(len(q), v.shape[1]), attention(q, k, v)[1]))
    assert "output[0, 0]" in capsys.readouterr().out


def test_every_message_is_said_by_some_answer():
    said = {key for _, _, key, _ in ANSWERS} | {"check-raises"}
    assert {key for key in LABELS if key.startswith(("check-", "mistake-"))} == said


def test_a_check_never_shows_the_solution(capsys):
    right = {f"{number:.3f}" for number in softmax(SCORES).ravel()}
    for _, arguments, key, _ in (answer for answer in ANSWERS if answer[0] is check.sat_weights and answer[2] != "check-right"):
        check.sat_weights(*arguments)
        said = capsys.readouterr().out
        assert not any(number in said or number.replace(".", ",") in said for number in right), key


def test_no_warning_reaches_the_student():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check.self_attention(lambda x: naive(scores_of(x)))   # overflows


def test_smallest_scale_is_three():
    weight = [kernels.softmax(np.array([0, 2, 1]) * scale)[1] for scale in (2, 3)]
    assert weight[0] < 0.9 <= weight[1]

"""Each check knows the right answer, and each mistake it names."""

import warnings

import numpy as np
import pytest

from attnlib import attention, kernels, published, softmax
from attnlib.classroom import check
from attnlib.classroom.labels import LABELS, LANGUAGES, label, use_language

E = published.sat.q
SCORES = E @ E.T
THIRD = np.array([1, 1, 0]) @ published.cross.k.T


def scores_of(x):
    return x @ x.T / np.sqrt(x.shape[1])


def naive(scores):
    return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)


def changes_its_input(x):
    x *= 2
    return softmax(scores_of(x))


def raises(x):
    return x @ x


def silent_on_one_token(x):
    return softmax(scores_of(x)) if len(x) > 1 else None


def scaled_by(q, k, v, scale, axis=-1):
    weights = softmax(q @ k.T * scale, axis=axis)
    return weights @ v, weights


# (check, arguments, what it says: a label and the values in it)
ANSWERS = [
    (check.row_sums, [E @ E.T], "check-shape", dict(got=(4, 4), needed=(4,))),
    (check.row_sums, [published.sat.weights.sum(axis=1)], "check-right", {}),
    (check.row_sums, [[0.871, 0.871, 0.817, 1.440]], "check-right", {}),
    (check.row_sums, [published.sat.weights.sum(axis=0)], "mistake-column-sums", {}),
    (check.row_sums, [published.sat.weights.sum()], "mistake-total", {}),
    (check.row_sums, [...], "check-empty", {}),
    (check.row_sums, ["1,3005"], "check-not-numbers", dict(got="str")),
    (check.row_sums, [[[1], [1, 2]]], "check-not-numbers", dict(got="list")),
    (check.row_sums, [[0.87, 0.5, 0.82, 1.44]], "check-different", dict(place="[1]", got="0.5")),
    (check.row_sums, [[np.nan] * 4], "mistake-nan", {}),
    (check.sat_weights, [softmax(SCORES)], "check-right", {}),
    (check.sat_weights, [softmax(SCORES).round(3)], "check-right", {}),
    (check.sat_weights, [softmax(SCORES, axis=0)], "mistake-wrong-axis", {}),
    (check.sat_weights, [softmax(SCORES, axis=0) / softmax(SCORES, axis=0).sum(axis=1, keepdims=True)], "mistake-rows-divided", {}),
    (check.sat_weights, [SCORES], "mistake-scores", {}),
    (check.sat_weights, [softmax(SCORES / np.sqrt(3))], "mistake-scaled", {}),
    (check.sat_weights, [softmax(SCORES) @ E], "mistake-output", {}),
    (check.words_on_o, [3], "check-right", {}),
    (check.words_on_o, [1], "mistake-not-repaired", {}),
    (check.words_on_o, [2], "mistake-forgot-itself", {}),
    (check.words_on_o, [5], "check-other", {}),
    (check.words_on_o, [["O", "gato", "no"]], "check-not-numbers", dict(got="list")),
    (check.words_on_o, [[1, 2, 4]], "check-one-number", {}),
    (check.self_attention, [lambda x: softmax(scores_of(x))], "check-right", {}),
    (check.self_attention, [lambda x: softmax(scores_of(x)).tolist()], "check-right", {}),
    (check.self_attention, [lambda x: softmax(scores_of(x), axis=0)], "mistake-wrong-axis", {}),
    (check.self_attention, [lambda x: softmax(x @ x.T)], "mistake-no-scale", {}),
    (check.self_attention, [lambda x: softmax(x @ x.T / x.shape[1])], "mistake-scale-without-root", {}),
    (check.self_attention, [lambda x: softmax(x @ x.T / np.sqrt(len(x)))], "mistake-scale-by-tokens", {}),
    (check.self_attention, [scores_of], "mistake-scores", {}),
    (check.self_attention, [lambda x: softmax(scores_of(x)) @ x], "mistake-output", {}),
    (check.self_attention, [lambda x: naive(scores_of(x))], "mistake-nan", {}),
    (check.self_attention, [changes_its_input], "check-changes-input", {}),
    (check.self_attention, [silent_on_one_token], "check-nothing-returned", {}),
    (check.self_attention, [lambda x: ...], "check-no-return", {}),
    (check.self_attention, [lambda x: None], "check-no-return", {}),
    (check.self_attention, [...], "check-empty", {}),
    (check.self_attention, [3], "check-not-a-function", dict(got="int")),
    (check.third_weights, [softmax(THIRD)], "check-right", {}),
    (check.third_weights, [softmax(THIRD / np.sqrt(3))], "mistake-scaled", {}),
    (check.third_weights, [THIRD], "mistake-scores", {}),
    (check.third_weights, [THIRD / THIRD.sum()], "mistake-shares-of-scores", {}),
    (check.third_weights, [softmax(THIRD) @ published.cross.k], "mistake-output", {}),
    (check.cross_shapes, [(4, 6), (4, 5)], "check-right", {}),
    (check.cross_shapes, [(6, 4), (4, 5)], "mistake-shape-turned", {}),
    (check.cross_shapes, [(4, 8), (4, 5)], "mistake-shape-of-vectors", {}),
    (check.cross_shapes, [(4, 6), (6, 5)], "mistake-shape-per-key", {}),
    (check.cross_shapes, [(4, 6), (4, 8)], "mistake-shape-d-k", {}),
    (check.cross_shapes, [..., ...], "check-empty", {}),
    (check.cross_attention, [attention], "check-right", {}),
    (check.cross_attention, [lambda q, k, v: scaled_by(q, k, v, 1 / np.sqrt(k.shape[1]), axis=0)], "mistake-wrong-axis", {}),
    (check.cross_attention, [lambda q, k, v: scaled_by(q, k, v, 1)], "mistake-no-scale", {}),
    (check.cross_attention, [lambda q, k, v: scaled_by(q, k, v, 1 / np.sqrt(v.shape[1]))], "mistake-scale-by-d-v", {}),
    (check.cross_attention, [lambda q, k, v: scaled_by(q, k, v, 1 / np.sqrt(len(k)))], "mistake-scale-by-keys", {}),
    (check.cross_attention, [lambda q, k, v: attention(q, k, v)[::-1]], "mistake-output-first", {}),
    (check.cross_attention, [lambda q, k, v: attention(q, v, k)], "mistake-swapped-k-v", {}),
    (check.cross_attention, [lambda q, k, v: attention(q, k, v)[0]], "check-two-results", {}),
    (check.cross_attention, [lambda q, k, v: (naive(scores := q @ k.T / np.sqrt(k.shape[1])) @ v, naive(scores))], "mistake-nan", {}),
    (check.smallest_scale, [3], "check-right", {}),
    (check.smallest_scale, [2], "mistake-scale-below", {}),
    (check.smallest_scale, [-1], "mistake-scale-below", {}),
    (check.smallest_scale, [4], "mistake-scale-above", {}),
    (check.smallest_scale, [1000], "mistake-scale-above", {}),
    (check.smallest_scale, ["3"], "check-not-numbers", dict(got="str")),
]


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

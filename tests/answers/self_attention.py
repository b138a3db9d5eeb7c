"""Answers to the exercises of self-attention: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib import published, softmax
from attnlib.classroom import check

E = published.sat.q
SCORES = E @ E.T


def scores_of(x):
    return x @ x.T / np.sqrt(x.shape[1])


def naive(scores):
    return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)


def of_the_table(scores):
    return np.exp(scores) / np.exp(scores).sum()


def without_keepdims(scores):
    exps = np.exp(scores - scores.max())
    return exps / exps.sum(axis=1)


def changes_its_input(x):
    x *= 2
    return softmax(scores_of(x))


def raises(x):
    return x @ np.ones(7)


def silent_on_one_token(x):
    return softmax(scores_of(x)) if len(x) > 1 else None


X = np.array([[2, 0], [0, 2], [1, 1], [0, 3]])

ANSWERS = [
    (check.first_output, [softmax(X @ X[0]) @ X], "check-right", {}),
    (check.first_output, [(1.82, 0.19)], "check-right", {}),   # by hand: e⁴, 1, e², 1, two decimals
    (check.first_output, [softmax(X @ X[2]) @ X], "other-query", {}),
    (check.first_output, [softmax(X @ X[0] / np.sqrt(2)) @ X], "scaled", {}),
    (check.first_output, [X @ X[0]], "scores", {}),
    (check.first_output, [(X @ X[0]) @ X], "no-softmax", {}),
    (check.first_output, [softmax(X @ X[0])], "weights", {}),
    (check.first_output, [softmax(X @ X.T) @ X], "all-outputs", {}),
    (check.first_output, [[1.8221]], "check-shape", dict(got=(1,), needed=(2,))),
    (check.row_sums, [E @ E.T], "check-shape", dict(got=(4, 4), needed=(4,))),
    (check.row_sums, [published.sat.weights.sum(axis=1)], "check-right", {}),
    (check.row_sums, [[0.871, 0.871, 0.817, 1.440]], "check-right", {}),
    (check.row_sums, [published.sat.weights.sum(axis=0)], "column-sums", {}),
    (check.row_sums, [published.sat.weights.sum()], "total", {}),
    (check.row_sums, [...], "check-empty", {}),
    (check.row_sums, ["1,3005"], "check-not-numbers", dict(got="str")),
    (check.row_sums, [[[1], [1, 2]]], "check-ragged", {}),
    (check.row_sums, [[0.87, 0.5, 0.82, 1.44]], "check-different", dict(place="[1]", got="0.5")),
    (check.row_sums, [[np.nan] * 4], "check-nan", {}),
    (check.sat_weights, [softmax(SCORES)], "check-right", {}),
    (check.sat_weights, [softmax(SCORES).round(3)], "check-right", {}),
    (check.sat_weights, [softmax(SCORES, axis=0)], "columns-sum-to-one", {}),
    (check.sat_weights, [without_keepdims(SCORES)], "columns-sum-to-one", {}),   # the same: the scores are symmetric
    (check.sat_weights, [softmax(SCORES, axis=0) / softmax(SCORES, axis=0).sum(axis=1, keepdims=True)], "rows-divided", {}),
    (check.sat_weights, [of_the_table(SCORES)], "table-softmax", {}),
    (check.sat_weights, [SCORES], "scores", {}),
    (check.sat_weights, [softmax(SCORES / np.sqrt(3))], "scaled", {}),
    (check.sat_weights, [softmax(SCORES) @ E], "output", {}),
    (check.words_on_o, [3], "check-right", {}),
    (check.words_on_o, [1], "not-repaired", {}),
    (check.words_on_o, [2], "forgot-itself", {}),
    (check.words_on_o, [5], "check-other", {}),
    (check.words_on_o, [["O", "gato", "no"]], "check-not-numbers", dict(got="list[str]")),
    (check.words_on_o, [[1, 2, 4]], "check-one-number", {}),
    (check.self_attention, [lambda x: softmax(scores_of(x))], "check-right", {}),
    *((check.self_attention, [lambda x, way=way: way(scores_of(x))], "columns-sum-to-one", {})
      for way in (lambda scores: softmax(scores, axis=0), lambda scores: softmax(scores).T, without_keepdims)),
    (check.self_attention, [lambda x: of_the_table(scores_of(x))], "table-softmax", {}),
    (check.self_attention, [lambda x: softmax(x @ x.T)], "no-scale", {}),
    (check.self_attention, [lambda x: softmax(x @ x.T / x.shape[1])], "scale-without-root", {}),
    (check.self_attention, [lambda x: softmax(x @ x.T / np.sqrt(len(x)))], "scale-by-tokens", {}),
    (check.self_attention, [scores_of], "scores", {}),
    (check.self_attention, [lambda x: softmax(scores_of(x)) @ x], "output", {}),
    (check.self_attention, [lambda x: softmax(x @ x / np.sqrt(x.shape[1]))], "no-transpose", {}),
    (check.self_attention, [lambda x: naive(scores_of(x))], "overflow", {}),
    (check.self_attention, [lambda x: scores_of(x) * np.nan], "check-nan", {}),
    # a divisor that is d on the first input only
    *((check.self_attention, [lambda x, by=by: softmax(x @ x.T / by(x))], "check-different", dict(place="[0, 0]", got=got))
      for by, got in ((len, "0.3775"), (lambda x: 3, "0.4174"))),
    (check.self_attention, [changes_its_input], "check-changes-input", {}),
    (check.self_attention, [silent_on_one_token], "check-nothing-returned", {}),
    (check.self_attention, [lambda x: ...], "check-no-return", {}),
    (check.self_attention, [lambda x: None], "check-no-return", {}),
    (check.self_attention, [...], "check-empty", {}),
    (check.self_attention, [3], "check-not-a-function", dict(got="int")),
]

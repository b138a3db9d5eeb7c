"""Answers to the exercises of lesson 02: (check, arguments, what it says: a label and the values in it)."""

import numpy as np

from attnlib import softmax
from attnlib.classroom import check, variants

HUGE = np.array([1001.0, 1000, 1002])
NUMBER = "2026-0042"
MINE = variants.my_table(NUMBER)
WRONG = softmax(MINE, axis=0)


def naive(scores):
    return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)


def whole_maximum(scores):
    return naive(scores - scores.max())


def no_keepdims(scores):
    exps = np.exp(scores - scores.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1)


def no_keepdims_twice(scores):
    exps = np.exp(scores - scores.max(axis=1))
    return exps / exps.sum(axis=1)


ANSWERS = [
    (check.huge_shares, [softmax(HUGE)], "check-right", {}),
    (check.huge_shares, [[0.245, 0.09, 0.665]], "check-right", {}),
    (check.huge_shares, [HUGE / HUGE.sum()], "mistake-shares-of-scores", {}),
    (check.huge_shares, [[1 / 3, 1 / 3, 1 / 3]], "mistake-shares-of-scores", {}),
    (check.huge_shares, [(0, 0, 1)], "mistake-hard-choice", {}),
    (check.huge_shares, [[0.09, 0.665, 0.245]], "mistake-other-order", {}),
    (check.huge_shares, [HUGE], "mistake-scores", {}),
    (check.huge_shares, [[np.nan] * 3], "mistake-overflow", {}),
    (check.huge_shares, [...], "check-empty", {}),
    (check.unchanged_shares, [[1, 0, 0, 1]], "check-right", {}),
    (check.unchanged_shares, [[True, False, False, True]], "check-right", {}),
    (check.unchanged_shares, [[1, 1, 0, 1]], "mistake-unchanged-key", {}),
    (check.unchanged_shares, [[1, 0, 1, 1]], "mistake-unchanged-doubled", {}),
    (check.unchanged_shares, [[0, 0, 0, 1]], "mistake-unchanged-row", {}),
    (check.unchanged_shares, [[0, 1, 0, 1]], "mistake-unchanged-axis", {}),
    (check.unchanged_shares, [[0, 1, 1, 0]], "mistake-unchanged-swapped", {}),
    (check.unchanged_shares, [[1, 0, 0]], "check-shape", dict(got=(3,), needed=(4,))),
    (check.unchanged_shares, [...], "check-empty", {}),
    (check.stable_softmax, [softmax], "check-right", {}),
    (check.stable_softmax, [lambda x: softmax(x, axis=0)], "mistake-wrong-axis", {}),
    (check.stable_softmax, [no_keepdims], "mistake-no-keepdims", {}),
    (check.stable_softmax, [no_keepdims_twice], "mistake-no-keepdims", {}),
    (check.stable_softmax, [lambda x: np.exp(x - x.max(axis=1, keepdims=True))], "mistake-not-shared", {}),
    (check.stable_softmax, [whole_maximum], "mistake-whole-maximum", {}),
    (check.stable_softmax, [naive], "mistake-overflow", {}),
    (check.stable_softmax, [lambda x: naive(x - x.min(axis=1, keepdims=True))], "mistake-overflow", {}),
    (check.stable_softmax, [...], "check-empty", {}),
    (check.my_table, [softmax(MINE), NUMBER], "check-right", {}),
    (check.my_table, [softmax(MINE).round(3).tolist(), f" {NUMBER} "], "check-right", {}),
    (check.my_table, [softmax(variants.my_table()), ...], "check-right", {}),
    (check.my_table, [WRONG, NUMBER], "mistake-wrong-axis", {}),
    (check.my_table, [WRONG / WRONG.sum(axis=1, keepdims=True), NUMBER], "mistake-rows-divided", {}),
    (check.my_table, [WRONG.T, NUMBER], "mistake-table-turned", {}),
    (check.my_table, [softmax(MINE.T), NUMBER], "mistake-table-turned", {}),
    (check.my_table, [softmax(WRONG), NUMBER], "mistake-softmax-twice", {}),
    (check.my_table, [MINE, NUMBER], "mistake-scores", {}),
    (check.my_table, [softmax(variants.my_table()), NUMBER], "mistake-default-variant", {}),
    (check.my_table, [softmax(variants.my_table())], "check-right", {}),
    (check.my_table, [softmax(MINE).T, NUMBER], "check-shape", dict(got=(4, 3), needed=(3, 4))),
    (check.my_table, [..., ...], "check-empty", {}),
    (check.softmax_gradient, [lambda a, g: a * (g - a @ g)], "check-right", {}),
    (check.softmax_gradient, [lambda a, g: (np.diag(a) - np.outer(a, a)) @ g], "check-right", {}),
    (check.softmax_gradient, [lambda a, g: g * a * (1 - a)], "mistake-gradient-diagonal", {}),
    (check.softmax_gradient, [lambda a, g: a * (g - g.mean())], "mistake-gradient-plain-mean", {}),
    (check.softmax_gradient, [lambda a, g: g - a @ g], "mistake-gradient-not-weighed", {}),
    (check.softmax_gradient, [lambda a, g: a * (a @ g - g)], "mistake-gradient-sign", {}),
    (check.softmax_gradient, [lambda a, g: np.diag(a) - np.outer(a, a)], "mistake-gradient-table", {}),
    (check.softmax_gradient, [...], "check-empty", {}),
]

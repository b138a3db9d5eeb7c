"""Answers to the exercises of softmax: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib import softmax
from attnlib.classroom import check, variants

HUGE = np.array([1000.0, 1003, 1001])
SLOPES = softmax([0, 2, 1]) - [0, 0, 1]
NUMBER = "2026-0042"
MINE = variants.my_table(NUMBER)
WRONG = softmax(MINE, axis=0)


def naive(scores):
    return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)


def whole_maximum(scores):
    return naive(scores - scores.max())


def of_the_table(scores):
    return np.exp(scores - scores.max()) / np.exp(scores - scores.max()).sum()


def no_keepdims(scores):
    exps = np.exp(scores - scores.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1)


def no_keepdims_twice(scores):
    exps = np.exp(scores - scores.max(axis=1))
    return exps / exps.sum(axis=1)


ANSWERS = [
    (check.huge_shares, [softmax(HUGE)], "check-right", {}),
    (check.huge_shares, [[0.042, 0.844, 0.114]], "check-right", {}),
    (check.huge_shares, [HUGE / HUGE.sum()], "shares-of-scores", {}),
    (check.huge_shares, [[1 / 3, 1 / 3, 1 / 3]], "shares-of-scores", {}),
    (check.huge_shares, [(0, 1, 0)], "hard-choice", {}),
    (check.huge_shares, [[0.042, 0.114, 0.844]], "other-order", {}),
    (check.huge_shares, [[1, 20.086, 2.718]], "exponentials", {}),
    (check.huge_shares, [HUGE], "scores", {}),
    (check.huge_shares, [[np.nan] * 3], "overflow", {}),
    (check.huge_shares, [...], "check-empty", {}),
    (check.unchanged_shares, [[1, 0, 0, 1]], "check-right", {}),
    (check.unchanged_shares, [[True, False, False, True]], "check-right", {}),
    (check.unchanged_shares, [[1, 1, 0, 1]], "unchanged-key", {}),
    (check.unchanged_shares, [[1, 0, 1, 1]], "unchanged-doubled", {}),
    (check.unchanged_shares, [[0, 0, 0, 1]], "unchanged-row", {}),
    (check.unchanged_shares, [[0, 1, 0, 1]], "unchanged-axis", {}),
    (check.unchanged_shares, [[0, 1, 1, 0]], "unchanged-swapped", {}),
    (check.unchanged_shares, [[1, 0, 0]], "check-shape", dict(got=(3,), needed=(4,))),
    (check.unchanged_shares, [...], "check-empty", {}),
    (check.stable_softmax, [softmax], "check-right", {}),
    (check.stable_softmax, [lambda x: softmax(x, axis=0)], "wrong-axis", {}),
    (check.stable_softmax, [of_the_table], "table-softmax", {}),
    (check.stable_softmax, [no_keepdims], "no-keepdims", {}),
    (check.stable_softmax, [no_keepdims_twice], "no-keepdims", {}),
    (check.stable_softmax, [lambda x: np.exp(x - x.max(axis=1, keepdims=True))], "not-shared", {}),
    (check.stable_softmax, [whole_maximum], "whole-maximum", {}),
    (check.stable_softmax, [naive], "overflow", {}),
    (check.stable_softmax, [lambda x: naive(x - x.min(axis=1, keepdims=True))], "check-nan", {}),
    (check.stable_softmax, [...], "check-empty", {}),
    (check.my_table, [softmax(MINE), NUMBER], "check-right", {}),
    (check.my_table, [softmax(MINE).round(3).tolist(), f" {NUMBER} "], "check-right", {}),
    (check.my_table, [softmax(variants.my_table()), ...], "check-right", {}),
    (check.my_table, [WRONG, NUMBER], "wrong-axis", {}),
    (check.my_table, [WRONG / WRONG.sum(axis=1, keepdims=True), NUMBER], "rows-divided", {}),
    (check.my_table, [of_the_table(MINE), NUMBER], "table-softmax", {}),
    (check.my_table, [WRONG.T, NUMBER], "table-turned", {}),
    (check.my_table, [softmax(MINE.T), NUMBER], "table-turned", {}),
    (check.my_table, [softmax(WRONG), NUMBER], "softmax-twice", {}),
    (check.my_table, [MINE, NUMBER], "scores", {}),
    (check.my_table, [softmax(variants.my_table()), NUMBER], "default-variant", {}),
    (check.my_table, [softmax(variants.my_table())], "check-right", {}),
    (check.my_table, [softmax(MINE).T, NUMBER], "check-shape", dict(got=(4, 3), needed=(3, 4))),
    (check.my_table, [..., ...], "check-empty", {}),
    (check.loss_slopes, [SLOPES], "check-right", {}),
    (check.loss_slopes, [[0.09, 0.665, -0.755]], "check-right", {}),
    (check.loss_slopes, [-SLOPES], "slopes-sign", {}),
    (check.loss_slopes, [softmax([0, 2, 1])], "slopes-shares", {}),
    (check.loss_slopes, [[0.09, -0.335, 0.245]], "slopes-other-word", {}),
    (check.loss_slopes, [[-0.91, 0.665, 0.245]], "slopes-other-word", {}),
    (check.loss_slopes, [[0, 2, 0]], "slopes-scores", {}),
    (check.loss_slopes, [[2.408, 0.408, 1.408]], "slopes-loss", {}),
    (check.loss_slopes, [(0.09, 0.67, -0.76)], "check-rounded", {}),
    (check.loss_slopes, [1.408], "check-many-numbers", dict(needed=(3,))),
    (check.loss_slopes, [...], "check-empty", {}),
    (check.softmax_gradient, [lambda a, g: a * (g - a @ g)], "check-right", {}),
    (check.softmax_gradient, [lambda a, g: (np.diag(a) - np.outer(a, a)) @ g], "check-right", {}),
    (check.softmax_gradient, [lambda a, g: g * a * (1 - a)], "gradient-diagonal", {}),
    (check.softmax_gradient, [lambda a, g: a * (g - g.mean())], "gradient-plain-mean", {}),
    (check.softmax_gradient, [lambda a, g: g - a @ g], "gradient-not-weighed", {}),
    (check.softmax_gradient, [lambda a, g: a * (a @ g - g)], "gradient-sign", {}),
    (check.softmax_gradient, [lambda a, g: np.diag(a) - np.outer(a, a)], "gradient-table", {}),
    (check.softmax_gradient, [...], "check-empty", {}),
]

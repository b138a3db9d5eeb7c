"""Answers to the exercises of queries-keys-values: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib import softmax
from attnlib.classroom import check, variants

SCORES, VALUES = np.array([4, 2, 0]), np.array([[6, 0], [0, 6], [3, 3]])

NUMBER = "2026-0042"


def steps(q, k, v):
    return softmax(k @ q / 2) @ v


def naive(scores):
    return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)


def overflows(x, w_q, w_k, w_v):
    weights = naive(x @ w_q @ (x @ w_k).T / np.sqrt(w_k.shape[1]))
    return weights @ x @ w_v, weights


def weighing(weigh):
    def function(x, w_q, w_k, w_v):
        weights = weigh(x @ w_q @ (x @ w_k).T / np.sqrt(w_k.shape[1]))
        return weights @ x @ w_v, weights
    return function


def untransposed(x, w_q, w_k, w_v):
    weights = softmax(x @ w_q @ (x @ w_k) / np.sqrt(w_k.shape[1]))
    return weights @ x @ w_v, weights


def columns_with_columns(x, w_q, w_k, w_v):   # fits where there are as many tokens as numbers
    weights = softmax((x @ w_q).T @ (x @ w_k) / np.sqrt(w_k.shape[1]))
    return weights @ x @ w_v, weights


def projected(x, w_q, w_k, w_v):
    return attend(x @ w_q, x @ w_k, x @ w_v)


def attend(q, k, v, size=None, axis=-1):
    weights = softmax(q @ k.T / np.sqrt(k.shape[1] if size is None else size), axis=axis)
    return weights @ v, weights


ANSWERS = [
    (check.four_steps, [softmax(SCORES / 2) @ VALUES], "check-right", {}),
    (check.four_steps, [softmax(SCORES / 2)], "weights-only", {}),
    (check.four_steps, [SCORES / 2 @ VALUES], "no-softmax", {}),
    (check.four_steps, [softmax(SCORES) @ VALUES], "no-scale", {}),
    (check.four_steps, [softmax(SCORES / 4) @ VALUES], "scale-without-root", {}),
    (check.four_steps, [softmax(SCORES) @ VALUES / 2], "scale-late", {}),
    (check.four_steps, [softmax(SCORES / np.sqrt(3)) @ VALUES], "scale-by-keys", {}),
    (check.four_steps, [softmax(SCORES / np.sqrt(2)) @ VALUES], "scale-by-d-v", {}),
    (check.four_steps, [SCORES / 6 @ VALUES], "shares-of-scores", {}),
    (check.four_steps, [steps(*variants.four_steps(NUMBER)), NUMBER], "check-right", {}),
    *((check.four_steps, [steps(*variants.four_steps(number)).round(2), number], "check-right", {})
      for number in ("43", "46", "60")),   # by hand
    (check.four_steps, [steps(*variants.four_steps()), NUMBER], "default-variant", {}),
    (check.four_steps, [softmax(SCORES / 2) @ VALUES, ...], "check-right", {}),
    (check.projected_attention, [projected], "check-right", {}),
    (check.projected_attention, [untransposed], "no-transpose", {}),
    (check.projected_attention, [overflows], "overflow", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_q, x @ w_v, x.shape[1])], "both-faults", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: projected(x, w_q, w_q, w_v)], "one-matrix", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, len(w_k))], "scale-by-embedding", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, 1)], "no-scale", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, len(x))], "scale-by-tokens", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, w_v.shape[1])], "scale-by-d-v", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, axis=0)], "wrong-axis", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: projected(x, w_k, w_q, w_v)], "asks-with-keys", {}),
    (check.projected_attention, [weighing(lambda scores: softmax(scores.T))], "asks-with-keys", {}),   # as k @ q.T gives it
    (check.projected_attention, [columns_with_columns], "check-different", dict(place="weights[0, 0]", got="0.6507")),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x)], "values-not-projected", {}),
    (check.projected_attention, [weighing(lambda scores: softmax(scores / np.sqrt(1)))], "check-right", {}),
    (check.projected_attention, [weighing(lambda scores: np.exp(scores) / np.exp(scores).sum())], "table-softmax", {}),
    (check.projected_attention, [weighing(lambda scores: scores)], "no-softmax", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, w_k.shape[1] ** 2)],
     "scale-without-root", {}),
    (check.projected_attention, [lambda *given: projected(*given)[::-1]], "output-first", {}),
    (check.scale_divisor, [8], "check-right", {}),
    (check.scale_divisor, [32], "scale-by-model", {}),
    (check.scale_divisor, [4], "scale-by-heads", {}),
    (check.scale_divisor, [64], "scale-without-root", {}),
    (check.scale_divisor, [16], "heads-not-size", {}),
    (check.verb_query, [[2, 1]], "check-right", {}),
    (check.verb_query, [[2, 0]], "query-unchanged", {}),
    (check.verb_query, [[0, 3]], "query-of-milk", {}),
    (check.verb_query, [[0, 1]], "row-alone", {}),
    (check.verb_query, [[1, 1]], "rows-unweighted", {}),
    (check.verb_query, [[1, 2]], "query-swapped", {}),
    (check.same_weights, [[1, 1, 0, 1]], "check-right", {}),
    (check.same_weights, [[0, 0, 1, 0]], "same-turned", {}),
    (check.same_weights, [[1, 0, 0, 1]], "keys-shifted", {}),
    (check.same_weights, [[1, 1, 1, 1]], "queries-shifted", {}),
    (check.same_weights, [[1, 0, 1, 1]], "shifts-swapped", {}),
    (check.same_weights, [[0, 1, 0, 1]], "scale-moved-over", {}),
    (check.same_weights, [[1, 1, 0, 0]], "values-in-weights", {}),
]

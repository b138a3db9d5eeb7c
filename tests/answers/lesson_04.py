"""Answers to the exercises of lesson 04: (check, arguments, what it says: a label and the values in it)."""

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


def untransposed(x, w_q, w_k, w_v):
    weights = softmax(x @ w_q @ (x @ w_k) / np.sqrt(w_k.shape[1]))
    return weights @ x @ w_v, weights


def projected(x, w_q, w_k, w_v):
    return attend(x @ w_q, x @ w_k, x @ w_v)


def attend(q, k, v, size=None, axis=-1):
    weights = softmax(q @ k.T / np.sqrt(k.shape[1] if size is None else size), axis=axis)
    return weights @ v, weights


ANSWERS = [
    (check.four_steps, [softmax(SCORES / 2) @ VALUES], "check-right", {}),
    (check.four_steps, [softmax(SCORES / 2)], "mistake-weights-only", {}),
    (check.four_steps, [softmax(SCORES) @ VALUES], "mistake-no-scale", {}),
    (check.four_steps, [softmax(SCORES / 4) @ VALUES], "mistake-scale-without-root", {}),
    (check.four_steps, [softmax(SCORES) @ VALUES / 2], "mistake-scale-late", {}),
    (check.four_steps, [softmax(SCORES / np.sqrt(3)) @ VALUES], "mistake-scale-by-keys", {}),
    (check.four_steps, [softmax(SCORES / np.sqrt(2)) @ VALUES], "mistake-scale-by-d-v", {}),
    (check.four_steps, [SCORES / 6 @ VALUES], "mistake-shares-of-scores", {}),
    (check.four_steps, [steps(*variants.four_steps(NUMBER)), NUMBER], "check-right", {}),
    (check.four_steps, [steps(*variants.four_steps()), NUMBER], "mistake-default-variant", {}),
    (check.four_steps, [softmax(SCORES / 2) @ VALUES, ...], "check-right", {}),
    (check.projected_attention, [projected], "check-right", {}),
    (check.projected_attention, [untransposed], "mistake-no-transpose", {}),
    (check.projected_attention, [overflows], "mistake-overflow", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_q, x @ w_v, x.shape[1])], "mistake-both-faults", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: projected(x, w_q, w_q, w_v)], "mistake-one-matrix", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, x.shape[1])], "mistake-scale-by-embedding", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, 1)], "mistake-no-scale", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, len(x))], "mistake-scale-by-tokens", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, w_v.shape[1])], "mistake-scale-by-d-v", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, axis=0)], "mistake-wrong-axis", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: projected(x, w_k, w_q, w_v)], "mistake-asks-with-keys", {}),
    (check.projected_attention, [lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x)], "mistake-values-not-projected", {}),
    (check.projected_attention, [lambda *given: projected(*given)[::-1]], "mistake-output-first", {}),
    (check.scale_divisor, [8], "check-right", {}),
    (check.scale_divisor, [32], "mistake-scale-by-model", {}),
    (check.scale_divisor, [4], "mistake-scale-by-heads", {}),
    (check.scale_divisor, [64], "mistake-scale-without-root", {}),
    (check.scale_divisor, [16], "mistake-heads-not-size", {}),
    (check.verb_seeks, [[0, 8, 0, 0]], "check-right", {}),
    (check.verb_seeks, [[0, 0, 0, 0]], "mistake-seeks-nothing", {}),
    (check.verb_seeks, [[8, 8, 8, 8]], "mistake-seeks-everyone", {}),
    (check.verb_seeks, [[0, 0, 8, 0]], "mistake-seeks-itself", {}),
    (check.verb_seeks, [[8, 0, 0, 8]], "mistake-seeks-who-asks", {}),
    (check.verb_seeks, [[0, 1, 0, 0]], "mistake-seeks-softly", {}),
    (check.same_weights, [[1, 1, 0, 1]], "check-right", {}),
    (check.same_weights, [[0, 0, 1, 0]], "mistake-same-turned", {}),
    (check.same_weights, [[1, 0, 0, 1]], "mistake-keys-shifted", {}),
    (check.same_weights, [[1, 1, 1, 1]], "mistake-queries-shifted", {}),
    (check.same_weights, [[1, 0, 1, 1]], "mistake-shifts-swapped", {}),
    (check.same_weights, [[0, 1, 0, 1]], "mistake-scale-moved-over", {}),
    (check.same_weights, [[1, 1, 0, 0]], "mistake-values-in-weights", {}),
]

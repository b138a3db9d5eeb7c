"""Answers to the exercises of cross-attention: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib import attention, published, softmax
from attnlib.classroom import check, variants

THIRD = np.array([1, 1, 0]) @ published.cross.k.T
NUMBER = "2026-0042"


def naive(scores):
    return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)


def of_the_table(scores):
    return np.exp(scores) / np.exp(scores).sum()


def untransposed(q, k, v):
    weights = softmax(q @ k / np.sqrt(q.shape[1]))
    return weights @ v, weights


def overflows(q, k, v):
    weights = naive(q @ k.T / np.sqrt(k.shape[1]))
    return weights @ v, weights


def weighed(q, k, v, weigh):
    weights = weigh(q @ k.T / np.sqrt(k.shape[1]))
    return weights @ v, weights


def scaled_by(q, k, v, scale, axis=-1):
    weights = softmax(q @ k.T * scale, axis=axis)
    return weights @ v, weights


ANSWERS = [
    (check.third_weights, [softmax(THIRD)], "check-right", {}),
    (check.third_weights, [(0.16, 0.42, 0.42)], "check-right", {}),   # by hand
    (check.third_weights, [(0.17, 0.42, 0.42)], "check-different", dict(place="[0]", got="0.17")),
    (check.third_weights, [softmax(THIRD / np.sqrt(3))], "scaled", {}),
    (check.third_weights, [THIRD], "scores", {}),
    (check.third_weights, [THIRD / THIRD.sum()], "shares-of-scores", {}),
    (check.third_weights, [softmax(THIRD) @ published.cross.k], "output", {}),
    (check.third_weights, [softmax(variants.third_weights(NUMBER) @ published.cross.k.T), NUMBER], "check-right", {}),
    (check.third_weights, [softmax(THIRD), NUMBER], "default-variant", {}),
    (check.cross_shapes, [(4, 6), (4, 5)], "check-right", {}),
    (check.cross_shapes, [(6, 4), (4, 5)], "shape-turned", {}),
    (check.cross_shapes, [(4, 8), (4, 5)], "shape-of-vectors", {}),
    (check.cross_shapes, [(4, 6), (6, 5)], "shape-per-key", {}),
    (check.cross_shapes, [(4, 6), (4, 8)], "shape-d-k", {}),
    (check.cross_shapes, [..., ...], "check-empty", {}),
    (check.cross_attention, [attention], "check-right", {}),
    (check.cross_attention, [lambda q, k, v: scaled_by(q, k, v, 1 / np.sqrt(k.shape[1]), axis=0)], "wrong-axis", {}),
    (check.cross_attention, [lambda q, k, v: weighed(q, k, v, of_the_table)], "table-softmax", {}),
    (check.cross_attention, [lambda q, k, v: weighed(q, k, v, lambda scores: scores)], "no-softmax", {}),
    (check.cross_attention, [lambda q, k, v: scaled_by(q, k, v, 1)], "no-scale", {}),
    (check.cross_attention, [lambda q, k, v: scaled_by(q, k, v, 1 / k.shape[1])], "scale-without-root", {}),
    (check.cross_attention, [lambda q, k, v: scaled_by(q, k, v, 1 / np.sqrt(v.shape[1]))], "scale-by-d-v", {}),
    (check.cross_attention, [lambda q, k, v: scaled_by(q, k, v, 1 / np.sqrt(len(k)))], "scale-by-keys", {}),
    (check.cross_attention, [lambda q, k, v: attention(q, k, v)[::-1]], "output-first", {}),
    (check.cross_attention, [lambda q, k, v: attention(q, v, k)], "swapped-k-v", {}),
    (check.cross_attention, [untransposed], "no-transpose", {}),
    (check.cross_attention, [lambda q, k, v: attention(q, k, v)[0]], "check-results", dict(names="output, weights")),
    (check.cross_attention, [lambda q, k, v: (attention(q, k, v)[0],) * 2], "check-shape-of",
     dict(name="weights", got=(1, 2), needed=(1, 1))),
    (check.cross_attention, [overflows], "overflow", {}),
    (check.smallest_scale, [3], "check-right", {}),
    (check.smallest_scale, [2], "scale-below", {}),
    (check.smallest_scale, [-1], "scale-below", {}),
    (check.smallest_scale, [4], "scale-above", {}),
    (check.smallest_scale, [1000], "scale-above", {}),
    (check.smallest_scale, [2.29], "scale-below", {}),
    (check.smallest_scale, [2.31], "scale-not-whole", {}),
    (check.smallest_scale, [3.5], "scale-not-whole", {}),
    (check.smallest_scale, [np.inf], "scale-not-whole", {}),
    (check.smallest_scale, ["3"], "check-not-numbers", dict(got="str")),
]

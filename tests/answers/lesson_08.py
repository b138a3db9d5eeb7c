"""Answers to the exercises of lesson 08: (check, arguments, what it says: a label and the values in it)."""

import numpy as np

from attnlib import attention, published, softmax
from attnlib.classroom import check, variants

THIRD = np.array([1, 1, 0]) @ published.cross.k.T
NUMBER = "2026-0042"


def naive(scores):
    return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)


def scaled_by(q, k, v, scale, axis=-1):
    weights = softmax(q @ k.T * scale, axis=axis)
    return weights @ v, weights


ANSWERS = [
    (check.third_weights, [softmax(THIRD)], "check-right", {}),
    (check.third_weights, [softmax(THIRD / np.sqrt(3))], "mistake-scaled", {}),
    (check.third_weights, [THIRD], "mistake-scores", {}),
    (check.third_weights, [THIRD / THIRD.sum()], "mistake-shares-of-scores", {}),
    (check.third_weights, [softmax(THIRD) @ published.cross.k], "mistake-output", {}),
    (check.third_weights, [softmax(variants.third_weights(NUMBER) @ published.cross.k.T), NUMBER], "check-right", {}),
    (check.third_weights, [softmax(THIRD), NUMBER], "mistake-default-variant", {}),
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
    (check.cross_attention, [lambda q, k, v: (softmax(q @ k / np.sqrt(q.shape[1])) @ v, softmax(q @ k / np.sqrt(q.shape[1])))], "mistake-no-transpose", {}),
    (check.cross_attention, [lambda q, k, v: attention(q, k, v)[0]], "check-two-results", {}),
    (check.cross_attention, [lambda q, k, v: (naive(scores := q @ k.T / np.sqrt(k.shape[1])) @ v, naive(scores))], "mistake-overflow", {}),
    (check.smallest_scale, [3], "check-right", {}),
    (check.smallest_scale, [2], "mistake-scale-below", {}),
    (check.smallest_scale, [-1], "mistake-scale-below", {}),
    (check.smallest_scale, [4], "mistake-scale-above", {}),
    (check.smallest_scale, [1000], "mistake-scale-above", {}),
    (check.smallest_scale, ["3"], "check-not-numbers", dict(got="str")),
]

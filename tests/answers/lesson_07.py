"""Answers to the exercises of lesson 07: (check, arguments, what it says: a label and the values in it)."""

import numpy as np

from attnlib import attention, causal_mask, future_leak, softmax
from attnlib.classroom import check, variants

SCORES, SEEN = np.array([-2, -2, -8, -8]), np.array([1, 1, 0, 0])
LEAKED = softmax(SCORES * SEEN)
NUMBER = "2026-0042"


def scores(x):
    return x @ x.T / np.sqrt(x.shape[1])


def mixed(weights, x):
    return weights @ x, weights


def naive(scores):
    exps = np.exp(scores - scores.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1, keepdims=True)


def right(x):
    return attention(x, x, x, causal_mask(len(x)))


def hiding(mask, hidden=-np.inf, axis=-1):
    return lambda x: mixed(softmax(np.where(mask(len(x)), scores(x), hidden), axis=axis), x)


def zero_times_infinity(share):
    return lambda x: mixed(share(scores(x) + (1 - np.tri(len(x))) * -np.inf), x)


def masked(weigh):
    """Output and weights, from a function of the scores and the mask."""
    return lambda q, k, v, mask: mixed(weigh(q @ k.T / np.sqrt(k.shape[1]), mask), v)


def row_of_nothing(scores, mask):
    return np.where(mask.any(axis=1, keepdims=True), softmax(np.where(mask, scores, -np.inf)), 0)


def renormalised(scores, mask):
    weights = softmax(scores) * mask
    return weights / weights.sum(axis=1, keepdims=True)


def guarded(scores, mask, peak=None):
    exps = np.where(mask, np.exp(scores - (scores.max(axis=1, keepdims=True) if peak is None else peak)), 0)
    total = exps.sum(axis=1, keepdims=True)
    return exps / np.where(total == 0, 1, total)


def without_future(n):
    return np.tri(n, k=-1) == 1


LEAKY = [hiding(causal_mask, -1e9), hiding(without_future), hiding(causal_mask, axis=0),
         lambda x: right(x)[0] - right(x)[0].mean(axis=0)]
X = np.random.default_rng(1).normal(size=(5, 4))

ANSWERS = [
    (check.described_mask, [causal_mask(3)], "check-right", {}),
    (check.described_mask, [[[1, 0, 0], [1, 1, 0], [1, 1, 1]]], "check-right", {}),
    (check.described_mask, [[[True, False, False], [True, True, False], [True, True, True]]], "check-right", {}),
    (check.described_mask, [[1, 1, 0]], "mistake-key-mask", {}),
    (check.described_mask, [[[1, 1, 0]] * 3], "mistake-key-mask", {}),
    (check.described_mask, [~causal_mask(3)], "mistake-causal-inverted", {}),
    (check.described_mask, [causal_mask(3).T], "mistake-causal-transposed", {}),
    (check.described_mask, [np.tri(3, k=-1)], "mistake-diagonal-hidden", {}),
    (check.described_mask, [np.ones((3, 3), bool)], "mistake-no-mask", {}),
    (check.described_mask, [np.where(causal_mask(3), 0, -1e9)], "mistake-mask-not-boolean", {}),
    (check.described_mask, [np.where(causal_mask(3), 0, -np.inf)], "mistake-mask-not-boolean", {}),
    (check.described_mask, [np.eye(4)], "check-shape", dict(got=(4, 4), needed=(3, 3))),
    (check.described_mask, [[[1], [1, 1]]], "check-not-numbers", dict(got="list")),
    (check.described_mask, [...], "check-empty", {}),
    (check.hidden_cells, [190], "check-right", {}),
    (check.hidden_cells, [200], "mistake-half-hidden", {}),
    (check.hidden_cells, [210], "mistake-cells-allowed", {}),
    (check.hidden_cells, [380], "mistake-both-triangles", {}),
    (check.hidden_cells, [0.475], "mistake-cells-share", {}),
    (check.hidden_cells, [191], "check-other", {}),
    (check.hidden_cells, [...], "check-empty", {}),
    (check.leaked_share, [LEAKED[2:].sum()], "check-right", {}),
    (check.leaked_share, [0.881], "check-right", {}),
    (check.leaked_share, [0], "mistake-leak-zero", {}),
    (check.leaked_share, [softmax(SCORES)[2:].sum()], "mistake-leak-unmasked", {}),
    (check.leaked_share, [LEAKED[2]], "mistake-leak-one-key", {}),
    (check.leaked_share, [LEAKED[:2].sum()], "mistake-leak-visible", {}),
    (check.leaked_share, [softmax(variants.leaked_share(NUMBER) * SEEN)[2:].sum(), NUMBER], "check-right", {}),
    (check.leaked_share, [LEAKED[2:].sum(), NUMBER], "mistake-default-variant", {}),
    (check.leaked_share, [LEAKED], "check-one-number", {}),
    (check.leaked_share, [...], "check-empty", {}),
    (check.leaky_ways, [[int(future_leak(way, X) is not None) for way in LEAKY]], "check-right", {}),
    (check.leaky_ways, [[False, False, True, True]], "check-right", {}),
    (check.leaky_ways, [[1, 0, 1, 1]], "mistake-leaks-large-number", {}),
    (check.leaky_ways, [[0, 1, 1, 1]], "mistake-leaks-diagonal", {}),
    (check.leaky_ways, [[0, 0, 0, 1]], "mistake-leaks-axis", {}),
    (check.leaky_ways, [[0, 0, 1, 0]], "mistake-leaks-after", {}),
    (check.leaky_ways, [[0, 0, 0, 0]], "mistake-leaks-nowhere", {}),
    (check.leaky_ways, [[1, 1, 0, 0]], "mistake-leaks-swapped", {}),
    (check.leaky_ways, [...], "check-empty", {}),
    (check.causal_attention, [right], "check-right", {}),
    (check.causal_attention, [hiding(causal_mask, -1e9)], "check-right", {}),
    (check.causal_attention, [lambda x: attention(x, x, x)], "mistake-no-mask", {}),
    (check.causal_attention, [lambda x: mixed(softmax(scores(x) * np.tri(len(x))), x)], "mistake-mask-times-zero", {}),
    (check.causal_attention, [lambda x: mixed(softmax(scores(x) + np.tri(len(x))), x)], "mistake-mask-added", {}),
    (check.causal_attention, [lambda x: mixed(softmax(scores(x)) * np.tri(len(x)), x)], "mistake-zero-after", {}),
    (check.causal_attention, [zero_times_infinity(naive)], "mistake-zero-times-infinity", {}),
    (check.causal_attention, [zero_times_infinity(softmax)], "mistake-zero-times-infinity", {}),
    (check.causal_attention, [hiding(lambda n: ~causal_mask(n))], "mistake-causal-inverted", {}),
    (check.causal_attention, [hiding(lambda n: np.where(causal_mask(n), 0, -np.inf))], "mistake-causal-inverted", {}),
    (check.causal_attention, [hiding(lambda n: causal_mask(n).T)], "mistake-causal-transposed", {}),
    (check.causal_attention, [hiding(without_future)], "mistake-diagonal-hidden", {}),
    (check.causal_attention, [lambda x: mixed(naive(np.where(without_future(len(x)), scores(x), -np.inf)), x)], "mistake-row-with-nothing", {}),
    (check.causal_attention, [hiding(lambda n: np.arange(n) < n - 1)], "mistake-key-mask", {}),
    (check.causal_attention, [lambda x: attention(x, x, x, np.tri(len(x)))], "mistake-mask-not-boolean", {}),
    (check.causal_attention, [hiding(causal_mask, axis=0)], "mistake-wrong-axis", {}),
    (check.causal_attention, [lambda x: attention(x, x, x, causal_mask(len(x)), scale=1)], "mistake-no-scale", {}),
    (check.causal_attention, [lambda x: mixed(softmax(np.where(causal_mask(len(x)), x @ x / np.sqrt(x.shape[1]), -np.inf)), x)], "mistake-no-transpose", {}),
    (check.causal_attention, [lambda x: right(x)[::-1]], "mistake-output-first", {}),
    (check.causal_attention, [lambda x: right(x)[0]], "check-two-results", {}),
    (check.causal_attention, [hiding(lambda n: np.tri(n, k=1) == 1)], "mistake-future-leak", dict(place=0)),
    (check.causal_attention, [hiding(causal_mask, -3)], "mistake-future-leak", dict(place=0)),
    (check.causal_attention, [lambda x: mixed(np.exp(s := np.where(causal_mask(len(x)), scores(x), -np.inf))
                                              / np.exp(s).sum(axis=1, keepdims=True), x)], "mistake-overflow", {}),
    (check.causal_attention, [...], "check-empty", {}),
    (check.masked_attention, [attention], "check-right", {}),
    (check.masked_attention, [masked(row_of_nothing)], "check-right", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(np.where(mask, s, -1e9)) * mask)], "check-right", {}),
    (check.masked_attention, [masked(lambda s, mask: naive(np.where(mask, s, -np.inf)))], "mistake-row-nan", {}),
    (check.masked_attention, [masked(renormalised)], "mistake-row-nan", {}),
    (check.masked_attention, [masked(lambda s, mask: naive(np.where(mask, s, -1e9)))], "mistake-row-uniform", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(s))], "mistake-no-mask", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(s * mask))], "mistake-mask-times-zero", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(s + mask))], "mistake-mask-added", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(s) * mask)], "mistake-zero-after", {}),
    (check.masked_attention, [lambda q, k, v, mask: attention(q, k, v, ~mask)], "mistake-causal-inverted", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(np.where(mask, s, -np.inf), axis=0))], "mistake-wrong-axis", {}),
    (check.masked_attention, [lambda q, k, v, mask: attention(q, k, v, mask, scale=1)], "mistake-no-scale", {}),
    (check.masked_attention, [masked(guarded)], "mistake-peak-of-hidden", {}),
    (check.masked_attention, [masked(lambda s, mask: guarded(s, mask, 0))], "mistake-overflow", {}),
    (check.masked_attention, [lambda *given: attention(*given)[::-1]], "mistake-output-first", {}),
    (check.masked_attention, [lambda q, k, v, mask: attention(q, k, v, np.where(mask, 0, -np.inf))], "mistake-mask-not-boolean", {}),
    (check.masked_attention, [lambda q, k, v, mask: attention(q, k, v, mask.astype(float))], "mistake-mask-not-boolean", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(s + (1 - mask) * -np.inf))], "mistake-zero-times-infinity", {}),
]

"""Answers to the exercises of masks: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib import attention, causal_mask, future_leak, softmax
from attnlib.classroom import check


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


def weighing(weigh):
    """Output and weights, from a function of the scores and of what a causal mask shows."""
    return lambda x: mixed(weigh(scores(x), causal_mask(len(x))), x)


def of_the_table(scores):
    return np.exp(scores) / np.exp(scores).sum()


def added(number):
    return lambda scores, seen: softmax(scores + np.where(seen, 0, number))


def without_future(n):
    return np.tri(n, k=-1) == 1


def hidden_diagonal(x):
    return mixed(naive(np.where(without_future(len(x)), scores(x), -np.inf)), x)


def nan_in_the_last_row(x):
    output, weights = right(x)
    weights[-1] *= np.nan
    return output, weights


def untransposed(x):
    return mixed(softmax(np.where(causal_mask(len(x)), x @ x / np.sqrt(x.shape[1]), -np.inf)), x)


LEAKY = [hiding(causal_mask, -1e9), hiding(without_future), hiding(causal_mask, axis=0),
         lambda x: right(x)[0] - right(x)[0].mean(axis=0)]
X = np.random.default_rng(1).normal(size=(5, 4))

ANSWERS = [
    (check.described_mask, [causal_mask(3)], "check-right", {}),
    (check.described_mask, [[[1, 0, 0], [1, 1, 0], [1, 1, 1]]], "check-right", {}),
    (check.described_mask, [[[True, False, False], [True, True, False], [True, True, True]]], "check-right", {}),
    (check.described_mask, [[1, 1, 0]], "key-mask", {}),
    (check.described_mask, [[[1, 1, 0]] * 3], "key-mask", {}),
    (check.described_mask, [~causal_mask(3)], "causal-inverted", {}),
    (check.described_mask, [causal_mask(3).T], "causal-transposed", {}),
    (check.described_mask, [np.tri(3, k=-1)], "diagonal-hidden", {}),
    (check.described_mask, [np.ones((3, 3), bool)], "no-mask", {}),
    (check.described_mask, [np.where(causal_mask(3), 0, -1e9)], "mask-not-boolean", {}),
    (check.described_mask, [np.where(causal_mask(3), 0, -np.inf)], "mask-not-boolean", {}),
    (check.described_mask, [np.eye(4)], "check-shape", dict(got=(4, 4), needed=(3, 3))),
    (check.described_mask, [[[1], [1, 1]]], "check-ragged", {}),
    (check.described_mask, [...], "check-empty", {}),
    (check.prefix_mask, [causal_mask(5) | (np.arange(5) < 3)], "check-right", {}),
    (check.prefix_mask, [[[1, 1, 1, 0, 0]] * 3 + [[1, 1, 1, 1, 0], [1] * 5]], "check-right", {}),
    (check.prefix_mask, [causal_mask(5)], "prefix-causal", {}),
    (check.prefix_mask, [[[1, 1, 1, 0, 0]] * 3 + [[0, 0, 0, 1, 0], [0, 0, 0, 1, 1]]], "prefix-alone", {}),
    (check.prefix_mask, [[[1, 1, 1, 0, 0]] * 5], "prefix-padding", {}),
    (check.prefix_mask, [causal_mask(5) & (np.arange(5) < 3)], "prefix-both", {}),
    (check.prefix_mask, [~(causal_mask(5) | (np.arange(5) < 3))], "causal-inverted", {}),
    (check.prefix_mask, [(causal_mask(5) | (np.arange(5) < 3)).T], "prefix-turned", {}),
    (check.prefix_mask, [np.ones((5, 5), bool)], "no-mask", {}),
    (check.prefix_mask, [np.arange(5) < 3], "check-shape", dict(got=(5,), needed=(5, 5))),
    (check.prefix_mask, [...], "check-empty", {}),
    (check.leaky_ways, [[int(future_leak(way, X) is not None) for way in LEAKY]], "check-right", {}),
    (check.leaky_ways, [[False, False, True, True]], "check-right", {}),
    (check.leaky_ways, [[1, 0, 1, 1]], "leaks-large-number", {}),
    (check.leaky_ways, [[0, 1, 1, 1]], "leaks-diagonal", {}),
    (check.leaky_ways, [[0, 0, 0, 1]], "leaks-axis", {}),
    (check.leaky_ways, [[0, 0, 1, 0]], "leaks-after", {}),
    (check.leaky_ways, [[0, 0, 0, 0]], "leaks-nowhere", {}),
    (check.leaky_ways, [[1, 1, 0, 0]], "leaks-swapped", {}),
    (check.leaky_ways, [...], "check-empty", {}),
    (check.causal_attention, [right], "check-right", {}),
    (check.causal_attention, [hiding(causal_mask, -1e9)], "check-right", {}),
    (check.causal_attention, [lambda x: attention(x, x, x)], "no-mask", {}),
    (check.causal_attention, [lambda x: mixed(softmax(scores(x) * np.tri(len(x))), x)], "mask-times-zero", {}),
    (check.causal_attention, [lambda x: mixed(softmax(scores(x) + np.tri(len(x))), x)], "mask-added", {}),
    (check.causal_attention, [lambda x: mixed(softmax(scores(x)) * np.tri(len(x)), x)], "zero-after", {}),
    (check.causal_attention, [zero_times_infinity(naive)], "zero-times-infinity", {}),
    (check.causal_attention, [zero_times_infinity(softmax)], "zero-times-infinity", {}),
    (check.causal_attention, [hiding(causal_mask, np.inf)], "plus-infinity", {}),
    (check.causal_attention, [weighing(lambda s, seen: softmax(-np.where(seen, s, -np.inf)))], "plus-infinity", {}),
    (check.causal_attention, [lambda x: attention(np.where(np.tri(*x.shape) == 1, x, -np.inf), x, x)], "check-raises", dict(
        shapes="(3, 3)", error="ValueError: q holds NaN or infinity, and needs finite numbers")),
    (check.causal_attention, [hiding(lambda n: ~causal_mask(n))], "causal-inverted", {}),
    (check.causal_attention, [hiding(lambda n: np.where(causal_mask(n), 0, -np.inf))], "causal-inverted", {}),
    (check.causal_attention, [hiding(lambda n: causal_mask(n).T)], "causal-transposed", {}),
    (check.causal_attention, [hiding(without_future)], "diagonal-hidden", {}),
    (check.causal_attention, [hidden_diagonal], "row-with-nothing", {}),
    (check.causal_attention, [nan_in_the_last_row], "check-nan", {}),   # its diagonal is free
    (check.causal_attention, [hiding(causal_mask, 0)], "mask-times-zero", {}),
    (check.causal_attention, [hiding(lambda n: np.arange(n) < n - 1)], "key-mask", {}),
    (check.causal_attention, [lambda x: attention(x, x, x, np.tri(len(x)))], "mask-not-boolean", {}),
    (check.causal_attention, [hiding(causal_mask, axis=0)], "wrong-axis", {}),
    (check.causal_attention, [lambda x: attention(x, x, x, causal_mask(len(x)), scale=1)], "no-scale", {}),
    (check.causal_attention, [untransposed], "no-transpose", {}),
    (check.causal_attention, [lambda x: attention(x, x, x, causal_mask(len(x)), scale=1 / x.shape[1])], "scale-without-root", {}),
    (check.causal_attention, [weighing(lambda s, seen: of_the_table(np.where(seen, s, -np.inf)))], "table-softmax", {}),
    (check.causal_attention, [weighing(lambda s, seen: np.where(seen, s, -np.inf))], "no-softmax", {}),
    (check.causal_attention, [weighing(renormalised)], "peak-of-hidden", {}),
    (check.causal_attention, [lambda x: right(x)[::-1]], "output-first", {}),
    (check.causal_attention, [lambda x: right(x)[0]], "check-results", dict(names="output, weights")),
    (check.causal_attention, [hiding(lambda n: np.tri(n, k=1) == 1)], "future-leak", dict(place=0)),
    (check.causal_attention, [hiding(causal_mask, -3)], "future-leak", dict(place=0)),
    *((check.causal_attention, [weighing(added(number))], "future-leak", dict(place=0)) for number in (-10, -20, -1e4)),
    (check.causal_attention, [weighing(added(-1e9))], "check-right", {}),
    (check.causal_attention, [lambda x: mixed(np.exp(s := np.where(causal_mask(len(x)), scores(x), -np.inf))
                                              / np.exp(s).sum(axis=1, keepdims=True), x)], "overflow", {}),
    (check.causal_attention, [...], "check-empty", {}),
    (check.masked_attention, [attention], "check-right", {}),
    (check.masked_attention, [masked(row_of_nothing)], "check-right", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(np.where(mask, s, -1e9)) * mask)], "check-right", {}),
    (check.masked_attention, [masked(lambda s, mask: naive(np.where(mask, s, -np.inf)))], "row-nan", {}),
    (check.masked_attention, [masked(renormalised)], "row-nan", {}),
    (check.masked_attention, [masked(lambda s, mask: naive(np.where(mask, s, -1e9)))], "row-uniform", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(s))], "no-mask", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(s * mask))], "mask-times-zero", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(s + mask))], "mask-added", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(s) * mask)], "zero-after", {}),
    (check.masked_attention, [lambda q, k, v, mask: attention(q, k, v, ~mask)], "causal-inverted", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(np.where(mask, s, -np.inf), axis=0))], "wrong-axis", {}),
    (check.masked_attention, [lambda q, k, v, mask: attention(q, k, v, mask, scale=1)], "no-scale", {}),
    (check.masked_attention, [lambda q, k, v, mask: attention(q, k, v, mask, scale=1 / k.shape[1])], "scale-without-root", {}),
    (check.masked_attention, [masked(lambda s, mask: of_the_table(np.where(mask, s, -np.inf)))], "table-softmax", {}),
    (check.masked_attention, [masked(lambda s, mask: np.where(mask, s, -np.inf))], "no-softmax", {}),
    (check.masked_attention, [masked(guarded)], "peak-of-hidden", {}),
    *((check.masked_attention, [masked(lambda s, mask, number=number: mask.any(axis=1, keepdims=True) * added(number)(s, mask))],
       "hidden-weight", dict(got=got)) for number, got in ((-10, "1"), (-1e4, "1"))),
    (check.masked_attention, [masked(lambda s, mask: guarded(s, mask, 0))], "overflow", {}),
    (check.masked_attention, [lambda *given: attention(*given)[::-1]], "output-first", {}),
    (check.masked_attention, [lambda q, k, v, mask: attention(q, k, v, np.where(mask, 0, -np.inf))], "mask-not-boolean", {}),
    (check.masked_attention, [lambda q, k, v, mask: attention(q, k, v, mask.astype(float))], "mask-not-boolean", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(s + (1 - mask) * -np.inf))], "zero-times-infinity", {}),
    (check.masked_attention, [masked(lambda s, mask: softmax(np.where(mask, s, np.inf)))], "plus-infinity", {}),
    (check.masked_attention, [masked(lambda s, mask: np.where(
        mask.any(axis=1, keepdims=True), row_of_nothing(s, mask), [[0.25, *[np.nan] * (s.shape[1] - 1)]]))],
     "hidden-weight", dict(got="0.25")),   # beside a NaN
]

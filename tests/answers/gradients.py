"""Answers to the exercises of gradients: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib import attention, attention_backward, softmax
from attnlib.classroom import check


def of_softmax(a, g):
    return a * (g - (a * g).sum(axis=1, keepdims=True))


def of_scores(q, k, g, divisor):
    return g @ k / divisor, g.T @ q / divisor


def root(k):
    return np.sqrt(k.shape[1])


def by_hand(q, k, v, g, mask, divisor=root, softmax=of_softmax, turn=np.transpose):
    _, a = attention(q, k, v, mask)
    return *of_scores(q, k, softmax(a, g @ v.T), divisor(k)), turn(a) @ g


ANSWERS = [
    (check.pulled_scores, [[1, -0.5, -0.5]], "check-right", {}),
    (check.pulled_scores, [np.array([1.0, -0.5, -0.5])], "check-right", {}),
    (check.pulled_scores, [[2, 0, 0]], "pulled-nothing-lost", {}),
    (check.pulled_scores, [[1, 0, 0]], "pulled-diagonal", {}),
    (check.pulled_scores, [[1.333, -0.333, -0.333]], "pulled-plain-mean", {}),
    (check.pulled_scores, [[2, -2, -2]], "pulled-not-weighed", {}),
    (check.pulled_scores, [[-1, 0.5, 0.5]], "pulled-sign", {}),
    (check.pulled_scores, [[1, -0.5]], "check-shape", dict(got=(2,), needed=(3,))),
    (check.pulled_scores, [...], "check-empty", {}),
    (check.softmax_back, [of_softmax], "check-right", {}),
    (check.softmax_back, [lambda a, g: a * (1 - a) * g], "back-diagonal", {}),
    (check.softmax_back, [lambda a, g: a * (g - (a * g).sum(axis=0))], "back-over-queries", {}),
    (check.softmax_back, [lambda a, g: a * (g - (a * g).sum(axis=1))], "back-no-keepdims", {}),
    (check.softmax_back, [lambda a, g: a * (g - np.sum(a * g))], "back-whole-table", {}),
    (check.softmax_back, [lambda a, g: a * (g - g.mean(axis=1, keepdims=True))], "back-plain-mean", {}),
    (check.softmax_back, [lambda a, g: g - (a * g).sum(axis=1, keepdims=True)], "back-not-weighed", {}),
    (check.softmax_back, [lambda a, g: a * g], "back-nothing-lost", {}),
    (check.softmax_back, [lambda a, g: -of_softmax(a, g)], "back-sign", {}),
    (check.softmax_back, [...], "check-empty", {}),
    (check.values_back, [lambda a, g: a.T @ g], "check-right", {}),
    (check.values_back, [lambda a, g: a @ g], "values-no-transpose", {}),
    (check.values_back, [lambda a, g: g.T @ a], "values-turned", {}),
    (check.values_back, [lambda a, g: a.T @ g / len(g)], "values-averaged", {}),
    (check.values_back, [lambda a, g: np.ones((a.shape[1], len(a))) @ g], "values-not-weighed", {}),
    (check.values_back, [...], "check-empty", {}),
    (check.queries_keys_back, [lambda q, k, g: of_scores(q, k, g, root(k))], "check-right", {}),
    (check.queries_keys_back, [lambda q, k, g: of_scores(q, k, g, 1)], "back-no-scale", {}),
    (check.queries_keys_back, [lambda q, k, g: of_scores(q, k, g, k.shape[1])], "back-scale-without-root", {}),
    (check.queries_keys_back, [lambda q, k, g: of_scores(q, k, g, np.sqrt(len(k)))], "back-scale-of-keys", {}),
    (check.queries_keys_back, [lambda q, k, g: (g @ q / root(k), g.T @ k / root(k))], "back-own-vectors", {}),
    (check.queries_keys_back, [lambda q, k, g: (g @ k / root(k), g @ q / root(k))], "back-keys-no-transpose", {}),
    (check.queries_keys_back, [lambda q, k, g: of_scores(q, k, g, root(k))[::-1]], "back-order", {}),
    (check.queries_keys_back, [lambda q, k, g: g @ k / root(k)], "check-results", dict(names="d_q, d_k")),
    (check.queries_keys_back, [...], "check-empty", {}),
    (check.attention_back, [by_hand], "check-right", {}),
    (check.attention_back, [lambda q, k, v, g, mask: attention_backward(q, k, v, g, mask)], "check-right", {}),
    (check.attention_back, [lambda q, k, v, g, mask: by_hand(q, k, v, g, None)], "back-no-mask", {}),
    (check.attention_back, [lambda *given: by_hand(*given, divisor=lambda k: 1)], "all-back-no-scale", {}),
    (check.attention_back, [lambda *given: by_hand(*given, softmax=lambda a, g: a * (1 - a) * g)], "all-back-diagonal", {}),
    (check.attention_back, [lambda *given: by_hand(*given, softmax=lambda a, g: g)], "all-back-no-softmax", {}),
    (check.attention_back, [lambda *given: by_hand(*given, turn=np.asarray)], "all-back-no-transpose", {}),
    (check.attention_back, [lambda *given: by_hand(*given)[::-1]], "all-back-order", {}),
    (check.attention_back, [lambda q, k, v, g, mask: by_hand(q, k, v, g, mask.astype(int))], "mask-not-boolean", {}),
    *((check.attention_back, [lambda q, k, v, g, mask, hide=hide: softmax(hide(q @ k.T, mask))], name, {}) for name, hide in (
        ("plus-infinity", lambda scores, mask: np.where(mask, scores, np.inf)),
        ("zero-times-infinity", lambda scores, mask: scores - (1 - mask) * np.inf))),
    (check.attention_back, [lambda *given: by_hand(*given)[:2]], "check-results", dict(names="d_q, d_k, d_v")),
    (check.attention_back, [...], "check-empty", {}),
]

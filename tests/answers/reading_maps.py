"""Answers to the exercises of reading-maps: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib import attention, published, softmax
from attnlib.classroom import check

TOPS = [[weight for _, weight in top] for top in published.SCORAS_TOP.values()]


def additive(state, keys, w_q, w_k, w_score):
    return softmax(np.tanh(state @ w_q + keys @ w_k) @ w_score)


def one_score(state, keys, w_q, w_k, w_score):
    return softmax(np.repeat(np.tanh(state @ w_q) @ w_score, len(keys)))


def linear(state, keys, w_q, w_k, w_score):
    return softmax((state @ w_q + keys @ w_k) @ w_score)


def shares(q, k):
    return softmax(q @ k.T / np.sqrt(k.shape[1]))


def dropped(q, k, v, kept):
    weights = shares(q, k) * kept / 0.9
    return weights @ v, weights


def renormalised(q, k, v, kept):
    weights = shares(q, k) * kept
    weights = weights / weights.sum(axis=1, keepdims=True)
    return weights @ v, weights


def scores(q, k):
    return q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])


def naive(scores):
    return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)


def masked(mask):
    return lambda q, k, v, ahead, padding: attention(q, k, v, mask(ahead, padding))


def padding_by_a_number(number):
    def function(q, k, v, ahead, padding):
        scores = np.where(padding == 0, q @ k.T / np.sqrt(k.shape[1]), number)
        weights = softmax(np.where(ahead == 0, scores, -np.inf))
        return weights @ v, weights
    return function


def hidden_by(hide):
    def function(q, k, v, ahead, padding):
        weights = softmax(hide(q @ k.T / np.sqrt(k.shape[1]), np.maximum(ahead, padding)))
        return weights @ v, weights
    return function


def last_seen(ahead, padding):
    return (ahead == 0) & (padding == 0) | (np.arange(len(ahead)) == len(ahead) - 1)


ANSWERS = [
    (check.contributions, [[0.2, -0.2, 1.4]], "check-right", {}),
    (check.contributions, [[0.1, 0.2, 0.7]], "contribution-weights", {}),
    (check.contributions, [[2, -1, 2]], "contribution-delivers", {}),
    (check.contributions, [[1.4, -0.2, 0.2]], "contribution-other-map", {}),
    (check.contributions, [[0.2, 0.2, 1.4]], "contribution-unsigned", {}),
    (check.contributions, [[1 / 7, -1 / 7, 1]], "contribution-shares", {}),
    (check.deciding_test, [2], "check-right", {}),
    (check.deciding_test, [1], "test-more-maps", {}),
    (check.deciding_test, [3], "test-uniform", {}),
    (check.deciding_test, [4], "test-accuracy", {}),
    (check.alarm_count, [[10, 3, 2]], "check-right", {}),
    (check.alarm_count, [[10, 2, 3]], "alarms-swapped", {}),
    (check.alarm_count, [[9, 4, 1]], "alarms-half", {}),
    (check.alarm_count, [[12, 1, 2]], "alarms-tenth", {}),
    (check.alarm_count, [[9, 4, 0]], "alarms-push", {}),
    (check.alarm_count, [[12, 3, 2]], "alarms-all", {}),
    (check.row_bounds, [[sum(top) + 7 * top[-1] for top in TOPS]], "check-right", {}),
    (check.row_bounds, [[sum(top) + 6 * top[-1] for top in TOPS]], "nine-words", {}),
    (check.row_bounds, [[sum(top) + 10 * top[-1] for top in TOPS]], "bound-all-words", {}),
    (check.row_bounds, [[sum(top) for top in TOPS]], "bound-shown-only", {}),
    (check.row_bounds, [[sum(top) + 7 * top[0] for top in TOPS]], "bound-largest", {}),
    (check.row_bounds, [...], "check-empty", {}),
    (check.weights_that_read, [additive], "check-right", {}),
    (check.weights_that_read, [lambda state, *rest: additive(0 * state, *rest)], "query-ignored", {}),
    (check.weights_that_read, [lambda state, keys, w_q, w_k, w_score: softmax(   # state is there, and softmax does not see it
        (np.tanh(state @ w_q) + np.tanh(keys @ w_k)) @ w_score)], "query-ignored", {}),
    (check.weights_that_read, [one_score], "keys-ignored", {}),
    (check.weights_that_read, [linear], "no-tanh", {}),
    (check.weights_that_read, [lambda state, keys, w_q, w_k, w_score: np.tanh(state @ w_q + keys @ w_k) @ w_score], "scores", {}),
    (check.weights_that_read, [lambda state, keys, *w: additive(state, keys, *w) @ keys], "output", {}),
    (check.weights_that_read, [lambda state, keys, w_q, w_k, w_score: naive(np.tanh(state @ w_q + keys @ w_k) @ w_score)],
     "overflow", {}),
    (check.map_without_dropout, [lambda q, k, v, kept: (dropped(q, k, v, kept)[0], shares(q, k))], "check-right", {}),
    (check.map_without_dropout, [lambda q, k, v, kept: (shares(q, k), dropped(q, k, v, kept)[0])], "output-first", {}),
    (check.map_without_dropout, [dropped], "map-after-dropout", {}),
    (check.map_without_dropout, [lambda *given: (dropped(*given)[0], dropped(*given)[1].clip(0, 1))], "clipped", {}),
    (check.map_without_dropout, [renormalised], "map-renormalised", {}),
    (check.map_without_dropout, [lambda q, k, v, kept: (shares(q, k) @ v, shares(q, k))], "no-dropout", {}),
    (check.map_without_dropout, [lambda q, k, v, kept: ((shares(q, k) * kept) @ v, shares(q, k))], "dropout-not-divided", {}),
    (check.map_without_dropout, [lambda q, k, v, kept: shares(q, k)], "check-results", dict(names="output, weights")),
    (check.map_without_dropout, [lambda q, k, v, kept: (naive(scores(q, k)) * kept / 0.9 @ v, naive(scores(q, k)))],
     "overflow", {}),
    (check.masks_turned, [masked(lambda ahead, padding: (ahead == 0) & (padding == 0))], "check-right", {}),
    (check.masks_turned, [masked(lambda ahead, padding: np.maximum(ahead, padding) == 0)], "check-right", {}),
    (check.masks_turned, [lambda *given: masked(lambda ahead, padding: (ahead == 0) & (padding == 0))(*given)[::-1]],
     "output-first", {}),
    (check.masks_turned, [masked(lambda ahead, padding: np.maximum(ahead, padding) == 1)], "mask-inverted", {}),
    (check.masks_turned, [masked(lambda ahead, padding: (ahead == 0) & (padding == 1))], "padding-inverted", {}),
    (check.masks_turned, [masked(lambda ahead, padding: (ahead == 1) & (padding == 0))], "ahead-inverted", {}),
    (check.masks_turned, [masked(lambda ahead, padding: (ahead == 0) | (padding == 0))], "masks-or", {}),
    (check.masks_turned, [masked(lambda ahead, padding: ahead == 0)], "no-padding", {}),
    (check.masks_turned, [masked(lambda ahead, padding: padding == 0)], "no-ahead", {}),
    (check.masks_turned, [masked(last_seen)], "future-leak", dict(place=0)),
    (check.masks_turned, [padding_by_a_number(-1)], "hidden-weight", dict(got="0.34")),
    (check.masks_turned, [masked(lambda ahead, padding: 1 - np.maximum(ahead, padding))], "mask-not-boolean", {}),
    *((check.masks_turned, [hidden_by(hide)], name, {}) for name, hide in (
        ("plus-infinity", lambda scores, hidden: np.where(hidden == 1, np.inf, scores)),
        ("zero-times-infinity", lambda scores, hidden: scores - hidden * np.inf))),
]

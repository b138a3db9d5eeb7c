"""Answers to the exercises of lesson 12: (check, arguments, what it says: a label and the values in it)."""

import numpy as np

from attnlib import attention, published, softmax
from attnlib.classroom import check

TOPS = [[weight for _, weight in top] for top in published.SCORAS_TOP.values()]


def additive(state, keys, w_q, w_k, w_score):
    return softmax(np.tanh(state @ w_q + keys @ w_k) @ w_score)


def one_score(state, keys, w_q, w_k, w_score):
    return softmax(np.repeat(np.tanh(state @ w_q) @ w_score, len(keys)))


def shares(q, k):
    return softmax(q @ k.T / np.sqrt(k.shape[1]))


def dropped(q, k, v, kept):
    weights = shares(q, k) * kept / 0.9
    return weights @ v, weights


def renormalised(q, k, v, kept):
    weights = shares(q, k) * kept
    weights = weights / weights.sum(axis=1, keepdims=True)
    return weights @ v, weights


def heads_divided_by(root):
    return lambda q, k: softmax(q @ k.swapaxes(1, 2) / root(*k.shape))


def masked(mask):
    return lambda q, k, v, ahead, padding: attention(q, k, v, mask(ahead, padding))


ANSWERS = [
    (check.row_bounds, [[sum(top) + 7 * top[-1] for top in TOPS]], "check-right", {}),
    (check.row_bounds, [[sum(top) + 6 * top[-1] for top in TOPS]], "mistake-nine-words", {}),
    (check.row_bounds, [[sum(top) + 10 * top[-1] for top in TOPS]], "mistake-bound-all-words", {}),
    (check.row_bounds, [[sum(top) for top in TOPS]], "mistake-bound-shown-only", {}),
    (check.row_bounds, [[sum(top) + 7 * top[0] for top in TOPS]], "mistake-bound-largest", {}),
    (check.row_bounds, [...], "check-empty", {}),
    (check.weights_that_read, [additive], "check-right", {}),
    (check.weights_that_read, [lambda state, keys, w_q, w_k, w_score: additive(0 * state, keys, w_q, w_k, w_score)], "mistake-query-ignored", {}),
    (check.weights_that_read, [one_score], "mistake-keys-ignored", {}),
    (check.weights_that_read, [lambda state, keys, w_q, w_k, w_score: softmax((state @ w_q + keys @ w_k) @ w_score)], "mistake-no-tanh", {}),
    (check.weights_that_read, [lambda state, keys, w_q, w_k, w_score: np.tanh(state @ w_q + keys @ w_k) @ w_score], "mistake-scores", {}),
    (check.weights_that_read, [lambda state, keys, *w: additive(state, keys, *w) @ keys], "mistake-output", {}),
    (check.map_without_dropout, [lambda q, k, v, kept: (dropped(q, k, v, kept)[0], shares(q, k))], "check-right", {}),
    (check.map_without_dropout, [dropped], "mistake-map-after-dropout", {}),
    (check.map_without_dropout, [lambda *given: (dropped(*given)[0], dropped(*given)[1].clip(0, 1))], "mistake-clipped", {}),
    (check.map_without_dropout, [renormalised], "mistake-map-renormalised", {}),
    (check.map_without_dropout, [lambda q, k, v, kept: (shares(q, k) @ v, shares(q, k))], "mistake-no-dropout", {}),
    (check.map_without_dropout, [lambda q, k, v, kept: ((shares(q, k) * kept) @ v, shares(q, k))], "mistake-dropout-not-divided", {}),
    (check.map_without_dropout, [lambda q, k, v, kept: shares(q, k)], "check-two-results", {}),
    (check.heads_side_by_side, [lambda x: x.swapaxes(0, 1).reshape(x.shape[1], -1)], "check-right", {}),
    (check.heads_side_by_side, [lambda x: np.concatenate(list(x), axis=1)], "check-right", {}),
    (check.heads_side_by_side, [lambda x: x.reshape(x.shape[1], -1)], "mistake-merge-no-swap", {}),
    (check.heads_side_by_side, [lambda x: x.transpose(1, 2, 0).reshape(x.shape[1], -1)], "mistake-merge-interleaved", {}),
    (check.heads_side_by_side, [lambda x: x.swapaxes(1, 2).reshape(x.shape[1], -1)], "mistake-merge-wrong-axes", {}),
    (check.heads_side_by_side, [np.concatenate], "mistake-merge-stacked", {}),
    (check.scale_by_head_size, [heads_divided_by(lambda heads, tokens, d: d ** 0.5)], "check-right", {}),
    (check.scale_by_head_size, [heads_divided_by(lambda heads, tokens, d: heads ** 0.5)], "mistake-scale-by-heads", {}),
    (check.scale_by_head_size, [heads_divided_by(lambda heads, tokens, d: (heads * d) ** 0.5)], "mistake-scale-by-model", {}),
    (check.scale_by_head_size, [heads_divided_by(lambda heads, tokens, d: tokens ** 0.5)], "mistake-scale-by-tokens", {}),
    (check.scale_by_head_size, [heads_divided_by(lambda heads, tokens, d: d)], "mistake-scale-without-root", {}),
    (check.scale_by_head_size, [heads_divided_by(lambda heads, tokens, d: 1)], "mistake-no-scale", {}),
    (check.masks_turned, [masked(lambda ahead, padding: (ahead == 0) & (padding == 0))], "check-right", {}),
    (check.masks_turned, [masked(lambda ahead, padding: np.maximum(ahead, padding) == 0)], "check-right", {}),
    (check.masks_turned, [masked(lambda ahead, padding: np.maximum(ahead, padding) == 1)], "mistake-mask-inverted", {}),
    (check.masks_turned, [masked(lambda ahead, padding: (ahead == 0) & (padding == 1))], "mistake-padding-inverted", {}),
    (check.masks_turned, [masked(lambda ahead, padding: (ahead == 1) & (padding == 0))], "mistake-ahead-inverted", {}),
    (check.masks_turned, [masked(lambda ahead, padding: (ahead == 0) | (padding == 0))], "mistake-masks-or", {}),
    (check.masks_turned, [masked(lambda ahead, padding: ahead == 0)], "mistake-no-padding", {}),
    (check.masks_turned, [masked(lambda ahead, padding: padding == 0)], "mistake-no-ahead", {}),
    (check.masks_turned, [masked(lambda ahead, padding: (ahead == 0) & (padding == 0) | (np.arange(len(ahead)) == len(ahead) - 1))],
     "mistake-future-leak", dict(place=0)),
]

"""Answers to the exercises of heads: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib import attention, merge_heads, multi_head_attention, softmax, split_heads
from attnlib.classroom import check, variants

RIGHT = (8, 10, 64), (8, 10, 10), (10, 512)
NUMBER = "2026-0042"
TOKENS, D, HEADS = variants.head_shapes(NUMBER)


def library(x, w_q, w_k, w_v, w_o, heads):
    return multi_head_attention(x, x, w_q, w_k, w_v, w_o, heads)[0]


def looped(x, w_q, w_k, w_v, w_o, heads):
    columns = [np.split(x @ w, heads, axis=1) for w in (w_q, w_k, w_v)]
    return np.concatenate([attention(*parts)[0] for parts in zip(*columns, strict=True)], axis=1) @ w_o


def by_reshape(splits=False, merges=False):
    def function(x, w_q, w_k, w_v, w_o, heads):
        q, k, v = ((x @ w).reshape(heads, len(x), -1) if splits else split_heads(x @ w, heads) for w in (w_q, w_k, w_v))
        output = attention(q, k, v)[0]
        return (output.reshape(len(x), -1) if merges else merge_heads(output)) @ w_o
    return function


def divided(by, weigh=softmax):
    def function(x, w_q, w_k, w_v, w_o, heads):
        q, k, v = (split_heads(x @ w, heads) for w in (w_q, w_k, w_v))
        return merge_heads(weigh(q @ k.swapaxes(1, 2) / by(x, w_k, heads)) @ v) @ w_o
    return function


def copies(x, w_q, w_k, w_v, w_o, heads):
    q, k, v = (np.split(x @ w, heads, axis=1)[0] for w in (w_q, w_k, w_v))
    return np.concatenate([attention(q, k, v)[0]] * heads, axis=1) @ w_o


def undivided(x, w_q, w_k, w_v, w_o, heads):
    return attention(x @ w_q, x @ w_k, x @ w_v)[0] @ w_o


def no_w_o(x, w_q, w_k, w_v, w_o, heads):
    return looped(x, w_q, w_k, w_v, np.eye(len(w_o)), heads)


def stacked(x, w_q, w_k, w_v, w_o, heads):
    return np.concatenate([attention(*(split_heads(x @ w, heads)[i] for w in (w_q, w_k, w_v)))[0] for i in range(heads)])


def own_size(x, w_k, heads):
    return np.sqrt(w_k.shape[1] / heads)


ANSWERS = [
    (check.head_shapes, RIGHT, "check-right", {}),
    (check.head_shapes, [(HEADS, TOKENS, D // HEADS), (HEADS, TOKENS, TOKENS), (TOKENS, D), NUMBER], "check-right", {}),
    (check.head_shapes, [*RIGHT, NUMBER], "default-variant", {}),
    (check.head_shapes, [..., *RIGHT[1:]], "check-empty", {}),
    (check.head_shapes, [(8, 10, 512), *RIGHT[1:]], "heads-undivided", {}),
    (check.head_shapes, [(10, 8, 64), *RIGHT[1:]], "heads-second", {}),
    (check.head_shapes, [(64, 10, 8), *RIGHT[1:]], "heads-and-size", {}),
    (check.head_shapes, [RIGHT[0], (8, 10, 64), RIGHT[2]], "shape-of-vectors", {}),
    (check.head_shapes, [RIGHT[0], (10, 10), RIGHT[2]], "one-table", {}),
    (check.head_shapes, [RIGHT[0], (10, 10, 8), RIGHT[2]], "heads-last", {}),
    (check.head_shapes, [*RIGHT[:2], (8, 10, 64)], "not-merged", {}),
    (check.head_shapes, [*RIGHT[:2], (80, 64)], "merge-stacked", {}),
    (check.head_shapes, [*RIGHT[:2], (10, 64)], "one-head-left", {}),
    (check.multi_head, [library], "check-right", {}),
    (check.multi_head, [looped], "check-right", {}),
    (check.multi_head, [by_reshape(merges=True)], "merge-no-swap", {}),
    (check.multi_head, [by_reshape(splits=True)], "split-no-swap", {}),
    (check.multi_head, [by_reshape(splits=True, merges=True)], "reshape-twice", {}),
    (check.multi_head, [undivided], "one-head", {}),
    (check.multi_head, [copies], "same-head", {}),
    (check.multi_head, [no_w_o], "no-w-o", {}),
    (check.multi_head, [stacked], "merge-stacked", {}),
    (check.multi_head, [divided(lambda x, w_k, heads: np.sqrt(heads))], "scale-by-heads", {}),
    (check.multi_head, [divided(lambda x, w_k, heads: np.sqrt(w_k.shape[1]))], "scale-by-model", {}),
    (check.multi_head, [divided(lambda x, w_k, heads: np.sqrt(len(x)))], "scale-by-tokens", {}),
    (check.multi_head, [divided(lambda x, w_k, heads: 1)], "no-scale", {}),
    (check.multi_head, [divided(lambda x, w_k, heads: w_k.shape[1] // heads)], "scale-without-root", {}),
    (check.multi_head, [divided(own_size, lambda scores: softmax(scores, axis=1))], "wrong-axis", {}),
    (check.multi_head, [divided(own_size, lambda scores: np.exp(scores) / np.exp(scores).sum())], "table-softmax", {}),
    (check.multi_head, [divided(own_size, lambda scores: scores)], "no-softmax", {}),
    (check.multi_head, [lambda *given: None], "check-no-return", {}),
    (check.asks_next, [np.eye(6, k=1)], "check-right", {}),
    (check.asks_next, [np.eye(6, k=-1)], "asks-before", {}),
    (check.asks_next, [np.eye(6)], "asks-itself", {}),
    (check.asks_next, [np.roll(np.eye(6), 1, axis=1)], "asks-round", {}),
    (check.asks_next, [np.eye(6, k=2)], "asks-two-on", {}),
    (check.asks_next, [np.triu(np.ones((6, 6)), 1)], "asks-all-later", {}),
    (check.asks_next, [100 * np.eye(6, k=1)], "asks-loud", {}),
    (check.asks_next, [np.zeros((6, 6))], "asks-nobody", {}),
    (check.head_claims, [[0, 1, 1, 0]], "check-right", {}),
    (check.head_claims, [[1, 0, 0, 1]], "order-turned", {}),
    (check.head_claims, [[1, 1, 1, 0]], "claims-parameters", {}),
    (check.head_claims, [[0, 0, 1, 0]], "claims-sum", {}),
    (check.head_claims, [[0, 1, 0, 0]], "claims-order", {}),
    (check.head_claims, [[0, 1, 1, 1]], "claims-slice", {}),
]

"""Ways of the exercises of reading-maps that ask for functions."""

import numpy as np

from attnlib import additive_attention, attention, softmax
from tests.ways.templates import HIDDEN, OUTPUTS, PAIRS, ROWS, SCORES, WEIGHTS, given, keepdims, packed

# --- additive weights --------------------------------------------------------------------------------------------------------

def key_by_key(state, keys, w_q, w_k, w_score):
    scores = []
    for key in keys:
        scores.append(w_score @ np.tanh(state @ w_q + key @ w_k))
    return softmax(np.array(scores))


def in_loops(state, keys, w_q, w_k, w_score):
    scores = np.zeros(len(keys))
    for j, key in enumerate(keys):
        for a in range(len(w_score)):
            scores[j] += w_score[a] * np.tanh(sum(state * w_q[:, a]) + sum(key * w_k[:, a]))
    exps = [np.exp(score - max(scores)) for score in scores]
    return [one / sum(exps) for one in exps]


def additive(soften=softmax):
    return lambda state, keys, w_q, w_k, w_score: soften(np.tanh(state @ w_q + keys @ w_k) @ w_score)


ADDITIVE = {
    "the formula": additive(), "key by key": key_by_key, "in loops": in_loops,
    "repeated": lambda state, keys, w_q, w_k, w_score: softmax(
        np.tanh(np.tile(state @ w_q, (len(keys), 1)) + keys @ w_k) @ w_score),
    "side by side": lambda state, keys, w_q, w_k, w_score: softmax(
        np.tanh(np.hstack([np.repeat(state[None], len(keys), axis=0), keys]) @ np.vstack([w_q, w_k])) @ w_score),
    "einsum": lambda state, keys, w_q, w_k, w_score: softmax(np.einsum(
        "ka,a->k", np.tanh(np.einsum("d,da->a", state, w_q)[None] + np.einsum("kd,da->ka", keys, w_k)), w_score)),
    "summed": lambda state, keys, w_q, w_k, w_score: softmax((w_score * np.tanh(state.dot(w_q) + keys.dot(w_k))).sum(axis=1)),
    "turned": lambda state, keys, w_q, w_k, w_score: softmax(w_score @ np.tanh((state @ w_q)[:, None] + w_k.T @ keys.T)),
    "matmul": lambda state, keys, w_q, w_k, w_score: softmax(
        np.matmul(np.tanh(np.add(np.matmul(state, w_q), np.matmul(keys, w_k))), w_score)),
    "a column": lambda state, keys, w_q, w_k, w_score: softmax(
        np.tanh(state[None] @ w_q + keys @ w_k) @ w_score[:, None], axis=0).ravel(),
    "tanh of exps": lambda state, keys, w_q, w_k, w_score: softmax(
        (1 - 2 / (np.exp(2 * (state @ w_q + keys @ w_k)) + 1)) @ w_score),
    "attnlib's": lambda state, keys, *w: additive_attention(state[None], keys, keys, *w)[1][0],
    "float32": lambda *given: additive()(*(part.astype(np.float32) for part in given)),
    **{f"weights: {name}": additive(lambda scores, one=one: np.asarray(one(scores[None]))[0]) for name, one in WEIGHTS.items()},
    **packed(additive(), ROWS), **given(additive()),
}


# --- dropout -----------------------------------------------------------------------------------------------------------------

def dropout(scores=SCORES["@"], weights=keepdims, output=OUTPUTS["@"], drop=lambda shares, kept: shares * kept / 0.9):
    def function(q, k, v, kept):
        shares = np.asarray(weights(scores(q, k)))
        return output(drop(shares, kept), v), shares
    return function


def dropped_in_loops(shares, kept):
    dropped = np.zeros(shares.shape)
    for i in range(shares.shape[0]):
        for j in range(shares.shape[1]):
            if kept[i, j]:
                dropped[i, j] = shares[i, j] / 0.9
    return dropped


def dropped_copy(shares, kept):
    dropped = shares.copy()
    dropped[~kept] = 0
    return dropped / 0.9


DROPOUT = {
    **{f"scores: {name}": dropout(scores=one) for name, one in SCORES.items()},
    **{f"weights: {name}": dropout(weights=one) for name, one in WEIGHTS.items()},
    **{f"output: {name}": dropout(output=one) for name, one in OUTPUTS.items()},
    "where": dropout(drop=lambda shares, kept: np.where(kept, shares / 0.9, 0)),
    "loops": dropout(drop=dropped_in_loops), "a copy": dropout(drop=dropped_copy),
    "times a mask": dropout(drop=lambda shares, kept: shares * (kept / 0.9)),
    "times its inverse": dropout(drop=lambda shares, kept: shares * kept.astype(float) * (1 / 0.9)),
    "divided last": lambda q, k, v, kept: ((attention(q, k, v)[1] * kept) @ v / 0.9, attention(q, k, v)[1]),
    **packed(dropout(), PAIRS), **given(dropout()),
}


# --- masks that hold 1 for hidden --------------------------------------------------------------------------------------------

def turned(seen):
    return lambda q, k, v, ahead, padding: attention(q, k, v, seen(ahead, padding))


def seen_in_loops(ahead, padding):
    seen = np.zeros(ahead.shape, dtype=bool)
    for i in range(ahead.shape[0]):
        for j in range(ahead.shape[1]):
            seen[i, j] = not ahead[i, j] and not padding[j]
    return seen


def by_hand(hide):
    def function(q, k, v, ahead, padding):
        seen = (ahead == 0) & (padding == 0)
        with np.errstate(invalid="ignore"):
            weights = keepdims(hide(q @ k.T / np.sqrt(k.shape[1]), seen))
        weights = np.where(seen.any(axis=1, keepdims=True), weights, 0)
        return weights @ v, weights
    return function


def both(ahead, padding):
    return (ahead == 0) & (padding == 0)


def as_tutorials_do(q, k, v, ahead, padding):
    """Where nothing may be seen, of which the text says nothing, it shares out to all."""
    weights = keepdims(q @ k.T / np.sqrt(k.shape[1]) + ahead * -1e9 + padding * -1e9)
    return weights @ v, weights


TURNED = {
    "and": turned(both), "in loops": turned(seen_in_loops),
    "not or": turned(lambda ahead, padding: ~((ahead == 1) | (padding == 1))),
    "maximum": turned(lambda ahead, padding: np.maximum(ahead, padding) == 0),
    "sum": turned(lambda ahead, padding: ahead + padding == 0),
    "product": turned(lambda ahead, padding: (1 - ahead) * (1 - padding) == 1),
    "logical_not": turned(lambda ahead, padding: np.logical_not(ahead) & np.logical_not(padding)),
    "logical_or": turned(lambda ahead, padding: ~np.logical_or(ahead, padding)),
    "astype": turned(lambda ahead, padding: ~ahead.astype(bool) & ~padding.astype(bool)),
    "a row": turned(lambda ahead, padding: (ahead != 1) & (padding[None, :] != 1)),
    "broadcast": turned(lambda ahead, padding: np.broadcast_to(padding == 0, ahead.shape) & (ahead == 0)),
    "comprehension": turned(lambda ahead, padding: np.array(
        [[a == 0 and p == 0 for a, p in zip(row, padding, strict=True)] for row in ahead])),
    "where": turned(lambda ahead, padding: np.where(padding == 1, False, ahead == 0)),
    **{f"by hand, hidden: {name}": by_hand(hide) for name, hide in HIDDEN.items()},
    "as tutorials do": as_tutorials_do,
    **packed(turned(both), PAIRS), **given(turned(both)),
}
WAYS = {"weights_that_read": ADDITIVE, "map_without_dropout": DROPOUT, "masks_turned": TURNED}

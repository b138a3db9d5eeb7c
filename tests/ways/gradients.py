"""Ways of the exercises of gradients."""

import math

import numpy as np

from attnlib import attention, attention_backward, softmax
from tests.ways.templates import OUTPUTS, PAIRS, TABLES, given, packed

# --- d_scores of weights and d_weights (queries, keys) -------------------------------------------------------------------------


def back(weights, d_weights):
    return weights * (d_weights - (weights * d_weights).sum(axis=1, keepdims=True))


def row_by_row(weights, d_weights):
    rows = np.zeros(weights.shape)
    for i, (a, g) in enumerate(zip(weights, d_weights, strict=True)):
        rows[i] = (np.diag(a) - np.outer(a, a)) @ g
    return rows


def cell_by_cell(weights, d_weights):
    table = []
    for a, g in zip(weights.tolist(), d_weights.tolist(), strict=True):
        mean = sum(one * slope for one, slope in zip(a, g, strict=True))
        table.append([one * (slope - mean) for one, slope in zip(a, g, strict=True)])
    return np.array(table)


def in_place(weights, d_weights):
    table = d_weights.astype(float)
    table -= np.sum(weights * d_weights, axis=-1)[:, None]
    table *= weights
    return table


def by_steps(weights, d_weights):
    """Measured: each score is moved a little."""
    with np.errstate(divide="ignore"):
        scores = np.log(weights)
    table = np.zeros(weights.shape)
    for i, j in np.ndindex(weights.shape):
        step = 1e-6 * (np.arange(weights.shape[1]) == j)
        table[i, j] = (softmax(scores[i] + step) - softmax(scores[i] - step)) @ d_weights[i] / 2e-6
    return table


SOFTMAX = {
    "keepdims": back, "row by row": row_by_row, "cell by cell": cell_by_cell, "in place": in_place, "by steps": by_steps,
    "None axis": lambda a, g: a * (g - (a * g).sum(1)[:, None]),
    "reshaped": lambda a, g: a * (g - np.sum(a * g, axis=1).reshape(-1, 1)),
    "multiplied out": lambda a, g: a * g - a * (a * g).sum(axis=-1, keepdims=True),
    "einsum": lambda a, g: a * (g - np.einsum("ij,ij->i", a, g)[:, np.newaxis]),
    "turned": lambda a, g: (a.T * (g.T - (a * g).sum(axis=1))).T,
    "an average": lambda a, g: a * (g - np.average(g, axis=1, weights=a)[:, None]),
    "diagonals": lambda a, g: (a * g) - a * np.diagonal(a @ g.T)[:, None],
    "all tables at once": lambda a, g: np.einsum("ijk,ik->ij", np.eye(a.shape[1]) * a[:, None] - a[:, :, None] * a[:, None], g),
    "float32": lambda a, g: back(a.astype(np.float32), g.astype(np.float32)),
}

# --- d_v of weights (queries, keys) and d_output (queries, d_v): the mixing of OUTPUTS, turned over -----------------------------


def summed(weights, d_output):
    d_v = np.zeros((weights.shape[1], d_output.shape[1]))
    for a, g in zip(weights, d_output, strict=True):
        d_v += np.outer(a, g)
    return d_v


VALUES = {name: lambda a, g, mix=mix: mix(np.transpose(a), g) for name, mix in OUTPUTS.items()} | {
    "outer products": summed,
    "both turned": lambda a, g: (g.T @ a).T,
    "tensordot": lambda a, g: np.tensordot(a, g, axes=(0, 0)),
    "swapaxes": lambda a, g: np.matmul(a.swapaxes(0, 1), g),
    "key by key": lambda a, g: np.array([a[:, j] @ g for j in range(a.shape[1])]),
    "float32": lambda a, g: a.astype(np.float32).T @ g.astype(np.float32),
}

# --- d_q, d_k of q, k and d_scores ----------------------------------------------------------------------------------------------


def both(q, k, d_scores):
    return d_scores @ k / np.sqrt(k.shape[1]), d_scores.T @ q / np.sqrt(k.shape[1])


def in_loops(q, k, d_scores):
    d_q, d_k = np.zeros(q.shape), np.zeros(k.shape)
    for i in range(len(q)):
        for j in range(len(k)):
            d_q[i] += d_scores[i, j] * k[j] / math.sqrt(len(k[j]))
            d_k[j] += d_scores[i][j] * q[i] / math.sqrt(len(q[i]))
    return d_q, d_k


def of_products(q, k, d_scores):
    """The slopes of Σ d_scores · q kᵀ/√d_k, measured."""
    def slopes(x):
        x, found = x.astype(float), np.zeros(x.shape)
        for place in np.ndindex(x.shape):
            step = np.zeros(x.shape)
            step[place] = 1
            found[place] = value(x + step) - value(x)
        return found

    def value(x):
        return np.sum(d_scores * (x @ k.T if asks else q @ x.T)) / np.sqrt(k.shape[1])
    asks = True
    d_q = slopes(q)
    asks = False
    return d_q, slopes(k)


QUERIES_KEYS = {
    "two products": both, "loops": in_loops, "measured": of_products,
    "divided first": lambda q, k, g: ((g / np.sqrt(q.shape[1])) @ k, (g / np.sqrt(q.shape[1])).T @ q),
    "the vectors divided": lambda q, k, g: (g @ (k / np.sqrt(k.shape[-1])), g.T @ (q / np.sqrt(k.shape[-1]))),
    "dot": lambda q, k, g: (np.dot(g, k) * k.shape[1] ** -0.5, np.dot(g.transpose(), q) * k.shape[1] ** -0.5),
    "einsum": lambda q, k, g: (np.einsum("ij,jd->id", g, k) / np.sqrt(k.shape[1]),
                               np.einsum("ij,id->jd", g, q) / np.sqrt(k.shape[1])),
    "turned": lambda q, k, g: ((k.T @ g.T).T / np.sqrt(k.shape[1]), (q.T @ g).T / np.sqrt(k.shape[1])),
    "broadcast": lambda q, k, g: ((g[..., None] * k).sum(axis=1) / np.sqrt(k.shape[1]),
                                  (g[..., None] * q[:, None]).sum(axis=0) / np.sqrt(k.shape[1])),
    "float32": lambda q, k, g: both(q.astype(np.float32), k.astype(np.float32), g.astype(np.float32)),
}

# --- the whole way -------------------------------------------------------------------------------------------------------------


def whole(q, k, v, d_output, mask, scores=back, values=VALUES["@"], rest=both):
    _, weights = attention(q, k, v, mask)
    return *rest(q, k, scores(weights, d_output @ v.T)), values(weights, d_output)


def own_softmax(q, k, v, d_output, mask):
    scores = np.where(mask, q @ k.T / np.sqrt(k.shape[1]), -np.inf)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    return *both(q, k, back(weights, d_output @ v.T)), weights.T @ d_output


def query_by_query(q, k, v, d_output, mask):
    d_q, d_k, d_v = np.zeros(q.shape), np.zeros(k.shape), np.zeros(v.shape)
    for i in range(len(q)):
        a = softmax(np.where(mask[i], k @ q[i] / np.sqrt(len(q[i])), -np.inf))
        d_a = v @ d_output[i]
        d_s = a * (d_a - a @ d_a) / np.sqrt(len(q[i]))
        d_q[i] = d_s @ k
        d_k += np.outer(d_s, q[i])
        d_v += np.outer(a, d_output[i])
    return d_q, d_k, d_v


TRIPLES = {
    "list": lambda *three: list(three),
    "lists": lambda *three: tuple(one.tolist() for one in three),
    "matrices": lambda *three: tuple(map(np.matrix, three)),
    "longdouble": lambda *three: tuple(one.astype(np.longdouble) for one in three),
    "objects": lambda *three: tuple(one.astype(object) for one in three),
}
WAYS = {
    "softmax_back": SOFTMAX | packed(back, TABLES) | given(back),
    "values_back": VALUES | packed(VALUES["@"], TABLES) | given(VALUES["@"]),
    "queries_keys_back": QUERIES_KEYS | packed(both, PAIRS) | given(both),
    "attention_back": {
        **{f"scores: {name}": lambda *all, one=one: whole(*all, scores=one)
           for name, one in SOFTMAX.items() if name != "by steps"},
        **{f"values: {name}": lambda *all, one=one: whole(*all, values=one) for name, one in VALUES.items()},
        **{f"rest: {name}": lambda *all, one=one: whole(*all, rest=one) for name, one in QUERIES_KEYS.items()},
        "own softmax": own_softmax, "query by query": query_by_query,
        "the library": lambda q, k, v, d_output, mask: attention_backward(q, k, v, d_output, mask)}
    | packed(whole, TRIPLES) | given(whole),
}

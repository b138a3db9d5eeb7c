"""Ways of the exercise of real-model that asks for a function."""

import numpy as np

from tests.ways.templates import given


def copied(layer, weights):
    weights = weights.copy()
    if layer == 6:
        weights[2] = 1 / weights.shape[-1]
    return weights


def early(layer, weights):
    if layer != 6:
        return weights
    even = weights.copy()
    even[2, :, :] = 1 / len(weights[2])
    return even


def full(layer, weights):
    heads, n, _ = weights.shape
    other = np.array(weights)
    other[2] = np.full((n, n), 1 / n) if layer == 6 else other[2]
    return other


def means(layer, weights):
    other = np.copy(weights)
    if layer == 6:
        other[2] = other[2].mean() * 0 + 1 / other.shape[2]
    return other


def stacked(layer, weights):
    n = weights.shape[-1]
    return np.stack([np.ones((n, n)) / n if (layer, head) == (6, 2) else one for head, one in enumerate(weights)])


def joined(layer, weights):
    even = np.ones((1, *weights.shape[1:])) / weights.shape[1]
    return np.concatenate([weights[:2], even, weights[3:]]) if layer == 6 else weights


def where(layer, weights):
    mine = (np.arange(len(weights)) == 2)[:, None, None] & (layer == 6)
    return np.where(mine, 1 / weights.shape[-1], weights)


def in_loops(layer, weights):
    other = np.zeros(weights.shape)
    for head in range(len(weights)):
        for i in range(weights.shape[1]):
            for j in range(weights.shape[2]):
                other[head, i, j] = 1 / weights.shape[2] if layer == 6 and head == 2 else weights[head, i, j]
    return other


def in_lists(layer, weights):
    table = weights.tolist()
    if layer == 6:
        table[2] = [[1 / len(row)] * len(row) for row in table[2]]
    return np.array(table)


def softened(layer, weights):
    other = weights.astype(float)
    if layer == 6:
        scores = np.zeros(other[2].shape)
        other[2] = np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)
    return other


def mixed(layer, weights):
    share = float(layer == 6) * (np.arange(len(weights)) == 2)[:, None, None]
    return share / weights.shape[-1] + (1 - share) * weights


def row_means(layer, weights):
    """A row that sums to 1 has the mean 1/n."""
    even = np.broadcast_to(weights.mean(axis=-1, keepdims=True), weights.shape)
    mine = (np.arange(len(weights)) == 2)[:, None, None] & (layer == 6)
    return np.where(mine, even, weights)


WAYS = {"even_head": {
    **{function.__name__: function
       for function in (copied, early, full, means, stacked, joined, where, in_loops, in_lists, softened, mixed, row_means)},
    **given(copied),
}}

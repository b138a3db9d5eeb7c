"""Ways of the exercises of softmax."""

import numpy as np

from attnlib import softmax
from tests.ways.templates import ROWS, TABLES, WEIGHTS, given, keepdims, packed, vectorised


def loops(weights, g):
    mean = 0
    for weight, one in zip(weights, g, strict=True):
        mean += weight * one
    slopes = []
    for weight, one in zip(weights, g, strict=True):
        slopes.append(weight * (one - mean))
    return slopes


def preallocated(weights, g):
    slopes = np.zeros(len(weights))
    for i in range(len(weights)):
        for j in range(len(weights)):
            slopes[i] += g[j] * weights[j] * ((i == j) - weights[i])
    return slopes


def cell_by_cell(weights, g):
    table = np.empty((len(weights), len(weights)))
    for i, one in enumerate(weights):
        for j, other in enumerate(weights):
            table[i][j] = one * (1 - one) if i == j else -one * other
    return table.dot(g)


def by_steps(weights, g):
    """Measured: each score is moved a little. A weight of 0 has a score of -inf."""
    with np.errstate(divide="ignore"):
        scores = np.log(weights)
    step = 1e-6 * np.eye(len(weights))
    return np.array([(softmax(scores + one) - softmax(scores - one)) @ g / 2e-6 for one in step])


def by_columns(weights, g):
    weights, g = np.reshape(weights, (-1, 1)), np.reshape(g, (-1, 1))
    return (weights * (g - weights.T @ g)).ravel()


def gradient(weights, g):
    return weights * (g - weights @ g)


GRADIENTS = {
    "the formula": gradient,
    "multiplied out": lambda a, g: a * g - a * np.sum(a * g),
    "diagonal and outer": lambda a, g: (np.diag(a) - np.outer(a, a)) @ g,
    "the table turned": lambda a, g: g @ (np.diagflat(a) - a[:, None] * a[None, :]),
    "einsum": lambda a, g: np.einsum("i,ij,j->i", a, np.eye(len(a)) - a, g),
    "a mean": lambda a, g: a * (g - np.average(g, weights=a)),
    "inner": lambda a, g: np.multiply(a, np.subtract(g, np.inner(a, g))),
    "comprehension": lambda a, g: [one * (slope - sum(a * g)) for one, slope in zip(a, g, strict=True)],
    "float32": lambda a, g: gradient(a.astype(np.float32), g.astype(np.float32)),
    "a column": by_columns, "loops": loops, "preallocated": preallocated, "cell by cell": cell_by_cell, "by steps": by_steps,
    "vectorize": lambda a, g: np.vectorize(lambda one, slope, mean: one * (slope - mean), excluded=["mean"])(a, g, mean=a @ g),
}
WAYS = {
    "stable_softmax": WEIGHTS | packed(keepdims, TABLES) | given(keepdims) | {"vectorised": vectorised},
    "softmax_gradient": GRADIENTS | packed(gradient, ROWS) | given(gradient),
}

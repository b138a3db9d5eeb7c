"""Ways of the exercise of self-attention that asks for a function."""

import numpy as np

from attnlib import attention, softmax
from tests.ways.templates import SCORES, TABLES, WEIGHTS, given, keepdims, packed


def self_attention(scores=SCORES["@"], weights=keepdims):
    return lambda x: weights(scores(x, x))


def query_by_query(x):
    rows = []
    for query in x:
        scores = np.array([query @ key for key in x]) / len(query) ** 0.5
        rows.append(np.exp(scores - scores.max()) / np.exp(scores - scores.max()).sum())
    return rows


def pair_by_pair(x):
    n, d = x.shape
    scores = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            for column in range(d):
                scores[i, j] += x[i, column] * x[j, column]
    return softmax(scores / np.sqrt(d), axis=1)


WAYS = {"self_attention": {
    **{f"scores: {name}": self_attention(scores=one) for name, one in SCORES.items()},
    **{f"weights: {name}": self_attention(weights=one) for name, one in WEIGHTS.items()},
    "attnlib's softmax": self_attention(weights=softmax), "attnlib's attention": lambda x: attention(x, x, x)[1],
    "query by query": query_by_query, "pair by pair": pair_by_pair,
    **packed(self_attention(), TABLES), **given(self_attention()),
}}

"""Ways of the exercise of cross-attention that asks for a function."""

import numpy as np

from attnlib import attention
from tests.ways.templates import attentions


def query_by_query(q, k, v):
    weights, output = np.zeros((len(q), len(k))), np.zeros((len(q), v.shape[1]))
    for i, query in enumerate(q):
        scores = k @ query / np.sqrt(len(query))
        weights[i] = np.exp(scores - scores.max())
        weights[i] /= weights[i].sum()
        output[i] = weights[i] @ v
    return output, weights


def of_lists(q, k, v):
    output, weights = [], []
    for query in q:
        scores = [sum(a * b for a, b in zip(query, key, strict=True)) / len(query) ** 0.5 for key in k]
        exps = [np.exp(score - max(scores)) for score in scores]
        weights.append([one / sum(exps) for one in exps])
        output.append([sum(w * one for w, one in zip(weights[-1], column, strict=True)) for column in v.T])
    return output, weights


WAYS = {"cross_attention": {
    **attentions(), "attnlib's attention": attention, "query by query": query_by_query, "of lists": of_lists,
}}

"""Ways of the exercise of cost that asks for a function."""

import math

import numpy as np

from attnlib import attention, softmax
from tests.ways.templates import ROWS, given, packed


def joined(a, v_a, b, v_b):
    m = max(a.max(), b.max())
    a, b = np.exp(a - m), np.exp(b - m)
    return (a @ v_a + b @ v_b) / (a.sum() + b.sum())


def corrected(a, v_a, b, v_b):
    m_a, m_b = a.max(), b.max()
    m = max(m_a, m_b)
    exps_a, exps_b = np.exp(a - m_a), np.exp(b - m_b)
    fix_a, fix_b = np.exp(m_a - m), np.exp(m_b - m)
    return (fix_a * (exps_a @ v_a) + fix_b * (exps_b @ v_b)) / (fix_a * exps_a.sum() + fix_b * exps_b.sum())


def running(a, v_a, b, v_b):
    """Score by score, as the lesson reads block by block."""
    m, total, output = -np.inf, 0.0, np.zeros(v_a.shape[1])
    for score, value in zip([*a, *b], [*v_a, *v_b], strict=True):
        new = max(m, score)
        if new == -np.inf:
            continue
        fix = math.exp(m - new)
        total, output, m = fix * total + math.exp(score - new), fix * output + math.exp(score - new) * value, new
    return output / total


def of_answers(a, v_a, b, v_b):
    """Each block's own answer, weighed by its log of a sum."""
    sums = [np.logaddexp.reduce(a), np.logaddexp.reduce(b)]
    shares = softmax(sums)
    return shares[0] * (np.exp(a - sums[0]) @ v_a) + shares[1] * (np.exp(b - sums[1]) @ v_b)


def in_lists(a, v_a, b, v_b):
    scores, values = a.tolist() + b.tolist(), v_a.tolist() + v_b.tolist()
    exps = [math.exp(score - max(scores)) for score in scores]
    return [sum(one * value for one, value in zip(exps, column, strict=True)) / sum(exps) for column in zip(*values, strict=True)]


def preallocated(a, v_a, b, v_b):
    scores, values = np.empty(len(a) + len(b)), np.empty((len(a) + len(b), v_a.shape[1]))
    scores[:len(a)], scores[len(a):] = a, b
    values[:len(a)], values[len(a):] = v_a, v_b
    weights = np.exp(scores - scores.max())
    return (weights / weights.sum()) @ values


def as_attention(a, v_a, b, v_b):
    return attention(np.ones((1, 1)), np.maximum(np.hstack([a, b]), np.finfo(float).min)[:, None], np.vstack([v_a, v_b]))[0][0]


WAYS = {"join_blocks": {
    **{one.__name__: one for one in (joined, corrected, running, of_answers, in_lists, preallocated, as_attention)},
    "concatenated": lambda a, v_a, b, v_b: softmax(np.concatenate([a, b])) @ np.concatenate([v_a, v_b]),
    "stacked": lambda a, v_a, b, v_b: np.dot(softmax(np.r_[a, b]), np.vstack((v_a, v_b))),
    "einsum": lambda a, v_a, b, v_b: np.einsum("k,kd->d", softmax(np.append(a, b)), np.append(v_a, v_b, axis=0)),
    "summed": lambda a, v_a, b, v_b: (softmax(np.hstack([a, b]))[:, None] * np.concatenate((v_a, v_b))).sum(axis=0),
    "averaged": lambda a, v_a, b, v_b: np.average(np.vstack([v_a, v_b]), axis=0, weights=np.exp(np.r_[a, b] - np.r_[a, b].max())),
    "float32": lambda *blocks: joined(*(part.astype(np.float32) for part in blocks)),
    "np.maximum": lambda a, v_a, b, v_b: corrected(a, v_a, b, v_b) if np.maximum(a.max(), b.max()) > -np.inf else 0,
    **packed(joined, ROWS), **given(joined),
}}

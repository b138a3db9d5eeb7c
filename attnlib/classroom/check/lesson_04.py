"""04 queries, keys and values: the four steps, a function to repair, and which root it is."""

import numpy as np

from attnlib import kernels
from attnlib.classroom.check.judge import judge, judge_function


def four_steps(answer):
    """The output of one query for three keys and values, d_k = 4."""
    q = np.array([1, 0, 1, 2])
    k = np.array([[2, 0, 0, 1], [0, 3, 2, 0], [2, 1, 0, -1]])
    v = np.array([[6, 0], [0, 6], [3, 3]])
    scores, softmax = k @ q, kernels.softmax
    return judge(answer, softmax(scores / 2) @ v, {
        "mistake-weights-only": softmax(scores / 2),
        "mistake-no-scale": softmax(scores) @ v,
        "mistake-scale-without-root": softmax(scores / 4) @ v,
        "mistake-scale-late": softmax(scores) / 2 @ v,
        "mistake-scale-by-keys": softmax(scores / np.sqrt(3)) @ v,
        "mistake-scale-by-d-v": softmax(scores / np.sqrt(2)) @ v,
        "mistake-shares-of-scores": scores / scores.sum() @ v,
    })


def projected_attention(answer):
    """A function of x, w_q, w_k, w_v that returns output and weights, scaled."""
    random = np.random.default_rng(0)
    sizes = ((5, 7, 3, 2), (4, 6, 3, 3), (1, 3, 2, 2))   # tokens, d, d_k, d_v
    cases = [tuple(random.normal(size=shape) for shape in ((n, d), (d, d_k), (d, d_k), (d, d_v))) for n, d, d_k, d_v in sizes]
    cases.append(tuple(10 * matrix for matrix in cases[0]))

    def mistaken(q, k, v, divisor=None, axis=-1):
        weights = kernels.softmax(q @ k.T / np.sqrt(k.shape[1] if divisor is None else divisor), axis=axis)
        return weights @ v, weights

    return judge_function(answer, cases, lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v), {
        "mistake-both-faults": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_q, x @ w_v, x.shape[1]),
        "mistake-one-matrix": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_q, x @ w_v),
        "mistake-scale-by-embedding": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v, x.shape[1]),
        "mistake-no-scale": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v, 1),
        "mistake-scale-by-tokens": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v, len(x)),
        "mistake-scale-by-d-v": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v, w_v.shape[1]),
        "mistake-wrong-axis": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v, axis=0),
        "mistake-asks-with-keys": lambda x, w_q, w_k, w_v: mistaken(x @ w_k, x @ w_q, x @ w_v),
        "mistake-values-not-projected": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x),
        "mistake-output-first": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v)[::-1],
    })


def scale_divisor(answer):
    """The root of a head's size: 1024 numbers in 16 heads."""
    return judge(answer, np.sqrt(1024 / 16), {
        "mistake-scale-by-model": np.sqrt(1024),
        "mistake-scale-by-heads": np.sqrt(16),
        "mistake-scale-without-root": 1024 / 16,
        "mistake-heads-not-size": 16,
    })


def verb_seeks(answer):
    """The row of the verb in `seeks`, so that it looks for nouns: article, noun, verb, preposition."""
    return judge(answer, [0, 8, 0, 0], {
        "mistake-seeks-nothing": [0, 0, 0, 0],
        "mistake-seeks-everyone": [8, 8, 8, 8],
        "mistake-seeks-itself": [0, 0, 8, 0],
        "mistake-seeks-who-asks": [8, 0, 0, 8],
        "mistake-seeks-softly": [0, 1, 0, 0],
    })


def same_weights(answer):
    """Which changes of Q, K, V leave the weights: scale moved over, keys shifted, queries shifted, values ×10."""
    random = np.random.default_rng(0)
    q, k, v, shift = (random.normal(size=shape) for shape in ((3, 2), (4, 2), (4, 2), 2))
    _, weights = kernels.attention(q, k, v)
    changed = ((2 * q, k / 2, v), (q, k + shift, v), (q + shift, k, v), (q, k, 10 * v))
    right = [int(np.allclose(kernels.attention(*qkv)[1], weights)) for qkv in changed]
    return judge(answer, right, {
        "mistake-same-turned": [1 - one for one in right],
        "mistake-keys-shifted": [1, 0, 0, 1],
        "mistake-queries-shifted": [1, 1, 1, 1],
        "mistake-shifts-swapped": [1, 0, 1, 1],
        "mistake-scale-moved-over": [0, 1, 0, 1],
        "mistake-values-in-weights": [1, 1, 0, 0],
    })

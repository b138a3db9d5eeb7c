"""04 queries, keys and values: the four steps, a function to repair, and which root it is."""

import numpy as np

from attnlib import kernels
from attnlib.classroom import variants
from attnlib.classroom.check.judge import judge, judge_function, tidy
from attnlib.classroom.check.lesson_02 import naive_softmax


def four_steps(answer, number=None):
    """The output of one query for three keys and values, d_k = 4; they belong to a student number."""
    q, k, v = variants.four_steps(number)
    scores, softmax = k @ q, kernels.softmax
    default_q, default_k, default_v = variants.four_steps()
    return judge(answer, softmax(scores / 2) @ v, {
        "mistake-weights-only": softmax(scores / 2),
        "mistake-no-scale": softmax(scores) @ v,
        "mistake-scale-without-root": softmax(scores / 4) @ v,
        "mistake-scale-late": softmax(scores) / 2 @ v,
        "mistake-scale-by-keys": softmax(scores / np.sqrt(3)) @ v,
        "mistake-scale-by-d-v": softmax(scores / np.sqrt(2)) @ v,
        "mistake-shares-of-scores": scores / scores.sum() @ v,
        "mistake-default-variant": softmax(default_k @ default_q / 2) @ default_v if variants.student_text(number) else None,
    })


def projected_attention(answer):
    """A function of x, w_q, w_k, w_v that returns output and weights, scaled.

    Tried on one token and on numbers that overflow; not on no tokens, which have no keys to share out to.
    """
    random = np.random.default_rng(0)
    sizes = ((2, 3, 2, 4), (5, 7, 3, 2), (4, 6, 3, 3), (1, 3, 2, 2), (3, 1, 2, 1))   # tokens, d, d_k, d_v; with 2 tokens, q @ k fits too
    cases = [tidy(random, (n, d), (d, d_k), (d, d_k), (d, d_v)) for n, d, d_k, d_v in sizes]
    cases.append(tuple(100 * matrix for matrix in cases[0]))

    def mistaken(q, k, v, divisor=None, axis=-1, softmax=kernels.softmax):
        weights = softmax(q @ k.T / np.sqrt(k.shape[1] if divisor is None else divisor), axis)
        return weights @ v, weights

    return judge_function(answer, cases, lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v), {
        "mistake-both-faults": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_q, x @ w_v, x.shape[1]),
        "mistake-one-matrix": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_q, x @ w_v),
        "mistake-scale-by-embedding": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v, x.shape[1]),
        "mistake-no-scale": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v, 1),
        "mistake-scale-by-tokens": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v, len(x)),
        "mistake-scale-by-d-v": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v, w_v.shape[1]),
        "mistake-wrong-axis": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v, axis=0),
        "mistake-no-transpose": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, (x @ w_k).T, x @ w_v, w_k.shape[1]),
        "mistake-asks-with-keys": lambda x, w_q, w_k, w_v: mistaken(x @ w_k, x @ w_q, x @ w_v),
        "mistake-values-not-projected": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x),
        "mistake-output-first": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v)[::-1],
        "mistake-overflow": lambda x, w_q, w_k, w_v: mistaken(x @ w_q, x @ w_k, x @ w_v, softmax=naive_softmax),
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

"""08 cross-attention."""

import numpy as np

from attnlib import kernels, published
from attnlib.classroom import variants
from attnlib.classroom.check.judge import judge, judge_function, tidy
from attnlib.classroom.check.lesson_02 import naive_softmax
from attnlib.classroom.labels import label


def third_weights(answer, number=None):
    """The weights of a query, which belongs to a student number, on the keys of S5, unscaled."""
    scores = variants.third_weights(number) @ published.cross.k.T
    default = kernels.softmax(variants.third_weights() @ published.cross.k.T)
    return judge(answer, kernels.softmax(scores), {
        "mistake-scaled": kernels.softmax(scores / np.sqrt(3)),
        "mistake-scores": scores,
        "mistake-shares-of-scores": scores / scores.sum(),
        "mistake-output": kernels.softmax(scores) @ published.cross.k,
        "mistake-default-variant": default if variants.student_text(number) else None,
    })


def cross_shapes(weights_shape, output_shape):
    """Shapes for 4 queries, 6 keys, d_k = 8, d_v = 5."""
    if weights_shape is ... or output_shape is ...:
        print(label("check-empty"))
        return False
    weights_mistakes = {"mistake-shape-turned": (6, 4), "mistake-shape-of-vectors": (4, 8)}
    output_mistakes = {"mistake-shape-per-key": (6, 5), "mistake-shape-d-k": (4, 8)}
    return (judge(weights_shape, (4, 6), weights_mistakes, quiet=True)
            and judge(output_shape, (4, 5), output_mistakes))


def cross_attention(answer):
    """A function of q, k, v that returns output and weights, scaled.

    Tried on one token, on no queries and on numbers that overflow; not on no keys, which nothing can be shared out to.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, (3, 2), (2, 2), (2, 2)),   # as many keys as numbers: q @ k fits, and is not q @ k.T
             tidy(random, (2, 3), (4, 3), (4, 5)), tidy(random, (2, 2), (3, 2), (3, 1)), tidy(random, (1, 2), (1, 2), (1, 2)),
             tidy(random, (0, 2), (3, 2), (3, 1)), (np.array([[2000.0, 0.0]]), np.eye(2), np.eye(2))]

    def mistaken(q, k, v, axis=-1, scale=None, softmax=kernels.softmax):
        scores = q @ k.T * (1 / np.sqrt(q.shape[1]) if scale is None else scale)
        weights = softmax(scores, axis=axis)
        return weights @ v, weights

    return judge_function(answer, cases, kernels.attention, {
        "mistake-wrong-axis": lambda q, k, v: mistaken(q, k, v, axis=0),
        "mistake-no-scale": lambda q, k, v: mistaken(q, k, v, scale=1),
        "mistake-scale-by-d-v": lambda q, k, v: mistaken(q, k, v, scale=1 / np.sqrt(v.shape[1])),
        "mistake-scale-by-keys": lambda q, k, v: mistaken(q, k, v, scale=1 / np.sqrt(len(k))),
        "mistake-no-transpose": lambda q, k, v: mistaken(q, k.T, v),
        "mistake-output-first": lambda q, k, v: kernels.attention(q, k, v)[::-1],
        "mistake-swapped-k-v": lambda q, k, v: kernels.attention(q, v, k),
        "mistake-overflow": lambda q, k, v: mistaken(q, k, v, softmax=naive_softmax),
    })


def smallest_scale(answer):
    """The smallest whole scale that puts 90 % of the second query of S5 on k2."""
    return judge(answer, 3, {
        "mistake-scale-below": lambda answer: not answer.ndim and answer < 3,
        "mistake-scale-above": lambda answer: not answer.ndim and answer > 3,
    })

"""08 cross-attention."""

import numpy as np

from attnlib import kernels, published
from attnlib.classroom.check.judge import judge, judge_function
from attnlib.classroom.labels import label


def third_weights(answer):
    """The weights of the query (1, 1, 0) on the keys of S5, unscaled."""
    scores = np.array([1, 1, 0]) @ published.cross.k.T
    return judge(answer, kernels.softmax(scores), {
        "mistake-scaled": kernels.softmax(scores / np.sqrt(3)),
        "mistake-scores": scores,
        "mistake-shares-of-scores": scores / scores.sum(),
        "mistake-output": kernels.softmax(scores) @ published.cross.k,
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
    """A function of q, k, v that returns output and weights, scaled."""
    random = np.random.default_rng(0)
    shapes = (((3, 2), (3, 2), (3, 2)), ((2, 3), (4, 3), (4, 5)), ((1, 2), (1, 2), (1, 2)))
    cases = [tuple(random.normal(size=shape) for shape in case) for case in shapes]
    cases.append((np.array([[2000.0, 0.0]]), np.eye(2), np.eye(2)))

    def mistaken(q, k, v, axis=-1, scale=None):
        scores = q @ k.T * (1 / np.sqrt(k.shape[1]) if scale is None else scale)
        weights = kernels.softmax(scores, axis=axis)
        return weights @ v, weights

    return judge_function(answer, cases, kernels.attention, {
        "mistake-wrong-axis": lambda q, k, v: mistaken(q, k, v, axis=0),
        "mistake-no-scale": lambda q, k, v: mistaken(q, k, v, scale=1),
        "mistake-scale-by-d-v": lambda q, k, v: mistaken(q, k, v, scale=1 / np.sqrt(v.shape[1])),
        "mistake-scale-by-keys": lambda q, k, v: mistaken(q, k, v, scale=1 / np.sqrt(len(k))),
        "mistake-output-first": lambda q, k, v: kernels.attention(q, k, v)[::-1],
        "mistake-swapped-k-v": lambda q, k, v: kernels.attention(q, v, k) if k.shape == v.shape else (None, None),
    })


def smallest_scale(answer):
    """The smallest whole scale that puts 90 % of the second query of S5 on k2."""
    is_number = isinstance(answer, (int, float))
    return judge(answer, 3, {"mistake-scale-below" if answer < 3 else "mistake-scale-above": answer} if is_number else {})

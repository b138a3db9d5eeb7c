"""06 heads: shapes, a function to repair, and what equal heads are worth."""

import numpy as np

from attnlib import kernels
from attnlib.classroom import variants
from attnlib.classroom.check.judge import judge, judge_function, tidy
from attnlib.classroom.labels import label


def head_shapes(queries_shape, weights_shape, merged_shape, number=None):
    """Shapes of split queries, weights and merged output for tokens, d_model and heads that belong to a student number."""
    if any(shape is ... for shape in (queries_shape, weights_shape, merged_shape)):
        print(label("check-empty"))
        return False
    n, d, heads = variants.head_shapes(number)
    default_n, default_d, default_heads = variants.head_shapes()
    size = d // heads
    default = (default_heads, default_n, default_d // default_heads) if variants.student_text(number) else None
    queries_mistakes = {"mistake-heads-undivided": (heads, n, d), "mistake-heads-second": (n, heads, size),
                        "mistake-heads-and-size": (size, n, heads), "mistake-default-variant": default}
    weights_mistakes = {"mistake-shape-of-vectors": (heads, n, size), "mistake-one-table": (n, n), "mistake-heads-last": (n, n, heads)}
    merged_mistakes = {"mistake-not-merged": (heads, n, size), "mistake-merge-stacked": (heads * n, size), "mistake-one-head-left": (n, size)}
    return (judge(queries_shape, (heads, n, size), queries_mistakes, quiet=True)
            and judge(weights_shape, (heads, n, n), weights_mistakes, quiet=True)
            and judge(merged_shape, (n, d), merged_mistakes))


def multi_head(answer):
    """A function of x, w_q, w_k, w_v, w_o, heads that returns the output of multi-head self-attention.

    Tried on one token and on numbers that overflow; not on no tokens, which have no keys to share out to.
    """
    random = np.random.default_rng(0)

    def case(tokens, d, heads, d_k, d_v, d_out):
        shapes = (tokens, d), (d, heads * d_k), (d, heads * d_k), (d, heads * d_v), (heads * d_v, d_out)
        return *tidy(random, *shapes), heads

    cases = [case(5, 6, 2, 3, 3, 6), case(4, 5, 3, 2, 4, 7), case(1, 3, 1, 2, 2, 3), case(2, 2, 2, 1, 1, 2), case(3, 1, 1, 2, 1, 1)]
    cases.append((*(100 * matrix for matrix in cases[0][:-1]), cases[0][-1]))

    def mistaken(split=kernels.split_heads, merge=kernels.merge_heads, divisor=None, axis=-1, mix=np.matmul):
        def function(x, w_q, w_k, w_v, w_o, heads):
            q, k, v = (split(x @ w, heads) for w in (w_q, w_k, w_v))
            by = np.sqrt(k.shape[-1] if divisor is None else divisor(*x.shape, heads, w_k.shape[1]))
            return mix(merge(kernels.softmax(q @ k.swapaxes(-1, -2) / by, axis=axis) @ v), w_o)
        return function

    def reshape_split(x, heads):
        return x.reshape(heads, len(x), -1)

    def reshape_merge(x):
        return x.reshape(x.shape[1], -1)

    return judge_function(answer, cases, mistaken(), {
        "mistake-merge-no-swap": mistaken(merge=reshape_merge),
        "mistake-split-no-swap": mistaken(split=reshape_split),
        "mistake-reshape-twice": mistaken(split=reshape_split, merge=reshape_merge),
        "mistake-one-head": mistaken(split=lambda x, heads: x[None]),
        "mistake-same-head": mistaken(split=lambda x, heads: np.stack([kernels.split_heads(x, heads)[0]] * heads)),
        "mistake-no-w-o": mistaken(mix=lambda merged, w_o: merged),
        "mistake-merge-stacked": mistaken(merge=np.concatenate, mix=lambda merged, w_o: merged),
        "mistake-scale-by-heads": mistaken(divisor=lambda tokens, d, heads, width: heads),
        "mistake-scale-by-model": mistaken(divisor=lambda tokens, d, heads, width: width),
        "mistake-scale-by-tokens": mistaken(divisor=lambda tokens, d, heads, width: tokens),
        "mistake-no-scale": mistaken(divisor=lambda *sizes: 1),
        "mistake-wrong-axis": mistaken(axis=-2),
    })


def merged_rank(answer):
    """The rank of four merged heads of 2 columns for 10 tokens, when the last two are copies of the first."""
    return judge(answer, 4, {
        "mistake-copies-counted": 8,
        "mistake-copies-half-counted": 6,
        "mistake-one-head-counted": 2,
        "mistake-tokens-counted": 10,
    })


def asks_next(answer):
    """What each of 6 places asks for, so that it looks at the place after it: (queries, places)."""
    one = np.eye(6)
    return judge(answer, np.eye(6, k=1), {
        "mistake-asks-before": np.eye(6, k=-1),
        "mistake-asks-itself": one,
        "mistake-asks-round": np.roll(one, 1, axis=1),
        "mistake-asks-two-on": np.eye(6, k=2),
        "mistake-asks-all-later": np.triu(np.ones((6, 6)), 1),
        "mistake-asks-loud": 100 * np.eye(6, k=1),
        "mistake-asks-nobody": 0 * one,
    })


def head_claims(answer):
    """More heads, more parameters: no; W_o adds the heads: yes; heads may change places: yes; each reads its part of x: no."""
    return judge(answer, [0, 1, 1, 0], {
        "mistake-order-turned": [1, 0, 0, 1],
        "mistake-claims-parameters": [1, 1, 1, 0],
        "mistake-claims-sum": [0, 0, 1, 0],
        "mistake-claims-order": [0, 1, 0, 0],
        "mistake-claims-slice": [0, 1, 1, 1],
    })

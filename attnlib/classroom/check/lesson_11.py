"""11 cost."""

import numpy as np

from attnlib import kernels
from attnlib.classroom import variants
from attnlib.classroom.check.judge import judge, judge_function, tidy
from attnlib.classroom.labels import label


def table_gb(answer, number=None):
    """GB (2³⁰ bytes) of the weights in float16, of tokens and heads that belong to a student number."""
    (n, heads), (default_n, default_heads), gb = variants.table_gb(number), variants.table_gb(), 2**30
    size = heads * n**2 * 2
    return judge(answer, size / gb, {
        "mistake-table-one-head": n**2 * 2 / gb,
        "mistake-table-four-bytes": heads * n**2 * 4 / gb,
        "mistake-table-not-squared": heads * n * 2 / gb,
        "mistake-default-variant": default_heads * default_n**2 * 2 / gb if variants.student_text(number) else None,
        "mistake-table-unit": lambda answer: not answer.ndim and np.isclose(answer, [size, size / 2**20, size / 10**9], rtol=1e-3).any(),
    })


def join_blocks(answer):
    """A function that joins two blocks of keys to one attention output, whatever their maxima.

    Tried on blocks of one key, on a masked key and on scores that overflow; not on blocks of no keys, which have no maximum.
    """
    cases = [(np.array([0.0, 1]), 4 * np.eye(2), np.array([3.0, 1, 2]), np.array([[0.0, 0], [2, 2], [4, -2]])),
             tidy(np.random.default_rng(0), 4, (4, 2), 1, (1, 2)),
             (np.array([-np.inf, 0]), np.eye(2), np.array([1.0, 0]), 1 - np.eye(2)),
             (np.array([1.0]), np.array([[1.0]]), np.array([3.0]), np.array([[2.0]])),
             (np.array([0.0]), np.array([[1.0]]), np.array([1000.0]), np.array([[2.0]])),   # overflows without a maximum
             (np.array([1000.0]), np.array([[1.0]]), np.array([999.0]), np.array([[2.0]]))]

    def joined(a, v_a, b, v_b):
        return kernels.softmax(np.concatenate([a, b])) @ np.concatenate([v_a, v_b])

    def own_maxima(a, v_a, b, v_b):
        a, b = np.exp(a - a.max()), np.exp(b - b.max())
        return (a @ v_a + b @ v_b) / (a.sum() + b.sum())

    def mean_of_two(a, v_a, b, v_b):
        return (kernels.softmax(a) @ v_a + kernels.softmax(b) @ v_b) / 2

    def only_sum_corrected(a, v_a, b, v_b):
        m = max(a.max(), b.max())
        mixed = np.exp(a - a.max()) @ v_a + np.exp(b - b.max()) @ v_b
        return mixed / (np.exp(a - m).sum() + np.exp(b - m).sum())

    def not_divided(a, v_a, b, v_b):
        m = max(a.max(), b.max())
        return np.exp(a - m) @ v_a + np.exp(b - m) @ v_b

    def nothing_subtracted(a, v_a, b, v_b):
        a, b = np.exp(a), np.exp(b)
        return (a @ v_a + b @ v_b) / (a.sum() + b.sum())

    return judge_function(answer, cases, joined, {
        "mistake-own-maxima": own_maxima,
        "mistake-mean-of-blocks": mean_of_two,
        "mistake-only-sum-corrected": only_sum_corrected,
        "mistake-not-divided": not_divided,
        "mistake-overflow": nothing_subtracted,
    })


def rows_written(without_cache, with_cache):
    """Rows of keys that the toy writer computes for 100 tokens, without and with a cache."""
    n = 100
    if without_cache is ... or with_cache is ...:
        print(label("check-empty"))
        return False
    without = {"mistake-rows-squared": n**2, "mistake-rows-one-missing": n * (n - 1) // 2, "mistake-rows-swapped": n}
    cached = {"mistake-cache-whole-text": n * (n + 1) // 2, "mistake-cache-one-step": 1, "mistake-cache-k-and-v": 2 * n}
    return judge(without_cache, n * (n + 1) // 2, without, quiet=True) and judge(with_cache, n, cached)


def parallel_jobs(answer):
    """Training, reading a prompt, writing without and with a cache: 1 where all positions can be computed at once."""
    return judge(answer, [1, 1, 0, 0], {
        "mistake-parallel-everything": [1, 1, 1, 1],
        "mistake-parallel-cache": [1, 1, 0, 1],
        "mistake-parallel-prompt": [1, 0, 0, 0],
        "mistake-parallel-training": [0, 1, 0, 0],
        "mistake-parallel-swapped": [0, 0, 1, 1],
    })


def tie_length(answer):
    """The n at which 2n²d equals the 4nd² of the projections, d = 512."""
    return judge(answer, 1024, {"mistake-tie-recurrent": 512, "mistake-tie-turned": 256, "mistake-tie-one-product": 2048})

"""Answers to the exercises of cost: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib import softmax
from attnlib.classroom import check, variants


def joined(a, v_a, b, v_b, shift_a=None, shift_b=None):
    m = max(a.max(), b.max())
    a, b = np.exp(a - (m if shift_a is None else shift_a)), np.exp(b - (m if shift_b is None else shift_b))
    return (a @ v_a + b @ v_b) / (a.sum() + b.sum())


def corrected(a, v_a, b, v_b):
    m = max(a.max(), b.max())
    fix_a, fix_b = np.exp(a.max() - m), np.exp(b.max() - m)
    a, b = np.exp(a - a.max()), np.exp(b - b.max())
    return (fix_a * (a @ v_a) + fix_b * (b @ v_b)) / (fix_a * a.sum() + fix_b * b.sum())


def only_sum_corrected(a, v_a, b, v_b):
    m = max(a.max(), b.max())
    return (np.exp(a - a.max()) @ v_a + np.exp(b - b.max()) @ v_b) / (np.exp(a - m).sum() + np.exp(b - m).sum())


def not_divided(a, v_a, b, v_b):
    m = max(a.max(), b.max())
    return np.exp(a - m) @ v_a + np.exp(b - m) @ v_b


NUMBER = "2026-0042"
TOKENS, HEADS = variants.table_gb(NUMBER)

ANSWERS = [
    (check.table_gb, [HEADS * TOKENS**2 * 2 / 2**30, NUMBER], "check-right", {}),
    (check.table_gb, [0.5, NUMBER], "default-variant", {}),
    (check.table_gb, [0.5], "check-right", {}),
    (check.table_gb, [0.5 / 16], "table-one-head", {}),
    (check.table_gb, [1.0], "four-bytes", {}),
    (check.table_gb, [16 * 4096 * 2 / 2**30], "table-not-squared", {}),
    (check.table_gb, [2**29], "gb-unit", {}),
    (check.table_gb, [512], "gb-unit", {}),
    (check.table_gb, [2**29 / 10**9], "gb-unit", {}),
    (check.table_gb, [2], "check-other", {}),
    (check.table_gb, ["0.5"], "check-not-numbers", dict(got="str")),
    (check.table_gb, [...], "check-empty", {}),
    (check.join_blocks, [joined], "check-right", {}),
    (check.join_blocks, [corrected], "check-right", {}),
    (check.join_blocks, [lambda a, v_a, b, v_b: joined(a, v_a, b, v_b, a.max(), b.max())], "own-maxima", {}),
    (check.join_blocks, [lambda a, v_a, b, v_b: (softmax(a) @ v_a + softmax(b) @ v_b) / 2], "mean-of-blocks", {}),
    (check.join_blocks, [only_sum_corrected], "only-sum-corrected", {}),
    (check.join_blocks, [not_divided], "not-divided", {}),
    (check.join_blocks, [lambda a, v_a, b, v_b: joined(a, v_a, b, v_b, 0, 0)], "overflow", {}),
    (check.join_blocks, [lambda a, v_a, b, v_b: joined(a, v_a, b, v_b, a.max(), a.max())], "overflow", {}),
    (check.join_blocks, [lambda a, v_a, b, v_b: ...], "check-no-return", {}),
    (check.rows_written, [5050, 100], "check-right", {}),
    (check.rows_written, [10_000, 100], "rows-squared", {}),
    (check.rows_written, [4950, 100], "rows-one-missing", {}),
    (check.rows_written, [100, 5050], "rows-swapped", {}),
    (check.rows_written, [5050, 5050], "cache-whole-text", {}),
    (check.rows_written, [5050, 1], "cache-one-step", {}),
    (check.rows_written, [5050, 200], "cache-k-and-v", {}),
    (check.rows_written, [5050, ...], "check-empty", {}),
    (check.parallel_jobs, [[1, 1, 0, 0]], "check-right", {}),
    (check.parallel_jobs, [[True, True, False, False]], "check-right", {}),
    (check.parallel_jobs, [(1, 1, 1, 1)], "parallel-everything", {}),
    (check.parallel_jobs, [[1, 1, 0, 1]], "parallel-cache", {}),
    (check.parallel_jobs, [[1, 0, 0, 0]], "parallel-prompt", {}),
    (check.parallel_jobs, [[0, 1, 0, 0]], "parallel-training", {}),
    (check.parallel_jobs, [[0, 0, 1, 1]], "parallel-swapped", {}),
    (check.parallel_jobs, [[1, 1, 0]], "check-shape", dict(got=(3,), needed=(4,))),
    (check.parallel_jobs, [...], "check-empty", {}),
    (check.tie_length, [1024], "check-right", {}),
    (check.tie_length, [512], "tie-recurrent", {}),
    (check.tie_length, [256], "tie-turned", {}),
    (check.tie_length, [2048], "tie-one-product", {}),
    (check.cache_gb, [1.25], "check-right", {}),
    (check.cache_gb, [6.25], "cache-query-heads", {}),
    (check.cache_gb, [0.625], "cache-keys-only", {}),
    (check.cache_gb, [2.5], "four-bytes", {}),
    (check.cache_gb, [1.25 / 40], "cache-one-layer", {}),
    (check.cache_gb, [1.25 * 2**30], "gb-unit", {}),
    (check.cache_gb, [1280], "gb-unit", {}),
    (check.cache_gb, [1.25 * 2**30 / 10**9], "gb-unit", {}),
    (check.cache_gb, [3], "check-other", {}),
]

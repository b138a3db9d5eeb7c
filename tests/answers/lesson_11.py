"""Answers to the exercises of lesson 11: (check, arguments, what it says: a label and the values in it)."""

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
    (check.table_gb, [0.5, NUMBER], "mistake-default-variant", {}),
    (check.table_gb, [0.5], "check-right", {}),
    (check.table_gb, [0.5 / 16], "mistake-table-one-head", {}),
    (check.table_gb, [1.0], "mistake-table-four-bytes", {}),
    (check.table_gb, [16 * 4096 * 2 / 2**30], "mistake-table-not-squared", {}),
    (check.table_gb, [2**29], "mistake-table-unit", {}),
    (check.table_gb, [512], "mistake-table-unit", {}),
    (check.table_gb, [2**29 / 10**9], "mistake-table-unit", {}),
    (check.table_gb, [2], "check-other", {}),
    (check.table_gb, ["0.5"], "check-not-numbers", dict(got="str")),
    (check.table_gb, [...], "check-empty", {}),
    (check.join_blocks, [joined], "check-right", {}),
    (check.join_blocks, [corrected], "check-right", {}),
    (check.join_blocks, [lambda a, v_a, b, v_b: joined(a, v_a, b, v_b, a.max(), b.max())], "mistake-own-maxima", {}),
    (check.join_blocks, [lambda a, v_a, b, v_b: (softmax(a) @ v_a + softmax(b) @ v_b) / 2], "mistake-mean-of-blocks", {}),
    (check.join_blocks, [only_sum_corrected], "mistake-only-sum-corrected", {}),
    (check.join_blocks, [not_divided], "mistake-not-divided", {}),
    (check.join_blocks, [lambda a, v_a, b, v_b: joined(a, v_a, b, v_b, 0, 0)], "mistake-overflow", {}),
    (check.join_blocks, [lambda a, v_a, b, v_b: joined(a, v_a, b, v_b, a.max(), a.max())], "mistake-overflow", {}),
    (check.join_blocks, [lambda a, v_a, b, v_b: ...], "check-no-return", {}),
    (check.rows_written, [5050, 100], "check-right", {}),
    (check.rows_written, [10_000, 100], "mistake-rows-squared", {}),
    (check.rows_written, [4950, 100], "mistake-rows-one-missing", {}),
    (check.rows_written, [100, 5050], "mistake-rows-swapped", {}),
    (check.rows_written, [5050, 5050], "mistake-cache-whole-text", {}),
    (check.rows_written, [5050, 1], "mistake-cache-one-step", {}),
    (check.rows_written, [5050, 200], "mistake-cache-k-and-v", {}),
    (check.rows_written, [5050, ...], "check-empty", {}),
    (check.parallel_jobs, [[1, 1, 0, 0]], "check-right", {}),
    (check.parallel_jobs, [[True, True, False, False]], "check-right", {}),
    (check.parallel_jobs, [(1, 1, 1, 1)], "mistake-parallel-everything", {}),
    (check.parallel_jobs, [[1, 1, 0, 1]], "mistake-parallel-cache", {}),
    (check.parallel_jobs, [[1, 0, 0, 0]], "mistake-parallel-prompt", {}),
    (check.parallel_jobs, [[0, 1, 0, 0]], "mistake-parallel-training", {}),
    (check.parallel_jobs, [[0, 0, 1, 1]], "mistake-parallel-swapped", {}),
    (check.parallel_jobs, [[1, 1, 0]], "check-shape", dict(got=(3,), needed=(4,))),
    (check.parallel_jobs, [...], "check-empty", {}),
    (check.tie_length, [1024], "check-right", {}),
    (check.tie_length, [512], "mistake-tie-recurrent", {}),
    (check.tie_length, [256], "mistake-tie-turned", {}),
    (check.tie_length, [2048], "mistake-tie-one-product", {}),
]

"""Answers to the exercises of start-here: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib.classroom import check

A, B = np.array([4, 0, 1]), np.array([2, 5, -1])
EXPS = np.exp([1, 0, 0])
TABLE = np.array([[1, 2, 3], [4, 5, 6]])
ROWS = np.array([[1, 0], [2, 1], [0, 3], [5, 5]])

ANSWERS = [
    (check.dot_product, [A @ B], "check-right", {}),
    (check.dot_product, [A * B], "dot-not-summed", {}),
    (check.dot_product, [(A + B).sum()], "dot-added", {}),
    (check.dot_product, [4 * 2 + 5 - 1], "dot-zero", {}),
    (check.dot_product, [np.abs(A * B).sum()], "dot-sign", {}),
    (check.product_shape, [(np.ones((2, 3)) @ np.ones((3, 4))).shape], "check-right", {}),
    (check.product_shape, [8], "check-many-numbers", dict(needed=(2,))),
    (check.product_shape, [(3, 3)], "product-inner", {}),
    (check.product_shape, [(4, 2)], "product-turned", {}),
    (check.product_shape, [(2, 3, 3, 4)], "product-all", {}),
    (check.product_shape, [(2, 3, 4)], "product-no-inner", {}),
    (check.shares_by_hand, [EXPS / EXPS.sum()], "check-right", {}),
    (check.shares_by_hand, [[0.576, 0.212, 0.212]], "check-right", {}),
    (check.shares_by_hand, [(0.58, 0.21, 0.21)], "check-right", {}),   # it does not say how many decimals
    (check.shares_by_hand, [[0.576, 0.21, 0.212]], "check-right", {}),
    (check.shares_by_hand, [[0.6, 0.2, 0.2]], "check-different", dict(place="[0]", got="0.6")),
    (check.shares_by_hand, [[0.57, 0.21, 0.21]], "check-different", dict(place="[0]", got="0.57")),
    (check.shares_by_hand, [EXPS], "exps", {}),
    (check.shares_by_hand, [[1, 0, 0]], "shares-of-scores", {}),
    (check.shares_by_hand, [EXPS / 3], "exps-mean", {}),
    (check.shares_by_hand, [EXPS / EXPS.max()], "exps-largest", {}),
    (check.shares_by_hand, [np.exp([0, -1, -1])], "exps-largest", {}),   # what subtracting the largest alone gives
    (check.sums_along, [TABLE.sum(axis=0)], "check-right", {}),
    (check.sums_along, [TABLE.sum(axis=1)], "axis-rows", {}),
    (check.sums_along, [TABLE.sum()], "axis-total", {}),
    (check.sums_along, [TABLE.mean(axis=0)], "axis-mean", {}),
    (check.sums_along, [...], "check-empty", {}),
    (check.looked_up, [ROWS[[2, 0, 2]]], "check-right", {}),
    (check.looked_up, [ROWS[[2, 0]]], "looked-up-once", {}),
    (check.looked_up, [ROWS[[0, 2, 2]]], "rows-sorted", {}),
    (check.looked_up, [ROWS[[1, -1, 1]]], "rows-from-one", {}),
    (check.looked_up, [ROWS[[2, 0, 2]].T], "rows-turned", {}),
    (check.looked_up, [[[0, 3], [1, 0], [..., 3]]], "check-empty", {}),
]

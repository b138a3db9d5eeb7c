"""Answers to the exercises of block: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib import layer_norm
from attnlib.classroom import check, variants

CENTRED = np.array([3, -1, -1, -1])
TOKEN = np.array([4, 0, 0, 0])
NUMBER = "2026-0042"
MINE = variants.normalised_token(NUMBER)


def norm(x):
    return layer_norm(x, np.ones(x.shape[1]), np.zeros(x.shape[1]))


ANSWERS = [
    (check.normalised_token, [[1.732, -0.577, -0.577, -0.577]], "check-right", {}),
    (check.normalised_token, [CENTRED], "norm-centred", {}),
    (check.normalised_token, [CENTRED / 3], "norm-variance", {}),
    (check.normalised_token, [CENTRED / 2], "norm-n-minus-1", {}),
    (check.normalised_token, [TOKEN / np.sqrt(3)], "norm-not-centred", {}),
    (check.normalised_token, [TOKEN / 4], "norm-length", {}),
    (check.normalised_token, [(MINE - MINE.mean()) / MINE.std(), NUMBER], "check-right", {}),
    (check.normalised_token, [CENTRED / np.sqrt(3), NUMBER], "default-variant", {}),
    (check.add_and_norm, [lambda x, part: norm(x + part)], "check-right", {}),
    (check.add_and_norm, [lambda x, part: norm(x + part) - norm(x + part).mean(axis=0)], "future-leak", dict(place=0)),
    (check.add_and_norm, [lambda x, part: norm(part)], "block-no-residual", {}),
    (check.add_and_norm, [lambda x, part: x + norm(part)], "block-part-only", {}),
    (check.add_and_norm, [lambda x, part: norm(x) + part], "block-before", {}),
    (check.add_and_norm, [lambda x, part: x + part], "block-no-norm", {}),
    (check.add_and_norm, [lambda x, part: norm((x + part).T).T], "block-over-tokens", {}),
    (check.sees_others, [[0, 0, 0, 1, 0]], "check-right", {}),
    (check.sees_others, [[1, 0, 0, 1, 0]], "sees-masked", {}),
    (check.sees_others, [[1, 0, 0, 0, 0]], "sees-masked-only", {}),
    (check.sees_others, [[0, 0, 1, 1, 0]], "sees-norm", {}),
    (check.sees_others, [[0, 0, 1, 0, 0]], "sees-norms-swapped", {}),
    (check.sees_others, [[0, 0, 0, 0, 0]], "sees-nothing", {}),
    (check.sees_others, [[0, 0, 0, 1, 1]], "sees-net", {}),
    (check.sees_others, [[0, 1, 0, 1, 0]], "sees-residual", {}),
    (check.sees_others, [[1, 1, 1, 0, 1]], "sees-turned", {}),
    (check.block_numbers, [786432], "check-right", {}),
    (check.block_numbers, [720896], "numbers-three", {}),
    (check.block_numbers, [524288], "numbers-one-net", {}),
    (check.block_numbers, [262144], "numbers-no-net", {}),
    (check.melting, [[0, 1, 1, 0, 0, 1]], "check-right", {}),
    (check.melting, [[1, 1, 1, 1, 0, 1]], "melting-outside", {}),
    (check.melting, [[0, 0, 0, 0, 0, 1]], "melting-mean", {}),
    (check.melting, [[0, 1, 1, 0, 0, 0]], "melting-no-sum", {}),
    (check.melting, [[0, 1, 1, 0, 1, 1]], "melting-any-sum", {}),
    (check.melting, [[0, 1, 1, 0, 1, 0]], "melting-low-sum", {}),
    (check.melting, [[1, 0, 0, 1, 1, 0]], "melting-turned", {}),
]

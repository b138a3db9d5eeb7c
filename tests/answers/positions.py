"""Answers to the exercises of positions: (check, arguments, the label or mistake that it says, values in it)."""

import math

import numpy as np

from attnlib import sinusoidal_positions
from attnlib.classroom import check, variants

SIN, COS = math.sin, math.cos
NUMBER = "2026-0042"
MINE = variants.position_vector(NUMBER)


def turned(x):
    return x + sinusoidal_positions(x.shape[1], x.shape[0]).T


ANSWERS = [
    (check.distinct_rows, [7], "check-right", {}),
    (check.distinct_rows, [10], "rows-all-different", {}),
    (check.distinct_rows, [8], "rows-particle", {}),
    (check.distinct_rows, [9], "rows-boat", {}),
    (check.distinct_rows, [5], "rows-once", {}),
    (check.with_positions, [lambda x: x + sinusoidal_positions(len(x), x.shape[1])], "check-right", {}),
    (check.with_positions, [turned], "positions-turned", {}),
    (check.with_positions, [lambda x: sinusoidal_positions(*x.shape)], "positions-alone", {}),
    (check.with_positions, [lambda x: x * sinusoidal_positions(*x.shape)], "positions-multiplied", {}),
    (check.with_positions, [lambda x: x + sinusoidal_positions(len(x) + 1, x.shape[1])[1:]], "positions-from-one", {}),
    (check.with_positions, [lambda x: x + sinusoidal_positions(*x.shape)[0]], "one-position", {}),
    (check.with_positions, [lambda x: np.hstack([x, sinusoidal_positions(*x.shape)])], "positions-beside", {}),
    (check.with_positions, [lambda x: x], "no-positions", {}),
    (check.position_vector, [[SIN(3), COS(3), SIN(0.03), COS(0.03)]], "check-right", {}),
    (check.position_vector, [[round(f(MINE / by), 2) for by in (1, 100) for f in (SIN, COS)], NUMBER], "check-right", {}),
    (check.position_vector, [[COS(3), SIN(3), COS(0.03), SIN(0.03)]], "sine-cosine-swapped", {}),
    (check.position_vector, [[SIN(3), SIN(3), SIN(0.03), SIN(0.03)]], "only-sines", {}),
    (check.position_vector, [[SIN(3), COS(0.3), SIN(0.03), COS(0.003)]], "wave-per-column", {}),
    (check.position_vector, [[f(math.radians(angle)) for angle in (3, 0.03) for f in (SIN, COS)]], "degrees", {}),
    (check.position_vector, [[SIN(4), COS(4), SIN(0.04), COS(0.04)]], "position-next", {}),
    (check.position_vector, [[SIN(MINE), COS(MINE), SIN(MINE / 100), COS(MINE / 100)], NUMBER], "check-right", {}),
    (check.position_vector, [[SIN(3), COS(3), SIN(0.03), COS(0.03)], NUMBER], "default-variant", {}),
    (check.turned_score, [3], "check-right", {}),
    (check.turned_score, [4], "turned-not", {}),
    (check.turned_score, [-3], "turned-back", {}),
    (check.turned_score, [-4], "turned-key", {}),
    (check.order_claims, [[1, 0, 1, 0]], "check-right", {}),
    (check.order_claims, [[0, 1, 0, 1]], "order-turned", {}),
    (check.order_claims, [[0, 0, 1, 0]], "order-together", {}),
    (check.order_claims, [[1, 1, 1, 0]], "order-words-only", {}),
    (check.order_claims, [[1, 0, 0, 0]], "order-distance", {}),
    (check.order_claims, [[1, 0, 1, 1]], "order-side", {}),
]

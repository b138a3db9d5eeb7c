"""Inputs on which each usual half-repair of a softmax or of a mask fails; tests/half_repairs.py lists them.

√d is a whole number, so that float32 too holds every score. What is hidden is up to 2²⁸ away from what is seen: far more
than the small numbers that people write for -inf, and far less than 1e9, which does as well as -inf does.
"""

import numpy as np


def column(*numbers):
    return np.array(numbers, dtype=float)[:, None]


GENTLE = 0.5, -1, 1.5, 0, -0.5, 1, -1.5, 2, 0.5, 0, -1, 1
EXTREMES = [   # (q, k, v)
    (column(1, 0), column(100001, 100000, 100000), column(1, 2, 4)),    # nearly equal, far above 0 and above the other row
    (column(-1, 0), column(100001, 100000, 100000), column(1, 2, 4)),   # … and far below
    (column(1), column(0, 1e6, 0), column(1, 2, 4)),                    # a row far apart, the largest at neither end
    (column(1), column(0, 0, 0, 5000, 5001), column(1, 2, 3, 4, 5)),    # two share the most, far above the rest
    (column(1), column(20, *[0] * 400), column(1, *[2] * 400)),         # many that are small, not nothing: also in float16
    (column(1), column(*GENTLE), column(*GENTLE)),                      # more of them than elsewhere
    (column(-1), column(2**40, 2**40, 2**41), column(1, 2, 4)),         # below whatever one may take for the least
]
FEW_KEYS = [(q, k[:101], v[:101]) for q, k, v in EXTREMES]   # where each key is a query too, in float32 and float64
HIDDEN = [   # (q, k, v, mask)
    (column(1), column(1, 2), column(3, 4), np.array([[True, False]])),   # gentle, and small enough to be shown
    (column(1, -1), column(2**28, 0), column(1, 2), np.array([[False, True], [True, False]])),
    (column(0, 0), column(0, 0), column(0, 1e30), np.array([[True, False]] * 2)),   # a weight that only such a value shows
]
TOKENS = [   # x that is q, k and v
    column(1, 2),   # gentle, and small enough to be shown
    np.array([[1000.0, 1, 0, 0], [1000, 0, 0, 0], [1000, 2, 0, 0]]),   # √4 divides all that x @ x.T holds
    column(1, 1e6, 1),
    column(2**14, 2**15),   # scores above 2²⁸, the hidden one as far above what is seen
    column(-1000, 1, -1000),
    column(5, *[0] * 100, 4),
    column(0, 0, 0, 100, 100.01),   # two scores the largest, far above the rest
    column(*GENTLE) * [1, 0.5, 0, 1],
]

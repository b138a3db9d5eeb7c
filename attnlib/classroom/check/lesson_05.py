"""05 positions: what comes out equal without them, and what the sinusoidal ones say."""

import numpy as np

from attnlib import kernels
from attnlib.classroom import variants
from attnlib.classroom.check.judge import judge, judge_function, tidy


def distinct_rows(answer):
    """How many different outputs the ten tokens of the 배 sentence have without positions: 배 comes three times, 를 twice."""
    return judge(answer, 7, {
        "mistake-rows-all-different": 10,
        "mistake-rows-particle": 8,
        "mistake-rows-boat": 9,
        "mistake-rows-once": 5,
    })


def with_positions(answer):
    """A function of x (tokens, d) that returns x plus its sinusoidal positions.

    Tried on one token, on none and on a long sentence.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, shape) for shape in ((3, 2), (5, 4), (4, 6), (3, 3), (1, 2), (200, 4), (0, 4))]
    positions = kernels.sinusoidal_positions
    return judge_function(answer, cases, lambda x: x + positions(*x.shape), {
        "mistake-positions-turned": lambda x: x + positions(*x.T.shape).T,
        "mistake-positions-alone": lambda x: positions(*x.shape),
        "mistake-positions-multiplied": lambda x: x * positions(*x.shape),
        "mistake-positions-from-one": lambda x: x + positions(len(x) + 1, x.shape[1])[1:],
        "mistake-one-position": lambda x: x + positions(*x.shape)[0],
        "mistake-positions-beside": lambda x: np.hstack([x, positions(*x.shape)]),
        "mistake-no-positions": lambda x: x,
    })


def position_vector(answer, number=None):
    """The vector, for d = 4, of the position that belongs to a student number."""
    position = variants.position_vector(number)
    angles = position / np.array([1, 1, 100, 100])

    def waves(angles):
        return np.where([True, False, True, False], np.sin(angles), np.cos(angles))

    return judge(answer, waves(angles), {
        "mistake-sine-cosine-swapped": waves(angles)[[1, 0, 3, 2]],
        "mistake-only-sines": np.sin(angles),
        "mistake-wave-per-column": waves(position / np.array([1, 10, 100, 1000])),
        "mistake-degrees": waves(np.deg2rad(angles)),
        "mistake-position-next": waves(angles / position * (position + 1)),
        "mistake-default-variant": waves(angles / position * variants.position_vector()) if variants.student_text(number) else None,
    })


def order_claims(answer):
    """Shuffled with positions: same rows; words alone: not; products by distance: yes; by side: no."""
    return judge(answer, [1, 0, 1, 0], {
        "mistake-order-turned": [0, 1, 0, 1],
        "mistake-order-together": [0, 0, 1, 0],
        "mistake-order-words-only": [1, 1, 1, 0],
        "mistake-order-distance": [1, 0, 0, 0],
        "mistake-order-side": [1, 0, 1, 1],
    })

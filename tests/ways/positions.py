"""Ways of the exercise of positions that asks for a function."""

import math

import numpy as np

from attnlib import sinusoidal_positions
from tests.ways.templates import TABLES, given, packed


def loops(x):
    table = []
    for place, token in enumerate(x):
        row = []
        for i, number in enumerate(token):
            angle = place / 10000 ** (2 * (i // 2) / len(token))
            row.append(number + (math.sin(angle) if i % 2 == 0 else math.cos(angle)))
        table.append(row)
    return table


def preallocated(x):
    n, d = x.shape
    positions = np.zeros((n, d))
    for i in range(0, d, 2):
        angles = np.arange(n) / np.power(10000, i / d)
        positions[:, i] = np.sin(angles)
        if i + 1 < d:
            positions[:, i + 1] = np.cos(angles)
    return x + positions


def sliced(x):
    n, d = x.shape
    angles = np.arange(n)[:, None] * np.exp(-math.log(10000) * np.arange(0, d, 2) / d)
    positions = np.empty((n, d))
    positions[:, 0::2] = np.sin(angles)
    positions[:, 1::2] = np.cos(angles)[:, :d // 2]
    return x + positions


def copied(x):
    table = x.astype(float)
    table += sinusoidal_positions(len(table), len(table[0]) if len(table) else x.shape[1])
    return table


def row_by_row(x):
    positions = sinusoidal_positions(*x.shape)
    return [token + position for token, position in zip(x, positions, strict=True)]


def of_angles(x):
    column = np.arange(x.shape[1])
    angles = np.outer(np.arange(len(x)), 10000.0 ** (-(column - column % 2) / x.shape[1]))
    return x + np.where(column % 2, np.cos(angles), np.sin(angles))


def of_one_wave(x):
    """A cosine is a sine a quarter of a turn on."""
    column = np.arange(x.shape[1])
    return x + np.sin(np.arange(len(x))[:, None] / 10000 ** (column // 2 * 2 / x.shape[1]) + column % 2 * np.pi / 2)


def complex_waves(x):
    column = np.arange(x.shape[1])
    waves = np.exp(1j * np.arange(len(x))[:, None] / 10000 ** (column // 2 * 2 / x.shape[1]))
    return x + np.where(column % 2 == 0, waves.imag, waves.real)


def right(x):
    return x + sinusoidal_positions(x.shape[0], x.shape[1])


WAYS = {"with_positions": {
    **{one.__name__: one for one in (loops, preallocated, sliced, copied, row_by_row, of_angles, of_one_wave, complex_waves)},
    "np.add": lambda x: np.add(x, sinusoidal_positions(*np.shape(x))),
    "float32": lambda x: x.astype(np.float32) + sinusoidal_positions(*x.shape).astype(np.float32),
    "sum of both": lambda x: sum([x, sinusoidal_positions(*x.shape)]),
    "comprehension": lambda x: [[a + b for a, b in zip(one, other, strict=True)]
                                for one, other in zip(x, sinusoidal_positions(*x.shape), strict=True)],
    **packed(right, TABLES), **given(right),
}}

"""Ways of the exercise of learning-to-align that asks for a function."""

from fractions import Fraction

import numpy as np

from attnlib.grammar import alignment_error_rate
from tests.ways.templates import NUMBERS, given, packed


def aer(alignment, sure, possible):
    return 1 - ((alignment & sure).sum() + (alignment & possible).sum()) / (alignment.sum() + sure.sum())


def loops(alignment, sure, possible):
    hits = links = 0
    for i in range(alignment.shape[0]):
        for j in range(alignment.shape[1]):
            links += int(alignment[i, j]) + int(sure[i, j])
            if alignment[i, j] and sure[i, j]:
                hits += 1
            if alignment[i, j] and possible[i, j]:
                hits += 1
    return 1 - hits / links


def sets(alignment, sure, possible):
    a, s, p = (set(zip(*np.nonzero(table), strict=True)) for table in (alignment, sure, possible))
    return 1 - (len(a & s) + len(a & p)) / (len(a) + len(s))


def fraction(alignment, sure, possible):
    a, s, p = (set(map(tuple, np.argwhere(table).tolist())) for table in (alignment, sure, possible))
    return 1 - Fraction(len(a & s) + len(a & p), len(a) + len(s))


WAYS = {"aer": {
    "the formula": aer, "loops": loops, "sets": sets, "fraction": fraction,
    "logical_and": lambda a, s, p: 1 - (np.logical_and(a, s).sum() + np.logical_and(a, p).sum()) / (a.sum() + s.sum()),
    "products": lambda a, s, p: 1 - ((a * s).sum() + (a * p).sum()) / (np.sum(a) + np.sum(s)),
    "indices": lambda a, s, p: 1 - (s[a].sum() + p[a].sum()) / (a.sum() + s.sum()),
    "count_nonzero": lambda a, s, p: 1 - (np.count_nonzero(a & s) + np.count_nonzero(a & p)) / np.count_nonzero([a, s]),
    "one quotient": lambda a, s, p: (a.sum() + s.sum() - (a & s).sum() - (a & p).sum()) / (a.sum() + s.sum()),
    "einsum": lambda a, s, p: 1 - (np.einsum("ij,ij", a.astype(int), s.astype(int) + p.astype(int))) / (a.sum() + s.sum()),
    "vdot": lambda a, s, p: 1 - np.vdot(a.astype(int), s.astype(int) + p) / (a.sum() + s.sum()),
    "comprehension": lambda a, s, p: 1 - sum(int(x and y) + int(x and z) for x, y, z in zip(a.flat, s.flat, p.flat, strict=True))
                     / sum(int(x) + int(y) for x, y in zip(a.flat, s.flat, strict=True)),
    "attnlib's": lambda a, s, p: alignment_error_rate(a, (s, p)),
    **packed(aer, NUMBERS), **given(aer),
}}

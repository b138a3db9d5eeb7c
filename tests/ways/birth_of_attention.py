"""Ways of the exercise of birth-of-attention that asks for a function."""

import numpy as np

from tests.ways.templates import NUMBERS, given, packed


def loops(written, right):
    exact = 0
    for one, other in zip(written, right, strict=True):
        wrong = False
        for word, wanted in zip(one, other, strict=True):
            if word != wanted:
                wrong = True
        if not wrong:
            exact += 1
    return exact / len(right)


def with_break(written, right):
    exact = len(written)
    for i in range(written.shape[0]):
        for j in range(written.shape[1]):
            if written[i, j] != right[i, j]:
                exact -= 1
                break
    return exact / len(written)


def share(written, right):
    return (written == right).all(axis=1).mean()


WAYS = {"exact_share": {
    "all": share, "loops": loops, "with break": with_break,
    "np.all": lambda w, r: np.mean(np.all(np.equal(w, r), axis=-1)),
    "any": lambda w, r: 1 - (w != r).any(axis=1).mean(),
    "no difference": lambda w, r: np.mean(np.abs(w - r).sum(axis=1) == 0),
    "squares": lambda w, r: np.mean(((w - r) ** 2).sum(axis=1) == 0),
    "bits": lambda w, r: (np.bitwise_or.reduce(w ^ r, axis=1) == 0).mean(),
    "largest difference": lambda w, r: (np.abs(w - r).max(axis=1) == 0).sum() / len(w),
    "count_nonzero": lambda w, r: np.count_nonzero((w == r).sum(axis=1) == w.shape[1]) / w.shape[0],
    "prod": lambda w, r: np.prod(w == r, axis=1).mean(),
    "min": lambda w, r: (w == r).min(axis=1).mean(),
    "array_equal": lambda w, r: np.mean([np.array_equal(one, other) for one, other in zip(w, r, strict=True)]),
    "lists": lambda w, r: sum(one == other for one, other in zip(w.tolist(), r.tolist(), strict=True)) / len(w),
    "tuples": lambda w, r: sum(map(lambda one, other: tuple(one) == tuple(other), w, r)) / len(r),
    "logical_and": lambda w, r: np.logical_and.reduce(w == r, axis=1).mean(),
    "einsum": lambda w, r: (np.einsum("ij->i", (w != r).astype(int)) == 0).mean(),
    "text": lambda w, r: np.mean([str(one) == str(other) for one, other in zip(w.tolist(), r.tolist(), strict=True)]),
    **packed(share, NUMBERS), **given(share),
}}

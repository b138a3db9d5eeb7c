"""Answers to the exercises of birth-of-attention: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib.classroom import check

ANSWERS = [
    (check.compounded, [0.56 ** (3 / 2)], "check-right", {}),
    (check.compounded, [0.419], "check-right", {}),
    (check.compounded, [np.float64(0.56) ** 3], "clause-cubed", {}),
    (check.compounded, [0.56 * 2 / 3], "clause-linear", {}),
    (check.compounded, [np.sqrt(0.56)], "clause-alone", {}),
    (check.compounded, [0.56 ** (2 / 3)], "clause-grows", {}),
    (check.compounded, [0.56 * 3 / 2], "clause-grows", {}),
    (check.compounded, [0.01], "check-other", {}),
    (check.compounded, [42], "check-other", {}),
    (check.compounded, ["0.42"], "check-not-numbers", dict(got="str")),
    (check.compounded, [...], "check-empty", {}),
    (check.exact_share, [lambda written, right: (written == right).all(axis=1).mean()], "check-right", {}),
    (check.exact_share, [lambda written, right: (written == right).mean()], "share-of-words", {}),
    (check.exact_share, [lambda written, right: (written == right).all(axis=0).mean()], "share-of-places", {}),
    (check.exact_share, [lambda written, right: (written == right).any(axis=1).mean()], "share-any-word", {}),
    (check.exact_share, [lambda written, right: (written == right).all(axis=1).sum()], "share-counted", {}),
    (check.exact_share, [lambda written, right: (written != right).any(axis=1).mean()], "share-of-wrong", {}),
    (check.exact_share, [lambda written, right: (written == right).all()], "check-not-numbers", dict(got="bool")),
    (check.gaze, [[0, 2, 6, 5, 3]], "check-right", {}),
    (check.gaze, [[1, 3, 7, 6, 4]], "gaze-from-one", {}),
    (check.gaze, [[0, 2, 3, 5, 6]], "gaze-in-order", {}),
    (check.gaze, [[0, 2, 5, 6, 3]], "gaze-adjective", {}),
    (check.gaze, [[0, 2, 3, 6, 5]], "gaze-verb", {}),
    (check.gaze, [[0, 1, 2, 3, 4]], "gaze-in-step", {}),
    (check.gaze, [[0, 2, 6, 5]], "check-shape", dict(got=(4,), needed=(5,))),
    (check.cause, [3], "check-right", {}),
    (check.cause, [1], "cause-vector", {}),
    (check.cause, [2], "cause-words", {}),
    (check.cause, [4], "cause-thin", {}),
    (check.cause, [5], "check-other", {}),
]

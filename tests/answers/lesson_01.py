"""Answers to the exercises of lesson 01: (check, arguments, what it says: a label and the values in it)."""

import numpy as np

from attnlib.classroom import check

ANSWERS = [
    (check.compounded, [0.56 ** (3 / 2)], "check-right", {}),
    (check.compounded, [0.419], "check-right", {}),
    (check.compounded, [np.float64(0.56) ** 3], "mistake-clause-cubed", {}),
    (check.compounded, [0.56 * 2 / 3], "mistake-clause-linear", {}),
    (check.compounded, [np.sqrt(0.56)], "mistake-clause-alone", {}),
    (check.compounded, [0.56 ** (2 / 3)], "mistake-clause-grows", {}),
    (check.compounded, [0.56 * 3 / 2], "mistake-clause-grows", {}),
    (check.compounded, [0.01], "check-other", {}),
    (check.compounded, [42], "check-other", {}),
    (check.compounded, ["0.42"], "check-not-numbers", dict(got="str")),
    (check.compounded, [...], "check-empty", {}),
    (check.exact_share, [lambda written, right: (written == right).all(axis=1).mean()], "check-right", {}),
    (check.exact_share, [lambda written, right: (written == right).mean()], "mistake-share-of-words", {}),
    (check.exact_share, [lambda written, right: (written == right).all(axis=0).mean()], "mistake-share-of-places", {}),
    (check.exact_share, [lambda written, right: (written == right).any(axis=1).mean()], "mistake-share-any-word", {}),
    (check.exact_share, [lambda written, right: (written == right).all(axis=1).sum()], "mistake-share-counted", {}),
    (check.exact_share, [lambda written, right: (written != right).any(axis=1).mean()], "mistake-share-of-wrong", {}),
    (check.exact_share, [lambda written, right: (written == right).all()], "check-not-numbers", dict(got="bool")),
    (check.gaze, [[0, 2, 6, 5, 3]], "check-right", {}),
    (check.gaze, [[1, 3, 7, 6, 4]], "mistake-gaze-from-one", {}),
    (check.gaze, [[0, 2, 3, 5, 6]], "mistake-gaze-in-order", {}),
    (check.gaze, [[0, 2, 5, 6, 3]], "mistake-gaze-adjective", {}),
    (check.gaze, [[0, 2, 3, 6, 5]], "mistake-gaze-verb", {}),
    (check.gaze, [[0, 1, 2, 3, 4]], "mistake-gaze-in-step", {}),
    (check.gaze, [[0, 2, 6, 5]], "check-shape", dict(got=(4,), needed=(5,))),
    (check.cause, [3], "check-right", {}),
    (check.cause, [1], "mistake-cause-vector", {}),
    (check.cause, [2], "mistake-cause-words", {}),
    (check.cause, [4], "mistake-cause-thin", {}),
    (check.cause, [5], "check-other", {}),
]

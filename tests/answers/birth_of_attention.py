"""Answers to the exercises of birth-of-attention: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib import softmax
from attnlib.classroom import check

H = np.array([[-1, 0], [1, 2], [0, 1]])
E = np.tanh(H + [-1, 0]).sum(axis=1)

ANSWERS = [
    (check.exact_share, [lambda w, r: round((w == r).all(axis=1).mean(), 2)], "check-rounded", {}),
    (check.compounded, [0.56 ** (3 / 2)], "check-right", {}),
    (check.compounded, [0.419], "check-right", {}),
    (check.compounded, [np.float64(0.56) ** 3], "clause-cubed", {}),
    (check.compounded, [0.56 * 2 / 3], "clause-linear", {}),
    (check.compounded, [np.sqrt(0.56)], "clause-alone", {}),
    (check.compounded, [0.56 ** (2 / 3)], "clause-grows", {}),
    (check.compounded, [0.56 * 3 / 2], "clause-grows", {}),
    (check.compounded, [0.01], "check-other", {}),
    (check.compounded, [42], "check-percent", {}),
    (check.compounded, ["0.42"], "check-not-numbers", dict(got="str")),
    (check.compounded, [...], "check-empty", {}),
    (check.context_vector, [softmax(E) @ H], "check-right", {}),
    (check.context_vector, [(0.56, 1.56)], "check-right", {}),   # by hand
    (check.context_vector, [softmax(np.tanh(H + [1, -1]).sum(axis=1)) @ H], "context-first-state", {}),
    (check.context_vector, [softmax((H + [-1, 0]).sum(axis=1)) @ H], "context-no-tanh", {}),
    (check.context_vector, [softmax(H @ [-1, 0]) @ H], "context-dot", {}),
    (check.context_vector, [E @ H], "no-softmax", {}),
    (check.context_vector, [E], "scores", {}),
    (check.context_vector, [softmax(E)], "context-weights", {}),
    (check.context_vector, [H.mean(axis=0)], "context-mean", {}),
    (check.context_vector, [[0.55]], "check-shape", dict(got=(1,), needed=(2,))),
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

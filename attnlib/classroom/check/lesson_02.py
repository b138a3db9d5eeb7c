"""02 softmax."""

import numpy as np

from attnlib import kernels
from attnlib.classroom import variants
from attnlib.classroom.check.judge import judge, judge_function


def huge_shares(answer):
    """The shares of the scores (1001, 1000, 1002)."""
    scores = np.array([1001, 1000, 1002])
    return judge(answer, kernels.softmax(scores), {
        "mistake-shares-of-scores": scores / scores.sum(),
        "mistake-hard-choice": [0, 0, 1],
        "mistake-other-order": kernels.softmax([0, 2, 1]),   # the lesson's own scores
        "mistake-scores": scores,
        "mistake-overflow": naive_softmax(scores),
    })


def unchanged_shares(answer):
    """7 more for a query's row, 7 more for a key's column, all doubled, 7 more for the table: 1 where the weights stay the same."""
    return judge(answer, [1, 0, 0, 1], {
        "mistake-unchanged-key": [1, 1, 0, 1],
        "mistake-unchanged-doubled": [1, 0, 1, 1],
        "mistake-unchanged-row": [0, 0, 0, 1],
        "mistake-unchanged-axis": [0, 1, 0, 1],
        "mistake-unchanged-swapped": [0, 1, 1, 0],
    })


def stable_softmax(answer):
    """A function of scores (queries, keys) that returns weights, whatever the size of the scores.

    Tried on one key, on no queries and on scores that overflow; not on no keys, which nothing can be shared out to.
    """
    cases = [np.array([[3.0, 1, 0], [2, 3, 1], [0, 0, 3]]),   # a square, with equal maxima: only the sum's axis can show
             np.array([[0.5, 0, 2, -1], [1, 1.5, -0.5, 0]]),
             np.array([[2.0], [-1], [0]]),
             np.array([[0.0, 1, 2], [2001, 2000, 2000]]),     # rows too far apart for one maximum
             np.array([[0.0, 2000, 2001], [-2000, -2001, -2000]]),
             np.array([[0.0, 1000]]),
             np.empty((0, 4))]

    def shared(exps, keepdims=True):
        return exps / exps.sum(axis=1, keepdims=keepdims)

    return judge_function(answer, [(case,) for case in cases], kernels.softmax, {
        "mistake-wrong-axis": lambda x: kernels.softmax(x, axis=0),
        "mistake-no-keepdims": lambda x: shared(np.exp(x - x.max(axis=1, keepdims=True)), keepdims=False),
        "mistake-not-shared": lambda x: np.exp(x - x.max(axis=1, keepdims=True)),
        "mistake-whole-maximum": lambda x: shared(np.exp(x - x.max())),
        "mistake-overflow": naive_softmax,
    })


def naive_softmax(x, axis=-1):
    """Softmax without subtracting anything: large scores give NaN."""
    with np.errstate(all="ignore"):
        exps = np.exp(x)
        return exps / exps.sum(axis=axis, keepdims=True)


def my_table(answer, number=None):
    """The weights, over the keys, of the scores that belong to a student number."""
    scores = variants.my_table(number)
    wrong = kernels.softmax(scores, axis=0)
    return judge(answer, kernels.softmax(scores), {
        "mistake-wrong-axis": wrong,
        "mistake-rows-divided": wrong / wrong.sum(axis=1, keepdims=True),
        "mistake-table-turned": wrong.T,
        "mistake-softmax-twice": kernels.softmax(wrong),
        "mistake-scores": scores,
        "mistake-default-variant": kernels.softmax(variants.my_table()) if variants.student_text(number) else None,
    })


def softmax_gradient(answer):
    """A function of weights (keys,) and g (keys,), the slope of some number in each weight: its slope in each score.

    Tried on one key, on a masked key, whose weight is 0, and on large slopes; not on no keys, which have no weights.
    """
    cases = [([0.2, 0.3, 0.5], [1, -0.5, 2]), ([0.4, 0.3, 0.1, 0.1, 0.1], [0, -2.3, -0.2, -1.2, -0.7]), ([1], [-0.3]),
             ([0.5, 0, 0.5], [2, 1, 0]), ([0.7, 0.2, 0.1], [1000, -2000, 500])]
    return judge_function(answer, [tuple(np.array(part, dtype=float) for part in case) for case in cases], lambda a, g: a * (g - a @ g), {
        "mistake-gradient-diagonal": lambda a, g: g * a * (1 - a),
        "mistake-gradient-plain-mean": lambda a, g: a * (g - g.mean()),
        "mistake-gradient-not-weighed": lambda a, g: g - a @ g,
        "mistake-gradient-sign": lambda a, g: a * (a @ g - g),
        "mistake-gradient-table": lambda a, g: np.diag(a) - np.outer(a, a),
    })

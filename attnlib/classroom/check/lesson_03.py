"""03 self-attention."""

import numpy as np

from attnlib import kernels, published
from attnlib.classroom.check.judge import judge, judge_function, tidy
from attnlib.classroom.check.lesson_02 import naive_softmax


def row_sums(answer):
    """The row sums of the table that the code of S4 prints."""
    table = published.sat.weights
    return judge(answer, table.sum(axis=1), {"mistake-column-sums": table.sum(axis=0), "mistake-total": table.sum()})


def sat_weights(answer):
    """The right weights of S4, unscaled as published."""
    e = published.sat.q
    scores, published_table = e @ e.T, published.sat.weights
    return judge(answer, kernels.softmax(scores), {
        "mistake-wrong-axis": published_table,
        "mistake-rows-divided": published_table / published_table.sum(axis=1, keepdims=True),
        "mistake-scores": scores,
        "mistake-scaled": kernels.softmax(scores / np.sqrt(3)),
        "mistake-output": kernels.softmax(scores) @ e,
    })


def words_on_o(answer):
    """How many words of the repaired cat table attend most to O, with the scores divided by √4."""
    table = published.cat.weights
    most = (table.T.argmax(axis=1) == 0).sum()   # dividing keeps the order
    return judge(answer, most, {"mistake-not-repaired": (table.argmax(axis=1) == 0).sum(), "mistake-forgot-itself": most - 1})


def self_attention(answer):
    """A function of x (tokens, d) that returns scaled weights (queries, keys).

    Tried on one token and on numbers that overflow; not on no tokens, which have no keys to share out to.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, shape) for shape in ((3, 3), (4, 3), (2, 3), (1, 2))]   # a square first: there x @ x fits too
    cases += [(np.array([[1.0, 0], [2, 1]]),), (100 * tidy(random, (3, 2))[0],), (np.array([[100.0, 0]]),)]

    def scores(x):
        return x @ x.T / np.sqrt(x.shape[1])

    return judge_function(answer, cases, lambda x: kernels.softmax(scores(x)), {
        "mistake-wrong-axis": lambda x: kernels.softmax(scores(x), axis=0),
        "mistake-no-scale": lambda x: kernels.softmax(x @ x.T),
        "mistake-scale-without-root": lambda x: kernels.softmax(x @ x.T / x.shape[1]),
        "mistake-scale-by-tokens": lambda x: kernels.softmax(x @ x.T / np.sqrt(len(x))),
        "mistake-no-transpose": lambda x: kernels.softmax(x @ x / np.sqrt(x.shape[1])),
        "mistake-scores": scores,
        "mistake-output": lambda x: kernels.softmax(scores(x)) @ x,
        "mistake-overflow": lambda x: naive_softmax(scores(x)),
    })

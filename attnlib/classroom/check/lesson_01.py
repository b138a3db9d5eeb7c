"""01 birth of attention."""

import numpy as np

from attnlib.classroom.check.judge import judge, judge_function
from attnlib.grammar import END, read, sentences

TWO = 0.56   # measured: the share of two-clause sentences that the fixed vector writes without a mistake
GAZE = "Ontem o aluno comprou uma flor amarela."


def compounded(answer):
    """The share of three-clause sentences if clauses failed independently, as often as in sentences of two."""
    return judge(answer, TWO ** 1.5, {
        "mistake-clause-cubed": TWO ** 3,
        "mistake-clause-linear": TWO * 2 / 3,
        "mistake-clause-alone": TWO ** 0.5,
        "mistake-clause-grows": lambda answer: not answer.ndim and TWO < answer <= 1,
    })


def exact_share(answer):
    """A function of written and right (sentences, words) that returns the share of sentences without a mistake.

    Tried on one sentence of one word too; not on none, of which there is no share.
    """
    right = np.array([[7, 2, 3], [4, 8, 1], [5, 6, 1], [2, 2, 9]])
    written = right.copy()
    written[1, 2], written[2] = 3, (6, 2, 8)
    single = np.array([[3, 4], [5, 6], [7, 8], [3, 1], [2, 9]])
    cases = [(written, right), (single, np.array([[3, 4], [5, 1], [7, 8], [4, 1], [2, 9]])),
             (np.array([[5]]), np.array([[5]])), (np.array([[5, 3]]), np.array([[5, 4]]))]
    return judge_function(answer, cases, lambda w, r: (w == r).all(axis=1).mean(), {
        "mistake-share-of-words": lambda w, r: (w == r).mean(),
        "mistake-share-of-places": lambda w, r: (w == r).all(axis=0).mean(),
        "mistake-share-any-word": lambda w, r: (w == r).any(axis=1).mean(),
        "mistake-share-counted": lambda w, r: (w == r).all(axis=1).sum(),
        "mistake-share-of-wrong": lambda w, r: 1 - (w == r).all(axis=1).mean(),
    })


def gaze(answer):
    """For each Korean content word of GAZE, in Korean order, where its Portuguese word stands, counted from 0."""
    pair = sentences(read(GAZE))
    content = pair.sure[0].any(axis=1) & (pair.target[0] > END)
    right = pair.sure[0][content].argmax(axis=1)   # ontem 0, aluno 2, amarela 6, flor 5, comprou 3
    in_order, flipped, verb = np.sort(right), right.copy(), right.copy()
    flipped[[2, 3]], verb[2:] = right[[3, 2]], right[[4, 2, 3]]
    return judge(answer, right, {
        "mistake-gaze-from-one": right + 1,
        "mistake-gaze-in-order": in_order,
        "mistake-gaze-adjective": flipped,
        "mistake-gaze-verb": verb,
        "mistake-gaze-in-step": np.arange(len(right)),
    })


def cause(answer):
    """Why the model with attention fails at four clauses: the number of the reason."""
    return judge(answer, 3, {"mistake-cause-vector": 1, "mistake-cause-words": 2, "mistake-cause-thin": 4})

"""10 learning to align."""

import numpy as np

from attnlib.classroom.check.judge import judge, judge_function
from attnlib.classroom.labels import decimal, label
from attnlib.grammar import KOREAN, PAD, alignment_error_rate, links, words
from attnlib.learn import error_rate


def hundred_points(answer, pair, model):
    """A map drawn by hand for one sentence pair, 100 points to each Korean word; its AER is told beside the model's.

    `answer` (target words, source words and END); an average of several such maps is one too. `pair` is a Batch of one.
    """
    if answer is ... or answer is None:
        print(label("check-empty"))
        return False
    try:
        points = np.asarray(answer, dtype=float)
    except (TypeError, ValueError, OverflowError):
        print(label("check-not-numbers", got=type(answer).__name__))
        return False
    rows = words(pair.target[0], KOREAN)
    key, values = _fault(points, rows, int((pair.source[0] != PAD).sum()))
    if key:
        print(label(key, **values))
        return False
    weights = np.zeros(pair.possible.shape)
    weights[0, :points.shape[0], :points.shape[1]] = points / 100
    yours = alignment_error_rate(links(weights, pair), pair)
    print(label("check-points", yours=decimal(yours), model=decimal(error_rate(model, pair))))
    return True


def _fault(points, rows, columns):
    """The first thing that keeps points from being a map: a label and the values in it; None if it is one."""
    needed = (len(rows), columns)
    if points.shape != needed:
        if points.shape == needed[::-1]:
            return "mistake-points-turned", {}
        if points.shape == (len(rows), columns - 1):
            return "mistake-points-no-end", {}
        return "check-shape", dict(got=points.shape, needed=needed)
    if not (points >= 0).all():   # nor NaN
        return "mistake-points-negative", {}
    off = np.abs(points.sum(axis=1) - 100) > 0.5   # three times 33.3 will do
    if not off.any():
        return None, {}
    if np.allclose(points.sum(axis=1), 1, atol=0.01):
        return "mistake-points-fractions", {}
    if np.allclose(points.sum(axis=0), 100, atol=0.5):
        return "mistake-points-columns", {}
    row = int(off.argmax())
    return "mistake-points-row", dict(row=rows[row], got=f"{points[row].sum():.4g}")


def same_bag(answer):
    """Which of four pairs of sentences are the same words in another order."""
    numbers = isinstance(answer, (list, tuple)) and all(type(number) is int for number in answer)
    return judge(sorted(answer) if numbers else answer, [0, 2], {
        "mistake-bag-articles": [0],
        "mistake-bag-korean": [0, 1, 2],
        "mistake-bag-other": [1, 3],
    })


def aer(answer):
    """A function of alignment, sure, possible, each (targets, sources) of bool, that returns the AER of Och & Ney 2003.

    Tried on one word against one and on a map that links nothing; not where nothing is sure either: 0/0.
    """
    random = np.random.default_rng(0)
    one, cases = np.array([[True]]), []
    for shape in ((4, 5), (3, 3), (6, 4)):
        possible = random.random(shape) < 0.6
        cases.append((random.random(shape) < 0.5, possible & (random.random(shape) < 0.6), possible))
    cases += [(one, one, one), (one, ~one, one), (~one, one, one)]
    cases.append(tuple(np.array([[True, *rest]]) for rest in ((True, False), (False, False), (False, True))))   # small enough to be shown

    def quality(a, s, p):
        return ((a & s).sum() + (a & p).sum()) / (a.sum() + s.sum())

    return judge_function(answer, cases, lambda a, s, p: alignment_error_rate(a, (s, p)), {
        "mistake-aer-quality": quality,
        "mistake-aer-sure-only": lambda a, s, p: 1 - 2 * (a & s).sum() / (a.sum() + s.sum()),
        "mistake-aer-possible-only": lambda a, s, p: 1 - (a & p).sum() / a.sum(),
        "mistake-aer-denominator": lambda a, s, p: 1 - ((a & s).sum() + (a & p).sum()) / (a.sum() + p.sum()),
        "mistake-aer-cells": lambda a, s, p: (a != s).mean(),
    })


def shifted_rows(answer, shifted):
    """Weights (sentences, targets, sources) whose rows had slipped one down, put back."""
    return judge(answer, np.roll(shifted, -1, axis=1), {
        "mistake-roll-none": shifted,
        "mistake-roll-again": np.roll(shifted, 1, axis=1),
        "mistake-roll-keys": np.roll(shifted, -1, axis=2),
        "mistake-roll-axis": np.roll(shifted, -1),
    })

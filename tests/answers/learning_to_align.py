"""Answers to the exercises of learning-to-align: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib.classroom import check
from attnlib.classroom.labels import decimal
from attnlib.grammar import alignment_error_rate, read, sentences
from attnlib.learn import Aligner, error_rate

PAIR = sentences(read("O gato comeu uma maçã"))
MODEL = Aligner()   # untrained: its map is no good, which is what a check has to say too

#        o    gato comeu uma maçã </s>
DRAWN = [[10, 90, 0, 0, 0, 0],       # 고양이
         [60, 40, 0, 0, 0, 0],       # 는
         [0, 0, 0, 20, 80, 0],       # 사과
         [0, 0, 0, 0, 40, 60],       # 를
         [0, 0, 100, 0, 0, 0]]       # 먹었다
ON_THE_VERB = [*DRAWN[:3], [0, 0, 100, 0, 0, 0], DRAWN[4]]     # 를 is linked, and not possibly: 1 − (3 + 4)/(5 + 3)
OF_THREE = np.mean([DRAWN, DRAWN, ON_THE_VERB], axis=0)        # the mean of a class of three
BY_COLUMN = (np.ones((5, 6)) * 20).tolist()                    # each column shares out 100
SHORT = [[10, 80, 0, 0, 0, 0], *DRAWN[1:]]
SHIFTED = np.random.default_rng(0).random((2, 4, 3))


def models():
    """As the language of the moment writes it."""
    return decimal(error_rate(MODEL, PAIR))


def points(answer, key, **values):
    return check.hundred_points, [answer, PAIR, MODEL], key, values


def right_aer(alignment, sure, possible):
    return alignment_error_rate(alignment, (sure, possible))


def quality(alignment, sure, possible):
    return 1 - right_aer(alignment, sure, possible)


def sure_only(alignment, sure, possible):
    return right_aer(alignment, sure, sure)


def possible_only(alignment, sure, possible):
    return 1 - (alignment & possible).sum() / alignment.sum()


def possible_below(alignment, sure, possible):
    return 1 - ((alignment & sure).sum() + (alignment & possible).sum()) / (alignment.sum() + possible.sum())


def cells(alignment, sure, possible):
    return (alignment ^ sure).sum() / sure.size


ANSWERS = [
    points(DRAWN, "check-points", yours=lambda: decimal(0.00), model=models),
    points(np.array(DRAWN) + 0.01, "check-points", yours=lambda: decimal(0.00), model=models),
    points(OF_THREE, "check-points", yours=lambda: decimal(0.00), model=models),
    points(ON_THE_VERB, "check-points", yours=lambda: decimal(0.12), model=models),
    points(np.transpose(DRAWN), "points-turned"),
    points(np.array(DRAWN)[:, :-1], "points-no-end"),
    points(-np.array(DRAWN), "points-negative"),
    points(np.array(DRAWN) / 100, "points-fractions"),
    points(BY_COLUMN, "points-columns"),
    points(SHORT, "points-row", row="고양이", got="90"),
    points(MODEL.align(PAIR)[0], "check-shape", got=(6, 6), needed=(5, 6)),
    points(np.mean([DRAWN, DRAWN]), "check-many-numbers", needed=(5, 6)),   # without its axis
    points([[100], [50, 50]], "check-ragged"),
    points(..., "check-empty"),
    (check.aer, [right_aer], "check-right", {}),
    (check.aer, [quality], "aer-quality", {}),
    (check.aer, [sure_only], "aer-sure-only", {}),
    (check.aer, [possible_only], "aer-possible-only", {}),
    (check.aer, [possible_below], "aer-denominator", {}),
    (check.aer, [cells], "aer-cells", {}),
    (check.same_bag, [[0, 2]], "check-right", {}),
    (check.same_bag, [(2, 0)], "check-right", {}),
    (check.same_bag, [[0]], "bag-articles", {}),
    (check.same_bag, [[0, 1, 2]], "bag-korean", {}),
    (check.same_bag, [[3, 1]], "bag-other", {}),
    *((check.same_bag, [answer], "check-members", {}) for answer in (   # where they stand, once they are sorted, is no news
        [3, 0], [2, 3], {0, 3}, [2, 2], [0, 2, 2], [])),
    (check.same_bag, [["0", "2"]], "check-not-numbers", dict(got="list[str]")),
    (check.shifted_rows, [np.roll(SHIFTED, -1, axis=1), SHIFTED], "check-right", {}),
    (check.shifted_rows, [SHIFTED, SHIFTED], "roll-none", {}),   # whether it is as it was or changed
    (check.shifted_rows, [np.roll(SHIFTED, 1, axis=1), SHIFTED], "roll-again", {}),
    (check.shifted_rows, [np.roll(SHIFTED, -1, axis=2), SHIFTED], "roll-keys", {}),
    (check.shifted_rows, [np.roll(SHIFTED, -1), SHIFTED], "roll-axis", {}),
    (check.shifted_rows, [np.roll(SHIFTED, -1, axis=1), SHIFTED[0]], "check-inputs", dict(names="shifted")),
]

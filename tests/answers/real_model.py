"""Answers to the exercises of real-model: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib.classroom import check

HEAD, DISTANCE = np.array([True, True, True, False, False]), np.array([True, True, False, False, False])
NEITHER = np.array([True, True, False, False, False])   # finds what the distance finds, and no more


def evened(layer, head, value=None):
    def edit(at, weights):
        weights = weights.copy()
        if at == layer:
            weights[head] = 1 / weights.shape[-1] if value is None else value(weights)
        return weights
    return edit


def in_place(layer, weights):
    if layer == 6:
        weights[2] = 1 / weights.shape[-1]
    return weights


def everywhere(layer, weights):
    weights = weights.copy()
    weights[2] = 1 / weights.shape[-1]
    return weights


def silent_elsewhere(layer, weights):
    return evened(6, 2)(layer, weights) if layer == 6 else None


ANSWERS = [
    (check.previous_head, [[1, 3]], "check-right", {}),
    (check.previous_head, [(1.0, 3.0)], "check-right", {}),
    (check.previous_head, [[0, 2]], "counted-from-zero", {}),
    (check.previous_head, [[3, 1]], "head-then-layer", {}),
    (check.previous_head, [[3, 7]], "next-piece", {}),
    (check.previous_head, [np.array([7, 3])], "noun-head", {}),
    (check.beyond_the_control, [1 / 3, HEAD, DISTANCE], "check-right", {}),
    (check.beyond_the_control, [HEAD[~DISTANCE].mean(), HEAD, DISTANCE], "check-right", {}),
    (check.beyond_the_control, [0.6, HEAD, DISTANCE], "all-links", {}),
    (check.beyond_the_control, [1.0, HEAD, DISTANCE], "easy-links", {}),
    (check.beyond_the_control, [0.2, HEAD, DISTANCE], "of-all", {}),
    (check.beyond_the_control, [0, NEITHER, DISTANCE], "check-right", {}),
    (check.beyond_the_control, [0.4, NEITHER, DISTANCE], "all-links", {}),
    (check.beyond_the_control, [1 / 3, HEAD[~DISTANCE], DISTANCE], "check-inputs", dict(names="head, distance")),
    (check.beyond_the_control, [np.nan, HEAD, DISTANCE | True], "check-inputs", dict(names="head, distance")),
    (check.beyond_the_control, [1 / 3, HEAD[~DISTANCE], DISTANCE[~DISTANCE]], "check-right", {}),
    (check.even_head, [evened(6, 2)], "check-right", {}),
    (check.even_head, [evened(7, 2)], "layer-from-one", {}),
    (check.even_head, [everywhere], "every-layer", {}),
    (check.even_head, [evened(6, slice(None))], "every-head", {}),
    (check.even_head, [evened(6, 1)], "other-head", {}),
    (check.even_head, [evened(6, 2, lambda weights: 1 / len(weights))], "one-over-heads", {}),
    (check.even_head, [evened(6, 2, lambda weights: 0)], "silenced", {}),
    (check.even_head, [in_place], "check-changes-input", {}),
    (check.even_head, [silent_elsewhere], "check-nothing-returned", {}),
    (check.own_test, [np.array([1, 1, 1])], "check-right", {}),
    (check.own_test, [[1, 1, 1]], "check-right", {}),
    (check.own_test, [[0, 1, 1]], "too-few-cases", {}),
    (check.own_test, [[0, 0, 0]], "too-few-cases", {}),
    (check.own_test, [[1, 0, 1]], "one-distance", {}),
    (check.own_test, [[1, 0, 0]], "one-distance", {}),
    (check.own_test, [[1, 1, 0]], "seen-before", {}),
]

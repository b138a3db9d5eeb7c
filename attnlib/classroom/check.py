"""Checks for the exercises: each says whether an answer is right, and if not, which usual mistake it is.

A check prints one message in the learner's language, never the solution, and never raises because of an answer.
An answer still `...` gets a friendly word. Three correct decimals are enough.
"""

import numpy as np

from attnlib import kernels, published
from attnlib.classroom.labels import label

TOLERANCE = 1e-3   # answers rounded to three decimals pass; every mistake below is much farther off


# --- 03 self-attention -------------------------------------------------------------------------------------------------

def row_sums(answer):
    """The row sums of the table that the code of S4 prints."""
    table = published.sat.weights
    _judge(answer, table.sum(axis=1), {"mistake-column-sums": table.sum(axis=0), "mistake-total": table.sum()})


def sat_weights(answer):
    """The right weights of S4, unscaled as published."""
    e = published.sat.q
    scores, published_table = e @ e.T, published.sat.weights
    _judge(answer, kernels.softmax(scores), {
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
    _judge(answer, most, {"mistake-not-repaired": (table.argmax(axis=1) == 0).sum(), "mistake-forgot-itself": most - 1})


def self_attention(answer):
    """A function of x (tokens, d) that returns scaled weights (queries, keys)."""
    random = np.random.default_rng(0)
    cases = [(random.normal(size=shape),) for shape in ((4, 3), (2, 5), (1, 2))] + [(100 * random.normal(size=(3, 2)),)]

    def scores(x):
        return x @ x.T / np.sqrt(x.shape[1])

    _judge_function(answer, cases, lambda x: kernels.softmax(scores(x)), {
        "mistake-wrong-axis": lambda x: kernels.softmax(scores(x), axis=0),
        "mistake-no-scale": lambda x: kernels.softmax(x @ x.T),
        "mistake-scale-without-root": lambda x: kernels.softmax(x @ x.T / x.shape[1]),
        "mistake-scale-by-tokens": lambda x: kernels.softmax(x @ x.T / np.sqrt(len(x))),
        "mistake-scores": scores,
        "mistake-output": lambda x: kernels.softmax(scores(x)) @ x,
    })


# --- 08 cross-attention ------------------------------------------------------------------------------------------------

def third_weights(answer):
    """The weights of the query (1, 1, 0) on the keys of S5, unscaled."""
    scores = np.array([1, 1, 0]) @ published.cross.k.T
    _judge(answer, kernels.softmax(scores), {
        "mistake-scaled": kernels.softmax(scores / np.sqrt(3)),
        "mistake-scores": scores,
        "mistake-shares-of-scores": scores / scores.sum(),
        "mistake-output": kernels.softmax(scores) @ published.cross.k,
    })


def cross_shapes(weights_shape, output_shape):
    """Shapes for 4 queries, 6 keys, d_k = 8, d_v = 5."""
    if weights_shape is ... or output_shape is ...:
        print(label("check-empty"))
        return
    weights_mistakes = {"mistake-shape-turned": (6, 4), "mistake-shape-of-vectors": (4, 8)}
    output_mistakes = {"mistake-shape-per-key": (6, 5), "mistake-shape-d-k": (4, 8)}
    if _judge(weights_shape, (4, 6), weights_mistakes, quiet=True):
        _judge(output_shape, (4, 5), output_mistakes)


def cross_attention(answer):
    """A function of q, k, v that returns output and weights, scaled."""
    random = np.random.default_rng(0)
    shapes = (((3, 2), (3, 2), (3, 2)), ((2, 3), (4, 3), (4, 5)), ((1, 2), (1, 2), (1, 2)))
    cases = [tuple(random.normal(size=shape) for shape in case) for case in shapes]
    cases.append((np.array([[2000.0, 0.0]]), np.eye(2), np.eye(2)))

    def mistaken(q, k, v, axis=-1, scale=None):
        scores = q @ k.T * (1 / np.sqrt(k.shape[1]) if scale is None else scale)
        weights = kernels.softmax(scores, axis=axis)
        return weights @ v, weights

    _judge_function(answer, cases, kernels.attention, {
        "mistake-wrong-axis": lambda q, k, v: mistaken(q, k, v, axis=0),
        "mistake-no-scale": lambda q, k, v: mistaken(q, k, v, scale=1),
        "mistake-scale-by-d-v": lambda q, k, v: mistaken(q, k, v, scale=1 / np.sqrt(v.shape[1])),
        "mistake-scale-by-keys": lambda q, k, v: mistaken(q, k, v, scale=1 / np.sqrt(len(k))),
        "mistake-output-first": lambda q, k, v: kernels.attention(q, k, v)[::-1],
        "mistake-swapped-k-v": lambda q, k, v: kernels.attention(q, v, k) if k.shape == v.shape else (None, None),
    })


def smallest_scale(answer):
    """The smallest whole scale that puts 90 % of the second query of S5 on k2."""
    is_number = isinstance(answer, (int, float))
    _judge(answer, 3, {"mistake-scale-below" if answer < 3 else "mistake-scale-above": answer} if is_number else {})


# --- judging -----------------------------------------------------------------------------------------------------------

def _judge(answer, right, mistakes, quiet=False):
    """Print what an answer is; True if it is right. `quiet` prints nothing for a right answer."""
    if answer is ... or answer is None:
        print(label("check-empty"))
        return False
    verdict = _verdict(answer, right, mistakes)
    if verdict or not quiet:
        print(verdict or label("check-right"))
    return not verdict


def _judge_function(answer, cases, right, mistakes):
    """Try a student's function on several inputs, and print the first thing that is wrong."""
    if not callable(answer):
        print(label("check-empty" if answer is ... else "check-not-a-function", got=type(answer).__name__))
        return
    for number, arguments in enumerate(cases):
        copies = [argument.copy() for argument in arguments]
        try:
            with np.errstate(all="ignore"):
                result = answer(*copies)
        except Exception as error:   # whatever a student's function raises is news for the student
            shapes = ", ".join(str(argument.shape) for argument in arguments)
            print(label("check-raises", error=f"{type(error).__name__}: {error}", shapes=shapes))
            return
        if result is ... or result is None:
            print(label("check-no-return" if number == 0 else "check-nothing-returned"))
            return
        if any(not np.array_equal(copy, argument) for copy, argument in zip(copies, arguments)):
            print(label("check-changes-input"))
            return
        expected = right(*arguments)
        if isinstance(expected, tuple) and not (isinstance(result, tuple) and len(result) == len(expected)):
            print(label("check-two-results"))
            return
        verdict = _verdict_of_result(result, expected, {key: fn(*arguments) for key, fn in mistakes.items()})
        if verdict:
            print(verdict)
            return
    print(label("check-right"))


def _verdict_of_result(result, expected, mistakes):
    if not isinstance(expected, tuple):
        return _verdict(result, expected, mistakes)
    verdicts = [_verdict(result[part], expected[part], {key: both[part] for key, both in mistakes.items()}, name)
                for part, name in enumerate(("output", "weights"))]
    # the weights come second, and say more about a mistake than the output mixed from them
    return next((verdict for verdict in reversed(verdicts) if verdict), None)


def _verdict(answer, right, mistakes, name=""):
    """None for a right answer, else the message; `name` says which of two results it is about."""
    kind = type(answer).__name__
    try:
        answer = np.asarray(answer)
    except ValueError:   # rows of different lengths
        return label("check-not-numbers", got=kind)
    if answer.dtype.kind not in "iuf":
        return label("check-not-numbers", got=kind)
    right = np.asarray(right)
    if _close(answer, right):
        return None
    for key, mistake in mistakes.items():
        if mistake is not None and _close(answer, np.asarray(mistake)):
            return label(key)
    if answer.shape != right.shape:
        return label("check-shape", got=answer.shape, needed=right.shape) if right.shape else label("check-one-number")
    if np.isnan(answer).any():
        return label("mistake-nan")
    place = tuple(int(i) for i in np.argwhere(~np.isclose(answer, right, rtol=TOLERANCE, atol=TOLERANCE))[0])
    return label("check-different", place=f"{name}{list(place)}", got=f"{answer[place]:.4g}") if place else label("check-other")


def _close(answer, right):
    return answer.shape == right.shape and np.allclose(answer, right, rtol=TOLERANCE, atol=TOLERANCE)

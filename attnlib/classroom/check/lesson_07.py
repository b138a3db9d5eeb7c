"""07 masks."""

import numpy as np

from attnlib import kernels
from attnlib.classroom.check import child
from attnlib.classroom.check.judge import judge, judge_function
from attnlib.classroom.labels import label

LARGE = 100   # what a causal attention must bear: exp of such scores overflows


def described_mask(answer):
    """The mask (3, 3) that the text of S8 describes, True = may attend."""
    causal, seen = np.tri(3), answer
    if isinstance(answer, (list, tuple, np.ndarray)):
        try:
            seen = np.asarray(answer) + 0   # True is as good as 1
        except (TypeError, ValueError):
            pass
    is_table = isinstance(seen, np.ndarray) and seen.dtype.kind in "iuf" and seen.shape == (3, 3)
    return judge(seen, causal, {
        "mistake-key-mask": [[1, 1, 0]] * 3 if is_table else [1, 1, 0],
        "mistake-causal-inverted": 1 - causal,
        "mistake-causal-transposed": causal.T,
        "mistake-diagonal-hidden": np.tri(3, k=-1),
        "mistake-no-mask": np.ones((3, 3)),
        "mistake-mask-not-boolean": np.where(causal == 1, 0, seen.min()) if is_table and seen.min() < 0 else None,
    })


def hidden_cells(answer):
    """How many cells a causal mask hides for 20 tokens."""
    n = 20
    hidden = n * (n - 1) // 2
    return judge(answer, hidden, {
        "mistake-half-hidden": n * n // 2,
        "mistake-cells-allowed": n * (n + 1) // 2,
        "mistake-both-triangles": n * (n - 1),
        "mistake-cells-share": hidden / n**2,
    })


def leaked_share(answer):
    """The share of the two hidden keys when the scores (−2, −2, −8, −8) are multiplied by (1, 1, 0, 0)."""
    scores, seen = np.array([-2, -2, -8, -8]), np.array([1, 1, 0, 0])
    weights = kernels.softmax(scores * seen)
    return judge(answer, weights[2:].sum(), {
        "mistake-leak-zero": 0,
        "mistake-leak-unmasked": kernels.softmax(scores)[2:].sum(),
        "mistake-leak-one-key": weights[2],
        "mistake-leak-visible": weights[:2].sum(),
    })


def leaky_ways(answer):
    """−1e9 for −∞, a hidden diagonal, softmax over the queries, the mean of all outputs subtracted: 1 where the future leaks."""
    return judge(answer, [0, 0, 1, 1], {
        "mistake-leaks-large-number": [1, 0, 1, 1],
        "mistake-leaks-diagonal": [0, 1, 1, 1],
        "mistake-leaks-axis": [0, 0, 0, 1],
        "mistake-leaks-after": [0, 0, 1, 0],
        "mistake-leaks-nowhere": [0, 0, 0, 0],
        "mistake-leaks-swapped": [1, 1, 0, 0],
    })


def causal_attention(answer):
    """A function of x (tokens, d) that returns output and weights of scaled causal self-attention without projections."""
    random = np.random.default_rng(0)
    cases = [(random.normal(size=shape),) for shape in ((4, 3), (2, 5), (1, 2))] + [(LARGE * random.normal(size=(3, 2)),)]

    def scores(x):
        return x @ x.T / np.sqrt(x.shape[1])

    def weighing(weigh):
        """Output and weights, from a function of the scores and of the mask as numbers."""
        def fn(x):
            weights = weigh(scores(x), np.tri(len(x)))
            return weights @ x, weights
        return fn

    def hiding(mask, axis=-1):
        return weighing(lambda s, seen: kernels.softmax(np.where(mask(seen), s, -np.inf), axis=axis))

    def causal(seen):
        return seen == 1

    right = hiding(causal)
    return judge_function(answer, cases, right, {
        "mistake-no-mask": weighing(lambda s, seen: kernels.softmax(s)),
        "mistake-mask-times-zero": weighing(lambda s, seen: kernels.softmax(s * seen)),
        "mistake-mask-added": weighing(lambda s, seen: kernels.softmax(s + seen)),
        "mistake-zero-after": weighing(lambda s, seen: kernels.softmax(s) * seen),
        "mistake-zero-times-infinity": weighing(lambda s, seen: np.full(s.shape, np.nan)),
        "mistake-causal-inverted": hiding(lambda seen: seen == 0),
        "mistake-causal-transposed": hiding(lambda seen: seen.T == 1),
        "mistake-diagonal-hidden": hiding(lambda seen: np.tri(len(seen), k=-1) == 1),
        "mistake-key-mask": hiding(lambda seen: np.arange(len(seen)) < len(seen) - 1),
        "mistake-wrong-axis": hiding(causal, axis=0),
        "mistake-no-scale": lambda x: kernels.attention(x, x, x, kernels.causal_mask(len(x)), scale=1),
        "mistake-output-first": lambda x: right(x)[::-1],
    }, explain=lambda outcome, arguments: _about_the_mask(answer, outcome, *arguments))


def _about_the_mask(answer, outcome, x):
    """What an error, a NaN or the leak detector says of a causal attention that is wrong in a way of its own."""
    if "needs booleans" in outcome.error:
        return label("mistake-mask-not-boolean")
    if "holds NaN" in outcome.error:   # attnlib's softmax refuses what 0 · (−∞) gives
        return label("mistake-zero-times-infinity")
    if outcome.error or not isinstance(outcome.result, tuple) or len(outcome.result) != 2:
        return None
    try:
        weights = np.asarray(outcome.result[1], dtype=float)
        if np.isnan(weights).any():
            return label("mistake-row-with-nothing") if np.abs(x).max() < LARGE / 10 else None   # None: it overflowed
        place = child.run(lambda tokens: kernels.future_leak(answer, tokens), [(x,)])[0].result
    except (TypeError, ValueError, TimeoutError):   # not numbers, or slow: the message that stands is the better one
        return None
    return None if place is None else label("mistake-future-leak", place=place)

"""07 masks."""

import numpy as np

from attnlib import kernels
from attnlib.classroom import variants
from attnlib.classroom.check.judge import LARGE, judge, judge_function, leak, tidy
from attnlib.classroom.check.lesson_02 import naive_softmax
from attnlib.classroom.labels import label


def described_mask(answer):
    """The mask (3, 3) that the text of S8 describes, True = may attend."""
    causal = np.tri(3, dtype=int)
    return judge(answer, causal, {
        "mistake-causal-inverted": 1 - causal,
        "mistake-causal-transposed": causal.T,
        "mistake-diagonal-hidden": causal - np.eye(3, dtype=int),
        "mistake-no-mask": np.ones((3, 3), dtype=int),
        "mistake-key-mask": lambda seen: np.array_equal(seen, [1, 1, 0]) or np.array_equal(seen, [[1, 1, 0]] * 3),
        "mistake-mask-not-boolean": lambda seen: seen.size and seen.min() < 0 and np.array_equal(np.where(causal, 0, seen.min()), seen),
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


def leaked_share(answer, number=None):
    """The share of the last two keys when four scores, which belong to a student number, are multiplied by (1, 1, 0, 0)."""
    scores, seen = variants.leaked_share(number), np.array([1, 1, 0, 0])
    weights = kernels.softmax(scores * seen)
    default = kernels.softmax(variants.leaked_share() * seen)[2:].sum()
    return judge(answer, weights[2:].sum(), {
        "mistake-leak-zero": 0,
        "mistake-leak-unmasked": kernels.softmax(scores)[2:].sum(),
        "mistake-leak-one-key": weights[2],
        "mistake-leak-visible": weights[:2].sum(),
        "mistake-default-variant": default if variants.student_text(number) else None,
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
    """A function of x (tokens, d) that returns output and weights of scaled causal self-attention without projections.

    Tried on one token, on numbers that overflow and, where it is wrong in a way of its own, by the leak detector;
    not on no tokens, which have no keys to share out to.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, shape) for shape in ((3, 3), (4, 3), (2, 3), (1, 2))]   # a square first: there x @ x fits too
    cases += [(np.array([[1.0, 0], [2, 1]]),), (100 * tidy(random, (3, 2))[0],), (np.array([[100.0, 0]]),)]

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
        "mistake-no-transpose": lambda x: kernels.attention(x, x.T, x, kernels.causal_mask(len(x))),
        "mistake-output-first": lambda x: right(x)[::-1],
        "mistake-overflow": weighing(lambda s, seen: naive_softmax(np.where(causal(seen), s, -np.inf))),
    }, explain=lambda outcome, arguments: (_about_the_mask(outcome) or _empty_row(outcome, arguments) or leak(answer, *arguments)))


def masked_attention(answer):
    """A function of q, k, v and a mask (queries, keys), True = may attend, that returns output and weights, scaled.

    Tried on no queries, on a query that may attend to nothing (its weights and output are 0) and on numbers that overflow;
    not on no keys, which nothing can be shared out to.
    """
    random = np.random.default_rng(0)
    seen = np.array([[True, False, True, True], [False, True, False, True], [True, True, False, False]])
    cases = [(*tidy(random, (3, 2), (4, 2), (4, 3)), seen), (*tidy(random, (2, 2), (2, 2), (2, 1)), np.array([[True, True], [False, True]])),
             (*tidy(random, (4, 3), (3, 3), (3, 2)), np.array([[True, True, False]] * 3 + [[False] * 3])),
             (*tidy(random, (1, 2), (1, 2), (1, 1)), np.array([[False]])),
             (*tidy(random, (0, 2), (3, 2), (3, 1)), np.empty((0, 3), dtype=bool)),
             (np.array([[100.0]]), np.array([[100.0], [5], [0]]), np.eye(3), np.array([[False, True, True]])),
             (np.array([[100.0]]), np.array([[100.0], [5]]), np.eye(2), np.array([[True, True]]))]

    def weighing(weigh):
        """Output and weights, from a function of the scores and the mask."""
        def fn(q, k, v, mask):
            weights = weigh(q @ k.T / np.sqrt(k.shape[1]), mask)
            return weights @ v, weights
        return fn

    def hiding(hidden, axis=-1):
        return weighing(lambda s, mask: kernels.softmax(np.where(mask, s, hidden), axis=axis))

    def shared(exps, mask):
        """Weights from exponentials, the hidden ones left out: a row of nothing stays 0."""
        exps = np.where(mask, exps, 0)
        total = exps.sum(axis=1, keepdims=True)
        return exps / np.where(total == 0, 1, total)

    return judge_function(answer, cases, kernels.attention, {
        "mistake-row-nan": weighing(lambda s, mask: naive_softmax(np.where(mask, s - s.max(axis=1, keepdims=True), -np.inf))),
        "mistake-row-uniform": hiding(-1e9),
        "mistake-no-mask": weighing(lambda s, mask: kernels.softmax(s)),
        "mistake-mask-times-zero": weighing(lambda s, mask: kernels.softmax(s * mask)),
        "mistake-mask-added": weighing(lambda s, mask: kernels.softmax(s + mask)),
        "mistake-zero-after": weighing(lambda s, mask: kernels.softmax(s) * mask),
        "mistake-causal-inverted": weighing(lambda s, mask: kernels.softmax(np.where(mask, -np.inf, s))),
        "mistake-wrong-axis": hiding(-np.inf, axis=0),
        "mistake-no-scale": lambda q, k, v, mask: kernels.attention(q, k, v, mask, scale=1),
        "mistake-peak-of-hidden": weighing(lambda s, mask: shared(np.exp(s - s.max(axis=1, keepdims=True)), mask)),
        "mistake-output-first": lambda *given: kernels.attention(*given)[::-1],
        "mistake-overflow": weighing(lambda s, mask: shared(np.exp(s), mask)),
    }, explain=lambda outcome, arguments: _about_the_mask(outcome))


def _about_the_mask(outcome):
    """What attnlib's errors say of a mask."""
    if "needs booleans" in outcome.error:
        return label("mistake-mask-not-boolean")
    if "holds NaN" in outcome.error:   # attnlib's softmax refuses what 0 · (−∞) gives
        return label("mistake-zero-times-infinity")
    return None


def _empty_row(outcome, arguments):
    """What NaN says of a causal attention whose numbers do not overflow."""
    weights = outcome.result[-1] if isinstance(outcome.result, tuple) else None
    if isinstance(weights, np.ndarray) and weights.dtype.kind == "f" and np.isnan(weights).any() and np.abs(arguments[0]).max() < LARGE:
        return label("mistake-row-with-nothing")
    return None

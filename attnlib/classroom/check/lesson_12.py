"""12 reading maps: the bounds of a printout that was cut off, and the repairs of the museum."""

import numpy as np

from attnlib import kernels, published
from attnlib.classroom.check.judge import judge, judge_function, leak, tidy

KEPT = 0.9   # the share that dropout keeps


def row_bounds(answer):
    """The most that each printed row of S3 can sum to: three weights are known, the seven others are no larger than the third."""
    tops = np.array([[weight for _, weight in top] for top in published.SCORAS_TOP.values()])   # (7, 3)
    shown, third = tops.sum(axis=1), tops[:, -1]
    return judge(answer, shown + 7 * third, {
        "mistake-nine-words": shown + 6 * third,
        "mistake-bound-all-words": shown + 10 * third,
        "mistake-bound-shown-only": shown,
        "mistake-bound-largest": shown + 7 * tops[:, 0],
    })


def weights_that_read(answer):
    """A function of state, keys, w_q, w_k, w_score that returns the additive weights of one query, (keys,).

    Tried on one key and on scores that overflow; not on no keys, which nothing can be shared out to.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, d_q, (keys, d_k), (d_q, d_a), (d_k, d_a), d_a)
             for d_q, keys, d_k, d_a in ((2, 4, 3, 5), (4, 2, 6, 3), (2, 2, 1, 2), (2, 1, 2, 2))]
    cases.append((*cases[2][:-1], 1000 * cases[2][-1]))

    def scores(state, keys, w_q, w_k, w_score):
        return np.tanh(state @ w_q + keys @ w_k) @ w_score

    return judge_function(answer, cases, lambda *given: kernels.softmax(scores(*given)), {
        "mistake-keys-ignored": lambda state, keys, *_: np.full(len(keys), 1 / len(keys)),
        "mistake-query-ignored": lambda state, keys, w_q, w_k, w_score: kernels.softmax(np.tanh(keys @ w_k) @ w_score),
        "mistake-no-tanh": lambda state, keys, w_q, w_k, w_score: kernels.softmax((state @ w_q + keys @ w_k) @ w_score),
        "mistake-scores": scores,
        "mistake-output": lambda state, keys, *w: kernels.softmax(scores(state, keys, *w)) @ keys,
    })


def map_without_dropout(answer):
    """A function of q, k, v, kept: the output goes through dropout, the weights that it returns do not.

    Tried on one token, on no queries and on scores that overflow; not on no keys, which nothing can be shared out to.
    """
    random = np.random.default_rng(0)
    kept = np.ones((3, 4), dtype=bool)
    kept[[0, 1, 2], [1, 0, 3]] = False
    q, k, v = tidy(random, (3, 2), (4, 2), (4, 5))
    k[2], q[0] = (30, 0), (2, 0)   # one weight near 1, and kept: dropout takes it above 1
    cases = [(q, k, v, kept), (*tidy(random, (2, 1), (2, 1), (2, 1)), np.array([[True, False], [False, True]])),
             (*tidy(random, (1, 2), (1, 2), (1, 1)), np.array([[True]])), (q[:0], k, v, kept[:0]), (100 * q, 100 * k, v, kept)]

    def mistaken(shown, used):
        """Output and weights, each made from the softmax by a function of (weights, kept)."""
        def fn(q, k, v, kept):
            weights = kernels.softmax(q @ k.T / np.sqrt(k.shape[1]))
            return used(weights, kept) @ v, shown(weights, kept)
        return fn

    def softmax(weights, kept):
        return weights

    def dropped(weights, kept):
        return weights * kept / KEPT

    def renormalised(weights, kept):
        return weights * kept / (weights * kept).sum(axis=1, keepdims=True)

    return judge_function(answer, cases, mistaken(softmax, dropped), {
        "mistake-map-after-dropout": mistaken(dropped, dropped),
        "mistake-clipped": mistaken(lambda *both: np.minimum(dropped(*both), 1), dropped),
        "mistake-map-renormalised": mistaken(renormalised, renormalised),
        "mistake-no-dropout": mistaken(softmax, softmax),
        "mistake-dropout-not-divided": mistaken(softmax, lambda weights, kept: weights * kept),
    })


def heads_side_by_side(answer):
    """A function of x (heads, tokens, d) that merges heads.

    Tried on one token and on one head; not on no tokens, where NumPy cannot tell what -1 is in reshape(0, -1).
    """
    cases = [(np.arange(size).reshape(shape) + 1.0,) for size, shape in ((8, (2, 2, 2)), (24, (3, 4, 2)), (6, (3, 1, 2)), (6, (1, 3, 2)))]

    def joined(x):
        heads, tokens, d = x.shape
        return tokens, heads * d

    return judge_function(answer, cases, kernels.merge_heads, {
        "mistake-merge-no-swap": lambda x: x.reshape(joined(x)),
        "mistake-merge-interleaved": lambda x: x.transpose(1, 2, 0).reshape(joined(x)),
        "mistake-merge-wrong-axes": lambda x: x.swapaxes(1, 2).reshape(joined(x)),
        "mistake-merge-stacked": lambda x: np.concatenate(list(x)),
    })


def scale_by_head_size(answer):
    """A function of q, k (heads, tokens, d_k) that returns the weights of every head.

    Tried on one token and on scores that overflow; not on no tokens, which have no keys to share out to.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, shape, shape) for shape in ((2, 3, 5), (3, 4, 7), (2, 2, 3), (2, 1, 2))]
    cases.append(tuple(100 * part for part in cases[0]))

    def divided(by):
        return lambda q, k: kernels.softmax(q @ k.swapaxes(1, 2) / by(*k.shape))

    return judge_function(answer, cases, divided(lambda heads, tokens, d: np.sqrt(d)), {
        "mistake-scale-by-heads": divided(lambda heads, tokens, d: np.sqrt(heads)),
        "mistake-scale-by-model": divided(lambda heads, tokens, d: np.sqrt(heads * d)),
        "mistake-scale-by-tokens": divided(lambda heads, tokens, d: np.sqrt(tokens)),
        "mistake-scale-without-root": divided(lambda heads, tokens, d: d),
        "mistake-no-scale": divided(lambda heads, tokens, d: 1),
    })


def masks_turned(answer):
    """A function of q, k, v, ahead, padding, whose masks hold 1 for hidden; returns output and weights.

    Tried on one token, on one that is all padding and, where it is wrong in a way of its own, by the leak detector;
    not on no tokens, which have no keys to share out to.
    """
    random = np.random.default_rng(0)
    paddings = [0, 1, 0, 1], [0, 0], [0, 1], [0], [1]   # padding in the middle tells more mistakes apart
    cases = [(*tidy(random, (n, 3), (n, 3), (n, 2)), 1 - np.tri(n), np.array(padding, dtype=float))
             for n, padding in zip(map(len, paddings), paddings)]

    def attending(mask):
        return lambda q, k, v, ahead, padding: kernels.attention(q, k, v, np.broadcast_to(mask(ahead == 1, padding == 1), ahead.shape))

    def own_leak(outcome, arguments):
        q, k, v, ahead, padding = arguments
        return leak(lambda x: answer(x[:, :3], x[:, 3:6], x[:, 6:], ahead, padding), np.hstack([q, k, v]))

    return judge_function(answer, cases, attending(lambda ahead, padding: ~ahead & ~padding), {
        "mistake-mask-inverted": attending(lambda ahead, padding: ahead | padding),
        "mistake-padding-inverted": attending(lambda ahead, padding: ~ahead & padding),
        "mistake-ahead-inverted": attending(lambda ahead, padding: ahead & ~padding),
        "mistake-masks-or": attending(lambda ahead, padding: ~ahead | ~padding),
        "mistake-no-padding": attending(lambda ahead, padding: ~ahead),
        "mistake-no-ahead": attending(lambda ahead, padding: ~padding),
    }, explain=own_leak)

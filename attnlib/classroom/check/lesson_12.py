"""12 reading maps: the bounds of a printout that was cut off, and the repairs of the museum."""

import numpy as np

from attnlib import kernels, published
from attnlib.classroom.check.judge import judge, judge_function

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
    """A function of state, keys, w_q, w_k, w_score that returns the additive weights of one query, (keys,)."""
    random = np.random.default_rng(0)
    cases = [tuple(random.normal(size=shape) for shape in ((d_q,), (keys, d_k), (d_q, d_a), (d_k, d_a), (d_a,)))
             for d_q, keys, d_k, d_a in ((2, 4, 3, 5), (4, 2, 6, 3))]

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
    """A function of q, k, v, kept: the output goes through dropout, the weights that it returns do not."""
    random = np.random.default_rng(0)
    kept = np.ones((3, 4), dtype=bool)
    kept[[0, 1, 2], [1, 0, 3]] = False
    q, k, v = random.normal(size=(3, 2)), random.normal(size=(4, 2)), random.normal(size=(4, 5))
    k[2], q[0] = (30, 0), (2, 0)   # one weight near 1, and kept: dropout takes it above 1

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

    return judge_function(answer, [(q, k, v, kept)], mistaken(softmax, dropped), {
        "mistake-map-after-dropout": mistaken(dropped, dropped),
        "mistake-clipped": mistaken(lambda *both: np.minimum(dropped(*both), 1), dropped),
        "mistake-map-renormalised": mistaken(renormalised, renormalised),
        "mistake-no-dropout": mistaken(softmax, softmax),
        "mistake-dropout-not-divided": mistaken(softmax, lambda weights, kept: weights * kept),
    })


def heads_side_by_side(answer):
    """A function of x (heads, tokens, d) that merges heads."""
    cases = [(np.arange(8.0).reshape(2, 2, 2),), (np.random.default_rng(0).normal(size=(3, 4, 2)),)]

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
    """A function of q, k (heads, tokens, d_k) that returns the weights of every head."""
    random = np.random.default_rng(0)
    cases = [tuple(random.normal(size=(2, *shape)) for _ in range(2)) for shape in ((3, 5), (4, 7))]

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
    """A function of q, k, v, ahead, padding, whose masks hold 1 for hidden; returns output and weights."""
    random = np.random.default_rng(0)
    ahead, padding = 1 - np.tri(4), np.array([0.0, 1, 0, 1])   # padding in the middle tells more mistakes apart
    q, k, v = random.normal(size=(4, 3)), random.normal(size=(4, 3)), random.normal(size=(4, 2))

    def attending(mask):
        return lambda q, k, v, ahead, padding: kernels.attention(q, k, v, np.broadcast_to(mask(ahead == 1, padding == 1), ahead.shape))

    return judge_function(answer, [(q, k, v, ahead, padding)], attending(lambda ahead, padding: ~ahead & ~padding), {
        "mistake-mask-inverted": attending(lambda ahead, padding: ahead | padding),
        "mistake-padding-inverted": attending(lambda ahead, padding: ~ahead & padding),
        "mistake-ahead-inverted": attending(lambda ahead, padding: ahead & ~padding),
        "mistake-masks-or": attending(lambda ahead, padding: ~ahead | ~padding),
        "mistake-no-padding": attending(lambda ahead, padding: ~ahead),
        "mistake-no-ahead": attending(lambda ahead, padding: ~padding),
    })

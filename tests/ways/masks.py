"""Ways of the exercises of masks that ask for functions."""

import numpy as np

from attnlib import attention, causal_mask, softmax
from tests.ways.templates import HIDDEN, OUTPUTS, PAIRS, SCORES, given, hidden_attentions, keepdims, packed

MASKS = {
    "causal_mask": causal_mask,
    "tri": lambda n: np.tri(n, dtype=bool),
    "tri of numbers": lambda n: np.tri(n) == 1,
    "tril": lambda n: np.tril(np.ones((n, n))).astype(bool),
    "triu": lambda n: np.triu(np.ones((n, n)), k=1) == 0,
    "indices": lambda n: np.arange(n)[:, None] >= np.arange(n),
    "indices of a table": lambda n: np.greater_equal(*np.indices((n, n))),
    "comprehension": lambda n: np.array([[j <= i for j in range(n)] for i in range(n)]),
    "repeated": lambda n: np.array([[True] * (i + 1) + [False] * (n - i - 1) for i in range(n)]),
}


def causal(attend, mask=causal_mask):
    return lambda x: attend(x, x, x, mask(len(x)))


def what_came_before(x):
    weights, output = np.zeros((len(x), len(x))), []
    for i in range(len(x)):
        seen = x[:i + 1]
        weights[i, :i + 1] = softmax(seen @ x[i] / np.sqrt(x.shape[1]))
        output.append(weights[i, :i + 1] @ seen)
    return np.array(output), weights


def with_indices(x):
    scores = x @ x.T / np.sqrt(x.shape[1])
    scores[np.triu_indices(len(x), k=1)] = -np.inf
    weights = softmax(scores)
    return weights @ x, weights


def with_triu(x):
    scores = x @ x.T / np.sqrt(x.shape[1]) + np.triu(np.full((len(x), len(x)), -np.inf), k=1)
    weights = softmax(scores, axis=1)
    return weights @ x, weights


def cell_by_cell(x):
    n = len(x)
    scores = np.full((n, n), -np.inf)
    for i in range(n):
        for j in range(i + 1):
            scores[i, j] = x[i] @ x[j] / x.shape[1] ** 0.5
    weights = keepdims(scores)
    return weights @ x, weights


def in_lists(x):
    output, weights = [], []
    for i, query in enumerate(x):
        scores = [sum(query * key) / len(query) ** 0.5 if j <= i else -np.inf for j, key in enumerate(x)]
        exps = [np.exp(score - max(scores)) for score in scores]
        weights.append([one / sum(exps) for one in exps])
        output.append(sum(one * value for one, value in zip(weights[-1], x, strict=True)))
    return output, weights


def in_float32(x):
    x = x.astype(np.float32)
    scores = x @ x.T / np.float32(np.sqrt(x.shape[1]))
    weights = softmax(np.where(causal_mask(len(x)), scores, np.float32(-1e9)))
    return weights @ x, weights


def exps_of_what_is_seen(scores, mask):
    """Nothing in a hidden cell, and a row of nothing stays 0."""
    largest = np.max(scores, axis=1, keepdims=True, where=mask, initial=-1e300)
    exps = np.exp(scores - largest, where=mask, out=np.zeros(scores.shape))
    total = exps.sum(axis=1, keepdims=True)
    return np.divide(exps, total, where=total > 0, out=np.zeros(scores.shape))


def with_nothing(hide):
    """Weights where a query may see nothing: zeros there."""
    def weigh(scores, mask):
        with np.errstate(invalid="ignore"):
            weights = keepdims(hide(scores, mask)) if len(scores) else scores
        return np.where(mask.any(axis=1, keepdims=True), weights, 0)
    return weigh


def times_mask(scores, mask):
    scores = np.where(mask, scores, -1e9)
    exps = np.exp(scores - scores.max(axis=1, keepdims=True)) * mask
    total = exps.sum(axis=1, keepdims=True)
    return exps / np.where(total == 0, 1, total)


def nan_to_zero(scores, mask):
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(keepdims(np.where(mask, scores, -np.inf)))


def row_by_row(scores, mask):
    weights = np.zeros(scores.shape)
    for i in range(len(scores)):
        if mask[i].any():
            seen = scores[i][mask[i]]
            weights[i, mask[i]] = np.exp(seen - seen.max()) / np.exp(seen - seen.max()).sum()
    return weights


def in_loops(scores, mask):
    table = []
    for row, seen in zip(scores, mask, strict=True):
        visible = [score for score, so in zip(row, seen, strict=True) if so]
        exps = [np.exp(score - max(visible)) if so else 0.0 for score, so in zip(row, seen, strict=True)]
        table.append([one / (sum(exps) or 1) for one in exps])
    return np.array(table).reshape(scores.shape)


def peak_or_zero(scores, mask):
    scores = np.where(mask, scores, -np.inf)
    largest = scores.max(axis=1, keepdims=True)
    exps = np.exp(scores - np.where(np.isfinite(largest), largest, 0))
    return exps / np.maximum(exps.sum(axis=1, keepdims=True), 1e-12)


def masked(weigh, scores=SCORES["@"], output=OUTPUTS["@"]):
    def function(q, k, v, mask):
        weights = weigh(scores(q, k), mask)
        return output(weights, v), weights
    return function


WAYS = {
    "causal_attention": {
        **{f"mask: {name}": causal(attention, mask) for name, mask in MASKS.items()},
        **{name: causal(one) for name, one in hidden_attentions().items()},
        **{one.__name__: one for one in (what_came_before, with_indices, with_triu, cell_by_cell, in_lists, in_float32)},
        **packed(causal(attention), PAIRS), **given(causal(attention)),
    },
    "masked_attention": {
        **{f"hidden: {name}": masked(with_nothing(hide)) for name, hide in HIDDEN.items()},
        **{one.__name__: masked(one) for one in (exps_of_what_is_seen, times_mask, nan_to_zero, row_by_row, in_loops,
                                                 peak_or_zero)},
        **{f"scores: {name}": masked(times_mask, scores=one) for name, one in SCORES.items()},
        **{f"output: {name}": masked(times_mask, output=one) for name, one in OUTPUTS.items()},
        "attnlib's attention": attention, "in float32": lambda q, k, v, mask: masked(times_mask)(
            *(part.astype(np.float32) for part in (q, k, v)), mask),
        **packed(masked(times_mask), PAIRS), **given(masked(times_mask)),
    },
}

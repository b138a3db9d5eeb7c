"""Ways of the exercise of queries-keys-values that asks for a function."""

import numpy as np

from attnlib import attention
from tests.ways.templates import attentions, given


def projected(attend):
    return lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v)


def token_by_token(x, w_q, w_k, w_v):
    queries, keys, values = ([token @ w for token in x] for w in (w_q, w_k, w_v))
    output, weights = [], []
    for query in queries:
        scores = np.array([query @ key for key in keys]) / np.sqrt(len(query))
        exps = np.exp(scores - scores.max())
        weights.append(exps / exps.sum())
        output.append(sum(weight * value for weight, value in zip(weights[-1], values, strict=True)))
    return output, weights


PROJECTIONS = {
    "attnlib's attention": projected(attention),
    "token by token": token_by_token,
    "einsum": lambda x, *w: attention(*(np.einsum("nd,de->ne", x, one) for one in w)),
    "dot": lambda x, *w: attention(*map(x.dot, w)),
    "float32": lambda x, *w: attention(*(x.astype(np.float32) @ one.astype(np.float32) for one in w)),
    "one product": lambda x, w_q, w_k, w_v: attention(*np.split(
        x @ np.hstack([w_q, w_k, w_v]), [w_q.shape[1], 2 * w_q.shape[1]], axis=1)),
    "scale by hand": lambda x, w_q, w_k, w_v: attention(x @ w_q, x @ w_k, x @ w_v, scale=w_k.shape[1] ** -0.5),
}
WAYS = {"projected_attention": {
    **PROJECTIONS, **{name: projected(one) for name, one in attentions().items()}, **given(projected(attention)),
}}

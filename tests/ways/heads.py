"""Ways of the exercise of heads that asks for a function."""

import numpy as np

from attnlib import attention, merge_heads, multi_head_attention, softmax, split_heads
from tests.ways.templates import TABLES, attentions, given, packed


def with_heads(x, w_q, w_k, w_v, w_o, heads):
    q, k, v = (split_heads(x @ w, heads) for w in (w_q, w_k, w_v))
    return merge_heads(attention(q, k, v)[0]) @ w_o


def head_by_head(attend):
    def function(x, w_q, w_k, w_v, w_o, heads):
        outputs = []
        for q, k, v in zip(*(np.split(x @ w, heads, axis=1) for w in (w_q, w_k, w_v)), strict=True):
            outputs.append(attend(q, k, v)[0])
        return np.concatenate(outputs, axis=1) @ w_o
    return function


def of_columns(x, w_q, w_k, w_v, w_o, heads):
    size, size_v = w_q.shape[1] // heads, w_v.shape[1] // heads
    outputs = [attention(x @ w_q[:, i * size:(i + 1) * size], x @ w_k[:, i * size:(i + 1) * size],
                         x @ w_v[:, i * size_v:(i + 1) * size_v])[0] for i in range(heads)]
    return np.hstack(outputs) @ w_o


def summed(x, w_q, w_k, w_v, w_o, heads):
    """Each head times its rows of w_o."""
    parts = zip(*(np.split(x @ w, heads, axis=1) for w in (w_q, w_k, w_v)), np.split(w_o, heads), strict=True)
    return sum(attention(q, k, v)[0] @ rows for q, k, v, rows in parts)


def preallocated(x, w_q, w_k, w_v, w_o, heads):
    q, k, v = x @ w_q, x @ w_k, x @ w_v
    d_k, d_v = q.shape[1] // heads, v.shape[1] // heads
    merged = np.zeros(v.shape)
    for head in range(heads):
        keys, values = slice(head * d_k, (head + 1) * d_k), slice(head * d_v, (head + 1) * d_v)
        merged[:, values] = softmax(q[:, keys] @ k[:, keys].T / np.sqrt(d_k)) @ v[:, values]
    return merged @ w_o


def by_transpose(x, w_q, w_k, w_v, w_o, heads):
    q, k, v = ((x @ w).reshape(len(x), heads, -1).transpose(1, 0, 2) for w in (w_q, w_k, w_v))
    weights = softmax(q @ k.transpose(0, 2, 1) / k.shape[-1] ** 0.5)
    return (weights @ v).transpose(1, 0, 2).reshape(len(x), -1) @ w_o


def by_einsum(x, w_q, w_k, w_v, w_o, heads):
    q, k, v = (np.einsum("nd,dhe->hne", x, w.reshape(len(w), heads, -1)) for w in (w_q, w_k, w_v))
    weights = softmax(np.einsum("hie,hje->hij", q, k) / np.sqrt(q.shape[2]), axis=2)
    return np.einsum("hij,hje,hed->id", weights, v, w_o.reshape(heads, v.shape[2], -1))


def token_by_token(x, w_q, w_k, w_v, w_o, heads):
    q, k, v = (split_heads(x @ w, heads) for w in (w_q, w_k, w_v))
    output = attention(q, k, v)[0]
    return [np.concatenate([output[head, token] for head in range(heads)]) @ w_o for token in range(len(x))]


def in_float32(x, w_q, w_k, w_v, w_o, heads):
    x, *matrices = (part.astype(np.float32) for part in (x, w_q, w_k, w_v, w_o))
    return with_heads(x, *matrices, heads)


WAYS = {"multi_head": {
    **{one.__name__: one for one in (
        with_heads, of_columns, summed, preallocated, by_transpose, by_einsum, token_by_token, in_float32)},
    "head by head": head_by_head(attention),
    "attnlib's": lambda x, w_q, w_k, w_v, w_o, heads: multi_head_attention(x, x, w_q, w_k, w_v, w_o, heads)[0],
    **{f"head by head, {name}": head_by_head(one) for name, one in attentions().items()},
    **packed(with_heads, TABLES), **given(with_heads),
}}

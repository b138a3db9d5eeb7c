"""Attention and the parts around it, each function the equation in its docstring.

Shapes: q (..., queries, d_k), k (..., keys, d_k), v (..., keys, d_v), weights (..., queries, keys).
Masks: boolean, True = may attend. A query that may attend to nothing gets zero weights and a zero output.
Types: float32 stays float32; every other real number becomes float64. No input is ever written to.
Refused, by the name of the argument: NaN, infinities, results too large for a float, masked arrays that hide something.
"""

import numpy as np

from attnlib.validate import (
    attention_inputs,
    batch_shape,
    boolean_mask,
    check_columns,
    check_finite,
    check_heads,
    check_keys,
    check_shape,
    finite_number,
    lengths_within,
    matrix,
    our_errstate,
    real,
    softmax_input,
    whole_number,
)


@our_errstate
def softmax(x, axis=-1):
    """softmax(x)_i = exp(x_i) / Σ_j exp(x_j), along `axis`.

    Subtracting the largest x first changes nothing (the factor cancels) and keeps exp from overflowing.
    -inf hides an entry; a slice that is all -inf gives zeros. NaN and +inf raise ValueError.
    """
    return _softmax(softmax_input(x, axis).copy(), axis)


@our_errstate
def attention(q, k, v, mask=None, scale=None):
    """Attention(Q, K, V) = softmax(Q Kᵀ / √d_k) V.  Vaswani et al. 2017, Eq. (1).

    q (..., queries, d_k), k (..., keys, d_k), v (..., keys, d_v); mask broadcasts to (..., queries, keys).
    `scale` multiplies the scores: None is 1/√d_k, 1 leaves them unscaled.
    Returns output (..., queries, d_v) and weights (..., queries, keys).
    Raises ValueError for shapes that do not fit, no keys, NaN or infinities; TypeError for a mask that is not boolean.
    """
    q, k, v, mask, scale = attention_inputs(q, k, v, mask, scale)
    scores = (q * scale) @ k.swapaxes(-1, -2)   # (..., queries, keys)
    check_finite("scores", "q and k", scores)
    weights = _softmax(_hide(scores, mask))
    output = weights @ v
    check_finite("outputs", "v", output)
    return output, weights


@our_errstate
def attention_backward(q, k, v, d_output, mask=None, scale=None):
    """The way back through `attention`: what a loss that changes with output by d_output changes with q, k and v.

    d_V = Aᵀ d_O,  d_A = d_O Vᵀ,  d_S = A ∘ (d_A − rows' sums of A ∘ d_A),  d_Q = scale d_S K,  d_K = scale d_Sᵀ Q.
    The third is softmax's Jacobian, diag(a) − a aᵀ, one row at a time: what one weight gains, the others lose.
    q, k, v, mask and scale as in `attention`; d_output (..., queries, d_v). A query that may attend to nothing moves nothing.
    Returns d_q, d_k, d_v, of the shapes of q, k, v: what a batch shares is summed over the batch. Raises as `attention` does.
    """
    output, weights = attention(q, k, v, mask, scale)
    q, k, v, mask, scale = attention_inputs(q, k, v, mask, scale)
    d_output = real("d_output", d_output, 2)
    check_shape("d_output", d_output, output.shape)
    gradients = attention_gradients(q, k, v, weights, d_output, scale)
    check_finite("gradients", "d_output, q, k or v", *gradients)
    return tuple(_unbroadcast(gradient, x.shape) for gradient, x in zip(gradients, (q, k, v), strict=True))


def attention_gradients(q, k, v, weights, d_output, scale):
    """The equations of `attention_backward` and nothing else, for who knows the weights of scores scale · q kᵀ already."""
    d_v = weights.swapaxes(-1, -2) @ d_output
    d_weights = d_output @ v.swapaxes(-1, -2)
    d_scores = weights * (d_weights - (weights * d_weights).sum(axis=-1, keepdims=True)) * scale   # (..., queries, keys)
    return d_scores @ k, d_scores.swapaxes(-1, -2) @ q, d_v


@our_errstate
def additive_attention(q, k, v, w_q, w_k, w_score, mask=None):
    """scores_ij = w_scoreᵀ tanh(q_i W_q + k_j W_k).  Bahdanau et al. 2015, appendix A.1.2.

    q (..., queries, d_q), k (..., keys, d_k), v (..., keys, d_v), w_q (d_q, d_a), w_k (d_k, d_a), w_score (d_a,).
    Queries and keys may differ in size: each is first projected to d_a numbers.
    Returns output (..., queries, d_v) and weights (..., queries, keys). Raises as `attention` does.
    """
    q, k, v = real("q", q, 2), real("k", k, 2), real("v", v, 2)
    w_q, w_k, w_score = matrix("w_q", w_q, q, "q"), matrix("w_k", w_k, k, "k"), real("w_score", w_score)
    check_keys("k", k, v)
    batch = batch_shape(q=q, k=k, v=v)
    check_shape("w_k", w_k, (k.shape[-1], w_q.shape[1]))
    check_shape("w_score", w_score, (w_q.shape[1],))
    mask = boolean_mask(mask, (*batch, q.shape[-2], k.shape[-2]))
    hidden = np.tanh((q @ w_q)[..., :, None, :] + (k @ w_k)[..., None, :, :])   # (..., queries, keys, d_a)
    scores = hidden @ w_score
    check_finite("scores", "q and k", scores)
    weights = _softmax(_hide(scores, mask))
    output = weights @ v
    check_finite("outputs", "v", output)
    return output, weights


@our_errstate
def multi_head_attention(x, context, w_q, w_k, w_v, w_o, heads, mask=None):
    """MultiHead = Concat(head_1, …, head_h) W_o, head_i = Attention(x W_q,i, context W_k,i, context W_v,i).

    Vaswani et al. 2017, §3.2.2; W_q holds the heads' matrices side by side, as do W_k and W_v.
    x (..., queries, d_x), context (..., keys, d_c), w_q (d_x, heads·d_k), w_k (d_c, heads·d_k),
    w_v (d_c, heads·d_v), w_o (heads·d_v, d_out); mask broadcasts to (..., queries, keys), the same for each head.
    Self-attention is multi_head_attention(x, x, ...).
    Returns output (..., queries, d_out) and weights (..., heads, queries, keys). Raises as `attention` does.
    """
    x, context = real("x", x, 2), real("context", context, 2)
    w_q, w_k, w_v = matrix("w_q", w_q, x, "x"), matrix("w_k", w_k, context, "context"), matrix("w_v", w_v, context, "context")
    batch = batch_shape(x=x, context=context)
    check_shape("w_k", w_k, (context.shape[-1], w_q.shape[1]))
    mask = boolean_mask(mask, (*batch, x.shape[-2], context.shape[-2]))
    if mask is not None and mask.ndim > 1:
        mask = mask[..., None, :, :]   # one mask for all heads
    check_keys("context", context, context)
    check_columns("w_q", w_q)
    check_heads(heads, w_q=w_q, w_v=w_v)
    projected = x @ w_q, context @ w_k, context @ w_v
    check_finite("projections", "x, context or their matrices", *projected)
    q, k, v = (split_heads(part, heads) for part in projected)
    output, weights = attention(q, k, v, mask)
    output = merge_heads(output)   # (..., queries, heads·d_v)
    output = output @ matrix("w_o", w_o, output, "the merged heads")
    check_finite("outputs", "w_o", output)
    return output, weights


def split_heads(x, heads):
    """(..., tokens, heads·d) → (..., heads, tokens, d): head i gets columns i·d to (i+1)·d of every token."""
    x = real("x", x, 2)
    check_heads(heads, x=x)
    *batch, tokens, d = x.shape
    return x.reshape(*batch, tokens, heads, d // heads).swapaxes(-2, -3)


def merge_heads(x):
    """(..., heads, tokens, d) → (..., tokens, heads·d): the heads of one token side by side, undoing split_heads."""
    x = real("x", x, 3)
    *batch, heads, tokens, d = x.shape
    return x.swapaxes(-2, -3).reshape(*batch, tokens, heads * d)   # without swapaxes, tokens would mix


def causal_mask(n):
    """(n, n), True where key j ≤ query i: each token sees itself and what came before. Vaswani et al. 2017, §3.2.3."""
    return np.tri(whole_number("n", n), dtype=bool)


def padding_mask(lengths, n):
    """(..., 1, n) from lengths (...), True where key j < length: real tokens are seen, padding is not."""
    n = whole_number("n", n)
    return np.arange(n) < lengths_within(lengths, n)[..., None, None]


@our_errstate
def feed_forward(x, w_1, b_1, w_2, b_2):
    """FFN(x) = max(0, x W_1 + b_1) W_2 + b_2, each token alone.  Vaswani et al. 2017, Eq. (2).

    x (..., d), w_1 (d, hidden), b_1 (hidden,), w_2 (hidden, d_out), b_2 (d_out,). Returns (..., d_out).
    """
    x, b_1, b_2 = real("x", x, 1), real("b_1", b_1), real("b_2", b_2)
    w_1 = matrix("w_1", w_1, x, "x")
    check_shape("b_1", b_1, (w_1.shape[1],))
    hidden = np.maximum(0, x @ w_1 + b_1)
    w_2 = matrix("w_2", w_2, hidden, "the hidden layer")
    check_shape("b_2", b_2, (w_2.shape[1],))
    output = hidden @ w_2 + b_2
    check_finite("outputs", "x, w_1, b_1, w_2 or b_2", output)
    return output


@our_errstate
def layer_norm(x, gain, bias):
    """gain · (x − mean) / √(variance + 10⁻⁵) + bias, over the last axis.  Ba, Kiros, Hinton 2016, Eq. (4).

    x (..., d), gain (d,), bias (d,). The 10⁻⁵, PyTorch's default, keeps a constant token from dividing by zero.
    """
    x, gain, bias = real("x", x, 1), real("gain", gain), real("bias", bias)
    check_columns("x", x)
    check_shape("gain", gain, x.shape[-1:])
    check_shape("bias", bias, x.shape[-1:])
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = (centred * centred).mean(axis=-1, keepdims=True)
    output = gain * centred / np.sqrt(variance + 1e-5) + bias
    check_finite("outputs", "x, gain or bias", variance, output)
    return output


def sinusoidal_positions(n, d):
    """PE(pos, 2i) = sin(pos / 10000^(2i/d)), PE(pos, 2i+1) = cos(the same).  Vaswani et al. 2017, §3.5. Returns (n, d)."""
    column = np.arange(whole_number("d", d))
    angle = np.arange(whole_number("n", n))[:, None] / 10000 ** (2 * (column // 2) / max(d, 1))   # (n, d)
    return np.where(column % 2 == 0, np.sin(angle), np.cos(angle))


@our_errstate
def rotate(x, positions, base=10000):
    """RoPE: (x_2i, x_2i+1) turned by the angle a = position / base^(2i/d).  Su et al. 2021, §3.2.2, Eq. (15).

    (x_2i, x_2i+1) → (x_2i cos a − x_2i+1 sin a, x_2i sin a + x_2i+1 cos a)
    x (..., tokens, d) with an even d; positions (..., tokens), any real numbers, broadcast against the tokens of x.
    rotate(q, m) · rotate(k, n) depends on q, k and m − n alone. Pairs are neighbours, (2i, 2i+1), as in the paper;
    some models pair column i with column i + d/2, which is the same after their columns are put in another order.
    Raises ValueError for an odd d, a base that is not above 0, and positions that do not fit.
    """
    x, positions = real("x", x, 2), real("positions", positions, 1)
    d = x.shape[-1]
    if d % 2:
        raise ValueError(f"x has shape {x.shape}, and needs an even number of columns: they turn in pairs")
    base = finite_number("base", base, np.dtype(float))
    if base <= 0:
        raise ValueError(f"base is {base!r}, and must be above 0")
    if positions.shape[-1] not in (1, x.shape[-2]):
        raise ValueError(f"positions has shape {positions.shape}, and needs one for each of the {x.shape[-2]} tokens of "
                         f"x {x.shape}")
    batch_shape(x=x, positions=positions[..., None])
    angle = positions[..., None].astype(float) * base ** (-np.arange(0, d, 2) / max(d, 1))   # (..., tokens, d/2)
    check_finite("angles", "positions or base", angle)
    cos, sin = np.cos(angle).astype(x.dtype), np.sin(angle).astype(x.dtype)
    first, second = x[..., 0::2], x[..., 1::2]
    turned = np.stack([first * cos - second * sin, first * sin + second * cos], axis=-1)   # (..., tokens, d/2, 2)
    check_finite("outputs", "x", turned)
    return turned.reshape(*turned.shape[:-2], d)


def future_leak(fn, x):
    """The earliest output of fn that a later token can move, or None: a causal fn has none.

    fn takes tokens (n, d) and returns one row per token, alone or first in a tuple.
    Each suffix of x is replaced by large numbers, and the rows before it are compared: once as they stand in x, once with the
    whole of x made large and the signs turned. Scores are then some 10⁶ apart, and a small number in the place of -inf leaks.
    """
    x = real("x", x, 2)
    if x.ndim != 2:
        raise ValueError(f"x has shape {x.shape}, and needs (tokens, d)")

    def rows(tokens):
        output = fn(tokens.copy())   # fn may write to what it gets
        output = np.array(output[0] if isinstance(output, tuple) else output)   # fn may return the same array each time
        if output.ndim == 0 or len(output) != len(x):
            raise ValueError(f"fn returned shape {output.shape}, and needs one row for each of {len(x)} tokens")
        return output

    size, random = float(np.clip(np.abs(x).max(initial=0) or 1, 1e-6, 1e3)), np.random.default_rng(0)
    tried = [(tokens, rows(tokens), scale) for tokens, scale in ((x, 1e6 / size), (x * (1e3 / size), -1e3))]
    for cut in range(1, len(x)):
        other = random.normal(size=x[cut:].shape)
        for tokens, before, scale in tried:
            after = rows(np.concatenate([tokens[:cut], (scale * other).astype(x.dtype)]))
            same = np.isclose(after[:cut], before[:cut], rtol=1e-6, atol=1e-9, equal_nan=True)
            if not same.all():
                return int(np.flatnonzero(~same.reshape(cut, -1).all(axis=1))[0])
    return None


def _unbroadcast(gradient, shape):
    """Summed over the leading axes that broadcasting made."""
    gradient = gradient.sum(axis=tuple(range(gradient.ndim - len(shape))))
    return gradient.sum(axis=tuple(i for i, n in enumerate(shape[:-2]) if n == 1), keepdims=True)


def _hide(scores, mask):
    """-inf wherever a query may not attend: exp makes it an exact 0."""
    return scores if mask is None else np.where(mask, scores, -np.inf)


def _softmax(x, axis=-1):
    """The equation of `softmax`, written over x: queries × keys in new memory would cost as much as a product does."""
    peak = x.max(axis=axis, keepdims=True)
    peak[peak == -np.inf] = 0   # -inf − (-inf) would be NaN: a hidden slice is shifted by 0
    x -= peak   # -inf where two numbers are further apart than a float can say: exp gives 0
    np.exp(x, out=x)
    total = x.sum(axis=axis, keepdims=True)
    total[total == 0] = 1   # a hidden slice stays 0
    x /= total
    return x

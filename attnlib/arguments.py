"""What the kernels ask of their arguments. Every refusal names the argument, what it got and what it needs."""

import math
from numbers import Integral, Real

import numpy as np


def array_of(name, value):
    try:
        return np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} has rows of different lengths, and needs a rectangular array") from None


def real(name, value, ndim=0, finite=True):
    """As an array of float32 or float64 with at least ndim axes."""
    array = array_of(name, value)
    if array.dtype.kind not in "iuf":
        raise TypeError(f"{name} holds {array.dtype}, and needs real numbers")
    if array.ndim < ndim:
        raise ValueError(f"{name} has shape {array.shape}, and needs at least {ndim} axes")
    array = array if array.dtype == np.float32 else array.astype(np.float64, copy=False)
    if finite and not np.isfinite(array).all():
        raise ValueError(f"{name} holds NaN or infinity, and needs finite numbers")
    return array


def boolean_mask(mask, shape):
    """As a boolean array that fits (..., queries, keys); it may add items to a batch, but no queries and no keys."""
    mask = array_of("mask", mask)
    if mask.dtype != bool:
        raise TypeError(f"mask holds {mask.dtype}, and needs booleans: True = may attend")
    try:
        both = np.broadcast_shapes(shape, mask.shape)
    except ValueError:
        both = ()
    if both[-2:] != shape[-2:]:
        raise ValueError(f"mask has shape {mask.shape}, and needs one that broadcasts to (..., queries, keys) = {shape}")
    return mask


def matrix(name, value, x, x_name):
    """A matrix that x can be multiplied by."""
    w = real(name, value, 2)
    if w.ndim != 2 or w.shape[0] != x.shape[-1]:
        raise ValueError(f"{name} has shape {w.shape}, and needs ({x.shape[-1]}, any) to follow {x_name} of shape {x.shape}")
    return w


def attention_inputs(q, k, v, scale):
    """q, k and v that fit together, and the number that multiplies the scores: None is 1/√d_k."""
    q, k, v = real("q", q, 2), real("k", k, 2), real("v", v, 2)
    check_last_axis("k", k, "q", q)
    check_keys("k", k, v)
    check_batch(q=q, k=k, v=v)
    if scale is None:
        if q.shape[-1] == 0:
            raise ValueError(f"q has shape {q.shape}: d_k must be at least 1")
        scale = 1 / math.sqrt(q.shape[-1])
    if not isinstance(scale, Real) or not math.isfinite(scale):
        raise ValueError(f"scale is {scale!r}: it must be a finite number")
    return q, k, v, float(scale)


def largest_score(q, k, scale):
    """No score is larger, since |q·k| ≤ |q||k|."""
    longest = [math.sqrt(np.einsum("...i,...i->...", x, x).max(initial=0)) for x in (q, k)]   # perhaps inf, never NaN
    return abs(scale) * longest[0] * longest[1]


def needs_shift(largest):
    """Whether exp(scores) needs a shift: e^60 times a billion keys still fits in a float32, and e^-60 is still exact."""
    return not largest < 60


def may_overflow(largest, dtype):
    """Whether scores need a look, which costs a pass over queries × keys. NaN (an overflow of its own) says yes."""
    return not largest < np.finfo(dtype).max / 4


def overflowing():
    return ValueError("the scores are NaN or infinite: the numbers in q and k are too large")


def count(name, n, least=0):
    if not isinstance(n, Integral) or isinstance(n, bool) or n < least:
        raise ValueError(f"{name} is {n!r}, and must be a whole number, {least} or more")
    return int(n)


def check_shape(name, array, shape):
    if array.shape != tuple(shape):
        raise ValueError(f"{name} has shape {array.shape}, and needs {tuple(shape)}")


def check_last_axis(name, array, other_name, other):
    if array.shape[-1] != other.shape[-1]:
        raise ValueError(f"{name} has shape {array.shape}, and its last axis needs {other.shape[-1]}, as in {other_name} {other.shape}")


def check_heads(heads, **arrays):
    for name, array in arrays.items():
        d = array.shape[-1]
        if not isinstance(heads, Integral) or isinstance(heads, bool) or heads < 1 or d % heads:
            raise ValueError(f"heads is {heads!r}, but {name} has {d} columns: heads must be a whole number that divides {d}")


def check_keys(name, k, v):
    if k.shape[-2] == 0:
        raise ValueError(f"{name} has shape {k.shape}: there are no keys to attend to")
    if k.shape[-2] != v.shape[-2]:
        raise ValueError(f"v has shape {v.shape}, and needs one row for each of the {k.shape[-2]} keys")


def check_batch(**arrays):
    try:
        np.broadcast_shapes(*(array.shape[:-2] for array in arrays.values()))
    except ValueError:
        shapes = ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
        raise ValueError(f"the leading axes of {shapes} do not broadcast") from None

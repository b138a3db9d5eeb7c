"""What the maths asks of its arguments. Every refusal names the argument, what it got and what it needs."""

import math
from numbers import Integral, Real

import numpy as np

LARGEST_WHOLE = np.iinfo(np.intp).max // 8   # no array of numbers is longer

# Around every function that computes, whatever np.seterr says outside: a number too small for a float is a zero,
# and one too large is refused with the name of the argument.
our_errstate = np.errstate(all="ignore")


def array_of(name, value):
    """As a plain array: of a matrix its table, of a masked array that hides nothing its numbers."""
    if _hides_some(value):
        raise TypeError(f"{name} holds masked entries, and needs an array that hides nothing, such as {name}.filled(0)")
    try:
        return np.asarray(value)
    except Exception as error:   # __array__ may be anybody's
        if "inhomogeneous" in str(error):
            raise ValueError(f"{name} has rows of different lengths, and needs a rectangular array") from None
        raise TypeError(f"{name} is a {type(value).__name__} that cannot be read as an array: {error}") from error


def _hides_some(value):
    if isinstance(value, list | tuple):
        return any(map(_hides_some, value))
    return type(value) is not np.ndarray and isinstance(value, np.ndarray) and np.ma.is_masked(value)


@our_errstate
def real(name, value, ndim=0, finite=True):
    """As an array of float32 or float64, in this machine's byte order, with at least ndim axes."""
    array = array_of(name, value)
    if array.dtype == object:
        array = _of_objects(name, array)
    if array.dtype.kind not in "iuf":
        raise TypeError(f"{name} holds {array.dtype}, and needs real numbers")
    if array.ndim < ndim:
        raise ValueError(f"{name} has shape {array.shape}, and needs at least {ndim} axes")
    array = array.astype(np.float32 if array.dtype.type is np.float32 else np.float64, copy=False)
    if finite and not all_finite(array):
        raise ValueError(f"{name} holds NaN or infinity, and needs finite numbers")
    return array


def _of_objects(name, array):
    """Python's own real numbers, such as fractions and whole numbers beyond 64 bits, as float64."""
    for number in array.flat:
        if not isinstance(number, Real) or isinstance(number, bool):
            raise TypeError(f"{name} holds object ({type(number).__name__}), and needs real numbers")
    try:
        return array.astype(np.float64)
    except OverflowError:
        raise ValueError(f"{name} holds a number beyond {np.finfo(np.float64).max:.1e}, and needs smaller ones") from None


def all_finite(array):
    """Its two ends tell of all: a table of queries × keys needs no second table of booleans. NaN is an end of its own."""
    return math.isfinite(array.min(initial=0)) and math.isfinite(array.max(initial=0))


def check_finite(name, made_of, *arrays):
    """Of numbers computed from finite ones."""
    if not all(all_finite(array) for array in arrays):
        raise ValueError(f"the {name} are NaN or infinite: the numbers in {made_of} are too large")


def softmax_input(x, axis):
    """x as real numbers below +inf, with something to share out along the axis."""
    x = real("x", x, finite=False)
    if x.ndim == 0:
        raise ValueError("x is a single number, and softmax needs at least 1 axis")
    if not isinstance(axis, Integral) or isinstance(axis, bool) or not -x.ndim <= axis < x.ndim:
        raise ValueError(f"axis is {axis!r}, but x has shape {x.shape}: axis needs a whole number "
                         f"from {-x.ndim} to {x.ndim - 1}")
    if x.shape[axis] == 0:
        raise ValueError(f"x has shape {x.shape}: nothing to share out along axis {axis}")
    if not x.max(initial=-np.inf) < np.inf:
        found = "NaN" if np.isnan(x).any() else "+inf"
        raise ValueError(f"x holds {found}, and softmax needs numbers below +inf (-inf hides an entry)")
    return x


def attention_inputs(q, k, v, mask, scale):
    """q, k and v that fit together, the mask or None, and the number that multiplies the scores: None is 1/√d_k."""
    q, k, v = real("q", q, 2), real("k", k, 2), real("v", v, 2)
    check_last_axis("k", k, "q", q)
    check_keys("k", k, v)
    batch = batch_shape(q=q, k=k, v=v)
    if scale is None:
        if q.shape[-1] == 0:
            raise ValueError(f"q has shape {q.shape}: d_k must be at least 1")
        scale = 1 / math.sqrt(q.shape[-1])
    return q, k, v, boolean_mask(mask, (*batch, q.shape[-2], k.shape[-2])), finite_number("scale", scale, q.dtype)


def finite_number(name, number, dtype):
    """As a Python float that dtype can hold."""
    try:
        if isinstance(number, Real) and not isinstance(number, bool) and abs(float(number)) <= np.finfo(dtype).max:
            return float(number)
    except OverflowError:   # a whole number beyond any float
        pass
    raise ValueError(f"{name} is {number!r}: it must be a finite number in {dtype}")


def boolean_mask(mask, shape):
    """As a boolean array that fits (..., queries, keys), or None. It may add items to a batch, but no queries and no keys."""
    if mask is None:
        return None
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


def whole_number(name, n, least=0):
    if not isinstance(n, Integral) or isinstance(n, bool) or n < least:
        raise ValueError(f"{name} is {n!r}, and must be a whole number, {least} or more")
    if n > LARGEST_WHOLE:
        raise ValueError(f"{name} is {n}, and must be a whole number, {LARGEST_WHOLE} or less")
    return int(n)


def lengths_within(lengths, n):
    """Whole numbers from 0 to n, as an array."""
    lengths = array_of("lengths", lengths)
    if lengths.dtype.kind not in "iu" and lengths.size:   # NumPy takes an empty list for float64
        raise TypeError(f"lengths holds {lengths.dtype}, and needs whole numbers")
    if (lengths < 0).any() or (lengths > n).any():
        raise ValueError(f"lengths runs from {lengths.min()} to {lengths.max()}, and must stay between 0 and n = {n}")
    return lengths


def batch_shape(**arrays):
    """What the leading axes of the arrays broadcast to."""
    try:
        return np.broadcast_shapes(*(array.shape[:-2] for array in arrays.values()))
    except ValueError:
        shapes = ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
        raise ValueError(f"the leading axes of {shapes} do not broadcast") from None


def check_shape(name, array, shape):
    if array.shape != tuple(shape):
        raise ValueError(f"{name} has shape {array.shape}, and needs {tuple(shape)}")


def check_last_axis(name, array, other_name, other):
    if array.shape[-1] != other.shape[-1]:
        raise ValueError(f"{name} has shape {array.shape}, and its last axis needs {other.shape[-1]}, "
                         f"as in {other_name} {other.shape}")


def check_columns(name, array):
    if array.shape[-1] == 0:
        raise ValueError(f"{name} has shape {array.shape}, and needs at least 1 column")


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

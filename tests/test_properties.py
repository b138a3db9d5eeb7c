"""What must hold for every input, tried on many by Hypothesis."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.testing import assert_allclose, assert_array_equal

from attnlib import (
    additive_attention,
    attention,
    causal_mask,
    future_leak,
    layer_norm,
    multi_head_attention,
    softmax,
    tiled,
    tiled_attention,
)

pytestmark = pytest.mark.filterwarnings("error")

# the same examples on every run
some = settings(derandomize=True, max_examples=60, deadline=None)

SIZES = st.integers(1, 5)
TYPES = st.sampled_from(["float64", "float32"])


def numbers(*shape, dtype="float64", largest=4):
    width = 64 if dtype == "float64" else 32
    return hnp.arrays(dtype, shape, elements=st.floats(-largest, largest, width=width, allow_subnormal=False))


def masks(*shape):
    return hnp.arrays(bool, shape)


@st.composite
def calls(draw, batch=(), dtype="float64", kinds=("attention", "additive", "multi-head")):
    """A kind of attention as fn(queries, keys, values, mask), and arguments for it."""
    queries, keys, d_q, d_k, d_v = (draw(SIZES) for _ in range(5))
    kind = draw(st.sampled_from(kinds))

    def weights(*shape):
        return draw(numbers(*shape, dtype=dtype, largest=1))

    if kind == "attention":
        d_q, fn = d_k, attention
    elif kind == "additive":
        w_q, w_k, w_score = weights(d_q, 3), weights(d_k, 3), weights(3)

        def fn(q, k, v, mask):
            return additive_attention(q, k, v, w_q, w_k, w_score, mask)
    else:   # keys and values are both made from the context
        w_q, w_k, w_v, w_o = weights(d_q, 4), weights(d_k, 4), weights(d_k, 6), weights(6, 3)

        def fn(q, k, v, mask):
            return multi_head_attention(q, k, w_q, w_k, w_v, w_o, 2, mask)

    q, k, v = (draw(numbers(*batch, n, d, dtype=dtype)) for n, d in ((queries, d_q), (keys, d_k), (keys, d_v)))
    return fn, q, k, v, draw(masks(*batch, queries, keys))


def close(got, expected, tolerance=1e-9):
    """Scores here reach a few hundred; a score is rounded at 1e-13, which is its weight's relative error."""
    assert np.shape(got) == np.shape(expected)
    assert_allclose(got, expected, rtol=tolerance, atol=tolerance)


@some
@given(calls())
def test_rows_sum_to_one_or_to_zero(call):
    fn, q, k, v, mask = call
    _, weights = fn(q, k, v, mask)
    assert (weights >= 0).all() and (weights <= 1).all()
    assert not weights[..., ~mask].any()
    close(weights.sum(axis=-1), np.broadcast_to(mask.any(axis=-1), weights.shape[:-1]).astype(float))


@some
@given(calls(), st.randoms(use_true_random=False))
def test_the_order_of_the_keys_does_not_matter(call, random):
    fn, q, k, v, mask = call
    order = random.sample(range(len(k)), len(k))
    output, weights = fn(q, k, v, mask)
    permuted_output, permuted_weights = fn(q, k[order], v[order], mask[:, order])
    close(permuted_output, output)
    close(permuted_weights, weights[..., order])


@some
@given(calls(), st.randoms(use_true_random=False))
def test_permuting_the_queries_permutes_the_output(call, random):
    fn, q, k, v, mask = call
    order = random.sample(range(len(q)), len(q))
    output, weights = fn(q, k, v, mask)
    permuted_output, permuted_weights = fn(q[order], k, v, mask[order])
    close(permuted_output, output[order])
    close(permuted_weights, weights[..., order, :])


@some
@given(calls(batch=(2,)))
def test_a_batch_is_a_loop(call):
    fn, q, k, v, mask = call
    output, weights = fn(q, k, v, mask)
    for item in range(2):
        alone_output, alone_weights = fn(q[item], k[item], v[item], mask[item])
        close(output[item], alone_output)
        close(weights[item], alone_weights)


@some
@given(calls())
def test_hidden_keys_and_values_do_not_matter(call):
    fn, q, k, v, mask = call
    hidden = ~mask.any(axis=0)   # keys that no query sees
    output, weights = fn(q, k, v, mask)
    k, v = np.where(hidden[:, None], 3, k), np.where(hidden[:, None], -7, v)
    changed_output, changed_weights = fn(q, k, v, mask)
    close(changed_output, output)
    close(changed_weights, weights)


@some
@given(calls(kinds=("attention", "additive")))
def test_the_output_stays_among_the_values(call):
    fn, q, k, v, mask = call
    output, _ = fn(q, k, v, mask)
    for row, seen in zip(output, mask, strict=True):
        low, high = (v[seen].min(axis=0), v[seen].max(axis=0)) if seen.any() else (0, 0)
        assert (row >= low - 1e-9).all() and (row <= high + 1e-9).all()


@st.composite
def changed_futures(draw):
    n, d = draw(st.integers(2, 6)), draw(SIZES)
    cut = draw(st.integers(1, n - 1))
    x = draw(numbers(n, d))
    return cut, x, np.concatenate([x[:cut], draw(numbers(n - cut, d))])


@some
@given(changed_futures())
def test_a_causal_mask_hides_the_future(example):
    cut, x, changed = example
    mask = causal_mask(len(x))
    output, weights = attention(x, x, x, mask)
    changed_output, changed_weights = attention(changed, changed, changed, mask)
    close(changed_output[:cut], output[:cut])
    close(changed_weights[:cut], weights[:cut])


@some
@given(st.integers(1, 6).flatmap(lambda n: masks(n, n)))
def test_future_leak_finds_the_first_row_that_sees_later_tokens(mask):
    x = np.random.default_rng(5).normal(size=(len(mask), 3))
    sees_later = np.triu(mask, k=1).any(axis=1)
    expected = int(sees_later.argmax()) if sees_later.any() else None
    assert future_leak(lambda tokens: attention(x, x, tokens, mask), x) == expected


@st.composite
def sizes(draw):
    """q, k, v, mask, scale: values of any size that a float can say, and scores up to 10³, by whatever q, k and scale."""
    dtype = draw(TYPES)
    ends = np.finfo(dtype)
    most = int(np.log10(ends.max)) - 1   # a power of ten that still leaves room for one more digit
    queries, keys, d, d_v = draw(st.integers(1, 9)), draw(st.integers(1, 14)), draw(SIZES), draw(SIZES)
    of_score, of_scaled = draw(st.floats(-3, 3)), draw(st.integers(4 - most, most - 4))   # of q · scale
    of_scale = draw(st.sampled_from([-8, 0, 8]))
    powers = draw(st.sampled_from([(1, 1), (1, d_v), (keys, d_v)]))   # one size for all values, for each column, for each value
    of_v = draw(hnp.arrays(int, powers, elements=st.integers(-most - 7, most)))
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    q, k, v = (random.uniform(-1, 1, shape) for shape in ((queries, d), (keys, d), (keys, d_v)))
    q = q * 10.0**min(of_scaled - of_scale, most)
    k = k * 10.0**(of_score - of_scaled)
    v = v * 10.0**np.maximum(of_v, -300)
    return q.astype(dtype), k.astype(dtype), v.astype(dtype), draw(masks(queries, keys)), 10.0**of_scale


@settings(some, max_examples=400)
@given(sizes(), st.booleans())
def test_tiled_attention_is_attention_for_numbers_of_every_size(example, causal):
    q, k, v, mask, scale = example
    seen = mask & (np.arange(len(k)) <= np.arange(len(q))[:, None]) if causal else mask
    output, weights = attention(q, k, v, seen, scale)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tiled, "QUERIES", 3)
        patch.setattr(tiled, "KEYS", 4)
        found = tiled_attention(q, k, v, mask, scale, causal)
    assert found.dtype == v.dtype
    # each product of a score is rounded, which is a relative error of its weight; near 0 the step from a float to the next counts
    ends, largest = np.finfo(v.dtype), q.shape[1] * scale * float(abs(q).max()) * float(abs(k).max())
    relative = float(ends.eps) * (50 + 8 * largest)
    tolerance = relative * (weights.astype(float) @ abs(v).astype(float)) + 100 * float(ends.smallest_subnormal)
    assert (abs(found.astype(float) - output) <= tolerance).all()


@some
@given(numbers(3, 4, largest=50), st.floats(-1e4, 1e4), st.sampled_from([0, 1]))
def test_softmax_does_not_see_a_shift(x, shift, axis):
    close(softmax(x + shift, axis), softmax(x, axis))


@some
@given(numbers(3, 4, largest=100))
def test_the_ratio_of_two_weights_is_the_exponential_of_their_difference(x):
    output = softmax(x)
    assert_allclose(output[:, :1] / output, np.exp(x[:, :1] - x), rtol=1e-10)


@some
@given(numbers(3, 4), st.floats(-100, 100))
def test_layer_norm_does_not_see_a_shift(x, shift):
    gain, bias = np.ones(4), np.zeros(4)
    close(layer_norm(x + shift, gain, bias), layer_norm(x, gain, bias))
    close(layer_norm(x, gain, bias).mean(axis=-1), np.zeros(3))


@some
@given(st.data(), TYPES)
def test_types_are_kept_and_inputs_are_not_written_to(data, dtype):
    fn, q, k, v, mask = data.draw(calls(dtype=dtype))
    before = [array.copy() for array in (q, k, v, mask)]
    output, weights = fn(q, k, v, mask)
    assert output.dtype == weights.dtype == dtype
    for array, copy in zip((q, k, v, mask), before, strict=True):
        assert array.dtype == copy.dtype
        assert_array_equal(array, copy)

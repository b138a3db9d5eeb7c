"""tiled_attention is attention: the same output, the same refusals, without queries × keys in memory."""

import sys
import tracemalloc
from contextlib import nullcontext

import numpy as np
import pytest

from attnlib import attention, causal_mask, padding_mask, softmax, tiled, tiled_attention

random = np.random.default_rng(0)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    """Blocks of 3 queries and 4 keys, so that small arrays have many, and some that are not full."""
    monkeypatch.setattr(tiled, "QUERIES", 3)
    monkeypatch.setattr(tiled, "KEYS", 4)


def normal(*shape, dtype=float):
    return random.normal(size=shape).astype(dtype)


@pytest.mark.parametrize("shapes", [
    ((1, 1), (1, 1), (1, 1)), ((3, 2), (4, 2), (4, 2)), ((7, 5), (13, 5), (13, 3)), ((2, 7, 5), (2, 9, 5), (2, 9, 5)),
    ((2, 3, 8, 4), (3, 9, 4), (1, 1, 9, 2)), ((0, 2), (3, 2), (3, 4)), ((0, 5, 2), (0, 3, 2), (0, 3, 2)),
    ((5, 2), (6, 2), (6, 0)),
], ids=str)
@pytest.mark.parametrize("size", [1, 40])   # scores that need no shift, and scores that do
@pytest.mark.parametrize("scale", [None, 1, -0.5])
def test_equals_attention(shapes, size, scale):
    q, k, v = (normal(*shape) for shape in shapes)
    expected = attention(size * q, k, v, scale=scale)[0]
    found = tiled_attention(size * q, k, v, scale=scale)
    assert found.shape == expected.shape
    np.testing.assert_allclose(found, expected, atol=1e-12)


@pytest.mark.parametrize("size", [1, 40])
@pytest.mark.parametrize("mask", [
    causal_mask(11), random.random((11, 11)) > 0.7, padding_mask([11, 4, 0], 11), np.zeros((11, 11), bool), np.array(False),
    np.arange(11) >= 8,   # the first blocks of keys hold nothing
    random.random((2, 1, 11, 11)) > 0.5,
], ids=lambda mask: str(mask.shape))
@pytest.mark.parametrize("causal", [False, True])
def test_masks(size, mask, causal):
    q, k, v = size * normal(3, 11, 4), normal(3, 11, 4), normal(3, 11, 6)
    allowed = mask & causal_mask(11) if causal else mask
    expected = attention(q, k, v, mask=allowed)[0]
    np.testing.assert_allclose(tiled_attention(q, k, v, mask=mask, causal=causal), expected, atol=1e-12)


@pytest.mark.parametrize("queries, keys", [(9, 9), (4, 10), (10, 4), (1, 12)])
def test_causal_needs_no_square(queries, keys):
    q, k, v = normal(queries, 3), normal(keys, 3), normal(keys, 2)
    mask = np.arange(keys) <= np.arange(queries)[:, None]
    np.testing.assert_allclose(tiled_attention(q, k, v, causal=True), attention(q, k, v, mask=mask)[0], atol=1e-12)


def test_a_query_that_may_attend_to_nothing_gets_zeros():
    q, k, v = 1e4 * normal(5, 2), normal(6, 2), normal(6, 2)
    mask = np.ones((5, 6), bool)
    mask[3] = False
    assert (tiled_attention(q, k, v, mask=mask)[3] == 0).all()


def test_the_shift_rises_as_larger_scores_come_and_stays_when_they_are_all_low():
    k = np.array([[-2000.0], [-1000], [0], [5], [90], [1000], [2000], [2001], [-7], [3000]])
    v = normal(10, 3)
    for q in ([[1.0]], [[-1.0]], [[0.01]]):
        np.testing.assert_allclose(tiled_attention(q, k, v), attention(q, k, v)[0], atol=1e-12)


@pytest.mark.parametrize("size, limit", [(1, 1e-5), (3, 1e-5), (100, None), (1e4, None)])
def test_float32_is_as_exact_as_the_ordinary_formula(size, limit, monkeypatch):
    monkeypatch.undo()   # blocks as they are
    q, k, v = (normal(2, 900, 64, dtype=np.float32) for _ in range(3))
    scores = size * q / np.float32(8) @ k.swapaxes(1, 2)
    if limit:
        q *= min(size, 10 / abs(scores).max() * size)   # |score| ≤ 10
    else:
        q *= np.float32(size)
    exact = attention(*(x.astype(float) for x in (q, k, v)))[0]
    ordinary = softmax((q / np.float32(8)) @ k.swapaxes(1, 2)) @ v
    found = tiled_attention(q, k, v)
    assert found.dtype == np.float32
    assert abs(found - exact).max() <= (limit or 2 * abs(ordinary - exact).max())


END = {"float32": 3.4e38, "float64": 1.79e308}   # of the numbers that each can say
START = {"float32": 1.2e-38, "float64": 2.3e-308}


@pytest.mark.parametrize("dtype", END)
@pytest.mark.parametrize("end, part", [(END, 1e-25), (END, 1e-12), (END, 0.9), (START, 1.5), (START, 1e12), (START, 1e25)])
@pytest.mark.parametrize("score", [0, 15, 59, 1000, -15, -59, -1000])
def test_the_mean_of_equal_values_is_that_value(dtype, end, part, score):
    """However large or small: the sums overflow, or vanish, long before the mean does."""
    value = np.dtype(dtype).type(end[dtype] * part)
    q = np.full((5, 1), score, dtype)
    q[1] += 0.25 * abs(score)   # a query with other scores
    for keys in (1, 40):
        k, v, mask = np.ones((keys, 1), dtype), np.full((keys, 2), value), np.arange(keys) % 4 == 0
        for options in ({}, dict(mask=mask), dict(causal=True), dict(mask=mask, causal=True)):
            found = tiled_attention(q, k, v, **options)
            np.testing.assert_allclose(found / value, 1, rtol=20 * np.finfo(dtype).eps)


@pytest.mark.parametrize("q, k, scale", [
    (1e-23, 1e19, 1e10), (1e25, 1e-20, 1), (1e-30, 1e30, 1), (1e30, 1e-30, 1e-5), (2e38, 1, 1), (-2e38, 1, 1), (3e7, 3e7, 1e-10),
])
def test_scores_whose_size_is_hard_to_tell(q, k, scale):
    """|q|² or |k|² is no float32, or scores are further apart than a float32 can say, in one block of keys or in two."""
    v = np.arange(10.0).reshape(10, 1)
    q, k = np.array([[q], [-q]]), k * np.array([[1]] * 5 + [[-1]] * 5)
    expected = attention(q, k, v, scale=scale)[0]   # in float64, which can say all of it
    found = tiled_attention(*(x.astype(np.float32) for x in (q, k, v)), scale=scale)
    np.testing.assert_allclose(found, expected, rtol=1e-5)


def test_scaled_queries_that_are_no_float_are_refused_as_attention_does():
    with pytest.raises(ValueError, match="^the scores are NaN or infinite: the numbers in q and k are too large$"):
        tiled_attention(np.float32([[1e30]]), np.float32([[1e-40]]), np.float32([[1]]), scale=1e10)


@pytest.mark.parametrize("d", [1, 64, 400])
@pytest.mark.parametrize("dtype, size", [("float32", 30), ("float32", 3e12), ("float64", 1e5), ("float64", 1e40)])
def test_keys_that_are_equal_share_alike_however_large_their_scores(dtype, size, d):
    q, k, v = np.full((9, d), size, dtype), np.full((900, d), size, dtype), normal(900, 3, dtype=dtype)
    np.testing.assert_allclose(tiled_attention(q, k, v), np.broadcast_to(v.mean(axis=0), (9, 3)), atol=2e-3)


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("size", [1, 40, 1e8])
def test_numpys_error_state_changes_nothing(monkeypatch, threads, size):
    monkeypatch.setattr(tiled, "_threads", lambda: (threads, nullcontext))
    q, k, v = size * normal(3, 11, 4), normal(3, 11, 4), 1e-300 * normal(3, 11, 6)
    expected = tiled_attention(q, k, v, causal=True)
    with np.errstate(all="raise"):
        assert (tiled_attention(q, k, v, causal=True) == expected).all()


def test_inputs_are_left_alone_and_types_kept():
    q, k, v = normal(5, 2, dtype=np.float32), normal(6, 2), [[1, 2]] * 6
    before = q.copy(), k.copy()
    assert tiled_attention(q, k, v).dtype == float
    assert (q == before[0]).all() and (k == before[1]).all()


BAD = {
    "keys": (normal(2, 3), normal(0, 3), normal(0, 3), {}),
    "values": (normal(2, 3), normal(4, 3), normal(5, 3), {}),
    "last axis": (normal(2, 3), normal(4, 2), normal(4, 3), {}),
    "batch": (normal(2, 2, 3), normal(3, 4, 3), normal(4, 3), {}),
    "NaN": (normal(2, 3) * np.nan, normal(4, 3), normal(4, 3), {}),
    "overflow": (np.full((2, 3), 1e200), np.full((4, 3), 1e200), normal(4, 3), {}),
    "negative overflow": (np.full((2, 3), 1e200), np.full((4, 3), -1e200), normal(4, 3), {}),
    "float mask": (normal(2, 3), normal(4, 3), normal(4, 3), dict(mask=np.ones((2, 4)))),
    "mask shape": (normal(2, 3), normal(4, 3), normal(4, 3), dict(mask=np.ones((3, 4), bool))),
    "scale": (normal(2, 3), normal(4, 3), normal(4, 3), dict(scale=np.inf)),
    "text": ([["a"]], normal(4, 3), normal(4, 3), {}),
}


@pytest.mark.parametrize("fault", BAD)
def test_refuses_what_attention_refuses(fault):
    q, k, v, options = BAD[fault]
    with pytest.raises((ValueError, TypeError)) as theirs:
        attention(q, k, v, **options)
    with pytest.raises(type(theirs.value)) as ours:
        tiled_attention(q, k, v, **options)
    assert str(ours.value) == str(theirs.value)


@pytest.mark.parametrize("module, platform", [(None, "linux"), (..., "emscripten")])
def test_works_without_threads(monkeypatch, module, platform):
    """Where threadpoolctl is not installed, or in a browser."""
    if module is None:
        monkeypatch.setitem(sys.modules, "threadpoolctl", None)
    monkeypatch.setattr(sys, "platform", platform)
    assert tiled._threads()[0] == 1
    q, k, v = normal(3, 8, 2), normal(3, 9, 2), normal(3, 9, 2)
    np.testing.assert_allclose(tiled_attention(q, k, v), attention(q, k, v)[0], atol=1e-12)


@pytest.mark.parametrize("heads", [1, 2, 3, 5])
def test_any_number_of_heads_over_two_threads(monkeypatch, heads):
    monkeypatch.setattr(tiled, "_threads", lambda: (2, nullcontext))
    q, k, v = normal(heads, 8, 2), normal(heads, 9, 2), normal(heads, 9, 2)
    np.testing.assert_allclose(tiled_attention(q, k, v), attention(q, k, v)[0], atol=1e-12)


def test_memory_grows_with_n_not_with_n_squared(monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr(tiled, "_threads", lambda: (1, nullcontext))   # each thread has a buffer of its own
    extra = []
    for n in (2048, 4096):
        q, k, v = (normal(1, n, 8, dtype=np.float32) for _ in range(3))
        tracemalloc.start()
        output = tiled_attention(q, k, v)
        extra.append(tracemalloc.get_traced_memory()[1] - output.nbytes)
        tracemalloc.stop()
    weights = 4096 * 4096 * 4
    assert extra[1] < weights / 10 and extra[1] < 2.2 * extra[0]

"""attnlib.kernels against PyTorch, against plain loops, against published numbers, and at its edges."""

import cmath
import math
import runpy
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

import attnlib
from attnlib import (
    additive_attention,
    attention,
    attention_backward,
    causal_mask,
    feed_forward,
    future_leak,
    layer_norm,
    merge_heads,
    multi_head_attention,
    padding_mask,
    rotate,
    sinusoidal_positions,
    softmax,
    split_heads,
    tiled_attention,
)
from attnlib.reference_block import TORCH_PARAMETERS, block, toy

pytestmark = pytest.mark.filterwarnings("error")

REFERENCE = Path(__file__).parent / "reference"

# Sums of at most a few dozen products of numbers near 1: some ten roundings of 1.1e-16 (float64) or 6e-8 (float32).
TOLERANCE = {"float64": 1e-12, "float32": 1e-6}


def agree(got, expected, tolerance=1e-12):
    """Same shape, and equal to within the tolerance, relative for large numbers and absolute for small ones."""
    assert np.shape(got) == np.shape(expected)
    assert_allclose(got, expected, rtol=tolerance, atol=tolerance)


# ---- PyTorch ----------------------------------------------------------------------------------------------------

with np.load(REFERENCE / "reference.npz") as file:
    STORED = dict(file)

CASES = sorted({tuple(name.split("/")[:2]) for name in STORED})


def check_case(values, function, case, dtype):
    arguments, expected = {}, {}
    for name, array in values.items():
        parts = name.split("/")
        if parts[:2] == [function, case] and len(parts) == 3:
            array = array.astype(dtype) if array.ndim and array.dtype != bool else array
            arguments[parts[2]] = array if array.ndim else array.item()
        elif parts[:2] == [function, case] and parts[3] == dtype:
            expected[parts[2]] = array
    results = getattr(attnlib, function)(**arguments)
    names = ("d_q", "d_k", "d_v") if function == "attention_backward" else ("output", "weights")
    results = dict(zip(names, results, strict=True)) if isinstance(results, tuple) else {"output": results}
    assert results.keys() == expected.keys()
    for name, result in results.items():
        assert result.dtype == expected[name].dtype
        agree(result, expected[name], TOLERANCE[dtype])


@pytest.mark.parametrize("dtype", TOLERANCE)
@pytest.mark.parametrize("function, case", CASES)
def test_agrees_with_the_stored_values_of_pytorch(function, case, dtype):
    check_case(STORED, function, case, dtype)


def test_agrees_with_pytorch_itself():
    pytest.importorskip("torch", reason="torch is not installed: stored values are compared above")
    live = runpy.run_path(REFERENCE / "make_reference.py")["reference"]()
    assert live.keys() == STORED.keys()
    for name in live:
        agree(live[name], STORED[name], TOLERANCE["float32" if name.endswith("float32") else "float64"])
    for function, case in CASES:
        for dtype in TOLERANCE:
            check_case(live, function, case, dtype)


SHARED = {   # leading axes of q, k, v and the mask: what a batch shares gets the sum of what its items say
    "one": ((), (), (), ()), "a batch": ((2,), (2,), (2,), ()), "keys shared": ((2, 3), (), (), ()),
    "values shared": ((2, 1), (3,), (1,), (2, 1)), "queries shared": ((), (2,), (1, 2), ()),
}


@pytest.mark.parametrize("leading", SHARED.values(), ids=SHARED)
@pytest.mark.parametrize("scale", [None, 1, 0.3])
def test_attention_backward_is_the_slope_of_attention(leading, scale):
    """Every number of q, k and v, by central differences; the second query sees nothing, and moves nothing."""
    random, sizes = np.random.default_rng(0), ((3, 4), (5, 4), (5, 2))
    q, k, v = (random.normal(size=(*lead, *size)) for lead, size in zip(leading, sizes, strict=False))
    mask = random.random((*leading[3], 3, 5)) < 0.7
    mask[..., 1, :] = False
    pull = random.normal(size=attention(q, k, v, mask, scale)[0].shape)
    gradients = attention_backward(q, k, v, pull, mask, scale)
    assert not gradients[0][..., 1, :].any()
    for x, gradient in zip((q, k, v), gradients, strict=True):
        slopes = np.zeros_like(x)
        for at in np.ndindex(x.shape):
            old, ends = x[at], []
            for x[at] in (old + 1e-5, old - 1e-5):
                ends.append((attention(q, k, v, mask, scale)[0] * pull).sum())
            x[at], slopes[at] = old, (ends[0] - ends[1]) / 2e-5
        assert_allclose(gradient, slopes, rtol=0, atol=1e-6)


def test_attention_backward_refuses_what_attention_does():
    x = np.ones((3, 2))
    with pytest.raises(ValueError, match=r"d_output has shape \(3, 3\), and needs \(3, 2\)"):
        attention_backward(x, x, x, np.ones((3, 3)))
    with pytest.raises(ValueError, match="d_output holds NaN"):
        attention_backward(x, x, x, np.full((3, 2), np.nan))
    with pytest.raises(TypeError, match="mask holds float64"):
        attention_backward(x, x, x, x, mask=np.ones((3, 3)))
    with pytest.raises(ValueError, match="the gradients are NaN or infinite"):
        attention_backward(1e300 * x, 1e-300 * x, 1e300 * np.array([[1, 2], [3, 4], [5, 6]]), 1e300 * x)
    assert attention_backward(*[x.astype(np.float32)] * 4)[0].dtype == np.float32


def test_the_block_of_lesson_09_is_what_pytorch_gives():
    """The lesson compares attnlib with the stored values everywhere."""
    pytest.importorskip("torch", reason="torch is not installed: lesson 09 compares the stored values")
    made = runpy.run_path(REFERENCE / "make_block.py")
    for name, output in made["outputs"]().items():
        assert_allclose(getattr(block, name), output, rtol=0, atol=6e-9)
    assert_allclose(toy.probabilities, made["probabilities"](), rtol=0, atol=6e-9)
    assert made["parameters"]() == TORCH_PARAMETERS


# ---- plain loops, straight from the equations -------------------------------------------------------------------

def loop_weigh(scores, v, mask):
    weights, output = [], []
    for row, allowed in zip(scores, mask, strict=True):
        shares = [math.exp(score) if see else 0.0 for score, see in zip(row, allowed, strict=True)]
        total = sum(shares)
        weights.append([share / total if total else 0.0 for share in shares])
        output.append([sum(weight * value[c] for weight, value in zip(weights[-1], v, strict=True)) for c in range(len(v[0]))])
    return np.array(output), np.array(weights)


def loop_attention(q, k, v, mask, scale=None):
    scale = 1 / math.sqrt(len(k[0])) if scale is None else scale
    scores = [[scale * sum(a * b for a, b in zip(query, key, strict=True)) for key in k] for query in q]
    return loop_weigh(scores, v, mask)


def loop_additive_attention(q, k, v, w_q, w_k, w_score, mask):
    scores = [[0.0 for _ in k] for _ in q]
    for i, query in enumerate(q):
        for j, key in enumerate(k):
            for a in range(len(w_score)):
                total = sum(query[c] * w_q[c][a] for c in range(len(query)))
                total += sum(key[c] * w_k[c][a] for c in range(len(key)))
                scores[i][j] += w_score[a] * math.tanh(total)
    return loop_weigh(scores, v, mask)


def loop_matmul(a, b):
    return [[sum(row[t] * b[t][j] for t in range(len(b))) for j in range(len(b[0]))] for row in a]


def loop_multi_head_attention(x, context, w_q, w_k, w_v, w_o, heads, mask):
    joined, weights = [[] for _ in x], []
    for head in range(heads):
        own = [[row[head * len(row) // heads:(head + 1) * len(row) // heads] for row in w] for w in (w_q, w_k, w_v)]
        q, k, v = (loop_matmul(tokens, w) for tokens, w in zip((x, context, context), own, strict=True))
        head_output, head_weights = loop_attention(q, k, v, mask)
        weights.append(head_weights)
        for token, row in zip(joined, head_output, strict=True):
            token.extend(row)
    return np.array(loop_matmul(joined, w_o)), np.array(weights)


def normal(*shape, seed=0):
    return np.random.default_rng([seed, *shape]).normal(size=shape)


# The three kinds of attention on two items of three queries and five keys: (function, what differs per item, what is shared).
KINDS = {
    "attention": (attention, loop_attention,
                  dict(q=normal(2, 3, 4), k=normal(2, 5, 4), v=normal(2, 5, 6)), {}),
    "additive": (additive_attention, loop_additive_attention,
                 dict(q=normal(2, 3, 4), k=normal(2, 5, 2), v=normal(2, 5, 6)),
                 dict(w_q=normal(4, 7), w_k=normal(2, 7), w_score=normal(7))),
    "multi-head": (multi_head_attention, loop_multi_head_attention,
                   dict(x=normal(2, 3, 4), context=normal(2, 5, 2)),
                   dict(w_q=normal(4, 6), w_k=normal(2, 6), w_v=normal(2, 9), w_o=normal(9, 5), heads=3)),
}

MASKS = {
    "no mask": None,
    "(keys,)": np.array([True, False, True, True, False]),
    "(1, keys)": np.array([[False, True, True, False, True]]),
    "(queries, keys)": np.array([[1, 1, 0, 0, 0], [0, 0, 0, 0, 0], [0, 1, 0, 1, 1]], bool),
    "(batch, 1, keys)": padding_mask([2, 5], 5),
    "(batch, queries, keys)": normal(2, 3, 5) < 0.5,
}


@pytest.mark.parametrize("batched", [True, False], ids=["batch of inputs", "one input"])
@pytest.mark.parametrize("mask", MASKS.values(), ids=MASKS)
@pytest.mark.parametrize("function, loop, per_item, shared", KINDS.values(), ids=KINDS)
def test_agrees_with_loops_for_every_shape_of_mask(function, loop, per_item, shared, mask, batched):
    per_item = per_item if batched else {name: array[0] for name, array in per_item.items()}
    output, weights = function(**per_item, **shared, mask=mask)

    items = []
    every_mask = np.broadcast_to(True if mask is None else mask, (2, 3, 5))
    for item in range(2):
        arrays = {name: array[item] if batched else array for name, array in per_item.items()}
        items.append(loop(**arrays, **shared, mask=every_mask[item]))
    if not batched and (mask is None or mask.ndim < 3):
        expected_output, expected_weights = items[0]
    else:
        expected_output, expected_weights = (np.array(part) for part in zip(*items, strict=True))
    agree(output, expected_output)
    agree(weights, expected_weights)


@pytest.mark.parametrize("function, loop, per_item, shared", KINDS.values(), ids=KINDS)
def test_one_batch_axis_meets_another(function, loop, per_item, shared):
    first, *others = per_item
    crossed = {first: per_item[first][:, None]} | {name: per_item[name] for name in others}   # (2, 1, ...) with (2, ...)
    output, weights = function(**crossed, **shared)
    for i in range(2):
        for j in range(2):
            arrays = {first: per_item[first][i]} | {name: per_item[name][j] for name in others}
            expected_output, expected_weights = loop(**arrays, **shared, mask=np.ones((3, 5), bool))
            agree(output[i, j], expected_output)
            agree(weights[i, j], expected_weights)


@pytest.mark.parametrize("scale", [None, 1, 0.3, 0, -2])
def test_scale_multiplies_the_scores(scale):
    q, k, v = normal(3, 4), normal(5, 4), normal(5, 2)
    output, weights = attention(q, k, v, scale=scale)
    expected_output, expected_weights = loop_attention(q, k, v, np.ones((3, 5), bool), scale)
    agree(output, expected_output)
    agree(weights, expected_weights)


def test_causal_attention_is_attention_over_each_prefix():
    x = normal(5, 4)
    output, weights = attention(x, x, x, causal_mask(5))
    for i in range(5):
        expected_output, expected_weights = loop_attention(x[i:i + 1], x[:i + 1], x[:i + 1], np.ones((1, i + 1), bool))
        agree(output[i], expected_output[0])
        agree(weights[i, :i + 1], expected_weights[0])
        assert not weights[i, i + 1:].any()


def test_padding_is_as_if_it_were_not_there():
    q, k, v = normal(3, 4), normal(5, 4), normal(5, 2)
    output, _ = attention(q, k, v, padding_mask(2, 5))
    agree(output, loop_attention(q, k[:2], v[:2], np.ones((3, 2), bool))[0])


@pytest.mark.parametrize("axis", [0, 1, 2, -1, -2, -3])
def test_softmax_agrees_with_a_loop(axis):
    x = normal(2, 3, 4)
    output = np.moveaxis(softmax(x, axis), axis, -1)
    for place in np.ndindex(output.shape[:-1]):
        numbers = np.moveaxis(x, axis, -1)[place]
        exponentials = [math.exp(number) for number in numbers]
        agree(output[place], [one / sum(exponentials) for one in exponentials])


def test_feed_forward_agrees_with_a_loop():
    x, w_1, b_1, w_2, b_2 = normal(2, 3, 4), normal(4, 8), normal(8), normal(8, 5), normal(5)
    output = feed_forward(x, w_1, b_1, w_2, b_2)
    assert output.shape == (2, 3, 5)
    for place in np.ndindex(2, 3):
        hidden = [max(0.0, sum(x[place][c] * w_1[c][h] for c in range(4)) + b_1[h]) for h in range(8)]
        agree(output[place], [sum(hidden[h] * w_2[h][c] for h in range(8)) + b_2[c] for c in range(5)])
        agree(feed_forward(x[place], w_1, b_1, w_2, b_2), output[place])


def test_layer_norm_agrees_with_a_loop():
    x, gain, bias = normal(2, 3, 4) * 7 + 3, normal(4), normal(4, seed=1)
    output = layer_norm(x, gain, bias)
    for place in np.ndindex(2, 3):
        mean = sum(x[place]) / 4
        variance = sum((number - mean) ** 2 for number in x[place]) / 4
        agree(output[place], [gain[c] * (x[place][c] - mean) / math.sqrt(variance + 1e-5) + bias[c] for c in range(4)])
        agree(layer_norm(x[place], gain, bias), output[place])


def test_layer_norm_of_a_constant_token_is_the_bias():
    assert_array_equal(layer_norm([[3, 3, 3]], [1, 2, 3], [4, 5, 6]), [[4, 5, 6]])


@pytest.mark.parametrize("n, d", [(6, 8), (6, 7), (1, 1), (0, 4), (4, 0)])
def test_positions_agree_with_a_loop(n, d):
    expected = np.zeros((n, d))
    for position in range(n):
        for i in range(d):
            angle = position / 10000 ** (2 * (i // 2) / d)
            expected[position, i] = math.cos(angle) if i % 2 else math.sin(angle)
    agree(sinusoidal_positions(n, d), expected)


@pytest.mark.parametrize("shape, positions, base", [((5, 8), range(5), 10000), ((2, 3, 4, 6), [-3, 0.5, 7, 1e4], 100),
                                                    ((1, 2), [41], 10000), ((0, 4), [], 10000), ((3, 0), range(3), 10000)])
def test_rotation_agrees_with_complex_numbers(shape, positions, base):
    """A pair of columns is one complex number; to turn it by an angle is to multiply it by e^(i·angle)."""
    x, d = normal(*shape), shape[-1]
    expected = np.zeros(shape)
    for *batch, pair in np.ndindex(*shape[:-1], d // 2):
        real, imaginary = (*batch, 2 * pair), (*batch, 2 * pair + 1)
        turned = complex(x[real], x[imaginary]) * cmath.exp(1j * positions[batch[-1]] / base ** (2 * pair / d))
        expected[real], expected[imaginary] = turned.real, turned.imag
    agree(rotate(x, positions, base), expected, 1e-11)


def test_rotated_scores_depend_on_the_distance_alone():
    q, k = np.tile(normal(8), (20, 1)), np.tile(normal(8, seed=1), (20, 1))   # the same query and key at each position
    scores = rotate(q, np.arange(20)) @ rotate(k, np.arange(20)).T
    agree(scores[1:, 1:], scores[:-1, :-1])
    agree(rotate(q, np.arange(20) + 1000) @ rotate(k, np.arange(20) + 1000).T, scores, 1e-10)
    assert np.abs(scores - scores.T).max() > 0.1   # and they know which of the two comes first
    agree(np.linalg.norm(rotate(q, np.arange(20)), axis=-1), np.linalg.norm(q, axis=-1))
    agree(rotate(rotate(q, np.arange(20)), -np.arange(20)), q)


def test_rotation_takes_positions_of_each_sentence_and_one_for_all():
    x, each = normal(2, 3, 4), np.array([[0, 1, 2], [5, 6, 7]])
    agree(rotate(x, each), np.stack([rotate(x[0], each[0]), rotate(x[1], each[1])]))
    agree(rotate(x, [3]), rotate(x, [3, 3, 3]))
    agree(rotate(x[0], each), rotate(np.stack([x[0], x[0]]), each))


# ---- published numbers and exact values -------------------------------------------------------------------------

PRINTED = 6e-9   # half a unit of the eighth decimal, and a little


@pytest.mark.parametrize("scale, weights, output", [
    (1,
     [[.4223188, .1553624, .4223188], [.09003057, .66524096, .24472847]],
     [[.8446376, .73304361, .8446376], [.33475904, 1.57521038, .33475904]]),
    (None,
     [[.39041395, .21917211, .39041395], [.16794345, .53289684, .29915971]],
     [[.78082789, .82875816, .78082789], [.46710316, 1.36495339, .46710316]]),
], ids=["unscaled, as published", "scaled"])
def test_published_cross_attention(scale, weights, output):
    q, k = [[1, 0, 0], [0, 1, 0]], [[1, 0, 1], [0, 2, 0], [1, 1, 1]]
    got_output, got_weights = attention(q, k, k, scale=scale)
    assert_allclose(got_weights, weights, rtol=0, atol=PRINTED)
    assert_allclose(got_output, output, rtol=0, atol=PRINTED)


ONE_HOT = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]])


def test_published_one_hot_example_divides_columns():
    weights = softmax(ONE_HOT @ ONE_HOT.T, axis=0)
    assert_allclose(weights, [[.36552929, .13447071, .1748777, .19661193], [.13447071, .36552929, .1748777, .19661193],
                              [.13447071, .13447071, .47536689, .07232949], [.36552929, .36552929, .1748777, .53444665]],
                    rtol=0, atol=PRINTED)
    assert_allclose(weights.sum(axis=0), 1)
    assert_allclose(weights.sum(axis=1), [.87148964, .87148964, .8166378, 1.44038293], rtol=0, atol=PRINTED)
    assert_allclose(weights @ ONE_HOT, [[.56214122, .33108264, .1748777], [.33108264, .56214122, .1748777],
                                        [.2068002, .2068002, .47536689], [.89997593, .89997593, .1748777]],
                    rtol=0, atol=PRINTED)


def test_published_one_hot_example_over_the_keys():
    output, weights = attention(ONE_HOT, ONE_HOT, ONE_HOT, scale=1)
    assert_allclose(weights, [[.36552929, .13447071, .13447071, .36552929], [.13447071, .36552929, .13447071, .36552929],
                              [.1748777, .1748777, .47536689, .1748777], [.19661193, .19661193, .07232949, .53444665]],
                    rtol=0, atol=PRINTED)
    assert_allclose(output, [[.73105858, .5, .13447071], [.5, .73105858, .13447071],
                             [.34975541, .34975541, .47536689], [.73105858, .73105858, .07232949]], rtol=0, atol=PRINTED)


@pytest.mark.parametrize("n", [2, 4, 6, 64])
def test_one_hot_words_resemble_only_themselves(n):
    _, weights = attention(np.eye(n), np.eye(n), np.eye(n))
    own = math.exp(1 / math.sqrt(n))
    agree(weights, np.where(np.eye(n) == 1, own / (own + n - 1), 1 / (own + n - 1)))


def test_split_gives_each_head_its_columns():
    x = [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert_array_equal(split_heads(x, 2), [[[0, 1], [4, 5]], [[2, 3], [6, 7]]])


def test_merge_puts_the_heads_of_one_token_side_by_side():
    heads = [[[0, 1], [2, 3]], [[4, 5], [6, 7]]]   # (heads, tokens, d)
    assert_array_equal(merge_heads(heads), [[0, 1, 4, 5], [2, 3, 6, 7]])
    mixed = np.reshape(heads, (2, 4))   # the mistake: [0, 1, 2, 3] holds two tokens
    assert not np.array_equal(merge_heads(heads), mixed)


@pytest.mark.parametrize("shape, heads", [((5, 6), 3), ((5, 6), 1), ((2, 5, 6), 2), ((2, 3, 5, 6), 6), ((0, 6), 2)])
def test_merge_undoes_split(shape, heads):
    x = normal(*shape)
    assert split_heads(x, heads).shape == (*shape[:-2], heads, shape[-2], shape[-1] // heads)
    assert_array_equal(merge_heads(split_heads(x, heads)), x)


# ---- masks ------------------------------------------------------------------------------------------------------

def test_multiplying_scores_by_zero_leaks_and_a_boolean_mask_does_not():
    scores, mask = np.array([2, -1, -3, -2]), np.array([True, True, False, False])
    assert round(softmax(scores * mask)[2:].sum(), 4) == 0.2050
    _, weights = attention([[1]], scores[:, None], np.eye(4), mask, scale=1)
    assert_allclose(weights, [[0.9526, 0.0474, 0, 0]], atol=5e-5)
    assert weights[0, 2] == weights[0, 3] == 0


@pytest.mark.parametrize("function, loop, per_item, shared", KINDS.values(), ids=KINDS)
def test_a_query_that_may_attend_to_nothing_gets_exact_zeros(function, loop, per_item, shared):
    mask = np.ones((3, 5), bool)
    mask[1] = False
    output, weights = function(**per_item, **shared, mask=mask)
    assert not weights[..., 1, :].any() and not output[..., 1, :].any()
    agree(weights[..., [0, 2], :].sum(axis=-1), np.ones(weights.shape[:-2] + (2,)))

    output, weights = function(**per_item, **shared, mask=np.zeros(5, bool))
    assert not weights.any() and not output.any()


def test_causal_mask():
    assert_array_equal(causal_mask(3), [[True, False, False], [True, True, False], [True, True, True]])
    assert causal_mask(3).dtype == bool
    assert causal_mask(0).shape == (0, 0)


@pytest.mark.parametrize("n, hidden", [(2, .25), (4, .375), (8, .4375), (128, 127 / 256)])
def test_causal_mask_hides_less_than_half(n, hidden):
    assert causal_mask(n).diagonal().all()
    assert 1 - causal_mask(n).mean() == hidden == (n - 1) / (2 * n)


def test_padding_mask():
    assert_array_equal(padding_mask([2, 0, 3], 3), [[[True, True, False]], [[False, False, False]], [[True, True, True]]])
    assert_array_equal(padding_mask(1, 3), [[True, False, False]])
    assert padding_mask(np.array([[1, 2]], np.uint8), 4).shape == (1, 2, 1, 4)
    assert padding_mask([2], 3).dtype == bool
    assert padding_mask(np.array([1, 2], ">i4"), 4).sum() == 3
    assert padding_mask([], 3).shape == (0, 1, 3)   # a batch of no sentences


# ---- numbers at the edge ----------------------------------------------------------------------------------------

def test_softmax_survives_large_numbers():
    assert_array_equal(softmax([1e4, -1e4, 1e4]), [.5, 0, .5])
    assert_allclose(softmax([1e4 + math.log(3), 1e4]), [.75, .25], rtol=1e-11)   # 1e4 + ln 3 is rounded at the twelfth decimal
    assert_allclose(softmax([-1e4, -1e4 - math.log(3)]), [.75, .25], rtol=1e-11)
    assert_array_equal(softmax(np.array([1e4, -1e4], "float32")), [1, 0])
    assert_array_equal(softmax([1.7e308, -1.7e308]), [1, 0])   # their difference is more than a float can say


def test_attention_survives_large_scores():
    q, v = np.array([[100.], [-100.]]), np.array([[1., 2.], [3., 4.]])   # scores of 10,000 and -10,000
    output, weights = attention(q, q, v)
    assert_array_equal(weights, np.eye(2))
    assert_array_equal(output, v)


def test_softmax_hides_minus_infinity():
    inf = math.inf
    agree(softmax([-inf, 0, -inf, math.log(3)]), [0, .25, 0, .75])
    assert_array_equal(softmax([[-inf, -inf], [0, 0]]), [[0, 0], [.5, .5]])
    assert_array_equal(softmax([[-inf, 0], [-inf, 0]], axis=0), [[0, .5], [0, .5]])


# One call of each function that takes numbers: (function, arrays of numbers, what else it takes).
CALLS = {
    "softmax": (softmax, dict(x=normal(2, 3)), {}),
    "attention": (attention, dict(q=normal(2, 3, 4), k=normal(5, 4), v=normal(5, 2)), {}),
    "attention, mask and scale": (attention, dict(q=normal(2, 3, 4), k=normal(5, 4), v=normal(5, 2)),
                                  dict(mask=normal(3, 5) < 0, scale=np.float64(0.3))),
    "tiled": (tiled_attention, dict(q=normal(2, 3, 4), k=normal(5, 4), v=normal(5, 2)), dict(mask=normal(3, 5) < 0)),
    "additive": (additive_attention, KINDS["additive"][2] | KINDS["additive"][3], dict(mask=normal(3, 5) < 0)),
    "multi-head": (multi_head_attention,
                   KINDS["multi-head"][2] | {name: w for name, w in KINDS["multi-head"][3].items() if name != "heads"},
                   dict(heads=3, mask=normal(3, 5) < 0)),
    "split": (split_heads, dict(x=normal(5, 6)), dict(heads=2)),
    "merge": (merge_heads, dict(x=normal(2, 5, 3)), {}),
    "feed-forward": (feed_forward, dict(x=normal(3, 4), w_1=normal(4, 8), b_1=normal(8), w_2=normal(8, 4), b_2=normal(4)), {}),
    "rotate": (rotate, dict(x=normal(2, 3, 4), positions=normal(3)), {}),
    "layer norm": (layer_norm, dict(x=normal(3, 4), gain=normal(4), bias=normal(4, seed=1)), {}),
}

every_call = pytest.mark.parametrize("function, numbers, others", CALLS.values(), ids=CALLS)


def results(function, numbers, others):
    found = function(**numbers, **others)
    return found if isinstance(found, tuple) else (found,)


@every_call
@pytest.mark.parametrize("given, kept", [("float32", "float32"), ("float64", "float64"), ("float16", "float64"),
                                         ("int64", "float64"), ("uint8", "float64"), ("longdouble", "float64"),
                                         # a byte order that is not this machine's is no other type
                                         (">f4", "float32"), ("<f4", "float32"), (">f8", "float64"), ("<f8", "float64"),
                                         (">f2", "float64"), (">i4", "float64")])
def test_types(function, numbers, others, given, kept):
    numbers = {name: np.abs(3 * array).astype(given) for name, array in numbers.items()}
    as_float64 = {name: array.astype("float64") for name, array in numbers.items()}
    for got, expected in zip(results(function, numbers, others), results(function, as_float64, others), strict=True):
        assert got.dtype == kept and got.dtype.isnative
        assert_allclose(got, expected, rtol=1e-5 if kept == "float32" else 0, atol=1e-6 if kept == "float32" else 0)


@every_call
def test_lists_are_taken_as_float64(function, numbers, others):
    lists = {name: array.tolist() for name, array in numbers.items()}
    for got, expected in zip(results(function, lists, others), results(function, numbers, others), strict=True):
        assert got.dtype == np.float64
        assert_array_equal(got, expected)


@every_call
def test_inputs_are_not_written_to(function, numbers, others):
    arrays = {name: array.copy() for name, array in (numbers | others).items() if isinstance(array, np.ndarray)}
    before = {name: array.tobytes() for name, array in arrays.items()}
    function(**others | arrays)
    assert {name: array.tobytes() for name, array in arrays.items()} == before

    for array in arrays.values():
        array.flags.writeable = False
    function(**others | arrays)   # a read-only array raises when it is written to


@every_call
def test_whole_numbers_of_any_size_and_fractions_are_taken_as_float64(function, numbers, others):
    for make in (lambda number: 2**70 * round(3 * number), lambda number: Fraction(round(3 * number), 7)):
        for name, array in numbers.items():
            exact = np.vectorize(make, [object])(array)
            expected = results(function, numbers | {name: exact.astype("float64")}, others)
            for got, want in zip(results(function, numbers | {name: exact}, others), expected, strict=True):
                assert got.dtype == np.float64
                assert_array_equal(got, want)


class Upside(np.ndarray):
    """An array whose operators mean something else, as those of np.matrix do."""

    def __mul__(self, other):
        return np.asarray(self) - other

    def __matmul__(self, other):
        return np.asarray(self) * other


@every_call
def test_subclasses_of_arrays_are_taken_as_arrays(function, numbers, others):
    arrays = {name: array for name, array in (numbers | others).items() if isinstance(array, np.ndarray)}
    expected = results(function, numbers, others)
    for name, array in arrays.items():
        nothing_hidden = np.ma.array(array, mask=np.zeros(array.shape, bool))
        kinds = [np.memmap, Upside] + [np.matrix] * (array.ndim == 2)
        for given in (nothing_hidden, np.ma.array(array), *(array.view(kind) for kind in kinds)):
            for got, want in zip(results(function, {}, numbers | others | {name: given}), expected, strict=True):
                assert type(got) is np.ndarray
                assert_array_equal(got, want)


@every_call
def test_masked_entries_are_refused_and_not_forgotten(function, numbers, others):
    arrays = {name: array for name, array in (numbers | others).items() if isinstance(array, np.ndarray)}
    for name, array in arrays.items():
        masked = np.ma.array(array)
        masked[(0,) * array.ndim] = np.ma.masked
        for given in (masked, list(masked), [list(row) for row in masked] if array.ndim > 1 else tuple(masked)):
            with pytest.raises(TypeError, match=rf"^{name} holds masked entries, .* {name}\.filled"):
                function(**numbers | others | {name: given})


@every_call
@pytest.mark.parametrize("size", [1, 1e-200, 1e3])
def test_numpys_error_state_changes_nothing(function, numbers, others, size):
    """exp(−1000) is 0 and no error, though NumPy calls it an underflow."""
    numbers = {name: size * array for name, array in numbers.items()}
    expected = results(function, numbers, others)
    with np.errstate(all="raise"):
        found = results(function, numbers, others)
    for got, want in zip(found, expected, strict=True):
        assert_array_equal(got, want)


def test_numpys_error_state_changes_nothing_elsewhere():
    with np.errstate(all="raise"):
        assert softmax([0, -1000]).tolist() == [1, 0]
        assert softmax(np.array([0, -100], "float32")).tolist() == [1, np.float32(math.exp(-100))]   # a subnormal number
        assert softmax([-math.inf, -1e308, 1e308]).tolist() == [0, 0, 1]
        assert softmax(np.array([1, 1], "longdouble") * np.longdouble("1e-4000")).tolist() == [.5, .5]
        assert future_leak(causal, TOKENS) is None and future_leak(bidirectional, TOKENS) == 0
        agree(sinusoidal_positions(50, 512)[:, :2], np.stack([np.sin(np.arange(50)), np.cos(np.arange(50))], axis=1))
        with pytest.raises(ValueError, match="^the scores are NaN or infinite"):
            attention(1e200 * np.eye(2), 1e200 * np.eye(2), np.eye(2))


def test_positions_are_float64():
    assert sinusoidal_positions(3, 4).dtype == np.float64


@pytest.mark.parametrize("queries, batch", [(0, ()), (3, (0,))])
def test_no_queries_and_no_items_are_fine(queries, batch):
    output, weights = attention(np.ones((*batch, queries, 4)), np.ones((5, 4)), np.ones((5, 2)))
    assert output.shape == (*batch, queries, 2) and weights.shape == (*batch, queries, 5)


# ---- future_leak ------------------------------------------------------------------------------------------------

TOKENS = normal(6, 4)


def causal(x):
    return attention(x, x, x, causal_mask(len(x)))   # output and weights


def bidirectional(x):
    return attention(x, x, x)


def scores_times_zero(x):
    return softmax(x @ x.T * causal_mask(len(x))) @ x


def inverted_mask(x):
    return attention(x, x, x, ~causal_mask(len(x)))


def softmax_over_queries(x):
    return softmax(np.where(causal_mask(len(x)), x @ x.T, -np.inf), axis=0) @ x


def row_3_uses_token_4(x):
    x[3] += x[4]
    return x


def row_4_uses_token_5(x):
    return np.concatenate([x[:4], x[4:5] + x[5:], x[5:]])


def row_1_uses_the_size_of_token_2(x):   # a change of sign does not show it
    return np.stack([abs(x[min(i + 1, len(x) - 1)]) if i == 1 else x[i] for i in range(len(x))])


def writes_to_its_input(x):
    x *= 2
    return x


def one_number_a_token(x):
    return x.sum(axis=1)


def running_mean(x):
    return [x[:i + 1].mean(axis=0) for i in range(len(x))]


def nothing_but_nan(x):
    return np.full(x.shape, np.nan)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("fn, leak", [
    (causal, None), (bidirectional, 0), (scores_times_zero, 0), (inverted_mask, 0), (softmax_over_queries, 0),
    (row_3_uses_token_4, 3), (row_4_uses_token_5, 4), (row_1_uses_the_size_of_token_2, 1),
    (writes_to_its_input, None), (one_number_a_token, None), (running_mean, None), (nothing_but_nan, None),
])
def test_future_leak(fn, leak, dtype):
    x = TOKENS.astype(dtype)
    before = x.tobytes()
    found = future_leak(fn, x)
    assert found == leak and type(found) is type(leak)
    assert x.tobytes() == before


def hiding(scores, hide):
    """Causal attention from a function of the tokens that gives scores, and one of scores and mask that hides."""
    return lambda x: softmax(hide(scores(x), causal_mask(len(x)))) @ x


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("number", [-10, -20, -50, -100, -1e3, -1e4, -1e5])
def test_future_leak_sees_a_small_number_in_the_place_of_infinity(number, dtype):
    def replaced(scores, mask):
        return np.where(mask, scores, number)

    def added(scores, mask):
        return scores + ~mask * number

    x = TOKENS.astype(dtype)
    assert future_leak(hiding(lambda x: x @ x.T / 2, added), x) == 0
    assert future_leak(hiding(lambda x: -x @ x.T / 2, added), x) == 0
    assert future_leak(hiding(lambda x: -x @ x.T / 2, replaced), x) == 0
    if number >= -20:   # x @ x.T is at least 0 on its diagonal, and exp(-50) no part of what it is added to
        assert future_leak(hiding(lambda x: x @ x.T / 2, replaced), x) == 0


@pytest.mark.parametrize("number", [-1e9, -np.inf])
@pytest.mark.parametrize("sign", [1, -1])
def test_future_leak_finds_nothing_behind_a_number_that_no_score_comes_near(number, sign):
    def scores(x):
        return sign * x @ x.T / 2

    for x in (TOKENS, 0.01 * TOKENS, 100 * TOKENS, TOKENS.astype("float32")):
        assert future_leak(hiding(scores, lambda scores, mask: np.where(mask, scores, number)), x) is None
        assert future_leak(hiding(scores, lambda scores, mask: scores + np.where(mask, 0, number)), x) is None


def test_future_leak_of_a_function_that_returns_the_same_array_each_time():
    def mean_of_all(x):
        output[:] = x.mean(axis=0)
        return output

    output = np.empty(TOKENS.shape)
    assert future_leak(mean_of_all, TOKENS) == 0


def test_future_leak_of_zeros():
    assert future_leak(bidirectional, np.zeros((3, 2))) == 0   # -0 is no change: other numbers are tried too


def test_future_leak_shows_fn_the_type_it_was_given():
    def note(x):
        seen.add((x.dtype.name, x.shape))
        return x

    seen = set()
    future_leak(note, TOKENS.astype("float32"))
    assert seen == {("float32", TOKENS.shape)}


@pytest.mark.parametrize("n", [0, 1])
def test_too_few_tokens_cannot_leak(n):
    assert future_leak(lambda x: x[::-1], TOKENS[:n]) is None
    assert future_leak(lambda x: x[::-1], TOKENS[:2]) == 0


# ---- error messages ---------------------------------------------------------------------------------------------

def ones(*shape):
    return np.ones(shape)


class NoArray:
    def __array__(self, dtype=None, copy=None):
        raise RuntimeError("it needs a gradient")


def one_off(function, arguments):
    """The function with good arguments, but for those named."""
    return lambda **others: function(**(arguments | others))


dot = one_off(attention, dict(q=ones(3, 4), k=ones(5, 4), v=ones(5, 2)))
additive = one_off(additive_attention, dict(q=ones(3, 4), k=ones(5, 6), v=ones(5, 2),
                                            w_q=ones(4, 7), w_k=ones(6, 7), w_score=ones(7)))
multi = one_off(multi_head_attention, dict(x=ones(3, 4), context=ones(5, 6), w_q=ones(4, 8), w_k=ones(6, 8),
                                           w_v=ones(6, 2), w_o=ones(2, 9), heads=2))
ffn = one_off(feed_forward, dict(x=ones(3, 4), w_1=ones(4, 8), b_1=ones(8), w_2=ones(8, 5), b_2=ones(5)))
norm = one_off(layer_norm, dict(x=ones(3, 4), gain=ones(4), bias=ones(4)))

NAN, INF = ones(5, 4) * np.nan, ones(5, 4) * np.inf

ERRORS = [   # (call, exception, what its message must hold: the argument, what it got, what it needs)
    (lambda: softmax(ones(2, 3), axis=2), ValueError, ["axis is 2", "(2, 3)", "from -2 to 1"]),
    (lambda: softmax(ones(2, 3), axis=-3), ValueError, ["axis is -3", "(2, 3)", "from -2 to 1"]),
    (lambda: softmax(ones(2, 3), axis=None), ValueError, ["axis is None", "whole number"]),
    (lambda: softmax(ones(2, 3), axis=1.0), ValueError, ["axis is 1.0", "whole number"]),
    (lambda: softmax(ones(2, 3), axis=True), ValueError, ["axis is True", "whole number"]),
    (lambda: softmax(3.0), ValueError, ["x is a single number", "at least 1 axis"]),
    (lambda: softmax(ones(2, 0)), ValueError, ["x has shape (2, 0)", "axis -1"]),
    (lambda: softmax([0, math.nan]), ValueError, ["x holds NaN,", "below +inf"]),
    (lambda: softmax([0, math.inf]), ValueError, ["x holds +inf,", "below +inf"]),
    (lambda: softmax([-math.inf, math.nan]), ValueError, ["x holds NaN,", "below +inf"]),
    (lambda: softmax([1j]), TypeError, ["x holds complex128", "real numbers"]),
    (lambda: softmax(["a"]), TypeError, ["x holds <U1", "real numbers"]),
    (lambda: softmax([True]), TypeError, ["x holds bool", "real numbers"]),
    (lambda: softmax([None]), TypeError, ["x holds object", "NoneType", "real numbers"]),
    (lambda: softmax([10**30, True]), TypeError, ["x holds object", "bool", "real numbers"]),
    (lambda: softmax([10**400]), ValueError, ["x holds a number beyond 1.8e+308", "smaller"]),
    (lambda: softmax(np.array(["2026-01-01"], "M8[D]")), TypeError, ["x holds datetime64[D]", "real numbers"]),
    (lambda: softmax(np.array([1], "m8[s]")), TypeError, ["x holds timedelta64[s]", "real numbers"]),
    (lambda: softmax(np.zeros(2, [("a", float)])), TypeError, ["x holds [('a'", "real numbers"]),
    (lambda: softmax({}), TypeError, ["x holds object", "dict", "real numbers"]),
    (lambda: softmax(NoArray()), TypeError, ["x is a NoArray that cannot be read as an array", "it needs a gradient"]),
    (lambda: softmax([[1, 2], [3]]), ValueError, ["x has rows of different lengths", "rectangular"]),

    (lambda: dot(q=ones(4)), ValueError, ["q has shape (4,)", "at least 2 axes"]),
    (lambda: dot(k=ones(4)), ValueError, ["k has shape (4,)", "at least 2 axes"]),
    (lambda: dot(v=ones(5)), ValueError, ["v has shape (5,)", "at least 2 axes"]),
    (lambda: dot(k=ones(5, 3)), ValueError, ["k has shape (5, 3)", "needs 4", "q (3, 4)"]),
    (lambda: dot(k=ones(0, 4), v=ones(0, 2)), ValueError, ["k has shape (0, 4)", "no keys"]),
    (lambda: dot(v=ones(4, 2)), ValueError, ["v has shape (4, 2)", "each of the 5 keys"]),
    (lambda: dot(q=ones(2, 3, 4), k=ones(3, 5, 4)), ValueError,
     ["leading axes", "q (2, 3, 4)", "k (3, 5, 4)", "v (5, 2)", "do not broadcast"]),
    (lambda: dot(q=ones(3, 0), k=ones(5, 0)), ValueError, ["q has shape (3, 0)", "d_k", "at least 1"]),
    (lambda: dot(scale=math.nan), ValueError, ["scale is nan", "finite"]),
    (lambda: dot(scale=math.inf), ValueError, ["scale is inf", "finite"]),
    (lambda: dot(scale="2"), ValueError, ["scale is '2'", "finite number"]),
    (lambda: dot(scale=True), ValueError, ["scale is True", "finite number"]),   # 1 and "yes, please" are two things
    (lambda: dot(scale=False), ValueError, ["scale is False", "finite number"]),
    (lambda: dot(scale=10**400), ValueError, ["scale is 1000", "finite number in float64"]),
    (lambda: dot(scale=1j), ValueError, ["scale is 1j", "finite number"]),
    (lambda: dot(q=ones(3, 4).astype("float32"), scale=1e39), ValueError, ["scale is 1e+39", "finite number in float32"]),
    (lambda: dot(scale=ones(3)), ValueError, ["scale is array(", "finite number"]),
    (lambda: dot(q=NAN), ValueError, ["q holds NaN or infinity", "finite"]),
    (lambda: dot(k=INF), ValueError, ["k holds NaN or infinity", "finite"]),
    (lambda: dot(v=-INF), ValueError, ["v holds NaN or infinity", "finite"]),
    (lambda: dot(q=1e200 * ones(3, 4), k=1e200 * ones(5, 4)), ValueError, ["scores", "q and k", "too large"]),
    (lambda: dot(q=normal(99, 4), k=normal(5, 4), v=np.full((5, 2), np.finfo(float).max)), ValueError,
     ["outputs", "in v", "too large"]),
    (lambda: dot(mask=ones(3, 5)), TypeError, ["mask holds float64", "booleans", "True = may attend"]),
    (lambda: dot(mask=np.full(5, True, object)), TypeError, ["mask holds object", "booleans"]),
    (lambda: dot(mask=[1, 1, 1, 1, 0]), TypeError, ["mask holds int", "booleans", "True = may attend"]),
    (lambda: dot(mask=ones(5, 3) > 0), ValueError, ["mask has shape (5, 3)", "queries, keys) = (3, 5)"]),
    (lambda: dot(mask=ones(2, 5) > 0), ValueError, ["mask has shape (2, 5)", "(3, 5)"]),
    # one query would turn into three
    (lambda: dot(q=ones(1, 4), mask=ones(3, 5) > 0), ValueError, ["mask has shape (3, 5)", "(1, 5)"]),
    (lambda: dot(q=ones(2, 3, 4), mask=ones(4, 3, 5) > 0), ValueError, ["mask has shape (4, 3, 5)", "(2, 3, 5)"]),
    (lambda: dot(v=ones(2, 5, 2), mask=ones(4, 3, 5) > 0), ValueError, ["mask has shape (4, 3, 5)", "(2, 3, 5)"]),
    (lambda: dot(mask=[[True], [True, False]]), ValueError, ["mask has rows of different lengths", "rectangular"]),

    (lambda: additive(w_q=ones(5, 7)), ValueError, ["w_q has shape (5, 7)", "(4, any)", "q of shape (3, 4)"]),
    (lambda: additive(w_q=ones(1, 4, 7)), ValueError, ["w_q has shape (1, 4, 7)", "(4, any)"]),
    (lambda: additive(w_k=ones(4, 7)), ValueError, ["w_k has shape (4, 7)", "(6, any)", "k of shape (5, 6)"]),
    (lambda: additive(w_k=ones(6, 3)), ValueError, ["w_k has shape (6, 3)", "needs (6, 7)"]),
    (lambda: additive(w_score=ones(7, 1)), ValueError, ["w_score has shape (7, 1)", "needs (7,)"]),
    (lambda: additive(k=ones(0, 6), v=ones(0, 2)), ValueError, ["k has shape (0, 6)", "no keys"]),
    (lambda: additive(v=ones(4, 2)), ValueError, ["v has shape (4, 2)", "each of the 5 keys"]),
    (lambda: additive(q=ones(2, 3, 4), k=ones(3, 5, 6)), ValueError, ["leading axes", "q (2, 3, 4)", "k (3, 5, 6)"]),
    (lambda: additive(q=1e200 * ones(3, 4), w_q=1e200 * ones(4, 7), k=-1e200 * ones(5, 6), w_k=1e200 * ones(6, 7)), ValueError,
     ["scores", "q and k", "too large"]),
    (lambda: additive(mask=ones(3, 5)), TypeError, ["mask holds float64", "booleans"]),
    (lambda: additive(mask=ones(5, 3) > 0), ValueError, ["mask has shape (5, 3)", "(3, 5)"]),

    (lambda: multi(x=ones(4)), ValueError, ["x has shape (4,)", "at least 2 axes"]),
    (lambda: multi(context=ones(6)), ValueError, ["context has shape (6,)", "at least 2 axes"]),
    (lambda: multi(w_q=ones(3, 8)), ValueError, ["w_q has shape (3, 8)", "(4, any)", "x of shape (3, 4)"]),
    (lambda: multi(w_k=ones(4, 8)), ValueError, ["w_k has shape (4, 8)", "(6, any)", "context of shape (5, 6)"]),
    (lambda: multi(w_k=ones(6, 4)), ValueError, ["w_k has shape (6, 4)", "needs (6, 8)"]),
    (lambda: multi(w_v=ones(4, 2)), ValueError, ["w_v has shape (4, 2)", "(6, any)", "context of shape (5, 6)"]),
    (lambda: multi(w_o=ones(8, 9)), ValueError, ["w_o has shape (8, 9)", "(2, any)", "merged heads"]),
    (lambda: multi(x=ones(2, 3, 4), context=ones(3, 5, 6)), ValueError, ["leading axes", "x (2, 3, 4)", "context (3, 5, 6)"]),
    (lambda: multi(heads=3), ValueError, ["heads is 3", "w_q has 8 columns", "divides 8"]),
    (lambda: multi(heads=4), ValueError, ["heads is 4", "w_v has 2 columns", "divides 2"]),
    (lambda: multi(context=ones(0, 6)), ValueError, ["context has shape (0, 6)", "no keys"]),
    (lambda: multi(x=1e200 * ones(3, 4), w_q=1e200 * ones(4, 8)), ValueError, ["projections", "x, context", "too large"]),
    (lambda: multi(x=1e100 * ones(3, 4), w_v=1e200 * ones(6, 2), w_o=1e200 * ones(2, 9)), ValueError,
     ["outputs", "in w_o", "too large"]),
    (lambda: multi(w_q=ones(4, 0), w_k=ones(6, 0)), ValueError, ["w_q has shape (4, 0)", "at least 1 column"]),
    (lambda: multi(mask=ones(3, 5)), TypeError, ["mask holds float64", "booleans"]),
    (lambda: multi(mask=ones(5, 3) > 0), ValueError, ["mask has shape (5, 3)", "queries, keys) = (3, 5)"]),

    (lambda: split_heads(ones(4), 2), ValueError, ["x has shape (4,)", "at least 2 axes"]),
    (lambda: split_heads(ones(3, 8), 0), ValueError, ["heads is 0", "8", "whole number"]),
    (lambda: split_heads(ones(3, 8), -2), ValueError, ["heads is -2", "8", "whole number"]),
    (lambda: split_heads(ones(3, 8), 2.0), ValueError, ["heads is 2.0", "8", "whole number"]),
    (lambda: split_heads(ones(3, 8), True), ValueError, ["heads is True", "8", "whole number"]),
    (lambda: split_heads(ones(3, 8), 2**70), ValueError, [f"heads is {2**70}", "divides 8"]),
    (lambda: split_heads(ones(3, 8), 3), ValueError, ["heads is 3", "divides 8"]),
    (lambda: merge_heads(ones(3, 8)), ValueError, ["x has shape (3, 8)", "at least 3 axes"]),

    (lambda: causal_mask(-1), ValueError, ["n is -1", "0 or more"]),
    (lambda: causal_mask(3.0), ValueError, ["n is 3.0", "whole number"]),
    (lambda: causal_mask(True), ValueError, ["n is True", "whole number"]),
    (lambda: causal_mask(2**63), ValueError, [f"n is {2**63}", "whole number", "or less"]),
    (lambda: padding_mask([1, 2], -1), ValueError, ["n is -1", "0 or more"]),
    (lambda: padding_mask([1.0], 3), TypeError, ["lengths holds float64", "whole numbers"]),
    (lambda: padding_mask([[1], [2, 3]], 3), ValueError, ["lengths has rows of different lengths", "rectangular"]),
    (lambda: padding_mask([2**70], 3), TypeError, ["lengths holds object", "whole numbers"]),
    (lambda: padding_mask(np.ma.array([1, 2], mask=[True, False]), 3), TypeError, ["lengths holds masked entries", "filled"]),
    (lambda: padding_mask([True], 3), TypeError, ["lengths holds bool", "whole numbers"]),
    (lambda: padding_mask([1, 4], 3), ValueError, ["lengths", "from 1 to 4", "between 0 and n = 3"]),
    (lambda: padding_mask([-1, 2], 3), ValueError, ["lengths", "from -1 to 2", "between 0 and n = 3"]),

    (lambda: ffn(x=1.0), ValueError, ["x has shape ()", "at least 1 axes"]),
    (lambda: ffn(w_1=ones(5, 8)), ValueError, ["w_1 has shape (5, 8)", "(4, any)", "x of shape (3, 4)"]),
    (lambda: ffn(b_1=ones(1, 8)), ValueError, ["b_1 has shape (1, 8)", "needs (8,)"]),
    (lambda: ffn(w_2=ones(4, 5)), ValueError, ["w_2 has shape (4, 5)", "(8, any)", "hidden layer"]),
    (lambda: ffn(b_2=ones(3, 1)), ValueError, ["b_2 has shape (3, 1)", "needs (5,)"]),
    (lambda: ffn(x=1e200 * ones(3, 4), w_1=1e200 * ones(4, 8)), ValueError, ["outputs", "x, w_1, b_1, w_2 or b_2", "too large"]),
    (lambda: norm(x=1.0), ValueError, ["x has shape ()", "at least 1 axes"]),
    (lambda: norm(x=ones(3, 0), gain=ones(0), bias=ones(0)), ValueError, ["x has shape (3, 0)", "at least 1 column"]),
    (lambda: norm(x=1e200 * normal(3, 4)), ValueError, ["outputs", "x, gain or bias", "too large"]),
    (lambda: norm(gain=1.0), ValueError, ["gain has shape ()", "needs (4,)"]),
    (lambda: norm(bias=ones(3, 4)), ValueError, ["bias has shape (3, 4)", "needs (4,)"]),
    (lambda: sinusoidal_positions(-1, 4), ValueError, ["n is -1", "0 or more"]),
    (lambda: sinusoidal_positions(3, 2**62), ValueError, [f"d is {2**62}", "or less"]),
    (lambda: sinusoidal_positions(3, 4.0), ValueError, ["d is 4.0", "whole number"]),
    (lambda: rotate(ones(4), [0]), ValueError, ["x has shape (4,)", "at least 2 axes"]),
    (lambda: rotate(ones(3, 5), range(3)), ValueError, ["x has shape (3, 5)", "even number of columns"]),
    (lambda: rotate(ones(3, 4), 2), ValueError, ["positions has shape ()", "at least 1 axes"]),
    (lambda: rotate(ones(3, 4), range(4)), ValueError, ["positions has shape (4,)", "each of the 3 tokens", "(3, 4)"]),
    (lambda: rotate(ones(2, 3, 4), ones(5, 3)), ValueError, ["leading axes", "x (2, 3, 4)", "do not broadcast"]),
    (lambda: rotate(ones(3, 4), range(3), base=0), ValueError, ["base is 0.0", "above 0"]),
    (lambda: rotate(ones(3, 4), range(3), base="e"), ValueError, ["base is 'e'", "finite number"]),
    (lambda: rotate(ones(3, 4), 1e200 * ones(3), base=1e-300), ValueError, ["angles", "positions or base", "too large"]),
    (lambda: rotate(1.5e308 * ones(3, 4), 0.8 * ones(3)), ValueError, ["outputs", "in x", "too large"]),

    (lambda: future_leak(causal, ones(4)), ValueError, ["x has shape (4,)", "at least 2 axes"]),
    (lambda: future_leak(causal, ones(2, 3, 4)), ValueError, ["x has shape (2, 3, 4)", "(tokens, d)"]),
    (lambda: future_leak(causal, np.ma.array(TOKENS, mask=TOKENS > 0)), TypeError, ["x holds masked entries", "filled"]),
    (lambda: future_leak(causal, [["a"]]), TypeError, ["x holds <U1", "real numbers"]),
    (lambda: future_leak(lambda x: x[1:], TOKENS), ValueError, ["fn returned shape (5, 4)", "each of 6 tokens"]),
    (lambda: future_leak(lambda x: x.sum(), TOKENS), ValueError, ["fn returned shape ()", "each of 6 tokens"]),
    (lambda: future_leak(lambda x: None, TOKENS), ValueError, ["fn returned shape ()", "each of 6 tokens"]),
]


@pytest.mark.parametrize("call, exception, fragments", ERRORS, ids=[f"{' '.join(row[2])}" for row in ERRORS])
def test_error_message(call, exception, fragments):
    with pytest.raises(exception) as caught:
        call()
    assert type(caught.value) is exception
    missing = [fragment for fragment in fragments if fragment not in str(caught.value)]
    assert not missing, f"{missing} not in: {caught.value}"

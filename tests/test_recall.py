"""attnlib.models.Recall: every gradient, the equations by plain loops, how far a gradient reaches, and what is learnt."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose

from attnlib import attention, softmax
from attnlib.grammar import Batch, recall
from attnlib.learn import SETTINGS, Recall, train
from attnlib.models import gru

pytestmark = pytest.mark.filterwarnings("error")
KINDS = "rnn", "gru", "attention"
each_kind = pytest.mark.parametrize("kind", KINDS)
RNG = np.random.default_rng


def small(kind):
    return Recall(kind, symbols=3, longest=5, width=4, seed=1)


def slopes(value, array, step=1e-5):
    """Of value() in each number of the array, by central differences."""
    found = np.empty(array.shape)
    for place in np.ndindex(array.shape):
        kept = array[place]
        array[place] = kept + step
        up = value()
        array[place] = kept - step
        down = value()
        array[place] = kept
        found[place] = (up - down) / (2 * step)
    return found


@each_kind
@pytest.mark.parametrize("length", [1, 4])
def test_every_gradient(kind, length):
    model, batch = small(kind), recall(3, RNG(0), length, symbols=3)
    _, gradients = model.loss(batch)
    assert gradients.keys() == model.parameters.keys()
    for name, array in model.parameters.items():
        assert_allclose(gradients[name], slopes(lambda: model.loss(batch)[0], array), rtol=0, atol=1e-8)


def logits_of(model, source):
    """One row at a time, from the vectors x of its words."""
    return np.array([of_vectors(model, model.parameters["words"][row]) for row in source])


def of_vectors(model, x):
    p = model.parameters
    if model.kind == "attention":
        y = x + p["places"][:len(x)]
        output = attention(y[-1:] @ p["w_q"], y @ p["w_k"], y @ p["w_v"])[0][0]
    else:
        output = np.zeros(x.shape[1])
        for one in x:
            entering = one @ p["w"] + p["b"]
            output = np.tanh(entering + output @ p["u"]) if model.kind == "rnn" else gru(entering, output, p["u"])[0]
    return output @ p["w_out"] + p["b_out"]


@each_kind
def test_a_model_is_its_equations(kind):
    model, batch = small(kind), recall(5, RNG(0), 4, symbols=3)
    assert_allclose(model.predict(batch)[:, 0], softmax(logits_of(model, batch.source)), rtol=1e-12)
    assert model.right(batch) == (logits_of(model, batch.source).argmax(axis=1) == batch.target[:, 0]).mean()
    assert (model.align(batch) is None) == (kind != "attention")


@each_kind
def test_reach_is_the_mean_length_of_a_words_gradient_by_distance(kind):
    model, batch = small(kind), recall(3, RNG(2), 4, symbols=3)
    lengths = []
    for row, (word,) in zip(batch.source, batch.target, strict=True):
        x = model.parameters["words"][row].copy()
        found = slopes(lambda: -np.log(softmax(of_vectors(model, x))[word]), x)   # noqa: B023
        lengths.append(np.linalg.norm(found, axis=1)[::-1])   # from the last word back to the first
    assert_allclose(model.reach(batch), np.mean(lengths, axis=0), rtol=1e-6)


def test_the_recurrent_ones_reach_less_the_farther_before_training():
    rows = recall(100, RNG(0), 40)
    for seed in range(3):
        near, far = {}, {}
        for kind in KINDS:
            reach = Recall(kind, seed=seed).reach(rows)
            near[kind], far[kind] = reach[0], reach[-1]
        assert far["rnn"] < 1e-4 * near["rnn"] and far["gru"] < 1e-4 * near["gru"] and far["attention"] > 5e-3 * near["attention"]


def test_twenty_words_are_kept_by_attention_and_by_gates_and_not_by_tanh_alone():
    test, right = recall(500, RNG(9), 20), {}
    for kind in KINDS:
        model = Recall(kind)
        for _ in train(model, lambda rng: recall(32, rng, 20), **SETTINGS["recall"]):
            pass
        right[kind] = model.right(test)
    assert right["attention"] == 1 and right["gru"] > 0.8 and right["rnn"] < 0.25


def test_float32_stays():
    model = Recall("gru", dtype=np.float32)
    _, gradients = model.loss(recall(4, RNG(0), 5))
    assert {array.dtype for array in gradients.values()} == {np.dtype(np.float32)}


@pytest.mark.parametrize("call, error, message", [
    (lambda: Recall("lstm"), ValueError, "kind is 'lstm', and must be one of 'rnn', 'gru', 'attention'"),
    (lambda: Recall(symbols=0), ValueError, "symbols is 0"),
    (lambda: Recall(width=0), ValueError, "width is 0"),
    (lambda: Recall(longest=0), ValueError, "longest is 0"),
    (lambda: Recall().loss(recall(2, RNG(0), 61)), ValueError, "source has 61 places, and this model knows 60"),
    (lambda: Recall(symbols=2).reach(recall(20, RNG(0), 5)), ValueError, "of the 4 words that this model knows"),
    (lambda: Recall().loss(Batch(np.full((1, 3), 2), np.full((1, 2), 2), None, None)), ValueError,
     "target has 2 places, and this model knows 1"),
    (lambda: Recall().loss(Batch(np.ones((1, 3)), np.ones((1, 1)), None, None)), TypeError, "source holds float64"),
])
def test_refusals(call, error, message):
    with pytest.raises(error, match=re.escape(message)):
        call()

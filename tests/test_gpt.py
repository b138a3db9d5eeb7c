"""The language model of lesson 12: its gradients, its writing, its bad input; what it learns stands in test_learn.py's manner."""

import json

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from attnlib.experiments import RESULTS, measured, names, paths, ranges, run
from attnlib.gpt import GPT, choose
from attnlib.grammar import END, PAD, Batch, before
from attnlib.kernels import causal_mask, feed_forward, layer_norm, multi_head_attention
from attnlib.learn import SETTINGS, above_floor, after_a_skip, copied_from, decided, load, surprise, train
from attnlib.pairs import merge, pairs
from attnlib.stories import SIMPLE, Stories


def batch_of(target):
    return Batch(before(target), target, None, None)


@pytest.fixture
def texts():
    target = np.random.default_rng(1).integers(2, 9, (2, 6))
    target[0, 3:] = END, PAD, PAD
    return batch_of(target)


VARIANTS = [{}, dict(norm="after"), dict(norm=None), dict(mixing="uniform"), dict(mixing="self"), dict(residual=False),
            dict(positions=False), dict(layers=1, heads=1), dict(d_k=6, scale=1),
            dict(kv_heads=1), dict(window=2)]


@pytest.mark.parametrize("options", VARIANTS, ids=str)
def test_every_gradient_is_the_slope(options, texts):
    """Against central differences, every number of every parameter."""
    model, rng = GPT(9, longest=6, **dict(width=4, heads=2, dtype=np.float64) | options), np.random.default_rng(0)
    for array in model.parameters.values():
        array += 0.1 * rng.normal(size=array.shape)   # gains and biases away from 1 and 0
    _, gradients = model.loss(texts)
    for name, array in model.parameters.items():
        slopes = np.zeros_like(array)
        for at in np.ndindex(array.shape):
            old = array[at]
            losses = []
            for array[at] in (old + 1e-5, old - 1e-5):
                losses.append(model.loss(texts)[0])
            array[at], slopes[at] = old, (losses[0] - losses[1]) / 2e-5
        assert_allclose(gradients[name], slopes, rtol=0, atol=1e-6 * max(1, abs(slopes).max()), err_msg=name)


def test_it_is_made_of_the_kernels(texts):
    """One layer, again, in the words of lesson 09: attention and feed-forward on normalized sums, causal."""
    model = GPT(9, longest=6, width=8, heads=2, layers=1, dtype=np.float64)
    p = model.parameters
    x = p["words"][before(texts.target)] + p["places"]
    y = layer_norm(x, p["0.gain_1"], p["0.bias_1"])
    x = x + multi_head_attention(y, y, p["0.w_q"], p["0.w_k"], p["0.w_v"], p["0.w_o"], 2, causal_mask(6))[0]
    x = x + feed_forward(layer_norm(x, p["0.gain_2"], p["0.bias_2"]), p["0.w_1"], p["0.b_1"], p["0.w_2"], p["0.b_2"])
    logits = layer_norm(x, p["gain"], p["bias"]) @ p["w_out"] + p["b_out"]
    p_model = model.predict(texts)
    e = np.exp(logits)
    assert_allclose(p_model, e / e.sum(axis=-1, keepdims=True), atol=1e-12)


@pytest.mark.parametrize("options", VARIANTS, ids=str)
def test_a_cache_changes_nothing(options):
    model = GPT(9, longest=12, **dict(width=8, heads=2, dtype=np.float64) | options)
    for how in ({}, dict(temperature=0), dict(top_k=3), dict(temperature=np.inf, top_k=2), dict(start=[5, 6, 7])):
        assert_array_equal(*(model.generate(np.random.default_rng(0), 5, cached=cached, **how) for cached in (True, False)))


def test_nothing_leaks_from_the_future(texts):
    model = GPT(9, longest=6, width=8, heads=2, dtype=np.float64)
    other = texts.target.copy()
    other[:, 3:] = 8
    assert_array_equal(model.predict(texts)[:, :4], model.predict(batch_of(other))[:, :4])   # place 3 is told by what came before
    assert (np.triu(model.align(texts), 1) == 0).all()


def test_uniform_and_self_are_what_they_say(texts):
    uniform = GPT(9, longest=6, width=8, heads=2, mixing="uniform").align(texts)
    assert_allclose(uniform[0, 0, 0], np.tril(np.ones((6, 6))) / np.arange(1, 7)[:, None], atol=1e-6)
    assert (GPT(9, longest=6, width=8, heads=2, mixing="self").align(texts) == np.eye(6)).all()


def test_what_a_cache_keeps_and_a_window_sees(texts):
    model, past = GPT(9, longest=6, width=8, heads=4, kv_heads=2, window=2), [None] * 2
    model.next_word(texts.target, past)
    assert past[0][0].shape == past[1][1].shape == (2, 2, 6, 2)   # half as many keys as queries
    assert (np.tril(model.align(texts), -2) == 0).all() and (np.triu(model.align(texts), 1) == 0).all()
    assert model.parameters["0.w_k"].shape == (8, 4) and model.parameters["0.w_q"].shape == (8, 8)
    with pytest.raises(ValueError, match="kv_heads is 3, and must divide heads, which is 4"):
        GPT(9, heads=4, kv_heads=3)


def test_a_head_switched_off(texts):
    """Zero weights for a head are what its rows of W_o, set to zero, would do."""
    model = GPT(9, longest=6, width=8, heads=2, dtype=np.float64)
    off = model.predict(texts, weights={(1, 0): np.zeros((6, 6))})
    model.parameters["1.w_o"][:4] = 0
    assert_allclose(off, model.predict(texts), atol=1e-12)
    with pytest.raises(ValueError, match="head 2 of layer 0"):
        model.predict(texts, weights={(0, 2): np.zeros((6, 6))})


def test_choosing_a_word():
    logits = np.log(np.array([[0.5, 0.3, 0.15, 0.05]]))

    def shares(**how):
        drawn = choose(np.repeat(logits, 20_000, axis=0), np.random.default_rng(0), **how)
        return np.bincount(drawn, minlength=4) / 20_000

    assert_allclose(shares(), [0.5, 0.3, 0.15, 0.05], atol=0.015)
    assert_allclose(shares(top_k=2), [0.625, 0.375, 0, 0], atol=0.015)
    assert_allclose(shares(top_k=99), [0.5, 0.3, 0.15, 0.05], atol=0.015)
    squares = np.array([0.25, 0.09, 0.0225, 0.0025])
    assert_allclose(shares(temperature=0.5), squares / squares.sum(), atol=0.015)
    assert_allclose(shares(temperature=np.inf), [0.25] * 4, atol=0.015)
    assert_array_equal(shares(temperature=0), [1, 0, 0, 0])


def test_bad_input_is_named():
    model, rng = GPT(9, longest=6, width=8, heads=2), np.random.default_rng(0)
    for how, said in ((dict(temperature=-1), "temperature is -1"), (dict(temperature=np.nan), "temperature is nan"),
                      (dict(top_k=0), "top_k is 0"), (dict(start=[9]), "of the 9 words"), (dict(start=[2] * 6), "at most 5")):
        with pytest.raises(ValueError, match=said):
            model.generate(rng, **how)
    assert model.generate(rng, start=[]).shape[0] == 1   # an empty beginning is a beginning
    with pytest.raises(ValueError, match="mixing is 'some'"):
        GPT(9, mixing="some")
    with pytest.raises(TypeError, match="holds float64, and needs whole numbers"):
        model.loss(batch_of(np.ones((1, 3))))


def test_training_stops_at_nan_and_names_it():
    stories = Stories("pt", SIMPLE)
    model = GPT(len(stories.vocabulary))
    model.parameters["1.w_q"][0, 0] = np.nan
    with pytest.raises(FloatingPointError, match=r"step 1: parameter 1\.w_q is NaN"):
        next(train(model, lambda rng: stories.sample(4, rng)))


def test_an_interrupted_run_goes_on():
    stories = Stories("ko", SIMPLE)
    runs = []
    for stop in (None, 3):
        model = GPT(len(stories.vocabulary), width=8, heads=2, layers=1)
        run = train(model, lambda rng: stories.sample(4, rng), steps=6)
        losses = [next(run).loss for _ in range(stop)] if stop else []
        runs.append(losses + [step.loss for step in run])
    assert runs[0] == runs[1]


@pytest.mark.parametrize("language", ["pt", "ko"])
def test_a_short_training_finds_the_bigrams_and_more(language):
    """60 steps: from ln(words) to less than half of it, and the loss that train reports is the one that measuring finds."""
    stories = Stories(language, SIMPLE)
    model = GPT(len(stories.vocabulary))
    settings = SETTINGS["simple stories"] | dict(steps=60)
    losses = [step.loss for step in train(model, lambda rng: stories.sample(32, rng), **settings)]
    assert losses[0] > 0.9 * np.log(len(stories.vocabulary)) and losses[-1] < 0.3 * losses[0]
    assert above_floor(model, stories.sample(200, np.random.default_rng(5)), stories) < 0.6


@pytest.mark.parametrize("language", ["pt", "ko"])
def test_the_shipped_models_write(language):
    """Issue: within 2 % of the floor, agreement and sense from 98 %, whole stories from 90 %, on stories never seen."""
    stories, model = Stories(language), load(f"gpt-{language}")
    batch = stories.sample(400, np.random.default_rng(2026))
    assert 0 < above_floor(model, batch, stories) < 0.02
    assert all(share > 0.98 for share in decided(model, batch, stories).values())
    written = model.generate(np.random.default_rng(0), 300)
    assert stories.grammatical(written).mean() > 0.9
    assert len({tuple(row) for row in written}) > 250   # and they are not one story


def test_the_parts_sum_to_the_whole():
    model = GPT(9, longest=6, width=8, heads=2)
    assert sum(model.sizes.values()) == model.size
    assert model.sizes == dict(words=72, places=48, attention=512, feed_forward=2 * (2 * 8 * 32 + 40), norms=80, logits=81)


def perfect(stories):
    """A model that knows the grammar: it gives each word its true probability, and looks where a word was first heard."""
    model = GPT(len(stories.vocabulary), layers=1, heads=1)
    model.predict = lambda batch, weights=None: stories.truth(batch.target)[0]

    def align(batch):
        same = before(batch.target)[:, None, :] == batch.target[:, :, None]
        return (same & (same.cumsum(axis=-1) == 1))[:, None, None].astype(float)

    model.align = align
    return model


@pytest.mark.parametrize("language", ["pt", "ko"])
def test_who_knows_the_grammar_stands_on_its_floor(language):
    stories = Stories(language)
    batch, model = stories.sample(50, np.random.default_rng(3)), perfect(stories)
    assert_allclose(surprise(model, batch), stories.surprise(batch.target), atol=1e-9)
    assert abs(above_floor(model, batch, stories)) < 1e-9
    assert_allclose(list(decided(model, batch, stories).values()), 1)
    assert_allclose(copied_from(model, batch, stories), [[1]])


def test_after_a_skip_three_chances():
    stories = Stories("pt")
    chances = after_a_skip(load("gpt-pt"), stories.sample(60, np.random.default_rng(0)), stories)
    assert chances.shape == (3,) and chances.sum() < 1 and chances.argmax() == 0


def test_every_run_of_the_command_is_stored_and_no_other():
    assert json.loads(RESULTS.read_text(encoding="utf-8")).keys() == names().keys()


def test_a_stored_run_is_what_the_command_makes():
    """Again, 400 steps: in float32 other machines round otherwise, and a changed model or grammar is far outside."""
    again, stored = run("simple stories", "one layer", "pt", 1), measured("simple stories", "one layer", "pt")[1]
    assert abs(again["above"] - stored["above"]) < 0.01 and np.abs(np.subtract(again["curve"], stored["curve"])).max() < 0.05


def test_ranges_and_paths_are_of_what_is_stored():
    runs = measured("simple stories", "gpt", "ko")
    [[low, high, worst, best]] = ranges("simple stories", ["gpt"], "ko", "above", "grammatical")
    assert_allclose([low, high], 100 * np.array([min(run["above"] for run in runs), max(run["above"] for run in runs)]))
    right = [100 * run["grammatical"] for run in runs]
    assert_allclose([worst, best], [min(right), max(right)])
    steps, curves = paths("simple stories", "gpt", "ko")
    assert steps.tolist() == list(range(40, 401, 40)) and curves.shape == (3, 10)
    assert_allclose(curves[1], 100 * np.array(runs[1]["curve"][1:]))


def test_pieces_are_merged_from_the_left():
    words = [list("aaab"), list("ab"), []]
    assert pairs(words) == {("a", "a"): 2, ("a", "b"): 2}
    assert merge(words, ("a", "a")) == [["aa", "a", "b"], ["a", "b"], []]
    assert merge([["aa", "b"]], ("a", "b")) == [["aa", "b"]]

"""attnlib.maps: gradient × input, weights in place of a model's own, and the stored trainings."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from attnlib import maps
from attnlib.grammar import KOREAN, OBJECTS, VERBS, Batch, sample
from attnlib.learn import RnnSearch, load

MODEL, TEST = load("rnn-search"), maps.held_out()


def test_gradient_times_input_is_the_central_difference_of_the_logit():
    """Each word read has a row of its own, so that what it alone adds can be moved by a factor."""
    batch = sample(3, np.random.default_rng(0))
    model, places = RnnSearch(seed=2, dtype=np.float64), np.array([0, 3, 4])
    pushed = model.gradient_times_input(batch, places)
    words, source = model.parameters["source_words"], batch.source
    own = np.where(source > 0, np.arange(source.size).reshape(source.shape) + 1, 0)
    model.parameters["source_words"] = np.vstack([words[:1], words[source.reshape(-1)]])

    def logits():
        return model._forward(own, np.concatenate([np.ones((3, 1), int), batch.target[:, :-1]], axis=1))[0]

    for pair, word in np.argwhere(source > 0):
        row, step = model.parameters["source_words"][own[pair, word]], 1e-5
        kept, found = row.copy(), []
        for factor in (1 + step, 1 - step):
            row[:] = kept * factor
            found.append(logits()[pair, places[pair], batch.target[pair, places[pair]]])
        row[:] = kept
        assert_allclose((found[0] - found[1]) / (2 * step), pushed[pair, word], atol=1e-8)
    assert (pushed[source == 0] == 0).all()


def test_importance_is_shares():
    shares = maps.importance(MODEL, maps.pair_of("a menina leu o livro"))
    assert shares.shape == (6, 6)
    assert_allclose(shares.sum(axis=1), 1, rtol=1e-5)


def test_maps_by_lot_are_rows_of_shares_and_one_agrees_most():
    words, partners = list("abcdef"), list("bcdef")
    drawn = maps.lottery(10_000, 6)
    assert_allclose(drawn.sum(axis=-1), 1)
    best = maps.agreeing(drawn, words, partners).sum(axis=1).max()
    assert maps.agreeing(maps.prettiest(words, partners)[None], words, partners).sum() == best


def test_some_other_column_is_not_every_other_column():
    few = TEST[:40]
    same = maps.same_elsewhere(MODEL, few)
    weights = MODEL.align(few)
    for word, (times, some, every) in zip(("을", "소녀"), maps.other_columns(same, MODEL, few, ("을", "소녀")), strict=True):
        counted = [0, 0, 0]
        for pair, target in np.argwhere(few.target == KOREAN.index(word)):
            others = [same[pair, target, j] for j in np.flatnonzero(few.source[pair] > 0) if j != weights[pair, target].argmax()]
            counted = np.add(counted, [1, any(others), all(others)])
        assert [times, some, every] == list(counted)


def test_kept_counts_words_and_whole_sentences():
    assert maps.kept(MODEL, TEST, MODEL.align(TEST)) == [1, 1]
    assert maps.kept(MODEL, TEST, maps.gold(MODEL, TEST)) == [1, 1]
    words, whole = maps.kept(MODEL, TEST, maps.uniform(TEST))
    assert whole < 0.1 < words < 0.9


@pytest.mark.parametrize("second, tau", [([1, 2, 3, 4], 1), ([4, 3, 2, 1], -1), ([2, 1, 4, 3], 1 / 3), ([1, 1, 1, 1], 0)])
def test_rank_agreement(second, tau):
    assert_allclose(maps.rank_agreement(np.arange(4), np.array(second)), tau)


def test_strange_objects_are_strange():
    assert all(noun not in OBJECTS[verb] for verb, nouns in maps.STRANGE.items() for noun in nouns)
    assert set(VERBS) - set(maps.STRANGE) == {"comprou", "viu", "procurou"}


def test_warnings():
    assert maps.warnings(np.array([[1, 1, 0, 0]]) > 0, np.array([[1, 0, 1, 1]]) > 0) == [1, 2, 1]


def test_what_is_stored():
    assert maps.measured("weight").shape == (maps.SEEDS, 4) and (maps.measured("exact") == 1).all()
    assert maps.measured("exact", "uniform").shape == (3,)
    with pytest.raises(ValueError, match="what is 'aer' of 'uniform'"):
        maps.measured("aer", "uniform")


def test_a_stored_run_is_what_the_command_makes():
    """Again, 1500 steps: in float32 other machines round otherwise; seed 6 learns no shortcut by a wide margin."""
    again = maps.measure(maps.trained(RnnSearch, 6))
    assert again["exact"] > 0.98 and abs(again["aer"] - maps.measured("aer")[6]) < 0.03
    assert [again[f"{verb} keeps"] > 0.5 for verb in maps.STRANGE] == [True] * 4


def test_uniform_takes_the_mean_of_what_is_read():
    batch = Batch(np.array([[2, 3, 1], [4, 1, 0]]), np.array([[2, 1], [3, 1]]), None, None)
    model = maps.RnnUniform(seed=0, dtype=np.float64)
    _, memory = model._forward(batch.source, batch.target)
    h = memory["h"]
    assert_allclose(memory["contexts"][0], [h[0].mean(axis=0), h[1, :2].mean(axis=0)])
    with pytest.raises(ValueError, match="no attention to read them"):
        model.predict(batch, np.ones((2, 2, 3)))

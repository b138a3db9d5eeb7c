"""The sources' examples: printed numbers reproduced, and the detective story of the lost scores."""

import itertools
import re

import numpy as np
import pytest

from attnlib import attention, published, softmax

DIGITS = dict(rtol=0, atol=5e-9)   # eight printed decimals


def test_s2_columns_sum_to_one_and_rows_do_not():
    table = published.cat.weights
    assert np.array_equal(table.sum(axis=0).round(4), np.ones(5))
    assert np.array_equal(table.sum(axis=1).round(4), [1.3005, 0.8787, 1.2503, 0.7816, 0.7889])


def test_s2_ten_differences_fit_four_free_numbers():
    log = np.log(published.cat.weights)
    gaps = log - log.T
    for i, j, k in itertools.combinations(range(5), 3):   # c[i] − c[j] + c[j] − c[k] = c[i] − c[k]
        assert abs(gaps[i, j] + gaps[j, k] - gaps[i, k]) < 1e-3
    c = gaps.mean(axis=1)
    assert 3e-4 < np.abs(gaps - (c[:, None] - c)).max() < 3.4e-4
    assert 0.00005 / published.cat.weights.min() > 3.3e-4   # rounding to four digits can do that


def test_s2_recovered_scores_give_back_all_25_digits():
    scores = published.cat_scores
    assert np.array_equal(scores, scores.T)
    assert np.array_equal(softmax(scores, axis=0).round(4), published.cat.weights)


def test_s2_gram_matrix_is_the_one_that_rank_four_allows():
    assert abs(published.singular_shift(published.cat_scores) - 2.82) < 0.005
    assert np.array_equal(published.cat_gram.round(4), [
        [2.0262, 1.4089, 1.6615, 1.2377, 0.9479],
        [1.4089, 1.0201, 1.2936, 0.8819, 0.7831],
        [1.6615, 1.2936, 1.8413, 1.0952, 1.2407],
        [1.2377, 0.8819, 1.0952, 0.9005, 0.6653],
        [0.9479, 0.7831, 1.2407, 0.6653, 1.0857]])
    assert np.allclose(np.linalg.eigvalsh(published.cat_gram), [0, 0.078, 0.113, 0.600, 6.082], rtol=0, atol=5e-4)


def test_recovery_finds_scores_that_are_known():
    x = np.random.default_rng(1).random((5, 4))
    found = published.recover_scores(softmax(x @ x.T, axis=0))
    found += published.singular_shift(found)
    assert np.allclose(found, x @ x.T, rtol=0, atol=1e-9)


def test_recovery_takes_a_matrix_for_a_table_and_forgets_no_mask():
    weights = published.cat.weights
    assert np.array_equal(published.recover_scores(weights.view(np.matrix)), published.cat_scores)
    with pytest.raises(TypeError, match="^weights holds masked entries"):
        published.recover_scores(np.ma.masked_less(weights, 0.2))
    with pytest.raises(TypeError, match="^scores holds masked entries"):
        published.singular_shift(np.ma.masked_less(published.cat_scores, 0))


def test_s2_repaired_table_is_the_transpose_and_the_conclusion_turns():
    words, table = published.cat.words, published.cat.weights
    assert np.abs(published.cat_repaired - table.T).max() < 5e-5
    assert [words[i] for i in table.argmax(axis=1)] == ["O", "gato", "está", "no", "tapete"]
    assert [words[i] for i in table.T.argmax(axis=1)] == ["O", "O", "está", "O", "está"]


def test_s3_sentence_has_ten_words_and_its_rows_show_the_same_fault():
    assert len(published.scoras.words) == 10
    for word, top in published.SCORAS_TOP.items():
        assert word in published.scoras.words
        assert [weight for _, weight in top] == sorted((weight for _, weight in top), reverse=True)


def test_s4_over_both_axes():
    e, printed = published.sat.q, published.sat
    wrong = softmax(e @ e.T, axis=0)
    assert np.allclose(wrong, printed.weights, **DIGITS) and np.allclose(wrong @ e, printed.output, **DIGITS)
    assert np.allclose(printed.weights.sum(axis=1), [0.87148964, 0.87148964, 0.8166378, 1.44038293], rtol=0, atol=1.5e-8)
    output, weights = attention(e, e, e, scale=1)
    assert np.allclose(weights[2:], [[0.1748777, 0.1748777, 0.47536689, 0.1748777],
                                     [0.19661193, 0.19661193, 0.07232949, 0.53444665]], **DIGITS)
    assert np.allclose(output, [[0.73105858, 0.5, 0.13447071], [0.5, 0.73105858, 0.13447071],
                                [0.34975541, 0.34975541, 0.47536689], [0.73105858, 0.73105858, 0.07232949]], **DIGITS)


def test_s5_to_the_printed_digit():
    q, k = published.cross.q, published.cross.k
    output, weights = attention(q, k, k, scale=1)
    assert np.allclose(weights, published.cross.weights, **DIGITS)
    assert np.allclose(output, published.cross.output, **DIGITS)


def test_s6_to_s9():
    for example in (published.apple, published.answer):
        assert np.array_equal(example.q @ example.k.T, example.scores)
    scores = published.apple.scores
    assert published.apple_heads.shape == (3, 3, 3)
    assert all(np.array_equal(published.apple_heads[:, :, head], scores) for head in range(3))
    assert np.array_equal(scores * published.apple_mask, published.apple_masked)


def test_published_data_cannot_be_changed_by_accident():
    for array in (published.cat.weights, published.cross.q, published.apple_heads):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0
    with pytest.raises(AttributeError):
        published.cat.weights = None


def test_every_example_names_its_origin():
    described = re.findall(r"^    (S\d+) ", published.__doc__, re.MULTILINE)
    assert sorted(described) == sorted(f"S{number}" for number in range(1, 12))
    examples = [value for value in vars(published).values() if isinstance(value, published.Example)]
    assert len(examples) == 7 and all(example.origin.split(",")[0] in described for example in examples)

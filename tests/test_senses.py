"""attnlib.senses: no clause of the test is learnt, the gradients are right, and the senses part only with all three parts."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from attnlib.grammar import PAD
from attnlib.learn import train
from attnlib.senses import CONTROLS, WORD, SenseReader, Sentences, apart, clauses, train_reader

LANGUAGES = ["pt", "ko"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tests_clauses_are_new_and_their_words_are_not(language):
    learnt, kept = ({text for pair in part for way in pair for text in way} for part in clauses(language))
    assert not learnt & kept and len(kept) > 12
    assert {word for text in kept for word in text.split()} <= {word for text in learnt for word in text.split()}
    for text in learnt | kept:
        assert text.split().count(WORD[language]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_batches_mark_the_sense_where_the_word_stands(language):
    sentences = Sentences(language)
    drawn = sentences(np.random.default_rng(0))
    for batch in (drawn, sentences.pairs(same=True), sentences.pairs(same=False), sentences.known()):
        assert_array_equal(batch.target != PAD, batch.source == sentences.word)
        assert set(batch.target[batch.target != PAD]) == {1, 2}
    for same in (True, False):
        senses = sentences.pairs(same=same)
        senses = senses.target[senses.target != PAD].reshape(-1, 2)
        assert ((senses[:, 0] == senses[:, 1]) == same).all()


def test_the_sources_own_sentence_is_marked_and_never_learnt():
    sentences = Sentences("pt")
    assert " ".join(sentences.written) == "o banco da praça estava sujo , então fui ao banco sacar dinheiro"
    (first, square), (second, money) = sentences.marked
    assert [sentences.written[place] for place in (first, square, second, money)] == ["banco", "praça", "banco", "dinheiro"]
    assert first < second and sentences.known().target[0, [first, second]].tolist() == [1, 2]
    learnt = {text for pair in clauses("pt")[0] for way in pair for text in way}
    assert not {"o banco da praça estava sujo", "fui ao banco sacar dinheiro"} & learnt


@pytest.mark.parametrize("control", CONTROLS)
def test_every_gradient(control):
    sentences = Sentences("ko")
    reader, batch = SenseReader(sentences, control, width=4, seed=1), sentences(np.random.default_rng(0), 3)
    _, gradients = reader.loss(batch)
    for name, array in reader.parameters.items():
        found = np.zeros_like(array)
        for place in np.ndindex(array.shape):
            before, losses = array[place], []
            for step in (1e-6, -1e-6):
                array[place] = before + step
                losses.append(reader.loss(batch)[0])
            array[place] = before
            found[place] = (losses[0] - losses[1]) / 2e-6
        assert_allclose(gradients[name], found, rtol=1e-5, atol=1e-8)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", range(3))
def test_senses_part_with_waves_and_when_turned(language, seed):
    for control in (None, "rotated"):
        reader = train_reader(Sentences(language), seed, control)
        found = apart(reader)
        assert found.right > 0.9 and found.different < 0.5 < 0.7 < found.same
        assert reader.senses(reader.sentences.known()).argmax(axis=1).tolist() == [0, 1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", range(3))
def test_they_do_not_part_without_attention_words_or_places(language, seed):
    for control in ("no attention", "only places", "no places"):
        found = apart(train_reader(Sentences(language), seed, control))
        assert found.right < 0.65 and abs(found.different - found.same) < 0.02
    assert found.different == pytest.approx(1) and found.right == 0.5   # without places: as the proof says


def test_what_is_not_known_is_refused():
    with pytest.raises(ValueError, match="language is 'en'"):
        Sentences("en")
    with pytest.raises(ValueError, match="control is 'none'"):
        SenseReader(Sentences("pt"), "none")


def test_training_again_gives_the_same_reader():
    sentences = Sentences("pt")
    readers = [train_reader(sentences, 1, steps=5), SenseReader(sentences, seed=1)]
    for _ in train(readers[1], sentences, steps=5, rate=0.02, seed=1):
        pass
    for name, array in readers[0].parameters.items():
        assert_array_equal(array, readers[1].parameters[name])

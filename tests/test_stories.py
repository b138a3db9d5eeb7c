"""The grammar of little stories: every probability exact, every form as a table says."""

from itertools import pairwise

import numpy as np
import pytest
from numpy.testing import assert_allclose

from attnlib.grammar import END, PAD, words
from attnlib.stories import KINDS, SIMPLE, Stories

LANGUAGES = ("pt", "ko")


def told(stories, count=400, seed=0):
    target = stories.sample(count, np.random.default_rng(seed)).target
    return target, [words(row, stories.vocabulary) for row in target]


def test_a_story_by_hand():
    stories = Stories("pt", SIMPLE)
    text = "o menino abriu a caixa . ele leu um livro .".split()
    p = np.exp(-stories.surprise(np.append(stories.numbers(text), END)[None])[0])
    # o: masculine, one of them (1/4), no time phrase (.4); one person of 4; no adjective (.5), 5 verbs, 2 kinds; of a caixa, uma
    # caixa, a porta, uma porta: a, then caixa; … and half the stories end without a mood
    assert_allclose(p, [0.4 / 4, 1 / 4, 0.5 / 5 / 2, 1 / 2, 1 / 2, 1, 1, 1 / 5, 1 / 4, 1, 1, 1 / 2], atol=1e-9)


def test_a_korean_story_by_hand():
    stories = Stories("ko", SIMPLE)
    text = "아이 는 책 을 읽었어요 . 그리고 떡 을 먹었어요 .".split()
    p = np.exp(-stories.surprise(np.append(stories.numbers(text), END)[None])[0])
    # 아이: plain (1/2), no time (.4), no adjective (.5), one of 4; 책: read (1/5 · 1/4) or bought (1/5 · 1/4), of two kinds
    assert_allclose(p, [0.5 * 0.4 * 0.5 / 4, 1, (1 / 20 + 1 / 20) / 2, 1, 1 / 2, 1, 1 / 2, 1 / 10, 1, 1 / 2, 1, 1 / 2], atol=1e-9)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kinds", [SIMPLE, KINDS], ids=["simple", "all"])
def test_the_floor_is_the_mean_surprise(language, kinds):
    stories = Stories(language, kinds)
    target, _ = told(stories, 6000)
    nats = stories.surprise(target)
    mean, lengths = nats.sum() / (target != PAD).sum(), (target != PAD).sum(axis=1)
    error = np.std(nats.sum(axis=1) - stories.floor * lengths) / np.sqrt(len(target)) / lengths.mean()
    assert abs(mean - stories.floor) < 4 * error < 0.02


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_truth_is_a_probability_everywhere(language):
    stories = Stories(language)
    target, _ = told(stories)
    truth, states = stories.truth(target)
    assert ((states >= 0) == (target != PAD)).all() and not truth[states < 0].any()
    assert_allclose(truth[states >= 0].sum(axis=-1), 1, atol=1e-9)
    first = np.bincount(target[:, 0], minlength=len(stories.vocabulary)) / len(target)
    assert abs(first - truth[0, 0]).max() < 0.1   # 400 stories: two per cent of spread
    assert_allclose(stories.next_word([]), truth[0, 0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_sampled_stories_are_grammatical_and_broken_ones_are_not(language):
    stories = Stories(language)
    target, _ = told(stories)
    assert stories.grammatical(target).all()
    for place in range(3):   # two neighbours change places
        swapped = target.copy()
        swapped[:, [place, place + 1]] = target[:, [place + 1, place]]
        assert not stories.grammatical(swapped).any()
    assert not stories.grammatical(np.where(target == END, PAD, target)).any()   # never ended


def test_portuguese_agrees():
    """Noun, pronoun and verb with the subject's article, read off the words alone."""
    one = "abriu leu comeu comprou viu ficou queria foi disse".split()
    many = "abriram leram comeram compraram viram ficaram queriam foram disseram".split()
    for text in told(Stories("pt"))[1]:
        start = {"ontem": 1, "hoje": 2}.get(text[0], 0)
        article = text[start]
        assert text[start + 1].endswith({"o": ("o", "r"), "a": "a", "os": ("os", "res"), "as": "as"}[article]), text
        pronouns = {word for word in text if word in ("ele", "ela", "eles", "elas")}
        assert pronouns <= {{"o": "ele", "a": "ela", "os": "eles", "as": "elas"}[article]}, text
        right, wrong = (many, one) if article in ("os", "as") else (one, many)
        assert set(text) & set(right) and not set(text) & set(wrong), text


def test_korean_honours_whom_it_should():
    """Every verb but the parrot's and what the boat or the pear is like."""
    honoured, plain = {"할머니", "할아버지", "선생님", "사장님"}, {"아이", "동생", "소녀", "학생"}
    for text in told(Stories("ko"))[1]:
        subject = next(word for word in text if word in honoured | plain)
        verbs = [word for before, word in pairwise(text) if word.endswith("어요") and before not in ("아주", "따라")]
        assert verbs and all(word.endswith("셨어요") == (subject in honoured) for word in verbs), text


def test_particles_follow_the_last_sound():
    for text in told(Stories("ko"))[1]:
        told_until = text.index(":") if ":" in text else len(text)   # what the parrot hears has no particles
        found = 0
        for noun, particle in pairwise(text[:told_until]):
            for closed, open_ in (("은", "는"), ("을", "를"), ("이", "가")):
                if particle in (closed, open_):
                    found += 1
                    assert particle == (closed if (ord(noun[-1]) - 0xAC00) % 28 else open_), (noun, particle)
        assert found, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_parrot_repeats(language):
    for text in told(Stories(language))[1]:
        if ":" in text:
            first, second = (i for i, word in enumerate(text) if word == ":")
            said = text[first + 1:text.index(".")]
            assert text[second + 1:-1] == said and len(set(said)) == len(said) and 4 <= len(said) <= 8


def test_bad_input_is_named():
    with pytest.raises(ValueError, match="language is 'en'"):
        Stories("en")
    with pytest.raises(ValueError, match="kinds is"):
        Stories("pt", ("poem",))
    with pytest.raises(ValueError, match="'elefante'"):
        Stories("pt").numbers(["o", "elefante"])
    with pytest.raises(ValueError, match="count is 0"):
        Stories("pt").sample(0, np.random.default_rng(0))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_read_and_what_is_likeliest(language):
    stories = Stories(language)
    word = stories.vocabulary[2]
    batch = stories.read([word, "."])
    assert batch.target.tolist() == [[2, stories.numbers(["."])[0]]] and batch.source.tolist() == [[END, 2]]
    names, shares = stories.likeliest(stories.next_word([]), 3)
    assert len(names) == 3 and (np.diff(shares) <= 0).all() and shares[0] == stories.next_word([]).max()
    assert stories.next_word([])[stories.numbers(names)].tolist() == shares.tolist()

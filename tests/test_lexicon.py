"""The lexicon: every word that the course shows to a reader of the other language has a gloss, and nothing else gets one."""

import pytest

from attnlib import grammar, published
from attnlib.classroom import choices, example, gloss, use_language
from attnlib.classroom.labels.lexicon import ENGLISH, EXAMPLES, KOREAN, PORTUGUESE, lacks_gloss, spoken, with_gloss

SOURCES = [one for one in vars(published).values() if isinstance(one, published.Example)]


@pytest.mark.parametrize("token, pt, ko", [
    ("gato", None, "고양이"), ("Gato", None, "고양이"), ("O", None, "그"), ("나는", "eu", None), ("먹었다", "comeu", None),
    ("cat", "gato", "고양이"), ("vermelha", None, "빨간"), ("banco + p", None, "벤치/은행 + p"), (". E", None, ". 그리고"),
    (". 그리고", ". E", None), ("A", None, None), ("A menina", None, "그 소녀"), ("A + B", None, None), ("q1", None, None),
    ("x₂", None, None), ("", None, None), ("나무", None, None)])
def test_a_word_means_something_to_the_other_reader(token, pt, ko):
    assert (gloss(token), gloss(token, "ko")) == (pt, ko)
    assert with_gloss(token) == (f"{token} ({pt})" if pt else token)
    use_language("ko")
    assert gloss(token) == ko


@pytest.mark.parametrize("language", ["pt", "ko"])
def test_every_word_of_the_sources_and_of_the_grammar_has_one(language):
    words = {word for one in SOURCES for word in (*one.queries, *one.keys)} | {*grammar.PORTUGUESE, *grammar.KOREAN}
    assert len(words) > 100
    assert [word for word in sorted(words) if lacks_gloss(word, language)] == []
    assert all(gloss(word, "pt") for word in grammar.KOREAN[2:]) and all(gloss(word, "ko") for word in grammar.PORTUGUESE[2:])


@pytest.mark.parametrize("token, pt, ko", [
    ("나무", True, False), ("물", True, False), ("árvore", False, True), ("banco + árvore", False, True),
    ("나는 물", True, False),
    ("q1", False, False), ("q₁", False, False), ("d_k", False, False), ("QKV", False, False), ("T = 1/2", False, False),
    ("</s>", False, False), ("<pad>", False, False), ("NaN", False, False), (",", False, False), ("12", False, False)])
def test_what_lacks_a_gloss(token, pt, ko):
    assert (lacks_gloss(token), lacks_gloss(token, "ko")) == (pt, ko)


def test_what_a_widget_lets_one_choose():
    assert choices("align-did") == [("viu", "viu"), ("procurou", "procurou")]
    use_language("ko")
    assert choices("align-did") == [("viu (봤다)", "viu"), ("procurou (찾았다)", "procurou")]


def test_a_screen_reader_is_told_the_language_of_what_is_not_the_readers_own():
    assert [spoken(token) for token in ("gato", "나는", "cat", "q1")] == [None, "ko", "en", None]
    assert [spoken(token, "ko") for token in ("gato", "나는", "cat", "q1")] == ["pt", None, "en", None]


def test_glosses_are_in_the_language_of_their_reader():
    def korean(text):
        return any("가" <= letter <= "힣" for letter in text)
    assert all(korean(meaning) and not korean(word) for word, meaning in PORTUGUESE.items())
    assert all(korean(word) and not korean(meaning) for word, meaning in KOREAN.items())
    assert all(not korean(pt) and korean(ko) for pt, ko in ENGLISH.values())


def test_examples_are_as_long_in_both_languages():
    assert example("it-big") == ["bola", "caixa", "ela", "grande"]
    use_language("ko")
    assert example("it-big") == ["공", "상자", "그것", "크다"]
    assert all(len(pt) == len(ko) for name, (pt, ko) in EXAMPLES.items() if not name.startswith("story-"))
    assert [word for pair in EXAMPLES.values() for word in tuple(pair[1]) if lacks_gloss(word, "ko")] == []
    with pytest.raises(ValueError, match="name is 'it', and must be one of it-big, it-axes"):
        example("it")

"""attnlib.grammar: every form against tables written by hand, the alignment by construction, and its edges."""

import itertools
import unicodedata

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from attnlib import grammar
from attnlib.grammar import (
    END,
    KINDS,
    KOREAN,
    PAD,
    PORTUGUESE,
    alignment_error_rate,
    graded,
    links,
    read,
    sample,
    sentences,
    words,
    write,
)

pytestmark = pytest.mark.filterwarnings("error")

# ---- the forms, by hand -----------------------------------------------------------------------------------------
# Portuguese noun: with o, with um | Korean noun with the particle of um, of o, and of an object.

NOUNS = {
    "gato": "o gato, um gato | 고양이가 고양이는 고양이를",
    "cachorro": "o cachorro, um cachorro | 개가 개는 개를",
    "menino": "o menino, um menino | 소년이 소년은 소년을",
    "menina": "a menina, uma menina | 소녀가 소녀는 소녀를",
    "criança": "a criança, uma criança | 아이가 아이는 아이를",
    "aluno": "o aluno, um aluno | 학생이 학생은 학생을",
    "aluna": "a aluna, uma aluna | 학생이 학생은 학생을",
    "maçã": "a maçã, uma maçã | - - 사과를",
    "pão": "o pão, um pão | - - 빵을",
    "leite": "o leite, - | - - 우유를",
    "suco": "o suco, um suco | - - 주스를",
    "livro": "o livro, um livro | - - 책을",
    "jornal": "o jornal, um jornal | - - 신문을",
    "cadeira": "a cadeira, uma cadeira | - - 의자를",
    "flor": "a flor, uma flor | - - 꽃을",
    "mochila": "a mochila, uma mochila | - - 배낭을",
}

ADJECTIVES = """
gato pequeno = 작은 고양이        cachorro pequeno = 작은 개       menino pequeno = 작은 소년
menina pequena = 작은 소녀        criança pequena = 작은 아이      aluno pequeno = 작은 학생       aluna pequena = 작은 학생
maçã vermelha = 빨간 사과         maçã amarela = 노란 사과         maçã pequena = 작은 사과
pão branco = 하얀 빵              pão pequeno = 작은 빵
suco vermelho = 빨간 주스         suco amarelo = 노란 주스
livro vermelho = 빨간 책          livro amarelo = 노란 책          livro branco = 하얀 책
livro azul = 파란 책              livro pequeno = 작은 책
jornal amarelo = 노란 신문        jornal pequeno = 작은 신문
cadeira vermelha = 빨간 의자      cadeira amarela = 노란 의자      cadeira branca = 하얀 의자
cadeira azul = 파란 의자          cadeira pequena = 작은 의자
flor vermelha = 빨간 꽃           flor amarela = 노란 꽃           flor branca = 하얀 꽃
flor azul = 파란 꽃               flor pequena = 작은 꽃
mochila vermelha = 빨간 배낭      mochila amarela = 노란 배낭      mochila branca = 하얀 배낭
mochila azul = 파란 배낭          mochila pequena = 작은 배낭
"""

# with eu, with everyone else = Korean: objects : manners
LIVING = "gato cachorro menino menina criança aluno aluna"
VERBS = f"""
comi comeu = 먹었다: maçã pão: devagar rapidamente
bebi bebeu = 마셨다: leite suco: devagar rapidamente
li leu = 읽었다: livro jornal: devagar rapidamente
comprei comprou = 샀다: maçã pão leite suco livro jornal cadeira flor mochila: rapidamente
vi viu = 봤다: {LIVING} maçã pão leite suco livro jornal cadeira flor mochila:
desenhei desenhou = 그렸다: {LIVING} maçã pão livro cadeira flor mochila: devagar rapidamente
procurei procurou = 찾았다: {LIVING} maçã pão leite suco livro jornal cadeira flor mochila: devagar rapidamente
"""
ANIMALS_DO = {"comeu", "bebeu", "viu", "procurou"}


def every_clause():
    """Each clause of the grammar as its Portuguese and Korean words."""
    portuguese, korean, _ = grammar._clauses()
    for ours, theirs in zip(portuguese.tolist(), korean.tolist(), strict=True):
        yield [PORTUGUESE[n] if n else None for n in ours], [KOREAN[n] if n else None for n in theirs]


CLAUSES = list(every_clause())


def test_every_noun_with_its_articles_and_particles():
    expected, article_of = set(), {}
    for noun, row in NOUNS.items():
        portuguese, korean = row.split(" | ")
        definite, indefinite = portuguese.split(", ")
        for form, particle_form in zip((indefinite, definite), korean.split()[:2], strict=True):
            if particle_form != "-":
                expected.add((form, particle_form))
        article_of[noun] = {definite, indefinite} - {"-"}
        expected |= {("object", form, korean.split()[2]) for form in article_of[noun]}
    found = set()
    for portuguese, korean in CLAUSES:
        _, _, article, subject, _, _, object_article, noun, _, _ = portuguese
        _, _, _, who, particle, _, what, object_particle, _, _ = korean
        if article:
            found.add((f"{article} {subject}", who + particle))
        found.add(("object", f"{object_article} {noun}", what + object_particle))
    assert found == expected


def test_every_noun_with_its_adjectives():
    pairs = [pair.strip() for line in ADJECTIVES.strip().splitlines() for pair in line.split("  ") if pair.strip()]
    found = set()
    for portuguese, korean in CLAUSES:
        _, _, _, subject, adjective, _, _, noun, object_adjective, _ = portuguese
        _, _, ko_adjective, who, _, ko_object_adjective, what, _, _, _ = korean
        found |= {f"{subject} {adjective} = {ko_adjective} {who}"} if adjective else set()
        found |= {f"{noun} {object_adjective} = {ko_object_adjective} {what}"} if object_adjective else set()
    assert found == set(pairs) and len(pairs) == len(set(pairs)) == 36


def test_every_verb_with_its_subjects_objects_and_manners():
    expected = set()
    for line in VERBS.strip().splitlines():
        forms, objects, manners = (part.strip() for part in line.split(":"))
        (first, third), korean = forms.split(" = ")[0].split(), forms.split(" = ")[1]
        who = ["você", *LIVING.split()[0 if third in ANIMALS_DO else 2:]]
        for noun, manner in itertools.product(objects.split(), [None, *manners.split()]):
            expected.add(("eu", first, noun, manner, korean))
            expected |= {(subject, third, noun, manner, korean) for subject in who
                         if subject != noun and {subject, noun} != {"aluno", "aluna"}}
    found = {(subject, verb, noun, manner, korean[-1]) for (_, _, _, subject, _, verb, _, noun, _, manner), korean in CLAUSES}
    assert found == expected


def test_adverbs_and_pronouns():
    pairs = {pair for ours, theirs in CLAUSES for pair in ((ours[1], theirs[1]), (ours[9], theirs[8]))}
    assert pairs == {(None, None), ("ontem", "어제"), ("devagar", "천천히"), ("rapidamente", "빨리")}
    pronouns = {(ours[3], theirs[3], theirs[4]) for ours, theirs in CLAUSES if ours[2] is None}
    assert pronouns == {("eu", "나는", None), ("você", "너는", None)}


def test_no_two_clauses_are_written_alike():
    assert len({tuple(ours) for ours, _ in CLAUSES}) == len(CLAUSES) == grammar.clause_count() == 47532


def test_odds_are_a_clause_made_up_word_by_word():
    odds = grammar._clauses()[2]
    assert odds.min() > 0 and abs(odds.sum() - 1) < 1e-12
    verbs = np.array([theirs[-1] for _, theirs in CLAUSES])
    for korean in ("먹었다", "마셨다", "읽었다", "샀다", "봤다", "그렸다", "찾았다"):
        assert abs(odds[verbs == korean].sum() - 1 / 7) < 1e-9


# ---- sentences --------------------------------------------------------------------------------------------------

WRITTEN = {
    "a menina comeu uma maçã vermelha devagar": "소녀는 빨간 사과를 천천히 먹었다.",
    "um gato comeu uma maçã": "고양이가 사과를 먹었다.",
    "Ontem o aluno leu um livro azul.": "어제 학생은 파란 책을 읽었다.",
    "eu comi o pão branco rapidamente": "나는 하얀 빵을 빨리 먹었다.",
    "você comeu o pão": "너는 빵을 먹었다.",
    "Um menino pequeno viu o cachorro. E ontem eu comprei a flor amarela.":
        "작은 소년이 개를 봤다. 그리고 어제 나는 노란 꽃을 샀다.",
    "A criança bebeu o leite. E o gato bebeu o leite. E você leu o jornal. E eu vi a mochila.":
        "아이는 우유를 마셨다. 그리고 고양이는 우유를 마셨다. 그리고 너는 신문을 읽었다. 그리고 나는 배낭을 봤다.",
}


def korean_of(batch):
    return write(words(batch.target[0], KOREAN))


@pytest.mark.parametrize("portuguese, korean", WRITTEN.items())
def test_translations(portuguese, korean):
    batch = sentences(read(portuguese))
    assert korean_of(batch) == korean
    assert write(words(batch.source[0], PORTUGUESE)) == portuguese[0].upper() + portuguese[1:].rstrip(".") + "."


def test_object_first_and_without_particles():
    numbers = read("ontem um gato pequeno procurou a maçã vermelha devagar. E eu vi um gato")
    assert korean_of(sentences(numbers)) == "어제 작은 고양이가 빨간 사과를 천천히 찾았다. 그리고 나는 고양이를 봤다."
    korean = korean_of(sentences(numbers, object_first=True))
    assert korean == "어제 빨간 사과를 작은 고양이가 천천히 찾았다. 그리고 고양이를 나는 봤다."
    assert korean_of(sentences(numbers, particles=False)) == "어제 작은 고양이 빨간 사과 천천히 찾았다. 그리고 나는 고양이 봤다."
    korean = korean_of(sentences(numbers, object_first=True, particles=False))
    assert korean == "어제 빨간 사과 작은 고양이 천천히 찾았다. 그리고 고양이 나는 봤다."


LINKS = {   # Korean word: its sure links | the other possible ones, by place in the Portuguese sentence
    "ontem um gato pequeno viu a menina . E eu comi o pão devagar":
        "어제 0 | ; 작은 3 | ; 고양이 2 | 1; 가 | 1 2; 소녀 6 | 5; 를 | 5 6; 봤다 4 | ; . 그리고 7 | ; "
        "나는 8 | ; 빵 11 | 10; 을 | 10 11; 천천히 12 | ; 먹었다 9 |",
}


@pytest.mark.parametrize("portuguese, expected", LINKS.items())
@pytest.mark.parametrize("object_first", [False, True])
@pytest.mark.parametrize("particles", [True, False])
def test_gold_alignment(portuguese, expected, object_first, particles):
    batch = sentences(read(portuguese), object_first, particles)
    hand = []
    for row in expected.split(";"):
        left, maybe = row.split("|")
        places = [int(part) for part in left.split() if part.isdigit()]
        word = " ".join(part for part in left.split() if not part.isdigit())
        hand.append((word, places, sorted(places + [int(n) for n in maybe.split()])))
    rows = zip(words(batch.target[0], KOREAN), batch.sure[0, :-1], batch.possible[0, :-1], strict=True)
    found = [(word, list(np.flatnonzero(sure)), list(np.flatnonzero(possible))) for word, sure, possible in rows]
    hand = [row for row in hand if particles or row[1]]
    assert sorted(found) == sorted(hand) if object_first else found == hand
    assert not batch.possible[0, -1].any() and not batch.possible[0, :, -1].any()   # END is linked to nothing


@pytest.mark.parametrize("clauses", [1, 2, 4])
def test_batches_are_consistent(clauses):
    batch = sample(200, np.random.default_rng(0), clauses)
    for ids, mask in ((batch.source, batch.source_mask), (batch.target, batch.target_mask)):
        assert (ids[mask] != PAD).all() and not ids[~mask].any()
        assert (np.diff(mask.astype(int), axis=1) <= 0).all()                  # words first, padding last
        assert ((ids == END).sum(axis=1) == 1).all() and (ids[np.arange(200), mask.sum(axis=1) - 1] == END).all()
        assert mask.all(axis=0).any() and mask.any(axis=0).all()               # no column of padding alone
    assert not (batch.sure & ~batch.possible).any()
    assert ((batch.source == PORTUGUESE.index(". E")).sum(axis=1) == clauses - 1).all()
    assert (batch.sure.sum(axis=2) <= 1).all() and (batch.sure.sum(axis=1) <= 1).all()
    assert (batch.possible.any(axis=2) == (batch.target > END)).all()          # every Korean word has a possible link
    for row in range(5):                                                        # the typed sentence gives the same pair
        again = sentences(read(write(words(batch.source[row], PORTUGUESE))))
        one = batch[row:row + 1]
        for name in ("source", "target", "sure", "possible"):
            assert_array_equal(getattr(again, name), getattr(one, name))


def test_the_same_seed_draws_the_same_sentences():
    one, two, three = (sample(50, np.random.default_rng(seed), 2) for seed in (3, 3, 4))
    assert_array_equal(one.source, two.source)
    assert_array_equal(one.target, two.target)
    assert one.source.shape != three.source.shape or (one.source != three.source).any()


def clauses_of(batch):
    return {part for row in batch.source for part in " ".join(words(row, PORTUGUESE)).split(" . E ")}


def test_held_out_sentences_share_no_clause_with_the_others():
    rng = np.random.default_rng(0)
    seen = clauses_of(sample(5000, rng, 1)) | clauses_of(sample(5000, rng, 3))
    unseen = clauses_of(sample(5000, rng, 1, held_out=True)) | clauses_of(sample(1000, rng, 4, held_out=True))
    assert len(seen) > 10000 and len(unseen) > 3000 and not seen & unseen
    assert len(clauses_of(sample(5000, rng, 1))) == 5000   # sentences of one clause are all different


def test_unordered_clauses_are_known_by_their_words():
    bags = {}
    for ours, _ in CLAUSES:
        key = tuple(sorted(word for word in ours if word))
        bags[key] = bags.get(key, 0) + 1
    batch = sample(3000, np.random.default_rng(0), unordered=True)
    assert all(bags[tuple(sorted(words(row, PORTUGUESE)))] == 1 for row in batch.source)
    assert len(grammar._parts(False, True)[0]) + len(grammar._parts(True, True)[0]) == sum(count == 1 for count in bags.values())
    ordered = sample(3000, np.random.default_rng(0))
    assert 0.1 < np.mean([bags[tuple(sorted(words(row, PORTUGUESE)))] > 1 for row in ordered.source]) < 0.5


def test_sampling_follows_the_odds():
    batch = sample(4000, np.random.default_rng(0), 3)
    target = batch.target[:, :, None]
    for korean in ("먹었다", "봤다"):   # 12000 clauses: 1/7 each, spread 0.0032
        assert abs((target == KOREAN.index(korean)).sum() / 12000 - 1 / 7) < 0.015


def test_recall():
    batch = grammar.recall(300, np.random.default_rng(0), 6, symbols=4)
    assert batch.source.shape == (300, 6) and batch.target.shape == (300, 1)
    assert set(batch.source.ravel().tolist()) == {2, 3, 4, 5} and (batch.target == batch.source[:, :1]).all()
    assert batch.sure is None and len(batch[:2].source) == 2


def test_reversal():
    batch = grammar.reversal(300, np.random.default_rng(0), 3, 6, symbols=4)
    lengths = batch.source_mask.sum(axis=1) - 1
    assert set(lengths) == {3, 4, 5, 6} and set(batch.source[batch.source > END]) == {2, 3, 4, 5}
    for source, target, sure, n in zip(batch.source, batch.target, batch.sure, lengths, strict=True):
        assert list(target[:n]) == list(source[:n][::-1]) and target[n] == source[n] == END
        assert_array_equal(sure[:n, :n], np.eye(n, dtype=bool)[::-1])
        assert sure.sum() == n and not target[n + 1:].any()


def test_some_pairs_of_a_batch():
    batch = sample(20, np.random.default_rng(0), 2)
    some = batch[np.array([3, 1])]
    assert len(batch) == 20 and len(some) == 2
    s, t = some.source.shape[1], some.target.shape[1]
    assert_array_equal(some.source, batch.source[[3, 1], :s])
    assert_array_equal(some.possible, batch.possible[[3, 1], :t, :s])
    assert not batch.source[[3, 1], s:].any() and some.source[:, -1].any() and some.target[:, -1].any()
    with pytest.raises(TypeError, match=r"\[3:4\] is one pair"):
        batch[3]


# ---- typed text -------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("typed", [
    "o gato comeu a maçã e eu comi o pão", "  O GATO   comeu a maçã.  E eu comi o pão. ",
    "o gato comeu a maçã . e eu comi o pão!",
    unicodedata.normalize("NFD", "O gato comeu a maçã. E eu comi o pão."),
])
def test_ways_to_type_a_sentence(typed):
    assert korean_of(sentences(read(typed))) == "고양이는 사과를 먹었다. 그리고 나는 빵을 먹었다."


@pytest.mark.parametrize("typed, reason, also", [
    ("", "the sentence is empty", "subjects: eu você gato"),
    (" . ", "the sentence is empty", "comi / comeu: maçã pão"),
    ("o gato comeu uma pizza", "unknown: pizza", "articles: o a um uma"),
    ("the cat comeu the pão", "unknown: the cat", "after a noun: vermelho vermelha"),
    ("o gato comeu a cadeira", "'o gato comeu a cadeira' is not a clause", "comi / comeu: maçã pão"),
    ("o gato comeu o maçã", "'o gato comeu o maçã' is not a clause", "maçã: vermelho amarelo pequeno"),
    ("o gato bebeu o leite branco", "is not a clause", "leite: no adjective"),
    ("eu comeu o pão", "'eu comeu o pão' is not a clause", "comi / comeu: maçã pão"),
    ("o gato desenhou o pão", "is not a clause", "desenhei / desenhou"),
    ("o gato viu um gato", "'o gato viu um gato' is not a clause", "vi / viu"),
    ("o gato comeu o pão. E", "between two clauses", "“. E” joins clauses"),
    ("e", "between two clauses", "“. E” joins clauses"),
    ("o gato comeu o pão e e eu comi o pão", "between two clauses", "“. E” joins clauses"),
    ("o gato comeu o pão. Eu comi o pão", "unknown: .", "“. E” joins clauses"),
    ("o gato, o cachorro", "unknown: gato,", "subjects: eu"),
    ("menina", "'menina' is not a clause", "A clause is"),
])
def test_what_the_grammar_does_not_have(typed, reason, also):
    with pytest.raises(ValueError) as error:
        read(typed)
    assert reason in str(error.value) and also in str(error.value)


def test_what_is_not_text():
    with pytest.raises(TypeError, match="a int, and needs to be text"):
        read(3)


RNG = np.random.default_rng(0)


@pytest.mark.parametrize("call, message", [
    (lambda: sample(-1, RNG), "count is -1"),
    (lambda: sample(0, RNG), "count is 0, and must be a whole number, 1 or more"),
    (lambda: sample(3, RNG, clauses=-2), r"clauses is -2(.|\n)*subjects: "),   # with what the grammar knows
    (lambda: sample(3, RNG, clauses=0), "clauses is 0, and must"),
    (lambda: sample(100_000, RNG), "there are [0-9]+ different clauses"),
    (lambda: sentences(np.zeros((0, 1), int)), "numbers has shape"),
    (lambda: sentences(np.zeros((1, 1))), "of float64"),
    (lambda: sentences([[47532]]), "clauses from 0 to 47531"),
    (lambda: sentences([[-1]]), "runs from -1"),
    (lambda: grammar.recall(0, RNG, 4), "count is 0"),
    (lambda: grammar.recall(3, RNG, 0), "length is 0"),
    (lambda: grammar.recall(3, RNG, 4, symbols=0), "symbols is 0"),
    (lambda: grammar.reversal(3, RNG, -1, 4), "shortest is -1"),
    (lambda: grammar.reversal(3, RNG, 3, -4), "longest is -4"),
    (lambda: grammar.reversal(3, RNG, 5, 4), "lengths run from 5 to 4"),
    (lambda: grammar.reversal(3, RNG, 0, 4), "lengths run from 0 to 4"),
    (lambda: grammar.reversal(0, RNG), "count is 0"),
    (lambda: grammar.reversal(3, RNG, symbols=0), "symbols is 0"),
])
def test_impossible_requests(call, message):
    with pytest.raises(ValueError, match=message):
        call()


# ---- the error rate ---------------------------------------------------------------------------------------------

# 2 targets, 3 sources. Sure: 0–0. Possible: also 1–1 and 1–2.
SURE = np.array([[1, 0, 0], [0, 0, 0]], bool)
POSSIBLE = np.array([[1, 0, 0], [0, 1, 1]], bool)


@pytest.mark.parametrize("alignment, expected", [
    ([[1, 0, 0], [0, 0, 0]], 0),          # 1 − (1 + 1)/(1 + 1)
    ([[1, 0, 0], [0, 1, 1]], 0),          # 1 − (1 + 3)/(3 + 1): possible links are free
    ([[0, 0, 0], [0, 1, 0]], 1 / 2),      # 1 − (0 + 1)/(1 + 1): the sure link is missing
    ([[1, 1, 0], [0, 0, 0]], 1 / 3),      # 1 − (1 + 1)/(2 + 1): one link too many
    ([[0, 0, 1], [1, 0, 0]], 1),          # 1 − (0 + 0)/(2 + 1)
    ([[0, 0, 0], [0, 0, 0]], 1),          # 1 − 0/(0 + 1)
])
def test_error_rate_by_hand(alignment, expected):
    assert alignment_error_rate(np.array(alignment, bool), (SURE, POSSIBLE)) == pytest.approx(expected, abs=1e-15)


def test_error_rate_of_weights():
    batch = sentences(read("um gato comeu uma maçã"))   # 고양이 가 사과 를 먹었다 END | um gato comeu uma maçã END
    best = np.array([1, 0, 4, 5, 2, 5])                 # 가 looks at its article, 를 at END: it has no counterpart
    weights = 0.5 * np.eye(6)[best][None] + 0.5 / 6
    assert_array_equal(links(weights, batch)[0].nonzero(), [[0, 1, 2, 4], [1, 0, 4, 2]])
    assert alignment_error_rate(weights, batch) == 0
    best[3] = 1                                         # 를 looks at the subject: A = 5, S = 3
    assert alignment_error_rate(np.eye(6)[best][None], batch) == pytest.approx(1 - (3 + 4) / (5 + 3))
    best[[0, 3]] = 5                                    # 고양이 looks at END: A = 3, S = 3
    assert alignment_error_rate(np.eye(6)[best][None], batch) == pytest.approx(1 - (2 + 3) / (3 + 3))
    gold = sample(30, np.random.default_rng(0), 2)
    assert alignment_error_rate(gold.sure, gold) == alignment_error_rate(gold.possible, gold) == 0
    uniform = np.ones(gold.possible.shape)
    assert alignment_error_rate(uniform, gold) > 0.8


@pytest.mark.parametrize("alignment, gold, message", [
    (SURE, (POSSIBLE, SURE), "a sure link is not among the possible ones"),
    (SURE, (SURE, POSSIBLE[:1]), r"possible has shape \(1, 3\)"),
    (SURE, (SURE.astype(int), POSSIBLE), "sure has shape .* of int64"),
    (SURE.astype(float), (SURE, POSSIBLE), "alignment has shape .* of float64"),
    (SURE[0], (SURE[0], SURE[0]), "alignment has shape"),
    (SURE & False, (SURE & False, POSSIBLE), "nothing to measure"),
    (np.full((1, 6, 6), np.nan), sentences(read("um gato comeu uma maçã")), "finite numbers"),
    (np.ones((6, 6)), sentences(read("um gato comeu uma maçã")), r"\(batch, targets, sources\) = \(1, 6, 6\)"),
])
def test_error_rate_refuses(alignment, gold, message):
    with pytest.raises(ValueError, match=message):
        alignment_error_rate(alignment, gold)


def test_graded_word_by_word():
    """고양이는 사과를 먹었다: nouns and verb on sure links, 는 on its article, 를 on END; then all on the verb."""
    pair = sentences(read("O gato comeu uma maçã"))
    none, right = [0, 0, 0, 0], {"noun": [2, 0, 0, 0], "verb": [1, 0, 0, 0], "subject": [0, 1, 0, 0], "object": [0, 0, 0, 1]}
    assert graded(np.eye(6)[[1, 0, 4, 5, 2, 5]][None], pair).tolist() == [right.get(kind, none) for kind in KINDS]
    verb = {"noun": [0, 0, 2, 0], "verb": [1, 0, 0, 0], "subject": [0, 0, 1, 0], "object": [0, 0, 1, 0]}
    assert graded(np.eye(6)[6 * [2]][None], pair).tolist() == [verb.get(kind, none) for kind in KINDS]


def test_every_korean_word_of_one_clause_is_of_one_kind():
    assert sorted(word for kind in KINDS.values() for word in dict.fromkeys(kind)) == sorted({*KOREAN[2:]} - {". 그리고"})


def test_write_and_words():
    assert write([]) == "" and words([PAD, 2, END, 3], PORTUGUESE) == ["o"]
    assert write(["고양이", "가", "사과", "를", "먹었다"]) == "고양이가 사과를 먹었다."


PAIR = sentences(read("um gato comeu uma maçã"))


@pytest.mark.parametrize("call, name", [
    (lambda masked: sentences(masked([[5], [6]])), "numbers"),
    (lambda masked: grammar.Batch(masked(PAIR.source), PAIR.target, None, None), "source"),
    (lambda masked: links(masked(PAIR.sure * 1.0), PAIR), "weights"),
    (lambda masked: alignment_error_rate(masked(PAIR.sure), PAIR), "alignment"),
    (lambda masked: alignment_error_rate(PAIR.sure, (masked(PAIR.sure), PAIR.possible)), "gold"),
])
def test_masked_entries_are_refused_and_not_forgotten(call, name):
    def masked(array):
        array = np.ma.array(array)
        array[0, 0] = np.ma.masked
        return array

    with pytest.raises(TypeError, match=f"^{name} holds masked entries"):
        call(masked)
    call(np.ma.array)   # hides nothing

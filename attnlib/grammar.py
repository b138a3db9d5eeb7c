"""A toy language pair, Portuguese → Korean, whose true alignment is known.

[ontem] subject verb object [devagar]   →   [어제] subject-particle object-particle [천천히] verb
Words are tokens, and so are Korean particles: 고양이 + 가. `write` joins them again (고양이가).
Alignments are boolean arrays (..., targets, sources). Content words carry sure links; a Korean noun may also be linked to
its noun's article, and a particle to its noun and article: possible links. Every sure link is possible too.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np

from attnlib.validate import array_of, whole_number

PAD, END = 0, 1   # in both languages; END closes a sentence, and stands before the first word of what is being written

# ---- the words ----

ARTICLES = {"o": ("o", "a"), "um": ("um", "uma")}   # (masculine, feminine)
PRONOUNS = {"eu": "나는", "você": "너는"}             # fixed: one word with its particle
ANIMALS = {"gato": ("m", "고양이"), "cachorro": ("m", "개")}
PEOPLE = {
    "menino": ("m", "소년"), "menina": ("f", "소녀"), "criança": ("f", "아이"), "aluno": ("m", "학생"), "aluna": ("f", "학생"),
}
THINGS = {
    "maçã": ("f", "사과"), "pão": ("m", "빵"), "leite": ("m", "우유"), "suco": ("m", "주스"), "livro": ("m", "책"),
    "jornal": ("m", "신문"), "cadeira": ("f", "의자"), "flor": ("f", "꽃"), "mochila": ("f", "배낭"),
}
NOUNS = ANIMALS | PEOPLE | THINGS
ADJECTIVES = {   # (masculine, feminine), Korean
    "vermelho": ("vermelho", "vermelha", "빨간"), "amarelo": ("amarelo", "amarela", "노란"),
    "branco": ("branco", "branca", "하얀"), "azul": ("azul", "azul", "파란"), "pequeno": ("pequeno", "pequena", "작은"),
}
VERBS = {   # (with eu, with everyone else), Korean
    "comeu": ("comi", "comeu", "먹었다"), "bebeu": ("bebi", "bebeu", "마셨다"), "leu": ("li", "leu", "읽었다"),
    "comprou": ("comprei", "comprou", "샀다"), "viu": ("vi", "viu", "봤다"), "desenhou": ("desenhei", "desenhou", "그렸다"),
    "procurou": ("procurei", "procurou", "찾았다"),
}
YESTERDAY = ("ontem", "어제")
MANNERS = {"devagar": "천천히", "rapidamente": "빨리"}
JOINER = (". E", ". 그리고")
PARTICLES = {"um": ("이", "가"), "o": ("은", "는"), "object": ("을", "를")}   # (after a final consonant, after a vowel)

# ---- what goes with what ----

LIVING = (*ANIMALS, *PEOPLE)
OBJECTS = {
    "comeu": ("maçã", "pão"), "bebeu": ("leite", "suco"), "leu": ("livro", "jornal"), "comprou": tuple(THINGS),
    "viu": (*LIVING, *THINGS), "procurou": (*LIVING, *THINGS),
    "desenhou": (*LIVING, "maçã", "pão", "livro", "cadeira", "flor", "mochila"),
}
ANIMALS_DO = ("comeu", "bebeu", "viu", "procurou")
MANNERS_OF = {verb: tuple(MANNERS) for verb in VERBS} | {"viu": (), "comprou": ("rapidamente",)}
ADJECTIVES_OF = {noun: ("pequeno",) for noun in LIVING} | {
    "maçã": ("vermelho", "amarelo", "pequeno"), "pão": ("branco", "pequeno"), "leite": (), "suco": ("vermelho", "amarelo"),
    "livro": tuple(ADJECTIVES), "jornal": ("amarelo", "pequeno"), "cadeira": tuple(ADJECTIVES),
    "flor": tuple(ADJECTIVES), "mochila": tuple(ADJECTIVES),
}
ARTICLES_OF = {noun: tuple(ARTICLES) for noun in NOUNS} | {"leite": ("o",)}


def _vocabulary(*words):
    return ("<pad>", "</s>", *dict.fromkeys(words))   # a word that two nouns share (학생) has one number


PORTUGUESE = _vocabulary(
    *(form for forms in ARTICLES.values() for form in forms), *PRONOUNS, *NOUNS,
    *(form for *forms, _ in ADJECTIVES.values() for form in forms), *(form for *forms, _ in VERBS.values() for form in forms),
    YESTERDAY[0], *MANNERS, JOINER[0])
KOREAN = _vocabulary(
    *(form for forms in PARTICLES.values() for form in forms), *PRONOUNS.values(), *(korean for _, korean in NOUNS.values()),
    *(korean for *_, korean in ADJECTIVES.values()), *(korean for *_, korean in VERBS.values()),
    YESTERDAY[1], *MANNERS.values(), JOINER[1])


# ---- one word beside another ----

def ends_in_consonant(word):
    """Whether the last Hangul syllable has a final consonant (batchim): Unicode counts 28 syllables per vowel, the first bare."""
    return (ord(word[-1]) - ord("가")) % 28 != 0


def particle(noun, kind):
    """The particle that follows a Korean noun. `kind` is the article of a subject, "o" or "um", or "object"."""
    return PARTICLES[kind][0 if ends_in_consonant(noun) else 1]


def noun_phrase(noun, article, adjective=None):
    """Portuguese words of (article, noun, adjective or None), agreeing in gender."""
    feminine = NOUNS[noun][0] == "f"
    return ARTICLES[article][feminine], noun, adjective and ADJECTIVES[adjective][feminine]


def verb_form(verb, subject):
    return VERBS[verb][0 if subject == "eu" else 1]


# ---- every clause, as numbers ----

# The slots of a clause; a word that is absent is PAD. JOINER stands before every clause but the first.
PORTUGUESE_SLOTS = ("joiner", "yesterday", "article", "subject", "adjective", "verb",
                    "object article", "object", "object adjective", "manner")
KOREAN_SLOTS = ("joiner", "yesterday", "adjective", "subject", "particle",
                "object adjective", "object", "object particle", "manner", "verb")
OBJECT_FIRST = ("joiner", "yesterday", "object adjective", "object", "object particle",
                "adjective", "subject", "particle", "manner", "verb")
MAY_LINK = {   # Korean slot: the Portuguese slots that it may be linked to, beside its namesake
    "subject": ("article",), "object": ("object article",),
    "particle": ("subject", "article"), "object particle": ("object", "object article"),
}


def _phrases(noun, kind=None):
    """Every (article, noun, adjective) in Portuguese with its (adjective, noun, particle) in Korean, None for what is absent.

    `kind` is "object", or None for a subject, whose particle goes with its article.
    """
    if noun in PRONOUNS:
        return [((None, noun, None), (None, PRONOUNS[noun], None))]
    korean = NOUNS[noun][1]
    return [(noun_phrase(noun, article, adjective),
             (adjective and ADJECTIVES[adjective][2], korean, particle(korean, kind or article)))
            for article, adjective in product(ARTICLES_OF[noun], (None, *ADJECTIVES_OF[noun]))]


def _objects(verb, subject):
    """Nobody does anything to a namesake: 학생은 학생을 봤다 would leave the alignment to guesswork."""
    return [noun for noun in OBJECTS[verb] if subject in PRONOUNS or NOUNS[noun][1] != NOUNS[subject][1]]


@cache
def _clauses():
    """Every clause: Portuguese (clauses, slots), Korean (clauses, slots), and the probability of each.

    A clause is drawn as one would make it up: a verb, who did it, to what, then the rest, each with equal chances.
    """
    pt, ko = ({word: number for number, word in enumerate(words)} for words in (PORTUGUESE, KOREAN))
    pt[None] = ko[None] = PAD
    portuguese, korean, odds = [], [], []
    for verb in VERBS:
        subjects = [*PRONOUNS, *PEOPLE, *(ANIMALS if verb in ANIMALS_DO else ())]
        manners = (None, *MANNERS_OF[verb])
        for subject in subjects:
            objects = _objects(verb, subject)
            for noun in objects:
                rest = list(product(_phrases(subject), _phrases(noun, "object"), ((None, None), YESTERDAY), manners))
                for (who, ko_who), (what, ko_what), (early, ko_early), manner in rest:
                    portuguese.append([pt[word] for word in (None, early, *who, verb_form(verb, subject), *what, manner)])
                    korean.append([ko[word] for word in (None, ko_early, *ko_who, *ko_what, MANNERS.get(manner), VERBS[verb][2])])
                odds += [1 / (len(subjects) * len(objects) * len(rest))] * len(rest)
    odds = np.array(odds)
    return np.array(portuguese, np.uint8), np.array(korean, np.uint8), odds / odds.sum()


@cache
def _links():
    """Sure and possible links between slots, (Korean slots, Portuguese slots)."""
    sure = np.array([[ko == pt for pt in PORTUGUESE_SLOTS] for ko in KOREAN_SLOTS])
    may = np.array([[pt in MAY_LINK.get(ko, ()) for pt in PORTUGUESE_SLOTS] for ko in KOREAN_SLOTS])
    return sure, sure | may


@cache
def _parts(held_out, unordered):
    """The clauses that models learn from, or those held out for tests (one in five): numbers, and cumulative probability.

    unordered: only clauses whose words, in whatever order, are no other clause's.
    """
    portuguese, _, odds = _clauses()
    chosen = (np.random.default_rng(2015).random(len(odds)) < 0.2) == held_out
    if unordered:
        _, bag, counts = np.unique(np.sort(portuguese, axis=1), axis=0, return_inverse=True, return_counts=True)
        chosen &= counts[bag.reshape(-1)] == 1
    rows = np.flatnonzero(chosen)
    return rows, np.cumsum(odds[rows]) / odds[rows].sum()


def clause_count():
    """How many different clauses the grammar has."""
    return len(_clauses()[2])


# ---- sentences ----

@dataclass(frozen=True)
class Batch:
    """Sentence pairs with their true alignment. Short sentences are filled up with PAD on the right; END closes each."""

    source: np.ndarray     # (batch, sources) word numbers
    target: np.ndarray     # (batch, targets)
    sure: np.ndarray       # (batch, targets, sources) boolean
    possible: np.ndarray   # (batch, targets, sources) boolean, sure included

    def __post_init__(self):
        for name, value in vars(self).items():
            if value is not None:   # sentences without a known alignment have no links
                object.__setattr__(self, name, array_of(name, value))   # nothing else can set a field of a frozen dataclass

    @property
    def source_mask(self):
        """(batch, sources), True where a word or END stands."""
        return self.source != PAD

    @property
    def target_mask(self):
        return self.target != PAD

    def __len__(self):
        return len(self.source)

    def __getitem__(self, rows):
        """Some of the pairs (a slice or an array of numbers), without the padding that none of them needs."""
        source, target = self.source[rows], self.target[rows]
        if source.ndim != 2:
            raise TypeError(f"a batch is indexed by a slice or by an array of numbers, and got {rows!r}: [3:4] is one pair")
        s, t = ((ids != PAD).any(axis=0).sum() for ids in (source, target))
        links = (links if links is None else links[rows, :t, :s] for links in (self.sure, self.possible))
        return Batch(source[:, :s], target[:, :t], *links)


def before(target):
    """(batch, targets): the word before each target word. END stands before the first."""
    return np.concatenate([np.full_like(target[:, :1], END), target[:, :-1]], axis=1)


def sentences(numbers, object_first=False, particles=True):
    """The sentences made of clauses `numbers` (batch, clauses), joined by ". E" / ". 그리고", as a Batch.

    Two experiments on the Korean side: the object before the subject (사과를 고양이가 먹었다), and no particles
    (고양이 사과 먹었다; 나는 and 너는 are fixed and stay).
    """
    numbers = array_of("numbers", numbers)
    if numbers.ndim != 2 or numbers.dtype.kind not in "iu" or 0 in numbers.shape:
        raise ValueError(f"numbers has shape {numbers.shape} of {numbers.dtype}, "
                         "and needs whole numbers (batch, clauses), at least one")
    if numbers.min() < 0 or numbers.max() >= clause_count():
        raise ValueError(f"numbers runs from {numbers.min()} to {numbers.max()}, and clauses from 0 to {clause_count() - 1}")
    portuguese, korean, _ = _clauses()
    source, target = portuguese[numbers].copy(), korean[numbers].copy()   # (batch, clauses, slots)
    source[:, 1:, 0], target[:, 1:, 0] = PORTUGUESE.index(JOINER[0]), KOREAN.index(JOINER[1])
    if not particles:
        target[..., [KOREAN_SLOTS.index("particle"), KOREAN_SLOTS.index("object particle")]] = PAD
    order = [KOREAN_SLOTS.index(slot) for slot in (OBJECT_FIRST if object_first else KOREAN_SLOTS)]
    source, source_slot = _close_up(source, np.arange(len(PORTUGUESE_SLOTS)))
    target, target_slot = _close_up(target[..., order], np.array(order))
    slots = len(KOREAN_SLOTS)   # as many as PORTUGUESE_SLOTS
    same = target_slot[:, :, None] // slots == source_slot[:, None, :] // slots   # links stay within a clause
    same &= (target > END)[:, :, None] & (source > END)[:, None, :]
    sure, possible = (same & between[target_slot[:, :, None] % slots, source_slot[:, None, :] % slots] for between in _links())
    return Batch(source, target, sure, possible)


def _close_up(words, names):
    """(batch, clauses, slots) with empty slots → words (batch, longest + 1), END after the last, and the slot of each."""
    batch, clauses, slots = words.shape
    where = (names + slots * np.arange(clauses)[:, None]).reshape(-1)   # slot + slots · clause
    words = words.reshape(batch, -1).astype(np.intp)
    order = np.argsort(words == PAD, axis=1, kind="stable")   # the words first, in their order
    words, lengths = np.take_along_axis(words, order, axis=1), (words != PAD).sum(axis=1)
    longest = lengths.max()
    words, slot = np.pad(words[:, :longest], ((0, 0), (0, 1))), np.pad(where[order][:, :longest], ((0, 0), (0, 1)))
    words[np.arange(batch), lengths] = END
    return words, slot


def sample(count, rng, clauses=1, held_out=False, unordered=False, object_first=False, particles=True):
    """`count` sentences drawn at random. Held-out sentences share no clause with the others, so that a test is of unseen ones.

    unordered=True leaves out every clause that turns into another when its words are put in another order (o gato viu a menina,
    um aluno leu o livro): a bag of words is then enough to translate.
    Sentences of one clause are all different. `rng` is a NumPy generator: the same seed draws the same sentences.
    """
    try:
        count, clauses = whole_number("count", count, 1), whole_number("clauses", clauses, 1)
    except ValueError as error:
        raise ValueError(f"{error}. {_help()}") from None
    rows, cumulative = _parts(bool(held_out), bool(unordered))
    if clauses == 1:
        if count > len(rows):
            raise ValueError(f"count is {count}, and there are {len(rows)} different clauses")
        numbers = rng.choice(rows, (count, 1), replace=False, p=np.diff(cumulative, prepend=0))
    else:
        numbers = rows[np.searchsorted(cumulative[:-1], rng.random((count, clauses)), side="right")]
    return sentences(numbers, object_first, particles)


def reversal(count, rng, shortest=3, longest=20, symbols=10):
    """`count` rows of random symbols to write backwards, as a Batch: the simplest language with a known alignment."""
    count, symbols = whole_number("count", count), whole_number("symbols", symbols)
    shortest, longest = whole_number("shortest", shortest), whole_number("longest", longest)
    if count < 1 or symbols < 1 or not 1 <= shortest <= longest:
        raise ValueError(f"count is {count}, symbols is {symbols} and lengths run from {shortest} to {longest}: "
                         "there must be at least 1 of each, and shortest may not pass longest")
    lengths = rng.integers(shortest, longest + 1, count)
    source = rng.integers(END + 1, END + 1 + symbols, (count, lengths.max() + 1))
    place = np.arange(source.shape[1])
    last = lengths[:, None]
    source = np.where(place < last, source, np.where(place == last, END, PAD))
    mirror = np.where(place < last, last - 1 - place, place)   # (batch, targets): where each target's symbol stands
    gold = (mirror[:, :, None] == place) & (place < last)[:, :, None]
    return Batch(source, np.take_along_axis(source, mirror, axis=1), gold, gold)


def recall(count, rng, length, symbols=8):
    """`count` rows of `length` random symbols as a Batch, whose only target is the first: what must be kept to the end."""
    count, length = whole_number("count", count, 1), whole_number("length", length, 1)
    symbols = whole_number("symbols", symbols, 1)
    source = rng.integers(END + 1, END + 1 + symbols, (count, length))
    return Batch(source, source[:, :1], None, None)


# ---- from and to text ----

def words(numbers, vocabulary):
    """The words of one sentence's numbers, up to END, without PAD."""
    found = []
    for number in numbers:
        if number == END:
            break
        if number != PAD:
            found.append(vocabulary[number])
    return found


def write(words):
    """Words of either language as one writes them: particles joined to their noun, a capital, full stops."""
    text = ""
    for word in words:
        joined = not text or word in (*JOINER, *(form for forms in PARTICLES.values() for form in forms))
        text += word if joined else " " + word
    return text and text[0].upper() + text[1:] + "."


def read(text):
    """The clause numbers (1, clauses) of a Portuguese sentence, for `sentences`. Capitals and a final full stop do not matter.

    Raises ValueError, with what the grammar knows, for an unknown word, no words, or a sentence that the grammar does not have.
    """
    if not isinstance(text, str):
        raise TypeError(f"the sentence is a {type(text).__name__}, and needs to be text")
    plain = unicodedata.normalize("NFC", text).lower().strip().rstrip(".! ")
    if not plain:
        raise ValueError(f"the sentence is empty. {_help()}")
    clauses, tokens = [[]], re.findall(r"[^\s.]+|\.", plain)
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token == "e":
            clauses.append([])
        elif (token, following) != (".", "e"):
            clauses[-1].append(token)
    unknown = [word for clause in clauses for word in clause if word not in PORTUGUESE[2:]]
    if unknown:
        raise ValueError(f"unknown: {' '.join(dict.fromkeys(unknown))}. {_help()}")
    if not all(clauses):
        raise ValueError(f"“. E” stands between two clauses, and here one is missing. {_help()}")
    numbers = []
    for clause in clauses:
        number = _numbers_by_words().get(tuple(clause))
        if number is None:
            raise ValueError(f"{' '.join(clause)!r} is not a clause of this grammar. {_help(clause)}")
        numbers.append(number)
    return np.array([numbers])


@cache
def _numbers_by_words():
    return {tuple(PORTUGUESE[word] for word in clause if word): number for number, clause in enumerate(_clauses()[0].tolist())}


def _help(clause=()):
    """What the grammar knows; with a clause, what its verb takes."""
    lines = ["A clause is [ontem] subject verb object [devagar | rapidamente]; “. E” joins clauses.",
             f"articles: {' '.join(form for forms in ARTICLES.values() for form in forms)}",
             f"subjects: {' '.join((*PRONOUNS, *LIVING))}"]
    verbs = {form: verb for verb in VERBS for form in VERBS[verb][:2]}
    asked = [verbs[word] for word in clause if word in verbs] or list(VERBS)
    for verb in dict.fromkeys(asked):
        lines.append(f"{' / '.join(VERBS[verb][:2])}: {' '.join(OBJECTS[verb])}"
                     + (f" [{' | '.join(MANNERS_OF[verb])}]" if MANNERS_OF[verb] else ""))
    lines.append(f"after a noun: {' '.join(dict.fromkeys(form for *forms, _ in ADJECTIVES.values() for form in forms))}")
    objects = [word for word in clause if word in NOUNS]
    lines += [f"{noun}: {' '.join(ADJECTIVES_OF[noun]) or 'no adjective'}" for noun in dict.fromkeys(objects)]
    return "\n".join(lines)


# ---- how good an alignment is ----

def links(weights, batch):
    """The alignment that attention weights (batch, targets, sources) suggest, as booleans: each target word's largest weight.

    END is no word. A target's END is not aligned, and a word that looks at the source's END is aligned with nothing,
    as with the empty word of the IBM models: 를 has no counterpart in Portuguese.
    """
    weights = array_of("weights", weights)
    if weights.dtype.kind not in "iuf" or weights.shape != batch.possible.shape or not np.isfinite(weights).all():
        raise ValueError(f"weights has shape {weights.shape} of {weights.dtype}, and needs finite numbers "
                         f"(batch, targets, sources) = {batch.possible.shape}")
    best = weights.argmax(axis=-1)[..., None] == np.arange(weights.shape[-1])
    return best & (batch.target > END)[:, :, None] & (batch.source > END)[:, None, :]


# Korean words by kind; "subject" and "object" are particles
KINDS = {
    "noun": (*PRONOUNS.values(), *(korean for _, korean in NOUNS.values())),
    "adjective": tuple(korean for *_, korean in ADJECTIVES.values()), "verb": tuple(korean for *_, korean in VERBS.values()),
    "adverb": (YESTERDAY[1], *MANNERS.values()), "subject": (*PARTICLES["um"], *PARTICLES["o"]), "object": PARTICLES["object"],
}


def graded(weights, batch):
    """(kinds, 4): of the target words of each of KINDS, how many give their largest weight to a sure link, to one that is only
    possible, to a wrong word, and to none (END)."""
    linked = links(weights, batch)
    sure, possible = ((linked & gold).any(axis=-1) for gold in (batch.sure, batch.possible))
    found = np.stack([sure, possible & ~sure, linked.any(axis=-1) & ~possible, ~linked.any(axis=-1)])   # (4, batch, targets)
    numbers = [[KOREAN.index(word) for word in kind] for kind in KINDS.values()]
    return np.array([(found & np.isin(batch.target, kind)).sum(axis=(1, 2)) for kind in numbers])


def alignment_error_rate(alignment, gold):
    """AER = 1 − (|A∩S| + |A∩P|) / (|A| + |S|).  Och & Ney 2003, with S ⊆ P. 0 is perfect; sums run over the whole batch.

    `gold`: a Batch, or (sure, possible). `alignment`: booleans (..., targets, sources) of the same shape; with a Batch also
    attention weights, from which `links` takes the alignment.
    """
    sure, possible = (gold.sure, gold.possible) if isinstance(gold, Batch) else (array_of("gold", part) for part in gold)
    alignment = array_of("alignment", alignment)
    if alignment.dtype != bool and isinstance(gold, Batch):
        alignment = links(alignment, gold)
    for name, array in (("alignment", alignment), ("sure", sure), ("possible", possible)):
        if array.dtype != bool or array.shape != alignment.shape or array.ndim < 2:
            raise ValueError(f"{name} has shape {array.shape} of {array.dtype}, and needs booleans (..., targets, sources), "
                             f"as many as the alignment has: {alignment.shape}")
    if (sure & ~possible).any():
        raise ValueError("a sure link is not among the possible ones, and every sure link must be")
    total = alignment.sum() + sure.sum()
    if total == 0:
        raise ValueError("there is no link in the alignment and no sure link in gold: nothing to measure")
    return float(1 - ((alignment & sure).sum() + (alignment & possible).sum()) / total)

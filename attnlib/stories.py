"""Little stories in Portuguese and in Korean, from a grammar that gives every probability exactly.

    stories = Stories("pt")                  # or Stories("ko"); kinds=SIMPLE leaves out the parrots
    batch = stories.sample(32, rng)          # a Batch: target (stories, places), END after each, PAD behind it
    stories.truth(batch.target)              # the true probability of every word at every place
    stories.floor                            # mean −log p of a word, in nats: no model can do better on new stories

Three kinds, each with a word that an earlier word decides:
    "agreement"  the pronoun (ele, ela, eles, elas) or the verb's honorific form (읽었어요, 읽으셨어요), by the subject
    "sense"      what the bank was like, or the bench; what the boat was like, or the pear: by what was said before banco, 배
    "copy"       a parrot repeats some words: which comes next? A bag of words does not say, their order does
"""

from functools import cache

import numpy as np

from attnlib.grammar import END, PAD, Batch, before, ends_in_consonant
from attnlib.validate import whole_number

SIMPLE = ("agreement", "sense")
KINDS = (*SIMPLE, "copy", "copy")   # every second story has a parrot


class Choice(str):
    """A word that an earlier one decides; `kind` says how."""

    def __new__(cls, word, kind):
        made = super().__new__(cls, word)
        made.kind = kind
        return made


def _equal(options):
    """Each option with the same probability."""
    options = list(options)
    return [(1 / len(options), option) for option in options]


# What a parrot hears: SHORTEST to LONGEST words, each of another sort.
HEARD = {
    "pt": ("gato peixe pato urso cavalo", "sol lua chuva vento nuvem", "pão leite sopa queijo arroz", "mar rio ilha pedra areia",
           "mesa copo prato faca vela", "barco trem carro avião ônibus", "sino tambor piano violão flauta",
           "chapéu sapato meia camisa luva"),
    "ko": ("고양이 토끼 오리 곰 여우", "해 달 별 비 바람", "빵 우유 국 밥 떡", "강 산 섬 돌 모래", "의자 컵 접시 칼 양초",
           "기차 버스 비행기 트럭 택시", "북 종 피아노 기타 나팔", "모자 신발 양말 장갑 바지"),
}
SHORTEST, LONGEST = 4, 8   # LONGEST is the number of sorts


def _parrot(symbol, *parrot):
    """("hear", i): the word i and more, or the end. Word i stands as the number i until a story is told."""
    i = symbol[1]
    end = (".", *parrot, ":", *(Choice(str(j), "copy") for j in range(i)), ".")
    more = (str(i), ("hear", i + 1))
    if i < SHORTEST:
        return [(1, more)]
    p = 1 / (LONGEST + 1 - i)   # each length has the same chance
    return [(p, end), (1 - p, more)] if p < 1 else [(1, end)]


# ---- Portuguese: a form is gender and number ----

FORMS = ("ms", "fs", "mp", "fp")


def _forms(*tables):
    """"o a os as" → {"ms": "o", "fs": "a", "mp": "os", "fp": "as"}"""
    return tuple(dict(zip(FORMS, table.split(), strict=True)) for table in tables)


ARTICLE, PRONOUN = _forms("o a os as", "ele ela eles elas")
PEOPLE = _forms("menino menina meninos meninas", "aluno aluna alunos alunas",
                "professor professora professores professoras", "vizinho vizinha vizinhos vizinhas")
ADJECTIVES = _forms("alto alta altos altas", "calmo calma calmos calmas")
MOODS = _forms("cansado cansada cansados cansadas", "contente contente contentes contentes", "triste triste tristes tristes")
VERBS = (   # singular, plural, what it is done to
    ("abriu", "abriram", ("a caixa", "uma caixa", "a porta", "uma porta")),
    ("leu", "leram", ("o livro", "um livro", "a carta", "uma carta")),
    ("comeu", "comeram", ("a maçã", "uma maçã", "o bolo", "um bolo")),
    ("comprou", "compraram", ("um livro", "um bolo", "uma flor", "uma caixa")),
    ("viu", "viram", ("o gato", "um gato", "a flor", "uma flor")),
)
BANCO = {   # what they wanted, what the banco was like
    "bank": (("sacar dinheiro", "pagar uma conta"), ("fechado", "aberto", "cheio")),
    "bench": (("descansar", "tomar sol"), ("molhado", "quebrado", "sujo")),
}


def _portuguese(symbol):
    """[(probability, symbols that take its place)]. A symbol is (name, …): a form, last, where it has to agree."""
    name, form = symbol[0], symbol[-1]
    plural = form in ("mp", "fp")
    match name:
        case "story":
            kinds = symbol[1:]
            return [(1 / len(FORMS), (("time",), ("subject", form), ("rest", kinds, form))) for form in FORMS]
        case "time":
            return [(0.3, ("ontem",)), (0.3, ("hoje", "cedo")), (0.4, ())]
        case "subject":
            return [(p, (ARTICLE[form], person[form], ("adjective", form))) for p, person in _equal(PEOPLE)]
        case "adjective":
            return [(0.5, ())] + [(0.5 * p, (word[form],)) for p, word in _equal(ADJECTIVES)]
        case "rest":
            return [(p, ((kind, form),)) for p, kind in _equal(symbol[1])]
        case "agreement":
            return [(1, (("did", form), ".", Choice(PRONOUN[form], "agreement"), ("did", form), ".", ("mood", form)))]
        case "did":
            return [(p * q, (verb[plural], *thing.split())) for p, verb in _equal(VERBS) for q, thing in _equal(verb[2])]
        case "mood":
            became = Choice(PRONOUN[form], "agreement"), "ficaram" if plural else "ficou"
            return [(0.5, ())] + [(0.5 * p, (*became, word[form], ".")) for p, word in _equal(MOODS)]
        case "sense":
            wanted, went = "queriam" if plural else "queria", "foram" if plural else "foi"
            return [(p * q, (wanted, *clue.split(), "e", went, "até", "o", "banco", ".",
                             "o", "banco", "estava", ("banco", sense), ".", ("mood", form)))
                    for p, sense in _equal(BANCO) for q, clue in _equal(BANCO[sense][0])]
        case "banco":
            return [(p, (Choice(word, "sense"),)) for p, word in _equal(BANCO[symbol[1]][1])]
        case "copy":
            return [(1, ("disseram" if plural else "disse", ":", ("hear", 0)))]
        case "hear":
            return _parrot(symbol, "o", "papagaio", "repetiu")
    raise KeyError(symbol)


# ---- Korean: people are honoured, or not ----

PERSONS = {False: ("아이", "동생", "소녀", "학생"), True: ("할머니", "할아버지", "선생님", "사장님")}
PERSON_ADJECTIVES = {False: ("착한", "어린"), True: ("착한", "친절한")}
PREDICATES = (   # plain, honorific, what it is done to
    ("열었어요", "여셨어요", ("상자", "문", "작은 상자", "작은 문")),
    ("읽었어요", "읽으셨어요", ("책", "편지", "낡은 책", "긴 편지")),
    ("먹었어요", "드셨어요", ("사과", "떡", "빨간 사과", "하얀 떡")),
    ("샀어요", "사셨어요", ("책", "꽃", "떡", "하얀 꽃")),
    ("봤어요", "보셨어요", ("고양이", "꽃", "작은 고양이", "빨간 꽃")),
)
BAE = {   # where they saw it, what the 배 was like
    "boat": (("바다", "항구"), ("빨랐어요", "튼튼했어요", "낡았어요")),
    "pear": (("시장", "과수원"), ("싱싱했어요", "탐스러웠어요", "노랬어요")),
}
FEELINGS = (("좋았어요", "좋으셨어요"), ("나빴어요", "나쁘셨어요"))


def _with(particles, words):
    """Words and the particle of the last: `particles` are the one after a final consonant and the one after a vowel."""
    *before_it, noun = words.split()
    return *before_it, noun, particles[0 if ends_in_consonant(noun) else 1]


def _korean(symbol):
    name, honoured = symbol[0], symbol[-1]
    match name:
        case "story":
            kinds = symbol[1:]
            return [(1 / 2, (("time",), ("adjective", h), ("subject", h), ("rest", kinds, h))) for h in (False, True)]
        case "time":
            return [(0.3, ("어제",)), (0.3, ("오늘", "아침")), (0.4, ())]
        case "adjective":
            return [(0.5, ())] + [(0.5 * p, (word,)) for p, word in _equal(PERSON_ADJECTIVES[honoured])]
        case "subject":
            return [(p, _with("은는", person)) for p, person in _equal(PERSONS[honoured])]
        case "rest":
            return [(p, ((kind, honoured),)) for p, kind in _equal(symbol[1])]
        case "agreement":
            return [(1, (("did", honoured), ".", ("then",), ("did", honoured), ".", ("mood", honoured)))]
        case "did":
            return [(p * q, (*_with("을를", thing), Choice(verb[honoured], "agreement")))
                    for p, verb in _equal(PREDICATES) for q, thing in _equal(verb[2])]
        case "then":
            return [(0.5, ("그리고",)), (0.5, ("나중", "에"))]
        case "mood":
            return [(0.5, ())] + [(0.5 * p, ("기분", "이", Choice(word[honoured], "agreement"), "."))
                                  for p, word in _equal(FEELINGS)]
        case "sense":
            saw = Choice("보셨어요" if honoured else "봤어요", "agreement")
            return [(p * q, (place, "에서", "배", "를", saw, ".", "배", "가", "아주", ("배", sense), ".", ("mood", honoured)))
                    for p, sense in _equal(BAE) for q, place in _equal(BAE[sense][0])]
        case "배":
            return [(p, (Choice(word, "sense"),)) for p, word in _equal(BAE[symbol[1]][1])]
        case "copy":
            return [(1, (Choice("말씀하셨어요" if honoured else "말했어요", "agreement"), ":", ("hear", 0)))]
        case "hear":
            return _parrot(symbol, "앵무새", "가", "따라", "했어요")
    raise KeyError(symbol)


# ---- what a grammar knows ----

class Stories:
    """The stories of one language, "pt" or "ko", as an automaton over what may still be written.

    vocabulary: the words by number, PAD and END first. floor: mean −log p of a word or an end, in nats.
    A state is what the words so far leave possible; state 0 stands before the first word.
    kind (states,): "agreement", "sense" or "copy" where an earlier word decides the next one, else "".
    sorts (sorts, words): the words that a parrot may hear, by number.
    What the parrot hears is free (HEARD): the automaton knows the i-th of those words as `i`, and each story has its own.
    """

    def __init__(self, language, kinds=KINDS):
        if language not in RULES:
            raise ValueError(f"language is {language!r}, and the stories are in {', '.join(map(repr, RULES))}")
        if not kinds or not set(kinds) <= set(KINDS):
            raise ValueError(f"kinds is {kinds!r}, and needs some of {', '.join(map(repr, dict.fromkeys(KINDS)))}")
        self.language, self._rules = language, cache(RULES[language])
        start = frozenset({((("story", *kinds),), 1.0)})
        number, todo, edges = {start: 0}, [start], []
        for belief in todo:   # grows while it is read
            for word, (p, then) in self._next(belief).items():
                if then not in number and word is not None:
                    number[then] = len(todo)
                    todo.append(then)
                edges.append((number[belief], word, p, number.get(then, 0)))
        # the same numbers whatever the kinds
        told = {word for _, word, _, _ in edges} - {None, *map(str, range(LONGEST))} | {*" ".join(HEARD[language]).split()}
        self.vocabulary = ("<pad>", "</s>", *sorted(told)) if kinds == KINDS else Stories(language).vocabulary
        self._number = {word: i for i, word in enumerate(self.vocabulary)}
        self.sorts = np.array([self.numbers(sort.split()) for sort in HEARD[language]])   # (sorts, words of a sort)
        self._of_sort = (self.sorts[:, :, None] == np.arange(len(self.vocabulary))).any(axis=1)   # (sorts, words)
        n = len(self.vocabulary)   # the i-th free word has column n + i
        column = self._number | {None: END} | {str(i): n + i for i in range(LONGEST)}
        self._p, self._after = np.zeros((len(todo), n + LONGEST)), np.zeros((len(todo), n + LONGEST), int)
        self.kind = np.full(len(todo), "", dtype="<U9")
        for state, word, p, then in edges:
            self._p[state, column[word]], self._after[state, column[word]] = p, then
            if isinstance(word, Choice):
                self.kind[state] = word.kind
        self.floor = self._floor()

    def _next(self, belief):
        """{word: (probability, belief after it)}, None for the end: exact, whichever choices wrote the words so far."""
        found = {}
        for stack, p in belief:
            for q, word, left in self._first(stack):
                into = found.setdefault(word, {})
                into[left] = into.get(left, 0) + p * q
        totals = {word: sum(into.values()) for word, into in found.items()}
        return {word: (totals[word], frozenset((left, round(p / totals[word], 12)) for left, p in into.items()))
                for word, into in found.items()}

    def _first(self, stack):
        """[(probability, first word, what is left to write)]"""
        if not stack:
            return [(1, None, ())]
        head, rest = stack[0], stack[1:]
        if isinstance(head, str):
            return [(1, head, rest)]
        return [(p * q, word, left) for p, symbols in self._rules(head) for q, word, left in self._first((*symbols, *rest))]

    def _floor(self):
        """Entropy of a story over its expected number of words, the end counted: state by state, how often it is passed."""
        here, words, nats = np.arange(len(self.kind)) == 0, 0, 0
        surprise = -(self._p * np.log(np.where(self._p, self._p, 1))).sum(axis=1)
        left = self.sorts.size - self.sorts.shape[1] * np.arange(LONGEST)   # how many words the i-th is chosen from
        surprise += np.where(self.kind == "", self._p[:, len(self.vocabulary):] @ np.log(left), 0)
        while here.any():
            words, nats = words + here.sum(), nats + here @ surprise
            on = here[:, None] * self._p
            on[:, END] = 0
            here = np.bincount(self._after.ravel(), on.ravel(), len(here))
        return float(nats / words)

    def edges(self):
        """[(state, column, probability, state after)], each step that a story can take: a column is a word's number, or
        len(vocabulary) + i for the i-th of the words that the parrot hears."""
        return [(int(state), int(column), float(self._p[state, column]), int(self._after[state, column]))
                for state, column in zip(*self._p.nonzero(), strict=True)]

    def numbers(self, words):
        """Words as numbers. Raises ValueError that names a word no story holds."""
        if unknown := [word for word in words if word not in self._number]:
            raise ValueError(f"no story has the word {unknown[0]!r}; some that they have: {', '.join(self.vocabulary[2:12])}")
        return np.array([self._number[word] for word in words], int)

    def sample(self, count, rng):
        """`count` stories as a Batch: target (stories, places), END after each and PAD behind it; source is what comes before."""
        state, target, open_ = np.zeros(whole_number("count", count, 1), int), [], np.ones(count, bool)
        cumulative = self._p.cumsum(axis=1)
        sorts = np.argsort(rng.random((count, LONGEST)), axis=1)   # each story's own order, and a word of each sort
        free = self.sorts[sorts, rng.integers(self.sorts.shape[1], size=(count, LONGEST))]
        table = np.concatenate([np.broadcast_to(np.arange(len(self.vocabulary)), (count, len(self.vocabulary))), free], axis=1)
        while open_.any():
            column = (cumulative[state] < rng.random((count, 1)) * cumulative[state, -1:]).sum(axis=1)
            target.append(np.where(open_, table[np.arange(count), column], PAD))
            state, open_ = self._after[state, column], open_ & (column != END)
        target = np.stack(target, axis=1)
        return Batch(before(target), target, None, None)

    def truth(self, target):
        """p (stories, places, words): the true probability of each word at each place, given the words before; and the states
        (stories, places). From where a story is none of the grammar's, and behind its end, all p are 0 and the state is −1."""
        rows, n = np.arange(len(target)), len(self.vocabulary)
        heard, here, states, truth = np.full((len(target), LONGEST), PAD), np.zeros(len(target), int), [], []
        for word in target.T:
            slots = np.where(here[:, None] >= 0, self._p[here, n:], 0)   # one at most is not 0: the free word that may come
            slot, copied = slots.argmax(axis=1), self.kind[here] == "copy"
            old = self._of_sort[:, heard].any(axis=2).T   # (stories, sorts) that the parrot has heard
            free = np.where(copied[:, None], heard[rows, slot][:, None] == np.arange(n), ~old @ self._of_sort)
            free = free * slots.sum(axis=1, keepdims=True) / np.maximum(free.sum(axis=1, keepdims=True), 1)
            p = free + np.where(here[:, None] >= 0, self._p[here, :n], 0)
            states.append(here)
            truth.append(p)
            of_slot = slots.any(axis=1) & (free[rows, word] > 0)
            heard[rows[of_slot], slot[of_slot]] = word[of_slot]
            go_on = (p[rows, word] > 0) & (word != END)
            here = np.where(go_on, self._after[here, np.where(of_slot, n + slot, word)], -1)
        return np.stack(truth, axis=1), np.stack(states, axis=1)

    def read(self, words):
        """One text as a Batch, word by word. Raises as `numbers` does."""
        target = self.numbers(words).reshape(1, -1)
        return Batch(before(target), target, None, None)

    def likeliest(self, p, count):
        """The `count` words with the most of p (words,), and their shares (count,)."""
        best = np.argsort(-p, kind="stable")[:count]
        return [self.vocabulary[word] for word in best], p[best]

    def surprise(self, target):
        """−log p of each word, (stories, places) in nats: 0 at PAD, infinite from where a story is none of the grammar's."""
        p = np.take_along_axis(self.truth(target)[0], target[..., None], axis=-1)[..., 0]
        with np.errstate(divide="ignore"):
            return np.where(target == PAD, 0, -np.log(p))

    def grammatical(self, target):
        """(stories,), True where the grammar writes exactly this story, to its end."""
        return np.isfinite(self.surprise(target)).all(axis=1) & (target == END).any(axis=1)

    def next_word(self, words):
        """(words,), the true probability of each word after `words`: what a model is measured by."""
        return self.truth(np.append(self.numbers(words), PAD)[None])[0][0, -1]


RULES = {"pt": _portuguese, "ko": _korean}

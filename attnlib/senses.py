"""One word with two senses, and a small reader that learns to tell them apart: lesson `positions`.

banco    a bench in a square, or a bank
배       a boat, or a pear

    reader = train_reader(Sentences("pt"), seed=0)
    apart(reader)        # what it makes of sentences whose clauses it has never seen

Half of the sentences have one clause, half have two, each with a sense of its own. A quarter of the clauses are kept for the
test, and so are those of the sources' own sentence; every word of them stands in other clauses.
"""

from itertools import product
from typing import NamedTuple

import numpy as np

from attnlib.grammar import PAD, Batch
from attnlib.kernels import attention, attention_gradients, rotate, sinusoidal_positions
from attnlib.learn import train
from attnlib.models import Model, rows_product, table_gradient
from attnlib.validate import whole_number

# ---- the sentences ----

BENCH, BANK = ("da praça", "do jardim", "de madeira"), ("da avenida", "do centro", "da cidade")
WHO = ("fui", "a menina foi")
RIVER, MARKET = ("강 에서", "바다 에서", "섬 에서"), ("시장 에서", "부엌 에서", "식당 에서")

PATTERNS = {   # language: for each sense, the ways in which a clause is put together; 배 ends a sentence in another way
    "pt": (
        [(("o banco",), BENCH, ("estava",), ("sujo", "velho", "vazio", "molhado", "quebrado")),
         (("o banco estava",), ("molhado", "quebrado", "sujo")),
         (WHO, ("ao banco",), ("descansar", "sentar", "ler o livro", "esperar a menina")),
         (("deixei o livro no banco", "sentei no banco"), BENCH)],
        [(("o banco",), BANK, ("estava",), ("fechado", "velho", "vazio", "aberto", "cheio")),
         (("o banco estava",), ("fechado", "aberto", "cheio")),
         (WHO, ("ao banco",), ("sacar dinheiro", "depositar dinheiro", "pagar a conta")),
         (("deixei o dinheiro no banco", "entrei no banco"), BANK)]),
    "ko": (
        [((*RIVER, ""), ("배 를 타고 가면서", "배 를 타고 오면서", "배 를 기다리면서", "배 가 늦어서"))],
        [((*MARKET, ""), ("배 를 깎으면서", "배 를 사면서", "배 를 먹으면서", "배 가 달아서"))]),
}
ENDINGS = {
    "pt": PATTERNS["pt"],
    "ko": (
        [((*RIVER, ""), ("배 를 탔어요", "배 를 기다렸어요", "배 를 놓쳤어요", "배 가 흔들려요"))],
        [((*MARKET, ""), ("배 를 먹었어요", "배 를 깎았어요", "배 를 샀어요", "배 가 시원해요"))]),
}
JOINERS = {"pt": (", então", ", e", ", mas"), "ko": ("",)}
WORD = {"pt": "banco", "ko": "배"}

# The sentence of the sources, and one like it: 배를 타고 가면서 배를 먹었어요, "going by boat I ate a pear"
KNOWN = {"pt": (("o banco da praça estava sujo", 0), (", então fui ao banco sacar dinheiro", 1)),
         "ko": (("배 를 타고 가면서", 0), ("배 를 먹었어요", 1))}
CLUES = {"pt": ("praça", "dinheiro"), "ko": ("타고", "먹었어요")}   # in it, the word that tells each sense
HIDDEN = 1   # the number of a word that a control hides; PAD is 0


def clauses(language):
    """(to learn from, kept for the test), each [sense][0 or 1, where it ends the sentence]: lists of clauses."""
    ways = [[[" ".join(filter(None, words)) for pattern in patterns for words in product(*pattern)] for patterns in pair]
            for pair in zip(PATTERNS[language], ENDINGS[language], strict=True)]
    every = {text for pair in ways for way in pair for text in way}
    kept = {text.removeprefix(", então ") for text, _ in KNOWN[language]}
    for number, text in enumerate(sorted(every)):
        known = {word for other in every - kept - {text} for word in other.split()}
        if number % 4 == 0 and known.issuperset(text.split()):
            kept.add(text)
    return tuple([[[text for text in way if (text in kept) == test] for way in pair] for pair in ways] for test in (False, True))


class Sentences:
    """The sentences of a language, as word numbers: PAD, the hidden word, then every word of the clauses."""

    def __init__(self, language):
        if language not in PATTERNS:
            raise ValueError(f"language is {language!r}, and must be one of {', '.join(PATTERNS)}")
        self.language, self.clauses = language, clauses(language)
        texts = [text for part in self.clauses for ways in part for way in ways for text in way]
        words = sorted({word for text in (*texts, *JOINERS[language]) for word in text.replace(",", " ,").split()})
        self.numbers = {word: number for number, word in enumerate(("<pad>", "<hidden>", *words))}
        self.word = self.numbers[WORD[language]]

    def __call__(self, rng, n=32):
        """A Batch to learn from: source (n, places), target the sense + 1 where the word stands and PAD elsewhere."""
        return self.batch([self._draw(rng, 0, rng.integers(2, size=rng.integers(1, 3))) for _ in range(n)])

    def pairs(self, same, n=300):
        """A Batch of sentences with the word twice, in the same sense or in both, of clauses kept for the test."""
        rng = np.random.default_rng(0)
        first = rng.integers(2, size=n)
        return self.batch([self._draw(rng, 1, (sense, sense if same else 1 - sense)) for sense in first])

    def known(self):
        """A Batch of one: the sentence in which both senses meet, its words in self.written."""
        return self.batch([KNOWN[self.language]])

    @property
    def written(self):
        return [word for text, _ in KNOWN[self.language] for word in _words(text)]

    @property
    def marked(self):
        """In `written`, the places of the word and of what tells its sense: ((first, its clue), (second, its clue))."""
        places = [place for place, word in enumerate(self.written) if word == WORD[self.language]]
        return tuple(zip(places, map(self.written.index, CLUES[self.language]), strict=True))

    def _draw(self, rng, part, senses):
        sentence = []
        for place, sense in enumerate(senses):
            pool = self.clauses[part][sense][int(place == len(senses) - 1)]
            joiner = rng.choice(JOINERS[self.language]) + " " if place else ""
            sentence.append((joiner + pool[rng.integers(len(pool))], int(sense)))
        return sentence

    def batch(self, sentences):
        """A Batch of sentences, each a list of (clause, sense)."""
        rows = [[self.numbers[word] for text, _ in sentence for word in _words(text)] for sentence in sentences]
        source = np.zeros((len(rows), max(map(len, rows))), int)
        for row, numbers in zip(source, rows, strict=True):
            row[:len(numbers)] = numbers
        target = np.zeros_like(source)
        target[source == self.word] = [sense + 1 for sentence in sentences for _, sense in sentence]
        return Batch(source, target, None, None)


def _words(text):
    return text.replace(",", " ,").split()


# ---- the reader ----

CONTROLS = (None, "no attention", "only places", "no places", "rotated")


class SenseReader(Model):
    """h = x + Attention(x W_q, x W_k, x W_v), scores of the two senses = h W_out.  One layer, one head.

    x are the words plus sinusoidal positions, unless `control` says otherwise:
    "no attention"  h = x
    "only places"   all words but the one in question are hidden, and only their positions are seen
    "no places"     nothing is added to the words
    "rotated"       nothing is added to the words, and queries and keys are turned (RoPE)
    """

    def __init__(self, sentences, control=None, width=16, seed=0, dtype=np.float64):
        if control not in CONTROLS:
            raise ValueError(f"control is {control!r}, and must be one of {', '.join(map(repr, CONTROLS))}")
        self.sentences, self.control, d = sentences, control, whole_number("width", width)
        super().__init__({
            "source_words": ((len(sentences.numbers), d), 0.3), "w_q": ((d, d), d ** -0.5), "w_k": ((d, d), d ** -0.5),
            "w_v": ((d, d), d ** -0.5), "w_out": ((d, 3), d ** -0.5),   # PAD, and the two senses
        }, seed, dtype)

    def check(self, source, target=None):
        pass   # a Batch of Sentences always fits

    def read(self, source):
        """h (batch, places, d), the word as it comes out, and what the gradients need."""
        p = self.parameters
        seen = source
        if self.control == "only places":
            seen = np.where((source != PAD) & (source != self.sentences.word), HIDDEN, source)
        x = p["source_words"][seen]   # (batch, places, d)
        if self.control not in ("no places", "rotated"):
            x = x + sinusoidal_positions(*x.shape[1:]).astype(x.dtype)
        m = dict(seen=seen, x=x)
        if self.control == "no attention":
            return x, m | dict(h=x)
        places = np.arange(x.shape[1]) if self.control == "rotated" else np.zeros(x.shape[1])
        q, k, v = rotate(x @ p["w_q"], places), rotate(x @ p["w_k"], places), x @ p["w_v"]
        output, weights = attention(q, k, v, (source != PAD)[:, None, :])
        return x + output, m | dict(h=x + output, q=q, k=k, v=v, weights=weights, places=places)

    def _forward(self, source, previous=None, given=None):
        h, m = self.read(source)
        return h @ self.parameters["w_out"], m

    def _backward(self, d_logits, m):
        p, x = self.parameters, m["x"]
        g = {name: np.zeros_like(array) for name, array in p.items()}
        g["w_out"], d_h = rows_product(m["h"], d_logits), d_logits @ p["w_out"].T
        d_x = d_h
        if self.control != "no attention":
            d_q, d_k, d_v = attention_gradients(m["q"], m["k"], m["v"], m["weights"], d_h, x.shape[-1] ** -0.5)
            d_q, d_k = rotate(d_q, -m["places"]), rotate(d_k, -m["places"])   # turned back
            for name, d in (("w_q", d_q), ("w_k", d_k), ("w_v", d_v)):
                g[name], d_x = rows_product(x, d), d_x + d @ p[name].T
        g["source_words"] = table_gradient(m["seen"], d_x, len(p["source_words"]))
        return g

    def senses(self, batch):
        """p (words, 2): how likely each sense is, wherever the word stands."""
        p = self.predict(batch)[batch.target != PAD]
        return p[:, 1:] / p[:, 1:].sum(axis=1, keepdims=True)


def train_reader(sentences, seed=0, control=None, steps=200):
    """A SenseReader after `steps` batches of 32 new sentences, from which the test's clauses are left out."""
    reader = SenseReader(sentences, control, seed=seed)
    for _ in train(reader, sentences, steps=steps, rate=0.02, seed=seed):
        pass
    return reader


class Apart(NamedTuple):
    different: float   # mean cosine between the two outputs of the word, in sentences with both senses
    same: float        # in sentences with one sense twice
    right: float       # the share of words named rightly, in sentences with both


def apart(reader):
    """An Apart: what the reader makes of 300 pairs of each kind, in clauses that it has never seen."""
    different, same = (reader.sentences.pairs(same=which) for which in (False, True))
    right = (reader.senses(different).argmax(axis=1) + 1 == different.target[different.target != PAD]).mean()
    return Apart(_cosine(reader, different), _cosine(reader, same), float(right))


def _cosine(reader, batch):
    h = reader.read(batch.source)[0][batch.target != PAD].reshape(len(batch), 2, -1)
    h /= np.linalg.norm(h, axis=-1, keepdims=True)
    return float((h[:, 0] * h[:, 1]).sum(axis=-1).mean())

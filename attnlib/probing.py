"""Questions to a real model: what its heads look at, what its vectors know, and the controls that say what that is worth.

    reading = read(encoder, words)                     a sentence by its words: weights between words, a vector a word and layer
    found(readings, marked, "verb-object")             (12, 12): how often each head's favourite is the marked word

A word's pieces are taken together: the weight from a word is the mean over its pieces, the weight to a word their sum, and its
vector their mean. Weights between words do not sum to 1: <s> and </s> have the rest.
"""

from dataclasses import dataclass

import numpy as np

from attnlib import marked

SIGNS = set(".,;:!?")
LAYERS = HEADS = 12


@dataclass(frozen=True)
class Reading:
    """What the model makes of one sentence."""

    words: list
    pieces: list          # with <s> and </s>
    groups: list          # word → the places of its pieces
    states: np.ndarray    # (13, words, 384)
    weights: np.ndarray   # (12, 12, words, words)
    sentence: np.ndarray  # (384,): the mean of all pieces after the last layer, which is what the model was trained for
    every: np.ndarray     # (12, 12, pieces, pieces): the weights as they are


def spell(words):
    """Words as one writes them."""
    return "".join(word if not place or word in SIGNS else " " + word for place, word in enumerate(words))


def read(encoder, words, edit=None):
    """A `Reading` of a list of words (or of a text, which is cut at its spaces)."""
    words = words.split() if isinstance(words, str) else list(words)
    ids = encoder.split(spell(words))
    states, every = encoder.run(ids, edit)
    groups = _groups(encoder, ids, words)
    weights = np.zeros((*every.shape[:2], len(words), len(words)))
    for i, asks in enumerate(groups):
        for j, answers in enumerate(groups):
            weights[..., i, j] = every[:, :, asks][..., answers].sum(axis=-1).mean(axis=-1)
    vectors = np.stack([states[:, places].mean(axis=1) for places in groups], axis=1)
    return Reading(words, encoder.names(ids), groups, vectors, weights, states[-1].mean(axis=0), every)


def vector(encoder, sentence, word, which=0, edit=None):
    """(13, 384): a word's vector in a sentence, layer by layer. Of a Korean word without its particle's pieces (배 in 배를)."""
    start = marked.place(sentence, word, which)
    before, rest = sentence[:start], sentence[start + len(word):]
    ids = encoder.split(sentence)
    states, _ = encoder.run(ids, edit)
    places = _groups(encoder, ids, [text.replace(" ", "") for text in (before, word, rest)])[1]
    return states[:, places].mean(axis=1)


def _groups(encoder, ids, words):
    """The places of each word's pieces, found by counting letters; a lone ▁ belongs to the word after it."""
    owner = [word for word, text in enumerate(words) for _ in text.translate(encoder.plain)]
    groups, at = [[] for _ in words], 0
    for place, piece in list(enumerate(encoder.names(ids)))[1:-1]:
        letters = 1 if piece == "<unk>" else len(piece.replace("▁", ""))
        for word in sorted(set(owner[at:at + max(letters, 1)])):
            groups[word].append(place)
        at += letters
    return groups


# ---- heads ----

def favourites(reading):
    """(12, 12, words): to which other word each word gives most, leaving out itself, <s>, </s> and signs."""
    weights = reading.weights.copy()
    own = np.arange(len(reading.words))
    weights[..., own, own] = -1
    weights[..., [place for place, word in enumerate(reading.words) if word in SIGNS]] = -1
    return weights.argmax(axis=-1)


def found(readings, marked, relation):
    """(12, 12): of all links of a relation, the share whose first word's favourite is its second."""
    hits = [favourites(reading)[..., start] == end
            for reading, sentence in zip(readings, marked, strict=True) for start, end in sentence.links[relation]]
    return np.mean(hits, axis=0)


def by_distance(chosen_on, marked, relation):
    """The control that knows no words: the distance commonest in `chosen_on`, and how often it is right in `marked`."""
    distances = [end - start for sentence in chosen_on for start, end in sentence.links[relation]]
    best = max(set(distances), key=distances.count)
    return best, np.mean([end - start == best for sentence in marked for start, end in sentence.links[relation]])


def by_chance(marked, relation):
    """How often a word drawn from the others would be right."""
    return np.mean([1 / (sum(word not in SIGNS for word in sentence.words) - 1)
                    for sentence in marked for _ in sentence.links[relation]])


def linked_and_not(readings, marked, relation, layer, head):
    """A head's mean weight along the links, and between words that are as far apart and no link of any kind."""
    linked, others = [], {}
    for reading, sentence in zip(readings, marked, strict=True):
        weights = reading.weights[layer, head]
        known = {pair for links in sentence.links.values() for start, end in links for pair in ((start, end), (end, start))}
        plain = [place for place, word in enumerate(reading.words) if word not in SIGNS]
        linked += [(end - start, weights[start, end]) for start, end in sentence.links[relation]]
        for i in plain:
            for j in plain:
                if i != j and (i, j) not in known:
                    others.setdefault(j - i, []).append(weights[i, j])
    return np.mean([weight for _, weight in linked]), np.mean([np.mean(others[far]) for far, _ in linked if far in others])


# ---- vectors ----

def cosines(one, other=None):
    """(..., n, m): the cosine of each vector of `one` (..., n, d) with each of `other` (..., m, d)."""
    one, other = (x / np.linalg.norm(x, axis=-1, keepdims=True) for x in (one, one if other is None else other))
    return one @ other.swapaxes(-1, -2)


def nearest_right(vectors, labels):
    """(layers,): how often a vector's nearest neighbour among the others has its label. vectors (n, layers, d)."""
    near = cosines(np.swapaxes(vectors, 0, 1))
    near[:, np.arange(len(labels)), np.arange(len(labels))] = -2
    labels = np.array(labels)
    return (labels[near.argmax(axis=-1)] == labels).mean(axis=-1)


def mutual(similar):
    """Links (row, column) where each is the other's best. similar (rows, columns)."""
    return {(i, int(j)) for i, j in enumerate(similar.argmax(axis=1)) if similar[:, j].argmax() == i}


def error_rate(links, gold):
    """AER over many sentences: 1 − (|A∩S| + |A∩P|) / (|A| + |S|). Och & Ney 2003. gold: (sure, possible) a sentence."""
    right = sum(len(a & sure) + len(a & possible) for a, (sure, possible) in zip(links, gold, strict=True))
    return 1 - right / sum(len(a) + len(sure) for a, (sure, _) in zip(links, gold, strict=True))


def ranks_agree(one, other):
    """Spearman's correlation of two lists without ties: the correlation of their ranks."""
    return np.corrcoef(np.argsort(np.argsort(one)), np.argsort(np.argsort(other)))[0, 1]


# ---- edits, for Encoder.run ----

def uniform(*heads):
    """An edit: these (layer, head), counted from 0, share out their weights evenly."""
    def edit(layer, weights):
        mine = [head for at, head in heads if at == layer]
        if mine:
            weights = weights.copy()
            weights[mine] = 1 / weights.shape[-1]
            return weights
    return edit


def no_attention(layer, weights):
    """An edit: each piece sees itself alone, in every head of every layer."""
    return np.broadcast_to(np.eye(weights.shape[-1], dtype=weights.dtype), weights.shape)

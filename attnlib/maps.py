"""What an attention map says of a translation, and what pushing the model says: the measures of lesson `reading-maps`.

Models are RnnSearch, trained; batches are of one clause from attnlib.grammar. `python -m attnlib.maps` trains ten of them, seeds
0 to 9, measures each verb, and keeps what came out in maps.json: five minutes on one core. A test makes one of them again.
"""

import json
from pathlib import Path

import numpy as np

from attnlib.grammar import END, KOREAN, NOUNS, PARTICLES, PORTUGUESE, VERBS, read, sample, sentences, words, write
from attnlib.kernels import attention
from attnlib.learn import SETTINGS, error_rate, exact, train, up_to_three_clauses
from attnlib.models import RnnSearch, RnnUniform

RESULTS = Path(__file__).with_name("maps.json")
SEEDS = 10
STRANGE = {   # verb: two objects that the grammar never gives it; the other three verbs take any
    "comeu": ("leite", "livro"), "bebeu": ("livro", "pão"), "leu": ("leite", "pão"), "desenhou": ("leite", "jornal"),
}

GROUPS = [   # Korean words of one kind: verbs, nouns, the particles of a subject
    [korean for *_, korean in VERBS.values()], sorted({korean for _, korean in NOUNS.values()}),
    [form for kind in ("o", "um") for form in PARTICLES[kind]],
]


# ---- maps drawn by lot ----

def lottery(count, tokens, seed=0):
    """(count, tokens, tokens): maps of queries and keys that nobody trained, four normal numbers each."""
    q, k = np.random.default_rng(seed).normal(size=(2, count, tokens, 4))
    return attention(q, k, k, scale=1)[1]


def agreeing(maps, tokens, partners):
    """(maps, partners) booleans: whether the largest weight of the first token is on the first partner, and so on."""
    asked = maps[:, :len(partners)].argmax(axis=-1)
    return asked == [tokens.index(partner) for partner in partners]


def prettiest(tokens, partners):
    """(tokens, tokens): of 10,000 maps drawn by lot, the one in which most of `partners` get the largest weight."""
    drawn = lottery(10_000, len(tokens))
    return drawn[agreeing(drawn, tokens, partners).sum(axis=1).argmax()]


# ---- one sentence ----

def numbers(text):
    """(1, words + 1): Portuguese words as numbers, END last, whether the grammar has such a sentence or not."""
    return np.array([[PORTUGUESE.index(word) for word in [*text.lower().rstrip(".").split(), "</s>"]]])


def say(model, text):
    """What the model writes, as one line."""
    return write(look(model, text)[1][:-1]).rstrip(".")


def look(model, text):
    """What the model writes by itself: its map (targets, sources), the words it writes and the words it reads."""
    source = numbers(text)
    written, weights = model.translate(source)
    return weights[0], [*words(written[0], KOREAN), "</s>"], [PORTUGUESE[number] for number in source[0]]


def pair_of(text):
    """A Portuguese sentence of the grammar with its translation, as a Batch of one."""
    return sentences(read(text))


def with_all_on_one(model, pair, word):
    """(sources, words): p of every Korean word in the place of `word`, with its whole weight on the first source word, then on
    the second, and so on. All other rows stay as they are."""
    n, [place] = pair.source.shape[1], np.flatnonzero(pair.target[0] == KOREAN.index(word))
    rows = np.repeat(model.align(pair), n, axis=0)   # (n, targets, sources)
    rows[:, place] = np.eye(n)
    return model.predict(pair[np.zeros(n, int)], rows)[:, place]


def importance(model, pair):
    """(targets, sources): of all that moves a written word, by gradient × input, the share that comes by each word read."""
    n = pair.target.shape[1]
    pushes = np.abs(model.gradient_times_input(pair[np.zeros(n, int)], np.arange(n)))
    return pushes / pushes.sum(axis=1, keepdims=True)


# ---- many sentences ----

def verb_places(batch, verb):
    """Which sentences have a verb, and where it stands in them: two arrays (pairs,)."""
    return np.nonzero(batch.target == KOREAN.index(VERBS[verb][2]))


def object_places(batch):
    """(pairs,): where the object stands, the last noun of a clause."""
    nouns = np.isin(batch.source, [PORTUGUESE.index(noun) for noun in NOUNS])
    return nouns.shape[1] - 1 - nouns[:, ::-1].argmax(axis=1)


def on_partner(weights, batch):
    """(pairs, targets): whether the largest weight of a word is on its true partner."""
    best = weights.argmax(axis=-1)[..., None] == np.arange(weights.shape[-1])
    return (best & batch.sure).any(axis=-1)


def same_elsewhere(model, batch):
    """(pairs, targets, sources): whether the model still writes the right word with the whole weight of its row on one source
    word. A row at a time, every source word in turn."""
    weights = model.align(batch)
    same = np.zeros(weights.shape, bool)
    for i, j in np.ndindex(weights.shape[1:]):
        rows = weights.copy()
        rows[:, i] = np.eye(weights.shape[2])[j]
        same[:, i, j] = model.predict(batch, rows)[:, i].argmax(axis=-1) == batch.target[:, i]
    return same


def other_columns(same, model, batch, words):
    """For each word of `words`, of same_elsewhere: in how many places it stands, in how many of them one column at least that is
    not its favourite gives it too, and in how many every such column does (words, 3). Columns of padding do not count."""
    favourite = model.align(batch).argmax(axis=-1)[..., None] == np.arange(same.shape[2])
    other = ~favourite & batch.source_mask[:, None]
    one, every = (same & other).any(axis=-1), (same | ~other).all(axis=-1)
    places = [batch.target == KOREAN.index(word) for word in words]
    return np.array([[place.sum(), one[place].sum(), every[place].sum()] for place in places])


def gold(model, batch):
    """(pairs, targets, sources): the weights that an answer key asks for, all on the true partner. Words that have none, as
    particles, keep the model's own."""
    return np.where(batch.sure.any(axis=-1, keepdims=True), batch.sure, model.align(batch))


def uniform(batch):
    """(pairs, targets, sources): the same weight on every word read."""
    shares = batch.source_mask / batch.source_mask.sum(axis=1, keepdims=True)
    return np.broadcast_to(shares[:, None], batch.sure.shape)


def kept(model, batch, weights):
    """The share of words, and of whole sentences, that stay the likeliest with these weights in place of the model's own."""
    hit, real = model.predict(batch, weights).argmax(axis=-1) == batch.target, batch.target_mask
    return [float(hit[real].mean()), float((hit | ~real).all(axis=1).mean())]


def verb_counts(weights, batch):
    """(2, verbs): how often each verb stands in the sentences, and how often its largest weight is not on its partner."""
    wrong = ~on_partner(weights, batch)
    places = [verb_places(batch, verb) for verb in VERBS]
    return np.array([[len(place[0]) for place in places], [wrong[place].sum() for place in places]])


def survival(model, batch, verb, noun):
    """The share of a verb's sentences that keep it when `noun` stands in the object's place."""
    pairs, _ = verb_places(batch, verb)
    source = batch.source[pairs]
    source[np.arange(len(pairs)), object_places(batch)[pairs]] = PORTUGUESE.index(noun)
    return float((model.translate(source)[0] == KOREAN.index(VERBS[verb][2])).any(axis=1).mean())


def on_object(model, batch, verb):
    """Two means over a verb's sentences: its weight on the object, and the share of its importance that comes by the object."""
    pairs, places = verb_places(batch, verb)
    objects, chosen, rows = object_places(batch)[pairs], batch[pairs], np.arange(len(pairs))
    push = np.abs(model.gradient_times_input(chosen, places))
    push = push[rows, objects] / push.sum(axis=1)
    return float(model.align(chosen)[rows, places, objects].mean()), float(push.mean())


def rank_agreement(first, second):
    """Kendall's τ of two rows of numbers: 1, the same order; −1, the reverse; 0, no relation."""
    i, j = np.triu_indices(len(first), 1)
    return float((np.sign(first[i] - first[j]) * np.sign(second[i] - second[j])).mean())


def agreement(model, batch, words):
    """The mean τ of weights and |gradient × input| over the words read, wherever one of `words` is written."""
    weights, found = model.align(batch), []
    for word in words:
        pairs, places = np.nonzero(batch.target == KOREAN.index(word))
        push = np.abs(model.gradient_times_input(batch[pairs], places))
        for row, pair, place in zip(push, pairs, places, strict=True):
            real = np.flatnonzero(batch.source[pair] > END)
            found.append(rank_agreement(weights[pair, place, real], row[real]))
    return float(np.mean(found))


# ---- many trainings ----

def held_out():
    """The 500 sentences of the lesson, which no model has learnt from."""
    return sample(500, np.random.default_rng(100), held_out=True)


def trained(kind, seed):
    """A model of `kind` after the training of the shipped one, from another draw."""
    model = kind(seed=seed)
    for _ in train(model, up_to_three_clauses, seed=seed, **SETTINGS["three clauses"]):
        pass
    return model


def measure(model):
    """One trained RnnSearch, as a dict: exact, aer, and for each verb weight, importance and `keeps`, the share of its sentences
    in which it outlives its two strange objects, in the worse of them."""
    test = held_out()
    found = {"exact": exact(model, test), "aer": error_rate(model, test)}
    for verb, nouns in STRANGE.items():
        found[f"{verb} weight"], found[f"{verb} importance"] = on_object(model, test, verb)
        found[f"{verb} keeps"] = min(survival(model, test, verb, noun) for noun in nouns)
    return {name: round(value, 3) for name, value in found.items()}


def measured(what, kind="search"):
    """A number of every stored training, "exact" or "aer" (seeds,); or "weight", "importance", "keeps" (seeds, verbs)."""
    runs = [run for name, run in json.loads(RESULTS.read_text(encoding="utf-8")).items() if name.startswith(f"{kind} | ")]
    if runs and what in ("weight", "importance", "keeps"):
        return np.array([[run[f"{verb} {what}"] for verb in STRANGE] for run in runs])
    if not runs or what not in runs[0]:
        raise ValueError(f"what is {what!r} of {kind!r}, and what is stored: exact of search and uniform; "
                         "aer, weight, importance, keeps of search")
    return np.array([run[what] for run in runs])


def warnings(alarms, fell):
    """Of alarms and falls (seeds, verbs): falls with an alarm, falls without, alarms without a fall."""
    return [int((alarms & fell).sum()), int((~alarms & fell).sum()), int((alarms & ~fell).sum())]


def main():
    stored = {f"search | {seed}": measure(trained(RnnSearch, seed)) for seed in range(SEEDS)}
    stored |= {f"uniform | {seed}": {"exact": exact(trained(RnnUniform, seed), held_out())} for seed in range(3)}
    RESULTS.write_text(json.dumps(stored, indent=0), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Training the models of attnlib.models, measuring them, and the trained ones that come with the package.

    for step in train(Aligner(), sample(400, rng), **SETTINGS["one clause"]): ...
    exact(model, test), error_rate(model, test)
    load("rnn-search")

`python -m attnlib.learn` trains the shipped models again and writes them to learned/; with names, only those.
"""

import sys
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import numpy as np

from attnlib.gpt import GPT
from attnlib.grammar import END, Batch, alignment_error_rate, before, sample
from attnlib.kernels import softmax
from attnlib.model_file import from_site
from attnlib.models import Aligner, Recall, RnnSearch, RnnVector
from attnlib.stories import Stories
from attnlib.validate import our_errstate, whole_number

__all__ = ["Aligner", "Recall", "RnnSearch", "RnnVector", "GPT", "SETTINGS", "train", "exact", "error_rate",
           "alignment_error_rate", "above_floor", "surprise", "decided", "copied_from", "after_a_skip", "up_to_three_clauses",
           "load"]

SETTINGS = {   # for `train`, by task
    "reversal": dict(steps=120, rate=0.02),
    "one clause": dict(steps=600, rate=0.02, decay=3e-4),
    "one clause, longer": dict(steps=2400, rate=0.02, decay=3e-5),   # what uniform weights need, with 2000 pairs
    "three clauses": dict(steps=1500, rate=0.007, decay=1e-4, clip=1.0),
    "recall": dict(steps=300, rate=0.01, clip=1.0),
    "simple stories": dict(steps=400, rate=0.01, clip=1.0),
    "short": dict(steps=200, rate=0.01, clip=1.0),
    "stories": dict(steps=3200, rate=0.01, clip=1.0),
    "stories, longer": dict(steps=6000, rate=0.01, clip=1.0),   # what the trained ones had
}


# ---- training ----

class Step(NamedTuple):
    step: int      # 1 after the first
    loss: float    # on the batch of this step, before it was learnt from


@dataclass
class History:
    loss: list = field(default_factory=list)      # one number a step
    weights: dict = field(default_factory=dict)   # step → (pairs, targets, sources): the film; 0 is before training


class Training:
    """An iterator of steps. Stop at any point, by `break` or an interrupt, and iterate again: it goes on as if never stopped."""

    def __init__(self, model, data, steps, seed, rate, batch, decay, clip, record, film):
        self.model, self.data, self.steps, self.seed, self.rate, self.batch, self.decay, self.clip = (
            model, data, steps, seed, rate, batch, decay, clip)
        self.record, self.film, self.history = frozenset(record), film, History()
        zeros = {name: np.zeros_like(array) for name, array in model.parameters.items()}
        self._state = 0, model.parameters, zeros, zeros   # steps done, parameters, Adam's two averages: replaced all at once

    def __len__(self):
        return self.steps

    def __iter__(self):
        return self

    def __next__(self):
        done, parameters, mean, square = self._state
        self.model.parameters = parameters   # an interrupt may have come between the state and the model
        self._keep(done)
        if done == self.steps:
            raise StopIteration
        rng = np.random.default_rng([self.seed, done])   # a step's draw depends on its number alone
        batch = self.data(rng) if callable(self.data) else self.data[rng.integers(len(self.data), size=self.batch)]
        loss, gradients = self._gradients(batch, done + 1)
        rate = self.rate * min(1, 2 * (1 - done / self.steps))   # full for the first half, then down to 0
        updated = _adam(parameters, gradients, mean, square, done + 1, rate)
        _check_finite("parameter", updated[0], done + 1)
        self.history.loss[done:] = [loss]
        self._state = done + 1, *updated
        self.model.parameters = updated[0]
        self._keep(done + 1)
        return Step(done + 1, loss)

    def _keep(self, done):
        if done in self.record and done not in self.history.weights:
            self.history.weights[done] = self.model.align(self.film)

    @our_errstate
    def _gradients(self, batch, step):
        _check_finite("parameter", self.model.parameters, step)
        self.model.check(batch.source, batch.target)
        try:
            loss, gradients = self.model.loss(batch)
        except ValueError as error:   # the kernels refuse scores that overflow
            sizes = {name: np.abs(array).max() for name, array in self.model.parameters.items()}
            name = max(sizes, key=sizes.get)
            raise FloatingPointError(f"step {step}: {error}; the largest parameter is {name}, {sizes[name]:.3g}") from error
        _check_finite("the gradient of parameter", gradients, step)
        if self.decay:   # the gradient of decay/2 · θ²
            gradients = {name: g + self.decay * self.model.parameters[name] for name, g in gradients.items()}
        if self.clip:   # one long step would undo many (Pascanu et al. 2013)
            norm = np.sqrt(sum(float((array * array).sum()) for array in gradients.values()))
            if not norm < np.inf:
                raise FloatingPointError(f"step {step}: the gradients are too large to clip: their length is infinite")
            if norm > self.clip:
                gradients = {name: array * array.dtype.type(self.clip / norm) for name, array in gradients.items()}
        return loss, gradients


def _check_finite(what, arrays, step):
    for name, array in arrays.items():
        if not np.isfinite(array).all():
            raise FloatingPointError(f"step {step}: {what} {name} is NaN or infinite")


@our_errstate
def _adam(parameters, gradients, mean, square, step, rate, b_1=0.9, b_2=0.999):
    """m ← b₁m + (1 − b₁)g, v ← b₂v + (1 − b₂)g², θ ← θ − rate · m̂ / (√v̂ + 10⁻⁸), m̂ = m/(1 − b₁ᵗ).  Kingma & Ba 2015.

    New arrays throughout: whoever holds the old ones can go back to them.
    """
    mean = {name: b_1 * mean[name] + (1 - b_1) * g for name, g in gradients.items()}
    square = {name: b_2 * square[name] + (1 - b_2) * (g * g) for name, g in gradients.items()}
    rate, scale = rate / (1 - b_1 ** step), (1 - b_2 ** step) ** -0.5
    parameters = {name: array - rate * mean[name] / (scale * np.sqrt(square[name]) + 1e-8) for name, array in parameters.items()}
    return parameters, mean, square


def train(model, data, steps=600, seed=0, rate=0.01, batch=64, decay=0, clip=None, record=(), film=None):
    """Train `model` in place: an iterator that yields a Step(step, loss) each time, with a `history`. It shows nothing.

    `data`: a Batch to draw `batch` pairs from, or a function rng → Batch for new pairs each step.
    `decay` pulls every parameter towards zero; `clip` is the longest gradient that is followed as it is.
    `record`: the steps after which history.weights keeps the model's weights for the pairs in `film` (0: before training).
    Raises FloatingPointError, naming step and parameter, when numbers stop being finite; the model keeps the last finite ones.
    """
    steps, batch = whole_number("steps", steps), whole_number("batch", batch)
    if batch < 1:
        raise ValueError("batch is 0, and must be at least 1")
    if not callable(data) and not isinstance(data, Batch):
        raise TypeError(f"data is a {type(data).__name__}, "
                        "and needs to be a Batch or a function of a random generator that makes one")
    if record and (film is None or model.align(film) is None):
        raise ValueError("record asks for weights: "
                         "film must say of which pairs (film=batch[:4]), and the model must have attention")
    return Training(model, data, steps, seed, rate, batch, decay, clip, record, film)


# ---- measuring ----

def exact(model, batch):
    """The share of sentences that the model writes without a mistake, by itself."""
    written, _ = model.translate(batch.source, longest=batch.target.shape[1] + 1)
    written = np.pad(written, ((0, 0), (0, max(0, batch.target.shape[1] - written.shape[1]))))
    right = (written[:, :batch.target.shape[1]] == batch.target).all(axis=1)   # END included: nothing comes after it
    return float(right.mean())


def error_rate(model, batch):
    """AER of the model's weights while it writes the right answer, as alignment_error_rate defines it."""
    return alignment_error_rate(model.align(batch), batch)


def above_floor(model, batch, stories):
    """How far the model's mean −log p of a word stands above the true one, on the same stories: 0.02 is 2 %."""
    return float(surprise(model, batch).sum(dtype=np.float64) / stories.surprise(batch.target).sum() - 1)


def surprise(model, batch):
    """−log p of each word, (texts, places) in nats, as the model expects it: 0 at PAD."""
    p = np.take_along_axis(model.predict(batch), batch.target[..., None], axis=-1)[..., 0]
    return np.where(batch.target_mask, -np.log(np.maximum(p, np.finfo(p.dtype).tiny)), 0)


def decided(model, batch, stories, **given):
    """{kind: share}: where an earlier word decides the next, the probability that the model gives to words that may come.

    kind: "agreement", "sense" or "copy", as in Stories; `given` goes to model.predict.
    """
    truth, states = stories.truth(batch.target)
    right = (model.predict(batch, **given) * (truth > 0)).sum(axis=-1)
    here = {kind: (states >= 0) & (stories.kind[states] == kind) for kind in ("agreement", "sense", "copy")}
    return {kind: float(right[places].mean()) for kind, places in here.items() if places.any()}


def copied_from(model, batch, stories):
    """(layers, heads): where a word is to be said again, the mean weight that each head gives to that word, heard before."""
    weights, read = model.align(batch), before(batch.target)
    states = stories.truth(batch.target)[1]
    text, query = np.nonzero((states >= 0) & (stories.kind[states] == "copy"))
    key = (read[text] == batch.target[text, query][:, None]).argmax(axis=1)   # the first time that it was read
    return weights[text, :, :, query, key].mean(axis=0)


def after_a_skip(model, batch, stories):
    """(3,): the parrot skips the second word that it heard. The mean chance, over the batch, that the model gives next to that
    word, to the third, which was just said, and to the fourth, which would follow it."""
    states, found = stories.truth(batch.target)[1], []
    for target, copied in zip(batch.target, (states >= 0) & (stories.kind[states] == "copy"), strict=True):
        if copied.any():
            heard, [start, *_] = target[copied], np.flatnonzero(copied)
            found.append(softmax(model.next_word(np.array([[END, *target[:start], heard[0], heard[2]]])))[0, heard[1:4]])
    return np.mean(found, axis=0)


# ---- the models that come with the package ----

LEARNED = Path(__file__).with_name("learned")   # a file for each: NAME.npz
SHORT = 12   # steps of the short run that a test repeats


def up_to_three_clauses(rng, batch=32):
    """What RnnSearch and RnnVector learn from: new sentences at each step, of one, two or three clauses."""
    return sample(batch, rng, clauses=int(rng.integers(1, 4)))


def _gpt(language):
    stories = Stories(language)
    return partial(GPT, len(stories.vocabulary)), partial(stories.sample, 32), SETTINGS["stories, longer"]


SHIPPED = {   # name: what makes the model (an untrained one), its data and its settings
    "rnn-search": lambda: (RnnSearch, up_to_three_clauses, SETTINGS["three clauses"]),
    "rnn-vector": lambda: (RnnVector, up_to_three_clauses, SETTINGS["three clauses"]),
    "gpt-pt": lambda: _gpt("pt"),
    "gpt-ko": lambda: _gpt("ko"),
}


def _shipped(name):
    if name not in SHIPPED:
        raise ValueError(f"name is {name!r}, and the trained models are {', '.join(map(repr, SHIPPED))}")
    return SHIPPED[name]()


def load(name):
    """A trained model, seed 0: "rnn-search", "rnn-vector" (translation), "gpt-pt" or "gpt-ko" (stories)."""
    model = _shipped(name)[0]()
    with np.load(_stored(name)) as stored:
        model.parameters = {key: stored[key].astype(model.dtype) for key in model.parameters}
    return model


def _stored(name):
    """The file of a shipped model. The browser's wheel has only the name of a file that the site keeps beside it."""
    on_the_site = LEARNED / f"{name}.site"
    return BytesIO(from_site(on_the_site.read_text())) if on_the_site.exists() else LEARNED / f"{name}.npz"


def short_run(name):
    """The losses of the first steps of a shipped model's training. In float64, so that they are the same on any machine."""
    make, data, settings = _shipped(name)
    run = train(make(dtype=np.float64), data, **settings)
    return np.array([next(run).loss for _ in range(SHORT)])


def main(names=None):
    """Train the shipped models again, all of them or those named, and write their files."""
    for name in names or SHIPPED:
        make, data, settings = _shipped(name)
        model = make()
        for step, loss in train(model, data, **settings):
            if step % 100 == 0:
                print(f"{name}  step {step:4}  loss {loss:.4f}", file=sys.stderr)
        # float16 keeps three digits and halves the file; the test of accuracy is of what is stored
        stored = {key: array.astype(np.float16) for key, array in model.parameters.items()}
        np.savez_compressed(LEARNED / f"{name}.npz", **stored, **{"short run": short_run(name)})


if __name__ == "__main__":
    main(sys.argv[1:])

"""SoftmaxExplorer: scores that the student drags, the shares they get, and the formula that overflows."""

import math

import numpy as np
import traitlets

from attnlib import softmax
from attnlib.classroom.explorers.base import TEMPERATURES, Explorer, Number, Refused, Twin, one_module
from attnlib.classroom.naive import naive_softmax

FEWEST, MOST = 2, 8            # scores
LARGEST_SCORE = 1000


class SoftmaxExplorer(Explorer):
    """Bars of 2 to 8 scores, and of the shares that softmax((scores + shift) / temperature) gives each.

    `scores` are finite numbers up to ±1000; -inf hides an entry, and so does its number in `hidden`.
    `temperature` is 0.1 to 10; `shift`, 0 to 1000, is added to every score.
    What the student made is in the same traits, and in `z`, `weights` and `naive`, each with one number per score.
    Raises ValueError, naming the argument, for anything else.
    """

    _esm = one_module("softmax.js")
    words = ("softmax-",)

    scores = traitlets.TraitType(()).tag(sync=True)   # list of numbers; no traitlets.List, which refuses an array
    hidden = traitlets.TraitType(()).tag(sync=True)   # list of the hidden entries' numbers, from 0
    temperature = Number(1.0, min=TEMPERATURES[0], max=TEMPERATURES[1]).tag(sync=True)
    shift = Number(min=0, max=1000).tag(sync=True)
    limit = traitlets.Int().tag(sync=True)    # the bars go from -limit to limit
    start = traitlets.Dict().tag(sync=True)   # what the reset button gives back

    def __init__(self, scores=(2, 1, 0, -1), hidden=(), temperature=1, shift=0):
        scores, hidden = _with_hidden(scores, hidden)
        super().__init__(scores=scores, hidden=hidden, temperature=temperature, shift=shift, limit=_limit(scores))
        self.start = {name: getattr(self, name) for name in ("scores", "hidden", "temperature", "shift")}

    @property
    def z(self):
        """What softmax gets: (scores + shift) / temperature, and -inf where an entry is hidden."""
        z = (np.array(self.scores) + self.shift) / self.temperature
        z[self.hidden] = -np.inf
        return z

    @property
    def weights(self):
        """The share of each score: attnlib.softmax, which subtracts the largest z first."""
        return softmax(self.z)

    @property
    def naive(self):
        """exp(z) / Σ exp(z) as it stands: inf and NaN where floats end."""
        return naive_softmax(self.z)

    def twin(self):
        rows = [(f"x{_subscript(i)}", [self.fixed(score), self.fixed(z), self.fixed(naive, 3), self.fixed(weight, 3)])
                for i, (score, z, naive, weight) in enumerate(zip(self.scores, self.z, self.naive, self.weights, strict=True))]
        columns = [self.label("softmax-score"), "z", "exp ÷ Σ", "softmax"]
        caption = self.label("softmax-twin", temperature=self.short(self.temperature), shift=self.short(self.shift))
        return Twin(caption, "", columns, rows)

    @traitlets.validate("scores")
    def _check_scores(self, proposal):
        return _scores(proposal.value).tolist()

    @traitlets.validate("hidden")
    def _check_hidden(self, proposal):
        return _hidden(proposal.value, len(self.scores))

    @traitlets.observe("scores")
    def _scores_changed(self, change):
        self.limit = max(self.limit, _limit(self.scores))
        self.hidden = [i for i in self.hidden if i < len(self.scores)]


def _with_hidden(scores, hidden):
    """Scores with 0 instead of -inf, and the places of the -inf among the hidden ones: JSON knows no infinity."""
    scores = _scores(scores, hides=True)
    gone = scores == -np.inf
    return np.where(gone, 0, scores).tolist(), sorted({*_hidden(hidden, len(scores)), *np.flatnonzero(gone).tolist()})


def _scores(scores, hides=False):
    needs = f"needs {FEWEST} to {MOST} numbers from {-LARGEST_SCORE} to {LARGEST_SCORE}" + (", or -inf" if hides else "")
    try:
        array = np.array(scores, dtype=float)
    except (TypeError, ValueError):
        raise Refused(f"scores is {scores!r}, and {needs}") from None
    if array.ndim != 1 or not FEWEST <= len(array) <= MOST:
        raise Refused(f"scores has shape {array.shape}, and {needs}")
    inside = np.abs(array) <= LARGEST_SCORE   # False for NaN
    if not (inside | (hides & (array == -np.inf))).all():
        raise Refused(f"scores is {array.tolist()}, and {needs}")
    return array


def _hidden(hidden, count):
    try:
        places = sorted(set(hidden))
    except TypeError:
        places = [None]
    if not all(isinstance(i, (int, np.integer)) and not isinstance(i, bool) and 0 <= i < count for i in places):
        raise Refused(f"hidden is {hidden!r}, and needs a list of whole numbers from 0 to {count - 1}: the entries to hide")
    return [int(i) for i in places]


def _limit(scores):
    return max(5, math.ceil(max(map(abs, scores))))


def _subscript(i):
    return "₀₁₂₃₄₅₆₇₈₉"[i]

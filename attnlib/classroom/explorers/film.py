"""AlignmentFilm: attention weights at recorded training steps, scrubbed or played, with the right pairs outlined."""

import base64
from numbers import Integral

import numpy as np
import traitlets

from attnlib.classroom.explorers.attention import Tokens, checked_tokens
from attnlib.classroom.explorers.base import Explorer, Refused, Twin, one_module, recorded_weights, whole_number
from attnlib.classroom.labels.formatting import one_line

MOST_WEIGHTS = 60_000          # in one film: 160 kB of notebook
MOST_COLUMNS_IN_TEXT = 20


class AlignmentFilm(Explorer):
    """A heat map for each recorded training step, and the error below it.

    weights (steps, queries, keys), 0 to 1, at most 60,000 numbers, kept to 3 decimals; `steps`, the number of each
    training step, rising; `queries` and `keys`, lists of tokens. `gold`, (queries, keys) of bool, True = the right
    pair; `errors`, one number from 0 per step, kept to 4 decimals; `title`, one line. `frame` is what is shown first,
    counted from 0, or from the end if it is negative.
    `frame` follows the student; `weights` is the map on screen, `recorded` all of them, and `hits` counts the queries
    whose largest weight is a right pair: (hits, queries that have one).
    Raises ValueError, naming the argument, for anything else.
    """

    _esm = one_module("film.js")
    words = ("film-",)

    packed = traitlets.Unicode().tag(sync=True)     # thousandths as unsigned 16-bit numbers, base64
    steps = traitlets.List().tag(sync=True)
    query_tokens = Tokens().tag(sync=True)
    key_tokens = Tokens().tag(sync=True)
    gold = traitlets.List().tag(sync=True)          # [query, key] of each right pair
    errors = traitlets.List().tag(sync=True)        # empty, or one per step
    title = traitlets.Unicode().tag(sync=True)
    frame = traitlets.TraitType(0).tag(sync=True)   # not Int, which takes True and knows no number of frames

    def __init__(self, weights, steps, queries, keys, gold=None, errors=None, title=None, frame=0):
        weights = recorded_weights(weights, ("steps", "queries", "keys"), MOST_WEIGHTS,
                                   f"and a film at most {MOST_WEIGHTS}: record fewer steps")
        steps = _steps(steps)
        shape = (len(steps), len(checked_tokens("queries", queries)), len(checked_tokens("keys", keys)))
        if weights.shape != shape:
            raise Refused(f"weights has shape {weights.shape}, and needs (steps, queries, keys) = {shape}")
        super().__init__(packed=_pack(weights), steps=steps, query_tokens=queries, key_tokens=keys,
                         gold=_gold(gold, shape[1:]), errors=_errors(errors, len(steps)),
                         title="" if title is None else one_line(title), frame=frame)

    @property
    def recorded(self):
        """(steps, queries, keys), to 3 decimals."""
        thousandths = np.frombuffer(base64.b64decode(self.packed), dtype="<u2")
        return thousandths.reshape(len(self.steps), len(self.query_tokens), len(self.key_tokens)) / 1000

    @property
    def weights(self):
        """The map on screen, (queries, keys)."""
        return self.recorded[self.frame]

    @property
    def hits(self):
        """Of the queries with a right pair, how many give one their largest weight; a tie with a wrong pair is no hit."""
        return count_hits(self.weights, self.gold)

    def twin(self):
        gold = {tuple(pair) for pair in self.gold}
        if len(self.key_tokens) <= MOST_COLUMNS_IN_TEXT:
            columns = self.key_tokens
            rows = [[self.fixed(weight) + (" ▢" if (i, j) in gold else "") for j, weight in enumerate(row)]
                    for i, row in enumerate(self.weights)]
        else:
            columns = [self.label("film-largest"), self.label("weight")]
            best = [(self.glossed(self.key_tokens[j]), (i, j) in gold) for i, j in enumerate(self.weights.argmax(axis=1))]
            rows = [[name + (" ▢" if right else ""), self.fixed(row.max())]
                    for (name, right), row in zip(best, self.weights, strict=True)]
        caption = [self.title] if self.title else []
        caption.append(self.label("film-twin", step=self.steps[self.frame]))
        if self.errors:
            caption.append(f"{self.label('film-error')} {self.fixed(self.errors[self.frame], 3)}")
        if gold:
            caption.append(self.label("film-twin-gold"))
        return Twin("; ".join(caption), "", columns, list(zip(self.query_tokens, rows, strict=True)))

    @traitlets.validate("frame")
    def _check_frame(self, proposal):
        count = len(self.steps)
        return whole_number("frame", proposal.value, -count, count - 1) % count


def count_hits(weights, gold):
    """(hits, queries with a right pair) for weights (queries, keys) and gold, a list of (query, key)."""
    right = np.zeros(np.shape(weights), bool)
    for i, j in gold:
        right[i, j] = True
    best = np.where(right, weights, -1).max(axis=-1)
    hit = right.any(axis=-1) & (best > np.where(right, -1, weights).max(axis=-1))
    return int(hit.sum()), int(right.any(axis=-1).sum())


def _pack(weights):
    return base64.b64encode(np.rint(weights * 1000).astype("<u2").tobytes()).decode("ascii")


def _steps(steps):
    if isinstance(steps, str) or not hasattr(steps, "__iter__"):
        raise Refused(f"steps is {steps!r}, and needs a list")
    numbers = list(steps)
    if not all(isinstance(step, Integral) and not isinstance(step, bool) and step >= 0 for step in numbers) \
            or numbers != sorted(set(numbers)):
        raise Refused(f"steps is {numbers!r}, and needs whole numbers from 0, each larger than the one before")
    return [int(step) for step in numbers]


def _gold(gold, shape):
    if gold is None:
        return []
    array = np.asarray(gold)
    if array.dtype != bool or array.shape != shape:
        raise Refused(f"gold holds {array.dtype} in shape {array.shape}, and needs booleans in (queries, keys) = {shape}")
    return np.argwhere(array).tolist()


def _errors(errors, count):
    if errors is None:
        return []
    needs = f"and needs {count} numbers from 0, one per step"
    try:
        array = np.asarray(errors, dtype=float)
    except (TypeError, ValueError):
        raise Refused(f"errors is {errors!r}, {needs}") from None
    if array.shape != (count,):
        raise Refused(f"errors has shape {array.shape}, {needs}")
    if not (np.isfinite(array) & (array >= 0)).all():
        raise Refused(f"errors is {array.tolist()}, {needs}")
    return array.round(4).tolist()

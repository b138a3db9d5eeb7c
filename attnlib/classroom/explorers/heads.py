"""HeadsExplorer: the maps of every head in every layer, small, side by side, and one of them large."""

import base64
import zlib

import numpy as np
import traitlets

from attnlib.classroom.explorers.attention import Tokens, checked_tokens
from attnlib.classroom.explorers.base import Explorer, Refused, Twin, one_module, recorded_weights, whole_number

MOST_WEIGHTS = 12 * 12 * 64 * 64   # in one explorer: at worst about 300 kB of notebook
MOST_LAYERS = MOST_HEADS = 24
MOST_COLUMNS_IN_TEXT = 20


class HeadsExplorer(Explorer):
    """Layers × heads as small maps, one opened large beside them.

    weights (layers, heads, queries, keys), 0 to 1, of any model: at most 24 layers, 24 heads and 589,824 numbers, as
    12 × 12 heads over 64 tokens have; `queries` and `keys`, lists of up to 64 tokens; keys=None is self-attention.
    `layer` and `head`, counted from 0, say which map is open, and follow the student; `weights` is that map,
    `recorded` all of them, and `sums` what each row summed to, each to 2 decimals. Rows need not sum to 1.
    `numbers=False` draws the open map without its numbers, as maps of more than 10 keys always are: it takes less room.
    `sinks`, places of keys such as [0, -1], can be taken out (`without`): what is left of a row then sums to 1 again.
    Raises ValueError, naming the argument, for anything else.
    """

    _esm = one_module("heads.js")
    words = ("heads-", "attention-rows-", "attention-corner", "attention-links-pick")

    packed = traitlets.Unicode().tag(sync=True)   # see _pack
    rest = traitlets.Unicode().tag(sync=True)     # the same without the sinks; empty where there are none
    sinks = traitlets.List().tag(sync=True)       # their tokens
    without = traitlets.Bool(False).tag(sync=True)
    numbers = traitlets.Bool(True).tag(sync=True)
    shape = traitlets.List().tag(sync=True)       # layers, heads, queries, keys
    query_tokens = Tokens().tag(sync=True)
    key_tokens = Tokens().tag(sync=True)
    layer = traitlets.TraitType(0).tag(sync=True)   # not Int, which takes True and knows no number of layers
    head = traitlets.TraitType(0).tag(sync=True)

    def __init__(self, weights, queries, keys=None, layer=0, head=0, sinks=(), without=False, numbers=True):
        weights, queries = _weights(weights), checked_tokens("queries", queries)
        keys = queries if keys is None else checked_tokens("keys", keys)
        if weights.shape[2:] != (len(queries), len(keys)):
            raise Refused(f"weights has shape {weights.shape}, and needs (layers, heads, queries, keys) = "
                          f"(layers, heads, {len(queries)}, {len(keys)})")
        sinks = [whole_number("sinks", place, -len(keys), len(keys) - 1) for place in sinks]
        if without and not sinks:
            raise Refused("without is True, and needs sinks to take out")
        super().__init__(packed=_pack(weights), shape=list(weights.shape), query_tokens=queries, key_tokens=keys,
                         layer=layer, head=head, rest=_pack(_rest(weights, sinks)) if sinks else "",
                         sinks=[keys[place] for place in sinks], without=without, numbers=numbers)

    @property
    def recorded(self):
        """(layers, heads, queries, keys), to 2 decimals."""
        return _unpack(self._shown(), self.shape)[0]

    @property
    def sums(self):
        """(layers, heads, queries): what each row of the weights as given summed to, to 2 decimals."""
        return _unpack(self._shown(), self.shape)[1]

    def _shown(self):
        return self.rest if self.without else self.packed

    @property
    def weights(self):
        """The map that is open, (queries, keys)."""
        return self.recorded[self.layer, self.head]

    def twin(self):
        weights, sums = self.weights, self.sums[self.layer, self.head]
        if len(self.key_tokens) <= MOST_COLUMNS_IN_TEXT:
            columns, rows = list(self.key_tokens), [list(map(self.fixed, row)) for row in weights]
        else:
            columns = [self.label("film-largest"), self.label("weight")]
            rows = [[self.key_tokens[row.argmax()], self.fixed(row.max())] for row in weights]
        columns.append(self.label("explorer-sum"))
        for row, total in zip(rows, sums, strict=True):
            row.append(self.fixed(total))
        caption = self.label("heads-twin", layers=self.shape[0], heads=self.shape[1],
                             opened=self.label("heads-opened", layer=self.layer + 1, head=self.head + 1))
        if self.without:
            caption = f"{caption}, {self.label('heads-without', sinks=' '.join(self.sinks))}"
        return Twin(caption, "", columns, list(zip(self.query_tokens, rows, strict=True)))

    @traitlets.validate("layer", "head")
    def _is_there(self, proposal):
        name = proposal["trait"].name
        return whole_number(name, proposal["value"], 0, self.shape[name == "head"] - 1)


def _pack(weights):
    """Hundredths, one byte a weight, then the sums of the rows, two bytes each; deflated, and as base64.

    Hundredths are what a reader sees, and most are 0 or 1: 12 × 12 maps of 64 tokens deflate to a fifth and less.
    """
    sums = _hundredths(weights.sum(axis=-1))
    return base64.b64encode(zlib.compress(_hundredths(weights).astype("u1").tobytes() + sums.astype("<u2").tobytes(), 9)).decode()


def _rest(weights, sinks):
    """Each row without these keys, shared out anew; a row that gave them everything is left with zeros."""
    rest = weights.copy()
    rest[..., sinks] = 0
    total = rest.sum(axis=-1, keepdims=True)
    return np.minimum(rest / np.where(total > 1e-6, total, np.inf), 1)


def _hundredths(values):
    """Rounded as `fixed` writes them: a hair away from zero."""
    return np.rint(100 * (values + 1e-9))


def _unpack(packed, shape):
    data = zlib.decompress(base64.b64decode(packed))
    count = int(np.prod(shape))
    return (np.frombuffer(data[:count], "u1").reshape(shape) / 100,
            np.frombuffer(data[count:], "<u2").reshape(shape[:-1]) / 100)


def _weights(weights):
    array = recorded_weights(weights, ("layers", "heads", "queries", "keys"), MOST_WEIGHTS,
                             f"and needs at most {MOST_WEIGHTS}: choose some layers or heads")
    if array.shape[0] > MOST_LAYERS or array.shape[1] > MOST_HEADS:
        raise Refused(f"weights has {array.shape[0]} layers of {array.shape[1]} heads, and needs at most {MOST_LAYERS} of "
                      f"{MOST_HEADS}: choose some of them")
    return array

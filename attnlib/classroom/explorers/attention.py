"""Attention with every stage in view: type a number, break the mask, turn the softmax, and read each sum."""

import unicodedata
from typing import NamedTuple

import numpy as np
import traitlets

from attnlib.classroom.explorers.base import TEMPERATURES, Explorer, Number, Refused, Twin, one_module, whole_number
from attnlib.classroom.labels.formatting import one_line
from attnlib.kernels import padding_mask, softmax, split_heads
from attnlib.validate import array_of, real

MASK_KINDS = ("none", "causal", "padding", "custom")
HOW = ("-inf", "x0 before softmax", "zero after softmax", "zero and renormalise")
AXES = ("keys", "queries")   # keys is right; queries is the sources' mistake
STAGES = ("all", "inputs", "scores", "masked", "weights", "output")
PRESETS = ("start", "axis", "multiply", "no-renormalise", "no-scale", "empty-row", "diagonal", "swapped", "one-hot")
VIEWS = ("tables", "links")
PARTS = ("view", "preset", "scale", "temperature", "mask", "how", "axis", "head", "stage", "inputs", "sentence")
MOST_TOKENS = 64
MOST_TOKENS_AT_ONCE = 20     # with more, one stage is shown at a time
LARGEST = 1e6                # of a number in q, k, v: no score can overflow then
DRAWN_COLUMNS = 3            # of vectors that are drawn for tokens given without any


# --- the numbers -----------------------------------------------------------------------------------------------------------


class Stages(NamedTuple):
    scores: np.ndarray    # (..., queries, keys)
    masked: np.ndarray    # (..., queries, keys), scaled; -inf where that is how the mask acts
    weights: np.ndarray   # (..., queries, keys)
    output: np.ndarray    # (..., queries, d_v)


def stages(q, k, v, mask=None, scale=True, temperature=1.0, how="-inf", axis="keys"):
    """Attention step by step, right and wrong: what kernel.js must give too.

    With the defaults it is attnlib.attention. `mask` is boolean, True = may attend; `how` is one of HOW; the softmax
    runs along `axis`, one of AXES.
    """
    q, k, v = (np.asarray(a, dtype=float) for a in (q, k, v))
    scores = q @ k.swapaxes(-1, -2)
    mask = np.ones(scores.shape, bool) if mask is None else mask
    masked = scores / ((np.sqrt(k.shape[-1]) if scale else 1) * temperature)
    if how in ("-inf", "x0 before softmax"):
        masked = np.where(mask, masked, -np.inf if how == "-inf" else 0)
    along = -1 if axis == "keys" else -2
    weights = softmax(masked, axis=along)
    if how in ("zero after softmax", "zero and renormalise"):
        weights = np.where(mask, weights, 0)
    if how == "zero and renormalise":
        total = weights.sum(axis=along, keepdims=True)
        weights = weights / np.where(total == 0, 1, total)
    return Stages(scores, masked, weights, weights @ v)


def mask_of(kind, queries, keys, length, custom):
    """(queries, keys) of bool for one of MASK_KINDS."""
    return {
        "none": lambda: np.ones((queries, keys), bool),
        "causal": lambda: np.tri(queries, keys, dtype=bool),   # causal_mask, but the two sentences may differ in length
        "padding": lambda: np.repeat(padding_mask(length, keys), queries, axis=0),
        "custom": lambda: np.array(custom, bool),
    }[kind]()


def token_vectors(tokens, d, seed=0):
    """(tokens, d): numbers from −2.00 to 2.00, the same for a word and a seed here and in kernel.js."""
    return np.array([_token_vector(token, d, seed) for token in tokens], dtype=float).reshape(-1, d)


def _token_vector(token, d, seed):
    text = unicodedata.normalize("NFC", f"{seed}:{token}")
    state = 0x811C9DC5   # FNV-1a
    for byte in text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode():
        state = (state ^ byte) * 0x01000193 % 2**32
    vector = []
    for _ in range(d):   # mulberry32
        state = (state + 0x6D2B79F5) % 2**32
        t = (state ^ state >> 15) * (state | 1) % 2**32
        t ^= (t + (t ^ t >> 7) * (t | 61)) % 2**32
        vector.append((((t ^ t >> 14) * 401 >> 32) - 200) / 100)
    return vector


def vectors(start, queries, keys, seed):
    """q, k, v for these tokens: the start's own where its tokens stand, drawn ones for a student's sentence."""
    def drawn(name, tokens, number):
        return token_vectors(tokens, len(start[name][0]), number).tolist()

    k_seed = seed if start["k"] == start["q"] else seed + 1
    v_seed = k_seed if start["v"] == start["k"] else seed + 2
    return {
        "q": start["q"] if queries == start["query_tokens"] else drawn("q", queries, seed),
        "k": start["k"] if keys == start["key_tokens"] else drawn("k", keys, k_seed),
        "v": start["v"] if keys == start["key_tokens"] else drawn("v", keys, v_seed),
    }


def preset_changes(name, start, queries, keys, seed=0):
    """What a preset sets, or None where it makes no sense. "start" gives everything back, the others keep the tokens."""
    if name == "start":
        return dict(start)
    matrices = vectors(start, queries, keys, seed)
    q, k, v, n, m = matrices["q"], matrices["k"], matrices["v"], len(queries), len(keys)
    everyone = [[True] * m for _ in range(n)]
    plain = {**matrices, "scale": True, "temperature": 1.0, "mask_kind": "none", "mask": everyone, "mask_how": "-inf",
             "axis": "keys"}
    if name == "axis":
        return {**plain, "axis": "queries"}
    if name == "multiply":
        return {**plain, "mask_kind": "causal", "mask_how": "x0 before softmax"}
    if name == "no-renormalise":
        return {**plain, "mask_kind": "causal", "mask_how": "zero after softmax"}
    if name == "no-scale":
        return {**plain, "scale": False, "q": [[min(LARGEST, max(-LARGEST, 8 * x)) for x in row] for row in q]}
    if name == "empty-row":
        return {**plain, "mask_kind": "custom", "mask": [[False] * m, *everyone[1:]]}
    if name == "diagonal":
        return {**plain, "mask_kind": "custom", "mask": [[j < i for j in range(m)] for i in range(n)]} if n == m else None
    if name == "swapped":
        return {**plain, "k": v, "v": k} if len(k[0]) == len(v[0]) and k != v else None
    identity = [[float(i == j) for j in range(n)] for i in range(n)]
    return {**plain, "q": identity, "k": identity, "v": identity} if n == m <= 8 and start["heads"] == 1 else None


# --- traits that refuse what does not fit ------------------------------------------------------------------------------------


class Tokens(traitlets.TraitType):
    default_value = ()

    def validate(self, owner, value):
        return checked_tokens(self.name, value)


def checked_tokens(name, value):
    """A list of 1 to 64 tokens, each on one line, or Refused with the name of the argument."""
    if isinstance(value, str) or not hasattr(value, "__iter__"):
        raise Refused(f"{name} is {value!r}, and needs a list of tokens")
    tokens = [one_line(token) for token in value]
    if not 1 <= len(tokens) <= MOST_TOKENS:
        raise Refused(f"{name} has {len(tokens)} tokens, and needs 1 to {MOST_TOKENS}")
    return tokens


class Matrix(traitlets.TraitType):
    default_value = ()

    def validate(self, owner, value):
        return _matrix(self.name, value)


def _matrix(name, value):
    try:
        array = real(name, value, 2)
    except (TypeError, ValueError) as error:
        raise Refused(str(error)) from None
    if array.ndim != 2 or 0 in array.shape:
        raise Refused(f"{name} has shape {array.shape}, and needs (tokens, d), at least 1 × 1")
    if max(array.shape) > MOST_TOKENS or np.abs(array).max() > LARGEST:
        raise Refused(f"{name} needs at most {MOST_TOKENS} rows and columns, and numbers from {-LARGEST:.0f} to {LARGEST:.0f}")
    return array.astype(float).tolist()


class Mask(traitlets.TraitType):
    default_value = ()

    def validate(self, owner, value):
        try:
            array = array_of(self.name, value)
        except ValueError:
            raise Refused(f"{self.name} has rows of different lengths, and needs (queries, keys)") from None
        if array.dtype != bool or array.ndim != 2:
            raise Refused(f"{self.name} holds {array.dtype} in shape {array.shape}, and needs (queries, keys) booleans: "
                          "True = may attend")
        return array.tolist()


# --- the widget --------------------------------------------------------------------------------------------------------------


class AttentionExplorer(Explorer):
    """Attention over `queries` and `keys`, with Q, K and V that a student can change.

    queries, keys: lists of up to 64 tokens; keys=None is self-attention. q (queries, d_k), k (keys, d_k), v (keys, d_v):
    q=None draws vectors for the tokens from `seed`, k=None is q, v=None is k. `heads` divides the columns of q, k and v
    evenly among that many heads, as attnlib.split_heads does, and one head is shown at a time.
    Every trait may be given too: scale, temperature, mask_kind, mask (bools; makes mask_kind "custom"), padding (how many
    keys are real), mask_how, axis, head (counted from 0), stage, preset, seed, language; view, "tables" or "links" (weights
    as lines between words, those of query number `picked`, from 0); and hide, a list of PARTS that a lesson has no use for.

    What the student made stands in the traits (the tokens as query_tokens and key_tokens); `scores`, `weights` and
    `output` are computed from them by NumPy, with a leading (heads, ...) axis where heads were given.
    Raises ValueError naming the argument that does not fit.
    To change sizes later, change the traits together: with explorer.hold_trait_notifications(): ...
    """

    words = ("attention-", "temperature")
    _esm = one_module("attention.js")

    query_tokens = Tokens().tag(sync=True)
    key_tokens = Tokens().tag(sync=True)   # `keys` is ipywidgets' own
    q = Matrix().tag(sync=True)
    k = Matrix().tag(sync=True)
    v = Matrix().tag(sync=True)
    heads = traitlets.Int(1).tag(sync=True)
    head = traitlets.Int(0).tag(sync=True)
    scale = traitlets.Bool(True).tag(sync=True)
    temperature = Number(1.0, min=TEMPERATURES[0], max=TEMPERATURES[1]).tag(sync=True)
    mask_kind = traitlets.Enum(MASK_KINDS, "none").tag(sync=True)
    mask = Mask().tag(sync=True)
    padding = traitlets.Int(0).tag(sync=True)
    mask_how = traitlets.Enum(HOW, "-inf").tag(sync=True)
    axis = traitlets.Enum(AXES, "keys").tag(sync=True)
    stage = traitlets.Enum(STAGES, "all").tag(sync=True)
    view = traitlets.Enum(VIEWS, "tables").tag(sync=True)
    picked = traitlets.Int(0).tag(sync=True)                     # the query whose lines are seen
    preset = traitlets.Enum(("", *PRESETS), "").tag(sync=True)   # "" once the student went on from it
    seed = traitlets.Int(0).tag(sync=True)
    hide = traitlets.List(traitlets.Enum(PARTS)).tag(sync=True)
    start = traitlets.Dict().tag(sync=True)                      # what Reset gives back

    def __init__(self, queries=None, keys=None, q=None, k=None, v=None, heads=None, *, preset="", **traits):
        seed = traits.get("seed", 0)
        queries = None if queries is None else checked_tokens("queries", queries)
        keys = None if keys is None else checked_tokens("keys", keys)
        drawn = q is None
        if drawn and queries is None:
            raise Refused("queries is missing: give tokens, q, or both")
        q = token_vectors(queries, DRAWN_COLUMNS, seed) if drawn else _matrix("q", q)
        if drawn and k is None and keys is not None:
            k = token_vectors(keys, DRAWN_COLUMNS, seed)
        k = q if k is None else _matrix("k", k)
        v = k if v is None else _matrix("v", v)
        queries = _numbered(q) if queries is None else queries
        if keys is None:
            keys = queries if len(k) == len(queries) else _numbered(k)
        if traits.get("mask") is not None:
            traits.setdefault("mask_kind", "custom")
        else:
            traits["mask"] = np.ones((len(queries), len(keys)), bool)
        traits.setdefault("padding", len(keys))
        super().__init__(query_tokens=queries, key_tokens=keys, q=q, k=k, v=v, heads=1 if heads is None else heads, **traits)
        kept = ("query_tokens", "key_tokens", "q", "k", "v", "heads", "head", "scale", "temperature",
                "mask_kind", "mask", "padding", "mask_how", "axis")
        self.start = {name: getattr(self, name) for name in kept}
        try:
            self.preset = preset
        except traitlets.TraitError as error:
            raise Refused(str(error)) from None

    @traitlets.validate("query_tokens", "key_tokens", "q", "k", "v", "mask", "heads", "head", "padding")
    def _fits(self, proposal):
        """Sizes hold together; where several traits change at once, this comes after the last."""
        now = {name: getattr(self, name) for name in ("query_tokens", "key_tokens", "q", "k", "v", "mask", "heads")}
        now[proposal["trait"].name] = proposal["value"]
        n, m = len(now["query_tokens"]), len(now["key_tokens"])
        d_q, d_k, d_v = (len(now[name][0]) for name in "qkv")
        for name, tokens, other in (("q", n, "queries"), ("k", m, "keys"), ("v", m, "keys")):
            if len(now[name]) != tokens:
                raise Refused(f"{name} has {len(now[name])} rows, and {other} has {tokens} tokens")
        if d_k != d_q:
            raise Refused(f"k has {d_k} columns, and q has {d_q}: the dot product needs the same number")
        if (len(now["mask"]), len(now["mask"][0])) != (n, m):
            shape = len(now["mask"]), len(now["mask"][0])
            raise Refused(f"mask has shape {shape}, and needs (queries, keys) = {(n, m)}")
        if now["heads"] < 1 or d_q % now["heads"] or d_v % now["heads"]:
            raise Refused(f"heads is {now['heads']}: it must divide the {d_q} columns of q and k and the {d_v} of v")
        for name, most in (("head", now["heads"] - 1), ("padding", m)):
            whole_number(name, now.get(name, getattr(self, name)), 0, most)
        return proposal["value"]

    @traitlets.validate("picked")
    def _is_a_query(self, proposal):
        return whole_number("picked", proposal["value"], 0, len(self.query_tokens) - 1)

    @traitlets.observe("query_tokens")
    def _pick_again(self, change):
        self.picked = min(self.picked, len(self.query_tokens) - 1)

    @traitlets.observe("preset")
    def _use_preset(self, change):
        if not change["new"] or not self.start:
            return
        changes = preset_changes(change["new"], self.start, self.query_tokens, self.key_tokens, self.seed)
        if changes is None:
            raise Refused(f"preset {change['new']!r} makes no sense for these tokens and matrices")
        with self.hold_trait_notifications():
            for name, value in changes.items():
                setattr(self, name, value)

    @traitlets.observe("query_tokens", "key_tokens", "q", "k", "v", "heads", "scale", "temperature",
                       "mask_kind", "mask", "mask_how", "axis")
    def _leave_preset(self, change):
        """A preset is shown for as long as all that it has set stands."""
        if not self.preset or not self.start:
            return
        changes = preset_changes(self.preset, self.start, self.query_tokens, self.key_tokens, self.seed)
        if changes is None or any(getattr(self, name) != value for name, value in changes.items() if name != "head"):
            self.preset = ""

    @property
    def allowed(self):
        """The mask in use: (queries, keys) of bool, True = may attend."""
        return mask_of(self.mask_kind, len(self.query_tokens), len(self.key_tokens), self.padding, self.mask)

    @property
    def scores(self):
        return self._stages().scores

    @property
    def weights(self):
        return self._stages().weights

    @property
    def output(self):
        return self._stages().output

    def _stages(self):
        q, k, v = (np.array(a) if self.heads == 1 else split_heads(a, self.heads) for a in (self.q, self.k, self.v))
        return stages(q, k, v, self.allowed, self.scale, self.temperature, self.mask_how, self.axis)

    def twin(self):
        weights = self.weights if self.heads == 1 else self.weights[self.head]
        sums = [self.fixed(total) for total in weights.sum(axis=1)]
        if max(weights.shape) <= MOST_TOKENS_AT_ONCE:
            columns = [*self.key_tokens, self.label("explorer-sum")]
            rows = [[*map(self.fixed, row), total] for row, total in zip(weights, sums, strict=True)]
        else:
            columns = [self.label("attention-twin-largest"), self.label("weight"), self.label("explorer-sum")]
            # rounded, so that a tie falls to the same key on every machine
            rows = [[self.glossed(self.key_tokens[row.round(9).argmax()]), self.fixed(row.max()), total]
                    for row, total in zip(weights, sums, strict=True)]
        caption = self.label("attention-twin", settings="; ".join(self._settings()))
        corner = self.label("attention-corner").replace("\n", " ")
        return Twin(caption, corner, columns, list(zip(self.query_tokens, rows, strict=True)))

    def _settings(self):
        if self.heads > 1:
            yield self.label("attention-twin-head", number=self.head + 1, total=self.heads)
        d = len(self.k[0]) // self.heads
        yield self.label("attention-twin-scale", d=d) if self.scale else self.label("attention-twin-no-scale")
        yield self.label("attention-twin-temperature", value=self.short(self.temperature))
        kind = self.label(f"attention-mask-{self.mask_kind}")
        if self.mask_kind != "none":
            kind += f" ({self.label(f'attention-how-{HOW.index(self.mask_how)}')})"
        yield self.label("attention-twin-mask", kind=kind)
        yield self.label("attention-twin-axis", axis=self.label(f"attention-axis-{self.axis}"))


def _numbered(rows):
    return [str(i + 1) for i in range(len(rows))]

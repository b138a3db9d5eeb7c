"""The language model of lesson 12: a small GPT in NumPy, every gradient written by hand.

    stories = Stories("pt")
    model = GPT(len(stories.vocabulary))
    for step in train(model, lambda rng: stories.sample(32, rng), **SETTINGS["stories"]): ...
    model.generate(rng, start=stories.numbers(["o"]), temperature=0.8, top_k=10)

x = words + places; each layer adds attention(norm(x)) and then feed_forward(norm(x)); logits = norm(x) W + b.
Vaswani et al. 2017 without its encoder, the norms before the parts as in Radford et al. 2019 (GPT-2); ReLU as in the former.
d_x stands for ∂loss/∂x and has the shape of x.
"""

import numpy as np

from attnlib.grammar import END, PAD
from attnlib.kernels import attention_gradients, causal_mask, merge_heads, softmax, split_heads
from attnlib.models import Model, before, check_words, one_hot, rows_product, table_gradient
from attnlib.validate import array_of, our_errstate, whole_number

__all__ = ["GPT"]

MIXING = ("attention", "uniform", "self")


class GPT(Model):
    """`words` known, `longest` text, `width` numbers a word, `layers` of `heads` heads; d_k = width / heads unless given.

    What a lesson may take away, one at a time: mixing="uniform" weighs the past equally, "self" sees the word itself alone;
    positions=False; norm="after" normalizes each sum instead (2017), None nothing; residual=False; scale=1 leaves out 1/√d_k.
    What lesson 13 saves: `kv_heads` keys and values, each for heads / kv_heads queries (1: Shazeer 2019; some: Ainslie et al.
    2023); `window`: a word sees itself and the window − 1 before it, None all. `window` may be set on a trained model.
    """

    def __init__(self, words, longest=40, width=32, layers=2, heads=4, d_k=None, mixing="attention", positions=True,
                 norm="before", residual=True, scale=None, kv_heads=None, window=None, seed=0, dtype=np.float32):
        for name, value, known in (("mixing", mixing, MIXING), ("norm", norm, ("before", "after", None))):
            if value not in known:
                raise ValueError(f"{name} is {value!r}, and must be one of {', '.join(map(repr, known))}")
        self.longest, self.layers, self.heads, self.mixing, self.positions, self.norm, self.residual = (
            longest, layers, heads, mixing, positions, norm, residual)
        self.kv_heads, self.window = whole_number("kv_heads", kv_heads or heads, 1), window
        if heads % self.kv_heads:
            raise ValueError(f"kv_heads is {kv_heads}, and must divide heads, which is {heads}")
        d, d_k = width, d_k or width // heads
        self.scale = d_k ** -0.5 if scale is None else scale
        a, a_kv, hidden = heads * d_k, self.kv_heads * d_k, 4 * d
        deep = (2 * layers) ** -0.5   # what 2·layers parts add up stays near 1
        shapes = {"words": ((words, d), 0.5), "places": ((longest, d), 0.1)}
        for i in range(layers):
            shapes |= {
                f"{i}.w_q": ((d, a), d ** -0.5), f"{i}.w_k": ((d, a_kv), d ** -0.5), f"{i}.w_v": ((d, a_kv), d ** -0.5),
                f"{i}.w_o": ((a, d), a ** -0.5 * deep), f"{i}.w_1": ((d, hidden), d ** -0.5), f"{i}.b_1": ((hidden,), 0),
                f"{i}.w_2": ((hidden, d), hidden ** -0.5 * deep), f"{i}.b_2": ((d,), 0),
                f"{i}.gain_1": ((d,), 0), f"{i}.bias_1": ((d,), 0), f"{i}.gain_2": ((d,), 0), f"{i}.bias_2": ((d,), 0)}
        shapes |= {"gain": ((d,), 0), "bias": ((d,), 0), "w_out": ((d, words), d ** -0.5), "b_out": ((words,), 0)}
        super().__init__(shapes, seed, dtype)
        for name, array in self.parameters.items():
            if "gain" in name:
                array += 1

    @property
    def sizes(self):
        """{part: how many numbers are learnt there}; they sum to `size`."""
        parts = {"words": ("words",), "places": ("places",), "attention": (".w_q", ".w_k", ".w_v", ".w_o"),
                 "feed_forward": (".w_1", ".b_1", ".w_2", ".b_2"), "norms": ("gain", "bias"), "logits": ("w_out", "b_out")}
        return {part: sum(array.size for name, array in self.parameters.items() if any(one in name for one in names))
                for part, names in parts.items()}

    def check(self, source, target=None):
        """Raises for words that the model does not know, or a text longer than it has places."""
        for name, numbers in (("source", source), ("target", target)):
            if numbers is not None:
                check_words(name, numbers, len(self.parameters["words"]), self.longest)

    # ---- forward ----

    def _forward(self, source, written, given=None, past=None):
        """logits (texts, places, words) of the word after each, and what the gradients need.

        `source` is ignored: there is nothing to read but what was written. `given`: as in `predict`.
        `past`: for each layer the keys and values of the words before `written`, None at first; grows in place.
        """
        p, seen = self.parameters, past[0][0].shape[-2] if past and past[0] else 0
        x, kept = p["words"][written], {"written": written, "weights": []}
        if self.positions:
            x = x + p["places"][seen:seen + written.shape[1]]
        for i in range(self.layers):
            for part, n in ((self._attend, 1), (self._feed, 2)):
                y = self._norm(x, f"{i}.gain_{n}", f"{i}.bias_{n}", kept) if self.norm == "before" else x
                y = part(i, y, kept, given or {}, past)
                x = x + y if self.residual else y
                if self.norm == "after":
                    x = self._norm(x, f"{i}.gain_{n}", f"{i}.bias_{n}", kept)
        kept["x"] = x = self._norm(x, "gain", "bias", kept) if self.norm == "before" else x
        return x @ p["w_out"] + p["b_out"], kept

    def _attend(self, i, x, kept, given, past):
        p = self.parameters
        q = split_heads(x @ p[f"{i}.w_q"], self.heads)   # (texts, heads, places, d_k)
        k, v = (split_heads(x @ p[f"{i}.{w}"], self.kv_heads) for w in ("w_k", "w_v"))
        if past is not None:
            if past[i]:
                k, v = (np.concatenate(pair, axis=-2) for pair in zip(past[i], (k, v), strict=True))
            past[i] = k, v
        if self.kv_heads < self.heads:   # one key and one value for each group of queries
            k, v = (np.repeat(one, self.heads // self.kv_heads, axis=1) for one in (k, v))
        q = q * self.scale
        weights = self._weights(q, k)
        for (layer, head), shares in given.items():
            if layer == i:
                weights[:, head] = shares
        output = merge_heads(weights @ v)
        kept[f"{i}.attend"] = x, q, k, v, weights, output
        kept["weights"].append(weights)
        return output @ p[f"{i}.w_o"]

    def _weights(self, q, k):
        queries, keys = q.shape[-2], k.shape[-2]
        visible = causal_mask(keys)[keys - queries:]   # the last `queries` of `keys` words ask
        if self.window is not None:
            visible &= ~np.tri(keys, k=-self.window, dtype=bool)[keys - queries:]
        if self.mixing == "self":
            visible = np.eye(keys, dtype=bool)[keys - queries:]
        scores = q @ k.swapaxes(-1, -2) if self.mixing == "attention" else np.zeros((*q.shape[:-1], keys), q.dtype)
        return softmax(np.where(visible, scores, -np.inf))

    def _feed(self, i, x, kept, *_):
        p = self.parameters
        hidden = np.maximum(x @ p[f"{i}.w_1"] + p[f"{i}.b_1"], 0)
        kept[f"{i}.feed"] = x, hidden
        return hidden @ p[f"{i}.w_2"] + p[f"{i}.b_2"]

    def _norm(self, x, gain, bias, kept):
        centred = x - x.mean(axis=-1, keepdims=True)
        size = 1 / np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + x.dtype.type(1e-5))
        kept[gain] = centred * size, size
        return kept[gain][0] * self.parameters[gain] + self.parameters[bias]

    # ---- backward ----

    def _backward(self, d_logits, kept):
        p, g = self.parameters, {}
        g["w_out"], g["b_out"] = rows_product(kept["x"], d_logits), d_logits.sum(axis=(0, 1))
        d_x = d_logits @ p["w_out"].T
        g["gain"], g["bias"] = np.zeros_like(p["gain"]), np.zeros_like(p["bias"])
        if self.norm == "before":
            d_x = self._norm_backward(d_x, "gain", "bias", kept, g)
        for i in reversed(range(self.layers)):
            for part, n in ((self._feed_backward, 2), (self._attend_backward, 1)):
                names = f"{i}.gain_{n}", f"{i}.bias_{n}"
                g[names[0]], g[names[1]] = np.zeros_like(p[names[0]]), np.zeros_like(p[names[1]])
                if self.norm == "after":
                    d_x = self._norm_backward(d_x, *names, kept, g)
                d_y = part(i, d_x, kept, g)
                if self.norm == "before":
                    d_y = self._norm_backward(d_y, *names, kept, g)
                d_x = d_x + d_y if self.residual else d_y   # a sum hands its gradient to both
        g["words"] = table_gradient(kept["written"], d_x, len(p["words"]))
        g["places"] = np.zeros_like(p["places"])
        if self.positions:
            g["places"][:d_x.shape[1]] = d_x.sum(axis=0)
        return g

    def _attend_backward(self, i, d_y, kept, g):
        p, (x, q, k, v, weights, output) = self.parameters, kept[f"{i}.attend"]
        g[f"{i}.w_o"] = rows_product(output, d_y)
        d_output = split_heads(d_y @ p[f"{i}.w_o"].T, self.heads)
        d_q, d_k, d_v = attention_gradients(q, k, v, weights, d_output, scale=1)   # q was scaled before
        d_q = d_q * self.scale
        if self.mixing != "attention":   # equal weights, or its own: no score is asked
            d_q, d_k = np.zeros_like(d_q), np.zeros_like(d_k)
        if self.kv_heads < self.heads:   # a shared key adds up what its queries say
            d_k, d_v = (d.reshape(len(d), self.kv_heads, -1, *d.shape[2:]).sum(axis=2) for d in (d_k, d_v))
        d_x = 0
        for name, d in (("w_q", d_q), ("w_k", d_k), ("w_v", d_v)):
            d = merge_heads(d)
            g[f"{i}.{name}"], d_x = rows_product(x, d), d_x + d @ p[f"{i}.{name}"].T
        return d_x

    def _feed_backward(self, i, d_y, kept, g):
        p, (x, hidden) = self.parameters, kept[f"{i}.feed"]
        g[f"{i}.w_2"], g[f"{i}.b_2"] = rows_product(hidden, d_y), d_y.sum(axis=(0, 1))
        d_hidden = d_y @ p[f"{i}.w_2"].T * (hidden > 0)
        g[f"{i}.w_1"], g[f"{i}.b_1"] = rows_product(x, d_hidden), d_hidden.sum(axis=(0, 1))
        return d_hidden @ p[f"{i}.w_1"].T

    def _norm_backward(self, d_y, gain, bias, kept, g):
        normal, size = kept[gain]
        g[gain], g[bias] = (d_y * normal).sum(axis=(0, 1)), d_y.sum(axis=(0, 1))
        d = d_y * self.parameters[gain]   # mean and size of a word depend on each of its numbers
        return size * (d - d.mean(axis=-1, keepdims=True) - normal * (d * normal).mean(axis=-1, keepdims=True))

    # ---- reading and writing ----

    @our_errstate
    def align(self, batch):
        """Weights (texts, layers, heads, queries, keys) while it reads each text; query i is about to say word i."""
        self.check(None, batch.target)
        return np.stack(self._forward(None, before(batch.target))[1]["weights"], axis=1)

    @our_errstate
    def predict(self, batch, weights=None):
        """p (texts, places, words): how likely each word is at every place of batch.target, while shown what came before.

        `weights` {(layer, head): (queries, keys) or (texts, queries, keys)} take the place of that head's own: all zeros switch
        the head off.
        """
        self.check(None, batch.target)
        for layer, head in weights or {}:
            if not (0 <= layer < self.layers and 0 <= head < self.heads):
                raise ValueError(f"weights names head {head} of layer {layer}, "
                                 f"and this model has heads 0 to {self.heads - 1} in layers 0 to {self.layers - 1}")
        return softmax(self._forward(None, before(batch.target), weights)[0])

    @our_errstate
    def next_word(self, written, past=None):
        """logits (texts, words) of the word after `written` (texts, places).

        With a cache (`past`, [None] * layers before the first word) only the words that it has not seen are passed: their keys
        and values are kept, and need no second computing.
        """
        self.check(None, written)
        return self._forward(None, written, past=past)[0][:, -1]

    def generate(self, rng, count=1, start=(), temperature=1, top_k=None, longest=None, cached=True):
        """`count` texts that begin with the numbers `start`, (count, places), END and then PAD after each that is over.

        Each word is drawn from softmax(logits / temperature): 0 takes the likeliest, infinity gives all the same chance.
        top_k: only the k likeliest words may come. A text ends with END, or at `longest` words (the model's places).
        """
        count, longest = whole_number("count", count, 1), whole_number("longest", longest or self.longest, 1)
        start = array_of("start", start).reshape(1, -1).repeat(count, axis=0).astype(np.intp)
        written = np.concatenate([np.full((count, 1), END), start], axis=1)
        if written.shape[1] > self.longest:
            raise ValueError(f"start has {start.shape[1]} words, and this model writes texts of at most {self.longest - 1}")
        past, open_ = [None] * self.layers if cached else None, np.ones(count, bool)
        unread = written
        while open_.any() and written.shape[1] <= min(longest, self.longest):
            logits = self.next_word(unread if cached else written, past)
            word = np.where(open_, choose(logits, rng, temperature, top_k), PAD)
            written, unread, open_ = np.concatenate([written, word[:, None]], axis=1), word[:, None], open_ & (word != END)
        return written[:, 1:]


def choose(logits, rng, temperature=1, top_k=None):
    """One word of each row of logits (texts, words), drawn by its `chances`; at temperature 0 nothing is drawn."""
    p = chances(logits, temperature, top_k)
    if temperature == 0:
        return p.argmax(axis=-1)
    return (p.cumsum(axis=-1) < rng.random((len(p), 1))).sum(axis=-1).clip(max=p.shape[-1] - 1)


@our_errstate
def chances(logits, temperature=1, top_k=None):
    """p (..., words) by which words are drawn, as `GPT.generate` says. Raises ValueError for no temperature or k."""
    if isinstance(temperature, bool) or not temperature >= 0:
        raise ValueError(f"temperature is {temperature!r}, and must be 0 or more")
    if top_k is not None:
        kept = min(whole_number("top_k", top_k, 1), logits.shape[-1])
        logits = np.where(logits >= np.sort(logits)[..., -kept, None], logits, -np.inf)
    if temperature == 0:
        return one_hot(logits.argmax(axis=-1), logits.shape[-1], logits.dtype)
    return softmax(np.where(logits == -np.inf, logits, (logits - logits.max(axis=-1, keepdims=True)) / temperature))

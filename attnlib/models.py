"""Small models that learn to align, every gradient written by hand.

Aligner     one attention layer, with controls that take parts of it away
RnnSearch   a network that reads, attention, a network that writes (Bahdanau, Cho, Bengio, ICLR 2015)
RnnVector   the same two networks with one fixed vector between them
RnnUniform  the same two networks with the plain mean between them
Recall      which word stood first? an RNN, a GRU or one attention layer that must know it at the end

A model has `loss(batch)`: the loss and its gradients; `align(batch)`: the weights over the source words while it is shown the
right answer; `translate(source)`: the words it writes by itself. A batch is attnlib.grammar.Batch.
d_x stands for ∂loss/∂x and has the shape of x.
"""

import sys

import numpy as np

from attnlib.grammar import END, KOREAN, PAD, PORTUGUESE, before
from attnlib.kernels import attention, attention_backward, attention_gradients, softmax
from attnlib.validate import array_of, our_errstate, whole_number

SOURCE_WORDS, TARGET_WORDS = len(PORTUGUESE), len(KOREAN)   # unless a model is told otherwise

# ---- what every model shares ----

def one_hot(numbers, size, dtype):
    """(...,) → (..., size). Multiplying by it picks rows of a table."""
    return np.eye(size, dtype=dtype)[numbers]


def table_gradient(numbers, d_rows, size):
    """The gradient (size, d) of a table whose rows table[numbers] were read: the sum of the `d_rows` (..., d) of each row.

    As one_hot(numbers)ᵀ times d_rows, in a half to a quarter of the time.
    """
    numbers, d_rows = numbers.reshape(-1), d_rows.reshape(-1, d_rows.shape[-1])
    order = np.argsort(numbers, kind="stable")
    row = numbers[order]
    first = np.flatnonzero(np.diff(row, prepend=-1))   # where the next row's begin
    gradient = np.zeros((size, d_rows.shape[-1]), d_rows.dtype)
    gradient[row[first]] = np.add.reduceat(d_rows[order], first)
    return gradient


def rows_product(x, y):
    """Σ over all leading axes of x_rowᵀ y_row: (..., a), (..., b) → (a, b), one matrix product."""
    x, y = x.reshape(-1, x.shape[-1]), y.reshape(-1, y.shape[-1])
    if sys.platform == "emscripten":   # NumPy has no BLAS there, and goes down long columns in its product: this takes .4 of it
        return np.einsum("ni,nj->ij", x, y)
    return x.T @ y


class Model:
    """Parameters by name, and what follows from a subclass's own `_forward`, `_backward`, `_begin` and `_next`."""

    def __init__(self, shapes, seed, dtype):
        rng = np.random.default_rng(seed)
        self.parameters = {   # spread 1/√(what each output adds up), so that outputs start near 1
            name: (rng.normal(size=shape) * spread).astype(dtype) for name, (shape, spread) in shapes.items()}

    @property
    def dtype(self):
        return next(iter(self.parameters.values())).dtype

    @property
    def size(self):
        """How many numbers are learnt."""
        return sum(array.size for array in self.parameters.values())

    @our_errstate
    def loss(self, batch):
        """loss = −mean log p(target word), over every word and END; gradients by parameter name."""
        self.check(batch.source, batch.target)
        logits, memory = self._forward(batch.source, before(batch.target))
        p = softmax(logits)   # (batch, targets, words)
        picked = np.take_along_axis(p, batch.target[..., None], axis=-1)[..., 0]
        counted = batch.target_mask / batch.target_mask.sum()
        loss = -(np.log(np.maximum(picked, np.finfo(p.dtype).tiny)) * counted).sum()
        np.put_along_axis(p, batch.target[..., None], picked[..., None] - 1, axis=-1)   # ∂loss/∂logits = p − one-hot target
        return float(loss), self._backward(p * counted[..., None].astype(p.dtype), memory)

    @our_errstate
    def align(self, batch):
        """Attention weights (batch, targets, sources) while writing batch.target; None for a model without attention."""
        self.check(batch.source, batch.target)
        return self._forward(batch.source, before(batch.target))[1].get("weights")

    @our_errstate
    def predict(self, batch, weights=None):
        """p (batch, targets, words): how likely each word is at every place of batch.target, while shown the right answer.

        `weights` (batch, targets, sources) take the place of the model's own and nothing else changes: would other weights
        have written the same?  Jain & Wallace 2019. Raises ValueError for weights that do not fit, or that no attention reads.
        """
        self.check(batch.source, batch.target)
        if weights is not None:
            weights, shape = array_of("weights", weights), (*batch.target.shape, batch.source.shape[1])
            if weights.dtype.kind not in "biuf" or weights.shape != shape or not np.isfinite(weights).all():
                raise ValueError(f"weights has shape {weights.shape} of {weights.dtype}, and needs finite numbers "
                                 f"(batch, targets, sources) = {shape}")
            weights = weights.astype(self.dtype)
        return softmax(self._forward(batch.source, before(batch.target), weights)[0])

    @our_errstate
    def translate(self, source, longest=60):
        """What the model writes, the likeliest word each time: numbers (batch, targets), PAD after END; the weights or None."""
        source = array_of("source", source)
        self.check(source)
        state = self._begin(source)
        word, open_ = np.full(len(source), END), np.ones(len(source), bool)
        written, weights = [], []
        if whole_number("longest", longest) < 1:
            raise ValueError("longest is 0, and must be at least 1")
        for _ in range(longest):
            logits, shares, state = self._next(word, state)
            word = np.where(open_, logits.argmax(axis=-1), PAD)
            written.append(word)
            weights.append(shares)
            open_ = open_ & (word != END)
            if not open_.any():
                break
        return np.stack(written, axis=1), None if weights[0] is None else np.stack(weights, axis=1)

    def check(self, source, target=None):
        """Raises ValueError for words, or places, that the model does not know."""
        for name, numbers in (("source", source), ("target", target)):
            if numbers is not None:
                check_words(name, numbers, len(self.parameters[f"{name}_words"]))


def check_words(name, numbers, known, longest=None):
    """Raises for what are no numbers (batch, places) of `known` words, or more places than `longest`, naming `name`."""
    if numbers.dtype.kind not in "iu":
        raise TypeError(f"{name} holds {numbers.dtype}, and needs whole numbers (batch, places)")
    if numbers.size == 0 or numbers.ndim != 2 or numbers.min() < 0 or numbers.max() >= known:
        raise ValueError(f"{name} has shape {numbers.shape} and largest number {numbers.max(initial=0)}, and needs "
                         f"(batch, places) of the {known} words that this model knows")
    if longest is not None and numbers.shape[1] > longest:
        raise ValueError(f"{name} has {numbers.shape[1]} places, and this model knows {longest}")


# ---- one attention layer ----

class Aligner(Model):
    """Attention(Q, K, V) over the source words; then a hidden layer reads the output together with the query.

    query = word before + its place in the target, key = source word + its place, value = source word alone. (A value that
    knew its place would let the second place say "somebody moved me: ontem is here", and 어제 would be read off the article.)
    The hidden layer sees all that the model knows, so that a control loses attention and nothing else.
    count_down=True numbers the target by what remains to be written, and asks by that alone: enough to write a row backwards.
    Controls: control="uniform" freezes equal weights, "shuffled" mixes up which key stands before which value;
    positions="both", "source", "target" or "none" says which side knows the places of its words.
    """

    def __init__(self, source_words=SOURCE_WORDS, target_words=TARGET_WORDS, longest=10, width=24, hidden=32,
                 control=None, positions="both", count_down=False, seed=0, dtype=np.float32):
        _check_choice("control", control, (None, "uniform", "shuffled"))
        _check_choice("positions", positions, ("both", "source", "target", "none"))
        self.control, self.positions, self.count_down, self.longest = control, positions, count_down, longest
        d, from_d = width, width ** -0.5
        super().__init__({
            # words and places start small: tables that start large are learnt by heart, and unseen sentences fail
            "source_words": ((source_words, d), 0.3), "source_places": ((longest, d), 0.1),
            "target_words": ((target_words, d), 0.3), "target_places": ((longest, d), 0.1),
            "w_q": ((d, d), from_d), "w_k": ((d, d), from_d), "w_v": ((d, d), from_d),
            "w_output": ((d, hidden), from_d), "w_query": ((d, hidden), from_d), "b_hidden": ((hidden,), 0),
            "w_out": ((hidden, target_words), hidden ** -0.5), "b_out": ((target_words,), 0),
        }, seed, dtype)

    def check(self, source, target=None):
        for name, numbers in (("source", source), ("target", target)):
            if numbers is not None:
                check_words(name, numbers, len(self.parameters[f"{name}_words"]), self.longest)

    def _keys(self, source):
        """(batch, sources, d): words, and words with their places."""
        p = self.parameters
        x = p["source_words"][source]
        return x, x + p["source_places"][:source.shape[1]] if self.positions in ("both", "source") else x

    def _queries(self, source, previous, first):
        """(batch, targets, d), for words from place `first` on, and the places (batch, targets)."""
        p = self.parameters
        place = np.arange(first, first + previous.shape[1])
        if self.count_down:   # END is at place 0
            place = np.maximum((source != PAD).sum(axis=1, keepdims=True) - 1 - place, 0)
        places = np.broadcast_to(place, previous.shape)
        y = np.zeros((*previous.shape, p["w_q"].shape[0]), self.dtype) if self.count_down else p["target_words"][previous]
        return y + p["target_places"][places] if self.positions in ("both", "target") else y, places

    def _write(self, xs, y, mask, given=None):
        """logits (batch, targets, words), and what the gradients need. `given`: weights in place of the model's own."""
        p, (x, placed) = self.parameters, xs
        q, k, v = y @ p["w_q"], placed @ p["w_k"], x @ p["w_v"]
        order = None
        if self.control == "shuffled":   # one draw for each row of a batch, and rows hold other sentences at each step
            draw = np.random.default_rng(0).random(mask.shape)
            order = np.argsort(np.where(mask, draw, 2), axis=1)[..., None]   # padding stays last
            k = np.take_along_axis(k, order, axis=1)
        if self.control == "uniform":
            q = np.zeros_like(q)   # equal scores, equal weights
        output, weights = attention(q, k, v, mask[:, None, :]) if given is None else (given @ v, given)
        hidden = np.tanh(output @ p["w_output"] + y @ p["w_query"] + p["b_hidden"])   # (batch, targets, hidden)
        memory = dict(x=x, placed=placed, y=y, q=q, k=k, v=v, order=order, output=output, weights=weights, hidden=hidden)
        return hidden @ p["w_out"] + p["b_out"], memory

    def _forward(self, source, previous, given=None):
        y, places = self._queries(source, previous, 0)
        logits, memory = self._write(self._keys(source), y, source != PAD, given)
        return logits, memory | dict(source=source, previous=previous, places=places)

    def _backward(self, d_logits, m):
        p, x, placed, y = self.parameters, m["x"], m["placed"], m["y"]
        g = {name: np.zeros_like(array) for name, array in p.items()}
        # hidden layer
        g["w_out"], g["b_out"] = rows_product(m["hidden"], d_logits), d_logits.sum(axis=(0, 1))
        d_hidden = d_logits @ p["w_out"].T * (1 - m["hidden"] ** 2)   # before the tanh
        g["w_output"], g["w_query"] = rows_product(m["output"], d_hidden), rows_product(y, d_hidden)
        g["b_hidden"] = d_hidden.sum(axis=(0, 1))
        d_output, d_y = d_hidden @ p["w_output"].T, d_hidden @ p["w_query"].T
        d_q, d_k, d_v = attention_gradients(m["q"], m["k"], m["v"], m["weights"], d_output, y.shape[-1] ** -0.5)
        g["w_v"], d_x = rows_product(x, d_v), d_v @ p["w_v"].T
        if self.control != "uniform":
            if m["order"] is not None:   # each key's gradient goes back to where the key came from
                d_k = np.take_along_axis(d_k, np.argsort(m["order"], axis=1), axis=1)
            g["w_q"], g["w_k"] = rows_product(y, d_q), rows_product(placed, d_k)
            d_placed, d_y = d_k @ p["w_k"].T, d_y + d_q @ p["w_q"].T
            d_x = d_x + d_placed
            if self.positions in ("both", "source"):
                g["source_places"][:x.shape[1]] = d_placed.sum(axis=0)
        # tables
        g["source_words"] = table_gradient(m["source"], d_x, len(p["source_words"]))
        if not self.count_down:
            g["target_words"] = table_gradient(m["previous"], d_y, len(p["target_words"]))
        if self.positions in ("both", "target"):
            g["target_places"] = table_gradient(m["places"], d_y, self.longest)
        return g

    def _begin(self, source):
        return source, self._keys(source), 0

    def _next(self, word, state):
        source, xs, step = state
        logits, memory = self._write(xs, self._queries(source, word[:, None], step)[0], source != PAD)
        return logits[:, 0], memory["weights"][:, 0], (source, xs, step + 1)

    def translate(self, source, longest=60):
        return super().translate(source, min(whole_number("longest", longest), self.longest))


def _check_choice(name, value, known):
    if value not in known:
        raise ValueError(f"{name} is {value!r}, and must be one of {', '.join(map(repr, known))}")


# ---- a recurrent unit ----

def gru(x, h, u, mask=None):
    """One step of a gated recurrent unit.  Cho et al. 2014; here r multiplies after U, so that U takes one product.

    z, r = σ(x_z + h U_z), σ(x_r + h U_r);  n = tanh(x_n + r·(h U_n));  next h = (1 − z)·h + z·n
    x (..., 3d) is the input after its own matrix and bias; u (d, 3d). Where mask is 0 the state stays as it is.
    Returns the next h (..., d), and what the gradient needs.
    """
    d = h.shape[-1]
    hu = h @ u   # (..., 3d)
    gates = x[..., :2 * d] + hu[..., :2 * d]
    gates *= 0.5   # σ(a) = ½ + ½ tanh(a/2) never overflows
    np.tanh(gates, out=gates)
    gates *= 0.5
    gates += 0.5
    z, r = gates[..., :d], gates[..., d:]
    if mask is not None:
        z = z * mask
    hu_n = hu[..., 2 * d:]
    n = r * hu_n
    n += x[..., 2 * d:]
    np.tanh(n, out=n)
    return h + z * (n - h), (h, hu_n, z, r, n)


def gru_backward(d_next, u_t, memory, d_x, d_hu):
    """Fills d_x (..., 3d) and d_hu (..., 3d) from d_next (..., d), and returns d_h (..., d). u_t is U turned over, (3d, d).

    The gradient of U is hᵀ d_hu, summed over the steps: one product at the end.
    """
    h, hu_n, z, r, n = memory
    d = h.shape[-1]
    d_z = d_next * z   # towards n
    d_n = d_x[..., 2 * d:]
    np.multiply(d_z, 1 - n * n, out=d_n)
    np.multiply(d_n, r, out=d_hu[..., 2 * d:])
    d_h = d_next - d_z
    d_z *= n - h
    np.multiply(d_z, 1 - z, out=d_x[..., :d])
    np.multiply(d_hu[..., 2 * d:] * hu_n, 1 - r, out=d_x[..., d:2 * d])
    d_hu[..., :2 * d] = d_x[..., :2 * d]
    d_h += d_hu @ u_t
    return d_h


# ---- two recurrent networks, with attention between them or one vector ----

class Rnn(Model):
    """What RnnSearch and RnnVector share. Read: a GRU in each direction, h_j = [→h_j; ←h_j], 2d numbers for each source word.

    Write: s_i = GRU(s_{i−1}, [y_{i−1}, c_i]), s_0 = tanh(←h_1 W), logits = s_i W + c_i W + b.  Bahdanau et al. 2015, §3 and A.
    Their read-out has a maxout layer and sees y_{i−1}; this one is a matrix. Inside, time comes first: (places, batch, ·).

    How c_i (batch, 2d) is made, a subclass says, one target word at a time. RnnSearch gives the shapes of `cache` and `grads`:
    _prepare(h, mask) → encoded                                 once, what every word needs of h (batch, sources, 2d)
    _attend(s, encoded) → c, cache                              s (batch, d) is the state; cache is None without attention
    _attend_with(weights, encoded) → c, cache                   given weights (batch, sources) in place of its own
    _attend_backward(d_c, cache, encoded) → d_s, grads
    _prepare_backward(d_contexts, attention_grads, m, g) → d_h  once, from every word's d_c and grads; fills g
    """

    def __init__(self, source_words=SOURCE_WORDS, target_words=TARGET_WORDS, embedding=24, width=32, seed=0, dtype=np.float32):
        e, d = embedding, width
        super().__init__({
            "source_words": ((source_words, e), 1), "target_words": ((target_words, e), 1),
            "w_read": ((2, e, 3 * d), e ** -0.5), "b_read": ((2, 1, 3 * d), 0), "u_read": ((2, d, 3 * d), d ** -0.5),
            "w_start": ((d, d), d ** -0.5),
            "w_write": ((e, 3 * d), e ** -0.5), "w_context": ((2 * d, 3 * d), (2 * d) ** -0.5), "b_write": ((3 * d,), 0),
            "u_write": ((d, 3 * d), d ** -0.5),
            "w_out": ((d, target_words), d ** -0.5), "w_out_context": ((2 * d, target_words), (2 * d) ** -0.5),
            "b_out": ((target_words,), 0),
        } | self._own_shapes(d), seed, dtype)

    def _read(self, source):
        """h (batch, sources, 2d). Both directions at once: the second sees a row from its end, where padding leaves it zero."""
        p = self.parameters
        x = p["source_words"][source.T]   # (sources, batch, e)
        x = np.stack([x, x[::-1]])        # (2, sources, batch, e)
        mask = (source != PAD).T[..., None].astype(self.dtype)
        mask = np.stack([mask, mask[::-1]])
        projected = x @ p["w_read"][:, None] + p["b_read"][:, None]   # every word's at once: only h U must wait for its turn
        states, memory = np.zeros((2, len(mask[0]) + 1, *x.shape[2:3], p["u_read"].shape[1]), self.dtype), []
        for t in range(x.shape[1]):
            states[:, t + 1], kept = gru(projected[:, t], states[:, t], p["u_read"], mask[:, t])
            memory.append(kept)
        h = np.concatenate([states[0, 1:], states[1, :0:-1]], axis=-1).swapaxes(0, 1)
        return np.ascontiguousarray(h), (source, x, states, memory)

    def _read_backward(self, d_h, kept, g):
        p, (source, x, states, memory) = self.parameters, kept
        d = states.shape[-1]
        d_h = d_h.swapaxes(0, 1)   # (sources, batch, 2d)
        d_states = np.stack([d_h[..., :d], d_h[::-1, :, d:]])   # (2, sources, batch, d)
        d_x, d_hu, d_state = np.empty((2, *x.shape[1:3], 3 * d), x.dtype), np.empty((2, *x.shape[1:3], 3 * d), x.dtype), 0
        u_t = np.ascontiguousarray(p["u_read"].swapaxes(-1, -2))
        for t in reversed(range(x.shape[1])):
            d_state = gru_backward(d_states[:, t] + d_state, u_t, memory[t], d_x[:, t], d_hu[:, t])
        for way in range(2):
            g["u_read"][way], g["w_read"][way] = rows_product(states[way, :-1], d_hu[way]), rows_product(x[way], d_x[way])
        g["b_read"] = d_x.sum(axis=(1, 2))[:, None]
        d_words = d_x @ p["w_read"].swapaxes(-1, -2)[:, None]   # (2, sources, batch, e)
        d_words = d_words[0] + d_words[1, ::-1]
        g["source_words"] = table_gradient(source.T, d_words, len(p["source_words"]))
        return d_words.swapaxes(0, 1)   # (batch, sources, e)

    def _start(self, h):
        """s_0, from the state in which the backward direction ends: it has read the whole sentence."""
        return np.tanh(h[:, 0, h.shape[-1] // 2:] @ self.parameters["w_start"])

    def _forward(self, source, previous, given=None):
        p = self.parameters
        h, reading = self._read(source)
        y = p["target_words"][previous.T]   # (targets, batch, e)
        projected = y @ p["w_write"] + p["b_write"]
        states = np.empty((len(y) + 1, len(h), p["w_start"].shape[1]), self.dtype)
        contexts = np.empty((len(y), len(h), h.shape[-1]), self.dtype)
        states[0] = self._start(h)
        encoded, attention_cache, memory = self._prepare(h, source != PAD), [], []
        for t, x in enumerate(projected):
            contexts[t], cache = (
                self._attend(states[t], encoded) if given is None else self._attend_with(given[:, t], encoded))
            states[t + 1], kept = gru(x + contexts[t] @ p["w_context"], states[t], p["u_write"])
            attention_cache.append(cache)
            memory.append(kept)
        logits = states[1:] @ p["w_out"] + contexts @ p["w_out_context"] + p["b_out"]
        kept = dict(reading=reading, h=h, y=y, previous=previous, states=states, contexts=contexts, encoded=encoded,
                    attention_cache=attention_cache, memory=memory)
        if attention_cache[0] is not None:
            kept["weights"] = np.stack([weights for weights, _ in attention_cache], axis=1)   # (batch, targets, sources)
        return logits.swapaxes(0, 1), kept

    def _backward(self, d_logits, m):
        p, h, y, states, contexts = self.parameters, m["h"], m["y"], m["states"], m["contexts"]
        g = {name: np.zeros_like(array) for name, array in p.items()}
        d_logits = np.ascontiguousarray(d_logits.swapaxes(0, 1))   # (targets, batch, words)
        g["w_out"], g["w_out_context"] = rows_product(states[1:], d_logits), rows_product(contexts, d_logits)
        g["b_out"] = d_logits.sum(axis=(0, 1))
        d_states, d_contexts = d_logits @ p["w_out"].T, d_logits @ p["w_out_context"].T
        d_x, d_hu = (np.empty((*y.shape[:2], p["u_write"].shape[1]), h.dtype) for _ in range(2))
        u_t, w_t = (np.ascontiguousarray(p[name].T) for name in ("u_write", "w_context"))
        d_s, attention_grads = 0, [None] * len(y)   # one for each target word, as attention_cache
        for t in reversed(range(len(y))):
            d_s = gru_backward(d_states[t] + d_s, u_t, m["memory"][t], d_x[t], d_hu[t])
            d_contexts[t] += d_x[t] @ w_t
            d_query, attention_grads[t] = self._attend_backward(d_contexts[t], m["attention_cache"][t], m["encoded"])
            d_s += d_query
        g["u_write"], g["w_write"] = rows_product(states[:-1], d_hu), rows_product(y, d_x)
        g["w_context"] = rows_product(contexts, d_x)
        g["b_write"] = d_x.sum(axis=(0, 1))
        g["target_words"] = table_gradient(m["previous"].T, d_x @ p["w_write"].T, len(p["target_words"]))
        d_h = self._prepare_backward(d_contexts, attention_grads, m, g)   # (batch, sources, 2d)
        d_start, half = d_s * (1 - states[0] ** 2), h.shape[-1] // 2
        g["w_start"] = h[:, 0, half:].T @ d_start
        d_h[:, 0, half:] += d_start @ p["w_start"].T
        m["d_words"] = self._read_backward(d_h, m["reading"], g)
        return g

    @our_errstate
    def gradient_times_input(self, batch, places):
        """x_j · ∂z/∂x_j (batch, sources), z the logit of batch.target at each pair's place of `places` (batch,).

        x_j is the vector of the source word at j, before anything is read: what moves z, to first order, by way of the whole
        model and not of the weights alone.  Jain & Wallace 2019, §4.1, measure a gradient against the weights.
        """
        self.check(batch.source, batch.target)
        logits, memory = self._forward(batch.source, before(batch.target))
        d_logits, rows = np.zeros_like(logits), np.arange(len(batch))
        d_logits[rows, places, batch.target[rows, places]] = 1
        self._backward(d_logits, memory)
        return (memory["d_words"] * self.parameters["source_words"][batch.source]).sum(axis=-1) * batch.source_mask

    def _begin(self, source):
        h, _ = self._read(source)
        return self._start(h), self._prepare(h, source != PAD)

    def _next(self, word, state):
        p, (s, encoded) = self.parameters, state
        c, cache = self._attend(s, encoded)
        s, _ = gru(p["target_words"][word] @ p["w_write"] + p["b_write"] + c @ p["w_context"], s, p["u_write"])
        return s @ p["w_out"] + c @ p["w_out_context"] + p["b_out"], cache and cache[0], (s, encoded)


class RnnSearch(Rnn):
    """c_i = Σ_j α_ij h_j, α_i = softmax over j of wᵀ tanh(s_{i−1} W_q + h_j W_k): kernels.additive_attention, a query at a time.

    encoded: h (batch, sources, 2d), h W_k (batch, sources, d), 0 or -inf (batch, sources)
    cache:   α (batch, sources), the tanh (batch, sources, d)
    grads:   d_scores (batch, sources), ∂loss/∂(s W_q) (batch, d), 1 − tanh² (batch, sources, d)
    """

    def _own_shapes(self, d):
        return {"w_q": ((d, d), d ** -0.5), "w_k": ((2 * d, d), (2 * d) ** -0.5), "w_score": ((d,), d ** -0.5)}

    def _prepare(self, h, mask):
        hidden_away = np.where(mask, 0, -np.inf).astype(h.dtype)
        return h, h @ self.parameters["w_k"], hidden_away   # all queries meet the same keys: they are projected once

    def _attend(self, s, encoded):
        h, keys, hidden_away = encoded
        hidden = keys + (s @ self.parameters["w_q"])[:, None]   # (batch, sources, d)
        np.tanh(hidden, out=hidden)
        weights = hidden @ self.parameters["w_score"]
        weights += hidden_away
        weights -= weights.max(axis=1, keepdims=True)   # a softmax without the checks of attnlib.softmax, once for each word
        np.exp(weights, out=weights)
        weights /= weights.sum(axis=1, keepdims=True)   # (batch, sources)
        return (weights[:, None] @ h)[:, 0], (weights, hidden)

    def _attend_with(self, weights, encoded):
        return (weights[:, None] @ encoded[0])[:, 0], (weights, None)

    def _attend_backward(self, d_c, cache, encoded):
        weights, hidden = cache
        d_scores = (encoded[0] @ d_c[..., None])[..., 0]   # first the gradient of the weights
        d_scores -= (weights * d_scores).sum(axis=-1, keepdims=True)
        d_scores *= weights
        slope = hidden * hidden
        np.subtract(1, slope, out=slope)   # of tanh
        d_q = (d_scores[:, None] @ slope)[:, 0] * self.parameters["w_score"]
        return d_q @ self.parameters["w_q"].T, (d_scores, d_q, slope)

    def _prepare_backward(self, d_contexts, attention_grads, m, g):
        d_score, d_keys = g["w_score"], 0
        for (_, hidden), (d_scores, _, slope) in zip(m["attention_cache"], attention_grads, strict=True):
            d_score += d_scores.reshape(-1) @ hidden.reshape(-1, hidden.shape[-1])
            slope *= d_scores[..., None]
            d_keys += slope
        d_keys *= self.parameters["w_score"]   # (batch, sources, d)
        g["w_q"] = rows_product(m["states"][:-1], np.stack([d_q for _, d_q, _ in attention_grads]))
        g["w_k"] = rows_product(m["h"], d_keys)
        return m["weights"].swapaxes(1, 2) @ d_contexts.swapaxes(0, 1) + d_keys @ self.parameters["w_k"].T


class RnnVector(Rnn):
    """c_i = [→h_n; ←h_1], where each direction ends: the same vector (batch, 2d), `encoded`, for every word that is written."""

    def _own_shapes(self, d):
        return {}

    def _prepare(self, h, mask):
        d = h.shape[-1] // 2
        return np.concatenate([h[:, -1, :d], h[:, 0, d:]], axis=-1)   # padding leaves →h as it was at the last word

    def _attend(self, s, vector):
        return vector, None

    def _attend_with(self, weights, vector):
        raise ValueError("weights are given, and this model has no attention to read them")

    def _attend_backward(self, d_c, cache, vector):
        return 0, None

    def _prepare_backward(self, d_contexts, attention_grads, m, g):
        d_h, d_vector = np.zeros_like(m["h"]), d_contexts.sum(axis=0)
        d = d_h.shape[-1] // 2
        d_h[:, -1, :d], d_h[:, 0, d:] = d_vector[:, :d], d_vector[:, d:]
        return d_h


class RnnUniform(Rnn):
    """c_i = Σ_j h_j / n, for every word that is written: RnnSearch without a choice.  Wiegreffe & Pinter 2019, §3.2.

    encoded: the mean (batch, 2d), 1/n where a word stands (batch, sources)
    """

    def _own_shapes(self, d):
        return {}

    def _prepare(self, h, mask):
        shares = (mask / mask.sum(axis=1, keepdims=True)).astype(h.dtype)
        return (shares[:, None] @ h)[:, 0], shares

    def _attend(self, s, encoded):
        return encoded[0], None

    def _attend_with(self, weights, encoded):
        raise ValueError("weights are given, and this model has no attention to read them")

    def _attend_backward(self, d_c, cache, encoded):
        return 0, None

    def _prepare_backward(self, d_contexts, attention_grads, m, g):
        return m["encoded"][1][..., None] * d_contexts.sum(axis=0)[:, None]


# ---- how far a gradient reaches ----

class Recall(Model):
    """Which word stood first? x_j is the vector of word j, and logits = o W_out + b_out of what the layer has at the end, o.

    kind="rnn": h_j = tanh(x_j W + h_{j−1} U + b), o = h_n.  Elman 1990.
    kind="gru": the same with the gates of `gru`.  Cho et al. 2014.
    kind="attention": the last place asks all, o = Attention(y_n W_Q, y W_K, y W_V) with y_j = x_j + place j.
    A batch is attnlib.grammar.recall's: `symbols` words, rows of one length, one target each.
    """

    def __init__(self, kind="rnn", symbols=8, longest=60, width=16, seed=0, dtype=np.float64):
        _check_choice("kind", kind, ("rnn", "gru", "attention"))
        self.kind, self.longest = kind, whole_number("longest", longest, 1)
        words, d, from_d = END + 1 + whole_number("symbols", symbols, 1), whole_number("width", width, 1), width ** -0.5
        square = (d, d), from_d
        inner = {"attention": {"places": ((longest, d), 1), "w_q": square, "w_k": square, "w_v": square},
                 "rnn": {"w": square, "u": square, "b": ((d,), 0)},
                 "gru": {"w": ((d, 3 * d), from_d), "u": ((d, 3 * d), from_d), "b": ((3 * d,), 0)}}
        super().__init__({"words": ((words, d), 1)} | inner[kind] | {"w_out": ((d, words), from_d), "b_out": ((words,), 0)},
                         seed, dtype)

    def check(self, source, target=None):
        """Raises for words that the model does not know, for longer rows than it has places, or for more than one target."""
        for name, numbers, most in (("source", source, self.longest), ("target", target, 1)):
            if numbers is not None:
                check_words(name, numbers, len(self.parameters["words"]), most)

    @our_errstate
    def right(self, batch):
        """The share of rows whose first word is the likeliest."""
        return float((self.predict(batch).argmax(axis=-1) == batch.target).mean())

    @our_errstate
    def reach(self, batch):
        """(distances,): how long ∂(a row's loss)/∂x_j is, in the mean. Distance 0 is the last word, the largest the first."""
        self.check(batch.source, batch.target)
        logits, memory = self._forward(batch.source)
        self._backward(softmax(logits) - one_hot(batch.target, logits.shape[-1], self.dtype), memory)
        return np.linalg.norm(memory["d_x"], axis=-1).mean(axis=0)[::-1]

    def _forward(self, source, previous=None, given=None):
        """logits (batch, 1, words); `previous` is ignored, as nothing has been said before."""
        p = self.parameters
        x = p["words"][source]   # (batch, places, d)
        if self.kind == "attention":
            y = x + p["places"][:x.shape[1]]
            q, k, v = y[:, -1:] @ p["w_q"], y @ p["w_k"], y @ p["w_v"]
            output, weights = attention(q, k, v) if given is None else (given @ v, given)
            memory = dict(y=y, q=q, k=k, v=v, weights=weights)   # (batch, 1, places)
        else:
            projected = (x @ p["w"] + p["b"]).swapaxes(0, 1)   # (places, batch, ·)
            states, kept = np.zeros((len(projected) + 1, len(x), x.shape[-1]), self.dtype), []
            for j, one in enumerate(projected):
                if self.kind == "rnn":
                    states[j + 1] = np.tanh(one + states[j] @ p["u"])
                else:
                    states[j + 1], gates = gru(one, states[j], p["u"])
                    kept.append(gates)
            output, memory = states[-1][:, None], dict(states=states, kept=kept)
        return output @ p["w_out"] + p["b_out"], memory | dict(source=source, x=x, output=output)

    def _backward(self, d_logits, m):
        p, x, g = self.parameters, m["x"], {}
        g["w_out"], g["b_out"] = rows_product(m["output"], d_logits), d_logits.sum(axis=(0, 1))
        d_output = d_logits @ p["w_out"].T   # (batch, 1, d)
        if self.kind == "attention":
            d_q, d_k, d_v = attention_backward(m["q"], m["k"], m["v"], d_output)
            g["w_q"] = rows_product(m["y"][:, -1:], d_q)
            g["w_k"], g["w_v"] = rows_product(m["y"], d_k), rows_product(m["y"], d_v)
            d_x = d_k @ p["w_k"].T + d_v @ p["w_v"].T
            d_x[:, -1:] += d_q @ p["w_q"].T
            g["places"] = np.zeros_like(p["places"])
            g["places"][:x.shape[1]] = d_x.sum(axis=0)
        else:
            states, u_t = m["states"], np.ascontiguousarray(p["u"].T)
            d_in = np.empty((len(states) - 1, len(x), len(u_t)), self.dtype)   # of what enters tanh, or the gates
            d_hu, d_h = (d_in if self.kind == "rnn" else np.empty_like(d_in)), d_output[:, 0]
            for j in reversed(range(len(d_in))):
                if self.kind == "rnn":
                    d_in[j] = d_h * (1 - states[j + 1] ** 2)
                    d_h = d_in[j] @ u_t   # one step back: the same U again, and a slope of at most 1
                else:
                    d_h = gru_backward(d_h, u_t, m["kept"][j], d_in[j], d_hu[j])
            g["u"], g["b"] = rows_product(states[:-1], d_hu), d_in.sum(axis=(0, 1))
            g["w"] = rows_product(x, d_in.swapaxes(0, 1))
            d_x = d_in.swapaxes(0, 1) @ p["w"].T
        m["d_x"] = d_x
        g["words"] = table_gradient(m["source"], d_x, len(p["words"]))
        return g

"""A real model that reads Portuguese and Korean: multilingual-e5-small, 12 layers of 12 heads, on this library's kernels.

    encoder = load()
    ids = encoder.split("O gato está no tapete")   # the numbers of its pieces: <s> ▁O ▁gato ▁está ▁no ▁tapet e </s>
    states, weights = encoder.run(ids)             # (13, tokens, 384), (12, 12, tokens, tokens)

Wang et al. 2024, arXiv:2402.05672: a small encoder trained for search, that cuts text as XLM-R does (Conneau et al. 2020,
arXiv:1911.02116). Its weights have 4 bits each; models/ORIGIN.md says where they come from. `import attnlib` does not load it.
"""

import io
import re
import sys
import unicodedata
import zipfile

import numpy as np

from attnlib.kernels import attention, layer_norm, merge_heads, split_heads
from attnlib.model_file import FILE, content, fetch
from attnlib.validate import check_shape

__all__ = ["Encoder", "fetch", "load"]

HEADS, LONGEST, MOST_LETTERS = 12, 512, 9_999
START, PAD, END, UNKNOWN, FIRST = range(5)   # <s> <pad> </s> <unk>, and the first piece of a text


def load(progress=iter):
    """The model, as an `Encoder`. A browser takes its file from the course's site, in parts: `progress` wraps them, as tqdm does.

    Raises FileNotFoundError where the file is missing, ValueError where it is damaged; both say what to do.
    """
    return Encoder(content(progress))


class Encoder:
    """`split` a text into pieces, `run` them through the layers."""

    def __init__(self, content):
        with zipfile.ZipFile(io.BytesIO(content)) as file:   # np.load itself reads in small parts: twice the time in a browser
            f = {name.removesuffix(".npy"): np.load(io.BytesIO(file.read(name))) for name in file.namelist()}
        self.pieces = f["pieces"].tobytes().decode().split("\n")
        self.scores = dict(zip(self.pieces[FIRST:], enumerate(f["scores"].tolist()[FIRST:], FIRST), strict=True))   # (i, score)
        self.unknown, self.longest = (UNKNOWN, float(f["unknown_score"])), max(map(len, self.pieces))
        self.plain = dict(zip(f["plain_from"].tolist(), f["plain_to"].tobytes().decode().split("\n"), strict=True))
        self.rows, self.word = f["rows"], (f["word"], f["word_scale"])   # piece → row of word, -1: no vector in this file
        self.positions, self.norm = f["positions"], f["norm"]
        full = {name: numbers(f[name], f[name + "_scale"]) for name in ("q", "k", "v", "o", "up", "down")}   # (12, out, in)
        self.layers = [{**{name: (full[name][i].T, f[name + "_bias"][i]) for name in full}, "norm_1": f["norm_1"][i],
                        "norm_2": f["norm_2"][i]} for i in range(len(f["q"]))]

    def split(self, text):
        """The numbers of the text's pieces, between <s> and </s>: of all ways to cut it, the one with the largest sum of scores.

        Kudo 2018, arXiv:1804.10959; Viterbi 1967. A letter that no piece has is <unk>: any script but Latin and Hangul.
        """
        if not isinstance(text, str) or len(text) > MOST_LETTERS:
            what = f"has {len(text):,} characters" if isinstance(text, str) else f"is a {type(text).__name__}"
            raise ValueError(f"text {what}, and needs to be a string of at most {MOST_LETTERS:,}: give it a few sentences")
        text = unicodedata.normalize("NFC", text).translate(self.plain)
        text = re.sub("▁▁+", "▁", "▁" + text.replace(" ", "▁"))
        best = [(0.0, 0, 0)] + [(-np.inf, 0, 0)] * len(text)   # where a piece ends: (sum of scores, where it starts, its number)
        for start in range(len(text)):
            for end in range(start + 1, min(start + self.longest, len(text)) + 1):
                piece, score = self.scores.get(text[start:end], self.unknown if end == start + 1 else (0, -np.inf))
                if best[start][0] + score > best[end][0]:
                    best[end] = best[start][0] + score, start, piece
        ids, end = [END], len(text)
        while end:
            _, end, piece = best[end]
            ids.append(piece)
        return [START, *ids[:0:-1], END]

    def names(self, ids):
        """The pieces with these numbers. ▁ is the space before a word."""
        return [self.pieces[i] for i in ids]

    def embed(self, ids):
        """(..., tokens, 384): each piece's own vector and its position's. Which word stands beside it plays no part yet."""
        ids = np.asarray(ids)
        rows, tokens = self.rows[ids], ids.shape[-1]
        if tokens > LONGEST:
            raise ValueError(f"the text has {tokens} pieces, and the model reads at most {LONGEST}: give it a part of it")
        if missing := [self.pieces[i] for i in ids[rows < 0]]:
            raise ValueError(f"no vector for {', '.join(missing)} in {FILE}, which keeps those of Korean and of frequent "
                             "Portuguese words: write that word in another way")
        return layer_norm(numbers(self.word[0][rows], self.word[1][rows]) + self.positions[:tokens], *self.norm)

    def run(self, ids, edit=None):
        """states (13, tokens, 384), after the embedding and after each layer; weights (12 layers, 12 heads, tokens, tokens).

        `edit(layer, weights)`, layers counted from 0, may return other weights (12, tokens, tokens) for the model to go on with;
        None leaves them. Raises ValueError for a piece without a vector and for more than 512 pieces. Sentences of one length may
        be run together, ids (sentences, tokens): states (13, sentences, tokens, 384), weights (12, sentences, 12, …).
        """
        states, maps = [self.embed(ids)], []
        for number, layer in enumerate(self.layers):
            x = states[-1]
            q, k, v = (split_heads(times(x, w) + b, HEADS) for w, b in map(layer.get, "qkv"))   # (heads, tokens, 32)
            mixed, weights = attention(q, k, v)
            if edit and (other := edit(number, weights)) is not None:
                check_shape("what edit returned", np.asarray(other), weights.shape)
                weights, mixed = other, other @ v
            (w_o, b_o), (up, b_up), (down, b_down) = layer["o"], layer["up"], layer["down"]
            x = layer_norm(x + times(merge_heads(mixed), w_o) + b_o, *layer["norm_1"])
            states.append(layer_norm(x + times(gelu(times(x, up) + b_up), down) + b_down, *layer["norm_2"]))
            maps.append(weights)
        return np.array(states), np.array(maps)


def numbers(packed, scale):
    """Numbers of 4 bits, two a byte (…, blocks, 16), and scales (…, blocks) → float32 (…, 32 · blocks): (number − 8) · scale."""
    both = np.empty((*scale.shape, 32), np.float32)
    both[..., :16], both[..., 16:] = packed & 15, packed >> 4
    both -= 8
    both *= scale[..., None].astype(np.float32)
    return both.reshape(*scale.shape[:-1], -1)


def times(x, w):
    """x @ w, (..., d) by (d, any)."""
    rows = x.reshape(-1, x.shape[-1])
    if sys.platform == "emscripten":   # a browser's NumPy has no BLAS: einsum takes .6 of np.dot's time there, .25 of that of @
        product = np.einsum("nd,dk->nk", rows, w)
    else:
        product = rows @ w
    return product.reshape(*x.shape[:-1], w.shape[-1])


def gelu(x):
    """x · Φ(x), Φ the normal distribution's. Hendrycks & Gimpel 2016; Φ by Abramowitz & Stegun 7.1.26, off by < 1.5·10⁻⁷."""
    z = np.abs(x) * np.float32(0.5 ** 0.5)
    t = 1 / (1 + np.float32(0.3275911) * z)
    tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * np.exp(-z * z)
    return x * np.where(x < 0, tail, 2 - tail) / 2

"""A block and a whole Transformer, drawn, and what PyTorch 2.13.0 gives for them: tests/reference/make_block.py printed it.

d = 4, two heads, hidden layer of 8, dropout 0. All arrays are read-only.
"""

from dataclasses import dataclass

import numpy as np

from attnlib.published import read_only


@dataclass(frozen=True)
class Block:
    """All inputs and outputs of the draw."""

    x: np.ndarray             # (tokens, d): what enters
    memory: np.ndarray        # (source tokens, d): what an encoder left for the decoder
    p: dict                   # of tuples, see _layer
    encoder_after: np.ndarray   # LayerNorm after each part, as in Vaswani et al. 2017; (tokens, d)
    encoder_before: np.ndarray  # LayerNorm before each part
    decoder_after: np.ndarray
    decoder_before: np.ndarray


@dataclass(frozen=True)
class Transformer:
    """Six words, two layers in each stack, each drawn anew, gains 1 and biases 0; LayerNorm after each part."""

    embeddings: np.ndarray    # (words, d): what goes in, times √d, and what chooses a word
    encoder: tuple            # of dicts, see _layer
    decoder: tuple
    read: list                # ids of the source tokens
    written: list             # ids of the tokens so far
    probabilities: np.ndarray   # (tokens, words): of each next word


D, HIDDEN = 4, 8
TORCH_PARAMETERS = 44_140_544   # in torch.nn.Transformer(), the paper's size without embeddings


def _draw(random, *shape):
    return read_only(random.normal(size=shape).round(1))


def _layer(random):
    """self, cross: (w_q, w_k, w_v, w_o); ffn: (w_1, b_1, w_2, b_2); norm_1, norm_2, norm_3: (gain, bias)."""
    p = {part: tuple(_draw(random, D, D) for _ in range(4)) for part in ("self", "cross")}
    p["ffn"] = tuple(_draw(random, *shape) for shape in ((D, HIDDEN), (HIDDEN,), (HIDDEN, D), (D,)))
    return p | {f"norm_{number}": (_draw(random, D), _draw(random, D)) for number in (1, 2, 3)}


def _block():
    random = np.random.default_rng(9)
    x, memory = _draw(random, 4, D), _draw(random, 3, D)
    p = _layer(random)
    return Block(x, memory, p, encoder_after=read_only([
        [0.87863931, -1.24468583, -0.93047458, 1.4324867],
        [0.8011375, -1.33022715, -1.06025099, 1.17244971],
        [0.86854136, -1.31915118, -0.96402692, 1.19362939],
        [0.97138661, -1.32890735, -0.75380083, 1.0692428],
    ]), encoder_before=read_only([
        [-8.65383328, 6.75859366, -7.40612319, -5.58703834],
        [-5.96356976, 4.98283139, -4.96577391, -2.67478624],
        [-7.88177659, 4.86782403, -7.63461537, -4.5488149],
        [-7.84915991, 9.65144474, -4.43207905, -5.26985009],
    ]), decoder_after=read_only([
        [-2.28407542, -1.66045368, -0.26399719, -2.21883525],
        [-2.2749903, -1.65233489, -0.25138472, -2.21583054],
        [-2.28694923, -1.66321263, -0.26799921, -2.21986679],
        [-2.27857887, -1.6446914, -0.25843686, -2.21114437],
    ]), decoder_before=read_only([
        [-8.83029421, 17.23936334, -12.62006535, -9.26913747],
        [-6.47326029, 15.29173321, -10.83198984, -9.35505301],
        [-8.75435951, 17.22808682, -13.77290975, -10.31397533],
        [-8.93819776, 20.7138353, -11.0597263, -10.75625898],
    ]))


def _transformer():
    random = np.random.default_rng(11)
    embeddings = _draw(random, 6, D)
    fresh = {f"norm_{number}": (read_only(np.ones(D)), read_only(np.zeros(D))) for number in (1, 2, 3)}   # as before training
    stacks = [(_layer(random) | fresh, _layer(random) | fresh) for _ in ("encoder", "decoder")]
    return Transformer(embeddings, *stacks, read=[2, 3], written=[0, 4], probabilities=read_only([
        [0.02057507, 0.14509243, 0.4609898, 0.02456435, 0.036282, 0.31249636],
        [0.01333919, 0.09448668, 0.61893076, 0.0119851, 0.01828696, 0.24297132],
    ]))


block, toy = _block(), _transformer()

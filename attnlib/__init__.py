"""Attention in NumPy, in the order in which it is taught."""

from attnlib.kernels import (
    softmax,
    attention,
    additive_attention,
    split_heads,
    merge_heads,
    multi_head_attention,
    causal_mask,
    padding_mask,
    future_leak,
    feed_forward,
    layer_norm,
    sinusoidal_positions,
)
from attnlib.tiled import tiled_attention

__all__ = [
    "softmax",
    "attention",
    "additive_attention",
    "split_heads",
    "merge_heads",
    "multi_head_attention",
    "causal_mask",
    "padding_mask",
    "future_leak",
    "feed_forward",
    "layer_norm",
    "sinusoidal_positions",
    "tiled_attention",
]

"""Attention in NumPy, in the order in which it is taught."""

from attnlib.kernels import (
    additive_attention,
    attention,
    attention_backward,
    causal_mask,
    feed_forward,
    future_leak,
    layer_norm,
    merge_heads,
    multi_head_attention,
    padding_mask,
    rotate,
    sinusoidal_positions,
    softmax,
    split_heads,
)
from attnlib.tiled import tiled_attention

__all__ = [
    "softmax",
    "attention",
    "attention_backward",
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
    "rotate",
    "tiled_attention",
]

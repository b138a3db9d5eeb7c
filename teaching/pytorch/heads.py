"""Lesson heads: MultiheadAttention holds W_Q, W_K and W_V stacked and transposed, and averages the heads' weights."""


def pytorch():
    import torch
    from torch.nn import MultiheadAttention

    x = torch.tensor([[[1.0, 0, 2, 1], [0, 1, 1, 0], [1, 1, 0, 2]]])
    layer = MultiheadAttention(4, 2, bias=False, batch_first=True).eval()
    w = torch.arange(64.0).view(4, 4, 4) % 5 - 2
    layer.in_proj_weight.data = torch.cat([w[0].T, w[1].T, w[2].T])
    layer.out_proj.weight.data = w[3].T
    output, weights = layer(x, x, x, average_attn_weights=False)
    return weights[0].detach()


def with_attnlib():
    import numpy as np

    from attnlib import multi_head_attention

    x = np.array([[1.0, 0, 2, 1], [0, 1, 1, 0], [1, 1, 0, 2]])
    w = np.arange(64.0).reshape(4, 4, 4) % 5 - 2
    output, weights = multi_head_attention(x, x, *w, heads=2)
    return weights

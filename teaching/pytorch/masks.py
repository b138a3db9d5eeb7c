"""Lesson masks: in scaled_dot_product_attention True may be seen; in MultiheadAttention and its layers True is hidden."""


def pytorch():
    import torch
    from torch.nn import MultiheadAttention
    from torch.nn.functional import scaled_dot_product_attention

    x = torch.tensor([[[1.0, 0], [0, 1], [1, 1]]])
    visible = torch.ones(3, 3, dtype=torch.bool).tril()
    output = scaled_dot_product_attention(x, x, x, attn_mask=visible)
    layer = MultiheadAttention(2, 1, bias=False, batch_first=True).eval()
    layer.in_proj_weight.data = torch.eye(2).repeat(3, 1)
    layer.out_proj.weight.data = torch.eye(2)
    same, weights = layer(x, x, x, attn_mask=~visible)
    return torch.stack([output[0], same[0].detach()])


def with_attnlib():
    import numpy as np

    from attnlib import attention, causal_mask

    x = np.array([[1.0, 0], [0, 1], [1, 1]])
    output, weights = attention(x, x, x, mask=causal_mask(3))
    return np.stack([output, output])

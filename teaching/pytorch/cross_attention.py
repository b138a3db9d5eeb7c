"""Lesson cross-attention: query first, then key and value; key_padding_mask hides where it is True."""


def pytorch():
    import torch
    from torch.nn import MultiheadAttention

    source = torch.tensor([[[1.0, 0], [0, 1], [3, 3]]])
    target = torch.tensor([[[1.0, 1], [2, 0]]])
    layer = MultiheadAttention(2, 1, bias=False, batch_first=True).eval()
    layer.in_proj_weight.data = torch.eye(2).repeat(3, 1)
    layer.out_proj.weight.data = torch.eye(2)
    padding = torch.tensor([[False, False, True]])
    output, _ = layer(target, source, source, key_padding_mask=padding)
    return output[0].detach()


def with_attnlib():
    import numpy as np

    from attnlib import attention, padding_mask

    source = np.array([[1.0, 0], [0, 1], [3, 3]])
    target = np.array([[1.0, 1], [2, 0]])
    visible = padding_mask([2], 3)[0]
    output, weights = attention(target, source, source, mask=visible)
    return output

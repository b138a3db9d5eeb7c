"""Lesson self-attention: one function does it, and takes √d_k by itself."""


def pytorch():
    import torch
    from torch.nn.functional import scaled_dot_product_attention

    x = torch.tensor([[1.0, 0, 1, 0], [0, 1, 0, 1], [1, 1, 1, 1]])
    output = scaled_dot_product_attention(x, x, x)
    return output


def with_attnlib():
    import numpy as np

    from attnlib import attention

    x = np.array([[1.0, 0, 1, 0], [0, 1, 0, 1], [1, 1, 1, 1]])
    output, weights = attention(x, x, x)
    return output

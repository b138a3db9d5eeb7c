"""Lesson language-model: a cache by hand. The newest word asks all keys so far; no mask, since nothing lies ahead of it."""


def pytorch():
    import torch
    from torch.nn.functional import scaled_dot_product_attention

    x = torch.tensor([[1.0, 0], [0, 1], [1, 1], [2, 1]])
    keys, values, outputs = x[:0], x[:0], []
    for word in x.split(1):
        keys, values = torch.cat([keys, word]), torch.cat([values, word])
        outputs.append(scaled_dot_product_attention(word, keys, values))
    return torch.cat(outputs)


def with_attnlib():
    import numpy as np

    from attnlib import attention, causal_mask

    x = np.array([[1.0, 0], [0, 1], [1, 1], [2, 1]])
    output, weights = attention(x, x, x, mask=causal_mask(4))
    return output

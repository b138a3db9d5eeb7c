"""Lesson gradients: autograd walks back what attention_backward has as equations."""


def pytorch():
    import torch
    from torch.nn.functional import scaled_dot_product_attention

    q = torch.tensor([[1.0, 0], [0, 1]], requires_grad=True)
    k = torch.tensor([[1.0, 1], [0, 1], [2, 0]], requires_grad=True)
    v = torch.tensor([[1.0, 0], [0, 2], [1, 1]], requires_grad=True)
    output = scaled_dot_product_attention(q, k, v)
    output.backward(torch.tensor([[1.0, 0], [0, 1]]))
    return torch.cat([q.grad, k.grad, v.grad])


def with_attnlib():
    import numpy as np

    from attnlib import attention_backward

    q = np.array([[1.0, 0], [0, 1]])
    k = np.array([[1.0, 1], [0, 1], [2, 0]])
    v = np.array([[1.0, 0], [0, 2], [1, 1]])
    gradients = attention_backward(q, k, v, np.array([[1.0, 0], [0, 1]]))
    return np.concatenate(gradients)

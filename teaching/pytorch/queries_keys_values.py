"""Lesson queries-keys-values: a Linear layer holds the transpose of W, and a bias unless told otherwise."""


def pytorch():
    import torch
    from torch.nn.functional import scaled_dot_product_attention

    x = torch.tensor([[1.0, 0], [0, 1], [1, 1]])
    w = torch.tensor([[[1.0, 2], [0, 1]], [[0, 1], [1, 0]],
                      [[2, 0], [1, 1]]])
    to_query = torch.nn.Linear(2, 2, bias=False)
    to_query.weight.data = w[0].T
    output = scaled_dot_product_attention(to_query(x), x @ w[1], x @ w[2])
    return output.detach()


def with_attnlib():
    import numpy as np

    from attnlib import attention

    x = np.array([[1.0, 0], [0, 1], [1, 1]])
    w = np.array([[[1.0, 2], [0, 1]], [[0, 1], [1, 0]],
                  [[2, 0], [1, 1]]])
    output, weights = attention(x @ w[0], x @ w[1], x @ w[2])
    return output

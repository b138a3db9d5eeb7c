"""Lesson learning-to-align: one step. backward() fills .grad, step() subtracts rate · gradient."""


def pytorch():
    import torch
    from torch.nn.functional import cross_entropy

    x = torch.tensor([[1.0, 0], [0, 1], [2, 1]])
    target = torch.tensor([0, 1, 2])
    w = torch.zeros(2, 3, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.5)
    loss = cross_entropy(x @ w, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return w.detach()


def with_attnlib():
    import numpy as np

    from attnlib import softmax

    x, target = np.array([[1.0, 0], [0, 1], [2, 1]]), np.array([0, 1, 2])
    w = np.zeros((2, 3))
    p_minus_y = softmax(x @ w) - np.eye(3)[target]
    gradient = x.T @ p_minus_y / len(x)
    w = w - 0.5 * gradient
    return w

"""Lesson positions: RoPE as a product of complex numbers. Pairs are neighbours here; other libraries pair half with half."""


def pytorch():
    import torch

    x, places = torch.tensor([[1.0, 0, 1, 0]] * 3), torch.arange(3)
    angles = places[:, None] * 10000.0 ** (-torch.arange(0, 4, 2) / 4)
    turns = torch.polar(torch.ones_like(angles), angles)
    pairs = torch.view_as_complex(x.view(3, 2, 2))
    rotated = torch.view_as_real(pairs * turns).flatten(-2)
    return rotated


def with_attnlib():
    import numpy as np

    from attnlib import rotate

    x, places = np.array([[1.0, 0, 1, 0]] * 3), np.arange(3)
    rotated = rotate(x, places)
    return rotated

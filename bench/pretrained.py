"""The real model of lesson real-model: loading it, running a sentence, and the same weights in PyTorch, one thread each."""

import sys

from attnlib import pretrained
from bench.measure import Row, one_blas_thread, ratios, seconds

SENTENCE = "O pequeno gato preto bebeu devagar o leite quente. E o menino curioso leu um livro antigo na cozinha da avó."
PAIRS = 7


def twin(encoder):
    """The model as a function from ids to states after the last layer, in PyTorch."""
    import torch
    from torch.nn import functional as F

    def tensor(array):
        return torch.from_numpy(array.copy())

    layers = [{name: (tensor(part[0].T), tensor(part[1])) if "norm" not in name else (tensor(part[0]), tensor(part[1]))
               for name, part in layer.items()} for layer in encoder.layers]

    def run(ids):
        x = tensor(encoder.embed(ids))
        for layer in layers:
            q, k, v = (F.linear(x, *layer[name]).view(len(ids), pretrained.HEADS, -1).transpose(0, 1) for name in "qkv")
            mixed = F.scaled_dot_product_attention(q, k, v).transpose(0, 1).reshape(len(ids), -1)
            x = F.layer_norm(x + F.linear(mixed, *layer["o"]), x.shape[-1:], *layer["norm_1"])
            inner = F.linear(F.gelu(F.linear(x, *layer["up"])), *layer["down"])
            x = F.layer_norm(x + inner, x.shape[-1:], *layer["norm_2"])
        return x

    return run


def rows():
    with one_blas_thread():
        encoder = pretrained.load()
        ids = encoder.split(SENTENCE)[:27] + [pretrained.END]
        encoder.run(ids)
        yield Row("real model: load", [seconds(pretrained.load) for _ in range(PAIRS)], 1, unit="s", check=3)
        yield Row("real model: 28 pieces", [seconds(lambda: encoder.run(ids)) for _ in range(PAIRS)], 0.1, unit="s", check=0.3)
        try:
            import torch
        except ImportError:
            print("PyTorch is not installed: the real model is not compared (pip install torch==2.13.0)", file=sys.stderr)
            return
        torch.set_num_threads(1)
        run = twin(encoder)
        with torch.inference_mode():
            assert abs(run(ids).numpy() - encoder.run(ids)[0][-1]).max() < 1e-2, "the twin is another model"
            yield Row("real model: 28 pieces, attnlib / PyTorch", ratios(lambda: encoder.run(ids), lambda: run(ids), PAIRS))

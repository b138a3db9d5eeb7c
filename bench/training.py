"""A step of training beside the same model in PyTorch: the Aligner with autograd and torch.optim.Adam, one thread each."""

import sys

import numpy as np

from attnlib.grammar import PAD, sample
from attnlib.learn import SETTINGS, Aligner, train
from attnlib.models import before
from bench.measure import Row, seconds

STEPS = 100


def twin(model):
    """Aligner's forward pass on tensors that share its first parameters: (parameters, loss of a batch)."""
    import torch
    p = {name: torch.tensor(array, requires_grad=True) for name, array in model.parameters.items()}

    def loss(batch):
        source, previous, target = (torch.from_numpy(np.asarray(x, dtype=np.int64))
                                    for x in (batch.source, before(batch.target), batch.target))
        x = p["source_words"][source]   # (batch, sources, d)
        y = p["target_words"][previous] + p["target_places"][:previous.shape[1]]
        q, k, v = y @ p["w_q"], (x + p["source_places"][:source.shape[1]]) @ p["w_k"], x @ p["w_v"]
        scores = q @ k.transpose(1, 2) / q.shape[-1] ** 0.5
        weights = scores.masked_fill((source == PAD)[:, None], -torch.inf).softmax(-1)
        hidden = torch.tanh(weights @ v @ p["w_output"] + y @ p["w_query"] + p["b_hidden"])
        logits = hidden @ p["w_out"] + p["b_out"]
        counted = torch.from_numpy(batch.target_mask.astype(np.float32))
        losses = torch.nn.functional.cross_entropy(logits.transpose(1, 2), target, reduction="none")
        return (losses * counted).sum() / counted.sum()

    return p, loss


def rows():
    try:
        import torch
        from threadpoolctl import threadpool_limits
    except ImportError:
        print("PyTorch is not installed: training is not compared (pip install torch==2.13.0)", file=sys.stderr)
        return
    settings = SETTINGS["one clause"]
    data = sample(400, np.random.default_rng(0))
    torch.set_num_threads(1)
    model = Aligner()
    p, loss = twin(model)
    assert abs(float(loss(data[:64]).detach()) - model.loss(data[:64])[0]) < 1e-4, "the twin is another model"

    def ours():
        for _ in train(Aligner(), data, **{**settings, "steps": STEPS}):
            pass

    def theirs():
        optimizer = torch.optim.Adam(p.values(), lr=settings["rate"], weight_decay=settings["decay"])
        random = np.random.default_rng(0)
        for _ in range(STEPS):
            optimizer.zero_grad()
            loss(data[random.integers(len(data), size=64)]).backward()
            optimizer.step()

    with threadpool_limits(1, "blas"):
        ours(), theirs()
        yield Row("a step of the Aligner / the same in PyTorch, one thread each",
                  [seconds(ours) / seconds(theirs) for _ in range(9)])
    torch.set_num_threads(2)

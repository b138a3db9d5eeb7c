"""The model of lesson language-model: a step of its training beside the same in PyTorch, how soon it is good, how fast it writes.

One thread each. How far above the floor: on 200 stories that it has not seen.
"""

import sys
import time

import numpy as np

from attnlib import learn
from attnlib.gpt import GPT
from attnlib.grammar import PAD
from attnlib.learn import SETTINGS, above_floor, train
from attnlib.models import before
from attnlib.stories import SIMPLE, Stories
from bench.measure import Row, one_blas_thread, ratios

STEPS, PAIRS, SEEDS = 60, 9, 3
NEAR = 0.03   # above the floor
COUNT = 8     # stories written side by side


def twin(model):
    """GPT's forward pass on tensors that share its first parameters: (parameters, loss of a batch)."""
    import torch
    from torch.nn import functional as F
    p = {name: torch.tensor(array, requires_grad=True) for name, array in model.parameters.items()}

    def norm(x, gain, bias):
        return F.layer_norm(x, x.shape[-1:], p[gain], p[bias])

    def loss(batch):
        read, target = (torch.from_numpy(np.asarray(x, dtype=np.int64)) for x in (before(batch.target), batch.target))
        x = p["words"][read] + p["places"][:read.shape[1]]
        for i in range(model.layers):
            y = norm(x, f"{i}.gain_1", f"{i}.bias_1")
            q, k, v = ((y @ p[f"{i}.{w}"]).unflatten(-1, (model.heads, -1)).transpose(1, 2) for w in ("w_q", "w_k", "w_v"))
            mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True)
            x = x + mixed.transpose(1, 2).flatten(-2) @ p[f"{i}.w_o"]
            y = norm(x, f"{i}.gain_2", f"{i}.bias_2")
            x = x + torch.relu(y @ p[f"{i}.w_1"] + p[f"{i}.b_1"]) @ p[f"{i}.w_2"] + p[f"{i}.b_2"]
        logits = norm(x, "gain", "bias") @ p["w_out"] + p["b_out"]
        return F.cross_entropy(logits.flatten(0, 1), target.flatten(), ignore_index=PAD)

    return p, loss


def beside_pytorch():
    """Ratios of STEPS steps of training, ours / PyTorch's. Both draw the same stories, which costs both the same."""
    import torch
    torch.set_num_threads(1)
    stories = Stories("pt", SIMPLE)
    batches = [stories.sample(32, np.random.default_rng(seed)) for seed in range(STEPS)]
    settings = SETTINGS["simple stories"]
    p, loss = twin(GPT(len(stories.vocabulary)))
    assert abs(float(loss(batches[0]).detach()) - GPT(len(stories.vocabulary)).loss(batches[0])[0]) < 1e-4, "another model"

    def ours():
        given = iter(batches)
        for _ in train(GPT(len(stories.vocabulary)), lambda rng: next(given), **{**settings, "steps": STEPS}):
            pass

    def theirs():
        optimizer = torch.optim.Adam(p.values(), lr=settings["rate"])
        for batch in batches:
            optimizer.zero_grad()
            loss(batch).backward()
            torch.nn.utils.clip_grad_norm_(p.values(), settings["clip"])
            optimizer.step()

    return ratios(ours, theirs, PAIRS)


def until_near(language, seed):
    """Seconds of CPU of training until the model stands NEAR the floor on simple stories, looked at every 10 steps."""
    stories = Stories(language, SIMPLE)
    unseen, taken = stories.sample(200, np.random.default_rng(2026)), 0
    model = GPT(len(stories.vocabulary), seed=seed)
    start = time.process_time()
    for step, _ in train(model, lambda rng: stories.sample(32, rng), seed=seed, **SETTINGS["simple stories"]):
        if step % 10 == 0:
            taken += time.process_time() - start
            if above_floor(model, unseen, stories) <= NEAR:
                return taken
            start = time.process_time()
    return float("inf")


def words_a_second(cached):
    model, rng = learn.load("gpt-pt"), np.random.default_rng(0)
    start = time.perf_counter()
    written = model.generate(rng, COUNT, cached=cached)
    return (written != PAD).sum() / (time.perf_counter() - start)


def rows():
    with one_blas_thread():
        try:
            yield Row("a step of the language model / the same in PyTorch, one thread each", beside_pytorch(), 1)
        except ImportError:
            print("PyTorch is not installed: the language model is not compared (pip install torch==2.13.0)", file=sys.stderr)
        for language in "pt", "ko":
            yield Row(f"simple stories ({language}): until {NEAR:.0%} above the floor",
                      [until_near(language, seed) for seed in range(SEEDS)], unit="s")
        for cached, name in (True, "with its cache"), (False, "without"):
            yield Row(f"words a second, {COUNT} stories side by side, {name}", [words_a_second(cached) for _ in range(PAIRS)],
                      unit="/s")

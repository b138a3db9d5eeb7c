"""What lessons 12 and 13 say of training, run once, over several seeds: `python -m attnlib.experiments`, an hour on one core.

    measured("stories", "uniform", language)   → a list, one dict a seed: above, agreement, sense, copy, grammatical, curve
Each run is train(GPT(...), ...) as the lesson's own cell has it, and differs from "gpt" in one thing. experiments.json keeps
what came out; a run that stands there already is not made again. A test makes one of them again.
"""

import json
import sys
from itertools import product
from pathlib import Path

import numpy as np

from attnlib.gpt import GPT
from attnlib.learn import SETTINGS, above_floor, decided, train
from attnlib.stories import KINDS, SIMPLE, Stories

RESULTS = Path(__file__).with_name("experiments.json")
PARTS = 10   # of a run: after each, how far above the floor it stands

VARIANTS = {   # name: what differs from "gpt"
    "gpt": {}, "uniform": dict(mixing="uniform"), "one layer": dict(layers=1), "self": dict(mixing="self"),
    "no positions": dict(positions=False), "one head": dict(heads=1),
}
SCALING = {f"d_k {d_k}{', no root' if scale else ''}": dict(layers=1, heads=2, d_k=d_k, scale=scale)
           for d_k in (8, 32, 128, 512) for scale in (None, 1)}
DEPTH = {f"{layers} layers, {name}": dict(layers=layers, heads=2, **changed) for layers in (2, 6)
         for name, changed in (("norm before", {}), ("norm after", dict(norm="after")), ("no residual", dict(residual=False)))}
LONG = {name: VARIANTS[name] for name in ("gpt", "uniform", "one layer")} | {   # the last three are lesson 13's
    "two kv heads": dict(kv_heads=2), "one kv head": dict(kv_heads=1), "window": dict(window=4)}
EXPERIMENTS = {   # name: kinds of stories, settings, variants, seeds
    "simple stories": (SIMPLE, "simple stories", VARIANTS, 3),
    "scaling": (SIMPLE, "short", SCALING, 5),
    "depth": (SIMPLE, "short", DEPTH, 3),
    "stories": (KINDS, "stories", LONG, 3),
}


def run(experiment, variant, language, seed):
    """One run, as a dict: `above` the floor (0.02 is 2 %), shares by kind, whole stories grammatical, `curve` of `above`."""
    kinds, settings, variants, _ = EXPERIMENTS[experiment]
    stories = Stories(language, kinds)
    model = GPT(len(stories.vocabulary), seed=seed, **variants[variant])
    unseen = stories.sample(500, np.random.default_rng(2026))
    steps = SETTINGS[settings]["steps"]
    with np.errstate(all="ignore"):
        curve = [above_floor(model, unseen[:200], stories)]
        for step, _ in train(model, lambda rng: stories.sample(32, rng), seed=seed, **SETTINGS[settings]):
            if step % (steps // PARTS) == 0:
                curve.append(above_floor(model, unseen[:200], stories))
    written = model.generate(np.random.default_rng(0), 300)
    found = {"above": above_floor(model, unseen, stories), **decided(model, unseen, stories),
             "grammatical": float(stories.grammatical(written).mean())}
    return {name: round(value, 4) for name, value in found.items()} | {"curve": [round(value, 3) for value in curve]}


def measured(experiment, variant, language):
    """The stored runs of one variant, one a seed."""
    if experiment not in EXPERIMENTS or variant not in EXPERIMENTS[experiment][2]:
        known = {name: list(variants) for name, (_, _, variants, _) in EXPERIMENTS.items()}
        raise ValueError(f"no experiment {experiment!r} has a variant {variant!r}; there are {known}")
    stored = json.loads(RESULTS.read_text(encoding="utf-8"))
    return [stored[f"{experiment} | {variant} | {language} | {seed}"] for seed in range(EXPERIMENTS[experiment][3])]


def ranges(experiment, variants, language, *found):
    """Per cent: for each variant a row with the lowest and the highest over the seeds, of each of `found` in turn."""
    rows = [[[run[name] for run in measured(experiment, variant, language)] for name in found] for variant in variants]
    return 100 * np.stack([np.min(rows, axis=-1), np.max(rows, axis=-1)], axis=-1).reshape(len(variants), -1)


def paths(experiment, variant, language):
    """(steps, (seeds, steps)): after which steps, how many per cent above the floor each seed stood. Not before the first."""
    steps = SETTINGS[EXPERIMENTS[experiment][1]]["steps"]
    curves = np.array([run["curve"] for run in measured(experiment, variant, language)])
    return steps // PARTS * np.arange(1, PARTS + 1), 100 * curves[:, 1:]


def names():
    """{name in the file: (experiment, variant, language, seed)} of every run; what needs no two languages is run in one."""
    return {f"{experiment} | {variant} | {language} | {seed}": (experiment, variant, language, seed)
            for experiment, (*_, variants, seeds) in EXPERIMENTS.items()
            for variant, language, seed in product(variants, ("pt", "ko") if "stories" in experiment else ("pt",), range(seeds))}


def main():
    stored = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    for name, what in names().items():
        if name not in stored:
            stored[name] = run(*what)
            print(name, stored[name], file=sys.stderr, flush=True)
            RESULTS.write_text(json.dumps(stored, indent=0, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()

"""The figures of attnlib.learn over five seeds: `python -m bench.learning`. It prints a table and writes nothing.

Each row is one training; every test sentence is unseen. Seconds are of the training alone: on the clock, and of processor time
(on a busy machine the clock says more about the neighbours). One BLAS thread: these matrices are too small to share.
"""

import os
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")   # read when NumPy is imported

import numpy as np

from attnlib.grammar import reversal, sample
from attnlib.learn import SETTINGS, Aligner, RnnSearch, RnnVector, error_rate, exact, train, up_to_three_clauses

SEEDS = range(5)


def trained(model, data, seed, settings):
    clock, processor = time.perf_counter(), time.process_time()
    for _ in train(model, data, seed=seed, **SETTINGS[settings]):
        pass
    return time.perf_counter() - clock, time.process_time() - processor


def row(task, seed, model, seconds, tests):
    """tests: a Batch for each column of the task."""
    scores = [f"{exact(model, test):.3f}" for test in tests]
    has_weights = model.align(tests[0][:1]) is not None
    rates = [f"{error_rate(model, test):.3f}" if has_weights else "–" for test in tests]
    print(f"{task:34} {seed:4}  {model.size:6}  {'  '.join(scores):26} {'  '.join(rates):26} {seconds[0]:6.1f} {seconds[1]:6.1f}", flush=True)


def one_clause(task, count, model_options, settings="one clause", **sample_options):
    for seed in SEEDS:
        model = Aligner(seed=seed, **model_options)
        seconds = trained(model, sample(count, np.random.default_rng(seed), **sample_options), seed, settings)
        row(task, seed, model, seconds, [sample(1000, np.random.default_rng(100 + seed), held_out=True, **sample_options)])


def heading(note):
    print(f"\n{note}\n{'task':34} {'seed':>4}  {'size':>6}  {'exact':26} {'AER':26} {'clock':>6} {'CPU s':>6}")


def main():
    heading("Reversal, lengths 3–20")
    for seed in SEEDS:
        model = Aligner(12, 12, longest=21, count_down=True, seed=seed)
        seconds = trained(model, lambda rng: reversal(64, rng), seed, "reversal")
        row("Aligner", seed, model, seconds, [reversal(1000, np.random.default_rng(100 + seed))])

    heading("One clause: pairs to learn from, 1000 unseen sentences")
    for name, count, options in (
        ("Aligner", 100, {}), ("Aligner", 200, {}), ("Aligner", 400, {}), ("uniform weights", 400, dict(control="uniform")),
        ("shuffled keys", 400, dict(control="shuffled")), ("no positions", 400, dict(positions="none")),
        ("positions in the source only", 400, dict(positions="source")), ("positions in the target only", 400, dict(positions="target")),
    ):
        one_clause(f"{name}, {count} pairs", count, options)

    heading("One clause that a bag of words tells: “unordered”")
    one_clause("Aligner, 400 pairs", 400, {}, unordered=True)
    one_clause("uniform weights, 400 pairs", 400, dict(control="uniform"), unordered=True)
    one_clause("uniform weights, 2000 pairs", 2000, dict(control="uniform"), unordered=True)
    one_clause("uniform weights, 2000, longer", 2000, dict(control="uniform"), "one clause, longer", unordered=True)

    heading("One clause, experiments on the Korean side: 400 pairs")
    for options in (dict(object_first=True), dict(particles=False), dict(object_first=True, particles=False)):
        one_clause(", ".join(f"{name}={value}" for name, value in options.items()), 400, {}, **options)

    heading("One to three clauses, tested on 1, 2, 3 and (never seen) 4: 500 sentences each")
    for kind in (RnnSearch, RnnVector):
        for seed in SEEDS:
            model = kind(seed=seed)
            seconds = trained(model, up_to_three_clauses, seed, "three clauses")
            tests = [sample(500, np.random.default_rng(100 + seed), clauses, held_out=True) for clauses in (1, 2, 3, 4)]
            row(kind.__name__, seed, model, seconds, tests)


if __name__ == "__main__":
    main()

"""09 block."""

import numpy as np

from attnlib.classroom.check.judge import judge, judge_function

TOKEN = np.array([4, 0, 0, 0])


def normalised_token(answer):
    """Layer norm of (4, 0, 0, 0), gain 1, bias 0."""
    centred = TOKEN - TOKEN.mean()
    return judge(answer, centred / np.sqrt(3), {
        "mistake-norm-centred": centred,
        "mistake-norm-variance": centred / 3,
        "mistake-norm-n-minus-1": centred / TOKEN.std(ddof=1),
        "mistake-norm-not-centred": TOKEN / np.sqrt(3),
        "mistake-norm-length": TOKEN / np.linalg.norm(TOKEN),
    })


def add_and_norm(answer):
    """A function of x and part_of_x (tokens, d): LayerNorm(x + part_of_x), gain 1, bias 0."""
    random = np.random.default_rng(0)
    cases = [tuple(random.normal(size=(2, *shape))) for shape in ((4, 3), (2, 5), (1, 4))]

    def norm(x, axis=-1):
        centred = x - x.mean(axis=axis, keepdims=True)
        return centred / np.sqrt((centred**2).mean(axis=axis, keepdims=True) + 1e-5)

    return judge_function(answer, cases, lambda x, part: norm(x + part), {
        "mistake-block-no-residual": lambda x, part: norm(part),
        "mistake-block-part-only": lambda x, part: x + norm(part),
        "mistake-block-before": lambda x, part: norm(x) + part,
        "mistake-block-no-norm": lambda x, part: x + part,
        "mistake-block-over-tokens": lambda x, part: norm(x + part, axis=0),
    })


def sees_others(answer):
    """Which of attention, residual, layer norm, feed-forward let tokens see each other."""
    return judge(answer, [1, 0, 0, 0], {
        "mistake-sees-norm": [1, 0, 1, 0],
        "mistake-sees-net": [1, 0, 0, 1],
        "mistake-sees-residual": [1, 1, 0, 0],
        "mistake-sees-turned": [0, 1, 1, 1],
    })


def block_numbers(answer):
    """Learned numbers of an encoder block with d = 256 and hidden = 1024, without biases and norms."""
    d, hidden = 256, 1024
    return judge(answer, 4 * d * d + 2 * d * hidden, {
        "mistake-numbers-three": 3 * d * d + 2 * d * hidden,
        "mistake-numbers-one-net": 4 * d * d + d * hidden,
        "mistake-numbers-no-net": 4 * d * d,
    })


def melting(answer):
    """Why the tokens of a stack without residual become equal: the second of four reasons."""
    return judge(answer, 2, {"mistake-melting-overflow": 1, "mistake-melting-random": 3, "mistake-melting-net": 4})

"""09 block."""

import numpy as np

from attnlib.classroom import variants
from attnlib.classroom.check.judge import judge, judge_function, leak, tidy


def normalised_token(answer, number=None):
    """Layer norm, gain 1 and bias 0, of a token that belongs to a student number."""
    token, default = variants.normalised_token(number), variants.normalised_token()
    centred = token - token.mean()
    return judge(answer, centred / token.std(), {
        "mistake-norm-centred": centred,
        "mistake-norm-variance": centred / token.var(),
        "mistake-norm-n-minus-1": centred / token.std(ddof=1),
        "mistake-norm-not-centred": token / token.std(),
        "mistake-norm-length": token / np.linalg.norm(token),
        "mistake-default-variant": (default - default.mean()) / default.std() if variants.student_text(number) else None,
    })


def add_and_norm(answer):
    """A function of x and part_of_x (tokens, d): LayerNorm(x + part_of_x), gain 1, bias 0.

    Tried on one token, on none, on large numbers and, where it is wrong in a way of its own, by the leak detector.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, shape, shape) for shape in ((2, 3), (4, 3), (2, 5), (1, 4), (0, 3))]
    cases.append(tuple(1000 * part for part in cases[1]))

    def norm(x, axis=-1):
        centred = x - x.mean(axis=axis, keepdims=True)
        return centred / np.sqrt((centred**2).mean(axis=axis, keepdims=True) + 1e-5)

    return judge_function(answer, cases, lambda x, part: norm(x + part), {
        "mistake-block-no-residual": lambda x, part: norm(part),
        "mistake-block-part-only": lambda x, part: x + norm(part),
        "mistake-block-before": lambda x, part: norm(x) + part,
        "mistake-block-no-norm": lambda x, part: x + part,
        "mistake-block-over-tokens": lambda x, part: norm(x + part, axis=0),
    }, explain=lambda outcome, arguments: leak(lambda x: answer(x, arguments[1]), arguments[0]) if len(arguments[0]) else None)


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

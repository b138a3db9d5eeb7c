"""How an answer is judged: against the right result, and against what each usual mistake would give.

Every function here prints one message in the learner's language and returns whether the answer is right.
"""

import sys

import numpy as np

from attnlib.classroom.check import child
from attnlib.classroom.labels import label

TOLERANCE = 1e-3   # answers rounded to three decimals pass; every mistake is much farther off


def judge(answer, right, mistakes, quiet=False):
    """Print what an answer is; True if it is right. `quiet` prints nothing for a right answer."""
    if answer is ... or answer is None:
        print(label("check-empty"))
        return False
    verdict = _verdict(answer, right, mistakes)
    if verdict or not quiet:
        print(verdict or label("check-right"))
    return not verdict


def judge_function(answer, cases, right, mistakes, explain=None):
    """Try a student's function on several inputs, and print the first thing that is wrong; True if nothing is.

    `explain`, a function of a wrong outcome and its arguments, may have a message for what is none of the mistakes.
    """
    outcomes = run(answer, cases)
    if outcomes is None:
        return False
    for number, (outcome, arguments) in enumerate(zip(outcomes, cases)):
        expected, result = right(*arguments), outcome.result
        verdict = _fault(outcome, arguments, number)
        if not verdict and isinstance(expected, tuple) and not (isinstance(result, tuple) and len(result) == len(expected)):
            verdict = label("check-two-results")
        if not verdict:
            verdict = _verdict_of_result(result, expected, {key: fn(*arguments) for key, fn in mistakes.items()})
        if verdict:
            if explain and verdict not in map(label, mistakes):
                verdict = explain(outcome, arguments) or verdict
            print(verdict)
            return False
    print(label("check-right") + _remarks(outcomes))
    return True


def run(answer, cases):
    """The outcomes of a student's function, or None when it is no function or does not stop (and that is said)."""
    if not callable(answer):
        print(label("check-empty" if answer is ... else "check-not-a-function", got=type(answer).__name__))
        return None
    if sys.platform == "emscripten":
        from IPython.display import clear_output
        print(label("check-running"))   # stands while a loop runs on and on
        clear_output(wait=True)
    try:
        return child.run(answer, cases)
    except TimeoutError:
        print(label("check-loops", seconds=child.SECONDS))
        return None


def _fault(outcome, arguments, number):
    """What is wrong with a call before its numbers are looked at."""
    if outcome.error:
        shapes = ", ".join(str(np.shape(argument)) for argument in arguments)
        return label("check-raises", error=outcome.error, shapes=shapes)
    if outcome.foreign:
        return label("check-not-numbers", got=outcome.foreign)
    if outcome.result is ... or outcome.result is None:
        if outcome.printed:
            return label("check-prints")
        return label("check-no-return" if number == 0 else "check-nothing-returned")
    if outcome.changed:
        return label("check-changes-input")
    return None


def _remarks(outcomes):
    """What a right function may still do better."""
    parts = [part for one in outcomes for part in (one.result if isinstance(one.result, tuple) else (one.result,))]
    said = [key for key, so in (("check-remark-list", any(isinstance(part, list) for part in parts)),
                                ("check-remark-prints", any(one.printed for one in outcomes))) if so]
    return "".join(" " + label(key) for key in said)


def _verdict_of_result(result, expected, mistakes):
    if not isinstance(expected, tuple):
        return _verdict(result, expected, mistakes)
    verdicts = [_verdict(result[part], expected[part], {key: both[part] for key, both in mistakes.items()}, name)
                for part, name in enumerate(("output", "weights"))]
    # the weights come second, and say more about a mistake than the output mixed from them
    return next((verdict for verdict in reversed(verdicts) if verdict), None)


def _verdict(answer, right, mistakes, name=""):
    """None for a right answer, else the message; `name` says which of two results it is about."""
    kind = type(answer).__name__
    try:
        answer = np.asarray(answer)
    except ValueError:   # rows of different lengths
        return label("check-not-numbers", got=kind)
    if answer.dtype.kind not in "biuf":
        return label("check-not-numbers", got=kind)
    answer = answer + 0   # True is as good as 1
    right = np.asarray(right)
    if _close(answer, right):
        return None
    for key, mistake in mistakes.items():
        if mistake is not None and _close(answer, np.asarray(mistake)):
            return label(key)
    if answer.shape != right.shape:
        return label("check-shape", got=answer.shape, needed=right.shape) if right.shape else label("check-one-number")
    if np.isnan(answer).any():
        return label("mistake-nan")
    place = tuple(int(i) for i in np.argwhere(~np.isclose(answer, right, rtol=TOLERANCE, atol=TOLERANCE))[0])
    return label("check-different", place=f"{name}{list(place)}", got=f"{answer[place]:.4g}") if place else label("check-other")


def _close(answer, right):
    return answer.shape == right.shape and np.allclose(answer, right, rtol=TOLERANCE, atol=TOLERANCE, equal_nan=True)   # a mistake may give NaN

"""How an answer is judged: against the right result, and against what each usual mistake would give."""

import numpy as np

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


def judge_function(answer, cases, right, mistakes):
    """Try a student's function on several inputs, and print the first thing that is wrong."""
    if not callable(answer):
        print(label("check-empty" if answer is ... else "check-not-a-function", got=type(answer).__name__))
        return
    for number, arguments in enumerate(cases):
        copies = [argument.copy() for argument in arguments]
        try:
            with np.errstate(all="ignore"):
                result = answer(*copies)
        except Exception as error:   # whatever a student's function raises is news for the student
            shapes = ", ".join(str(argument.shape) for argument in arguments)
            print(label("check-raises", error=f"{type(error).__name__}: {error}", shapes=shapes))
            return
        if result is ... or result is None:
            print(label("check-no-return" if number == 0 else "check-nothing-returned"))
            return
        if any(not np.array_equal(copy, argument) for copy, argument in zip(copies, arguments)):
            print(label("check-changes-input"))
            return
        expected = right(*arguments)
        if isinstance(expected, tuple) and not (isinstance(result, tuple) and len(result) == len(expected)):
            print(label("check-two-results"))
            return
        verdict = _verdict_of_result(result, expected, {key: fn(*arguments) for key, fn in mistakes.items()})
        if verdict:
            print(verdict)
            return
    print(label("check-right"))


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
    if answer.dtype.kind not in "iuf":
        return label("check-not-numbers", got=kind)
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
    return answer.shape == right.shape and np.allclose(answer, right, rtol=TOLERANCE, atol=TOLERANCE)

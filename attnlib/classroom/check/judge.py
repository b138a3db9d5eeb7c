"""How an answer is judged: against the right result, and against what each usual mistake would give.

Every function here prints one message in the learner's language, and under it the first number or the smallest input
that shows the mistake; never the right result. It returns whether the answer is right.
"""

import inspect
import sys
import warnings
from dataclasses import dataclass

import numpy as np

from attnlib import kernels
from attnlib.classroom.check import child
from attnlib.classroom.labels import label

TOLERANCE = 1e-3   # answers rounded to three decimals pass; every mistake is much farther off
LARGE = 50         # inputs with such numbers are there to overflow a naive exp, the others are far smaller
READABLE = 40      # numbers in an example at most


def tidy(random, *shapes):
    """Random arrays with one decimal, so that an example can be read."""
    return tuple(random.normal(size=shape).round(1) for shape in shapes)


@dataclass
class Comparison:
    """What an answer is compared with."""

    right: object               # a result, or for a function: what gives it
    mistakes: dict              # label: the same for each mistake; or, of an answer that is no function, whether it is the mistake
    cases: list | None = None   # what a function is tried on


_asked = None   # a list while `comparisons` listens


def comparisons(check, *arguments):
    """The Comparisons that a check makes, without judging anything: for the teacher's sheet and the tests."""
    global _asked
    _asked = []
    try:
        check(*arguments)
        return _asked
    finally:
        _asked = None


def judge(answer, right, mistakes, quiet=False):
    """Print what an answer is; True if it is right. `quiet` prints nothing for a right answer."""
    if _asked is not None:
        _asked.append(Comparison(right, mistakes))
        return True
    if answer is ... or answer is None:
        print(label("check-empty"))
        return False
    if _close(answer, right):
        if not quiet:
            print(label("check-right"))
        return True
    numbers = _numbers(answer, right)
    key = None if numbers is None else next((key for key, mistake in mistakes.items() if _is(numbers, mistake)), None)
    print(label(key) if key else _unnamed(answer, right))
    if key and numbers.ndim and numbers.shape == np.shape(right):
        print(label("check-place", **_place(numbers, right)))
    return False


def judge_function(answer, cases, right, mistakes, explain=None):
    """Try a student's function on several inputs, and print the first thing that is wrong; True if nothing is.

    A mistake is named when the function gave what it gives, up to the first input whose result is wrong.
    `explain`, a function of a wrong outcome and its arguments, may have a message for what is none of the mistakes.
    """
    if _asked is not None:
        _asked.append(Comparison(right, mistakes, cases))
        return True
    outcomes = run(answer, cases)
    if outcomes is None:
        return False
    wanted = [right(*arguments) for arguments in cases]
    for number, (outcome, arguments) in enumerate(zip(outcomes, cases)):
        fault = _fault(outcome, arguments, wanted[number], number)
        if not fault and _agree(outcome.result, wanted[number]):
            continue
        key = None if fault else next((key for key, mistake in mistakes.items() if all(
            _agree(one.result, mistaken(mistake, case)) for one, case in zip(outcomes[:number + 1], cases))), None)
        print((key and label(key)) or (explain and explain(outcome, arguments)) or fault
              or _unnamed_result(outcome.result, wanted[number], arguments))
        if not fault and (example := _example(answer, outcomes, cases, wanted)):
            print(example)
        return False
    print(label("check-right") + _remarks(outcomes))
    return True


def mistaken(mistake, arguments):
    """What a mistake gives, or None where it raises: a product, say, that does not fit."""
    with warnings.catch_warnings(action="ignore"):
        try:
            return mistake(*arguments)
        except (ValueError, IndexError):
            return None


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


def leak(function, tokens):
    """What the leak detector says of a student's function of tokens (n, d); None if it finds nothing or cannot look."""
    try:
        place = child.run(lambda x: kernels.future_leak(function, x), [(tokens,)])[0].result
    except TimeoutError:
        return None
    return None if place is None else label("mistake-future-leak", place=place)


# --- before its numbers are looked at ----------------------------------------------------------------------------------------

def _fault(outcome, arguments, wanted, number):
    """What is wrong with a call before its numbers are looked at."""
    result = outcome.result
    if outcome.error:
        shapes = ", ".join(str(np.shape(argument)) for argument in arguments)
        empty = any(np.size(argument) == 0 for argument in arguments)
        return label("check-raises-empty" if empty else "check-raises", error=outcome.error, shapes=shapes)
    if outcome.foreign:
        return label("check-not-numbers", got=outcome.foreign)
    if result is ... or result is None:
        if outcome.printed:
            return label("check-prints")
        return label("check-no-return" if number == 0 else "check-nothing-returned")
    if outcome.changed:
        return label("check-changes-input")
    if isinstance(wanted, tuple) and not (isinstance(result, tuple) and len(result) == len(wanted)):
        return label("check-two-results")
    return None


def _remarks(outcomes):
    """What a right function may still do better."""
    parts = [part for one in outcomes for part in (one.result if isinstance(one.result, tuple) else (one.result,))]
    said = [key for key, so in (("check-remark-list", any(isinstance(part, list) for part in parts)),
                                ("check-remark-prints", any(one.printed for one in outcomes))) if so]
    return "".join(" " + label(key) for key in said)


# --- its numbers ---------------------------------------------------------------------------------------------------------------

def _numbers(value, right):
    """A value as an array of numbers, or None: True is as good as 1, but where whole numbers are asked for only."""
    try:
        numbers = np.asarray(value)
    except ValueError:   # rows of different lengths
        return None
    if numbers.dtype.kind not in "iuf" and not (numbers.dtype.kind == "b" and np.asarray(right).dtype.kind in "biu"):
        return None
    return numbers + 0


def _close(value, other):
    """Whether a value is another, to the tolerance. Both may hold NaN, as some mistakes do."""
    numbers = None if other is None else _numbers(value, other)
    return (numbers is not None and numbers.shape == np.shape(other)
            and np.allclose(numbers, other, rtol=TOLERANCE, atol=TOLERANCE, equal_nan=True))


def _is(numbers, mistake):
    return bool(mistake(numbers)) if callable(mistake) else _close(numbers, mistake)


def _agree(result, other):
    """Whether a function's result is another: of two results, both."""
    if not isinstance(other, tuple):
        return _close(result, other)
    return isinstance(result, tuple) and len(result) == len(other) and all(map(_close, result, other))


def _place(numbers, right):
    """The first number that is off, and where it stands."""
    place = tuple(int(i) for i in np.argwhere(~np.isclose(numbers, right, rtol=TOLERANCE, atol=TOLERANCE))[0])
    return dict(place=list(place), got=f"{numbers[place]:.4g}")


def _unnamed(answer, right, name="", large=False):
    """The message for a wrong answer that is none of the mistakes; `name` says which of two results it is."""
    numbers = _numbers(answer, right)
    if numbers is None:
        return label("check-not-numbers", got=type(answer).__name__)
    if numbers.shape != np.shape(right):
        return label("check-shape", got=numbers.shape, needed=np.shape(right)) if np.ndim(right) else label("check-one-number")
    if np.isnan(numbers).any():
        return label("mistake-overflow" if large else "check-nan")
    if not numbers.ndim:
        return label("check-other")
    found = _place(numbers, right)
    return label("check-different", place=f"{name}{found['place']}", got=found["got"])


def _off(result, wanted):
    """[(name, part, wanted part), …] of what is wrong in a function's result, what says most of a mistake first."""
    if not isinstance(wanted, tuple):
        return [("", result, wanted)]
    # the weights come second, and say more about a mistake than the output mixed from them
    return [part for part in reversed(list(zip(("output", "weights"), result, wanted))) if not _close(*part[1:])]


def _unnamed_result(result, wanted, arguments):
    name, part, right = _off(result, wanted)[0]
    return _unnamed(part, right, name, large=any(np.isfinite(argument).all() and np.max(np.abs(argument), initial=0) > LARGE
                                                for argument in arguments))


def _example(answer, outcomes, cases, wanted):
    """The smallest input that shows what is wrong, and what the function gives there; None if it is too long to read."""
    wrong = [number for number, outcome in enumerate(outcomes)
             if not _fault(outcome, cases[number], wanted[number], number) and not _agree(outcome.result, wanted[number])]
    number = min(wrong, key=lambda number: sum(np.size(argument) for argument in cases[number]))
    name, part, right = _off(outcomes[number].result, wanted[number])[0]
    part = _numbers(part, right)
    if part is None or part.size + sum(np.size(argument) for argument in cases[number]) > READABLE:
        return None
    given = ", ".join(f"{name} = {_text(argument)}" for name, argument in zip(_names(answer, cases[number]), cases[number]))
    return label("check-example", given=given, got=f"{name} = {_text(part)}" if name else _text(part))


def _names(function, arguments):
    """The names that the student gave to a function's arguments."""
    try:
        names = list(inspect.signature(function).parameters)
    except (TypeError, ValueError):   # some of NumPy's functions tell nothing
        names = []
    return names if len(names) == len(arguments) else [f"({number + 1})" for number in range(len(arguments))]


def _text(value):
    value = np.asarray(value)
    return str((value if value.dtype == bool else value.round(4) + 0).tolist())

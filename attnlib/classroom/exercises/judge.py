"""How an answer is judged: against the right result, and against what each usual mistake would give.

A judgement is whether the answer is right, and what to say of it: one message in the learner's language, and under it the
first number or the smallest input that shows the mistake; never the right result.
"""

import inspect
import sys
import warnings
from dataclasses import dataclass

import numpy as np

from attnlib import kernels
from attnlib.classroom.exercises import sandbox
from attnlib.classroom.exercises.usual import USUAL
from attnlib.classroom.labels import current_language, label

TOLERANCE = 1e-3   # answers rounded to three decimals pass; every mistake is much farther off
HALF = 4e-3        # of float16, whose numbers stand up to 10⁻³ apart, so that a sum of a few is off by more than TOLERANCE
WHOLE = 1e-12      # of whole numbers: 3.0 is 3, and so is what rounding left of it, 3.0004 is not
LARGE = 50         # inputs with such numbers are there to overflow a naive exp, the others are far smaller
READABLE = 40      # numbers in an example at most


@dataclass
class Mistake:
    """A mistake that many make, and what to say of it; without texts of its own it is one of USUAL.

    `value` is what it gives: a result, or in the place of a function the function that makes it.
    `when` recognises what has many values. It gets an answer's numbers, or a function, its Outcome and its arguments, and
    returns whether this is the mistake, or the {values} in its text. It is asked where no mistake's value is the answer;
    with `always` also of a function whose results are all right, on the first case: a leak may show on other numbers only.
    Where that could not be tried it returns why, and no answer is right of which it is not known.

    A text says what the result shows. Where two ways of writing give that result, it names neither.
    """

    name: str
    value: object = None
    when: object = None
    pt: str = None
    ko: str = None
    always: bool = False

    def __post_init__(self):
        if self.pt is None:
            self.pt, self.ko = USUAL[self.name]

    def text(self, language=None, **values):
        return getattr(self, language or current_language()).format(**values)


@dataclass
class Right:
    """What an answer is judged by: the right result, and the mistakes.

    Where the answer is a function, so is the right `value`, and both are tried on `cases`, tuples of arguments; the answer
    also on the first of them again, after the others: what it keeps from one call may spoil the next.
    A value of ints or bools is met exactly, one of floats to the TOLERANCE. Whatever an answer comes in, its numbers count:
    a list, a tuple, any array, NumPy's and Python's numbers; several results in a tuple, a list or one array. On an input
    without rows a result without numbers is right, whatever its shape: a loop and a list cannot know their columns.
    """

    value: object
    mistakes: list
    cases: list | None = None
    names: tuple = ("output", "weights")   # of the results, where there are several
    any_order: bool = False   # the numbers may come in any order, also in a set
    digits: int | None = None   # computed by hand: the numbers rounded to so many decimals are right as well

    def judge(self, answer):
        """(whether an answer is right, what to say of it)"""
        if self.cases is not None:
            return self._judge_function(answer)
        read, foreign, error = sandbox.read(answer, self.any_order)
        return (False, _foreign(foreign, error)) if foreign else self._judge_numbers(read)

    def _judge_numbers(self, answer):
        numbers = _numbers(answer, self.value)
        if self.any_order and numbers is not None:
            answer = numbers = np.sort(numbers, axis=None)
        if _close(answer, self.value) or self.digits is not None and _rounded(answer, self.value, self.digits):
            return True, label("check-right")
        text = numbers is not None and self.named(lambda value: _close(answer, value), numbers)
        if self.any_order and numbers is not None:   # sorted, they stand where nobody wrote them
            return False, text or label("check-members")
        if numbers is not None and numbers.ndim and numbers.shape == np.shape(self.value) and (text or np.isnan(numbers).any()):
            text = f"{text or _unnamed(answer, self.value)}\n{label('check-place', **_place(numbers, self.value))}"
        return False, text or _unnamed(answer, self.value)

    def _judge_function(self, answer):
        """A function is judged by the first thing that is wrong.

        A mistake is named when the function gave what it gives, up to the first input whose result is wrong, and on all others
        that are gentle: of a function that divides by the number of tokens, one input says that it divides by d.
        """
        if not callable(answer):
            return False, label("check-not-a-function", got=sandbox.type_name(answer))
        if sys.platform == "emscripten":
            from IPython.display import clear_output
            print(label("check-running"))   # stands while a loop runs on and on
            clear_output(wait=True)
        try:
            *outcomes, again = sandbox.run(answer, [*self.cases, self.cases[0]])
        except TimeoutError as error:
            return False, label("check-loops", seconds=error.args[0])
        wanted = [self.value(*arguments) for arguments in self.cases]
        for outcome, right in zip([*outcomes, again], [*wanted, wanted[0]], strict=True):
            outcome.result = _unpacked(outcome.result, right)
        faults = [_fault(*tried, self.names) for tried in zip(outcomes, self.cases, wanted, range(len(wanted)), strict=True)]
        returned = [outcome for outcome in outcomes if outcome.result is not None and outcome.result is not ...]
        if returned and faults[0] == label("check-no-return"):
            faults[0] = label("check-nothing-returned")
        wrong = [number for number, fault in enumerate(faults) if fault or not _agree(outcomes[number].result, wanted[number])]
        if not wrong:
            text = _fault(again, self.cases[0], wanted[0], len(wanted), self.names)
            if not text and not _agree(again.result, wanted[0]):
                text = label("check-not-twice")
            text = text or self.asked(answer, outcomes[0], self.cases[0], right=True)
            return (False, text) if text else (True, label("check-right") + _remarks(outcomes))
        first = wrong[0]

        def agrees(value, number):
            return _agree(outcomes[number].result, mistaken(value, self.cases[number]))

        def tells(value, number):
            return not (faults[number] or _large(self.cases[number]) or _has_nan(outcomes[number].result)
                        or mistaken(value, self.cases[number]) is None)

        def gives(value):
            return not faults[first] and all(agrees(value, number) for number in range(len(wanted))
                                             if number <= first or tells(value, number))

        shown = [number for number in wrong if not faults[number] and all(map(np.size, self.cases[number]))]
        if known := self.known(gives):
            text, shown = known.text(), [number for number in shown if agrees(known.value, number)]
        else:
            text = self.asked(answer, outcomes[first], self.cases[first], fault=faults[first])
            if not text and _unlike(outcomes[0], again):   # whatever else came of it
                return False, label("check-not-twice")
            text = text or faults[first]
        smallest = min(shown, key=lambda number: _size(self.cases[number]), default=first)
        if not text:
            constant = len({str(outcome.result) for outcome in outcomes}) == 1
            text = _unnamed(*_off(outcomes[smallest].result, wanted[smallest], self.names), constant)
        if not faults[first] and shown:
            text += _example(answer, self.cases[smallest], outcomes[smallest].result, wanted[smallest], self.names)
        return False, text

    def named(self, gives, *seen):
        """The text of the mistake that an answer is, or None: by what it `gives`, or else by what is `seen` of it."""
        known = self.known(gives)
        return known.text() if known else self.asked(*seen)

    def known(self, gives):
        return next((mistake for mistake in self.mistakes if mistake.value is not None and gives(mistake.value)), None)

    def asked(self, *seen, right=False, fault=None):
        """The text of the mistake that is `seen`; of an answer right so far what is always asked, or why it could not be.

        What is always asked takes results for what they should be: where one of them has a fault, that is told.
        """
        for mistake in self.mistakes:
            if not mistake.when or right and not mistake.always or mistake.always and fault:
                continue
            values = mistake.when(*seen)
            if isinstance(values, str):
                if right:
                    return values
            elif values:
                return mistake.text(**(values if isinstance(values, dict) else {}))
        return None


def tidy(random, *shapes):
    """Random arrays with one decimal, so that an example can be read."""
    return tuple(random.normal(size=shape).round(1) for shape in shapes)


def in_whole(case):
    """A case in whole numbers, as those of a lesson may be: what is filled in their type loses its decimals."""
    return tuple(np.sign(part).astype(int) if np.asarray(part).dtype.kind == "f" else part for part in case)


def mistaken(function, arguments):
    """What a mistake gives, or None where it raises: a product, say, that does not fit."""
    with warnings.catch_warnings(action="ignore"):
        try:
            return function(*arguments)
        except (ValueError, IndexError):
            return None


def leak(function, tokens):
    """The {place} where the leak detector sees a student's function of tokens (n, d) look ahead, None, or why it cannot see."""
    def output(x):   # of two results the first, whatever they come in
        result = sandbox.plain(function(x))
        two = isinstance(result, (list, tuple, np.ndarray)) and len(result) == 2 and np.ndim(result[0]) == 2
        return np.array(result[0] if two else result, dtype=float)

    def detect(x):
        """The place, -1 for none, or NaN where the same tokens give something else the next time."""
        if not np.allclose(output(x.copy()), output(x.copy()), rtol=1e-6, atol=1e-9, equal_nan=True):
            return np.nan
        place = kernels.future_leak(output, x)
        return -1 if place is None else place

    try:
        [outcome] = sandbox.run(detect, [(tokens,)])
    except TimeoutError as error:
        return label("check-loops", seconds=error.args[0])
    if outcome.error:
        return label("check-raises-detector", error=outcome.error)
    if np.isnan(outcome.result):
        return label("check-not-twice")
    return dict(place=int(outcome.result)) if outcome.result >= 0 else None


def hidden_weight(outcome, seen):
    """The {got} that the weights, the second of two results, give to what may not be seen, or None."""
    weights = _numbers(outcome.result[1], 1.0) if isinstance(outcome.result, tuple) and len(outcome.result) == 2 else None
    if weights is None or weights.shape != seen.shape or not (weights[~seen] > 0).any():
        return None
    return dict(got=f"{np.nanmax(weights[~seen]):.2g}")


REFUSED = {"mask-not-boolean": "needs booleans", "zero-times-infinity": "x holds NaN, and softmax",
           "plus-infinity": "x holds +inf, and softmax"}


def refusals():
    """The mistakes that attnlib's own functions refuse, recognised by what they say."""
    return [Mistake(name, when=lambda function, outcome, arguments, said=said: said in outcome.error)
            for name, said in REFUSED.items()]


# --- before its numbers are looked at ----------------------------------------------------------------------------------------

def _foreign(foreign, error):
    """What is said of an answer that is no numbers, or that could not be read as such."""
    if error:
        return label("check-unreadable", got=foreign, error=error)
    return label("check-not-numbers", got=foreign)


def _fault(outcome, arguments, wanted, number, names):
    """What is wrong with a call before its numbers are looked at."""
    result, shapes = outcome.result, ", ".join(str(np.shape(argument)) for argument in arguments)
    if outcome.foreign and isinstance(wanted, tuple) and not outcome.error and "[" not in outcome.foreign:   # a dict, say
        return label("check-results", names=", ".join(names))
    if outcome.foreign:
        return _foreign(outcome.foreign, outcome.error)
    if outcome.error:
        empty = any(np.size(argument) == 0 for argument in arguments)
        return label("check-raises-empty" if empty else "check-raises", error=outcome.error, shapes=shapes)
    if result is ... or result is None:
        if outcome.printed:
            return label("check-prints")
        return label("check-no-return" if number == 0 else "check-nothing-returned")
    if outcome.changed:
        return label("check-changes-input")
    if isinstance(wanted, tuple) and not (isinstance(result, tuple) and len(result) == len(wanted)):
        named = dict(names=", ".join(names))
        return label("check-results", **named) if number == 0 else label("check-results-once", shapes=shapes, **named)
    return None


def _unlike(outcome, again):
    """Whether a function that gave a result gives another for the same input, or none."""
    if outcome.error or outcome.foreign or outcome.result is None or outcome.result is ...:
        return False
    if again.error or again.foreign or again.result is None or again.result is ...:
        return not again.error.startswith(("exit code", KeyboardInterrupt.__name__))   # then it was not called again
    if str(again.result) == str(outcome.result):
        return False
    try:
        return not _agree(again.result, outcome.result)   # what is rounded otherwise is no other result
    except ValueError:   # rows of different lengths
        return True


def _unpacked(result, wanted):
    """Where several results are wanted a tuple of them, also from a list or from one array; any other result as it is."""
    if not isinstance(wanted, tuple):
        return result
    if isinstance(result, (list, tuple)) and not result and not any(map(np.size, wanted)):
        return (result,) * len(wanted)   # where there are no rows, zip gives nothing
    parts = list(np.asarray(result)) if isinstance(result, np.ndarray) and result.ndim else result
    if isinstance(parts, list) and len(parts) == len(wanted):
        numbers = list(map(_numbers, parts, wanted))
        if _numbers(parts, True) is None or all(part is not None and (part.ndim == one.ndim or not part.size)
                                                for part, one in zip(numbers, wanted, strict=True)):
            return tuple(parts)
    return result


def _remarks(outcomes):
    """What a right function may still do better."""
    parts = [part for one in outcomes for part in (one.result if isinstance(one.result, tuple) else (one.result,))]
    said = [key for key, so in (("check-remark-list", any(isinstance(part, list) for part in parts)),
                                ("check-remark-prints", any(one.printed for one in outcomes))) if so]
    return "".join(" " + label(key) for key in said)


# --- its numbers ---------------------------------------------------------------------------------------------------------------

def _numbers(value, right):
    """What was read as one array of numbers, or None: True is as good as 1, but where whole numbers are asked for only."""
    try:
        numbers = np.asarray(value)
    except ValueError:   # rows of different lengths
        return None
    if numbers.dtype == bool and np.asarray(right).dtype.kind == "f":
        return None
    if isinstance(value, np.matrix) and np.ndim(right) < 2 and numbers.size == np.size(right):   # it has two axes at least
        numbers = numbers.reshape(np.shape(right))
    return numbers + 0


def _same(numbers, other):
    """Where numbers are the others. Both may hold NaN, as some mistakes do."""
    other = np.asarray(other)
    tolerance = WHOLE if other.dtype.kind in "biu" else TOLERANCE
    if numbers.dtype == np.float16 and other.dtype.kind == "f":
        with np.errstate(over="ignore"):   # what is too large for them is inf
            tolerance, other = HALF, other.astype(np.float16).astype(float)
    return np.isclose(numbers, other, rtol=tolerance, atol=tolerance, equal_nan=True)


def _close(value, other):
    """Whether a value is another."""
    numbers = None if other is None else _numbers(value, other)
    if numbers is None:
        return False
    if np.size(other) == 0 and numbers.shape == (0,):
        return True
    return numbers.shape == np.shape(other) and bool(_same(numbers, other).all())


def _rounded(value, right, digits):
    """Whether a value is the right one, where each of its numbers may be rounded to so many decimals."""
    numbers = _numbers(value, right)
    if numbers is None or numbers.shape != np.shape(right):
        return False
    return bool((_same(numbers, right) | _same(numbers, np.round(right, digits))).all())


def _agree(result, other):
    """Whether a function's result is another: of two results, both."""
    if not isinstance(other, tuple):
        return _close(result, other)
    return isinstance(result, tuple) and len(result) == len(other) and all(map(_close, result, other))


def _place(numbers, right):
    """The first number that is off, and where it stands."""
    place = tuple(int(i) for i in np.argwhere(~_same(numbers, right))[0])
    return dict(place=list(place), got=f"{numbers[place]:.4g}")


def _unnamed(answer, right, name="", constant=None):
    """The message for a wrong answer that is none of the mistakes; `name` says which of several results it is.

    Of a function `constant` says whether it gives the same whatever it gets, as nothing does that was computed from it.
    """
    if text := constant is not False and (_comma(answer, right) or _percent(answer, right)) or _several(answer, right):
        return text
    numbers = _numbers(answer, right)
    if not np.ndim(right) and (isinstance(answer, (list, tuple)) or np.ndim(answer if numbers is None else numbers)):
        return label("check-one-number")
    if constant and numbers is not None:
        return label("check-constant")
    if numbers is None:
        try:
            return label("check-not-numbers", got=np.asarray(answer).dtype.name)
        except ValueError:
            return label("check-ragged")
    if not numbers.ndim and np.ndim(right) and not name:
        return label("check-many-numbers", needed=np.shape(right))
    if numbers.shape != np.shape(right):
        shapes = dict(got=numbers.shape, needed=np.shape(right))
        return label("check-shape-of", name=name, **shapes) if name else label("check-shape", **shapes)
    if np.isnan(numbers).any():
        return label("check-nan")
    if np.asarray(right).dtype.kind == "f" and np.allclose(numbers, np.round(right, 2), rtol=0, atol=1e-6):
        return label("check-rounded")
    if not numbers.ndim:
        return _point(numbers, right) or label("check-other")
    found = _place(numbers, right)
    return label("check-different", place=f"{name}{found['place']}", got=found["got"])


def _comma(answer, right):
    """The message for 0,419 or 786,432 where one number is asked, and for 0,5, 0,5 where two are: Python reads more numbers."""
    numbers = _numbers(answer, right) if isinstance(answer, tuple) or np.ndim(right) and isinstance(answer, list) else None
    if numbers is None or numbers.dtype.kind not in "iu":
        return None
    whole, got = np.asarray(right).dtype.kind in "biu", ", ".join(map(str, numbers.ravel()[:2]))
    if (whole and not np.ndim(right) and numbers.ndim == 1 and numbers.size > 1 and 0 < numbers[0] < 1000
            and ((100 <= numbers[1:]) & (numbers[1:] < 1000)).all()):
        return label("check-thousands", got=", ".join(map(str, numbers)), meant="".join(map(str, numbers)))
    *rows, count = np.shape(right) or (1,)
    if not whole and numbers.shape == (*rows, 2 * count) and (numbers[..., 1::2] >= 0).all():
        return label("check-comma", got=got, meant=got.replace(", ", "."))
    return None


def _point(number, right):
    """The message for 786.432 where a whole number that needs thousands is asked, as some countries write 786432."""
    if np.asarray(right).dtype.kind not in "biu" or right < 1000 or not 1 < number < 1000 or number % 1 == 0:
        return None
    meant = round(float(number) * 1000)
    if not np.isclose(number * 1000, meant, rtol=1e-7):
        return None
    return label("check-thousands-point", got=f"{number:g}", meant=meant)


def _percent(answer, right):
    """The message for 41.9 where .419 is right, or for a row of shares in percent."""
    numbers, right = _numbers(answer, right), np.asarray(right)
    if right.dtype.kind == "f" and numbers is not None and (np.abs(right) <= 1).all() and _rounded(numbers / 100, right, 2):
        return label("check-percent")
    return None


def _several(answer, right):
    """The message for output and weights where only one of them is asked; a list that makes one array is a table of rows."""
    if isinstance(answer, tuple) or isinstance(answer, list) and _numbers(answer, right) is None:
        parts = [_numbers(part, True) for part in answer]
        axes = max(np.ndim(right), 1 + isinstance(answer, list))
        tables = [part is not None and part.ndim >= axes for part in parts]
        if len(parts) > 1 and np.ndim(right) and (all(tables) or any(tables) and _numbers(answer, right) is None):
            return label("check-one-result", count=len(parts))
    return None


def _off(result, wanted, names):
    """(part, wanted part, name) of what is wrong in a function's result; of several, what says most of a mistake."""
    if not isinstance(wanted, tuple):
        return result, wanted, ""
    # the weights come second, and say more about a mistake than the output mixed from them
    parts = reversed(list(zip(result, wanted, names, strict=True)))
    return next(part for part in parts if not _close(*part[:2]))


def _large(arguments):
    return any(np.max(np.abs(np.asarray(argument, dtype=float)), initial=0) > LARGE for argument in arguments)


def _has_nan(result):
    numbers = [_numbers(part, 1.0) for part in (result if isinstance(result, tuple) else (result,))]
    return any(part is not None and np.isnan(part).any() for part in numbers)


def _example(function, arguments, result, wanted, names):
    """A line with an input that shows what is wrong, and what the function gives there; nothing if it is too long to read."""
    part, right, name = _off(result, wanted, names)
    part = _numbers(part, right)
    if part is None or part.size + _size(arguments) > READABLE:
        return ""
    inputs = ", ".join(f"{one} = {_text(argument)}" for one, argument in zip(_names(function, arguments), arguments, strict=True))
    return "\n" + label("check-example", given=inputs, got=f"{name} = {_text(part)}" if name else _text(part))


def _size(arguments):
    return sum(np.size(argument) for argument in arguments)


def _names(function, arguments):
    """The names that the student gave to a function's arguments."""
    try:
        names = list(inspect.signature(function).parameters)
    except Exception:   # some of NumPy's functions tell nothing, and __signature__ may be anything
        names = []
    return names if len(names) == len(arguments) else [f"({number + 1})" for number in range(len(arguments))]


def _text(value):
    value = np.asarray(value)
    return str((value.astype(float).round(4) + 0 if value.dtype.kind == "f" else value).tolist())

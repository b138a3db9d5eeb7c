"""`@exercise` makes a check of a function that returns what the answers are judged by."""

import inspect
import warnings
from functools import partial, update_wrapper

import numpy as np

from attnlib.classroom.exercises import record
from attnlib.classroom.exercises.judge import Mistake
from attnlib.classroom.exercises.student_number import student_text
from attnlib.classroom.labels import label

EXERCISES = {}   # name: Exercise, of every lesson


def exercise(function=None, *, answers=("answer",), variant=None, example=None):
    """Make an Exercise of a function that returns a Right, or one for each of `answers`.

    The function's arguments are what the answers depend on. A lesson's cell hands them over after the answers, and
    `example` gives some like them to the teacher's sheet and the tests; or `variant` draws them for a student number.

        @exercise                                  check.row_sums(answer)
        @exercise(answers=("weights_shape", …))    check.cross_shapes(weights_shape, …)
        @exercise(example=…)                       check.shifted_rows(answer, shifted)
        @exercise(variant=…)                       check.my_table(answer, number)
    """
    if function is None:
        return partial(exercise, answers=answers, variant=variant, example=example)
    name = function.__name__
    if name in EXERCISES:
        raise ValueError(f"exercise {name!r} stands in {EXERCISES[name].__module__} already, and a name is one exercise's")
    EXERCISES[name] = Exercise(function, answers, variant, example)
    return EXERCISES[name]


class Exercise:
    """A check: called with the answers, it says whether they are right, and keeps the record of what is solved."""

    def __init__(self, function, answers, variant, example):
        update_wrapper(self, function)
        self.function, self.answers, self.variant, self.example = function, answers, variant, example
        self.solved = False   # the last time that it was called
        self.lesson = function.__module__.rpartition(".")[2].replace("_", "-")
        inputs = ["number"] if variant else inspect.signature(function).parameters
        self.__signature__ = inspect.Signature([
            inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD,
                              default=None if name == "number" else inspect.Parameter.empty) for name in (*answers, *inputs)])

    def __call__(self, *given, **named):
        self.solved = self.right(*given, **named)
        if self.solved:
            record.note(self.__name__, self.lesson, [name for name, one in EXERCISES.items() if one.lesson == self.lesson])
        # returns nothing: a cell that ends with a check shows its message and nothing else

    def right(self, *given, **named):
        """Print what the answers are, up to the first that is wrong; True if all are right, for a grader."""
        call = self.__signature__.bind(*given, **named)
        call.apply_defaults()
        answers, inputs = call.args[:len(self.answers)], call.args[len(self.answers):]
        solved, text = False, label("check-empty")
        if not any(map(_open, answers)):
            # a notebook may have told NumPy to raise where a mistake overflows, and Python where it warns
            with np.errstate(all="ignore"), warnings.catch_warnings(action="ignore"):
                rights = self._rights(*inputs)
                if rights is None:
                    names = ["number"] if self.variant else inspect.signature(self.function).parameters
                    print(label("check-inputs", names=", ".join(names)))
                    return False
                for answer, right in zip(answers, rights, strict=True):
                    solved, text = right.judge(answer)
                    if not solved:
                        break
        print(text)
        return solved

    def _rights(self, *inputs):
        """As `rights`; None where a cell's variables are no longer what they were: a student may have written over them."""
        not_those = TypeError if self.variant else Exception   # a number that is none, or anything at all
        try:
            return self.rights(*inputs)
        except not_those:
            if not inputs:
                raise
            return None

    def rights(self, *inputs):
        """A Right for each answer. Without inputs: for the numbers that a lesson prints, or for an example."""
        if self.variant is None:
            return _tuple(self.function(*(inputs or (self.example() if self.example else ()))))
        number = inputs[0] if inputs else None
        rights, printed = (_tuple(self.function(*_tuple(self.variant(one)))) for one in (number, None))
        for right, default in zip(rights, printed, strict=True):
            right.mistakes.append(Mistake("default-variant", default.value if student_text(number) else None))
        return rights


def _open(answer):
    """Whether an answer, or a part of it, is still to be given."""
    rows = answer if type(answer) in (list, tuple) else (answer,)
    return any(part is ... or part is None for row in rows for part in (row if type(row) in (list, tuple) else (row,)))


def _tuple(value):
    return value if isinstance(value, tuple) else (value,)

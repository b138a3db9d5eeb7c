"""The exercises: a module a lesson, which bears its slug and says the right answers, the usual mistakes and what to say of them.

    @exercise
    def tie_length():
        \"\"\"The n at which 2n²d equals the 4nd² of the projections, d = 512.\"\"\"
        return Right(1024, [
            Mistake("tie-turned", 256,
                    pt="✗ A conta virou ao contrário: resolva 2n²d = 4nd².",
                    ko="✗ 거꾸로 나눴어요. 2n²d = 4nd²을 푸세요."),
        ])

makes check.tie_length(answer). tests/answers holds the right answer, and an answer for each mistake.
"""

import importlib
import pkgutil

from attnlib.classroom.exercises.decorator import EXERCISES, exercise
from attnlib.classroom.exercises.extremes import EXTREMES, FEW_KEYS, HIDDEN, TOKENS
from attnlib.classroom.exercises.judge import Mistake, Right, hidden_weight, in_whole, leak, refusals, tidy
from attnlib.classroom.exercises.student_number import student_random, student_text

__all__ = ["EXERCISES", "EXTREMES", "FEW_KEYS", "HIDDEN", "TOKENS", "Mistake", "Right", "exercise", "hidden_weight", "in_whole",
           "leak", "refusals", "student_random", "student_text", "tidy"]

for _module in pkgutil.iter_modules(__path__):   # a lesson's module imports these, and adds its own to EXERCISES
    importlib.import_module(f"{__name__}.{_module.name}")

"""A student number (matrícula, 학번) turned into inputs of the student's own: the same on every machine, nothing stored or sent.

A function here bears the name of an exercise, and its check takes the number too:

    scores = variants.my_table(number)
    check.my_table(answer, number)

`number` is text ("2026-0042", "가1234"), as the student writes it but for spaces at its ends, or a whole number.
None, `...` and empty text give the default variant, which a lesson prints and a build shows. All else raises TypeError.
Whatever the number, each mistake that the check names gives something else, the default's answer among them.
"""

from attnlib.classroom.exercises import EXERCISES

_variants = {name: exercise.variant for name, exercise in EXERCISES.items() if exercise.variant}
__all__ = sorted(_variants)

globals().update(_variants)

"""Checks for the exercises: each says whether an answer is right, and if not, which usual mistake it is.

    check.row_sums(answer)        one function per exercise

A check prints one message in the learner's language, never the solution, and never raises because of an answer.
An answer still `...` gets a friendly word. Three correct decimals are enough.
"""

from attnlib.classroom.exercises import EXERCISES

__all__ = sorted(EXERCISES)

globals().update(EXERCISES)

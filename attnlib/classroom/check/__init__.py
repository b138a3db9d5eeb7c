"""Checks for the exercises: each says whether an answer is right, and if not, which usual mistake it is.

    check.row_sums(answer)        one function per exercise, in the module of its lesson

A check prints one message in the learner's language, never the solution, and never raises because of an answer.
An answer still `...` gets a friendly word. Three correct decimals are enough.
"""

from attnlib.classroom.check.lesson_03 import row_sums, sat_weights, self_attention, words_on_o
from attnlib.classroom.check.lesson_08 import cross_attention, cross_shapes, smallest_scale, third_weights

__all__ = ["cross_attention", "cross_shapes", "row_sums", "sat_weights", "self_attention", "smallest_scale",
           "third_weights", "words_on_o"]

"""A student number (matrícula, 학번) turned into inputs of the student's own: the same on every machine, nothing stored or sent.

Without a number there is the default variant, which is what a build shows.
"""

import hashlib
import unicodedata
from numbers import Integral

import numpy as np


def student_random(number=None):
    """A NumPy Generator that belongs to a student number.

    `number` is text ("2026-0042", "가1234"), as the student writes it but for spaces at its ends, or a whole number.
    None, `...` and empty text give the default variant. Raises TypeError for anything else.
    """
    text = student_text(number)
    # not hash(): Python changes it with every start
    return np.random.default_rng(int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest(), "big"))


def student_scores(number=None):
    """Scores (3 queries, 4 keys) of one student, each from -2 to 3 with one decimal. `number` as in student_random."""
    return student_random(number).integers(-20, 31, size=(3, 4)) / 10


def student_text(number):
    """The number as text: composed (a Mac may hand us 가 as two letters), no spaces around it, "" where none is given."""
    if number is None or number is ...:
        return ""
    if not isinstance(number, (str, Integral)) or isinstance(number, bool):
        raise TypeError(f"number is {number!r}, and needs text in quotation marks, such as '2026-0042'")
    return unicodedata.normalize("NFC", str(number)).strip()

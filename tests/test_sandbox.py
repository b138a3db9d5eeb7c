"""A student's function in a process of its own: nothing that it does, prints, returns or raises breaks the check."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections import UserList, deque
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from attnlib.classroom.exercises import sandbox
from attnlib.classroom.exercises.sandbox import call, read, run

CASES = [(np.array([[1.0, 2]]),), (np.array([[3.0], [4]]),)]
unix = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a Unix")
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a copy of this process")


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


def displays(x):
    display(x, clear=True)   # noqa: F821, where Jupyter runs it is one of Python's own
    return 2 * x


def test_it_may_display_as_in_its_notebook():
    outcomes = run(displays, CASES)
    assert numbers(outcomes) == DOUBLED and all(outcome.printed for outcome in outcomes)


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


@pytest.fixture
def slow_helper(monkeypatch, tmp_path):
    """A module that takes a second to import, and imports another."""
    busy = "import time\nbegan = time.process_time()\nwhile time.process_time() - began < 0.5:\n    pass\n"
    (tmp_path / "slow_helper.py").write_text(f"{busy}import slower_helper\ndef helper(x):\n    return 2 * x\n")
    (tmp_path / "slower_helper.py").write_text(busy)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sandbox, "SECONDS", 0.8)
    yield
    for name in ("slow_helper", "slower_helper"):
        sys.modules.pop(name, None)


def imports(x):
    import slow_helper
    return slow_helper.helper(x)


def has_a_helper_import(x):
    return [imports(row) for row in x]


def imports_and_loops(x):
    imports(x)
    loops(x)


def test_imports_are_not_its_time(slow_helper):
    import slow_helper
    assert numbers(run(slow_helper.helper, CASES)) == DOUBLED


@pytest.mark.parametrize("function", [imports, has_a_helper_import])
def test_nor_are_those_in_its_body(slow_helper, function):
    assert numbers(run(function, CASES)) == DOUBLED


def test_what_follows_an_import_is(slow_helper):
    with pytest.raises(TimeoutError):
        run(imports_and_loops, CASES)


@unix
def test_an_alarm_of_its_own_is_not_ours():
    def function(x):
        signal.alarm(1)
        time.sleep(9)
    assert [outcome.error for outcome in run(function, CASES)] == [f"exit code {-signal.SIGALRM}"] * 2


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


def test_one_interrupt_ends_it_where_it_shares_the_notebooks_process():
    called = []

    def function(x):
        called.append(x)
        raise KeyboardInterrupt
    assert [outcome.error for outcome in call(function, CASES)] == ["KeyboardInterrupt: "] * 2 and len(called) == 1


@pytest.mark.parametrize("where", [run, call])
def test_half_a_character_in_an_error_can_be_printed(where):
    assert [outcome.error for outcome in where(raising(ValueError("한\ud800")), CASES)] == ["ValueError: 한?"] * 2


class Nameless(type):
    @property
    def __name__(cls):
        raise RuntimeError


@pytest.mark.parametrize("value", [Nameless("Odd", (), {})(), Nameless("Odd", (Exception,), {})()])
def test_a_type_has_a_name_whatever_it_says(value):
    assert read(value) == (None, "Odd", "") and sandbox.type_name(value) == "Odd"
    assert call(raising(Nameless("Odd", (Exception,), {})("no")), CASES)[0].error == "Odd: no"


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
    ("{1: x}", "dict", ""), ("{1}", "set", ""), ("[x, None]", "list[NoneType]", ""),
    ("'7'", "str", ""), ("['7']", "list[str]", ""), ("[(1, 2), ({}, 3)]", "list[tuple[dict]]", ""), ("1j", "complex", ""),
    ("x.astype(str)", "ndarray[str]", ""), ("1j * x", "ndarray[complex128]", ""), ("Pair(x, '7')", "Pair[str]", ""),
    ("np.array([1, '7', {}], dtype=object)[2:]", "ndarray[dict]", ""), ("np.ma.array(x, mask=True)", "MaskedArray[masked]", ""),
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
    (np.asmatrix(3), 3), (10**400, sys.float_info.max), (-(10**400), -sys.float_info.max),
    (2**70, 2.0**70), (np.array(Fraction(1, 4)), 0.25),
    ([Fraction(1, 2)] * 2, [0.5, 0.5]), (UserList([1, 2]), [1, 2]), (range(2), [0, 1]),
    (deque([[1], UserList([2])]), [1, 2]),
    (np.array([True, np.nan], dtype=object), [1, np.nan]), (np.ma.array([1.0, 2]), [1, 2]),
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

GENERATOR, LOCK = (number for number in range(9)), threading.Lock()   # what cannot travel


def advances(x):
    return (2 + 0 * next(GENERATOR)) * x


def locks(x):
    with LOCK:
        return 2 * x


def locks_and_loops(x):
    with LOCK:
        loops(x)


def ends_its_process(x):
    next(GENERATOR)
    os._exit(7)


def cannot_travel(function):
    """As a notebook's own function holds it."""
    held = {"GENERATOR": GENERATOR, "LOCK": LOCK, "loops": loops, "os": os}
    return type(function)(function.__code__, held)


@pytest.mark.parametrize("platform", [sys.platform, "win32"])
@pytest.mark.parametrize("function", [advances, locks])
def test_what_cannot_travel_is_called_in_a_copy_of_this_process_or_here(monkeypatch, platform, function):
    monkeypatch.setattr("sys.platform", platform)
    assert numbers(run(cannot_travel(function), CASES)) == DOUBLED


@linux
def test_it_does_no_harm_here_either(monkeypatch):
    monkeypatch.setattr(sandbox, "SECONDS", 0.5)
    assert [outcome.error for outcome in run(cannot_travel(ends_its_process), CASES)] == ["exit code 7"] * 2
    with pytest.raises(TimeoutError):
        run(cannot_travel(locks_and_loops), CASES)
    assert numbers(run(cannot_travel(locks), CASES)) == DOUBLED   # nothing here was locked


@linux
@pytest.mark.parametrize("function", [writes_to_1, echoes, floods])
def test_what_a_copy_writes_is_no_result_and_stays_there(capfd, function):
    function = type(function)(function.__code__, {"os": os, "sys": sys, "print": print, "held": GENERATOR})
    function.held = GENERATOR
    assert numbers(run(function, CASES)) == DOUBLED
    assert capfd.readouterr() == ("", "")


def test_what_only_this_process_can_import_is_called_here(monkeypatch):
    module = type(sys)("only_here")
    exec("def helper(x):\n    return 2 * x", module.__dict__)
    monkeypatch.setitem(sys.modules, "only_here", module)
    assert numbers(run(module.helper, CASES)) == DOUBLED


def test_without_room_for_a_process_it_is_called_here(monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert numbers(run(doubled, CASES)) == DOUBLED


def test_an_underflow_warns_no_more_than_numpy_does():
    def function(x):
        warnings.simplefilter("error")
        return 2 * x + np.exp(-1000 * x)
    assert numbers(call(function, CASES)) == DOUBLED


def test_numpy_told_to_raise_is_told_nothing_here():
    with np.errstate(all="raise"):
        assert [outcome.error for outcome in call(lambda x: np.exp(-1000 * x) / np.float64(0), CASES)] == ["", ""]


@unix
@pytest.mark.parametrize("function, seconds, patience, code", [
    (loops, 0.3, 60, sandbox.COMPUTED), (lambda x: time.sleep(600), 60, 0.3, sandbox.WAITED),
    (imports, 0.8, 60, 0), (imports_and_loops, 0.8, 60, sandbox.COMPUTED)])
def test_a_thread_watches_where_no_signal_does(monkeypatch, slow_helper, function, seconds, patience, code):
    monkeypatch.delattr("signal.setitimer")
    child = os.fork()
    if child == 0:
        sandbox._start_clocks(seconds, patience)
        function(2)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == code % 256

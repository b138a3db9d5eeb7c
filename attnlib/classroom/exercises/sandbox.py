"""A student's function on recorded inputs, in a process of its own: `run` calls it there, or here where there is none.

    python sandbox.py < what to call > what came of it      (both pickled)

What cannot travel meets a copy of this process instead, on Linux. Wherever it is called, each result is `read` at once, into
NumPy's own arrays: they can travel, and compare without surprises.
"""

import builtins
import contextlib
import copy
import io
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from collections import UserList, deque
from collections.abc import Set
from dataclasses import dataclass
from functools import partial

import numpy as np

SECONDS = 5      # the longest that a function may compute on all its inputs, in processor time of its own
PATIENCE = 60    # the longest that it may take by the clock: it may sleep
LARGEST = 10**7  # numbers in a result
PACKS = list, tuple, UserList, deque   # what several results come in, or rows

# how the child ends when one of them is over: by a signal, or on Windows with this exit code
COMPUTED, WAITED = (-getattr(signal, name, code) for name, code in (("SIGPROF", -124), ("SIGALRM", -125)))


@dataclass
class Outcome:
    """What one call gave."""

    result: object = None     # as `read` gives it
    foreign: str = ""         # the type of a result that is no numbers: "dict", "list[str]"
    error: str = ""           # "ValueError: …", of the function or of a foreign result
    changed: bool = False     # an input is no longer what it was
    printed: bool = False


# --- where it is called ------------------------------------------------------------------------------------------------------

def run(function, cases):
    """An Outcome for each tuple of arguments; TimeoutError(seconds) if the function does not stop."""
    for apart in () if sys.platform == "emscripten" else (_anew, _copied):   # a browser has one process
        # it may hold what cannot travel, or import what only the notebook finds; or there is no room for a process
        with contextlib.suppress(Exception), tempfile.TemporaryFile() as told:
            started = time.monotonic()
            code = apart(function, cases, told)
            waited = time.monotonic() - started > PATIENCE   # by our clock: a function may set that of its process
            told.seek(0)
            began, *outcomes = _pickled(told)
            break
    else:
        return call(function, cases)
    if len(outcomes) < len(cases):
        if code == COMPUTED or code == WAITED and waited:
            raise TimeoutError(SECONDS if code == COMPUTED else PATIENCE)
        # never here: what ended that process would end the notebook's
        outcomes += [Outcome(error=f"exit code {code}")] * (len(cases) - len(outcomes))
    return outcomes


def _anew(function, cases, told):
    """The exit code of a new process, which imports what we can."""
    import cloudpickle
    asked = pickle.dumps((sys.path, SECONDS, PATIENCE, cloudpickle.dumps((function, cases))))
    return subprocess.run([sys.executable, "-P", __file__], input=asked, stdout=told, stderr=subprocess.DEVNULL).returncode


def _copied(function, cases, told):
    """The exit code of a copy of this process."""
    if sys.platform != "linux":   # macOS's own mathematics does not survive in a copy
        raise OSError
    import multiprocessing
    child = multiprocessing.get_context("fork").Process(target=_tell, args=(function, cases, told.fileno(), SECONDS, PATIENCE))
    with warnings.catch_warnings(action="ignore"):   # of threads, which it does without
        child.start()
    try:
        child.join()
    finally:   # where the notebook is interrupted
        child.kill()
    return child.exitcode


def call(function, cases):
    outcomes = []
    for arguments in cases:
        outcomes.append(_outcome(function, arguments))
        if outcomes[-1].error.startswith(KeyboardInterrupt.__name__):   # once is enough
            break
    return outcomes + outcomes[-1:] * (len(cases) - len(outcomes))


def _outcome(function, arguments):
    given, outcome, printed = copy.deepcopy(arguments), Outcome(), _Printed()
    stdout = io.TextIOWrapper(printed, encoding="utf-8", errors="replace", write_through=True)
    with warnings.catch_warnings(action="ignore"), np.errstate(all="warn", under="ignore"), contextlib.redirect_stdout(stdout):
        try:
            outcome.result = function(*given)
            if outcome.result is not None and outcome.result is not ...:
                outcome.result, outcome.foreign, outcome.error = read(outcome.result)
        except BaseException as error:   # whatever a student's function raises is news for the student
            outcome.error = _told(error)
    outcome.changed = not all(map(np.array_equal, given, arguments))
    outcome.printed = printed.something
    return outcome


class _Printed(io.RawIOBase):
    """Where a function's prints go: they may have no end, and only that there are some is news."""

    something = False

    def writable(self):
        return True

    def write(self, data):
        self.something = True
        return len(data)

    def fileno(self):
        return 1


def _child():
    told = os.dup(1)
    _silence()
    builtins.display = lambda *shown, **how: print(*shown)   # Jupyter's, which a notebook finds among Python's own
    sys.path, seconds, patience, asked = pickle.load(sys.stdin.buffer)
    function, cases = pickle.loads(asked)   # imports what the function needs, in its own time
    _tell(function, cases, told, seconds, patience)


def _silence():
    """Whatever writes to stdout, by Python or not, does not reach what is told."""
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")
    for output in (1, 2):
        os.dup2(sys.stdout.fileno(), output)


def _tell(function, cases, told, seconds, patience):
    """Call a function in a process that is there for that alone."""
    _silence()
    told = os.fdopen(told, "wb", buffering=0)
    pickle.dump(True, told)
    _start_clocks(seconds, patience)
    for arguments in cases:
        pickle.dump(_outcome(function, arguments).__dict__, told)   # at once: the next may end this process
    os._exit(0)   # a thread that the function left does not keep it


def _start_clocks(seconds, patience):
    """End this process when one is over. What the function imports is not its time."""
    if hasattr(signal, "setitimer"):   # the system's, which stop what never lets another thread in
        signal.setitimer(signal.ITIMER_REAL, patience)
        computing = partial(signal.setitimer, signal.ITIMER_PROF)
    else:
        computing = _watched(patience)
    computing(seconds)
    imported = builtins.__import__

    def importing(name, *rest, **named):
        if name in sys.modules:
            return imported(name, *rest, **named)
        left, _ = computing(0)
        try:
            return imported(name, *rest, **named)
        finally:
            if left:   # else it stood already, for what imports this
                computing(left)

    builtins.__import__ = importing


def _watched(patience):
    """As setitimer does it: a function that gives the time some seconds, 0 for no end, and returns what was left."""
    end, late = np.inf, time.monotonic() + patience

    def watch():
        while time.process_time() < end:
            if time.monotonic() > late:
                os._exit(WAITED)
            time.sleep(0.05)
        os._exit(COMPUTED)

    def computing(seconds):
        nonlocal end
        left, end = end - time.process_time(), time.process_time() + (seconds or np.inf)
        return (left if left < np.inf else 0), 0

    threading.Thread(target=watch, daemon=True).start()
    return computing


def _pickled(file):
    """What a child told, up to where it was stopped."""
    with contextlib.suppress(Exception):
        while True:
            told = pickle.load(file)
            yield told if told is True else Outcome(**told)


# --- what came of it -----------------------------------------------------------------------------------------------------------

class NoNumbers(Exception):
    """Of a type."""


def read(value, any_order=False):
    """(value as `plain`, "", ""), or (None, its type, the error of its own conversion if there was one)."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return plain(list(value) if any_order and isinstance(value, Set) else value), "", ""
    except NoNumbers as found:
        return None, str(found), ""
    except BaseException as error:   # __array__ and __float__ may be anybody's
        return None, type_name(value), _told(error)


def plain(value):
    """A value as a new NumPy array of real numbers, or a list or tuple of them."""
    if isinstance(value, PACKS):   # a namedtuple's class may be the notebook's own
        return (tuple if isinstance(value, tuple) else list)(_each(value, value))
    array = np.asarray(value)
    if array.size > LARGEST:
        raise MemoryError(f"a result of shape {array.shape}")
    if array.dtype == object and array.ndim:
        return tuple(_each(array, value))
    if array.dtype == object:   # a Fraction, a Decimal, an int longer than NumPy's
        array = np.asarray(_float(array[()]))
    if array.dtype.kind not in "biuf" or np.ma.is_masked(value):
        kind = "masked" if np.ma.is_masked(value) else array.dtype.type.__name__.rstrip("_")   # str_ is NumPy's name for str
        raise NoNumbers(f"{type_name(value)}[{kind}]" if isinstance(value, np.ndarray) else type_name(value))
    array = array.copy()   # a function may fill the same array each time
    return array.view(np.matrix) if isinstance(value, np.matrix) else array


def _each(parts, value):
    """The parts of a value as `plain`."""
    try:
        return [plain(part) for part in parts]
    except NoNumbers as found:
        raise NoNumbers(f"{type_name(value)}[{found}]") from None


def _float(value):
    try:
        return float(value)
    except OverflowError:   # whole, and larger than any float
        return np.copysign(np.finfo(float).max, 1 if value > 0 else -1)
    except TypeError:
        raise NoNumbers(type_name(value)) from None


def type_name(value):
    """The name of a value's type, whatever the type itself says."""
    return type.__dict__["__name__"].__get__(type(value))


def _told(error):
    try:
        said = f": {error}"
    except BaseException:
        said = ""
    return f"{type_name(error)}{said}".encode("utf-8", "replace").decode()   # half a character cannot be printed


if __name__ == "__main__":
    _child()

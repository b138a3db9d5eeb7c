"""A student's function on recorded inputs, in a process of its own: `run` calls it there, or here where there is none.

    python sandbox.py < what to call > what came of it      (both pickled)

There as here each result is `read` at once, into NumPy's own arrays: they can travel, and compare without surprises.
"""

import contextlib
import copy
import io
import math
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from dataclasses import dataclass

import numpy as np

SECONDS = 5      # the longest that a function may compute on all its inputs, in processor time of its own
PATIENCE = 60    # the longest that it may take by the clock: it may sleep
LARGEST = 10**7  # numbers in a result

# how the child ends when one of them is over: by a signal, or on Windows with this exit code
COMPUTED, WAITED = (-getattr(signal, name, code) for name, code in (("SIGPROF", -124), ("SIGALRM", -125)))


@dataclass
class Outcome:
    """What one call gave."""

    result: object = None     # as `read` gives it
    foreign: str = ""         # the type of a result that is no numbers
    error: str = ""           # "ValueError: …", of the function or of a foreign result
    changed: bool = False     # an input is no longer what it was
    printed: bool = False


# --- where it is called ------------------------------------------------------------------------------------------------------

def run(function, cases):
    """An Outcome for each tuple of arguments; TimeoutError(seconds) if the function does not stop."""
    if sys.platform == "emscripten":   # a browser has one process
        return call(function, cases)
    try:
        import cloudpickle
        asked = pickle.dumps((sys.path, SECONDS, PATIENCE, cloudpickle.dumps((function, cases))))   # it imports what we can
        with tempfile.TemporaryFile() as told:
            child = subprocess.run([sys.executable, "-P", __file__], input=asked, stdout=told, stderr=subprocess.DEVNULL)
            told.seek(0)
            began, *outcomes = list(_pickled(told)) or [False]
    except Exception:   # no cloudpickle, no second process, or a function that holds what cannot travel
        began = False
    if not began:   # nor can one whose imports only the notebook finds
        return call(function, cases)
    if len(outcomes) < len(cases):
        code = child.returncode
        if code in (COMPUTED, WAITED):
            raise TimeoutError(SECONDS if code == COMPUTED else PATIENCE)
        # never here: what ended that process would end the notebook's
        outcomes += [Outcome(error=f"exit code {code}")] * (len(cases) - len(outcomes))
    return outcomes


def call(function, cases):
    return [_outcome(function, arguments) for arguments in cases]


def _outcome(function, arguments):
    given, outcome, printed = copy.deepcopy(arguments), Outcome(), _Printed()
    stdout = io.TextIOWrapper(printed, encoding="utf-8", errors="replace", write_through=True)
    with warnings.catch_warnings(action="ignore"), np.errstate(all="warn"), contextlib.redirect_stdout(stdout):
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
    told = os.fdopen(os.dup(1), "wb", buffering=0)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")
    os.dup2(sys.stdout.fileno(), 1)   # whatever writes to stdout, by Python or not, does not reach what is told
    sys.path, seconds, patience, asked = pickle.load(sys.stdin.buffer)
    function, cases = pickle.loads(asked)   # imports what the function needs, in its own time
    pickle.dump(True, told)
    _start_clocks(seconds, patience)
    for arguments in cases:
        pickle.dump(_outcome(function, arguments).__dict__, told)   # at once: the next may end this process
    os._exit(0)   # a thread that the function left does not keep it


def _start_clocks(seconds, patience):
    """End this process when one is over."""
    if hasattr(signal, "setitimer"):   # the system's, which stop what never lets another thread in
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, patience)
        return

    def watch():
        began = time.process_time(), time.monotonic()
        while time.process_time() - began[0] < seconds:
            if time.monotonic() - began[1] > patience:
                os._exit(WAITED)
            time.sleep(0.05)
        os._exit(COMPUTED)

    threading.Thread(target=watch, daemon=True).start()


def _pickled(file):
    """What a child told, up to where it was stopped."""
    with contextlib.suppress(Exception):
        while True:
            told = pickle.load(file)
            yield told if told is True else Outcome(**told)


# --- what came of it -----------------------------------------------------------------------------------------------------------

class NoNumbers(Exception):
    pass


def read(value):
    """(value as `plain`, "", ""), or (None, its type, the error of its own conversion if there was one)."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return plain(value), "", ""
    except NoNumbers:
        return None, type(value).__name__, ""
    except BaseException as error:   # __array__ and __float__ may be anybody's
        return None, type(value).__name__, _told(error)


def plain(value):
    """A value as a new NumPy array of real numbers, or a list or tuple of them."""
    if isinstance(value, (list, tuple)):   # a namedtuple's class may be the notebook's own
        return (list if isinstance(value, list) else tuple)(map(plain, value))
    array = np.asarray(value)
    if array.size > LARGEST:
        raise MemoryError(f"a result of shape {array.shape}")
    if array.dtype == object and array.ndim:
        return tuple(map(plain, array))
    if array.dtype == object:   # a Fraction, a Decimal, an int longer than NumPy's
        array = np.asarray(_float(array[()]))
    if array.dtype.kind not in "biuf":
        raise NoNumbers
    if np.ma.is_masked(value):
        array = np.where(np.ma.getmaskarray(value), np.nan, array)
    array = array.copy()   # a function may fill the same array each time
    return array.view(np.matrix) if isinstance(value, np.matrix) else array


def _float(value):
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf
    except TypeError:
        raise NoNumbers from None


def _told(error):
    try:
        return f"{type(error).__name__}: {error}"
    except BaseException:
        return type(error).__name__


if __name__ == "__main__":
    _child()

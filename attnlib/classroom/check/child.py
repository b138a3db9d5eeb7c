"""A student's function on recorded inputs, in a process of its own: `run` calls it there, or here where there is none.

    python child.py < what to call > what came of it      (both pickled)
"""

import contextlib
import copy
import io
import pickle
import subprocess
import sys
from dataclasses import dataclass

import numpy as np

SECONDS = 5   # the longest that a function may take on all its inputs


@dataclass
class Outcome:
    """What one call gave."""

    result: object = None
    error: str = ""           # "ValueError: …", or nothing
    changed: bool = False     # an input is no longer what it was
    printed: str = ""


def run(function, cases):
    """An Outcome for each tuple of arguments; TimeoutError if the function does not stop."""
    if sys.platform == "emscripten":   # a browser has one process
        return call(function, cases)
    try:
        import cloudpickle
        asked = pickle.dumps((sys.path, cloudpickle.dumps((function, cases))))   # the child imports what we can
    except Exception:   # not installed, or the function holds something that cannot travel
        return call(function, cases)
    try:
        told = subprocess.run([sys.executable, __file__], input=asked, capture_output=True, timeout=SECONDS)
        return [Outcome(*fields) for fields in pickle.loads(told.stdout)]
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    except (pickle.PickleError, EOFError, AttributeError):   # the child died, or cannot import what the notebook can
        return call(function, cases)


def call(function, cases):
    outcomes = []
    for arguments in cases:
        given, printed = copy.deepcopy(arguments), io.StringIO()
        try:
            with np.errstate(all="ignore"), contextlib.redirect_stdout(printed):
                result = function(*given)
        except (Exception, SystemExit) as error:   # whatever a student's function raises is news for the student
            outcomes.append(Outcome(error=f"{type(error).__name__}: {error}", printed=printed.getvalue()))
            continue
        changed = any(not np.array_equal(one, other) for one, other in zip(given, arguments))
        outcomes.append(Outcome(result, changed=changed, printed=printed.getvalue()))
    return outcomes


def _portable(result):
    """What can travel back: an object that cannot is told by its type."""
    try:
        pickle.loads(pickle.dumps(result))
        return result
    except Exception:
        return f"<{type(result).__name__}>"


if __name__ == "__main__":
    sys.path, asked = pickle.loads(sys.stdin.buffer.read())
    outcomes = call(*pickle.loads(asked))
    fields = [(_portable(one.result), one.error, one.changed, one.printed) for one in outcomes]
    sys.stdout.buffer.write(pickle.dumps(fields))

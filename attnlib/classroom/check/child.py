"""A student's function on recorded inputs, in a process of its own: `run` calls it there, or here where there is none.

    python child.py < what to call > what came of it      (both pickled)
"""

import contextlib
import copy
import io
import pickle
import subprocess
import sys
import warnings
from dataclasses import dataclass

import numpy as np

SECONDS = 5      # the longest that a function may take on all its inputs
NOT_LOADED = 3   # the child's exit code when it cannot import what the notebook can


@dataclass
class Outcome:
    """What one call gave."""

    result: object = None
    error: str = ""           # "ValueError: …", or nothing
    changed: bool = False     # an input is no longer what it was
    printed: str = ""
    foreign: str = ""         # the type of a result that cannot travel


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
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    if told.returncode == NOT_LOADED:
        return call(function, cases)
    if told.returncode:   # never here: what ended that process would end the notebook's
        return [Outcome(error=f"exit code {told.returncode}")]
    return [Outcome(**fields) for fields in pickle.loads(told.stdout)]


def call(function, cases):
    outcomes = []
    for arguments in cases:
        given, printed = copy.deepcopy(arguments), io.StringIO()
        try:
            with warnings.catch_warnings(action="ignore"), contextlib.redirect_stdout(printed):
                result = function(*given)
        except (Exception, SystemExit) as error:   # whatever a student's function raises is news for the student
            outcomes.append(Outcome(error=f"{type(error).__name__}: {error}", printed=printed.getvalue()))
            continue
        changed = any(not np.array_equal(one, other) for one, other in zip(given, arguments))
        outcomes.append(Outcome(result, changed=changed, printed=printed.getvalue()))
    return outcomes


def _portable(outcome):
    """An outcome as plain fields, its result told by its type where it cannot travel."""
    try:
        pickle.loads(pickle.dumps(outcome.result))
    except Exception:   # a generator, a lambda, …
        outcome.result, outcome.foreign = None, type(outcome.result).__name__
    return vars(outcome)


if __name__ == "__main__":
    sys.path, asked = pickle.loads(sys.stdin.buffer.read())
    try:
        function, cases = pickle.loads(asked)
    except Exception:   # whatever an import raises
        sys.exit(NOT_LOADED)
    sys.stdout.buffer.write(pickle.dumps([_portable(one) for one in call(function, cases)]))

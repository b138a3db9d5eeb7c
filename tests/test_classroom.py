"""What a learner imports: whoever has not installed what it needs is told how to."""

import subprocess
import sys

import pytest


def importing(*blocked):
    """Import attnlib.classroom in a process where these packages are not installed: its last line of errors."""
    code = f"import sys; sys.modules.update(dict.fromkeys({blocked})); import attnlib.classroom"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    return result.stderr.strip().splitlines()[-1] if result.returncode else ""


@pytest.mark.parametrize("package", ["matplotlib", "ipywidgets", "anywidget", "tqdm"])
def test_a_missing_package_is_said_with_the_line_that_installs_it(package):
    assert importing(package) == (
        f"ImportError: attnlib.classroom needs {package}, which is not installed: "
        "run  python -m pip install --editable \".[lessons]\"  in the course's folder")


def test_a_mistake_of_ours_is_not_taken_for_a_missing_package():
    assert importing() == ""
    assert importing("attnlib.classroom.figures").startswith("ModuleNotFoundError: import of attnlib.classroom.figures halted")

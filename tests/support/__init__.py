"""What several test files need, and no test."""

import os
import warnings

import pytest

from attnpress.paths import LANGUAGES


def missing(message):
    """Something that a test needs is not on this machine: said loudly, and in CI a failure."""
    if os.environ.get("CI"):
        pytest.fail(message)
    warnings.warn(message, stacklevel=2)
    pytest.skip(message)


def by_turns(names):
    """(name, language) for parametrize: of each lesson one language, by turns, and the other with the slow tests."""
    return [pytest.param(name, language, marks=[pytest.mark.slow] if (number + place) % 2 else [])
            for number, name in enumerate(names) for place, language in enumerate(LANGUAGES)]

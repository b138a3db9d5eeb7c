"""The boxes "in PyTorch": short, whole, and the same numbers as attnlib's, live where PyTorch is installed."""

import importlib
import os
import re

import numpy as np
import pytest

from attnlib.classroom.labels import LANGUAGES
from attnpress.paths import sources
from attnpress.source import compose, slug
from teaching.pytorch import LONGEST, box

LESSONS = [slug(name) for name in sources() if "03" <= name[:2] <= "12"]


def module(lesson):
    return importlib.import_module(f"teaching.pytorch.{lesson.replace('-', '_')}")


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_box_is_short_and_runs(lesson):
    torch, ours, result = box(lesson)
    assert sum(bool(line.strip()) for line in torch.splitlines()) <= LONGEST
    assert max(map(len, (torch + "\n" + ours).splitlines())) <= 100
    assert "#" not in torch + ours   # what is to be said stands in the lesson, in the reader's language
    scope = {}
    exec("\n".join(ours.splitlines()[:-1]), scope)
    assert np.isfinite(np.asarray(eval(ours.splitlines()[-1], scope))).all()
    assert len(np.unique(np.fromstring(re.sub(r"[\[\]\s]+", " ", result).strip(), sep=" "))) > 2   # not a row of equal numbers


@pytest.mark.parametrize("lesson", LESSONS)
def test_it_is_what_pytorch_gives(lesson):
    if not os.environ.get("REQUIRE_TORCH"):   # make test-all
        pytest.importorskip("torch", reason="torch is not installed: make test-all installs it and runs the boxes")
    expected = np.asarray(module(lesson).pytorch())
    np.testing.assert_allclose(np.asarray(module(lesson).with_attnlib()), expected, rtol=0, atol=2e-6)


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lesson_shows_it(lesson, language):
    path = next(path for name, path in sources().items() if slug(name) == lesson)
    cells = {cell.id: cell for cell in compose(path, language).cells}
    torch, ours, result = box(lesson)
    shown = cells["pytorch"].source
    assert shown.index("<details>") < shown.index(torch) < shown.index(ours) < shown.index(result)
    assert cells["pytorch"].metadata["slideshow"]["slide_type"] == "skip"

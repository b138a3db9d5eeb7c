"""The boxes "in PyTorch": short, whole, and the same numbers as attnlib's, live where PyTorch is installed."""

import importlib
import json
import os
import re

import numpy as np
import pytest

from attnlib import attention, multi_head_attention, softmax
from attnlib.classroom.labels import LANGUAGES
from attnpress.paths import sources
from attnpress.source import compose, slug
from teaching.pytorch import LONGEST, box, traps

LESSONS = [slug(name) for name in sources() if "03" <= name[:2] <= "12"]


def module(lesson):
    return importlib.import_module(f"teaching.pytorch.{lesson.replace('-', '_')}")


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_box_is_short_and_runs(lesson):
    torch, ours, result = box(lesson)
    assert sum(bool(line.strip()) for line in torch.splitlines()) <= LONGEST
    assert max(map(len, (torch + "\n" + ours).splitlines())) <= 72
    assert "#" not in torch + ours   # what is to be said stands in the lesson, in the reader's language
    scope = {}
    exec("\n".join(ours.splitlines()[:-1]), scope)
    assert np.isfinite(np.asarray(eval(ours.splitlines()[-1], scope))).all()
    assert len(np.unique(np.fromstring(re.sub(r"[\[\]\s]+", " ", result).strip(), sep=" "))) > 2   # not a row of equal numbers


@pytest.fixture
def torch():
    if not os.environ.get("REQUIRE_TORCH"):   # make test-all
        pytest.importorskip("torch", reason="torch is not installed: make test-all installs it and runs the boxes")


@pytest.mark.parametrize("lesson", LESSONS)
def test_it_is_what_pytorch_gives(torch, lesson):
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


# --- traps ---------------------------------------------------------------------------------------------------------

STORED = json.loads(traps.RESULTS.read_text(encoding="utf-8"))


def test_the_traps_are_what_pytorch_gives(torch):
    found = traps.run()
    assert found.keys() == STORED.keys() == traps.TRAPS.keys()
    for name in found:
        for live, stored in zip(found[name], STORED[name], strict=True):
            assert live == stored or np.allclose(live, stored, atol=2e-4), name


def test_a_trap_gives_something_else():
    assert all(trap != meant for trap, meant in STORED.values())


X = np.array([[1.0, 0], [0, 1], [1, 1]])
SEEN = np.array([[True, False, False], [True, False, False], [True, True, False]])
MEANT = {   # what was meant, by attnlib
    "true-hides": lambda: attention(X, X, X, mask=SEEN)[1][1],
    "batch-first": lambda: attention(X[:2], X[:2], X[:2])[0][0],
    "dropout": lambda: attention(*[np.vstack([X, [0, 0]])] * 3)[1][0],
    "causal-corner": lambda: attention(X[-1:], X, X)[0],
    "linear-transposed": lambda: np.array([[1.0, 2]]) @ np.array([[0.0, 1], [3, 0]]),
    "softmax-twice": lambda: -np.log(softmax(np.array([4.0, 0, 0]))[0]),
    "bias": lambda: 4 * 8 ** 2,
    "nothing-to-see": lambda: attention(X[:2], X[:2], X[:2], mask=np.array([[True, True], [False, False]]))[0][1],
    "averaged-heads": lambda: multi_head_attention(3 * X, 3 * X, *[np.eye(2)] * 4, heads=2)[1][:, 0],
}


@pytest.mark.parametrize("name", traps.TRAPS)
def test_what_was_meant_is_what_attnlib_gives(name):
    np.testing.assert_allclose(np.ravel(MEANT[name]()), STORED[name][1], atol=1e-4)

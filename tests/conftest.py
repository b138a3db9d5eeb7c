"""A small house of one lesson, built once, for tests that break it."""

import shutil
from pathlib import Path

import pytest

from press import build
from press.source import ROOT

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def built_house(tmp_path_factory):
    root = tmp_path_factory.mktemp("house")
    (root / "notebooks" / "source").mkdir(parents=True)
    shutil.copyfile(HERE / "tiny_lesson.md", root / "notebooks" / "source" / "01_tiny.md")
    for name in ("papers.toml", "glossary.csv"):
        shutil.copyfile(ROOT / "notebooks" / name, root / "notebooks" / name)
    (root / "attnlib").mkdir()
    (root / "attnlib" / "kernels.py").touch()
    assert build.main([], root) == 0
    return root


@pytest.fixture
def house(built_house, tmp_path):
    return Path(shutil.copytree(built_house, tmp_path / "house"))

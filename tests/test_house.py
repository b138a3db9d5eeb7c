"""The files around the course say the same thing."""

import json
import re
import subprocess
import sys
import tomllib

import nbformat
import pytest
import yaml

from attnpress.paths import LANGUAGES, ROOT, sources, target
from bench import page

GUIDES = {"pt": "README.pt.md", "ko": "README.ko.md"}


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def project(folder=""):
    return tomllib.loads(text(f"{folder}pyproject.toml"))["project"]


def test_environment_names_extras_that_exist():
    *_, packages = yaml.safe_load(text("environment.yml"))["dependencies"]
    [line] = packages["pip"]
    extras = re.fullmatch(r"--editable \.\[([\w,]+)\]", line)[1].split(",")
    assert {"lessons", "lab", "validate"} <= set(extras) <= set(project()["optional-dependencies"])


def test_lock_pins_every_dependency():
    pinned = {line.split("==")[0] for line in text("constraints.txt").splitlines() if "==" in line}
    for of in (project(), project("attnpress/")):
        for requirement in [*of["dependencies"], *sum(of["optional-dependencies"].values(), [])]:
            name = re.split(r"[\[>=<]", requirement)[0].lower()
            assert name == "attnlib" or name in pinned, requirement


# --- the README and the guides -----------------------------------------------------------------------------------------------

def test_readme_is_short():
    assert len(text("README.md").splitlines()) <= 110


@pytest.mark.parametrize("language", LANGUAGES)
def test_readme_and_guides_list_every_lesson_by_its_title(language):
    for path in sources().values():
        title = nbformat.read(target(path, language), as_version=4).metadata["title"]
        for name in ("README.md", GUIDES[language]):
            assert f"[{title}](notebooks/{language}/{path.stem}.ipynb)" in text(name), name


@pytest.mark.parametrize("name", ["README.md", *GUIDES.values(), "CONTRIBUTING.md"])
def test_links_lead_somewhere(name):
    links = re.findall(r"\]\((?!https?:|#)([^)]+)\)", text(name))
    assert links
    for link in links:
        assert (ROOT / link).exists(), link


def test_readmes_six_lines_print_what_it_says():
    code = re.search(r"(?:^    .+\n)+(?=\n\*\*Change a lesson)", text("README.md"), re.M)[0]
    lines = [line.strip() for line in code.splitlines()]
    said = [line.partition("#")[2].strip() for line in lines if line.startswith("print")]
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert len(lines) == 6 and done.stdout.splitlines() == said, done.stderr


@pytest.mark.parametrize("name", GUIDES.values())
def test_the_guides_code_prints_what_they_say(name):
    code, said = re.search(r"```python\n((?:.*\n)*?)```\n\n((?:    .+\n)+)", text(name)).groups()
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", env={"PYTHONUTF8": "1"})
    assert done.stdout.splitlines() == [line[4:] for line in said.splitlines()], done.stderr


def test_an_exercise_stands_in_contributing_as_it_stands_in_the_course():
    contributing = text("CONTRIBUTING.md").split("## An exercise, whole")[1].split("\n## ")[0]
    blocks = re.findall(r"(?:^    .*\n|^\n(?=    ))+", contributing, re.M)
    shown = ["\n".join(line[4:] for line in block.strip("\n").splitlines()) for block in blocks]
    places = ("notebooks/source/08_cross-attention.md", "attnlib/classroom/exercises/cross_attention.py",
              "tests/answers/cross_attention.py")
    for block, place in zip(shown, places, strict=True):
        assert block in text(place), place


def test_ruff_finds_nothing():
    done = subprocess.run([sys.executable, "-m", "ruff", "check", "--output-format", "concise", ROOT],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


# --- what runs elsewhere -------------------------------------------------------------------------------------------------------

def test_import_attnlib_needs_numpy_and_nothing_else():
    code = "import sys, attnlib; print({name.split('.')[0] for name in sys.modules} & {'matplotlib', 'ipywidgets', 'IPython'})"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"


def test_the_workflow_pins_every_action_by_hash():
    workflow = text(".github/workflows/course.yml")
    uses = re.findall(r"uses: (.*)", workflow)
    assert uses and all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} +# v\d+\.\d+\.\d+", one) for one in uses)


def test_windows_runs_what_the_readme_and_contributing_say():
    steps = yaml.safe_load(text(".github/workflows/course.yml"))["jobs"]["windows"]["steps"]
    told = text("README.md") + text("CONTRIBUTING.md")
    commands = [step["run"].removesuffix(" --version") for step in steps if "run" in step]
    assert len(commands) > 5
    for command in commands:
        words = command.replace(".venv\\Scripts\\jupyter", ".venv/bin/jupyter")   # the README's recipe is Linux's
        assert command in told or words in told, command


# --- figures -------------------------------------------------------------------------------------------------------------------

def test_the_page_of_figures_is_made_from_the_measured_ones():
    assert page.PAGE.read_text(encoding="utf-8") == page.page(json.loads(page.RESULTS.read_text(encoding="utf-8")))

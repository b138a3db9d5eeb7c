"""The files around the course say the same thing."""

import json
import re
import subprocess
import sys
import tomllib

import yaml

from attnpress.paths import LANGUAGES, ROOT, sources


def test_environment_equals_pyproject():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["lessons"], *project["optional-dependencies"]["lab"]]
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    python, pip, packages = environment["dependencies"]
    assert packages["pip"] == [*wanted, "--editable ."]
    assert python == f"python{project['requires-python']}" and pip == "pip"


def test_lock_pins_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {line.split("==")[0] for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if "==" in line}
    for requirement in [*project["dependencies"], *sum(project["optional-dependencies"].values(), [])]:
        assert re.split("[>=<]", requirement)[0].lower() in pinned, requirement


def test_readme_lists_every_lesson():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for path in sources().values():
        for language in LANGUAGES:
            assert f"notebooks/{language}/{path.stem}.ipynb" in readme


def test_readme_names_every_room_and_target():
    readme, makefile = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "Makefile"))
    for target_name in re.search(r"\.PHONY: (.*)", makefile)[1].split():
        assert f"make {target_name}" in readme, target_name
    for path in (p for folder in ("attnlib", "attnpress") for p in (ROOT / folder).glob("*.py") if p.stem != "__init__"):
        assert path.name in readme, path


def test_readme_links_lead_somewhere():
    for name in ("README.md", "CONTRIBUTING.md"):
        for link in re.findall(r"\]\((?!https?:|#)([^)]+)\)", (ROOT / name).read_text(encoding="utf-8")):
            assert (ROOT / link).exists(), f"{name}: {link}"


def test_import_attnlib_needs_numpy_and_nothing_else():
    code = "import sys, attnlib; print({name.split('.')[0] for name in sys.modules} & {'matplotlib', 'ipywidgets', 'IPython'})"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"


def test_the_workflow_pins_every_action_by_hash():
    workflow = (ROOT / ".github" / "workflows" / "course.yml").read_text(encoding="utf-8")
    assert set(yaml.safe_load(workflow)["jobs"]) == {"test", "site"}
    uses = re.findall(r"uses: (.*)", workflow)
    assert uses and all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} +# v\d+\.\d+\.\d+", one) for one in uses)


def test_lesson_11_plots_the_measured_times():
    rows = {row["name"]: row["low"] for row in json.loads((ROOT / "bench" / "results.json").read_text(encoding="utf-8"))["parts"]["attention"]["rows"]}
    source = (ROOT / "notebooks" / "source" / "11_cost.md").read_text(encoding="utf-8")
    for line, name in (("formula-in-numpy", "straightforward NumPy"), ("published-formula", "the sources' formula"),
                       ("PyTorch", "PyTorch's scaled_dot_product_attention"), ("tiled_attention", "tiled_attention")):
        plotted = json.loads(re.search(rf'"{line}"\)?: (\[.*\]),', source)[1])
        assert plotted == [float(f"{rows[f'{name}, n = {n}']:.2g}") for n in (1024, 2048, 4096, 8192)], line


def test_the_readme_quotes_the_measured_figures():
    parts = json.loads((ROOT / "bench" / "results.json").read_text(encoding="utf-8"))["parts"]
    rows = {row["name"]: row for part in parts.values() for row in part["rows"]}
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("## Figures")[1].split("## ")[0]
    quoted = re.findall(r"^\| (.+?) \| ([\d.]+)\S* ?\S* \| (.*?) \|", table, flags=re.M)
    assert len(quoted) > 30
    for name, median, between in quoted:
        row = rows[name]
        assert median == f"{row['median']:.3g}", name
        assert between == ("" if row["pairs"] == 1 else f"{row['low']:.3g}–{row['high']:.3g}"), name

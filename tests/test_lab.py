"""`make lab`: your own copies without the teacher's notes, the lesson list, and JupyterLab in the learner's language."""

import json
import os
import re
import subprocess
import sys
import urllib.request

import nbformat
import pytest

from attnpress import lab
from attnpress.copies import student_copy
from attnpress.jupyter import serving
from attnpress.paths import ROOT, target


def read(path):
    return nbformat.read(path, as_version=4)


def test_your_copies_are_never_overwritten(house):
    work = lab.prepare(house)
    copy = work / "ko" / "01_tiny.ipynb"
    lesson = read(target(house / "notebooks/source/01_tiny.md", "ko", house))
    assert read(copy) == student_copy(lesson)
    copy.write_text("mine", encoding="utf-8")
    original = work / "original" / "ko" / "01_tiny.ipynb"
    original.chmod(0o644)
    original.write_text("scribble", encoding="utf-8")
    lab.prepare(house)
    assert copy.read_text(encoding="utf-8") == "mine"
    assert read(original) == student_copy(lesson)
    assert not original.stat().st_mode & 0o222
    copy.unlink()
    lab.prepare(house)
    assert copy.read_bytes() == original.read_bytes()


def test_copies_hold_no_notes_of_the_teacher(house):
    lesson = read(target(house / "notebooks/source/01_tiny.md", "ko", house))
    notes = [cell.id for cell in lesson.cells if cell.metadata.get("slideshow", {}).get("slide_type") == "notes"]
    assert notes
    work = lab.prepare(house)
    for folder in (work / "ko", work / "original" / "ko"):
        kept = [cell.id for cell in read(folder / "01_tiny.ipynb").cells]
        assert kept == [cell.id for cell in lesson.cells if cell.id not in notes]


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(house, tmp_path):
    work = house / "work"
    work.write_text("a file where the copies belong", encoding="utf-8")   # root may write to any folder, but not into a file
    code = f"import pathlib; from attnpress import lab; lab.ROOT = pathlib.Path({str(house)!r}); lab.main()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert str(work) in done.stderr and "copy the course to a folder of your own" in done.stderr


def test_of_two_copies_of_the_course_the_kernels_read_this_one(house, tmp_path):
    """Whichever is installed: a kernel inherits the path. JupyterLab itself is not started here."""
    (tmp_path / "jupyterlab").mkdir()
    (tmp_path / "jupyterlab" / "__init__.py").touch()
    (tmp_path / "jupyterlab" / "labapp.py").write_text("import os\nmain = lambda arguments: print(os.environ['PYTHONPATH'])\n")
    code = (f"import sys; sys.path.insert(0, {str(tmp_path)!r})\nimport pathlib; from attnpress import lab\n"
            f"lab.ROOT = pathlib.Path({str(house)!r}); sys.argv[1:] = []; lab.main()")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8",
                          env={**os.environ, "PYTHONPATH": "/another/copy"})
    assert done.stdout.strip() == os.pathsep.join([str(house), "/another/copy"]), done.stderr


def test_the_lesson_list_leads_to_copies_and_originals(house):
    work = lab.prepare(house, first="ko")
    text = (work / "lessons.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert len(links) == 4 and all((work / link).exists() for link in links)
    assert text.index("ko/01_tiny") < text.index("pt/01_tiny")
    assert "덧셈 하나" in text and "Uma soma" in text


def test_work_is_ignored_by_git():
    assert {"work/", "build/", ".venv/"} <= set((ROOT / ".gitignore").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("ui, locale, word", [("ko", "ko_KR", "파일"), ("pt", "pt_BR", "Arquivo")])
def test_jupyterlab_opens_in_the_learners_language(tmp_path, ui, locale, word):
    with serving(["-m", "attnpress.lab", f"--ui={ui}"], tmp_path, cwd=ROOT) as address:
        def get(path):
            with urllib.request.urlopen(f"{address}{path}?token=t", timeout=10) as answer:
                return answer.read().decode()

        settings = json.loads(get("/lab/api/settings/@jupyterlab/translation-extension:plugin"))
        assert settings["schema"]["properties"]["locale"]["default"] == locale
        assert word in str(json.loads(get(f"/lab/api/translations/{locale}"))["data"]["jupyterlab"])
        page = json.loads(re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', get("/lab"), re.S)[1])
        assert "@jupyter/nbgrader" in page["disabledExtensions"]
        assert f"{ui}/03_self-attention.ipynb" in json.loads(get("/api/contents/lessons.md"))["content"]
        assert json.loads(get(f"/api/contents/{ui}/03_self-attention.ipynb"))["type"] == "notebook"

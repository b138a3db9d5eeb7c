"""Building: what is written, what is refused, and that nothing is ever lost."""

import json
import shutil

import nbformat
import pytest

from attnpress import build
from attnpress.slides import slide_type
from attnpress.source import SourceError, compose

SOURCE = "notebooks/source/01_tiny.md"
NOTEBOOKS = ("notebooks/pt/01_tiny.ipynb", "notebooks/ko/01_tiny.ipynb")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def stored(house):
    return {name: (house / name).read_bytes() for name in NOTEBOOKS}


def cell(notebook, key):
    return next(cell for cell in notebook.cells if cell.id == key)


def test_rebuild_is_byte_identical(house):
    before = stored(house)
    for name in NOTEBOOKS:
        (house / name).unlink()
    assert build.main([], house) == 0
    assert stored(house) == before


def test_only_what_changed_is_built(house, monkeypatch):
    built = []
    monkeypatch.setattr(build, "run", lambda notebook, path: built.append(path.stem) or notebook)
    assert build.main([], house) == 0 and built == []
    shutil.copyfile(house / SOURCE, house / "notebooks/source/02_other.md")
    assert build.main([], house) == 0 and built == ["02_other"] * 2
    built.clear()
    edit(house / SOURCE, '"key": "goals", "lang": "pt"', '"key": "goals", "lang": "pt", "slide": "skip"')
    edit(house / SOURCE, '"key": "goals", "lang": "ko"', '"key": "goals", "lang": "ko", "slide": "skip"')
    assert build.main([], house) == 0 and built == ["01_tiny"] * 2   # where a slide begins counts too
    (house / "attnlib" / "kernels.py").write_text("# changed", encoding="utf-8")   # reaches every notebook
    built.clear()
    assert build.main([], house) == 0 and sorted(built) == ["01_tiny"] * 2 + ["02_other"] * 2
    (house / "attnlib" / "kernels.py").touch()   # a later date is no change
    built.clear()
    assert build.main([], house) == 0 and built == []
    assert build.main(["--all"], house) == 0 and sorted(built) == ["01_tiny"] * 2 + ["02_other"] * 2


def test_what_was_built_with_another_attnlib_is_built_until_it_succeeds(house, monkeypatch, capsys):
    built = []

    def fail(notebook, path):
        built.append(path.stem)
        raise SourceError("on purpose")
    monkeypatch.setattr(build, "run", fail)
    (house / "attnlib" / "new.js").write_text("// new", encoding="utf-8")
    assert build.main(["--lang", "ko"], house) == 1 and build.main(["--lang", "ko"], house) == 1
    assert built == ["01_tiny"] * 2 and capsys.readouterr().err.count("on purpose") == 2


def test_a_fresh_clone_counts_as_built(house, monkeypatch):
    """Files of a clone have any age, and what is committed was built with what is committed beside it."""
    record, built = house / "build" / "built.json", []
    monkeypatch.setattr(build, "run", lambda notebook, path: built.append(path.stem) or notebook)
    record.unlink()
    (house / "attnlib" / "kernels.py").write_text("# of the clone", encoding="utf-8")
    assert build.main([], house) == 0 and built == []
    assert set(json.loads(record.read_text(encoding="utf-8"))) == {"pt/01_tiny", "ko/01_tiny"}


def test_a_course_that_cannot_be_written_to(house, capsys):
    shutil.rmtree(house / "build")
    (house / "build").touch()
    before = stored(house)
    assert build.main([], house) == 1
    error = capsys.readouterr().err
    assert error.startswith("stopped; every notebook is whole") and str(house) in error and "Traceback" not in error
    assert stored(house) == before


def test_one_language_and_one_lesson(house):
    before = stored(house)
    edit(house / SOURCE, "## Resumo", "## Em resumo")
    edit(house / SOURCE, "## 정리", "## 마무리")
    assert build.main(["01_tiny", "--lang", "ko"], house) == 0
    after = stored(house)
    assert after[NOTEBOOKS[0]] == before[NOTEBOOKS[0]] and after[NOTEBOOKS[1]] != before[NOTEBOOKS[1]]


def test_what_a_notebook_holds(house):
    notebook = nbformat.read(house / NOTEBOOKS[0], as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata["title"] == "Uma soma"
    assert cell(notebook, "setup").source.endswith('use_language("pt")')
    assert "d_k = 64." in cell(notebook, "sum-text").source
    assert cell(notebook, "title").metadata["slideshow"] == {"slide_type": "slide"}
    assert cell(notebook, "slider").metadata["tags"] == ["kernel-only"]
    assert "시" not in "".join(c.source for c in notebook.cells if c.cell_type == "markdown")
    assert "version" not in str(notebook.metadata["language_info"])
    assert not any("execution" in c.metadata for c in notebook.cells)
    state = notebook.metadata["widgets"]["application/vnd.jupyter.widget-state+json"]["state"]
    assert sorted(state) == [f"{number:032x}" for number in range(len(state))]


def test_exercise_becomes_starter_check_and_solution(house):
    notebook = nbformat.read(house / NOTEBOOKS[0], as_version=4)
    assert cell(notebook, "exercise-sums-starter").source == "table = published.sat.weights\nrow_sums = ..."
    assert cell(notebook, "exercise-sums-check").source == "check.row_sums(row_sums)"
    solution = cell(notebook, "exercise-sums-solution").source
    assert solution.startswith("<details>\n<summary>") and "row_sums = table.sum(axis=1)" in solution
    assert "Uma soma por linha." in solution
    assert cell(notebook, "exercise-function-starter").source == "def self_attention(x):\n    ..."
    assert not any(c.id.endswith("-why") for c in notebook.cells)


def test_no_slide_shows_an_exercises_code_unless_the_source_says_so(house):
    """For stock `nbconvert --to slides`, which knows no tags."""
    edit(house / SOURCE, ":key: exercise-count\n", ":key: exercise-count\n:slide: fragment\n")
    notebook = compose(house / SOURCE, "ko", house)
    kinds = {part: slide_type(cell(notebook, f"exercise-sums-{part}")) for part in ("starter", "check", "solution")}
    assert kinds == dict.fromkeys(("starter", "check", "solution"), "skip")
    assert slide_type(cell(notebook, "exercise-count-starter")) == "fragment"
    assert slide_type(cell(notebook, "exercise-count-check")) == "skip"


def test_a_lesson_is_named_by_its_slug(house):
    (house / SOURCE).rename(house / "notebooks/source/07_tiny.md")
    path = house / "notebooks/source/07_tiny.md"
    assert "Releia a [lição 07](07_tiny.ipynb)." in cell(compose(path, "pt", house), "reading").source
    assert "[07강](07_tiny.ipynb)을 다시" in cell(compose(path, "ko", house), "reading").source


def test_a_solution_names_lessons_too(house):
    edit(house / SOURCE, "행마다 하나씩 더해요.", "{{ lesson: tiny }}에서 봤어요.")
    assert "[01강](01_tiny.ipynb)에서" in cell(compose(house / SOURCE, "ko", house), "exercise-sums-solution").source


def test_minutes_are_computed(house):
    """Korean: 105 words a minute, 1 a code cell, 0.7 a question; in fives."""
    edit(house / SOURCE, "## Resumo", "## Resumo\n\n{{ minutes }} minutos")
    edit(house / SOURCE, "## 정리", "## 정리\n\n{{ minutes }}분 " + "단어 " * 105 * 10)
    notebook = compose(house / SOURCE, "ko", house)
    # 10 of those words; 0.7 of the others and 1.4 of two questions; 8 cells of code: 20.1
    assert cell(notebook, "summary").source.startswith("## 정리\n\n20분")
    assert "\n10 minutos" in cell(compose(house / SOURCE, "pt", house), "summary").source


def test_the_build_says_how_long_a_lesson_takes(house, capsys):
    """The core: three cells of code and 14 words."""
    assert build.main(["01_tiny", "--lang", "ko"], house) == 0
    assert "ko/01_tiny: 3 of 50 minutes in class, 10 alone" in capsys.readouterr().out


def test_decimals_are_written_as_the_language_writes_them(house):
    edit(house / "notebooks/papers.toml", "value = 64", "value = 26.75")
    source = house / SOURCE
    assert "26,75" in cell(compose(source, "pt", house), "sum-text").source
    assert "26.75" in cell(compose(source, "ko", house), "sum-text").source


def test_a_solution_quotes_papers_too(house):
    edit(house / SOURCE, "행마다 하나씩 더해요.", "d_k는 {{ vaswani2017-d-k }}이에요.")
    assert "d_k는 64이에요." in cell(compose(house / SOURCE, "ko", house), "exercise-sums-solution").source


def test_a_figure_in_quotes_keeps_its_last_zero(house):
    edit(house / "notebooks/papers.toml", "value = 64", 'value = "21.50"')
    source = house / SOURCE
    assert "21,50" in cell(compose(source, "pt", house), "sum-text").source
    assert "21.50" in cell(compose(source, "ko", house), "sum-text").source


# --- refusals: a message that says where, exit 1, and the notebooks as they were ---------------------------------------

REFUSED = {
    "a missing Korean cell": ('+++ {"key": "summary", "lang": "ko"}\n\n## 정리\n', "",
                              "01_tiny.md:194: summary (pt): has no ko cell"),
    "a duplicate key": (":key: picture", ":key: sum", "01_tiny.md:67: sum: this key stands already in line 59"),
    "a broken formula": ("$x_{0.7}$", "$x_{0.7$", "01_tiny.md:53: sum-text (ko): formula 'x_{0.7'"),
    "a cell that raises": ("weights.round(4)", "1 / 0", "01_tiny.md:59: cell sum raises ZeroDivisionError: division by zero"),
    "a cell that is no Python": ("weights.round(4)", "weights.round(", "01_tiny.md:59: sum: '(' was never closed"),
    "an unknown language": ('"goals", "lang": "ko"', '"goals", "lang": "jp"',
                            "01_tiny.md:23: prose cell goals has lang 'jp', and needs one of pt, ko"),
    "tags that are no list": (':tags: [kernel-only]', ":tags: kernel-only",
                              "metadata: tags: 'kernel-only' is not of type 'array'"),
    "no tags": ('"goals", "lang": "ko"', '"goals", "lang": "ko", "tags": null',
                "01_tiny.md:23: the cell that begins here is not readable as MyST Markdown: metadata: tags: None"),
    "a key that is no key": (":key: picture", ":key: The Picture", "needs a key of small letters"),
    "an unknown slide type": ('"goals", "lang": "pt"', '"goals", "lang": "pt", "slide": "page"', "has slide 'page'"),
    "an unknown quoted figure": ("{{ vaswani2017-d-k }}", "{{ vaswani2017-d-q }}", "quotes 'vaswani2017-d-q'"),
    "an unknown lesson": ("{{ lesson: tiny }}", "{{ lesson: Tiny! }}",
                          "01_tiny.md:210: cell reading names the lesson 'Tiny!'; there are tiny"),
    "an exercise without a check": ("check.words_on_o(words_on_o)   # check", "words_on_o   # given",
                                    "needs a solution and a line marked `# check`"),
    "an exercise with a loose line": ("words_on_o = 3", "words_on_o = 3\nprint(words_on_o)", "neither an assignment, a function"),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_bad_source_is_refused_and_nothing_is_lost(house, capsys, fault):
    old, new, message = REFUSED[fault]
    before = stored(house)
    edit(house / SOURCE, old, new)
    assert build.main([], house) == 1
    assert message in " ".join(capsys.readouterr().err.split())
    assert stored(house) == before


def test_what_a_cell_shows_without_a_gloss_or_a_name_fails_the_build(house, capsys):
    edit(house / SOURCE, 'keys=["a", "b"]', 'keys=["a", "도롱뇽"]')
    edit(house / SOURCE, '{"shares": shares}', "shares")
    assert build.main([], house) == 1
    error = " ".join(capsys.readouterr().err.split())
    assert "notebooks/pt/01_tiny.ipynb: '도롱뇽' in cell picture has no gloss" in error and "cell sum shows 'array([[" in error
    assert error.count("도롱뇽") == 1   # Koreans know


def test_a_notebook_edited_by_hand_is_refused(house, capsys):
    edit(house / NOTEBOOKS[1], "하나씩 더해요", "하나씩 다 더해요")
    edit(house / SOURCE, "## 정리", "## 마무리")
    before = stored(house)
    assert build.main([], house) == 1
    error = " ".join(capsys.readouterr().err.split())
    assert "notebooks/ko/01_tiny.ipynb was edited by hand: edit notebooks/source/01_tiny.md" in error
    assert stored(house)[NOTEBOOKS[1]] == before[NOTEBOOKS[1]]
    assert b"Em resumo" not in stored(house)[NOTEBOOKS[0]]


def test_running_a_notebook_is_not_editing_it(house):
    edit(house / NOTEBOOKS[1], "array([[0.7311", "array([[0.9999")   # an output
    edit(house / SOURCE, "## 정리", "## 마무리")
    assert build.main([], house) == 0
    assert b"0.9999" not in stored(house)[NOTEBOOKS[1]]


def test_a_broken_notebook_file_is_named(house, capsys):
    (house / NOTEBOOKS[0]).write_text("<<<<<<< HEAD", encoding="utf-8")
    assert build.main([], house) == 1
    assert "notebooks/pt/01_tiny.ipynb is not a notebook that this build wrote" in " ".join(capsys.readouterr().err.split())
    assert (house / NOTEBOOKS[0]).read_text(encoding="utf-8") == "<<<<<<< HEAD"


@pytest.mark.parametrize("moment", ["run", "write"])
def test_an_interrupted_build_leaves_whole_notebooks(house, monkeypatch, capsys, moment):
    before = stored(house)
    edit(house / SOURCE, "## 정리", "## 마무리")

    def interrupt(*_):
        raise KeyboardInterrupt
    monkeypatch.setattr(*((build, "run", interrupt) if moment == "run" else (build.os, "replace", interrupt)))
    assert build.main([], house) == 130
    assert "every notebook is whole" in capsys.readouterr().err
    assert stored(house) == before
    assert not list((house / "notebooks").rglob("*.draft"))


def test_unknown_arguments_list_what_is_known(house, capsys):
    for arguments, known in ((["07_masks"], "there are 01_tiny"), (["--lang", "en"], "'pt', 'ko'")):
        with pytest.raises(SystemExit):
            build.main(arguments, house)
        assert known.replace("'", "") in capsys.readouterr().err.replace("'", "")
    with pytest.raises(SourceError, match="pt, ko"):
        compose(house / SOURCE, "en", house)

"""The exercises as an nbgrader course, for classrooms with JupyterHub: `make assignment`, ARGS=03_self-attention for one lesson.

    build/assignment/ko/source/03_self-attention/03_self-attention.ipynb     for `nbgrader generate_assignment`

One course per language. The whole lesson is there but the teacher's notes, since exercises use what its cells made; the answers
stand between nbgrader's marks, and a point is given where the lesson's own check has said that an answer is right.
A written task (a prose cell tagged `written`) is graded by hand: its <details> is the rubric, a point for each item, and goes to
the teacher as nbgrader's mark scheme.
"""

import argparse
import ast
import sys

import nbformat

from attnpress.copies import student_copy
from attnpress.paths import LANGUAGES, ROOT, chosen, sources
from attnpress.source import SourceError, compose, exercise_parts, read_source

OUT = ROOT / "build" / "assignment"
CONFIG = 'c = get_config()\nc.CourseDirectory.course_id = "attention-{language}"\n'


def assignment(path, language, root=ROOT):
    """A lesson's notebook with nbgrader's metadata."""
    notebook = student_copy(compose(path, language, root))
    exercises = {cell.key: cell.text for cell in read_source(path) if "exercise" in cell.tags}
    cells = []
    for cell in notebook.cells:
        tags = cell.metadata.get("tags", ())
        if "exercise-solution" in tags:
            continue   # the answer is in the solution's cell
        key = cell.id.rpartition("-")[0]
        if "exercise" in tags:
            cell.source = _with_solution(cell.source, exercises[key])
            grade(cell, key, solution=True)
        elif "written" in tags:
            task, rubric = cell.source.partition("<details>")[::2]
            rubric = rubric.partition("</summary>")[2].rpartition("</details>")[0].strip()
            points = sum(line.startswith("- ") for line in rubric.splitlines())
            grade_by_hand(cell, cell.id.removesuffix("-text"), points, task, rubric)
        elif "exercise-check" in tags:
            cell.source += "\n" + "\n".join(_asserted(cell.source))
            grade(cell, f"{key}-points", points=1)
        cells.append(cell)
    notebook.cells = cells
    notebook.metadata.pop("attnlib")   # a student may edit this one
    return notebook


def _with_solution(starter, text):
    """The starter, and the answer between the marks that nbgrader cuts out."""
    answers = [answer for _, answer in exercise_parts(text)["answer"]]
    return "\n".join([starter, "### BEGIN SOLUTION", *answers, "### END SOLUTION"])


def _asserted(check):
    """check.f(answer) shows its message; the point is given for what it said."""
    for statement in ast.parse(check).body:
        yield f"assert {ast.unparse(statement.value.func)}.solved"


def grade(cell, key, solution=False, points=0, task=False):
    """Mark a cell for nbgrader: where an answer goes, what gives points, or a task that is graded by hand."""
    # nbgrader's own schema, https://nbgrader.readthedocs.io/en/stable/contributor_guide/metadata.html
    cell.metadata["nbgrader"] = {"schema_version": 3, "grade_id": key, "solution": solution, "grade": bool(points) and not task,
                                 "locked": not solution, "task": task, **({"points": points} if points else {})}


def grade_by_hand(cell, key, points, task, scheme):
    """Make a cell a task whose mark scheme goes to the teacher."""
    cell.source = f"{task.strip()}\n\n=== BEGIN MARK SCHEME ===\n\n{scheme}\n\n=== END MARK SCHEME ==="
    grade(cell, key, points=points, task=True)


def write(names, out=OUT, root=ROOT):
    for language in LANGUAGES:
        for name in names:
            target = out / language / "source" / name / f"{name}.ipynb"
            target.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(assignment(sources(root)[name], language, root), target)
        (out / language / "nbgrader_config.py").write_text(CONFIG.format(language=language), encoding="utf-8")
        print(out / language)


def main():
    parser = argparse.ArgumentParser(description="Write the exercises as an nbgrader course, one per language.")
    parser.add_argument("lesson", nargs="*", help="such as 03_self-attention; all if none is named")
    options = parser.parse_args()
    names = list(chosen(options.lesson, parser))
    try:
        write(names)
    except (SourceError, OSError) as error:
        sys.exit(f"not every lesson is written: {error}")


if __name__ == "__main__":
    main()

"""The question bank as files: `make questions`.

    build/questions/ko/02_softmax.xml  .gift.txt       for Moodle, both hold the same questions
    build/questions/ko/nbgrader/source/02_softmax/     for nbgrader

    python -m attnpress.questions --check FILE.xml     what Moodle would refuse, question by question

On paper they stand in the teacher's pack (pack.py) and in examinations (exam.py).
"""

import argparse
import sys
from pathlib import Path

import nbformat
from tqdm import tqdm

from attnlib.classroom import course
from attnlib.classroom.labels import label
from attnpress.assignment import CONFIG, grade, grade_by_hand
from attnpress.moodle import Asked, faults, gift, moodle_xml
from attnpress.paths import LANGUAGES, ROOT
from attnpress.source import KERNEL
from teaching.questions import Choice, Number, bank, questions

OUT = ROOT / "build" / "questions"
LINES = {"Open": 12, "Number": 3, "Choice": 0}   # of a blank, on paper


# --- one question on paper -----------------------------------------------------------------------------------------

def sheet(asked, title, solved):
    """A question as Markdown, with HTML inside; with its answers if `solved`."""
    question, language = asked.question, asked.language
    worth = label("questions-worth", language, points=question.points)
    parts = [f"### {title}\n\n*{worth}" + (f" · {label(f'level-{question.level}', language)}" if solved else "") + "*",
             asked.markdown(question.ask)]
    if drawn := asked.picture_tag():
        parts.append(drawn)
    if isinstance(question, Choice):
        parts += [f"<strong>{letter})</strong> {asked.markdown(both)}" + (f" — {asked.markdown(why)}" if solved else "")
                  for letter, both, why, _ in asked.options()]
        answer = f"<strong>{label('questions-right', language)}</strong> {asked.right_letter}"
    elif isinstance(question, Number):
        wrong = "\n".join(f"- {asked.figure(number)}: {asked.markdown(why)}" for number, why in asked.wrong_numbers())
        answer = (f"<strong>{label('questions-right', language)}</strong> {asked.markdown(question.how)}\n\n"
                  f"{label('questions-wrong', language)}\n\n{wrong}")
    else:
        wrong = "\n".join(f"- {asked.markdown(one.why)}" for one in question.wrong)
        answer = (f"<strong>{label('questions-right', language)}</strong> {asked.markdown(question.answer)}\n\n"
                  f"<strong>{label('questions-criterion', language)}</strong>\n\n{asked.rubric()}\n\n"
                  f"{label('questions-wrong', language)}\n\n{wrong}")
    if solved:
        parts.append(answer)
    elif lines := LINES[type(question).__name__]:
        parts.append(f'<div class="blank" style="height: {8 * lines}mm"></div>')
    return "\n\n".join(parts)


def sheets(lesson, language, solved):
    """The parts of a lesson's list of questions, for `make pack`."""
    kind = label("questions-key" if solved else "questions-title", language)
    name = course.name_of(lesson, language) if lesson in course.NUMBERS else label("questions-inventory", language)
    yield f"# {name}\n\n{kind if lesson in course.NUMBERS or solved else ''}"
    for i, question in enumerate(questions(lesson), 1):
        yield sheet(Asked(question, language), f"{i}. `{lesson}/{question.key}`" if solved else f"{i}.", solved)


# --- nbgrader ------------------------------------------------------------------------------------------------------

def nbgrader(lesson, language):
    """A lesson's questions as an nbgrader notebook: numbers and letters are graded by it, the rest by hand with the rubric."""
    cells = [nbformat.v4.new_markdown_cell(f"# {course.name_of(lesson, language)}", id="title")]
    for question in questions(lesson):
        asked = Asked(question, language)
        text = f"### {question.key}\n\n{asked.markdown(question.ask)}\n\n{asked.picture_tag() or ''}"
        if isinstance(question, Choice):
            text += "\n\n".join(["", *(f"{letter}) {asked.markdown(both)}" for letter, both, _, _ in asked.options())])
            test = f"assert str(answer).strip().upper() == {asked.right_letter!r}"
            solution = f"answer = {asked.right_letter!r}"
        elif isinstance(question, Number):
            test = f"assert abs(float(answer) - {asked.answer!r}) <= {question.margin:.9g}"
            solution = f"answer = {asked.answer!r}"
        else:
            cells.append(nbformat.v4.new_markdown_cell(id=question.key))
            scheme = f"{asked.markdown(question.answer)}\n\n{asked.rubric()}"
            grade_by_hand(cells[-1], question.key, question.points, text, scheme)
            continue
        text += f"\n\n{label('questions-write', language)}"
        answer = nbformat.v4.new_code_cell(f"### BEGIN SOLUTION\n{solution}\n### END SOLUTION", id=f"{question.key}-answer")
        check = nbformat.v4.new_code_cell(f"### BEGIN HIDDEN TESTS\n{test}\n### END HIDDEN TESTS", id=f"{question.key}-points")
        grade(answer, question.key, solution=True)
        grade(check, f"{question.key}-points", points=question.points)
        cells += [nbformat.v4.new_markdown_cell(text, id=question.key), answer, check]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = KERNEL
    return notebook


# --- files ---------------------------------------------------------------------------------------------------------

def write(out=OUT):
    for language in LANGUAGES:
        folder = out / language
        (folder / "nbgrader" / "source").mkdir(parents=True, exist_ok=True)
        (folder / "nbgrader" / "nbgrader_config.py").write_text(CONFIG.format(language=language), encoding="utf-8")
        for lesson, found in tqdm([*bank().items(), ("inventory", questions("inventory"))], language, disable=None):
            name = f"{course.NUMBERS[lesson]}_{lesson}" if lesson in course.NUMBERS else lesson
            content = moodle_xml(lesson, found, language)
            if wrong := faults(content):
                raise ValueError("; ".join(wrong))
            (folder / f"{name}.xml").write_text(content, encoding="utf-8")
            (folder / f"{name}.gift.txt").write_text(gift(lesson, found, language), encoding="utf-8")
            if lesson in course.NUMBERS:
                target = folder / "nbgrader" / "source" / name / f"{name}.ipynb"
                target.parent.mkdir(exist_ok=True)
                nbformat.write(nbgrader(lesson, language), target)
        print(folder)


def main():
    parser = argparse.ArgumentParser(description="Write the question bank for Moodle and nbgrader.")
    parser.add_argument("--check", type=Path, metavar="FILE", help="a Moodle XML file: say what Moodle would refuse")
    options = parser.parse_args()
    try:
        if options.check:
            try:
                content = options.check.read_text(encoding="utf-8-sig")
            except UnicodeDecodeError:
                sys.exit(f"{options.check.name} is not written in UTF-8: save it as UTF-8")
            if wrong := faults(content):
                sys.exit("\n".join(wrong))
            print(f"{options.check.name}: nothing that Moodle would refuse")
        else:
            write()
    except (ValueError, OSError) as error:
        sys.exit(f"not written: {error}")


if __name__ == "__main__":
    main()

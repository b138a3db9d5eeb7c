"""Every exercise is solved by its own solution, and every stored widget is what a fresh run gives."""

import numpy as np
import pytest

from attnlib.classroom.explorers import heads
from attnlib.classroom.labels import label
from attnpress import build
from attnpress.copies import student_copy
from attnpress.paths import ROOT, sources
from attnpress.rules import Lesson
from attnpress.slides import slide_type, slides
from attnpress.source import compose
from tests.support import by_turns

WIDGETS = "application/vnd.jupyter.widget-state+json"


def states(notebook):
    """{model: its traits}, but for the versions of the widget libraries, which a lesson does not depend on."""
    models = notebook.metadata.get("widgets", {}).get(WIDGETS, {}).get("state", {})
    return {model: {"name": data["model_name"],
                    **{trait: value for trait, value in data["state"].items() if not trait.endswith("_version")}}
            for model, data in models.items()}


def same(stored, made):
    """A weight of the real model may stand between two hundredths: one processor's products round up, another's down."""
    if not (stored and made and "shape" in stored and stored["shape"] == made.get("shape")):
        return stored == made
    traits = [trait for trait in ("packed", "rest") if stored[trait] and made[trait]]
    pairs = [[heads._unpack(one[trait], one["shape"])[0] for one in (stored, made)] for trait in traits]   # the weights
    moved = [np.abs(ours - theirs) for ours, theirs in pairs]
    return (all(one.max() < 0.011 and np.count_nonzero(one) <= one.size / 1000 for one in moved)
            and {**stored, **dict.fromkeys(traits)} == {**made, **dict.fromkeys(traits)})


@pytest.mark.parametrize(("name", "language"), by_turns(sources()))
def test_a_run_with_the_solutions(name, language):
    """Each check is passed; and the stored widgets are those of this run: nbval never looks at them, pages read nothing else."""
    path = sources()[name]
    notebook = build.run(compose(path, language, solved=True), path)
    checks = [cell for cell in notebook.cells if "exercise-check" in cell.metadata.get("tags", ())]
    assert len(checks) >= 4
    said = {cell.id: "".join(output.text for output in cell.outputs) for cell in checks}
    # the one check that tells more than "right"
    points = label("check-points", language, yours="…", model="…").split("…")[0]
    for cell in checks:
        if "hundred_points" in cell.source:
            assert said[cell.id].startswith(points) and said[cell.id].count("\n") == 1
        else:
            assert said[cell.id] == label("check-right", language) + "\n", cell.id
    stored, made = states(Lesson(path, ROOT).notebooks[language]), states(notebook)
    # pytest would show for minutes how two scripts differ
    assert [model for model in stored | made if not same(stored.get(model), made.get(model))] == []


@pytest.mark.parametrize("name", sources())
def test_a_deck_fits_a_class(name):
    """Of 50 minutes; half a lesson has fewer, and lean slides are more."""
    count = sum(len(group) for group in slides(compose(sources()[name], "pt").cells))
    assert 12 <= count <= 30


@pytest.mark.parametrize("name", sources())
def test_a_students_copy_lacks_the_teachers_notes_alone(name):
    lesson = compose(sources()[name], "ko")
    copy, notes = student_copy(lesson), [cell for cell in lesson.cells if slide_type(cell) == "notes"]
    assert notes and [cell for cell in lesson.cells if cell not in notes] == copy.cells and copy.metadata == lesson.metadata

"""Every exercise of every lesson is solved by its own solution."""

import pytest

from attnlib.classroom.labels import label, use_language
from press import build
from press.source import compose, sources


@pytest.mark.parametrize("name", sources())
def test_solutions_pass_their_checks(name):
    path = sources()[name]
    notebook = build.run(compose(path, "pt", solved=True), path)
    use_language("pt")
    checks = [cell for cell in notebook.cells if "exercise-check" in cell.metadata.get("tags", ())]
    assert len(checks) >= 3
    said = {cell.id: "".join(output.text for output in cell.outputs) for cell in checks}
    assert said == {cell.id: label("check-right") + "\n" for cell in checks}

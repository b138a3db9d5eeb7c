"""What a student gets of a notebook. Needs nbformat, and nothing of the printer: `make lab` reads it too."""

from copy import deepcopy

from attnpress.slides import slide_type


def student_copy(notebook):
    """A notebook without the teacher's notes; the committed one keeps them, for its slides."""
    copy = deepcopy(notebook)
    copy.cells = [cell for cell in copy.cells if slide_type(cell) != "notes"]
    return copy

"""Which cells make which slide, as Jupyter's slideshow metadata say. Needs nothing installed."""


def slide_type(cell):
    """A cell's "slide", "subslide", "fragment", "skip" or "notes"; "-" goes on with the slide before."""
    return (cell.metadata.get("slideshow") or {}).get("slide_type") or "-"


def is_detail(cell):
    """Whether a cell tells more about the slide before it: prose that no slide shows, and no exercise, quiz or setup."""
    return (cell.cell_type == "markdown" and slide_type(cell) == "skip"
            and "exercise-solution" not in cell.metadata.get("tags", ())
            and not cell.id.startswith(("setup-", "exercise", "quiz-")))


def slides(cells):
    """[[slide, …], …] as the cells' slideshow metadata say: a slide, and the subslides under it.

    A slide is {"parts": [cells, …], "details": cells, "notes": cells};
    every part but the first is a fragment, which comes on a click. Details and notes are the lecturer's.
    The solution of an exercise, which elsewhere is skipped, is the lecturer's note where a slide asks its question.
    """
    groups, asked = [], False
    for cell in cells:
        kind, tags = slide_type(cell), cell.metadata.get("tags", ())
        if is_detail(cell) and groups:
            groups[-1][-1]["details"].append(cell)
        if "exercise-solution" in tags:
            kind = "notes" if asked else "skip"
        elif kind != "notes" and not (kind == "skip" and {"exercise", "exercise-check"}.intersection(tags)):
            asked = kind != "skip"   # by this cell, if an exercise follows
        if kind == "skip":
            continue
        if not groups or kind == "slide":
            groups.append([])
        if not groups[-1] or kind == "subslide":
            groups[-1].append({"parts": [[]], "details": [], "notes": []})
        slide = groups[-1][-1]
        if kind == "notes":
            slide["notes"].append(cell)
        elif kind == "fragment":
            slide["parts"].append([cell])
        else:
            slide["parts"][-1].append(cell)
    return groups

"""The map of the course: a box for each lesson, an arrow from what comes before it. The site draws it by the same places.

And the course as a list: what a student can do after each lesson.
"""

import math

from matplotlib.patches import FancyBboxPatch

from attnlib.classroom.course import BEFORE, EITHER, NUMBERS, name_of
from attnlib.classroom.figures.font import baseline, cut, text_width
from attnlib.classroom.figures.page import GAP, PAD, Picture, in_our_style, page
from attnlib.classroom.figures.palette import GREY, INK, LINE, PANEL, QUERY, tint
from attnlib.classroom.labels import label

PLACES = {"birth-of-attention": (0, 0), "softmax": (1, 0), "self-attention": (2, 0),
          "queries-keys-values": (0, 1), "gradients": (1, 1), "masks": (2, 1), "cross-attention": (3, 1),
          "positions": (0, 2), "heads": (1, 2), "learning-to-align": (3, 2),
          "block": (1, 3), "language-model": (2, 3), "cost": (3, 3),
          "reading-maps": (2, 4), "real-model": (3, 4)}   # lesson: (column, row)
# Where an arrow leaves its box, in pixels right of the middle; how deep in the gap below it turns; the column between two
# others where it passes a row (None: that of its end); how deep it turns to its end. Two arrows share a line only if they
# share a box: who follows a line back comes to one lesson.
STRAIGHT = 0, 0.5, None, 0.5
TURNS = {("queries-keys-values", "reading-maps"): (0, 0.5, 0.5, 0.62), ("gradients", "language-model"): (36, 0.5, 1.45, 0.68),
         ("masks", "block"): (0, 0.5, 1.55, 0.26), ("cross-attention", "block"): (0, 0.5, 2.5, 0.26),
         ("positions", "block"): (0, 0.26, None, 0.26), ("heads", "real-model"): (36, 0.47, 2.45, 0.36),
         ("learning-to-align", "reading-maps"): (0, 0.68, 2.55, 0.62)}

# Pixels on a slide of 1280 × 720: narrow, so that a phone does not shrink it much
BOX_WIDTH, BOX_HEIGHT, ACROSS, DOWN = 152, 78, 32, 44
NAME_SIZE, LEGEND_SIZE = 24, 22
START_COLOUR, BOX_COLOUR = tint(QUERY), PANEL
STEP_WIDTH, STEP_HEIGHT, BADGE, STEP_SIZE = 570, 48, 46, 22   # of a line of the list


def course_map():
    """A Picture of the lessons: an arrow goes from a lesson to one that needs it, a dashed one to one that may come first."""
    return Picture(_draw(), _in_words())


def _in_words():
    lines = [label("course-alt")]
    for lesson, before in BEFORE.items():
        key = "course-start-alt" if not before else "course-either-alt" if (*before, lesson) == EITHER else "course-before-alt"
        lines.append(label(key, lesson=f"{NUMBERS[lesson]} {name_of(lesson)}", before=", ".join(NUMBERS[one] for one in before)))
    return "\n".join(lines)


def corner(lesson):
    """The top left corner of a lesson's box."""
    column, row = PLACES[lesson]
    return PAD + column * (BOX_WIDTH + ACROSS), PAD + row * (BOX_HEIGHT + DOWN)


def way(before, lesson):
    """The corners of the arrow from one box to another: along the gaps between boxes."""
    (x0, y0), (x1, y1) = corner(before), corner(lesson)
    if y0 == y1:
        return [(x0 + BOX_WIDTH, y0 + BOX_HEIGHT / 2), (x1, y1 + BOX_HEIGHT / 2)]
    shift, left, column, arrived = TURNS.get((before, lesson), STRAIGHT)
    start, end = (x0 + BOX_WIDTH / 2 + shift, y0 + BOX_HEIGHT), (x1 + BOX_WIDTH / 2, y1)
    leave, arrive = start[1] + DOWN * left, end[1] - DOWN * (1 - arrived)
    x = end[0] if column is None else PAD + column * (BOX_WIDTH + ACROSS) + BOX_WIDTH / 2
    return [start, (start[0], leave), (x, leave), (x, arrive), (end[0], arrive), end]


@in_our_style
def _draw():
    columns, rows = (1 + max(place[axis] for place in PLACES.values()) for axis in (0, 1))
    page_width = 2 * PAD + columns * BOX_WIDTH + (columns - 1) * ACROSS
    page_height = 2 * PAD + rows * BOX_HEIGHT + (rows - 1) * DOWN
    figure, axes, write = page(page_width, page_height)

    def arrow(corners, dashed=False):
        axes.plot(*zip(*corners, strict=True), color=GREY, linewidth=3, linestyle=(0, (2, 1)) if dashed else "-",
                  solid_joinstyle="round")
        axes.annotate("", corners[-1], _toward(*corners[-2:]),
                      arrowprops=dict(arrowstyle="-|>", mutation_scale=26, color=GREY, linewidth=0, shrinkA=0, shrinkB=0))

    def box(x, y, width, height, start):
        axes.add_patch(FancyBboxPatch((x, y), width, height, boxstyle="round,pad=0,rounding_size=10", linewidth=4 if start else 2,
                                      edgecolor=INK if start else LINE, facecolor=START_COLOUR if start else BOX_COLOUR))

    for lesson, before in BEFORE.items():
        for one in before:
            arrow(way(one, lesson), dashed=(one, lesson) == EITHER)
    for lesson in BEFORE:
        x, y = corner(lesson)
        box(x, y, BOX_WIDTH, BOX_HEIGHT, start=not BEFORE[lesson])
        for line, text in enumerate(lines_of(lesson)):
            write(x + BOX_WIDTH / 2, y + 33 + 31 * line, text, NAME_SIZE, ha="center")

    # What the signs mean, where no box stands: the last row, left of its boxes
    for number, key in enumerate(("course-start", "course-before", "course-either")):
        y = page_height - PAD - 10 - 30 * (2 - number)
        if number == 0:
            box(PAD, y - 10, 48, 20, start=True)
        else:
            arrow([(PAD, y), (PAD + 48, y)], dashed=number == 2)
        write(PAD + 48 + GAP, baseline(y, LEGEND_SIZE), label(key), LEGEND_SIZE)
    return figure


def lines_of(lesson, language=None):
    """A lesson's number and name on the two lines of its box."""
    number, name = NUMBERS[lesson], name_of(lesson, language)
    if " " in name and text_width(name, NAME_SIZE) > BOX_WIDTH - GAP:
        first, name = name.split(" ", 1)
        number = f"{number} {first}"
    return number, name


def course_steps():
    """A Picture of what one can do after each lesson, in their order: the first half of them on the left."""
    can = [(number, label(f"after-{lesson}")) for lesson, number in NUMBERS.items()]
    return Picture(_draw_steps(can), "\n".join([label("after-alt"), *(f"{number}: {text}" for number, text in can)]))


@in_our_style
def _draw_steps(can):
    rows = math.ceil(len(can) / 2)
    figure, axes, write = page(2 * PAD + 2 * STEP_WIDTH, 2 * PAD + rows * STEP_HEIGHT)
    for place, (number, text) in enumerate(can):
        x, y = PAD + place // rows * STEP_WIDTH, PAD + (place % rows + 0.5) * STEP_HEIGHT
        axes.add_patch(FancyBboxPatch((x, y - 17), BADGE, 34, boxstyle="round,pad=0,rounding_size=10", linewidth=2,
                                      edgecolor=LINE, facecolor=START_COLOUR if place == 0 else BOX_COLOUR))
        write(x + BADGE / 2, baseline(y, STEP_SIZE), number, STEP_SIZE, ha="center")
        write(x + BADGE + GAP, baseline(y, STEP_SIZE), cut(text, STEP_SIZE, STEP_WIDTH - BADGE - 2 * GAP), STEP_SIZE)
    return figure


def _toward(start, end):
    """A point shortly before `end` on the way from `start`: where an arrow's head begins."""
    length = math.dist(start, end)
    return tuple(b - (b - a) * 12 / length for a, b in zip(start, end, strict=True))

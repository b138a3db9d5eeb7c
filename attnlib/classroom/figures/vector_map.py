"""A picture of position vectors: fast waves on the left, slow ones on the right."""

import math

import numpy as np

from attnlib.classroom.figures.font import baseline, text_width
from attnlib.classroom.figures.page import AXIS_SIZE, BAR_SIZE, BAR_WIDTH, GAP, PAD, Picture, colour_bar, in_our_style, page
from attnlib.classroom.figures.palette import GREY, VALUE_MAP
from attnlib.classroom.labels import label
from attnlib.validate import real

MAP_WIDTH, MAP_HEIGHT = 640, 440
MOST_TICKS = 8


def position_map(positions):
    """A Picture of positions (n, d), numbers from −1 to 1: a row is a position, a column one number of its vector.

    Colours always mean −1 to 1. Raises ValueError for another range, or for anything that is not such a table.
    """
    positions = real("positions", positions, 2)
    if positions.ndim != 2 or 0 in positions.shape:
        raise ValueError(f"positions has shape {positions.shape}, and a map needs (n, d), at least 1 × 1")
    if np.abs(positions).max() > 1 + 1e-6:   # rounding of float32
        raise ValueError(f"positions go from {positions.min():.9g} to {positions.max():.9g}, and colours mean −1 to 1")
    first, last = (int(np.diff(np.signbit(positions[:, column])).sum()) for column in (0, -1))
    rows, columns = positions.shape
    return Picture(_draw(positions), label("positions-alt", rows=rows, columns=columns, first=first, last=last))


@in_our_style
def _draw(positions):
    rows, columns = positions.shape
    width, height = MAP_WIDTH / columns, MAP_HEIGHT / rows
    rows_title, columns_title = f"{label('position')}↓", f"{label('vector-column')} →"
    left = round(PAD + max(text_width(rows_title, AXIS_SIZE), text_width(str(rows - 1), AXIS_SIZE)) + GAP)
    top = round(PAD + 2.8 * AXIS_SIZE + GAP)
    right, bottom = left + MAP_WIDTH, top + MAP_HEIGHT
    bar_left = right + 3 * GAP
    page_width = math.ceil(bar_left + BAR_WIDTH + GAP + text_width("−1", BAR_SIZE) + PAD)

    figure, axes, write = page(page_width, bottom + PAD)
    axes.pcolormesh(left + width * np.arange(columns + 1), top + height * np.arange(rows + 1), positions,
                    cmap=VALUE_MAP, vmin=-1, vmax=1)
    write(left, PAD + AXIS_SIZE, columns_title, colour=GREY)
    write(left - GAP, PAD + AXIS_SIZE, rows_title, colour=GREY, ha="right")
    for i in range(0, rows, _step(rows)):
        write(left - GAP, baseline(top + (i + 0.5) * height, AXIS_SIZE), str(i), ha="right")
    for j in range(0, columns, _step(columns)):
        write(left + (j + 0.5) * width, top - GAP, str(j), ha="center")

    colour_bar(axes, write, bar_left, top, bottom, VALUE_MAP, {-1: "−1", 0: "0", 1: "1"})
    return figure


def _step(count):
    """1, 2, 5, 10, 20, …: the smallest with which at most MOST_TICKS numbers name `count` rows or columns."""
    return next(step for power in range(9) for step in (10**power, 2 * 10**power, 5 * 10**power) if count <= MOST_TICKS * step)

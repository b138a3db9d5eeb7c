"""A picture of position vectors: fast waves on the left, slow ones on the right."""

import math

import matplotlib
import matplotlib.style
import numpy as np
from matplotlib.figure import Figure

from attnlib.arguments import real
from attnlib.classroom.figures import AXIS_SIZE, BAR_SIZE, BAR_WIDTH, DPI, GAP, GREY, INK, PAD, Picture, baseline, font_of_size, text_width
from attnlib.classroom.labels import label

COLOURS = "PuOr"   # diverging, colour-blind safe; white is 0
MAP_WIDTH, MAP_HEIGHT = 640, 440
MOST_TICKS = 8


def position_map(positions):
    """A Picture of positions (n, d), numbers from −1 to 1: a row is a position, a column one number of its vector.

    Colours always mean −1 to 1. Raises ValueError for another range, or for anything that is not such a table.
    """
    positions = real("positions", positions, 2)
    if positions.ndim != 2 or 0 in positions.shape:
        raise ValueError(f"positions has shape {positions.shape}, and a map needs (n, d), at least 1 × 1")
    if np.abs(positions).max() > 1 + 1e-9:
        raise ValueError(f"positions go from {positions.min():.4g} to {positions.max():.4g}, and colours mean −1 to 1")
    with matplotlib.style.context("default"):
        figure = _draw(positions)
    first, last = (int(np.diff(np.signbit(positions[:, column])).sum()) for column in (0, -1))
    rows, columns = positions.shape
    return Picture(figure, label("positions-alt", rows=rows, columns=columns, first=first, last=last))


def _draw(positions):
    rows, columns = positions.shape
    width, height = MAP_WIDTH / columns, MAP_HEIGHT / rows
    rows_title, columns_title = f"{label('position')}↓", f"{label('vector-column')} →"
    left = round(PAD + max(text_width(rows_title, AXIS_SIZE), text_width(str(rows - 1), AXIS_SIZE)) + GAP)
    top = round(PAD + 2.8 * AXIS_SIZE + GAP)
    right, bottom = left + MAP_WIDTH, top + MAP_HEIGHT
    bar_left = right + 3 * GAP
    page_width = math.ceil(bar_left + BAR_WIDTH + GAP + text_width("−1", BAR_SIZE) + PAD)
    page_height = bottom + PAD

    figure = Figure(figsize=(page_width / DPI, page_height / DPI), dpi=DPI, facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, page_width), ylim=(page_height, 0))
    axes.set_axis_off()

    def write(x, y, text, size=AXIS_SIZE, colour=INK, **how):
        axes.text(x, y, text, fontproperties=font_of_size(size), color=colour, parse_math=False, **how)

    def paint(x, y, table):
        axes.pcolormesh(x, y, table, cmap=COLOURS, vmin=-1, vmax=1)

    paint(left + width * np.arange(columns + 1), top + height * np.arange(rows + 1), positions)
    write(left, PAD + AXIS_SIZE, columns_title, colour=GREY)
    write(left - GAP, PAD + AXIS_SIZE, rows_title, colour=GREY, ha="right")
    for i in range(0, rows, _step(rows)):
        write(left - GAP, baseline(top + (i + 0.5) * height, AXIS_SIZE), str(i), ha="right")
    for j in range(0, columns, _step(columns)):
        write(left + (j + 0.5) * width, top - GAP, str(j), ha="center")

    paint([bar_left, bar_left + BAR_WIDTH], np.linspace(bottom, top, 257), np.linspace(-1, 1, 256)[:, None])
    for value, text in ((-1, "−1"), (0, "0"), (1, "1")):
        y = bottom + (value + 1) / 2 * (top - bottom)
        write(bar_left + BAR_WIDTH + GAP, baseline(y, BAR_SIZE), text, BAR_SIZE)
    return figure


def _step(count):
    """1, 2, 5, 10, 20, …: the smallest with which at most MOST_TICKS numbers name `count` rows or columns."""
    return next(step for power in range(9) for step in (10**power, 2 * 10**power, 5 * 10**power) if count <= MOST_TICKS * step)

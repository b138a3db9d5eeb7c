"""The vocabulary of our diagrams: words with glosses, boxes, arrows, vectors, matrices, stacks, lines as thick as a weight.

Lengths are pixels on a slide of 1280 × 720, from the top left corner. A text stands centred on its (x, y).
"""

import math
import re

import numpy as np
from matplotlib.patches import Circle, FancyBboxPatch

from attnlib.classroom.figures.font import baseline, cut, text_width
from attnlib.classroom.figures.page import page
from attnlib.classroom.figures.palette import FAINT, GREY, INK, LINE, PAPER, tint, weight_colour
from attnlib.classroom.labels.formatting import one_line
from attnlib.classroom.labels.lexicon import gloss

WIDEST, TALLEST = 1180, 480   # what a slide has room for under a heading
NAME, NOTE, NUMBER, SMALL = 24, 22, 20, 18   # sizes of letters: names, what explains them, numbers on lines, glosses and shapes
MOST = 6              # rows or columns of a matrix that is drawn for its shape
FAINT_WEIGHT = 0.05   # a smaller weight is a thin line
THICKEST = 14         # the line of weight 1
HEAD, PLUS = 12, 28    # an arrow's head, the circle around a +


class Canvas:
    """A white page of so many pixels."""

    def __init__(self, width, height):
        self.width, self.height = math.ceil(width), math.ceil(height)
        self.figure, self.axes, self._write = page(self.width, self.height)

    def text(self, x, y, text, size=NAME, colour=INK, align="center", room=None):
        """Lines of text; one wider than `room` ends in …"""
        lines = text.split("\n")
        for number, line in enumerate(lines):
            middle = y + 1.2 * size * (number - (len(lines) - 1) / 2)
            self._write(x, baseline(middle, size), line if room is None else cut(line, size, room), size, colour, ha=align)

    def symbol(self, x, y, base, below, size=NAME, colour=INK):
        """A letter with another below its foot, such as the Q of W_Q."""
        widths = text_width(base, size), text_width(below, 0.7 * size)
        left = x - sum(widths) / 2
        self.text(left, y, base, size, colour, "left")
        self.text(left + widths[0], y + 0.3 * size, below, 0.7 * size, colour, "left")

    def formula(self, x, y, text, size=NAME, colour=INK):
        """A formula centred on (x, y): the letter behind each _ stands lower, behind each ^ higher, both smaller; ∘ is drawn."""
        parts = re.findall(r"[_^]\w|∘|[^_^∘]+", text)
        sizes = [0.7 * size if part[0] in "_^" else size for part in parts]
        widths = [0.5 * size if part == "∘" else text_width(part.lstrip("_^"), small)
                  for part, small in zip(parts, sizes, strict=True)]
        left = x - sum(widths) / 2
        for part, small, width in zip(parts, sizes, widths, strict=True):
            if part == "∘":
                self.axes.add_patch(Circle((left + width / 2, y), 0.15 * size, fill=False, edgecolor=colour, linewidth=1.5))
            else:
                self.text(left, y + {"_": 0.3, "^": -0.3}.get(part[0], 0) * size, part.lstrip("_^"), small, colour, "left")
            left += width

    def name(self, x, y, token, colour=INK, align="center", room=None):
        """A token with its gloss below."""
        meaning = gloss(token)
        self.text(x, y - 11 if meaning else y, token, NAME, colour, align, room)
        if meaning:
            self.text(x, y + 14, meaning, SMALL, GREY, align, room)

    def upright(self, x, y, text, size=NOTE, colour=INK):
        """A text turned to be read from below."""
        self._write(x, y, text, size, colour, ha="center", va="center", rotation=90)

    def box(self, x, y, width, height, fill=PAPER, edge=LINE, radius=9, line=2, **how):
        """Rounded, with (x, y) its top left corner."""
        self.axes.add_patch(FancyBboxPatch((x, y), width, height, boxstyle=f"round,pad=0,rounding_size={radius}",
                                           facecolor=fill, edgecolor=edge, linewidth=line, **how))

    def part(self, x, y, width, height, text, colour=LINE, deep=1, size=NOTE):
        """A box that does something, centred on (x, y), with what it is called; `deep` of them stand behind one another."""
        for behind in range(deep - 1, -1, -1):
            self.box(x - width / 2 + 7 * behind, y - height / 2 - 7 * behind, width, height, tint(colour, 0.1), colour)
        self.text(x, y, text, size)

    def arrow(self, *corners, colour=LINE, line=2.5, head=True):
        """A line through the corners, with a head at its end."""
        (x0, y0), (x1, y1) = corners[-2:]
        along = np.array([x1 - x0, y1 - y0]) / math.dist((x0, y0), (x1, y1))
        neck, across = (x1, y1) - along * HEAD * head, along[::-1] * (HEAD / 2, -HEAD / 2)
        self.axes.plot(*zip(*corners[:-1], neck, strict=True), color=colour, linewidth=line, solid_joinstyle="round",
                       solid_capstyle="butt")
        if head:
            self.axes.fill(*zip((x1, y1), neck + across, neck - across, strict=True), color=colour, linewidth=0)

    def vector(self, x, y, texts, cell, height, colour, size=NAME, share=0.14):
        """Numbers side by side in a rounded box; (x, y) is the middle of its left edge."""
        self.box(x, y - height / 2, cell * len(texts), height, tint(colour, share), colour)
        for place, text in enumerate(texts):
            self.text(x + (place + 0.5) * cell, y, text, size)

    def matrix(self, x, y, colours, cell, height=None, edge=LINE):
        """A grid of colours [row][column], with (x, y) its top left corner; None is paper."""
        height = height or cell
        for i, row in enumerate(colours):
            for j, colour in enumerate(row):
                self.box(x + j * cell + 1.5, y + i * height + 1.5, cell - 3, height - 3, colour or PAPER,
                         colour if colour else FAINT, radius=min(5, cell / 5), line=1)

    def blocks(self, x, y, rows, columns, cell, colour, height=None):
        """A matrix whose numbers do not matter, (x, y) the middle of its left edge; returns its (width, height).

        Of more than MOST rows or columns, dots stand for those in between.
        """
        height = height or cell
        dots = (rows > MOST) * [MOST - 2], (columns > MOST) * [MOST - 2]
        rows, columns = min(rows, MOST), min(columns, MOST)
        top = y - rows * height / 2
        for i in range(rows):
            for j in range(columns):
                if i in dots[0] or j in dots[1]:
                    self.axes.add_patch(Circle((x + (j + 0.5) * cell, top + (i + 0.5) * height), 2, color=colour, linewidth=0))
                else:
                    self.matrix(x + j * cell, top + i * height, [[tint(colour, 0.45)]], cell, height)
        return columns * cell, rows * height

    def plus(self, x, y):
        """Where what went round a part is added to what came out of it."""
        self.axes.add_patch(Circle((x, y), PLUS / 2, facecolor=PAPER, edgecolor=INK, linewidth=2, zorder=2))
        self.arrow((x - 7, y), (x + 7, y), colour=INK, line=2, head=False)
        self.arrow((x, y - 7), (x, y + 7), colour=INK, line=2, head=False)

    def link(self, start, end, weight):
        """A line between two words, as thick and as dark as its weight, straight up at both ends."""
        way = np.linspace(0, 1, 41)
        x = start[0] + (end[0] - start[0]) * (3 - 2 * way) * way**2
        thin = weight < FAINT_WEIGHT
        self.axes.plot(x, start[1] + (end[1] - start[1]) * way, color=FAINT if thin else weight_colour(0.15 + 0.85 * weight),
                       linewidth=1 if thin else 1 + (THICKEST - 1) * weight, solid_capstyle="butt")


def tokens_of(name, tokens, most, least=1):
    """As a list of so many tokens; ValueError or TypeError that names the argument."""
    if isinstance(tokens, str):
        raise TypeError(f"{name} is one string, and this picture needs a list of tokens")
    tokens = [one_line(token) for token in tokens]
    if not least <= len(tokens) <= most:
        needed = most if least == most else f"{least} to {most}"
        raise ValueError(f"{name} has {len(tokens)} tokens, and this picture needs {needed}")
    return tokens


def name_width(token, most=math.inf):
    """How much room a token and its gloss take."""
    return min(most, max(text_width(token, NAME), text_width(gloss(token) or "", SMALL)))

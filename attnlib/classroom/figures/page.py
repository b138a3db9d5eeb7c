"""What every figure stands on: a white page, and a picture with its words. Lengths are pixels on a slide of 1280 × 720."""

import base64
import io
import sys

import matplotlib.style
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image  # matplotlib brings it

from attnlib.classroom.figures.font import baseline, font_of_size
from attnlib.classroom.figures.palette import FAINT, INK, PAPER
from attnlib.classroom.labels.lexicon import lacks_gloss

DPI = 72   # one point is one pixel
PAD, GAP, BAR_WIDTH = 16, 10, 16
AXIS_SIZE, BAR_SIZE = 22, 20

in_our_style = matplotlib.style.context("default")   # around whatever draws: the student's own style stays out of it


class Picture:
    """A matplotlib figure and `alt`, the same thing in words.

    Of the `tokens` that it shows, those which need a gloss and have none stand in the output's metadata, for the build to see.
    """

    def __init__(self, figure, alt, tokens=()):
        self.figure, self.alt = figure, alt
        self.unglossed = sorted({token for token in tokens if lacks_gloss(token)})

    @in_our_style
    def png(self):
        """The bytes of the PNG, two dots to a pixel, the same on every call."""
        small, dpi = io.BytesIO(), self.figure.dpi
        canvas, self.figure.dpi = FigureCanvasAgg(self.figure), 2 * DPI
        canvas.draw()
        picture = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
        self.figure.dpi = dpi
        if sys.platform == "emscripten":   # to make it small would take the browser's Python longer than to draw it
            picture.save(small, "PNG", compress_level=1)
        else:   # 256 colours are plenty for a map, and less than half the bytes in every notebook and page
            picture.quantize(256, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
        return small.getvalue()

    def _repr_mimebundle_(self, include=None, exclude=None):
        width, height = (round(inches * DPI) for inches in self.figure.get_size_inches())
        data = {"image/png": base64.b64encode(self.png()).decode("ascii"), "text/plain": self.alt}
        metadata = {"alt": self.alt, "width": width, "height": height}
        return data, {"image/png": metadata | ({"unglossed": self.unglossed} if self.unglossed else {})}

    def __repr__(self):
        return self.alt


def blank(width, height, layout=None):
    """A white matplotlib figure of so many pixels."""
    return Figure(figsize=(width / DPI, height / DPI), dpi=DPI, facecolor=PAPER, layout=layout)


def page(width, height):
    """A blank figure, axes that count its pixels from the top left corner, and write(x, y, text, size, colour)."""
    figure = blank(width, height)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
    axes.set_axis_off()

    def write(x, y, text, size=AXIS_SIZE, colour=INK, **how):
        axes.text(x, y, text, fontproperties=font_of_size(size), color=colour, parse_math=False, **how)   # R$ is no formula

    return figure, axes, write


def colour_bar(axes, write, x, top, bottom, colours, ticks):
    """A bar of all colours; `ticks` are {value: text}, the first at the bottom and the last at the top."""
    low, high = min(ticks), max(ticks)
    axes.pcolormesh([x, x + BAR_WIDTH], np.linspace(bottom, top, 257), np.linspace(low, high, 256)[:, None],
                    cmap=colours, vmin=low, vmax=high)
    axes.plot([x, x, x + BAR_WIDTH, x + BAR_WIDTH, x], [bottom, top, top, bottom, bottom], color=FAINT, linewidth=1)
    for value, text in ticks.items():
        y = bottom + (value - low) / (high - low) * (top - bottom)
        write(x + BAR_WIDTH + GAP, baseline(y, BAR_SIZE), text, BAR_SIZE)

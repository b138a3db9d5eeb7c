"""Heat maps of attention weights: a picture that says its numbers, and the same map as an HTML table.

A picture is its own last expression in a cell. Its text twin, made from the same numbers, is what a screen reader
reads, what a terminal prints and what the notebook tests compare. Colours always mean 0 to 1, so that two maps can be
compared. pyplot is never touched, and neither are the student's rcParams.
"""

import base64
import io
import math
import unicodedata
from collections import Counter
from functools import cache
from html import escape
from pathlib import Path

import matplotlib
import matplotlib.style
import numpy as np
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.textpath import text_to_path
from PIL import Image   # matplotlib brings it

from attnlib.classroom.labels import decimal, label

FONT_FILE = Path(__file__).parent / "fonts" / "NotoSansKR-subset.otf"
COLOURS = "viridis"   # colour-blind safe, like cividis, whose middle greys leave numbers near 0.5 at 5.0 : 1 (here 5.5)

# Lengths are pixels on a slide of 1280 × 720, and a PNG has two dots to each.
GRID_WIDTH, GRID_HEIGHT = 840, 440
CELL_WIDTH, CELL_HEIGHT = 76, 88
PAD, GAP, BAR_WIDTH = 16, 10, 16
AXIS_SIZE, TITLE_SIZE, BAR_SIZE = 22, 28, 20
TOKEN_WIDTH = 260            # a longer token ends in …
SMALLEST_NUMBER = 13         # a smaller number is left out: the alt text still has the largest
ALT_ROWS = 12
DPI = 72                     # one point is one pixel

INK, GREY = "black", "#555555"


class Picture:
    """A matplotlib figure and `alt`, the same thing in words."""

    def __init__(self, figure, alt):
        self.figure, self.alt = figure, alt

    def png(self):
        """The bytes of the PNG, the same on every call."""
        drawn, small = io.BytesIO(), io.BytesIO()
        with matplotlib.style.context("default"):
            self.figure.savefig(drawn, format="png", dpi=2 * DPI, metadata={"Software": None})
        # 256 colours are plenty for a map, and less than half the bytes in every notebook and page
        Image.open(drawn).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
        return small.getvalue()

    def _repr_mimebundle_(self, include=None, exclude=None):
        width, height = (round(inches * DPI) for inches in self.figure.get_size_inches())
        data = {"image/png": base64.b64encode(self.png()).decode("ascii"), "text/plain": self.alt}
        return data, {"image/png": {"alt": self.alt, "width": width, "height": height}}

    def __repr__(self):
        return self.alt


def heatmap(weights, queries=None, keys=None, title=None):
    """A Picture of weights (queries, keys), each from 0 to 1: rows are queries, columns are keys.

    `queries` and `keys` are lists of tokens; without them rows and columns are numbered as NumPy numbers them.
    Rows need not sum to 1. Raises ValueError or TypeError, naming the argument, for anything that is not such a table.
    """
    weights, queries, keys = _checked(weights, queries, keys)
    title = "" if title is None else _one_line(title)
    with matplotlib.style.context("default"):   # the student's own style stays out of it
        figure = _draw(weights, _ticks(queries, weights.shape[0]), _ticks(keys, weights.shape[1]), title)
    return Picture(figure, _in_words(weights, queries, keys, title))


def heatmap_html(weights, queries=None, keys=None):
    """The map of `heatmap` as an HTML table, for a widget that redraws it while a slider moves."""
    weights, queries, keys = _checked(weights, queries, keys)
    head = "".join(_header_cell(token, "col") for token in _ticks(keys, weights.shape[1]))
    rows = []
    for row, token in zip(weights, _ticks(queries, weights.shape[0])):
        cells = _header_cell(token, "row") + "".join(map(_cell, row))
        rows.append(f'<tr style="background: none">{cells}</tr>')   # no stripes from Jupyter
    caption = label("heatmap-alt", rows=weights.shape[0], columns=weights.shape[1])
    corner = f'{escape(label("keys"))} →<br/>{escape(label("queries"))} ↓'
    return ('<table style="border-collapse: separate; border-spacing: 2px; white-space: nowrap">'
            f'<caption style="text-align: start">{escape(caption)}</caption>'
            f'<thead><tr><td style="text-align: end">{corner}</td>{head}</tr></thead>'
            f'<tbody>{"".join(rows)}</tbody></table>')


def _header_cell(token, scope):
    lang = ' lang="ko"' if any("가" <= letter <= "힣" for letter in token) else ""
    align = "center" if scope == "col" else "end"
    return f'<th scope="{scope}"{lang} style="padding: 0.4em 0.6em; text-align: {align}">{escape(token)}</th>'


def _cell(weight):
    background, ink = _colours(weight)
    return (f'<td style="padding: 0.4em 0.6em; text-align: center; background: {background}; color: {ink}">'
            f"{decimal(weight)}</td>")


def _checked(weights, queries, keys):
    try:
        weights = np.asarray(weights)
    except ValueError:
        raise ValueError("weights has rows of different lengths, and a heat map needs a table") from None
    if weights.dtype.kind not in "biuf":
        raise TypeError(f"weights has dtype {weights.dtype}, and a heat map needs real numbers")
    if weights.ndim != 2 or 0 in weights.shape:
        raise ValueError(f"weights has shape {weights.shape}, and a heat map needs (queries, keys): "
                         "one table, at least 1 × 1")
    if np.isnan(weights).any():
        raise ValueError("weights holds NaN, and a heat map needs a number in every cell")
    if weights.min() < 0 or weights.max() > 1 + 1e-9:
        raise ValueError(f"weights go from {weights.min():.4g} to {weights.max():.4g}, and colours mean 0 to 1")
    # two machines may differ in the last digits: rounding here makes them write the same text
    weights = np.round(weights.astype(float), 9) + 0.0
    return weights, _tokens("queries", queries, weights.shape[0]), _tokens("keys", keys, weights.shape[1])


def _tokens(name, tokens, count):
    if tokens is None:
        return None
    if isinstance(tokens, str):
        raise TypeError(f"{name} is one string, and a heat map needs a list of {count} tokens")
    tokens = [_one_line(token) for token in tokens]
    if len(tokens) != count:
        raise ValueError(f"{name} has {len(tokens)} tokens, and weights has {count} {name}")
    return tokens


def _one_line(text):
    """The text composed (a Mac may hand us 한 as three letters), with no line break."""
    return " ".join(unicodedata.normalize("NFC", str(text)).split())


def _ticks(tokens, count):
    return [str(i) for i in range(count)] if tokens is None else tokens


def _colours(weight):
    """The colour of a cell, and black or white: whichever stands out more (always at least 4.5 : 1)."""
    channels = np.array(matplotlib.colormaps[COLOURS](min(float(weight), 1.0))[:3])   # red, green, blue
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    luminance = linear @ [0.2126, 0.7152, 0.0722]   # WCAG 2.2, relative luminance
    black, white = (luminance + 0.05) / 0.05, 1.05 / (luminance + 0.05)
    return to_hex(channels), "#000000" if black > white else "#ffffff"


# The alt text


def _in_words(weights, queries, keys, title):
    lines = [title] if title else []
    lines.append(label("heatmap-alt", rows=weights.shape[0], columns=weights.shape[1]))
    rows, columns = _names("row", queries, weights.shape[0]), _names("column", keys, weights.shape[1])
    lines += [_row_in_words(name, row, columns) for name, row in zip(rows[:ALT_ROWS], weights)]
    peaks = weights[ALT_ROWS:].max(axis=1)
    if len(peaks):
        low, high = decimal(peaks.min()), decimal(peaks.max())
        lines.append(label("heatmap-more-rows-alt", count=len(peaks), low=low, high=high))
    return "\n".join(lines)


def _row_in_words(name, row, columns):
    largest = [column for column, weight in zip(columns, row) if weight > row.max() - 1e-6]
    if 1 < len(largest) == len(columns):
        return label("heatmap-equal-row-alt", row=name, value=decimal(row[0]))
    if len(largest) > 1:
        largest = [", ".join(largest[:-1]) + label("and") + largest[-1]]
    return label("heatmap-row-alt", row=name, columns=largest[0], value=decimal(row.max()))


def _names(kind, tokens, count):
    """What the text calls each row or column: by its token, or its number; a token that comes back gets an ordinal."""
    if tokens is None:
        return [label(f"{kind}-number", number=i) for i in range(count)]
    total, seen, names = Counter(tokens), Counter(), []
    for token in tokens:
        seen[token] += 1
        names.append(label(f"{kind}-nth-token", token=token, nth=seen[token]) if total[token] > 1
                     else label(f"{kind}-token", token=token))
    return names


# The picture


@cache
def _families():
    fontManager.addfont(FONT_FILE)
    return [FontProperties(fname=FONT_FILE).get_name(), "DejaVu Sans"]   # matplotlib ships DejaVu: ₂, ⊤, Ł


def _font(size):
    return FontProperties(family=_families(), size=size)


def _width(text, size):
    return text_to_path.get_text_width_height_descent(text, _font(size), ismath=False)[0]


def _fit(token, size):
    """The token, cut to TOKEN_WIDTH."""
    if _width(token, size) <= TOKEN_WIDTH:
        return token
    while _width(token + "…", size) > TOKEN_WIDTH:
        token = token[:-1]
    return token + "…"


def _draw(weights, queries, keys, title):
    rows, columns = weights.shape

    # How large cells and letters can be; where the tokens do not fit side by side, they slant
    room = GRID_WIDTH / columns
    height = min(CELL_HEIGHT, GRID_HEIGHT / rows, max(room, 48))
    size = min(28, max(10, 0.68 * height))
    queries, keys = [_fit(token, size) for token in queries], [_fit(token, size) for token in keys]
    longest = max(_width(token, size) for token in keys)
    slanted = longest + 1.6 * GAP > room
    width = max(min(CELL_WIDTH, room), min(height, room), 0 if slanted else min(longest + 3 * GAP, room))
    width, height = max(1, round(width)), max(1, round(height))
    number_size = min(30, 0.62 * height, (width - GAP) / _width(decimal(0), 1))
    title_size = min(TITLE_SIZE, TITLE_SIZE * 1100 / max(1, _width(title, TITLE_SIZE)))

    # Where everything goes, from the top left corner
    queries_title, keys_title = f"{label('queries')}↓", f"{label('keys')} →"   # ↓ brings its own space
    slant = math.sqrt(0.5) * longest
    names_width = max(*(_width(token, size) for token in queries),
                      *(_width(text, AXIS_SIZE) for text in (queries_title, keys_title)))
    names_height = max(2.3 * AXIS_SIZE, slant + 0.7 * size if slanted else size)
    left = round(PAD + names_width + GAP)
    top = round(PAD + (1.8 * title_size if title else 0) + names_height + GAP)
    right = left + columns * width
    bar_left, bar_top = right + 3 * GAP, top + 1.9 * BAR_SIZE
    bar_bottom = max(top + rows * height, bar_top + 60)
    page_width = PAD + math.ceil(max(bar_left + _bar_width(), right + slant if slanted else 0,
                                     PAD + _width(title, title_size)))
    page_height = PAD + math.ceil(bar_bottom)

    figure = Figure(figsize=(page_width / DPI, page_height / DPI), dpi=DPI, facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, page_width), ylim=(page_height, 0))
    axes.set_axis_off()

    def write(x, y, text, size, colour=INK, **how):
        axes.text(x, y, text, fontproperties=_font(size), color=colour, parse_math=False, **how)   # R$ is no formula

    def paint(x, y, table, **how):
        axes.pcolormesh(x, y, table, cmap=COLOURS, vmin=0, vmax=1, **how)

    paint(left + width * np.arange(columns + 1), top + height * np.arange(rows + 1), weights,
          edgecolors="white" if min(width, height) > 10 else "none", linewidth=2)
    if number_size >= SMALLEST_NUMBER:
        for (i, j), weight in np.ndenumerate(weights):
            write(left + (j + 0.5) * width, _baseline(top + (i + 0.5) * height, number_size), decimal(weight),
                  number_size, _colours(weight)[1], ha="center")

    write(PAD, PAD + title_size, title, title_size)
    write(left - GAP, top - GAP - 1.4 * AXIS_SIZE, keys_title, AXIS_SIZE, GREY, ha="right")
    write(left - GAP, top - GAP, queries_title, AXIS_SIZE, GREY, ha="right")
    for i in range(0, rows, math.ceil(14 / height)):   # a very large map names only some
        write(left - GAP, _baseline(top + (i + 0.5) * height, size), queries[i], size, ha="right")
    for j in range(0, columns, math.ceil(14 / width)):
        x = left + (j + 0.5) * width
        if slanted:
            write(x + 0.3 * size, top - GAP, keys[j], size, rotation=45, rotation_mode="anchor")
        else:
            write(x, top - GAP, keys[j], size, ha="center")

    write(bar_left, top + 0.8 * BAR_SIZE, label("weight"), BAR_SIZE, GREY)
    paint([bar_left, bar_left + BAR_WIDTH], np.linspace(bar_bottom, bar_top, 257), np.linspace(0, 1, 256)[:, None])
    for value in (0, 0.5, 1):
        y = bar_bottom + value * (bar_top - bar_bottom)
        write(bar_left + BAR_WIDTH + GAP, _baseline(y, BAR_SIZE), decimal(value, 1), BAR_SIZE)
    return figure


def _bar_width():
    return max(_width(label("weight"), BAR_SIZE), BAR_WIDTH + GAP + _width(decimal(0, 1), BAR_SIZE))


def _baseline(middle, size):
    """Where to stand text whose digits, capitals and syllables should be centred on `middle`."""
    return middle + 0.37 * size

"""Heat maps of attention weights, and curves: pictures that say their numbers, and a heat map as an HTML table.

A picture is its own last expression in a cell. Its text twin, made from the same numbers, is what a screen reader
reads, what a terminal prints and what the notebook tests compare. Colours always mean 0 to 1, so that two maps can be
compared. pyplot is never touched, and neither are the student's rcParams.
"""

import base64
import io
import logging
import math
import sys
import unicodedata
from collections import Counter
from functools import cache
from html import escape
from pathlib import Path

import matplotlib

if sys.platform == "emscripten":   # in a browser every visit is Matplotlib's first, and it would say so in a lesson's first cell
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)

import matplotlib.style
import numpy as np
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.textpath import text_to_path
from matplotlib.ticker import MaxNLocator
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
PLOT_WIDTH, PLOT_HEIGHT = 680, 340
MOST_POINTS_IN_WORDS = 8
DPI = 72                     # one point is one pixel

INK, GREY, FAINT = "black", "#555555", "#d9d9d9"
# Each line has its own colour, dash and marker: no two differ in colour alone. All colours are at least 4.5 : 1 on white.
LINES = (("#0060a8", "-", "o"), ("#b04000", "--", "s"), ("#00705a", "-.", "^"), ("#8a3b78", ":", "D"), ("#444444", "-", "v"))


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


def curves(x, lines, x_label="", y_label="", title=None, log=""):
    """A Picture of one line or more over the numbers `x`: `lines` is {name: one number for each x}.

    `log` is "", "x", "y" or "xy": which axes count in factors of ten. The y axis starts at 0 where it does not.
    At most five lines. Raises ValueError or TypeError, naming the argument, for anything that cannot be drawn so.
    """
    if log not in ("", "x", "y", "xy"):
        raise ValueError(f"log is {log!r}, and must be one of '', 'x', 'y', 'xy'")
    x, lines = _checked_lines(x, lines, log)
    x_label, y_label, title = _one_line(x_label), _one_line(y_label), "" if title is None else _one_line(title)
    with matplotlib.style.context("default"):
        figure = _draw_curves(x, lines, x_label, y_label, title, log)
    return Picture(figure, _curves_in_words(x, lines, x_label, y_label, title, log))


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


def _checked_lines(x, lines, log):
    if not isinstance(lines, dict):
        raise TypeError(f"lines is a {type(lines).__name__}, and curves need {{name: numbers}}")
    if not 1 <= len(lines) <= len(LINES):
        raise ValueError(f"lines has {len(lines)} names, and curves need 1 to {len(LINES)}")
    x = _numbers("x", x, "x" in log)
    if len(x) < 2 or not (np.diff(x) > 0).all():
        raise ValueError(f"x is {x.tolist()}, and curves need at least two numbers, each larger than the one before")
    lines = {_one_line(name): _numbers(f"lines[{name!r}]", y, "y" in log) for name, y in lines.items()}
    for name, y in lines.items():
        if len(y) != len(x):
            raise ValueError(f"lines[{name!r}] has {len(y)} numbers, and x has {len(x)}")
    return x, lines


def _numbers(name, numbers, positive):
    numbers = np.asarray(numbers)
    if numbers.dtype.kind not in "biuf" or numbers.ndim != 1:
        raise TypeError(f"{name} has shape {numbers.shape} of {numbers.dtype}, and curves need a row of real numbers")
    if not np.isfinite(numbers).all():
        raise ValueError(f"{name} holds NaN or an infinite number, and curves need finite ones")
    if positive and not (numbers > 0).all():
        raise ValueError(f"{name} goes down to {numbers.min():.4g}, and an axis that counts in factors needs numbers above 0")
    return np.array([float(f"{number:.9g}") for number in numbers])   # two machines may differ in the last digits


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


def _curves_in_words(x, lines, x_label, y_label, title, log):
    text = [title] if title else []
    text.append(label("curves-alt", x=x_label or "x", y=y_label or "y", low=_number(x[0]), high=_number(x[-1])))
    if log:
        text.append(label("curves-log-alt"))
    # of a long line some points, the first and the last among them
    shown = range(len(x)) if len(x) <= MOST_POINTS_IN_WORDS else np.linspace(0, len(x) - 1, 5).round().astype(int)
    text += [f"{name}: " + "; ".join(f"{_number(x[i])} → {_number(y[i])}" for i in shown) + "." for name, y in lines.items()]
    return "\n".join(text)


def _number(value):
    """0,56   −3   12000   1,1·10¹⁰: two decimals at most, and short."""
    size = abs(value)
    if size and not 0.005 <= size < 99999.5:
        power = math.floor(math.log10(size))
        mantissa = decimal(value / 10**power, 1).removesuffix("0").rstrip(",.").replace("-", "−")
        return _power_of_ten(power) if mantissa == "1" else f"{mantissa}·{_power_of_ten(power)}"
    return (f"{value:.0f}" if value == round(value) or size >= 1000 else decimal(value)).replace("-", "−")


def _power_of_ten(power):
    return "10" + str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


# The picture


@cache
def _families():
    fontManager.addfont(FONT_FILE)
    return [FontProperties(fname=FONT_FILE).get_name(), "DejaVu Sans"]   # matplotlib ships DejaVu: ₂, ⊤, Ł


def font_of_size(size):
    return FontProperties(family=_families(), size=size)


def text_width(text, size):
    return text_to_path.get_text_width_height_descent(text, font_of_size(size), ismath=False)[0]


def _fit(token, size):
    """The token, cut to TOKEN_WIDTH."""
    if text_width(token, size) <= TOKEN_WIDTH:
        return token
    while text_width(token + "…", size) > TOKEN_WIDTH:
        token = token[:-1]
    return token + "…"


def _draw(weights, queries, keys, title):
    rows, columns = weights.shape

    # How large cells and letters can be; where the tokens do not fit side by side, they slant
    room = GRID_WIDTH / columns
    height = min(CELL_HEIGHT, GRID_HEIGHT / rows, max(room, 48))
    size = min(28, max(10, 0.68 * height))
    queries, keys = [_fit(token, size) for token in queries], [_fit(token, size) for token in keys]
    longest = max(text_width(token, size) for token in keys)
    slanted = longest + 1.6 * GAP > room
    width = max(min(CELL_WIDTH, room), min(height, room), 0 if slanted else min(longest + 3 * GAP, room))
    width, height = max(1, round(width)), max(1, round(height))
    number_size = min(30, 0.62 * height, (width - GAP) / text_width(decimal(0), 1))
    title_size = min(TITLE_SIZE, TITLE_SIZE * 1100 / max(1, text_width(title, TITLE_SIZE)))

    # Where everything goes, from the top left corner
    queries_title, keys_title = f"{label('queries')}↓", f"{label('keys')} →"   # ↓ brings its own space
    slant = math.sqrt(0.5) * longest
    names_width = max(*(text_width(token, size) for token in queries),
                      *(text_width(text, AXIS_SIZE) for text in (queries_title, keys_title)))
    names_height = max(2.3 * AXIS_SIZE, slant + 0.7 * size if slanted else size)
    left = round(PAD + names_width + GAP)
    top = round(PAD + (1.8 * title_size if title else 0) + names_height + GAP)
    right = left + columns * width
    bar_left, bar_top = right + 3 * GAP, top + 1.9 * BAR_SIZE
    bar_bottom = max(top + rows * height, bar_top + 60)
    page_width = PAD + math.ceil(max(bar_left + _bar_width(), right + slant if slanted else 0,
                                     PAD + text_width(title, title_size)))
    page_height = PAD + math.ceil(bar_bottom)

    figure = Figure(figsize=(page_width / DPI, page_height / DPI), dpi=DPI, facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, page_width), ylim=(page_height, 0))
    axes.set_axis_off()

    def write(x, y, text, size, colour=INK, **how):
        axes.text(x, y, text, fontproperties=font_of_size(size), color=colour, parse_math=False, **how)   # R$ is no formula

    def paint(x, y, table, **how):
        axes.pcolormesh(x, y, table, cmap=COLOURS, vmin=0, vmax=1, **how)

    paint(left + width * np.arange(columns + 1), top + height * np.arange(rows + 1), weights,
          edgecolors="white" if min(width, height) > 10 else "none", linewidth=2)
    if number_size >= SMALLEST_NUMBER:
        for (i, j), weight in np.ndenumerate(weights):
            write(left + (j + 0.5) * width, baseline(top + (i + 0.5) * height, number_size), decimal(weight),
                  number_size, _colours(weight)[1], ha="center")

    write(PAD, PAD + title_size, title, title_size)
    write(left - GAP, top - GAP - 1.4 * AXIS_SIZE, keys_title, AXIS_SIZE, GREY, ha="right")
    write(left - GAP, top - GAP, queries_title, AXIS_SIZE, GREY, ha="right")
    for i in range(0, rows, math.ceil(14 / height)):   # a very large map names only some
        write(left - GAP, baseline(top + (i + 0.5) * height, size), queries[i], size, ha="right")
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
        write(bar_left + BAR_WIDTH + GAP, baseline(y, BAR_SIZE), decimal(value, 1), BAR_SIZE)
    return figure


def _bar_width():
    return max(text_width(label("weight"), BAR_SIZE), BAR_WIDTH + GAP + text_width(decimal(0, 1), BAR_SIZE))


def baseline(middle, size):
    """Where to stand text whose digits, capitals and syllables should be centred on `middle`."""
    return middle + 0.37 * size


# Curves: the same page in pixels, with one drawing function of its own


def _draw_curves(x, lines, x_label, y_label, title, log):
    x_at, x_ticks = _scale([x], "x" in log, PLOT_WIDTH, from_zero=False)
    y_at, y_ticks = _scale(lines.values(), "y" in log, PLOT_HEIGHT, from_zero=True)

    # Where everything goes, from the top left corner: title, names of the lines, y label, plot, numbers, x label
    names, row, across = [], 0, 0
    for name in lines:
        room = 60 + GAP + text_width(name, AXIS_SIZE) + 3 * GAP
        if across and across + room > PLOT_WIDTH:
            row, across = row + 1, 0
        names.append((row, across))
        across += room
    title_size = min(TITLE_SIZE, TITLE_SIZE * 1100 / max(1, text_width(title, TITLE_SIZE)))
    left = round(PAD + GAP + max(text_width(text, AXIS_SIZE) for _, text in y_ticks))
    names_top = round(PAD + (1.8 * title_size if title else 0))
    top = round(names_top + 1.5 * AXIS_SIZE * (row + 1) + (2.2 if y_label else 0.5) * AXIS_SIZE)
    bottom = top + PLOT_HEIGHT
    page_height = round(bottom + 1.6 * AXIS_SIZE + (1.5 * AXIS_SIZE if x_label else 0) + PAD)
    right = max(left + PLOT_WIDTH, *(left + start + 60 + GAP + text_width(name, AXIS_SIZE) for name, (_, start) in zip(lines, names)),
                PAD + text_width(title, title_size), PAD + text_width(y_label, AXIS_SIZE),
                left + x_at(x[-1]) + text_width(x_ticks[-1][1], AXIS_SIZE) / 2)
    page_width = math.ceil(right + 2 * PAD)

    figure = Figure(figsize=(page_width / DPI, page_height / DPI), dpi=DPI, facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, page_width), ylim=(page_height, 0))
    axes.set_axis_off()

    def write(x, y, text, colour=INK, size=AXIS_SIZE, **how):
        axes.text(x, y, text, fontproperties=font_of_size(size), color=colour, parse_math=False, **how)

    def stroke(xs, ys, colour, **how):
        axes.plot(xs, ys, color=colour, clip_on=False, **how)

    write(PAD, PAD + title_size, title, size=title_size)
    write(PAD, top - AXIS_SIZE, y_label, GREY)
    for value, text in y_ticks:
        y = bottom - y_at(value)
        stroke([left, left + PLOT_WIDTH], [y, y], FAINT, linewidth=1)
        write(left - GAP, baseline(y, AXIS_SIZE), text, ha="right")
    stroke([left, left + PLOT_WIDTH], [bottom, bottom], GREY, linewidth=2)
    for value, text in x_ticks:
        stroke([left + x_at(value)] * 2, [bottom, bottom + 6], GREY, linewidth=2)
        write(left + x_at(value), bottom + 1.3 * AXIS_SIZE, text, ha="center")
    write(left + PLOT_WIDTH / 2, bottom + 2.8 * AXIS_SIZE, x_label, GREY, ha="center")
    for size, (name, ys), (colour, dash, marker), (row, start) in zip((18, 14, 11, 9, 7), lines.items(), LINES, names):
        how = dict(linestyle=dash, linewidth=4, marker=marker, markersize=size)   # a marker under another still shows
        stroke([left + x_at(value) for value in x], [bottom - y_at(value) for value in ys], colour,
               markevery=math.ceil(len(x) / 12), **how)
        y = names_top + 1.5 * AXIS_SIZE * row + 0.8 * AXIS_SIZE
        stroke([left + start, left + start + 30, left + start + 60], [y] * 3, colour, markevery=[1], **how)
        write(left + start + 60 + GAP, baseline(y, AXIS_SIZE), name)
    return figure


def _scale(rows, log, length, from_zero):
    """A function from values to pixels, 0 to `length`, and the ticks as (value, text)."""
    values = np.unique(np.concatenate(list(rows)))
    low, high = values[0], values[-1]
    if log:
        first, last = math.log10(low), math.log10(high)
        if from_zero:
            first, last = math.floor(first), max(math.ceil(last), math.floor(first) + 1)
        powers = range(math.ceil(first), math.floor(last) + 1)
        short = all(-2 <= power <= 3 for power in powers)   # 0,01 to 1000
        ticks = [(10.0**power, _number(10.0**power) if short else _power_of_ten(power)) for power in powers]
        ticks = ticks or [(low, _number(low)), (high, _number(high))]
        return lambda value: length * (math.log10(value) - first) / (last - first), ticks
    if from_zero:
        ticks = MaxNLocator(5, steps=[1, 2, 5, 10]).tick_values(min(0, low), max(0, high))
        low, high = ticks[0], ticks[-1]
    elif len(values) <= MOST_POINTS_IN_WORDS:
        ticks = values
    else:
        ticks = MaxNLocator(6, steps=[1, 2, 5, 10]).tick_values(low, high)
        ticks = ticks[(ticks >= low) & (ticks <= high)]
    digits = next((n for n in range(3) if np.allclose(ticks, np.round(ticks, n), rtol=0, atol=1e-9)), 3)
    texts = [decimal(value, digits) if digits else _number(round(value)) for value in ticks]
    return lambda value: length * (value - low) / (high - low), [(value, text.replace("-", "−")) for value, text in zip(ticks, texts)]

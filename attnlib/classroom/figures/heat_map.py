"""Heat maps of attention weights, as a picture and as an HTML table: ink on white paper, always from 0 to 1."""

import math
from collections import Counter
from html import escape

import numpy as np
from matplotlib.patches import Rectangle

from attnlib.classroom.figures.font import baseline, cut, text_width, title_size
from attnlib.classroom.figures.page import AXIS_SIZE, BAR_SIZE, BAR_WIDTH, GAP, PAD, Picture, colour_bar, in_our_style, page
from attnlib.classroom.figures.palette import FAINT, GREY, WEIGHT_MAP, ink_on, weight_colour
from attnlib.classroom.figures.table import header
from attnlib.classroom.labels import decimal, gloss, label
from attnlib.classroom.labels.formatting import one_line
from attnlib.classroom.labels.lexicon import with_gloss
from attnlib.validate import array_of

GRID_WIDTH, GRID_HEIGHT = 840, 430
CELL_WIDTH, CELL_HEIGHT = 76, 88
TOKEN_WIDTH = 260      # a longer token ends in …
SMALLEST_NUMBER = 13   # a smaller number is left out: the alt text still has the largest
ALT_ROWS = 12
TIE = 1e-6             # weights this near the largest of their row are as large
CELL = "padding: 0.4em 0.6em; text-align: center"


def heatmap(weights, queries=None, keys=None, title=None, measure=None):
    """A Picture of weights (queries, keys), each from 0 to 1: rows are queries, columns are keys.

    `queries` and `keys` are lists of tokens; without them rows and columns are numbered as NumPy numbers them.
    Rows need not sum to 1. `measure` says what the numbers are where they are no weights: rows and columns are then no queries
    and keys, and no cell is framed. Raises ValueError or TypeError, naming the argument, for anything that is not such a table.
    """
    weights, queries, keys = _checked(weights, queries, keys)
    title = "" if title is None else one_line(title)
    figure = _draw(weights, _ticks(queries, weights.shape[0]), _ticks(keys, weights.shape[1]), title, measure)
    words = _in_words(weights, queries, keys, title) if measure is None else _in_numbers(weights, queries, keys, title, measure)
    return Picture(figure, words, [*(queries or ()), *(keys or ())])


def heatmap_html(weights, queries=None, keys=None):
    """The map of `heatmap` as an HTML table, for a widget that redraws it while a slider moves."""
    weights, queries, keys = _checked(weights, queries, keys)
    head = "".join(header(token, "col", CELL) for token in _ticks(keys, weights.shape[1]))
    rows = []
    for row, large, token in zip(weights, _largest(weights), _ticks(queries, weights.shape[0]), strict=True):
        cells = "".join(_cell(weight, mark) for weight, mark in zip(row, large, strict=True))
        name = header(token, "row", CELL.replace("center", "end"))
        rows.append(f'<tr style="background: none">{name}{cells}</tr>')   # no stripes from Jupyter
    caption = label("heatmap-alt", rows=weights.shape[0], columns=weights.shape[1])
    corner = f'{escape(label("keys"))} →<br/>{escape(label("queries"))} ↓'
    return ('<table style="border-collapse: separate; border-spacing: 2px; line-height: 1.25; white-space: nowrap">'
            f'<caption style="text-align: start">{escape(caption)}</caption>'
            f'<thead><tr><td style="text-align: end">{corner}</td>{head}</tr></thead>'
            f'<tbody>{"".join(rows)}</tbody></table>')


def _cell(weight, mark):
    colour = weight_colour(weight)
    outline = "; outline: 2px solid; outline-offset: -4px" if mark else ""
    return (f'<td style="{CELL}; background: {colour}; color: {ink_on(colour)}; border: 1px solid {FAINT}{outline}">'
            f"{decimal(weight)}</td>")


def _checked(weights, queries, keys):
    weights = array_of("weights", weights)
    if weights.dtype.kind not in "biuf":
        raise TypeError(f"weights has dtype {weights.dtype}, and a heat map needs real numbers")
    if weights.ndim != 2 or 0 in weights.shape:
        raise ValueError(f"weights has shape {weights.shape}, and a heat map needs (queries, keys): "
                         "one table, at least 1 × 1")
    if np.isnan(weights).any():
        raise ValueError("weights holds NaN, and a heat map needs a number in every cell")
    rounding = max(1e-9, 4 * np.finfo(weights.dtype).eps) if weights.dtype.kind == "f" else 0   # a float32 row sums to 1.0000001
    if weights.min() < 0 or weights.max() > 1 + rounding:
        raise ValueError(f"weights go from {weights.min():.9g} to {weights.max():.9g}, and colours mean 0 to 1")
    # two machines may differ in the last digits: rounding here makes them write the same text
    weights = np.minimum(np.round(weights.astype(float), 9), 1) + 0.0
    return weights, _tokens("queries", queries, weights.shape[0]), _tokens("keys", keys, weights.shape[1])


def _tokens(name, tokens, count):
    if tokens is None:
        return None
    if isinstance(tokens, str):
        raise TypeError(f"{name} is one string, and a heat map needs a list of {count} tokens")
    tokens = [one_line(token) for token in tokens]
    if len(tokens) != count:
        raise ValueError(f"{name} has {len(tokens)} tokens, and weights has {count} {name}")
    return tokens


def _ticks(tokens, count):
    return [str(i) for i in range(count)] if tokens is None else tokens


def _largest(weights):
    """Which cells are the largest of their row: (queries, keys) of bool, none in a row of equal weights."""
    large = weights > weights.max(axis=1, keepdims=True) - TIE
    return large & ~large.all(axis=1, keepdims=True)


# The alt text


def _in_words(weights, queries, keys, title):
    lines = [title] if title else []
    lines.append(label("heatmap-alt", rows=weights.shape[0], columns=weights.shape[1]))
    rows, columns = _names("row", queries, weights.shape[0]), _names("column", keys, weights.shape[1])
    lines += [_row_in_words(name, row, columns) for name, row in zip(rows[:ALT_ROWS], weights, strict=False)]
    peaks = weights[ALT_ROWS:].max(axis=1)
    if len(peaks):
        low, high = decimal(peaks.min()), decimal(peaks.max())
        lines.append(label("heatmap-more-rows-alt", count=len(peaks), low=low, high=high))
    return "\n".join(lines)


def _in_numbers(numbers, rows, columns, title, measure):
    lines = [title] if title else []
    lines.append(label("heatmap-measure-alt", measure=measure, rows=numbers.shape[0], columns=numbers.shape[1]))
    rows, columns = _ticks(rows, numbers.shape[0]), _ticks(columns, numbers.shape[1])
    for name, row in zip(rows[:ALT_ROWS], numbers, strict=False):
        cells = (f"{with_gloss(column)} {decimal(number)}" for column, number in zip(columns, row, strict=True))
        lines.append(f"{with_gloss(name)}: {'; '.join(cells)}")
    return "\n".join(lines)


def _row_in_words(name, row, columns):
    largest = [column for column, weight in zip(columns, row, strict=True) if weight > row.max() - TIE]
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
        names.append(label(f"{kind}-nth-token", token=with_gloss(token), nth=seen[token]) if total[token] > 1
                     else label(f"{kind}-token", token=with_gloss(token)))
    return names


@in_our_style
def _draw(weights, queries, keys, title, measure=None):
    rows, columns = weights.shape
    bar_title = label("weight") if measure is None else measure

    # How large cells and letters can be; where the tokens do not fit side by side, they slant
    room = GRID_WIDTH / columns
    height = min(CELL_HEIGHT, GRID_HEIGHT / rows, max(room, 48))
    size = min(28, max(10, 0.68 * height, min(0.86 * height, 18)))   # of a large map, letters nearly as high as its rows
    queries, keys = ([Name(token, size) for token in tokens] for tokens in (queries, keys))
    longest = max(name.width for name in keys)
    slanted = longest + 1.6 * GAP > room
    width = max(min(CELL_WIDTH, room), min(height, room), 0 if slanted else min(longest + 3 * GAP, room))
    width, height = max(1, round(width)), max(1, round(height))
    number_size = min(30, 0.62 * height, (width - GAP) / text_width(decimal(0), 1))
    stacked = 2.1 * size < height   # a gloss stands under its query, else before it

    # Where everything goes, from the top left corner
    queries_title, keys_title = f"{label('queries')}↓", f"{label('keys')} →"   # ↓ brings its own space
    if measure is not None:
        queries_title = keys_title = ""
    slant = math.sqrt(0.5) * max(name.in_line for name in keys)
    names_width = max(*(name.width if stacked else name.in_line for name in queries),
                      *(text_width(text, AXIS_SIZE) for text in (queries_title, keys_title)))
    under = 1.2 * Name.small(size) if any(name.gloss for name in keys) and not slanted else 0
    names_height = max(2.3 * AXIS_SIZE, slant + 0.7 * size if slanted else size + under)
    left = round(PAD + names_width + GAP)
    heading = title_size(title)
    top = round(PAD + (1.8 * heading if title else 0) + names_height + GAP)
    right, bottom = left + columns * width, top + rows * height
    bar_left, bar_top = right + 3 * GAP, top + 1.9 * BAR_SIZE
    bar_bottom = max(bottom, bar_top + 60)
    bar_width = max(text_width(bar_title, BAR_SIZE), BAR_WIDTH + GAP + text_width(decimal(0, 1), BAR_SIZE))
    page_width = max(bar_left + bar_width, right + slant if slanted else 0, PAD + text_width(title, heading))

    figure, axes, write = page(PAD + math.ceil(page_width), PAD + math.ceil(bar_bottom))
    axes.pcolormesh(left + width * np.arange(columns + 1), top + height * np.arange(rows + 1), weights,
                    cmap=WEIGHT_MAP, vmin=0, vmax=1, edgecolors=FAINT if min(width, height) > 10 else "none", linewidth=1)
    axes.add_patch(Rectangle((left, top), columns * width, rows * height, fill=False, edgecolor=FAINT, linewidth=1))
    if min(width, height) >= 16 and measure is None:
        inset = 4 if min(width, height) >= 32 else 2
        for i, j in np.argwhere(_largest(weights)):
            ink = ink_on(weight_colour(weights[i, j]))
            axes.add_patch(Rectangle((left + j * width + inset, top + i * height + inset), width - 2 * inset, height - 2 * inset,
                                     fill=False, edgecolor=ink, linewidth=inset / 2.5, alpha=0.75))
    if number_size >= SMALLEST_NUMBER:
        for (i, j), weight in np.ndenumerate(weights):
            write(left + (j + 0.5) * width, baseline(top + (i + 0.5) * height, number_size), decimal(weight),
                  number_size, ink_on(weight_colour(weight)), ha="center")

    write(PAD, PAD + heading, title, heading)
    write(left - GAP, top - GAP - 1.4 * AXIS_SIZE, keys_title, AXIS_SIZE, GREY, ha="right")
    write(left - GAP, top - GAP, queries_title, AXIS_SIZE, GREY, ha="right")
    for i in range(0, rows, math.ceil(14 / height)):   # a very large map names only some
        queries[i].write_before(write, left - GAP, top + (i + 0.5) * height, stacked)
    for j in range(0, columns, math.ceil(14 / width)):
        x = left + (j + 0.5) * width
        if slanted:
            keys[j].write_slanted(write, x + 0.3 * size, top - GAP)
        else:
            keys[j].write_above(write, x, top - GAP, under)

    write(bar_left, top + 0.8 * BAR_SIZE, bar_title, BAR_SIZE, GREY)
    colour_bar(axes, write, bar_left, bar_top, bar_bottom, WEIGHT_MAP, {value: decimal(value, 1) for value in (0, 0.5, 1)})
    return figure


class Name:
    """A token on an axis with its gloss, smaller and grey: under it, or in one line with it where there is no room."""

    def __init__(self, token, size):
        self.size = size
        self.token, self.gloss = cut(token, size, TOKEN_WIDTH), cut(gloss(token) or "", self.small(size), TOKEN_WIDTH)
        self.token_width = text_width(self.token, size)
        self.width = max(self.token_width, text_width(self.gloss, self.small(size)))
        self.beside = cut(self.gloss, self.small(size), max(50, TOKEN_WIDTH - GAP - self.token_width))
        self.in_line = self.token_width + (GAP + text_width(self.beside, self.small(size)) if self.gloss else 0)

    @staticmethod
    def small(size):
        return max(10, 0.68 * size)

    def write_above(self, write, x, bottom, under):
        """Centred on x; `under` is what the glosses of this axis take."""
        write(x, bottom - under, self.token, self.size, ha="center")
        write(x, bottom, self.gloss, self.small(self.size), GREY, ha="center")

    def write_before(self, write, right, middle, stacked):
        """Up to `right`, the gloss under the token or before it."""
        small = self.small(self.size)
        if not self.gloss or not stacked:
            write(right, baseline(middle, self.size), self.token, self.size, ha="right")
            write(right - self.token_width - GAP, baseline(middle, self.size), self.beside, small, GREY, ha="right")
        else:
            write(right, middle - 0.1 * self.size, self.token, self.size, ha="right")
            write(right, middle + 1.3 * small, self.gloss, small, GREY, ha="right")

    def write_slanted(self, write, x, y):
        """Up to the right, the gloss behind the token."""
        along = math.sqrt(0.5) * (self.token_width + GAP)
        write(x, y, self.token, self.size, rotation=45, rotation_mode="anchor")
        write(x + along, y - along, self.beside, self.small(self.size), GREY, rotation=45, rotation_mode="anchor")

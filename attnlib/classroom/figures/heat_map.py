"""Heat maps of attention weights, as a picture and as an HTML table. Colours always mean 0 to 1, so that two can be compared."""

import math
from collections import Counter
from html import escape

import matplotlib
import numpy as np
from matplotlib.colors import to_hex

from attnlib.classroom.figures.font import baseline, text_width, title_size
from attnlib.classroom.figures.page import AXIS_SIZE, BAR_SIZE, BAR_WIDTH, GAP, GREY, PAD, Picture, colour_bar, in_our_style, page
from attnlib.classroom.labels import decimal, label
from attnlib.classroom.labels.formatting import is_korean, one_line
from attnlib.validate import array_of

COLOURS = "viridis"   # colour-blind safe, like cividis, whose middle greys leave numbers near 0.5 at 5.0 : 1 (here 5.5)
GRID_WIDTH, GRID_HEIGHT = 840, 440
CELL_WIDTH, CELL_HEIGHT = 76, 88
TOKEN_WIDTH = 260      # a longer token ends in …
SMALLEST_NUMBER = 13   # a smaller number is left out: the alt text still has the largest
ALT_ROWS = 12


def heatmap(weights, queries=None, keys=None, title=None):
    """A Picture of weights (queries, keys), each from 0 to 1: rows are queries, columns are keys.

    `queries` and `keys` are lists of tokens; without them rows and columns are numbered as NumPy numbers them.
    Rows need not sum to 1. Raises ValueError or TypeError, naming the argument, for anything that is not such a table.
    """
    weights, queries, keys = _checked(weights, queries, keys)
    title = "" if title is None else one_line(title)
    figure = _draw(weights, _ticks(queries, weights.shape[0]), _ticks(keys, weights.shape[1]), title)
    return Picture(figure, _in_words(weights, queries, keys, title))


def heatmap_html(weights, queries=None, keys=None):
    """The map of `heatmap` as an HTML table, for a widget that redraws it while a slider moves."""
    weights, queries, keys = _checked(weights, queries, keys)
    head = "".join(_header_cell(token, "col") for token in _ticks(keys, weights.shape[1]))
    rows = []
    for row, token in zip(weights, _ticks(queries, weights.shape[0]), strict=True):
        cells = _header_cell(token, "row") + "".join(map(_cell, row))
        rows.append(f'<tr style="background: none">{cells}</tr>')   # no stripes from Jupyter
    caption = label("heatmap-alt", rows=weights.shape[0], columns=weights.shape[1])
    corner = f'{escape(label("keys"))} →<br/>{escape(label("queries"))} ↓'
    return ('<table style="border-collapse: separate; border-spacing: 2px; white-space: nowrap">'
            f'<caption style="text-align: start">{escape(caption)}</caption>'
            f'<thead><tr><td style="text-align: end">{corner}</td>{head}</tr></thead>'
            f'<tbody>{"".join(rows)}</tbody></table>')


def _header_cell(token, scope):
    lang = ' lang="ko"' if is_korean(token) else ""
    align = "center" if scope == "col" else "end"
    return f'<th scope="{scope}"{lang} style="padding: 0.4em 0.6em; text-align: {align}">{escape(token)}</th>'


def _cell(weight):
    background, ink = _colours(weight)
    return (f'<td style="padding: 0.4em 0.6em; text-align: center; background: {background}; color: {ink}">'
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
    lines += [_row_in_words(name, row, columns) for name, row in zip(rows[:ALT_ROWS], weights, strict=False)]
    peaks = weights[ALT_ROWS:].max(axis=1)
    if len(peaks):
        low, high = decimal(peaks.min()), decimal(peaks.max())
        lines.append(label("heatmap-more-rows-alt", count=len(peaks), low=low, high=high))
    return "\n".join(lines)


def _row_in_words(name, row, columns):
    largest = [column for column, weight in zip(columns, row, strict=True) if weight > row.max() - 1e-6]
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


def _fit(token, size):
    """The token, cut to TOKEN_WIDTH."""
    if text_width(token, size) <= TOKEN_WIDTH:
        return token
    while text_width(token + "…", size) > TOKEN_WIDTH:
        token = token[:-1]
    return token + "…"


@in_our_style
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

    # Where everything goes, from the top left corner
    queries_title, keys_title = f"{label('queries')}↓", f"{label('keys')} →"   # ↓ brings its own space
    slant = math.sqrt(0.5) * longest
    names_width = max(*(text_width(token, size) for token in queries),
                      *(text_width(text, AXIS_SIZE) for text in (queries_title, keys_title)))
    names_height = max(2.3 * AXIS_SIZE, slant + 0.7 * size if slanted else size)
    left = round(PAD + names_width + GAP)
    heading = title_size(title)
    top = round(PAD + (1.8 * heading if title else 0) + names_height + GAP)
    right = left + columns * width
    bar_left, bar_top = right + 3 * GAP, top + 1.9 * BAR_SIZE
    bar_bottom = max(top + rows * height, bar_top + 60)
    bar_width = max(text_width(label("weight"), BAR_SIZE), BAR_WIDTH + GAP + text_width(decimal(0, 1), BAR_SIZE))
    page_width = max(bar_left + bar_width, right + slant if slanted else 0, PAD + text_width(title, heading))

    figure, axes, write = page(PAD + math.ceil(page_width), PAD + math.ceil(bar_bottom))
    axes.pcolormesh(left + width * np.arange(columns + 1), top + height * np.arange(rows + 1), weights,
                    cmap=COLOURS, vmin=0, vmax=1, edgecolors="white" if min(width, height) > 10 else "none", linewidth=2)
    if number_size >= SMALLEST_NUMBER:
        for (i, j), weight in np.ndenumerate(weights):
            write(left + (j + 0.5) * width, baseline(top + (i + 0.5) * height, number_size), decimal(weight),
                  number_size, _colours(weight)[1], ha="center")

    write(PAD, PAD + heading, title, heading)
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
    colour_bar(axes, write, bar_left, bar_top, bar_bottom, COLOURS, {value: decimal(value, 1) for value in (0, 0.5, 1)})
    return figure

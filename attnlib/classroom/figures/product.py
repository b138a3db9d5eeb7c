"""One number of a matrix product: the row and the column that it comes from, multiplied place by place and added up."""

import numpy as np

from attnlib.classroom.figures.canvas import NAME, NOTE, SMALL, WIDEST, Canvas, name_width, tokens_of
from attnlib.classroom.figures.font import text_width
from attnlib.classroom.figures.page import PAD, Picture, in_our_style
from attnlib.classroom.figures.palette import GREY, INK, KEY, LINE, OUTPUT, QUERY, tint
from attnlib.classroom.labels import label
from attnlib.classroom.labels.formatting import short
from attnlib.classroom.labels.lexicon import gloss, with_gloss
from attnlib.validate import array_of, whole_number

MOST, MOST_ROWS, LARGEST = 6, 6, 99   # rows or columns of one matrix, rows of both together, a number
CELL, GLOSSED, APART, ROOM = 44, 52, 26, 190   # a row's height, with a gloss, what parts two matrices, a longer name ends in …


def product(a, b, row=0, column=0, rows=None, inner=None, columns=None):
    """A Picture of a @ b, a (n, d) and b (d, m), with one number of it open: row `row` of a times column `column` of b.

    1 to 6 rows and columns, at most 6 rows together, of numbers from −99 to 99. `rows` names the rows of a, `inner` its columns
    and the rows of b, `columns` the columns of b. Raises ValueError, TypeError or IndexError, naming the argument.
    """
    a, b = _numbers("a", a), _numbers("b", b)
    if a.shape[1] != len(b):
        raise ValueError(f"a has shape {a.shape} and b {b.shape}: the columns of a must be as many as the rows of b")
    if len(a) + len(b) > MOST_ROWS:
        raise ValueError(f"a and b have {len(a)} and {len(b)} rows, and this picture has room for {MOST_ROWS} together")
    row, column = whole_number("row", row), whole_number("column", column)
    names = [[str(i) for i in range(count)] if given is None else tokens_of(name, given, count, least=count)
             for name, given, count in (("rows", rows, len(a)), ("inner", inner, len(b)), ("columns", columns, b.shape[1]))]
    for name, at, count in (("row", row, len(a)), ("column", column, b.shape[1])):
        if not 0 <= at < count:
            raise IndexError(f"{name} is {at}, and the product has {count}: 0 to {count - 1}")
    sum_of = " + ".join(f"{_factor(x)}·{_factor(y)}" for x, y in zip(a[row], b[:, column], strict=True))
    opened = f"{sum_of} = {short((a @ b)[row, column])}"
    lines = [label("alt-product", n=len(a), d=len(b), m=b.shape[1])]
    lines.append(label("alt-product-cell", row=with_gloss(names[0][row]), column=with_gloss(names[2][column]), sum=opened))
    return Picture(_draw(a, b, row, column, *names, opened), "\n".join(lines), sum(names, []))


def _numbers(name, values):
    array = array_of(name, values)
    if array.ndim != 2 or not all(1 <= count <= MOST for count in array.shape):
        raise ValueError(f"{name} has shape {array.shape}, and this picture needs (rows, columns), 1 to {MOST} of each")
    if array.dtype.kind not in "biuf" or not np.abs(array).max() <= LARGEST:   # NaN is not
        raise ValueError(f"{name} needs numbers from −{LARGEST} to {LARGEST}")
    return array.astype(float)


def _factor(value):
    """A negative one in brackets."""
    return short(value) if value >= 0 else f"({short(value)})"


@in_our_style
def _draw(a, b, row, column, rows, inner, columns, opened):
    result = a @ b
    texts = [[[short(value) for value in line] for line in matrix] for matrix in (a, b, result)]
    size, height = NAME, GLOSSED if any(map(gloss, rows + inner)) else CELL
    row_names = max(name_width(name, ROOM) for name in rows)
    a_cell, b_cell = (max(48, *(text_width(text, size) + 22 for line in lines for text in line),
                          *(name_width(name, ROOM) + 16 for name in names))
                      for lines, names in ((texts[0], inner), (texts[1] + texts[2], columns)))
    x_a = PAD + row_names + 14
    x_b = x_a + a_cell * len(inner) + APART + 14
    y_b = PAD + 44
    y_a = y_b + height * len(inner) + APART + 20
    width = max(x_b + b_cell * len(columns) + PAD, 2 * PAD + text_width(opened, size))
    if width > WIDEST:
        raise ValueError("names and numbers do not fit side by side: this picture needs shorter ones")
    bottom = y_a + height * len(rows)
    canvas = Canvas(width, bottom + 58)

    def matrix(x, y, cell, numbers, colour, chosen):
        for i, line in enumerate(numbers):
            for j, text in enumerate(line):
                on = chosen(i, j)
                canvas.box(x + j * cell + 2, y + i * height + 2, cell - 4, height - 4, tint(colour, 0.3 if on else 0.05),
                           colour if on else LINE, radius=6, line=3 if on else 1)
                canvas.text(x + (j + 0.5) * cell, y + (i + 0.5) * height, text, size)

    matrix(x_a, y_a, a_cell, texts[0], QUERY, lambda i, j: i == row)
    matrix(x_b, y_b, b_cell, texts[1], KEY, lambda i, j: j == column)
    matrix(x_b, y_a, b_cell, texts[2], OUTPUT, lambda i, j: (i, j) == (row, column))
    for i, name in enumerate(rows):
        canvas.name(x_a - 14, y_a + (i + 0.5) * height, name, QUERY if i == row else INK, "right", ROOM)
    for j, name in enumerate(inner):
        canvas.name(x_a + (j + 0.5) * a_cell, y_a - 24, name, GREY, room=ROOM)
        canvas.name(x_b - 14, y_b + (j + 0.5) * height, name, GREY, "right", ROOM)
    for j, name in enumerate(columns):
        canvas.name(x_b + (j + 0.5) * b_cell, y_b - 22, name, KEY if j == column else INK, room=ROOM)
    for x, y, matrix_of, align in ((x_a + a_cell * len(inner) / 2, bottom + 16, a, "center"), (x_b - 14, y_b - 22, b, "right"),
                                   (x_b + b_cell * len(columns) / 2, bottom + 16, result, "center")):
        canvas.text(x, y, f"{matrix_of.shape[0]} × {matrix_of.shape[1]}", SMALL, GREY, align)
    canvas.text(width / 2, bottom + 42, opened, NOTE, OUTPUT)
    return canvas.figure

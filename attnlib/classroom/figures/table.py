"""Tables whose rows and columns have names: numbers as the reader writes them, words with their glosses."""

from numbers import Integral, Real

import numpy as np

from attnlib.classroom.labels import LABELS, label
from attnlib.classroom.labels.formatting import aligned, compact, fixed, one_line
from attnlib.classroom.labels.lexicon import in_html, with_gloss
from attnlib.validate import array_of, whole_number

MOST = 64   # rows or columns
LOOK = "border-collapse: collapse; line-height: 1.25; font-size: inherit; font-variant-numeric: tabular-nums"
CELL = "padding: 0.3em 0.6em; vertical-align: middle; white-space: nowrap"
RULE = "1px solid rgba(127, 127, 127, 0.5)"   # on light and on dark


def table(array=None, rows=None, columns=None, digits=2, **named):
    """A Table of an array (rows, columns), or of one named row for each keyword.

    table(weights, queries, keys): `rows` and `columns` are lists of names; without them NumPy's numbers stand there.
    table(scores=s, weights=w, columns=words): arrays of one length, or single values, which make one column.
    A keyword with a label `table-…` shows in the reader's language, any other as it stands.
    Values are numbers, rounded to `digits`, whole numbers, booleans or text; at most 64 × 64.
    Raises ValueError or TypeError, naming the argument, for anything else.
    """
    digits = whole_number("digits", digits)
    if (array is None) != bool(named):
        raise TypeError("a table needs one array, table(weights, rows, columns), or a name for each row, table(weights=w)")
    if named:
        if rows is not None:
            raise TypeError("rows is given, and the names of these rows are their keywords")
        array, rows, single = _stacked(named)
        columns = [""] if single and columns is None else columns
    else:
        array = _values("array", array)
        if array.ndim != 2:
            raise ValueError(f"array has shape {array.shape}, and a table needs (rows, columns); a single row has a name: "
                             "table(weights=w)")
    if not all(1 <= count <= MOST for count in array.shape):
        raise ValueError(f"the table has {array.shape[0]} rows and {array.shape[1]} columns, and needs 1 to {MOST} of each")
    rows, columns = _names("rows", rows, array.shape[0]), _names("columns", columns, array.shape[1])
    words = [any(isinstance(value, str) for value in column) for column in array.T.tolist()]
    return Table(rows, columns, [[_written(value, digits) for value in row] for row in array.tolist()], words)


class Table:
    """Names of rows and columns, cells as text, and which columns hold words: numbers end where their column ends."""

    def __init__(self, rows, columns, cells, words):
        self.rows, self.columns, self.cells, self.words = rows, columns, cells, words

    def __repr__(self):
        lines = [["", *self.columns]] if any(self.columns) else []
        lines += [[name, *cells] for name, cells in zip(self.rows, self.cells, strict=True)]
        return aligned([map(with_gloss, line) for line in lines])

    def _repr_html_(self):
        styles = [f"{CELL}; text-align: {'start' if words else 'end'}" for words in self.words]
        head = "".join(header(name, "col", style) for name, style in zip(self.columns, styles, strict=True))
        head = f'<thead><tr style="background: none; border-bottom: {RULE}"><td></td>{head}</tr></thead>'
        body = []
        for name, cells in zip(self.rows, self.cells, strict=True):
            tds = "".join(f'<td style="{style}">{in_html(text)}</td>' for text, style in zip(cells, styles, strict=True))
            body.append(f'<tr style="background: none">{header(name, "row", f"{CELL}; text-align: start")}{tds}</tr>')
        return f'<table style="{LOOK}">{head * any(self.columns)}<tbody>{"".join(body)}</tbody></table>'


def header(name, scope, style):
    """A <th> with its gloss beneath."""
    return f'<th scope="{scope}" style="{style}">{in_html(name)}</th>'


def _stacked(named):
    """Named rows as an array of objects, their names as the reader says them, and whether each is a single value."""
    values = {name: _values(name, value) for name, value in named.items()}
    (first, one), *others = values.items()
    for name, row in values.items():
        if row.ndim > 1:
            raise ValueError(f"{name} has shape {row.shape}, and a named row is one row of values, or one value")
    for name, row in others:
        if row.shape != one.shape:
            raise ValueError(f"{name} has shape {row.shape}, and {first} has {one.shape}: the rows of a table are of one length")
    rows = [label(f"table-{name}") if f"table-{name}" in LABELS else name for name in named]
    stacked = np.empty((len(rows), one.size), dtype=object)   # a row of booleans stands above one of numbers
    for i, row in enumerate(values.values()):
        stacked[i] = row.reshape(-1).tolist()
    return stacked, rows, one.ndim == 0


def _values(name, values):
    array = array_of(name, values)
    if array.dtype.kind in "US" and not isinstance(values, np.ndarray):
        array = np.array(values, dtype=object)   # NumPy would make text of a number that stands beside a word
    if array.dtype.kind not in "biufUO":
        raise TypeError(f"{name} holds {array.dtype}, and a table needs numbers, booleans or text")
    return array


def _names(argument, names, count):
    if names is None:
        return [str(i) for i in range(count)]
    if isinstance(names, str) or not hasattr(names, "__iter__"):
        raise TypeError(f"{argument} is {names!r}, and a table needs a list of {count} names")
    names = [one_line(name) for name in names]
    if len(names) != count:
        raise ValueError(f"{argument} has {len(names)} names, and the table has {count} {argument}")
    return names


def _written(value, digits):
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, bool | np.bool_):
        return label("table-true" if value else "table-false")
    if isinstance(value, Integral):
        return fixed(value, 0)
    if isinstance(value, Real):
        return fixed(value, digits) if not 1e6 <= abs(value) < np.inf else compact(value)
    raise TypeError(f"a cell holds {value!r}, and a table needs numbers, booleans or text")

"""An image cut into patches, and where each query looks in it."""

import numpy as np

from attnlib.classroom.figures.canvas import NAME, NOTE, SMALL, WIDEST, Canvas, tokens_of
from attnlib.classroom.figures.font import cut, text_width
from attnlib.classroom.figures.page import PAD, Picture, in_our_style
from attnlib.classroom.figures.palette import QUERY, ink_on, weight_colour
from attnlib.classroom.labels import label
from attnlib.classroom.labels.formatting import fixed, one_line
from attnlib.validate import array_of

COLOURS = "#bfe0f7", "#ffd34d", "#7cc9bf", "#8fbf6a", "#c9a27e", "#d9d9e3"   # of the kinds of patches, in order of appearance
MOST = 6   # rows or columns
APART = 34


def patches(kinds, weights=None, queries=None):
    """A Picture of an image of patches, kinds (rows, columns) of words; with weights (queries, patches), a map for each query.

    Patches count row by row: at most 6 × 6 of 6 kinds, and 4 queries. Raises ValueError or TypeError, naming the argument.
    """
    kinds = np.array([[one_line(word) for word in row] for row in kinds], dtype=str)
    if kinds.ndim != 2 or not all(1 <= count <= MOST for count in kinds.shape):
        raise ValueError(f"kinds has shape {kinds.shape}, and this picture needs (rows, columns), 1 to {MOST} of each")
    words = list(dict.fromkeys(kinds.ravel().tolist()))
    if len(words) > len(COLOURS):
        raise ValueError(f"kinds has {len(words)} different words, and this picture has colours for {len(COLOURS)}")
    lines = [label("alt-patches", words=", ".join(f"{word} {(kinds == word).sum()}" for word in words))]
    maps, queries = np.zeros((0, *kinds.shape)), [] if weights is None else tokens_of("queries", queries or [], 4)
    if weights is not None:
        weights = array_of("weights", weights)
        if weights.shape != (len(queries), kinds.size):
            raise ValueError(f"weights has shape {weights.shape}, and needs (queries, patches) = {(len(queries), kinds.size)}")
        if not (weights.min() >= 0 and weights.max() <= 1 + 1e-6):   # NaN is neither
            raise ValueError(f"weights go from {weights.min():.4g} to {weights.max():.4g}, and a map needs 0 to 1")
        maps = np.round(weights.astype(float), 9).reshape(-1, *kinds.shape)
        for query, one in zip(queries, maps, strict=True):
            shares = ", ".join(f"{word} {fixed(one[kinds == word].sum())}" for word in words)
            lines.append(label("alt-patches-query", query=query, shares=shares))
    return Picture(_draw(kinds, words, maps, queries), "\n".join(lines))


@in_our_style
def _draw(kinds, words, maps, queries):
    rows, columns = kinds.shape
    cell = min(84 if len(maps) else 96, (WIDEST - 2 * PAD - len(maps) * APART) / (columns * (1 + len(maps))))
    top = PAD + 40 * bool(len(maps))
    step = columns * cell + APART
    canvas = Canvas(2 * PAD + step * (1 + len(maps)) - APART, top + rows * cell + PAD)
    colour = dict(zip(words, COLOURS, strict=False))
    canvas.matrix(PAD, top, [[colour[word] for word in row] for row in kinds], cell)
    size = next((size for size in (NOTE, SMALL) if text_width(fixed(0), size) + 10 <= cell), None)   # None: no room for numbers
    for (i, j), word in np.ndenumerate(kinds):
        canvas.text(PAD + (j + 0.5) * cell, top + (i + 0.5) * cell, cut(word, size or SMALL, cell - 10), size or SMALL)
    for number, (query, one) in enumerate(zip(queries, maps, strict=True), 1):
        left = PAD + number * step
        canvas.text(left, PAD + 14, query, NAME, QUERY, "left", columns * cell)
        canvas.matrix(left, top, [[weight_colour(weight) for weight in row] for row in one], cell)
        for (i, j), weight in np.ndenumerate(one) if size else ():
            canvas.text(left + (j + 0.5) * cell, top + (i + 0.5) * cell, fixed(weight), size, ink_on(weight_colour(weight)))
    return canvas.figure

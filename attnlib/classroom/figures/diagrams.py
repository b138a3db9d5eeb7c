"""Diagrams drawn from arrays: the way of one query, lines of attention between words, a mask on its scores.

Each returns a Picture whose text twin holds the same numbers, in the notebook's language.
Queries are orange, keys blue, values green, outputs purple; weights are ink on white.
"""

import numpy as np

from attnlib.classroom.figures.canvas import NAME, NOTE, NUMBER, SMALL, TALLEST, WIDEST, Canvas, name_width, tokens_of
from attnlib.classroom.figures.font import text_width, title_size
from attnlib.classroom.figures.page import PAD, Picture, in_our_style
from attnlib.classroom.figures.palette import (
    FAINT,
    GREY,
    INK,
    KEY,
    LINE,
    OUTPUT,
    PANEL,
    QUERY,
    VALUE,
    ink_on,
    tint,
    weight_colour,
)
from attnlib.classroom.labels import current_language, label
from attnlib.classroom.labels.formatting import even, fixed, one_line, short
from attnlib.classroom.labels.lexicon import gloss, with_gloss
from attnlib.kernels import softmax
from attnlib.validate import array_of, boolean_mask, finite_number, real

NAME_ROOM, SHORT_NAME = 170, 70   # a longer token ends in …, sooner where there is little room
WORD, APART = 44, 22   # how tall a word's box is, and how far the next one at least

# One query


def one_query(query, keys, values, name=None, names=None, scale=1):
    """A Picture of one query's way to its output: softmax(scale · keys @ query) @ values, with every number.

    query (d,), keys (n, d), values (n, d_v): 2 to 6 keys, vectors of 1 to 4 numbers from −99 to 99. `name` is the query's,
    `names` are the keys'. Raises ValueError or TypeError, naming the argument, for anything that has no room.
    """
    query, keys, values = (_numbers(*pair) for pair in (("query", query), ("keys", keys), ("values", values)))
    if query.ndim != 1 or not 1 <= query.size <= 4:
        raise ValueError(f"query has shape {query.shape}, and this picture needs one vector of 1 to 4 numbers")
    if keys.ndim != 2 or not 2 <= len(keys) <= 6 or keys.shape[1] != query.size:
        raise ValueError(f"keys has shape {keys.shape}, and a query of {query.size} needs (2 to 6, {query.size})")
    if values.ndim != 2 or len(values) != len(keys) or not 1 <= values.shape[1] <= 4:
        raise ValueError(f"values has shape {values.shape}, and {len(keys)} keys need ({len(keys)}, 1 to 4)")
    scale = finite_number("scale", scale, np.dtype(float))
    name = "q" if name is None else one_line(name)
    names = [f"k{i + 1}" for i in range(len(keys))] if names is None else tokens_of("names", names, len(keys), least=len(keys))

    scores = keys @ query * scale
    weights = softmax(scores)
    parts = weights[:, None] * values
    numbers = dict(query=query, keys=keys, values=values, parts=parts, output=parts.sum(axis=0))
    written = {what: [[_written(x) for x in row] for row in np.atleast_2d(numbers[what])] for what in numbers}
    score_texts, weight_texts = [_written(score) for score in scores], [fixed(weight) for weight in weights]

    lines = [label("alt-one-query", name=with_gloss(name), query=_vector(written["query"][0]))]
    if scale != 1:
        lines.append(label("alt-scaled", scale=_written(scale)))
    lines += [label("alt-one-key", name=with_gloss(token), vector=_vector(key), score=score, weight=weight, value=_vector(value),
                    part=_vector(part))
              for token, key, score, weight, value, part in zip(names, written["keys"], score_texts, weight_texts,
                                                                written["values"], written["parts"], strict=True)]
    lines.append(label("alt-output", output=_vector(written["output"][0])))
    product = "q · k" if scale == 1 else f"q · k × {_written(scale)}"
    figure = _draw_one_query(name, names, product, score_texts, weights, weight_texts, **written)
    return Picture(figure, "\n".join(lines), [name, *names])


@in_our_style
def _draw_one_query(name, names, product, scores, weights, weight_texts, query, keys, values, parts, output):
    n, softmax_width = len(keys), 34
    longest = max(name_width(token, NAME_ROOM) for token in (name, *names))

    # the largest letters with which all columns fit side by side
    for size in (26, 24, 22, 20, 18):
        bar, gap = 4 * size, size + 6
        key_cell, value_cell, part_cell = (max(40, max(text_width(text, size) for row in rows for text in row) + size - 11)
                                           for rows in (query + keys, values, parts + output))
        widths = [max(inner, text_width(label(f"draw-{title}"), NOTE)) for title, inner in (
            ("keys", key_cell * len(query[0])), ("score", max(text_width(text, size) for text in scores)),
            ("weight", bar + 10 + text_width("0,00", size)), ("values", value_cell * len(values[0])),
            ("share", part_cell * len(values[0])))]
        gaps = np.array([0, 20 + gap, 2 * gap + softmax_width, gap, gap])
        rest = 2 * PAD + 14 + sum(widths) + gaps.sum() + 22   # a + behind the last column
        if rest + longest <= WIDEST:
            break
    names_width = min(longest, WIDEST - rest)
    if names_width < min(longest, SHORT_NAME):
        raise ValueError("the numbers of query, keys and values do not fit side by side: this picture needs shorter vectors, or "
                         "numbers of fewer digits")
    pitch = min(66, (TALLEST - 100) / (n + 2))
    height = min(44, pitch - 6)
    top = PAD + 26 + height + 46   # of the keys
    bottom = top + n * pitch
    canvas = Canvas(rest + names_width, bottom + 8 + height + PAD)

    x_names = PAD + names_width
    x_key, x_score, x_bar, x_value, x_part = x_names + 14 + np.cumsum([0, *widths[:-1]]) + np.cumsum(gaps)
    score_middle, x_softmax = x_score + widths[1] / 2, x_bar - gap - softmax_width
    y_query, y_title, y_output = PAD + 26 + height / 2, top - 20, bottom + 8 + height / 2

    # the query, above the keys that it meets number by number
    canvas.text(x_key, PAD + 8, label("draw-query"), NOTE, QUERY, "left")
    canvas.name(x_names, y_query, name, QUERY, "right", names_width)
    canvas.vector(x_key, y_query, query[0], key_cell, height, QUERY, size)
    canvas.arrow((x_key + key_cell * len(query[0]), y_query), (score_middle, y_query), (score_middle, y_title - 15), colour=QUERY)
    canvas.text(score_middle + 14, y_query, product, NOTE, GREY, "left")
    for x, title, colour in ((x_key, "keys", KEY), (x_bar, "weight", GREY), (x_value, "values", VALUE), (x_part, "share", GREY)):
        canvas.text(x, y_title, label(f"draw-{title}"), NOTE, colour, "left")
    canvas.text(score_middle, y_title, label("draw-score"), NOTE, GREY)
    canvas.box(x_softmax, top, softmax_width, n * pitch, PANEL, PANEL)
    canvas.upright(x_softmax + softmax_width / 2, (top + bottom) / 2, label("draw-softmax"), NOTE, GREY)

    for i, token in enumerate(names):
        y, half = top + (i + 0.5) * pitch, text_width(scores[i], size) / 2 + 8
        canvas.name(x_names, y, token, INK, "right", names_width)
        canvas.vector(x_key, y, keys[i], key_cell, height, KEY, size)
        canvas.arrow((x_key + key_cell * len(keys[i]) + 6, y), (score_middle - half, y))
        canvas.text(score_middle, y, scores[i], size)
        canvas.arrow((score_middle + half, y), (x_softmax - 3, y))
        canvas.arrow((x_softmax + softmax_width + 3, y), (x_bar - 5, y))
        canvas.box(x_bar, y - 11, bar, 22, PANEL, PANEL, radius=4, line=0)
        if weights[i] * bar >= 1:
            canvas.box(x_bar, y - 11, weights[i] * bar, 22, weight_colour(1), weight_colour(1), min(4, weights[i] * bar / 2), 0)
        canvas.text(x_bar + bar + 10, y, weight_texts[i], size, align="left")
        canvas.text(x_value - gap / 2, y, "×", size, GREY)
        canvas.vector(x_value, y, values[i], value_cell, height, VALUE, size)
        canvas.text((x_value + value_cell * len(values[i]) + x_part) / 2, y, "=", size, GREY)
        canvas.vector(x_part, y, parts[i], part_cell, height, FAINT, size, 0)
        canvas.text(x_part + part_cell * len(parts[i]) + 14, y, "+" if i < n - 1 else "", size, GREY)

    canvas.arrow((x_part, bottom + 1), (x_part + part_cell * len(output[0]), bottom + 1), line=2, colour=INK, head=False)
    canvas.text(x_part - 14, y_output, label("draw-output"), NAME, OUTPUT, "right")
    canvas.vector(x_part, y_output, output[0], part_cell, height, OUTPUT, size, 0.2)
    return canvas.figure


# Lines between words


def links(weights, queries, keys, title=None):
    """A Picture of weights (queries, keys), each from 0 to 1, as lines from queries above to keys below.

    1 to 10 words in each row. Rows need not sum to 1; booleans are pairs, a line for each True. Raises ValueError or TypeError,
    naming the argument.
    """
    queries, keys = tokens_of("queries", queries, 10), tokens_of("keys", keys, 10)
    in_words = _pairs_in_words if np.asarray(weights).dtype == bool else _links_in_words
    weights = _weights(weights, (len(queries), len(keys)))
    title = "" if title is None else one_line(title)
    lines = [title] if title else []
    lines += in_words(weights, queries, keys)
    return Picture(_draw_rows(queries, keys, weights, title=title), "\n".join(lines), queries + keys)


def encoder_decoder(source, target, weights=None):
    """A Picture of a translation: all of the source through one vector; with weights (targets, sources), lines of attention.

    1 to 10 words in each. Raises ValueError or TypeError, naming the argument, as `links` does.
    """
    source, target = tokens_of("source", source, 10), tokens_of("target", target, 10)
    words = dict(source=" ".join(source), target=" ".join(target))
    captions = label("draw-encoder-reads"), label("draw-decoder-writes")
    if weights is None:
        return Picture(_draw_rows(source, target, None, captions), label("alt-bottleneck", **words), source + target)
    weights = _weights(weights, (len(target), len(source)))
    lines = [label("alt-encoder-decoder", **words), *_largest_in_words(weights, target, source)]
    return Picture(_draw_rows(source, target, weights, captions), "\n".join(lines), source + target)


@in_our_style
def _draw_rows(upper, lower, weights, captions=("", ""), title=""):
    """Two rows of words; between them lines of weights (queries, keys), or, for None, everything through one vector.

    The queries are below where the rows have captions: there the lower sentence asks the upper one.
    """
    most = WIDEST - 2 * PAD
    room = next(room for room in range(260, 20, -4) if max(_row_width(tokens, room) for tokens in (upper, lower)) <= most)
    roomy = max(_row_width(tokens, room, 60) for tokens in (upper, lower))
    size = title_size(title)
    inner = max(520, min(most, roomy), *(text_width(text, NOTE) for text in captions), text_width(title, size))
    caption = 34 if any(captions) else 0
    above, below = (26 * any(map(gloss, tokens)) for tokens in (upper, lower))
    heading = 46 if title else 0
    top = PAD + heading + caption + above
    bottom = top + WORD + min(210, TALLEST - top - 2 * WORD - below - caption - PAD)
    canvas = Canvas(inner + 2 * PAD, bottom + WORD + below + caption + PAD)

    canvas.text(PAD, PAD + 16, title, size, align="left")
    canvas.text(PAD, PAD + 10, captions[0], NOTE, GREY, "left")
    canvas.text(PAD, canvas.height - PAD - 10, captions[1], NOTE, GREY, "left")
    ups, downs = _places(upper, room, inner), _places(lower, room, inner)
    start, end = top + WORD + 2, bottom - 2
    if weights is None:
        x, y = canvas.width / 2, (start + end) / 2
        for place in ups:
            canvas.arrow((place, start), (x + 0.2 * (place - x), y - 26), line=2)
        for place in downs:
            canvas.arrow((x + 0.2 * (place - x), y + 26), (place, end), line=2)
        canvas.matrix(x - 80, y - 20, [[tint(OUTPUT, 0.5)] * 4], 40)
        canvas.text(x + 92, y, label("draw-one-vector"), NAME, OUTPUT, "left")
    else:
        # a query's largest weight stands at its foot, and its lines begin behind the number; of one query, at each key
        single = len(weights) == 1 and not caption
        asks, answers = ([(x, end - 28) for x in downs], [(x, start) for x in ups]) if caption else (
            [(x, start + 28 * (not single)) for x in ups], [(x, end - 28 * single) for x in downs])
        for i, j in zip(*np.unravel_index(np.argsort(weights, axis=None), weights.shape), strict=True):
            canvas.link(asks[i], answers[j], weights[i, j])
        for (x, y), row in zip(asks, weights, strict=True) if not single else ():
            canvas.text(x, y + (13 if caption else -13), fixed(row.max()), NUMBER)
        for (x, y), weight in zip(answers, weights[0], strict=True) if single else ():
            canvas.text(x, y + 14, fixed(weight), NUMBER)
    colours = (LINE, LINE) if weights is None else (KEY, QUERY) if caption else (QUERY, KEY)
    for tokens, places, y, y_gloss, colour in ((upper, ups, top, top - 14, colours[0]),
                                               (lower, downs, bottom, bottom + WORD + 14, colours[1])):
        for token, x in zip(tokens, places, strict=True):
            width = min(room, text_width(token, NAME)) + 20
            canvas.box(x - width / 2, y, width, WORD, tint(colour, 0.14), colour)
            canvas.text(x, y + WORD / 2, token, room=room)
            canvas.text(x, y_gloss, gloss(token) or "", SMALL, GREY, room=room)
    return canvas.figure


def _widths(tokens, room):
    return np.array([name_width(token, room) + 20 for token in tokens])


def _row_width(tokens, room, apart=APART):
    return _widths(tokens, room).sum() + apart * len(tokens)


def _places(tokens, room, inner):
    """The middles of words that share out a row evenly."""
    widths = _widths(tokens, room)
    gap = (inner - widths.sum()) / len(tokens)
    return PAD + gap / 2 + np.cumsum(widths + gap) - gap - widths / 2


def _links_in_words(weights, queries, keys):
    return [label("alt-links"), *_largest_in_words(weights, queries, keys)]


def _pairs_in_words(weights, queries, keys):
    """For each query the keys that it has a line to."""
    keys, lines = _named(keys), [label("alt-pairs")]
    for query, row in zip(_named(queries), weights, strict=True):
        partners = ", ".join(key for key, weight in zip(keys, row, strict=True) if weight)
        lines.append(f"{query} → {partners}." if partners else label("alt-pair-none", query=query))
    return lines


def _largest_in_words(weights, queries, keys):
    """For each query its largest key."""
    keys, lines = _named(keys), []
    for query, row in zip(_named(queries), weights, strict=True):
        largest = [key for key, weight in zip(keys, row, strict=True) if weight > row.max() - 1e-6]
        if 1 < len(largest) == len(keys):
            lines.append(label("alt-link-equal", query=query, value=fixed(row.max())))
        else:
            lines.append(label("alt-link", query=query, keys=", ".join(largest), value=fixed(row.max())))
    return lines


# A mask


def mask_on_scores(scores, mask, tokens):
    """A Picture of scores (n, n) with what a boolean mask hides struck out, and of the weights that come out.

    mask broadcasts to (n, n), True = may attend; 2 to 6 tokens, scores from −99 to 99.
    Raises ValueError or TypeError, naming the argument.
    """
    tokens, scores = tokens_of("tokens", tokens, 6, least=2), _numbers("scores", scores)
    n = len(tokens)
    if scores.shape != (n, n):
        raise ValueError(f"scores has shape {scores.shape}, and {n} tokens need ({n}, {n})")
    mask = array_of("mask", mask)
    if mask.ndim > 2:
        raise ValueError(f"mask has shape {mask.shape}, and this picture needs one that broadcasts to ({n}, {n})")
    mask = np.broadcast_to(boolean_mask(mask, scores.shape), scores.shape)
    weights = softmax(np.where(mask, scores, -np.inf))

    lines, named = [label("alt-mask")], _named(tokens)
    for query, open_to, row in zip(named, mask, weights, strict=True):
        seen = [f"{key} {fixed(weight)}" for key, weight, shown in zip(named, row, open_to, strict=True) if shown]
        hidden = [key for key, shown in zip(named, open_to, strict=True) if not shown]
        separator = "; " if current_language() == "pt" else ", "
        lines.append(label("alt-mask-row", query=query, seen=separator.join(seen) or "–", hidden=separator.join(hidden) or "–"))
    return Picture(_draw_mask(scores, mask, weights, tokens), "\n".join(lines), tokens)


@in_our_style
def _draw_mask(scores, mask, weights, tokens):
    n, step = len(tokens), 90
    names_width = max(name_width(token, NAME_ROOM) for token in tokens)
    number_width = max(text_width(_written(x), 1) for x in scores.flat)
    widest = max(number_width * NAME, *(text_width(token, NOTE) for token in tokens))
    cell = min(max(72, widest + 20), 118, (WIDEST - 2 * PAD - names_width - 14 - step) / (2 * n))
    size = min(NAME, (cell - 12) / number_width)
    height = min(60, (TALLEST - 2 * PAD - 74 - 46) / n)
    top, left = PAD + 74, PAD + names_width + 14
    right = left + n * cell + step   # of the weights, their left edge
    bottom = top + n * height
    legend_width = left + 56 + text_width(label("draw-hidden"), NUMBER)
    canvas = Canvas(max(right + n * cell, legend_width) + PAD, bottom + 46 + PAD)
    for x, title in ((left, "scores"), (right, "weights")):
        canvas.text(x, PAD + 12, label(f"draw-{title}"), NAME, GREY, "left")
        for j, token in enumerate(tokens):
            canvas.text(x + (j + 0.5) * cell, top - 18, token, NOTE, KEY, room=cell - 8)
    canvas.matrix(left, top, [[None if shown else FAINT for shown in row] for row in mask], cell, height)
    canvas.matrix(right, top, [[weight_colour(weight) if weight else None for weight in row] for row in weights], cell, height)
    for i, token in enumerate(tokens):
        y = top + (i + 0.5) * height
        canvas.name(left - 14, y, token, QUERY, "right", NAME_ROOM)
        for j in range(n):
            x, text = left + (j + 0.5) * cell, _written(scores[i, j])
            canvas.text(x, y, text, size, INK if mask[i, j] else GREY)
            if not mask[i, j]:
                half = min(text_width(text, size) / 2 + 6, cell / 2 - 4)
                canvas.arrow((x - half, y + 11), (x + half, y - 11), colour=INK, line=2, head=False)
            canvas.text(right + (j + 0.5) * cell, y, fixed(weights[i, j]) if mask[i, j] else "0", size,
                        ink_on(weight_colour(weights[i, j])))
        canvas.arrow((right - step + 8, y), (right - step / 2 - 19, y))
        canvas.arrow((right - step / 2 + 19, y), (right - 6, y))
    canvas.box(right - step / 2 - 17, top, 34, n * height, PANEL, PANEL)
    canvas.upright(right - step / 2, (top + bottom) / 2, label("draw-softmax"), NOTE, GREY)
    canvas.box(left, bottom + 18, 44, 26, FAINT, FAINT, radius=5)
    canvas.arrow((left + 9, bottom + 39), (left + 35, bottom + 23), colour=INK, line=2, head=False)
    canvas.text(left + 56, bottom + 31, label("draw-hidden"), NUMBER, GREY, "left")
    return canvas.figure


# What the pictures check, and how they write


def _numbers(name, numbers):
    numbers = np.round(real(name, numbers).astype(float), 9) + 0.0   # two machines may differ in the last digits
    if np.abs(numbers).max(initial=0) > 99:
        raise ValueError(f"{name} holds {numbers.flat[np.abs(numbers).argmax()]:.6g}, and this picture has room for −99 to 99")
    return numbers


def _weights(weights, shape):
    weights = array_of("weights", weights)
    if weights.dtype.kind not in "biuf":
        raise TypeError(f"weights holds {weights.dtype}, and this picture needs real numbers")
    if weights.shape != shape:
        raise ValueError(f"weights has shape {weights.shape}, and these words need {shape}: (queries, keys)")
    if not (weights.min() >= 0 and weights.max() <= 1 + 1e-6):   # NaN is neither
        raise ValueError(f"weights go from {weights.min():.4g} to {weights.max():.4g}, and lines need 0 to 1")
    return np.minimum(np.round(weights.astype(float), 9), 1)


def _written(number):
    """1   0,42   −12,30: whole numbers short, others with two decimals."""
    return short(number) if number == round(number) else even(number)


def _vector(texts):
    return "(" + ("; " if current_language() == "pt" else ", ").join(texts) + ")"


def _named(tokens):
    """With glosses; one that comes back is counted."""
    return [label("alt-nth", token=with_gloss(token), nth=tokens[:i + 1].count(token)) if tokens.count(token) > 1
            else with_gloss(token) for i, token in enumerate(tokens)]

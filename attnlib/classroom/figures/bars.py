"""Bars of what each name has: its score, its exponential, its share, side by side."""

import numpy as np

from attnlib.classroom.figures.canvas import NAME, NOTE, TALLEST, WIDEST, Canvas, name_width, tokens_of
from attnlib.classroom.figures.font import text_width
from attnlib.classroom.figures.page import PAD, Picture, in_our_style
from attnlib.classroom.figures.palette import GREY, INK, LINE, PANEL, QUERY, tint, weight_colour
from attnlib.classroom.labels import LABELS, current_language, label
from attnlib.classroom.labels.formatting import fixed
from attnlib.classroom.labels.lexicon import with_gloss
from attnlib.validate import array_of

MOST, MOST_PANELS = 8, 4
NAME_ROOM, PANEL_WIDTH, APART = 200, 440, 40


def bars(names, **panels):
    """A Picture of one bar a name in each of 1 to 4 panels: bars(words, scores=s, shares=softmax(s)).

    2 to 8 names, and in each panel as many numbers from −9999 to 9999. A panel's keyword with a label `table-…` shows in the
    reader's language. Numbers from −1 to 1 have one scale in all panels, where a share lies in the whole, which is 1.
    Raises ValueError or TypeError, naming the argument.
    """
    names = tokens_of("names", names, MOST, least=2)
    if not 1 <= len(panels) <= MOST_PANELS:
        raise ValueError(f"bars has {len(panels)} panels, and this picture needs 1 to {MOST_PANELS}, such as scores=…")
    numbers = {_title(name): _numbers(name, values, len(names)) for name, values in panels.items()}
    texts = {title: [fixed(x, 0 if (values == values.round()).all() else 2) for x in values] for title, values in numbers.items()}
    separator = "; " if current_language() == "pt" else ", "
    lines = [label("alt-bars", titles=", ".join(texts))]
    for i, name in enumerate(names):
        row = separator.join(f"{title} {column[i]}" for title, column in texts.items())
        lines.append(label("alt-bars-row", name=with_gloss(name), numbers=row))
    return Picture(_draw(names, numbers, texts), "\n".join(lines), names)


def _title(name):
    return label(f"table-{name}") if f"table-{name}" in LABELS else name


def _numbers(name, values, count):
    values = array_of(name, values)
    if values.dtype.kind not in "biuf" or values.shape != (count,):
        raise ValueError(f"{name} has shape {values.shape} of {values.dtype}, and {count} names need {count} real numbers")
    values = np.round(values.astype(float), 9) + 0.0   # two machines may differ in the last digits
    if not (np.abs(values) <= 9999).all():   # NaN is not
        raise ValueError(f"{name} is {values.tolist()}, and this picture has room for −9999 to 9999")
    return values


@in_our_style
def _draw(names, numbers, texts):
    names_width = max(name_width(name, NAME_ROOM) for name in names)
    left = PAD + names_width + 18
    width = min(PANEL_WIDTH, (WIDEST - PAD - left + APART) / len(numbers) - APART)
    pitch = min(64, (TALLEST - 2 * PAD - 40) / len(names))
    top, tall = PAD + 40, min(36, pitch - 12)
    canvas = Canvas(left + len(numbers) * (width + APART) - APART + PAD, top + len(names) * pitch + PAD)
    for i, name in enumerate(names):
        canvas.name(left - 18, top + (i + 0.5) * pitch, name, INK, "right", NAME_ROOM)

    # how far each panel goes, and how many pixels 1 takes: the same where nothing leaves −1 to 1
    spans = {title: (min(0, values.min()), max(values.max(), 0 if values.min() < 0 else 1)) for title, values in numbers.items()}
    rooms = {title: width - 12 - max(text_width(text, NAME) for text in column) for title, column in texts.items()}
    units = {title: rooms[title] / max(high - low, 1e-9) for title, (low, high) in spans.items()}
    small = [title for title, values in numbers.items() if np.abs(values).max() <= 1]
    units |= dict.fromkeys(small, min((units[title] for title in small), default=0))
    for panel, (title, values) in enumerate(numbers.items()):
        x, unit, (low, high) = left + panel * (width + APART), units[title], spans[title]
        zero, share = x - low * unit, title in small and low == 0
        canvas.text(x, PAD + 12, title, NOTE, GREY, "left", width)
        for i, value in enumerate(values):
            y = top + (i + 0.5) * pitch
            if share:   # its track is the whole
                canvas.box(zero, y - tall / 2, high * unit, tall, PANEL, PANEL, radius=4, line=0)
            size = abs(value) * unit
            if size >= 1:
                colour = weight_colour(1) if share else tint(QUERY, 0.8) if value < 0 else weight_colour(0.5)
                canvas.box(zero - size * (value < 0), y - tall / 2, size, tall, colour, colour, min(4, size / 2), 0)
            canvas.text(x + width, y, texts[title][i], NAME, align="right")
        canvas.arrow((zero, top), (zero, top + len(names) * pitch), colour=LINE, line=2, head=False)
    return canvas.figure

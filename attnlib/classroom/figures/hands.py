"""Vectors of two numbers as the hands of clocks: what a position turns, and the angle that stays."""

import numpy as np
from matplotlib.patches import Arc, Circle

from attnlib.classroom.figures.canvas import NAME, NOTE, WIDEST, Canvas
from attnlib.classroom.figures.font import text_width
from attnlib.classroom.figures.page import PAD, Picture, in_our_style
from attnlib.classroom.figures.palette import FAINT, GREY, INK, KEY, OUTPUT, QUERY, VALUE
from attnlib.classroom.labels import current_language, label
from attnlib.classroom.labels.formatting import even, one_line
from attnlib.validate import real

MOST_CLOCKS, MOST_HANDS = 5, 4
COLOURS = QUERY, KEY, VALUE, OUTPUT
APART = 40


def hands(clocks):
    """A Picture of {title: {name: (x, y)}}: a clock for each title, a hand for each name, from the middle to (x, y).

    1 to 5 clocks of 1 to 4 hands; all are drawn to one scale. Two hands have the angle between them written at the foot.
    Angles count from the right, against the clock, as a sine counts them. Raises ValueError or TypeError, naming the argument.
    """
    if not isinstance(clocks, dict) or not all(isinstance(clock, dict) for clock in clocks.values()):
        raise TypeError("clocks needs to be {title: {name: (x, y)}}")
    if not 1 <= len(clocks) <= MOST_CLOCKS:
        raise ValueError(f"clocks has {len(clocks)} titles, and this picture needs 1 to {MOST_CLOCKS}")
    checked = {}
    for title, clock in clocks.items():
        if not 1 <= len(clock) <= MOST_HANDS:
            raise ValueError(f"clocks[{title!r}] has {len(clock)} hands, and this picture needs 1 to {MOST_HANDS}")
        checked[one_line(title)] = {one_line(name): _point(f"clocks[{title!r}][{name!r}]", point)
                                    for name, point in clock.items()}
    lines = [label("alt-hands")]
    for title, clock in checked.items():
        told = "; ".join(f"{name} {_written(point)}, {_degrees(point)}°" for name, point in clock.items())
        lines.append(f"{title}: {told}." + (f" ({_between(clock)})" if len(clock) == 2 else ""))
    return Picture(_draw(checked), "\n".join(lines))


@in_our_style
def _draw(clocks):
    longest = max(np.hypot(*point) for clock in clocks.values() for point in clock.values())
    names = max(text_width(name, NAME) for clock in clocks.values() for name in clock)
    foot = 34 * any(len(clock) == 2 for clock in clocks.values())
    titles = max(text_width(title, NOTE) for title in clocks)
    room = (WIDEST - 2 * PAD - APART * (len(clocks) - 1)) / len(clocks)
    radius = min(116, (room - 2 * names - 16) / 2)
    step = max(2 * radius + 2 * names + 16, titles, text_width(label("hands-between", degrees="180"), NOTE) * bool(foot)) + APART
    canvas = Canvas(2 * PAD + step * len(clocks) - APART, 2 * PAD + 40 + 2 * radius + 60 + foot)
    for number, (title, clock) in enumerate(clocks.items()):
        x, y = PAD + (step - APART) / 2 + number * step, PAD + 40 + radius + 30
        canvas.text(x, PAD + 12, title, NOTE, GREY)
        canvas.axes.add_patch(Circle((x, y), radius, fill=False, edgecolor=FAINT, linewidth=2))
        for dx, dy in ((radius, 0), (0, radius)):
            canvas.arrow((x - dx, y - dy), (x + dx, y + dy), colour=FAINT, line=1, head=False)
        if len(clock) == 2:
            start, turn = _turn(*clock.values())
            canvas.axes.add_patch(Arc((x, y), radius, radius, theta1=-(start + max(turn, 0)), theta2=-(start + min(turn, 0)),
                                      edgecolor=INK, linewidth=2))
            canvas.text(x, canvas.height - PAD - 14, _between(clock), NOTE, INK)
        for (name, point), colour in zip(clock.items(), COLOURS, strict=False):
            across, up = np.array(point) / longest * radius
            canvas.arrow((x, y), (x + across, y - up), colour=colour, line=4)
            far = 1 + (14 + text_width(name, NAME) / 2 * abs(across) / max(1e-9, np.hypot(across, up))) / np.hypot(across, up)
            canvas.text(x + across * far, y - up * far, name, NAME, colour)
    return canvas.figure


def _point(name, point):
    array = real(name, point).astype(float)
    if array.shape != (2,):
        raise ValueError(f"{name} has shape {array.shape}, and a hand needs (x, y)")
    if not 1e-6 < np.hypot(*array) < 1e6:
        raise ValueError(f"{name} is {array.tolist()}, and a hand needs a length that can be drawn")
    return tuple((np.round(array, 9) + 0.0).tolist())


def _turn(first, second):
    """The angle of the first in degrees, and how far from it the second is, from −180 to 180."""
    a, b = (np.degrees(np.arctan2(y, x)) for x, y in (first, second))
    return a, (b - a + 180) % 360 - 180


def _between(clock):
    return label("hands-between", degrees=f"{abs(_turn(*clock.values())[1]):.0f}")


def _degrees(point):
    return round(float(np.degrees(np.arctan2(point[1], point[0]))) % 360) % 360


def _written(point):
    return "(" + ("; " if current_language() == "pt" else ", ").join(map(even, point)) + ")"

"""The course's colours, once: figures, diagrams, tables and explorers take them from here.

explorers.css and parts.js repeat them for the browser, and tests/test_palette.py holds those to these.

Weights are ink on white paper: 0 is white, and ink grows with the weight, always from 0 to 1. Luminance only falls, so that
grey print keeps the order; it falls fast at first, so that 0.1 and 0.2 differ to the eye.
"""

import numpy as np
from matplotlib.colors import ListedColormap

PAPER, INK = "#ffffff", "#16181d"
GREY = "#4a4f5a"    # second to INK, for what is not the point: axis titles, glosses (8.2 : 1 on paper)
LINE = "#6b7280"    # strokes and frames (4.8 : 1)
FAINT = "#c9cdd6"   # grids, and the edges of cells
PANEL = "#f0f1f5"   # a quiet surface

# Four roles, the same in every picture; each reads as text on paper (≥ 4.5 : 1) and differs from the others for the colour-blind
QUERY, KEY, VALUE, OUTPUT = "#c04f00", "#1a6fd0", "#00684a", "#6b1d6e"

INKS = ("#ffffff", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c", "#08306b")   # ColorBrewer's Blues
EMBERS = ("#ffffff", "#fee6ce", "#fdd0a2", "#fdae6b", "#fd8d3c", "#f16913", "#d94801", "#a63603", "#7f2704")  # and its Oranges
BEND = 0.6          # colour ~ weight ** BEND: 0.1 has a quarter of the ink, not a tenth
STEPS = 256


def _ramp(colours):
    """(STEPS, 3) of red, green, blue from 0 to 1."""
    corners = np.array([_channels(colour) for colour in colours])
    places = np.linspace(0, 1, STEPS) ** BEND * (len(colours) - 1)
    return np.stack([np.interp(places, range(len(colours)), channel) for channel in corners.T], axis=1)


def _channels(colour):
    return np.array([int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)])


def _hex(channels):
    return "#" + "".join(f"{int(255 * channel + 0.5):02x}" for channel in channels)


WEIGHTS = tuple(map(_hex, _ramp(INKS)))                         # of a weight from 0 to 1, in STEPS
VALUES = tuple(map(_hex, _ramp(EMBERS)[:0:-1])) + WEIGHTS       # of a value from −1 (orange) over 0 (white) to 1 (blue)
WEIGHT_MAP, VALUE_MAP = ListedColormap(WEIGHTS), ListedColormap(VALUES)   # for matplotlib, with vmin=0 or −1, vmax=1


def weight_colour(weight):
    """The colour of a weight from 0 to 1, as "#rrggbb"."""
    return WEIGHTS[max(0, min(STEPS - 1, int(weight * STEPS)))]


def value_colour(value):
    """The colour of a value from −1 to 1, as "#rrggbb": orange below 0, blue above."""
    return VALUES[max(0, min(len(VALUES) - 1, int((value + 1) / 2 * len(VALUES))))]


def ink_on(colour):
    """Black or white, whichever stands out more from a colour: always at least 4.5 : 1."""
    return "#000000" if luminance(colour) > 0.179 else "#ffffff"


def luminance(colour):
    """Relative luminance from 0 to 1, as WCAG 2.2 defines it."""
    channels = _channels(colour)
    return float(np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722])


def tint(colour, share=0.15):
    """The colour thinned with paper: a fill on which INK can be read."""
    return _hex(share * _channels(colour) + (1 - share) * _channels(PAPER))

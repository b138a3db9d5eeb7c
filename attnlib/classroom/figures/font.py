"""Our font, which has both languages, and how wide a text is in it."""

import logging
import sys
from functools import cache
from pathlib import Path

if sys.platform == "emscripten":   # in a browser every visit is Matplotlib's first, and it would say so in a lesson's first cell
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)

from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.textpath import text_to_path

FONT_FILE = Path(__file__).parents[1] / "fonts" / "NotoSansKR-subset.otf"


@cache
def families():
    fontManager.addfont(FONT_FILE)
    return [FontProperties(fname=FONT_FILE).get_name(), "DejaVu Sans"]   # matplotlib ships DejaVu: ₂, ⊤, Ł


def font_of_size(size):
    return FontProperties(family=families(), size=size)


def text_width(text, size):
    return text_to_path.get_text_width_height_descent(text, font_of_size(size), ismath=False)[0]


def cut(text, size, room):
    """The text, ended in … where it is wider than `room`."""
    if text_width(text, size) <= room:
        return text
    while text and text_width(text + "…", size) > room:
        text = text[:-1]
    return text + "…"


def title_size(title):
    """The size of a title: smaller for one that would be wider than a slide."""
    return min(28, 28 * 1100 / max(1, text_width(title, 28)))


def baseline(middle, size):
    """Where to stand text whose digits, capitals and syllables should be centred on `middle`."""
    return middle + 0.37 * size

"""What all explorers share: one JavaScript module per widget, the words of the language, and a plain twin in text.

A widget keeps its state in traits and draws and recomputes in JavaScript, so it works with a kernel and without one.
Its twin, made by NumPy from the same traits, is what GitHub shows, a terminal prints and the notebook tests compare.
"""

import re
import unicodedata
from dataclasses import dataclass
from html import escape
from numbers import Integral, Real
from pathlib import Path

import anywidget
import traitlets

from attnlib.classroom.labels import LABELS, LANGUAGES, TAGS, current_language, label, template
from attnlib.classroom.labels.formatting import fixed, is_korean, short

HERE = Path(__file__).parent
TEMPERATURES = 0.1, 10
IMPORT = re.compile(r'^import [^;]*? from "\./([^"]*)";\n', flags=re.M)


def one_module(name):
    """The file and all that it imports joined to one ES module, since a widget cannot import: each once, before who needs it."""
    parts = {}

    def add(name):
        text = (HERE / name).read_text(encoding="utf-8")
        for needed in IMPORT.findall(text):
            if needed not in parts:
                add(needed)
        parts[name] = re.sub(r"^export (?!default)", "", IMPORT.sub("", text), flags=re.M)

    add(name)
    return "\n".join(parts.values())


def style_sheet():
    """The same for every explorer: on a page with several, the order of their styles would count."""
    return "".join((HERE / name).read_text(encoding="utf-8") for name in ("explorers.css", "charts.css"))


class Refused(traitlets.TraitError, ValueError):
    """An argument or a trait that does not fit; its message names it."""


def whole_number(name, value, low, high):
    """`value` as an int; Refused where it is none from `low` to `high`. NumPy's count, booleans and 3.0 do not."""
    if isinstance(value, Integral) and not isinstance(value, bool) and low <= value <= high:
        return int(value)
    raise Refused(f"{name} is {value!r}, and needs a whole number from {low} to {high}")


class Number(traitlets.Float):
    """A float from `min` to `max`: NumPy's count, booleans, text and NaN do not."""

    def validate(self, owner, value):
        if isinstance(value, Real) and not isinstance(value, bool) and self.min <= value <= self.max:   # False for NaN
            return float(value)
        raise Refused(f"{self.name} is {value!r}, and needs a number from {self.min} to {self.max}")


@dataclass
class Twin:
    """A table: texts for the caption, the corner, the column headers, and (row header, [cells]) for each row."""

    caption: str
    corner: str
    columns: list
    rows: list


class Explorer(anywidget.AnyWidget):
    """Subclasses set `_esm`, name the `words` their JavaScript needs, and make their `twin`."""

    _css = style_sheet()
    words = ()   # prefixes of the labels that JavaScript needs, beside "explorer-"

    language = traitlets.Enum(LANGUAGES).tag(sync=True)
    labels = traitlets.Dict().tag(sync=True)

    def __init__(self, **traits):
        traits.setdefault("language", current_language())
        try:
            super().__init__(**traits)
        except traitlets.TraitError as error:   # a bad argument is a ValueError, here as everywhere
            raise Refused(str(error)) from None
        self._use_words()

    @traitlets.observe("language")
    def _use_words(self, change=None):
        keys = [key for key in LABELS if key.startswith(("explorer-", *self.words))]
        self.labels = {"language-tag": TAGS[self.language], **{key: template(key, self.language) for key in keys}}

    def label(self, key, **values):
        return label(key, self.language, **values)

    def fixed(self, value, digits=2):
        return fixed(value, digits, self.language)

    def short(self, value):
        return short(value, self.language)

    def twin(self):
        """A Twin of what the widget shows now."""
        raise NotImplementedError

    def __repr__(self):
        return as_text(self.twin())

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is not None:
            twin = self.twin()
            bundle[0].update({"text/plain": as_text(twin), "text/html": as_html(twin)})   # an older anywidget cuts the text
        return bundle


# --- the twin ------------------------------------------------------------------------------------------------------------


def as_text(twin):
    """A table for a terminal, where a Hangul syllable is two columns wide."""
    lines = [[twin.corner, *twin.columns], *([header, *cells] for header, cells in twin.rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    table = [" ".join(_padded(text, widths[i], left=i == 0) for i, text in enumerate(line)) for line in lines]
    return "\n".join([twin.caption, *(line.rstrip() for line in table)])


def _width(text):
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
               for letter in text)


def _padded(text, width, left):
    space = " " * (width - _width(text))
    return text + space if left else " " + space + text


def as_html(twin):
    head = "".join(_header(text, "col") for text in twin.columns)
    rows = "".join(f"<tr>{_header(header, 'row')}{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
                   for header, cells in twin.rows)
    return (f"<table><caption>{escape(twin.caption)}</caption>"
            f"<thead><tr><td>{escape(twin.corner)}</td>{head}</tr></thead><tbody>{rows}</tbody></table>")


def _header(text, scope):
    lang = ' lang="ko"' if is_korean(text) else ""
    return f'<th scope="{scope}"{lang}>{escape(text)}</th>'

"""What all explorers share: one JavaScript module per widget, the words of the language, and a plain twin in text.

A widget keeps its state in traits and draws and recomputes in JavaScript, so it works with a kernel and without one.
Its twin, made by NumPy from the same traits, is what GitHub shows, a terminal prints and the notebook tests compare.
"""

import re
from dataclasses import dataclass
from html import escape
from numbers import Integral, Real
from pathlib import Path

import anywidget
import numpy as np
import traitlets

from attnlib.classroom.labels import LABELS, LANGUAGES, TAGS, current_language, gloss, label, template
from attnlib.classroom.labels.formatting import aligned, fixed, short
from attnlib.classroom.labels.lexicon import in_html, with_gloss
from attnlib.validate import array_of

HERE = Path(__file__).parent
TEMPERATURES = 0.1, 10
TOKENS = "query_tokens", "key_tokens", "names", "query_name"   # the traits that hold tokens, of those that have them
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
    names = "explorers.css", "charts.css", "seeing.css", "next_word.css"
    return "".join((HERE / name).read_text(encoding="utf-8") for name in names)


class Refused(traitlets.TraitError, ValueError):
    """An argument or a trait that does not fit; its message names it."""


def recorded_weights(weights, axes, most, too_many):
    """Weights over these axes as floats, from 0 to 1; Refused for anything else, and for more than `most` with `too_many`."""
    needs = f"and needs ({', '.join(axes)}): numbers from 0 to 1"
    try:
        array = array_of("weights", weights).astype(float)
    except (TypeError, ValueError):
        raise Refused(f"weights is no table of numbers, {needs}") from None
    if array.ndim != len(axes) or 0 in array.shape:
        raise Refused(f"weights has shape {array.shape}, {needs}")
    if array.size > most:
        raise Refused(f"weights holds {array.size} numbers, {too_many}")
    if not ((array >= 0) & (array <= 1 + 1e-6)).all():   # a float32 row sums to 1.0000001; False for NaN
        raise Refused(f"weights go from {array.min():.9g} to {array.max():.9g}, {needs}")
    return np.minimum(array, 1)


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
    glosses = traitlets.Dict().tag(sync=True)   # token: what it means, for tokens of another language

    def __init__(self, **traits):
        traits.setdefault("language", current_language())
        try:
            super().__init__(**traits)
        except traitlets.TraitError as error:   # a bad argument is a ValueError, here as everywhere
            raise Refused(str(error)) from None
        self._use_words()
        self._use_glosses()

    @traitlets.observe("language")
    def _use_words(self, change=None):
        keys = [key for key in LABELS if key.startswith(("explorer-", *self.words))]
        self.labels = {"language-tag": TAGS[self.language], **{key: template(key, self.language) for key in keys}}

    @traitlets.observe("language", *TOKENS)
    def _use_glosses(self, change=None):
        held = [getattr(self, name) for name in TOKENS if self.has_trait(name)]
        tokens = [token for one in held for token in ([one] if isinstance(one, str) else one)]
        self.glosses = {token: meaning for token in tokens if (meaning := gloss(token, self.language))}

    def label(self, key, **values):
        return label(key, self.language, **values)

    def fixed(self, value, digits=2):
        return fixed(value, digits, self.language)

    def short(self, value):
        return short(value, self.language)

    def glossed(self, token):
        return with_gloss(token, self.language)

    def twin(self):
        """A Twin of what the widget shows now."""
        raise NotImplementedError

    def __repr__(self):
        return as_text(self.twin(), self.language)

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is not None:
            twin = self.twin()
            bundle[0].update({"text/plain": as_text(twin, self.language),   # an older anywidget cuts the text
                              "text/html": as_html(twin, self.language)})
        return bundle


# --- the twin ------------------------------------------------------------------------------------------------------------


def as_text(twin, language=None):
    """A table for a terminal, where a Hangul syllable is two columns wide."""
    lines = [[twin.corner, *(with_gloss(text, language) for text in twin.columns)],
             *([with_gloss(header, language), *cells] for header, cells in twin.rows)]
    return f"{twin.caption}\n{aligned(lines)}"


def as_html(twin, language=None):
    head = "".join(f'<th scope="col">{in_html(text, language)}</th>' for text in twin.columns)
    rows = "".join(f'<tr><th scope="row">{in_html(name, language)}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
                   + "</tr>" for name, cells in twin.rows)
    return (f"<table><caption>{escape(twin.caption)}</caption>"
            f"<thead><tr><td>{escape(twin.corner)}</td>{head}</tr></thead><tbody>{rows}</tbody></table>")

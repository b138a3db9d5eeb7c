"""What all explorers share: one JavaScript module per widget, the words of the language, and a plain twin in text.

A widget keeps its state in traits and draws and recomputes in JavaScript, so it works with a kernel and without one.
Its twin, made by NumPy from the same traits, is what GitHub shows, a terminal prints and the notebook tests compare.
"""

import math
import re
import unicodedata
from dataclasses import dataclass
from html import escape
from pathlib import Path

import anywidget
import traitlets

from attnlib.classroom.labels import LABELS, LANGUAGES, current_language

HERE = Path(__file__).parent


def one_module(*names):
    """The files joined to one ES module, since a widget cannot import: shared files first, the widget's own last."""
    parts = []
    for name in names:
        text = (HERE / name).read_text(encoding="utf-8")
        text = re.sub(r'^import [^;]*? from "\./[^"]*";\n', "", text, flags=re.M)
        parts.append(re.sub(r"^export (?!default)", "", text, flags=re.M))
    return "\n".join(parts)


def style_sheet():
    """The same for every explorer: on a page with several, the order of their styles would count."""
    return "".join((HERE / name).read_text(encoding="utf-8") for name in ("explorers.css", "charts.css"))


class Refused(traitlets.TraitError, ValueError):
    """An argument or a trait that does not fit; its message names it."""


@dataclass
class Twin:
    """A table: texts for the caption, the corner, the column headers, and (row header, [cells]) for each row."""

    caption: str
    corner: str
    columns: list
    rows: list


class Explorer(anywidget.AnyWidget):
    """Subclasses set `_esm` and `_css`, name the `words` their JavaScript needs, and make their `twin`."""

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
        column = LANGUAGES.index(self.language)
        wanted = ("explorer-", *self.words)
        self.labels = {key: texts[column] for key, texts in LABELS.items() if key.startswith(wanted)}

    def label(self, key, **values):
        return LABELS[key][LANGUAGES.index(self.language)].format(**values)

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


# --- numbers and tokens as a reader sees them: the same rules stand in parts.js ---------------------------------------------


def fixed(value, digits=2, language=None):
    """0,50 in Portuguese, 0.50 in Korean; a true minus sign, and never −0,00."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "−∞" if value < 0 else "∞"
    # a hair away from zero, so that 0.125 is 0.13 in Python, in JavaScript and after any rounding error
    text = f"{abs(value) + (1e-9 if value else 0):.{digits}f}"
    sign = "−" if value < 0 and re.search("[1-9]", text) else ""
    return sign + (text.replace(".", ",") if (language or current_language()) == "pt" else text)


def even(value, language=None):
    """0,50   −12,30   1234   1,5e6: no more than 7 characters."""
    size = abs(value)
    if size >= 99999.5 and math.isfinite(size):
        power = math.floor(math.log10(size))
        power += fixed(size / 10**power, 1, "ko") == "10.0"   # 1.0e6, not 10.0e5
        return f"{fixed(value / 10**power, 1, language)}e{power}"
    return fixed(value, 0 if size >= 999.95 else 1 if size >= 99.995 else 2, language)


def short(value, language=None):
    """0,5   −12,3   8: as even, with no zeros at the end."""
    return re.sub(r"[.,]0+$|([.,]\d*[1-9])0+$", r"\1", even(value, language))


def one_line(text):
    """The text composed (a Mac may hand us 한 as three letters), with no line break."""
    return " ".join(unicodedata.normalize("NFC", str(text)).split())


# --- the twin ------------------------------------------------------------------------------------------------------------


def as_text(twin):
    """A table for a terminal, where a Hangul syllable is two columns wide."""
    lines = [[twin.corner, *twin.columns], *([header, *cells] for header, cells in twin.rows)]
    widths = [max(map(_width, column)) for column in zip(*lines)]
    table = [" ".join(_padded(text, width, left=not i) for i, (text, width) in enumerate(zip(line, widths))) for line in lines]
    return "\n".join([twin.caption, *(line.rstrip() for line in table)])


def _width(text):
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


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
    lang = ' lang="ko"' if re.search("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]", text) else ""
    return f'<th scope="{scope}"{lang}>{escape(text)}</th>'

"""Numbers and tokens as a reader sees them. `language` is "pt" or "ko"; None is the notebook's.

`fixed`, `even` and `short` stand in explorers/parts.js too, by the same rules.
"""

import math
import re
import unicodedata

from attnlib.classroom.labels.language import known


def decimal(value, digits=2, language=None):
    """0,25 in Portuguese, 0.25 in Korean: rounded as Python rounds, with Python's minus sign."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if known(language) == "pt" else text


def compact(value, language=None):
    """0,56   −3   12000   1,1·10¹⁰: two decimals at most, and short."""
    size = abs(value)
    if size and not 0.005 <= size < 99999.5:
        power = math.floor(math.log10(size))
        mantissa = decimal(value / 10**power, 1, language).removesuffix("0").rstrip(",.").replace("-", "−")
        return power_of_ten(power) if mantissa == "1" else f"{mantissa}·{power_of_ten(power)}"
    return decimal(value, 0 if value == round(value) or size >= 1000 else 2, language).replace("-", "−")


def power_of_ten(power):
    return "10" + str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def fixed(value, digits=2, language=None):
    """0,50 in Portuguese, 0.50 in Korean; a true minus sign, and never −0,00."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "−∞" if value < 0 else "∞"
    # a hair away from zero, so that 0.125 is 0.13 in Python, in JavaScript and after any rounding error
    text = decimal(abs(value) + (1e-9 if value else 0), digits, language)
    return "−" + text if value < 0 and re.search("[1-9]", text) else text


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


def is_korean(text):
    """Whether a screen reader should read the text as Korean."""
    return bool(re.search("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]", text))


def aligned(lines):
    """Lines of cells as a table for a terminal, where a Hangul syllable is two wide: the first column left, the rest right."""
    lines = [list(line) for line in lines]
    widths = [max(map(_columns, column)) for column in zip(*lines, strict=True)]

    def padded(i, text):
        space = " " * (widths[i] - _columns(text))
        return text + space if i == 0 else "  " + space + text

    return "\n".join("".join(padded(i, text) for i, text in enumerate(line)).rstrip() for line in lines)


def _columns(text):
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
               for letter in text)

"""Every string a learner sees that is not lesson prose, one column per language."""

from attnlib.classroom.labels.checks import CHECKS
from attnlib.classroom.labels.explorers import EXPLORERS
from attnlib.classroom.labels.figures import FIGURES
from attnlib.classroom.labels.site import SITE

LANGUAGES = ("pt", "ko")
LABELS = {**FIGURES, **EXPLORERS, **CHECKS, **SITE}   # key: (pt, ko)

_language = "pt"


def use_language(language):
    """Set the language of every label from here on: "pt" or "ko"."""
    if language not in LANGUAGES:
        raise ValueError(f"language is {language!r}, and must be one of {', '.join(LANGUAGES)}")
    global _language
    _language = language


def current_language():
    return _language


def label(key, **values):
    """The string `key` in the current language, with {values} filled in."""
    if key not in LABELS:
        raise KeyError(f"no label {key!r}; labels knows {', '.join(sorted(LABELS))}")
    return LABELS[key][LANGUAGES.index(_language)].format(**values)


def decimal(value, digits=2):
    """A number as the current language writes it: 0,25 in Portuguese, 0.25 in Korean."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if _language == "pt" else text

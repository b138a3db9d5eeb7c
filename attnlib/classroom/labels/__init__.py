"""Every string a learner sees that is not lesson prose, one column per language."""

from attnlib.classroom.labels.checks import CHECKS
from attnlib.classroom.labels.explorers import EXPLORERS
from attnlib.classroom.labels.figures import FIGURES
from attnlib.classroom.labels.site import SITE

LANGUAGES = ("pt", "ko")
TAGS = {"pt": "pt-BR", "ko": "ko-KR"}   # as HTML and Jupyter name them
LABELS = {**FIGURES, **EXPLORERS, **CHECKS, **SITE}   # key: (pt, ko)

_language = "pt"


def use_language(language):
    """Set the language of a notebook's labels from here on: "pt" or "ko"."""
    _known(language)
    global _language
    _language = language


def current_language():
    return _language


def label(key, language=None, **values):
    """The string `key` in a language (None: the notebook's), with {values} filled in."""
    if key not in LABELS:
        raise KeyError(f"no label {key!r}; labels knows {', '.join(sorted(LABELS))}")
    return LABELS[key][LANGUAGES.index(_known(language))].format(**values)


def decimal(value, digits=2, language=None):
    """A number as a language (None: the notebook's) writes it: 0,25 in Portuguese, 0.25 in Korean."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if _known(language) == "pt" else text


def _known(language):
    if language is not None and language not in LANGUAGES:
        raise ValueError(f"language is {language!r}, and must be one of {', '.join(LANGUAGES)}")
    return language or _language

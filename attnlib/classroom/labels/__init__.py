"""Every string a learner sees that is not lesson prose, one column per language."""

from attnlib.classroom.labels.checks import CHECKS
from attnlib.classroom.labels.diagrams import DIAGRAMS
from attnlib.classroom.labels.explorers import EXPLORERS
from attnlib.classroom.labels.figures import FIGURES
from attnlib.classroom.labels.formatting import decimal
from attnlib.classroom.labels.language import LANGUAGES, TAGS, current_language, known, use_language
from attnlib.classroom.labels.lexicon import choices, example, gloss
from attnlib.classroom.labels.site import SITE
from attnlib.classroom.labels.tables import TABLES

__all__ = ["LABELS", "LANGUAGES", "TAGS", "choices", "current_language", "decimal", "example", "gloss", "label", "template",
           "use_language"]

LABELS = {**FIGURES, **EXPLORERS, **CHECKS, **SITE, **TABLES, **DIAGRAMS}   # key: (pt, ko)


def label(key, language=None, **values):
    """The string `key` in a language (None: the notebook's), with {values} filled in."""
    return template(key, language).format(**values)


def template(key, language=None):
    """The string `key` in a language (None: the notebook's), its {values} still open."""
    if key not in LABELS:
        raise KeyError(f"no label {key!r}; labels knows {', '.join(sorted(LABELS))}")
    return LABELS[key][LANGUAGES.index(known(language))]

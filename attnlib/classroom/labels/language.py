"""The languages of the course, and the one that a notebook speaks."""

LANGUAGES = ("pt", "ko")
TAGS = {"pt": "pt-BR", "ko": "ko-KR"}   # as HTML and Jupyter name them

_language = "pt"


def use_language(language):
    """Set the language of a notebook's labels from here on: "pt" or "ko"."""
    global _language
    _language = known(language)


def current_language():
    return _language


def known(language):
    """The language asked for, or the notebook's for None; ValueError for one that the course does not speak."""
    if language is not None and language not in LANGUAGES:
        raise ValueError(f"language is {language!r}, and must be one of {', '.join(LANGUAGES)}")
    return language or _language

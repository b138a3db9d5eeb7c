"""Every string a learner sees that is not lesson prose, one column per language."""

LANGUAGES = ("pt", "ko")

LABELS = {
    # key: (pt, ko)
    "queries": ("consultas", "쿼리"),
    "keys": ("chaves", "키"),
    "weight": ("peso", "가중치"),
    "temperature": ("temperatura", "온도"),
    "heatmap-alt": (
        "Mapa de calor, {rows} linhas (consultas) por {columns} colunas (chaves).",
        "히트맵, {rows}행(쿼리) {columns}열(키).",
    ),
    "heatmap-row-alt": ("{query}: o maior valor é {value}, em {key}.", "{query}: 가장 큰 값은 {key} 열의 {value}."),
}

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
        raise KeyError(f"no label {key!r}; labels.py knows {', '.join(sorted(LABELS))}")
    return LABELS[key][LANGUAGES.index(_language)].format(**values)


def decimal(value, digits=2):
    """A number as the current language writes it: 0,25 in Portuguese, 0.25 in Korean."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if _language == "pt" else text

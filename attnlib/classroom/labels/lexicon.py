"""Words with glosses: what a token of another language means in the reader's, and example sentences that exist in both."""

import re
import unicodedata
from html import escape

from attnlib import grammar
from attnlib.classroom.labels.formatting import is_korean, one_line
from attnlib.classroom.labels.language import LANGUAGES, known

# What the toy languages of attnlib.grammar say already: (Portuguese, Korean)
PAIRS = (*grammar.PRONOUNS.items(), *((word, korean) for word, (_, korean) in grammar.NOUNS.items()),
         *((form, korean) for *forms, korean in (*grammar.ADJECTIVES.values(), *grammar.VERBS.values()) for form in forms),
         grammar.YESTERDAY, *grammar.MANNERS.items(), grammar.JOINER)

PORTUGUESE = dict(PAIRS) | {   # word: Korean gloss
    "o": "그", "O": "그", "a": "그", "um": "한", "uma": "한",

    # O gato está no tapete; Scoras é uma empresa que cria Agentes de Inteligência Artificial
    "está": "있다", "no": "~ 위에", "tapete": "깔개",
    "scoras": "스코라스", "é": "이다", "empresa": "회사", "que": "~하는", "cria": "만든다", "agentes": "에이전트", "de": "~의",
    "inteligência": "지능", "artificial": "인공",

    # O banco da praça estava sujo, então fui ao banco sacar dinheiro: one word, two places
    "banco": "벤치/은행", "da": "~의", "praça": "광장", "estava": "~였다", "sujo": "더러운", "então": "그래서", "fui": "갔다",
    "ao": "~으로", "sacar": "찾으러", "dinheiro": "돈",

    "comi": "내가 먹었다",   # in one word

    "pelo": "털", "do": "~의", "bola": "공", "caixa": "상자", "ela": "그것", "grande": "큰", "pequena": "작은",
}

KOREAN = {korean: word for word, korean in reversed(PAIRS)} | {   # word: Portuguese gloss, of several forms the first
    "먹었다": "comeu", "마셨다": "bebeu", "읽었다": "leu", "샀다": "comprou", "봤다": "viu", "그렸다": "desenhou",
    "찾았다": "procurou",
    "학생": "aluno(a)", "은": "tópico", "는": "tópico", "이": "sujeito", "가": "sujeito", "을": "objeto", "를": "objeto",

    # 나는 사과를 먹었다; 너는 사과를
    "사과를": "maçã",

    # 배를 타고 가면서 배를 먹었더니 배가 아파요: one word, three things
    "배": "barco/pera/barriga", "배를": "barco/pera", "배가": "barriga", "타고": "de barco", "가면서": "indo",
    "먹었더니": "ao comer", "아파요": "dói",

    "그리고": "e",

    "공": "bola", "상자": "caixa", "그것": "ela", "크다": "é grande", "작다": "é pequena",
}

ENGLISH = {   # word: (Portuguese, Korean)
    "general": ("geral", "일반형"),
    "the": ("o", "그"), "cat": ("gato", "고양이"), "sat": ("sentou", "앉았다"), "on": ("em", "~ 위에"),
}

EXAMPLES = {   # name: (pt, ko), tokens of one number in both
    "it-big": (("bola", "caixa", "ela", "grande"), ("공", "상자", "그것", "크다")),
    "it-small": (("bola", "caixa", "ela", "pequena"), ("공", "상자", "그것", "작다")),
    "it-axes": (("o que entra", "o que recebe"), ("들어가는 것", "담는 것")),
    "two-keys": (("mesma direção", "mais comprida"), ("같은 방향", "더 긴 벡터")),
    "shape": (("linhas", "colunas"), ("행", "열")),
    "scene": (("céu", "sol", "mar"), ("하늘", "해", "바다")),
    "ate-source": (("eu", "comi", "maçã"), ("나는", "사과를", "먹었다")),
    "ate-target": (("먹었다",), ("maçã",)),   # what is being written; both look at the second word
    "right-written": (("certo", "o modelo escreveu"), ("정답", "모델이 쓴 번역")),
    "one-two-three": (("1 oração", "2 orações", "3 orações"), ("절 1개", "절 2개", "절 3개")),
    "size-and-steps": (("vetor de 16, 100 passos", "vetor de 48, 100 passos",
                        "vetor de 16, 300 passos", "vetor de 48, 300 passos"),
                       ("벡터 16, 100단계", "벡터 48, 100단계", "벡터 16, 300단계", "벡터 48, 300단계")),
    "vector-attention": (("vetor de 16", "vetor de 48", "atenção, 16 por letra"), ("벡터 16", "벡터 48", "어텐션, 글자마다 16")),
    "three-seeds": (("parâmetros", "pior das três", "melhor das três"), ("파라미터", "가장 낮은 비율", "가장 높은 비율")),
}

WORD = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]|[^\W\d_][a-z\u00df-\u00ff]")   # not q1, x₂, d_k, T = 1/2, QKV
PARTICLE = re.compile("[은는이가을를]$")
NO_WORD = re.compile(r"NaN|</?\w+>")


def gloss(token, language=None):
    """The word in a reader's language (None: the notebook's), or None where it is the reader's own, a symbol or unknown.

    Of several words each is glossed: "banco + p" is "은행/벤치 + p".
    """
    token, language = one_line(token), known(language)
    found = _meaning(token, language)
    if found is None and " " in token:
        words = token.split(" ")
        meanings = [_meaning(word, language) for word in words]
        if any(meanings):
            found = " ".join(meaning or word for meaning, word in zip(meanings, words, strict=True))
    return found


def _meaning(word, language):
    if (stem := PARTICLE.sub("", word)) in KOREAN and word not in KOREAN:   # 우유를: a noun and its particle in one
        word = stem
    for form in (word, word.lower()) if len(word) > 1 else (word,):   # a sentence begins with a capital; A may be a symbol
        for words, readers in ((KOREAN, "pt"), (PORTUGUESE, "ko")):
            if form in words:
                return words[form] if language == readers else None
        if form in ENGLISH:
            return ENGLISH[form][LANGUAGES.index(language)]
    return None


def with_gloss(token, language=None):
    """나는 (eu): for text; the token alone where it needs no gloss."""
    meaning = gloss(token, language)
    return f"{token} ({meaning})" if meaning else token


def in_html(token, language=None):
    """HTML of a token: the language to read it in, its gloss beneath it, and a mark for the build where that is missing."""
    lang, meaning = spoken(token, language), gloss(token, language)
    attributes = (f' lang="{lang}"' if lang else "") + (' data-unglossed=""' if lacks_gloss(token, language) else "")
    html = f"<span{attributes}>{escape(token)}</span>" if attributes else escape(token)
    return html + (f'<br/><small style="font-weight: normal; opacity: 80%">{escape(meaning)}</small>' if meaning else "")


def lacks_gloss(token, language=None):
    """Whether a reader meets a word of another language, and the lexicon does not say what it means."""
    token, language = one_line(token), known(language)
    unknown = () if _meaning(token, language) else (word for word in token.split(" ") if _meaning(word, language) is None)
    return any(is_korean(word) != (language == "ko") and WORD.search(unicodedata.normalize("NFKC", word))
               and not NO_WORD.fullmatch(word) for word in unknown)


def spoken(token, language=None):
    """The language tag that a screen reader needs for a word which is not the reader's own, or None."""
    token = one_line(token)
    tag = "ko" if is_korean(token) else "en" if token.lower() in ENGLISH else "pt" if token.lower() in PORTUGUESE else None
    return None if tag == known(language) else tag


def example(name):
    """The tokens of one of the course's own sentences, in the notebook's language; as many in either."""
    if name not in EXAMPLES:
        raise ValueError(f"name is {name!r}, and must be one of {', '.join(EXAMPLES)}")
    return list(EXAMPLES[name][LANGUAGES.index(known(None))])

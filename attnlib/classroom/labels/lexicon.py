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
    "areia": "모래",
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

    "공": "bola", "상자": "caixa", "그것": "ela", "크다": "é grande", "작다": "é pequena",
    "모래": "areia",
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
    "drank": (("leite", "gato", "bebeu"), ("우유", "고양이", "마셨다")),
    "drank-features": (("bebida", "bicho", "ação", "tamanho"), ("음료", "동물", "동작", "크기")),
    "drank-seeks": (("bicho", "ação"), ("동물", "동작")),
    "drank-brings": (("bebida", "tamanho"), ("음료", "크기")),
    "drank-qkv": (("q: bicho", "q: ação", "k: bicho", "k: ação", "v: bebida", "v: tamanho"),
                  ("q: 동물", "q: 동작", "k: 동물", "k: 동작", "v: 음료", "v: 크기")),
    "drank-answer": (("peso: leite", "peso: bicho", "peso: bebeu", "saída: bebida", "saída: tamanho"),
                     ("가중치: 우유", "가중치: 동물", "가중치: 마셨다", "출력: 음료", "출력: 크기")),
    "search-columns": (("em uma busca na internet", "em uma frase"), ("인터넷 검색에서", "문장에서")),
    "search-query": (("o que você digita", "o que a palavra procura"), ("검색창에 쓴 말", "단어가 찾는 것")),
    "search-key": (("o título de cada página", "o que cada palavra oferece"), ("페이지의 제목", "단어가 내놓는 것")),
    "search-value": (("o texto da página", "o que a palavra entrega"), ("페이지의 본문", "단어가 건네는 것")),
    "asks-three": (("consulta", "chave 1", "chave 2", "chave 3"), ("쿼리", "키 1", "키 2", "키 3")),
    "values-three": (("valor 1", "valor 2", "valor 3"), ("밸류 1", "밸류 2", "밸류 3")),
    "push": (("antes", "depois", "diferença"), ("밀기 전", "민 뒤", "차이")),
    "divided": (("sem ÷√d_k", "com ÷√d_k"), ("÷√d_k 안 함", "÷√d_k 함")),
    "training": (("d_k = 4, sem ÷√d_k", "d_k = 4, com ÷√d_k", "d_k = 512, sem ÷√d_k", "d_k = 512, com ÷√d_k"),
                 ("d_k = 4, ÷√d_k 안 함", "d_k = 4, ÷√d_k 함", "d_k = 512, ÷√d_k 안 함", "d_k = 512, ÷√d_k 함")),
    "shape": (("linhas", "colunas"), ("행", "열")),
    "scene": (("céu", "sol", "mar"), ("하늘", "해", "바다")),
    "drinks": (("leite", "suco", "areia"), ("우유", "주스", "모래")),
    "drinks-push": (("empurre leite", "empurre suco", "empurre areia"), ("우유를 밀면", "주스를 밀면", "모래를 밀면")),
    "glass": (("copo", "leite", "suco", "areia"), ("컵", "우유", "주스", "모래")),
    "glass-columns": (("k: 1º", "k: 2º", "v: branco", "v: doce", "peso"), ("k: 1", "k: 2", "v: 흰 정도", "v: 단 정도", "가중치")),
    "tastes": (("branco", "doce"), ("흰 정도", "단 정도")),
    "deciles": (("1º décimo", "metade", "9º décimo"), ("하위 10%", "절반", "상위 10%")),
    "before-after": (("bebeu, antes", "bebeu, depois"), ("마셨다, 학습 전", "마셨다, 학습 뒤")),
    "readers": (("RNN", "GRU", "atenção"), ("RNN", "GRU", "어텐션")),
    "readers-seeds": (("RNN, pior semente", "RNN, melhor", "GRU, pior semente", "GRU, melhor", "atenção, pior semente",
                       "atenção, melhor"),
                      ("RNN, 가장 나쁜 시드", "RNN, 가장 좋은 시드", "GRU, 가장 나쁜 시드", "GRU, 가장 좋은 시드",
                       "어텐션, 가장 나쁜 시드", "어텐션, 가장 좋은 시드")),
    "pair": (("a maior", "a menor"), ("큰 쪽", "작은 쪽")),
}

WORD = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]|[^\W\d_][a-z\u00df-\u00ff]")   # not q1, x₂, d_k, T = 1/2, QKV
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

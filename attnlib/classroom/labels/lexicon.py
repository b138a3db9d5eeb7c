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

    "고양이가": "gato", "양탄자": "tapete", "위에": "em cima", "있다": "está",   # O gato está no tapete

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
    "mat": (("O", "gato", "está", "no", "tapete"), ("우리", "고양이가", "깔개", "위에", "있다")),
    "my-sentence": (("Minha", "avó", "plantou", "uma", "roseira", "amarela"),
                    ("할머니가", "마당에", "예쁜", "노란", "장미를", "심었다")),
    "jobs": (("adjetivo → substantivo", "verbo → objeto"), ("형용사 → 명사", "동사 → 목적어")),
    "controls": (("a cabeça 7.3", "a distância fixa", "o acaso"), ("7.3 헤드", "일정한 거리", "우연")),
    "easy-hard": (("onde a distância acerta", "onde ela erra", "quantas são estas"),
                  ("거리가 맞는 곳", "거리가 틀리는 곳", "틀리는 곳 수")),
    "misses": (("7.3 foi para", "nós marcamos"), ("7.3이 고른 단어", "표시한 단어")),
    "verb-columns": (("sujeito → verbo", "distância fixa", "acaso", "outras → verbo"),
                     ("주어 → 동사", "일정한 거리", "우연", "다른 단어 → 동사")),
    "famous": (("7.3", "6.8", "3.7", "frases sem relação"), ("7.3", "6.8", "3.7", "상관없는 문장")),
    "linked": (("palavras ligadas", "não ligadas, à mesma distância"), ("이어진 단어", "거리는 같고 안 이어진 단어")),
    "by-luck": (("camada 6", "embaralhados que chegam lá"), ("6층", "섞어도 그만큼 나오는 비율")),
    "neighbour-head": (("1.3",), ("3.7",)),
    "cosine": (("cosseno",), ("코사인",)),
    "mean-weight": (("peso médio",), ("평균 가중치",)),
    "ranks": (("colocação", "pares vizinhos"), ("순위", "이웃한 쌍")),
    "layers": (("camada 0", "camada 6", "camada 12"), ("0층", "6층", "12층")),
    "senses": (("a palavra", "só o contexto", "sem atenção", "acaso"), ("그 단어", "문맥만", "어텐션 없이", "우연")),
    "senses-axes": (("camada", "vizinho com o mesmo sentido"), ("층", "이웃의 뜻이 같은 비율")),
    "alignments": (("30 pares escritos", "30 da gramática", "pela posição", "sorteio"),
                   ("직접 쓴 30쌍", "문법이 만든 30쌍", "자리만 보고", "무작위")),
    "alignment-axes": (("camada", "taxa de erro (AER)"), ("층", "정렬 오류율(AER)")),
    "many-heads": (("as menos necessárias primeiro", "em ordem sorteada", "frases sem relação"),
                   ("덜 필요한 헤드부터", "무작위 순서로", "상관없는 문장")),
    "many-axes": (("cabeças uniformes", "cosseno com o vetor original"), ("균등하게 만든 헤드 수", "원래 벡터와의 코사인")),
    "here-there": (("português", "coreano"), ("한국어", "포르투갈어")),
    "rivals": (("peso médio", "peso na última camada", "letras da palavra"),
               ("평균 가중치", "마지막 층 가중치", "단어의 글자 수")),
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

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

    "dormiu": "잤다",
    # O cachorro mordeu o homem; a manga da camisa sujou com suco de manga
    "mordeu": "물었다", "homem": "남자", "manga": "소매/망고", "camisa": "셔츠", "sujou": "더러워졌다", "com": "~로",

    "pelo": "털", "do": "~의", "bola": "공", "caixa": "상자", "ela": "그것", "grande": "큰", "pequena": "작은",
    "areia": "모래", "rato": "쥐",
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

    "공": "bola", "상자": "caixa", "그것": "ela", "크다": "é grande", "작다": "é pequena", "모래": "areia", "쥐": "rato",
    "고양이가": "gato", "잤다": "dormiu",
    "물었다": "mordeu", "먹었어요": "comi", "눈": "neve/olho", "와서": "veio, e", "감고": "fechando",
    "손": "mão", "잡았다": "peguei",
    "양탄자": "tapete", "위에": "em cima", "있다": "está",   # O gato está no tapete
    "그리고": "e",
}

ENGLISH = {   # word: (Portuguese, Korean)
    "general": ("geral", "일반형"),
    "RoPE": ("giro", "회전"), "ALiBi": ("desconto", "감점"),
    "count": ("contagem", "횟수"), "double": ("dobro", "두 배"),
    "the": ("o", "그"), "cat": ("gato", "고양이"), "sat": ("sentou", "앉았다"), "on": ("em", "~ 위에"),
}

EXAMPLES = {   # name: (pt, ko), tokens of one number in both
    "it-big": (("bola", "caixa", "ela", "grande"), ("공", "상자", "그것", "크다")),
    "it-axes": (("o que entra", "o que recebe"), ("들어가는 것", "담는 것")),
    "two-keys": (("mesma direção", "mais comprida"), ("같은 방향", "더 긴 벡터")),
    "sea": (("baleia", "tubarão", "gato", "areia"), ("고래", "상어", "고양이", "모래")),   # the first and the last sound alike
    "sea-axes": (("bicho", "mar"), ("동물", "바다")),
    "sea-kinds": (("bicho do mar", "bicho da terra", "coisa"), ("바다 동물", "육지 동물", "물건")),
    "fell": (("o", "gato", "caiu", "no", "mar"), ("큰", "고래가", "큰", "바다에", "산다")),
    "story-fell": (("o", "gato", "caiu", "em", "o", "mar"), ("큰", "고래", "가", "큰", "바다", "에", "산다")),   # as tokens
    "endings": (("gatinho", "livrinho", "caminho", "vizinho"), ("사과가", "바다가", "작가", "휴가")),
    "ending": (("inho",), ("가",)),
    "typed": (("está",), ("한글",)),
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
    "saw": (("gato", "rato", "viu"), ("고양이", "쥐", "봤다")),   # who saw whom is in the places, or in the particles
    "saw-columns": (("gato", "rato", "viu", "antes", "depois"), ("고양이", "쥐", "봤다", "-가", "-를")),
    "saw-heads": (("cabeça 1", "cabeça 2"), ("헤드 1", "헤드 2")),
    "saw-beside": (("1: gato", "1: rato", "2: gato", "2: rato"), ("1: 고양이", "1: 쥐", "2: 고양이", "2: 쥐")),
    "saw-facts": (("gato viu rato", "rato viu gato"), ("고양이가 쥐를", "쥐가 고양이를")),
    "shape-heads": (("cabeças", "linhas", "colunas"), ("헤드", "행", "열")),
    "bend": (("entrada", "oculto 1", "oculto 2", "ReLU 1", "ReLU 2", "saída"),
             ("입력", "은닉 1", "은닉 2", "ReLU(은닉 1)", "ReLU(은닉 2)", "출력")),
    "three-tokens": (("token 1", "token 2", "token 3"), ("토큰 1", "토큰 2", "토큰 3")),
    "six-words": (("<s>", "</s>", "gato", "dormiu", "고양이가", "잤다"), ("<s>", "</s>", "고양이가", "잤다", "gato", "dormiu")),
    "bite": (("cachorro", "mordeu", "homem"), ("개", "고양이", "물었다")),
    "bitten": (("homem", "mordeu", "cachorro"), ("고양이", "개", "물었다")),
    "two-numbers": (("primeiro número", "segundo número"), ("첫째 수", "둘째 수")),
    "four-waves": (("sen(pos)", "cos(pos)", "sen(pos/100)", "cos(pos/100)"),
                   ("sin(위치)", "cos(위치)", "sin(위치/100)", "cos(위치/100)")),
    "seeds": (("semente 0", "semente 1", "semente 2"), ("시드 0", "시드 1", "시드 2")),
    "apart": (("cosseno, outro sentido", "cosseno, mesmo sentido", "acertos"),
              ("코사인, 다른 뜻", "코사인, 같은 뜻", "맞힌 비율")),
    "pairs": (("lugares 3 e 0", "10 e 7", "40 e 37"), ("위치 3과 0", "10과 7", "40과 37")),
    "reader-kinds": (("antes do treinamento", "sem atenção", "só os lugares", "sem posições", "RoPE"),
                     ("학습 전", "어텐션 없이", "위치만", "위치 없이", "RoPE")),
    "reader-cosines": (
        ("0: diferente", "0: igual", "1: diferente", "1: igual", "2: diferente", "2: igual"),
        ("0: 다른 뜻", "0: 같은 뜻", "1: 다른 뜻", "1: 같은 뜻", "2: 다른 뜻", "2: 같은 뜻")),
    "mango": (("a", "manga", "da", "camisa", "sujou", "com", "suco", "de", "manga"),
              ("눈", "이", "와서", "눈", "을", "감고", "손", "을", "잡았다")),
    "scene": (("céu", "sol", "mar"), ("하늘", "해", "바다")),
    "drinks": (("leite", "suco", "areia"), ("우유", "주스", "모래")),
    "drinks-push": (("empurre leite", "empurre suco", "empurre areia"), ("우유를 밀면", "주스를 밀면", "모래를 밀면")),
    # learning-to-align
    "align-languages": (("português", "coreano"), ("포르투갈어", "한국어")),
    "align-exam": (("frases sem erro",), ("안 틀린 비율",)),
    "align-clause-scores": (("sem erro", "AER", "escreve três partes"), ("안 틀린 비율", "AER", "절을 3개 쓴 비율")),
    "align-links": (("certa", "possível"), ("확실", "가능")),
    "align-grades": (("certa", "possível", "errada", "nenhuma"), ("확실", "가능", "틀림", "없음")),
    "align-kinds": (("substantivo", "adjetivo", "verbo", "advérbio", "partícula do sujeito", "partícula do objeto"),
                    ("명사", "형용사", "동사", "부사", "주격·보조사", "목적격 조사")),
    "align-counts": (("|A∩S|", "|A∩P|", "|A|", "|S|", "AER"), ("|A∩S|", "|A∩P|", "|A|", "|S|", "AER")),
    "align-when": (("passo 0", "passo 600"), ("0번째 단계", "600번째 단계")),
    "align-range": (("pior semente", "melhor semente"), ("가장 나쁠 때", "가장 좋을 때")),
    "align-exact": (("sem erro: pior semente", "melhor"), ("안 틀린 비율: 최소", "최대")),
    "align-both": (("sem erro: pior semente", "melhor", "AER: pior semente", "melhor"),
                   ("안 틀린 비율: 최소", "최대", "AER: 가장 나쁠 때", "가장 좋을 때")),
    "align-scored": (("sem erro", "AER"), ("안 틀린 비율", "AER")),
    "align-seers": (("quem não olha",), ("보지 않는 모델",)),
    "align-flower": (("com flor", "com flor, sem posições"), ("위치 있음", "위치 없음")),
    "align-clauses": (("três frases seguidas", "quatro"), ("절 3개", "절 4개")),
    "align-who": (("o gato", "a menina", "um aluno", "uma criança"), ("o gato", "a menina", "um aluno", "uma criança")),
    "align-did": (("viu", "procurou"), ("viu", "procurou")),
    "align-what": (("um livro azul", "a maçã vermelha", "o pão", "uma flor"),
                   ("um livro azul", "a maçã vermelha", "o pão", "uma flor")),
    "glass": (("copo", "leite", "suco", "areia"), ("컵", "우유", "주스", "모래")),
    "glass-columns": (("k: 1º", "k: 2º", "v: branco", "v: doce", "peso"), ("k: 1", "k: 2", "v: 흰 정도", "v: 단 정도", "가중치")),
    "tastes": (("branco", "doce"), ("흰 정도", "단 정도")),
    "deciles": (("10% até", "metade até", "90% até"), ("하위 10% 경계", "중앙값", "상위 10% 경계")),
    "before-after": (("bebeu, antes", "bebeu, depois"), ("마셨다, 학습 전", "마셨다, 학습 뒤")),
    "readers": (("RNN", "GRU", "atenção"), ("RNN", "GRU", "어텐션")),
    "readers-seeds": (("RNN, pior semente", "RNN, melhor", "GRU, pior semente", "GRU, melhor", "atenção, pior semente",
                       "atenção, melhor"),
                      ("RNN, 가장 나쁜 시드", "RNN, 가장 좋은 시드", "GRU, 가장 나쁜 시드", "GRU, 가장 좋은 시드",
                       "어텐션, 가장 나쁜 시드", "어텐션, 가장 좋은 시드")),
    "pair": (("a maior", "a menor"), ("큰 쪽", "작은 쪽")),
    "cat-slept": (("hoje", "o", "gato", "dormiu"), ("오늘", "고양이가", "잠을", "잤다")),
    "swap-rows": (("sem máscara, com “gato”", "sem máscara, com outra palavra",
                   "com máscara, com “gato”", "com máscara, com outra palavra"),
                  ("마스크 없이, ‘잠을’", "마스크 없이, 다른 어절", "마스크를 쓰고, ‘잠을’", "마스크를 쓰고, 다른 어절")),
    "five-draws": (tuple(f"sorteio {draw}" for draw in range(1, 6)), tuple(f"{draw}번째" for draw in range(1, 6))),
    "five-seeds": (tuple(f"semente {seed}" for seed in range(5)), tuple(f"시드 {seed}" for seed in range(5))),
    "mask-axes": (("frases", "cabeças", "consultas", "chaves"), ("문장", "헤드", "쿼리", "키")),
    "row-keys": (("chave 1", "chave 2", "3, escondida", "4, escondida"), ("키 1", "키 2", "가린 키 3", "가린 키 4")),
    "mat": (("O", "gato", "está", "no", "tapete"), ("우리", "고양이가", "깔개", "위에", "있다")),
    "my-sentence": (("Minha", "avó", "plantou", "uma", "roseira", "amarela"),
                    ("할머니가", "마당에", "예쁜", "노란", "장미를", "심었다")),
    "jobs": (("adjetivo → substantivo", "verbo → objeto"), ("형용사 → 명사", "동사 → 목적어")),
    "controls": (("a cabeça 7.3", "a distância fixa", "o acaso"), ("7.3 헤드", "일정한 거리", "우연")),
    "easy-hard": (("onde a distância acerta", "onde a distância erra", "casos em que ela erra"),
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
    "marks": (("comparadas", "diferentes", "parte igual", "frases fora da conta"),
              ("비교한 표시", "다른 표시", "같은 비율", "셈에서 뺀 문장")),
    # language-model: stories may have other numbers of words in the other language
    "story-start": (("as", "vizinhas"), ("할머니", "는")),
    "story-first": ("as vizinhas leram o livro .", "할머니 는 편지 를 읽으셨어요 ."),
    "story-parrot": ("o menino disse : sol pão mar gato . o papagaio repetiu : sol",
                     "아이 는 말했어요 : 해 빵 산 곰 . 앵무새 가 따라 했어요 : 해"),
    "story-swapped": ("o menino disse : sol mar pão gato . o papagaio repetiu : sol",
                      "아이 는 말했어요 : 해 산 빵 곰 . 앵무새 가 따라 했어요 : 해"),
    "story-whole": ("o menino disse : sol pão mar gato . o papagaio repetiu : sol pão mar gato .",
                    "아이 는 말했어요 : 해 빵 산 곰 . 앵무새 가 따라 했어요 : 해 빵 산 곰 ."),
    "story-heard": (("sol", "pão", "mar", "gato"), ("해", "빵", "산", "곰")),
    "story-pieces": (("gatinho", "patinho", "sapinho", "ratinho"),
                     ("읽었어요", "먹었어요", "열었어요", "읽으셨어요", "드셨어요")),
    "lm-variants": (("o modelo inteiro", "pesos iguais", "cada palavra só a si", "sem posições", "uma camada", "uma cabeça"),
                    ("전체 모델", "똑같은 가중치", "자기 자신만", "위치 없이", "층 하나", "헤드 하나")),
    "lm-three": (("o modelo inteiro", "pesos iguais", "uma camada"), ("전체 모델", "똑같은 가중치", "층 하나")),
    "lm-simple": (("% acima do piso: melhor", "pior", "% de histórias certas: pior", "melhor"),
                  ("하한과의 차이 %: 최소", "최대", "맞는 이야기 %: 최소", "최대")),
    "lm-parrot": (("% acima do piso: melhor", "pior", "% na palavra do papagaio: pior", "melhor"),
                  ("하한과의 차이 %: 최소", "최대", "앵무새 정답의 확률 %: 최소", "최대")),
    "lm-learned": (("ele, ela, eles, elas", "o que o banco é", "o papagaio", "a história inteira"),
                   ("높임 표현", "‘배’의 뜻", "앵무새", "이야기 전체")),
    "lm-seeds": (("% da pior semente", "% da melhor"), ("가장 나쁜 시드 %", "가장 좋은 시드 %")),
    "lm-training": (("o modelo", "o piso"), ("모델", "하한")),
    "lm-paths": (("atenção, semente 0", "atenção, semente 1", "atenção, semente 2", "pesos iguais, a melhor"),
                 ("어텐션, 시드 0", "어텐션, 시드 1", "어텐션, 시드 2", "똑같은 가중치, 가장 좋은 것")),
    "two-layers": (("camada 1", "camada 2"), ("1층", "2층")),
    "four-heads": (("cabeça 1", "cabeça 2", "cabeça 3", "cabeça 4"), ("헤드 1", "헤드 2", "헤드 3", "헤드 4")),
    "lm-skip": (("a palavra pulada", "a mesma de novo", "a que vinha depois"),
                ("건너뛴 단어", "방금 말한 단어", "그다음에 오던 단어")),
    "lm-parts": (("d_k = 512", "d_k = 512, sem ÷√d_k", "6 camadas", "6 camadas, normaliza depois", "6 camadas, sem resíduo"),
                 ("d_k = 512", "d_k = 512, ÷√d_k 없이", "층 6개", "층 6개, 정규화를 나중에", "층 6개, 잔차 연결 없이")),
    "lm-above": (("% acima do piso: melhor", "pior"), ("하한과의 차이 %: 가장 좋은 시드", "가장 나쁜 시드")),
    "lm-heat": (("T = 0", "T = 1", "T = 1,5", "T = 1,5, top-k 3"), ("T = 0", "T = 1", "T = 1.5", "T = 1.5, 상위 3개")),
    "lm-written": (("histórias certas", "histórias diferentes"), ("맞는 이야기", "서로 다른 이야기")),
    "lm-merges": (("fusão 1", "fusão 2", "fusão 3"), ("1번째", "2번째", "3번째")),
    "lm-merge": (("par", "vezes", "primeira palavra"), ("쌍", "횟수", "첫 단어")),
    # cost
    "layer-kinds": (("autoatenção", "RNN", "convolução, filtro de 3", "autoatenção, janela de 256"),
                    ("셀프 어텐션", "RNN", "합성곱(필터 3)", "셀프 어텐션(윈도 256)")),
    "layer-columns": (("multiplicações", "passos em fila", "caminho mais longo"), ("곱셈", "차례로 할 단계", "가장 긴 경로")),
    "layer-paths": (("1", "n", "log n ÷ log k", "n ÷ r"), ("1", "n", "log n ÷ log k", "n ÷ r")),
    "wait-rows": (("cadeia: cada volta espera", "laço: nenhuma espera", "tudo de uma vez"),
                  ("앞 상태를 기다리는 반복문", "기다리지 않는 반복문", "한꺼번에")),
    "wait-column": (("tempo, em relação ao último",), ("시간(마지막 행의 몇 배)",)),
    "texts-at-once": (("1 texto por vez", "32 textos juntos"), ("글 1개씩", "글 32개씩")),
    "words-long": (("10 palavras", "40 palavras", "160 palavras"), ("단어 10개", "단어 40개", "단어 160개")),
    "known-models": (("GPT-3", "LLaMA 7B", "LLaMA 65B", "Mistral 7B"), ("GPT-3", "LLaMA 7B", "LLaMA 65B", "Mistral 7B")),
    "lm-shared": (("4 pares de K e V (MHA)", "2 pares (GQA)", "1 par (MQA)"), ("K와 V 4쌍(MHA)", "2쌍(GQA)", "1쌍(MQA)")),
    "lm-window": (("todo o passado", "janela de 4 palavras"), ("앞 전체", "단어 4개짜리 윈도")),
    "lm-kept": (("% dos pronomes: pior", "melhor", "% do papagaio: pior", "melhor"),
                ("높임 표현 %: 최소", "최대", "앵무새 %: 최소", "최대")),
    "pairs-kept": (("4 pares", "16 pares", "64 pares", "256 pares"), ("4쌍", "16쌍", "64쌍", "256쌍")),
    # reading-maps
    "my-looks": (("avó", "plantou", "roseira", "roseira", "amarela"), ("심었다", "심었다", "장미를", "장미를", "심었다")),
    "same-mix": (("pesos A", "pesos B"), ("가중치 A", "가중치 B")),
    "mix-columns": (("chave 1", "chave 2", "chave 3", "saída: 1º", "saída: 2º"), ("키 1", "키 2", "키 3", "출력 1", "출력 2")),
    "verb-counts": (("vezes que aparece", "maior peso fora do par"), ("나온 횟수", "빗나간 횟수")),
    "seven-verbs": (("comeu", "bebeu", "leu", "comprou", "viu", "desenhou", "procurou"),
                    ("먹었다", "마셨다", "읽었다", "샀다", "봤다", "그렸다", "찾았다")),   # in the order of grammar.VERBS
    "model-writes": (("o modelo escreve",), ("모델이 쓴 번역",)),
    "word-groups": (("verbos", "substantivos", "partículas do sujeito"), ("동사", "명사", "주어의 조사")),
    "mean-tau": (("τ médio",), ("평균 τ",)),
    "column-test": (("vezes que aparece", "alguma outra coluna serve", "todas as outras servem"),
                    ("나온 횟수", "다른 열이 하나라도 통과한 곳", "다른 열이 모두 통과한 곳")),
    "given-weights": (("tudo no par certo", "pesos uniformes"), ("모두 바른 짝에", "균등한 가중치")),
    "kept": (("palavras certas", "frases inteiras certas"), ("맞은 단어", "다 맞은 문장")),
    "trained-with": (("com atenção, 10 sementes", "com pesos uniformes, 3 sementes"),
                     ("어텐션으로, 시드 10개", "균등한 가중치로, 시드 3개")),
    "worst-best": (("pior semente", "melhor semente"), ("가장 나쁜 시드", "가장 좋은 시드")),
    "ten-seeds": (tuple(f"semente {seed}" for seed in range(10)), tuple(f"시드 {seed}" for seed in range(10))),
    "alarms": (("peso > 0,5", "gradiente × entrada > 0,5", "peso > 0,1", "gradiente × entrada > 0,1"),
               ("가중치 > 0.5", "기울기 × 입력 > 0.5", "가중치 > 0.1", "기울기 × 입력 > 0.1")),
    "alarm-counts": (("avisos certos", "quedas sem aviso", "alarmes falsos"), ("맞은 경고", "경고 없이 무너짐", "헛경고")),
    "paper-tests": (("J&W: gradientes", "J&W: outros pesos", "W&P: pesos uniformes", "W&P: sementes", "W&P: diagnóstico",
                     "W&P: adversários"),
                    ("J&W: 기울기", "J&W: 다른 가중치", "W&P: 균등한 가중치", "W&P: 시드", "W&P: 진단", "W&P: 적대적 가중치")),
    "paper-columns": (("que pergunta responde", "aqui"), ("무엇을 묻나요?", "오늘은")),
    "paper-questions": (("os pesos seguem a importância?", "outros pesos dão a mesma resposta?",
                         "a tarefa precisa de pesos desiguais?", "o que muda de uma semente a outra?",
                         "os pesos servem a outro modelo?", "dá para treinar outros pesos?"),
                        ("가중치가 중요도를 따르나요?", "다른 가중치로도 답이 같나요?", "과제에 어텐션이 필요한가요?",
                         "학습할 때마다 무엇이 바뀌나요?", "다른 모델에도 쓸모 있나요?", "다른 가중치를 학습할 수 있나요?")),
    "paper-here": (("no fim da lição (τ)", "coluna por coluna", "3 sementes", "10 sementes", "não fizemos", "não fizemos"),
                   ("(심화)의 τ", "열마다", "시드 3개", "시드 10개", "안 했어요", "안 했어요")),
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
NO_WORD = re.compile(r"NaN|None|log|LLaMA|Mistral|</?\w+>")
PARTICLE = re.compile("[은는이가을를]$")


def gloss(token, language=None):
    """The word in a reader's language (None: the notebook's), or None where it is the reader's own, a symbol or unknown.

    Of several words each is glossed: "banco + p" is "은행/벤치 + p".
    """
    token, language = one_line(token), known(language)
    found = _meaning(token, language)
    if found is None and " " in token:
        words = token.split(" ")
        meanings = [_meaning(word, language) for word in words]
        if meanings[0] is None and meanings[1]:   # A menina: no symbol before a word, an article
            meanings[0] = _meaning(words[0].lower(), language)
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
    """The tokens of one of the course's own sentences, in the notebook's language; as many in either, but of a story."""
    if name not in EXAMPLES:
        raise ValueError(f"name is {name!r}, and must be one of {', '.join(EXAMPLES)}")
    tokens = EXAMPLES[name][LANGUAGES.index(known(None))]
    return tokens.split() if isinstance(tokens, str) else list(tokens)


def choices(name):
    """[(shown, token)] of an example's tokens, for a widget to choose from: a token of the other language shows its gloss."""
    return [(with_gloss(token), token) for token in example(name)]

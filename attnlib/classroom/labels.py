"""Every string a learner sees that is not lesson prose, one column per language."""

LANGUAGES = ("pt", "ko")

LABELS = {
    # key: (pt, ko)
    "queries": ("consultas", "쿼리"),
    "keys": ("chaves", "키"),
    "weight": ("peso", "가중치"),
    "temperature": ("temperatura", "온도"),
    "heatmap-alt": (
        "Mapa de calor de {rows} × {columns}: uma linha por consulta, uma coluna por chave.",
        "{rows}행 {columns}열 히트맵이에요. 행은 쿼리, 열은 키예요.",
    ),
    "heatmap-row-alt": (
        "O maior número da {row} está {columns}: {value}.",
        "{row}에서 가장 큰 값은 {columns}에 있어요: {value}.",
    ),
    "heatmap-equal-row-alt": (
        "Os números da {row} são todos iguais: {value}.",
        "{row}의 값은 모두 같아요: {value}.",
    ),
    "heatmap-more-rows-alt": (
        "Nas outras linhas ({count}), o maior número fica entre {low} e {high}.",
        "나머지 {count}개 행에서는 가장 큰 값이 {low}에서 {high} 사이예요.",
    ),
    "row-token": ("linha de “{token}”", "‘{token}’ 행"),
    "row-nth-token": ("linha do {nth}º “{token}”", "{nth}번째 ‘{token}’ 행"),
    "row-number": ("linha {number}", "{number}번 행"),
    "column-token": ("em “{token}”", "‘{token}’ 열"),
    "column-nth-token": ("no {nth}º “{token}”", "{nth}번째 ‘{token}’ 열"),
    "column-number": ("na coluna {number}", "{number}번 열"),
    "and": (" e ", "과 "),   # between columns: 열과
    "scale": ("escala", "배율"),
    "mix": ("mistura t", "섞기 t"),
    "solution": ("Solução", "풀이"),

    # the lesson list that JupyterLab opens on
    "lessons": ("As lições em português", "한국어 수업"),
    "lessons-copies": (
        "Estas são as suas cópias: mude o que quiser, nada as sobrescreve. Para recomeçar, abra o original ao lado, "
        "ou apague a sua cópia e abra o curso de novo.",
        "여기 있는 노트북은 여러분의 사본이에요. 마음껏 바꿔도 덮어쓰지 않아요. 처음 상태를 보려면 옆의 원본을 열고, "
        "처음부터 다시 하려면 사본을 지운 뒤 다시 열어 주세요.",
    ),
    "lesson": ("Lição", "수업"),
    "original": ("original", "원본"),

    # what a check says
    "check-right": ("✓ Certo.", "✓ 맞았어요."),
    "check-empty": ("Ainda sem resposta: troque ... pela sua e rode de novo.", "아직 답이 없어요. ... 자리에 답을 쓰고 다시 실행해 보세요."),
    "check-not-numbers": ("✗ A resposta precisa ser de números; veio {got}.", "✗ 답은 숫자여야 해요. 지금 답의 종류: {got}."),
    "check-shape": ("✗ A forma é {got}; o exercício pede {needed}.", "✗ 형태가 달라요. 지금은 {got}, 문제가 묻는 형태는 {needed}."),
    "check-different": (
        "✗ Ainda não. O primeiro número diferente está na posição {place}: o seu é {got}.",
        "✗ 아직이에요. 처음으로 다른 값은 위치 {place}에 있어요. 지금 값: {got}.",
    ),
    "check-other": ("✗ Ainda não: seu número é outro. Volte à tabela e conte de novo.", "✗ 아직이에요. 다른 값이에요. 표로 돌아가 다시 세어 보세요."),
    "check-not-a-function": ("✗ Aqui a resposta é uma função; veio {got}.", "✗ 여기서는 함수가 답이에요. 지금 답의 종류: {got}."),
    "check-raises": (
        "✗ A função parou com um erro nas entradas de forma {shapes}: {error}",
        "✗ 형태가 {shapes}인 입력에서 함수가 오류로 멈췄어요: {error}",
    ),
    "check-nothing-returned": ("✗ A função não devolveu nada em uma das entradas: falta um return?", "✗ 어떤 입력에서는 함수가 아무것도 돌려주지 않았어요. return이 빠졌나요?"),
    "check-changes-input": ("✗ A função mudou a própria entrada. Trabalhe numa cópia.", "✗ 함수가 입력을 바꿔 버렸어요. 복사본으로 계산해 보세요."),
    "check-two-results": ("✗ Devolva duas coisas, nesta ordem: output, weights.", "✗ 두 가지를 이 순서로 돌려주세요: output, weights."),

    # the usual mistakes
    "mistake-column-sums": ("✗ Essas são as somas das colunas. Some ao longo de cada linha.", "✗ 이건 열의 합이에요. 행을 따라 더해 보세요."),
    "mistake-total": ("✗ Esse é o total da tabela. Falta uma soma por linha.", "✗ 이건 표 전체의 합이에요. 행마다 하나씩 있어야 해요."),
    "mistake-wrong-axis": ("✗ A softmax correu pelas colunas. Some uma linha: não dá 1.", "✗ 소프트맥스가 열 방향으로 계산됐어요. 한 행을 더해 보세요. 1이 안 나와요."),
    "mistake-rows-divided": (
        "✗ Dividir cada linha pela soma dela faz a linha somar 1, mas os pesos continuam errados.",
        "✗ 행을 그 합으로 나누면 합은 1이 되지만, 가중치는 여전히 틀려요.",
    ),
    "mistake-scores": ("✗ Essas ainda são as pontuações: falta a softmax.", "✗ 아직 점수예요. 소프트맥스가 빠졌어요."),
    "mistake-scaled": ("✗ Você dividiu por √d_k; aqui o exercício pede sem escala.", "✗ √d_k로 나눴어요. 이 문제에서는 나누지 않아요."),
    "mistake-no-scale": ("✗ Falta dividir as pontuações por √d_k.", "✗ 점수를 √d_k로 나누지 않았어요."),
    "mistake-scale-without-root": ("✗ Você dividiu por d_k; falta a raiz.", "✗ d_k로 나눴어요. 제곱근이 빠졌어요."),
    "mistake-scale-by-tokens": ("✗ Você dividiu pela raiz do número de tokens; d_k é o número de colunas.", "✗ 토큰 수의 제곱근으로 나눴어요. d_k는 열의 개수예요."),
    "mistake-scale-by-d-v": ("✗ A raiz é do tamanho das chaves (d_k), não do tamanho dos valores.", "✗ 제곱근 안에는 밸류가 아니라 키의 크기(d_k)가 들어가요."),
    "mistake-output": ("✗ Essa já é a saída (pesos × valores). O exercício pede os pesos.", "✗ 이건 벌써 출력(가중치 × 밸류)이에요. 문제는 가중치를 물어요."),
    "mistake-not-repaired": ("✗ Essa é a conta da tabela publicada. Use a tabela consertada.", "✗ 이건 고치기 전 표에서 센 값이에요. 고친 표에서 세어 보세요."),
    "mistake-shares-of-scores": ("✗ Você dividiu as próprias pontuações pela soma. A softmax divide as exponenciais.", "✗ 점수를 그대로 합으로 나눴어요. 소프트맥스는 지수값을 나눠요."),
    "mistake-shape-turned": ("✗ Pesos: as consultas são as linhas; as chaves, as colunas.", "✗ 가중치에서 행은 쿼리, 열은 키예요."),
    "mistake-shape-of-vectors": ("✗ Essa é a forma das consultas. Os pesos têm um número para cada par consulta–chave.", "✗ 이건 쿼리의 형태예요. 가중치는 쿼리와 키의 쌍마다 숫자가 하나씩 있어요."),
    "mistake-shape-per-key": ("✗ Saída: uma linha por consulta, não por chave.", "✗ 출력은 키가 아니라 쿼리마다 한 행이에요."),
    "mistake-shape-d-k": ("✗ Quem entrega é o valor: a saída tem a largura dos valores.", "✗ 내용을 내놓는 쪽은 밸류예요. 출력의 너비는 밸류의 너비와 같아요."),
    "mistake-output-first": ("✗ A ordem está trocada: primeiro output, depois weights.", "✗ 순서가 바뀌었어요. output이 먼저, weights가 다음이에요."),
    "mistake-swapped-k-v": ("✗ K e V estão trocados: as chaves decidem, os valores entregam.", "✗ K와 V가 바뀌었어요. 키가 정하고 밸류가 내용을 내놓아요."),
    "mistake-one-below": ("✗ Quase: com esse número, k2 ainda fica abaixo de 0,90.", "✗ 거의 다 왔어요. 그 값으로는 k2가 아직 0.90보다 작아요."),
    "mistake-one-above": ("✗ Funciona, mas há um número inteiro menor que também basta.", "✗ 되긴 하지만 더 작은 정수로도 충분해요."),
    "mistake-nan": ("✗ Apareceu nan: com pontuações grandes, exp estoura. Subtraia antes o maior número da linha.", "✗ nan이 나왔어요. 점수가 크면 exp가 넘쳐요. 행의 최댓값을 먼저 빼 보세요."),
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

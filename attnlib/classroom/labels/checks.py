"""What the checks of the exercises say: check-… about any answer, mistake-… about a mistake that many make."""

CHECKS = {
    # key: (pt, ko)
    # what a check says
    "check-right": ("✓ Certo.", "✓ 맞았어요."),
    "check-empty": ("Ainda sem resposta: troque ... pela sua, rode aquela célula e depois esta.", "아직 답이 없어요. ... 자리에 답을 쓰고, 그 셀과 이 셀을 차례로 실행해 보세요."),
    "check-not-numbers": ("✗ A resposta tem de ser um número ou uma lista de números; veio {got}.", "✗ 답은 숫자여야 해요. 지금 답의 종류: {got}."),
    "check-shape": ("✗ A forma é {got}; o exercício pede {needed}.", "✗ 모양이 달라요. 지금 모양: {got}, 나와야 할 모양: {needed}."),
    "check-different": (
        "✗ Ainda não. O primeiro número diferente está na posição {place}, contando a partir do 0: o seu é {got}.",
        "✗ 아직 아니에요. {place} 자리(0부터 세요)에서 처음으로 값이 달라져요. 지금 값: {got}.",
    ),
    "check-other": ("✗ Ainda não: é outro número. Refaça a conta e tente de novo.", "✗ 아직 아니에요. 답은 다른 수예요. 다시 계산해 보세요."),
    "check-one-number": ("✗ A resposta aqui é um número só.", "✗ 여기서는 수 하나가 답이에요."),
    "check-not-a-function": ("✗ Aqui a resposta é uma função; veio {got}.", "✗ 여기서는 함수가 답이에요. 지금 답의 종류: {got}."),
    "check-raises": (
        "✗ A função deu erro com entradas de forma {shapes}: {error}",
        "✗ 모양이 {shapes}인 입력에서 함수가 오류로 멈췄어요: {error}",
    ),
    "check-no-return": ("A função ainda não devolve nada: escreva a conta e termine com return.", "함수가 아직 아무것도 돌려주지 않아요. 계산을 쓰고 return으로 끝내 보세요."),
    "check-nothing-returned": ("✗ A função não devolveu nada em uma das entradas: falta um return?", "✗ 어떤 입력에서는 함수가 아무것도 돌려주지 않았어요. return이 빠졌나요?"),
    "check-changes-input": ("✗ A função mudou a própria entrada. Trabalhe numa cópia.", "✗ 함수가 입력을 바꿔 버렸어요. 복사본으로 계산해 보세요."),
    "check-two-results": ("✗ Devolva duas coisas, nesta ordem: output, weights.", "✗ 두 가지를 이 순서로 돌려주세요: output, weights."),

    # the usual mistakes
    "mistake-column-sums": ("✗ Essas são as somas das colunas. Some ao longo de cada linha.", "✗ 이건 열의 합이에요. 행을 따라 더해 보세요."),
    "mistake-total": ("✗ Esse é o total da tabela. Falta uma soma por linha.", "✗ 이건 표 전체의 합이에요. 합이 행마다 하나씩 나와야 해요."),
    "mistake-wrong-axis": ("✗ A softmax correu pelas colunas. Some uma linha: não dá 1.", "✗ 소프트맥스가 열을 따라 내려갔어요. 한 행을 더해 보세요. 1이 안 나와요."),
    "mistake-rows-divided": (
        "✗ Dividir cada linha pela soma dela faz a linha somar 1, mas os pesos continuam errados.",
        "✗ 행을 행의 합으로 나누면 합은 1이 되지만, 가중치는 여전히 틀려요.",
    ),
    "mistake-scores": ("✗ Essas ainda são as pontuações: falta a softmax.", "✗ 아직 점수예요. 소프트맥스가 빠졌어요."),
    "mistake-scaled": ("✗ Você dividiu por √d_k; aqui o exercício pede sem escala.", "✗ √d_k로 나눴어요. 이 문제에서는 나누지 않아요."),
    "mistake-no-scale": ("✗ Falta dividir as pontuações por √d_k.", "✗ 점수를 √d_k로 나누지 않았어요."),
    "mistake-scale-without-root": ("✗ Você dividiu por d_k; falta a raiz.", "✗ d_k로 나눴어요. 제곱근이 빠졌어요."),
    "mistake-scale-by-tokens": ("✗ Você dividiu pela raiz do número de tokens; d_k é o número de colunas.", "✗ 토큰 수의 제곱근으로 나눴어요. d_k는 열의 개수예요."),
    "mistake-scale-by-d-v": ("✗ A raiz é do tamanho das chaves (d_k), não do tamanho dos valores.", "✗ 제곱근 안에는 밸류가 아니라 키의 크기(d_k)가 들어가요."),
    "mistake-output": ("✗ Essa já é a saída (pesos × valores). O exercício pede os pesos.", "✗ 이건 벌써 출력(가중치 × 밸류)이에요. 문제는 가중치를 물어요."),
    "mistake-not-repaired": ("✗ Esse é o número da tabela publicada. Conte na tabela consertada.", "✗ 이건 고치기 전 표에서 센 값이에요. 고친 표에서 세어 보세요."),
    "mistake-shares-of-scores": ("✗ Você dividiu as próprias pontuações pela soma. A softmax divide as exponenciais.", "✗ 점수를 그대로 합으로 나눴어요. 소프트맥스는 e의 거듭제곱을 합으로 나눠요."),
    "mistake-shape-turned": ("✗ Pesos: as consultas são as linhas; as chaves, as colunas.", "✗ 가중치에서 행은 쿼리, 열은 키예요."),
    "mistake-shape-of-vectors": ("✗ Essa é a forma das consultas. Os pesos têm um número para cada par consulta–chave.", "✗ 이건 쿼리의 모양이에요. 가중치는 쿼리와 키의 짝마다 하나씩 있어요."),
    "mistake-shape-per-key": ("✗ Saída: uma linha por consulta, não por chave.", "✗ 출력은 키가 아니라 쿼리마다 한 행이에요."),
    "mistake-shape-d-k": ("✗ Quem entrega é o valor: a saída tem a largura dos valores.", "✗ 내용을 건네는 쪽은 밸류예요. 출력의 너비는 밸류의 너비와 같아요."),
    "mistake-output-first": ("✗ A ordem está trocada: primeiro output, depois weights.", "✗ 순서가 바뀌었어요. output이 먼저, weights가 다음이에요."),
    "mistake-swapped-k-v": ("✗ K e V estão trocados: as chaves decidem, os valores entregam.", "✗ K와 V가 바뀌었어요. 키가 고르고 밸류가 내용을 건네요."),
    "mistake-scale-below": ("✗ Com esse número, k2 ainda fica abaixo de 90%.", "✗ 그 값으로는 k2의 몫이 아직 90%보다 작아요."),
    "mistake-scale-above": ("✗ Esse número basta, mas há um inteiro menor que também basta.", "✗ 그 값도 되지만, 더 작은 정수로도 충분해요."),
    "mistake-scale-by-keys": ("✗ Você dividiu pela raiz do número de chaves; d_k é o número de colunas de k.", "✗ 키 개수의 제곱근으로 나눴어요. d_k는 k의 열 개수예요."),
    "mistake-forgot-itself": ("✗ Quase: a própria palavra O também conta.", "✗ 거의 다 왔어요. ‘O’ 자신도 세어야 해요."),
    "mistake-nan": ("✗ Apareceu nan: com pontuações grandes, exp estoura. Subtraia antes o maior número da linha.", "✗ nan이 나왔어요. 점수가 크면 exp가 넘쳐요. 행의 최댓값을 먼저 빼 보세요."),
}

"""What is said of a mistake that more than one exercise knows. A mistake of one exercise alone stands there with its texts.

Each text says what the result is: whoever filled hidden scores with 0 has the numbers of whoever multiplied by the mask.
"""

USUAL = {
    # name: (pt, ko)
    "wrong-axis": (
        "✗ Essa é a softmax pelas colunas. Some uma linha: não dá 1.",
        "✗ 열을 따라 내려간 소프트맥스예요. 한 행을 더해 보세요. 1이 안 나와요.",
    ),
    "columns-sum-to-one": (   # where the scores are symmetric, and a lost keepdims gives what the wrong axis does
        "✗ Aí quem soma 1 são as colunas, e não as linhas. Confira o eixo da softmax; se você mesmo dividiu, "
        "a soma de cada linha pede keepdims=True.",
        "✗ 행이 아니라 열의 합이 1이에요. 소프트맥스의 축을 확인하세요. 직접 나눴다면, 행의 합에 keepdims=True가 있어야 해요.",
    ),
    "rows-divided": (
        "✗ Essa é a tabela errada com cada linha dividida pela sua soma. Agora a linha soma 1, mas os pesos continuam errados.",
        "✗ 틀린 표의 각 행을 그 행의 합으로 나눈 값이에요. 합은 1이 되지만, 가중치는 여전히 틀려요.",
    ),
    "scores": ("✗ Essas ainda são as pontuações: falta a softmax.", "✗ 아직 점수예요. 소프트맥스가 빠졌어요."),
    "no-softmax": (
        "✗ Falta a softmax: os valores foram misturados com as próprias pontuações.",
        "✗ 소프트맥스가 빠졌어요. 점수를 그대로 써서 밸류를 섞었어요.",
    ),
    "no-transpose": (
        "✗ Falta transpor as chaves: o produto escalar é de linha com linha, k.T. A forma só coube porque a tabela é quadrada.",
        "✗ 키를 전치하지 않았어요. 행과 행을 내적하려면 k.T를 곱해야 해요. 정사각형이라서 모양만 맞았어요.",
    ),
    "scaled": (
        "✗ Esses são os pesos com as pontuações divididas por √d_k; aqui o exercício pede sem escala.",
        "✗ 점수를 √d_k로 나눴을 때의 값이에요. 이 문제에서는 나누지 않아요.",
    ),
    "no-scale": (
        "✗ Esse é o resultado sem escala: falta dividir as pontuações por √d_k.",
        "✗ 스케일링을 하지 않았을 때의 값이에요. 점수를 √d_k로 나눠야 해요.",
    ),
    "scale-without-root": (
        "✗ O divisor é d_k, sem a raiz: deve ser √d_k, uma vez só.",
        "✗ 나누는 수가 d_k예요. √d_k로, 한 번만 나누세요.",
    ),
    "scale-by-tokens": (
        "✗ O divisor é a raiz do número de tokens; d_k é o número de colunas.",
        "✗ 나누는 수가 토큰 수의 제곱근이에요. d_k는 열의 개수예요.",
    ),
    "scale-by-d-v": (
        "✗ A raiz é do tamanho das chaves (d_k), não do tamanho dos valores.",
        "✗ 제곱근 안에는 밸류가 아니라 키의 크기(d_k)가 들어가요.",
    ),
    "output": (
        "✗ Essa já é a saída (pesos × valores). O exercício pede os pesos.",
        "✗ 이건 벌써 출력(가중치 × 밸류)이에요. 문제는 가중치를 물어요.",
    ),
    "shares-of-scores": (
        "✗ Essas são as próprias pontuações divididas pela soma delas. A softmax divide as exponenciais.",
        "✗ 점수를 그대로 점수의 합으로 나눈 값이에요. 소프트맥스는 e의 거듭제곱을 합으로 나눠요.",
    ),
    "shape-of-vectors": (
        "✗ Essa é a forma das consultas. Os pesos têm um número para cada par consulta–chave.",
        "✗ 이건 쿼리의 모양이에요. 가중치는 쿼리와 키의 짝마다 하나씩 있어요.",
    ),
    "output-first": (
        "✗ A ordem está trocada: primeiro output, depois weights.",
        "✗ 순서가 바뀌었어요. output이 먼저, weights가 다음이에요.",
    ),
    "scale-by-keys": (
        "✗ O divisor é a raiz do número de chaves; d_k é o número de colunas de k.",
        "✗ 나누는 수가 키 개수의 제곱근이에요. d_k는 k의 열 개수예요.",
    ),
    "merge-stacked": (
        "✗ As cabeças ficaram uma embaixo da outra. Cada token tem uma linha só.",
        "✗ 헤드가 위아래로 쌓였어요. 토큰마다 한 행이어야 해요.",
    ),
    "scale-by-heads": (
        "✗ O divisor é a raiz do número de cabeças. O tamanho de cada uma é outro número.",
        "✗ 나누는 수가 헤드 개수의 제곱근이에요. 헤드 하나의 크기는 다른 수예요.",
    ),
    "scale-by-model": (
        "✗ O divisor é a raiz da largura do modelo inteiro. Aqui vale o tamanho de uma cabeça.",
        "✗ 나누는 수가 모델 전체 너비의 제곱근이에요. 여기서는 헤드 하나의 크기예요.",
    ),
    "default-variant": (
        "✗ Essa é a resposta para os números impressos na lição. Com a sua matrícula, os números são outros: "
        "rode de novo a célula acima.",
        "✗ 이건 학번 없이 나온 수의 답이에요. 학번을 쓰면 수가 달라져요. 위의 셀을 다시 실행하세요.",
    ),
    "four-bytes": (
        "✗ É o que sairia com 4 bytes por número; float16 ocupa 2.",
        "✗ 수마다 4바이트일 때의 값이에요. float16은 2바이트예요.",
    ),
    "gb-unit": (
        "✗ A conta está certa, a unidade não: divida os bytes por 2³⁰.",
        "✗ 계산은 맞는데 단위가 달라요. 바이트를 2³⁰으로 나누세요.",
    ),
    "order-turned": ("✗ Está ao contrário: 1 quer dizer verdadeiro.", "✗ 거꾸로예요. 1은 참이라는 뜻이에요."),
    "key-mask": (
        "✗ Essa máscara esconde a mesma chave de todas as consultas. A máscara causal muda de linha para linha.",
        "✗ 이 마스크는 모든 쿼리에게 같은 키를 가려요. 인과 마스크는 행마다 달라요.",
    ),
    "causal-inverted": (
        "✗ Está ao contrário: ficou visível justamente o que se devia esconder. Aqui, True quer dizer pode olhar.",
        "✗ 거꾸로예요. 가려야 할 칸만 보여요. 여기서는 True가 볼 수 있다는 뜻이에요.",
    ),
    "causal-transposed": (
        "✗ A máscara está transposta: cada palavra vê a si mesma e as seguintes.",
        "✗ 마스크의 행과 열이 바뀌었어요. 단어마다 자기와 뒤의 단어를 봐요.",
    ),
    "diagonal-hidden": (
        "✗ A diagonal ficou escondida: cada palavra deve ver a si mesma, e a primeira linha ficou sem nada para olhar.",
        "✗ 대각선까지 가렸어요. 단어마다 자기 자신은 봐야 하는데, 첫 행은 볼 것이 하나도 없어요.",
    ),
    "no-mask": (
        "✗ Nada ficou escondido: esse é o resultado sem máscara.",
        "✗ 아무것도 가려지지 않았어요. 마스크가 없을 때의 결과예요.",
    ),
    "mask-not-boolean": (
        "✗ A máscara tem de ser booleana: só True, pode olhar, ou False.",
        "✗ 마스크는 불(boolean) 값이어야 해요. 볼 수 있으면 True, 아니면 False만 써요.",
    ),
    "mask-times-zero": (
        "✗ As pontuações escondidas viraram 0, e pontuação 0 ainda ganha peso: e⁰ = 1.",
        "✗ 가려야 할 점수가 0이 됐어요. 점수가 0이어도 몫을 받아요. e⁰ = 1이니까요.",
    ),
    "mask-added": (
        "✗ As pontuações visíveis ganharam um ponto de vantagem, e só: nada ficou escondido.",
        "✗ 보이는 키의 점수가 1점 더 높아졌을 뿐, 아무것도 안 가려졌어요.",
    ),
    "zero-after": (
        "✗ Os pesos escondidos estão em 0, mas os outros são os da softmax sem máscara: as linhas não somam 1.",
        "✗ 가려진 가중치는 0이지만, 나머지는 마스크가 없는 소프트맥스의 값 그대로예요. 행의 합이 1이 아니에요.",
    ),
    "zero-times-infinity": (
        "✗ Apareceu nan. Se a máscara multiplica −∞, lembre: 0 · (−∞) não é 0, é nan. np.where escolhe sem multiplicar.",
        "✗ nan이 나왔어요. 마스크에 −∞를 곱했나요? 0 · (−∞)는 0이 아니라 nan이에요. np.where를 쓰면 곱하지 않고 골라요.",
    ),
    "plus-infinity": (
        "✗ Há +∞ entre as pontuações, e dele a softmax não sabe tirar uma fatia. Para esconder, use −∞: confira o sinal.",
        "✗ 점수에 +∞가 있어서 소프트맥스가 몫을 구할 수 없어요. 가릴 때는 −∞를 써요. 부호를 확인하세요.",
    ),
    "future-leak": (
        "✗ O detector achou um vazamento: a saída {place} muda quando só mudam tokens depois dela.",
        "✗ 정보 누수 검사기가 새는 곳을 찾았어요. 뒤의 토큰만 바꿨는데 {place}번 출력이 달라져요.",
    ),
    "table-softmax": (
        "✗ A tabela inteira soma 1. Quem tem de somar 1 é cada linha: a softmax corre ao longo das chaves.",
        "✗ 표 전체의 합이 1이에요. 행마다 합이 1이어야 해요. 소프트맥스는 키 축으로 적용하세요.",
    ),
    "hidden-weight": (
        "✗ Uma chave escondida ganhou peso: {got}. Se há outro número no lugar de −∞, nenhuma pontuação pode chegar perto dele.",
        "✗ 가려진 키가 몫을 받았어요: {got}. −∞ 대신 다른 수를 썼다면, 어떤 점수도 그 수에 가까우면 안 돼요.",
    ),
    "peak-of-hidden": (
        "✗ Uma pontuação escondida enorme estragou a linha: ou levou as exponenciais visíveis a 0 (0/0 é nan), "
        "ou a exponencial dela deu inf (inf · 0 é nan). Esconda com −∞ antes da exp e subtraia o maior número visível.",
        "✗ 가려진 점수가 아주 커서 그 행이 망가졌어요. 보이는 키의 e의 거듭제곱이 0이 됐거나(0/0은 nan), "
        "가려진 키의 것이 inf가 됐어요(inf · 0은 nan). exp 전에 −∞로 가리고, 보이는 점수의 최댓값을 빼세요.",
    ),
    "overflow": (
        "✗ Apareceu nan com números grandes: exp dá inf ou só zeros, e inf/inf e 0/0 são nan. "
        "Se você ainda não subtrai o maior da linha antes da exp, subtraia.",
        "✗ 큰 수에서 nan이 나왔어요. exp가 inf가 되거나 모두 0이 되면 inf/inf나 0/0이 돼요. "
        "아직 빼지 않았다면, exp 전에 행마다 그 행의 최댓값을 빼세요.",
    ),
}

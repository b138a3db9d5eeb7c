"""Questions for lesson self-attention."""

import numpy as np

from attnlib import softmax
from attnlib.classroom.figures import heatmap
from teaching.questions import Choice, Number, Open, Text, Wrong

GIVES_BACKWARDS = """

```python
scores = x @ x.T
weights = softmax(scores)
output = weights.T @ x
print(weights.sum(axis=1))
```"""
VECTORS = [(1, 0), (0, 1), (1, 1), (2, 0), (0, 2), (1, 2), (2, 1)]


def sentence(random):
    tokens, numbers = random.choice([5, 6, 7]), random.choice([2, 3, 4])
    return {"tokens": tokens, "numbers": numbers}


def three_words(random):
    """Three words of two numbers; the ways to a wrong answer lead elsewhere."""
    while True:
        first, second, third = random.permutation(VECTORS)[:3]
        given = {"first": first, "second": second, "third": third}
        found = np.sort([way(**given) for way in (attended, second_number, unscaled_mean, scores_only, divided)])
        if np.diff(found).min() > 0.03:
            return given


def attended(first, second, third):
    x = np.array([first, second, third])
    return softmax(x @ first) @ x[:, 0]


def second_number(first, second, third):
    x = np.array([first, second, third])
    return softmax(x @ first) @ x[:, 1]


def unscaled_mean(first, second, third):
    return np.mean([first[0], second[0], third[0]])


def scores_only(first, second, third):
    x = np.array([first, second, third])
    return x @ first @ x[:, 0]


def divided(first, second, third):
    x = np.array([first, second, third])
    return x @ first / (x @ first).sum() @ x[:, 0]


def wrong_axis(random):
    """A table (4, 4) of weights that went down the columns, Q = K, and two words to ask about."""
    while True:
        x = random.normal(size=(4, 2))
        table = softmax(x @ x.T, axis=0).round(2)
        asks, answers = random.permutation(4)[:2]
        right, printed = table[answers, asks], table[asks, answers]
        if np.diff(np.sort([right, printed, printed / table[asks].sum()])).min() > 0.03 < min(right, printed):
            return {"table": table, "row": asks, "column": answers, "asks": f"w{asks + 1}", "answers": f"w{answers + 1}"}


def two_keys(random):
    length = random.choice([3, 4, 5])
    return {"query": np.array([1, 1]), "same": np.array([1, 1]), "longer": random.permutation([length, 0]), "length": length}


def possible_outputs(random):
    """Three values, a mixture of them, and three points that no weights of one row give."""
    first, second, third = values = random.permutation([[4, 0], [0, 8], [8, 4]])
    mixed = (np.array([2, 1, 1]) @ values) // 4
    return {"first": first, "second": second, "third": third, "mixed": mixed, "summed": first + second + third,
            "largest": values.max(axis=0), "taken": first + second - third, "top": 8, "beside": 4}


def many_words(random):
    return {"words": random.choice([8, 10, 12])}


QUESTIONS = [
    Choice("shapes", "know", 1, Text(
        "Uma frase tem {{ tokens }} tokens, cada um com um vetor de {{ numbers }} números. Na autoatenção da lição, que forma "
        "têm os pesos e a saída?",
        "문장에 토큰이 {{ tokens }}개 있고, 토큰마다 수 {{ numbers }}개짜리 벡터가 있어요. 강의에서 배운 셀프 어텐션에서 "
        "가중치와 출력의 모양은 무엇인가요?"),
        given=sentence,
        right=Text("{{ tokens }} × {{ tokens }} e {{ tokens }} × {{ numbers }}",
                   "{{ tokens }} × {{ tokens }}, {{ tokens }} × {{ numbers }}"),
        why=Text("Cada token dá um peso a cada token, e cada token sai com um vetor do tamanho dos valores.",
                 "토큰마다 모든 토큰에 가중치를 하나씩 주고, 토큰마다 밸류와 크기가 같은 벡터가 하나씩 나와요."),
        wrong=(
            Wrong(Text("Essa é a forma de $X^\\top X$: assim os números perguntariam uns aos outros, e não as palavras.",
                       "$X^\\top X$의 모양이에요. 단어끼리가 아니라 수끼리 묻게 돼요."),
                  Text("{{ numbers }} × {{ numbers }} e {{ tokens }} × {{ numbers }}",
                       "{{ numbers }} × {{ numbers }}, {{ tokens }} × {{ numbers }}")),
            Wrong(Text("Um peso é de um par de tokens, não de um token e um número.",
                       "가중치는 토큰과 수가 아니라 토큰과 토큰 사이의 수예요."),
                  Text("{{ tokens }} × {{ numbers }} e {{ tokens }} × {{ tokens }}",
                       "{{ tokens }} × {{ numbers }}, {{ tokens }} × {{ tokens }}")),
            Wrong(Text("A saída é um vetor por token, não um só para a frase.", "출력은 문장에 하나가 아니라 토큰마다 하나예요."),
                  Text("{{ tokens }} × {{ tokens }} e 1 × {{ numbers }}", "{{ tokens }} × {{ tokens }}, 1 × {{ numbers }}")),
        )),
    Choice("same-word", "know", 1, Text(
        "A mesma palavra entra com o mesmo vetor em duas frases e sai da autoatenção com vetores diferentes. O que mudou na "
        "conta?",
        "같은 단어가 두 문장에 같은 벡터로 들어갔는데, 셀프 어텐션에서 나온 벡터는 서로 달라요. 계산에서 무엇이 달라졌나요?"),
        right=Text("As chaves e os valores das outras palavras.", "다른 단어들의 키와 밸류"),
        why=Text("A consulta é a mesma, mas encontra outras chaves e mistura outros valores.",
                 "쿼리는 같지만, 만나는 키와 섞는 밸류가 달라요."),
        wrong=(
            Wrong(Text("A consulta é o vetor da própria palavra, que é igual nas duas frases.",
                       "쿼리는 그 단어의 벡터이고, 두 문장에서 같아요."),
                  Text("A consulta com que a palavra pergunta.", "그 단어가 묻는 쿼리")),
            Wrong(Text("Nesta conta nada é treinado entre uma frase e outra.",
                       "한 문장에서 다음 문장으로 넘어갈 때 학습하는 것은 없어요."),
                  Text("Os parâmetros, treinados para cada frase.", "문장마다 새로 학습한 파라미터")),
            Wrong(Text("A ordem das palavras ainda não entra na conta: só importa quem está na frase.",
                       "단어의 순서는 아직 계산에 들어가지 않아요. 어떤 단어가 있는지만 중요해요."),
                  Text("A posição da palavra na frase.", "문장에서 그 단어가 놓인 위치")),
        )),
    Choice("column-of-two", "know", 1, Text(
        "Em uma tabela de pesos de {{ words }} palavras, cada linha soma 1, e a coluna de *grande* soma mais de 2. O que isso "
        "mostra?",
        "단어 {{ words }}개짜리 가중치 표에서 행의 합은 모두 1인데, ‘크다’ 열의 합은 2가 넘어요. 무엇을 뜻하나요?"),
        given=many_words,
        right=Text("Muitas palavras olham bastante para *grande*.", "여러 단어가 ‘크다’를 많이 봐요."),
        why=Text("Cada linha reparte 1; uma coluna soma o que todas lhe dão, e isso pode ser qualquer coisa de 0 ao número de "
                 "linhas.",
                 "행마다 1을 나눠 주고, 열의 합은 모두에게서 받은 몫이에요. 0부터 행의 수까지 얼마든 될 수 있어요."),
        wrong=(
            Wrong(Text("Nesse caso as colunas somariam 1, e as linhas, não.",
                       "그랬다면 열의 합이 1이고 행의 합은 1이 아니었을 거예요."),
                  Text("A softmax correu ao longo do eixo errado.", "소프트맥스를 잘못된 축을 따라 적용했어요.")),
            Wrong(Text("O que *grande* dá está na linha dela, que soma 1 como as outras.",
                       "‘크다’가 주는 몫은 ‘크다’ 행에 있고, 그 합은 다른 행처럼 1이에요."),
                  Text("A palavra *grande* olha demais para as outras.", "‘크다’가 다른 단어를 너무 많이 봐요.")),
            Wrong(Text("Arredondar muda centésimos, não uma unidade inteira.",
                       "올림하면 칸마다 아주 조금 커질 뿐, 합이 1 넘게 커지지는 않아요."),
                  Text("Os pesos foram arredondados para cima.", "가중치를 올림해서 적었어요.")),
        )),
    Choice("twice-as-long", "know", 1, Text(
        "Sem escala e com Q = K = V = X, o vetor de uma palavra é multiplicado por 2. O que acontece com a pontuação dela "
        "consigo mesma?",
        "스케일링 없이 Q = K = V = X일 때, 한 단어의 벡터에 2를 곱해요. 그 단어가 자기 자신에게 주는 점수는 어떻게 되나요?"),
        right=Text("É multiplicada por 4.", "4배가 돼요."),
        why=Text("O vetor entra duas vezes no produto, como consulta e como chave: $(2x) \\cdot (2x) = 4 (x \\cdot x)$.",
                 "벡터가 쿼리로 한 번, 키로 한 번, 두 번 들어가요: $(2x) \\cdot (2x) = 4 (x \\cdot x)$."),
        wrong=(
            Wrong(Text("Isso vale para a pontuação com as outras palavras, em que só um dos dois vetores dobra.",
                       "다른 단어와의 점수라면 한쪽 벡터만 2배가 되니 맞아요."),
                  Text("É multiplicada por 2.", "2배가 돼요.")),
            Wrong(Text("O cosseno é que só vê a direção; o produto escalar vê também o comprimento.",
                       "방향만 보는 건 코사인이에요. 내적은 길이도 봐요."),
                  Text("Não muda.", "그대로예요.")),
            Wrong(Text("A exponencial só vem depois, na softmax.", "지수 함수는 그다음 단계인 소프트맥스에서 나와요."),
                  Text("É multiplicada por $e^2$.", "$e^2$배가 돼요.")),
        )),
    Number("output-number", "apply", 2, Text(
        "Três palavras têm os vetores {{ first }}, {{ second }} e {{ third }}. Com Q = K = V = X e sem dividir as pontuações, "
        "qual é o primeiro número da saída da primeira palavra? Responda com duas casas decimais (nos pesos, guarde quatro).",
        "단어 3개의 벡터: {{ first }}, {{ second }}, {{ third }}. Q = K = V = X이고 점수를 나누지 않을 때, 첫째 단어의 출력에서 "
        "첫째 수는 얼마인가요? 소수 둘째 자리까지 구하세요(가중치는 넷째 자리까지 두고 계산하세요)."),
        given=three_words, answer=attended, decimals=2,
        how=Text("Produto escalar da primeira com cada uma, softmax, e a mistura dos primeiros números com esses pesos: "
                 "{{ answer }}.",
                 "첫째 단어와 세 단어를 각각 내적하고, 소프트맥스로 가중치를 구해서, 첫째 수들을 그만큼씩 섞어요: {{ answer }}."),
        wrong=(
            Wrong(Text("Esse é o segundo número da saída.", "그건 출력의 둘째 수예요."), second_number),
            Wrong(Text("Essa é a média simples: as pontuações ficaram de fora.",
                       "점수를 쓰지 않고 그냥 평균했어요."), unscaled_mean),
            Wrong(Text("Faltou a softmax: você misturou com as próprias pontuações.",
                       "소프트맥스를 빠뜨리고 점수를 그대로 곱했어요."),
                  scores_only),
            Wrong(Text("Você dividiu as pontuações pela soma delas; faltou a exponencial.",
                       "점수를 점수의 합으로 나눴어요. 지수 함수를 빠뜨렸어요."), divided),
        )),
    Number("wrong-table", "apply", 2, Text(
        "Neste mapa, Q = K = X, mas a softmax desceu pelas colunas. Com a softmax no eixo certo, que peso {{ asks }} dá a "
        "{{ answers }}? Leia o mapa e responda com duas casas decimais.",
        "이 맵에서 Q = K = X인데, 소프트맥스를 열을 따라 적용했어요. 맞는 축을 썼다면 {{ asks }} 단어가 {{ answers }} 단어에 "
        "주는 가중치는 얼마인가요? 맵에서 읽어 소수 둘째 자리까지 답하세요."),
        task="reading", given=wrong_axis,
        picture=lambda table, **_: heatmap(table, *[[f"w{i}" for i in range(1, 5)]] * 2),
        answer=lambda table, row, column, **_: table[column, row], decimals=2,
        how=Text("As pontuações são simétricas; por isso, a tabela certa é a transposta desta. Leia na linha de {{ answers }}, "
                 "coluna de {{ asks }}: {{ answer }}.",
                 "점수가 대칭이라서 맞는 표는 이 표의 전치 행렬이에요. {{ answers }} 행, {{ asks }} 열을 읽어요: {{ answer }}."),
        wrong=(
            Wrong(Text("Esse é o número da tabela errada: falta trocar linha e coluna.",
                       "틀린 표의 수를 그대로 읽었어요. 행과 열을 맞바꿔야 해요."),
                  lambda table, row, column, **_: table[row, column]),
            Wrong(Text("Dividir a linha errada pela sua soma faz a linha somar 1, mas os pesos continuam errados.",
                       "틀린 행을 그 합으로 나누면 합은 1이 되지만, 가중치는 여전히 틀려요."),
                  lambda table, row, column, **_: table[row, column] / table[row].sum()),
        )),
    Number("longer-key", "apply", 2, Text(
        "A consulta é {{ query }}, e as chaves são {{ same }} e {{ longer }}; as pontuações não são divididas. Quanto dá o "
        "peso da segunda chave dividido pelo da primeira? Responda com duas casas decimais.",
        "쿼리: {{ query }}. 키: {{ same }}, {{ longer }}. 점수는 나누지 않아요. 둘째 키의 가중치를 첫째 키의 가중치로 나누면 "
        "얼마인가요? 소수 둘째 자리까지 구하세요."),
        given=two_keys, answer=lambda query, same, longer, **_: np.exp(query @ longer - query @ same), decimals=2,
        how=Text("A razão de dois pesos é a exponencial da diferença das pontuações: {{ length }} menos 2 no expoente dá "
                 "{{ answer }}.",
                 "두 가중치의 비는 점수 차이의 지수 함숫값이에요. {{ length }}에서 2를 뺀 수를 지수에 넣어요: {{ answer }}."),
        wrong=(
            Wrong(Text("Essa é a razão das pontuações; a softmax vê a diferença.",
                       "점수의 비예요. 소프트맥스는 점수의 차이를 봐요."),
                  lambda length, **_: length / 2),
            Wrong(Text("Você usou os cossenos. O produto escalar conta também o comprimento.",
                       "코사인을 썼어요. 내적은 길이도 함께 재요."),
                  lambda **_: np.exp(1 / np.sqrt(2) - 1)),
            Wrong(Text("Essa é a razão ao contrário, da primeira para a segunda.",
                       "거꾸로 나눴어요. 첫째를 둘째로 나눈 값이에요."),
                  lambda length, **_: np.exp(2 - length)),
        )),
    Choice("inside-the-values", "apply", 1, Text(
        "Os três valores de uma frase são {{ first }}, {{ second }} e {{ third }}. Qual destes pontos pode ser a saída de uma "
        "palavra?",
        "한 문장의 밸류 3개: {{ first }}, {{ second }}, {{ third }}. 다음 가운데 어떤 단어의 출력이 될 수 있는 점은 어느 "
        "것인가요?"),
        given=possible_outputs,
        right=Text("{{ mixed }}", "{{ mixed }}"),
        why=Text("Os pesos são positivos e somam 1: a saída fica dentro do triângulo dos três valores.",
                 "가중치는 양수이고 합이 1이라서, 출력은 세 밸류가 만드는 삼각형 안에 있어요."),
        wrong=(
            Wrong(Text("Essa é a soma dos três: os pesos somariam 3.", "셋을 그냥 더했어요. 가중치의 합이 3이 돼요."),
                  Text("{{ summed }}", "{{ summed }}")),
            Wrong(Text("Para o primeiro número ser {{ top }}, todo o peso teria de ir a um só valor, e o segundo seria "
                       "{{ beside }}.",
                       "첫째 수가 {{ top }}이 되려면 한 밸류에 가중치를 다 줘야 하고, 그러면 둘째 수는 {{ beside }}예요."),
                  Text("{{ largest }}", "{{ largest }}")),
            Wrong(Text("Para chegar aí, um dos pesos teria de ser negativo; a softmax não dá peso negativo.",
                       "여기에 오려면 가중치 하나가 음수여야 해요. 소프트맥스는 음수를 주지 않아요."),
                  Text("{{ taken }}", "{{ taken }}")),
        )),
    Open("transposed-table", "derive", 4, Text(
        "Com Q = K = X, alguém faz a softmax descer pelas colunas de $S = X X^\\top$. Mostre que a tabela que sai, transposta, é "
        "a certa. Em que passo a prova falha se Q e K passam por projeções diferentes?",
        "Q = K = X인데 어떤 사람이 $S = X X^\\top$의 열을 따라 소프트맥스를 적용했어요. 나온 표의 전치 행렬이 바른 표임을 "
        "보이세요. Q와 K가 서로 다른 투영을 거쳤다면 증명의 어느 단계가 성립하지 않나요?"),
        task="derivation",
        answer=Text("A tabela errada é $B_{ij} = e^{S_{ij}} / \\sum_k e^{S_{kj}}$; a certa, "
                    "$A_{ij} = e^{S_{ij}} / \\sum_k e^{S_{ik}}$. Como $S_{ij} = x_i \\cdot x_j = S_{ji}$, temos $B_{ji} = "
                    "e^{S_{ji}} / \\sum_k e^{S_{ki}} = e^{S_{ij}} / \\sum_k e^{S_{ik}} = A_{ij}$. Com projeções diferentes, $q_i "
                    "\\cdot k_j$ e $q_j \\cdot k_i$ são números diferentes, e trocar $S_{ji}$ por $S_{ij}$ deixa de valer.",
                    "틀린 표는 $B_{ij} = e^{S_{ij}} / \\sum_k e^{S_{kj}}$, 바른 표는 "
                    "$A_{ij} = e^{S_{ij}} / \\sum_k e^{S_{ik}}$예요. $S_{ij} = x_i \\cdot x_j = S_{ji}$라서 $B_{ji} = e^{S_{ji}} "
                    "/ \\sum_k e^{S_{ki}} = e^{S_{ij}} / \\sum_k e^{S_{ik}} = A_{ij}$예요. 서로 다른 투영을 거치면 $q_i \\cdot "
                    "k_j$와 $q_j \\cdot k_i$가 다른 수라서, $S_{ji}$를 $S_{ij}$로 바꾸는 단계가 성립하지 않아요."),
        rubric=((1, Text("Escreve as duas softmax com os denominadores certos (coluna e linha).",
                         "두 소프트맥스의 분모를 열과 행에 맞게 써요.")),
                (1, Text("Diz que $S$ é simétrica e por quê.", "$S$가 대칭이라는 것과 그 이유를 말해요.")),
                (1, Text("Troca os índices também no denominador e conclui.", "분모에서도 첨자를 바꾸고 결론을 내요.")),
                (1, Text("Aponta a simetria como o passo que falha com projeções.",
                         "투영이 있으면 대칭이라는 단계가 무너진다고 말해요."))),
        wrong=(Wrong(Text("Só mostra que as linhas da transposta somam 1: isso qualquer tabela normalizada por colunas cumpre.",
                          "전치 행렬의 행의 합이 1이라는 것만 보여요. 열마다 나눈 표라면 무엇이든 그래요.")),
               Wrong(Text("Troca os índices só no numerador: o denominador ficaria o da coluna.",
                          "분자의 첨자만 바꿔요. 분모가 여전히 열의 합이에요.")))),
    Open("equal-lengths", "derive", 3, Text(
        "Se Q = K = X e todos os vetores da frase têm o mesmo comprimento, mostre que nenhuma palavra dá a outra mais peso do "
        "que a si mesma. Dê um exemplo, com dois vetores de comprimentos diferentes, em que uma palavra dá.",
        "Q = K = X이고 문장의 벡터가 모두 길이가 같다면, 어느 단어도 자기보다 다른 단어에 더 큰 가중치를 주지 않음을 보이세요. "
        "길이가 다른 두 벡터로, 다른 단어에 더 주는 예도 드세요."),
        task="derivation",
        answer=Text("A pontuação de $i$ para $j$ é $x_i \\cdot x_j = \\lVert x_i \\rVert \\lVert x_j \\rVert \\cos\\theta \\le "
                    "\\lVert x_i \\rVert \\lVert x_j \\rVert = \\lVert x_i \\rVert^2$, que é a pontuação de $i$ consigo mesma. A "
                    "softmax mantém a ordem, e por isso o peso também não é maior. Com $x_1 = (1, 0)$ e $x_2 = (2, 0)$, a "
                    "primeira dá pontuação 2 à segunda e só 1 a si mesma.",
                    "$i$가 $j$에 주는 점수는 $x_i \\cdot x_j = \\lVert x_i \\rVert \\lVert x_j \\rVert \\cos\\theta \\le \\lVert "
                    "x_i \\rVert \\lVert x_j \\rVert = \\lVert x_i \\rVert^2$이고, 오른쪽 끝은 $i$가 자기에게 주는 점수예요. "
                    "소프트맥스는 순서를 지키니 가중치도 더 크지 않아요. $x_1 = (1, 0)$, $x_2 = (2, 0)$이면 첫째 단어는 둘째 "
                    "단어에 2점, 자기 자신에게는 1점을 줘요."),
        rubric=((1, Text("Escreve o produto escalar com comprimentos e cosseno e limita o cosseno por 1.",
                         "내적을 길이와 코사인으로 쓰고, 코사인이 1 이하임을 써요.")),
                (1, Text("Usa os comprimentos iguais e passa das pontuações aos pesos pela ordem.",
                         "길이가 같음을 쓰고, 순서가 지켜지므로 가중치도 그렇다고 말해요.")),
                (1, Text("Dá um exemplo certo com comprimentos diferentes.", "길이가 다른 맞는 예를 들어요."))),
        wrong=(Wrong(Text("Diz que a diagonal é sempre a maior: sem comprimentos iguais, não é.",
                          "대각선이 언제나 가장 크다고 해요. 길이가 다르면 그렇지 않아요.")),)),
    Choice("gives-backwards", "judge", 1, Text(
        "O código imprime 1 para todas as linhas, e mesmo assim a saída está errada. Qual é a falha?" + GIVES_BACKWARDS,
        "코드를 실행하면 모든 행의 합이 1로 나오는데, 그래도 `output`이 틀렸어요. 무엇이 잘못됐나요?" + GIVES_BACKWARDS),
        task="fault",
        right=Text("Na saída, os pesos entram transpostos.", "출력을 구할 때 가중치를 전치해서 썼어요."),
        why=Text("Assim cada palavra recebe segundo quem olha para ela, e os pesos que usa já não somam 1. O certo é `weights @ "
                 "x`.",
                 "그러면 자기를 보는 단어들의 가중치로 섞게 되고, 그 합은 1이라는 보장이 없어요. `weights @ x`가 맞아요."),
        wrong=(
            Wrong(Text("As somas impressas, que são das linhas, mostram que o eixo está certo.",
                       "출력된 합은 행의 합이고 모두 1이니, 축은 맞아요."),
                  Text("A softmax correu ao longo das consultas.", "소프트맥스를 쿼리 축을 따라 적용했어요.")),
            Wrong(Text("`x.T @ x` compara colunas de `x`, e não palavras.", "`x.T @ x`는 단어가 아니라 `x`의 열끼리 비교해요."),
                  Text("As pontuações deviam ser `x.T @ x`.", "점수는 `x.T @ x`로 구해야 해요.")),
            Wrong(Text("Somar pelas colunas não testa nada: uma coluna pode somar qualquer coisa.",
                       "열의 합은 얼마든 될 수 있어서 확인이 되지 않아요."),
                  Text("As somas deviam ser com `axis=0`.", "합을 `axis=0`으로 구해야 해요.")),
        )),
    Choice("rows-of-one", "judge", 1, Text(
        "Em uma tabela publicada, os pesos são positivos e todas as linhas somam 1. O que isso garante sobre a conta?",
        "공개된 표에서 가중치가 모두 양수이고 행의 합이 모두 1이에요. 계산에 대해 무엇을 확신할 수 있나요?"),
        right=Text("Apenas que cada linha foi dividida pelo total.", "행마다 자기 합으로 나눴다는 것뿐"),
        why=Text("É preciso passar nesse teste, mas pontuações erradas, ou uma tabela errada remendada por divisão, também "
                 "passam.",
                 "꼭 통과해야 하는 검사지만, 점수가 틀렸거나 틀린 표를 합으로 나눠 고쳐도 통과해요."),
        wrong=(
            Wrong(Text("Dividir cada linha de uma tabela errada pela sua soma também dá linhas de soma 1.",
                       "틀린 표의 행을 그 합으로 나눠도 행의 합은 1이에요."),
                  Text("Que a softmax correu ao longo do eixo certo.", "소프트맥스를 맞는 축을 따라 적용했다는 것")),
            Wrong(Text("A soma não depende de onde vêm as pontuações: com projeções as linhas também somam 1.",
                       "행의 합은 점수가 어디서 왔는지와 상관없어요. 투영이 있어도 1이에요."),
                  Text("Que consultas e chaves são os mesmos vetores.", "쿼리와 키가 같은 벡터라는 것")),
            Wrong(Text("Vetores sorteados também dão linhas de soma 1, e não sabem nada da frase.",
                       "무작위 벡터로도 행의 합은 1이 되지만, 문장의 뜻은 전혀 몰라요."),
                  Text("Que o maior peso marca a palavra mais importante.", "가장 큰 가중치가 가장 중요한 단어를 가리킨다는 것")),
        )),
    Choice("drawn-once", "judge", 1, Text(
        "Um blog sorteia os vetores de 10 palavras, vê que *Inteligência* olha mais para *Artificial* (sem contar ela mesma) e "
        "escreve: “A autoatenção achou a relação.” Que objeção acerta o ponto?",
        "어떤 블로그가 단어 10개의 벡터를 무작위로 뽑았어요. 자기 자신을 빼면 ‘지능’이 ‘인공’을 가장 많이 보자 ‘셀프 어텐션이 "
        "관계를 찾아냈다’라고 썼어요. 핵심을 찌르는 반론은 어느 것인가요?"),
        right=Text("Em outro sorteio, podia ganhar qualquer outra.", "벡터를 다시 뽑으면 아무 단어나 1등이 될 수 있어요."),
        why=Text("Com vetores sorteados, cada uma das 9 outras ganha uma vez em 9: o mapa mostra o sorteio, não a língua.",
                 "무작위 벡터라면 나머지 9개가 저마다 9번에 1번꼴로 1등이 돼요. 맵에 나타난 건 말의 뜻이 아니라 우연이에요."),
        wrong=(
            Wrong(Text("Vetores sorteados mais compridos continuam sem saber nada das palavras.",
                       "무작위 벡터는 길어도 단어의 뜻을 몰라요."),
                  Text("Os vetores deviam ter mais números.", "벡터에 수가 더 많아야 해요.")),
            Wrong(Text("Dividir todas as pontuações pelo mesmo número não muda quem fica em primeiro.",
                       "모든 점수를 같은 수로 나눠도 1등은 바뀌지 않아요."),
                  Text("Faltou dividir as pontuações por $\\sqrt{d_k}$.", "점수를 $\\sqrt{d_k}$로 나누지 않았어요.")),
            Wrong(Text("Uma frase maior daria mais candidatas, e a escolha seria acaso do mesmo jeito.",
                       "문장이 길면 후보만 늘어날 뿐, 우연인 건 마찬가지예요."),
                  Text("A frase devia ter mais palavras.", "문장에 단어가 더 많아야 해요.")),
        )),
    Open("weights-or-output", "judge", 4, Text(
        "Na lição, em “A bola não coube na caixa porque ela era grande”, *ela* dá o mesmo peso a *bola* e a *caixa*. Um colega "
        "conclui: “Então a autoatenção não ajuda a saber quem é *ela*.” Em 5 a 8 linhas, defenda ou ponha em dúvida a "
        "conclusão.",
        "강의의 문장에서 ‘그것’은 ‘공’과 ‘상자’에 같은 가중치를 줘요. 친구가 말해요. ‘그러면 셀프 어텐션은 그것이 무엇인지 아는 "
        "데 도움이 안 되네.’ 이 결론에 찬성하거나 반박하는 글을 5~8줄로 쓰세요."),
        task="essay",
        answer=Text("Os pesos empatam, mas a resposta não está neles: está na saída. A saída de *ela* mistura os quatro valores, "
                    "e o maior peso é o da última palavra. Com *grande*, ela sai do lado da bola; com *pequena*, do lado da "
                    "caixa; sem a última palavra, fica no meio. O vetor que entra é o mesmo: quem decide é a frase. O colega tem "
                    "razão em uma coisa: isso só funciona porque pusemos *grande* do lado da bola à mão. A conta leva a "
                    "informação até *ela*; que haja informação certa nos vetores é trabalho do treinamento.",
                    "가중치는 같지만, 답은 가중치가 아니라 출력에 있어요. ‘그것’의 출력은 밸류 4개를 섞은 것이고, 가장 큰 "
                    "가중치는 마지막 단어에 있어요. ‘크다’가 오면 공 쪽으로, ‘작다’가 오면 상자 쪽으로 가고, 마지막 단어를 빼면 "
                    "한가운데에 남아요. 들어간 벡터는 같으니 방향을 정한 건 문장이에요. 친구의 말에도 맞는 점이 있어요. ‘크다’를 "
                    "공 가까이에 둔 건 우리예요. 셀프 어텐션은 정보를 ‘그것’까지 옮겨 줄 뿐이고, 벡터에 알맞은 정보를 담는 건 "
                    "학습이 할 일이에요."),
        rubric=((1, Text("Distingue pesos de saída.", "가중치와 출력을 구별해요.")),
                (2, Text("Explica que a última palavra puxa a saída para um lado, e compara os casos.",
                         "마지막 단어가 출력을 한쪽으로 끌어당긴다고 설명하고, 경우를 비교해요.")),
                (1, Text("Reconhece que os vetores foram escolhidos à mão.", "벡터를 손으로 정했다는 한계를 말해요."))),
        wrong=(Wrong(Text("Diz que *bola* leva mais peso quando a frase termina em *grande*: as duas levam o mesmo.",
                          "‘크다’로 끝나면 ‘공’의 가중치가 더 크다고 해요. 둘은 똑같아요.")),
               Wrong(Text("Conclui que o modelo entende a frase: aqui nada foi treinado.",
                          "모델이 문장을 이해한다고 해요. 여기서는 아무것도 학습하지 않았어요.")))),
]

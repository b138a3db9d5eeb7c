"""Questions for lesson softmax."""

import numpy as np

from attnlib import softmax
from attnlib.classroom.figures import bars
from teaching.questions import Choice, Number, Open, Text, Wrong

WHOLE_TABLE = """

```python
exps = np.exp(scores)
weights = exps / exps.sum()
```"""

SHIFTED = ("$\\frac{e^{s_i + c}}{\\sum_j e^{s_j + c}} = \\frac{e^c e^{s_i}}{e^c \\sum_j e^{s_j}} = \\frac{e^{s_i}}{\\sum_j "
           "e^{s_j}}$.")


def three_scores(random):
    """Three small scores whose sum is not 0."""
    return {"scores": random.permutation([[0, 1, 3], [-1, 0, 2], [1, 2, 4], [-1, 2, 3]][random.integers(4)])}


def four_shares(random):
    scores = random.permutation([0.5, 1, 1.5, 3])
    first, second = (int(i) for i in scores.argsort()[:1:-1])
    return {"scores": scores, "first": f"w{first + 1}", "second": f"w{second + 1}", "ahead": scores[first] - scores[second],
            "ratio": np.exp(scores[first] - scores[second]).round(2), "double": np.exp(2).round(2)}


def times_as_large(random):
    return {"times": random.choice([2, 3, 4, 5, 6, 8])}


def at_temperature(random):
    low = random.integers(-2, 3)
    return {"first": low + random.integers(1, 4), "second": low, "temperature": [0.5, 2, 4][random.integers(3)]}


def unexpected_word(random):
    """Three scores, and a word that came and is not the first favourite."""
    scores = random.permutation([0, 1, 3])
    came = random.choice(np.flatnonzero(scores < 3))
    return {"scores": scores, "came": came + 1}


def loss(scores, came):
    return -np.log(softmax(scores)[came - 1])


def two_models(random):
    """Three shares of each of two models; the first word came, with the same share in both."""
    share, rest = random.choice([0.5, 0.4]), random.choice([0.05, 0.1])
    return {"even": np.array([share, (1 - share) / 2, (1 - share) / 2]), "uneven": np.array([share, 1 - share - rest, rest])}


def two_sentences(random):
    sure, doubt = random.choice([0.01, 0.02, 0.04]), 0.5
    losses = -np.log([doubt, doubt]).mean(), -np.log([1 - sure, sure]).mean()
    return {"doubt": doubt, "sure": 1 - sure, "unsure": sure, "calm": round(losses[0], 2), "bold": round(losses[1], 2)}


def whole_table(random):
    scores = random.permutation([[0, 1], [2, 0]])
    exps = np.exp(scores)
    return {"upper": scores[0], "lower": scores[1], "sums": (exps / exps.sum()).sum(axis=1).round(2)}


QUESTIONS = [
    Choice("seven-more", "know", 1, Text(
        "Todas as pontuações de uma linha ganham 7 pontos. O que acontece com as fatias?",
        "한 행의 모든 점수가 7씩 커져요. 소프트맥스를 거친 몫은 어떻게 되나요?"),
        right=Text("Ficam iguais.", "그대로예요."),
        why=Text("A exponencial transforma a soma em fator: $e^{s+7} = e^7 e^s$, e o fator $e^7$ se cancela na divisão.",
                 "지수 함수가 덧셈을 곱셈으로 바꿔요: $e^{s+7} = e^7 e^s$. 나눗셈에서 $e^7$이 약분돼요."),
        wrong=(
            Wrong(Text("A exponencial cresce, mas a soma cresce pelo mesmo fator.",
                       "지수 함숫값이 커지지만, 합도 같은 배수로 커져요."),
                  Text("Todas crescem.", "모두 커져요.")),
            Wrong(Text("Isso acontece quando as pontuações são multiplicadas: aí as diferenças mudam.",
                       "점수에 수를 곱할 때 생기는 일이에요. 그때는 차이가 달라져요."),
                  Text("A maior fatia cresce, as outras diminuem.", "가장 큰 몫은 커지고 나머지는 작아져요.")),
            Wrong(Text("Só as diferenças contam, e elas não mudaram; nada aproxima as fatias.",
                       "중요한 건 점수의 차이인데, 차이는 그대로예요. 몫이 비슷해질 이유가 없어요."),
                  Text("Aproximam-se umas das outras.", "서로 비슷해져요.")),
        )),
    Choice("temperature-keeps", "know", 1, Text(
        "Uma linha de pontuações diferentes passa pela softmax com várias temperaturas $T > 0$. O que é igual em todas?",
        "서로 다른 점수 한 행을 여러 온도 $T > 0$의 소프트맥스에 넣어요. 온도가 달라도 같은 것은 무엇인가요?"),
        right=Text("A ordem das fatias.", "몫의 순서"),
        why=Text("Dividir todas por um número positivo não muda qual pontuação é maior, e a exponencial mantém a ordem.",
                 "모두 같은 양수로 나누면 점수의 순서가 그대로이고, 지수 함수도 순서를 지켜요."),
        wrong=(
            Wrong(Text("Com temperatura baixa a maior leva quase tudo; com temperatura alta, quase o mesmo que as outras.",
                       "온도가 낮으면 거의 다 가져가고, 온도가 높으면 다른 단어와 비슷해져요."),
                  Text("O tamanho da maior fatia.", "가장 큰 몫의 크기")),
            Wrong(Text("A razão de duas fatias é $e^{(x_i - x_j)/T}$: depende de $T$.",
                       "두 몫의 비는 $e^{(x_i - x_j)/T}$이라서 $T$에 따라 달라져요."),
                  Text("A razão entre duas fatias.", "두 몫의 비")),
            Wrong(Text("Quando $T$ cresce, as fatias se aproximam, e a diferença entre elas diminui.",
                       "$T$가 커지면 몫이 서로 비슷해져서 차이가 줄어요."),
                  Text("A diferença entre duas fatias.", "두 몫의 차이")),
        )),
    Choice("loss-sees", "know", 1, Text(
        "Dois modelos repartem 1 entre três palavras: {{ even }} e {{ uneven }}. Veio a primeira palavra. Qual deles tem a maior "
        "perda (entropia cruzada)?",
        "두 모델이 단어 3개에 1을 나눠 줬어요: {{ even }}, {{ uneven }}. 실제로 첫째 단어가 나왔어요. 손실(교차 엔트로피)은 어느 "
        "쪽이 더 큰가요?"),
        given=two_models,
        right=Text("Nenhum: a perda é a mesma.", "두 모델의 손실은 같아요."),
        why=Text("A perda é $-\\log a_c$: só vê a fatia da palavra que veio, e as duas são iguais.",
                 "손실 $-\\log a_c$는 나온 단어의 몫만 봐요. 그 몫이 서로 같아요."),
        wrong=(
            Wrong(Text("As fatias das palavras que não vieram só contam por tirar da que veio.",
                       "나오지 않은 단어의 몫은 나온 단어의 몫을 줄일 때만 영향을 줘요."),
                  Text("O primeiro: errou em duas palavras.", "첫째 모델: 두 단어에서 틀렸어요.")),
            Wrong(Text("A segunda fatia não entra na fórmula: só a da palavra que veio.",
                       "둘째 단어의 몫은 식에 없어요. 나온 단어의 몫만 있어요."),
                  Text("O segundo: deu muito a uma errada.", "둘째 모델: 틀린 단어 하나에 많이 줬어요.")),
            Wrong(Text("Das fatias já se calcula a perda; as pontuações não são necessárias.",
                       "몫만 알면 손실을 구할 수 있어요. 점수는 필요 없어요."),
                  Text("Faltam as pontuações para saber.", "점수를 모르면 알 수 없어요.")),
        )),
    Number("first-share", "apply", 2, Text(
        "As pontuações de três palavras são {{ scores }}. Qual é a fatia da primeira depois da softmax, com três casas decimais?",
        "세 단어의 점수: {{ scores }}. 소프트맥스를 거치면 첫 단어의 몫은 얼마인가요? 소수 셋째 자리까지 구하세요."),
        given=three_scores, answer=lambda scores: softmax(scores)[0], decimals=3,
        how=Text("Some as exponenciais das três pontuações e divida por essa soma a exponencial da primeira: {{ answer }}.",
                 "세 점수의 지수 함숫값을 더하고, 첫 점수의 지수 함숫값을 그 합으로 나눠요: {{ answer }}."),
        wrong=(
            Wrong(Text("Essa é a exponencial: falta dividir pela soma das três.",
                       "지수 함숫값이에요. 셋의 합으로 나누지 않았어요."),
                  lambda scores: np.exp(scores[0])),
            Wrong(Text("Essa é a pontuação dividida pela soma das pontuações: faltou a exponencial.",
                       "점수를 점수의 합으로 나눴어요. 지수 함수를 빠뜨렸어요."),
                  lambda scores: scores[0] / scores.sum()),
            Wrong(Text("Essa é a fatia da última palavra: confira a ordem.",
                       "마지막 단어의 몫이에요. 순서를 확인하세요."),
                  lambda scores: softmax(scores)[2]),
        )),
    Number("points-ahead", "apply", 2, Text(
        "Depois da softmax (com T = 1), a fatia de *leite* é {{ times }} vezes a de *suco*. Quantos pontos a pontuação de "
        "*leite* está à frente da de *suco*? Responda com três casas decimais.",
        "소프트맥스를 거친 ‘우유’의 몫이 ‘주스’의 {{ times }}배예요(T = 1). ‘우유’의 점수는 ‘주스’보다 몇 점 높은가요? 소수 셋째 "
        "자리까지 구하세요."),
        given=times_as_large, answer=lambda times: np.log(times), decimals=3,
        how=Text("A razão das fatias é a exponencial da diferença, $a_i / a_j = e^{x_i - x_j}$; a diferença é o logaritmo "
                 "natural da razão: {{ answer }}.",
                 "두 몫의 비는 점수 차이의 지수 함숫값이에요: $a_i / a_j = e^{x_i - x_j}$. 그래서 차이는 비의 자연로그예요: "
                 "{{ answer }}."),
        wrong=(
            Wrong(Text("Esse é o logaritmo decimal; a softmax usa a base e, e a volta é o logaritmo natural.",
                       "상용로그를 썼어요. 소프트맥스의 밑은 e라서 자연로그를 써야 해요."),
                  lambda times: np.log10(times)),
            Wrong(Text("Esse é o logaritmo na base 2; a softmax usa a base e.", "밑이 2인 로그예요. 소프트맥스의 밑은 e예요."),
                  lambda times: np.log2(times)),
            Wrong(Text("Essa é a razão das fatias: as pontuações estão no expoente.", "그건 몫의 비예요. 점수는 지수에 있어요."),
                  lambda times: times),
            Wrong(Text("Essa conta vai no sentido contrário, dos pontos para a razão.",
                       "거꾸로 계산했어요. 점수 차이에서 비를 구할 때의 식이에요."),
                  lambda times: np.exp(times)),
        )),
    Number("two-temperatures", "apply", 2, Text(
        "Duas palavras têm pontuações {{ first }} e {{ second }}. Com temperatura T = {{ temperature }}, que fatia leva a "
        "primeira? Responda com três casas decimais.",
        "두 단어의 점수: {{ first }}, {{ second }}. 온도가 T = {{ temperature }}일 때 첫째 단어의 몫은 얼마인가요? 소수 셋째 "
        "자리까지 구하세요."),
        given=at_temperature,
        answer=lambda first, second, temperature: softmax(np.array([first, second]) / temperature)[0], decimals=3,
        how=Text("Divida as duas pontuações por T e só então faça a softmax: {{ answer }}.",
                 "두 점수를 먼저 T로 나누고, 그다음 소프트맥스를 계산해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Você multiplicou por T: a temperatura divide.", "T를 곱했어요. 온도로는 나눠야 해요."),
                  lambda first, second, temperature: softmax(np.array([first, second]) * temperature)[0]),
            Wrong(Text("Faltou a temperatura: essa é a fatia com T = 1.", "온도를 빠뜨렸어요. T = 1일 때의 몫이에요."),
                  lambda first, second, temperature: softmax([first, second])[0]),
            Wrong(Text("Você dividiu a fatia. A temperatura divide as pontuações, antes da softmax.",
                       "몫을 나눴어요. 소프트맥스 전에 점수를 나눠야 해요."),
                  lambda first, second, temperature: softmax([first, second])[0] / temperature),
            Wrong(Text("Essa é a fatia da segunda palavra.", "그건 둘째 단어의 몫이에요."),
                  lambda first, second, temperature: softmax(np.array([first, second]) / temperature)[1]),
        )),
    Number("loss-of-word", "apply", 2, Text(
        "As pontuações de três palavras são {{ scores }}, e veio a palavra de número {{ came }} (contando a partir de 1). Qual é "
        "a perda (entropia cruzada), com três casas decimais?",
        "세 단어의 점수: {{ scores }}. 실제로 나온 단어는 {{ came }}번째예요(1부터 세요). 손실(교차 엔트로피)은 얼마인가요? 소수 "
        "셋째 자리까지 구하세요."),
        given=unexpected_word, answer=loss, decimals=3,
        how=Text("A perda é $\\log\\sum_j e^{x_j} - x_c$: o logaritmo natural da soma das exponenciais, menos a pontuação da "
                 "palavra que veio: {{ answer }}.",
                 "손실은 $\\log\\sum_j e^{x_j} - x_c$예요. 지수 함숫값의 합의 자연로그에서 나온 단어의 점수를 빼요: "
                 "{{ answer }}."),
        wrong=(
            Wrong(Text("Essa é a fatia: falta o logaritmo, com sinal trocado.",
                       "그건 몫이에요. 로그를 취하고 부호를 바꿔야 해요."),
                  lambda scores, came: softmax(scores)[came - 1]),
            Wrong(Text("O logaritmo de uma fatia é negativo; a perda é esse número com o sinal trocado.",
                       "몫의 로그는 음수예요. 부호를 바꿔야 손실이에요."),
                  lambda scores, came: -loss(scores, came)),
            Wrong(Text("Essa é a perda se viesse a favorita, mas ela não veio.",
                       "점수가 가장 높은 단어가 나왔을 때의 손실이에요."),
                  lambda scores, came: loss(scores, scores.argmax() + 1)),
            Wrong(Text("Esse é o logaritmo decimal; aqui vale o natural.", "상용로그를 썼어요. 여기서는 자연로그예요."),
                  lambda scores, came: loss(scores, came) / np.log(10)),
        )),
    Choice("read-bars", "apply", 1, Text(
        "As barras mostram as pontuações e as fatias de quatro palavras. A pontuação de {{ first }} é o dobro da de "
        "{{ second }}. Quantas vezes a fatia de {{ second }} cabe na de {{ first }}?",
        "막대는 네 단어의 점수와 몫이에요. {{ first }}의 점수는 {{ second }}의 2배예요. {{ first }}의 몫은 {{ second }}의 몇 "
        "배인가요?"),
        task="reading", given=four_shares,
        picture=lambda scores, **_: bars([f"w{i}" for i in range(1, 5)], scores=scores, shares=softmax(scores)),
        right=Text("Cerca de {{ ratio }}", "약 {{ ratio }}배"),
        why=Text("A softmax vê a diferença, {{ ahead }}, e a razão é a exponencial dela; confira nas barras da direita.",
                 "소프트맥스는 차이 {{ ahead }}를 보고, 몫의 비는 그 차이의 지수 함숫값이에요. 오른쪽 막대에서 확인해 보세요."),
        wrong=(
            Wrong(Text("Esse é o quociente das pontuações; nas fatias conta a diferença.",
                       "점수의 비예요. 몫에서는 점수의 차이를 봐요."),
                  Text("Exatamente 2", "딱 2배")),
            Wrong(Text("Essa é a diferença das pontuações: falta a exponencial.", "점수의 차이예요. 지수 함수를 빠뜨렸어요."),
                  Text("Cerca de {{ ahead }}", "약 {{ ahead }}배")),
            Wrong(Text("Você pôs no expoente o quociente, 2; no expoente vai a diferença.",
                       "점수의 비 2를 지수에 넣었어요. 지수에는 차이를 넣어야 해요."),
                  Text("Cerca de {{ double }}", "약 {{ double }}배")),
        )),
    Open("shift-invariance", "derive", 4, Text(
        "Mostre que somar a mesma constante $c$ a todas as pontuações $s_1, \\dots, s_n$ não muda a softmax. Diga para que um "
        "programa usa isso.",
        "모든 점수 $s_1, \\dots, s_n$에 같은 상수 $c$를 더해도 소프트맥스가 바뀌지 않음을 보이세요. 프로그램은 이 성질을 어디에 "
        "쓰나요?"),
        task="derivation",
        answer=Text(SHIFTED + " Com $c = -\\max_j s_j$ nenhuma exponencial passa de 1: nada estoura.",
                    SHIFTED + " $c = -\\max_j s_j$로 두면 지수 함숫값이 1을 넘지 않아 오버플로가 없어요."),
        rubric=((2, Text("Põe $e^c$ em evidência no numerador e em cada parcela do denominador.",
                         "분자와 분모의 각 항에서 $e^c$를 묶어 내요.")),
                (1, Text("Cancela o fator e conclui a igualdade para todo $i$.",
                         "약분하고, 모든 $i$에 대해 같다고 결론지어요.")),
                (1, Text("Diz o uso: subtrair a maior pontuação evita o estouro.",
                         "쓰임새를 말해요: 최댓값을 빼면 오버플로가 생기지 않아요."))),
        wrong=(Wrong(Text("Prova só com um exemplo numérico: mostra um caso, não todos.",
                          "수치 예 하나로만 보여요. 한 경우일 뿐 증명이 아니에요.")),
               Wrong(Text("Escreve $e^{s+c} = e^s + e^c$: a exponencial da soma é produto.",
                          "$e^{s+c} = e^s + e^c$라고 써요. 합의 지수는 곱이에요.")))),
    Open("two-words", "derive", 4, Text(
        "Com só duas palavras e temperatura $T$, mostre que a fatia da primeira é $a_1 = 1 / (1 + e^{-d/T})$, em que "
        "$d = x_1 - x_2$. Daí tire o que acontece com $a_1$ quando $T$ vai a 0 e quando $T$ cresce sem parar, se $d > 0$.",
        "단어가 둘뿐이고 온도가 $T$일 때, 첫째 단어의 몫이 $a_1 = 1 / (1 + e^{-d/T})$임을 보이세요. 여기서 "
        "$d = x_1 - x_2$는 두 점수의 차예요. $d > 0$이면 $T$가 0에 가까워질 때와 $T$가 끝없이 커질 때 $a_1$은 어떻게 되나요?"),
        task="derivation",
        answer=Text("$a_1 = \\frac{e^{x_1/T}}{e^{x_1/T} + e^{x_2/T}}$. Divida numerador e denominador por $e^{x_1/T}$: $a_1 = "
                    "\\frac{1}{1 + e^{(x_2 - x_1)/T}} = \\frac{1}{1 + e^{-d/T}}$. Se $d > 0$ e $T \\to 0$, então $-d/T \\to "
                    "-\\infty$, a exponencial vai a 0, e $a_1 \\to 1$: a maior leva tudo. Se $T \\to "
                    "\\infty$, a exponencial vai a 1, e $a_1 \\to 1/2$: as duas empatam.",
                    "$a_1 = \\frac{e^{x_1/T}}{e^{x_1/T} + e^{x_2/T}}$의 분자와 분모를 $e^{x_1/T}$으로 나누면 $a_1 = \\frac{1}{1 "
                    "+ e^{(x_2 - x_1)/T}} = \\frac{1}{1 + e^{-d/T}}$이에요. $d > 0$이고 $T \\to 0$이면 $-d/T \\to "
                    "-\\infty$라서 지수 함숫값이 0으로 가고, $a_1 \\to 1$이에요. 점수가 높은 쪽이 다 가져가요. $T \\to "
                    "\\infty$이면 지수 함숫값이 1로 가고, $a_1 \\to 1/2$이에요. 둘이 똑같이 나눠요."),
        rubric=((1, Text("Escreve a softmax das pontuações divididas por $T$.", "점수를 $T$로 나눈 소프트맥스를 써요.")),
                (1, Text("Divide por $e^{x_1/T}$ e chega à fórmula.", "$e^{x_1/T}$으로 나눠 식을 얻어요.")),
                (1, Text("Limite $T \\to 0$: 1, com a razão.", "$T \\to 0$의 극한 1을 이유와 함께 말해요.")),
                (1, Text("Limite $T \\to \\infty$: 1/2, com a razão.", "$T \\to \\infty$의 극한 1/2을 이유와 함께 말해요."))),
        wrong=(Wrong(Text("Diz que, com $T$ enorme, a fatia vai a 0: são as pontuações divididas que vão a 0, e $e^0 = 1$.",
                          "$T$가 아주 크면 몫이 0이 된다고 해요. 0으로 가는 건 나눈 점수이고, $e^0 = 1$이에요.")),
               Wrong(Text("Perde o sinal e escreve $e^{d/T}$: assim a de maior pontuação levaria menos.",
                          "부호를 놓쳐 $e^{d/T}$라고 써요. 그러면 점수가 높은 쪽이 덜 가져가요.")))),
    Choice("whole-table", "judge", 1, Text(
        "A tabela de pontuações tem as linhas {{ upper }} e {{ lower }}, uma por consulta. Do código saem pesos cujas linhas "
        "somam {{ sums }}. Qual é a falha?" + WHOLE_TABLE,
        "점수표는 두 행이고 행마다 쿼리가 하나예요: {{ upper }}, {{ lower }}. 코드로 구한 가중치에서 행의 합은 {{ sums }}로 "
        "나왔어요. 무엇이 잘못됐나요?" + WHOLE_TABLE),
        task="fault", given=whole_table,
        right=Text("`exps.sum()` soma a tabela inteira.", "`exps.sum()`이 표 전체를 더해요."),
        why=Text("As duas linhas repartem um só inteiro. Com `axis=-1, keepdims=True`, cada uma é dividida pela sua própria "
                 "soma.",
                 "두 행이 1을 함께 나눠 가졌어요. `axis=-1, keepdims=True`를 쓰면 행마다 자기 합으로 나눠요."),
        wrong=(
            Wrong(Text("Sem subtrair nada, a conta também está certa, enquanto não estoura; aqui os números são pequenos.",
                       "빼지 않아도 오버플로만 없으면 결과는 같아요. 여기 점수는 작아요."),
                  Text("Falta subtrair a maior pontuação.", "최댓값을 빼지 않았어요.")),
            Wrong(Text("Com `axis=0` as colunas somariam 1, e as linhas continuariam erradas.",
                       "`axis=0`을 쓰면 열의 합이 1이 되고, 행은 여전히 틀려요."),
                  Text("Falta `axis=0` na soma.", "합에 `axis=0`을 쓰지 않았어요.")),
            Wrong(Text("Arredondar não tira décimos de uma soma.", "반올림 때문에 합이 이만큼 달라지지는 않아요."),
                  Text("Nenhuma: é só o arredondamento.", "잘못은 없어요. 반올림 때문이에요.")),
        )),
    Choice("silent-zero", "judge", 1, Text(
        "Em float64, a fórmula direta da softmax dá às pontuações (710, 709) as fatias NaN e 0. Para quem usa o programa, qual "
        "dos dois resultados é o mais traiçoeiro?",
        "float64에서 소프트맥스를 원래 식 그대로 계산하면 점수 (710, 709)의 몫이 NaN과 0으로 나와요. 프로그램을 쓰는 사람이 더 "
        "속기 쉬운 쪽은 어느 것인가요?"),
        right=Text("O 0: parece uma fatia, e nada avisa.", "0: 정상인 몫처럼 보이고 아무 표시가 없어요."),
        why=Text("A fatia certa da segunda é mais de um quarto. O 0 é um número possível, e só o NaN denuncia a conta.",
                 "둘째 단어의 바른 몫은 4분의 1이 넘어요. 0은 있을 법한 수라서, 틀렸다는 걸 알려 주는 건 NaN뿐이에요."),
        wrong=(
            Wrong(Text("O NaN se espalha, mas se vê logo; um erro que se vê é o menos traiçoeiro.",
                       "NaN은 번지지만 금방 눈에 띄어요. 눈에 띄는 잘못에는 덜 속아요."),
                  Text("O NaN: estraga todas as contas seguintes.", "NaN: 뒤의 계산을 모두 망쳐요.")),
            Wrong(Text("Só a diferença conta, e ela é 1: a segunda devia levar mais de um quarto.",
                       "중요한 건 차이이고, 차이는 1이에요. 둘째도 4분의 1 넘게 받아야 해요."),
                  Text("O NaN: o 0 está certo, 709 é menor.", "NaN: 709가 더 작으니 0은 맞아요.")),
            Wrong(Text("O código não para: o NumPy só dá um aviso, que muitos programas escondem.",
                       "프로그램은 멈추지 않아요. NumPy는 경고만 하고, 그 경고를 숨기는 프로그램도 많아요."),
                  Text("Nenhum: com estouro o programa para.", "없어요. 오버플로가 나면 멈추니까요.")),
        )),
    Choice("bold-model", "judge", 1, Text(
        "Em duas frases, o modelo A deu à palavra certa as fatias {{ doubt }} e {{ doubt }}; o modelo B, {{ sure }} e "
        "{{ unsure }}. Qual tem a menor perda média (entropia cruzada)?",
        "두 문장에서 정답 단어가 받은 몫이에요. 모델 A: {{ doubt }}, {{ doubt }}. 모델 B: {{ sure }}, {{ unsure }}. 평균 "
        "손실(교차 엔트로피)은 어느 쪽이 더 작은가요?"),
        given=two_sentences,
        right=Text("A: a certeza errada de B custa demais.", "A: B가 확신하고 틀린 손실이 너무 커요."),
        why=Text("Em média, {{ calm }} para A e {{ bold }} para B: o logaritmo castiga a certeza errada muito mais do que premia "
                 "a certa.",
                 "평균 손실: A {{ calm }}, B {{ bold }}. 로그 때문에, 확신하고 틀려서 잃는 것이 확신하고 맞혀서 얻는 것보다 훨씬 "
                 "커요."),
        wrong=(
            Wrong(Text("As fatias têm a mesma média, mas a perda é a média dos logaritmos.",
                       "몫의 평균은 같지만, 손실은 로그를 취한 뒤에 평균해요."),
                  Text("Empatam: a média das fatias é a mesma.", "같아요: 몫의 평균이 서로 같아요.")),
            Wrong(Text("O acerto de B quase não custa nada, mas o erro custa mais do que as duas dúvidas de A.",
                       "B는 맞힌 문장에서 손실이 거의 없지만, 틀린 문장의 손실이 A의 두 손실을 더한 것보다 커요."),
                  Text("B: acertou uma delas quase sem perda.", "B: 한 문장은 거의 손실 없이 맞혔어요.")),
            Wrong(Text("A entropia cruzada não precisa saber quem era a favorita, só a fatia da palavra certa.",
                       "교차 엔트로피에는 어느 단어가 1등인지가 아니라 정답의 몫만 필요해요."),
                  Text("Não se sabe: faltam as outras fatias.", "알 수 없어요: 다른 단어의 몫이 없어요.")),
        )),
    Open("seventy-one", "judge", 4, Text(
        "Uma reportagem diz: “O modelo deu 71% a *leite*; portanto, ele tem 71% de certeza de que a resposta é *leite*.” Em 5 a "
        "8 linhas, defenda ou ponha em dúvida essa conclusão.",
        "어떤 기사에 이런 말이 있어요. ‘모델이 우유에 71%를 줬으니, 모델은 정답이 우유라고 71% 확신하는 것이다.’ 이 결론에 "
        "찬성하거나 반박하는 글을 5~8줄로 쓰세요."),
        task="essay",
        answer=Text("As fatias são positivas e somam 1: formam uma distribuição de probabilidade. Mas a conta não diz de quê. "
                    "Qualquer lista de pontuações, até uma escrita à mão, sai da softmax como porcentagem. Além disso, outra "
                    "temperatura dá outra porcentagem sem que o modelo saiba mais ou menos. Em um modelo de linguagem treinado "
                    "com entropia cruzada, a fatia é uma estimativa da próxima palavra, e isso se confere: entre muitas "
                    "previsões de perto de 71%, umas 71 em 100 deviam acertar. Em um peso de atenção, nem isso: ele diz quanto "
                    "se mistura.",
                    "몫은 양수이고 합이 1이라서 확률 분포이긴 해요. 하지만 무엇의 확률인지는 소프트맥스가 정해 주지 않아요. "
                    "손으로 아무렇게나 정한 점수도 소프트맥스를 거치면 %가 돼요. 또 온도를 바꾸면 모델이 아는 것은 그대로인데 "
                    "%만 달라져요. 교차 엔트로피로 학습한 언어 모델이라면 다음 단어의 확률을 추정한 값이라고 할 수 있고, 그건 "
                    "확인할 수 있어요. 71%쯤이라고 한 예측을 많이 모으면 100번에 71번쯤 맞아야 해요. 어텐션 가중치라면 그런 뜻도 "
                    "없어요. 얼마나 섞는지를 나타낼 뿐이에요."),
        rubric=((1, Text("Diz que as fatias formam uma distribuição (positivas, somam 1).",
                         "몫이 확률 분포라고 말해요(양수, 합이 1).")),
                (1, Text("Diz que a softmax não garante de que é essa probabilidade.",
                         "무엇의 확률인지는 소프트맥스가 보장하지 않는다고 말해요.")),
                (1, Text("Dá uma razão concreta: temperatura, pontuações à mão ou treinamento.",
                         "온도, 손으로 정한 점수, 학습 가운데 하나를 들어 이유를 말해요.")),
                (1, Text("Diz como se confere, ou quando a leitura vale.", "어떻게 확인하는지, 또는 언제 맞는 말인지 말해요."))),
        wrong=(Wrong(Text("Nega que seja uma distribuição: positivas e com soma 1, as fatias são.",
                          "확률 분포가 아니라고 해요. 양수이고 합이 1이면 확률 분포예요.")),
               Wrong(Text("Aceita porque “soma 100%”: qualquer softmax soma, treinada ou não.",
                          "‘합이 100%이니 맞다’고 해요. 학습하지 않아도 소프트맥스의 합은 늘 1이에요.")))),
]

"""Questions for lesson gradients."""

from functools import cache

import numpy as np

from attnlib import attention_backward
from attnlib.classroom.figures import bars
from teaching.questions import Choice, Number, Open, Text, Wrong, apart

STEPPED_TOO_SOON = """

```python
d_o = o - y
d_v = a.T @ d_o
v = v - 0.05 * d_v
d_a = d_o @ v.T
d_s = a * (d_a - (a * d_a).sum(axis=1, keepdims=True))
```
"""


def three_drinks(random):
    shares = random.permutation([0.6, 0.3, 0.1])
    pushed, most = int(np.flatnonzero(shares == 0.3)[0]), int(shares.argmax())
    return {"shares": shares, "pushed": f"w{pushed + 1}", "most": f"w{most + 1}", "least": f"w{shares.argmin() + 1}"}


def three_sizes(random):
    queries, keys, d_v = (int(size) for size in random.permutation([2, 3, 5]))
    return {"queries": queries, "keys": keys, "d_v": d_v, "right": f"{keys} × {d_v}", "of_output": f"{queries} × {d_v}",
            "of_weights": f"{queries} × {keys}", "turned": f"{d_v} × {keys}"}


def one_number_each(random):
    """Weights and values of three words, one number each, what came out and what was wanted."""
    def draw():
        weights = random.permutation([0.5, 0.3, 0.2])
        values = random.choice([0, 2, 4, 6, 10], size=3, replace=False)
        output = round(float(weights @ values), 1)
        return {"weights": weights, "values": values, "output": output,
                "wanted": round(output + random.choice([-2, -1, 1, 2]), 1)}
    return apart(draw, pulled, (nothing_lost, diagonal, not_weighed, turned))


def pulled(weights, values, output, wanted):
    return weights[0] * (output - wanted) * (values[0] - output)


def nothing_lost(weights, values, output, wanted):
    return weights[0] * (output - wanted) * values[0]


def diagonal(weights, values, output, wanted):
    return weights[0] * (1 - weights[0]) * (output - wanted) * values[0]


def not_weighed(weights, values, output, wanted):
    return (output - wanted) * (values[0] - output)


def turned(weights, values, output, wanted):
    return -pulled(weights, values, output, wanted)


def two_queries(random):
    """Weights (2, 2), and what the loss does with each query's output, one number each."""
    def draw():
        first, second = random.choice([0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9], size=2, replace=False)
        slopes = random.choice([-3, -2, 1, 2, 4], size=2, replace=False)
        return {"upper": np.array([first, 1 - first]).round(1), "lower": np.array([second, 1 - second]).round(1),
                "slopes": slopes}
    return apart(draw, to_first_value, (by_row, averaged, unweighed), gap=0.15)


def to_first_value(upper, lower, slopes):
    return (np.array([upper, lower]).T @ slopes)[0]


def by_row(upper, lower, slopes):
    return upper @ slopes


def averaged(upper, lower, slopes):
    return to_first_value(upper, lower, slopes) / 2


def unweighed(upper, lower, slopes):
    return slopes.sum()


def small_push(random):
    first, second = random.choice([0.1, 0.2, 0.3, 0.4], size=2, replace=False)
    return {"first": first, "second": second, "push": random.choice([0.05, 0.1])}


def below_the_mean(random):
    """Three weights and three slopes above 0; the word under the mean, the heaviest and the steepest are three."""
    order = random.permutation(3)
    weights, slopes = np.array([0.2, 0.5, 0.3])[order], np.array([1, 5, 6])[order]
    under, heavy, steep = (f"w{int(np.flatnonzero(order == i)[0]) + 1}" for i in range(3))
    return {"weights": weights, "slopes": slopes, "under": under, "heavy": heavy, "steep": steep, "mean": weights @ slopes}


@cache
def arriving(scale, d=256):
    """How long the slope of a query is, of 400 queries: the lowest tenth and the highest tenth begin here, and the middle."""
    draw = np.random.default_rng(0).normal
    asking, offering, giving = (draw(size=(400, n, m)) for n, m in ((1, d), (8, d), (8, 4)))
    d_q, _, _ = attention_backward(asking, offering, giving, draw(size=(400, 1, 4)), scale=scale)
    return np.quantile(np.linalg.norm(d_q, axis=2), [0.1, 0.5, 0.9]).round(3)


def with_and_without_root(random):
    return {"without": arriving(1), "with_root": arriving(None)}


QUESTIONS = [
    Choice("the-sign", "know", 1, Text(
        "A inclinação da perda na pontuação de uma palavra é −2. O que um passo contra a inclinação faz com essa pontuação?",
        "어떤 단어의 점수에서 손실의 기울기가 −2예요. 기울기의 반대쪽으로 한 걸음 가면 그 점수는 어떻게 되나요?"),
        right=Text("Sobe.", "올라가요."),
        why=Text("Negativo quer dizer que subir a pontuação faz a perda descer. O passo subtrai a inclinação: menos com menos.",
                 "음수면 점수를 올릴 때 손실이 줄어요. 기울기를 빼니까, 음수를 빼는 셈이에요."),
        wrong=(
            Wrong(Text("O passo subtrai a inclinação; subtrair um número negativo faz subir.",
                       "기울기를 빼는데, 음수를 빼면 커져요."),
                  Text("Desce.", "내려가요.")),
            Wrong(Text("Só uma inclinação 0 deixa o número parado.", "기울기가 0일 때만 그대로예요."),
                  Text("Fica parada.", "그대로예요.")),
            Wrong(Text("A taxa diz o tamanho do passo; o lado vem do sinal da inclinação.",
                       "학습률은 얼마나 움직일지를 정해요. 방향은 기울기의 부호가 정해요."),
                  Text("Depende da taxa.", "학습률에 따라 달라요.")),
        )),
    Choice("who-pays-most", "know", 1, Text(
        "As fatias de w1, w2 e w3 são {{ shares }}. Só a pontuação de {{ pushed }} sobe, e bem pouco. Quem perde mais?",
        "w1, w2, w3의 몫: {{ shares }}. {{ pushed }}의 점수만 아주 조금 올렸어요. 가장 많이 잃는 단어는 무엇인가요?"),
        given=three_drinks,
        right=Text("{{ most }}, que tem a maior fatia.", "{{ most }}: 몫이 가장 커요."),
        why=Text("Cada uma perde na proporção da própria fatia: quem tem mais paga mais.",
                 "자기 몫에 비례해서 잃어요. 많이 가진 쪽이 많이 내줘요."),
        wrong=(
            Wrong(Text("A perda é $-a_i a_j$: com fatia pequena, perde-se pouco.",
                       "잃는 양은 $-a_i a_j$예요. 몫이 작으면 조금 잃어요."),
                  Text("{{ least }}, que tem a menor fatia.", "{{ least }}: 몫이 가장 작아요.")),
            Wrong(Text("Perdem na mesma proporção, e não na mesma quantidade.",
                       "같은 비율로 잃는 것이지, 같은 양을 잃는 게 아니에요."),
                  Text("As outras duas perdem o mesmo.", "나머지 둘이 똑같이 잃어요.")),
            Wrong(Text("As fatias somam 1: o que {{ pushed }} ganha sai das outras, mesmo com as pontuações paradas.",
                       "몫의 합은 1이에요. 점수가 그대로여도 {{ pushed }}의 몫이 커진 만큼 나머지가 줄어요."),
                  Text("Ninguém: as outras não foram tocadas.", "없어요: 나머지는 건드리지 않았어요.")),
        )),
    Choice("shape-of-d-v", "know", 1, Text(
        "Há {{ queries }} consultas e {{ keys }} chaves; cada valor tem {{ d_v }} números. Que forma tem o gradiente dos "
        "valores, $d_V = A^\\top d_O$?",
        "쿼리가 {{ queries }}개, 키가 {{ keys }}개이고, 밸류 하나에 수가 {{ d_v }}개 있어요. 밸류의 기울기 $d_V = A^\\top d_O$의 "
        "모양은 무엇인가요?"),
        given=three_sizes,
        right=Text("{{ right }}", "{{ right }}"),
        why=Text("Cada gradiente tem a forma da sua matriz: uma linha por chave, uma coluna por número do valor.",
                 "기울기의 모양은 자기 행렬과 같아요. 행은 키, 열은 밸류의 수예요."),
        wrong=(
            Wrong(Text("Essa é a forma da saída; a transposta troca as consultas pelas chaves.",
                       "출력의 모양이에요. 전치 행렬을 곱하면 쿼리 자리에 키가 와요."),
                  Text("{{ of_output }}", "{{ of_output }}")),
            Wrong(Text("Essa é a forma dos pesos.", "가중치의 모양이에요."), Text("{{ of_weights }}", "{{ of_weights }}")),
            Wrong(Text("As chaves vão nas linhas, como em V.", "V처럼 키가 행이에요."), Text("{{ turned }}", "{{ turned }}")),
        )),
    Number("down-to-a-score", "apply", 2, Text(
        "Três palavras têm pesos {{ weights }} e valores de um número só, {{ values }}. Sai o = {{ output }}; queríamos y = "
        "{{ wanted }}, e a perda é $L = \\tfrac{1}{2}(o - y)^2$. Qual é a inclinação da perda na pontuação da primeira palavra? "
        "Responda com duas casas decimais.",
        "세 단어의 가중치: {{ weights }}, 밸류(수 하나씩): {{ values }}. 출력은 o = {{ output }}, 바라던 값은 y = {{ wanted }}, "
        "손실은 $L = \\tfrac{1}{2}(o - y)^2$이에요. 첫 단어의 점수에서 손실의 기울기는 얼마인가요? 소수 둘째 자리까지 구하세요."),
        given=one_number_each, answer=pulled, decimals=2,
        how=Text("Na saída, $d_O = o - y$; em cada peso, $d_O$ vezes o valor. Tirada a média pelos pesos, sobra $d_O\\,(v_1 - "
                 "o)$; vezes o peso da primeira palavra: {{ answer }}.",
                 "출력의 기울기는 $d_O = o - y$이고, 가중치의 기울기는 $d_O$에 밸류를 곱한 값이에요. 가중치로 구한 평균을 빼면 "
                 "$d_O\\,(v_1 - o)$이고, 첫 단어의 가중치를 곱해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Falta subtrair a média: só conta o que o valor tem a mais que a saída.",
                       "평균을 빼지 않았어요. 밸류가 출력보다 얼마나 큰지만 중요해요."), nothing_lost),
            Wrong(Text("Isso é só a diagonal da jacobiana: a pontuação mexe também nas outras fatias.",
                       "야코비 행렬의 대각선만 썼어요. 점수는 다른 몫도 움직여요."), diagonal),
            Wrong(Text("Falta multiplicar pelo peso da palavra.", "그 단어의 가중치를 곱하지 않았어요."), not_weighed),
            Wrong(Text("O sinal está trocado: $d_O = o - y$, e não $y - o$.",
                       "부호가 반대예요. $d_O = o - y$이지 $y - o$가 아니에요."), turned),
        )),
    Number("to-a-value", "apply", 2, Text(
        "Duas consultas olham para duas chaves, com pesos {{ upper }} e {{ lower }}. Cada valor tem um número só, e as "
        "inclinações da perda nas duas saídas são {{ slopes }}. Qual é a inclinação no valor da primeira chave? Responda com "
        "duas casas decimais.",
        "쿼리 2개가 키 2개를 봐요. 첫째 쿼리의 가중치: {{ upper }}, 둘째 쿼리의 가중치: {{ lower }}. 밸류는 수 하나씩이고, 두 "
        "출력에서 손실의 기울기: {{ slopes }}. 첫째 키의 밸류에서 기울기는 얼마인가요? 소수 둘째 자리까지 구하세요."),
        given=two_queries, answer=to_first_value, decimals=2,
        how=Text("O valor recebe de cada consulta a inclinação da saída dela vezes o peso que ela lhe dá, e soma: {{ answer }}.",
                 "쿼리마다 출력의 기울기에 그 쿼리가 첫째 키에 주는 가중치를 곱해서 모두 더해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Você usou a linha da primeira consulta; o valor usa a coluna da sua chave.",
                       "첫째 쿼리의 행을 썼어요. 밸류에는 자기 키의 열을 써요."), by_row),
            Wrong(Text("O que vem das consultas se soma; não se divide pelo número delas.",
                       "쿼리마다 온 것을 더해요. 쿼리의 개수로 나누지 않아요."), averaged),
            Wrong(Text("Faltam os pesos: cada consulta só passa a parte que deu a esse valor.",
                       "가중치를 곱하지 않았어요. 쿼리마다 그 밸류에 준 만큼만 와요."), unweighed),
        )),
    Number("what-the-other-loses", "apply", 2, Text(
        "Em uma softmax, a primeira palavra tem a fatia {{ first }} e a segunda, {{ second }} (há outras). A pontuação da "
        "primeira sobe {{ push }}. Quanto a jacobiana prevê para a mudança da fatia da segunda, com o sinal? Responda com quatro "
        "casas decimais.",
        "소프트맥스의 몫: 첫째 단어 {{ first }}, 둘째 단어 {{ second }}(다른 단어도 더 있어요). 첫째 단어의 점수를 {{ push }}점 "
        "올리면, 야코비 행렬은 둘째 단어의 몫이 얼마나 달라진다고 예측하나요? 부호를 붙여 소수 넷째 자리까지 구하세요."),
        given=small_push, answer=lambda first, second, push: -first * second * push, decimals=4,
        how=Text("Fora da diagonal, $J$ tem $-a_i a_j$; vezes o empurrão: {{ answer }}.",
                 "$J$에서 대각선이 아닌 자리는 $-a_i a_j$예요. 여기에 민 양을 곱해요: {{ answer }}."),
        wrong=(
            Wrong(Text("O que uma ganha as outras perdem: falta o sinal.", "하나가 얻으면 나머지는 잃어요. 부호가 빠졌어요."),
                  lambda first, second, push: first * second * push),
            Wrong(Text("Isso é a diagonal: seria empurrar a própria segunda palavra.",
                       "대각선이에요. 둘째 단어 자신을 밀 때의 값이에요."),
                  lambda first, second, push: second * (1 - second) * push),
            Wrong(Text("Isso é o que a primeira ganha, tirado todo da segunda; as outras também pagam.",
                       "첫째 단어가 얻는 만큼을 둘째 단어가 다 냈어요. 다른 단어도 나눠 내요."),
                  lambda first, second, push: -first * (1 - first) * push),
        )),
    Choice("which-score-rises", "apply", 1, Text(
        "A figura mostra os pesos de uma consulta e as inclinações da perda neles. Depois de um passo contra a inclinação, que "
        "pontuações sobem?",
        "그림은 쿼리 하나의 가중치와, 그 가중치에서 손실의 기울기예요. 기울기의 반대쪽으로 한 걸음 가면 어느 점수가 올라가나요?"),
        task="reading", given=below_the_mean,
        picture=lambda weights, slopes, **_: bars(["w1", "w2", "w3"], weights=weights, d_weights=slopes),
        right=Text("Só a de {{ under }}", "{{ under }}만"),
        why=Text("A média pelos pesos é {{ mean }}, e só {{ under }} fica abaixo dela: ali $d_S$ é negativo, e a pontuação sobe.",
                 "가중치로 구한 평균은 {{ mean }}이고, 그보다 작은 것은 {{ under }}뿐이에요. 거기서만 $d_S$가 음수라서 점수가 "
                 "올라가요."),
        wrong=(
            Wrong(Text("O que conta é estar acima ou abaixo da média, e não de 0.",
                       "0이 아니라 평균보다 큰지 작은지가 중요해요."),
                  Text("Nenhuma: as três inclinações são positivas", "없어요: 기울기 3개가 모두 양수예요")),
            Wrong(Text("Inclinação grande quer dizer que dar peso a essa palavra piora a perda: a pontuação dela desce.",
                       "기울기가 크면 그 단어의 가중치가 커질 때 손실이 커져요. 그래서 점수가 내려가요."),
                  Text("Só a de {{ steep }}", "{{ steep }}만")),
            Wrong(Text("O peso aumenta o tamanho do passo, mas o lado vem da comparação com a média.",
                       "가중치가 크면 많이 움직이지만, 방향은 평균과 비교해서 정해져요."),
                  Text("Só a de {{ heavy }}", "{{ heavy }}만")),
        )),
    Open("softmax-and-log", "derive", 4, Text(
        "A perda é $L = -\\log a_c$, em que $a$ sai da softmax e $c$ é a palavra certa. Partindo de $d_{S,j} = a_j\\,(d_{A,j} - "
        "\\sum_i a_i\\, d_{A,i})$, mostre que a inclinação na pontuação $j$ é $a_j - \\delta_{jc}$. O que isso diz quando o "
        "modelo está seguro e errado?",
        "손실은 $L = -\\log a_c$예요. $a$는 소프트맥스의 몫이고 $c$는 정답 단어예요. $d_{S,j} = a_j\\,(d_{A,j} - \\sum_i a_i\\, "
        "d_{A,i})$에서 출발해서, 점수 $j$의 기울기가 $a_j - \\delta_{jc}$임을 보이세요. 모델이 틀린 답을 확신할 때 이 식은 "
        "무엇을 말해 주나요?"),
        task="derivation",
        answer=Text("Só $a_c$ entra na perda: $d_{A,i} = -\\delta_{ic} / a_c$. A média é $\\sum_i a_i\\, d_{A,i} = -1$. Então "
                    "$d_{S,j} = a_j\\,(-\\delta_{jc} / a_c + 1) = a_j - \\delta_{jc}$. Se o modelo dá quase 1 a uma palavra "
                    "errada e quase 0 à certa, as inclinações são quase $1$ e quase $-1$: com esta perda, a última softmax não "
                    "satura, porque o $1 / a_c$ do logaritmo desfaz o fator $a_c$.",
                    "손실에는 $a_c$만 있어서 $d_{A,i} = -\\delta_{ic} / a_c$예요. 평균은 $\\sum_i a_i\\, d_{A,i} = -1$이에요. "
                    "그래서 $d_{S,j} = a_j\\,(-\\delta_{jc} / a_c + 1) = a_j - \\delta_{jc}$예요. 틀린 단어에 거의 1, 정답에 "
                    "거의 0을 주면 기울기가 거의 $1$과 거의 $-1$이에요. 이 손실을 쓰면 마지막 소프트맥스에서는 기울기가 사라지지 "
                    "않아요. 로그에서 나온 $1 / a_c$이 곱해지는 $a_c$를 없애니까요."),
        rubric=((1, Text("Acha $d_A$: $-1/a_c$ na palavra certa, 0 nas outras.", "$d_A$를 구해요: 정답은 $-1/a_c$, 나머지는 0.")),
                (1, Text("Calcula a média, $-1$.", "평균 $-1$을 구해요.")),
                (1, Text("Chega a $a_j - \\delta_{jc}$ nos dois casos.", "두 경우 모두 $a_j - \\delta_{jc}$를 얻어요.")),
                (1, Text("Diz que, seguro e errado, o gradiente nas pontuações é grande.",
                         "틀린 답을 확신하면 점수의 기울기가 크다고 말해요."))),
        wrong=(Wrong(Text("Deriva só a palavra certa e deixa 0 nas outras: as outras pontuações também mexem em $a_c$.",
                          "정답의 점수만 미분하고 나머지를 0으로 둬요. 다른 점수도 $a_c$를 움직여요.")),
               Wrong(Text("Diz que a softmax saturada não deixa gradiente nenhum: aqui o logaritmo compensa.",
                          "포화된 소프트맥스라서 기울기가 없다고 해요. 여기서는 로그가 메워 줘요.")))),
    Open("a-step-turns-a-key", "derive", 4, Text(
        "Uma consulta $q$ e a chave $k_j$ dão a pontuação $s_j = q \\cdot k_j / \\sqrt{d_k}$. Com $d_{S,j}$ conhecido, ache a "
        "inclinação em $k_j$. Depois mostre que um passo de taxa $\\eta$ só em $k_j$ muda $s_j$ em $-\\eta\\, d_{S,j}\\, \\lVert "
        "q \\rVert^2 / d_k$, e diga quando a pontuação sobe.",
        "쿼리 $q$와 키 $k_j$의 점수는 $s_j = q \\cdot k_j / \\sqrt{d_k}$예요. $d_{S,j}$를 안다고 하고 $k_j$의 기울기를 구하세요. "
        "그리고 학습률 $\\eta$로 $k_j$만 한 걸음 움직이면 $s_j$가 $-\\eta\\, d_{S,j}\\, \\lVert q \\rVert^2 / d_k$만큼 달라짐을 "
        "보이고, 점수가 언제 올라가는지 말하세요."),
        task="derivation",
        answer=Text("A derivada de $s_j$ em $k_j$ é $q / \\sqrt{d_k}$, e por isso a inclinação é $d_{S,j}\\, q / \\sqrt{d_k}$. O "
                    "passo leva $k_j$ a $k_j - \\eta\\, d_{S,j}\\, q / \\sqrt{d_k}$. A pontuação é linear na chave: muda em $q "
                    "\\cdot (-\\eta\\, d_{S,j}\\, q / \\sqrt{d_k}) / \\sqrt{d_k} = -\\eta\\, d_{S,j}\\, \\lVert q \\rVert^2 / "
                    "d_k$. Como $\\eta$ e $\\lVert q \\rVert^2$ são positivos, ela sobe se, e só se, $d_{S,j} < 0$: a chave anda "
                    "na direção da consulta.",
                    "$s_j$를 $k_j$로 미분하면 $q / \\sqrt{d_k}$라서 기울기는 $d_{S,j}\\, q / \\sqrt{d_k}$예요. 한 걸음 뒤의 키는 "
                    "$k_j - \\eta\\, d_{S,j}\\, q / \\sqrt{d_k}$예요. 점수는 키의 일차식이라서 $q \\cdot (-\\eta\\, d_{S,j}\\, q "
                    "/ \\sqrt{d_k}) / \\sqrt{d_k} = -\\eta\\, d_{S,j}\\, \\lVert q \\rVert^2 / d_k$만큼 달라져요. $\\eta$와 "
                    "$\\lVert q \\rVert^2$은 양수이니 $d_{S,j} < 0$일 때, 그때만 올라가요. 키가 쿼리 방향으로 움직이는 거예요."),
        rubric=((1, Text("Acha a inclinação na chave, com a raiz.", "루트까지 넣어 키의 기울기를 구해요.")),
                (1, Text("Escreve a chave depois do passo, com o sinal certo.", "한 걸음 뒤의 키를 부호까지 맞게 써요.")),
                (1, Text("Calcula a mudança da pontuação, com as duas raízes.", "루트 2개를 모두 넣어 점수의 변화를 구해요.")),
                (1, Text("Conclui pelo sinal de $d_{S,j}$.", "$d_{S,j}$의 부호로 결론지어요."))),
        wrong=(Wrong(Text("Perde uma das raízes: ela divide na ida e de novo na volta.",
                          "루트를 하나 빠뜨려요. 앞으로 갈 때도, 되돌아올 때도 나눠요.")),
               Wrong(Text("Soma a inclinação em vez de subtrair: assim a perda sobe.",
                          "기울기를 빼지 않고 더해요. 그러면 손실이 커져요.")))),
    Choice("v-too-soon", "judge", 1, Text(
        "O código devia achar as inclinações e dar um passo. Roda sem erro, mas `d_s` não bate com as diferenças finitas. Qual é "
        "a falha?" + STEPPED_TOO_SOON,
        "기울기를 구하고 한 걸음 움직이는 코드예요. 오류 없이 돌아가지만 `d_s`가 수치 미분과 달라요. 무엇이 잘못됐나요?"
        + STEPPED_TOO_SOON),
        task="fault",
        right=Text("`d_a` usa o `v` já mudado, e não o da ida.", "`d_a`를 앞에서 쓴 `v`가 아니라 바뀐 `v`로 구했어요."),
        why=Text("A volta deriva a conta que foi feita: todos os passos vêm depois de todas as inclinações.",
                 "역전파는 앞에서 한 계산을 미분해요. 기울기를 모두 구한 다음에 움직여야 해요."),
        wrong=(
            Wrong(Text("`a` tem forma (consultas, chaves); a transposta é que dá uma linha por chave.",
                       "`a`의 모양은 (쿼리, 키)예요. 전치해야 행이 키가 돼요."),
                  Text("`d_v` devia usar `a` sem a transposta.", "`d_v`를 구할 때 `a`를 전치하지 말아야 해요.")),
            Wrong(Text("O passo vai contra a inclinação: subtrair está certo.", "기울기의 반대쪽으로 가야 하니 빼는 게 맞아요."),
                  Text("O passo em `v` devia somar, e não subtrair.", "`v`에서 빼지 말고 더해야 해요.")),
            Wrong(Text("As chaves de uma linha dividem o mesmo 1: a soma corre no eixo 1.",
                       "한 행의 키들이 1을 나눠 가져요. 축 1을 따라 더하는 게 맞아요."),
                  Text("A média de `d_s` devia correr no eixo 0.", "`d_s`의 평균은 축 0을 따라 내야 해요.")),
        )),
    Choice("what-the-root-does", "judge", 1, Text(
        "Com chaves de 256 números sorteados, mediu-se o comprimento do gradiente que chega a cada consulta. Ele não passa do "
        "primeiro número em 10% delas, do segundo em metade e do terceiro em 90%. Sem dividir por √d_k: {{ without }}; "
        "dividindo: {{ with_root }}. O que a divisão fez?",
        "수 256개짜리 키를 무작위로 뽑고, 쿼리마다 받는 기울기의 길이를 쟀어요. 차례로 하위 10% 경계, 중앙값, 상위 10% 경계예요. "
        "√d_k로 나누지 않았을 때: {{ without }}, 나눴을 때: {{ with_root }}. 나눗셈이 한 일은 무엇인가요?"),
        given=with_and_without_root,
        right=Text("Repartiu o gradiente: quem tinha quase nada recebe mais.",
                   "기울기를 고르게 나눴어요. 거의 못 받던 쿼리도 받아요."),
        why=Text("A parte de baixo sobe e a de cima desce. Sem a divisão, quase toda softmax satura, e poucas consultas recebem "
                 "muito.",
                 "아래쪽은 커지고 위쪽은 작아져요. 나누지 않으면 소프트맥스가 거의 다 포화되어, 몇몇 쿼리만 많이 받아요."),
        wrong=(
            Wrong(Text("Confira o último número: os gradientes mais longos encolheram.",
                       "마지막 수를 보세요. 가장 긴 기울기는 짧아졌어요."),
                  Text("Aumentou o gradiente de todas as consultas.", "모든 쿼리의 기울기를 키웠어요.")),
            Wrong(Text("Confira o primeiro número: os gradientes mais curtos cresceram.",
                       "첫 수를 보세요. 가장 짧은 기울기는 길어졌어요."),
                  Text("Encolheu o gradiente de todas, para dar passos curtos.", "모든 기울기를 줄여서 조금씩 움직이게 했어요.")),
            Wrong(Text("Se fosse só isso, os três números cairiam 16 vezes; dois deles subiram.",
                       "그렇다면 세 수가 모두 16분의 1이 되어야 해요. 그런데 둘은 커졌어요."),
                  Text("Dividiu todos os gradientes por 16, a raiz de 256.", "모든 기울기를 256의 제곱근인 16으로 나눴어요.")),
        )),
    Choice("before-training", "judge", 1, Text(
        "Antes do treinamento, uma GRU entrega à primeira de 20 palavras um gradiente minúsculo perto do que entrega à última. "
        "Um colega conclui: “Então ela nunca vai aprender a lembrar a primeira.” O que dizer?",
        "학습 전의 GRU에서, 단어 20개 가운데 첫 단어가 받는 기울기는 마지막 단어에 비해 아주 작아요. 동료가 말해요. ‘그러니 첫 "
        "단어를 기억하는 법은 절대 못 배워.’ 뭐라고 답할까요?"),
        right=Text("Isso não se conclui: o treinamento pode abrir o caminho.", "그렇지 않아요. 학습하면서 길이 열릴 수 있어요."),
        why=Text("Foi o que se viu com 20 palavras: as portas aprenderam a deixar passar, e ela acertou quase tudo. O alcance do "
                 "começo é um aviso, e não um veredito.",
                 "단어 20개에서 정말 그랬어요. 게이트가 기울기를 보내는 법을 배워서 거의 다 맞혔어요. 학습 전의 기울기는 "
                 "조심하라는 신호일 뿐이에요."),
        wrong=(
            Wrong(Text("Pequeno não é zero, e a cada passo o próprio caminho muda.",
                       "작다고 0은 아니에요. 그리고 한 걸음마다 길 자체가 바뀌어요."),
                  Text("Certo: sem gradiente no começo, não há aprendizado.", "맞아요. 처음에 기울기가 없으면 배울 수 없어요.")),
            Wrong(Text("Uma taxa maior também empurra mais as últimas palavras, que recebem muito mais.",
                       "학습률을 키우면 훨씬 많이 받는 마지막 단어들도 그만큼 더 밀려요."),
                  Text("Basta multiplicar a taxa até compensar o que falta.", "모자란 만큼 학습률을 키우면 돼요.")),
            Wrong(Text("A primeira palavra entra na conta; só que o caminho até ela é longo.",
                       "첫 단어도 계산에 들어가요. 거기까지 가는 길이 길 뿐이에요."),
                  Text("Ela nem lê a primeira palavra antes de treinar.", "학습 전에는 첫 단어를 읽지도 않아요.")),
        )),
    Open("did-it-learn-to-look", "judge", 4, Text(
        "Uma camada de atenção treinou com 800 frases, e a perda caiu muito. Alguém conclui: “A perda caiu; portanto, W_Q e W_K "
        "aprenderam para onde olhar.” Em 5 a 8 linhas, defenda essa conclusão ou ponha-a em dúvida, com uma experiência.",
        "어텐션 층을 문장 800개로 학습했더니 손실이 크게 줄었어요. 누군가 이렇게 결론지었어요. ‘손실이 줄었으니 W_Q와 W_K가 "
        "어디를 볼지 배운 것이다.’ 실험을 하나 들어, 이 결론에 찬성하거나 반박하는 글을 5~8줄로 쓰세요."),
        task="essay",
        answer=Text("A perda também cai quando só $W_V$ aprende: com os pesos parados perto de um terço, os valores já se "
                    "ajustam à resposta média. Por isso, a queda sozinha não diz qual matriz aprendeu. O controle é treinar de "
                    "novo, com as mesmas frases e a mesma taxa, deixando W_Q e W_K como começaram, em vários sorteios. Se ele "
                    "para bem acima em todos, aprender a olhar era necessário. O mapa antes e depois ajuda: se o peso da palavra "
                    "certa cresceu, ele aprendeu a olhar, mas só o controle diz que isso fazia falta.",
                    "$W_V$만 학습해도 손실은 줄어요. 가중치가 3분의 1 근처에 멈춰 있어도 밸류가 평균적인 답에 맞춰지니까요. "
                    "그래서 손실이 줄었다는 것만으로는 어느 행렬이 배웠는지 알 수 없어요. 대조 실험이 필요해요. 같은 문장과 같은 "
                    "학습률로, W_Q와 W_K는 그대로 두고 여러 번 뽑아 다시 학습해요. 모두 손실이 한참 높은 곳에서 멈춘다면 어디를 "
                    "볼지까지 배워야 했던 거예요. 학습 전과 뒤의 어텐션 맵도 도움이 돼요. 알맞은 단어의 가중치가 커졌다면 보는 "
                    "법을 배운 거예요. 하지만 그것이 꼭 필요했는지는 대조 실험만 알려 줘요."),
        rubric=((1, Text("Diz que outra matriz pode explicar a queda da perda.",
                         "손실이 준 것을 다른 행렬로도 설명할 수 있다고 말해요.")),
                (2, Text("Descreve o controle: W_Q e W_K parados, o resto igual, vários sorteios.",
                         "대조 실험을 설명해요: W_Q와 W_K는 그대로, 나머지는 같게, 여러 번.")),
                (1, Text("Diz que resultado decidiria, e em que sentido.", "어떤 결과가 나오면 어느 쪽이 맞는지 말해요."))),
        wrong=(Wrong(Text("Propõe comparar só com o modelo sem treinamento: a perda de $W_V$ sozinho também é menor que essa.",
                          "학습하지 않은 모델과만 비교해요. $W_V$만 학습해도 그보다 손실이 작아요.")),
               Wrong(Text("Dá como prova um mapa bonito depois do treinamento: ele mostra para onde se olha, e não se era "
                          "preciso.",
                          "학습 뒤의 그럴듯한 어텐션 맵을 증거로 들어요. 어디를 보는지 알 뿐, 그래야 했는지는 몰라요.")))),
]

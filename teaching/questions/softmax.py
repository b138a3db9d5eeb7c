"""Questions for lesson softmax."""

import numpy as np

from attnlib import softmax
from attnlib.classroom.figures import bars
from teaching.questions import Choice, Number, Open, Text, Wrong


def three_scores(random):
    """Three different small scores."""
    return {"scores": random.choice(np.arange(-1, 4), size=3, replace=False)}


def four_shares(random):
    scores = random.permutation([0.5, 1, 1.5, 3])
    return {"scores": scores, "words": [f"w{i}" for i in range(1, 5)], "largest": f"w{scores.argmax() + 1}"}


QUESTIONS = [
    Number("first-share", "apply", 2, Text(
        "As pontuações de três palavras são {{ scores }}. Qual é a fatia da primeira depois da softmax?",
        "세 단어의 점수가 {{ scores }}예요. 소프트맥스를 거치면 첫 단어의 몫은 얼마인가요?"),
        given=three_scores, answer=lambda scores: softmax(scores)[0], decimals=3,
        how=Text("Some as exponenciais das três pontuações e divida por essa soma a exponencial da primeira: {{ answer }}.",
                 "세 점수의 지수 함숫값을 더하고, 첫 점수의 지수 함숫값을 그 합으로 나눠요: {{ answer }}."),
        wrong=(
            Wrong(Text("Essa é a exponencial: falta dividir pela soma das três.",
                 "지수 함숫값이에요. 셋의 합으로 나누지 않았어요."),
                  lambda scores: np.exp(scores[0])),
            Wrong(Text("Essa é a fatia da última palavra: confira a ordem.",
                 "마지막 단어의 몫이에요. 순서를 확인하세요."),
                  lambda scores: softmax(scores)[2]),
        )),
    Choice("seven-more", "know", 1, Text(
        "Todas as pontuações de uma linha ganham 7 pontos. O que acontece com as fatias?",
        "한 행의 모든 점수가 7씩 커져요. 몫은 어떻게 되나요?"),
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
            Wrong(Text("As fatias de uma linha sempre somam 1; não há o que sobre.",
                 "한 행의 몫은 합이 늘 1이에요. 넘칠 것이 없어요."),
                  Text("Somam mais que 1.", "합이 1보다 커져요.")),
        )),
    Open("shift-invariance", "derive", 4, Text(
        "Mostre que somar a mesma constante $c$ a todas as pontuações $s_1, \\dots, s_n$ não muda a softmax. "
        "Diga para que um programa usa isso.",
        "모든 점수 $s_1, \\dots, s_n$에 같은 상수 $c$를 더해도 소프트맥스가 바뀌지 않음을 보이세요. 프로그램은 이 성질을 어디에 쓰나요?"),
        task="derivation",
        answer=Text("$\\frac{e^{s_i + c}}{\\sum_j e^{s_j + c}} = \\frac{e^c e^{s_i}}{e^c \\sum_j e^{s_j}} = "
                    "\\frac{e^{s_i}}{\\sum_j e^{s_j}}$. Com $c = -\\max_j s_j$ nenhuma exponencial passa de 1: nada estoura.",
                    "$\\frac{e^{s_i + c}}{\\sum_j e^{s_j + c}} = \\frac{e^c e^{s_i}}{e^c \\sum_j e^{s_j}} = "
                    "\\frac{e^{s_i}}{\\sum_j e^{s_j}}$. $c = -\\max_j s_j$로 두면 지수 함숫값이 1을 넘지 않아 오버플로가 없어요."),
        rubric=((2, Text("Põe $e^c$ em evidência no numerador e em cada parcela do denominador.",
                 "분자와 분모의 각 항에서 $e^c$를 묶어 내요.")),
                (1, Text("Cancela o fator e conclui a igualdade para todo $i$.",
                 "약분하고, 모든 $i$에 대해 같다고 결론지어요.")),
                (1, Text("Diz o uso: subtrair o máximo evita o estouro.",
                 "쓰임새를 말해요: 최댓값을 빼면 오버플로가 생기지 않아요."))),
        wrong=(Wrong(Text("Prova só com um exemplo numérico: mostra um caso, não todos.",
                 "수치 예 하나로만 보여요. 한 경우일 뿐 증명이 아니에요.")),
               Wrong(Text("Escreve $e^{s+c} = e^s + e^c$: a exponencial da soma é produto.",
                 "$e^{s+c} = e^s + e^c$라고 써요. 합의 지수는 곱이에요.")))),
    Choice("read-bars", "apply", 1, Text(
        "As barras mostram as pontuações e as fatias de quatro palavras. De qual palavra a softmax mais aumentou a vantagem?",
        "막대는 네 단어의 점수와 몫을 보여 줘요. 소프트맥스가 어느 단어를 가장 앞서게 했나요?"),
        task="reading", given=four_shares,
        picture=lambda scores, words, largest: bars(words, scores=scores, weights=softmax(scores)),
        right=Text("{{ largest }}", "{{ largest }}"),
        why=Text("A exponencial estica as diferenças: a maior pontuação ganha a maior parte.",
                 "지수 함수는 차이를 벌려요. 점수가 가장 큰 단어가 대부분을 가져가요."),
        wrong=(
            Wrong(Text("A ordem se mantém, mas as distâncias não.", "순서는 그대로지만 차이는 그대로가 아니에요."),
                  Text("De nenhuma: as barras têm a mesma forma.", "없어요. 막대 모양이 같아요.")),
            Wrong(Text("As fatias somam 1, e a maior passa da metade.",
                 "몫의 합은 1이고, 가장 큰 몫이 절반을 넘어요."),
                  Text("De todas igualmente.", "모두 똑같이요.")),
        )),
]

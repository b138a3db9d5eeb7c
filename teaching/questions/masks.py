"""Questions for lesson masks."""

import numpy as np

from attnlib import causal_mask, padding_mask, softmax
from attnlib.classroom.figures import mask_on_scores
from teaching.questions import Choice, Number, Open, Text, Wrong

TIMES_INFINITY = """

```python
hidden = 1 - np.tri(len(x))
scores = x @ x.T + hidden * -np.inf
weights = softmax(scores)
```
"""


def third_of_four(random):
    """Scores of the third of four words, the last of them not 0."""
    while True:
        scores = random.permutation([-1, 0, 1, 2])
        if scores[3]:
            return {"scores": scores, "seen": scores[:3]}


def with_pads(random):
    scores = [[2, 1], [1, 0, 2], [3, 1], [1, -1, 2]][random.integers(4)]
    return {"scores": np.array(scores), "pads": random.integers(2, 5)}


def table_of(random):
    """A sentence in a batch, causal and padded: its length, the table's, and how many cells may be seen."""
    n, length = random.choice([(6, 4), (8, 5), (7, 5), (6, 3), (5, 4), (8, 6)])
    return {"n": n, "length": length, "pads": n - length, "cells": (causal_mask(n) & padding_mask(length, n)).sum()}


def first_step(random):
    return {"places": random.choice([4, 5, 8]), "chance": random.choice([0.1, 0.2, 0.25])}


def pushed(places, chance):
    """By how much the first step raises the score of the place that is always right."""
    right = np.full(places, chance)
    right[-1] = 1
    weights = softmax(np.zeros(places))
    return 10 * weights[-1] * (1 - weights @ right)


def prefix(random):
    """Scores of five words, and a mask whose first words all see."""
    seen = random.choice([2, 3])
    return {"scores": random.integers(-2, 4, size=(5, 5)), "mask": causal_mask(5) | (np.arange(5) < seen),
            "seen": seen, "more": seen + 1}


QUESTIONS = [
    Number("third-asks", "apply", 2, Text(
        "A terceira de quatro palavras pergunta, e as pontuações com as quatro chaves são {{ scores }} (não é preciso dividir). "
        "Com a máscara causal, que peso leva a primeira palavra? Responda com 3 casas decimais.",
        "단어 4개 가운데 셋째 단어가 물어요. 네 키의 점수(차례로, 이미 나눈 값): {{ scores }}. "
        "인과 마스크를 쓰면 첫 단어의 가중치는 얼마인가요? 소수 셋째 자리까지 구하세요."),
        given=third_of_four, answer=lambda seen, **_: softmax(seen)[0], decimals=3,
        how=Text("A terceira vê a si mesma e as duas anteriores; faça a softmax só de {{ seen }}: {{ answer }}.",
                 "셋째 단어는 자기와 앞의 둘만 봐요. 점수 {{ seen }}에만 소프트맥스를 적용해요: {{ answer }}."),
        wrong=(
            Wrong(Text("A quarta palavra ainda entra na soma do denominador: o futuro vazou por ali.",
                       "넷째 단어가 아직 분모의 합에 들어 있어요. 미래가 거기로 샜어요."),
                  lambda scores, **_: softmax(scores)[0]),
            Wrong(Text("A pontuação escondida virou 0, e 0 ainda ganha peso: $e^0 = 1$.",
                       "가린 점수를 0으로 바꿨어요. 0이어도 가중치를 받아요: $e^0 = 1$."),
                  lambda scores, **_: softmax([*scores[:3], 0])[0]),
            Wrong(Text("A diagonal fica aberta: a palavra que pergunta também se vê.",
                       "대각선은 열려 있어요. 묻는 단어는 자기 자신도 봐요."),
                  lambda scores, **_: softmax(scores[:2])[0]),
        )),
    Number("lost-in-padding", "apply", 2, Text(
        "Para uma consulta, as pontuações das palavras da frase são {{ scores }}, e depois vêm {{ pads }} posições de padding, "
        "vetores de zeros. Sem máscara, que parte do peso vai para o padding, ao todo? Responda com 3 casas decimais.",
        "문장에 든 단어들이 어느 쿼리에서 받은 점수(차례로, 이미 나눈 값): {{ scores }}. 그 뒤에 0뿐인 패딩 벡터가 "
        "{{ pads }}개 있어요. 마스크가 없으면 패딩이 받는 가중치의 합은 얼마인가요? 소수 셋째 자리까지 구하세요."),
        given=with_pads, decimals=3,
        answer=lambda scores, pads: softmax(np.append(scores, np.zeros(pads)))[len(scores):].sum(),
        how=Text("Cada vetor de zeros tem pontuação 0 e exponencial 1. Divida {{ pads }} pela soma das exponenciais de todos: "
                 "{{ answer }}.",
                 "0뿐인 벡터는 점수가 0이고 지수 함숫값이 1이에요. 패딩 {{ pads }}개의 합을 전체의 합으로 나눠요: "
                 "{{ answer }}."),
        wrong=(
            Wrong(Text("Pontuação 0 não é peso 0: $e^0 = 1$.", "점수가 0이라고 가중치가 0은 아니에요: $e^0 = 1$."),
                  lambda **_: 0),
            Wrong(Text("Esse é o peso de uma posição vazia; falta somar as outras.",
                       "빈자리 하나의 가중치예요. 나머지도 더하세요."),
                  lambda scores, pads: softmax(np.append(scores, np.zeros(pads)))[-1]),
            Wrong(Text("Você só contou posições; o peso depende das pontuações.",
                       "자리의 수만 셌어요. 가중치는 점수에 따라 달라져요."),
                  lambda scores, pads: pads / (len(scores) + pads)),
        )),
    Number("open-cells", "apply", 2, Text(
        "Uma frase de {{ length }} palavras entra em um lote de {{ n }} posições, com o padding no fim. "
        "Quantas casas da tabela {{ n }} × {{ n }} ficam abertas quando se juntam, com &, a máscara causal e a de padding?",
        "단어 {{ length }}개짜리 문장을 자리가 {{ n }}개인 배치에 넣고 뒤를 패딩으로 채웠어요. 인과 마스크와 패딩 마스크를 &로 "
        "합치면, {{ n }} × {{ n }} 표에서 볼 수 있는 칸(True)은 모두 몇 개인가요?"),
        given=table_of, answer=lambda cells, **_: cells, decimals=0,
        how=Text("Nas {{ length }} primeiras linhas, abrem-se 1, 2, 3… casas; em cada uma das {{ pads }} linhas de padding, "
                 "{{ length }}. Ao todo: {{ cells }}.",
                 "처음 {{ length }}행에서는 1칸, 2칸, 3칸…이 열리고, 패딩의 {{ pads }}행에서는 {{ length }}칸씩 열려요. "
                 "모두 더하면: {{ cells }}."),
        wrong=(
            Wrong(Text("Essa é só a máscara causal: as colunas do padding continuam abertas.",
                       "인과 마스크만 쓴 수예요. 패딩 열이 아직 열려 있어요."),
                  lambda n, **_: causal_mask(n).sum()),
            Wrong(Text("Essa é só a máscara de padding: o futuro continua aberto.",
                       "패딩 마스크만 쓴 수예요. 미래가 아직 열려 있어요."),
                  lambda n, length, **_: n * length),
            Wrong(Text("As linhas do padding também perguntam; ninguém usa as saídas, mas as casas estão abertas.",
                       "패딩 행도 물어요. 그 출력은 아무도 안 쓰지만 칸은 열려 있어요."),
                  lambda length, **_: causal_mask(length).sum()),
        )),
    Number("first-push", "apply", 2, Text(
        "Um modelo sem máscara reparte o peso entre {{ places }} casas, todas com pontuação 0 no começo. "
        "Copiar uma delas acerta sempre; copiar qualquer outra acerta {{ chance }} das vezes. "
        "Na regra $\\Delta s_j = 10\\,w_j\\,(r_j - \\bar{r})$, w é o peso da casa; r, a fração de acertos de quem a copia; "
        "e o r com barra, a média dos r com esses pesos. No primeiro passo, quanto sobe a pontuação da casa que acerta sempre? "
        "Responda com 3 casas decimais.",
        "마스크가 없는 모델이 {{ places }}칸에 가중치를 나눠 주고, 처음에는 점수가 모두 0이에요. "
        "어느 한 칸을 베끼면 언제나 맞고, 다른 칸을 베끼면 어느 칸이든 {{ chance }}의 비율로 맞아요. "
        "점수는 $\\Delta s_j = 10\\,w_j\\,(r_j - \\bar{r})$만큼 바뀌어요. w는 가중치, r은 그 칸을 베낄 때 맞는 비율이고, "
        "막대가 붙은 r은 그 가중평균이에요. 언제나 맞는 칸의 점수는 첫 단계에서 얼마나 오르나요? "
        "소수 셋째 자리까지 구하세요."),
        given=first_step, answer=pushed, decimals=3,
        how=Text("No começo todos os pesos são 1/{{ places }}, e $\\bar{r}$ é a média simples dos acertos. "
                 "Com $r_j = 1$, a regra dá {{ answer }}.",
                 "처음에는 모든 칸의 가중치가 같아서(1/{{ places }}) $\\bar{r}$는 정확도의 단순 평균이에요. "
                 "$r_j = 1$을 규칙에 넣으면 {{ answer }}."),
        wrong=(
            Wrong(Text("Faltou descontar a média: só sobe quem acerta mais que ela.",
                       "평균을 빼지 않았어요. 평균보다 잘 맞히는 만큼만 올라가요."),
                  lambda places, **_: 10 / places),
            Wrong(Text("Faltou o peso $w_j$.", "가중치 $w_j$를 곱하지 않았어요."),
                  lambda places, chance: places * pushed(places, chance)),
            Wrong(Text("A média $\\bar{r}$ é de todas as casas, também da que acerta sempre.",
                       "평균 $\\bar{r}$에는 언제나 맞는 칸도 들어가요."),
                  lambda places, chance: 10 / places * (1 - chance)),
        )),
    Choice("what-goes-in", "know", 1, Text(
        "No treinamento com teacher forcing, o que está na entrada de uma posição?",
        "교사 강요로 학습할 때, 한 자리의 입력에는 무엇이 있나요?"),
        right=Text("A palavra do texto certo, mesmo que o modelo tivesse escrito outra.",
                   "모델이 무엇을 썼을지와 상관없이, 정답 글의 단어예요."),
        why=Text("A frase certa entra inteira, e todas as posições treinam de uma vez; a máscara é que esconde o que vem depois.",
                 "정답 문장을 통째로 넣어서 모든 자리를 한꺼번에 학습해요. 뒤에 올 말은 마스크가 가려요."),
        wrong=(
            Wrong(Text("Assim se escreve, não se treina: seria preciso uma chamada para cada palavra.",
                       "글을 생성할 때 그래요. 그러면 단어마다 한 번씩 계산해야 해요."),
                  Text("A palavra que o próprio modelo previu no passo anterior.",
                       "모델이 바로 앞 단계에서 스스로 예측한 단어예요.")),
            Wrong(Text("A resposta de uma posição é a palavra seguinte, que está na entrada da posição ao lado.",
                       "한 자리의 정답은 다음 단어이고, 그건 옆자리의 입력에 있어요."),
                  Text("A resposta que o modelo tem de dar naquela mesma posição.",
                       "모델이 바로 그 자리에서 맞혀야 하는 정답이에요.")),
            Wrong(Text("Quem troca palavras por uma marca é o masked language model do BERT.",
                       "단어를 표시로 바꾸는 것은 BERT의 마스크드 언어 모델이에요."),
                  Text("Uma marca vazia, no lugar da palavra que o modelo deve adivinhar.",
                       "모델이 알아맞힐 단어 대신 넣은 빈 표시예요.")),
        )),
    Choice("cross-is-open", "know", 1, Text(
        "Em um tradutor como o T5, a atenção cruzada não usa máscara causal. Por quê?",
        "T5 같은 번역 모델의 크로스 어텐션에는 왜 인과 마스크가 없나요?"),
        right=Text("Porque a frase de origem já está escrita inteira.", "원문은 이미 끝까지 쓰여 있으니까요."),
        why=Text("O que ainda não existe é o resto da tradução, e esse fica escondido na autoatenção do decodificador.",
                 "아직 없는 것은 번역문의 나머지예요. 그건 디코더의 셀프 어텐션에서 가려요."),
        wrong=(
            Wrong(Text("O codificador lê sem máscara causal: cada palavra vê todas.",
                       "인코더는 인과 마스크 없이 읽어요. 모든 단어가 모든 단어를 봐요."),
                  Text("Porque o codificador já a aplicou ao ler a origem.", "인코더가 원문을 읽을 때 이미 썼으니까요.")),
            Wrong(Text("Uma máscara retangular existe: a de padding serve ali.",
                       "직사각형 마스크도 있어요. 거기서 패딩 마스크를 써요."),
                  Text("Porque a tabela ali não é quadrada, e a máscara não cabe.",
                       "표가 정사각형이 아니라서 마스크를 씌울 수 없으니까요.")),
            Wrong(Text("Sem máscara, nenhuma palavra da origem leva peso 0.",
                       "마스크가 없으면 원문의 어느 단어도 가중치가 0이 되지 않아요."),
                  Text("Porque o fim da origem recebe peso 0 sem ajuda.", "원문의 뒷부분은 저절로 가중치가 0이 되니까요.")),
        )),
    Choice("none-means", "know", 1, Text(
        "`future_leak(f, x)` devolve None. O que se sabe sobre a função f?",
        "`future_leak(f, x)`의 결과가 None이에요. 함수 f에 대해 무엇을 알 수 있나요?"),
        right=Text("Nenhuma troca testada mudou uma saída anterior.",
                   "검사기가 바꿔 본 것 가운데 앞의 출력을 바꾼 것이 없어요."),
        why=Text("O teste experimenta alguns números; passar nele não é uma prova.",
                 "검사기는 수를 몇 가지 넣어 볼 뿐이에요. 통과했다고 증명된 것은 아니에요."),
        wrong=(
            Wrong(Text("Um teste que nada acha não prova que nada existe.", "찾지 못했다고 없다는 증명은 아니에요."),
                  Text("Está provado que ela não deixa passar nada do futuro.", "미래가 새지 않는다는 것이 증명됐어요.")),
            Wrong(Text("A primeira posição se chama 0; None é outra coisa: nada foi achado.",
                       "첫 자리라면 0이 나와요. None은 찾은 것이 없다는 뜻이에요."),
                  Text("Ela vaza, e já na primeira posição da frase.", "새는 곳이 있고, 그곳이 문장의 첫 자리예요.")),
            Wrong(Text("Uma função que esconde demais, até a diagonal, também passa.",
                       "대각선까지 너무 많이 가린 함수도 통과해요."),
                  Text("Ela usa a máscara causal exata, nem mais nem menos.",
                       "꼭 알맞은 인과 마스크를 써요. 더도 덜도 가리지 않아요.")),
        )),
    Choice("turned-meaning", "apply", 1, Text(
        "Em `nn.MultiheadAttention`, do PyTorch, True quer dizer “escondido”. Alguém passa a ela a `causal_mask(5)` do attnlib, "
        "sem mudar nada. O que acontece?",
        "PyTorch의 `nn.MultiheadAttention`에서는 True가 ‘가린다’는 뜻이에요. attnlib의 `causal_mask(5)`를 그대로 넣으면 "
        "어떻게 되나요?"),
        right=Text("Cada palavra só vê as seguintes, e a última não vê nenhuma.",
                   "단어마다 뒤의 단어만 보고, 마지막은 아무것도 못 봐요."),
        why=Text("A tabela se inverte: escondem-se a palavra e as anteriores, e sobra o futuro. Troque a máscara por `~mask`.",
                 "표가 뒤집혀서 자기와 앞의 단어가 가려지고 미래만 남아요. 마스크를 `~mask`로 바꾸세요."),
        wrong=(
            Wrong(Text("A convenção é a oposta; só `scaled_dot_product_attention` diz o mesmo que o attnlib.",
                       "뜻이 반대예요. attnlib과 뜻이 같은 것은 `scaled_dot_product_attention`이에요."),
                  Text("Nada: nas duas bibliotecas a máscara tem a mesma convenção.",
                       "달라지지 않아요. 두 라이브러리에서 마스크의 뜻이 같아요.")),
            Wrong(Text("Só ficam abertas as casas em que a máscara diz False, as do futuro.",
                       "열리는 것은 마스크가 False인 칸, 곧 미래뿐이에요."),
                  Text("Todas as palavras veem todas, como se não houvesse máscara.",
                       "마스크가 없는 것처럼 모든 단어가 모든 단어를 봐요.")),
            Wrong(Text("A forma está certa, 5 × 5: a máscara é aceita sem aviso.",
                       "모양이 5 × 5로 맞아서 아무 말 없이 받아들여요."),
                  Text("O PyTorch recusa, porque a forma da máscara não serve.",
                       "마스크의 모양이 맞지 않아서 PyTorch가 오류를 내요.")),
        )),
    Choice("which-mask", "apply", 1, Text(
        "A figura mostra pontuações, o que a máscara esconde e os pesos que saem. Que máscara é essa?",
        "그림에 점수, 마스크가 가린 칸, 그 결과인 가중치가 있어요. 어떤 마스크인가요?"),
        task="reading", given=prefix,
        picture=lambda scores, mask, **_: mask_on_scores(scores, mask, [f"w{i}" for i in range(1, 6)]),
        right=Text("Com prefixo: todas veem w1 a w{{ seen }}; o resto é causal.",
                   "프리픽스: w1부터 w{{ seen }}까지는 모두가 보고, 나머지는 인과 마스크예요."),
        why=Text("A linha de w1 já vê até w{{ seen }}, e depois cada linha abre mais uma casa, a sua.",
                 "w1 행이 벌써 w{{ seen }}까지 보고, 그 뒤로는 행마다 자기 칸이 하나씩 더 열려요."),
        wrong=(
            Wrong(Text("Na causal, w1 só veria a si mesma.", "인과 마스크라면 w1은 자기만 봐요."),
                  Text("Causal: cada palavra vê a si mesma e as anteriores.", "인과 마스크: 단어마다 자기와 앞의 단어를 봐요.")),
            Wrong(Text("Na de padding, todas as linhas seriam iguais, e w5 não veria a si mesma.",
                       "패딩 마스크라면 모든 행이 같고, w5는 자기를 보지 못해요."),
                  Text("De padding: só as {{ seen }} primeiras chaves são palavras.",
                       "패딩 마스크: 처음 {{ seen }}개의 키만 단어예요.")),
            Wrong(Text("Confira a linha de w1: w{{ more }} está escondida.", "w1 행을 보세요. w{{ more }} 칸은 가려져 있어요."),
                  Text("Com prefixo: todas veem w1 a w{{ more }}; o resto é causal.",
                       "프리픽스: w1부터 w{{ more }}까지는 모두가 보고, 나머지는 인과 마스크예요.")),
        )),
    Choice("zero-times-infinity", "judge", 1, Text(
        "O código quer esconder o futuro, mas os pesos não saem. Qual é o erro?" + TIMES_INFINITY,
        "미래를 가리려는 코드인데 가중치가 나오지 않아요. 무엇이 잘못됐나요?" + TIMES_INFINITY),
        task="fault",
        right=Text("Nas casas abertas calcula 0 · (−∞), que é nan.", "열린 칸에서 0 · (−∞)를 계산해서 nan이 나와요."),
        why=Text("`np.where(hidden, -np.inf, scores)` escolhe sem multiplicar.",
                 "`np.where(hidden, -np.inf, scores)`는 곱하지 않고 골라요."),
        wrong=(
            Wrong(Text("`np.tri` marca a diagonal com 1, e `1 - np.tri` a deixa em 0: aberta.",
                       "`np.tri`의 대각선은 1이고 `1 - np.tri`에서는 0이에요. 열려 있어요."),
                  Text("Esconde também a diagonal, e a primeira linha fica vazia.", "대각선까지 가려서 첫 행에 볼 것이 없어요.")),
            Wrong(Text("`hidden` vale 1 acima da diagonal, que é o futuro.", "`hidden`이 1인 곳은 대각선 위쪽, 곧 미래예요."),
                  Text("Está ao contrário: esconde o passado e mostra o futuro.", "거꾸로예요. 과거를 가리고 미래를 보여 줘요.")),
            Wrong(Text("Antes da softmax é o lugar certo: depois, o futuro já estaria no denominador.",
                       "소프트맥스 전이 맞아요. 뒤에 가리면 미래가 이미 분모에 들어가 있어요."),
                  Text("Esconde antes da softmax; devia zerar os pesos depois.",
                       "소프트맥스 전에 가렸어요. 뒤에 가중치를 0으로 만들어야 해요.")),
        )),
    Choice("rows-are-fine", "judge", 1, Text(
        "Em todas as camadas de um modelo, cada linha de pesos soma 1, e os pesos acima da diagonal são exatamente 0. "
        "Isso garante que nenhuma saída depende das palavras seguintes?",
        "어느 모델의 모든 층에서 가중치의 행마다 합이 1이고, 대각선 위의 가중치는 정확히 0이에요. "
        "그러면 어떤 출력도 뒤의 단어에 달려 있지 않다고 할 수 있나요?"),
        right=Text("Não: há outros caminhos, como subtrair a média de todos os vetores.",
                   "아니요. 모든 벡터의 평균을 빼는 것처럼 다른 길이 있어요."),
        why=Text("Os pesos são só um dos caminhos; quem decide é o teste: trocar o futuro e ver que saídas mudam.",
                 "가중치는 여러 길 가운데 하나일 뿐이에요. 미래를 바꿔 보고 출력이 달라지는지 봐야 알아요."),
        wrong=(
            Wrong(Text("O peso 0 fecha só a mistura dos valores; os outros pesos e os vetores já podem ter visto o futuro.",
                       "가중치 0은 밸류를 섞는 길만 막아요. 다른 가중치나 벡터가 이미 미래를 봤을 수 있어요."),
                  Text("Sim: com peso 0, nada do que vem depois chega à saída da palavra.",
                       "네. 가중치가 0이면 뒤의 단어에서 출력으로 오는 것이 없어요.")),
            Wrong(Text("Linhas que somam menos que 1 são o sinal de quem zerou depois da softmax.",
                       "합이 1보다 작은 것은 소프트맥스 뒤에 0을 넣었다는 표시예요."),
                  Text("Não: com parte da linha escondida, a soma devia ficar abaixo de 1.",
                       "아니요. 일부를 가렸으니 행의 합이 1보다 작아야 해요.")),
            Wrong(Text("A primeira linha com peso 1 em si mesma é o certo: ela só tem a si mesma.",
                       "첫 행이 자기에게 1을 주는 것이 맞아요. 볼 것이 자기뿐이니까요."),
                  Text("Não: a primeira palavra dá peso 1 a si mesma e já sabe a resposta.",
                       "아니요. 첫 단어가 자기에게 1을 주니 정답을 이미 알아요.")),
        )),
    Open("same-as-prefix", "derive", 5, Text(
        "Com a máscara causal, as pontuações $s_{ij}$ com $j > i$ viram $-\\infty$ antes da softmax; $s_{ij} = q_i \\cdot k_j$. "
        "(a) Mostre que a saída $i$ é a mesma da atenção calculada só com as $i$ primeiras palavras. "
        "(b) Conclua o que acontece com as saídas já calculadas quando chega mais uma palavra. "
        "(c) Mostre onde a prova falha se os pesos forem zerados depois da softmax.",
        "인과 마스크는 소프트맥스 전에 $s_{ij}$ 가운데 $j > i$인 것을 $-\\infty$로 바꿔요. 여기서 $s_{ij} = q_i \\cdot k_j$예요. "
        "(a) 출력 $i$가, 처음 $i$개 단어만으로 계산한 어텐션의 마지막 출력과 같음을 보이세요. "
        "(b) 단어가 하나 더 들어오면 이미 계산한 출력은 어떻게 되는지 쓰세요. "
        "(c) 소프트맥스 뒤에 가중치를 0으로 바꾸면 증명의 어디가 깨지는지 보이세요."),
        task="derivation",
        answer=Text(
            "(a) Como $e^{-\\infty} = 0$, $o_i = \\sum_{j \\le i} \\frac{e^{s_{ij}}}{\\sum_{l \\le i} e^{s_{il}}}\\,v_j$. "
            "Só aparecem $q_i$ e as chaves e os valores de 1 a i: é a fórmula da atenção sobre essas palavras. "
            "(b) Uma palavra nova não está em nenhuma dessas somas: as saídas anteriores não mudam. "
            "(c) Zerando depois, $o_i = \\sum_{j \\le i} \\frac{e^{s_{ij}}}{\\sum_l e^{s_{il}}}\\,v_j$, "
            "e o denominador soma todas as palavras, também as que vêm depois.",
            "(a) $e^{-\\infty} = 0$이니까 $o_i = \\sum_{j \\le i} \\frac{e^{s_{ij}}}{\\sum_{l \\le i} e^{s_{il}}}\\,v_j$예요. "
            "$q_i$와 1번부터 i번까지의 키와 밸류만 나와요. 그 단어들만으로 쓴 어텐션의 식과 같아요. "
            "(b) 새 단어는 이 합들 어디에도 없으니, 앞의 출력은 그대로예요. "
            "(c) 뒤에 0으로 바꾸면 $o_i = \\sum_{j \\le i} \\frac{e^{s_{ij}}}{\\sum_l e^{s_{il}}}\\,v_j$인데, "
            "분모에는 뒤에 오는 단어까지 모두 더해져 있어요."),
        rubric=((2, Text("(a) Usa que a exponencial de −∞ é 0 no numerador e no denominador.",
                         "(a) −∞의 지수 함숫값이 0이라는 것을 분자와 분모에 모두 써요.")),
                (1, Text("(a) Diz que a pontuação de um par só depende das duas palavras do par.",
                         "(a) 한 짝의 점수는 그 두 단어에만 달려 있다고 말해요.")),
                (1, Text("(b) Conclui que as saídas anteriores não mudam.", "(b) 앞의 출력이 그대로라고 결론지어요.")),
                (1, Text("(c) Aponta o futuro na soma do denominador.", "(c) 분모의 합에 미래가 들어 있다고 짚어요."))),
        wrong=(Wrong(Text("Diz só que os pesos do futuro são 0: falta olhar o denominador dos outros pesos.",
                          "미래의 가중치가 0이라고만 말해요. 나머지 가중치의 분모도 봐야 해요.")),
               Wrong(Text("Prova para várias camadas sem dizer que cada camada é causal: então é preciso usar (b) em cada uma.",
                          "층마다 인과적이라는 말 없이 여러 층에서 성립한다고 해요. (b)를 층마다 써야 해요.")))),
    Open("too-good", "judge", 4, Text(
        "Uma equipe anuncia: “Nosso modelo lê algarismos sorteados e, no treinamento, acerta o próximo em 99% das vezes.” "
        "Em 5 a 8 linhas: por que o número é suspeito, onde procurar a causa, com que teste e o que se veria ao escrever.",
        "어느 팀이 발표했어요. ‘우리 모델은 무작위 숫자를 읽으면서, 학습할 때 다음 숫자를 99% 맞힌다.’ "
        "이 수가 왜 수상한지, 원인을 어디서 찾을지, 어떤 검사를 할지, 글을 생성할 때는 어떻게 될지 5~8줄로 쓰세요."),
        task="essay",
        answer=Text(
            "O próximo algarismo de um sorteio não depende dos anteriores: quem não cola acerta um em dez. Um acerto tão alto "
            "quer dizer que a resposta está na entrada. No treinamento a sequência entra inteira, e a resposta de cada posição "
            "está na posição ao lado; o primeiro suspeito é a máscara: falta, está invertida ou age depois da softmax. "
            "O teste é trocar os algarismos finais e ver se alguma saída anterior muda. Ao escrever, o algarismo seguinte "
            "ainda não existe, e o acerto cai ao do acaso. Com a máscara certa, o treinamento também mostraria um em dez: "
            "ela não melhora o modelo, só torna a prova honesta.",
            "무작위 숫자에서 다음 숫자는 앞의 숫자와 상관없어요. 커닝하지 않으면 열 번에 한 번 맞아요. 이렇게 높다면 정답이 "
            "입력에 들어 있다는 뜻이에요. 학습할 때는 숫자열을 통째로 넣어서, 자리마다 정답이 바로 옆자리에 있어요. 가장 먼저 "
            "마스크를 의심해야 해요. 빠졌거나, 뒤집혔거나, 소프트맥스 뒤에 씌웠을 수 있어요. 뒤쪽 숫자를 바꾸고 앞의 출력이 "
            "달라지는지 보면 알아요. 생성할 때는 다음 숫자가 아직 없어서 정확도가 찍는 수준으로 떨어져요. 마스크를 바르게 쓰면 "
            "학습할 때도 열 번에 한 번만 맞아요. 마스크는 모델을 똑똑하게 하지 않고, 시험을 정직하게 해요."),
        rubric=((1, Text("Diz que, sem cola, o limite é o acaso: um em dez.",
                         "커닝하지 않으면 열 번에 한 번이 한계라고 말해요.")),
                (1, Text("Diz onde está a resposta (na entrada, ao lado) e suspeita da máscara.",
                         "정답이 입력의 옆자리에 있다고 말하고 마스크를 의심해요.")),
                (1, Text("Propõe trocar o futuro e comparar as saídas anteriores.",
                         "미래를 바꾸고 앞의 출력을 비교하자고 해요.")),
                (1, Text("Prevê a queda ao acaso quando o modelo escreve.", "생성할 때는 찍는 수준으로 떨어진다고 예상해요."))),
        wrong=(Wrong(Text("Explica por decorar os dados: os algarismos mudam a cada sorteio, e a cola acerta em qualquer um.",
                          "외웠기 때문이라고 설명해요. 숫자를 새로 뽑아도 옆자리를 베끼면 맞아요.")),
               Wrong(Text("Diz que a máscara deixará o modelo melhor: ela tira a cola, e o acerto cai.",
                          "마스크를 쓰면 모델이 좋아진다고 말해요. 커닝이 막혀서 정확도는 떨어져요.")))),
]

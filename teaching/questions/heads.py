"""Questions for lesson heads."""

import numpy as np

from attnlib import merge_heads, softmax, split_heads
from attnlib.classroom.figures import heatmap
from teaching.questions import Choice, Number, Open, Text, Wrong

CUT_FIRST = """

```python
parts = split_heads(x, heads)
q, k, v = parts @ w_q, parts @ w_k, parts @ w_v
output, weights = attention(q, k, v)
y = merge_heads(output) @ w_o
```
"""


def two_outputs(random):
    """What two heads give a word, and the first column of W_O, drawn until no usual mistake has the right number."""
    while True:
        head_1, head_2 = random.permutation([-1, 1, 2, 3]).reshape(2, 2)
        column = random.permutation([-1, 0, 1, 2])
        drawn = {"head_1": head_1, "head_2": head_2, "column": column, "output": joined(head_1, head_2) @ column}
        if len({int(drawn["output"]), *(int(wrong(**drawn)) for wrong in (swapped, added, only_first))}) == 4:
            return drawn


def joined(head_1, head_2):
    return merge_heads(np.array([head_1, head_2])[:, None])[0].astype(int)


def swapped(head_1, head_2, column, **_):
    return joined(head_2, head_1) @ column


def added(head_1, head_2, column, **_):
    return (head_1 + head_2) @ column[:2]


def only_first(head_1, column, **_):
    return head_1 @ column[:2]


def layer_sizes(random):
    """A layer whose heads do not just share out d."""
    d, heads, d_k, d_v = random.choice([(20, 2, 6, 4), (30, 4, 5, 8), (40, 5, 4, 6), (24, 3, 10, 5), (50, 2, 8, 12)])
    return {"d": d, "heads": heads, "d_k": d_k, "d_v": d_v, "numbers": 2 * d * heads * (d_k + d_v)}


def an_index(random):
    row, column = random.integers(0, 3, size=2)
    return {"row": row, "column": column, "found": int(split_heads(np.arange(32).reshape(4, 8), 2)[1, row, column])}


def one_of_the_heads(random):
    """Products of one head's query with three keys, such that the scaled scores are small whole numbers."""
    d, heads = random.choice([(64, 4), (36, 4), (32, 8), (100, 4), (128, 2)])
    root, scores = int(np.sqrt(d // heads)), [[0, 1, 2], [0, 1, 3], [0, 2, 3]][random.integers(3)]
    return {"d": d, "heads": heads, "d_k": d // heads, "products": root * random.permutation(scores)}


def softmax_rows(random):
    n, heads = random.choice([6, 10, 12]), random.choice([4, 8])
    return {"n": n, "heads": heads, "rows": n * heads, "cells": n * n * heads}


def three_heads(random):
    """Weights of one word in three heads: one head has no preference."""
    scores = np.array([[0, 0, 0, 0, 0], [0, 4, 0, 0, 0], [0, 0, 0, 2, 1]])
    order = random.permutation(3)
    names = [f"h{place + 1}" for place in np.argsort(order)]   # of what stands first in `scores`, second and third
    return {"weights": softmax(scores[order]), "flat": names[0], "sharp": names[1], "soft": names[2]}


QUESTIONS = [
    Number("through-w-o", "apply", 2, Text(
        "Para uma palavra, a cabeça 1 entrega {{ head_1 }} e a cabeça 2, {{ head_2 }}. "
        "A primeira coluna de $W_O$ é {{ column }}. Qual é o primeiro número que a camada devolve para essa palavra?",
        "한 단어에 대한 헤드 1의 출력: {{ head_1 }}, 헤드 2의 출력: {{ head_2 }}. "
        "$W_O$의 첫 열이 {{ column }}일 때, 이 층에서 나오는 그 단어의 벡터에서 첫째 수는 얼마인가요?"),
        given=two_outputs, answer=lambda output, **_: output, decimals=0,
        how=Text("Ponha as cabeças lado a lado e faça o produto escalar dos quatro números com a coluna: {{ output }}.",
                 "두 헤드의 출력을 나란히 놓고, 그 수 4개를 첫 열과 내적해요: {{ output }}."),
        wrong=(
            Wrong(Text("As cabeças trocaram de lugar: a 1 encontra as duas primeiras linhas de $W_O$.",
                       "헤드의 자리가 바뀌었어요. 헤드 1은 $W_O$의 첫 두 행과 만나요."), swapped),
            Wrong(Text("Você somou as cabeças antes de multiplicar; elas se juntam lado a lado.",
                       "헤드를 먼저 더하고 곱했어요. 헤드는 나란히 이어 붙여요."), added),
            Wrong(Text("Falta a cabeça 2: as duas últimas linhas de $W_O$ são dela.",
                       "헤드 2가 빠졌어요. $W_O$의 뒤쪽 두 행은 헤드 2의 몫이에요."), only_first),
        )),
    Number("how-many-numbers", "apply", 2, Text(
        "Uma camada de atenção multicabeça recebe e devolve vetores de {{ d }} números. São {{ heads }} cabeças; em cada uma, "
        "$d_k$ é {{ d_k }} e $d_v$ é {{ d_v }}. Quantos números há, ao todo, em $W_Q$, $W_K$, $W_V$ e $W_O$?",
        "멀티 헤드 어텐션 층에 수 {{ d }}개짜리 벡터가 들어가고, 나오는 벡터도 수 {{ d }}개짜리예요. "
        "헤드가 {{ heads }}개이고 헤드마다 $d_k$가 {{ d_k }}, $d_v$가 {{ d_v }}일 때, "
        "$W_Q$, $W_K$, $W_V$, $W_O$에 든 수는 모두 몇 개인가요?"),
        given=layer_sizes, answer=lambda numbers, **_: numbers, decimals=0,
        how=Text("$W_Q$ e $W_K$ são $d \\times h\\,d_k$; $W_V$ é $d \\times h\\,d_v$, e $W_O$, $h\\,d_v \\times d$. "
                 "Ao todo, $2dh\\,(d_k + d_v)$: {{ numbers }}.",
                 "$W_Q$와 $W_K$는 $d \\times h\\,d_k$, $W_V$는 $d \\times h\\,d_v$, $W_O$는 $h\\,d_v \\times d$예요. "
                 "모두 $2dh\\,(d_k + d_v)$개예요: {{ numbers }}."),
        wrong=(
            Wrong(Text("Faltou $W_O$, que leva as cabeças juntas de volta à largura da palavra.",
                       "$W_O$를 빠뜨렸어요. 합친 헤드를 단어의 너비로 되돌리는 행렬이에요."),
                  lambda d, heads, d_k, d_v, **_: d * heads * (2 * d_k + d_v)),
            Wrong(Text("Você contou uma cabeça só; cada uma tem as suas colunas.",
                       "헤드 하나만 셌어요. 열은 헤드마다 따로 있어요."),
                  lambda d, d_k, d_v, **_: 2 * d * (d_k + d_v)),
            Wrong(Text("$4d^2$ só vale quando as cabeças repartem exatamente as colunas: $h\\,d_k = h\\,d_v = d$.",
                       "$4d^2$은 헤드가 열을 꼭 나눠 가질 때, 곧 $h\\,d_k = h\\,d_v = d$일 때만 맞아요."),
                  lambda d, **_: 4 * d * d),
        )),
    Number("which-number", "apply", 2, Text(
        "A tabela `q` tem 4 linhas (palavras) e 8 colunas, com os números de 0 a 31 em ordem, linha por linha. "
        "Que número está em `split_heads(q, 2)[1, {{ row }}, {{ column }}]`? Os índices, de cabeça, palavra e coluna, "
        "começam do 0.",
        "표 `q`는 4행(단어) 8열이고, 0부터 31까지의 수가 행마다 차례로 들어 있어요. "
        "`split_heads(q, 2)[1, {{ row }}, {{ column }}]`에 있는 수는 얼마인가요? 번호는 0부터 세요."),
        given=an_index, answer=lambda found, **_: found, decimals=0,
        how=Text("A cabeça 1 fica com as colunas 4 a 7 de cada palavra: 8 · {{ row }} + 4 + {{ column }} = {{ found }}.",
                 "1번 헤드는 단어마다 4번부터 7번까지의 열을 가져가요: 8 · {{ row }} + 4 + {{ column }} = {{ found }}."),
        wrong=(
            Wrong(Text("Isso é só um reshape: a cabeça 1 levou duas palavras inteiras, em vez de metade das colunas de todas.",
                       "reshape만 한 결과예요. 1번 헤드가 모든 단어의 열을 절반씩 가져가지 않고 단어 2개를 통째로 가져갔어요."),
                  lambda row, column, **_: np.arange(32).reshape(2, 4, 4)[1, row, column]),
            Wrong(Text("As colunas de uma cabeça são vizinhas, e não uma sim, uma não.",
                       "헤드 하나의 열은 서로 이웃해 있어요. 하나씩 건너뛰지 않아요."),
                  lambda row, column, **_: 8 * row + 2 * column + 1),
            Wrong(Text("Essa casa é da cabeça 0; o índice 1 pede a segunda.",
                       "이건 0번 헤드의 칸이에요. 번호 1은 둘째 헤드예요."),
                  lambda row, column, **_: 8 * row + column),
        )),
    Number("share-in-a-head", "apply", 2, Text(
        "Em um Transformer com $d_{\\text{model}}$ = {{ d }} e {{ heads }} cabeças iguais, os produtos escalares de uma consulta "
        "com três chaves, dentro de uma cabeça, são {{ products }}. Com a divisão usual, que peso leva a primeira chave? "
        "Responda com 3 casas decimais.",
        "$d_{\\text{model}}$ = {{ d }}이고 크기가 같은 헤드가 {{ heads }}개인 트랜스포머예요. 한 헤드 안에서 어느 쿼리를 "
        "키 3개와 내적한 결과는 차례로 이래요: {{ products }}. 늘 하듯이 나누면 첫 키의 가중치는 얼마인가요? "
        "소수 셋째 자리까지 구하세요."),
        given=one_of_the_heads, answer=lambda products, d_k, **_: softmax(products / np.sqrt(d_k))[0], decimals=3,
        how=Text("Cada cabeça tem $d_k$ = {{ d_k }} colunas: divida os três produtos pela raiz disso e faça a softmax: "
                 "{{ answer }}.",
                 "헤드마다 $d_k$ = {{ d_k }}열이에요. 세 내적을 그 제곱근으로 나누고 소프트맥스를 적용해요: "
                 "{{ answer }}."),
        wrong=(
            Wrong(Text("Você dividiu pela raiz da largura do modelo; dentro de uma cabeça vale a largura dela.",
                       "모델 전체 너비의 제곱근으로 나눴어요. 헤드 안에서는 헤드의 너비를 써요."),
                  lambda products, d, **_: softmax(products / np.sqrt(d))[0]),
            Wrong(Text("Faltou dividir pela raiz de $d_k$.", "$d_k$의 제곱근으로 나누지 않았어요."),
                  lambda products, **_: softmax(products)[0]),
            Wrong(Text("Você dividiu por $d_k$; o divisor é a raiz.", "$d_k$로 나눴어요. 나누는 수는 그 제곱근이에요."),
                  lambda products, d_k, **_: softmax(products / d_k)[0]),
        )),
    Choice("one-is-not-enough", "know", 1, Text(
        "Em “o gato viu o rato”, os valores só dizem qual é a palavra. Por que uma cabeça só não entrega a *viu*, separados, "
        "quem viu e quem foi visto?",
        "‘고양이가 쥐를 봤다’에서 밸류는 어느 단어인지만 말해요. 헤드가 하나면 왜 ‘봤다’에게 누가 봤는지와 누구를 봤는지를 "
        "따로 건네지 못할까요?"),
        right=Text("Porque a softmax reparte 1 uma vez, e as respostas saem somadas.",
                   "소프트맥스가 1을 한 번만 나누고, 두 답이 더해져서 나오니까요."),
        why=Text("A saída é $y = a\\,g + b\\,r$: um vetor só, e com $b > 0$ nenhuma matriz devolve $g$ sozinho.",
                 "출력은 벡터 하나, $y = a\\,g + b\\,r$이에요. $b > 0$이면 어떤 행렬로도 $g$만 되찾을 수 없어요."),
        wrong=(
            Wrong(Text("Ela olha para todas, com pesos; o problema é o que sai, uma mistura.",
                       "가중치를 나눠 모든 단어를 봐요. 나오는 것이 섞여 있다는 점이 문제예요."),
                  Text("Porque uma cabeça só consegue olhar para uma palavra de cada vez.",
                       "헤드 하나는 한 번에 한 단어만 볼 수 있으니까요.")),
            Wrong(Text("A consulta (3; 3) já traz os dois pedidos; o que falta é uma segunda softmax.",
                       "쿼리 (3, 3)에 두 질문이 이미 다 들어 있어요. 모자란 것은 둘째 소프트맥스예요."),
                  Text("Porque a consulta tem poucas colunas para guardar os dois pedidos.",
                       "쿼리의 열이 적어서 두 질문을 담지 못하니까요.")),
            Wrong(Text("Pontuações iguais são permitidas: cada uma leva o mesmo peso.",
                       "점수가 같아도 돼요. 같은 가중치를 받을 뿐이에요."),
                  Text("Porque a softmax falha quando duas pontuações são iguais.",
                       "점수 2개가 같으면 소프트맥스를 계산할 수 없으니까요.")),
        )),
    Choice("what-w-o-does", "know", 1, Text(
        "Para que serve $W_O$ na atenção multicabeça?", "멀티 헤드 어텐션에서 $W_O$는 무슨 일을 하나요?"),
        right=Text("Combina as colunas de todas as cabeças e volta à largura da palavra.",
                   "모든 헤드의 열을 섞고, 단어의 너비로 되돌려요."),
        why=Text("Só ali o que uma cabeça achou encontra o que outra achou.",
                 "한 헤드가 찾은 것과 다른 헤드가 찾은 것이 여기서 처음 만나요."),
        wrong=(
            Wrong(Text("Nenhuma cabeça é descartada: todas entram na soma.", "버리는 헤드는 없어요. 모두 합에 들어가요."),
                  Text("Escolhe a cabeça mais certa para cada palavra e descarta as demais.",
                       "단어마다 가장 알맞은 헤드를 고르고 나머지를 버려요.")),
            Wrong(Text("Quem faz as linhas somarem 1 é a softmax, dentro de cada cabeça.",
                       "행의 합을 1로 만드는 것은 헤드마다 하는 소프트맥스예요."),
                  Text("Faz os pesos de todas as cabeças somarem 1 em cada palavra.",
                       "단어마다 모든 헤드의 가중치를 더해 1이 되게 해요.")),
            Wrong(Text("Cada linha da tabela é de uma palavra, e $W_O$ multiplica linha por linha: palavras não se misturam.",
                       "표의 한 행이 한 단어이고, $W_O$는 행마다 따로 곱해져요. 단어끼리 섞이지 않아요."),
                  Text("Mistura as linhas: cada palavra recebe o que as vizinhas acharam.",
                       "행을 섞어서, 이웃 단어가 찾은 것을 단어마다 건네요.")),
        )),
    Choice("how-many-softmax", "know", 1, Text(
        "{{ n }} palavras passam por uma autoatenção com {{ heads }} cabeças. Quantas vezes se reparte 1 com a softmax?",
        "단어 {{ n }}개가 헤드 {{ heads }}개인 셀프 어텐션을 거쳐요. 소프트맥스로 1을 나누는 일은 모두 몇 번인가요?"),
        given=softmax_rows,
        right=Text("{{ rows }}: uma para cada consulta de cada cabeça", "{{ rows }}번: 헤드마다, 쿼리마다 한 번"),
        why=Text("Há {{ heads }} tabelas de pesos, de {{ n }} linhas; cada linha é uma softmax.",
                 "가중치 표가 {{ heads }}개이고 표마다 {{ n }}행이에요. 한 행이 소프트맥스 한 번이에요."),
        wrong=(
            Wrong(Text("Cada cabeça tem uma tabela, mas a softmax corre linha por linha.",
                       "표는 헤드마다 하나지만, 소프트맥스는 행마다 따로 해요."),
                  Text("{{ heads }}: uma para cada cabeça", "{{ heads }}번: 헤드마다 한 번")),
            Wrong(Text("A mesma palavra pergunta em cada cabeça, e cada pergunta tem a sua softmax.",
                       "한 단어가 헤드마다 묻고, 물을 때마다 소프트맥스를 따로 해요."),
                  Text("{{ n }}: uma para cada palavra", "{{ n }}번: 단어마다 한 번")),
            Wrong(Text("Uma casa é uma fatia; quem soma 1 é a linha inteira.",
                       "칸 하나는 몫 하나예요. 합이 1인 것은 한 행 전체예요."),
                  Text("{{ cells }}: uma para cada casa das tabelas de pesos", "{{ cells }}번: 가중치 표의 칸마다 한 번")),
        )),
    Choice("flat-head", "apply", 1, Text(
        "Cada linha do mapa é uma cabeça (h1, h2, h3): os pesos que uma mesma palavra dá às cinco palavras da frase. "
        "O que se pode concluir?",
        "어텐션 맵의 한 행이 헤드 하나(h1, h2, h3)이고, 한 단어가 문장의 단어 5개에 주는 가중치예요. 무엇을 알 수 있나요?"),
        task="reading", given=three_heads,
        picture=lambda weights, **_: heatmap(weights, ["h1", "h2", "h3"], [f"w{i}" for i in range(1, 6)]),
        right=Text("{{ flat }} entrega a média dos cinco valores.", "{{ flat }}: 밸류 5개의 평균을 건네요."),
        why=Text("Pesos iguais, um quinto para cada palavra: a mistura é a média.",
                 "가중치가 5분의 1씩 똑같으니, 섞은 결과가 평균이에요."),
        wrong=(
            Wrong(Text("A softmax sempre reparte 1: sem preferência, sai a média, e não silêncio.",
                       "소프트맥스는 언제나 1을 나눠요. 고르지 않으면 0이 아니라 평균이 나와요."),
                  Text("{{ flat }} não entrega nada à palavra.", "{{ flat }}: 단어에게 아무것도 건네지 않아요.")),
            Wrong(Text("O quanto uma cabeça conta na saída depende também dos valores e de $W_O$, que o mapa não mostra.",
                       "헤드가 출력에 얼마나 들어가는지는 밸류와 $W_O$에도 달려 있는데, 맵에는 나오지 않아요."),
                  Text("{{ sharp }} é a que mais pesa na saída da camada.", "{{ sharp }}: 층의 출력에 가장 많이 들어가요.")),
            Wrong(Text("Cabeças diferentes existem para procurar coisas diferentes; não há contradição.",
                       "서로 다른 것을 찾으라고 헤드를 여러 개 두는 거예요. 모순이 아니에요."),
                  Text("{{ soft }} está errada, pois discorda das outras.", "{{ soft }}: 다른 헤드와 달라서 틀렸어요.")),
        )),
    Choice("cut-first", "judge", 1, Text(
        "Este código quer fazer atenção multicabeça; w_q, w_k e w_v têm d/h linhas, e por isso as contas fecham. "
        "Qual é o erro?" + CUT_FIRST,
        "멀티 헤드 어텐션을 하려는 코드예요. `w_q`, `w_k`, `w_v`가 d/h행이라 오류는 나지 않아요. 무엇이 잘못됐나요?" + CUT_FIRST),
        task="fault",
        right=Text("Corta x antes de projetar: cada cabeça só lê um pedaço da palavra.",
                   "투영하기 전에 `x`를 잘라서, 헤드마다 단어의 한 조각만 읽어요."),
        why=Text("Primeiro se projeta a palavra inteira, depois se dividem as colunas: cada cabeça pode ler qualquer número.",
                 "단어 전체를 먼저 투영하고 그다음에 열을 나눠요. 그래야 어느 헤드든 어느 수나 읽을 수 있어요."),
        wrong=(
            Wrong(Text("A própria `attention` divide por $\\sqrt{d_k}$.", "나누기는 `attention`이 $\\sqrt{d_k}$로 알아서 해요."),
                  Text("Falta dividir as pontuações pela raiz da largura de cada cabeça.",
                       "점수를 헤드 너비의 제곱근으로 나누지 않았어요.")),
            Wrong(Text("$W_O$ espera as cabeças já lado a lado.", "$W_O$는 나란히 이어 붙인 헤드에 곱해요."),
                  Text("Junta as cabeças cedo demais: w_o deveria vir antes de merge_heads.",
                       "헤드를 너무 일찍 합쳤어요. `w_o`를 곱한 다음에 `merge_heads`를 써야 해요.")),
            Wrong(Text("As cabeças não competem entre si: cada uma reparte o seu 1.",
                       "헤드끼리는 겨루지 않아요. 저마다 1을 나눠요."),
                  Text("Falta uma softmax que reparta o peso entre as cabeças.",
                       "헤드끼리 가중치를 나누는 소프트맥스가 빠졌어요.")),
        )),
    Choice("same-weights", "judge", 1, Text(
        "Em uma camada, duas cabeças têm as mesmas $W_Q$ e $W_K$, mas $W_V$ diferentes. O que vale sobre as duas?",
        "한 층의 두 헤드가 $W_Q$와 $W_K$는 같고 $W_V$만 달라요. 두 헤드를 바르게 설명한 것은 무엇인가요?"),
        right=Text("Valem por uma cabeça só, com valores mais largos.", "밸류가 더 넓은 헤드 하나와 같아요."),
        why=Text("Os pesos $A$ são os mesmos: $[A V_1\\;\\; A V_2] = A\\,[V_1\\;\\; V_2]$.",
                 "가중치 $A$가 같으니까요: $[A V_1\\;\\; A V_2] = A\\,[V_1\\;\\; V_2]$."),
        wrong=(
            Wrong(Text("Os valores são outros: das mesmas palavras, cada uma entrega coisas diferentes.",
                       "밸류가 달라서, 같은 단어에서 서로 다른 것을 건네요."),
                  Text("São cópias: tirar uma não faz falta.", "복사본이라서 하나를 빼도 괜찮아요.")),
            Wrong(Text("Com os mesmos pesos, as duas misturam as mesmas palavras na mesma proporção.",
                       "가중치가 같으면 같은 단어를 같은 비율로 섞어요."),
                  Text("Olham para palavras diferentes e guardam duas respostas.", "서로 다른 단어를 보고 답을 따로 간직해요.")),
            Wrong(Text("$W_O$ tem linhas próprias para cada cabeça, sejam quais forem os pesos.",
                       "가중치가 어떻든 $W_O$에는 헤드마다 자기 행이 있어요."),
                  Text("Anulam-se em $W_O$, porque os pesos coincidem.", "가중치가 같아서 $W_O$에서 서로 지워져요.")),
        )),
    Choice("pruned-heads", "judge", 1, Text(
        "De um tradutor já treinado, pesquisadores tiraram a maioria das cabeças do codificador, escolhidas com cuidado, "
        "e a nota da tradução quase não caiu. O que isso mostra?",
        "이미 학습한 번역 모델에서 연구자들이 인코더의 헤드를 신중히 골라 대부분 없앴더니, 번역 점수가 거의 떨어지지 않았어요. "
        "여기서 알 수 있는 것은 무엇인가요?"),
        right=Text("Que esse modelo, depois de treinado, dispensa muitas cabeças.",
                   "학습을 마친 이 모델은 헤드가 많이 없어도 돼요."),
        why=Text("O experimento tira cabeças no fim; não diz o que aconteceria se elas faltassem durante o treinamento.",
                 "학습이 끝난 뒤에 뺀 실험이에요. 학습하는 동안 없었다면 어땠을지는 알려 주지 않아요."),
        wrong=(
            Wrong(Text("Para saber isso seria preciso treinar outro modelo, desde o começo, com poucas cabeças.",
                       "그걸 알려면 헤드가 적은 모델을 처음부터 따로 학습해 봐야 해요."),
                  Text("Que treinar desde o começo com poucas cabeças daria no mesmo.",
                       "처음부터 헤드를 적게 두고 학습해도 똑같아요.")),
            Wrong(Text("Fazer falta é uma coisa, ter aprendido algo é outra: duas cabeças podem saber o mesmo.",
                       "없어도 되는 것과 배우지 못한 것은 달라요. 두 헤드가 같은 것을 배웠을 수도 있어요."),
                  Text("Que as cabeças tiradas não tinham aprendido nada.", "없앤 헤드는 아무것도 배우지 못했어요.")),
            Wrong(Text("Sobrou mais de uma, e as que ficaram foram escolhidas; nada se mediu com uma só.",
                       "남은 헤드는 여러 개이고 골라서 남긴 거예요. 하나만 남긴 실험이 아니에요."),
                  Text("Que uma cabeça bastaria em qualquer camada.", "어느 층이든 헤드는 하나면 충분해요.")),
        )),
    Open("heads-change-places", "derive", 5, Text(
        "A cabeça $i$ entrega a tabela $H_i$ ($n \\times d_v$), e $W_O$ tem $h\\,d_v$ linhas. "
        "(a) Mostre que $\\text{Concat}(H_1, \\dots, H_h)\\,W_O = \\sum_i H_i O_i$ e diga o que é $O_i$. "
        "(b) Mostre que trocar a ordem das cabeças, com tudo o que é delas, não muda a saída. "
        "(c) Um colega compara a cabeça 3 de dois modelos treinados com sementes diferentes. O que (b) diz sobre isso?",
        "헤드 $i$의 출력은 표 $H_i$($n \\times d_v$)이고, $W_O$는 $h\\,d_v$행이에요. "
        "(a) $\\text{Concat}(H_1, \\dots, H_h)\\,W_O = \\sum_i H_i O_i$임을 보이고, $O_i$가 무엇인지 쓰세요. "
        "(b) 헤드의 순서를 헤드에 딸린 것과 함께 바꾸면 출력이 그대로임을 보이세요. "
        "(c) 친구는 시드가 서로 다른 두 모델에서 헤드 3끼리 비교해요. (b)를 생각하면 무엇이 문제인가요?"),
        task="derivation",
        answer=Text(
            "(a) $O_i$ é o bloco de $d_v$ linhas de $W_O$ que começa na linha $(i - 1)\\,d_v$, contando do 0. "
            "No produto de uma linha de Concat por uma coluna de $W_O$, a soma de $h\\,d_v$ parcelas se parte em $h$ somas, "
            "uma para cada cabeça: $\\sum_i H_i O_i$. "
            "(b) Se $H_i$ e $O_i$ mudam de lugar juntos, as parcelas $H_i O_i$ são as mesmas em outra ordem, e a soma não muda. "
            "(c) O número de uma cabeça é arbitrário: o que é a 3 em um modelo pode ser a 7 no outro. "
            "Comparam-se papéis, e não números.",
            "(a) $O_i$는 $W_O$에서 0부터 세어 $(i - 1)\\,d_v$번 행부터 시작하는 $d_v$개 행이에요. "
            "Concat의 한 행과 $W_O$의 한 열을 곱할 때 $h\\,d_v$개 항의 합이 헤드마다 하나씩, 합 $h$개로 나뉘어요: "
            "$\\sum_i H_i O_i$. "
            "(b) $H_i$와 $O_i$가 함께 자리를 옮기면 같은 항 $H_i O_i$를 다른 순서로 더할 뿐이라 합이 같아요. "
            "(c) 헤드의 번호에는 뜻이 없어요. 한 모델의 3번이 다른 모델에서는 7번일 수 있어요. "
            "번호가 아니라 하는 일을 비교해야 해요."),
        rubric=((1, Text("(a) Diz que $O_i$ são as $d_v$ linhas de $W_O$ que a cabeça $i$ encontra.",
                         "(a) $O_i$가 $W_O$에서 $d_v$개 행, 곧 헤드 $i$와 만나는 행이라고 말해요.")),
                (2, Text("(a) Parte a soma do produto de matrizes em blocos, um para cada cabeça.",
                         "(a) 행렬 곱의 합을 헤드마다 한 묶음씩 나눠요.")),
                (1, Text("(b) Usa que a ordem das parcelas não muda a soma.", "(b) 더하는 순서를 바꿔도 합이 같다는 것을 써요.")),
                (1, Text("(c) Conclui que o número da cabeça não tem significado entre modelos.",
                         "(c) 모델이 다르면 헤드 번호에 뜻이 없다고 결론지어요."))),
        wrong=(Wrong(Text("Troca as cabeças e deixa $W_O$ como está: aí a saída muda.",
                          "헤드만 바꾸고 $W_O$는 그대로 둬요. 그러면 출력이 달라져요.")),
               Wrong(Text("Escreve Concat como soma das cabeças: elas ficam lado a lado, e só depois de $W_O$ se somam.",
                          "Concat을 헤드의 합으로 써요. 헤드는 나란히 놓이고, 더해지는 것은 $W_O$를 곱한 뒤예요.")))),
    Open("more-heads", "judge", 4, Text(
        "“Na dúvida, dobre o número de cabeças: cada uma aprende uma coisa a mais, e só se paga em computador.” "
        "Com $d_{\\text{model}}$ fixo, avalie a frase em 5 a 8 linhas: o que muda no custo, o que muda em cada cabeça "
        "e o que a experiência publicada mostrou.",
        "‘헤드 수는 늘릴수록 좋다. 헤드마다 하나씩 더 배우고, 계산만 늘어날 뿐이다.’ "
        "$d_{\\text{model}}$을 그대로 둔다고 하고 이 주장을 5~8줄로 평가하세요. 비용에서 무엇이 달라지는지, "
        "헤드 하나하나는 어떻게 달라지는지, 발표된 실험에서 무엇이 나왔는지 쓰세요."),
        task="essay",
        answer=Text(
            "As duas metades da frase falham. Com $d_{\\text{model}}$ fixo, as cabeças dividem as mesmas colunas: parâmetros e "
            "multiplicações não mudam, e só cresce o número de tabelas da softmax. O preço é outro: cada cabeça fica com metade "
            "das colunas para comparar e para entregar. E ter mais cabeças não é ter mais papéis: nada obriga duas a aprenderem "
            "coisas diferentes, e, em um modelo treinado, muitas puderam ser tiradas quase sem perda. Em Vaswani et al. (2017), "
            "a nota sobe até 8 cabeças, fica igual com 16 e cai com 32; são diferenças pequenas, de um treinamento só por caso.",
            "앞뒤가 다 틀렸어요. $d_{\\text{model}}$이 그대로면 헤드끼리 같은 열을 나눠 가져요. 파라미터도 곱셈도 늘지 않고, "
            "소프트맥스의 표만 많아져요. 진짜 대가는 따로 있어요. 헤드를 두 배로 늘리면 헤드마다 비교하고 건넬 열이 절반이 돼요. "
            "그리고 헤드가 많다고 하는 일이 많아지지는 않아요. 두 헤드가 서로 다른 것을 배우게 하는 장치가 없고, "
            "학습한 모델에서 헤드를 많이 없애도 점수가 거의 떨어지지 않은 적도 있어요. Vaswani 외(2017)에서는 점수가 "
            "8개까지 오르고, 16개에서는 같고, 32개에서는 떨어져요. 차이가 작고, 경우마다 한 번씩만 학습한 결과예요."),
        rubric=((1, Text("Diz que parâmetros e multiplicações não mudam (só as tabelas da softmax).",
                         "파라미터와 곱셈이 늘지 않는다고 말해요(소프트맥스의 표만 늘어요).")),
                (1, Text("Diz que cada cabeça fica com menos colunas.", "헤드마다 열이 줄어든다고 말해요.")),
                (1, Text("Cita a experiência: a nota para de subir e depois cai, ou cabeças tiradas quase sem perda.",
                         "점수가 더 오르지 않다가 떨어진 실험이나, 헤드를 없애도 거의 그대로였던 실험을 들어요.")),
                (1, Text("Pesa a prova: diferenças pequenas, poucos treinamentos, ou nada garante papéis diferentes.",
                         "차이가 작고 학습 횟수가 적다는 점이나, 헤드의 역할이 다르다는 보장이 없다는 점을 따져요."))),
        wrong=(Wrong(Text("Multiplica o custo pelo número de cabeças, como se cada uma tivesse $d_{\\text{model}}$ colunas.",
                          "헤드마다 열이 $d_{\\text{model}}$개인 것처럼 비용에 헤드 수를 곱해요.")),
               Wrong(Text("Conclui que uma cabeça basta: o modelo de uma só teve a pior nota dessa comparação.",
                          "헤드는 하나면 된다고 결론지어요. 비교한 모델 가운데 점수가 가장 낮은 것이 헤드 하나짜리예요.")))),
]

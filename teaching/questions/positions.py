"""Questions for lesson positions."""

import numpy as np

from attnlib import attention, rotate, sinusoidal_positions, softmax
from attnlib.classroom.figures import heatmap
from teaching.questions import Choice, Number, Open, Text, Wrong

TURNED_FIRST = """

```python
places = np.arange(len(x))
turned = rotate(x, places)
q, k, v = turned @ w_q, turned @ w_k, turned @ w_v
output, weights = attention(q, k, v)
```
"""


def a_place(random):
    """A position whose wrong waves are all far from the right one."""
    return {"place": random.choice([3, 4, 5, 6, 8, 9, 11, 12])}


def turned_pair(random):
    """A query along the first axis, a key along the second, one or two positions apart."""
    m, n = random.choice([(7, 6), (9, 7), (4, 5), (3, 5), (8, 9), (6, 4)])
    a, b = random.choice([(2, 3), (3, 2), (1, 4), (4, 1), (2, 2), (3, 3)])
    return {"q": np.array([a, 0]), "k": np.array([0, b]), "m": m, "n": n, "turn": m - n, "product": a * b}


def turned_score(q, k, m, n, **_):
    return (rotate(q[None], [m]) @ rotate(k[None], [n]).T).item()


def two_places(random):
    m, n = random.choice([(40, 37), (25, 23), (31, 27), (52, 47), (18, 17), (59, 53), (44, 36)])
    return {"m": m, "n": n, "apart": m - n}


def discounted(random):
    """ALiBi's slope and one of the four keys that the last query sees; all have the same score before the discount."""
    return {"slope": random.choice([0.25, 0.5, 0.75]), "key": random.integers(1, 4)}


def alibi(slope):
    """Scores of the keys 0 to 3 for the query at 3."""
    return 2 - slope * np.arange(3, -1, -1)


def twins(random):
    """Weights of five words without positions, two of them the same word, and pairs of words that are not."""
    order = random.permutation(5)
    first, second = sorted(order[:2])
    kinds = np.array([[1.5, 0.5], [-1, 1.5], [0.5, -1.5], [-1.5, -0.5]])[random.permutation(4)]
    x = kinds[[0, 0, 1, 2, 3]][np.argsort(order)]
    return {"weights": attention(x, x, x)[1], "first": first, "second": second,
            "other": order[2], "third": order[3], "fourth": order[4]}


QUESTIONS = [
    Number("one-wave", "apply", 2, Text(
        "Codificação posicional com $d = 8$ e base 10000: que número está na coluna 2 do vetor da posição {{ place }}? "
        "Conte colunas e posições a partir do 0, use radianos e responda com 3 casas decimais.",
        "$d = 8$이고 밑이 10000인 위치 인코딩에서 위치 {{ place }}의 벡터를 보세요. 2번 열의 수는 얼마인가요? "
        "열과 위치는 0부터 세고, 각은 라디안이에요. 소수 셋째 자리까지 구하세요."),
        given=a_place, answer=lambda place: sinusoidal_positions(place + 1, 8)[place, 2], decimals=3,
        how=Text("A coluna 2 é o seno do par $i = 1$, que divide por $10000^{2/8} = 10$: sen({{ place }}/10) = {{ answer }}.",
                 "2번 열은 짝 $i = 1$의 사인이고, $10000^{2/8} = 10$으로 나눠요: sin({{ place }}/10) = {{ answer }}."),
        wrong=(
            Wrong(Text("Esse é o cosseno, que fica ao lado, na coluna 3: nas colunas pares vai o seno.",
                       "이건 바로 옆 3번 열의 코사인이에요. 짝수 열에는 사인이 들어가요."),
                  lambda place: np.cos(place / 10)),
            Wrong(Text("Faltou dividir a posição: só no par 0 o divisor é 1.",
                       "위치를 나누지 않았어요. 나누는 수가 1인 것은 짝 0뿐이에요."),
                  lambda place: np.sin(place)),
            Wrong(Text("Você tomou a coluna pelo par: $2i = 2$ é o par 1, e não o par 2.",
                       "열 번호를 짝 번호로 읽었어요. $2i = 2$는 짝 2가 아니라 짝 1이에요."),
                  lambda place: np.sin(place / 100)),
            Wrong(Text("A calculadora está em graus; aqui os ângulos são em radianos.",
                       "계산기가 도(°) 단위예요. 여기서 각은 라디안이에요."),
                  lambda place: np.sin(np.deg2rad(place / 10))),
        )),
    Number("turned-key", "apply", 2, Text(
        "RoPE com um par só: cada posição gira o vetor 1 radiano, no sentido anti-horário. "
        "A consulta é {{ q }}, na posição {{ m }}; a chave é {{ k }}, na posição {{ n }}. "
        "Qual é a pontuação, sem dividir por $\\sqrt{d_k}$? Responda com 2 casas decimais.",
        "RoPE에서 짝이 하나뿐이고, 위치가 1 커질 때마다 시계 반대 방향으로 1라디안씩 더 돌아요. "
        "쿼리는 {{ q }}(위치 {{ m }}), 키는 {{ k }}(위치 {{ n }})일 때 점수는 얼마인가요? "
        "$\\sqrt{d_k}$로 나누지 말고, 소수 둘째 자리까지 구하세요."),
        given=turned_pair, answer=turned_score, decimals=2,
        how=Text("Só $m - n$ conta. Gire apenas a consulta, {{ turn }} rad, e multiplique pela chave: "
                 "{{ product }} · sen({{ turn }}) = {{ answer }}.",
                 "$m - n$만 남아요. 쿼리만 {{ turn }}라디안 돌려서 키와 내적하면 돼요: "
                 "{{ product }} · sin({{ turn }}) = {{ answer }}."),
        wrong=(
            Wrong(Text("O sinal trocou: a consulta gira $m - n$, e não $n - m$. Com RoPE, faz diferença quem vem antes.",
                       "부호가 바뀌었어요. 쿼리는 $m - n$만큼 돌고, $n - m$만큼이 아니에요. RoPE에서는 누가 앞인지도 중요해요."),
                  lambda turn, product, **_: -product * np.sin(turn)),
            Wrong(Text("Esse é o produto sem giro nenhum.", "하나도 돌리지 않은 내적이에요."),
                  lambda q, k, **_: q @ k),
            Wrong(Text("Só a consulta girou; a chave também gira, conforme a posição dela.",
                       "쿼리만 돌렸어요. 키도 자기 위치만큼 돌아가요."),
                  lambda m, product, **_: product * np.sin(m)),
            Wrong(Text("O cosseno valeria se q e k apontassem para o mesmo lado antes do giro; aqui há 90° entre elas.",
                       "코사인은 돌리기 전에 q와 k의 방향이 같을 때 나와요. 여기서는 둘 사이가 90°예요."),
                  lambda turn, product, **_: product * np.cos(turn)),
        )),
    Number("far-places", "apply", 2, Text(
        "Codificação posicional com $d = 4$ e base 10000: qual é o produto escalar dos vetores das posições {{ m }} e {{ n }}? "
        "Ângulos em radianos, 3 casas decimais. Não é preciso calcular os oito números.",
        "$d = 4$이고 밑이 10000인 위치 인코딩에서 위치 {{ m }}, {{ n }}의 두 벡터를 내적하면 얼마인가요? "
        "각은 라디안이고, 소수 셋째 자리까지 구하세요. 수 8개를 다 구할 필요는 없어요."),
        given=two_places, decimals=3,
        answer=lambda m, n, **_: sinusoidal_positions(60, 4)[m] @ sinusoidal_positions(60, 4)[n],
        how=Text("Cada par dá o cosseno da diferença dos ângulos, e só a distância conta: "
                 "cos({{ apart }}) + cos({{ apart }}/100) = {{ answer }}.",
                 "짝마다 두 각의 차의 코사인이 나와서, 거리만 알면 돼요: "
                 "cos({{ apart }}) + cos({{ apart }}/100) = {{ answer }}."),
        wrong=(
            Wrong(Text("Faltou o segundo par, o da onda lenta.", "둘째 짝, 곧 느린 파동을 빠뜨렸어요."),
                  lambda apart, **_: np.cos(apart)),
            Wrong(Text("Conta a diferença das posições, e não a soma.", "두 위치의 합이 아니라 차가 들어가요."),
                  lambda m, n, **_: np.cos(m + n) + np.cos((m + n) / 100)),
            Wrong(Text("Seno com seno e cosseno com cosseno se juntam em cos(a − b), e não em sen(a − b).",
                       "사인끼리 곱한 것과 코사인끼리 곱한 것을 더하면 sin(a − b)가 아니라 cos(a − b)예요."),
                  lambda apart, **_: np.sin(apart) + np.sin(apart / 100)),
            Wrong(Text("Isso é o produto de um vetor por ele mesmo: distância 0.",
                       "같은 벡터끼리, 곧 거리가 0일 때의 내적이에요."),
                  lambda **_: 2),
        )),
    Number("discounted-share", "apply", 2, Text(
        "ALiBi tira da pontuação {{ slope }} a cada posição de distância. A consulta está na posição 3 e vê as posições 0 a 3; "
        "antes do desconto, as quatro pontuações são 2. Que peso leva a posição {{ key }}? Responda com 3 casas decimais.",
        "ALiBi는 한 칸 멀어질 때마다 점수에서 {{ slope }}만큼 빼요. 위치 3의 쿼리가 위치 0, 1, 2, 3을 보고, "
        "빼기 전의 점수는 넷 다 2예요. 위치 {{ key }}의 가중치는 얼마인가요? 소수 셋째 자리까지 구하세요."),
        given=discounted, answer=lambda slope, key: softmax(alibi(slope))[key], decimals=3,
        how=Text("Desconte {{ slope }} vezes a distância até a posição 3 e faça a softmax das quatro pontuações: {{ answer }}.",
                 "위치 3까지의 거리에 {{ slope }}를 곱해서 빼고, 점수 4개에 소프트맥스를 적용해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Sem o desconto, as quatro levariam o mesmo.", "빼지 않으면 넷의 가중치가 모두 같아요."),
                  lambda **_: 1 / 4),
            Wrong(Text("Você somou o desconto: assim, quem está longe leva mais.",
                       "빼지 않고 더했어요. 그러면 먼 쪽이 더 받아요."),
                  lambda slope, key: softmax(-alibi(slope))[key]),
            Wrong(Text("Você repartiu na proporção das pontuações, sem a exponencial.",
                       "지수 함수를 쓰지 않고 점수에 비례해서 나눴어요."),
                  lambda slope, key: alibi(slope)[key] / alibi(slope).sum()),
        )),
    Choice("sine-and-cosine", "know", 1, Text(
        "Na codificação posicional, por que cada velocidade aparece duas vezes, como seno e como cosseno?",
        "위치 인코딩에서는 왜 빠르기마다 사인과 코사인을 함께 쓸까요?"),
        right=Text("Juntos, são um ponto no círculo: andar k posições é um giro.",
                   "둘이 함께 원 위의 점이 되어서, k칸 옮기기가 회전이 돼요."),
        why=Text("Em uma volta, o seno passa duas vezes pelo mesmo valor; com o cosseno, cada ângulo é um ponto diferente, "
                 "e a mesma matriz de giro leva de qualquer posição à que está k adiante.",
                 "사인은 한 바퀴 도는 동안 같은 값을 두 번 지나지만, 코사인과 함께면 각마다 점이 달라요. "
                 "어느 위치에서든 같은 회전 행렬로 k칸 뒤로 갈 수 있어요."),
        wrong=(
            Wrong(Text("Um seno sozinho já fica entre −1 e 1.", "사인 하나만 써도 −1과 1 사이에 있어요."),
                  Text("Sem o cosseno, os números sairiam do intervalo de −1 a 1.",
                       "코사인이 없으면 수가 −1과 1 사이를 벗어나요.")),
            Wrong(Text("O vetor inteiro se soma à palavra, antes de haver consulta e chave.",
                       "쿼리와 키가 나오기 전에, 벡터 전체를 단어에 더해요."),
                  Text("O seno vai para a consulta, e o cosseno, para a chave.", "사인은 쿼리에, 코사인은 키에 쓰여요.")),
            Wrong(Text("Os dois têm a mesma velocidade; quem cuida das longas distâncias são os pares lentos.",
                       "둘은 빠르기가 같아요. 먼 거리는 느린 짝이 맡아요."),
                  Text("O seno marca as distâncias curtas, e o cosseno, as mais longas.",
                       "사인은 가까운 거리, 코사인은 먼 거리를 나타내요.")),
        )),
    Choice("where-alibi", "know", 1, Text(
        "Onde ALiBi põe a posição na conta da atenção?", "ALiBi는 어텐션 계산의 어디에 위치를 넣나요?"),
        right=Text("Nas pontuações, antes da softmax.", "소프트맥스 전의 점수에 넣어요."),
        why=Text("ALiBi tira da pontuação um desconto proporcional à distância; não tem vetor de posição.",
                 "거리에 비례하는 수를 점수에서 빼요. 위치 벡터는 없어요."),
        wrong=(
            Wrong(Text("Isso fazem as ondas e os vetores aprendidos.", "파동과 학습된 벡터가 그렇게 해요."),
                  Text("No vetor da palavra, antes das projeções.", "투영하기 전의 단어 벡터에 넣어요.")),
            Wrong(Text("Quem gira q e k é RoPE.", "q와 k를 돌리는 것은 RoPE예요."),
                  Text("Nas consultas e nas chaves, depois das projeções.", "투영한 뒤의 쿼리와 키에 넣어요.")),
            Wrong(Text("Descontar depois da softmax deixaria linhas que não somam 1.",
                       "소프트맥스 뒤에 빼면 행의 합이 1이 되지 않아요."),
                  Text("Nos pesos, depois da softmax.", "소프트맥스를 거친 가중치에 넣어요.")),
        )),
    Choice("equivariant", "know", 1, Text(
        "Sem posições e sem máscara, a autoatenção é equivariante a permutações. O que isso quer dizer?",
        "위치도 마스크도 없는 셀프 어텐션은 순열 등변성이 있어요. 무슨 뜻인가요?"),
        right=Text("Trocar linhas da entrada troca do mesmo jeito as linhas da saída.",
                   "입력의 행을 뒤섞으면 출력의 행도 똑같이 뒤섞여요."),
        why=Text("Entra $PX$, sai $P(AX)$: cada palavra leva a sua saída para o lugar novo.",
                 "$PX$를 넣으면 $P(AX)$가 나와요. 단어가 자기 출력을 가지고 새 자리로 가요."),
        wrong=(
            Wrong(Text("Isso seria invariância: as linhas da saída também mudam de lugar.",
                       "그건 불변성이에요. 여기서는 출력의 행도 자리를 옮겨요."),
                  Text("A tabela de saída fica igual, seja qual for a ordem das linhas da entrada.",
                       "입력의 행이 어떤 순서로 놓이든 출력 표가 그대로예요.")),
            Wrong(Text("Sem posições é o contrário: cópias da mesma palavra saem iguais.",
                       "반대예요. 위치가 없으면 같은 단어끼리는 출력이 같아요."),
                  Text("Cópias da mesma palavra saem diferentes conforme o lugar.",
                       "같은 단어라도 자리에 따라 출력이 달라져요.")),
            Wrong(Text("A propriedade vale para quaisquer matrizes: nada é aprendido, nem desfeito.",
                       "이 성질은 어떤 행렬에나 성립해요. 배우는 것도, 되돌리는 것도 없어요."),
                  Text("Depois de treinada, a camada aprende a desfazer a troca.",
                       "학습한 층은 뒤섞인 순서를 되돌릴 줄 알아요.")),
        )),
    Choice("past-the-table", "know", 1, Text(
        "Um modelo com vetores de posição aprendidos foi treinado com frases de até 512 tokens. "
        "O que ele tem para o token de posição 600?",
        "학습된 위치 벡터를 쓰는 모델을 토큰 512개 이하의 문장으로 학습했어요. 위치 600의 토큰에는 무엇을 줄 수 있나요?"),
        right=Text("Nada: a tabela aprendida acaba antes.", "아무것도 없어요. 학습된 표가 그 전에 끝나요."),
        why=Text("Vetores aprendidos são uma tabela como a das palavras: só há linha para posições vistas no treinamento.",
                 "학습된 벡터는 단어처럼 표에서 꺼내요. 학습 때 본 위치의 행만 있어요."),
        wrong=(
            Wrong(Text("Só uma fórmula continua; uma tabela não tem fórmula entre as linhas.",
                       "이어 갈 수 있는 것은 식이에요. 표의 행 사이에는 식이 없어요."),
                  Text("O vetor que dá continuidade às ondas da tabela.", "표의 파동을 그대로 이어 간 벡터를 줘요.")),
            Wrong(Text("A tabela não recomeça: cada linha foi aprendida para a sua posição.",
                       "표는 되풀이되지 않아요. 행마다 자기 위치에 맞춰 배운 벡터예요."),
                  Text("O vetor da posição 88, porque a tabela recomeça.", "표가 처음부터 되풀이되니 위치 88의 벡터를 줘요.")),
            Wrong(Text("O giro entre posições é de RoPE e das ondas; ninguém o impôs à tabela aprendida.",
                       "위치 사이의 회전은 RoPE와 파동의 성질이에요. 학습된 표에는 그런 규칙이 없어요."),
                  Text("O último vetor da tabela, girado 89 vezes.", "표의 마지막 벡터를 89번 돌려서 줘요.")),
        )),
    Choice("same-word", "apply", 1, Text(
        "Cinco palavras passam por uma autoatenção sem posições e sem máscara; o mapa mostra os pesos. "
        "Duas delas são a mesma palavra. Quais?",
        "단어 5개를 위치도 마스크도 없는 셀프 어텐션에 넣었어요. 어텐션 맵에서 같은 단어 2개는 몇 번과 몇 번인가요?"),
        task="reading", given=twins, picture=lambda weights, **_: heatmap(weights),
        right=Text("{{ first }} e {{ second }}", "{{ first }}번, {{ second }}번"),
        why=Text("A mesma palavra faz a mesma consulta e tem a mesma chave: linhas iguais e colunas iguais.",
                 "같은 단어는 쿼리도 키도 같아서, 행끼리도 같고 열끼리도 같아요."),
        wrong=(
            Wrong(Text("Compare essas duas linhas casa por casa: não são iguais.", "두 행을 칸마다 비교해 보세요. 서로 달라요."),
                  Text("{{ first }} e {{ other }}", "{{ first }}번, {{ other }}번")),
            Wrong(Text("Compare essas duas colunas: a mesma palavra receberia o mesmo de cada consulta.",
                       "두 열을 비교해 보세요. 같은 단어라면 쿼리마다 똑같이 받아요."),
                  Text("{{ second }} e {{ third }}", "{{ second }}번, {{ third }}번")),
            Wrong(Text("Olhar para outra palavra não é ser igual a ela: o sinal são linhas iguais.",
                       "어디를 많이 보느냐가 아니라, 두 행이 똑같은지를 봐야 해요."),
                  Text("{{ third }} e {{ fourth }}", "{{ third }}번, {{ fourth }}번")),
        )),
    Choice("turned-first", "judge", 1, Text(
        "Este código quer usar RoPE (x não traz posições; w_q, w_k e w_v são as projeções). Qual é o erro?" + TURNED_FIRST,
        "RoPE를 쓰려는 코드예요. x에는 위치가 들어 있지 않고, w_q, w_k, w_v는 투영 행렬이에요. "
        "무엇이 잘못됐나요?" + TURNED_FIRST),
        task="fault",
        right=Text("Gira x antes de projetar; devia girar só q e k, já projetados.",
                   "투영하기 전에 x를 돌렸어요. 투영한 q와 k만 돌려야 해요."),
        why=Text("Com matrizes entre os dois giros, o produto deixa de depender só de $m - n$; e o valor não gira.",
                 "두 회전 사이에 행렬이 끼면 내적이 더는 $m - n$에만 달려 있지 않아요. 밸류는 돌리지 않아요."),
        wrong=(
            Wrong(Text("Só a diferença das posições conta: começar do 1 não mudaria nenhuma pontuação.",
                       "위치의 차만 남으니, 1부터 세어도 점수는 그대로예요."),
                  Text("Conta as posições a partir do 0; deviam começar do 1.", "위치를 0부터 세었어요. 1부터 세어야 해요.")),
            Wrong(Text("RoPE entra no lugar das ondas somadas; não precisa delas.",
                       "RoPE는 더하는 파동 대신 써요. 파동이 필요 없어요."),
                  Text("Falta somar as ondas a x antes do giro.", "돌리기 전에 x에 파동을 더하지 않았어요.")),
            Wrong(Text("Em sentidos opostos sobraria a soma $m + n$, e não a diferença.",
                       "반대로 돌리면 차가 아니라 합 $m + n$이 남아요."),
                  Text("Gira consultas e chaves no mesmo sentido; deviam ser opostos.",
                       "쿼리와 키를 같은 방향으로 돌렸어요. 반대로 돌려야 해요.")),
        )),
    Choice("only-fast", "judge", 1, Text(
        "Imagine que todos os pares da codificação posicional usassem a onda do par 0, que gira 1 radiano por posição. "
        "Que defeito apareceria em um texto longo?",
        "위치 인코딩의 모든 짝이 짝 0의 파동, 곧 한 칸에 1라디안씩 도는 파동을 쓴다면 긴 글에서 어떤 문제가 생길까요?"),
        given=lambda random: {"far": 44, "turns": round(44 / (2 * np.pi))},
        right=Text("Posições a {{ far }} de distância teriam códigos quase iguais.",
                   "{{ far }}칸 떨어진 두 위치의 표시가 거의 같아져요."),
        why=Text("{{ far }} radianos são quase {{ turns }} voltas completas: o ponteiro para no mesmo lugar. "
                 "Os pares lentos existem para distinguir essas posições.",
                 "{{ far }}라디안이면 거의 {{ turns }}바퀴라서 바늘이 같은 곳에 멈춰요. "
                 "느린 짝은 이런 위치들을 구별하려고 있어요."),
        wrong=(
            Wrong(Text("Seno e cosseno nunca passam de 1; quem engole a palavra é o número da posição.",
                       "사인과 코사인은 1을 넘지 않아요. 단어를 삼키는 것은 위치 번호예요."),
                  Text("Nas últimas posições, o código engoliria a palavra.", "뒤쪽 위치에서는 표시가 단어를 삼켜 버려요.")),
            Wrong(Text("Entre vizinhas o ponteiro gira 1 radiano, quase 60°: é fácil distingui-las.",
                       "이웃한 위치 사이에서는 바늘이 1라디안, 60° 가까이 돌아요. 구별하기 쉬워요."),
                  Text("Posições vizinhas teriam códigos quase iguais.", "이웃한 두 위치의 표시가 거의 같아져요.")),
            Wrong(Text("Cada par continuaria a dar cos(a − b): ainda só conta a distância.",
                       "짝마다 여전히 cos(a − b)가 나와요. 거리에만 달려 있는 것은 그대로예요."),
                  Text("O produto de dois códigos não dependeria só da distância.",
                       "두 표시의 내적이 거리 말고 다른 것에도 달려 있게 돼요.")),
        )),
    Open("same-length", "derive", 5, Text(
        "Seja $p_m$ o vetor da posição $m$ na codificação posicional, com $d$ par e $\\omega_i = 1/10000^{2i/d}$. "
        "(a) Mostre que $|p_m|^2$ é o mesmo em todas as posições. (b) Mostre que $|p_m - p_n|^2$ só depende de $m - n$. "
        "(c) Isso basta para saber qual das duas posições vem antes? Por quê?",
        "위치 인코딩에서 위치 $m$의 벡터를 $p_m$이라 하고, $d$는 짝수, $\\omega_i = 1/10000^{2i/d}$이라고 해요. "
        "(a) $|p_m|^2$이 모든 위치에서 같음을 보이세요. (b) $|p_m - p_n|^2$이 $m - n$에만 달려 있음을 보이세요. "
        "(c) 이것만으로 어느 위치가 앞인지 알 수 있나요? 이유도 쓰세요."),
        task="derivation",
        answer=Text(
            "(a) Cada par dá $\\sin^2(m\\omega_i) + \\cos^2(m\\omega_i) = 1$; são $d/2$ pares, logo $|p_m|^2 = d/2$. "
            "(b) $|p_m - p_n|^2 = |p_m|^2 + |p_n|^2 - 2\\,p_m \\cdot p_n$, e em cada par "
            "$\\sin a \\sin b + \\cos a \\cos b = \\cos(a - b)$. "
            "Portanto $|p_m - p_n|^2 = d - 2\\sum_i \\cos((m - n)\\omega_i)$. "
            "(c) Não: o cosseno é par, e trocar $m$ por $n$ não muda nada.",
            "(a) 짝마다 $\\sin^2(m\\omega_i) + \\cos^2(m\\omega_i) = 1$이고 짝이 $d/2$개라서 $|p_m|^2 = d/2$예요. "
            "(b) $|p_m - p_n|^2 = |p_m|^2 + |p_n|^2 - 2\\,p_m \\cdot p_n$이고, 짝마다 "
            "$\\sin a \\sin b + \\cos a \\cos b = \\cos(a - b)$예요. "
            "그래서 $|p_m - p_n|^2 = d - 2\\sum_i \\cos((m - n)\\omega_i)$예요. "
            "(c) 알 수 없어요. 코사인은 짝함수라서 $m$과 $n$을 맞바꿔도 그대로예요."),
        rubric=((1, Text("(a) Soma os $d/2$ pares, cada um igual a 1.", "(a) 1인 짝 $d/2$개를 더해요.")),
                (1, Text("(b) Desenvolve o quadrado e usa (a).", "(b) 제곱을 전개하고 (a)를 써요.")),
                (2, Text("(b) Reduz o produto escalar, par por par, a cos(a − b) com a diferença das posições.",
                         "(b) 내적을 짝마다 cos(a − b)로 고쳐서 위치의 차만 남겨요.")),
                (1, Text("(c) Diz que o cosseno é par: a ordem se perde.", "(c) 코사인이 짝함수라 순서가 사라진다고 말해요."))),
        wrong=(Wrong(Text("Conclui (b) só de (a): vetores de mesmo comprimento podem estar a qualquer distância um do outro.",
                          "(a)만으로 (b)를 결론지어요. 길이가 같은 벡터라도 서로 얼마나 떨어졌는지는 제각각이에요.")),
               Wrong(Text("Confere com duas posições numéricas: é um exemplo, não uma prova.",
                          "두 위치의 수로만 확인해요. 예일 뿐 증명이 아니에요.")))),
    Open("just-train", "judge", 4, Text(
        "“Com dados suficientes, uma autoatenção sem posições e sem máscara descobre sozinha a ordem das palavras.” "
        "Avalie a frase em 5 a 8 linhas: diga o que a prova garante e o que o experimento de treinamento mostrou.",
        "‘데이터만 충분하면 위치도 마스크도 없는 셀프 어텐션이 단어의 순서를 스스로 알아낸다.’ "
        "이 주장을 5~8줄로 평가하세요. 증명이 무엇을 보장하는지, 학습 실험에서 무엇이 나왔는지 쓰세요."),
        task="essay",
        answer=Text(
            "A frase é falsa. A prova, $(PAP^\\top)(PX) = P(AX)$, não pergunta de onde vêm as matrizes: vale antes e depois do "
            "treinamento, com qualquer quantidade de dados e qualquer número de camadas. Por isso, duas cópias da mesma palavra "
            "saem com o mesmo vetor, e nada que venha depois pode separá-las. Foi o que se viu: o leitor treinado sem posições "
            "acertou exatamente a metade, porque os dois palpites eram iguais e um deles estava sempre errado. "
            "A ordem só entra se alguém a puser na conta: ondas, RoPE, ALiBi ou uma máscara causal.",
            "틀린 주장이에요. 증명 $(PAP^\\top)(PX) = P(AX)$은 행렬이 어디서 왔는지 묻지 않아요. 학습하기 전에도 한 뒤에도, "
            "데이터가 얼마나 많든 층이 몇 개든 성립해요. 그래서 같은 단어 2개는 같은 벡터로 나오고, 그 뒤의 어떤 계산도 "
            "둘을 구별할 수 없어요. 실험도 그랬어요. 위치 없이 학습한 모델은 정확히 절반만 맞혔는데, 두 답이 똑같아서 "
            "하나는 꼭 틀렸기 때문이에요. 순서는 파동, RoPE, ALiBi, 인과 마스크처럼 누군가 계산에 넣어 줘야 들어가요."),
        rubric=((1, Text("Diz que a prova vale para quaisquer matrizes, treinadas ou não.",
                         "증명이 학습했든 아니든 어떤 행렬에나 성립한다고 말해요.")),
                (1, Text("Tira a consequência: cópias da mesma palavra saem iguais, e nada depois as separa.",
                         "같은 단어는 출력이 같고, 그 뒤에서도 구별할 수 없다고 결론지어요.")),
                (1, Text("Cita o experimento: acerto de exatamente a metade sem posições.",
                         "위치 없이 학습한 모델이 정확히 절반만 맞힌 실험을 들어요.")),
                (1, Text("Diz o que faria a ordem entrar: posições ou máscara causal.",
                         "순서를 넣는 방법으로 위치나 인과 마스크를 말해요."))),
        wrong=(Wrong(Text("Responde que falta treinar mais: nenhum treinamento muda uma identidade algébrica.",
                          "더 학습하면 된다고 답해요. 학습으로 항등식을 바꿀 수는 없어요.")),
               Wrong(Text("Diz que sem posições os pesos saem todos iguais: eles dependem das palavras, só não do lugar.",
                          "위치가 없으면 가중치가 모두 같다고 말해요. 가중치는 자리가 아니라 단어에 따라 달라져요.")))),
]

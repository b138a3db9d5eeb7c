"""Questions for lesson real-model."""

import numpy as np

from attnlib import softmax
from attnlib.classroom.figures import heatmap
from teaching.questions import Choice, Number, Open, Text, Wrong

PIECES = ["<s>", "w1", "w2", "w3", "</s>"]

CHOSEN_BY_THE_TEST = """

```python
hits = found(sentences)        # (layers, heads), of all 36
best = hits.argmax()
print(names[best], hits.flat[best])
```
"""


def with_sinks(random):
    """A row of weights: two sinks, three words between them."""
    words = random.permutation([[0.08, 0.1, 0.02], [0.05, 0.12, 0.03], [0.15, 0.04, 0.06], [0.12, 0.2, 0.08]][random.integers(4)])
    start = random.choice([0.3, 0.4, 0.45])   # with 0.5 two of the usual mistakes give the same number
    return {"row": np.array([start, *words, 1 - start - words.sum()]).round(2), "asked": int(words.argmax()) + 1}


def without_sinks(row, asked):
    return row[asked] / row[1:-1].sum()


def beyond_distance(random):
    """Links, those a fixed distance finds, those the head finds, and those both find; drawn until all usual mistakes differ."""
    while True:
        links, distance = random.choice([40, 50, 60]), random.choice([25, 30])
        both = distance - random.integers(1, 6)
        head = both + random.integers(2, links - distance)
        drawn = {"links": links, "distance": distance, "head": int(head), "both": int(both)}
        answers = [found_beyond(**drawn), head / links, (head - both) / links, head / (links - distance), both / distance]
        if np.diff(np.sort(answers)).min() > 0.02 and answers[0] < 1:
            return drawn


def found_beyond(links, distance, head, both):
    return (head - both) / (links - distance)


def many_heads(random):
    heads, chance = [(144, 0.01), (144, 0.005), (72, 0.02), (48, 0.02), (24, 0.05), (36, 0.05)][random.integers(6)]
    return {"heads": heads, "chance": chance}


def two_senses(random):
    one, other = [(7, 2), (5, 3), (7, 3), (4, 2), (6, 2), (5, 2)][random.integers(6)]
    return {"one": one, "other": other, "all": one + other}


def same_sense_by_chance(one, other, **_):
    return (one * (one - 1) + other * (other - 1)) / ((one + other) * (one + other - 1))


def a_head_with_sinks(random):
    """Weights (5, 5) of a head, from <s> to </s>; the words give the sinks most of theirs."""
    while True:
        scores = random.normal(size=(5, 5)) + 0.8 * np.outer(np.ones(5), [2, 0, 0, 0, random.uniform(0.5, 2)])
        weights = softmax(scores).round(2)
        weights[:, 0] += 1 - weights.sum(axis=1)   # what rounding left over
        weights = weights.round(2)
        if np.diff(np.sort([way(weights) for way in (to_sinks, every_row, first_only, a_word_to_one)])).min() > 0.03:
            return {"weights": weights}


def to_sinks(weights):
    return weights[1:-1, [0, -1]].sum(axis=1).mean()


def every_row(weights):
    return weights[:, [0, -1]].sum(axis=1).mean()


def first_only(weights):
    return weights[1:-1, 0].mean()


def a_word_to_one(weights):
    return weights[1:-1, [0, -1]].mean()


def a_leak(random):
    word, context, chance = [(0.8, 0.65, 0.45), (0.75, 0.6, 0.35), (0.85, 0.6, 0.4), (0.7, 0.6, 0.4)][random.integers(4)]
    return {"word": word, "context": context, "chance": chance, "own": round(word - context, 2),
            "above_chance": round(word - chance, 2), "leaked": round(context - chance, 2)}


QUESTIONS = [
    Choice("nothing-to-look-for", "know", 1, Text(
        "Em uma frase, uma cabeça não acha nada do que procura. Para onde costuma ir o peso dela, em um modelo treinado como o "
        "da lição?",
        "어떤 문장에서 한 헤드가 찾을 것이 없어요. 강의의 모델처럼 학습한 모델에서 그 헤드의 가중치는 흔히 어디로 가나요?"),
        right=Text("Para `<s>` ou `</s>`, que estão em toda frase.", "어느 문장에나 있는 `<s>`나 `</s>`로 가요."),
        why=Text("A softmax obriga a linha a somar 1. Um pedaço que não diz nada é um lugar barato: é o ralo de atenção.",
                 "소프트맥스 때문에 행의 합은 1이에요. 아무 뜻도 없는 조각이 값싼 자리라서 싱크가 돼요."),
        wrong=(
            Wrong(Text("A softmax não sabe dizer “nada”: a linha soma 1 sempre.",
                       "소프트맥스에는 ‘없음’이 없어요. 행의 합은 늘 1이에요."),
                  Text("Para lugar nenhum: a linha fica toda em 0.", "아무 데도 안 가요. 행이 모두 0이에요.")),
            Wrong(Text("Pesos iguais pediriam pontuações iguais; os mapas treinados mostram um favorito.",
                       "그러려면 점수가 모두 같아야 해요. 학습한 모델의 맵에는 1위가 뚜렷해요."),
                  Text("Para todas as palavras, em partes iguais.", "모든 단어에 똑같이 나눠요.")),
            Wrong(Text("Há cabeças assim, mas são poucas: na maioria dos mapas o favorito é um ralo.",
                       "그런 헤드도 있지만 드물어요. 맵 대부분에서 싱크가 1위예요."),
                  Text("Para a própria palavra que pergunta.", "묻는 단어 자신에게 가요.")),
        )),
    Choice("what-even-tells", "know", 1, Text(
        "Deixam-se iguais os pesos de uma cabeça, e o vetor da frase fica com cosseno quase 1 com o de antes. O que se mediu?",
        "헤드 하나의 가중치를 균등하게 바꿨더니, 바꾸기 전과 후의 문장 벡터의 코사인이 거의 1이에요. 이 실험에서 잰 것은 "
        "무엇인가요?"),
        right=Text("Se ela, sozinha, faz falta a esse vetor.", "이 벡터에 그 헤드가 꼭 필요한지"),
        why=Text("A intervenção mede a falta que ela faz. Para onde ela olha, e por que regra, é outra pergunta.",
                 "이 개입은 헤드가 필요한지를 재요. 어디를 어떤 규칙으로 보는지는 다른 질문이에요."),
        wrong=(
            Wrong(Text("Uma cabeça pode achar bem as palavras e, mesmo assim, não fazer falta.",
                       "단어를 잘 찾으면서도 없어도 되는 헤드가 있어요."),
                  Text("Se ela acha mesmo as palavras que parece achar.", "그 헤드가 단어를 제대로 찾는지")),
            Wrong(Text("Só uma cabeça foi mudada; as outras podem fazer o mesmo trabalho.",
                       "헤드 하나만 바꿨어요. 나머지가 같은 일을 할 수 있어요."),
                  Text("Se a atenção faz falta a esse modelo.", "이 모델에 어텐션이 꼭 필요한지")),
            Wrong(Text("O cosseno compara a frase antes e depois; os pesos dela nem entram nele.",
                       "코사인은 어텐션 맵이 아니라 문장 벡터를 비교해요."),
                  Text("Se os pesos dela já eram quase iguais.", "그 헤드의 가중치가 원래 균등했는지")),
        )),
    Choice("layer-zero", "know", 1, Text(
        "Para alinhar frases de duas línguas, liga-se cada palavra à mais parecida, pelo cosseno dos vetores. Já na camada 0 o "
        "erro é bem menor que por sorteio. O que isso mostra?",
        "두 언어의 문장에서 벡터의 코사인이 가장 큰 단어끼리 이었어요. 0층에서 벌써 무작위로 이을 때보다 오류가 훨씬 적어요. "
        "무엇을 알 수 있나요?"),
        right=Text("Que as palavras soltas já se alinham em parte.",
                   "문맥이 없는 단어 벡터에도 번역이 일부 들어 있어요."),
        why=Text("Na camada 0 ainda não houve atenção: só palavra e posição. O que as camadas acrescentam é a queda dali em "
                 "diante.",
                 "0층에는 아직 어텐션이 없고 단어와 위치만 있어요. 층이 보탠 것은 거기서부터 줄어든 만큼이에요."),
        wrong=(
            Wrong(Text("Antes da primeira camada nenhuma cabeça trabalhou.", "첫째 층 앞에서는 어떤 헤드도 일하지 않았어요."),
                  Text("Que algumas cabeças já alinham sem treinamento.", "어떤 헤드는 학습하지 않아도 단어를 정렬해요.")),
            Wrong(Text("Quem alinha aqui são os vetores; nenhum peso de atenção foi usado.",
                       "여기서 단어를 이은 것은 벡터예요. 가중치는 쓰지 않았어요."),
                  Text("Que os pesos de atenção servem para alinhar.", "어텐션 가중치로 단어를 정렬할 수 있어요.")),
            Wrong(Text("As duas frases foram lidas em separado: uma não viu a outra.",
                       "두 문장을 따로 읽었어요. 서로를 보지 못했어요."),
                  Text("Que o modelo leu as duas frases juntas.", "모델이 두 문장을 함께 읽었어요.")),
        )),
    Number("take-out-the-sinks", "apply", 2, Text(
        "Uma linha de pesos vai de `<s>` a `</s>`, com três palavras no meio: {{ row }}. Tire os dois ralos e reparta de novo "
        "até somar 1. Com quanto fica a palavra {{ asked }} (das três, contando a partir de 1)? Responda com duas casas "
        "decimais.",
        "`<s>`, 단어 3개, `</s>`의 차례로 가중치 한 행을 적었어요: {{ row }}. 싱크 2개를 빼고 합이 1이 되게 다시 나누면 "
        "{{ asked }}번째 단어(세 단어를 1부터 세요)의 가중치는 얼마인가요? 소수 둘째 자리까지 구하세요."),
        given=with_sinks, answer=without_sinks, decimals=2,
        how=Text("Divida o peso da palavra pela soma dos pesos das três: {{ answer }}. O que era migalha parece muito.",
                 "그 단어의 가중치를 세 단어의 가중치의 합으로 나눠요: {{ answer }}. 아주 작던 가중치가 크게 보여요."),
        wrong=(
            Wrong(Text("Esse é o peso de antes: as três somam bem menos que 1.",
                       "싱크를 빼기 전의 값이에요. 셋의 합이 1보다 훨씬 작아요."),
                  lambda row, asked: row[asked]),
            Wrong(Text("Você tirou só um dos ralos.", "싱크를 하나만 뺐어요."), lambda row, asked: row[asked] / row[1:].sum()),
            Wrong(Text("Você deu a cada palavra a mesma parte dos ralos; as proporções entre elas devem ficar.",
                       "싱크의 몫을 세 단어에 똑같이 나눠 줬어요. 단어끼리의 비율이 그대로여야 해요."),
                  lambda row, asked: row[asked] + (row[0] + row[-1]) / 3),
        )),
    Number("where-distance-fails", "apply", 2, Text(
        "De {{ links }} ligações marcadas, uma distância fixa acerta {{ distance }}, e uma cabeça, {{ head }}; {{ both }} são "
        "acertos das duas. Das ligações que a distância erra, que fração a cabeça acha? Responda com duas casas decimais.",
        "표시한 연결 {{ links }}개 가운데 일정한 거리는 {{ distance }}개, 어떤 헤드는 {{ head }}개를 맞혀요. 둘 다 맞힌 것은 "
        "{{ both }}개예요. 일정한 거리가 틀리는 연결 가운데 이 헤드가 맞힌 비율은 얼마인가요? 소수 둘째 자리까지 구하세요."),
        given=beyond_distance, answer=found_beyond, decimals=2,
        how=Text("Só a cabeça acerta {{ head }} − {{ both }}; a distância erra {{ links }} − {{ distance }}. O quociente: "
                 "{{ answer }}.",
                 "헤드만 맞힌 것은 {{ head }} − {{ both }}개, 거리가 틀린 것은 {{ links }} − {{ distance }}개예요. 나누면: "
                 "{{ answer }}."),
        wrong=(
            Wrong(Text("Essa é a fração em todas as ligações: ali as duas explicações ainda se misturam.",
                       "연결 전체에서 맞힌 비율이에요. 거기서는 두 설명이 아직 섞여 있어요."),
                  lambda links, distance, head, both: head / links),
            Wrong(Text("O numerador está certo; divida só pelas ligações que a distância erra.",
                       "분자는 맞아요. 거리가 틀리는 연결의 수로만 나누세요."),
                  lambda links, distance, head, both: (head - both) / links),
            Wrong(Text("Tire do numerador os acertos que a distância também tem.", "분자에서 거리도 맞힌 것을 빼야 해요."),
                  lambda links, distance, head, both: head / (links - distance)),
            Wrong(Text("Essas são as que a distância acerta: ali não se separa nada.",
                       "거리가 맞히는 연결이에요. 거기서는 아무것도 갈리지 않아요."),
                  lambda links, distance, head, both: both / distance),
        )),
    Number("someone-wins", "apply", 2, Text(
        "Um teste é tão fácil que uma cabeça qualquer, sem emprego nenhum, passa nele por sorte com probabilidade {{ chance }}. "
        "Testam-se {{ heads }} dessas cabeças, umas sem depender das outras. Qual é a probabilidade de que ao menos uma passe? "
        "Responda com duas casas decimais.",
        "아무 일도 맡지 않은 헤드가 우연히 통과할 확률이 {{ chance }}인 시험이 있어요. 그런 헤드 {{ heads }}개를 시험하고, "
        "결과는 서로 독립이에요. 적어도 하나가 통과할 확률은 얼마인가요? 소수 둘째 자리까지 구하세요."),
        given=many_heads, answer=lambda heads, chance: 1 - (1 - chance) ** heads, decimals=2,
        how=Text("Uma falha com 1 − {{ chance }}; todas falham com essa chance elevada a {{ heads }}; o resto de 1 é "
                 "{{ answer }}. Achar uma cabeça entre muitas ainda não prova nada.",
                 "하나가 떨어질 확률은 1 − {{ chance }}이고, 모두 떨어질 확률은 그것의 {{ heads }}제곱이에요. 1에서 빼요: "
                 "{{ answer }}. 많은 헤드 가운데 하나를 찾았다는 것만으로는 증거가 안 돼요."),
        wrong=(
            Wrong(Text("Essa é a chance de uma cabeça escolhida antes de olhar.", "미리 정해 둔 헤드 하나가 통과할 확률이에요."),
                  lambda heads, chance: chance),
            Wrong(Text("Esse é o número médio de cabeças que passam: uma probabilidade não soma assim.",
                       "통과하는 헤드 수의 평균이에요. 확률은 이렇게 더할 수 없어요."),
                  lambda heads, chance: heads * chance),
            Wrong(Text("Essa é a chance de que nenhuma passe.", "하나도 통과하지 못할 확률이에요."),
                  lambda heads, chance: (1 - chance) ** heads),
        )),
    Number("neighbour-by-luck", "apply", 2, Text(
        "De {{ all }} frases com a mesma palavra, {{ one }} usam um sentido e {{ other }}, o outro. Para cada frase sorteia-se, "
        "ao acaso, uma das outras como vizinha. Em média, que fração das vizinhas tem o mesmo sentido? Responda com três casas "
        "decimais.",
        "한 단어가 나오는 문장 {{ all }}개가 있고, 뜻은 한쪽이 {{ one }}개, 다른 쪽이 {{ other }}개예요. 문장마다 나머지 가운데 "
        "하나를 무작위로 이웃으로 뽑아요. 이웃의 뜻이 같은 비율은 평균으로 얼마인가요? 소수 셋째 자리까지 구하세요."),
        given=two_senses, answer=same_sense_by_chance, decimals=3,
        how=Text("Cada uma das {{ one }} tem {{ one }} − 1 companheiras entre {{ all }} − 1, e o mesmo vale para as {{ other }}. "
                 "A média das {{ all }} frases: {{ answer }}.",
                 "{{ one }}개 쪽의 문장은 나머지 {{ all }} − 1개 가운데 {{ one }} − 1개가 뜻이 같고, {{ other }}개 쪽도 "
                 "마찬가지예요. 문장 {{ all }}개를 평균해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Dois sentidos não dão metade: um deles é mais comum, e a própria frase não conta.",
                       "뜻이 둘이라고 절반은 아니에요. 한쪽이 더 많고, 자기 자신은 이웃이 아니에요."),
                  lambda **_: 0.5),
            Wrong(Text("Você deixou a frase ser vizinha de si mesma.", "자기 자신도 이웃으로 셌어요."),
                  lambda one, other, all: (one ** 2 + other ** 2) / all ** 2),
            Wrong(Text("Essa é a parte do sentido mais comum, o acerto de quem responde sempre o mesmo.",
                       "많은 쪽의 비율이에요. 늘 그 뜻이라고 답할 때 맞히는 비율이에요."),
                  lambda one, other, all: one / all),
        )),
    Number("share-of-the-sinks", "apply", 2, Text(
        "Este é o mapa de uma cabeça. De todo o peso que as três palavras repartem (cada uma, 1), que fração vai para os dois "
        "ralos? Responda com duas casas decimais.",
        "헤드 하나의 어텐션 맵이에요. 세 단어가 나눠 주는 가중치(한 단어가 1) 가운데 싱크 2개로 가는 비율은 모두 합쳐 "
        "얼마인가요? 소수 둘째 자리까지 구하세요."),
        task="reading", given=a_head_with_sinks, answer=to_sinks, decimals=2,
        picture=lambda weights: heatmap(weights, PIECES, PIECES),
        how=Text("Em cada linha de palavra, some as colunas `<s>` e `</s>`; a média das três linhas é {{ answer }}.",
                 "단어의 행마다 `<s>` 열과 `</s>` 열을 더하고, 세 행을 평균해요: {{ answer }}."),
        wrong=(
            Wrong(Text("As linhas de `<s>` e `</s>` não são de palavras: ficam fora da conta.",
                       "`<s>`와 `</s>`의 행은 단어가 아니에요. 빼고 세요."), every_row),
            Wrong(Text("Falta a coluna de `</s>`: também é um ralo.", "`</s>` 열이 빠졌어요. 그것도 싱크예요."), first_only),
            Wrong(Text("Os dois ralos se somam; você tirou a média deles.",
                       "싱크 2개는 더해야 해요. 평균을 냈어요."), a_word_to_one),
        )),
    Open("what-an-even-head-gives", "derive", 4, Text(
        "Uma cabeça com $n$ pedaços ficou uniforme: todos os pesos são $1/n$. Mostre que ela dá a todos os pedaços a mesma "
        "saída, e diga qual. Suponha que a camada só tenha essa cabeça, com $y_i = x_i + o_i W_O$, e mostre que a diferença "
        "entre dois pedaços não muda.",
        "조각이 $n$개이고, 헤드 하나를 균등하게 바꿔서 가중치가 모두 $1/n$이에요. 이 헤드가 모든 조각에 똑같은 출력을 준다는 "
        "것을 보이고, 그 출력을 쓰세요. 층에 이 헤드만 있고 $y_i = x_i + o_i W_O$라면, 두 조각의 차이가 달라지지 않음을 "
        "보이세요."),
        task="derivation",
        answer=Text("A saída do pedaço $i$ é $o_i = \\sum_j \\frac{1}{n} v_j$: a média dos valores. Nada aí depende de $i$, nem "
                    "das consultas e chaves: todas são iguais a $\\bar{v}$. Então $y_i - y_j = x_i + \\bar{v} W_O - x_j - "
                    "\\bar{v} W_O = x_i - x_j$. A cabeça soma a todos o mesmo vetor; quem separa os pedaços é a soma.",
                    "조각 $i$의 출력은 $o_i = \\sum_j \\frac{1}{n} v_j$, 곧 밸류의 평균이에요. $i$에도, 쿼리와 키에도 달려 있지 "
                    "않으니 모두 $\\bar{v}$로 같아요. 그래서 $y_i - y_j = x_i + \\bar{v} W_O - x_j - \\bar{v} W_O = x_i - "
                    "x_j$예요. 헤드는 모든 조각에 똑같은 벡터를 더할 뿐이고, 조각을 구별해 주는 것은 잔차 연결이에요."),
        rubric=((1, Text("Escreve a saída como soma dos valores com pesos $1/n$.",
                         "출력을 가중치 $1/n$로 더한 밸류의 합으로 써요.")),
                (1, Text("Conclui que é a média dos valores, igual para todo $i$.",
                         "밸류의 평균이고 모든 $i$에서 같다고 결론지어요.")),
                (2, Text("Subtrai as duas saídas da camada e vê o termo comum se cancelar.",
                         "층의 두 출력을 빼서 같은 항이 없어짐을 보여요."))),
        wrong=(Wrong(Text("Diz que a saída é 0, porque a cabeça foi “desligada”: uniforme não é calada.",
                          "헤드를 ‘껐으니’ 출력이 0이라고 해요. 균등한 것과 꺼진 것은 달라요.")),
               Wrong(Text("Diz que as saídas diferem porque as consultas diferem: com pesos fixos, a consulta não entra mais.",
                          "쿼리가 다르니 출력도 다르다고 해요. 가중치를 고정하면 쿼리는 쓰이지 않아요.")))),
    Choice("chosen-and-tested", "judge", 1, Text(
        "Um relatório usa este código para dar a uma cabeça a sua nota. `found` dá a fração de acertos de cada uma das 144, em "
        "frases marcadas. Qual é a falha?" + CHOSEN_BY_THE_TEST,
        "어떤 보고서가 이 코드로 헤드의 점수를 발표했어요. `found`는 표시한 문장에서 헤드 144개가 맞힌 비율을 하나씩 구해요. "
        "무엇이 잘못됐나요?" + CHOSEN_BY_THE_TEST),
        task="fault",
        right=Text("As frases que escolhem a cabeça são as que dão a nota.", "헤드를 고른 문장으로 점수까지 매겼어요."),
        why=Text("A melhor de 144 parece boa nas frases que a escolheram, nem que seja por sorte. A nota vem de frases "
                 "guardadas.",
                 "144개 중 1위는 자기를 고른 문장에서 당연히 좋아 보여요. 우연이어도 그래요. 점수는 남겨 둔 문장에서 매겨야 "
                 "해요."),
        wrong=(
            Wrong(Text("`argmax` numera a tabela estendida, e `flat` lê com o mesmo número.",
                       "`argmax`는 한 줄로 편 번호를 주고, `flat`도 같은 번호로 읽어요."),
                  Text("`argmax` devolve uma linha, e não uma cabeça.", "`argmax`가 헤드가 아니라 행을 돌려줘요.")),
            Wrong(Text("Um modelo já treinado não aprende com o teste; o que se escolhe é a cabeça.",
                       "이미 학습한 모델은 시험으로 배우지 않아요. 여기서 고르는 건 헤드예요."),
                  Text("O modelo devia ser treinado com metade das frases.", "문장 절반으로 모델을 학습시켜야 해요.")),
            Wrong(Text("A média diria como vai uma cabeça qualquer; o nome é de uma só.",
                       "평균은 아무 헤드나 골랐을 때를 말해요. 이름은 헤드 하나의 것이에요."),
                  Text("Devia dar a média das 144, e não a maior.", "가장 큰 값이 아니라 144개의 평균을 써야 해요.")),
        )),
    Choice("the-question-head", "judge", 1, Text(
        "Um blog: “A cabeça 4.2 reconhece perguntas: em quase todas as perguntas, as palavras dão a maior parte do peso ao ponto "
        "de interrogação.” Que controle pode derrubar esse nome?",
        "어떤 블로그에 이런 글이 있어요. ‘4.2 헤드는 질문을 알아본다. 거의 모든 질문에서 단어들이 물음표에 가중치를 가장 많이 "
        "준다.’ 이 이름을 무너뜨릴 수 있는 비교는 무엇인가요?"),
        right=Text("Ver se, nas outras frases, elas dão o mesmo ao ponto-final.", "다른 문장에서 마침표에도 똑같이 주는지 보기"),
        why=Text("Se dão, a cabeça olha para o sinal do fim, e não para a pergunta. Contam os casos em que as duas explicações "
                 "discordam.",
                 "그렇다면 질문이 아니라 문장 끝의 부호를 보는 헤드예요. 두 설명의 예측이 갈리는 경우만 증거가 돼요."),
        wrong=(
            Wrong(Text("Mais casos do mesmo tipo não separam as duas explicações.",
                       "같은 종류의 사례를 늘려도 두 설명을 가를 수 없어요."),
                  Text("Repetir a conta com dez vezes mais perguntas.", "질문을 열 배로 늘려 다시 재기")),
            Wrong(Text("Isso diz se ela faz falta, e não se o nome é certo.",
                       "그 헤드가 필요한지를 알 뿐, 이름이 맞는지는 몰라요."),
                  Text("Igualar os pesos dela e ver se o vetor da frase muda.",
                       "헤드를 균등하게 바꿔 문장 벡터가 달라지는지 보기")),
            Wrong(Text("Outra cabeça parecida não diz o que esta faz.",
                       "비슷한 헤드가 또 있다고 이 헤드가 하는 일을 알 수는 없어요."),
                  Text("Procurar outra cabeça que faça o mesmo com perguntas.", "질문에서 똑같이 하는 다른 헤드를 찾아보기")),
        )),
    Choice("what-the-word-adds", "judge", 1, Text(
        "O vizinho mais próximo tem o mesmo sentido em {{ word }} das frases. Com *coisa* no lugar da palavra, em {{ context }}; "
        "por sorteio, em {{ chance }}. Quanto desse acerto vem da própria palavra, além do que o contexto já dá?",
        "가장 가까운 벡터의 뜻이 같은 비율을 쟀어요. 그 단어: {{ word }}, 단어 자리에 ‘것’을 넣었을 때: {{ context }}, "
        "우연이라면: {{ chance }}. 문맥만으로 되는 것을 빼면, 그 단어 자신의 몫은 얼마인가요?"),
        given=a_leak,
        right=Text("{{ own }}: o que falta à palavra vazia.", "{{ own }}: 뜻 없는 단어가 못 맞힌 만큼"),
        why=Text("*coisa* não tem sentido para separar; o que ela acerta vem do contexto, que vaza para qualquer palavra.",
                 "‘것’에는 구별할 뜻이 없어요. ‘것’이 맞힌 만큼은 그 자리에 스며든 문맥이 한 일이에요."),
        wrong=(
            Wrong(Text("Contra o sorteio sobram a palavra e o contexto juntos; falta descontar o contexto.",
                       "우연만 뺐으니 단어와 문맥이 함께 남았어요. 문맥도 빼야 해요."),
                  Text("{{ above_chance }}: o que passa do sorteio.", "{{ above_chance }}: 우연을 넘는 만큼")),
            Wrong(Text("Uma parte desse acerto qualquer palavra teria, naquele lugar.",
                       "그중 일부는 그 자리에 무슨 단어를 넣어도 맞혀요."),
                  Text("{{ word }}: o vetor é da palavra.", "{{ word }}: 그 단어의 벡터니까요.")),
            Wrong(Text("Essa é a parte do contexto: o que *coisa* acerta além do sorteio.",
                       "그건 문맥의 몫이에요. ‘것’이 우연보다 더 맞힌 만큼이에요."),
                  Text("{{ leaked }}: o que *coisa* tem a mais.", "{{ leaked }}: ‘것’이 우연을 넘는 만큼")),
        )),
    Open("weight-and-importance", "judge", 5, Text(
        "Em 18 frases, a ordem das palavras pelo peso recebido concorda bastante com a ordem pela importância (quanto o vetor da "
        "frase anda sem a palavra). Um artigo conclui: “Os pesos explicam o modelo.” Em 5 a 8 linhas, defenda ou ponha em "
        "dúvida, e diga que frase você assinaria.",
        "문장 18개에서, 받은 가중치의 순서와 중요한 순서(그 단어를 뺐을 때 문장 벡터가 움직인 정도)가 꽤 비슷했어요. 어떤 글이 "
        "이렇게 결론지어요. ‘가중치가 모델을 설명한다.’ 이 말에 찬성하거나 반박하는 글을 5~8줄로 쓰고, 여러분이라면 어떻게 쓸지 "
        "한 문장으로 말하세요."),
        task="essay",
        answer=Text("“Bastante” só quer dizer algo diante de um rival. Em uma das línguas da lição, o número de letras, que não "
                    "lê nada, concorda quase tanto quanto o peso médio; na outra, bem menos. E concordar na ordem não é "
                    "explicar: uma terceira coisa, como o tipo da palavra, pode subir o peso e a importância. Para falar de "
                    "causa é preciso intervir: com os pesos de uma cabeça iguais, o vetor quase não anda. Além disso, a "
                    "importância medida vale para o vetor de busca deste modelo, em poucas frases. Eu assinaria: “neste modelo e "
                    "nestas frases, o peso médio acompanha a importância para o vetor da frase mais do que tal rival”, com os "
                    "números ao lado.",
                    "‘꽤 비슷하다’는 말은 경쟁자와 비교해야 뜻이 있어요. 강의의 두 언어 가운데 한쪽에서는 아무것도 읽지 않는 "
                    "글자 수도 평균 가중치만큼이나 잘 맞았고, 다른 쪽에서는 훨씬 못했어요. 게다가 순서가 비슷하다고 설명한 것은 "
                    "아니에요. 단어의 종류 같은 제3의 것이 가중치와 중요한 정도를 함께 높였을 수 있어요. 원인을 말하려면 "
                    "개입해야 하는데, 헤드 하나를 균등하게 바꿔도 벡터는 거의 움직이지 않았어요. 또 여기서 잰 것은 문장 몇 "
                    "개에서, 이 모델의 검색용 벡터에 중요한 정도예요. 저라면 이렇게 쓰겠어요. ‘이 모델과 이 문장들에서 평균 "
                    "가중치는 문장 벡터에 중요한 순서를 경쟁자 아무개보다 잘 따른다.’ 수도 함께 적겠어요."),
        rubric=((1, Text("Pede um rival simples (letras, posição) antes de achar a concordância grande.",
                         "비슷하다고 하기 전에 글자 수나 자리 같은 단순한 경쟁자와 비교하자고 해요.")),
                (1, Text("Separa concordar de explicar ou causar.", "비슷한 것과 설명하거나 원인인 것을 구별해요.")),
                (1, Text("Traz uma intervenção e o que ela mostraria.", "개입을 하나 들고, 무엇을 보여 줄지 말해요.")),
                (1, Text("Limita a conclusão: modelo, tarefa, número de frases.", "결론을 모델, 쓰임, 문장 수로 한정해요.")),
                (1, Text("Escreve uma frase defensável, com a medida e o rival.",
                         "무엇으로 쟀고 누구와 비교했는지 밝힌 문장을 써요."))),
        wrong=(Wrong(Text("Aceita porque a correlação é alta: sem rival, não se sabe o que é alto.",
                          "상관이 높으니 맞다고 해요. 경쟁자가 없으면 높은지 알 수 없어요.")),
               Wrong(Text("Diz que pesos nunca servem para nada: eles deram hipóteses que os testes confirmaram em parte.",
                          "가중치는 아무 쓸모가 없다고 해요. 가중치에서 얻은 가설 가운데 시험으로 일부 확인된 것도 있어요.")))),
]

"""Questions for lesson queries-keys-values."""

import numpy as np

from attnlib import softmax
from attnlib.classroom.figures import heatmap
from teaching.questions import Choice, Number, Open, Text, Wrong

DIVIDES_LATE = """

```python
scores = q @ k.T
weights = softmax(scores) / np.sqrt(k.shape[1])
output = weights @ v
```"""


def widths(random):
    d_k, d_v = random.permutation([2, 3, 5])[:2]
    return {"tokens": random.choice([4, 6]), "d": random.choice([8, 10]), "d_k": d_k, "d_v": d_v}


def two_matrices(random):
    """Two words of two numbers and the rows of W_Q and W_K; the wrong ways lead to other scores."""
    while True:
        asks, answers, *rows = random.integers(0, 4, size=(6, 2))
        w_q, w_k = np.array(rows[:2]), np.array(rows[2:])
        found = [asks @ w_q @ (answers @ w_k), asks @ answers, answers @ w_q @ (asks @ w_k), asks @ w_q @ (answers @ w_q)]
        if 0 < found[0] < 60 and len(set(found)) == 4:
            return {"asks": asks, "answers": answers, "q_first": rows[0], "q_second": rows[1], "k_first": rows[2],
                    "k_second": rows[3]}


def score(asks, answers, q_first, q_second, k_first, k_second):
    return asks @ np.array([q_first, q_second]) @ (answers @ np.array([k_first, k_second]))


def three_scores(random):
    root, steps = random.choice([2, 3, 4]), np.array([[0, 1, 2], [0, 2, 3]][random.integers(2)])
    first = random.integers(1, 3)   # not the last: without the root nothing would be left of it
    return {"d_k": root ** 2, "scores": root * (np.roll(steps, -first) + random.integers(2))}


def head_width(random):
    return {"d_k": random.choice([4, 16, 25, 64, 100])}


def mutual(random):
    """A map (3, 3) where one pair prefer each other, and in another pair only one does."""
    one, other, third = random.permutation(3)
    scores = np.eye(3) + random.random((3, 3)) / 4
    for asks, answers in ((one, other), (other, one), (third, one)):
        scores[asks, answers] += 2.5
    pairs = {"both": (one, other), "one_way": (one, third), "neither": (other, third)}
    return {"weights": softmax(scores)} | {what: " ↔ ".join(f"w{i + 1}" for i in sorted(pair)) for what, pair in pairs.items()}


def spread(random):
    return {"d_k": random.choice([16, 25, 36, 64]), "variance": random.choice([4, 9])}


def late(random):
    root = random.choice([2, 4, 5])
    return {"d_k": root ** 2, "total": 1 / root}


QUESTIONS = [
    Choice("output-shape", "know", 1, Text(
        "X tem {{ tokens }} linhas (tokens) e {{ d }} colunas; as chaves têm {{ d_k }} números, e os valores, {{ d_v }}. Que "
        "forma tem a saída $\\text{softmax}(Q K^\\top / \\sqrt{d_k})\\, V$?",
        "X는 {{ tokens }}행(토큰) {{ d }}열이고, 키는 수 {{ d_k }}개, 밸류는 수 {{ d_v }}개짜리예요. 출력 $\\text{softmax}(Q "
        "K^\\top / \\sqrt{d_k})\\, V$의 모양은 무엇인가요?"),
        given=widths,
        right=Text("{{ tokens }} × {{ d_v }}", "{{ tokens }} × {{ d_v }}"),
        why=Text("Os pesos têm uma linha por consulta e uma coluna por chave; vezes V, sobra uma mistura de valores por "
                 "consulta.",
                 "가중치는 쿼리마다 한 행, 키마다 한 열이에요. V를 곱하면 쿼리마다 밸류를 섞은 벡터가 하나씩 남아요."),
        wrong=(
            Wrong(Text("A largura das chaves some no produto escalar; o que se mistura são os valores.",
                       "키의 크기는 내적에서 사라져요. 섞는 것은 밸류예요."),
                  Text("{{ tokens }} × {{ d_k }}", "{{ tokens }} × {{ d_k }}")),
            Wrong(Text("A saída tem a largura dos valores; aqui nada a leva de volta à largura de X.",
                       "출력의 크기는 밸류와 같아요. X의 크기로 되돌리는 단계는 여기 없어요."),
                  Text("{{ tokens }} × {{ d }}", "{{ tokens }} × {{ d }}")),
            Wrong(Text("Essa é a forma dos pesos: falta multiplicar por V.", "그건 가중치의 모양이에요. V를 곱해야 해요."),
                  Text("{{ tokens }} × {{ tokens }}", "{{ tokens }} × {{ tokens }}")),
        )),
    Choice("same-key", "know", 1, Text(
        "Em uma frase, duas palavras têm a mesma chave e valores diferentes. O que se pode afirmar?",
        "한 문장의 두 단어가 키는 같고 밸류는 달라요. 무엇을 말할 수 있나요?"),
        right=Text("De cada consulta, as duas recebem pesos iguais.", "어떤 쿼리에게서든 같은 가중치를 받아요."),
        why=Text("A pontuação é consulta vezes chave, e as chaves são iguais. A diferença só aparece no que cada uma entrega.",
                 "점수는 쿼리와 키의 내적인데 키가 같아요. 다른 건 저마다 건네는 것뿐이에요."),
        wrong=(
            Wrong(Text("Os valores não entram nos pesos: só depois, na mistura.",
                       "밸류는 가중치에 들어가지 않고, 섞을 때만 쓰여요."),
                  Text("Recebe mais peso a que tem o maior valor.", "밸류가 더 큰 쪽이 가중치를 더 받아요.")),
            Wrong(Text("O que elas procuram está nas consultas, e nada diz que sejam iguais.",
                       "무엇을 찾는지는 쿼리에 있고, 쿼리가 같다는 말은 없어요."),
                  Text("As duas olham para as mesmas palavras.", "두 단어는 같은 단어들을 봐요.")),
            Wrong(Text("Os valores são diferentes: com pesos iguais, entregam coisas diferentes.",
                       "밸류가 다르니, 가중치가 같아도 건네는 것은 달라요."),
                  Text("Tanto faz qual delas está na frase.", "둘 중 어느 것이 문장에 있든 출력은 같아요.")),
        )),
    Choice("zero-query", "know", 1, Text(
        "A consulta de uma palavra é (0; 0). O que ela recebe como saída?", "한 단어의 쿼리가 (0, 0)이에요. 이 단어의 출력은 "
                                                                            "무엇인가요?"),
        right=Text("A média dos valores de todas as palavras.", "모든 단어의 밸류를 평균한 벡터"),
        why=Text("Todas as pontuações são 0, os pesos são iguais, e a mistura com pesos iguais é a média.",
                 "점수가 모두 0이라 가중치가 똑같고, 똑같은 가중치로 섞으면 평균이에요."),
        wrong=(
            Wrong(Text("Quem não pergunta também reparte 1: a softmax de zeros não é zero.",
                       "묻지 않아도 1을 나눠 줘요. 0들의 소프트맥스는 0이 아니에요."),
                  Text("O vetor nulo: quem não pergunta não recebe nada.", "모두 0인 벡터. 묻지 않으면 받지 못해요.")),
            Wrong(Text("A pontuação consigo mesma também é 0: nada a favorece.",
                       "자기 자신과의 점수도 0이라 유리할 것이 없어요."),
                  Text("O seu próprio valor, sem nada das outras palavras.", "다른 단어는 섞이지 않은, 자기 자신의 밸류")),
            Wrong(Text("A soma das exponenciais é o número de chaves, e não 0.", "지수 함숫값의 합은 0이 아니라 키의 개수예요."),
                  Text("NaN, porque a soma das pontuações é 0.", "점수의 합이 0이라서 NaN")),
        )),
    Choice("dictionary", "know", 1, Text(
        "Em que a atenção difere de um dicionário do Python, que também tem chaves e valores?",
        "파이썬 딕셔너리에도 키와 값이 있어요. 어텐션은 무엇이 다른가요?"),
        right=Text("Compara com todas as chaves e mistura os valores.", "모든 키와 비교하고 밸류를 섞어서 돌려줘요."),
        why=Text("O dicionário exige a chave exata e devolve um valor só; na atenção, toda chave leva algum peso.",
                 "딕셔너리는 키가 정확히 같아야 하고 값을 하나만 돌려줘요. 어텐션에서는 모든 키가 가중치를 조금씩 받아요."),
        wrong=(
            Wrong(Text("A maior pontuação não leva tudo: as outras também entram na mistura.",
                       "점수가 가장 높은 키가 다 가져가지 않아요. 나머지도 섞여요."),
                  Text("Devolve só o valor da chave mais parecida.", "가장 비슷한 키의 밸류만 돌려줘요.")),
            Wrong(Text("Chave e valor continuam separados: uma serve para achar; o outro, para entregar.",
                       "키와 밸류는 여전히 따로예요. 키로 찾고, 밸류를 건네요."),
                  Text("Usa a própria chave como o valor devolvido.", "키를 그대로 밸류로 돌려줘요.")),
            Wrong(Text("Chave nenhuma precisa ser igual à consulta: basta o produto escalar das duas.",
                       "쿼리와 똑같은 키가 없어도 돼요. 내적만 하면 돼요."),
                  Text("Só responde quando consulta e chave são iguais.", "쿼리와 키가 똑같을 때만 답해요.")),
        )),
    Number("score-of-two", "apply", 2, Text(
        "$W_Q$ tem as linhas {{ q_first }} e {{ q_second }}; $W_K$, as linhas {{ k_first }} e {{ k_second }}. A palavra "
        "{{ asks }} pergunta, e a palavra {{ answers }} responde. Qual é a pontuação, sem dividir por $\\sqrt{d_k}$? É um número "
        "inteiro.",
        "두 행렬의 행이에요. $W_Q$: {{ q_first }}, {{ q_second }}. $W_K$: {{ k_first }}, {{ k_second }}. 묻는 단어의 벡터는 "
        "{{ asks }}, 답하는 단어의 벡터는 {{ answers }}. $\\sqrt{d_k}$로 나누지 않은 점수는 얼마인가요? 답은 정수예요."),
        given=two_matrices, answer=score, decimals=0,
        how=Text("Consulta: a palavra que pergunta vezes $W_Q$. Chave: a que responde vezes $W_K$. O produto escalar das duas: "
                 "{{ answer }}.",
                 "묻는 단어에 $W_Q$를 곱한 쿼리와 답하는 단어에 $W_K$를 곱한 키를 구해서 내적해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Esse é o produto escalar das palavras: faltam as duas matrizes.",
                       "두 단어의 벡터를 그대로 내적했어요. 행렬을 곱해야 해요."),
                  lambda asks, answers, **_: asks @ answers),
            Wrong(Text("Aqui a outra palavra pergunta: com duas matrizes, a troca muda a pontuação.",
                       "묻는 단어와 답하는 단어가 바뀌었어요. 행렬이 2개면 점수도 달라져요."),
                  lambda asks, answers, **rows: score(answers, asks, **rows)),
            Wrong(Text("A chave também saiu de $W_Q$; chaves saem de $W_K$.", "키에도 $W_Q$를 곱했어요. 키는 $W_K$로 구해요."),
                  lambda asks, answers, q_first, q_second, **_: score(asks, answers, q_first, q_second, q_first, q_second)),
        )),
    Number("rooted-weight", "apply", 2, Text(
        "As chaves têm {{ d_k }} números, e os produtos escalares de uma consulta com as três chaves são {{ scores }}. Com a "
        "divisão do Transformer, que peso leva a primeira chave? Responda com três casas decimais.",
        "키는 수 {{ d_k }}개짜리예요. 쿼리 하나와 키 3개의 내적(차례로): {{ scores }}. 트랜스포머처럼 나눈다면 첫째 키의 "
        "가중치는 얼마인가요? 소수 셋째 자리까지 구하세요."),
        given=three_scores, answer=lambda d_k, scores: softmax(scores / np.sqrt(d_k))[0], decimals=3,
        how=Text("Divida as três por $\\sqrt{d_k}$, saem inteiros; depois, a softmax: {{ answer }}.",
                 "셋을 $\\sqrt{d_k}$로 나누면 정수가 나와요. 그다음 소프트맥스를 계산해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Faltou a divisão.", "나누지 않았어요."), lambda d_k, scores: softmax(scores)[0]),
            Wrong(Text("Você dividiu por $d_k$: falta a raiz.", "$d_k$로 나눴어요. 제곱근으로 나눠야 해요."),
                  lambda d_k, scores: softmax(scores / d_k)[0]),
            Wrong(Text("Você dividiu o peso. A divisão vem antes da softmax.", "가중치를 나눴어요. 소프트맥스 전에 나눠야 해요."),
                  lambda d_k, scores: softmax(scores)[0] / np.sqrt(d_k)),
            Wrong(Text("Sob a raiz vai o tamanho de uma chave, e não o número de chaves.",
                       "제곱근 안에는 키의 개수가 아니라 키 하나의 크기가 들어가요."),
                  lambda d_k, scores: softmax(scores / np.sqrt(3))[0]),
        )),
    Number("fold-the-root", "apply", 2, Text(
        "Um modelo foi treinado com a divisão por $\\sqrt{d_k}$, e $d_k$ = {{ d_k }}. Alguém quer tirar a divisão do código sem "
        "mudar nenhum peso de atenção, mexendo só em $W_Q$. Por que número deve multiplicar $W_Q$? Responda com três casas "
        "decimais.",
        "점수를 $\\sqrt{d_k}$로 나누면서 학습한 모델이 있어요($d_k$ = {{ d_k }}). 어텐션 가중치는 하나도 바꾸지 않고 코드에서 "
        "나눗셈을 빼려고 해요. $W_Q$만 고친다면 $W_Q$에 얼마를 곱해야 하나요? 소수 셋째 자리까지 구하세요."),
        given=head_width, answer=lambda d_k: 1 / np.sqrt(d_k), decimals=3,
        how=Text("Toda pontuação leva $W_Q$ uma vez: multiplicar a matriz por $1/\\sqrt{d_k}$ divide todas as pontuações pela "
                 "raiz: {{ answer }}.",
                 "점수마다 $W_Q$가 한 번씩 들어가요. 행렬에 $1/\\sqrt{d_k}$을 곱하면 모든 점수가 제곱근으로 나뉘어요: "
                 "{{ answer }}."),
        wrong=(
            Wrong(Text("Assim as pontuações cresceriam ainda mais: a matriz tem de fazer a divisão.",
                       "그러면 점수가 더 커져요. 행렬이 나눗셈을 대신해야 해요."), lambda d_k: np.sqrt(d_k)),
            Wrong(Text("Falta a raiz: assim se dividiria por $d_k$.",
                       "제곱근을 빠뜨렸어요. $d_k$로 나누는 셈이에요."), lambda d_k: 1 / d_k),
            Wrong(Text("Esse fator serviria se $W_K$ também fosse multiplicada por ele; aqui só $W_Q$ muda.",
                       "$W_K$에도 같은 수를 곱할 때의 답이에요. 여기서는 $W_Q$만 고쳐요."), lambda d_k: d_k ** -0.25),
        )),
    Choice("mutual-pair", "apply", 1, Text(
        "Neste mapa, que par se prefere, isto é, cada palavra do par dá mais peso à outra do que a si mesma?",
        "이 맵에서 서로를 자기보다 더 보는 두 단어는 어느 쌍인가요? 둘 다 자기 자신보다 상대에게 더 큰 가중치를 줘야 해요."),
        task="reading", given=mutual,
        picture=lambda weights, **_: heatmap(weights, *[[f"w{i}" for i in range(1, 4)]] * 2),
        right=Text("{{ both }}", "{{ both }}"),
        why=Text("Nas duas linhas, o peso do outro passa o da diagonal. Logo, consultas e chaves não saem da mesma matriz.",
                 "두 행 모두 상대의 가중치가 대각선보다 커요. 그래서 쿼리와 키는 같은 행렬에서 나온 것이 아니에요."),
        wrong=(
            Wrong(Text("Só uma das duas prefere a outra: confira as duas linhas.",
                       "한쪽만 상대를 더 봐요. 두 행을 모두 확인하세요."),
                  Text("{{ one_way }}", "{{ one_way }}")),
            Wrong(Text("Nas duas linhas, a diagonal é maior que o peso da outra.", "두 행 모두 상대보다 대각선이 더 커요."),
                  Text("{{ neither }}", "{{ neither }}")),
            Wrong(Text("Isso vale quando uma matriz só faz consultas e chaves; com duas, é possível.",
                       "쿼리와 키를 한 행렬로 만들 때의 이야기예요. 행렬이 2개면 그럴 수 있어요."),
                  Text("Nenhum par", "그런 쌍은 없어요")),
        )),
    Open("columns-without-names", "derive", 4, Text(
        "Seja $A$ uma matriz $d_k \\times d_k$ com inversa. Troque $W_Q$ por $W_Q A$ e $W_K$ por $W_K (A^{-1})^\\top$. Mostre "
        "que nenhum peso muda. O que isso diz a quem lê “esta coluna de $W_Q$ procura bichos” em um modelo treinado?",
        "$A$는 역행렬이 있는 $d_k \\times d_k$ 행렬이에요. $W_Q$를 $W_Q A$로, $W_K$를 $W_K (A^{-1})^\\top$로 바꿔도 가중치가 "
        "하나도 바뀌지 않음을 보이세요. 학습된 모델에서 ‘$W_Q$의 이 열은 동물을 찾는다’라고 읽는 사람에게 이 결과는 무엇을 말해 "
        "주나요?"),
        task="derivation",
        answer=Text("As novas pontuações são $(X W_Q A)(X W_K (A^{-1})^\\top)^\\top = X W_Q A A^{-1} W_K^\\top X^\\top = X W_Q "
                    "W_K^\\top X^\\top$, as mesmas de antes; com as mesmas pontuações, divididas pela mesma raiz, os pesos são "
                    "os mesmos. Só o produto $W_Q W_K^\\top$ conta: infinitos pares de matrizes fazem a mesma atenção, com "
                    "colunas diferentes. Uma coluna sozinha não tem sentido fixo; é preciso examinar o produto, ou o que a "
                    "atenção faz.",
                    "새 점수는 $(X W_Q A)(X W_K (A^{-1})^\\top)^\\top = X W_Q A A^{-1} W_K^\\top X^\\top = X W_Q W_K^\\top "
                    "X^\\top$라서 전과 같아요. 점수가 같고 같은 제곱근으로 나누니 가중치도 같아요. 중요한 건 곱 "
                    "$W_Q W_K^\\top$뿐이에요. 열이 서로 다른 수많은 행렬 쌍이 똑같은 어텐션을 만들어요. 그래서 열 하나만으로는 "
                    "뜻이 정해지지 않아요. 곱을 보거나, 어텐션이 실제로 하는 일을 봐야 해요."),
        rubric=((1, Text("Escreve as pontuações com $W_Q$ e $W_K$ e transpõe na ordem certa.",
                         "점수를 $W_Q$와 $W_K$로 쓰고, 전치할 때 순서를 바르게 바꿔요.")),
                (1, Text("Usa $A A^{-1} = I$ e conclui que as pontuações são as mesmas.",
                         "$A A^{-1} = I$를 써서 점수가 같다고 결론지어요.")),
                (1, Text("Diz que só o produto das duas matrizes conta.", "두 행렬의 곱만 중요하다고 말해요.")),
                (1, Text("Conclui que uma coluna isolada não tem sentido fixo.", "열 하나에는 정해진 뜻이 없다고 결론지어요."))),
        wrong=(Wrong(Text("Esquece de inverter a ordem na transposta e não chega a $A A^{-1}$.",
                          "전치할 때 곱의 순서를 뒤집지 않아서 $A A^{-1}$이 나오지 않아요.")),
               Wrong(Text("Diz que as consultas não mudam: mudam, e as chaves também; o produto é que fica.",
                          "쿼리가 그대로라고 해요. 쿼리도 키도 바뀌고, 그대로인 건 둘의 내적이에요.")))),
    Number("other-variance", "derive", 2, Text(
        "Os números das consultas têm variância {{ variance }}, e os das chaves, variância 1; todos são independentes e têm "
        "média 0. Com $d_k$ = {{ d_k }}, por que número se deve dividir $q \\cdot k$ para a variância ser 1? Responda com uma "
        "casa decimal.",
        "쿼리에 든 수는 분산이 {{ variance }}, 키에 든 수는 분산이 1이고, 모두 독립이며 평균은 0이에요. $d_k$ = {{ d_k }}일 "
        "때, 분산이 1이 되려면 $q \\cdot k$를 얼마로 나눠야 하나요? 소수 첫째 자리까지 구하세요."),
        given=spread, answer=lambda d_k, variance: np.sqrt(d_k * variance), decimals=1,
        how=Text("Cada produto $q_i k_i$ tem a variância do número da consulta, e a soma tem $d_k$ vezes essa; divide-se pela "
                 "raiz do total: {{ answer }}.",
                 "곱 $q_i k_i$마다 분산이 쿼리의 분산과 같고, 더하면 그 $d_k$배예요. 그 제곱근으로 나눠요: {{ answer }}."),
        wrong=(
            Wrong(Text("A raiz de $d_k$ só basta quando todas as variâncias são 1.",
                       "$d_k$의 제곱근이면 되는 건 분산이 모두 1일 때예요."),
                  lambda d_k, variance: np.sqrt(d_k)),
            Wrong(Text("Essa é a variância. Dividir por $c$ divide a variância por $c^2$: falta a raiz.",
                       "그건 분산이에요. $c$로 나누면 분산은 $c^2$으로 나뉘니 제곱근이 필요해요."),
                  lambda d_k, variance: d_k * variance),
            Wrong(Text("A variância das consultas também fica sob a raiz.", "쿼리의 분산도 제곱근 안에 들어가야 해요."),
                  lambda d_k, variance: variance * np.sqrt(d_k)),
        )),
    Choice("divides-late", "judge", 1, Text(
        "Com $d_k$ = {{ d_k }}, as linhas de `weights` somam {{ total }}. Qual é a falha?" + DIVIDES_LATE,
        "$d_k$ = {{ d_k }}일 때 `weights`에서 행의 합은 모두 {{ total }}로 나와요. 무엇이 잘못됐나요?" + DIVIDES_LATE),
        task="fault", given=late,
        right=Text("A divisão veio depois da softmax.", "소프트맥스 뒤에 나눴어요."),
        why=Text("As pontuações entraram inteiras na softmax, e todas as saídas encolheram. O certo é dividir `scores`.",
                 "점수는 나누지 않은 채 소프트맥스에 들어갔고, 출력만 작아졌어요. `scores`를 나눠야 해요."),
        wrong=(
            Wrong(Text("O número de chaves não entra na raiz; e, fosse qual fosse o número, a divisão tardia estragaria a soma.",
                       "키의 개수는 제곱근에 들어가지 않아요. 어떤 수로 나누든 늦게 나누면 합이 1이 아니에요."),
                  Text("A raiz devia ser de `k.shape[0]`.", "제곱근에 `k.shape[0]`을 써야 해요.")),
            Wrong(Text("Assim as linhas seriam das chaves; aqui quem pergunta é `q`.",
                       "그러면 행이 키가 돼요. 묻는 쪽은 `q`예요."),
                  Text("O produto devia ser `k @ q.T`.", "점수를 `k @ q.T`로 구해야 해요.")),
            Wrong(Text("A escala corrige as pontuações, que são feitas de consultas e chaves; os valores não entram nela.",
                       "스케일링은 쿼리와 키로 만든 점수의 크기를 맞추는 일이에요. 밸류와는 상관없어요."),
                  Text("A raiz devia ser de `v.shape[1]`.", "제곱근에 `v.shape[1]`을 써야 해요.")),
        )),
    Choice("best-of-four", "judge", 1, Text(
        "No treinamento da lição, os casos com e sem a raiz ficam, cada um, com a melhor de quatro taxas (tamanhos do passo). "
        "Por que não uma taxa só para os dois?",
        "강의의 학습 실험에서는 제곱근으로 나눌 때와 나누지 않을 때 저마다 학습률 4개 가운데 가장 좋은 결과를 썼어요. 왜 둘 다 "
        "같은 학습률 하나만 쓰지 않았을까요?"),
        right=Text("Porque a raiz também muda o tamanho dos passos.", "제곱근으로 나누면 한 걸음의 크기도 달라져서"),
        why=Text("Uma taxa boa para um caso pode ser ruim para o outro; com a melhor de cada um, a diferença não é culpa da "
                 "taxa.",
                 "한쪽에 좋은 학습률이 다른 쪽에는 나쁠 수 있어요. 저마다 가장 좋은 결과를 쓰면 차이를 학습률 탓으로 돌릴 수 "
                 "없어요."),
        wrong=(
            Wrong(Text("Números altos nos dois casos não bastam: o que importa é comparar com justiça.",
                       "둘 다 높게 나오는 게 목적이 아니에요. 공정하게 비교하려는 거예요."),
                  Text("Para que os números da tabela fiquem mais altos.", "표의 수가 더 높게 나오게 하려고")),
            Wrong(Text("As sementes são outra coisa: mostram quanto o sorteio muda o resultado.",
                       "시드는 다른 이야기예요. 무작위로 뽑은 수에 따라 결과가 얼마나 달라지는지 보여 줘요."),
                  Text("Porque cada semente só funciona com a sua taxa.", "시드마다 맞는 학습률이 따로 있어서")),
            Wrong(Text("Quem evita a saturação é a raiz; uma taxa não muda as pontuações do começo.",
                       "포화를 막는 건 제곱근이에요. 학습률로는 처음 점수가 바뀌지 않아요."),
                  Text("Porque quatro taxas evitam que a softmax sature.", "학습률이 4개면 소프트맥스가 포화되지 않아서")),
        )),
    Choice("nothing-in-common", "judge", 1, Text(
        "Os vetores de A e de B, na entrada, têm cosseno 0. Mesmo assim, em uma atenção com $W_Q$ e $W_K$ treinadas, B leva de A "
        "o maior peso. Isso é possível?",
        "단어 A와 B의 입력 벡터는 코사인이 0이에요. 그런데 학습된 $W_Q$와 $W_K$를 쓰는 어텐션에서 A가 B에 가장 큰 가중치를 "
        "줬어요. 그럴 수 있나요?"),
        right=Text("Sim: a consulta de A combina com a chave de B.", "네: A의 쿼리와 B의 키가 잘 맞으면 돼요."),
        why=Text("A pontuação compara o que A procura com o que B oferece, e não uma palavra com a outra.",
                 "점수는 단어와 단어가 아니라, A가 찾는 것과 B가 내놓는 것을 비교해요."),
        wrong=(
            Wrong(Text("O produto escalar 0 é o das entradas; o da consulta com a chave é outro.",
                       "내적이 0인 건 입력 벡터예요. 쿼리와 키의 내적은 다른 수예요."),
                  Text("Não: com cosseno 0 a pontuação é sempre 0.", "아니요: 코사인이 0이면 점수도 0이에요.")),
            Wrong(Text("Um valor comprido muda a saída, mas não os pesos.", "밸류가 길면 출력이 달라질 뿐, 가중치는 그대로예요."),
                  Text("Sim, se o valor de B for muito comprido.", "네: B의 밸류가 아주 길면 돼요.")),
            Wrong(Text("A divisão não muda a ordem: quem está na frente sem ela está na frente com ela.",
                       "나눠도 순서는 그대로예요. 나누기 전의 1등이 나눈 뒤에도 1등이에요."),
                  Text("Não, se as pontuações forem divididas por $\\sqrt{d_k}$.",
                       "아니요: 점수를 $\\sqrt{d_k}$로 나누면 그럴 수 없어요.")),
        )),
    Open("only-decoration", "judge", 4, Text(
        "Um colega diz: “Dividir por $\\sqrt{d_k}$ é enfeite: a softmax já faz os pesos somarem 1, e a ordem das chaves não "
        "muda.” Em 5 a 8 linhas, diga o que é verdade e o que falta.",
        "친구가 말해요. ‘$\\sqrt{d_k}$로 나누는 건 장식일 뿐이야. 소프트맥스를 거치면 가중치의 합은 어차피 1이고, 키의 순서도 안 "
        "바뀌잖아.’ 맞는 점과 빠뜨린 점을 5~8줄로 쓰세요."),
        task="essay",
        answer=Text("É verdade que a soma é 1 com ou sem a divisão, e que a ordem não muda. Mas muda quanto cada chave leva. Com "
                    "números independentes de variância 1, as pontuações têm variância $d_k$: com chaves longas, elas se "
                    "espalham, e uma chave leva quase tudo. A softmax fica saturada: um empurrão nas pontuações quase não mexe "
                    "nos pesos, o gradiente que passa por ela é quase nulo, e o treinamento emperra. Foi o que se viu com 512 "
                    "números: sem a raiz, poucas consultas aprenderam; com 4 números, a raiz quase não fez diferença. A raiz não "
                    "amplifica o gradiente médio: evita que muitas consultas comecem saturadas.",
                    "나누든 안 나누든 합이 1이고 순서가 그대로라는 말은 맞아요. 하지만 키마다 받는 몫이 달라져요. 수가 독립이고 "
                    "분산이 1이면 점수의 분산은 $d_k$예요. 키가 길수록 점수가 흩어져서 키 하나가 거의 다 가져가요. 그러면 "
                    "소프트맥스가 포화돼요. 점수를 밀어도 가중치가 거의 움직이지 않고, 소프트맥스를 거쳐 오는 기울기가 거의 "
                    "0이라서 학습이 막혀요. 강의에서도 수가 512개일 때 나누지 않으면 몇 안 되는 쿼리만 배웠고, 4개일 때는 나누나 "
                    "안 나누나 비슷했어요. 제곱근은 평균 기울기를 키우는 게 아니라, 많은 쿼리가 처음부터 포화된 채 시작하지 않게 "
                    "해 줘요."),
        rubric=((1, Text("Admite o que é verdade: soma 1 e ordem.", "맞는 점, 곧 합이 1이고 순서가 그대로임을 인정해요.")),
                (1, Text("Diz que a variância das pontuações cresce com $d_k$.", "점수의 분산이 $d_k$와 함께 커진다고 말해요.")),
                (1, Text("Liga pontuações espalhadas à saturação e ao gradiente quase nulo.",
                         "흩어진 점수를 포화와 0에 가까운 기울기로 이어서 설명해요.")),
                (1, Text("Cita uma medida ou um controle (por exemplo, 4 e 512 números).",
                         "잰 결과나 대조 실험을 들어요(예: 수 4개와 512개)."))),
        wrong=(Wrong(Text("Diz que a divisão faz os pesos somarem 1: isso é da softmax.",
                          "나누어야 가중치의 합이 1이 된다고 해요. 그건 소프트맥스가 하는 일이에요.")),
               Wrong(Text("Diz que a raiz aumenta a reação média: em pontos brutos, a média até caiu.",
                          "제곱근이 평균 반응을 키운다고 해요. 원점수 1점당 평균은 오히려 작아졌어요.")))),
]

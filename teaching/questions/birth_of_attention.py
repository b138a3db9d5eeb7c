"""Questions for lesson birth-of-attention."""

import numpy as np

from attnlib import softmax
from attnlib.classroom.figures import heatmap
from teaching.questions import Choice, Number, Open, Text, Wrong

NO_STATE = """

```python
contexts = []
for s in states:
    e = np.tanh(h @ W_k) @ w
    contexts.append(softmax(e) @ h)
```"""


def long_sentence(random):
    return {"words": random.choice([15, 20, 25])}


def additive(random):
    """A state and a word read whose sums are ±1 and ±2, whose tanh stand in the question."""
    while True:
        sums, w = random.choice([-1, 1], size=2) * random.permutation([1, 2]), random.permutation([1, 2])
        state = random.integers(-2, 3, size=2)
        key = sums - state
        if w @ sums != 0 and state @ key not in (-1, 0, 1, w @ sums):   # the usual mistakes differ
            return {"state": state, "key": key, "w": w, "one": np.tanh(1), "two": np.tanh(2)}


def three_words(random):
    """Weights and, for each of three words, a vector of two numbers."""
    columns = random.permutation([-2, 1, 4]), random.permutation([0, 2, 5])
    first, second, third = np.transpose(columns)
    return {"weights": random.permutation([0.1, 0.2, 0.7]), "first": first, "second": second, "third": third}


def mixed(weights, first, second, third):
    return weights @ np.array([first, second, third])


def right_words(random):
    return {"words": random.choice([10, 12, 15]), "share": random.choice([0.95, 0.96, 0.97, 0.98])}


def looks(random):
    """A map of four written words, and in which order it, its transpose, two cursors and its rows from below would look."""
    while True:
        order = random.permutation(4)
        orders = [order, order.argsort(), np.arange(4), order[::-1]]
        if len(set(map(tuple, orders))) == 4:
            break
    names = [", ".join(f"x{i + 1}" for i in one) for one in orders]
    weights = softmax(4 * np.eye(4)[order] + random.random((4, 4)))   # (written, read)
    return {"weights": weights} | dict(zip(["looked", "turned", "in_step", "upward"], names, strict=True))


def many_words(random):
    return {"words": random.choice([5, 10, 20, 30, 40, 50])}


def stored(random):
    letters, numbers = 7, 16
    return {"letters": letters, "numbers": numbers, "stored": letters * numbers}


QUESTIONS = [
    Choice("one-vector", "know", 1, Text(
        "Sem atenção, o codificador lê uma frase de {{ words }} palavras. O que o decodificador recebe dela?",
        "어텐션이 없는 모델의 인코더가 단어 {{ words }}개짜리 문장을 읽었어요. 디코더는 무엇을 받나요?"),
        given=long_sentence,
        right=Text("Um vetor, do mesmo tamanho para qualquer frase.", "문장 길이와 상관없이 크기가 같은 벡터 하나"),
        why=Text("Só o último estado passa adiante, e o tamanho dele foi fixado antes do treinamento.",
                 "마지막 상태 하나만 넘어가고, 그 크기는 학습 전에 정해져 있어요."),
        wrong=(
            Wrong(Text("É o que a atenção guarda. Sem ela, só o último estado passa adiante.",
                       "그건 어텐션이 있을 때 남기는 벡터예요. 어텐션이 없으면 마지막 상태만 넘어가요."),
                  Text("Um vetor por palavra lida: {{ words }} vetores.", "읽은 단어마다 하나씩, 벡터 {{ words }}개")),
            Wrong(Text("O tamanho do vetor não acompanha a frase: é escolhido antes do treinamento.",
                       "벡터의 크기는 문장을 따라 늘지 않아요. 학습 전에 정해 둬요."),
                  Text("Um vetor com {{ words }} números, um por palavra.",
                       "단어마다 수가 하나씩, 수 {{ words }}개짜리 벡터 하나")),
            Wrong(Text("O último estado traz algo de todas: cada $h_t$ é calculado também com $h_{t-1}$.",
                       "마지막 상태에는 앞 단어들도 조금씩 들어 있어요. $h_t$를 계산할 때 $h_{t-1}$도 쓰니까요."),
                  Text("O vetor da última palavra, sem nada das outras.", "다른 단어는 전혀 담기지 않은, 마지막 단어의 벡터")),
        )),
    Choice("every-word", "know", 1, Text(
        "Um tradutor com atenção, já treinado, leu a frase e agora escreve. O que ele calcula de novo a cada palavra escrita?",
        "학습을 마친 어텐션 번역 모델이 문장을 다 읽고 번역문을 써요. 단어를 하나 쓸 때마다 새로 계산하는 것은 무엇인가요?"),
        right=Text("Os pesos e o vetor de contexto.", "가중치와 문맥 벡터"),
        why=Text("O estado do decodificador muda, e com ele as pontuações, os pesos $\\alpha_{ij}$ e o contexto $c_i$.",
                 "디코더의 상태가 바뀌니 점수도, 가중치 $\\alpha_{ij}$도, 문맥 벡터 $c_i$도 바뀌어요."),
        wrong=(
            Wrong(Text("Os vetores $h_j$ vêm da leitura e são guardados: a frase lida não muda.",
                       "$h_j$는 읽을 때 구해서 남겨 둬요. 읽은 문장은 바뀌지 않으니까요."),
                  Text("Os vetores das palavras lidas.", "읽은 단어들의 벡터")),
            Wrong(Text("Essas matrizes mudam só no treinamento. Na tradução, estão prontas.",
                       "그 행렬은 학습할 때만 바뀌어요. 번역할 때는 정해져 있어요."),
                  Text("As matrizes $W_q$ e $W_k$.", "행렬 $W_q$와 $W_k$")),
            Wrong(Text("Com os mesmos pesos, a mistura dos mesmos vetores daria sempre o mesmo contexto.",
                       "가중치가 그대로면 같은 벡터를 섞어 늘 같은 문맥 벡터가 나와요."),
                  Text("Só o vetor de contexto: os pesos ficam.", "문맥 벡터만. 가중치는 그대로 써요.")),
        )),
    Choice("why-mix", "know", 1, Text(
        "Por que o modelo de 2014 mistura os vetores lidos, em vez de escolher o da palavra de maior pontuação?",
        "2014년 모델은 점수가 가장 높은 단어의 벡터를 고르지 않고, 읽은 벡터를 모두 섞어요. 왜 그럴까요?"),
        right=Text("A mistura tem derivada e pode ser treinada pelo gradiente.",
                   "섞으면 미분할 수 있어서 기울기로 학습할 수 있어요."),
        why=Text("Mude um pouco uma pontuação, e a mistura muda um pouco. Uma escolha fica igual ou salta.",
                 "점수가 조금 바뀌면 섞은 벡터도 조금 바뀌어요. 하나만 고르면 그대로이거나 갑자기 바뀌어요."),
        wrong=(
            Wrong(Text("Escolher a maior é a conta mais barata: basta comparar.",
                       "가장 높은 점수를 고르는 건 비교만 하면 되는 더 쉬운 계산이에요."),
                  Text("Escolher uma só palavra exige muito mais contas.",
                       "단어 하나를 고르려면 계산을 훨씬 더 많이 해야 해요.")),
            Wrong(Text("Uma palavra pode levar peso quase 0 na mistura: nada a obriga a aparecer na tradução.",
                       "섞어도 어떤 단어의 가중치는 거의 0일 수 있어요. 꼭 번역된다는 보장은 없어요."),
                  Text("A mistura garante que nenhuma palavra fique sem tradução.",
                       "섞으면 빠뜨리는 단어 없이 모두 번역할 수 있어요.")),
            Wrong(Text("Peso 1 para uma palavra e 0 para as outras também soma 1.",
                       "한 단어에 1, 나머지에 0을 줘도 합은 1이에요."),
                  Text("Com uma palavra só, os pesos deixariam de somar 1.", "하나만 고르면 가중치의 합이 1이 되지 않아요.")),
        )),
    Choice("which-index", "know", 1, Text(
        "Em um tradutor com atenção, o que diz o peso $\\alpha_{32}$?",
        "어텐션 번역 모델에서 가중치 $\\alpha_{32}$는 무엇을 나타내나요?"),
        right=Text("Quanto conta a 2ª palavra lida quando se escreve a 3ª.",
                   "셋째 단어를 쓸 때 둘째로 읽은 단어를 얼마나 보는지"),
        why=Text("O primeiro índice é de quem pergunta (a palavra escrita); o segundo, de quem responde (a lida).",
                 "첫째 번호는 묻는 쪽(쓰는 단어), 둘째 번호는 답하는 쪽(읽은 단어)이에요."),
        wrong=(
            Wrong(Text("Os índices estão trocados: primeiro vem a palavra escrita.",
                       "번호를 거꾸로 읽었어요. 쓰는 단어의 번호가 먼저예요."),
                  Text("Quanto conta a 3ª palavra lida quando se escreve a 2ª.",
                       "둘째 단어를 쓸 때 셋째로 읽은 단어를 얼마나 보는지")),
            Wrong(Text("Aqui a pergunta vem da frase escrita, e a resposta, da lida: são duas frases.",
                       "묻는 쪽은 쓰는 문장, 답하는 쪽은 읽은 문장이에요. 두 문장 사이의 수예요."),
                  Text("Quanto se parecem a 3ª e a 2ª palavras da frase lida.",
                       "읽은 문장의 셋째 단어와 둘째 단어가 얼마나 비슷한지")),
            Wrong(Text("Um peso diz quanto do vetor entra na mistura, não se a tradução está certa.",
                       "가중치는 벡터를 얼마나 섞는지일 뿐, 번역이 맞는지를 말해 주지 않아요."),
                  Text("A chance de a 3ª palavra escrita estar certa.", "셋째로 쓴 단어가 바른 번역일 확률")),
        )),
    Number("additive-score", "apply", 2, Text(
        "Na pontuação de Bahdanau, $W_q$ e $W_k$ são a matriz identidade, $w$ = {{ w }}, o estado do decodificador é {{ state }} "
        "e o vetor da palavra lida é {{ key }}. Use tanh(1) ≈ {{ one }} e tanh(2) ≈ {{ two }}; tanh(−x) = −tanh(x). Qual é a "
        "pontuação, com três casas decimais?",
        "Bahdanau의 점수를 계산해요. $W_q$와 $W_k$는 단위 행렬이고, 나머지는 다음과 같아요: $w$ = {{ w }}, 디코더의 상태 "
        "{{ state }}, 읽은 단어의 벡터 {{ key }}. tanh(1) ≈ {{ one }}, tanh(2) ≈ {{ two }}, tanh(−x) = −tanh(x)를 쓰세요. 점수는 "
        "얼마인가요? 소수 셋째 자리까지 구하세요."),
        given=additive, answer=lambda state, key, w, **_: np.tanh(state + key) @ w, decimals=3,
        how=Text("Some estado e palavra, número a número; aplique tanh a cada soma; multiplique pelos números de $w$ e some: "
                 "{{ answer }}.",
                 "상태와 단어 벡터를 자리마다 더하고, 수마다 tanh를 적용하고, $w$의 수를 곱해서 더해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Faltou $w$: cada tanh entra multiplicada pelo seu número de $w$.",
                       "$w$를 빠뜨렸어요. tanh마다 $w$의 수를 곱해야 해요."),
                  lambda state, key, **_: np.tanh(state + key).sum()),
            Wrong(Text("Faltou a tanh: as somas entram na conta sem passar por ela.", "tanh를 빠뜨리고 합을 그대로 썼어요."),
                  lambda state, key, w, **_: w @ (state + key)),
            Wrong(Text("A tanh vem antes de $w$: aplique-a a cada soma, e não ao total.",
                       "tanh가 $w$보다 먼저예요. 전체 합이 아니라 자리마다 적용하세요."),
                  lambda state, key, w, **_: np.tanh(w @ (state + key))),
            Wrong(Text("Esse é o produto escalar de estado e palavra. A atenção aditiva soma os dois.",
                       "상태와 단어의 내적이에요. 덧셈 어텐션은 둘을 더해요."),
                  lambda state, key, **_: state @ key),
        )),
    Number("context-number", "apply", 2, Text(
        "Três palavras lidas têm os vetores {{ first }}, {{ second }} e {{ third }}; os pesos, nessa ordem, são {{ weights }}. "
        "Qual é o segundo número do vetor de contexto, com duas casas decimais?",
        "읽은 단어 3개의 벡터와 가중치를 차례로 적었어요. 벡터: {{ first }}, {{ second }}, {{ third }}. 가중치: {{ weights }}. "
        "문맥 벡터의 둘째 수는 얼마인가요? 소수 둘째 자리까지 구하세요."),
        given=three_words, answer=lambda **given: mixed(**given)[1], decimals=2,
        how=Text("Multiplique o segundo número de cada vetor pelo peso da palavra e some: {{ answer }}.",
                 "벡터마다 둘째 수에 그 단어의 가중치를 곱해서 더해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Esse é o primeiro número do contexto.",
                       "그건 문맥 벡터의 첫째 수예요."), lambda **given: mixed(**given)[0]),
            Wrong(Text("Essa é a média simples: os pesos ficaram de fora.", "가중치를 쓰지 않은 평균이에요."),
                  lambda weights, **words: np.mean([word[1] for word in words.values()])),
            Wrong(Text("Esse é o vetor da palavra de maior peso. O contexto mistura as três.",
                       "가중치가 가장 큰 단어의 벡터예요. 문맥 벡터는 셋을 섞어요."),
                  lambda weights, **words: list(words.values())[weights.argmax()][1]),
        )),
    Number("whole-sentences", "apply", 2, Text(
        "Um tradutor acerta cada palavra com chance {{ share }}, e os erros são independentes. Que fração das frases de "
        "{{ words }} palavras sai sem nenhum erro? Responda com três casas decimais.",
        "어떤 번역 모델은 단어마다 {{ share }}의 확률로 맞히고, 단어끼리는 서로 독립이에요. 단어 {{ words }}개짜리 문장을 하나도 "
        "틀리지 않고 옮기는 비율은 얼마인가요? 소수 셋째 자리까지 구하세요."),
        given=right_words, answer=lambda words, share: share ** words, decimals=3,
        how=Text("Para a frase sair certa, todas as palavras têm de sair certas: a chance de uma, elevada ao número de palavras, "
                 "dá {{ answer }}.",
                 "문장이 맞으려면 모든 단어가 맞아야 해요. 한 단어의 확률을 단어 수만큼 거듭제곱해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Essa é a fração de palavras certas, não de frases.",
                       "그건 맞힌 단어의 비율이지, 문장의 비율이 아니에요."),
                  lambda words, share: share),
            Wrong(Text("Chances independentes se multiplicam: não se desconta a mesma parcela a cada palavra.",
                       "독립이면 확률을 곱해야 해요. 단어마다 같은 양을 빼는 게 아니에요."),
                  lambda words, share: 1 - words * (1 - share)),
            Wrong(Text("Essa é a fração das frases com pelo menos um erro.", "그건 하나라도 틀린 문장의 비율이에요."),
                  lambda words, share: 1 - share ** words),
        )),
    Choice("read-order", "apply", 1, Text(
        "O mapa mostra os pesos quando se escrevem y1, y2, y3 e y4, nessa ordem. Que lista traz, na mesma ordem, a palavra lida "
        "de maior peso em cada passo?",
        "y1, y2, y3, y4를 차례로 쓸 때의 어텐션 맵이에요. 그때마다 디코더가 가장 많이 본 단어를 차례로 적은 것은 어느 것인가요?"),
        task="reading", given=looks,
        picture=lambda weights, **_: heatmap(weights, [f"y{i}" for i in range(1, 5)], [f"x{i}" for i in range(1, 5)]),
        right=Text("{{ looked }}", "{{ looked }}"),
        why=Text("Cada linha é uma palavra escrita: de cima para baixo, veja em que coluna está o maior peso.",
                 "행 하나가 쓰는 단어 하나예요. 위에서부터 행마다 가장 큰 가중치가 있는 열을 찾아요."),
        wrong=(
            Wrong(Text("Você leu coluna por coluna. Quem pergunta é a linha.", "열을 따라 읽었어요. 묻는 쪽은 행이에요."),
                  Text("{{ turned }}", "{{ turned }}")),
            Wrong(Text("Assim andariam dois cursores no mesmo passo; o mapa salta.",
                       "원문을 처음부터 한 단어씩 따라갈 때의 순서예요. 이 맵에서는 순서가 달라요."),
                  Text("{{ in_step }}", "{{ in_step }}")),
            Wrong(Text("Essa é a ordem de baixo para cima: a primeira linha, a de y1, está no alto.",
                       "아래에서 위로 읽었어요. y1은 맨 위 행이에요."),
                  Text("{{ upward }}", "{{ upward }}")),
        )),
    Open("bounded-scores", "derive", 4, Text(
        "Na pontuação de Bahdanau, seja $w$ = (1; 1), e portanto $e_{ij} = \\tanh(a) + \\tanh(b)$, em que $a$ e $b$ podem ser "
        "quaisquer números. Mostre que, na mesma linha, nenhum peso chega a $e^4$ vezes outro. Como o treinamento pode permitir "
        "um foco mais estreito?",
        "Bahdanau의 점수에서 $w$ = (1, 1)이면 $e_{ij} = \\tanh(a) + \\tanh(b)$이고, $a$와 $b$는 어떤 수든 될 수 있어요. 같은 "
        "행에서 한 가중치가 다른 가중치의 $e^4$배에 이를 수 없음을 보이세요. 학습은 어떻게 초점을 더 좁힐 수 있나요?"),
        task="derivation",
        answer=Text("Como $-1 < \\tanh < 1$, toda pontuação fica entre −2 e 2, e duas delas diferem em menos de 4. A razão de "
                    "dois pesos é $\\alpha_{ij} / \\alpha_{ik} = e^{e_{ij} - e_{ik}}$, porque o denominador se cancela; logo é "
                    "menor que $e^4$. Se o treinamento aumenta os números de $w$, o limite cresce: as pontuações podem diferir "
                    "em quase $2 \\sum_k |w_k|$.",
                    "$-1 < \\tanh < 1$이라서 점수는 모두 −2와 2 사이에 있고, 두 점수의 차이는 4보다 작아요. 분모가 약분되니 두 "
                    "가중치의 비는 $\\alpha_{ij} / \\alpha_{ik} = e^{e_{ij} - "
                    "e_{ik}}$이고, 그래서 $e^4$보다 작아요. 학습이 $w$의 수를 키우면 점수 차이가 $2 \\sum_k |w_k|$ 가까이 벌어질 "
                    "수 있어서 초점이 더 좁아질 수 있어요."),
        rubric=((1, Text("Usa que a tanh fica entre −1 e 1 e limita a pontuação.",
                         "tanh가 −1과 1 사이임을 써서 점수의 범위를 말해요.")),
                (1, Text("Conclui que duas pontuações diferem em menos de 4.", "두 점수의 차이가 4보다 작다고 결론지어요.")),
                (1, Text("Escreve a razão de dois pesos como exponencial da diferença.",
                         "두 가중치의 비를 점수 차이의 지수 함숫값으로 써요.")),
                (1, Text("Diz que números maiores em $w$ alargam o limite.", "$w$의 수가 커지면 한계도 커진다고 말해요."))),
        wrong=(Wrong(Text("Diz que o treinamento aumenta $W_q$ e $W_k$: isso muda $a$ e $b$, mas a tanh não passa de 1.",
                          "$W_q$와 $W_k$를 키우면 된다고 해요. $a$와 $b$는 커져도 tanh는 1을 넘지 못해요.")),
               Wrong(Text("Compara uma pontuação com 0 e chega a $e^2$: a outra também pode estar no extremo oposto.",
                          "한 점수를 0과 비교해서 $e^2$이라고 해요. 다른 점수는 반대쪽 끝에 있을 수 있어요.")))),
    Number("sharpest-focus", "derive", 2, Text(
        "Na pontuação de Bahdanau com $w$ = (1; 1) fixo, uma frase tem {{ words }} palavras. O peso de uma palavra nunca alcança "
        "certo limite, mas pode chegar tão perto dele quanto se queira. Qual é esse limite, com três casas decimais?",
        "Bahdanau의 점수에서 $w$ = (1, 1)은 바뀌지 않고, 문장에는 단어가 {{ words }}개 있어요. 한 단어의 가중치는 위로 "
        "어떤 한계에 얼마든지 가까워지지만 이르지는 못해요. 그 한계는 얼마인가요? 소수 셋째 자리까지 구하세요."),
        given=many_words, answer=lambda words: softmax(np.where(np.arange(words), -2, 2))[0], decimals=3,
        how=Text("Cada pontuação fica entre −2 e 2. O melhor caso: 2 para uma palavra e −2 para todas as outras; a softmax dá "
                 "{{ answer }} à primeira.",
                 "점수는 모두 −2와 2 사이예요. 한 단어가 2, 나머지가 모두 −2에 다가갈 때 가장 유리하니, 그 점수로 소프트맥스를 "
                 "계산해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Nesse caso as outras palavras têm pontuação 0; elas podem descer até perto de −2.",
                       "나머지 단어의 점수를 0으로 두었어요. −2 가까이까지 내려갈 수 있어요."),
                  lambda words: softmax(np.where(np.arange(words), 0, 2))[0]),
            Wrong(Text("Você contou uma palavra a mais: além dela, há uma a menos que o total.",
                       "단어를 하나 더 셌어요. 나머지 단어는 전체보다 하나 적어요."),
                  lambda words: softmax(np.where(np.arange(words + 1), -2, 2))[0]),
            Wrong(Text("Essa é a fatia quando todas empatam.",
                       "그건 모두 같은 점수일 때의 가중치예요."), lambda words: 1 / words),
        )),
    Choice("state-left-out", "judge", 1, Text(
        "`states` são os estados do decodificador, e `h` tem uma linha por palavra lida. O código roda, mas a tradução sai ruim. "
        "Qual é a falha?" + NO_STATE,
        "`states`는 디코더의 상태들이고, `h`는 읽은 단어마다 한 행이에요. 코드는 실행되지만 번역이 엉망이에요. "
        "무엇이 잘못됐나요?" + NO_STATE),
        task="fault",
        right=Text("O estado não entra na pontuação: o foco nunca muda.",
                   "상태가 점수에 들어가지 않아서 초점이 움직이지 않아요."),
        why=Text("`s` não aparece dentro do laço: todas as palavras escritas recebem o mesmo contexto. Falta somar `s @ W_q`.",
                 "반복문 안에 `s`가 없어서 어느 단어를 쓰든 문맥 벡터가 같아요. `s @ W_q`를 더해야 해요."),
        wrong=(
            Wrong(Text("A softmax já divide pela soma; dividir outra vez não mudaria nada.",
                       "소프트맥스가 이미 합으로 나눴어요. 또 나눠도 그대로예요."),
                  Text("Falta dividir `softmax(e)` pela soma dos pesos.", "`softmax(e)`를 가중치의 합으로 나누지 않았어요.")),
            Wrong(Text("A tanh limita os números antes de $w$; a pontuação pode sair negativa sem problema.",
                       "tanh는 $w$를 곱하기 전에 적용해요. 점수는 음수여도 괜찮아요."),
                  Text("A tanh devia vir depois de `@ w`, e não antes.", "tanh를 `@ w` 앞이 아니라 뒤에 써야 해요.")),
            Wrong(Text("O contexto mistura os vetores lidos, que estão em `h`: essa parte está certa.",
                       "문맥 벡터는 읽은 벡터를 섞은 것이고, 읽은 벡터는 `h`예요. 그 부분은 맞아요."),
                  Text("A mistura devia ser dos estados, não de `h`.", "`h`가 아니라 상태들을 섞어야 해요.")),
        )),
    Choice("kept-numbers", "judge", 1, Text(
        "Para escrever {{ letters }} letras de trás para a frente, a atenção guarda {{ numbers }} números por letra. Um colega "
        "diz: “Ela só ganha do vetor único porque guarda mais números.” Que experimento testa essa explicação?",
        "글자 {{ letters }}개 거꾸로 쓰기에서 어텐션은 글자마다 수 {{ numbers }}개를 남겨요. 친구가 말해요. ‘벡터 하나짜리보다 "
        "수를 더 많이 남겨서 이겼을 뿐이야.’ 이 설명을 시험하는 실험은 어느 것인가요?"),
        given=stored,
        right=Text("Dar {{ stored }} números ao vetor único e treinar igual.",
                   "벡터 하나의 크기를 {{ stored }}로 하고 똑같이 학습해요."),
        why=Text("Assim os dois guardam o mesmo tanto, e o vetor único ainda ganha parâmetros: se perder, a explicação cai.",
                 "그러면 남기는 수의 개수가 같고, 벡터 하나짜리는 파라미터도 늘어요. 그래도 지면 친구의 설명은 틀린 거예요."),
        wrong=(
            Wrong(Text("Isso mede a sorte do sorteio inicial; quem guarda mais continua guardando mais.",
                       "초깃값의 운을 재는 실험이에요. 남기는 수의 개수는 여전히 달라요."),
                  Text("Repetir os dois treinamentos com mais sementes.", "시드를 늘려서 두 모델을 다시 학습해요.")),
            Wrong(Text("Mais passos ajudam um dos lados e não igualam o que cada um guarda.",
                       "한쪽만 유리해질 뿐, 남기는 수의 개수는 같아지지 않아요."),
                  Text("Treinar só a atenção pelo triplo de passos.", "어텐션만 학습 단계를 3배로 늘려요.")),
            Wrong(Text("Parâmetros são o que o treinamento ajusta. O colega fala do que se guarda de cada sequência.",
                       "파라미터는 학습으로 맞추는 수예요. 친구는 시퀀스마다 남기는 수를 말해요."),
                  Text("Dar aos dois modelos o mesmo número de parâmetros.", "두 모델의 파라미터 수를 똑같이 맞춰요.")),
        )),
    Choice("verb-row", "judge", 1, Text(
        "A tradução saiu certa, mas, na linha do verbo escrito, o maior peso está no objeto lido, vizinho do verbo lido. Que "
        "leitura do mapa se sustenta?",
        "번역은 맞았어요. 그런데 동사를 쓴 행에서 가장 큰 가중치는 원문의 동사가 아니라 바로 옆의 목적어에 있어요. 이 어텐션 "
        "맵에서 말할 수 있는 것은 무엇인가요?"),
        right=Text("O vetor do objeto pode trazer algo do verbo ao lado.",
                   "목적어의 벡터에 동사의 정보도 들어 있을 수 있어요."),
        why=Text("O codificador mistura vizinhos em cada vetor. O mapa diz para onde se olhou, não o que havia ali nem por que "
                 "se escreveu.",
                 "인코더가 벡터마다 이웃 단어도 섞어 넣어요. 맵은 어디를 봤는지만 보여 주고, 거기에 무엇이 있었는지, 왜 썼는지는 "
                 "말하지 않아요."),
        wrong=(
            Wrong(Text("Um acerto não prova sorte, e peso alto em outra coluna não é erro: o vetor dela pode bastar.",
                       "맞은 것이 운이라는 증거는 없어요. 다른 열의 벡터만으로도 충분할 수 있어요."),
                  Text("O modelo confundiu as palavras e acertou por sorte.", "모델이 단어를 착각했는데 운 좋게 맞았어요.")),
            Wrong(Text("Um eixo errado aparece na soma das linhas, não em um peso inesperado.",
                       "축이 틀렸는지는 행의 합을 보면 알아요. 뜻밖의 가중치는 증거가 아니에요."),
                  Text("A softmax correu ao longo do eixo errado.", "소프트맥스를 잘못된 축을 따라 적용했어요.")),
            Wrong(Text("O mapa não mostra o que aconteceria sem a palavra; para isso seria preciso tirá-la e medir.",
                       "그 단어가 없으면 어떻게 될지는 맵에 나오지 않아요. 빼고 재 봐야 알아요."),
                  Text("O verbo lido não faz falta para essa tradução.", "원문에서 동사를 지워도 모델은 똑같이 번역해요.")),
        )),
    Open("any-length", "judge", 4, Text(
        "Um blog escreve: “Com atenção acabou o gargalo, e a rede traduz frases de qualquer tamanho.” Em 5 a 8 linhas, defenda "
        "ou ponha em dúvida a frase, com o que a lição mediu.",
        "어떤 블로그에 이런 글이 있어요. ‘어텐션 덕분에 병목이 사라져서, 신경망은 아무리 긴 문장도 번역한다.’ 이 말에 찬성하거나 "
        "반박하는 글을 5~8줄로 쓰세요. 강의에서 잰 결과를 근거로 드세요."),
        task="essay",
        answer=Text("A primeira metade se sustenta no brinquedo: com um vetor por palavra, o modelo acertou todas as frases de "
                    "uma, duas e três orações, em que o vetor único caía até quase nada. A segunda não: com quatro orações, ele "
                    "errou todas, porque só treinou com até três; quase sempre escreveu três e parou. O foco achava as palavras, "
                    "mas quando parar também se aprende. E são línguas de brinquedo e um modelo guardado: “qualquer tamanho” "
                    "pede outra medida, por exemplo treinar com quatro e testar com cinco.",
                    "앞부분은 우리 과제에서 맞아요. 단어마다 벡터를 남긴 모델은 절이 1개, 2개, 3개인 문장을 모두 맞혔고, 벡터 "
                    "하나짜리는 거의 다 틀리는 데까지 떨어졌어요. 뒷부분은 맞지 않아요. 절이 4개가 되자 모두 틀렸어요. 3개까지만 "
                    "학습해서, 거의 언제나 3개를 쓰고 멈췄어요. 어디를 볼지는 찾았지만, 언제 멈출지도 배워야 하는 거예요. 게다가 "
                    "작은 문법으로 만든 문장과 저장된 모델 하나의 결과예요. ‘아무리 긴 문장도’라고 하려면 절 4개로 학습하고 "
                    "5개로 시험하는 것 같은 실험이 더 필요해요."),
        rubric=((1, Text("Reconhece o que a atenção resolveu: as frases de duas e três orações.",
                         "어텐션이 해결한 것, 곧 절 2개와 3개짜리 문장을 인정해요.")),
                (1, Text("Cita o fracasso com quatro orações, mais do que no treinamento.",
                         "학습한 것보다 긴 절 4개짜리에서 실패했다고 말해요.")),
                (1, Text("Explica-o pelo treinamento (parar depois da terceira), não por falta de espaço.",
                         "자리가 모자라서가 아니라 학습 때문(셋째에서 멈춤)이라고 설명해요.")),
                (1, Text("Diz até onde vale a medida, ou que experimento falta.", "잰 결과의 한계나 더 필요한 실험을 말해요."))),
        wrong=(Wrong(Text("Diz que quatro orações não cabem no vetor: com atenção não há vetor único a encher.",
                          "절 4개가 벡터에 담기지 않는다고 써요. 어텐션에는 모두 담아야 할 벡터 하나가 없어요.")),
               Wrong(Text("Conclui que a atenção não serve: ela ganhou em tudo o que o treinamento cobria.",
                          "어텐션이 쓸모없다고 결론지어요. 학습한 범위에서는 늘 이겼어요.")))),
]

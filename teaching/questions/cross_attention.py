"""Questions for lesson cross-attention."""

import numpy as np

from attnlib import attention, softmax
from attnlib.classroom.figures import patches
from attnlib.classroom.labels.lexicon import example
from teaching.questions import Choice, Number, Open, Text, Wrong

TURNED_ROUND = """

```python
q = memory @ w_q
k, v = states @ w_k, states @ w_v
output, weights = attention(q, k, v)
```
"""
KEYS = np.array([[1, 0], [0, 1], [1, 1]])
NAMED = dict(zip(("key_1", "key_2", "key_3"), KEYS, strict=True))


def one_asks(random):
    """A query with no tie among its scores, and one number that each of three words hands over."""
    return {"query": random.choice([(1, 2), (2, 1), (1, 3), (3, 1)]), "values": random.permutation([2, 5, 10]), **NAMED}


def brought(query, values, **_):
    return attention(query[None], KEYS, values[:, None], scale=1)[0].item()


def shapes(random):
    """Words written and read, and the widths of a state, of a key and of a value."""
    sizes = [(4, 7, 6, 3, 5), (3, 8, 6, 2, 5), (5, 9, 8, 4, 3), (2, 6, 5, 4, 3), (6, 4, 8, 3, 5)]
    written, read, d, d_k, d_v = random.choice(sizes)
    return {"written": written, "read": read, "d": d, "d_k": d_k, "d_v": d_v, "size": written * d_v}


def a_scene(random):
    """An image of 16 patches: sky 0, one sun 1, sea 2 from below."""
    sea = random.choice([4, 6, 8])
    kinds = np.zeros(16, dtype=int)
    kinds[random.integers(1, 8)] = 1
    kinds[-sea:] = 2
    return {"kinds": kinds.reshape(4, 4), "score": random.choice([2, 3])}


def to_the_sea(kinds, score):
    return softmax(np.where(kinds.ravel() == 2, score, 0))[kinds.ravel() == 2].sum()


def drawn_picture(kinds, score):
    return patches(np.array(example("scene"))[kinds])


def through_w(random):
    """q, k and the rows of W, drawn until no usual mistake has the right score."""
    while True:
        q, k = random.integers(1, 4, size=(2, 2))
        w = np.array([[1, random.integers(2, 4)], [0, 1]])
        if len({int(q @ w @ k), int(q @ w.T @ k), int((q @ w).sum()), int(q @ k)}) == 4:
            return {"q": q, "k": k, "row_1": w[0], "row_2": w[1], "turned": q @ w, "score": q @ w @ k, "transposed": q @ w.T @ k}


QUESTIONS = [
    Number("what-it-brings", "apply", 2, Text(
        "A memória tem três palavras, com chaves {{ key_1 }}, {{ key_2 }} e {{ key_3 }}; de valor, um número cada: {{ values }}. "
        "A consulta é {{ query }}. Qual é a saída, sem dividir as pontuações? Responda com 2 casas decimais.",
        "메모리에 단어가 3개 있고, 키는 {{ key_1 }}, {{ key_2 }}, {{ key_3 }}이에요. 밸류는 단어마다 수 하나예요: {{ values }}. "
        "쿼리가 {{ query }}일 때, 점수를 나누지 않으면 출력은 얼마인가요? 소수 둘째 자리까지 구하세요."),
        given=one_asks, answer=brought, decimals=2,
        how=Text("Produto escalar com cada chave, softmax das três pontuações e soma dos valores com esses pesos: {{ answer }}.",
                 "키마다 내적해서 점수 3개를 구하고, 소프트맥스를 거친 가중치로 밸류를 섞어요: {{ answer }}."),
        wrong=(
            Wrong(Text("Você repartiu na proporção das pontuações, sem a exponencial.",
                       "지수 함수를 쓰지 않고 점수에 비례해서 나눴어요."),
                  lambda query, values, **_: KEYS @ query @ values / (KEYS @ query).sum()),
            Wrong(Text("Essa é a média: todas as palavras teriam o mesmo peso.",
                       "이건 평균이에요. 모든 단어의 가중치가 같을 때 나와요."),
                  lambda values, **_: values.mean()),
            Wrong(Text("Você levou só o valor da chave com maior pontuação; a softmax não escolhe uma, reparte.",
                       "점수가 가장 큰 키의 밸류만 가져왔어요. 소프트맥스는 하나를 고르지 않고 나눠 줘요."),
                  lambda query, values, **_: values[(KEYS @ query).argmax()]),
            Wrong(Text("Faltou a softmax: os valores foram somados com as próprias pontuações.",
                       "소프트맥스가 빠졌어요. 점수를 그대로 곱해서 더했어요."),
                  lambda query, values, **_: KEYS @ query @ values),
        )),
    Number("size-of-output", "apply", 2, Text(
        "Atenção cruzada: os estados do decodificador são uma tabela {{ written }} × {{ d }}; a memória, {{ read }} × {{ d }}. "
        "$W_Q$ e $W_K$ têm {{ d_k }} colunas, e $W_V$, {{ d_v }}. Quantos números há na saída, antes de qualquer outra camada?",
        "크로스 어텐션이에요. 디코더의 상태는 {{ written }} × {{ d }} 표, 메모리는 {{ read }} × {{ d }} 표예요. "
        "$W_Q$와 $W_K$는 {{ d_k }}열, $W_V$는 {{ d_v }}열일 때, 출력에 든 수는 모두 몇 개인가요? "
        "다른 층을 거치기 전의 출력이에요."),
        given=shapes, answer=lambda size, **_: size, decimals=0,
        how=Text("Uma linha para cada consulta e a largura dos valores: {{ written }} · {{ d_v }} = {{ size }}.",
                 "쿼리마다 한 행이고 너비는 밸류와 같아요: {{ written }} · {{ d_v }} = {{ size }}."),
        wrong=(
            Wrong(Text("Esse é o tamanho da tabela de pesos.", "이건 가중치 표의 크기예요."),
                  lambda written, read, **_: written * read),
            Wrong(Text("A largura das chaves some no produto escalar; quem dá a largura da saída é o valor.",
                       "키의 너비는 내적하면서 사라져요. 출력의 너비는 밸류가 정해요."),
                  lambda written, d_k, **_: written * d_k),
            Wrong(Text("Há uma linha para cada consulta, e não para cada palavra lida.",
                       "읽은 단어마다가 아니라 쿼리마다 한 행이에요."),
                  lambda read, d_v, **_: read * d_v),
        )),
    Number("share-of-the-sea", "apply", 2, Text(
        "A imagem da figura foi cortada em 16 pedaços, que são a memória. A consulta “mar” dá pontuação {{ score }} a cada "
        "pedaço de mar e 0 a todos os outros. Que peso vai para o mar, ao todo? Responda com 3 casas decimais.",
        "그림을 조각 16개로 나눠 메모리로 써요. ‘바다’라는 쿼리가 바다 조각마다 점수 {{ score }}, 나머지 조각마다 점수 0을 줘요. "
        "바다 전체가 받는 가중치는 얼마인가요? 소수 셋째 자리까지 구하세요."),
        task="reading", given=a_scene, picture=drawn_picture, answer=to_the_sea, decimals=3,
        how=Text("Conte os pedaços. Cada um de mar vale $e$ elevado a {{ score }}, e cada um dos outros, 1; "
                 "divida a soma do mar pela soma de todos: {{ answer }}.",
                 "조각을 세어 보세요. 지수 함숫값은 바다 조각이 $e$의 {{ score }}제곱, 나머지가 1이에요. "
                 "바다의 합을 전체의 합으로 나눠요: {{ answer }}."),
        wrong=(
            Wrong(Text("Esse é o peso de um pedaço de mar; some todos.", "바다 조각 하나의 가중치예요. 모두 더하세요."),
                  lambda kinds, score: to_the_sea(kinds, score) / (kinds == 2).sum()),
            Wrong(Text("Você contou um pedaço de cada espécie; a softmax reparte entre os 16.",
                       "종류마다 한 조각씩만 셌어요. 소프트맥스는 16조각에 나눠 줘요."),
                  lambda score, **_: softmax([score, 0, 0])[0]),
            Wrong(Text("Essa é a fração da área: faltaram as pontuações.", "넓이의 비율이에요. 점수를 쓰지 않았어요."),
                  lambda kinds, **_: (kinds == 2).mean()),
        )),
    Number("general-score", "apply", 2, Text(
        "Pontuação geral, $q W k^\\top$: q = {{ q }}, k = {{ k }}, e as linhas de W são {{ row_1 }} e {{ row_2 }}. "
        "Qual é a pontuação?",
        "점수를 $q W k^\\top$로 매겨요(general). q = {{ q }}, k = {{ k }}이고 W의 두 행이 {{ row_1 }}, {{ row_2 }}일 때 "
        "점수는 얼마인가요?"),
        given=through_w, answer=lambda score, **_: score, decimals=0,
        how=Text("$qW$ = {{ turned }}; o produto escalar disso com k dá {{ score }}.",
                 "$qW$ = {{ turned }}. 이것을 k와 내적해요: {{ score }}."),
        wrong=(
            Wrong(Text("Esse é o produto escalar de q e k: W não entrou.", "q와 k를 그냥 내적했어요. W가 들어가지 않았어요."),
                  lambda q, k, **_: q @ k),
            Wrong(Text("Você usou a transposta de W: em $qW$, cada número de q multiplica uma linha de W.",
                       "W의 전치 행렬을 썼어요. $qW$에서는 q의 수가 차례로 W의 행에 곱해져요."),
                  lambda transposed, **_: transposed),
            Wrong(Text("Você somou os números de qW; falta a chave.", "qW의 수를 더했어요. 키를 쓰지 않았어요."),
                  lambda turned, **_: turned.sum()),
        )),
    Choice("who-brings-what", "know", 1, Text(
        "Um programa lê um documento e, consultando-o por atenção cruzada, escreve a resposta a uma pergunta. "
        "De onde vêm Q, K e V nessa camada?",
        "어떤 프로그램이 문서를 읽고, 크로스 어텐션으로 문서를 보면서 답을 써요. 이 층에서 Q, K, V는 어디에서 오나요?"),
        right=Text("Q, da resposta que se escreve; K e V, do documento.", "Q는 쓰고 있는 답에서, K와 V는 문서에서 와요."),
        why=Text("Quem pergunta é o texto em construção; quem é comparado e entregue é o que já foi lido.",
                 "묻는 쪽은 쓰고 있는 글이고, 비교하고 가져올 것은 이미 읽은 글에 있어요."),
        wrong=(
            Wrong(Text("A saída tem uma linha para cada consulta: precisa de uma para cada palavra que se escreve.",
                       "출력은 쿼리마다 한 행이에요. 써야 할 단어마다 한 행이 있어야 해요."),
                  Text("Q, do documento; K e V, da resposta que se escreve.", "Q는 문서에서, K와 V는 쓰고 있는 답에서 와요.")),
            Wrong(Text("Chaves e valores formam pares, um para cada palavra lida: vêm da mesma frase.",
                       "키와 밸류는 읽은 단어마다 짝을 이뤄요. 같은 글에서 와야 해요."),
                  Text("Q e K, da resposta que se escreve; V, do documento.", "Q와 K는 쓰고 있는 답에서, V는 문서에서 와요.")),
            Wrong(Text("Isso seria a autoatenção do codificador.", "그건 인코더의 셀프 어텐션이에요."),
                  Text("Q, K e V, do documento; a resposta só recebe a saída.",
                       "Q, K, V 모두 문서에서 오고, 답은 출력만 받아요.")),
        )),
    Choice("which-memory", "know", 1, Text(
        "No Transformer de 2017, o codificador e o decodificador têm seis camadas cada um. "
        "O que a terceira camada do decodificador consulta na sua atenção cruzada?",
        "2017년의 트랜스포머는 인코더와 디코더가 6층씩이에요. 디코더의 셋째 층은 크로스 어텐션으로 무엇을 보나요?"),
        right=Text("A saída da última camada do codificador.", "인코더 마지막 층의 출력을 봐요."),
        why=Text("As seis consultam a mesma memória; o que muda de camada para camada são as projeções.",
                 "여섯 층이 모두 같은 메모리를 봐요. 층마다 다른 것은 투영 행렬이에요."),
        wrong=(
            Wrong(Text("As camadas não se ligam uma a uma: a memória é uma só, a do fim.",
                       "층끼리 하나씩 이어지지 않아요. 메모리는 맨 끝의 것 하나뿐이에요."),
                  Text("A saída da terceira camada do codificador.", "인코더 셋째 층의 출력을 봐요.")),
            Wrong(Text("Dali, passando pela autoatenção, vêm as consultas; as chaves e os valores, não.",
                       "셀프 어텐션을 거쳐 거기서 오는 것은 쿼리예요. 키와 밸류가 아니에요."),
                  Text("A saída da segunda camada do decodificador.", "디코더 둘째 층의 출력을 봐요.")),
            Wrong(Text("Sem passar pelo codificador, a palavra não teria visto as vizinhas.",
                       "인코더를 거치지 않으면 단어가 이웃 단어를 보지 못한 상태예요."),
                  Text("Os vetores das palavras de origem, ainda sem camada.", "어느 층도 거치지 않은 원문의 단어 벡터를 봐요.")),
        )),
    Choice("faint-column", "know", 1, Text(
        "No mapa de uma atenção cruzada, uma coluna inteira é quase 0. O que isso quer dizer?",
        "크로스 어텐션의 어텐션 맵에서 한 열이 모두 0에 가까워요. 무슨 뜻인가요?"),
        right=Text("Nenhuma consulta deu muito peso àquela palavra lida.", "읽은 단어 하나를 어느 쿼리도 별로 보지 않았어요."),
        why=Text("Cada linha soma 1; uma coluna pode somar muito ou quase nada.",
                 "행은 합이 1이지만, 열의 합은 클 수도 있고 거의 0일 수도 있어요."),
        wrong=(
            Wrong(Text("O que tem de somar 1 é cada linha.", "합이 1이어야 하는 것은 행이에요."),
                  Text("A softmax correu no eixo errado: cada coluna deve somar 1.",
                       "소프트맥스의 축이 틀렸어요. 열의 합이 1이어야 해요.")),
            Wrong(Text("A palavra está na memória, com chave e valor; só não foi procurada.",
                       "그 단어도 메모리에 키와 밸류가 있어요. 찾는 쿼리가 없었을 뿐이에요."),
                  Text("A palavra não está na memória: ficou fora do codificador.",
                       "그 단어가 메모리에 없어요. 인코더가 빠뜨렸어요.")),
            Wrong(Text("As palavras escritas são as linhas; a coluna é de uma palavra lida.",
                       "쓰는 단어는 행이에요. 열은 읽은 단어예요."),
                  Text("Uma das palavras escritas não olhou para nada do original.",
                       "쓴 단어 하나가 원문을 전혀 보지 않았어요.")),
        )),
    Choice("asks-nothing", "apply", 1, Text(
        "Na atenção cruzada, sem máscara, uma consulta é o vetor de zeros. Qual é a saída dela?",
        "마스크가 없는 크로스 어텐션에서 쿼리 하나가 0뿐인 벡터예요. 이 쿼리의 출력은 무엇인가요?"),
        right=Text("A média dos valores da memória.", "메모리에 있는 밸류의 평균이에요."),
        why=Text("Todas as pontuações são 0, logo todos os pesos são iguais: cada valor entra na mesma medida.",
                 "점수가 모두 0이라서 가중치가 모두 같아요. 모든 밸류를 똑같이 섞어요."),
        wrong=(
            Wrong(Text("Pontuação 0 não é peso 0: as exponenciais são 1, e os pesos, iguais.",
                       "점수가 0이라고 가중치가 0은 아니에요. 지수 함숫값이 모두 1이라 가중치가 같아요."),
                  Text("Um vetor de zeros, como a consulta.", "쿼리처럼 0뿐인 벡터예요.")),
            Wrong(Text("Quem é entregue é o valor; a chave só entra na pontuação.",
                       "건네는 것은 밸류예요. 키는 점수에만 들어가요."),
                  Text("A média das chaves da memória.", "메모리에 있는 키의 평균이에요.")),
            Wrong(Text("Pontuações iguais são um empate, e não um erro: a softmax reparte por igual.",
                       "점수가 같으면 똑같이 나눠 줄 뿐이에요. 오류가 아니에요."),
                  Text("Não há saída: a softmax de pontuações 0 falha.",
                       "출력이 없어요. 점수가 모두 0이면 소프트맥스를 못 해요.")),
        )),
    Choice("turned-round", "judge", 1, Text(
        "Em um tradutor, `memory` vem do codificador e `states`, do decodificador. Este código roda sem erro. "
        "O que está errado?" + TURNED_ROUND,
        "번역 모델에서 `memory`는 인코더, `states`는 디코더에서 와요. 코드는 오류 없이 실행돼요. "
        "무엇이 잘못됐나요?" + TURNED_ROUND),
        task="fault",
        right=Text("Quem pergunta é a origem: memory e states trocaram de lugar.",
                   "묻는 쪽과 답하는 쪽이 서로 바뀌었어요."),
        why=Text("A saída tem uma linha para cada palavra lida, e o decodificador precisa de uma para cada palavra que escreve.",
                 "출력이 읽은 단어마다 한 행이에요. 디코더에는 쓸 단어마다 한 행이 있어야 해요."),
        wrong=(
            Wrong(Text("Chaves de uma frase com valores de outra não formam pares; k e v têm de vir juntos da memória.",
                       "키와 밸류가 서로 다른 문장에서 오면 짝이 맞지 않아요. 둘 다 메모리에서 와야 해요."),
                  Text("Só v está errado: o conteúdo deve sair de memory.", "`v`만 틀렸어요. 내용은 `memory`에서 와야 해요.")),
            Wrong(Text("São três projeções diferentes, que se aprendem cada uma para o seu papel.",
                       "투영 행렬 3개는 저마다 맡은 일이 달라서 따로 학습해요."),
                  Text("w_q e w_k deviam ser a mesma matriz, para comparar.",
                       "비교하려면 `w_q`와 `w_k`가 같은 행렬이어야 해요.")),
            Wrong(Text("O original já está escrito inteiro; ali basta a máscara de padding.",
                       "원문은 이미 다 쓰여 있어요. 거기에는 패딩 마스크만 있으면 돼요."),
                  Text("Falta a máscara causal, sem a qual o original vaza.", "인과 마스크가 없어서 원문이 새요.")),
        )),
    Choice("which-score-is-better", "judge", 1, Text(
        "Com matrizes sorteadas, a pontuação geral acerta a palavra que se esperava mais vezes que a aditiva. "
        "O que falta para dizer qual das duas é melhor?",
        "행렬을 무작위로 뽑았더니, general 점수가 덧셈 점수보다 기대한 단어를 더 자주 1등으로 골랐어요. "
        "어느 쪽이 더 좋은지 말하려면 무엇이 더 필요한가요?"),
        right=Text("Treinar as duas com os mesmos dados e comparar em frases novas.",
                   "같은 데이터로 둘 다 학습하고 새 문장에서 비교해야 해요."),
        why=Text("As matrizes existem para ser aprendidas; um sorteio só mostra a sorte e a posição das chaves.",
                 "행렬은 학습하라고 있는 거예요. 무작위로 뽑으면 우연과 키의 위치만 드러나요."),
        wrong=(
            Wrong(Text("Mais sorteios medem melhor o acaso, e não o que se aprende.",
                       "더 많이 뽑아도 우연을 더 정확히 잴 뿐, 무엇을 배우는지는 몰라요."),
                  Text("Sortear muito mais matrizes, até a diferença ficar estável.",
                       "차이가 일정해질 때까지 행렬을 훨씬 더 많이 뽑아야 해요.")),
            Wrong(Text("O tamanho da pontuação muda com a escala das matrizes; não diz quem acerta.",
                       "점수의 크기는 행렬의 크기에 따라 달라져요. 맞혔는지는 알려 주지 않아요."),
                  Text("Ver qual das duas dá pontuações maiores à palavra certa.",
                       "맞는 단어에 더 큰 점수를 주는 쪽을 찾아야 해요.")),
            Wrong(Text("Depois da softmax, cada linha das duas soma 1.", "소프트맥스를 거치면 둘 다 행의 합이 1이에요."),
                  Text("Conferir em qual das duas os pesos de uma linha somam 1.",
                       "어느 쪽에서 가중치 한 행의 합이 1인지 확인해야 해요.")),
        )),
    Choice("other-way-round", "judge", 1, Text(
        "Sem projeções, troca-se quem pergunta: agora o original consulta a tradução. "
        "O que acontece com as tabelas de pontuações e de pesos?",
        "투영 없이, 묻는 쪽을 바꿔서 원문이 번역문에 물어요. 점수 표와 가중치 표는 어떻게 달라지나요?"),
        right=Text("As pontuações viram a transposta; os pesos são outros.", "점수는 전치 행렬이 되지만, 가중치는 다른 수예요."),
        why=Text("Cada linha reparte 1 entre as suas chaves, e agora as chaves são as palavras da tradução.",
                 "행마다 자기 키에 1을 나눠 주는데, 이제 키가 번역문의 단어예요."),
        wrong=(
            Wrong(Text("Some uma linha da transposta dos pesos: em geral, não dá 1.",
                       "가중치를 전치하고 한 행을 더해 보세요. 보통은 1이 아니에요."),
                  Text("Pontuações e pesos viram, os dois, a transposta.", "점수도 가중치도 전치 행렬이 돼요.")),
            Wrong(Text("Simétrico é o produto de cada par; na tabela, linhas e colunas trocam de lugar.",
                       "같은 것은 한 짝의 내적이에요. 표에서는 행과 열이 맞바뀌어요."),
                  Text("Nada muda: o produto escalar é simétrico.", "내적은 순서와 상관없으니 그대로예요.")),
            Wrong(Text("O produto escalar de um par é o mesmo nos dois sentidos: $q \\cdot k = k \\cdot q$.",
                       "한 짝의 내적은 어느 쪽이 물어도 같아요: $q \\cdot k = k \\cdot q$."),
                  Text("As pontuações são outras; os pesos viram a transposta.",
                       "점수는 다른 수이고, 가중치는 전치 행렬이 돼요.")),
        )),
    Open("louder-keys", "derive", 5, Text(
        "Uma consulta tem com as chaves as pontuações $s_1, \\dots, s_n$, sem divisão, e $c > 0$. "
        "(a) O que acontece com os pesos e com a saída se todos os valores são multiplicados por $c$? "
        "(b) E se todas as chaves são multiplicadas por $c$? Escreva o novo peso $w_j$ com diferenças de pontuações. "
        "(c) Ache o limite dos pesos em (b), quando $c$ cresce sem fim: com uma só pontuação na frente e com duas empatadas.",
        "어느 쿼리가 키마다 받은 점수가 $s_1, \\dots, s_n$이고(나누지 않아요) $c > 0$이에요. "
        "(a) 모든 밸류에 $c$를 곱하면 가중치와 출력은 어떻게 되나요? "
        "(b) 모든 키에 $c$를 곱하면요? 새 가중치 $w_j$를 점수의 차로 나타내세요. "
        "(c) $c$가 한없이 커질 때 (b)의 가중치의 극한을, 가장 큰 점수가 하나일 때와 둘일 때 각각 구하세요."),
        task="derivation",
        answer=Text(
            "(a) Os valores só entram depois da softmax: os pesos não mudam, e $\\sum_j w_j (c\\,v_j) = c \\sum_j w_j v_j$. "
            "(b) As pontuações viram $c\\,s_j$, e "
            "$w_j = \\frac{e^{c s_j}}{\\sum_l e^{c s_l}} = \\frac{1}{\\sum_l e^{c (s_l - s_j)}}$. "
            "(c) Se $s_j$ é a única maior, só a parcela $l = j$ fica, igual a 1, e as outras vão a 0: $w_j \\to 1$, e os demais "
            "pesos, a 0. Se duas empatam na frente, duas parcelas são 1: cada uma leva 1/2, e as outras, 0.",
            "(a) 밸류는 소프트맥스 뒤에 들어가니 가중치는 그대로이고, $\\sum_j w_j (c\\,v_j) = c \\sum_j w_j v_j$예요. "
            "(b) 점수가 $c\\,s_j$가 되어서 "
            "$w_j = \\frac{e^{c s_j}}{\\sum_l e^{c s_l}} = \\frac{1}{\\sum_l e^{c (s_l - s_j)}}$이에요. "
            "(c) $s_j$만 가장 크면 $l = j$인 항만 1로 남고 나머지는 0으로 가서 $w_j \\to 1$이고, 다른 가중치는 0으로 가요. "
            "가장 큰 점수가 둘이면 항 2개가 1이라서 둘이 1/2씩 받고, 나머지는 0으로 가요."),
        rubric=((1, Text("(a) Pesos iguais; saída multiplicada por $c$.", "(a) 가중치는 그대로, 출력은 $c$배예요.")),
                (2, Text("(b) Escreve o peso com $c$ no expoente e passa às diferenças.",
                         "(b) 지수에 $c$를 넣고 점수의 차로 고쳐 써요.")),
                (1, Text("(c) Uma só na frente: peso 1 para ela.", "(c) 1등이 하나면 가중치가 1로 간다고 써요.")),
                (1, Text("(c) Empate na frente: 1/2 para cada uma.", "(c) 1등이 둘이면 1/2씩이라고 써요."))),
        wrong=(Wrong(Text("Diz que os pesos não mudam em (b), porque a proporção das pontuações é a mesma: "
                          "a softmax depende das diferenças.",
                          "(b)에서 점수의 비가 같으니 가중치도 그대로라고 해요. 소프트맥스는 점수의 차를 봐요.")),
               Wrong(Text("No empate, dá peso 1 às duas: a linha somaria 2.",
                          "1등이 둘일 때 둘 다 1을 줘요. 그러면 행의 합이 2예요.")))),
    Open("does-it-understand", "judge", 4, Text(
        "Um blog mostra o mapa da lição, em que “maçã” dá o maior peso a 사과를 (“a maçã”), e escreve: "
        "“A atenção cruzada descobriu sozinha a palavra certa.” Avalie a frase em 5 a 8 linhas.",
        "어느 블로그가 강의의 어텐션 맵을 보여 줘요. 거기서 ‘maçã’(사과)는 ‘사과를’에 가장 큰 가중치를 줘요. 블로그는 이렇게 "
        "써요. ‘크로스 어텐션이 맞는 단어를 스스로 찾아냈다.’ 이 말을 5~8줄로 평가하세요."),
        task="essay",
        answer=Text(
            "O mapa não mostra descoberta nenhuma. Nada foi treinado: os números já estavam em um notebook, sem palavras, e quem "
            "escreveu a lição escolheu palavras que combinassem com eles. O peso maior em 사과를 diz só que o produto escalar "
            "desses dois vetores é o maior da linha. Com matrizes sorteadas na pontuação, a mesma palavra vence em menos da "
            "metade dos sorteios. Para falar em descoberta, seria preciso treinar um modelo com muitas traduções, olhar frases "
            "que ele não viu e comparar os seus pesos com os de um controle, como o sorteio ou a simples ordem das palavras. "
            "E o acerto seria da tradução; o mapa, sozinho, não a explica.",
            "이 맵에서 스스로 찾아낸 것은 없어요. 아무것도 학습하지 않았거든요. 수는 원래 단어 없이 노트북에 있었고, "
            "강의를 만든 사람이 그 수에 어울리는 단어를 나중에 붙였어요. ‘사과를’의 가중치가 가장 크다는 것은 그 행에서 두 "
            "벡터의 내적이 가장 크다는 뜻일 뿐이에요. 점수에 쓰는 행렬을 무작위로 뽑으면 같은 단어가 1등인 때가 절반도 안 돼요. "
            "찾아냈다고 말하려면 번역문을 많이 써서 모델을 학습하고, 처음 보는 문장에서 가중치를 살펴보고, 무작위 가중치나 "
            "단어의 순서만 본 결과 같은 대조 실험과 비교해야 해요. 그래도 맵만으로는 번역이 왜 맞았는지 알 수 없어요."),
        rubric=((1, Text("Diz que não houve treinamento e que as palavras foram postas depois dos números.",
                         "학습하지 않았고, 단어는 수에 나중에 붙였다고 말해요.")),
                (1, Text("Diz o que o peso mostra: a maior pontuação da linha, e só.",
                         "가중치는 그 행에서 점수가 가장 크다는 것만 보여 준다고 말해요.")),
                (1, Text("Diz o que faltaria: treinar e olhar frases nunca vistas.",
                         "학습하고 처음 보는 문장에서 살펴봐야 한다고 말해요.")),
                (1, Text("Pede uma comparação: sorteio, ordem das palavras ou outro controle.",
                         "무작위나 단어 순서 같은 대조 실험과 비교하자고 해요."))),
        wrong=(Wrong(Text("Critica só porque o maior peso não chega a 1: a clareza do mapa não é o problema.",
                          "가장 큰 가중치가 1이 아니라는 점만 비판해요. 맵이 또렷한지가 문제가 아니에요.")),
               Wrong(Text("Aceita a frase porque a softmax “aprende” a escolher: ela não tem nada que se aprenda.",
                          "소프트맥스가 고르는 법을 ‘배운다’고 하며 받아들여요. 소프트맥스에는 배울 것이 없어요.")))),
]

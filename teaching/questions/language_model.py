"""Questions for lesson language-model."""

import numpy as np

from attnlib import softmax
from attnlib.classroom.figures import heatmap
from teaching.questions import Choice, Number, Open, Text, Wrong

READS_THE_ANSWER = """

```python
logits = model(target)
p = softmax(logits)
places = np.arange(len(target))
loss = -np.log(p[places, target]).mean()
```
"""


def a_vocabulary(random):
    words = random.choice([50, 80, 120, 200])
    return {"words": words, "loss": np.log(words).round(2), "chance": 1 / words, "half": words // 2}


def a_floor(random):
    floor, percent = random.choice([0.5, 0.8, 1.2, 1.6]), random.choice([10, 15, 20, 25])
    return {"floor": floor, "loss": round(floor * (1 + percent / 100), 4)}


def truth_and_model(random):
    """Chances of three words, true and believed, drawn until no usual mistake has the right number."""
    while True:
        true = random.permutation([[0.5, 0.3, 0.2], [0.6, 0.3, 0.1], [0.7, 0.2, 0.1]][random.integers(3)])
        model = random.permutation([[0.5, 0.4, 0.1], [0.6, 0.2, 0.2], [0.5, 0.25, 0.25]][random.integers(3)])
        right = cross(true, model)
        if all(abs(right - wrong(true, model)) > 0.01 for wrong in (own_entropy, turned, in_bits, plain_mean)):
            return {"true": true, "model": model}


def cross(true, model):
    return -(true * np.log(model)).sum()


def own_entropy(true, model):
    return cross(true, true)


def turned(true, model):
    return cross(model, true)


def in_bits(true, model):
    return cross(true, model) / np.log(2)


def plain_mean(true, model):
    return -np.log(model).mean()


def model_sizes(random):
    """Sizes in which to forget the positions and to forget the biases give different numbers."""
    while True:
        words, d = int(random.choice([100, 150, 200, 300])), int(random.choice([8, 16, 20, 32]))
        places = int(random.choice([10, 40, 50]))
        if places * d != words:
            return {"words": words, "d": d, "places": places}


def a_whole_story(random):
    sure, words = [(0.99, 20), (0.99, 30), (0.98, 20), (0.98, 30), (0.97, 20), (0.95, 10)][random.integers(6)]
    return {"sure": sure, "words": words}


def induction(random):
    """Weights (8, 8), causal, of four words said twice: a place gives most to what stood after the same word before."""
    strong = 3 + random.random()
    scores = np.where(np.tri(8) > 0, 0.3 * random.random((8, 8)), -np.inf)
    for place in range(4, 8):
        scores[place, place - 3] += strong
    return {"weights": softmax(scores).round(2)}


def two_temperatures(random):
    stories = random.choice([100, 200, 400])
    return {"stories": stories, "right": round(0.95 * stories)}


QUESTIONS = [
    Choice("after-a-mistake", "know", 1, Text(
        "Durante o treinamento, o modelo deu a maior chance a uma palavra errada na terceira casa. O que ele lê para responder "
        "na quarta?",
        "학습하는 동안, 모델이 셋째 단어를 맞힐 차례에 틀린 단어에 가장 큰 확률을 줬어요. 넷째 단어를 맞힐 때 모델은 무엇을 "
        "읽나요?"),
        right=Text("As três palavras do texto, a terceira também.", "글에 있는 그대로의 단어 3개"),
        why=Text("É o teacher forcing: na entrada está sempre o texto certo. Só ao escrever sozinho um erro entra no texto.",
                 "교사 강요예요. 입력은 늘 정답 글이에요. 틀린 단어가 글에 들어가는 건 혼자 쓸 때예요."),
        wrong=(
            Wrong(Text("Isso acontece ao escrever, e não ao treinar.", "글을 쓸 때 그래요. 학습할 때는 아니에요."),
                  Text("As duas primeiras e o palpite errado dele.", "앞의 두 단어와 자기가 낸 틀린 단어")),
            Wrong(Text("O erro pesa na perda, mas não interrompe o texto: todas as casas respondem de uma vez.",
                       "틀리면 손실이 커질 뿐이에요. 모든 자리의 답이 한꺼번에 나와요."),
                  Text("Nada: o texto é abandonado no primeiro erro.", "아무것도 안 읽어요: 처음 틀린 곳에서 그 글을 그만둬요")),
            Wrong(Text("A máscara causal esconde o que vem depois; do passado, nada falta.",
                       "인과 마스크는 뒤를 가려요. 앞의 단어는 하나도 빠지지 않아요."),
                  Text("Só as duas primeiras; a errada é escondida.", "앞의 두 단어만: 틀린 자리는 가려요")),
        )),
    Choice("what-sets-the-floor", "know", 1, Text(
        "De que depende o piso da perda, nas historinhas do curso?", "강의의 이야기에서 손실의 하한은 무엇에 달려 있나요?"),
        right=Text("De quanto a gramática deixa ao acaso.", "문법이 얼마나 무작위인지"),
        why=Text("O piso é a entropia das chances verdadeiras: é de quem escreve as histórias, e não de quem as aprende.",
                 "하한은 진짜 확률의 엔트로피예요. 배우는 모델이 아니라 이야기를 짓는 문법이 정해요."),
        wrong=(
            Wrong(Text("Um modelo maior chega mais perto do piso, mas não o abaixa.",
                       "큰 모델은 하한에 더 가까이 갈 수 있지만, 하한을 낮추지는 못해요."),
                  Text("De quantos parâmetros o modelo tem.", "모델의 파라미터가 몇 개인지")),
            Wrong(Text("Mais passos aproximam a perda do piso, que fica onde está.",
                       "오래 학습하면 손실이 하한에 가까워질 뿐, 하한은 그대로예요."),
                  Text("De quantos passos dura o treinamento.", "몇 단계나 학습하는지")),
            Wrong(Text("Um vocabulário grande em que a próxima palavra é sempre certa tem piso 0.",
                       "단어가 많아도 다음 단어가 늘 정해져 있으면 하한은 0이에요."),
                  Text("De quantas palavras o vocabulário tem.", "어휘에 단어가 몇 개인지")),
        )),
    Choice("equal-chances", "know", 1, Text(
        "Um modelo dá a mesma chance a cada uma das {{ words }} palavras que conhece. Qual é a perplexidade dele em um texto "
        "feito com essas palavras?",
        "어떤 모델은 아는 단어 {{ words }}개에 모두 똑같은 확률을 줘요. 그 단어들로 쓴 글에서 이 모델의 퍼플렉서티는 "
        "얼마인가요?"),
        given=a_vocabulary,
        right=Text("{{ words }}, em qualquer texto", "어떤 글에서든 {{ words }}"),
        why=Text("Cada palavra surpreende log {{ words }}; a média também, e a exponencial devolve {{ words }}.",
                 "단어마다 놀람이 log {{ words }}이고 평균도 같아요. 지수 함수에 넣으면 {{ words }}으로 돌아와요."),
        wrong=(
            Wrong(Text("Essa é a perda média, em nats; falta a exponencial.", "평균 손실(나트)이에요. 지수 함수에 넣어야 해요."),
                  Text("{{ loss }}, em qualquer texto", "어떤 글에서든 {{ loss }}")),
            Wrong(Text("A surpresa é −log da chance dada à palavra que veio, e ela é a mesma para todas.",
                       "놀람은 나온 단어에 준 확률의 −log예요. 모든 단어에서 같아요."),
                  Text("Depende das palavras que vierem", "어떤 단어가 나오느냐에 따라 달라요")),
            Wrong(Text("Não se divide por dois: hesitar entre {{ words }} palavras iguais dá {{ words }}.",
                       "둘로 나눌 이유가 없어요. 똑같은 단어 {{ words }}개를 놓고 망설이면 {{ words }}이에요."),
                  Text("{{ half }}, em média", "평균 {{ half }}")),
        )),
    Choice("unseen-word", "know", 1, Text(
        "Um modelo lê pedaços, feitos por fusão de pares a partir de bytes. Chega uma palavra que ele nunca viu. O que acontece?",
        "바이트에서 시작해 쌍을 합친 조각을 읽는 모델이 있어요. 처음 보는 단어가 들어오면 어떻게 되나요?"),
        right=Text("Ela é cortada em pedaços que ele já conhece.", "이미 아는 조각들로 나눠요."),
        why=Text("No pior caso sobram os bytes, um a um; por isso nada fica de fora da lista.",
                 "아무리 낯선 단어도 바이트 하나하나로 나눌 수 있어서, 목록에 없는 단어가 없어요."),
        wrong=(
            Wrong(Text("Isso faz quem só lê palavras inteiras de uma lista fechada.",
                       "정해진 목록의 단어만 통째로 읽는 모델이 그래요."),
                  Text("Ela vira a marca de palavra desconhecida.", "‘모르는 단어’ 표시로 바뀌어요.")),
            Wrong(Text("A lista é fixada antes do treinamento; ao ler, ela não cresce.",
                       "목록은 학습 전에 정해져요. 읽는 동안에는 늘어나지 않아요."),
                  Text("Ela ganha um pedaço novo, só para ela.", "그 단어를 위한 새 조각이 생겨요.")),
            Wrong(Text("Os cortes seguem a frequência dos pares; semelhança não entra na conta.",
                       "쌍이 얼마나 자주 나오는지로 나눠요. 비슷한 정도는 따지지 않아요."),
                  Text("Ela é trocada pela palavra conhecida mais parecida.", "아는 단어 가운데 가장 비슷한 것으로 바뀌어요.")),
        )),
    Number("above-the-floor", "apply", 2, Text(
        "O piso é {{ floor }} nat por palavra, e um modelo tem perda {{ loss }}. Quantos por cento ele fica acima do piso? "
        "Responda com uma casa decimal.",
        "손실의 하한은 단어마다 {{ floor }}나트이고, 어떤 모델의 손실은 {{ loss }}나트예요. 이 모델은 하한보다 몇 % 높은가요? "
        "소수 첫째 자리까지 구하세요."),
        given=a_floor, answer=lambda floor, loss: 100 * (loss - floor) / floor, decimals=1,
        how=Text("A diferença dividida pelo piso, vezes 100: {{ answer }}.",
                 "차이를 하한으로 나누고 100을 곱해요: {{ answer }}."),
        wrong=(
            Wrong(Text("A diferença se compara com o piso, e não com a perda.", "차이를 손실이 아니라 하한으로 나눠야 해요."),
                  lambda floor, loss: 100 * (loss - floor) / loss),
            Wrong(Text("Essa é a diferença de perplexidades, em porcentagem; aqui se comparam as perdas, em nats.",
                       "퍼플렉서티로 비교했어요. 여기서는 손실(나트)로 비교해요."),
                  lambda floor, loss: 100 * (np.exp(loss - floor) - 1)),
            Wrong(Text("Esse é o quociente inteiro: tire os 100% do próprio piso.", "하한 자신의 100%를 빼야 해요."),
                  lambda floor, loss: 100 * loss / floor),
        )),
    Number("loss-in-the-long-run", "apply", 2, Text(
        "As chances verdadeiras da próxima palavra são {{ true }}; o modelo dá {{ model }}. Em média, de quantos nats é a perda "
        "dele? Responda com três casas decimais.",
        "다음 단어의 진짜 확률은 {{ true }}이고, 모델은 {{ model }}의 확률을 줘요. 이 모델의 손실은 평균 몇 나트인가요? 소수 "
        "셋째 자리까지 구하세요."),
        given=truth_and_model, answer=cross, decimals=3,
        how=Text("As palavras vêm com as chances verdadeiras p, e cada uma surpreende −log q: some p vezes −log q. Dá "
                 "{{ answer }}.",
                 "단어는 진짜 확률 p로 나오고, 나올 때마다 놀람은 −log q예요. p와 −log q를 곱해서 모두 더해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Esse é o piso: a perda de quem dá as chances verdadeiras.",
                       "하한이에요. 진짜 확률을 그대로 주는 모델의 손실이에요."),
                  own_entropy),
            Wrong(Text("Trocou: quem sorteia são as chances verdadeiras, e o logaritmo é das do modelo.",
                       "거꾸로예요. 단어는 진짜 확률로 나오고, 로그는 모델의 확률에 취해요."), turned),
            Wrong(Text("Esses são bits, do logaritmo na base 2; em nats, o logaritmo é o natural.",
                       "밑이 2인 로그라서 비트예요. 나트는 자연로그예요."), in_bits),
            Wrong(Text("A média é ponderada pelas chances verdadeiras: as palavras não vêm igualmente.",
                       "진짜 확률을 가중치로 써서 평균해야 해요. 단어가 똑같이 나오지 않아요."), plain_mean),
        )),
    Number("both-ends", "apply", 2, Text(
        "Um modelo de linguagem tem {{ words }} palavras, d = {{ d }} e lugar para {{ places }} posições aprendidas. A saída é "
        "outra matriz, d × palavras, com um viés por palavra. Quantos números se aprendem fora dos blocos, sem as normalizações?",
        "어떤 언어 모델의 어휘는 {{ words }}단어, d = {{ d }}이고, 학습하는 위치가 {{ places }}개 있어요. 출력에는 d × 단어 수 "
        "크기의 행렬이 따로 있고 단어마다 편향이 하나 있어요. 블록 밖에서 학습하는 수는 모두 몇 개인가요? 정규화는 세지 마세요."),
        given=model_sizes, answer=lambda words, d, places: 2 * words * d + places * d + words, decimals=0,
        how=Text("Embedding das palavras, {{ words }} × {{ d }}; posições, {{ places }} × {{ d }}; saída, {{ d }} × {{ words }} "
                 "mais {{ words }} vieses: {{ answer }}.",
                 "단어 임베딩 {{ words }} × {{ d }}, 위치 {{ places }} × {{ d }}, 출력 {{ d }} × {{ words }}에 편향 "
                 "{{ words }}개를 더해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Faltam as posições, um vetor para cada.", "위치가 빠졌어요. 위치마다 벡터가 하나씩 있어요."),
                  lambda words, d, places: 2 * words * d + words),
            Wrong(Text("Faltam os vieses da saída.", "출력의 편향이 빠졌어요."),
                  lambda words, d, places: 2 * words * d + places * d),
            Wrong(Text("Aqui a saída tem matriz própria: conte palavras × d duas vezes.",
                       "여기서는 출력의 행렬이 따로 있어요. 단어 수 × d를 두 번 세야 해요."),
                  lambda words, d, places: words * d + places * d + words),
        )),
    Number("the-whole-story", "apply", 2, Text(
        "Em cada palavra, um modelo escreve algo que a gramática permite com chance {{ sure }}, sempre a mesma. Qual é a chance "
        "de uma história de {{ words }} palavras sair certa do começo ao fim? Responda com duas casas decimais.",
        "어떤 모델은 단어마다 {{ sure }}의 확률로 문법에 맞는 단어를 써요(언제나 같은 확률이에요). {{ words }}단어짜리 이야기가 "
        "처음부터 끝까지 맞을 확률은 얼마인가요? 소수 둘째 자리까지 구하세요."),
        given=a_whole_story, answer=lambda sure, words: sure ** words, decimals=2,
        how=Text("Todas têm de estar certas: {{ sure }} elevado a {{ words }}, que dá {{ answer }}. É por isso que acertar a "
                 "história inteira é bem mais difícil que acertar uma palavra.",
                 "모든 단어가 맞아야 하니 {{ sure }}의 {{ words }}제곱이에요: {{ answer }}. 그래서 단어 하나보다 이야기 전체를 "
                 "맞히기가 훨씬 어려워요."),
        wrong=(
            Wrong(Text("Essa é a chance de uma palavra só.", "단어 하나가 맞을 확률이에요."), lambda sure, words: sure),
            Wrong(Text("Você somou as chances de erro; elas se sobrepõem, e o certo é multiplicar as de acerto.",
                       "틀릴 확률을 더했어요. 여러 번 틀리는 경우가 겹치니, 맞을 확률을 곱해야 해요."),
                  lambda sure, words: 1 - words * (1 - sure)),
            Wrong(Text("Essa é a chance de haver ao menos um erro.", "적어도 한 번 틀릴 확률이에요."),
                  lambda sure, words: 1 - sure ** words),
        )),
    Choice("what-this-head-does", "apply", 1, Text(
        "Um modelo lê quatro palavras e as mesmas quatro de novo. O mapa é de uma cabeça; cada linha é a palavra que acabou de "
        "ser lida. Na segunda vez, para onde a cabeça olha?",
        "모델이 단어 4개를 읽고, 같은 4개를 한 번 더 읽었어요. 헤드 하나의 어텐션 맵이고, 행은 방금 읽은 단어예요. 두 번째로 "
        "읽을 때 이 헤드는 어디를 보나요?"),
        task="reading", given=induction,
        picture=lambda weights: heatmap(weights, [f"w{i}" for i in (1, 2, 3, 4)] * 2, [f"w{i}" for i in (1, 2, 3, 4)] * 2),
        right=Text("Para o que veio depois da mesma palavra.", "앞에 나온 같은 단어의 바로 다음"),
        why=Text("O segundo w1 olha para o primeiro w2, e assim por diante. É o que faria uma cabeça de indução; se ela copia, o "
                 "mapa sozinho não diz.",
                 "두 번째 w1은 첫 번째 w2를 보고, 그다음도 그래요. 귀납 헤드라면 그럴 거예요. 하지만 정말 따라 쓰는지는 맵만으로 "
                 "알 수 없어요."),
        wrong=(
            Wrong(Text("Essa diagonal passaria uma casa à esquerda: o segundo w1 olharia para o primeiro w1.",
                       "그렇다면 두 번째 w1이 첫 번째 w1을 봐야 해요. 대각선이 한 칸 왼쪽에 있을 거예요."),
                  Text("Para a mesma palavra, na primeira vez.", "첫 번째로 읽은 같은 단어")),
            Wrong(Text("O segundo w3 olharia então para o segundo w2, colado à diagonal do mapa.",
                       "그렇다면 두 번째 w3이 두 번째 w2를 봐야 해요."),
                  Text("Para a palavra lida logo antes.", "바로 앞에서 읽은 단어")),
            Wrong(Text("O último w4 olha para o segundo w1, que já é da segunda vez.",
                       "마지막 w4는 두 번째 w1을 봐요. 그건 두 번째로 읽은 단어예요."),
                  Text("Sempre para a primeira metade do texto.", "언제나 글의 앞쪽 절반")),
        )),
    Open("perplexity-as-a-mean", "derive", 4, Text(
        "Um modelo deu as chances $p_1, \\dots, p_n$ às $n$ palavras que vieram. Mostre que a perplexidade dele é o inverso da "
        "média geométrica dessas chances. Daí conclua o que acontece com ela se uma só das chances for quase 0.",
        "실제로 나온 단어 $n$개에 모델이 준 확률은 $p_1, \\dots, p_n$이에요. 퍼플렉서티가 이 확률들의 기하 평균의 역수임을 "
        "보이세요. 그리고 확률 하나만 거의 0이면 퍼플렉서티가 어떻게 되는지 말하세요."),
        task="derivation",
        answer=Text("A perda é $L = -\\frac{1}{n} \\sum_i \\log p_i = -\\frac{1}{n} \\log (p_1 \\cdots p_n)$. A exponencial dá "
                    "$e^L = (p_1 \\cdots p_n)^{-1/n}$, o inverso da média geométrica. Se um só $p_i$ vai a 0, o produto vai a 0 "
                    "e a perplexidade cresce sem limite, por melhores que sejam as outras chances.",
                    "손실은 $L = -\\frac{1}{n} \\sum_i \\log p_i = -\\frac{1}{n} \\log (p_1 \\cdots p_n)$이에요. 지수 함수에 "
                    "넣으면 $e^L = (p_1 \\cdots p_n)^{-1/n}$, 곧 기하 평균의 역수예요. $p_i$ 하나만 0으로 가도 곱이 0으로 가서, "
                    "다른 확률이 아무리 좋아도 퍼플렉서티는 한없이 커져요."),
        rubric=((1, Text("Escreve a perda como média de −log p.", "손실을 −log p의 평균으로 써요.")),
                (1, Text("Junta os logaritmos no logaritmo do produto.", "로그의 합을 곱의 로그로 바꿔요.")),
                (1, Text("Chega ao inverso da raiz n-ésima do produto.", "곱의 n제곱근의 역수를 얻어요.")),
                (1, Text("Conclui que uma chance quase 0 basta para a perplexidade disparar.",
                         "확률 하나만 거의 0이어도 퍼플렉서티가 아주 커진다고 말해요."))),
        wrong=(Wrong(Text("Usa a média comum das chances: o logaritmo da média não é a média dos logaritmos.",
                          "확률을 그냥 평균해요. 평균의 로그와 로그의 평균은 달라요.")),
               Wrong(Text("Diz que uma palavra entre muitas quase não pesa: −log p cresce sem limite quando p vai a 0.",
                          "많은 단어 가운데 하나라 괜찮다고 해요. p가 0으로 가면 −log p는 한없이 커져요.")))),
    Choice("below-the-floor", "judge", 1, Text(
        "A perda deste treinamento cai abaixo do piso e vai a 0, com máscara causal. `target` traz o texto, e o modelo responde "
        "em cada casa. Qual é a falha?" + READS_THE_ANSWER,
        "인과 마스크가 있는데도 손실이 하한 아래로, 0까지 내려가요. `target`에는 글이 들어 있고, 모델은 자리마다 답을 내요. "
        "무엇이 잘못됐나요?" + READS_THE_ANSWER),
        task="fault",
        right=Text("O modelo lê, em cada casa, a palavra que tem de dizer.", "자리마다, 말해야 할 바로 그 단어를 읽어요."),
        why=Text("A entrada devia vir deslocada: a marca de começo e o texto sem a última palavra. A máscara causal deixa cada "
                 "casa ver a si mesma.",
                 "입력을 한 칸 밀어야 해요: 시작 표시, 그리고 마지막 단어를 뺀 글. 인과 마스크가 있어도 자기 자리는 볼 수 "
                 "있어요."),
        wrong=(
            Wrong(Text("A softmax do attnlib corre pelo último eixo, o das palavras: está certo.",
                       "attnlib의 소프트맥스는 마지막 축, 곧 단어를 따라 계산해요. 맞아요."),
                  Text("A softmax corre pelas casas, e não pelas palavras.", "소프트맥스를 단어가 아니라 자리 쪽으로 적용해요.")),
            Wrong(Text("A média de −log p é a perda; a exponencial dela seria a perplexidade.",
                       "−log p의 평균이 손실이에요. 지수 함수에 넣으면 퍼플렉서티예요."),
                  Text("Falta a exponencial no fim da última linha.", "마지막 줄 끝에 지수 함수가 빠졌어요.")),
            Wrong(Text("`p[places, target]` pega, em cada casa, a chance da palavra certa: é o que se quer.",
                       "`p[places, target]`은 자리마다 정답 단어의 확률이에요. 맞아요."),
                  Text("`p[places, target]` pega a maior chance de cada casa.",
                       "`p[places, target]`이 자리마다 가장 큰 확률을 골라요.")),
        )),
    Choice("always-right", "judge", 1, Text(
        "Com T = 1, {{ right }} de {{ stories }} histórias saíram certas; com T = 0, todas as {{ stories }}. Um colega conclui: "
        "“Com T = 0 o modelo escreve melhor.” O que esse número esconde?",
        "T = 1에서는 이야기 {{ stories }}개 가운데 {{ right }}개가 맞았고, T = 0에서는 {{ stories }}개가 모두 맞았어요. 동료가 "
        "말해요. ‘T = 0일 때 더 잘 써.’ 이 수에 무엇이 가려져 있나요?"),
        given=two_temperatures,
        right=Text("As {{ stories }} são uma história só, repetida.", "{{ stories }}개가 모두 같은 이야기예요."),
        why=Text("Sem sorteio, do mesmo começo sai sempre o mesmo texto. Acerto e variedade precisam ser medidos juntos.",
                 "무작위로 뽑지 않으니 같은 시작에서 늘 같은 글이 나와요. 맞는 비율과 다양함을 함께 재야 해요."),
        wrong=(
            Wrong(Text("Com T = 0 não há sorteio nenhum: outra semente dá o mesmo texto.",
                       "T = 0이면 뽑는 일이 없어요. 시드를 바꿔도 같은 글이 나와요."),
                  Text("Outra semente daria outro número de acertos.", "시드를 바꾸면 맞는 개수가 달라져요.")),
            Wrong(Text("A temperatura divide os logits ao escrever; o que o modelo aprendeu não muda.",
                       "온도는 글을 쓸 때 로짓을 나눌 뿐이에요. 모델이 배운 것은 그대로예요."),
                  Text("Com T = 0 o modelo precisou de mais treinamento.", "T = 0에는 학습이 더 필요했어요.")),
            Wrong(Text("Certa é a história que a gramática poderia ter escrito, seja qual for o tamanho.",
                       "길이와 상관없이, 문법이 쓸 수 있는 이야기면 맞는 거예요."),
                  Text("Com T = 0 as histórias acabam logo na primeira palavra.", "T = 0에서는 이야기가 첫 단어에서 끝나요.")),
        )),
    Open("does-it-copy", "judge", 5, Text(
        "Um mapa mostra que, quando o papagaio fala, uma cabeça dá em média quase todo o peso à palavra que vai ser copiada. Um "
        "relatório conclui: “É essa cabeça que copia, e é assim que modelos de linguagem copiam.” Em 5 a 8 linhas, defenda ou "
        "ponha em dúvida as duas partes da frase.",
        "앵무새가 말할 때, 어떤 헤드가 곧 따라 할 단어에 평균적으로 가중치를 거의 다 줘요. 보고서의 결론은 이래요. ‘이 헤드가 "
        "따라 하는 것이고, 언어 모델은 이렇게 따라 한다.’ 결론의 두 부분에 각각 찬성하거나 반박하는 글을 5~8줄로 쓰세요."),
        task="essay",
        answer=Text("Olhar para a palavra não prova que a cabeça a copia. Para saber se ela faz falta, zeram-se os pesos dela e "
                    "mede-se de novo o acerto do papagaio; outra cabeça pode olhar quase tanto e fazer pouca falta, e uma que "
                    "mal olha pode fazer muita. E, mesmo que ela faça falta, o mapa não diz por qual regra: procurar a palavra "
                    "que acabou de ler e procurar a primeira que ainda falta dão o mesmo mapa, e só um caso em que as duas "
                    "discordam as separa. A segunda parte vai longe demais: o mesmo modelo treinado com outras histórias copia "
                    "sem nenhuma cabeça assim. Um mapa diz como um modelo fez, em alguns textos; não como todos fazem.",
                    "그 단어를 본다고 해서 그 헤드가 따라 한다는 증거는 아니에요. 꼭 필요한지 알려면 그 헤드의 가중치를 0으로 "
                    "바꾸고 앵무새를 다시 재야 해요. 거의 똑같이 보는데 꺼도 괜찮은 헤드도 있고, 거의 안 보는데 끄면 크게 "
                    "나빠지는 헤드도 있어요. 꼭 필요하더라도 어떤 규칙인지는 맵으로 알 수 없어요. 방금 읽은 단어를 찾는 규칙과 "
                    "아직 말하지 않은 첫 단어를 찾는 규칙은 맵이 같아서, 두 규칙의 답이 갈리는 경우를 만들어 봐야 해요. 둘째 "
                    "부분은 지나친 말이에요. 같은 모델을 다른 이야기로 학습하니 그런 헤드 없이도 따라 했어요. 어텐션 맵은 어떤 "
                    "모델이 어떤 글에서 한 일을 보여 줄 뿐이에요."),
        rubric=((1, Text("Distingue olhar para a palavra de ser necessária para copiar.",
                         "그 단어를 보는 것과 따라 하는 데 꼭 필요한 것을 구별해요.")),
                (2, Text("Propõe desligar a cabeça e medir de novo, e diz o que cada resultado mostraria.",
                         "헤드를 끄고 다시 재자고 하고, 결과마다 무엇을 뜻하는지 말해요.")),
                (1, Text("Diz que duas regras podem dar o mesmo mapa, e que é preciso um caso em que discordem.",
                         "두 규칙의 맵이 같을 수 있어서 답이 갈리는 경우가 필요하다고 말해요.")),
                (1, Text("Recusa a generalização de um modelo para todos.",
                         "모델 하나에서 본 것을 모든 모델로 넓힐 수 없다고 말해요."))),
        wrong=(Wrong(Text("Aceita a conclusão porque a média foi tirada de muitas histórias: isso prova que ela olha, e não que "
                          "copia.",
                          "이야기를 많이 평균했으니 맞다고 해요. 그건 본다는 증거이지, 따라 한다는 증거가 아니에요.")),
               Wrong(Text("Diz que o mapa não vale nada: ele é uma boa hipótese, que se testa desligando a cabeça.",
                          "맵은 아무 쓸모가 없다고 해요. 맵은 헤드를 꺼서 시험해 볼 좋은 가설이에요.")))),
]

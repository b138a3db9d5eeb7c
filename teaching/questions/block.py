"""Questions for lesson block."""

import numpy as np

from attnlib import layer_norm, softmax
from attnlib.classroom.figures import heatmap
from teaching.questions import Choice, Number, Open, Text, Wrong

ROAD_BLOCKED = """

```python
def block(x):
    x = normed(x)
    x = x + attend(x, x)
    x = normed(x)
    return x + network(x)
```
"""


def a_token(random):
    """Four numbers whose deviation is 5, and a gain and a bias that no usual mistake survives."""
    token = random.integers(2, 8) + random.permutation([-7, -1, 1, 7])
    return {"token": token, "place": int(abs(token - token.mean()).argmax()) + 1,
            "gain": int(random.choice([2, 3])), "bias": int(random.choice([-2, 1, 2]))}


def normalised(token, place, gain, bias):
    return layer_norm(token, gain * np.ones(4), bias * np.ones(4))[place - 1]


def by_n_minus_1(token, place, gain, bias):
    return gain * (token - token.mean())[place - 1] / token.std(ddof=1) + bias


def by_variance(token, place, gain, bias):
    return gain * (token - token.mean())[place - 1] / token.var() + bias


def slopes(random):
    slope, layers = [(0.5, 3), (0.5, 4), (0.25, 2), (0.25, 3), (0.2, 2), (0.2, 3)][random.integers(6)]
    return {"slope": slope, "layers": layers}


def decoder_sizes(random):
    d, times = random.choice([20, 30, 40, 50]), random.choice([3, 5])
    return {"d": d, "hidden": d * times}


def grown(random):
    """How much of an encoder layer attention has, before and after d doubles, when the hidden layer is so many times as wide."""
    d, times = random.choice([64, 128, 256]), random.choice([2, 4])
    share = 4 / (4 + 2 * times)
    return {"d": d, "twice": 2 * d, "times": times, "share": round(100 * share),
            "more": round(100 * 2 * share / (1 + share)), "less": round(100 * share / (2 - share)), "half": round(50 * share)}


def of_the_paper(random):
    """The network's share of an encoder layer of Vaswani et al. 2017, in percent."""
    d, hidden = 512, 2048
    return {"share": round(100 * 2 * d * hidden / (4 * d * d + 2 * d * hidden))}


def equal_rows(random):
    """Weights (4, 4) of a layer whose queries are all alike, and whose keys are not."""
    row = softmax(random.permutation([0, 1, 2, 2.5]))
    return {"weights": np.tile(row, (4, 1)), "most": f"w{row.argmax() + 1}"}


QUESTIONS = [
    Choice("shifted-and-scaled", "know", 1, Text(
        "Multiplicam-se por 10 todos os números de um token, e depois soma-se 5 a cada um. O que muda no que sai da normalização "
        "de camada, com ganho 1 e viés 0? (Despreze o ε.)",
        "토큰 하나의 모든 수에 10을 곱하고, 그다음 5씩 더했어요. 층 정규화(γ는 1, β는 0)에서 나오는 값은 어떻게 달라지나요? ε은 "
        "무시하세요."),
        right=Text("Nada muda.", "달라지지 않아요."),
        why=Text("Subtrair a média tira o 5, e dividir pelo desvio padrão tira o 10.",
                 "평균을 빼면 5가 없어지고, 표준편차로 나누면 10이 없어져요."),
        wrong=(
            Wrong(Text("O desvio padrão também fica 10 vezes maior, e a divisão desfaz o fator.",
                       "표준편차도 10배가 되어서, 나누면 10배가 사라져요."),
                  Text("Sai 10 vezes maior.", "10배가 돼요.")),
            Wrong(Text("O 5 entra também na média, e a subtração o tira.",
                       "평균도 5만큼 커져서, 빼면 사라져요."),
                  Text("Sai com 5 a mais.", "5만큼 커져요.")),
            Wrong(Text("A média é subtraída antes da divisão: o 5 já saiu quando se divide.",
                       "나누기 전에 평균을 빼니까, 나눌 때는 5가 이미 없어요."),
                  Text("Sai com meio a mais, 5 por 10.", "0.5만큼 커져요(5 나누기 10).")),
        )),
    Choice("twins", "know", 1, Text(
        "Dois tokens da mesma frase entram em um bloco do codificador, sem máscara, com vetores exatamente iguais. Como eles "
        "saem?",
        "한 문장의 두 토큰이 똑같은 벡터로 인코더 블록에 들어가요. 마스크는 없어요. 나올 때는 어떤가요?"),
        right=Text("Iguais: todas as partes os tratam do mesmo modo.", "똑같아요: 모든 부분이 둘을 똑같이 다뤄요."),
        why=Text("A mesma consulta encontra as mesmas chaves e os mesmos valores; a soma, a normalização e a rede trabalham "
                 "linha por linha. É por isso que a posição entra antes.",
                 "같은 쿼리가 같은 키와 밸류를 만나고, 더하기와 정규화와 신경망은 행마다 따로 계산해요. 그래서 위치를 먼저 넣어 "
                 "줘야 해요."),
        wrong=(
            Wrong(Text("A atenção não sabe quem é vizinho de quem: os dois veem a mesma frase, com os mesmos pesos.",
                       "어텐션은 누가 옆에 있는지 몰라요. 둘 다 같은 문장을 같은 가중치로 봐요."),
                  Text("Diferentes: cada um tem os seus vizinhos.", "달라요: 옆에 있는 단어가 서로 다르니까요.")),
            Wrong(Text("A soma acrescenta a cada um o seu próprio vetor, e os dois vetores são iguais.",
                       "더하기는 자기 벡터를 더해요. 그런데 두 벡터가 같아요."),
                  Text("Diferentes: a soma guarda quem é quem.", "달라요: 잔차 연결이 누구인지 지켜 주니까요.")),
            Wrong(Text("A rede usa as mesmas matrizes para todos: iguais entram, iguais saem.",
                       "신경망은 모든 토큰에 같은 행렬을 써요. 똑같이 들어가면 똑같이 나와요."),
                  Text("Iguais depois da atenção, mas a rede os separa.", "어텐션까지는 같지만, 신경망이 둘을 갈라놓아요.")),
        )),
    Choice("another-source", "know", 1, Text(
        "Um tradutor já escreveu duas palavras. Troca-se a frase de origem e mantêm-se as duas palavras. Na primeira camada do "
        "decodificador, o que fica igual?",
        "번역 모델이 단어 2개를 썼어요. 원문만 다른 문장으로 바꾸고 그 두 단어는 그대로 뒀어요. 디코더의 첫 층에서 그대로인 것은 "
        "무엇인가요?"),
        right=Text("A saída da autoatenção.", "셀프 어텐션의 출력"),
        why=Text("Ela só lê o que já foi escrito. A origem entra depois, pelas chaves e valores da atenção cruzada.",
                 "지금까지 쓴 단어만 읽으니까요. 원문은 그다음, 크로스 어텐션의 키와 밸류로 들어와요."),
        wrong=(
            Wrong(Text("As consultas dela ficam iguais, mas as chaves e os valores vêm da origem nova.",
                       "쿼리는 그대로지만 키와 밸류가 새 원문에서 와요."),
                  Text("A saída da atenção cruzada.", "크로스 어텐션의 출력")),
            Wrong(Text("As matrizes da rede são as mesmas, mas o que entra nela já passou pela atenção cruzada.",
                       "신경망의 행렬은 같지만, 거기 들어오는 벡터가 이미 크로스 어텐션을 지났어요."),
                  Text("A saída da rede feed-forward.", "피드포워드 신경망의 출력")),
            Wrong(Text("A softmax de uma linha usa as pontuações com a origem, e as chaves mudaram.",
                       "그 가중치는 원문의 키로 매긴 점수에서 나와요. 키가 바뀌었어요."),
                  Text("Os pesos da atenção cruzada.", "크로스 어텐션의 가중치")),
        )),
    Number("with-gain-and-bias", "apply", 2, Text(
        "O token {{ token }} passa pela normalização de camada, com ganho {{ gain }} e viés {{ bias }} em todas as casas "
        "(despreze o ε). Que número sai na casa {{ place }}, contando a partir de 1? Responda com duas casas decimais.",
        "토큰 {{ token }}을 층 정규화에 넣어요. 모든 자리에서 γ는 {{ gain }}, β는 {{ bias }}이고 ε은 무시해요. {{ place }}번째 "
        "자리(1부터 세요)에서 나오는 수는 얼마인가요? 소수 둘째 자리까지 구하세요."),
        given=a_token, answer=normalised, decimals=2,
        how=Text("Tire a média dos quatro números, divida pelo desvio padrão (a variância divide por 4), multiplique pelo ganho "
                 "e some o viés: {{ answer }}.",
                 "네 수의 평균을 빼고 표준편차로 나눠요(분산을 구할 때 4로 나눠요). 그다음 γ를 곱하고 β를 더해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Faltam o ganho e o viés: esse é só o número normalizado.", "γ와 β가 빠졌어요. 정규화만 한 값이에요."),
                  lambda token, place, **_: normalised(token, place, 1, 0)),
            Wrong(Text("Você dividiu pela variância; falta a raiz.", "분산으로 나눴어요. 제곱근이 빠졌어요."), by_variance),
            Wrong(Text("Você dividiu por 3 na variância; a normalização de camada divide pelo número de casas.",
                       "분산을 구할 때 3으로 나눴어요. 층 정규화는 수의 개수로 나눠요."), by_n_minus_1),
            Wrong(Text("O viés entra depois do ganho: ele não é multiplicado.",
                       "β는 γ를 곱한 다음에 더해요. β에는 γ를 곱하지 않아요."),
                  lambda token, place, gain, bias: gain * normalised(token, place, 1, bias)),
        )),
    Number("with-and-without-sum", "apply", 2, Text(
        "Uma pilha tem {{ layers }} camadas $f$ de um número só, todas com inclinação {{ slope }}. Quantas vezes o gradiente que "
        "chega à entrada com a soma, $y = x + f(x)$, é maior que sem ela, $y = f(x)$? Responda com um número inteiro.",
        "수 하나를 받는 층 $f$를 {{ layers }}개 쌓았고, 미분계수는 모두 {{ slope }}예요. 입력까지 오는 기울기는, 더할 때($y = x "
        "+ f(x)$)가 더하지 않을 때($y = f(x)$)의 몇 배인가요? 정수로 답하세요."),
        given=slopes, answer=lambda slope, layers: ((1 + slope) / slope) ** layers, decimals=0,
        how=Text("Com a soma, cada camada multiplica por $1 + f'$; sem ela, por $f'$. Divida uma pela outra e eleve ao número de "
                 "camadas: {{ answer }}.",
                 "더하면 층마다 $1 + f'$을, 더하지 않으면 $f'$을 곱해요. 앞의 것을 뒤의 것으로 나눠서 층의 개수만큼 "
                 "거듭제곱해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Esse é o quociente de uma camada só; as camadas se multiplicam.",
                       "층 하나일 때의 값이에요. 층마다 곱해야 해요."),
                  lambda slope, layers: (1 + slope) / slope),
            Wrong(Text("Você somou os quocientes das camadas; eles se multiplicam.", "층마다의 값을 더했어요. 곱해야 해요."),
                  lambda slope, layers: layers * (1 + slope) / slope),
            Wrong(Text("A inclinação com a soma é $1 + f'$, e não 1: a camada também deixa passar.",
                       "더할 때의 미분계수는 1이 아니라 $1 + f'$이에요. 층을 지나서 오는 것도 있어요."),
                  lambda slope, layers: slope ** -layers),
        )),
    Number("decoder-layer", "apply", 2, Text(
        "Um decodificador tem d = {{ d }} e camada escondida de {{ hidden }}. Quantos parâmetros há em uma camada dele (com "
        "atenção cruzada), sem contar vieses e normalizações?",
        "디코더에서 d = {{ d }}, 은닉층의 폭은 {{ hidden }}이에요. 크로스 어텐션이 있는 디코더 층 하나의 파라미터는 몇 개인가요? "
        "편향과 정규화는 세지 마세요."),
        given=decoder_sizes, answer=lambda d, hidden: 8 * d * d + 2 * d * hidden, decimals=0,
        how=Text("Duas atenções, cada uma com quatro matrizes d × d, e uma rede com duas, {{ d }} × {{ hidden }} e {{ hidden }} "
                 "× {{ d }}: {{ answer }}.",
                 "어텐션이 둘이고, 하나에 d × d 행렬이 4개씩 있어요. 신경망에는 {{ d }} × {{ hidden }} 행렬과 {{ hidden }} × "
                 "{{ d }} 행렬이 있어요: {{ answer }}개."),
        wrong=(
            Wrong(Text("Essa é a camada do codificador: faltou uma das duas atenções.",
                       "인코더 층이에요. 어텐션 둘 가운데 하나가 빠졌어요."),
                  lambda d, hidden: 4 * d * d + 2 * d * hidden),
            Wrong(Text("Cada atenção tem quatro matrizes, e não três: faltou $W_O$.",
                       "어텐션마다 행렬이 3개가 아니라 4개예요. $W_O$가 빠졌어요."),
                  lambda d, hidden: 6 * d * d + 2 * d * hidden),
            Wrong(Text("A rede tem duas matrizes: uma alarga, a outra estreita.",
                       "신경망에는 행렬이 2개예요. 하나는 넓히고 하나는 좁혀요."),
                  lambda d, hidden: 8 * d * d + d * hidden),
        )),
    Choice("all-rows-alike", "apply", 1, Text(
        "Este é o mapa de pesos da última camada de uma pilha só de atenção, com uma cabeça. O que ele garante sobre as saídas "
        "dessa camada?",
        "어텐션만 쌓은 모델의 마지막 층에서 나온 어텐션 맵이에요. 헤드는 하나예요. 이 층의 출력에 대해 확실한 것은 무엇인가요?"),
        task="reading", given=equal_rows,
        picture=lambda weights, **_: heatmap(weights, [f"w{i}" for i in range(1, 5)], [f"w{i}" for i in range(1, 5)]),
        right=Text("As quatro saídas são iguais entre si.", "출력 4개가 서로 같아요."),
        why=Text("Cada saída mistura os mesmos valores com os mesmos pesos, sejam quais forem os valores.",
                 "같은 밸류를 같은 가중치로 섞어요. 밸류가 무엇이든 결과가 같아요."),
        wrong=(
            Wrong(Text("Para ficar com a própria palavra, o peso teria de estar na diagonal.",
                       "자기를 지키려면 가중치가 대각선에 있어야 해요."),
                  Text("Cada palavra fica com o seu próprio vetor.", "단어마다 자기 벡터를 그대로 지켜요.")),
            Wrong(Text("Isso pediria pesos de 0,25 em toda casa; aqui {{ most }} leva mais.",
                       "그러려면 모든 칸이 4분의 1이어야 해요. 여기서는 {{ most }} 열이 더 커요."),
                  Text("Cada saída é a média simples dos quatro valores.", "출력마다 밸류 4개의 단순 평균이에요.")),
            Wrong(Text("Esse valor entra em uma média com os outros: só com peso 1 a saída seria igual a ele.",
                       "다른 밸류와 섞은 평균이에요. 가중치가 1일 때만 그 밸류와 같아요."),
                  Text("Cada saída é igual ao valor de {{ most }}.", "출력마다 {{ most }}의 밸류와 같아요.")),
        )),
    Open("length-of-a-token", "derive", 4, Text(
        "Um token $x$ tem $d$ números, com média $\\mu$ e variância $\\sigma^2 > 0$. Sem o $\\varepsilon$, com ganho 1 e viés 0, "
        "mostre que a normalização de camada devolve um vetor de comprimento $\\sqrt{d}$, e que esse vetor é o mesmo para "
        "$c\\,x$, se $c > 0$. O que acontece se $c < 0$?",
        "토큰 $x$에는 수가 $d$개 있고, 평균은 $\\mu$, 분산은 $\\sigma^2 > 0$이에요. $\\varepsilon$이 없고 γ가 1, β가 0일 때, 층 "
        "정규화를 거친 벡터의 길이가 $\\sqrt{d}$임을 보이고, $c > 0$이면 $c\\,x$도 같은 벡터가 됨을 보이세요. $c < 0$이면 어떻게 "
        "되나요?"),
        task="derivation",
        answer=Text("Sai $z_i = (x_i - \\mu)/\\sigma$. Então $\\sum_i z_i^2 = \\frac{1}{\\sigma^2} \\sum_i (x_i - \\mu)^2 = "
                    "\\frac{d\\,\\sigma^2}{\\sigma^2} = d$, e o comprimento é $\\sqrt{d}$. Em $c\\,x$ a média é $c\\,\\mu$ e o "
                    "desvio padrão é $|c|\\,\\sigma$; sai $\\frac{c\\,(x_i - \\mu)}{|c|\\,\\sigma}$, que é $z_i$ se $c > 0$ e "
                    "$-z_i$ se $c < 0$: o vetor oposto.",
                    "나오는 수는 $z_i = (x_i - \\mu)/\\sigma$예요. 그래서 $\\sum_i z_i^2 = \\frac{1}{\\sigma^2} \\sum_i (x_i - "
                    "\\mu)^2 = \\frac{d\\,\\sigma^2}{\\sigma^2} = d$이고, 길이는 $\\sqrt{d}$예요. $c\\,x$의 평균은 $c\\,\\mu$, "
                    "표준편차는 $|c|\\,\\sigma$라서 $\\frac{c\\,(x_i - \\mu)}{|c|\\,\\sigma}$가 나와요. $c > 0$이면 $z_i$이고, "
                    "$c < 0$이면 $-z_i$, 곧 방향이 반대인 벡터예요."),
        rubric=((1, Text("Escreve a saída como desvio da média dividido pelo desvio padrão.",
                         "출력을 ‘평균을 빼고 표준편차로 나눈 값’으로 써요.")),
                (1, Text("Usa a definição da variância e chega a $\\sqrt{d}$.", "분산의 정의를 써서 $\\sqrt{d}$를 얻어요.")),
                (1, Text("Mostra que média e desvio padrão de $c\\,x$ ganham o fator, que se cancela.",
                         "$c\\,x$의 평균과 표준편차에도 같은 배수가 붙어 약분됨을 보여요.")),
                (1, Text("Vê o $|c|$: com $c < 0$ sai o vetor oposto.", "$|c|$를 알아보고, $c < 0$이면 반대 벡터라고 말해요."))),
        wrong=(Wrong(Text("Diz que o desvio padrão de $c\\,x$ é $c\\,\\sigma$ mesmo com $c < 0$: um desvio nunca é negativo.",
                          "$c < 0$인데도 $c\\,x$의 표준편차를 $c\\,\\sigma$라고 써요. 표준편차는 음수가 될 수 없어요.")),
               Wrong(Text("Conclui que o comprimento é 1: a variância é 1, mas ela divide a soma dos quadrados por $d$.",
                          "길이가 1이라고 해요. 1인 것은 분산인데, 분산은 제곱의 합을 $d$로 나눈 값이에요.")))),
    Open("without-the-bend", "derive", 4, Text(
        "Tire a ReLU da rede: $g(x) = (xW_1 + b_1)W_2 + b_2$. Mostre que $g(x) = xW + b$ e diga quem são $W$ e $b$. Depois "
        "mostre, com um número só ($d = 1$), que nenhum $g$ desses calcula $|x|$ para todo $x$.",
        "신경망에서 ReLU를 빼면 $g(x) = (xW_1 + b_1)W_2 + b_2$예요. $g(x) = xW + b$로 쓸 수 있음을 보이고 $W$와 $b$를 구하세요. "
        "그리고 수가 하나일 때($d = 1$) 이런 $g$로는 모든 $x$에서 $|x|$를 계산할 수 없음을 보이세요."),
        task="derivation",
        answer=Text("Distribuindo, $g(x) = xW_1W_2 + b_1W_2 + b_2$: $W = W_1W_2$ e $b = b_1W_2 + b_2$. Com um número, $g(x) = wx "
                    "+ b$. Se $g(x) = |x|$, então $g(0) = 0$ dá $b = 0$; $g(1) = 1$ dá $w = 1$; e $g(-1) = -1$, mas $|-1| = 1$. "
                    "É uma contradição: uma reta não tem dobra.",
                    "괄호를 풀면 $g(x) = xW_1W_2 + b_1W_2 + b_2$라서 $W = W_1W_2$, $b = b_1W_2 + b_2$예요. 수가 하나면 $g(x) = "
                    "wx + b$예요. $g(x) = |x|$라면 $g(0) = 0$에서 $b = 0$이고 $g(1) = 1$에서 $w = 1$인데, 그러면 $g(-1) = "
                    "-1$이에요. 그런데 $|-1| = 1$이니 모순이에요. 직선은 꺾이지 않아요."),
        rubric=((1, Text("Distribui o produto por $W_2$.", "$W_2$를 분배해요.")),
                (1, Text("Diz $W$ e $b$, na ordem certa dos produtos.", "$W$와 $b$를 곱하는 순서까지 맞게 써요.")),
                (2, Text("Chega a uma contradição com dois ou três valores de $x$, ou diz que uma reta não tem dobra e $|x|$ "
                         "tem.",
                         "$x$의 값 두세 개로 모순을 보이거나, $|x|$는 꺾이는데 직선은 꺾이지 않는다고 말해요."))),
        wrong=(Wrong(Text("Escreve $W = W_2W_1$: o vetor está à esquerda, e $W_1$ vem primeiro.",
                          "$W = W_2W_1$이라고 써요. 벡터가 왼쪽에 있으니 $W_1$이 먼저예요.")),
               Wrong(Text("Usa só $x = 1$ e $x = -1$ e esquece $b$: com $w = 0$ e $b = 1$, esses dois valores dão certo.",
                          "$x = 1$과 $x = -1$만 쓰고 $b$를 잊어요. $w = 0$, $b = 1$이면 두 값에서는 맞아요.")))),
    Choice("no-free-road", "judge", 1, Text(
        "Este bloco devia ser de pré-norma, com um caminho só de somas da entrada à saída. Qual é a falha?" + ROAD_BLOCKED,
        "이 블록은 입력에서 출력까지 더하기만 지나는 길이 있는 Pre-LN이어야 해요. 무엇이 잘못됐나요?" + ROAD_BLOCKED),
        task="fault",
        right=Text("O `x` que se soma já está normalizado.", "정규화한 `x`를 더해서 원래 `x`가 사라졌어요."),
        why=Text("O original se perdeu. O certo é `x + attend(ready, ready)`, com `ready = normed(x)`: a normalização fica só na "
                 "entrada da parte.",
                 "`ready = normed(x)`로 두고 `x + attend(ready, ready)`라고 써야 해요. 정규화는 서브층의 입력에만 해요."),
        wrong=(
            Wrong(Text("Depois da soma é a pós-norma; na pré-norma, a última normalização fica no fim da pilha.",
                       "더한 다음에 하면 Post-LN이에요. Pre-LN에서는 마지막 층 다음에 한 번만 더 해요."),
                  Text("Falta normalizar depois de cada soma.", "더한 다음에 정규화를 하지 않았어요.")),
            Wrong(Text("Na pré-norma, é o vetor normalizado mesmo que entra na atenção.",
                       "Pre-LN에서는 정규화한 벡터가 어텐션에 들어가는 게 맞아요."),
                  Text("A atenção devia receber o `x` sem normalizar.", "어텐션에는 정규화하지 않은 `x`를 넣어야 해요.")),
            Wrong(Text("Esta é a ordem do artigo: primeiro a atenção, depois a rede.",
                       "논문의 순서가 이래요: 어텐션이 먼저, 신경망이 나중이에요."),
                  Text("A rede devia vir antes da atenção.", "신경망이 어텐션보다 먼저 와야 해요.")),
        )),
    Choice("other-users", "judge", 1, Text(
        "Um aplicativo traduz juntas, em um lote, as frases que chegam no mesmo segundo. A mesma frase sai traduzida de um jeito "
        "de dia e de outro à noite, sem nenhum sorteio. Que peça do modelo explicaria isso?",
        "번역 앱이 같은 순간에 들어온 문장들을 한 배치로 묶어 번역해요. 무작위로 뽑는 것이 없는데도 같은 문장의 번역이 낮과 밤에 "
        "달라요. 모델의 어느 부품 때문일 수 있나요?"),
        right=Text("Uma normalização em lote que calcula a média na hora.", "그때그때 배치에서 평균을 내는 배치 정규화"),
        why=Text("A média dela inclui as frases dos outros usuários. As outras peças só olham a própria frase.",
                 "다른 사람의 문장도 그 평균에 들어가요. 나머지 부품은 자기 문장만 봐요."),
        wrong=(
            Wrong(Text("Ela só usa os números de um token: a frase vizinha não entra.",
                       "토큰 하나에 든 수만 써요. 옆 문장은 들어가지 않아요."),
                  Text("Uma normalização de camada depois de cada soma.", "더할 때마다 하는 층 정규화")),
            Wrong(Text("Ela deixa um token ver outros da mesma frase, nunca os de outra.",
                       "같은 문장의 다른 토큰은 보지만, 다른 문장은 볼 수 없어요."),
                  Text("Uma atenção sem máscara causal no codificador.", "인과 마스크가 없는 인코더의 어텐션")),
            Wrong(Text("A soma junta a cada token o próprio vetor de antes.", "토큰마다 자기의 앞선 벡터를 더할 뿐이에요."),
                  Text("Uma conexão residual em volta de cada parte.", "서브층마다 있는 잔차 연결")),
        )),
    Choice("twice-as-wide", "judge", 1, Text(
        "Em uma camada do codificador com d = {{ d }}, a camada escondida tem {{ times }} vezes d, e a atenção fica com "
        "{{ share }}% dos parâmetros (sem vieses e normalizações). Um projeto novo usa d = {{ twice }} e mantém a "
        "proporção. Quantos por cento ficam com a atenção?",
        "인코더 층에서 d = {{ d }}이고 은닉층의 폭은 d의 {{ times }}배예요. 어텐션이 파라미터의 {{ share }}%를 차지해요(편향과 "
        "정규화는 빼고). 새 모델에서는 d = {{ twice }}이고 은닉층의 폭은 여전히 d의 {{ times }}배예요. 이제 어텐션은 몇 "
        "%인가요?"),
        given=grown,
        right=Text("{{ share }}%: as duas crescem como d².", "{{ share }}%: 둘 다 d²으로 커져요."),
        why=Text("A atenção tem 4d², e a rede, 2 · {{ times }} · d²: ao dobrar d, as duas quadruplicam.",
                 "어텐션은 4d²개, 신경망은 2 · {{ times }} · d²개예요. d가 두 배면 둘 다 네 배가 돼요."),
        wrong=(
            Wrong(Text("Ter mais matrizes não muda o ritmo: todas crescem quatro vezes.",
                       "행렬이 많다고 더 빨리 커지지는 않아요. 모든 행렬이 네 배가 돼요."),
                  Text("{{ more }}%: ela tem quatro matrizes, e a rede, duas.",
                       "{{ more }}%: 행렬이 어텐션은 4개, 신경망은 2개예요.")),
            Wrong(Text("A camada escondida dobra, mas as matrizes da atenção dobram nos dois lados.",
                       "은닉층은 두 배가 되지만, 어텐션의 행렬은 가로세로가 모두 두 배가 돼요."),
                  Text("{{ less }}%: só na rede a camada escondida cresce.", "{{ less }}%: 신경망에서만 은닉층이 커져요.")),
            Wrong(Text("Se a parte caísse à metade, a rede teria de crescer mais que a atenção, e crescem igual.",
                       "절반이 되려면 신경망이 더 빨리 커져야 하는데, 둘은 똑같이 커져요."),
                  Text("{{ half }}%: com d em dobro, a parte cai à metade.", "{{ half }}%: d가 두 배라서 절반이 돼요.")),
        )),
    Open("all-you-need", "judge", 4, Text(
        "Um blog resume o artigo de 2017 assim: “A atenção faz todo o trabalho; o resto do bloco é acabamento.” Em 5 a 8 linhas, "
        "defenda essa frase ou ponha-a em dúvida.",
        "어떤 블로그가 2017년 논문을 이렇게 요약했어요. ‘일은 어텐션이 다 하고, 블록의 나머지는 마무리 손질이다.’ 이 말에 "
        "찬성하거나 반박하는 글을 5~8줄로 쓰세요."),
        task="essay", given=of_the_paper,
        answer=Text("A frase acerta em uma coisa: só a atenção leva informação de um token a outro; a rede, a soma e a "
                    "normalização trabalham em cada um sozinho. Mas uma pilha só de atenção faz médias de médias, e os tokens se "
                    "fundem; a soma guarda a palavra e abre caminho para o gradiente. Sem a normalização, os números disparam. "
                    "Sem a rede não há dobra, e é nela que fica a maior parte dos parâmetros: no artigo, {{ share }}% da camada "
                    "do codificador. Tirar qualquer uma dessas peças muda o que o modelo consegue fazer: não são acabamento.",
                    "맞는 점도 있어요. 토큰에서 토큰으로 정보를 나르는 건 어텐션뿐이고, 신경망과 더하기와 정규화는 토큰마다 따로 "
                    "계산해요. 하지만 어텐션만 쌓으면 평균을 또 평균하게 되어 토큰이 모두 같아져요. 더하기가 있어야 단어가 남고 "
                    "기울기가 돌아올 길이 생겨요. 정규화가 없으면 수가 너무 커져요. 신경망이 없으면 꺾는 곳이 없고, 파라미터도 "
                    "신경망에 더 많아요. 논문의 인코더 층에서는 {{ share }}%가 신경망이에요. 하나만 빼도 할 수 있는 일이 "
                    "달라지니 마무리 손질이라고 할 수 없어요."),
        rubric=((1, Text("Reconhece o que só a atenção faz: levar informação entre tokens.",
                         "어텐션만 하는 일을 인정해요: 토큰 사이에 정보를 날라요.")),
                (1, Text("Explica a fusão sem a soma, ou o caminho do gradiente.",
                         "더하지 않으면 토큰이 같아진다는 점이나 기울기가 돌아오는 길을 설명해요.")),
                (1, Text("Diz o que falta sem a rede ou sem a normalização.", "신경망이나 정규화가 없을 때의 문제를 말해요.")),
                (1, Text("Apoia-se em um fato do curso (fusão, parâmetros, gradiente) e conclui de acordo.",
                         "강의에서 본 사실(같아짐, 파라미터 수, 기울기)을 근거로 앞뒤가 맞게 결론지어요."))),
        wrong=(Wrong(Text("Diz que a rede também mistura os tokens: ela trata cada um sozinho.",
                          "신경망도 토큰을 섞는다고 해요. 신경망은 토큰을 하나씩 따로 계산해요.")),
               Wrong(Text("Argumenta só com o título do artigo: um título não é uma medida.",
                          "논문 제목만 근거로 삼아요. 제목은 측정한 결과가 아니에요.")))),
]

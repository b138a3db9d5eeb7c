"""Questions for lesson cost."""

import numpy as np

from attnlib.classroom.figures import curves
from teaching.questions import Choice, Number, Open, Text, Wrong, apart

HALF_CORRECTED = """

```python
new_m = max(m, scores.max())
fix, exps = np.exp(m - new_m), np.exp(scores - new_m)
total = fix * total + exps.sum()
mixed = mixed + exps @ values
m = new_m
```
"""

LENGTHS = 2 ** np.arange(6, 13)


def two_blocks(random):
    """What two blocks of keys left: the sum of the exponentials and the output of each, one number."""
    def draw():
        sums = random.choice([2, 3, 5, 6, 8], size=2, replace=False)
        outputs = random.choice([1, 2, 4, 6, 9], size=2, replace=False)
        return {"sum_1": sums[0], "out_1": outputs[0], "sum_2": sums[1], "out_2": outputs[1]}
    return apart(draw, joined, (plain_mean, crossed, not_divided))


def joined(sum_1, out_1, sum_2, out_2):
    return (sum_1 * out_1 + sum_2 * out_2) / (sum_1 + sum_2)


def plain_mean(sum_1, out_1, sum_2, out_2):
    return (out_1 + out_2) / 2


def crossed(sum_1, out_1, sum_2, out_2):
    return (sum_2 * out_1 + sum_1 * out_2) / (sum_1 + sum_2)


def not_divided(sum_1, out_1, sum_2, out_2):
    return sum_1 * out_1 + sum_2 * out_2


def larger_later(random):
    """The exponentials of two blocks of two keys; the largest is in the second."""
    def draw():
        return {"first": random.permutation([[1, 2], [2, 4], [1, 4]][random.integers(3)]),
                "second": random.permutation([[8, 2], [8, 4], [16, 4], [16, 8]][random.integers(4)])}
    return apart(draw, running_sum, (not_corrected, corrected_upwards, nothing_subtracted))


def running_sum(first, second):
    return first.sum() / first.max() * first.max() / second.max() + second.sum() / second.max()


def not_corrected(first, second):
    return first.sum() / first.max() + second.sum() / second.max()


def corrected_upwards(first, second):
    return first.sum() / first.max() * second.max() / first.max() + second.sum() / second.max()


def nothing_subtracted(first, second):
    return first.sum() + second.sum()


def a_shape(random):
    return {"gigabytes": random.choice([1, 2, 4]), "layers": random.choice([16, 32, 64]), "heads": 32,
            "kv_heads": random.choice([2, 4, 8])}


def tokens(gigabytes, layers, heads, kv_heads):
    return gigabytes * 2**30 / (2 * layers * kv_heads * 128 * 2)


def far_away(random):
    window, distance = random.choice([(4, 12), (4, 15), (4, 18), (4, 21), (5, 20), (5, 24), (6, 30)])
    return {"window": window, "distance": distance}


def layers_needed(window, distance):
    return np.ceil(distance / (window - 1))


def three_curves(random):
    """Which letter belongs to which kind of layer."""
    full, rnn, window = (str(name) for name in random.permutation(["A", "B", "C"]))
    return {"full": full, "rnn": rnn, "window": window}


def drawn_curves(full, rnn, window):
    n, d = LENGTHS, 512
    counts = {full: 2 * n**2 * d, rnn: 2 * n * d**2, window: 2 * n * np.minimum(n, 256) * d}
    return curves(n, {name: counts[name] / 1e6 for name in sorted(counts)}, "n", log="xy")


QUESTIONS = [
    Choice("why-reading-is-one-pass", "know", 1, Text(
        "Um modelo com máscara causal lê um prompt de 500 palavras em uma passada só. O que torna isso possível?",
        "인과 마스크를 쓰는 모델은 단어 500개짜리 프롬프트를 계산 한 번에 읽어요. 왜 그렇게 할 수 있나요?"),
        right=Text("As 500 já são dadas, e a máscara esconde o que vem depois.",
                   "500개가 이미 있고, 마스크가 뒤를 가리기 때문이에요."),
        why=Text("Nenhuma posição precisa da saída de outra na mesma camada; o que falta a cada uma é só não ver o que vem "
                 "depois.",
                 "같은 층에서는 어느 자리도 다른 자리의 출력을 기다리지 않아요. 뒤 단어를 보지 않게만 하면 돼요."),
        wrong=(
            Wrong(Text("O cache guarda o que já foi calculado; na leitura de um prompt novo, ainda não há nada guardado.",
                       "캐시는 이미 구한 것을 저장해요. 새 프롬프트를 읽을 때는 저장된 것이 없어요."),
                  Text("As chaves das 500 já estavam no cache de antes.", "500개의 키가 이미 캐시에 저장돼 있기 때문이에요.")),
            Wrong(Text("Cada palavra do prompt olha para todas as anteriores, como sempre.",
                       "프롬프트에서도 단어마다 앞의 단어를 모두 봐요."),
                  Text("Em um prompt, as palavras não olham umas para as outras.",
                       "프롬프트의 단어끼리는 서로 보지 않기 때문이에요.")),
            Wrong(Text("O comprimento não decide: escrever 20 palavras ainda são 20 passadas.",
                       "길이 때문이 아니에요. 20단어를 생성하려면 20번 계산해야 해요."),
                  Text("Um prompt é curto perto do que o modelo escreve.", "프롬프트가 생성하는 글보다 짧기 때문이에요.")),
        )),
    Choice("no-queries-in-the-cache", "know", 1, Text(
        "O cache KV guarda chaves e valores das palavras já escritas. Por que não guarda as consultas?",
        "KV 캐시에는 이미 쓴 단어의 키와 밸류를 저장해요. 쿼리는 왜 저장하지 않나요?"),
        right=Text("A de uma palavra velha não se usa outra vez.", "지나간 단어의 쿼리는 다시 쓰지 않아요."),
        why=Text("Em cada passo, só a palavra mais nova pergunta; das velhas, ela precisa de chave e valor.",
                 "단계마다 묻는 것은 새 단어뿐이에요. 앞의 단어에서는 키와 밸류만 필요해요."),
        wrong=(
            Wrong(Text("Cada palavra tem a sua; o que falta é motivo para usá-la de novo.",
                       "쿼리는 단어마다 달라요. 다시 쓸 일이 없을 뿐이에요."),
                  Text("Todas as palavras têm a mesma consulta.", "모든 단어의 쿼리가 똑같아요.")),
            Wrong(Text("Uma consulta tem tantos números quanto uma chave.", "쿼리 하나에 든 수의 개수는 키와 같아요."),
                  Text("Uma consulta ocupa bem mais que uma chave.", "쿼리는 키보다 훨씬 커요.")),
            Wrong(Text("A máscara causal garante o contrário: o que já foi escrito não muda com o que vem depois.",
                       "반대예요. 인과 마스크가 있어서, 이미 쓴 단어의 것은 뒤에 무엇이 와도 바뀌지 않아요."),
                  Text("As consultas mudam a cada palavra nova.", "새 단어가 올 때마다 앞 단어의 쿼리가 바뀌어요.")),
        )),
    Choice("what-gqa-shrinks", "know", 1, Text(
        "Um modelo com 8 cabeças de consultas passa de 8 para 2 pares de chaves e valores (GQA). O que cai a um quarto?",
        "쿼리 헤드가 8개인 모델에서 K와 V를 8쌍에서 2쌍으로 줄였어요(GQA). 무엇이 4분의 1로 줄어드나요?"),
        right=Text("O que o cache guarda por palavra.", "캐시에 단어마다 저장하는 양"),
        why=Text("Guardam-se chaves e valores: 2 pares em vez de 8. As 8 consultas continuam a fazer as suas 8 linhas de "
                 "pontuações.",
                 "저장하는 것은 키와 밸류예요. 8쌍이 2쌍이 돼요. 쿼리 8개는 여전히 점수를 8행 만들어요."),
        wrong=(
            Wrong(Text("Cada uma das 8 consultas ainda se compara com cada chave: só que várias usam a mesma.",
                       "쿼리 8개가 여전히 모든 키와 비교해요. 여럿이 같은 키를 쓸 뿐이에요."),
                  Text("As pontuações calculadas por palavra.", "단어마다 계산하는 점수의 수")),
            Wrong(Text("As cabeças de consultas continuam 8; dividem-se só os pares.",
                       "쿼리 헤드는 그대로 8개예요. K와 V만 함께 써요."),
                  Text("O número de mapas de atenção por camada.", "층마다 나오는 어텐션 맵의 수")),
            Wrong(Text("As palavras ainda saem uma a uma: a fila não muda.",
                       "단어는 여전히 하나씩 나와요. 기다리는 횟수는 그대로예요."),
                  Text("As passadas para escrever um texto.", "글 하나를 생성할 때의 계산 횟수")),
        )),
    Number("join-two-blocks", "apply", 2, Text(
        "Uma consulta leu as chaves em dois blocos. No primeiro, as exponenciais das pontuações somam {{ sum_1 }}, e a saída só "
        "dele é {{ out_1 }}; no segundo, {{ sum_2 }} e {{ out_2 }}. Nada foi subtraído das pontuações. Qual é a saída com todas "
        "as chaves? Responda com três casas decimais.",
        "쿼리 하나가 키를 두 블록으로 나눠 읽었어요. 블록 1만 계산할 때: 지수 함숫값의 합 {{ sum_1 }}, 출력 {{ out_1 }}. 블록 "
        "2만 계산할 때: 합 {{ sum_2 }}, 출력 {{ out_2 }}. 점수에서 아무것도 빼지 않았어요. 모든 키를 함께 계산한 출력은 "
        "얼마인가요? 소수점 아래 셋째 자리까지 구하세요."),
        given=two_blocks, answer=joined, decimals=3,
        how=Text("Cada saída pesa o que o seu bloco tem da soma total: multiplique cada uma pela sua soma, some e divida pelas "
                 "duas somas juntas: {{ answer }}.",
                 "전체 합에서 블록이 차지하는 비율로 두 출력을 섞어요. 출력마다 자기 합을 곱해 더하고, 두 합을 더한 값으로 "
                 "나눠요: {{ answer }}."),
        wrong=(
            Wrong(Text("Essa é a média simples: os dois blocos só pesariam o mesmo se tivessem a mesma soma.",
                       "두 출력을 그냥 평균했어요. 합이 같을 때만 맞아요."), plain_mean),
            Wrong(Text("Você pesou cada saída com a soma do outro bloco.", "출력에 상대 블록의 합을 곱했어요."), crossed),
            Wrong(Text("Falta dividir pela soma das duas somas.", "두 합을 더한 값으로 나누지 않았어요."), not_divided),
        )),
    Number("correct-the-sum", "apply", 2, Text(
        "As pontuações são logaritmos naturais. As do primeiro bloco são os logaritmos de {{ first }}; as do segundo, de "
        "{{ second }}. De cada uma se subtrai a maior vista até ali. Quanto vale a soma ℓ depois do segundo bloco? Responda com "
        "três casas decimais.",
        "블록 1의 점수는 {{ first }}의 자연로그, 블록 2의 점수는 {{ second }}의 자연로그예요. 그때까지의 최댓값을 "
        "빼면서 모아요. 블록 2까지 읽은 뒤 모은 합 ℓ은 얼마인가요? 소수점 아래 셋째 자리까지 구하세요."),
        given=larger_later, answer=running_sum, decimals=3,
        how=Text("Depois do primeiro bloco, ℓ é a soma dele dividida pelo seu maior número. Chega um maior: multiplique por "
                 "antigo ÷ novo e some o segundo bloco, já dividido pelo novo: {{ answer }}.",
                 "블록 1을 읽으면 ℓ은 그 합을 가장 큰 수로 나눈 값이에요. 더 큰 수가 왔으니 (전의 가장 큰 수) ÷ (새로 온 가장 "
                 "큰 수)를 곱하고, 새 수로 나눈 블록 2를 더해요: {{ answer }}."),
        wrong=(
            Wrong(Text("Faltou corrigir o que foi guardado: os dois blocos subtraíram números diferentes.",
                       "저장해 둔 합을 고치지 않았어요. 두 블록에서 뺀 수가 서로 달라요."), not_corrected),
            Wrong(Text("O fator está ao contrário: o que foi guardado encolhe quando chega uma pontuação maior.",
                       "거꾸로 곱했어요. 더 큰 점수가 오면 저장한 값은 작아져요."), corrected_upwards),
            Wrong(Text("Essa é a soma sem subtrair nada; com pontuações grandes, ela estoura.",
                       "아무것도 빼지 않은 합이에요. 점수가 크면 오버플로가 나요."), nothing_subtracted),
        )),
    Number("tokens-that-fit", "apply", 2, Text(
        "O cache de um modelo pode ocupar {{ gigabytes }} GB (de 2³⁰ bytes). O modelo tem {{ layers }} camadas, {{ heads }} "
        "cabeças de consultas e {{ kv_heads }} de chaves e valores, cada uma com 128 números de 2 bytes. Quantos tokens cabem? "
        "Dá um número inteiro.",
        "캐시에 쓸 메모리가 {{ gigabytes }}GB 남았어요(1GB는 2³⁰바이트). 모델은 {{ layers }}층이고, 쿼리 헤드가 {{ heads }}개, "
        "키와 밸류 헤드가 {{ kv_heads }}개씩, 헤드마다 수가 128개, 수 하나에 2바이트예요. 토큰이 몇 개 들어가나요? 답은 "
        "정수예요."),
        given=a_shape, answer=tokens, decimals=0,
        how=Text("Um token ocupa 2 · camadas · cabeças de chaves e valores · 128 · 2 bytes; divida a memória por isso: "
                 "{{ answer }}.",
                 "토큰 하나에 2 · 층 · 키와 밸류 헤드 · 128 · 2바이트가 들어요. 메모리를 이 값으로 나눠요: {{ answer }}."),
        wrong=(
            Wrong(Text("Falta um fator 2: guardam-se chaves e também valores, e cada número ocupa 2 bytes.",
                       "2를 한 번 빠뜨렸어요. 키도 밸류도 저장하고, 수 하나가 "
                       "2바이트예요."), lambda **shape: 2 * tokens(**shape)),
            Wrong(Text("Você contou as cabeças de consultas; consultas não ficam no cache.",
                       "쿼리 헤드를 셌어요. 쿼리는 캐시에 저장하지 않아요."),
                  lambda heads, kv_heads, **shape: tokens(heads=heads, kv_heads=heads, **shape)),
            Wrong(Text("Cada camada tem o seu cache: falta dividir pelas camadas.",
                       "캐시는 층마다 따로 있어요. 층 수로 나누지 않았어요."),
                  lambda layers, **shape: tokens(layers=1, **shape)),
        )),
    Number("layers-to-reach", "apply", 2, Text(
        "Em todas as camadas, cada palavra vê só as {{ window }} últimas, ela inclusive. De quantas camadas, no mínimo, a "
        "última palavra precisa para receber algo de uma que está {{ distance }} lugares antes?",
        "모든 층에서 단어마다 자기까지 마지막 {{ window }}개만 봐요. 마지막 단어가 {{ distance }}칸 앞에 있는 단어에서 무언가를 "
        "받으려면 층이 적어도 몇 개 필요한가요?"),
        given=far_away, answer=layers_needed, decimals=0,
        how=Text("Cada camada dá um salto de {{ window }} − 1 lugares, porque uma das casas da janela é a própria palavra; "
                 "divida a distância pelo salto: {{ answer }}.",
                 "윈도의 한 칸은 자기 자신이라서, 층마다 {{ window }} − 1칸씩 건너뛰어요. 거리를 이 수로 나눠요: {{ answer }}."),
        wrong=(
            Wrong(Text("A janela inclui a própria palavra: o salto tem um lugar a menos.",
                       "윈도에는 자기 자신도 들어 있어요. 한 번에 한 칸씩 덜 가요."),
                  lambda window, distance: np.ceil(distance / window)),
            Wrong(Text("A máscara é causal: a janela só vai para trás, e não para os dois lados.",
                       "인과 마스크라서 윈도는 앞쪽만 봐요. 양쪽이 아니에요."),
                  lambda window, distance: np.ceil(distance / (2 * window - 2))),
            Wrong(Text("Você subtraiu o salto uma vez só; as camadas saltam uma depois da outra.",
                       "한 번만 뺐어요. 층을 지날 때마다 한 번씩 건너뛰어요."), lambda window, distance: distance - window + 1),
        )),
    Choice("read-the-curves", "apply", 1, Text(
        "Milhões de multiplicações de três camadas com d = 512, para frases de n palavras; no eixo vertical, cada marca vale "
        "dez vezes a anterior; no horizontal, o dobro. Que curva é de quem: autoatenção, RNN, autoatenção com janela de 256?",
        "d = 512일 때 단어 n개짜리 문장에 드는 곱셈의 수예요(단위는 백만 번). 눈금 하나마다 세로축은 열 배, 가로축은 두 배예요. "
        "셀프 어텐션, RNN, 윈도가 256인 셀프 어텐션의 곡선은 각각 어느 것인가요?"),
        task="reading", given=three_curves, picture=drawn_curves,
        right=Text("Autoatenção {{ full }}, RNN {{ rnn }}, janela {{ window }}",
                   "셀프 어텐션 {{ full }}, RNN {{ rnn }}, 윈도 {{ window }}"),
        why=Text("A autoatenção cresce com n²: é a mais íngreme. Com janela, é a mesma até 256 e depois só cresce com n. A RNN "
                 "cresce sempre com n e já começa mais cara.",
                 "셀프 어텐션은 n²에 비례해서 가장 가팔라요. 윈도가 있으면 256까지는 같고, 그다음부터는 n에 비례해요. RNN은 늘 "
                 "n에 비례하고, 처음부터 더 비싸요."),
        wrong=(
            Wrong(Text("Com poucas palavras, n é menor que d, e a RNN, com n d², é a mais cara.",
                       "단어가 적으면 n이 d보다 작아서 n d²인 RNN이 더 비싸요."),
                  Text("Autoatenção {{ rnn }}, RNN {{ full }}, janela {{ window }}",
                       "셀프 어텐션 {{ rnn }}, RNN {{ full }}, 윈도 {{ window }}")),
            Wrong(Text("A janela só pode baratear a autoatenção, e até 256 palavras as duas são iguais.",
                       "윈도를 두면 더 비싸질 수 없어요. 단어 256개까지는 둘이 같아요."),
                  Text("Autoatenção {{ window }}, RNN {{ rnn }}, janela {{ full }}",
                       "셀프 어텐션 {{ window }}, RNN {{ rnn }}, 윈도 {{ full }}")),
            Wrong(Text("A RNN é uma reta do começo ao fim: não muda de inclinação em 256.",
                       "RNN은 처음부터 끝까지 직선이에요. 256에서 기울기가 바뀌지 않아요."),
                  Text("Autoatenção {{ full }}, RNN {{ window }}, janela {{ rnn }}",
                       "셀프 어텐션 {{ full }}, RNN {{ window }}, 윈도 {{ rnn }}")),
        )),
    Open("blocks-are-exact", "derive", 5, Text(
        "Uma consulta tem pontuações $s_j$ e valores $v_j$. Lendo bloco a bloco, guardam-se $m$, a maior pontuação vista, "
        "$\\ell$ e $O$; quando o máximo passa a $m'$, multiplicam-se $\\ell$ e $O$ por $e^{m - m'}$ e soma-se o bloco novo. "
        "Mostre que, depois de qualquer bloco, $\\ell = \\sum_j e^{s_j - m}$ e $O = \\sum_j e^{s_j - m} v_j$ sobre as chaves já "
        "vistas, com o $m$ atual. Conclua que, no fim, $O / \\ell$ é a saída da atenção.",
        "쿼리 하나의 점수는 $s_j$, 밸류는 $v_j$예요. 블록을 차례로 읽으면서 지금까지의 최댓값 $m$과 $\\ell$, $O$를 저장해요. "
        "최댓값이 $m'$으로 바뀌면 $\\ell$과 $O$에 $e^{m - m'}$을 곱하고 새 블록을 더해요. 어느 블록까지 읽었든, 지금의 $m$으로 "
        "쓰면 읽은 키에 대해 $\\ell = \\sum_j e^{s_j - m}$, $O = \\sum_j e^{s_j - m} v_j$임을 보이세요. 그리고 끝까지 읽으면 $O "
        "/ \\ell$이 어텐션의 출력임을 보이세요."),
        task="derivation",
        answer=Text("No primeiro bloco as duas igualdades são a própria definição. Suponha que valem com $m$. Ao chegar um "
                    "bloco, o novo máximo é $m'$, e $e^{m - m'} \\sum_j e^{s_j - m} = \\sum_j e^{s_j - m'}$; o mesmo com $v_j$ "
                    "em cada parcela. Somando as parcelas do bloco novo, também com $m'$, as duas igualdades valem para todas "
                    "as chaves vistas. No fim, $\\frac{O}{\\ell} = \\frac{e^{-m} \\sum_j e^{s_j} v_j}{e^{-m} \\sum_j e^{s_j}} = "
                    "\\sum_j a_j v_j$, em que $a_j$ são os pesos da softmax: $m$ se cancela, e nenhuma exponencial passou de 1.",
                    "첫 블록에서는 두 식이 정의 그대로예요. $m$일 때 두 식이 맞다고 해요. 새 블록이 와서 최댓값이 $m'$이 되면 "
                    "$e^{m - m'} \\sum_j e^{s_j - m} = \\sum_j e^{s_j - m'}$이고, 항마다 $v_j$를 곱해도 마찬가지예요. 새 블록의 "
                    "항도 $m'$을 빼서 더하니, 읽은 키 모두에 대해 두 식이 맞아요. 끝까지 읽으면 $\\frac{O}{\\ell} = "
                    "\\frac{e^{-m} \\sum_j e^{s_j} v_j}{e^{-m} \\sum_j e^{s_j}} = \\sum_j a_j v_j$예요. $a_j$는 소프트맥스 "
                    "가중치예요. $m$은 약분되고, 지수 함숫값은 한 번도 1을 넘지 않아요."),
        rubric=((1, Text("Verifica o primeiro bloco.", "첫 블록을 확인해요.")),
                (2, Text("Passa de um bloco ao seguinte, com o fator em $\\ell$ e em $O$.",
                         "한 블록에서 다음 블록으로 넘어가요. $\\ell$과 $O$에 모두 곱해요.")),
                (2, Text("Cancela $m$ no quociente e reconhece os pesos da softmax.",
                         "나눌 때 $m$을 약분하고 소프트맥스 가중치임을 알아봐요."))),
        wrong=(Wrong(Text("Corrige $\\ell$ e esquece $O$: o quociente sai errado.",
                          "$\\ell$만 고치고 $O$는 고치지 않아요. 그러면 나눈 값이 틀려요.")),
               Wrong(Text("Mostra só com números: dois blocos que dão certo não provam todos.",
                          "수로만 확인해요. 두 블록이 맞았다고 모든 경우가 증명되지는 않아요.")))),
    Open("keys-and-scores", "derive", 4, Text(
        "Um modelo com máscara causal escreve $n$ palavras, uma por passada; na passada $t$ há $t$ posições. Conte, em uma "
        "cabeça e uma camada, as chaves e as pontuações que se calculam ao todo (a) com cache; (b) sem cache, refazendo tudo. "
        "Use $\\sum_{t=1}^{n} \\frac{t(t+1)}{2} = \\frac{n(n+1)(n+2)}{6}$. O que o cache não poupa?",
        "인과 마스크를 쓰는 모델이 단어 $n$개를 하나씩 생성해요. $t$번째 계산에는 자리가 $t$개예요. 한 층, 한 헤드에서 구하는 "
        "키와 점수는 모두 몇 개인가요? (a) 캐시를 쓸 때, (b) 캐시 없이 매번 다시 구할 때를 각각 세세요. $\\sum_{t=1}^{n} "
        "\\frac{t(t+1)}{2} = \\frac{n(n+1)(n+2)}{6}$을 쓰세요. 캐시를 써도 줄지 않는 것은 무엇인가요?"),
        task="derivation",
        answer=Text("(a) Cada passada calcula uma chave, $n$ ao todo; a consulta nova encontra $t$ chaves, ao todo $\\sum_t t = "
                    "\\frac{n(n+1)}{2}$ pontuações. (b) A passada $t$ refaz $t$ chaves, ao todo $\\frac{n(n+1)}{2}$; a posição "
                    "$i$ vê $i$ chaves, e a passada faz $\\sum_{i \\le t} i = \\frac{t(t+1)}{2}$ pontuações, ao todo "
                    "$\\frac{n(n+1)(n+2)}{6}$. O cache tira um grau de $n$ de cada conta. Não tira a fila: são $n$ passadas nos "
                    "dois casos; e as pontuações ainda crescem com $n^2$.",
                    "(a) $t$번째에 키를 하나 구하니 모두 $n$개예요. 새 쿼리가 키 $t$개와 만나니 점수는 모두 $\\sum_t t = "
                    "\\frac{n(n+1)}{2}$개예요. (b) $t$번째에 키를 $t$개 다시 구하니 모두 $\\frac{n(n+1)}{2}$개예요. $i$번째 "
                    "자리는 키 $i$개를 보니, 점수는 한 번에 $\\sum_{i \\le t} i = \\frac{t(t+1)}{2}$개, 모두 "
                    "$\\frac{n(n+1)(n+2)}{6}$개예요. 캐시를 쓰면 둘 다 $n$의 차수가 하나씩 줄어요. 하지만 어느 쪽이든 $n$번을 "
                    "차례로 계산해야 하고, 점수는 여전히 $n^2$으로 늘어요."),
        rubric=((1, Text("(a) $n$ chaves.", "(a) 키 $n$개.")),
                (1, Text("(a) $\\frac{n(n+1)}{2}$ pontuações.", "(a) 점수 $\\frac{n(n+1)}{2}$개.")),
                (1, Text("(b) As chaves e as pontuações sem cache.", "(b) 캐시가 없을 때의 키와 점수를 세요.")),
                (1, Text("Diz que a fila de $n$ passadas fica, ou que as pontuações crescem com $n^2$.",
                         "$n$번 차례로 계산하는 것, 또는 점수가 $n^2$으로 느는 것은 그대로라고 말해요."))),
        wrong=(Wrong(Text("Conta $n^2$ chaves em (b): na passada $t$ só há $t$ posições.",
                          "(b)에서 키를 $n^2$개로 세요. $t$번째 계산에는 자리가 $t$개뿐이에요.")),
               Wrong(Text("Diz que, com cache, a palavra seguinte não espera mais pela anterior.",
                          "캐시를 쓰면 다음 단어가 앞 단어를 기다리지 않는다고 해요.")))),
    Choice("half-corrected", "judge", 1, Text(
        "O código lê um bloco de chaves e atualiza m, a soma e a saída acumulada. Com um bloco só dá certo; com dois, quase "
        "nunca. Qual é a falha?" + HALF_CORRECTED,
        "키 블록을 하나 읽고 m과 모은 합, 모은 출력을 바꾸는 코드예요. 블록이 하나면 맞는데, 둘이면 거의 늘 틀려요. 무엇이 "
        "잘못됐나요?"
        + HALF_CORRECTED),
        task="fault",
        right=Text("`mixed` não é multiplicado por `fix`.", "`mixed`에는 `fix`를 곱하지 않았어요."),
        why=Text("A soma e a saída acumulada subtraíram o mesmo m antigo; quando ele muda, as duas têm de encolher.",
                 "합도 출력도 옛 m을 빼고 모았어요. m이 바뀌면 둘 다 고쳐야 해요."),
        wrong=(
            Wrong(Text("O máximo só cresce: `m - new_m` não é positivo, e o fator só pode encolher.",
                       "최댓값은 커지기만 해요. `m - new_m`은 양수가 아니라서 줄이는 쪽이 맞아요."),
                  Text("`fix` devia usar `new_m - m`.", "`fix`에는 `new_m - m`을 써야 해요.")),
            Wrong(Text("A divisão se faz uma vez, no fim; antes, as parcelas ainda vão crescer.",
                       "나누기는 끝에 한 번만 해요. 그 전에는 더할 것이 남아 있어요."),
                  Text("Falta dividir `mixed` pela soma a cada bloco.", "블록마다 `mixed`를 합으로 나누지 않았어요.")),
            Wrong(Text("Os dois blocos precisam do mesmo m: é para isso que serve `new_m`.",
                       "두 블록에서 같은 수를 빼야 해요. 그래서 `new_m`을 써요."),
                  Text("`exps` devia subtrair `scores.max()`.", "`exps`에서는 `scores.max()`를 빼야 해요.")),
        )),
    Choice("one-pair-is-enough", "judge", 1, Text(
        "Nas histórias da lição, um modelo com um só par de chaves e valores (MQA) foi tão bem quanto o de quatro, em três "
        "sementes. “Então um par basta sempre”, diz um colega. Qual é a melhor resposta?",
        "강의의 이야기 모델은 시드 3개에서 K와 V를 한 쌍만 써도(MQA) 네 쌍일 때만큼 잘했어요. 동료가 말해요. ‘그럼 언제나 한 "
        "쌍이면 되네.’ 가장 알맞은 대답은 무엇인가요?"),
        right=Text("“Neste, tão pequeno, sim; em outro, é preciso medir.”",
                   "‘이렇게 작은 모델에서는 그래. 다른 모델은 재 봐야 해.’"),
        why=Text("O teste mostra que ali nada se perdeu; em modelos maiores, a perplexidade com um par já foi um pouco pior.",
                 "여기서는 잃은 것이 안 보였을 뿐이에요. 더 큰 모델에서는 한 쌍일 때 퍼플렉서티가 조금 나빴어요."),
        wrong=(
            Wrong(Text("Três sementes de um modelo minúsculo não falam por todos os modelos.",
                       "아주 작은 모델의 시드 3개로는 모든 모델에 대해 말할 수 없어요."),
                  Text("“Sim: três sementes deram o mesmo resultado.”", "‘맞아. 시드 3개에서 결과가 같았으니까.’")),
            Wrong(Text("O cache cai, mas as 4 consultas ainda fazem 4 mapas diferentes.",
                       "캐시는 줄지만, 쿼리 4개는 여전히 서로 다른 맵 4장을 만들어요."),
                  Text("“Não: com um par, as cabeças ficam todas iguais.”", "‘아니야. 한 쌍이면 헤드가 모두 똑같아져.’")),
            Wrong(Text("A lição mediu: os intervalos das sementes se sobrepõem.", "강의에서 쟀더니 시드의 범위가 겹쳤어요."),
                  Text("“Não: com um par, o modelo sempre erra mais.”", "‘아니야. 한 쌍이면 언제나 더 많이 틀려.’")),
        )),
    Open("parallel-so-faster", "judge", 4, Text(
        "Um jornal escreve: “Os Transformers calculam todas as palavras em paralelo; por isso, treinam e respondem mais rápido "
        "que as redes recorrentes.” Em 5 a 8 linhas, separe o que está certo do que não está.",
        "신문 기사에 이런 말이 있어요. ‘트랜스포머는 모든 단어를 병렬로 계산하기 때문에 순환 신경망보다 학습도 빠르고 대답도 "
        "빠르다.’ 맞는 것과 틀린 것을 나눠 5~8줄로 쓰세요."),
        task="essay",
        answer=Text("Ao treinar e ao ler, todas as palavras já são dadas: nenhuma posição espera por outra na mesma camada, e a "
                    "RNN tem de fazer n passos em fila. Nisso a frase acerta, mas paralelo é uma permissão, e não uma "
                    "velocidade: sem muitos núcleos, ou com muitos textos de cada vez, a vantagem encolhe, e com frases longas "
                    "as n² pontuações pesam. Ao responder, não há paralelo: a palavra 2 é feita da 1, e há uma passada por "
                    "palavra, com ou sem cache. O cache só evita refazer chaves e valores. Então, treinar costuma ser mais "
                    "rápido na máquina certa; responder continua sendo uma fila.",
                    "학습할 때와 읽을 때는 단어가 모두 주어져요. 같은 층에서는 어느 자리도 다른 자리를 기다리지 않는데, RNN은 "
                    "n단계를 차례로 거쳐야 해요. 여기까지는 맞아요. 하지만 병렬은 동시에 해도 된다는 뜻이지 빠르다는 뜻이 "
                    "아니에요. 코어가 적거나 여러 글을 함께 넣으면 이점이 줄고, 글이 길면 점수 n²개가 부담이 돼요. 대답할 때는 "
                    "병렬이 아니에요. 첫 단어가 나와야 둘째 단어를 만들 수 있어서, 캐시가 있든 없든 단어마다 한 번씩 계산해요. "
                    "캐시는 키와 밸류를 다시 구하지 않게 해 줄 뿐이에요. 그래서 학습은 알맞은 컴퓨터에서 대개 더 빠르지만, "
                    "대답은 여전히 한 단어씩이에요."),
        rubric=((1, Text("Diz por que treinar e ler podem ser feitos em uma passada.",
                         "학습과 읽기를 한 번에 할 수 있는 이유를 말해요.")),
                (1, Text("Diz que responder é uma fila, uma passada por palavra.", "대답은 한 단어씩 차례로 나온다고 말해요.")),
                (1, Text("Diz que paralelo depende da máquina, dos textos juntos ou do comprimento.",
                         "병렬의 이점이 컴퓨터, 함께 넣는 글, 길이에 따라 다르다고 말해요.")),
                (1, Text("Não confunde o cache com o fim da fila, ou conclui com as duas metades separadas.",
                         "캐시를 써도 차례로 나온다는 것을 알거나, 두 경우를 나눠 결론지어요."))),
        wrong=(Wrong(Text("Diz que o cache põe a escrita em paralelo: ele só encurta cada passo.",
                          "캐시를 쓰면 병렬로 생성한다고 해요. 한 단계의 계산을 줄일 뿐이에요.")),
               Wrong(Text("Nega tudo porque n² é muito: em frases com n menor que d, a atenção multiplica menos que a RNN.",
                          "n²이 크니 다 틀렸다고 해요. n이 d보다 작으면 어텐션의 곱셈이 RNN보다 적어요.")))),
]

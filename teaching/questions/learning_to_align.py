"""Questions for lesson learning-to-align."""

import numpy as np

from attnlib.classroom.figures import heatmap
from attnlib.grammar import alignment_error_rate
from teaching.questions import Choice, Number, Open, Text, Wrong, apart

CLIMBS = """

```python
for _ in range(600):
    some = data[draw.integers(len(data), size=64)]
    loss, gradients = model.loss(some)
    model.parameters = {name: w + 2 * gradients[name]
                        for name, w in model.parameters.items()}
```
"""


def three_chances(random):
    def draw():
        return {"chances": random.choice([0.02, 0.05, 0.1, 0.2, 0.25, 0.4, 0.5, 0.6, 0.8], size=3, replace=False)}
    return apart(draw, mean_surprise, (surprise_of_mean, surprises_added, decimal_logarithm, mean_chance), gap=0.05)


def mean_surprise(chances):
    return -np.log(chances).mean()


def surprise_of_mean(chances):
    return -np.log(chances.mean())


def surprises_added(chances):
    return -np.log(chances).sum()


def decimal_logarithm(chances):
    return -np.log10(chances).mean()


def mean_chance(chances):
    return chances.mean()


def one_score(random):
    """A word's chance in each of five rows, in which of them it was the answer, and the rate."""
    def draw():
        chances = random.choice([0.05, 0.1, 0.2, 0.3], size=5)
        return {"chances": chances, "answer_row": random.integers(1, 6), "rate": random.choice([1, 2, 5])}
    return apart(draw, stepped, (wrong_way, added_up, only_its_row), gap=0.1)


def gradient(chances, answer_row, **_):
    return (chances.sum() - 1) / len(chances)


def stepped(rate, **given):
    return -rate * gradient(**given)


def wrong_way(rate, **given):
    return rate * gradient(**given)


def added_up(rate, chances, **given):
    return -rate * gradient(chances, **given) * len(chances)


def only_its_row(rate, chances, answer_row):
    return rate * (1 - chances[answer_row - 1])


def small_map(random):
    """Weights of four written words to four read ones and the end mark; a key of sure and possible links."""
    def draw():
        best = random.permutation([*random.permutation(4)[:3], 4])   # three words, and one row that looks at the end
        weights = np.full((4, 5), 0.05)
        weights[np.arange(4), best] = 0.8
        sure, possible = np.zeros((2, 4, 4), dtype=bool)
        rows, certain = random.permutation(4), random.integers(2, 4)
        sure[rows[:certain], random.permutation(4)[:certain]] = True
        possible[rows[certain:]] = random.random((4 - certain, 4)) < 0.4
        return {"weights": weights, "sure": sure, "possible": sure | possible}
    drawn = {}
    while not drawn or from_the_map(**drawn) < 0.1 or drawn["possible"].sum() > 6:
        drawn = apart(draw, from_the_map, (sure_only, all_possible, end_is_a_link))
    only_possible = drawn["possible"] & ~drawn["sure"]
    return drawn | {"sure_links": named(drawn["sure"]), "possible_links": named(only_possible)}


def named(links):
    return ", ".join(f"y{i + 1}–x{j + 1}" for i, j in zip(*np.nonzero(links), strict=True))


def linked(weights):
    return weights[:, :4] > 0.5


def from_the_map(weights, sure, possible, **_):
    return alignment_error_rate(linked(weights), (sure, possible))


def sure_only(weights, sure, possible, **_):
    return alignment_error_rate(linked(weights), (sure, sure))


def all_possible(weights, sure, possible, **_):
    a = linked(weights)
    return 1 - ((a & sure).sum() + (a & possible).sum()) / (a.sum() + possible.sum())


def end_is_a_link(weights, sure, possible, **_):
    a = linked(weights)
    return 1 - ((a & sure).sum() + (a & possible).sum()) / (len(a) + sure.sum())


def two_sentences(random):
    """Links made, sure links, and links right in both counts, of a short and of a long sentence; S and P are one here."""
    def draw():
        a_1, s_1 = random.choice([(3, 3), (2, 4), (4, 4)])
        a_2, s_2 = random.choice([(9, 11), (10, 10), (12, 8)])
        return {"a_1": a_1, "s_1": s_1, "hit_1": 1, "a_2": a_2, "s_2": s_2, "hit_2": random.choice([6, 7, 8])}
    return apart(draw, over_both, (mean_of_both, counted_once, right_part))


def over_both(a_1, s_1, hit_1, a_2, s_2, hit_2):
    return 1 - 2 * (hit_1 + hit_2) / (a_1 + s_1 + a_2 + s_2)


def mean_of_both(a_1, s_1, hit_1, a_2, s_2, hit_2):
    return 1 - hit_1 / (a_1 + s_1) - hit_2 / (a_2 + s_2)


def counted_once(a_1, s_1, hit_1, a_2, s_2, hit_2):
    return 1 - (hit_1 + hit_2) / (a_1 + s_1 + a_2 + s_2)


def right_part(**given):
    return 1 - over_both(**given)


def before_and_after(random):
    return {"before": random.choice([3.7, 3.2, 2.8]), "after": random.choice([1.4, 0.9, 0.5])}


def two_sharpnesses(random):
    soft = random.choice([0.4, 0.37, 0.34])
    return {"sharp": random.choice([0.97, 0.94, 0.91]), "soft": soft, "rest": round((1 - soft) / 3, 2)}


QUESTIONS = [
    Choice("what-the-loss-sees", "know", 1, Text(
        "O tradutor da lição treina com pares de frases. O que entra na conta da perda de uma linha?",
        "강의의 번역기는 문장의 짝으로 학습해요. 한 행의 손실을 구할 때 쓰는 것은 무엇인가요?"),
        right=Text("A chance que ele deu à palavra que veio.", "실제로 나온 단어에 준 확률"),
        why=Text("A perda é $-\\log p$ da palavra certa. O gabarito do alinhamento fica de fora: só serve para a nota do mapa.",
                 "손실은 바른 단어의 $-\\log p$예요. 정렬의 정답은 쓰지 않고, 맵을 채점할 때만 써요."),
        wrong=(
            Wrong(Text("Ninguém conta ao modelo que palavra vem de qual; ele só ouve qual era a próxima.",
                       "어느 단어가 어느 단어에서 왔는지는 알려 주지 않아요. 다음 단어가 무엇이었는지만 알려 줘요."),
                  Text("As ligações certas daquela palavra.", "그 단어의 확실한 연결")),
            Wrong(Text("Para onde ele olha não é premiado nem punido: o mapa se ajusta porque ajuda a escrever.",
                       "어디를 보는지에는 상도 벌도 없어요. 쓰는 데 도움이 되니까 맵이 바뀌는 거예요."),
                  Text("O maior peso de atenção daquela linha.", "그 행에서 가장 큰 가중치")),
            Wrong(Text("Acertos inteiros só se contam na prova; a perda vê cada palavra, e também o quanto faltou.",
                       "문장이 다 맞았는지는 시험에서만 세요. 손실은 단어마다, 얼마나 모자란지까지 봐요."),
                  Text("Se a frase inteira saiu certa ou não.", "문장 전체가 맞았는지 틀렸는지")),
        )),
    Choice("a-possible-link", "know", 1, Text(
        "No gabarito, 를 (partícula do objeto) tem uma ligação possível com *maçã*, que não é certa. O que isso quer dizer?",
        "정답표에서 조사 ‘를’과 maçã(사과)의 연결은 확실한 연결이 아니라 가능한 연결이에요. 무슨 뜻인가요?"),
        right=Text("Ligar não é erro, e não ligar também não.", "이어도 안 이어도 틀린 게 아니에요."),
        why=Text("É onde as pessoas discordam: as duas respostas valem, e o AER não castiga nenhuma.",
                 "사람마다 답이 달라서 둘 다 인정해요. AER은 어느 쪽도 깎지 않아요."),
        wrong=(
            Wrong(Text("Uma ligação possível conta em |A∩P|; o que não existe é meia ligação.",
                       "가능한 연결은 |A∩P|에서 하나로 세요. 반만 세지 않아요."),
                  Text("Quem liga ganha meio acerto.", "이으면 반만 맞은 것으로 세요.")),
            Wrong(Text("O gabarito é das pessoas (aqui, da gramática); o modelo não o escreve.",
                       "정답표는 사람이(여기서는 문법이) 만들어요. 모델이 만드는 게 아니에요."),
                  Text("O modelo ainda não tem certeza dela.", "모델이 아직 확신하지 못해요.")),
            Wrong(Text("Só as certas são cobradas: |S| está no denominador, |P| não.",
                       "꼭 찾아야 하는 것은 확실한 연결뿐이에요. 분모에는 |S|가 있고 |P|는 없어요."),
                  Text("Quem não liga perde menos pontos.", "안 이으면 조금만 깎여요.")),
        )),
    Choice("who-does-not-look", "know", 1, Text(
        "A lição treina um controle, “o modelo que não olha”. Em que ele difere do modelo com atenção?",
        "강의에서는 대조 실험으로 ‘보지 않는 모델’을 학습해요. 어텐션이 있는 모델과 무엇이 다른가요?"),
        right=Text("Só nos pesos: congelados, todos iguais.", "가중치만 달라요: 모두 같은 값으로 고정해요."),
        why=Text("Tudo o mais fica igual, pares, passos, parâmetros: assim, a diferença só pode vir de poder olhar.",
                 "학습한 문장도 단계도 나머지 파라미터도 같아요. 그래서 차이가 나면 볼 수 있느냐 때문이에요."),
        wrong=(
            Wrong(Text("Ele treina os mesmos passos; um modelo sem treinamento não diria nada sobre olhar.",
                       "똑같이 학습해요. 학습하지 않은 모델과 비교해서는 보는 것이 필요한지 알 수 없어요."),
                  Text("Em tudo: não passou por treinamento.", "모두 달라요: 학습을 하지 않았어요.")),
            Wrong(Text("Ele lê as mesmas palavras, e recebe a média delas: só não pode escolher entre elas.",
                       "같은 단어를 읽고 그 평균을 받아요. 단어를 고를 수 없을 뿐이에요."),
                  Text("Na entrada: não lê a frase portuguesa.", "입력이 달라요: 포르투갈어 문장을 읽지 않아요.")),
            Wrong(Text("Pesos sorteados são outra comparação, a do AER de um mapa ao acaso.",
                       "무작위 맵은 AER을 비교할 때 쓴 것이고, 이것과 달라요."),
                  Text("No mapa: é sorteado a cada frase.", "맵이 달라요: 문장마다 무작위로 뽑아요.")),
        )),
    Number("loss-of-three", "apply", 2, Text(
        "Em três linhas, o modelo deu à palavra certa as chances {{ chances }}. Qual é a perda, a média das três surpresas (com "
        "logaritmo natural)? Responda com duas casas decimais.",
        "세 행에서 모델이 바른 단어에 준 확률: {{ chances }}. 세 놀람을 평균한 손실은 얼마인가요? 자연로그를 써서 소수점 아래 "
        "둘째 자리까지 구하세요."),
        given=three_chances, answer=mean_surprise, decimals=2,
        how=Text("Calcule $-\\log p$ de cada chance e só depois a média: {{ answer }}.",
                 "확률마다 $-\\log p$를 구한 다음에 평균을 내요: {{ answer }}."),
        wrong=(
            Wrong(Text("Você tirou a média antes do logaritmo; a perda é a média dos logaritmos.",
                       "로그보다 평균을 먼저 냈어요. 손실은 로그를 취한 값의 평균이에요."),
                  surprise_of_mean),
            Wrong(Text("Essa é a soma; falta dividir por três.", "그건 합이에요. 3으로 나누지 않았어요."),
                  surprises_added),
            Wrong(Text("Esse é o logaritmo decimal; a perda usa o natural.", "상용로그를 썼어요. 손실에는 자연로그를 써요."),
                  decimal_logarithm),
            Wrong(Text("Essa é a chance média; a surpresa é o logaritmo dela, com o sinal trocado.",
                       "그건 확률의 평균이에요. 놀람은 로그를 취하고 부호를 바꾼 값이에요."), mean_chance),
        )),
    Number("one-number-steps", "apply", 2, Text(
        "Uma frase tem cinco linhas. O modelo dá a uma palavra as chances {{ chances }}; ela era a resposta só na linha "
        "{{ answer_row }} (contando a partir de 1). O número w, somado à pontuação dela em todas as linhas, vale 0. Quanto vale "
        "depois de um passo com taxa {{ rate }}? Responda com duas casas decimais.",
        "다섯 행짜리 문장에서 모델이 어떤 단어에 준 확률은 차례로 {{ chances }}이고, 그 단어가 정답인 행은 "
        "{{ answer_row }}번째뿐이에요(1부터 세요). 모든 행에서 그 단어의 점수에 더하는 수 w는 지금 0이에요. 학습률 {{ rate }}로 "
        "한 단계 움직이면 w는 얼마인가요? 소수점 아래 둘째 자리까지 구하세요."),
        given=one_score, answer=stepped, decimals=2,
        how=Text("g é a média de p − y nas cinco linhas: some as chances, tire 1 e divida por 5. O passo é w − η g: "
                 "{{ answer }}.",
                 "g는 다섯 행에서 p − y의 평균이에요. 확률을 모두 더하고 1을 뺀 뒤 5로 나눠요. 한 단계 뒤는 w − η g예요: "
                 "{{ answer }}."),
        wrong=(
            Wrong(Text("O passo vai contra o gradiente: subtraia.", "기울기의 반대쪽으로 가야 해요. 빼세요."), wrong_way),
            Wrong(Text("A perda é a média das cinco linhas: falta dividir por 5.",
                       "손실은 다섯 행의 평균이에요. 5로 나누지 않았어요."), added_up),
            Wrong(Text("As outras linhas também contam: lá a resposta era outra, e cada chance dada empurra w para baixo.",
                       "다른 행도 영향을 줘요. 거기서는 정답이 아니라서, 준 확률만큼 w를 내려요."), only_its_row),
        )),
    Number("grade-this-map", "apply", 2, Text(
        "As linhas do mapa são as palavras escritas; as colunas, as lidas e a marca de fim. Ligações certas: {{ sure_links }}. "
        "Só possíveis: {{ possible_links }}. Qual é o AER do mapa, pela fórmula $\\text{AER} = 1 - \\frac{|A \\cap S| + |A "
        "\\cap P|}{|A| + |S|}$? (P inclui as certas.) Responda com duas casas decimais.",
        "맵의 행은 쓰는 단어, 열은 읽는 단어와 끝 표시예요. 확실한 연결: {{ sure_links }}. 가능하기만 한 연결: "
        "{{ possible_links }}. 식 $\\text{AER} = 1 - \\frac{|A \\cap S| + |A \\cap P|}{|A| + |S|}$로 이 맵의 AER을 "
        "구하세요(P에는 확실한 연결도 들어가요). 소수점 아래 둘째 자리까지 쓰세요."),
        task="reading", given=small_map, answer=from_the_map, decimals=2,
        picture=lambda weights, **_: heatmap(weights, [f"y{i}" for i in range(1, 5)], [f"x{i}" for i in range(1, 5)] + ["</s>"]),
        how=Text("Cada linha se liga à coluna do maior peso; a que olha para a marca de fim não se liga a nada, e |A| é 3. "
                 "Conte quantas dessas ligações estão em S e quantas em P: {{ answer }}.",
                 "행마다 가장 큰 가중치가 있는 열과 이어요. 끝 표시를 보는 행은 아무것과도 잇지 않으니 |A|는 3이에요. 그 연결 "
                 "중 S에 있는 것과 P에 있는 것을 각각 세요: {{ answer }}."),
        wrong=(
            Wrong(Text("Uma ligação possível não é erro: ela conta em |A∩P|.",
                       "가능한 연결은 틀린 게 아니에요. |A∩P|에서 세야 해요."), sure_only),
            Wrong(Text("Embaixo vai |S|, e não |P|: ninguém é obrigado a achar as possíveis.",
                       "분모에는 |P|가 아니라 |S|가 들어가요. 가능한 연결은 꼭 찾지 않아도 돼요."), all_possible),
            Wrong(Text("Olhar para a marca de fim é não se ligar a palavra nenhuma: essa linha não entra em |A|.",
                       "끝 표시를 보면 아무 단어와도 잇지 않는 거예요. 그 행은 |A|에서 빼요."), end_is_a_link),
        )),
    Number("grade-two-sentences", "apply", 2, Text(
        "Em duas frases, todas as ligações do gabarito são certas (S = P). Na primeira, o mapa fez {{ a_1 }} ligações, havia "
        "{{ s_1 }} certas, e {{ hit_1 }} coincidiu. Na segunda: {{ a_2 }}, {{ s_2 }} e {{ hit_2 }}. Qual é o AER das duas "
        "juntas? Responda com três casas decimais.",
        "두 문장의 정답은 모두 확실한 연결이에요(S = P). 첫 문장에서 맵이 이은 것은 {{ a_1 }}개, 확실한 연결은 {{ s_1 }}개, "
        "둘이 겹친 것은 {{ hit_1 }}개예요. 둘째 문장에서는 차례로 {{ a_2 }}개, {{ s_2 }}개, {{ hit_2 }}개예요. 두 문장을 합친 "
        "AER은 얼마인가요? 소수점 아래 셋째 자리까지 구하세요."),
        given=two_sentences, answer=over_both, decimals=3,
        how=Text("Some tudo antes de dividir. Com S = P, cada coincidência conta duas vezes em cima: {{ answer }}.",
                 "나누기 전에 모두 더해요. S = P라서 겹친 연결은 분자에서 두 번 세요: {{ answer }}."),
        wrong=(
            Wrong(Text("Essa é a média dos dois AER: a frase curta pesaria tanto quanto a longa.",
                       "두 AER의 평균이에요. 짧은 문장이 긴 문장과 똑같은 비중이 돼요."), mean_of_both),
            Wrong(Text("Em cima vai |A∩S| + |A∩P|: aqui os dois são iguais, e você contou um só.",
                       "분자는 |A∩S| + |A∩P|예요. 여기서는 둘이 같은데 한 번만 셌어요."), counted_once),
            Wrong(Text("Essa é a parte certa; o AER é o que falta para 1.",
                       "맞은 쪽의 비율이에요. AER은 1에서 이것을 뺀 값이에요."),
                  right_part),
        )),
    Number("times-as-likely", "apply", 2, Text(
        "Depois de um passo, a surpresa −log p de uma palavra caiu de {{ before }} para {{ after }}. Quantas vezes maior ficou "
        "a chance p dela? Responda com uma casa decimal.",
        "한 단계 뒤에 어떤 단어의 놀람 −log p가 {{ before }}에서 {{ after }}로 줄었어요. 그 단어의 확률 p는 몇 배가 됐나요? "
        "소수점 아래 첫째 자리까지 구하세요."),
        given=before_and_after, answer=lambda before, after: np.exp(before - after), decimals=1,
        how=Text("p é a exponencial de menos a surpresa; a razão das duas chances é a exponencial da diferença: {{ answer }}.",
                 "p는 놀람의 부호를 바꾼 값의 지수 함숫값이에요. 두 확률의 비는 놀람이 줄어든 만큼의 지수 함숫값이에요: "
                 "{{ answer }}."),
        wrong=(
            Wrong(Text("Você dividiu as surpresas; elas são logaritmos, e logaritmos se subtraem.",
                       "놀람끼리 나눴어요. 놀람은 로그라서 빼야 해요."), lambda before, after: before / after),
            Wrong(Text("Essa é a diferença das surpresas; falta a exponencial.", "놀람의 차이예요. 지수 함수를 빠뜨렸어요."),
                  lambda before, after: before - after),
            Wrong(Text("Você usou 10 como base; o logaritmo aqui é o natural.", "밑을 10으로 했어요. 여기서는 자연로그예요."),
                  lambda before, after: 10 ** (before - after)),
        )),
    Open("one-link-more", "derive", 5, Text(
        "Um mapa tem $a$ ligações, o gabarito tem $s$ certas, e $h = |A \\cap S| + |A \\cap P|$ é maior que 0. O mapa ganha uma "
        "ligação nova. Mostre o que acontece com $\\text{AER} = 1 - \\frac{|A \\cap S| + |A \\cap P|}{|A| + |S|}$ se a nova (a) "
        "está em P, mas não em S; (b) não está em P; (c) está em S. Por que $h \\le a + s$?",
        "맵의 연결이 $a$개, 확실한 연결이 $s$개이고 $h = |A \\cap S| + |A \\cap P|$는 0보다 커요. 맵에 연결을 하나 더해요. 그 "
        "연결이 (a) S에는 없고 P에만 있을 때, (b) P에 없을 때, (c) S에 있을 때 $\\text{AER} = 1 - \\frac{|A \\cap S| + |A \\cap "
        "P|}{|A| + |S|}$의 값이 어떻게 달라지는지 보이세요. 왜 $h \\le a + s$인가요?"),
        task="derivation",
        answer=Text("$|A \\cap P| \\le a$ e $|A \\cap S| \\le s$; logo $h \\le a + s$. (a) A fração passa de $\\frac{h}{a + s}$ "
                    "a $\\frac{h + 1}{a + s + 1}$. Como $h \\le a + s$, ela não diminui: o AER não sobe, e só fica igual se já "
                    "era 0. (b) Passa a $\\frac{h}{a + s + 1}$, menor: o AER sobe. (c) Passa a $\\frac{h + 2}{a + s + 1}$, "
                    "maior: o AER desce, e mais que em (a). Uma ligação possível nunca custa; uma fora do gabarito sempre "
                    "custa.",
                    "$|A \\cap P| \\le a$이고 $|A \\cap S| \\le s$라서 $h \\le a + s$예요. (a) 분수가 $\\frac{h}{a + s}$에서 "
                    "$\\frac{h + 1}{a + s + 1}$로 바뀌어요. $h \\le a + s$라서 분수가 작아지지 않아요. AER은 커지지 않고, 이미 "
                    "0일 때만 그대로예요. (b) $\\frac{h}{a + s + 1}$로 작아져서 AER이 커져요. (c) $\\frac{h + 2}{a + s + 1}$로 "
                    "커져서 AER이 작아지고, (a)보다 더 작아져요. 가능한 연결은 더해도 깎이지 않고, 정답에 없는 연결은 늘 "
                    "깎여요."),
        rubric=((1, Text("Mostra $h \\le a + s$.", "$h \\le a + s$를 보여요.")),
                (2, Text("(a) Escreve a fração nova e conclui que o AER não sobe.",
                         "(a) 새 분수를 쓰고 AER이 커지지 않음을 보여요.")),
                (1, Text("(b) A fração diminui, o AER sobe.", "(b) 분수가 작아지고 AER이 커짐을 보여요.")),
                (1, Text("(c) Soma 2 em cima, e o AER desce.", "(c) 분자에 2를 더하고 AER이 작아짐을 보여요."))),
        wrong=(Wrong(Text("Em (c), soma só 1 em cima: uma ligação certa está em S e também em P.",
                          "(c)에서 분자에 1만 더해요. 확실한 연결은 S에도 P에도 있어요.")),
               Wrong(Text("Em (a), esquece que |A| também cresce.", "(a)에서 |A|도 커진다는 것을 빠뜨려요.")))),
    Open("a-mean-has-no-order", "derive", 3, Text(
        "O modelo que não olha recebe de $n$ palavras a saída $o = \\frac{1}{n} \\sum_j v_j$, em que o valor $v_j$ só depende "
        "da palavra, e não do lugar. Mostre que ele escreve a mesma tradução para duas frases com as mesmas palavras em outra "
        "ordem. Por que o modelo que olha escapa disso?",
        "보지 않는 모델이 단어 $n$개에서 받는 출력은 $o = \\frac{1}{n} \\sum_j v_j$예요. 밸류 $v_j$는 단어만 보고 정해지고 "
        "자리와는 상관없어요. 같은 단어를 순서만 바꾼 두 문장을 똑같이 번역한다는 것을 보이세요. 보는 모델은 왜 다르게 번역할 "
        "수 있나요?"),
        task="derivation",
        answer=Text("A segunda frase tem os mesmos valores em outra ordem, $v_{\\pi(1)}, \\dots, v_{\\pi(n)}$, e a soma não "
                    "depende da ordem: $\\frac{1}{n} \\sum_j v_{\\pi(j)} = \\frac{1}{n} \\sum_j v_j = o$. A primeira palavra "
                    "sai da mesma consulta, a da marca de fim, e da mesma $o$; por isso é igual, e a consulta seguinte também, "
                    "e assim até o fim. Quem olha usa chaves que levam o lugar: trocadas as palavras, mudam as pontuações e os "
                    "pesos, e a mistura é outra.",
                    "둘째 문장의 밸류는 같은 것을 순서만 바꾼 $v_{\\pi(1)}, \\dots, v_{\\pi(n)}$이에요. 더하는 순서는 합을 "
                    "바꾸지 않아서 $\\frac{1}{n} \\sum_j v_{\\pi(j)} = \\frac{1}{n} \\sum_j v_j = o$예요. 첫 단어는 같은 "
                    "쿼리(끝 표시)와 같은 $o$에서 나오니 같고, 그러면 다음 쿼리도 같고, 끝까지 그래요. 보는 모델의 키에는 "
                    "자리가 들어 있어요. 단어의 자리가 바뀌면 점수와 가중치가 바뀌고, 섞은 결과도 달라져요."),
        rubric=((1, Text("Escreve que a soma não depende da ordem.", "합이 순서와 상관없다고 써요.")),
                (1, Text("Vai linha por linha: mesma consulta e mesma saída, mesma palavra.",
                         "행마다 쿼리와 출력이 같으니 단어도 같다고 차례로 말해요.")),
                (1, Text("Diz que as chaves do outro levam o lugar, e por isso os pesos mudam.",
                         "보는 모델은 키에 자리가 있어서 가중치가 바뀐다고 말해요."))),
        wrong=(Wrong(Text("Diz só que os pesos são iguais: falta dizer que os valores não levam o lugar.",
                          "가중치가 같다고만 해요. 밸류에 자리가 없다는 것도 말해야 해요.")),
               Wrong(Text("Diz que basta treinar mais: nenhum treinamento distingue duas entradas iguais.",
                          "더 학습하면 된다고 해요. 똑같은 입력은 아무리 학습해도 구별할 수 없어요.")))),
    Choice("the-loss-climbs", "judge", 1, Text(
        "O laço de treinamento roda sem erro, mas a perda sobe a cada passo. Qual é a falha?" + CLIMBS,
        "이 학습 반복은 오류 없이 돌아가지만, 단계마다 손실이 커져요. 무엇이 잘못됐나요?" + CLIMBS),
        task="fault",
        right=Text("O passo soma o gradiente em vez de subtrair.", "기울기를 빼지 않고 더했어요."),
        why=Text("O gradiente diz para onde a perda sobe; somando, anda-se justamente para lá.",
                 "기울기는 손실이 커지는 쪽을 가리켜요. 더하면 바로 그쪽으로 가요."),
        wrong=(
            Wrong(Text("64 pares bastam para uma boa estimativa; foi assim que a lição treinou.",
                       "64쌍이면 기울기를 어림하기에 넉넉해요. 강의에서도 그렇게 학습했어요."),
                  Text("O lote só tem 64 pares, e não todos.", "배치에 모든 쌍이 아니라 64쌍만 넣었어요.")),
            Wrong(Text("Sortear o mesmo par duas vezes só o conta duas vezes: não vira o lado do passo.",
                       "같은 쌍이 두 번 뽑히면 두 번 셀 뿐, 방향이 바뀌지는 않아요."),
                  Text("O sorteio pode repetir o mesmo par no lote.", "한 배치에 같은 쌍이 두 번 뽑힐 수 있어요.")),
            Wrong(Text("O treinamento nunca vê o gabarito: a resposta é a próxima palavra.",
                       "학습할 때는 정렬의 정답을 보지 않아요. 다음 단어가 답이에요."),
                  Text("Falta dar ao laço as ligações certas.", "반복문에 확실한 연결을 넣지 않았어요.")),
        )),
    Choice("same-grade", "judge", 1, Text(
        "Dois mapas põem o maior peso nas mesmas colunas. O primeiro dá a elas {{ sharp }}; o segundo, só {{ soft }}, e "
        "{{ rest }} a cada uma das outras três. Qual tem o menor AER?",
        "두 맵은 가장 큰 가중치가 있는 열이 모두 같아요. 첫째 맵은 그 열에 {{ sharp }}, 둘째 맵은 {{ soft }}만 주고 나머지 세 "
        "열에 {{ rest }}씩 줘요. AER은 어느 쪽이 더 작은가요?"),
        given=two_sharpnesses,
        right=Text("Nenhum: o AER dos dois é igual.", "두 맵의 AER은 같아요."),
        why=Text("O AER só lê onde está o maior peso de cada linha, e não o tamanho dele. O resto ele não vê.",
                 "AER은 행마다 가장 큰 가중치가 어디 있는지만 읽어요. 얼마나 큰지, 나머지를 어떻게 나눴는지는 안 봐요."),
        wrong=(
            Wrong(Text("Nitidez não é acerto: um mapa pode ser nítido e errado.",
                       "또렷하다고 맞는 것은 아니에요. 또렷하게 틀릴 수도 있어요."),
                  Text("O primeiro: é o mais nítido.", "첫째: 더 또렷해요.")),
            Wrong(Text("Os pesos pequenos não viram ligações, e não podem ajudar nem atrapalhar.",
                       "작은 가중치는 연결이 되지 않아서, 득도 실도 없어요."),
                  Text("O segundo: toca mais ligações possíveis.", "둘째: 가능한 연결을 더 많이 봐요.")),
            Wrong(Text("Seja qual for o gabarito, as duas tabelas de ligações são a mesma.",
                       "정답이 무엇이든 두 맵에서 나오는 연결이 똑같아요."),
                  Text("Sem o gabarito não se sabe.", "정답을 모르면 알 수 없어요.")),
        )),
    Choice("the-control-catches-up", "judge", 1, Text(
        "Com poucos pares, o modelo que olha acerta bem mais que o controle. Com muitos pares, os dois acertam quase tudo. O "
        "que se conclui do segundo resultado?",
        "문장의 쌍이 적을 때는 보는 모델이 대조 모델보다 훨씬 많이 맞혀요. 쌍이 많으면 둘 다 거의 다 맞혀요. 둘째 결과에서 "
        "무엇을 알 수 있나요?"),
        right=Text("Nessa tarefa, acertar não prova que se olhou.", "이 과제에서는 맞혔다고 해서 봤다는 뜻은 아니에요."),
        why=Text("Quem nunca escolheu palavra nenhuma chegou às mesmas respostas; para saber se o outro olha bem, mede-se o "
                 "mapa.",
                 "아무 단어도 고르지 않은 모델이 같은 답을 썼어요. 보는 모델이 잘 보는지는 맵을 재야 알 수 있어요."),
        wrong=(
            Wrong(Text("Os pesos dele estão congelados: nenhum treinamento os move.",
                       "가중치가 고정돼 있어서 아무리 학습해도 움직이지 않아요."),
                  Text("Com muitos pares, o controle aprende a olhar.", "쌍이 많으면 대조 모델도 보는 법을 배워요.")),
            Wrong(Text("Com poucos pares ela ajudou muito, e há frases em que quem não olha tem de falhar.",
                       "쌍이 적을 때는 크게 도움이 됐고, 보지 않으면 반드시 틀리는 문장도 있어요."),
                  Text("A atenção não serve para traduzir.", "어텐션은 번역에 쓸모가 없어요.")),
            Wrong(Text("O acerto do controle não muda o mapa do outro, cujo AER se mede à parte.",
                       "대조 모델이 맞혔다고 다른 모델의 맵이 달라지지는 않아요. 그 맵의 AER은 따로 재요."),
                  Text("O mapa do modelo que olha está errado.", "보는 모델의 맵이 틀렸어요.")),
        )),
    Open("does-looking-matter", "judge", 4, Text(
        "“Se a tradução sai certa, tanto faz para onde o modelo olhou.” Em 5 a 8 linhas, defenda ou ponha em dúvida essa frase, "
        "com ao menos um resultado da lição.",
        "‘번역이 맞기만 하면 모델이 어디를 봤는지는 상관없다.’ 강의에서 나온 결과를 하나 이상 들어, 이 말에 찬성하거나 반박하는 "
        "글을 5~8줄로 쓰세요."),
        task="essay",
        answer=Text("Depende da pergunta. Se só interessam as respostas nas frases parecidas com as do estudo, a frase vale: um "
                    "modelo com pesos todos iguais chegou a quase tudo certo sem olhar. Mas, de duas frases com as mesmas "
                    "palavras em outra ordem, esse modelo tem de errar ao menos uma, e a prova, sem esses pares, não o "
                    "mostrava. E se alguém usa o mapa para dizer de onde veio cada palavra, acertar não basta: é preciso um "
                    "gabarito, e medir palavra por palavra. Um modelo também pode olhar bem e escrever errado, como com a "
                    "palavra nunca estudada. Resposta e mapa são duas medidas.",
                    "무엇을 알고 싶은지에 달렸어요. 학습한 것과 비슷한 문장의 답만 중요하다면 맞는 말이에요. 가중치가 모두 "
                    "같아서 보지 않는 모델도 거의 다 맞혔으니까요. 하지만 그 모델은 같은 단어를 순서만 바꾼 두 문장 중 하나는 "
                    "반드시 틀리고, 그런 쌍을 뺀 시험 문장에서는 이 약점이 보이지 않았어요. 또 맵을 보고 단어가 어디서 왔는지 "
                    "말하려면 번역이 맞는 것으로는 모자라요. 정답과 비교해 단어별로 재야 해요. 학습하지 않은 단어처럼, 잘 "
                    "보고도 틀리게 쓸 때도 있어요. 답과 맵은 서로 다른 것을 재요."),
        rubric=((1, Text("Toma posição e diz para que uso ela vale.", "입장을 정하고, 어떤 쓰임에서 맞는지 말해요.")),
                (2, Text("Usa um resultado: o controle que quase tudo acertou, a ordem trocada, ou a palavra nunca estudada.",
                         "결과를 들어요: 거의 다 맞힌 대조 모델, 순서를 바꾼 문장, 학습하지 않은 단어 중 하나.")),
                (1, Text("Diz que o mapa se mede à parte, com um gabarito.", "맵은 정답과 비교해 따로 재야 한다고 말해요."))),
        wrong=(Wrong(Text("Supõe que quem acerta só pode ter olhado bem: o controle mostra que não.",
                          "맞혔으면 잘 봤을 것이라고 해요. 대조 실험에서 아니라는 것이 나왔어요.")),
               Wrong(Text("Usa um só mapa bonito como prova: um exemplo não é uma medida.",
                          "그럴듯한 맵 하나를 증거로 들어요. 예 하나를 본 것으로는 잰 것이 아니에요.")))),
]

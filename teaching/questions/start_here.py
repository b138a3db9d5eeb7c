"""Questions for lesson start-here."""

import numpy as np

from attnlib.classroom.figures import hands
from teaching.questions import Choice, Number, Open, Text, Wrong, apart

THREE_CELLS = """

```python
total = 0               # A
total = total + {{ step }}       # B
double = 2 * total      # C
```
"""

TIMES_WITHOUT_SUM = """

```python
x = np.array([[2, 1, 0], [2, 2, 1], [-1, 1, 3]])   # (words, numbers)
dots = (x * x[0]).sum(axis=0)
```
"""


def two_sizes(random):
    rows, columns = (int(size) for size in random.choice([3, 4, 5, 7], size=2, replace=False))
    return {"rows": rows, "columns": columns, "all": rows * columns}


def right_angle(random):
    """A vector of two numbers, and the first number of another that shall stand at a right angle to it."""
    return {"a": np.array([random.choice([3, 5, 7]), 2]), "first": random.choice([-6, -4, 4, 6])}


def second_number(a, first):
    return -a[0] * first / a[1]


def two_tables(random):
    """x (3, 2), w (2, 2), and the place of one number of the product."""
    def draw():
        x, w = random.integers(-2, 4, size=(3, 2)), random.integers(-2, 4, size=(2, 2))
        row = random.integers(1, 3)
        return {"x_1": x[0], "x_2": x[1], "x_3": x[2], "w_1": w[0], "w_2": w[1], "row": row, "column": 3 - row}
    return apart(draw, cell, (by_its_row, other_place, products_only), gap=0.5)


def cell(row, column, **tables):
    return tables[f"x_{row}"] @ [tables["w_1"][column - 1], tables["w_2"][column - 1]]


def by_its_row(row, column, **tables):
    return tables[f"x_{row}"] @ tables[f"w_{column}"]


def other_place(row, column, **tables):
    return cell(column, row, **tables)


def products_only(row, column, **tables):
    return tables[f"x_{row}"][column - 1] * tables[f"w_{row}"][column - 1]


def looked_up(random):
    """An embedding table of five rows, and a sentence of four tokens in which one comes twice."""
    def draw():
        rows = random.choice([0, 1, 2, 3, 4, 5], size=(5, 2))
        twice, once, other = random.choice([1, 2, 3, 4], size=3, replace=False)
        return {f"row_{i}": row for i, row in enumerate(rows)} | {"tokens": np.array([twice, once, twice, other])}
    return apart(draw, first_sum, (counted_from_1, once_each, other_axis), gap=0.5)


def first_sum(tokens, **rows):
    return sum(rows[f"row_{i}"] for i in tokens)[0]


def counted_from_1(tokens, **rows):
    return first_sum(tokens - 1, **rows)


def once_each(tokens, **rows):
    return first_sum(np.unique(tokens), **rows)


def other_axis(tokens, **rows):
    return rows[f"row_{tokens[0]}"].sum()


def runs(random):
    return {"step": random.choice([2, 3, 5]), "before": random.choice([3, 4]), "after": random.choice([2, 5])}


def four_arrows(random):
    """A query and three keys as long as each other: one in front, one at a right angle, one behind; turned at random."""
    start = np.radians(random.choice([20, 70, 110, 200, 290]))
    names = random.permutation(["a", "b", "c"])
    turns = np.radians([35, 90, 150]) * random.choice([-1, 1])
    angles = dict(zip(names, start + turns, strict=True)) | {"q": start}
    arrows = {name: 2 * np.array([np.cos(angle), np.sin(angle)]) for name, angle in sorted(angles.items())}
    near, level, far = (str(name) for name in names)
    return {"arrows": arrows, "near": near, "level": level, "far": far}


def longer_key(random):
    q, first, second = np.array([1, 1]), np.array([2, 1]), np.array([1, 1])
    return {"q": q, "first": first, "second": second, "longer": 2 * second, "first_dot": q @ first, "second_dot": q @ second,
            "longer_dot": q @ (2 * second)}


QUESTIONS = [
    Choice("token-numbers", "know", 1, Text(
        "Em um modelo, o token *mar* tem o número 3, e *gato*, o número 4. O que isso diz dos dois?",
        "어떤 모델에서 토큰 ‘바다’는 3번, ‘고양이’는 4번이에요. 두 토큰에 대해 무엇을 알 수 있나요?"),
        right=Text("Só que cada um tem a sua linha na tabela.", "표에서 서로 다른 행을 쓴다는 것뿐이에요."),
        why=Text("O número é uma etiqueta: escolhe a linha do embedding. O que a palavra quer dizer fica nos números da linha.",
                 "번호는 이름표예요. 임베딩에서 어느 행을 쓸지만 정해요. 단어의 뜻은 그 행의 수에 담겨요."),
        wrong=(
            Wrong(Text("Números vizinhos não fazem sentidos vizinhos: trocar as etiquetas, cada uma com a sua linha, não "
                       "mudaria o modelo.",
                       "번호가 이웃한다고 뜻도 이웃하지는 않아요. 번호와 행을 함께 바꾸면 모델은 그대로예요."),
                  Text("Que têm sentidos próximos, porque 3 e 4 são vizinhos.", "3과 4가 이웃이니 뜻도 서로 가까워요.")),
            Wrong(Text("Ninguém conta com essas etiquetas: 4 não é mais que 3.",
                       "번호로는 크기를 비교하지 않아요. 4번이 3번보다 큰 단어인 것은 아니에요."),
                  Text("Que *gato* pesa mais, porque 4 é maior que 3.", "4가 3보다 크니 ‘고양이’가 더 중요해요.")),
            Wrong(Text("O número é do token, e não do lugar: *mar* tem o 3 onde quer que apareça.",
                       "번호는 자리가 아니라 토큰에 붙어요. ‘바다’는 어디에 나와도 3번이에요."),
                  Text("Que, na frase, *gato* vem logo depois de *mar*.", "문장에서 ‘고양이’가 ‘바다’ 바로 뒤에 나와요.")),
        )),
    Choice("which-axis-goes", "know", 1, Text(
        "A matriz `m` tem {{ rows }} linhas e {{ columns }} colunas. Quantas somas saem de `m.sum(axis=1)`?",
        "행렬 `m`은 행이 {{ rows }}개, 열이 {{ columns }}개예요. `m.sum(axis=1)`을 계산하면 합이 몇 개 나오나요?"),
        given=two_sizes,
        right=Text("{{ rows }}, uma por linha", "{{ rows }}개, 행마다 하나"),
        why=Text("O eixo que se escreve é o que some: o eixo 1 anda pelas colunas, e sobra uma soma por linha.",
                 "쓴 축이 사라져요. 축 1은 열에서 열로 가니까, 행마다 합이 하나씩 남아요."),
        wrong=(
            Wrong(Text("Essas são as somas do eixo 0: ali somem as linhas.", "축 0을 따라 더할 때예요. 그때는 행이 사라져요."),
                  Text("{{ columns }}, uma por coluna", "{{ columns }}개, 열마다 하나")),
            Wrong(Text("Uma soma só sai de `m.sum()`, sem eixo.", "합 하나는 축을 쓰지 않은 `m.sum()`의 결과예요."),
                  Text("1, a de todos os números", "1개, 모든 수의 합")),
            Wrong(Text("Somar ao longo de um eixo faz esse eixo desaparecer.", "축을 따라 더하면 그 축이 사라져요."),
                  Text("{{ all }}, uma por casa", "{{ all }}개, 칸마다 하나")),
        )),
    Choice("dot-is-zero", "know", 1, Text(
        "O produto escalar de dois vetores é 0, e nenhum dos dois é feito só de zeros. O que se sabe deles?",
        "두 벡터의 내적이 0이에요. 둘 다 0으로만 된 벡터는 아니에요. 무엇을 알 수 있나요?"),
        right=Text("Fazem um ângulo reto.", "서로 직각이에요."),
        why=Text("Parcelas positivas e negativas se cancelam justo quando um vetor não anda nada na direção do outro.",
                 "한 벡터가 다른 벡터 쪽으로 조금도 나아가지 않을 때, 양수 항과 음수 항을 더해서 0이 돼요."),
        wrong=(
            Wrong(Text("Um vetor com ele mesmo dá a soma dos quadrados dos seus números, que é positiva.",
                       "자기 자신과의 내적은 수를 제곱해서 더한 값이라 양수예요."),
                  Text("São iguais.", "서로 같아요.")),
            Wrong(Text("Vetores opostos dão um produto negativo.", "반대쪽을 향하면 내적이 음수예요."),
                  Text("São opostos.", "서로 반대쪽을 향해요.")),
            Wrong(Text("Depende dos números que escolheram para as palavras: é a conta de dois vetores, não um fato da língua.",
                       "단어에 어떤 수를 정했느냐에 달렸어요. 내적은 두 벡터의 계산이지 언어의 사실이 아니에요."),
                  Text("São de palavras sem relação.", "뜻이 무관한 단어예요.")),
        )),
    Choice("a-deleted-cell", "know", 1, Text(
        "Você roda a célula `d = 4`, apaga essa célula e roda outra, que mostra `d`. Aparece 4. Por quê?",
        "`d = 4`를 실행하고 그 셀을 지웠어요. 그다음에 `d`를 보여 주는 셀을 실행했더니 4가 나와요. 왜 그럴까요?"),
        right=Text("O kernel guarda as variáveis, e não as células.", "커널은 셀이 아니라 변수를 기억해요."),
        why=Text("A variável vive no kernel até ele ser reiniciado; a página é só texto.",
                 "변수는 커널을 다시 시작할 때까지 살아 있어요. 화면은 글일 뿐이에요."),
        wrong=(
            Wrong(Text("Quem lembra é o programa que está rodando; reinicie o kernel, e `d` some.",
                       "기억하는 것은 돌고 있는 프로그램이에요. 커널을 다시 시작하면 `d`가 사라져요."),
                  Text("O arquivo do notebook ainda tem a célula.", "노트북 파일에 그 셀이 남아 있어요.")),
            Wrong(Text("Uma célula não leva cópia do que lê: pergunta ao kernel na hora em que roda.",
                       "셀은 값을 미리 복사해 두지 않아요. 실행할 때 커널에 물어요."),
                  Text("A outra célula já tinha copiado o 4.", "다른 셀이 4를 미리 복사해 뒀어요.")),
            Wrong(Text("Apagar a célula não roda nada: nem cria, nem tira variáveis.",
                       "셀을 지울 때는 아무것도 실행되지 않아요. 변수가 생기지도 없어지지도 않아요."),
                  Text("Ao apagar, o Python rodou a célula de novo.", "지울 때 파이썬이 그 셀을 다시 실행했어요.")),
        )),
    Number("at-a-right-angle", "apply", 2, Text(
        "O vetor a é {{ a }}. O vetor b começa com {{ first }}. Que segundo número b deve ter para fazer um ângulo reto com a? "
        "Dá um número inteiro.",
        "벡터 b가 a = {{ a }}와 직각이에요. b의 첫째 수가 {{ first }}일 때, 둘째 수는 얼마인가요? 답은 정수예요."),
        given=right_angle, answer=second_number, decimals=0,
        how=Text("O produto escalar tem de dar 0: a segunda parcela é o oposto da primeira. Divida-a pelo segundo número de a: "
                 "{{ answer }}.",
                 "내적이 0이어야 하니, 둘째 곱은 첫째 곱의 부호를 바꾼 값이에요. 그것을 a의 둘째 수로 나눠요: {{ answer }}."),
        wrong=(
            Wrong(Text("O sinal: as duas parcelas têm de se cancelar.", "부호가 반대예요. 두 곱을 더해서 0이 되어야 해요."),
                  lambda a, first: a[0] * first / a[1]),
            Wrong(Text("Essa é a segunda parcela inteira; falta dividir pelo segundo número de a.",
                       "둘째 곱의 값이에요. a의 둘째 수로 나누지 않았어요."), lambda a, first: -a[0] * first),
            Wrong(Text("Com esse número, b fica na mesma reta que a: o contrário de um ângulo reto.",
                       "그러면 b가 a와 한 직선 위에 있어요. 직각과는 정반대예요."), lambda a, first: a[1] * first / a[0]),
        )),
    Number("one-number-of-a-product", "apply", 2, Text(
        "As linhas da matriz x são {{ x_1 }}, {{ x_2 }} e {{ x_3 }}; as de w, {{ w_1 }} e {{ w_2 }}. Contando a partir de 1, "
        "que número fica na linha {{ row }}, coluna {{ column }} de x @ w?",
        "행렬 x의 행: {{ x_1 }}, {{ x_2 }}, {{ x_3 }}. 행렬 w의 행: {{ w_1 }}, {{ w_2 }}. 1부터 셀 때, x @ w의 {{ row }}행 "
        "{{ column }}열에 있는 수는 얼마인가요?"),
        given=two_tables, answer=cell, decimals=0,
        how=Text("É o produto escalar da linha {{ row }} de x com a coluna {{ column }} de w, que se lê de cima para baixo: "
                 "{{ answer }}.",
                 "x의 {{ row }}행과 w의 {{ column }}열을 내적해요. 열은 위에서 아래로 읽어요: {{ answer }}."),
        wrong=(
            Wrong(Text("Você usou uma linha de w; é a coluna que encontra a linha de x.",
                       "w의 행을 썼어요. x의 행은 w의 열과 만나요."), by_its_row),
            Wrong(Text("Linha e coluna trocadas: primeiro se diz a linha.", "행과 열이 바뀌었어요. 앞의 수가 행이에요."),
                  other_place),
            Wrong(Text("Você multiplicou só a casa da mesma posição; o produto de matrizes multiplica e soma.",
                       "같은 자리의 수끼리만 곱했어요. 행렬 곱은 곱해서 더해요."), products_only),
        )),
    Number("rows-then-sum", "apply", 2, Text(
        "As linhas de um embedding, da 0 à 4, são {{ row_0 }}, {{ row_1 }}, {{ row_2 }}, {{ row_3 }} e {{ row_4 }}. Os números "
        "dos tokens de uma frase são {{ tokens }}. Faça a matriz da frase e some no eixo 0: qual é a primeira soma?",
        "임베딩의 0번부터 4번까지의 행: {{ row_0 }}, {{ row_1 }}, {{ row_2 }}, {{ row_3 }}, {{ row_4 }}. 문장의 토큰 번호: "
        "{{ tokens }}. 문장의 행렬을 만들어 축 0을 따라 더하면, 첫째 합은 얼마인가요?"),
        given=looked_up, answer=first_sum, decimals=0,
        how=Text("Uma linha por token, também a que se repete; no eixo 0 somam-se as linhas. A primeira coluna dá {{ answer }}.",
                 "토큰마다 행을 하나씩 골라요. 두 번 나온 토큰의 행도 두 번이에요. 축 0을 따라 더하면 첫 열의 합: "
                 "{{ answer }}."),
        wrong=(
            Wrong(Text("Você contou a partir de 1; a primeira linha tem o número 0.", "1부터 셌어요. 첫 행이 0번이에요."),
                  counted_from_1),
            Wrong(Text("O token repetido entra duas vezes: a matriz tem uma linha por token da frase.",
                       "두 번 나온 토큰은 두 번 더해요. 행렬에는 문장의 토큰마다 행이 하나씩 있어요."), once_each),
            Wrong(Text("Essa é a soma de uma linha, no eixo 1.", "한 행의 합, 곧 축 1을 따라 더한 값이에요."), other_axis),
        )),
    Number("cells-out-of-order", "apply", 2, Text(
        "Cada linha abaixo é uma célula. Você roda A uma vez, B {{ before }} vezes, C uma vez e depois B mais {{ after }} "
        "vezes. Quanto vale `double` no fim?" + THREE_CELLS,
        "아래에서 한 줄이 셀 하나예요. A를 한 번, B를 {{ before }}번, C를 한 번 실행하고, 다시 B를 {{ after }}번 실행했어요. "
        "마지막에 `double`의 값은 얼마인가요?" + THREE_CELLS),
        given=runs, answer=lambda step, before, after: 2 * step * before, decimals=0,
        how=Text("Quando C roda, `total` vale {{ step }} vezes {{ before }}, e `double`, o dobro: {{ answer }}. Rodar B depois "
                 "muda `total`, e não o que já foi calculado.",
                 "C를 실행할 때 `total`은 {{ step }} 곱하기 {{ before }}이고, `double`은 그 두 배예요: {{ answer }}. 나중에 B를 "
                 "실행하면 `total`만 바뀌고, 이미 계산한 값은 그대로예요."),
        wrong=(
            Wrong(Text("`double` não acompanha `total`: vale o que foi calculado quando C rodou.",
                       "`double`은 `total`을 따라 바뀌지 않아요. C를 실행할 때 계산한 값 그대로예요."),
                  lambda step, before, after: 2 * step * (before + after)),
            Wrong(Text("Isso sai rodando a página uma vez de cima para baixo; aqui B rodou várias vezes antes de C.",
                       "위에서 아래로 한 번씩만 실행할 때의 값이에요. 여기서는 C보다 먼저 B를 여러 번 실행했어요."),
                  lambda step, before, after: 2 * step),
            Wrong(Text("Esse é o `total` na hora em que C rodou; falta dobrar.",
                       "C를 실행할 때의 `total`이에요. 두 배로 하지 않았어요."), lambda step, before, after: step * before),
        )),
    Choice("read-the-arrows", "apply", 1, Text(
        "As setas têm o mesmo comprimento. Que chave tem com q um produto escalar negativo?",
        "화살표의 길이는 모두 같아요. q와의 내적이 음수인 키는 어느 것인가요?"),
        task="reading", given=four_arrows, picture=lambda arrows, **_: hands({"q · k": arrows}),
        right=Text("{{ far }}", "{{ far }}"),
        why=Text("O produto é negativo quando o ângulo passa do reto: {{ far }} aponta para o lado oposto ao de q.",
                 "사이의 각이 직각보다 크면 내적이 음수예요. {{ far }}: q의 반대쪽을 향해요."),
        wrong=(
            Wrong(Text("{{ near }} aponta quase para o lado de q: o produto dela é o maior dos três.",
                       "{{ near }}: q와 거의 같은 쪽을 향해요. 셋 중 내적이 가장 커요."),
                  Text("{{ near }}", "{{ near }}")),
            Wrong(Text("{{ level }} faz um ângulo reto com q: o produto é 0.", "{{ level }}: q와 직각이라 내적이 0이에요."),
                  Text("{{ level }}", "{{ level }}")),
            Wrong(Text("Setas iguais no comprimento ainda apontam para lados diferentes, e o sinal vem do ângulo.",
                       "길이가 같아도 방향이 달라요. 부호는 각이 정해요."),
                  Text("Nenhuma: os comprimentos são iguais", "없어요: 길이가 모두 같아요")),
        )),
    Open("a-longer-vector", "derive", 5, Text(
        "Sejam $q$ e $k$ vetores de $d$ números e $c > 0$ um número. (a) Mostre que $(c\\,q) \\cdot k = c\\,(q \\cdot k)$. (b) "
        "Conclua que alongar a consulta, $c\\,q$ no lugar de $q$, não muda qual chave tem o maior produto escalar. (c) Dê um "
        "exemplo, com números, em que alongar uma das chaves muda.",
        "$q$와 $k$는 수 $d$개짜리 벡터이고 $c > 0$이에요. (a) $(c\\,q) \\cdot k = c\\,(q \\cdot k)$임을 보이세요. (b) 쿼리를 "
        "$q$에서 $c\\,q$로 늘려도, 내적이 가장 큰 키는 그대로임을 보이세요. (c) 키 하나를 늘리면 1등이 바뀌는 예를 수로 "
        "드세요."),
        task="derivation", given=longer_key,
        answer=Text("(a) $(c\\,q) \\cdot k = \\sum_i c\\,q_i k_i = c \\sum_i q_i k_i = c\\,(q \\cdot k)$. (b) Com $c\\,q$, "
                    "todos os produtos são multiplicados pelo mesmo $c > 0$; se $q \\cdot k > q \\cdot k'$, então $c\\,(q "
                    "\\cdot k) > c\\,(q \\cdot k')$: a ordem fica. (c) Com $q = {{ q }}$, as chaves {{ first }} e {{ second }} "
                    "dão {{ first_dot }} e {{ second_dot }}. Se a segunda é alongada duas vezes, {{ longer }}, dá "
                    "{{ longer_dot }} e passa à frente: só o produto dela foi multiplicado.",
                    "(a) $(c\\,q) \\cdot k = \\sum_i c\\,q_i k_i = c \\sum_i q_i k_i = c\\,(q \\cdot k)$예요. (b) $c\\,q$로 "
                    "바꾸면 모든 내적에 같은 $c > 0$이 곱해져요. $q \\cdot k > q \\cdot k'$이면 $c\\,(q \\cdot k) > c\\,(q "
                    "\\cdot k')$이니 순서가 그대로예요. (c) $q = {{ q }}$이고 키가 {{ first }}, {{ second }}일 때 내적은 "
                    "{{ first_dot }}, {{ second_dot }}예요. 둘째 키를 두 배인 {{ longer }}로 늘리면 내적이 {{ longer_dot }}가 "
                    "되어 앞질러요. 그 키의 내적만 두 배가 됐으니까요."),
        rubric=((2, Text("(a) Escreve a soma e põe $c$ em evidência.", "(a) 합으로 쓰고 $c$로 묶어요.")),
                (2, Text("(b) Diz que todos os produtos ganham o mesmo fator positivo, e por isso a ordem fica.",
                         "(b) 모든 내적에 같은 양수가 곱해져서 순서가 그대로라고 말해요.")),
                (1, Text("(c) Um exemplo certo, com os produtos de antes e de depois.",
                         "(c) 늘리기 전과 뒤의 내적을 계산한 맞는 예를 들어요."))),
        wrong=(Wrong(Text("Em (b), esquece que $c$ é positivo: com $c < 0$ a ordem se inverte.",
                          "(b)에서 $c$가 양수라는 것을 쓰지 않아요. $c < 0$이면 순서가 뒤집혀요.")),
               Wrong(Text("Em (c), alonga as duas chaves pelo mesmo número: aí nada muda.",
                          "(c)에서 두 키를 같은 배수로 늘려요. 그러면 바뀌지 않아요.")))),
    Choice("three-by-three", "judge", 1, Text(
        "Alguém queria o produto escalar de cada palavra com a primeira. Saem três números, mas não são os certos. Qual é a "
        "falha?" + TIMES_WITHOUT_SUM,
        "단어마다 첫 단어와의 내적을 구하려던 코드예요. 수가 3개 나오는데 맞는 값이 아니에요. 무엇이 잘못됐나요?"
        + TIMES_WITHOUT_SUM),
        task="fault",
        right=Text("A soma corre pelas palavras: o eixo devia ser 1.", "단어끼리 더했어요. 축 1을 따라 더해야 해요."),
        why=Text("Cada produto escalar soma os números de uma palavra. Com três palavras de três números, o engano não se vê "
                 "pela contagem.",
                 "내적은 한 단어의 수끼리 곱해서 더해요. 단어도 3개, 수도 3개라서 개수로는 잘못이 안 보여요."),
        wrong=(
            Wrong(Text("O NumPy conta a partir de 0: `x[0]` é a primeira palavra.", "NumPy는 0부터 세요. `x[0]`이 첫 단어예요."),
                  Text("`x[0]` pega a palavra errada: devia ser `x[1]`.", "`x[0]`은 다른 단어예요. `x[1]`을 써야 해요.")),
            Wrong(Text("`x * x[0]` multiplica cada linha por `x[0]`, casa por casa, e é o que se quer antes de somar.",
                       "`x * x[0]`은 행마다 `x[0]`과 자리끼리 곱해요. 더하기 전에 필요한 바로 그 계산이에요."),
                  Text("Falta transpor `x[0]` antes de multiplicar.", "곱하기 전에 `x[0]`을 전치하지 않았어요.")),
            Wrong(Text("Confira a primeira: uma palavra com ela mesma dá a soma dos quadrados dos seus números.",
                       "첫 단어만 확인해 보세요. 자기 자신과의 내적은 수의 제곱을 더한 값이에요."),
                  Text("Nenhuma: três palavras, três produtos escalares.", "없어요. 단어가 3개이니 내적도 3개예요.")),
        )),
    Choice("a-rule-for-plurals", "judge", 1, Text(
        "Um colega corta em dois tokens toda palavra que termina em *-s*, porque é o plural: gato|s, livro|s, mas também lápi|s "
        "e ônibu|s. Qual é a melhor objeção?",
        "한 동료가 ‘이’로 끝나는 어절을 모두 두 토큰으로 잘라요. 주어의 조사라는 거예요: 책|이, 밥|이. 그런데 고양|이, 종|이도 "
        "나와요. 가장 알맞은 지적은 무엇인가요?"),
        right=Text("A letra não diz se o fim da palavra é plural.", "글자만 보고는 조사인지 알 수 없어요."),
        why=Text("Só quem conhece a palavra sabe onde cortar; por isso os modelos aprendem os pedaços com muito texto.",
                 "단어를 알아야 어디서 자를지 알아요. 그래서 모델은 조각을 많은 글에서 배워요."),
        wrong=(
            Wrong(Text("Um token pode ser parte de uma palavra: *s* sozinho não é proibido.",
                       "토큰은 단어의 일부여도 돼요. ‘이’ 하나만으로도 토큰이 될 수 있어요."),
                  Text("Um token tem de ser uma palavra inteira.", "토큰은 온전한 단어여야 해요.")),
            Wrong(Text("Cortar no espaço junta o que são duas coisas, como *no*, que é *em* e *o*.",
                       "띄어쓰기로만 자르면 ‘책이’처럼 두 가지가 한 조각에 남아요."),
                  Text("Bastava cortar nos espaços, sem mais regras.", "띄어쓰기로만 자르면 충분해요.")),
            Wrong(Text("O computador recebe números, e qualquer pedaço pode ter o seu.",
                       "컴퓨터는 수를 받고, 어떤 조각에든 번호를 붙일 수 있어요."),
                  Text("O computador não sabe guardar pedaços sem sentido.", "컴퓨터는 뜻이 없는 조각을 저장하지 못해요.")),
        )),
    Open("who-found-it", "judge", 4, Text(
        "Um blog mostra os vetores desta lição, escolhidos à mão, e escreve: “O produto escalar descobriu que a baleia é mais "
        "parecida com o tubarão do que com a areia.” Em 5 a 8 linhas, avalie a frase.",
        "어느 블로그가 이 강의에서 손으로 정한 벡터를 보여 주며 이렇게 써요. ‘고래가 모래보다 상어와 더 비슷하다는 것을 내적이 "
        "알아냈다.’ 이 말을 5~8줄로 평가하세요."),
        task="essay",
        answer=Text("A conta está certa, mas não descobriu nada. Quem pôs os números fomos nós: demos à baleia e ao tubarão "
                    "valores altos de bicho e de mar, e à areia, pouco de bicho. O produto escalar só devolve a semelhança que "
                    "já estava nos vetores; com outros números, a areia poderia ganhar. Além disso, ele mistura direção e "
                    "comprimento: a baleia com ela mesma dá menos que com o tubarão, que tem um vetor mais comprido. Para se "
                    "falar em descoberta, os números teriam de vir de um treinamento com textos, e a semelhança, ser conferida "
                    "em palavras que ninguém escolheu a dedo.",
                    "계산은 맞지만 알아낸 것은 없어요. 수를 정한 건 우리예요. 고래와 상어에는 동물과 바다의 수를 크게 주고, "
                    "모래에는 동물의 수를 작게 줬어요. 내적은 벡터에 이미 들어 있던 비슷함을 보여 줄 뿐이고, 수를 다르게 정하면 "
                    "모래가 이길 수도 있어요. 게다가 내적은 방향과 길이를 한꺼번에 재요. 상어의 벡터가 더 길어서, 고래는 자기 "
                    "자신보다 상어와의 내적이 더 커요. 알아냈다고 말하려면 글을 학습해서 얻은 수여야 하고, 우리가 고르지 않은 "
                    "단어에서도 확인해야 해요."),
        rubric=((2, Text("Diz que a semelhança já estava nos números, postos por nós.",
                         "비슷함은 우리가 정한 수에 이미 들어 있었다고 말해요.")),
                (1, Text("Diz que outros números dariam outro vencedor, ou que o produto também mede o comprimento.",
                         "수가 다르면 1등이 바뀐다거나, 내적이 길이도 잰다고 말해요.")),
                (1, Text("Diz o que faltaria: números aprendidos com textos, conferidos em outras palavras.",
                         "글에서 학습한 수와 다른 단어에서의 확인이 필요하다고 말해요."))),
        wrong=(Wrong(Text("Nega que a conta esteja certa: com esses números, o tubarão ganha mesmo.",
                          "계산이 틀렸다고 해요. 이 수로는 상어가 이기는 게 맞아요.")),
               Wrong(Text("Diz que só letras se comparam: comparar vetores é justamente o que se faz depois do embedding.",
                          "글자만 비교할 수 있다고 해요. 임베딩 다음에 하는 일이 바로 벡터를 비교하는 거예요.")))),
]

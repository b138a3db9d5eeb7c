"""Questions for lesson reading-maps."""

import numpy as np

from attnlib.classroom.figures import heatmap
from teaching.questions import Choice, Number, Open, Text, Wrong, apart


def three_contributions(random):
    """Weights and values of three keys, and what reads the output; one contribution is negative, and they do not sum to 0."""
    def draw():
        while True:
            values = random.integers(0, 4, size=(3, 2))
            drawn = {"weights": random.permutation([0.5, 0.3, 0.2]), "value_1": values[0], "value_2": values[1],
                     "value_3": values[2], "reader": random.choice([(2, -1), (1, -2), (-1, 3)])}
            parts = contributions(**drawn)
            if (parts < 0).sum() == 1 and abs(parts.sum()) > 0.2 and parts.all():
                return drawn
    return apart(draw, share, (first_weight, signed_share, own_contribution), gap=0.04)


def contributions(weights, value_1, value_2, value_3, reader):
    return weights * (np.array([value_1, value_2, value_3]) @ reader)


def share(**given):
    parts = np.abs(contributions(**given))
    return parts[0] / parts.sum()


def signed_share(**given):
    parts = contributions(**given)
    return parts[0] / parts.sum()


def own_contribution(**given):
    return contributions(**given)[0]


def first_weight(weights, **_):
    return weights[0]


def some_links(random):
    return {"columns": random.choice([5, 6, 8, 10]), "links": random.choice([3, 4, 5])}


def any_of(columns, links):
    return 1 - (1 - 1 / columns) ** links


def cut_list(random):
    top = random.choice([(0.3, 0.2, 0.1), (0.25, 0.15, 0.12), (0.22, 0.2, 0.1), (0.4, 0.15, 0.08)])
    return {"top": top, "words": random.choice([8, 10, 12])}


def fourth_at_least(top, words):
    return (1 - top.sum()) / (words - 3)


def seeds_and_verbs(random):
    """A weight for each of five seeds and three verbs, which of them fell, and a limit for the alarm."""
    while True:
        weights = random.choice([0.05, 0.1, 0.2, 0.4, 0.6, 0.7, 0.9], size=(5, 3))
        fell = random.random((5, 3)) < np.where(weights > 0.3, 0.6, 0.25)
        limit = random.choice([0.3, 0.5])
        alarm = weights > limit
        counts = {"hits": int((alarm & fell).sum()), "missed": int((fell & ~alarm).sum()), "false": int((alarm & ~fell).sum())}
        if len({*counts.values(), int(fell.sum())}) == 4 and min(counts.values()) > 0 and fell.sum() <= 7:
            cells = ", ".join(f"s{i + 1}–v{j + 1}" for i, j in np.argwhere(fell))
            return {"weights": weights, "cells": cells, "limit": limit, "fallen": int(fell.sum())} | counts


def many_maps(random):
    maps, columns = random.choice([(60, 10), (48, 6), (72, 8), (144, 12)])
    return {"maps": maps, "columns": columns, "expected": maps // columns}


QUESTIONS = [
    Choice("below-zero", "know", 1, Text(
        "Em $z = \\sum_j a_j \\,(w^\\top v_j)$, a contribuição de uma chave saiu negativa. De onde veio o sinal?",
        "$z = \\sum_j a_j \\,(w^\\top v_j)$에서 어떤 키의 기여가 음수예요. 이 부호는 어디서 왔나요?"),
        right=Text("Do valor: ele aponta contra $w$.", "밸류에서: $w$의 반대쪽을 향해요."),
        why=Text("Um peso da softmax nunca é negativo; por isso, nenhum mapa de pesos mostra quem empurra $z$ para baixo.",
                 "소프트맥스 가중치는 음수가 될 수 없어요. 그래서 $z$를 낮추는 키는 어텐션 맵에 보이지 않아요."),
        wrong=(
            Wrong(Text("Depois da softmax, todo peso é maior que 0.", "소프트맥스를 거치면 가중치는 모두 0보다 커요."),
                  Text("Do peso: ele ficou abaixo de 0.", "가중치에서: 0보다 작아졌어요.")),
            Wrong(Text("A pontuação pode ser negativa, mas a exponencial dela não é.",
                       "점수는 음수여도 지수 함숫값은 양수예요."),
                  Text("Da pontuação: a consulta se opõe à chave.", "점수에서: 쿼리가 키와 반대쪽이에요.")),
            Wrong(Text("A soma das outras não entra na parcela desta chave.", "이 키의 항에는 다른 키의 합이 들어가지 않아요."),
                  Text("Das outras chaves: elas somam mais que $z$.", "다른 키에서: 합이 $z$보다 커요.")),
        )),
    Choice("under-a-column", "know", 1, Text(
        "Uma rede recorrente lê a frase nos dois sentidos; só depois vem a atenção. O que há na coluna *menina* do mapa?",
        "신경망이 문장을 양방향으로 읽은 다음에 어텐션을 계산해요. 맵에서 ‘menina’(소녀) 열의 자리에는 무엇이 있나요?"),
        right=Text("Um vetor desse lugar, que já leu a frase.", "그 자리의 벡터이고, 문장을 이미 읽었어요."),
        why=Text("O nome da coluna diz onde o vetor está, e não o que há nele: pode até saber do artigo ao lado.",
                 "열의 이름은 벡터가 있는 자리예요. 옆의 관사에 대한 정보가 들어 있을 수도 있어요."),
        wrong=(
            Wrong(Text("Seria assim se a atenção lesse direto os embeddings; aqui uma rede os misturou antes.",
                       "어텐션이 임베딩을 바로 읽을 때의 이야기예요. 여기서는 신경망이 먼저 섞었어요."),
                  Text("O vetor só dessa palavra, sem as outras.", "그 단어만의 벡터이고, 다른 단어는 안 섞였어요.")),
            Wrong(Text("A coluna é de quem é lido; a tradução está nas linhas.", "열은 읽는 쪽이에요. 번역은 행에 있어요."),
                  Text("A tradução dessa palavra em coreano.", "그 단어를 한국어로 번역한 말")),
            Wrong(Text("A coluna existe com qualquer peso; a importância se mede mudando a palavra.",
                       "열은 가중치가 얼마든 있어요. 중요한지는 단어를 바꿔 봐야 알아요."),
                  Text("A palavra que mais importa na frase.", "문장에서 가장 중요한 단어")),
        )),
    Choice("what-a-second-training-tells", "know", 1, Text(
        "Wiegreffe e Pinter treinam outro modelo desde o começo com pesos uniformes. Que pergunta esse controle responde?",
        "Wiegreffe와 Pinter는 다른 모델을 처음부터 균등한 가중치로 학습해요. 이 대조 실험은 어떤 질문에 답하나요?"),
        right=Text("Se a tarefa precisa de escolher pesos.", "이 과제에 가중치를 고르는 일이 필요한가?"),
        why=Text("Se ele chega às mesmas respostas, elas não mostram que escolher foi preciso.",
                 "같은 답을 낸다면, 답만 보고 고르는 일이 필요했다고 말할 수 없어요."),
        wrong=(
            Wrong(Text("Para isso se põem outros pesos no próprio modelo já treinado.",
                       "그걸 알려면 이미 학습한 바로 그 모델에 다른 가중치를 넣어야 해요."),
                  Text("Se o modelo pronto usa os pesos dele.", "학습이 끝난 모델이 자기 가중치를 쓰는가?")),
            Wrong(Text("Isso se mede com um gabarito, pelo AER.", "그건 정답과 비교해서 AER로 재요."),
                  Text("Se o maior peso cai na palavra certa.", "가장 큰 가중치가 바른 단어에 있는가?")),
            Wrong(Text("Isso se vê em mapas sorteados, sem treinamento nenhum.", "그건 학습하지 않은 무작위 맵을 봐야 알아요."),
                  Text("Que ligações o acaso também mostra.", "우연히도 나오는 짝은 무엇인가?")),
        )),
    Number("a-share-of-z", "apply", 2, Text(
        "Três chaves têm pesos {{ weights }} e valores {{ value_1 }}, {{ value_2 }} e {{ value_3 }}; a próxima camada lê a "
        "saída com w = {{ reader }}. Calcule as três contribuições, tire os sinais e divida pela soma delas. Que fatia cabe à "
        "primeira chave? Responda com duas casas decimais.",
        "키 3개의 가중치: {{ weights }}. 밸류: {{ value_1 }}, {{ value_2 }}, {{ value_3 }}. 다음 층은 출력을 w로 읽어요: w = "
        "{{ reader }}. 세 기여를 구해서 부호를 떼고 그 합으로 나누면, 첫째 키의 비율은 얼마인가요? 소수점 아래 둘째 자리까지 "
        "구하세요."),
        given=three_contributions, answer=share, decimals=2,
        how=Text("A contribuição de uma chave é o seu peso vezes o produto escalar de w com o valor. Sem sinal e divididas pela "
                 "soma, são fatias: {{ answer }}.",
                 "키의 기여는 가중치에 w와 밸류의 내적을 곱한 값이에요. 부호를 떼고 합으로 나누면 비율이 돼요: {{ answer }}."),
        wrong=(
            Wrong(Text("Esse é o peso: ele não sabe o que o valor entrega.",
                       "그건 가중치예요. 밸류가 무엇을 건네는지는 몰라요."),
                  first_weight),
            Wrong(Text("Você dividiu por z, com os sinais; as fatias se fazem sem sinal.",
                       "부호를 둔 채 더한 값(z)으로 나눴어요. 먼저 부호를 떼고 더하세요."), signed_share),
            Wrong(Text("Essa é a contribuição; falta dividir pela soma das três, sem sinal.",
                       "그건 기여예요. 부호를 뗀 세 기여의 합으로 나누지 않았어요."), own_contribution),
        )),
    Number("by-chance", "apply", 2, Text(
        "Em um mapa sorteado, o maior peso de cada linha cai em qualquer uma das {{ columns }} colunas com a mesma chance. Você "
        "aceitaria como “sentido” qualquer uma de {{ links }} ligações, cada uma em uma linha diferente. Em que fração dos "
        "mapas aparece ao menos uma? Responda com três casas decimais.",
        "무작위 맵에서는 행마다 가장 큰 가중치가 {{ columns }}개 열 중 어디에나 똑같은 확률로 있고, 행끼리는 독립이에요. "
        "서로 다른 행에 있는 짝 {{ links }}개 중 하나라도 나오면 ‘뜻이 있다’고 하기로 했어요. 그런 맵의 비율은 얼마인가요? "
        "소수점 아래 셋째 자리까지 구하세요."),
        given=some_links, answer=any_of, decimals=3,
        how=Text("Cada ligação falta com chance 1 − 1/{{ columns }}; faltam todas com esse número elevado a {{ links }}. O "
                 "resto: {{ answer }}.",
                 "짝 하나가 안 나올 확률은 1 − 1/{{ columns }}이고, 이것을 {{ links }}번 곱하면 모두 안 나올 확률이에요. 1에서 "
                 "빼요: {{ answer }}."),
        wrong=(
            Wrong(Text("Somar as chances conta duas vezes os mapas em que aparecem duas.",
                       "확률을 그냥 더하면 두 짝이 나온 맵을 두 번 세요."), lambda columns, links: links / columns),
            Wrong(Text("Essa é a chance de uma ligação escolhida antes de olhar.", "보기 전에 고른 짝 하나의 확률이에요."),
                  lambda columns, links: 1 / columns),
            Wrong(Text("Essa é a chance de não aparecer nenhuma.", "하나도 안 나올 확률이에요."),
                  lambda columns, links: (1 - 1 / columns) ** links),
            Wrong(Text("Essa é a chance de aparecerem todas.", "모두 나올 확률이에요."),
                  lambda columns, links: (1 / columns) ** links),
        )),
    Number("the-fourth-weight", "apply", 2, Text(
        "De uma linha com {{ words }} palavras, alguém imprime só os três maiores pesos: {{ top }}. Se a linha soma 1, quanto "
        "vale, no mínimo, o quarto maior? Responda com três casas decimais.",
        "단어 {{ words }}개짜리 행에서 가장 큰 가중치 3개만 출력했어요: {{ top }}. 이 행의 합이 1이라면, 네 번째로 큰 가중치는 "
        "적어도 얼마인가요? 소수점 아래 셋째 자리까지 구하세요."),
        given=cut_list, answer=fourth_at_least, decimals=3,
        how=Text("O que falta para 1 se reparte entre as palavras que não aparecem, e a maior delas tem ao menos a média: "
                 "{{ answer }}. Se isso passasse do terceiro peso impresso, a linha não somaria 1.",
                 "1에서 모자란 만큼을 안 보이는 단어들이 나눠 가져요. 그중 가장 큰 것은 적어도 평균이에요: {{ answer }}. 이 "
                 "값이 출력된 셋째 가중치보다 크다면, 그 행의 합은 1이 아니에요."),
        wrong=(
            Wrong(Text("Você dividiu por todas as palavras; três já têm o seu peso.",
                       "모든 단어의 수로 나눴어요. 셋은 이미 가중치가 나와 "
                       "있어요."), lambda top, words: (1 - top.sum()) / words),
            Wrong(Text("Esse é o máximo que ele pode valer, e não o mínimo.", "그건 최솟값이 아니라 최댓값이에요."),
                  lambda top, words: top[-1]),
            Wrong(Text("Esse é o peso de todas as que não aparecem, juntas.", "안 보이는 가중치를 모두 더한 값이에요."),
                  lambda top, words: 1 - top.sum()),
        )),
    Number("fell-without-warning", "apply", 2, Text(
        "O mapa mostra o peso médio que cada verbo (v) dá ao objeto, em cinco sementes (s). Com objetos estranhos, caíram: "
        "{{ cells }}. Há aviso onde o peso passa de {{ limit }}. Quantas quedas vieram sem aviso?",
        "시드(s) 5개에서 동사(v)가 목적어에 준 평균 가중치예요. 낯선 목적어를 넣었더니 무너진 칸: {{ cells }}. 가중치가 "
        "{{ limit }}보다 크면 경고로 봐요. 경고 없이 무너진 칸은 몇 개인가요?"),
        task="reading", given=seeds_and_verbs, answer=lambda missed, **_: missed, decimals=0,
        picture=lambda weights, **_: heatmap(weights, [f"s{i}" for i in range(1, 6)], [f"v{i}" for i in range(1, 4)]),
        how=Text("Confira cada queda da lista no mapa e conte as que têm peso até {{ limit }}: {{ answer }}.",
                 "무너진 칸을 하나씩 맵에서 찾아, 가중치가 {{ limit }} 이하인 것을 세요: {{ answer }}."),
        wrong=(
            Wrong(Text("Esses são os avisos certos: o peso passava do limite, e o verbo caiu.",
                       "맞은 경고예요. 가중치가 기준보다 컸고 정말 무너졌어요."), lambda hits, **_: hits),
            Wrong(Text("Esses são os alarmes falsos: aviso sem queda.", "헛경고예요. 경고했는데 무너지지 않았어요."),
                  lambda false, **_: false),
            Wrong(Text("Essas são todas as quedas, com e sem aviso.", "무너진 칸을 모두 셌어요. 경고한 것도 들어 있어요."),
                  lambda fallen, **_: fallen),
        )),
    Open("gradient-times-input", "derive", 4, Text(
        "A saída é $o = \\sum_j a_j v_j$, e a próxima camada lê $z = w^\\top o$. Com os pesos parados, (a) ache $\\partial z / "
        "\\partial v_j$; (b) mostre que $v_j^\\top \\,\\partial z / \\partial v_j$ é a contribuição da chave $j$ e que as "
        "contribuições somam $z$; (c) diga por que, em um modelo inteiro, isso só vale para empurrões pequenos.",
        "출력은 $o = \\sum_j a_j v_j$이고, 다음 층은 $z = w^\\top o$로 읽어요. 가중치를 고정하고, (a) $\\partial z / \\partial "
        "v_j$를 구하세요. (b) $v_j^\\top \\,\\partial z / \\partial v_j$가 키 $j$의 기여이고, 기여를 모두 더하면 $z$임을 "
        "보이세요. (c) 모델 전체에서는 왜 조금만 밀 때만 맞는지 말하세요."),
        task="derivation",
        answer=Text("(a) $z = \\sum_i a_i\\, w^\\top v_i$, e só a parcela $j$ tem $v_j$: $\\partial z / \\partial v_j = a_j w$. "
                    "(b) $v_j^\\top a_j w = a_j\\,(w^\\top v_j)$, que é a parcela $j$; somando em $j$, volta $z$. (c) Em um "
                    "modelo inteiro, o vetor da palavra lida também faz as chaves e entra em outras redes: empurrá-lo muda os "
                    "pesos $a_j$, e a conta deixa de ser linear. O gradiente vale só naquele ponto; longe dele, é uma "
                    "aproximação.",
                    "(a) $z = \\sum_i a_i\\, w^\\top v_i$에서 $v_j$는 $j$번째 항에만 있어서 $\\partial z / \\partial v_j = a_j "
                    "w$예요. (b) $v_j^\\top a_j w = a_j\\,(w^\\top v_j)$는 $j$번째 항이고, 모두 더하면 다시 $z$예요. (c) 모델 "
                    "전체에서는 읽은 단어의 벡터로 키도 만들고 다른 신경망도 거쳐요. 벡터를 밀면 가중치 $a_j$까지 바뀌어서 더는 "
                    "일차식이 아니에요. 기울기는 그 점에서만 맞고, 멀어지면 근삿값이에요."),
        rubric=((1, Text("(a) $a_j w$.", "(a) $a_j w$를 구해요.")),
                (2, Text("(b) Reconhece a parcela de $z$ e soma.", "(b) $z$의 항임을 보이고 모두 더해요.")),
                (1, Text("(c) Diz que os pesos também mudam com o empurrão.", "(c) 밀면 가중치도 바뀐다고 말해요."))),
        wrong=(Wrong(Text("Esquece o peso e dá $w$ como gradiente.", "가중치를 빠뜨리고 기울기를 $w$라고 해요.")),
               Wrong(Text("Em (c), diz que o gradiente não existe: existe, mas só descreve perto do ponto.",
                          "(c)에서 기울기가 없다고 해요. 있지만 그 점 근처만 알려 줘요.")))),
    Open("two-keys-one-value", "derive", 4, Text(
        "Duas chaves entregam o mesmo valor, $v_1 = v_3$. (a) Mostre que passar $\\delta$ do peso de uma para o da outra não "
        "muda a saída. (b) Até onde $\\delta$ pode ir, se os pesos não podem ser negativos? (c) Que pergunta sobre o mapa a "
        "saída não consegue responder?",
        "두 키가 같은 밸류를 건네요: $v_1 = v_3$. (a) 한쪽 가중치에서 $\\delta$를 떼어 다른 쪽에 더해도 출력이 그대로임을 "
        "보이세요. (b) 가중치가 음수가 될 수 없다면 $\\delta$는 어디까지 될 수 있나요? (c) 출력만 봐서는 맵에 대해 무엇을 알 수 "
        "없나요?"),
        task="derivation",
        answer=Text("(a) A saída nova é $(a_1 - \\delta)\\,v_1 + (a_3 + \\delta)\\,v_3 + \\dots = o + \\delta\\,(v_3 - v_1) = "
                    "o$; a soma dos pesos também fica. (b) $a_1 - \\delta \\ge 0$ e $a_3 + \\delta \\ge 0$ dão $-a_3 \\le "
                    "\\delta \\le a_1$: uma das duas pode até ficar sem peso nenhum. (c) A qual das duas chaves se perguntou: "
                    "mapas muito diferentes dão a mesma saída, e por isso a mesma resposta.",
                    "(a) 새 출력은 $(a_1 - \\delta)\\,v_1 + (a_3 + \\delta)\\,v_3 + \\dots = o + \\delta\\,(v_3 - v_1) = "
                    "o$예요. 가중치의 합도 그대로예요. (b) $a_1 - \\delta \\ge 0$과 $a_3 + \\delta \\ge 0$에서 $-a_3 \\le "
                    "\\delta \\le a_1$이에요. 한쪽의 가중치가 0이 될 수도 있어요. (c) 둘 중 어느 키에 물었는지 알 수 없어요. "
                    "전혀 다른 맵에서 같은 출력이 나오고, 그래서 답도 같아요."),
        rubric=((2, Text("(a) Escreve a saída nova e usa $v_1 = v_3$.", "(a) 새 출력을 쓰고 $v_1 = v_3$을 써요.")),
                (1, Text("(b) $-a_3 \\le \\delta \\le a_1$.", "(b) $-a_3 \\le \\delta \\le a_1$을 구해요.")),
                (1, Text("(c) Diz que a saída não diz a qual das duas se perguntou.",
                         "(c) 둘 중 어디에 물었는지 모른다고 말해요."))),
        wrong=(Wrong(Text("Supõe que as chaves também sejam iguais: só os valores precisam ser.",
                          "키도 같다고 해요. 밸류만 같으면 돼요.")),
               Wrong(Text("Conclui que os pesos nunca importam: entre valores diferentes, importam.",
                          "가중치는 아무 상관이 없다고 해요. 밸류가 서로 다르면 상관있어요.")))),
    Choice("one-of-many-maps", "judge", 1, Text(
        "Um blog olhou os {{ maps }} mapas de um modelo e mostra um, em que um verbo dá o maior peso ao sujeito: “Por acaso, "
        "isso só aconteceria em 1 de {{ columns }} mapas; logo, o modelo aprendeu gramática.” Qual é a falha?",
        "어느 블로그가 모델의 맵 {{ maps }}장을 보고, 동사가 주어에 가장 큰 가중치를 주는 맵 한 장을 보여 줘요. ‘우연이라면 맵 "
        "{{ columns }}장에 한 장꼴이다. 그러니 모델이 문법을 배웠다.’ 무엇이 잘못됐나요?"),
        task="fault", given=many_maps,
        right=Text("Entre tantos mapas, o acaso já daria uns {{ expected }} assim.",
                   "맵이 이만큼 많으면 우연히도 {{ expected }}장쯤 나와요."),
        why=Text("O mapa foi escolhido depois de olhar. A conta vale para um mapa escolhido antes; para o melhor de muitos, "
                 "não.",
                 "맵을 보고 나서 골랐어요. 그 확률은 미리 고른 맵 한 장에만 맞아요. 여러 장 중 가장 그럴듯한 한 장에는 맞지 "
                 "않아요."),
        wrong=(
            Wrong(Text("Qualquer coluna, sorteada, é a maior em 1 de {{ columns }} casos: a conta de um mapa está certa.",
                       "무작위라면 어느 열이든 {{ columns }}번에 한 번꼴로 가장 커요. 맵 한 장의 확률은 맞아요."),
                  Text("Por acaso seria em 1 de 2 mapas: ou olha, ou não olha.",
                       "보거나 안 보거나 둘 중 하나니, 우연이라도 2장에 1장이에요.")),
            Wrong(Text("Um peso grande em um mapa escolhido a dedo continua escolhido a dedo.",
                       "골라낸 맵이라면 가중치가 커도 골라낸 맵이에요."),
                  Text("Faltou dizer o tamanho do maior peso desse mapa.",
                       "그 맵에서 가장 큰 가중치가 얼마인지 말하지 않았어요.")),
            Wrong(Text("Acertar frases é outra medida: não diz se o mapa foi sorte.",
                       "문장을 맞히는지는 다른 문제예요. 맵이 우연인지는 알려 주지 않아요."),
                  Text("Faltou dizer em quantas frases o modelo acerta.", "모델이 문장을 얼마나 맞히는지 말하지 않았어요.")),
        )),
    Choice("noun-or-article", "judge", 1, Text(
        "A linha de uma partícula dá quase todo o peso à coluna do substantivo. Trocado o substantivo, a partícula fica; "
        "trocado o artigo, ela muda. O que se conclui?",
        "조사의 행은 가중치를 거의 다 명사 열에 줘요. 명사를 바꿔도 조사는 그대로인데, 관사를 바꾸면 조사가 바뀌어요. 무엇을 "
        "알 수 있나요?"),
        right=Text("Decide o artigo, lido no vetor do substantivo.", "관사가 정해요. 명사 자리의 벡터에서 읽어요."),
        why=Text("Uma rede leu a frase antes da atenção; o vetor que fica na coluna do substantivo já traz o artigo.",
                 "어텐션에 앞서 신경망이 문장을 읽었어요. 명사 자리의 벡터에 관사의 정보가 들어 있어요."),
        wrong=(
            Wrong(Text("Trocá-lo não mudou nada: o peso alto diz onde o vetor está, e não qual palavra decidiu.",
                       "명사를 바꿔도 그대로였어요. 큰 가중치는 벡터의 자리를 알려 줄 뿐, 어느 단어가 정했는지는 몰라요."),
                  Text("Decide o substantivo, que tem quase todo o peso.", "명사가 정해요. 가중치를 거의 다 받아요.")),
            Wrong(Text("A linha pode estar certa e somar 1: é a leitura do nome da coluna que engana.",
                       "행의 합이 1인 맞는 맵일 수 있어요. 열의 이름을 그대로 믿은 것이 문제예요."),
                  Text("Há um erro no mapa: a softmax usou o eixo errado.", "맵이 틀렸어요. 소프트맥스의 축이 틀렸어요.")),
            Wrong(Text("Ela mudou com uma das trocas; se não lesse a frase, não mudaria com nenhuma.",
                       "한 번은 바뀌었어요. 문장을 읽지 않는다면 무엇을 바꿔도 그대로여야 해요."),
                  Text("Nada decide: o modelo já sabe a partícula de cor.", "아무것도 안 봐요. 조사를 외워서 써요.")),
        )),
    Choice("a-limit-chosen-late", "judge", 1, Text(
        "Com o limite 0,5, os pesos deixaram passar quedas. Um grupo olhou os resultados das dez sementes, achou o limite 0,1, "
        "que avisa de quase todas, e quer publicá-lo. Que teste é justo?",
        "기준을 0.5로 했더니 가중치가 경고하지 못하고 무너진 칸이 있었어요. 어느 팀이 시드 10개의 결과를 보고, 거의 다 경고하는 "
        "기준 0.1을 찾아서 발표하려고 해요. 공정한 시험은 무엇인가요?"),
        right=Text("Usar o 0,1 em sementes ainda não vistas.", "아직 보지 않은 시드에 0.1을 써 봐요."),
        why=Text("O limite foi escolhido para agradar a essas dez; só modelos novos dizem se ele vale.",
                 "0.1은 그 10개에 맞춰 고른 기준이에요. 새 모델에서도 맞는지 봐야 해요."),
        wrong=(
            Wrong(Text("Contar de novo os mesmos modelos dá os mesmos números.", "같은 모델을 다시 세면 같은 수가 나와요."),
                  Text("Contar outra vez nas mesmas dez, com cuidado.", "같은 시드 10개를 꼼꼼히 다시 세요.")),
            Wrong(Text("Um limite ainda menor é outra escolha feita depois de olhar, e traz mais alarmes falsos.",
                       "기준을 더 낮추는 것도 결과를 본 뒤의 선택이고, 헛경고가 늘어요."),
                  Text("Baixar o limite até avisar de todas as quedas.", "무너진 칸을 다 경고할 때까지 기준을 낮춰요.")),
            Wrong(Text("Mais frases medem melhor os mesmos dez modelos, para os quais o limite foi escolhido.",
                       "문장을 늘려도 기준을 맞춘 바로 그 모델 10개를 잴 뿐이에요."),
                  Text("Medir as mesmas dez com mais frases.", "같은 시드 10개를 문장을 늘려서 재요.")),
        )),
    Open("worth-nothing", "judge", 4, Text(
        "“Trocamos os pesos do modelo por outros bem diferentes, e ele escreveu as mesmas frases. Logo, um mapa de atenção não "
        "vale nada.” Em 5 a 8 linhas, defenda ou ponha em dúvida, com ao menos dois resultados da lição.",
        "‘모델의 가중치를 전혀 다른 것으로 바꿔 넣었는데 같은 문장을 썼다. 그러니 어텐션 맵은 아무 쓸모가 없다.’ 강의에서 나온 "
        "결과를 둘 이상 들어, 이 말에 찬성하거나 반박하는 글을 5~8줄로 쓰세요."),
        task="essay",
        answer=Text("A primeira metade é verdade: com todo o peso nos pares certos, o tradutor escreveu as mesmas frases, e por "
                    "isso acertar não diz qual dos mapas o explica. A conclusão é que vai longe demais. Com pesos uniformes, "
                    "quase nenhuma frase daquele modelo sobrou, e certas palavras se perdem em qualquer outra coluna: depende "
                    "da palavra. E o mapa avisou: os verbos que davam muito peso ao objeto foram, na maioria, os que caíram com "
                    "um objeto estranho, o que nenhuma taxa de acerto mostrava. Ele também deixou passar quedas e deu alarme "
                    "falso. Um mapa é uma hipótese: vale o que resiste ao teste que decide, o de trocar a palavra.",
                    "앞부분은 맞아요. 가중치를 모두 바른 짝에 줘도 번역 모델은 같은 문장을 썼어요. 그래서 답이 맞는 것만으로는 "
                    "어느 맵이 모델을 설명하는지 알 수 없어요. 하지만 결론은 지나쳐요. 같은 모델에 균등한 가중치를 넣으면 맞는 "
                    "문장이 거의 남지 않았고, 다른 열에 주면 나오지 않는 단어도 있었어요. 단어마다 달라요. 또 맵은 경고가 "
                    "됐어요. 목적어에 가중치를 많이 준 동사가 대부분 낯선 목적어에서 무너졌고, 정확도는 이것을 보여 주지 "
                    "못했어요. 물론 놓친 것도 헛경고도 있었어요. 맵은 가설이에요. 결정적인 시험인 단어 바꾸기를 통과한 만큼만 "
                    "믿을 수 있어요."),
        rubric=((1, Text("Reconhece que outros pesos podem dar as mesmas respostas.",
                         "가중치가 달라도 답이 같을 수 있다고 인정해요.")),
                (2, Text("Usa dois resultados: pesos uniformes, a palavra que só uma coluna dá, avisos e quedas, troca de "
                         "palavras.",
                         "결과를 둘 들어요: 균등한 가중치, 한 열에서만 나오는 단어, 경고와 무너진 칸, 단어 바꾸기 중에서.")),
                (1, Text("Conclui que o mapa é uma hipótese, a testar mudando a entrada.",
                         "맵은 가설이고 입력을 바꿔 시험해야 한다고 결론지어요."))),
        wrong=(Wrong(Text("Diz que as respostas iguais provam que o modelo não usa os pesos: outros pesos o derrubaram.",
                          "답이 같으니 가중치를 쓰지 않는다고 해요. 다른 가중치를 넣었더니 무너지기도 했어요.")),
               Wrong(Text("Dá a queda com pesos uniformes como prova de que a tarefa precisa de atenção: treinado assim, outro "
                          "modelo acertou tudo.",
                          "균등한 가중치에서 무너진 것을 과제에 어텐션이 필요하다는 증거로 들어요. 처음부터 그렇게 학습한 "
                          "모델은 다 맞혔어요.")))),
]

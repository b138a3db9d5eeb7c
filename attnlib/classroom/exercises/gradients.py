"""The exercises of gradients: the way back by hand, and its equations one by one."""

import numpy as np

from attnlib import kernels
from attnlib.classroom.exercises import EXTREMES, HIDDEN, Mistake, Right, exercise, refusals, tidy


def of_softmax(a, g):
    return a * (g - (a * g).sum(axis=1, keepdims=True))


@exercise
def pulled_scores():
    """The slopes of the loss in the scores, of the weights (.5, .25, .25) and the slopes (4, 0, 0) in these."""
    a, g = np.array([0.5, 0.25, 0.25]), np.array([4, 0, 0])
    return Right(a * (g - a @ g), [
        Mistake("pulled-nothing-lost", a * g,
                pt="✗ Esse é o peso vezes d_A. Falta subtrair antes a média: quem está abaixo dela também se mexe.",
                ko="✗ 가중치에 d_A를 곱하기만 했어요. 먼저 평균을 빼야 해요. 평균보다 작은 쪽도 움직여요."),
        Mistake("pulled-diagonal", a * (1 - a) * g,
                pt="✗ Isso é a(1 − a)·d_A: só a diagonal. As outras duas ficaram paradas, e a soma não dá 0.",
                ko="✗ 이건 a(1 − a)·d_A, 대각선뿐이에요. 나머지 둘이 멈춰 있고 합이 0이 아니에요."),
        Mistake("pulled-plain-mean", a * (g - g.mean()),
                pt="✗ A média de d_A é a ponderada pelos pesos, não a simples.",
                ko="✗ d_A의 평균은 그냥 평균이 아니라 가중치를 쓴 평균이에요."),
        Mistake("pulled-not-weighed", g - a @ g,
                pt="✗ A média está certa. Falta multiplicar cada diferença pelo seu peso.",
                ko="✗ 평균은 맞아요. 차이마다 자기 가중치를 곱해야 해요."),
        Mistake("pulled-sign", a * (a @ g - g),
                pt="✗ O sinal está trocado: é d_A menos a média.",
                ko="✗ 부호가 반대예요. d_A에서 평균을 빼요."),
    ])


@exercise
def softmax_back():
    """A function of weights and d_weights (queries, keys) that returns d_scores, of the same shape.

    Tried on a hidden key, whose weight is 0, on one key, one query and on large slopes; not on no keys, which have no weights.
    """
    cases = [([[0.5, 0.25, 0.25], [0.2, 0.3, 0.5], [0.1, 0.8, 0.1]], [[4, 0, 0], [1, -0.5, 2], [0, 2, -3]]),
             ([[0.4, 0.3, 0.1, 0.2], [0.25, 0.25, 0.25, 0.25]], [[0, -2.3, -0.2, -1.2], [3, 1, 0, -2]]),
             ([[0.7, 0.3], [1, 0]], [[1, 2], [5, -3]]), ([[1], [1]], [[0.3], [-2]]), ([[0.5, 0.25, 0.25]], [[3, 0, -1]]),
             ([[0.7, 0.2, 0.1], [0.1, 0.1, 0.8]], [[1000, -2000, 500], [3000, 100, 0]])]
    cases = [tuple(np.array(part, dtype=float) for part in case) for case in cases]
    cases.append((np.array([[0.5, 0.25, 0.25], [0.25, 0.5, 0.25]]), np.array([[3, 0, -1], [0, 2, 1]])))
    cases.append((kernels.softmax(np.arange(42.0).reshape(6, 7) % 5), np.arange(42.0).reshape(6, 7) % 4 - 1))
    return Right(of_softmax, cases=cases, mistakes=[
        Mistake("back-diagonal", lambda a, g: a * (1 - a) * g,
                pt="✗ Isso é a(1 − a) vezes d_weights: falta o que cada fatia tira das outras.",
                ko="✗ 이건 a(1 − a)에 d_weights를 곱한 값이에요. 한 몫이 다른 몫에서 가져가는 만큼이 빠졌어요."),
        Mistake("back-over-queries", lambda a, g: a * (g - (a * g).sum(axis=0)),
                pt="✗ A média foi tirada em cada coluna. Quem divide o mesmo 1 são as chaves de uma linha: axis=1.",
                ko="✗ 열마다 평균을 냈어요. 1을 나눠 갖는 건 한 행의 키들이에요. axis=1이에요."),
        Mistake("back-no-keepdims", lambda a, g: a * (g - (a * g).sum(axis=1)),
                pt="✗ A média da linha i foi subtraída da coluna i: com keepdims=True ela fica na sua linha.",
                ko="✗ i번 행의 평균을 i번 열에서 뺐어요. keepdims=True를 쓰면 자기 행에 남아요."),
        Mistake("back-whole-table", lambda a, g: a * (g - (a * g).sum()),
                pt="✗ A soma correu pela tabela inteira. Cada linha tem a sua média.",
                ko="✗ 표 전체를 더했어요. 행마다 평균이 따로 있어요."),
        Mistake("back-plain-mean", lambda a, g: a * (g - g.mean(axis=1, keepdims=True)),
                pt="✗ Essa é a média simples da linha. Aqui cada número conta tanto quanto o seu peso.",
                ko="✗ 이건 행의 그냥 평균이에요. 여기서는 수마다 자기 가중치만큼 반영해요."),
        Mistake("back-not-weighed", lambda a, g: g - (a * g).sum(axis=1, keepdims=True),
                pt="✗ Falta multiplicar pelo peso: quem leva pouco se mexe pouco.",
                ko="✗ 가중치를 곱하지 않았어요. 조금 가진 쪽은 조금만 움직여요."),
        Mistake("back-nothing-lost", lambda a, g: a * g,
                pt="✗ Falta subtrair a média da linha: sem isso, a linha de d_scores não soma 0.",
                ko="✗ 행의 평균을 빼지 않았어요. 그러면 d_scores의 행을 더해도 0이 안 돼요."),
        Mistake("back-sign", lambda a, g: -of_softmax(a, g),
                pt="✗ Os números estão certos, o sinal não: d_weights menos a média.",
                ko="✗ 수는 맞는데 부호가 반대예요. d_weights에서 평균을 빼요."),
    ])


@exercise
def values_back():
    """A function of weights (queries, keys) and d_output (queries, d_v) that returns d_v (keys, d_v).

    Tried on one query and one key, and on large slopes; not on no queries.
    """
    random = np.random.default_rng(0)
    weights = [np.array(rows) for rows in (
        [[0.5, 0.5], [0.25, 0.75]], [[0.5, 0.25, 0.25], [0.2, 0.3, 0.5]], [[0.2, 0.8]], [[1.0], [1.0], [1.0]],
        [[0.1, 0.7, 0.2], [0.6, 0.3, 0.1], [0.0, 0.5, 0.5]])]
    cases = [(a, *tidy(random, (len(a), d_v))) for a, d_v in zip(weights, (3, 2, 2, 1, 3), strict=True)]
    cases += [(cases[1][0], 1000 * cases[1][1]), (cases[0][0], np.array([[1, 0, 2], [-1, 3, 0]])),
              (kernels.softmax(tidy(random, (6, 7))[0]), *tidy(random, (6, 5)))]
    return Right(lambda a, g: a.T @ g, cases=cases, mistakes=[
        Mistake("values-no-transpose", lambda a, g: a @ g,
                pt="✗ Falta a transposta: d_v tem uma linha por chave, e soma o que vem de todas as consultas.",
                ko="✗ 전치하지 않았어요. d_v의 행은 키이고, 모든 쿼리에서 온 것을 더해요."),
        Mistake("values-turned", lambda a, g: g.T @ a,
                pt="✗ A tabela saiu virada: as chaves vão nas linhas.",
                ko="✗ 표의 행과 열이 바뀌었어요. 키가 행이에요."),
        Mistake("values-averaged", lambda a, g: a.T @ g / len(a),
                pt="✗ Você dividiu pelo número de consultas. O que vem das consultas se soma.",
                ko="✗ 쿼리 개수로 나눴어요. 쿼리마다 온 것을 그냥 더해요."),
        Mistake("values-not-weighed", lambda a, g: np.ones_like(a).T @ g,
                pt="✗ Cada valor recebeu d_output inteiro. Ele recebe só a parte do seu peso.",
                ko="✗ 밸류마다 d_output을 통째로 받았어요. 자기 가중치만큼만 받아요."),
    ])


def of_scores(q, k, g, divisor=None):
    divisor = np.sqrt(k.shape[1]) if divisor is None else divisor
    return g @ k / divisor, g.T @ q / divisor


@exercise
def queries_keys_back():
    """A function of q (queries, d_k), k (keys, d_k) and d_scores (queries, keys) that returns d_q and d_k; scores are divided.

    Tried on one query, one key, d_k = 1 and large numbers; not on no queries.
    """
    random = np.random.default_rng(1)
    sizes = ((2, 2, 2), (2, 3, 2), (3, 3, 4), (1, 4, 3), (3, 1, 2), (2, 3, 1))   # queries, keys, d_k
    cases = [tidy(random, (n, d), (m, d), (n, m)) for n, m, d in sizes]
    cases += [tuple(100 * part for part in cases[1]), tuple(np.sign(part).astype(int) for part in cases[1]),
              tidy(random, (6, 5), (7, 5), (6, 7))]
    return Right(of_scores, cases=cases, names=("d_q", "d_k"), mistakes=[
        Mistake("back-no-scale", lambda q, k, g: of_scores(q, k, g, 1),
                pt="✗ Falta 1/√d_k: o que dividiu na ida divide também na volta.",
                ko="✗ 1/√d_k가 빠졌어요. 앞으로 갈 때 나눴으면 되돌아올 때도 나눠요."),
        Mistake("back-scale-without-root", lambda q, k, g: of_scores(q, k, g, k.shape[1]),
                pt="✗ Você dividiu por d_k, sem a raiz.",
                ko="✗ 제곱근 없이 d_k로 나눴어요."),
        Mistake("back-scale-of-keys", lambda q, k, g: of_scores(q, k, g, np.sqrt(len(k))),
                pt="✗ A raiz é a do número de chaves. Vale a de d_k, as colunas de k.",
                ko="✗ 키 개수의 제곱근으로 나눴어요. k의 열 개수인 d_k의 제곱근이에요."),
        Mistake("back-own-vectors", lambda q, k, g: (g @ q / np.sqrt(k.shape[1]), g.T @ k / np.sqrt(k.shape[1])),
                pt="✗ q e k estão trocados: em q·k, a inclinação de q é k, e a de k é q.",
                ko="✗ q와 k가 바뀌었어요. q·k에서 q의 기울기는 k, k의 기울기는 q예요."),
        Mistake("back-keys-no-transpose", lambda q, k, g: (of_scores(q, k, g)[0], g @ q / np.sqrt(k.shape[1])),
                pt="✗ d_q está certo. Em d_k falta transpor d_scores: a linha tem de ser a da chave.",
                ko="✗ d_q는 맞아요. d_k에서는 d_scores를 전치해야 해요. 행이 키가 되어야 하니까요."),
        Mistake("back-order", lambda q, k, g: of_scores(q, k, g)[::-1],
                pt="✗ A ordem está trocada: primeiro d_q, depois d_k.",
                ko="✗ 순서가 바뀌었어요. d_q가 먼저, d_k가 다음이에요."),
    ])


@exercise
def attention_back():
    """A function of q, k, v, d_output and mask (queries, keys), True = may attend, that returns d_q, d_k, d_v.

    Each query sees a key. Tried on one query, on one key, without anything hidden, on large numbers, and on numbers that only
    -inf hides; not on no queries.
    """
    random = np.random.default_rng(2)
    sizes = ((2, 2, 2, 2), (2, 3, 2, 1), (4, 4, 3, 2), (1, 3, 2, 2), (2, 1, 2, 3), (3, 3, 4, 4))   # queries, keys, d_k, d_v
    masks = [np.tri(2) == 1, np.array([[1, 1, 0], [0, 1, 1]]) == 1, np.tri(4) == 1, np.array([[0, 1, 1]]) == 1,
             np.ones((2, 1)) == 1, np.ones((3, 3)) == 1]
    cases = [(*tidy(random, (n, d), (m, d), (m, d_v), (n, d_v)), mask)
             for (n, m, d, d_v), mask in zip(sizes, masks, strict=True)]
    q, k, v, g, mask = cases[1]
    cases += [(q, k, 100 * v, 100 * g, mask), tuple(np.sign(part).astype(int) for part in (q, k, v, g)) + (mask,)]
    for q, k, v, *masks in EXTREMES + HIDDEN:   # with values of 0 d_v shows the weights, and no large key makes rounding large
        mask, = masks or [np.ones((len(q), len(k)), dtype=bool)]
        cases.append((q, k, 0 * v, np.arange(1.0, len(q) + 1)[:, None], mask))
    cases.append((*tidy(random, (6, 5), (7, 5), (7, 8), (6, 8)), np.arange(42).reshape(6, 7) % 3 > 0))

    def back(q, k, v, g, mask, scale=None, softmax=of_softmax, turn=np.transpose):
        _, a = kernels.attention(q, k, v, mask)
        d_q, d_k = of_scores(q, k, softmax(a, g @ v.T), scale)
        return d_q, d_k, turn(a) @ g

    return Right(back, cases=cases, names=("d_q", "d_k", "d_v"), mistakes=[
        Mistake("back-no-mask", lambda q, k, v, g, mask: back(q, k, v, g, None),
                pt="✗ A máscara ficou de fora: uma chave escondida recebeu gradiente. Na volta valem os pesos da ida.",
                ko="✗ 마스크가 빠졌어요. 가려진 키가 기울기를 받았어요. 되돌아올 때도 앞으로 갈 때의 가중치를 써요."),
        Mistake("all-back-no-scale", lambda *given: back(*given, scale=1),
                pt="✗ Em d_q e d_k falta dividir por √d_k, como na ida.",
                ko="✗ d_q와 d_k를 앞으로 갈 때처럼 √d_k로 나누지 않았어요."),
        Mistake("all-back-diagonal", lambda *given: back(*given, softmax=lambda a, s: a * (1 - a) * s),
                pt="✗ No passo da softmax ficou só a(1 − a). Falta subtrair a média da linha.",
                ko="✗ 소프트맥스 단계에 a(1 − a)만 있어요. 행의 평균을 빼야 해요."),
        Mistake("all-back-no-softmax", lambda *given: back(*given, softmax=lambda a, s: s),
                pt="✗ Você foi de d_weights direto a d_q e d_k: falta passar pela softmax.",
                ko="✗ d_weights에서 곧바로 d_q와 d_k로 갔어요. 소프트맥스를 지나야 해요."),
        Mistake("all-back-no-transpose", lambda *given: back(*given, turn=np.asarray),
                pt="✗ d_q e d_k estão certos. Em d_v falta a transposta dos pesos.",
                ko="✗ d_q와 d_k는 맞아요. d_v에서는 가중치를 전치해야 해요."),
        Mistake("all-back-order", lambda *given: back(*given)[::-1],
                pt="✗ A ordem está trocada: d_q, d_k, d_v.",
                ko="✗ 순서가 바뀌었어요. d_q, d_k, d_v예요."),
        *refusals(),
    ])

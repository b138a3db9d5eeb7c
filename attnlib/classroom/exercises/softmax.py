"""The exercises of softmax."""

import numpy as np

from attnlib import kernels
from attnlib.classroom.exercises import EXTREMES, Mistake, Right, exercise, student_random
from attnlib.classroom.naive import naive_softmax, table_softmax


@exercise
def huge_shares():
    """The shares of the scores (1000, 1003, 1001)."""
    scores = np.array([1000, 1003, 1001])
    return Right(kernels.softmax(scores), [
        Mistake("shares-of-scores", scores / scores.sum()),
        Mistake("hard-choice", [0, 1, 0],
                pt="✗ Isso é dar tudo à maior. A softmax reparte entre todas.",
                ko="✗ 최댓값에 전부 줬어요. 소프트맥스는 모두에게 나눠 줘요."),
        Mistake("other-order", kernels.softmax([0, 1, 3]),   # as the starter shows their exponentials
                pt="✗ As três fatias estão certas, a ordem não: olhe qual pontuação é a maior.",
                ko="✗ 세 몫은 맞는데 순서가 달라요. 어느 점수가 가장 큰지 보세요."),
        Mistake("exponentials", np.exp(scores - 1000),
                pt="✗ Essas são as exponenciais. Falta dividir cada uma pela soma das três.",
                ko="✗ 아직 지수 함숫값이에요. 각각 세 수의 합으로 나누세요."),
        Mistake("scores", scores),
        Mistake("overflow", naive_softmax(scores)),
    ])


@exercise
def unchanged_shares():
    """7 more for a query's row, for a key's column, all doubled, 7 more for the table: 1 where the weights stay the same."""
    return Right([1, 0, 0, 1], [
        Mistake("unchanged-key", [1, 1, 0, 1],
                pt="✗ Só uma chave ganhou 7 pontos: a fatia dela sobe, e as outras descem.",
                ko="✗ 키 하나만 점수가 7 올랐어요. 그 키의 몫은 커지고 나머지는 작아져요."),
        Mistake("unchanged-doubled", [1, 0, 1, 1],
                pt="✗ Dobrar as pontuações dobra as diferenças, e a softmax vê diferenças.",
                ko="✗ 점수를 두 배로 하면 차이도 두 배가 돼요. 소프트맥스는 차이를 봐요."),
        Mistake("unchanged-row", [0, 0, 0, 1],
                pt="✗ Se a linha inteira ganha 7 pontos, nenhuma diferença muda dentro dela.",
                ko="✗ 한 행의 점수가 모두 7씩 오르면, 그 행 안의 차이는 그대로예요."),
        Mistake("unchanged-axis", [0, 1, 0, 1],
                pt="✗ Assim seria se a softmax descesse pelas colunas. Aqui ela corre pelas chaves.",
                ko="✗ 소프트맥스가 열을 따라 내려갈 때의 답이에요. 여기서는 키 축을 따라가요."),
        Mistake("unchanged-swapped", [0, 1, 1, 0],
                pt="✗ Está ao contrário: 1 quer dizer que os pesos ficam iguais.",
                ko="✗ 거꾸로예요. 1은 가중치가 그대로라는 뜻이에요."),
    ])


@exercise
def stable_softmax():
    """A function of scores (queries, keys) that returns weights, whatever the size of the scores.

    Tried on one key and on scores that overflow; not on no keys, which nothing can be shared out to.
    """
    cases = [np.array([[3.0, 1, 0], [2, 3, 1], [0, 0, 3]]),   # a square, with equal maxima: only the sum's axis can show
             np.array([[0.5, 0, 2, -1], [1, 1.5, -0.5, 0]]), np.array([[0.0, 1], [3, 1]]),
             np.array([[2.0], [-1], [0]]),
             np.array([[0.0, 1, 2], [2001, 2000, 2000]]),     # rows too far apart for one maximum
             np.array([[0.0, 2000, 2001], [-2000, -2001, -2000]]),
             np.array([[0.0, 1000]]), np.array([[0, 1], [1000, 1001]]),   # what is filled in the type of these loses its decimals
             *(q @ k.T for q, k, _ in EXTREMES), np.arange(42.0).reshape(6, 7) % 5]

    def shared(exps, keepdims=True):
        return exps / exps.sum(axis=1, keepdims=keepdims)

    return Right(kernels.softmax, cases=[(case,) for case in cases], mistakes=[
        Mistake("wrong-axis", lambda x: kernels.softmax(x, axis=0)),
        Mistake("table-softmax", table_softmax),
        *(Mistake("no-keepdims", lambda x, kept=kept: shared(np.exp(x - x.max(axis=1, keepdims=kept)), keepdims=False),
                  pt="✗ Falta keepdims: a soma da linha i dividiu a coluna i, e o NumPy não avisou.",
                  ko="✗ keepdims가 빠졌어요. i번 행의 합으로 i번 열을 나눴는데, NumPy는 알려 주지 않아요.")
          for kept in (True, False)),   # those of the largest
        Mistake("not-shared", lambda x: np.exp(x - x.max(axis=1, keepdims=True)),
                pt="✗ Falta dividir pela soma da linha.",
                ko="✗ 행의 합으로 나누지 않았어요."),
        Mistake("whole-maximum", lambda x: shared(np.exp(x - x.max())),
                pt="✗ Apareceu nan em uma linha muito abaixo do maior número da tabela. Cada linha precisa subtrair o seu maior.",
                ko="✗ 표의 최댓값보다 훨씬 작은 행에서 nan이 나왔어요. 행마다 그 행의 최댓값을 빼야 해요."),
        Mistake("overflow", naive_softmax),
    ])


def scores_of(number=None):
    """Scores (3 queries, 4 keys), each from -2 to 3 with one decimal."""
    return student_random(number).integers(-20, 31, size=(3, 4)) / 10


@exercise(variant=scores_of)
def my_table(scores):
    """The weights, over the keys, of the scores that belong to a student number."""
    wrong = kernels.softmax(scores, axis=0)
    return Right(kernels.softmax(scores), [
        Mistake("wrong-axis", wrong),
        Mistake("rows-divided", wrong / wrong.sum(axis=1, keepdims=True)),
        Mistake("table-softmax", table_softmax(scores)),
        Mistake("table-turned", wrong.T,
                pt="✗ Você transpôs a tabela. Isso só conserta pontuações simétricas; as suas têm 3 consultas e 4 chaves.",
                ko="✗ 표를 전치했어요. 점수가 대칭일 때만 이렇게 고칠 수 있어요. 여러분의 점수는 쿼리가 3개, 키가 4개예요."),
        Mistake("softmax-twice", kernels.softmax(wrong),
                pt="✗ Você aplicou a softmax à tabela errada, que já é feita de fatias. Comece pelas pontuações.",
                ko="✗ 틀린 표에 소프트맥스를 또 적용했어요. 그 표는 이미 몫이에요. 점수에서 시작하세요."),
        Mistake("scores", scores),
    ])


@exercise
def loss_slopes():
    """The slopes of the cross-entropy in the scores (0, 2, 1), whose third word was right."""
    shares, answer = kernels.softmax([0, 2, 1]), np.eye(3)
    return Right(shares - answer[2], [
        Mistake("slopes-sign", when=lambda slopes: slopes.shape == (3,) and np.allclose(-slopes, shares - answer[2], atol=2e-3),
                pt="✗ O sinal está trocado: subir a pontuação da palavra certa faz a perda descer.",
                ko="✗ 부호가 반대예요. 정답의 점수를 올리면 손실은 줄어요."),
        Mistake("slopes-shares", shares,
                pt="✗ Essas são as fatias. Falta subtrair a resposta: 1 na palavra que veio, 0 nas outras.",
                ko="✗ 이건 몫이에요. 정답을 빼야 해요. 나온 단어는 1, 나머지는 0이에요."),
        *(Mistake("slopes-other-word", shares - other,
                  pt="✗ A conta está certa, a palavra não: a resposta era a terceira.",
                  ko="✗ 식은 맞는데 정답이 달라요. 셋째 단어가 정답이에요.") for other in answer[:2]),
        Mistake("slopes-scores", [0, 2, 0],
                pt="✗ Isso são as pontuações menos a resposta. Primeiro a softmax, depois a subtração.",
                ko="✗ 점수에서 정답을 뺐어요. 소프트맥스를 먼저 하고 빼세요."),
        Mistake("slopes-loss", -np.log(shares),
                pt="✗ Essas são as perdas, uma para cada resposta possível. A pergunta é quanto a perda muda com cada pontuação.",
                ko="✗ 정답이 무엇이냐에 따른 손실이에요. 점수마다 손실이 얼마나 변하는지를 구하세요."),
    ])


@exercise
def softmax_gradient():
    """A function of weights (keys,) and g (keys,), the slope of some number in each weight: its slope in each score.

    Tried on one key, on a masked key, whose weight is 0, and on large slopes; not on no keys, which have no weights.
    """
    cases = [([0.2, 0.3, 0.5], [1, -0.5, 2]), ([0.4, 0.3, 0.1, 0.1, 0.1], [0, -2.3, -0.2, -1.2, -0.7]), ([1], [-0.3]),
             ([0.5, 0, 0.5], [2, 1, 0]), ([0.7, 0.2, 0.1], [1000, -2000, 500])]
    cases = [tuple(np.array(part, dtype=float) for part in case) for case in cases]
    cases.append((np.array([0.5, 0.25, 0.25]), np.array([3, 0, -1])))
    return Right(lambda a, g: a * (g - a @ g), cases=cases, mistakes=[
        Mistake("gradient-diagonal", lambda a, g: g * a * (1 - a),
                pt="✗ Isso é g·a·(1 − a). Falta o que as outras fatias perdem quando uma cresce.",
                ko="✗ 이건 g·a·(1 − a)예요. 한 몫이 커질 때 다른 몫이 잃는 만큼이 빠졌어요."),
        Mistake("gradient-plain-mean", lambda a, g: a * (g - g.mean()),
                pt="✗ A média de g aqui é ponderada pelas fatias, não a média simples.",
                ko="✗ g의 평균은 그냥 평균이 아니라 몫으로 가중한 평균이에요."),
        Mistake("gradient-not-weighed", lambda a, g: g - a @ g,
                pt="✗ Falta multiplicar pela própria fatia: quem tem pouco move pouco.",
                ko="✗ 자기 몫을 곱하지 않았어요. 몫이 작으면 조금만 움직여요."),
        Mistake("gradient-sign", lambda a, g: a * (a @ g - g),
                pt="✗ O sinal está trocado.",
                ko="✗ 부호가 반대예요."),
        Mistake("gradient-table", lambda a, g: np.diag(a) - np.outer(a, a),
                pt="✗ Essa é a tabela de todas as derivadas. Falta multiplicá-la por g.",
                ko="✗ 이건 변화율을 모두 담은 야코비 행렬이에요. 아직 g를 곱하지 않았어요."),
    ])

"""The exercises of birth-of-attention."""

import numpy as np

from attnlib import kernels
from attnlib.classroom.exercises import Mistake, Right, exercise
from attnlib.grammar import END, read, sentences

TWO = 0.56   # measured: the share of two-clause sentences that the fixed vector writes without a mistake
GAZE = "Ontem o aluno comprou uma flor amarela."


@exercise
def compounded():
    """The share of three-clause sentences if clauses failed independently, as often as in sentences of two."""
    return Right(TWO ** 1.5, [
        Mistake("clause-cubed", TWO ** 3,
                pt="✗ Esse número é de duas orações juntas, não de uma.",
                ko="✗ 그 값은 절 하나가 아니라 절 2개를 함께 맞힌 비율이에요."),
        Mistake("clause-linear", TWO * 2 / 3,
                pt="✗ Chances independentes se multiplicam: a queda não é em linha reta.",
                ko="✗ 서로 독립이면 확률을 곱해야 해요. 직선으로 줄지 않아요."),
        Mistake("clause-alone", TWO ** 0.5,
                pt="✗ Essa é a chance de uma oração só. Faltam as outras duas.",
                ko="✗ 이건 절 하나를 맞힐 확률이에요. 절은 3개예요."),
        Mistake("clause-grows", when=lambda share: not share.ndim and TWO < share <= 1,
                pt="✗ Com uma oração a mais, a chance de acertar tudo não pode subir.",
                ko="✗ 절이 늘었는데 모두 맞힐 확률이 커질 수는 없어요."),
    ])


@exercise
def context_vector():
    """The context (2,) for the state (−1, 0), with the lesson's three vectors, W_q = W_k = identity and w = (1, 1)."""
    h = np.array([[-1, 0], [1, 2], [0, 1]])
    scores = np.tanh(h + [-1, 0]).sum(axis=1)   # −0.96, 0.96, 0
    weights = kernels.softmax(scores)
    return Right(weights @ h, [
        Mistake("context-first-state", kernels.softmax(np.tanh(h + [1, -1]).sum(axis=1)) @ h,
                pt="✗ Esse é o contexto da lição, com o estado (1, −1). Agora o estado é (−1, 0).",
                ko="✗ 이건 본문에서 구한 문맥 벡터예요. 그때 상태는 (1, −1)이었고, 이번에는 (−1, 0)이에요."),
        Mistake("context-no-tanh", kernels.softmax((h + [-1, 0]).sum(axis=1)) @ h,
                pt="✗ Faltou a tanh: ela vem depois da soma de estado e palavra.",
                ko="✗ tanh가 빠졌어요. 상태와 단어 벡터를 더한 다음에 적용하세요."),
        Mistake("context-dot", kernels.softmax(h @ [-1, 0]) @ h,
                pt="✗ Você usou o produto escalar. Aqui a pontuação soma os vetores, passa cada número pela tanh e soma de novo.",
                ko="✗ 내적을 썼어요. 여기서는 벡터를 더하고, 수마다 tanh를 적용한 뒤 다시 더해요."),
        Mistake("no-softmax", scores @ h),
        Mistake("scores", scores),
        Mistake("context-weights", weights,
                pt="✗ Esses são os pesos. Falta misturar os três vetores lidos nessas proporções.",
                ko="✗ 이건 가중치예요. 이 비율로 벡터 3개를 섞어야 문맥 벡터가 나와요."),
        Mistake("context-mean", h.mean(axis=0),
                pt="✗ Essa é a média simples. Cada vetor entra com o seu peso.",
                ko="✗ 이건 그냥 평균이에요. 벡터마다 자기 가중치를 곱하세요."),
    ], digits=2)


@exercise
def exact_share():
    """A function of written and right (sentences, words) that returns the share of sentences without a mistake.

    Tried on one sentence of one word too; not on none, of which there is no share.
    """
    right = np.array([[7, 2, 3], [4, 8, 1], [5, 6, 1], [2, 2, 9]])
    written = right.copy()
    written[1, 2], written[2] = 3, (6, 2, 8)
    single = np.array([[3, 4], [5, 6], [7, 8], [3, 1], [2, 9]])
    cases = [(written, right), (single, np.array([[3, 4], [5, 1], [7, 8], [4, 1], [2, 9]])),
             (np.array([[5]]), np.array([[5]])), (np.array([[5, 3]]), np.array([[5, 4]]))]
    unlike = [   # but alike once they are summed, sorted or squeezed
        ([[1, 2]], [[2, 1]]), ([[1, 1, 2]], [[1, 2, 2]]), ([[0, 2]], [[1, 1]]), ([[6, 3, 6]], [[5, 5, 5]]),
        ([[1, 12]], [[11, 2]]), ([[1, 2]], [[11, 2]]), ([[12, 1]], [[2, 2]]), ([[5]], [[2**16 + 5]]), ([[2**24]], [[2**24 + 1]]),
        ([[1, 2], [3, 4]], [[3, 4], [1, 2]]), ([[1], [4], [2]], [[1], [1], [2]]), ([[*[1] * 150, 2]], [[1] * 151]),
        ([[2**53]], [[2**53 + 1]]), ([[1, 2], [1, 2], [3, 4]], [[1, 2], [1, 2], [3, 5]]),
        ([[*[1] * 600, 2, *[1] * 600]], [[1] * 1201]),   # NumPy writes no more than the ends of that
    ]
    cases += [tuple(np.array(one, np.int64) for one in both) for both in unlike]   # a browser's have 32 bits: squares overflow
    wide = np.arange(42).reshape(6, 7)
    cases.append((wide + (wide == 13) + (wide == 40), wide))   # wrong in the last columns alone
    return Right(lambda w, r: (w == r).all(axis=1).mean(), cases=cases, mistakes=[
        Mistake("share-of-words", lambda w, r: (w == r).mean(),
                pt="✗ Você contou palavras. Uma frase com uma palavra errada é uma frase errada.",
                ko="✗ 단어를 셌어요. 한 단어만 틀려도 그 문장은 틀린 문장이에요."),
        Mistake("share-of-places", lambda w, r: (w == r).all(axis=0).mean(),
                pt="✗ Você juntou as frases posição por posição. Junte as palavras de cada frase.",
                ko="✗ 자리마다 모든 문장을 묶었어요. 문장마다 그 문장의 단어를 묶으세요."),
        Mistake("share-any-word", lambda w, r: (w == r).any(axis=1).mean(),
                pt="✗ Assim basta uma palavra certa. Todas têm de estar certas.",
                ko="✗ 이러면 한 단어만 맞아도 돼요. 모든 단어가 맞아야 해요."),
        Mistake("share-counted", lambda w, r: (w == r).all(axis=1).sum(),
                pt="✗ Essa é a quantidade de frases certas. Falta dividir pelo total.",
                ko="✗ 이건 맞은 문장의 개수예요. 전체로 나눠야 해요."),
        Mistake("share-of-wrong", lambda w, r: 1 - (w == r).all(axis=1).mean(),
                pt="✗ Essa é a fração de frases erradas.",
                ko="✗ 이건 틀린 문장의 비율이에요."),
    ])


@exercise
def gaze():
    """For each Korean content word of GAZE, in Korean order, where its Portuguese word stands, counted from 0."""
    pair = sentences(read(GAZE))
    content = pair.sure[0].any(axis=1) & (pair.target[0] > END)
    right = pair.sure[0][content].argmax(axis=1)   # ontem 0, aluno 2, amarela 6, flor 5, comprou 3
    in_order, flipped, verb = np.sort(right), right.copy(), right.copy()
    flipped[[2, 3]], verb[2:] = right[[3, 2]], right[[4, 2, 3]]
    return Right(right, [
        Mistake("gaze-from-one", right + 1,
                pt="✗ Conte a partir do 0: “ontem” está na posição 0.",
                ko="✗ 0부터 세요. ‘ontem’의 자리가 0이에요."),
        Mistake("gaze-in-order", in_order,
                pt="✗ Essa é a ordem do português. Siga a ordem das palavras coreanas.",
                ko="✗ 이건 포르투갈어 순서예요. 한국어 단어 순서대로 적으세요."),
        Mistake("gaze-adjective", flipped,
                pt="✗ Quase: em coreano a cor vem antes do nome.",
                ko="✗ 거의 다 왔어요. 한국어에서는 ‘노란’이 ‘꽃’보다 먼저 나와요."),
        Mistake("gaze-verb", verb,
                pt="✗ Quase: em coreano o verbo vem por último.",
                ko="✗ 거의 다 왔어요. 한국어에서는 동사가 맨 끝에 와요."),
        Mistake("gaze-in-step", np.arange(len(right)),
                pt="✗ São os dois cursores que andam juntos. Aqui o olhar pula.",
                ko="✗ 두 커서가 나란히 움직일 때의 답이에요. 여기서는 눈길이 건너뛰어요."),
    ])


@exercise
def cause():
    """Why the model with attention fails at four clauses: the number of the reason."""
    return Right(3, [
        Mistake("cause-vector", 1,
                pt="✗ Este modelo guarda um vetor por palavra: não há um vetor único a encher.",
                ko="✗ 이 모델은 단어마다 벡터를 하나씩 둬요. 모두 담아야 하는 벡터 하나는 없어요."),
        Mistake("cause-words", 2,
                pt="✗ As palavras são as de sempre: a última oração saiu certa.",
                ko="✗ 단어는 늘 보던 단어예요. 마지막 절은 바르게 나왔어요."),
        Mistake("cause-thin", 4,
                pt="✗ A última oração saiu certa: o foco achou cada palavra dela.",
                ko="✗ 마지막 절은 바르게 나왔어요. 그 절의 단어는 모두 찾아냈어요."),
    ])

"""The exercises of reading-maps: maps put to the test, a printout that was cut off, and the repairs of the museum."""

import numpy as np

from attnlib import kernels, maps, published
from attnlib.classroom.exercises import (
    EXTREMES,
    HIDDEN,
    Mistake,
    Right,
    exercise,
    hidden_weight,
    in_whole,
    leak,
    refusals,
    tidy,
)
from attnlib.classroom.naive import naive_softmax

KEPT = 0.9   # the share that dropout keeps


@exercise
def contributions():
    """What each of three keys adds to z: its weight times what its value is to the reader, (3,)."""
    weights, delivers = np.array([0.1, 0.2, 0.7]), np.array([[1, 0], [0, 1], [1, 0]]) @ [2, -1]
    right = weights * delivers
    return Right(right, [
        Mistake("contribution-weights", weights,
                pt="✗ Esses são os pesos. Falta multiplicar cada um pelo que o valor entrega a z.",
                ko="✗ 이건 가중치예요. 밸류가 z에 건네는 값을 각각 곱해야 해요."),
        Mistake("contribution-delivers", delivers,
                pt="✗ É o que cada valor entrega a z com peso 1. Falta multiplicar pelo peso.",
                ko="✗ 가중치가 1일 때 밸류가 건네는 값이에요. 가중치를 곱해야 해요."),
        Mistake("contribution-other-map", np.array([0.7, 0.2, 0.1]) * delivers,
                pt="✗ Essas são as contribuições com os pesos A. Aqui são os pesos B.",
                ko="✗ 가중치 A의 기여예요. 여기서는 가중치 B를 써요."),
        Mistake("contribution-unsigned", np.abs(right),
                pt="✗ Os tamanhos estão certos. Uma das chaves empurra z para baixo.",
                ko="✗ 크기는 맞아요. 그런데 z를 낮추는 키가 하나 있어요."),
        Mistake("contribution-shares", right / right.sum(),
                pt="✗ Você dividiu pela soma. A contribuição é o próprio produto, não a fatia.",
                ko="✗ 합으로 나눴어요. 기여는 비율이 아니라 곱 그대로예요."),
    ])


@exercise
def deciding_test():
    """Which test could prove a reading of a map wrong: the number of the test."""
    return Right(2, [
        Mistake("test-more-maps", 1,
                pt="✗ Mais mapas iguais repetem o que se vê. Nenhum deles muda a suposta causa.",
                ko="✗ 같은 맵을 더 보여 줘도 보이던 것만 되풀이돼요. 원인이라는 것을 바꿔 보지 않았어요."),
        Mistake("test-uniform", 3,
                pt="✗ O modelo nunca viu pesos uniformes: se a partícula mudar, não se sabe por quê.",
                ko="✗ 모델은 균등한 가중치를 본 적이 없어요. 조사가 바뀌어도 이유를 알 수 없어요."),
        Mistake("test-accuracy", 4,
                pt="✗ A taxa de acerto não olha para o mapa: dois mapas diferentes deram a mesma.",
                ko="✗ 정확도는 맵을 보지 않아요. 서로 다른 두 맵에서도 정확도는 같았어요."),
    ])


@exercise
def alarm_count():
    """Falls with an alarm, falls without, alarms without a fall, where a verb's weight on the object is above 0.3."""
    fell, weight = maps.measured("keeps") < 0.5, maps.measured("weight")
    hits, missed, false = right = maps.warnings(weight > 0.3, fell)
    return Right(right, [
        Mistake("alarms-swapped", [hits, false, missed],
                pt="✗ A ordem é outra: certos, quedas sem aviso, alarmes falsos.",
                ko="✗ 순서가 달라요. 맞은 경고, 경고 없이 무너진 곳, 헛경고 순서예요."),
        Mistake("alarms-half", maps.warnings(weight > 0.5, fell),
                pt="✗ Essa é a conta com o limite 0,5. Aqui o limite é 0,3.",
                ko="✗ 기준이 0.5일 때의 수예요. 여기서는 0.3이에요."),
        Mistake("alarms-tenth", maps.warnings(weight > 0.1, fell),
                pt="✗ Essa é a conta com o limite 0,1. Aqui o limite é 0,3.",
                ko="✗ 기준이 0.1일 때의 수예요. 여기서는 0.3이에요."),
        Mistake("alarms-push", maps.warnings(maps.measured("importance") > 0.3, fell),
                pt="✗ Essa é a conta de gradiente × entrada. Aqui é o peso que avisa.",
                ko="✗ 기울기 × 입력으로 센 수예요. 여기서는 가중치로 경고해요."),
        Mistake("alarms-all", [int((weight > 0.3).sum()), missed, false],
                pt="✗ O primeiro número conta também os alarmes falsos. Conte só as quedas com aviso.",
                ko="✗ 첫째 수에 헛경고까지 들어 있어요. 경고가 있고 실제로 무너진 것만 세세요."),
    ])


@exercise
def row_bounds():
    """The most that each printed row of S3 can sum to: three weights are known, the seven others are no larger than the third."""
    tops = np.array([[weight for _, weight in top] for top in published.SCORAS_TOP.values()])   # (7, 3)
    shown, third = tops.sum(axis=1), tops[:, -1]
    return Right(shown + 7 * third, [
        Mistake("nine-words", shown + 6 * third,
                pt="✗ Você contou 9 palavras, como a fonte. Conte de novo: quantos pesos não aparecem?",
                ko="✗ 노트북에 적힌 대로 단어를 9개로 셌어요. 다시 세어 보세요. 안 보이는 가중치는 몇 개인가요?"),
        Mistake("bound-all-words", shown + 10 * third,
                pt="✗ Três pesos já estão na lista: só os que faltam recebem o terceiro.",
                ko="✗ 가중치 3개는 이미 보여요. 안 보이는 것만 셋째 값으로 채우세요."),
        Mistake("bound-shown-only", shown,
                pt="✗ Essa é a soma do que aparece. Os outros pesos podem chegar ao terceiro.",
                ko="✗ 이건 보이는 것만 더한 값이에요. 나머지도 셋째 값까지는 될 수 있어요."),
        Mistake("bound-largest", shown + 7 * tops[:, 0],
                pt="✗ Quem não aparece não passa do terceiro peso, e você usou o primeiro.",
                ko="✗ 안 보이는 가중치는 셋째 값을 넘을 수 없는데, 첫째 값으로 채웠어요."),
    ])


@exercise
def weights_that_read():
    """A function of state, keys, w_q, w_k, w_score that returns the additive weights of one query, (keys,).

    Tried on one key and on scores that overflow; not on no keys, which nothing can be shared out to.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, d_q, (keys, d_k), (d_q, d_a), (d_k, d_a), d_a)
             for d_q, keys, d_k, d_a in ((2, 4, 3, 5), (4, 2, 6, 3), (2, 2, 1, 2), (2, 1, 2, 2), (3, 12, 2, 4))]
    cases += [(*cases[2][:-1], 1000 * cases[2][-1]), in_whole(cases[0])]
    for signs, w_score in (([[1, 1], [1, -1], [1, -1]], [1e5, 0.5]), ([[1, 1], [1, -1], [1, -1]], [-1e5, 0.5]),
                           ([[1, 1], [1, 1], [1, -1]], [-1.5 * 2**40, 2**39]),
                           ([[-1, 0], [1, 0], [-1, 0]], [5e5, 0]), ([[1, 0], *[[0, 0]] * 400], [20, 0])):
        # tanh(±20) is ±1: the extremes, made of sums of w_score
        cases.append((np.ones(1), 20.0 * np.array(signs), np.zeros((1, 2)), np.eye(2), np.array(w_score, dtype=float)))

    # two keys whose tanh is the largest, their scores far above the rest
    cases.append((np.zeros(1), np.array([[0], [0], [0], [1], [1.0002]]), np.eye(1), np.eye(1), np.array([10000.0])))
    cases.append(tidy(random, 5, (7, 6), (5, 8), (6, 8), 8))

    def scores(state, keys, w_q, w_k, w_score):
        return np.tanh(state @ w_q + keys @ w_k) @ w_score

    return Right(lambda *given: kernels.softmax(scores(*given)), cases=cases, mistakes=[
        Mistake("keys-ignored", lambda state, keys, *_: np.full(len(keys), 1 / len(keys)),
                pt="✗ Todas as chaves recebem o mesmo peso: a pontuação de cada uma ainda não lê a sua chave.",
                ko="✗ 모든 키의 가중치가 같아요. 점수마다 아직 자기 키를 읽지 않아요."),
        Mistake("query-ignored", lambda state, keys, w_q, w_k, w_score: kernels.softmax(np.tanh(keys @ w_k) @ w_score),
                pt="✗ Os pesos não dependem da consulta: state falta, ou só se soma a todas as pontuações, e a softmax não o vê. "
                   "Ele entra na mesma tanh que a chave.",
                ko="✗ 가중치가 쿼리와 상관없어요. state가 빠졌거나, 모든 점수에 똑같이 더해져서 소프트맥스에 보이지 않아요. "
                   "키와 같은 tanh 안에 넣으세요."),
        Mistake("no-tanh", lambda state, keys, w_q, w_k, w_score: kernels.softmax((state @ w_q + keys @ w_k) @ w_score),
                pt="✗ Falta a tanh. Sem ela a consulta soma o mesmo número a todas as pontuações, e a softmax não a vê.",
                ko="✗ tanh가 빠졌어요. tanh가 없으면 쿼리는 모든 점수에 같은 수를 더할 뿐이라, 소프트맥스에 보이지 않아요."),
        Mistake("scores", scores),
        Mistake("output", lambda state, keys, *w: kernels.softmax(scores(state, keys, *w)) @ keys),
        Mistake("overflow", lambda *given: naive_softmax(scores(*given))),
    ])


@exercise
def map_without_dropout():
    """A function of q, k, v, kept: the output goes through dropout, the weights that it returns do not.

    Tried on one token and on scores that overflow; not on no keys, which nothing can be shared out to.
    """
    random = np.random.default_rng(0)
    kept = np.ones((3, 4), dtype=bool)
    kept[[0, 1, 2], [1, 0, 3]] = False
    q, k, v = tidy(random, (3, 2), (4, 2), (4, 5))
    k[2], q[0] = (30, 0), (2, 0)   # one weight near 1, and kept: dropout takes it above 1
    cases = [(q, k, v, kept), (*tidy(random, (2, 1), (2, 1), (2, 1)), np.array([[True, True], [False, True]])),
             (*tidy(random, (1, 2), (1, 2), (1, 1)), np.array([[True]])), (100 * q, 100 * k, v, kept)]
    cases += [in_whole(cases[0]), *((q, k, v, np.ones((len(q), len(k)), dtype=bool)) for q, k, v in EXTREMES),
              (*tidy(random, (6, 5), (7, 5), (7, 8)), np.arange(42).reshape(6, 7) % 3 > 0)]

    def attending(shown, used, weigh=kernels.softmax):
        """Output and weights, each made from the softmax by a function of (weights, kept)."""
        def function(q, k, v, kept):
            weights = weigh(q @ k.T / np.sqrt(k.shape[1]))
            return used(weights, kept) @ v, shown(weights, kept)
        return function

    def softmax(weights, kept):
        return weights

    def dropped(weights, kept):
        return weights * kept / KEPT

    def renormalised(weights, kept):
        return weights * kept / (weights * kept).sum(axis=1, keepdims=True)

    return Right(attending(softmax, dropped), cases=cases, mistakes=[
        Mistake("map-after-dropout", attending(dropped, dropped),
                pt="✗ O mapa ainda passou pelo dropout: tem zeros, e um peso acima de 1.",
                ko="✗ 맵이 아직 드롭아웃을 거쳤어요. 0도 있고, 1을 넘는 가중치도 있어요."),
        Mistake("clipped", attending(lambda *both: np.minimum(dropped(*both), 1), dropped),
                pt="✗ Cortar em 1 esconde o erro: os zeros do dropout continuam no mapa.",
                ko="✗ 1에서 자르면 잘못이 가려질 뿐이에요. 드롭아웃이 만든 0이 맵에 그대로 있어요."),
        Mistake("map-renormalised", attending(renormalised, renormalised),
                pt="✗ As linhas somam 1, mas o mapa ainda tem os buracos do dropout.",
                ko="✗ 합은 1이지만, 드롭아웃이 낸 구멍이 맵에 그대로 있어요."),
        Mistake("no-dropout", attending(softmax, softmax),
                pt="✗ O mapa está certo. A saída, porém, tem de passar pelo dropout: o treinamento conta com ele.",
                ko="✗ 맵은 맞아요. 하지만 출력은 드롭아웃을 거쳐야 해요. 학습에 필요하거든요."),
        Mistake("dropout-not-divided", attending(softmax, lambda weights, kept: weights * kept),
                pt="✗ O mapa está certo. Na saída, falta dividir por 0,9 o que ficou.",
                ko="✗ 맵은 맞아요. 출력에서는 남은 것을 0.9로 나눠야 해요."),
        Mistake("output-first", lambda *given: attending(softmax, dropped)(*given)[::-1]),
        Mistake("overflow", attending(softmax, dropped, naive_softmax)),
    ])


@exercise
def masks_turned():
    """A function of q, k, v, ahead, padding, whose masks hold 1 for hidden; returns output and weights.

    Tried on one token, on numbers that only -inf hides, and by the leak detector; not on no tokens, which have no keys to
    share out to, nor on a row with nothing to see, of which the text says nothing: −1e9 and −∞ do as well as attnlib's own.
    """
    random = np.random.default_rng(0)
    paddings = [0, 1, 0, 1], [0, 0], [0, 1], [0]   # padding in the middle tells more mistakes apart
    cases = [(*tidy(random, *[(len(padding), d) for d in (3, 3, 2)]), 1 - np.tri(len(padding)), np.array(padding, dtype=float))
             for padding in paddings]
    for q, k, v, seen in HIDDEN:
        cases.append((q, k, v, 1.0 - seen, np.zeros(len(k))))
        cases += [(q[[i]], k, v, np.zeros((1, len(k))), 1.0 - seen[i]) for i in range(len(q))]
    cases += [in_whole(cases[0]), *((q, k, v, np.zeros((len(q), len(k))), np.zeros(len(k))) for q, k, v in EXTREMES),
              (*tidy(random, (7, 5), (7, 5), (7, 8)), 1 - np.tri(7), np.array([0.0, 0, 1, 0, 0, 1, 0]))]

    def attending(mask):
        def function(q, k, v, ahead, padding):
            return kernels.attention(q, k, v, np.broadcast_to(mask(ahead == 1, padding == 1), ahead.shape))
        return function

    def leaks(function, *_):
        def found(q, k, v, *masks):
            ends = q.shape[1], 2 * q.shape[1]
            return leak(lambda x: function(*np.split(x, ends, axis=1), *masks), np.hstack([q, k, v]))
        return found(*cases[0]) or found(*cases[-1])

    def hidden(function, outcome, arguments):
        return hidden_weight(outcome, (arguments[3] == 0) & (arguments[4] == 0))

    return Right(attending(lambda ahead, padding: ~ahead & ~padding), cases=cases, mistakes=[
        Mistake("mask-inverted", attending(lambda ahead, padding: ahead | padding),
                pt="✗ As duas máscaras continuam ao contrário: aqui, True quer dizer pode olhar.",
                ko="✗ 두 마스크가 아직 거꾸로예요. 여기서는 True가 볼 수 있다는 뜻이에요."),
        Mistake("padding-inverted", attending(lambda ahead, padding: ~ahead & padding),
                pt="✗ A máscara do futuro está certa. A de padding ainda está ao contrário.",
                ko="✗ 미래를 가리는 마스크는 맞아요. 패딩 마스크는 아직 거꾸로예요."),
        Mistake("ahead-inverted", attending(lambda ahead, padding: ahead & ~padding),
                pt="✗ A máscara de padding está certa. A do futuro ainda está ao contrário.",
                ko="✗ 패딩 마스크는 맞아요. 미래를 가리는 마스크는 아직 거꾸로예요."),
        Mistake("masks-or", attending(lambda ahead, padding: ~ahead | ~padding),
                pt="✗ Com “ou”, basta uma das máscaras liberar. As duas têm de liberar.",
                ko="✗ ‘또는’으로 묶으면 하나만 열려도 보여요. 둘 다 열려야 해요."),
        Mistake("no-padding", attending(lambda ahead, padding: ~ahead),
                pt="✗ Falta a máscara de padding.",
                ko="✗ 패딩 마스크가 빠졌어요."),
        Mistake("no-ahead", attending(lambda ahead, padding: ~padding),
                pt="✗ Falta a máscara do futuro: cada palavra ainda vê as seguintes.",
                ko="✗ 미래를 가리는 마스크가 빠졌어요. 아직 뒤의 단어가 보여요."),
        Mistake("output-first", lambda *given: attending(lambda ahead, padding: ~ahead & ~padding)(*given)[::-1]),
        *refusals(),
        Mistake("future-leak", when=leaks, always=True),
        Mistake("hidden-weight", when=hidden),
    ])

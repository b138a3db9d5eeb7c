"""The exercises of reading-maps: the bounds of a printout that was cut off, and the repairs of the museum."""

import numpy as np

from attnlib import kernels, published
from attnlib.classroom.exercises import EXTREMES, HIDDEN, Mistake, Right, exercise, hidden_weight, in_whole, leak, tidy
from attnlib.classroom.naive import naive_softmax, table_softmax

KEPT = 0.9   # the share that dropout keeps


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
                           ([[-1, 0], [1, 0], [-1, 0]], [5e5, 0]), ([[1, 0], *[[0, 0]] * 100], [20, 0])):
        # tanh(±20) is ±1: the extremes, made of sums of w_score
        cases.append((np.ones(1), 20.0 * np.array(signs), np.zeros((1, 2)), np.eye(2), np.array(w_score, dtype=float)))

    # two keys whose tanh is the largest, their scores far above the rest
    cases.append((np.zeros(1), np.array([[0], [0], [0], [1], [1.0002]]), np.eye(1), np.eye(1), np.array([10000.0])))

    def scores(state, keys, w_q, w_k, w_score):
        return np.tanh(state @ w_q + keys @ w_k) @ w_score

    return Right(lambda *given: kernels.softmax(scores(*given)), cases=cases, mistakes=[
        Mistake("keys-ignored", lambda state, keys, *_: np.full(len(keys), 1 / len(keys)),
                pt="✗ Todas as chaves recebem o mesmo peso: a pontuação ainda não lê as chaves.",
                ko="✗ 모든 키의 가중치가 같아요. 점수가 아직 키를 읽지 않아요."),
        Mistake("query-ignored", lambda state, keys, w_q, w_k, w_score: kernels.softmax(np.tanh(keys @ w_k) @ w_score),
                pt="✗ Os pesos não dependem da consulta: falta state.",
                ko="✗ 가중치가 쿼리와 상관없어요. state가 빠졌어요."),
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
    cases += [in_whole(cases[0]), *((q, k, v, np.ones((len(q), len(k)), dtype=bool)) for q, k, v in EXTREMES)]

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
                ko="✗ 지도가 아직 드롭아웃을 거쳤어요. 0도 있고, 1을 넘는 가중치도 있어요."),
        Mistake("clipped", attending(lambda *both: np.minimum(dropped(*both), 1), dropped),
                pt="✗ Cortar em 1 esconde o erro: os zeros do dropout continuam no mapa.",
                ko="✗ 1에서 자르면 잘못이 가려질 뿐이에요. 드롭아웃이 만든 0이 지도에 그대로 있어요."),
        Mistake("map-renormalised", attending(renormalised, renormalised),
                pt="✗ As linhas somam 1, mas o mapa ainda tem os buracos do dropout.",
                ko="✗ 합은 1이지만, 드롭아웃이 낸 구멍이 지도에 그대로 있어요."),
        Mistake("no-dropout", attending(softmax, softmax),
                pt="✗ O mapa está certo. A saída, porém, tem de passar pelo dropout: o treinamento conta com ele.",
                ko="✗ 지도는 맞아요. 하지만 출력은 드롭아웃을 거쳐야 해요. 학습에 필요하거든요."),
        Mistake("dropout-not-divided", attending(softmax, lambda weights, kept: weights * kept),
                pt="✗ O mapa está certo. Na saída, falta dividir por 0,9 o que ficou.",
                ko="✗ 지도는 맞아요. 출력에서는 남은 것을 0.9로 나눠야 해요."),
        Mistake("overflow", attending(softmax, dropped, naive_softmax)),
    ])


@exercise
def heads_side_by_side():
    """A function of x (heads, tokens, d) that merges heads.

    Tried on one token and on one head; not on no tokens, where NumPy cannot tell what -1 is in reshape(0, -1).
    """
    random = np.random.default_rng(0)
    shapes = (2, 2, 2), (3, 4, 2), (3, 1, 2), (1, 3, 2), (4, 2, 1)
    cases = [(random.permutation(np.prod(shape)).reshape(shape) / 4,) for shape in shapes]   # no number twice

    def joined(x):
        heads, tokens, d = x.shape
        return tokens, heads * d

    return Right(kernels.merge_heads, cases=cases, mistakes=[
        Mistake("merge-no-swap", lambda x: x.reshape(joined(x))),
        Mistake("merge-interleaved", lambda x: x.transpose(1, 2, 0).reshape(joined(x)),
                pt="✗ Os números das cabeças se alternam. Cada cabeça tem de ficar inteira.",
                ko="✗ 헤드의 수가 하나씩 번갈아 나와요. 헤드마다 한 덩어리로 있어야 해요."),
        Mistake("merge-wrong-axes", lambda x: x.swapaxes(1, 2).reshape(joined(x)),
                pt="✗ Você trocou tokens e d. Quem troca de lugar são as cabeças e os tokens.",
                ko="✗ 토큰과 d의 축을 바꿨어요. 헤드와 토큰의 축을 바꿔야 해요."),
        Mistake("merge-stacked", lambda x: np.concatenate(list(x))),
    ])


@exercise
def scale_by_head_size():
    """A function of q, k (heads, tokens, d_k) that returns the weights of every head.

    Tried on one token and on scores that overflow; not on no tokens, which have no keys to share out to.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, shape, shape) for shape in ((2, 3, 5), (3, 4, 7), (2, 2, 3), (2, 1, 2))]
    cases += [tuple(100 * part for part in cases[0]), in_whole(cases[0]), *((q[None], k[None]) for q, k, _ in EXTREMES)]

    def divided(by):
        return lambda q, k: kernels.softmax(q @ k.swapaxes(1, 2) / by(*k.shape))

    def scores(q, k):
        return q @ k.swapaxes(1, 2) / np.sqrt(k.shape[2])

    return Right(divided(lambda heads, tokens, d: np.sqrt(d)), cases=cases, mistakes=[
        Mistake("scale-by-heads", divided(lambda heads, tokens, d: np.sqrt(heads))),
        Mistake("scale-by-model", divided(lambda heads, tokens, d: np.sqrt(heads * d))),
        Mistake("scale-by-tokens", divided(lambda heads, tokens, d: np.sqrt(tokens))),
        Mistake("scale-without-root", divided(lambda heads, tokens, d: d)),
        Mistake("no-scale", divided(lambda heads, tokens, d: 1)),
        Mistake("table-softmax", lambda q, k: table_softmax(scores(q, k))),
        Mistake("scores", scores),
        Mistake("overflow", lambda q, k: naive_softmax(scores(q, k))),
    ])


@exercise
def masks_turned():
    """A function of q, k, v, ahead, padding, whose masks hold 1 for hidden; returns output and weights.

    Tried on one token, on one that is all padding, on numbers that only -inf hides, and by the leak detector;
    not on no tokens, which have no keys to share out to.
    """
    random = np.random.default_rng(0)
    paddings = [0, 1, 0, 1], [0, 0], [0, 1], [0], [1]   # padding in the middle tells more mistakes apart
    cases = [(*tidy(random, *[(len(padding), d) for d in (3, 3, 2)]), 1 - np.tri(len(padding)), np.array(padding, dtype=float))
             for padding in paddings]
    for q, k, v, seen in HIDDEN:
        cases.append((q, k, v, 1.0 - seen, np.zeros(len(k))))
        cases += [(q[[i]], k, v, np.zeros((1, len(k))), 1.0 - seen[i]) for i in range(len(q))]
    cases += [in_whole(cases[0]), *((q, k, v, np.zeros((len(q), len(k))), np.zeros(len(k))) for q, k, v in EXTREMES)]

    def attending(mask):
        def function(q, k, v, ahead, padding):
            return kernels.attention(q, k, v, np.broadcast_to(mask(ahead == 1, padding == 1), ahead.shape))
        return function

    def leaks(function, *_):
        q, k, v, ahead, padding = cases[0]
        return leak(lambda x: function(x[:, :3], x[:, 3:6], x[:, 6:], ahead, padding), np.hstack([q, k, v]))

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
        Mistake("future-leak", when=leaks, always=True),
        Mistake("hidden-weight", when=hidden),
    ])

"""The exercises of real-model: a head for a job, a control, an edit, a test of one's own."""

import numpy as np

from attnlib.classroom.exercises import Mistake, Right, exercise

LAYER, HEAD = 6, 2   # head 7.3, counted from 0


@exercise
def previous_head():
    """Layer and head, counted from 1, whose pieces give most to the piece before them."""
    return Right(np.array([1, 3]), [
        Mistake("counted-from-zero", [0, 2],
                pt="✗ Esse é o lugar na matriz, que conta do 0. Os nomes das cabeças contam do 1.",
                ko="✗ 그건 0부터 센 배열의 자리예요. 헤드 이름은 1부터 세요."),
        Mistake("head-then-layer", [3, 1],
                pt="✗ Primeiro a camada, depois a cabeça: você trocou as duas.",
                ko="✗ 층이 먼저이고 헤드가 나중이에요. 둘을 바꿔 썼어요."),
        Mistake("next-piece", [3, 7],
                pt="✗ Essa olha para o pedaço seguinte. O passo para trás é −1.",
                ko="✗ 그 헤드는 다음 조각을 봐요. 바로 앞으로 가는 걸음은 −1이에요."),
        Mistake("noun-head", [7, 3],
                pt="✗ Essa é a 7.3 da lição. Aqui a pergunta é outra: quem olha para o pedaço anterior?",
                ko="✗ 그건 본문의 7.3이에요. 여기서는 바로 앞 조각을 보는 헤드를 찾아요."),
    ])


@exercise(example=lambda: (np.array([True, True, True, False, False]), np.array([True, True, False, False, False])))
def beyond_the_control(head, distance):
    """The share of the links that the fixed distance misses which the head finds. head, distance: booleans, one a link."""
    head, distance = np.asarray(head, dtype=bool), np.asarray(distance, dtype=bool)
    if distance.all():
        raise ValueError("the distance misses nothing")
    return Right(head[~distance].mean(), [
        Mistake("all-links", head.mean(),
                pt="✗ Essa é a fração em todas as ligações. Fique só com as que a distância erra.",
                ko="✗ 그건 연결 전체에서 맞힌 비율이에요. 거리가 틀리는 연결만 남기세요."),
        Mistake("easy-links", head[distance].mean(),
                pt="✗ Essas são as ligações que a distância acerta: ali as duas explicações não se separam.",
                ko="✗ 그건 거리도 맞히는 연결이에요. 거기서는 두 설명을 가를 수 없어요."),
        Mistake("of-all", (head & ~distance).mean(),
                pt="✗ O numerador está certo, mas divida pelo número de ligações que a distância erra, não pelo de todas.",
                ko="✗ 분자는 맞아요. 그런데 연결 전체가 아니라 거리가 틀리는 연결의 수로 나누세요."),
    ][:None if (head & distance).any() and (head & ~distance).any() else 2])


@exercise
def even_head():
    """A function of layer (counted from 0) and weights (heads, n, n): head 7.3's rows become even, the rest stays as it is."""
    random = np.random.default_rng(0)

    def drawn(heads, n):
        return random.multinomial(100, random.dirichlet(np.full(n, 2)), size=(heads, n)) / 100   # each row sums to 1 exactly

    cases = [(LAYER, drawn(3, 2)), (5, drawn(3, 2)), (LAYER, drawn(4, 3)), (7, drawn(4, 3)), (0, drawn(3, 2)), (2, drawn(3, 2)),
             (LAYER, drawn(12, 5)), (11, drawn(12, 5)), (LAYER, drawn(3, 1)),
             (LAYER, drawn(6, 7))]

    def even(layer, head, value=lambda n, heads: 1 / n):
        def edit(at, weights):
            if at != layer:
                return weights
            weights = weights.copy()
            weights[head] = value(weights.shape[-1], len(weights))
            return weights
        return edit

    def everywhere(at, weights):
        weights = weights.copy()
        weights[HEAD] = 1 / weights.shape[-1]
        return weights

    return Right(even(LAYER, HEAD), cases=cases, mistakes=[
        Mistake("layer-from-one", even(7, HEAD),
                pt="✗ layer conta do 0: a camada 7 é layer == 6.",
                ko="✗ layer는 0부터 세요. 7번 층은 layer == 6이에요."),
        Mistake("every-layer", everywhere,
                pt="✗ A cabeça ficou uniforme em todas as camadas. Mude só a camada 7.",
                ko="✗ 모든 층에서 헤드가 균등해졌어요. 7번 층만 바꾸세요."),
        Mistake("every-head", even(LAYER, slice(None)),
                pt="✗ Todas as cabeças da camada ficaram uniformes. Mude só a terceira.",
                ko="✗ 그 층의 헤드가 모두 균등해졌어요. 셋째 헤드만 바꾸세요."),
        Mistake("other-head", even(LAYER, 1),
                pt="✗ Você mudou outra cabeça: a terceira está em weights[2].",
                ko="✗ 다른 헤드를 바꿨어요. 셋째 헤드는 weights[2]예요."),
        Mistake("one-over-heads", even(LAYER, HEAD, lambda n, heads: 1 / heads),
                pt="✗ Cada linha tem de somar 1: divida pelo número de pedaços, não pelo de cabeças.",
                ko="✗ 행마다 합이 1이어야 해요. 헤드 수가 아니라 조각 수로 나누세요."),
        Mistake("silenced", even(LAYER, HEAD, lambda n, heads: 0),
                pt="✗ Com zeros a linha não soma 1: a cabeça foi calada, não ficou uniforme.",
                ko="✗ 0으로 채우면 행의 합이 1이 아니에요. 균등해진 게 아니라 꺼진 거예요."),
    ])


@exercise
def own_test():
    """Of a test of one's own: enough cases, distances that differ, and no sentence that chose the head."""
    return Right(np.array([1, 1, 1]), [
        Mistake("too-few-cases", when=lambda test: test.shape == (3,) and test[0] == 0 and set(test) <= {0, 1},
                pt="✗ São menos de 8 casos: um acerto por sorte pesaria demais.",
                ko="✗ 사례가 8개보다 적어요. 우연히 맞힌 하나가 너무 크게 보여요."),
        Mistake("one-distance", when=lambda test: test.shape == (3,) and test[0] == 1 and test[1] == 0 and set(test) <= {0, 1},
                pt="✗ Mais de 80% dos casos têm a mesma distância: contar palavras já daria a resposta.",
                ko="✗ 사례의 80% 넘게 거리가 같아요. 단어를 세기만 해도 답이 나와요."),
        Mistake("seen-before", when=lambda test: test.shape == (3,) and list(test) == [1, 1, 0],
                pt="✗ Há frases com que a cabeça foi escolhida: elas não servem de prova.",
                ko="✗ 헤드를 고를 때 쓴 문장이 있어요. 그런 문장은 증거가 될 수 없어요."),
    ])

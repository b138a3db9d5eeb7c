"""The exercises of queries-keys-values: the four steps, a function to repair, which root it is, and a query."""

from math import isqrt

import numpy as np

from attnlib import kernels
from attnlib.classroom.exercises import FEW_KEYS, Mistake, Right, exercise, in_whole, student_random, student_text, tidy
from attnlib.classroom.naive import naive_softmax, table_softmax


def query_keys_values(number=None):
    """A query (4,), keys (3, 4) and values (3, 2). The scores are different even numbers from 0 to 6: √4 divides them."""
    if not student_text(number):
        return np.array([1, 0, 1, 2]), np.array([[2, 0, 0, 1], [0, 3, 2, 0], [2, 1, 0, -1]]), np.array([[6, 0], [0, 6], [3, 3]])
    random = student_random(number)
    while True:
        query, keys = random.integers(0, 3, size=4), random.integers(-1, 4, size=(3, 4))
        if (query > 0).sum() > 2 and set((keys @ query).tolist()) in ({0, 2, 4}, {0, 2, 6}, {0, 4, 6}, {2, 4, 6}):
            return query, keys, random.permutation([[6, 0], [0, 6], [2, 2]])


@exercise(variant=query_keys_values)
def four_steps(q, k, v):
    """The output of one query for three keys and values, d_k = 4; they belong to a student number."""
    scores, softmax = k @ q, kernels.softmax
    return Right(softmax(scores / 2) @ v, digits=2, mistakes=[
        Mistake("weights-only", softmax(scores / 2),
                pt="✗ Esses são os pesos. Falta o quarto passo: misturar os valores.",
                ko="✗ 이건 가중치예요. 넷째 단계, 밸류를 섞는 일이 남았어요."),
        Mistake("no-softmax", scores / 2 @ v),
        Mistake("no-scale", softmax(scores) @ v),
        Mistake("scale-without-root", softmax(scores / 4) @ v),
        Mistake("scale-late", softmax(scores) / 2 @ v,
                pt="✗ Você dividiu depois da softmax, e as fatias deixaram de somar 1. Divida as pontuações.",
                ko="✗ 소프트맥스 뒤에 나눠서 가중치의 합이 1이 아니에요. 점수를 나눠야 해요."),
        Mistake("scale-by-keys", softmax(scores / np.sqrt(3)) @ v),
        Mistake("scale-by-d-v", softmax(scores / np.sqrt(2)) @ v),
        Mistake("shares-of-scores", scores / scores.sum() @ v),
    ])


@exercise
def projected_attention():
    """A function of x, w_q, w_k, w_v that returns output and weights, scaled.

    Tried on one token and on numbers that overflow; not on no tokens, which have no keys to share out to.
    """
    random = np.random.default_rng(0)
    # tokens, d, d_k, d_v; with 2 tokens, q @ k fits too
    sizes = ((2, 3, 2, 5), (5, 7, 3, 2), (4, 6, 3, 3), (1, 3, 2, 2), (3, 1, 2, 1), (3, 2, 2, 2))
    cases = [tidy(random, (n, d), (d, d_k), (d, d_k), (d, d_v)) for n, d, d_k, d_v in sizes]
    cases[0][0][:] *= 5   # scores far enough apart to tell one product from another
    cases += [tuple(100 * matrix for matrix in cases[0]), in_whole(cases[0])]
    cases += [(np.eye(len(k)), np.resize(q, k.shape), k, v) for q, k, v in FEW_KEYS]   # x @ w_q is w_q
    cases.append(tidy(random, (7, 6), (6, 5), (6, 5), (6, 8)))

    def attend(q, k, v, divisor=None, softmax=kernels.softmax):
        weights = softmax(q @ k.T / np.sqrt(k.shape[1] if divisor is None else divisor))
        return weights @ v, weights

    def weighing(softmax):
        return lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, softmax=softmax)

    return Right(lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v), cases=cases, mistakes=[
        Mistake("both-faults", lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_q, x @ w_v, x.shape[1]),
                pt="✗ As duas falhas continuam aí: de que matriz saem as chaves, e que tamanho vai na raiz?",
                ko="✗ 두 잘못이 다 남아 있어요. 키는 어느 행렬에서 나오나요? 제곱근 안에는 어떤 크기가 들어가나요?"),
        Mistake("one-matrix", lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_q, x @ w_v),
                pt="✗ As consultas são comparadas com elas mesmas, e as pontuações ficam simétricas. As chaves saem de w_k.",
                ko="✗ 쿼리를 쿼리와 비교해서 점수가 대칭이에요. 키는 w_k에서 나와요."),
        Mistake("scale-by-embedding", lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, x.shape[1]),
                pt="✗ Na raiz está o tamanho de x. Vale o tamanho das chaves, d_k.",
                ko="✗ 제곱근 안에 x의 크기를 넣었어요. 키의 크기 d_k를 넣어야 해요."),
        Mistake("no-scale", lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, 1)),
        Mistake("scale-by-tokens", lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, len(x))),
        Mistake("scale-by-d-v", lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, w_v.shape[1])),
        Mistake("scale-without-root", lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v, w_k.shape[1] ** 2)),
        Mistake("wrong-axis", weighing(lambda scores: kernels.softmax(scores, axis=0))),
        Mistake("table-softmax", weighing(table_softmax)),
        Mistake("no-softmax", weighing(lambda scores: scores)),
        Mistake("no-transpose", lambda x, w_q, w_k, w_v: attend(x @ w_q, (x @ w_k).T, x @ w_v, w_k.shape[1])),
        Mistake("asks-with-keys", lambda x, w_q, w_k, w_v: attend(x @ w_k, x @ w_q, x @ w_v),
                pt="✗ Quem responde está perguntando: w_q e w_k estão trocadas, ou a tabela de pontuações saiu virada, "
                   "chaves × consultas.",
                ko="✗ 답할 쪽이 묻고 있어요. w_q와 w_k가 바뀌었거나, 점수표가 (키, 쿼리)로 뒤집혔어요."),
        Mistake("values-not-projected", lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x),
                pt="✗ Os valores não passaram pela matriz deles, w_v.",
                ko="✗ 밸류가 w_v를 거치지 않았어요."),
        Mistake("output-first", lambda x, w_q, w_k, w_v: attend(x @ w_q, x @ w_k, x @ w_v)[::-1]),
        Mistake("overflow", weighing(naive_softmax)),
    ])


@exercise
def scale_divisor():
    """The root of a head's size: 1024 numbers in 16 heads."""
    return Right(isqrt(1024 // 16), [
        Mistake("scale-by-model", isqrt(1024)),
        Mistake("scale-by-heads", isqrt(16)),
        Mistake("scale-without-root", 1024 // 16),
        Mistake("heads-not-size", 16,
                pt="✗ Esse é o número de cabeças. A raiz é do tamanho de uma delas.",
                ko="✗ 이건 헤드의 개수예요. 헤드 하나의 크기에 제곱근을 씌우세요."),
    ])


@exercise
def verb_query():
    """The query of the verb, (1, 0, 2, 0) times W_Q, once the row of drinks is (0, 1) and that of actions (1, 0)."""
    return Right([2, 1], [
        Mistake("query-unchanged", [2, 0],
                pt="✗ Essa é a consulta de antes. “bebeu” também tem 1 de bebida, e a linha nova entra na conta.",
                ko="✗ 이건 바꾸기 전의 쿼리예요. ‘마셨다’에도 음료가 1 들어 있으니 새 행도 더해야 해요."),
        Mistake("query-of-milk", [0, 3],
                pt="✗ Essa é a nova consulta de “leite”. E a de “bebeu”?",
                ko="✗ 이건 ‘우유’의 새 쿼리예요. ‘마셨다’의 쿼리는요?"),
        Mistake("row-alone", [0, 1],
                pt="✗ Essa é só a linha nova. Falta a de ação, que “bebeu” tem 2 vezes.",
                ko="✗ 이건 새로 쓴 행뿐이에요. ‘마셨다’에는 동작이 2 들어 있으니 동작 행의 2배도 더해야 해요."),
        Mistake("rows-unweighted", [1, 1],
                pt="✗ Cada linha entra tantas vezes quanto a palavra tem da característica: ação entra 2 vezes.",
                ko="✗ 행마다 단어에 든 수를 곱해서 더해야 해요. ‘마셨다’의 동작은 2예요."),
        Mistake("query-swapped", [1, 2],
                pt="✗ Os números estão trocados: primeiro quanto procura um bicho, depois quanto procura uma ação.",
                ko="✗ 두 수가 바뀌었어요. 동물을 찾는 수가 먼저, 동작을 찾는 수가 다음이에요."),
    ])


@exercise
def same_weights():
    """Which changes of Q, K, V leave the weights: scale moved over, keys shifted, queries shifted, values ×10."""
    random = np.random.default_rng(0)
    q, k, v, shift = (random.normal(size=shape) for shape in ((3, 2), (4, 2), (4, 2), 2))
    _, weights = kernels.attention(q, k, v)
    changed = ((2 * q, k / 2, v), (q, k + shift, v), (q + shift, k, v), (q, k, 10 * v))
    right = [int(np.allclose(kernels.attention(*qkv)[1], weights)) for qkv in changed]
    return Right(right, [
        Mistake("same-turned", [1 - one for one in right],
                pt="✗ Está ao contrário: 1 quer dizer que os pesos ficam como estão.",
                ko="✗ 거꾸로예요. 1은 가중치가 그대로라는 뜻이에요."),
        Mistake("keys-shifted", [1, 0, 0, 1],
                pt="✗ Reveja (b): cada pontuação da linha ganha o mesmo número. O que a softmax faz com isso?",
                ko="✗ (b)를 다시 보세요. 한 행의 점수가 모두 같은 수만큼 커져요. 소프트맥스는 어떻게 되나요?"),
        Mistake("queries-shifted", [1, 1, 1, 1],
                pt="✗ Reveja (c): o que se soma à pontuação é diferente para cada chave.",
                ko="✗ (c)를 다시 보세요. 점수에 더해지는 수가 키마다 달라요."),
        Mistake("shifts-swapped", [1, 0, 1, 1],
                pt="✗ (b) e (c) estão trocadas: qual delas soma o mesmo número à linha inteira?",
                ko="✗ (b)와 (c)가 바뀌었어요. 한 행 전체에 같은 수를 더하는 쪽은 어느 쪽인가요?"),
        Mistake("scale-moved-over", [0, 1, 0, 1],
                pt="✗ Reveja (a): em cada produto, o dobro encontra a metade.",
                ko="✗ (a)를 다시 보세요. 곱할 때 2배와 절반이 만나요."),
        Mistake("values-in-weights", [1, 1, 0, 0],
                pt="✗ Reveja (d): em que passo entram os valores?",
                ko="✗ (d)를 다시 보세요. 밸류는 어느 단계에서 들어오나요?"),
    ])

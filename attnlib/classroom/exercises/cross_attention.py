"""The exercises of cross-attention."""

import numpy as np

from attnlib import kernels, published
from attnlib.classroom.exercises import EXTREMES, Mistake, Right, exercise, in_whole, student_random, student_text, tidy
from attnlib.classroom.naive import naive_softmax, table_softmax


def third_query(number=None):
    """A query (3,)."""
    queries = [[1, 1, 0], [1, 0, 3], [2, 0, 1], [1, 2, 0], [0, 2, 1], [1, 0, 2],
               [2, 1, 0], [0, 1, 2], [2, 1, 1], [1, 1, 2], [0, 1, 3], [3, 1, 0]]
    return np.array(student_random(number).choice(queries[1:]) if student_text(number) else queries[0])


@exercise(variant=third_query)
def third_weights(query):
    """The weights of a query, which belongs to a student number, on the keys of S5, unscaled."""
    scores = query @ published.cross.k.T
    return Right(kernels.softmax(scores), [
        Mistake("scaled", kernels.softmax(scores / np.sqrt(3))),
        Mistake("scores", scores),
        Mistake("shares-of-scores", scores / scores.sum()),
        Mistake("output", kernels.softmax(scores) @ published.cross.k),
    ], digits=2)


@exercise(answers=("weights_shape", "output_shape"))
def cross_shapes():
    """Shapes for 4 queries, 6 keys, d_k = 8, d_v = 5."""
    weights = Right((4, 6), [
        Mistake("shape-turned", (6, 4),
                pt="✗ Pesos: as consultas são as linhas; as chaves, as colunas.",
                ko="✗ 가중치에서 행은 쿼리, 열은 키예요."),
        Mistake("shape-of-vectors", (4, 8)),
    ])
    output = Right((4, 5), [
        Mistake("shape-per-key", (6, 5),
                pt="✗ Saída: uma linha por consulta, não por chave.",
                ko="✗ 출력은 키가 아니라 쿼리마다 한 행이에요."),
        Mistake("shape-d-k", (4, 8),
                pt="✗ Quem entrega é o valor: a saída tem a largura dos valores.",
                ko="✗ 내용을 건네는 쪽은 밸류예요. 출력의 너비는 밸류의 너비와 같아요."),
    ])
    return weights, output


@exercise
def cross_attention():
    """A function of q, k, v that returns output and weights, scaled.

    Tried on one token and on numbers that overflow; not on no keys, which nothing can be shared out to.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, (3, 2), (2, 2), (2, 2)),   # as many keys as numbers: q @ k fits, and is not q @ k.T
             tidy(random, (2, 3), (4, 3), (4, 5)), tidy(random, (2, 2), (3, 2), (3, 1)), tidy(random, (1, 2), (1, 2), (1, 2)),
             tidy(random, (2, 3), (2, 3), (2, 1)), tidy(random, (1, 2), (3, 2), (3, 1)),
             (np.array([[2000.0, 0.0]]), np.eye(2), np.eye(2)), *EXTREMES]
    cases += [in_whole(cases[1]), tidy(random, (6, 5), (7, 5), (7, 8))]

    def attend(q, k, v, scale=None, softmax=kernels.softmax):
        weights = softmax(q @ k.T * (1 / np.sqrt(q.shape[1]) if scale is None else scale))
        return weights @ v, weights

    return Right(kernels.attention, cases=cases, mistakes=[
        Mistake("wrong-axis", lambda q, k, v: attend(q, k, v, softmax=lambda scores: kernels.softmax(scores, axis=0))),
        Mistake("table-softmax", lambda q, k, v: attend(q, k, v, softmax=table_softmax)),
        Mistake("no-softmax", lambda q, k, v: attend(q, k, v, softmax=lambda scores: scores)),
        Mistake("no-scale", lambda q, k, v: attend(q, k, v, scale=1)),
        Mistake("scale-without-root", lambda q, k, v: attend(q, k, v, scale=1 / k.shape[1])),
        Mistake("scale-by-d-v", lambda q, k, v: attend(q, k, v, scale=1 / np.sqrt(v.shape[1]))),
        Mistake("scale-by-keys", lambda q, k, v: attend(q, k, v, scale=1 / np.sqrt(len(k)))),
        Mistake("no-transpose", lambda q, k, v: attend(q, k.T, v)),
        Mistake("output-first", lambda q, k, v: kernels.attention(q, k, v)[::-1]),
        Mistake("swapped-k-v", lambda q, k, v: kernels.attention(q, v, k),
                pt="✗ K e V estão trocados: as chaves decidem, os valores entregam.",
                ko="✗ K와 V가 바뀌었어요. 키가 고르고 밸류가 내용을 건네요."),
        Mistake("overflow", lambda q, k, v: attend(q, k, v, softmax=naive_softmax)),
    ])


@exercise
def smallest_scale():
    """The smallest whole scale that puts 90 % of the second query of S5 on k2."""
    def share(scale):
        with np.errstate(over="ignore"):
            return 1 / (1 + np.exp(-2 * scale) + np.exp(-scale))   # the scores are 0, 2, 1

    return Right(3, [
        Mistake("scale-below", when=lambda scale: not scale.ndim and share(scale) < 0.9,
                pt="✗ Com esse número, 사과를 ainda fica abaixo de 90%.",
                ko="✗ 그 값으로는 ‘사과를’의 가중치가 아직 90%보다 작아요."),
        Mistake("scale-above", when=lambda scale: not scale.ndim and scale > 3 and scale % 1 == 0,
                pt="✗ Esse número basta, mas há um inteiro menor que também basta.",
                ko="✗ 그 값도 되지만, 더 작은 정수로도 충분해요."),
        Mistake("scale-not-whole", when=lambda scale: not scale.ndim and share(scale) >= 0.9 and scale % 1 != 0,
                pt="✗ Esse número basta, mas não é inteiro. Qual é o menor inteiro que basta?",
                ko="✗ 그 값으로도 되지만 정수가 아니에요. 되는 정수 가운데 가장 작은 것은 얼마일까요?"),
    ])

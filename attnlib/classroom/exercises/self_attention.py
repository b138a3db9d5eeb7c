"""The exercises of self-attention."""

import numpy as np

from attnlib import kernels, published
from attnlib.classroom.exercises import TOKENS, Mistake, Right, exercise, in_whole, tidy
from attnlib.classroom.naive import naive_softmax, table_softmax


@exercise
def first_output():
    """The output (2,) of the lesson's first word, whose vectors are queries, keys and values at once; unscaled."""
    x = np.array([[2, 0], [0, 2], [1, 1], [0, 3]])
    scores = x @ x.T
    output = kernels.softmax(scores) @ x
    return Right(output[0], [
        Mistake("other-query", output[2],
                pt="✗ Essa é a saída de “ela”. Agora quem pergunta é a primeira palavra, “bola”.",
                ko="✗ 이건 ‘그것’의 출력이에요. 이번에는 첫 단어 ‘공’이 물어요."),
        Mistake("scaled", kernels.softmax(scores / np.sqrt(2))[0] @ x),
        Mistake("scores", scores[0]),
        Mistake("no-softmax", scores[0] @ x),
        Mistake("weights", kernels.softmax(scores)[0],
                pt="✗ Esses são os pesos. Falta misturar os vetores das palavras nessas proporções.",
                ko="✗ 이건 가중치예요. 이 비율로 단어들의 벡터를 섞어야 출력이 나와요."),
        Mistake("all-outputs", output,
                pt="✗ Essas são as saídas de todas as palavras. Aqui basta a da primeira.",
                ko="✗ 이건 모든 단어의 출력이에요. 여기서는 첫 단어의 출력만 구하면 돼요."),
    ], digits=2)


@exercise
def row_sums():
    """The row sums of the table that the code of S4 prints."""
    table = published.sat.weights
    return Right(table.sum(axis=1), [
        Mistake("column-sums", table.sum(axis=0),
                pt="✗ Essas são as somas das colunas. Some ao longo de cada linha.",
                ko="✗ 이건 열의 합이에요. 행을 따라 더해 보세요."),
        Mistake("total", table.sum(),
                pt="✗ Esse é o total da tabela. Falta uma soma por linha.",
                ko="✗ 이건 표 전체의 합이에요. 합이 행마다 하나씩 나와야 해요."),
    ])


@exercise
def sat_weights():
    """The right weights of S4, unscaled as published."""
    e = published.sat.q
    scores, table = e @ e.T, published.sat.weights
    return Right(kernels.softmax(scores), [
        Mistake("columns-sum-to-one", table),
        Mistake("rows-divided", table / table.sum(axis=1, keepdims=True)),
        Mistake("table-softmax", table_softmax(scores)),
        Mistake("scores", scores),
        Mistake("scaled", kernels.softmax(scores / np.sqrt(3))),
        Mistake("output", kernels.softmax(scores) @ e),
    ])


@exercise
def words_on_o():
    """How many words of the repaired cat table attend most to O, with the scores divided by √4."""
    table = published.cat.weights
    most = (table.T.argmax(axis=1) == 0).sum()   # dividing keeps the order
    return Right(most, [
        Mistake("not-repaired", (table.argmax(axis=1) == 0).sum(),
                pt="✗ Esse é o número da tabela publicada. Conte na tabela consertada.",
                ko="✗ 이건 고치기 전 표에서 센 값이에요. 고친 표에서 세어 보세요."),
        Mistake("forgot-itself", most - 1,
                pt="✗ Quase: a própria palavra O também conta.",
                ko="✗ 거의 다 왔어요. ‘O’ 자신도 세어야 해요."),
    ])


@exercise
def self_attention():
    """A function of x (tokens, d) that returns scaled weights (queries, keys).

    Tried on one token and on numbers that overflow; not on no tokens, which have no keys to share out to.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, shape) for shape in ((3, 3), (4, 3), (2, 3), (1, 2))]   # a square first: there x @ x fits too
    cases += [(np.array([[1.0, 0], [2, 1]]),), (100 * tidy(random, (3, 2))[0],), (np.array([[100.0, 0]]),),
              in_whole(cases[1]), *((x,) for x in TOKENS), tidy(random, (7, 6))]

    def scores(x):
        return x @ x.T / np.sqrt(x.shape[1])

    return Right(lambda x: kernels.softmax(scores(x)), cases=cases, mistakes=[
        Mistake("columns-sum-to-one", lambda x: kernels.softmax(scores(x), axis=0)),
        Mistake("table-softmax", lambda x: table_softmax(scores(x))),
        Mistake("no-scale", lambda x: kernels.softmax(x @ x.T)),
        Mistake("scale-without-root", lambda x: kernels.softmax(x @ x.T / x.shape[1])),
        Mistake("scale-by-tokens", lambda x: kernels.softmax(x @ x.T / np.sqrt(len(x)))),
        Mistake("no-transpose", lambda x: kernels.softmax(x @ x / np.sqrt(x.shape[1]))),
        Mistake("scores", scores),
        Mistake("output", lambda x: kernels.softmax(scores(x)) @ x),
        Mistake("overflow", lambda x: naive_softmax(scores(x))),
    ])

"""The exercises of masks."""

import numpy as np

from attnlib import kernels
from attnlib.classroom.exercises import (
    EXTREMES,
    HIDDEN,
    TOKENS,
    Mistake,
    Right,
    exercise,
    hidden_weight,
    in_whole,
    leak,
    refusals,
    tidy,
)
from attnlib.classroom.naive import naive_softmax, table_softmax


@exercise
def described_mask():
    """The mask (3, 3) that the text of S8 describes, True = may attend."""
    causal = np.tri(3, dtype=int)
    return Right(causal, [
        Mistake("causal-inverted", 1 - causal),
        Mistake("causal-transposed", causal.T),
        Mistake("diagonal-hidden", causal - np.eye(3, dtype=int)),
        Mistake("no-mask", np.ones((3, 3), dtype=int)),
        Mistake("key-mask", when=lambda seen: np.array_equal(seen, [1, 1, 0]) or np.array_equal(seen, [[1, 1, 0]] * 3)),
        Mistake("mask-not-boolean",
                when=lambda seen: seen.size and seen.min() < 0 and np.array_equal(np.where(causal, 0, seen.min()), seen)),
    ])


@exercise
def prefix_mask():
    """The mask (5, 5) of a conversation: three tokens of a question that all see, two of an answer that is being written."""
    question = np.arange(5) < 3
    seen = (np.tri(5, dtype=int) | question).astype(int)
    return Right(seen, [
        Mistake("prefix-causal", np.tri(5, dtype=int),
                pt="✗ Essa é a máscara causal pura: a primeira palavra da pergunta ainda não vê a pergunta inteira.",
                ko="✗ 인과 마스크 그대로예요. 질문의 첫 토큰이 아직 질문 전체를 보지 못해요."),
        Mistake("prefix-alone", np.tri(5, dtype=int) * ~question | question * question[:, None],
                pt="✗ A resposta não está vendo a pergunta.",
                ko="✗ 답의 토큰이 질문을 보지 못해요."),
        Mistake("prefix-padding", np.tile(question, (5, 1)),
                pt="✗ A resposta não vê a si mesma: faltou juntar a máscara causal.",
                ko="✗ 답의 토큰이 답을 보지 못해요. 인과 마스크와 합쳐야 해요."),
        Mistake("prefix-both", np.tri(5, dtype=int) * question,
                pt="✗ O & esconde o que uma das duas esconde. Aqui basta que uma das duas permita: |.",
                ko="✗ &는 둘 중 하나라도 가리면 가려요. 여기서는 하나만 허락해도 보여야 하니까 |예요."),
        Mistake("causal-inverted", 1 - seen),
        Mistake("prefix-turned", seen.T,
                pt="✗ Linhas e colunas estão trocadas: as linhas são as consultas.",
                ko="✗ 행과 열이 바뀌었어요. 행이 쿼리예요."),
        Mistake("no-mask", np.ones((5, 5), dtype=int)),
    ])


@exercise
def leaky_ways():
    """−1e9 for −∞, a hidden diagonal, softmax over the queries, the mean of all outputs subtracted: 1 where the future leaks."""
    return Right([0, 0, 1, 1], [
        Mistake("leaks-large-number", [1, 0, 1, 1],
                pt="✗ Reveja (a): quanto é a exponencial de um número tão negativo?",
                ko="✗ (a)를 다시 보세요. 절댓값이 그렇게 큰 음수를 지수로 쓰면 e의 거듭제곱은 얼마인가요?"),
        Mistake("leaks-diagonal", [0, 1, 1, 1],
                pt="✗ Reveja (b): esconder mais do que o preciso mostra alguma coisa do futuro?",
                ko="✗ (b)를 다시 보세요. 더 많이 가린다고 미래가 보이나요?"),
        Mistake("leaks-axis", [0, 0, 0, 1],
                pt="✗ Reveja (c): na softmax pelas colunas, que linhas entram na soma de cada coluna?",
                ko="✗ (c)를 다시 보세요. 열을 따라 나누면, 합에 어느 행들이 들어가나요?"),
        Mistake("leaks-after", [0, 0, 1, 0],
                pt="✗ Reveja (d): de que tokens é feita a média?",
                ko="✗ (d)를 다시 보세요. 평균에는 어느 토큰들이 들어가나요?"),
        Mistake("leaks-nowhere", [0, 0, 0, 0],
                pt="✗ A máscara certa não basta: reveja (c) e (d), que juntam números de todas as linhas.",
                ko="✗ 마스크가 맞아도 샐 수 있어요. 모든 행의 수를 섞는 (c)와 (d)를 다시 보세요."),
        Mistake("leaks-swapped", [1, 1, 0, 0],
                pt="✗ Está ao contrário: 1 quer dizer que o futuro vaza.",
                ko="✗ 거꾸로예요. 1은 미래가 샌다는 뜻이에요."),
    ])


@exercise
def causal_attention():
    """A function of x (tokens, d) that returns output and weights of scaled causal self-attention without projections.

    Tried on one token, on numbers that overflow, on numbers that only -inf hides, and by the leak detector;
    not on no tokens, which have no keys to share out to.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, shape) for shape in ((3, 3), (4, 3), (2, 3), (1, 2))]   # a square first: there x @ x fits too
    cases += [(np.array([[1.0, 0], [2, 1]]),), (100 * tidy(random, (3, 2))[0],), (np.array([[100.0, 0]]),),
              (np.array([[3.0, 0], [9, 0]]),), in_whole(cases[1]), *((x,) for x in TOKENS),
              (np.array([[0.0, 0], [1e19, 0]]),),   # where -50 stands for -inf, a weight that only such a value shows
              tidy(random, (7, 5))]

    def scores(x):
        return x @ x.T / np.sqrt(x.shape[1])

    def weighing(weigh):
        """Output and weights, from a function of the scores and of the mask as numbers."""
        def function(x):
            weights = weigh(scores(x), np.tri(len(x)))
            return weights @ x, weights
        return function

    def hiding(mask, axis=-1):
        return weighing(lambda s, seen: kernels.softmax(np.where(mask(seen), s, -np.inf), axis=axis))

    def causal(seen):
        return seen == 1

    def renormalised(s, seen):
        weights = kernels.softmax(s) * seen
        return weights / weights.sum(axis=1, keepdims=True)

    right = hiding(causal)
    return Right(right, cases=cases, mistakes=[
        Mistake("no-mask", weighing(lambda s, seen: kernels.softmax(s))),
        Mistake("mask-times-zero", weighing(lambda s, seen: kernels.softmax(s * seen))),
        Mistake("mask-added", weighing(lambda s, seen: kernels.softmax(s + seen))),
        Mistake("zero-after", weighing(lambda s, seen: kernels.softmax(s) * seen)),
        Mistake("zero-times-infinity", weighing(lambda s, seen: np.full(s.shape, np.nan))),
        Mistake("causal-inverted", hiding(lambda seen: seen == 0)),
        Mistake("causal-transposed", hiding(lambda seen: seen.T == 1)),
        Mistake("diagonal-hidden", hiding(lambda seen: np.tri(len(seen), k=-1) == 1)),
        Mistake("key-mask", hiding(lambda seen: np.arange(len(seen)) < len(seen) - 1)),
        Mistake("wrong-axis", hiding(causal, axis=0)),
        Mistake("no-scale", lambda x: kernels.attention(x, x, x, kernels.causal_mask(len(x)), scale=1)),
        Mistake("scale-without-root", lambda x: kernels.attention(x, x, x, kernels.causal_mask(len(x)), scale=1 / x.shape[1])),
        Mistake("table-softmax", weighing(lambda s, seen: table_softmax(np.where(causal(seen), s, -np.inf)))),
        Mistake("no-softmax", weighing(lambda s, seen: np.where(causal(seen), s, -np.inf))),
        Mistake("no-transpose", lambda x: kernels.attention(x, x.T, x, kernels.causal_mask(len(x)))),
        Mistake("output-first", lambda x: right(x)[::-1]),
        Mistake("peak-of-hidden", weighing(renormalised)),
        Mistake("overflow", weighing(lambda s, seen: naive_softmax(np.where(causal(seen), s, -np.inf)))),
        Mistake("row-with-nothing", weighing(lambda s, seen: naive_softmax(np.where(np.tri(len(seen), k=-1) == 1, s, -np.inf))),
                pt="✗ A diagonal ficou escondida: a primeira linha não tem nada para olhar, e deu nan.",
                ko="✗ 대각선까지 가려졌어요. 첫 행은 볼 것이 하나도 없어서 nan이 나왔어요."),
        *refusals(),
        Mistake("future-leak", when=lambda function, *_: leak(function, *cases[0]) or leak(function, *cases[-1]), always=True),
    ])


@exercise
def masked_attention():
    """A function of q, k, v and a mask (queries, keys), True = may attend, that returns output and weights, scaled.

    Tried on no queries, on a query that may attend to nothing (its weights and output are 0) and on numbers that overflow;
    not on no keys, which nothing can be shared out to.
    """
    random = np.random.default_rng(0)
    seen = np.array([[True, False, True, True], [False, True, False, True], [True, True, False, False]])
    cases = [(*tidy(random, (3, 2), (4, 2), (4, 3)), seen),
             (*tidy(random, (2, 2), (2, 2), (2, 1)), np.array([[True, True], [False, True]])),
             (*tidy(random, (4, 3), (3, 3), (3, 2)), np.array([[True, True, False]] * 3 + [[False] * 3])),
             (*tidy(random, (2, 2), (2, 2), (2, 1)), np.array([[False, False], [True, False]])),
             (*tidy(random, (1, 2), (1, 2), (1, 1)), np.array([[False]])),
             (*tidy(random, (0, 2), (3, 2), (3, 1)), np.empty((0, 3), dtype=bool)),
             (np.array([[100.0]]), np.array([[100.0], [5], [0]]), np.eye(3), np.array([[False, True, True]])),
             (np.array([[100.0]]), np.array([[100.0], [5]]), np.eye(2), np.array([[True, True]])),
             *HIDDEN, *((q, k, v, np.ones((len(q), len(k)), dtype=bool)) for q, k, v in EXTREMES)]
    cases += [in_whole(cases[0]), (*tidy(random, (6, 5), (7, 5), (7, 8)), np.arange(42).reshape(6, 7) % 3 > 0)]

    def weighing(weigh):
        """Output and weights, from a function of the scores and the mask."""
        def function(q, k, v, mask):
            weights = weigh(q @ k.T / np.sqrt(k.shape[1]), mask)
            return weights @ v, weights
        return function

    def hiding(hidden, axis=-1):
        return weighing(lambda s, mask: kernels.softmax(np.where(mask, s, hidden), axis=axis))

    def shared(exps, mask):
        """Weights from exponentials, the hidden ones left out: a row of nothing stays 0."""
        exps = np.where(mask, exps, 0)
        total = exps.sum(axis=1, keepdims=True)
        return exps / np.where(total == 0, 1, total)

    def row_nan(s, mask):
        return naive_softmax(np.where(mask, s - s.max(axis=1, keepdims=True), -np.inf))

    return Right(kernels.attention, cases=cases, mistakes=[
        Mistake("row-nan", weighing(row_nan),
                pt="✗ Na linha sem nada para olhar apareceu nan: ali a softmax faz ∞ − ∞ ou 0/0. "
                   "Essa linha tem de ficar toda em 0.",
                ko="✗ 볼 것이 하나도 없는 행에서 nan이 나왔어요. 거기서 소프트맥스는 ∞ − ∞나 0/0을 계산해요. "
                   "그 행은 모두 0이어야 해요."),
        Mistake("row-uniform", hiding(-1e9),
                pt="✗ A linha sem nada para olhar repartiu 1 entre as chaves escondidas, em partes iguais. "
                   "Essa linha tem de ficar toda em 0.",
                ko="✗ 볼 것이 하나도 없는 행이 가려진 키들에게 1을 똑같이 나눠 줬어요. 그 행은 모두 0이어야 해요."),
        Mistake("no-mask", weighing(lambda s, mask: kernels.softmax(s))),
        Mistake("mask-times-zero", weighing(lambda s, mask: kernels.softmax(s * mask))),
        Mistake("mask-added", weighing(lambda s, mask: kernels.softmax(s + mask))),
        Mistake("zero-after", weighing(lambda s, mask: kernels.softmax(s) * mask)),
        Mistake("causal-inverted", weighing(lambda s, mask: kernels.softmax(np.where(mask, -np.inf, s)))),
        Mistake("wrong-axis", hiding(-np.inf, axis=0)),
        Mistake("no-scale", lambda q, k, v, mask: kernels.attention(q, k, v, mask, scale=1)),
        Mistake("scale-without-root", lambda q, k, v, mask: kernels.attention(q, k, v, mask, scale=1 / k.shape[1])),
        Mistake("table-softmax", weighing(lambda s, mask: table_softmax(np.where(mask, s, -np.inf)))),
        Mistake("no-softmax", weighing(lambda s, mask: np.where(mask, s, -np.inf))),
        Mistake("peak-of-hidden", weighing(lambda s, mask: shared(np.exp(s - s.max(axis=1, keepdims=True)), mask))),
        Mistake("output-first", lambda *given: kernels.attention(*given)[::-1]),
        Mistake("overflow", weighing(lambda s, mask: shared(np.exp(s), mask))),
        *refusals(),
        Mistake("hidden-weight", when=lambda function, outcome, arguments: hidden_weight(outcome, arguments[3])),
    ])

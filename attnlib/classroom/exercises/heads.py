"""The exercises of heads: shapes, a function to repair, and what equal heads are worth."""

import numpy as np

from attnlib import kernels
from attnlib.classroom.exercises import FEW_KEYS, Mistake, Right, exercise, in_whole, student_random, student_text, tidy
from attnlib.classroom.naive import table_softmax


def tokens_d_heads(number=None):
    """Tokens, d_model and heads."""
    if not student_text(number):
        return 10, 512, 8
    random = student_random(number)
    heads, size = random.choice([(4, 16), (4, 32), (4, 64), (8, 16), (8, 32), (16, 32), (16, 64)]).tolist()
    return int(random.choice([5, 6, 7, 9, 11, 12, 20, 25, 30])), heads * size, heads


@exercise(answers=("queries_shape", "weights_shape", "merged_shape"), variant=tokens_d_heads)
def head_shapes(n, d, heads):
    """Shapes of split queries, weights and merged output for tokens, d_model and heads that belong to a student number."""
    size = d // heads
    queries = Right((heads, n, size), [
        Mistake("heads-undivided", (heads, n, d),
                pt="✗ As cabeças repartem entre si as colunas de d_model.",
                ko="✗ d_model개의 열을 헤드끼리 나눠 가져요."),
        Mistake("heads-second", (n, heads, size),
                pt="✗ As cabeças vêm antes dos tokens: assim cada uma faz a conta inteira.",
                ko="✗ 헤드 축이 토큰 축보다 앞에 와요. 그래야 헤드마다 따로 계산해요."),
        Mistake("heads-and-size", (size, n, heads),
                pt="✗ Você trocou o número de cabeças pelo tamanho de cada uma.",
                ko="✗ 헤드의 개수와 헤드 하나의 크기가 바뀌었어요."),
    ])
    weights = Right((heads, n, n), [
        Mistake("shape-of-vectors", (heads, n, size)),
        Mistake("one-table", (n, n),
                pt="✗ Essa é a tabela de uma cabeça. Cada cabeça tem a sua.",
                ko="✗ 이건 헤드 하나의 표예요. 표는 헤드마다 하나씩 있어요."),
        Mistake("heads-last", (n, n, heads),
                pt="✗ As cabeças ficam no primeiro eixo, não no último.",
                ko="✗ 헤드는 마지막 축이 아니라 첫 축이에요."),
    ])
    merged = Right((n, d), [
        Mistake("not-merged", (heads, n, size),
                pt="✗ Essa é a saída antes de juntar. Depois, cada token tem uma linha só.",
                ko="✗ 이건 합치기 전의 출력이에요. 합치면 토큰마다 한 행이에요."),
        Mistake("merge-stacked", (heads * n, size)),
        Mistake("one-head-left", (n, size),
                pt="✗ Aí só cabe uma cabeça. Todas ficam lado a lado.",
                ko="✗ 헤드 하나만 남았어요. 모든 헤드가 나란히 있어야 해요."),
    ])
    return queries, weights, merged


@exercise
def multi_head():
    """A function of x, w_q, w_k, w_v, w_o, heads that returns the output of multi-head self-attention.

    Tried on one token and on numbers that overflow; not on no tokens, which have no keys to share out to.
    """
    random = np.random.default_rng(0)

    def case(tokens, d, heads, d_k, d_v, d_out):
        shapes = (tokens, d), (d, heads * d_k), (d, heads * d_k), (d, heads * d_v), (heads * d_v, d_out)
        return *tidy(random, *shapes), heads

    cases = [case(5, 6, 2, 3, 3, 6), case(4, 5, 3, 2, 4, 7), case(1, 3, 1, 2, 2, 3), case(2, 2, 2, 1, 1, 2),
             case(3, 1, 1, 2, 1, 1)]
    cases += [(*(100 * matrix for matrix in cases[0][:-1]), cases[0][-1]), in_whole(cases[1])]
    cases += [(np.eye(len(k)), np.resize(q, k.shape), k, v, np.eye(1), 1) for q, k, v in FEW_KEYS]   # x @ w_q is w_q

    def attending(split=kernels.split_heads, merge=kernels.merge_heads, divisor=None, softmax=kernels.softmax, mix=np.matmul):
        def function(x, w_q, w_k, w_v, w_o, heads):
            q, k, v = (split(x @ w, heads) for w in (w_q, w_k, w_v))
            by = np.sqrt(k.shape[-1] if divisor is None else divisor(*x.shape, heads, w_k.shape[1]))
            return mix(merge(softmax(q @ k.swapaxes(-1, -2) / by) @ v), w_o)
        return function

    def reshape_split(x, heads):
        return x.reshape(heads, len(x), -1)

    def reshape_merge(x):
        return x.reshape(x.shape[1], -1)

    return Right(attending(), cases=cases, mistakes=[
        Mistake("merge-no-swap", attending(merge=reshape_merge),
                pt="✗ As palavras se misturaram: o reshape veio sem a troca dos eixos antes.",
                ko="✗ 단어끼리 섞였어요. reshape 전에 축을 바꿔야 해요."),
        Mistake("split-no-swap", attending(split=reshape_split),
                pt="✗ Ao separar, falta trocar os eixos depois do reshape: as palavras se misturam.",
                ko="✗ 나눌 때 reshape 뒤에 축을 바꾸지 않았어요. 단어끼리 섞여요."),
        Mistake("reshape-twice", attending(split=reshape_split, merge=reshape_merge),
                pt="✗ Você separa e junta só com reshape. Na ida e volta os dois erros se cancelam; na atenção, não.",
                ko="✗ 나눌 때도 합칠 때도 reshape만 썼어요. "
                   "나눴다가 바로 합치면 두 잘못이 서로 지워지지만, 어텐션에서는 그렇지 않아요."),
        Mistake("one-head", attending(split=lambda x, heads: x[None]),
                pt="✗ É uma cabeça só, com todas as colunas e uma única softmax.",
                ko="✗ 모든 열을 가진 헤드 하나예요. 소프트맥스도 한 번뿐이에요."),
        Mistake("same-head", attending(split=lambda x, heads: np.stack([kernels.split_heads(x, heads)[0]] * heads)),
                pt="✗ Todas as cabeças usam as colunas da primeira: são cópias.",
                ko="✗ 모든 헤드가 첫 헤드의 열을 써요. 복사본이에요."),
        Mistake("no-w-o", attending(mix=lambda merged, w_o: merged),
                pt="✗ Falta multiplicar por w_o.",
                ko="✗ w_o를 곱하지 않았어요."),
        Mistake("merge-stacked", attending(merge=np.concatenate, mix=lambda merged, w_o: merged)),
        Mistake("scale-by-heads", attending(divisor=lambda tokens, d, heads, width: heads)),
        Mistake("scale-by-model", attending(divisor=lambda tokens, d, heads, width: width)),
        Mistake("scale-by-tokens", attending(divisor=lambda tokens, d, heads, width: tokens)),
        Mistake("no-scale", attending(divisor=lambda *sizes: 1)),
        Mistake("scale-without-root", attending(divisor=lambda tokens, d, heads, width: (width // heads) ** 2)),
        Mistake("wrong-axis", attending(softmax=lambda scores: kernels.softmax(scores, axis=-2))),
        Mistake("table-softmax", attending(softmax=table_softmax)),
        Mistake("no-softmax", attending(softmax=lambda scores: scores)),
    ])


@exercise
def asks_next():
    """What each of 6 places asks for, so that it looks at the place after it: (queries, places)."""
    one = np.eye(6, dtype=int)
    right = np.eye(6, k=1, dtype=int)
    return Right(right, [
        Mistake("asks-before", right.T,
                pt="✗ Assim cada lugar pede o anterior, como na tabela impressa.",
                ko="✗ 이러면 출력된 표처럼 자리마다 바로 앞자리를 찾아요."),
        Mistake("asks-itself", one,
                pt="✗ Assim cada lugar olha para si mesmo.",
                ko="✗ 이러면 자리마다 자기 자신을 봐요."),
        Mistake("asks-round", np.roll(one, 1, axis=1),
                pt="✗ Quase: depois do último lugar não há ninguém. A linha dele fica em 0.",
                ko="✗ 거의 다 왔어요. 마지막 자리 뒤에는 아무도 없어요. 그 행은 0으로 두세요."),
        Mistake("asks-two-on", np.eye(6, k=2),
                pt="✗ Você pulou um lugar.",
                ko="✗ 한 자리를 건너뛰었어요."),
        Mistake("asks-all-later", np.triu(np.ones((6, 6)), 1),
                pt="✗ Assim cada lugar olha para todos os que vêm depois. Peça só o próximo.",
                ko="✗ 이러면 뒤의 모든 자리를 봐요. 바로 다음 자리만 찾으세요."),
        Mistake("asks-loud", 100 * right,
                pt="✗ O lugar está certo. Aqui vão só zeros e uns, sem o 100.",
                ko="✗ 자리는 맞아요. 여기서는 100을 곱하지 말고 0과 1로만 쓰세요."),
        Mistake("asks-nobody", 0 * one,
                pt="✗ Ninguém pede nada: todos os lugares recebem o mesmo peso.",
                ko="✗ 아무도 찾지 않아요. 모든 자리가 똑같은 가중치를 받아요."),
    ])


@exercise
def head_claims():
    """More heads, more parameters: no; W_o adds the heads: yes; heads may change places: yes; each reads its part of x: no."""
    return Right([0, 1, 1, 0], [
        Mistake("order-turned", [1, 0, 0, 1]),
        Mistake("claims-parameters", [1, 1, 1, 0],
                pt="✗ Reveja (a): as cabeças repartem as mesmas colunas.",
                ko="✗ (a)를 다시 보세요. 헤드는 같은 열을 나눠 가져요."),
        Mistake("claims-sum", [0, 0, 1, 0],
                pt="✗ Reveja (b): que linhas de W_O cada cabeça encontra no produto?",
                ko="✗ (b)를 다시 보세요. 곱할 때 헤드마다 W_O의 어느 행과 만나나요?"),
        Mistake("claims-order", [0, 1, 0, 0],
                pt="✗ Reveja (c): uma soma muda com a ordem das parcelas?",
                ko="✗ (c)를 다시 보세요. 더하는 순서를 바꾸면 합이 달라지나요?"),
        Mistake("claims-slice", [0, 1, 1, 1],
                pt="✗ Reveja (d): o que vem primeiro, multiplicar por W_Q ou separar?",
                ko="✗ (d)를 다시 보세요. W_Q를 곱하는 일과 나누는 일 중 무엇이 먼저인가요?"),
    ])

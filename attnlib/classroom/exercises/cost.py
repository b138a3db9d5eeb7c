"""The exercises of cost."""

import numpy as np

from attnlib import kernels
from attnlib.classroom.exercises import EXTREMES, Mistake, Right, exercise, student_random, student_text, tidy


def tokens_and_heads(number=None):
    """Tokens and heads."""
    if not student_text(number):
        return 4096, 16
    random = student_random(number)
    return int(random.choice([8192, 12288, 20480, 24576, 32768])), int(random.choice([6, 8, 12, 24, 32]))


@exercise(variant=tokens_and_heads)
def table_gb(n, heads):
    """GB (2³⁰ bytes) of the weights in float16, of tokens and heads that belong to a student number."""
    size, gb = heads * n**2 * 2, 2**30
    units = [size, size / 2**20, size / 10**9]
    return Right(size / gb, [
        Mistake("table-one-head", n**2 * 2 / gb,
                pt="✗ Essa é a tabela de uma cabeça só. Conte todas.",
                ko="✗ 이건 헤드 하나의 표예요. 헤드를 모두 세세요."),
        Mistake("four-bytes", heads * n**2 * 4 / gb),
        Mistake("table-not-squared", heads * n * 2 / gb,
                pt="✗ Falta o quadrado: há um peso para cada par de tokens.",
                ko="✗ 제곱이 빠졌어요. 가중치는 토큰의 짝마다 하나씩 있어요."),
        Mistake("gb-unit", when=lambda table: not table.ndim and np.isclose(table, units, rtol=1e-3).any()),
    ])


@exercise
def join_blocks():
    """A function that joins two blocks of keys to one attention output, whatever their maxima.

    Tried on blocks of one key, on a masked key and on scores that overflow; not on blocks of no keys, which have no maximum.
    """
    random = np.random.default_rng(0)
    cases = [(np.array([0.0, 1]), 4 * np.eye(2), np.array([3.0, 1, 2]), np.array([[0.0, 0], [2, 2], [4, -2]])),
             tidy(random, 4, (4, 2), 1, (1, 2)), tidy(random, 3, (3, 2), 4, (4, 2)),
             (np.array([-np.inf, 0]), np.eye(2), np.array([1.0, 0]), 1 - np.eye(2)),
             (np.array([1.0]), np.array([[1.0]]), np.array([3.0]), np.array([[2.0]])),
             (np.array([2.0]), np.array([[1.0]]), np.array([1000.0]), np.array([[2.0]])),   # overflows without a maximum
             (np.array([1000.0]), np.array([[1.0]]), np.array([999.0]), np.array([[2.0]])),
             (np.array([0, 1]), np.array([[4, 0], [0, 4]]), np.array([3, 1]), np.array([[0, 1], [2, 2]]))]
    for q, k, v in EXTREMES:
        block, first = (((k @ q[0])[:stop], v[:stop]) for stop in (None, 1))   # (scores, values)
        cases += [(*block, *first), (*first, *block)]
    cases.append(tidy(random, 6, (6, 8), 7, (7, 8)))

    def joined(a, v_a, b, v_b):
        return kernels.softmax(np.concatenate([a, b])) @ np.concatenate([v_a, v_b])

    def own_maxima(a, v_a, b, v_b):
        a, b = np.exp(a - a.max()), np.exp(b - b.max())
        return (a @ v_a + b @ v_b) / (a.sum() + b.sum())

    def only_sum_corrected(a, v_a, b, v_b):
        m = max(a.max(), b.max())
        mixed = np.exp(a - a.max()) @ v_a + np.exp(b - b.max()) @ v_b
        return mixed / (np.exp(a - m).sum() + np.exp(b - m).sum())

    def not_divided(a, v_a, b, v_b):
        m = max(a.max(), b.max())
        return np.exp(a - m) @ v_a + np.exp(b - m) @ v_b

    def nothing_subtracted(a, v_a, b, v_b):
        a, b = np.exp(a), np.exp(b)
        return (a @ v_a + b @ v_b) / (a.sum() + b.sum())

    return Right(joined, cases=cases, mistakes=[
        Mistake("own-maxima", own_maxima,
                pt="✗ Cada bloco subtraiu o seu próprio maior número. Só dá para somar se os dois subtraírem o mesmo número.",
                ko="✗ 블록마다 다른 최댓값을 뺐어요. 같은 수를 뺀 것끼리만 더할 수 있어요."),
        Mistake("mean-of-blocks", lambda a, v_a, b, v_b: (kernels.softmax(a) @ v_a + kernels.softmax(b) @ v_b) / 2,
                pt="✗ Essa é a média das duas respostas. O bloco com a soma maior tem de pesar mais.",
                ko="✗ 이건 두 답의 평균이에요. 합이 큰 블록의 몫이 더 커야 해요."),
        Mistake("only-sum-corrected", only_sum_corrected,
                pt="✗ A soma foi corrigida, a saída acumulada não.",
                ko="✗ 합만 고치고, 모은 출력은 고치지 않았어요."),
        Mistake("not-divided", not_divided,
                pt="✗ Falta a divisão final pela soma das exponenciais.",
                ko="✗ 마지막에 e의 거듭제곱의 합으로 나누지 않았어요."),
        Mistake("overflow", nothing_subtracted),
    ])


@exercise(answers=("without_cache", "with_cache"))
def rows_written():
    """Positions whose keys one layer computes while 100 words are written, without and with a cache."""
    n = 100
    without_cache = Right(n * (n + 1) // 2, [
        Mistake("rows-squared", n**2,
                pt="✗ Sem cache: no passo t há t tokens, não 100 em todos.",
                ko="✗ 캐시가 없으면 t번째 단계에 토큰이 t개 있어요. 매번 100개는 아니에요."),
        Mistake("rows-one-missing", n * (n - 1) // 2,
                pt="✗ Quase: o primeiro passo também calcula uma posição.",
                ko="✗ 거의 다 왔어요. 첫 단계에서도 한 자리를 구해요."),
        Mistake("rows-swapped", n,
                pt="✗ Esse é o número com cache. Sem cache, cada passo refaz todas as posições.",
                ko="✗ 이건 캐시를 쓸 때의 수예요. 캐시가 없으면 단계마다 모든 자리를 다시 구해요."),
    ])
    with_cache = Right(n, [
        Mistake("cache-whole-text", n * (n + 1) // 2,
                pt="✗ Com cache, as chaves antigas ficam guardadas: cada passo calcula uma.",
                ko="✗ 캐시를 쓰면 앞에서 구한 키가 남아 있어요. 단계마다 한 자리만 구해요."),
        Mistake("cache-one-step", 1,
                pt="✗ Isso é um passo só. São 100.",
                ko="✗ 이건 한 단계의 수예요. 모두 100단계예요."),
        Mistake("cache-k-and-v", 2 * n,
                pt="✗ É o que sairia com os valores também. Conte só as chaves.",
                ko="✗ 밸류까지 더하면 나오는 수예요. 키만 세세요."),
    ])
    return without_cache, with_cache


@exercise
def parallel_jobs():
    """Training, reading a prompt, writing without and with a cache: 1 where all positions can be computed at once."""
    return Right([1, 1, 0, 0], [
        Mistake("parallel-everything", [1, 1, 1, 1],
                pt="✗ É o que o texto promete. Ao escrever, quem espera por quem?",
                ko="✗ 그 글이 말한 그대로예요. 생성할 때는 누가 누구를 기다리나요?"),
        Mistake("parallel-cache", [1, 1, 0, 1],
                pt="✗ O cache poupa contas. A próxima palavra ainda espera pela anterior.",
                ko="✗ 캐시는 계산을 줄여 줄 뿐이에요. 다음 단어는 여전히 앞 단어를 기다려요."),
        Mistake("parallel-prompt", [1, 0, 0, 0],
                pt="✗ O prompt já está escrito inteiro. O que teria de esperar?",
                ko="✗ 프롬프트는 처음부터 다 주어져 있어요. 기다릴 것이 있나요?"),
        Mistake("parallel-training", [0, 1, 0, 0],
                pt="✗ No treinamento a resposta certa é dada, e a máscara causal esconde o futuro.",
                ko="✗ 학습할 때는 정답이 주어지고, 인과 마스크가 미래를 가려요."),
        Mistake("parallel-swapped", [0, 0, 1, 1],
                pt="✗ Está ao contrário: 1 quer dizer que dá para calcular tudo de uma vez.",
                ko="✗ 거꾸로예요. 1은 한꺼번에 계산할 수 있다는 뜻이에요."),
    ])


@exercise
def tie_length():
    """The n at which 2n²d equals the 4nd² of the projections, d = 512."""
    return Right(1024, [
        Mistake("tie-recurrent", 512,
                pt="✗ Aí a atenção empata com a rede recorrente, de duas matrizes. As projeções são quatro.",
                ko="✗ 거기서는 행렬이 2개인 순환 신경망과 같아져요. 투영은 4개예요."),
        Mistake("tie-turned", 256,
                pt="✗ A conta virou ao contrário: resolva 2n²d = 4nd².",
                ko="✗ 거꾸로 풀었어요. 2n²d = 4nd²을 푸세요."),
        Mistake("tie-one-product", 2048,
                pt="✗ A atenção tem dois produtos: as pontuações e a mistura.",
                ko="✗ 어텐션에는 곱이 2개 있어요. 점수를 구하는 곱과 밸류를 섞는 곱이에요."),
    ])


@exercise
def cache_gb():
    """GB (2³⁰ bytes) of a cache: 40 layers, 8 heads of keys and values for 40 of queries, 128 numbers, 8192 tokens, 2 bytes."""
    right = 2 * 40 * 8 * 128 * 8192 * 2 / 2**30
    units = [right * 2**30, right * 2**10, right * 2**30 / 10**9]
    return Right(right, [
        Mistake("cache-query-heads", 5 * right,
                pt="✗ É o que sairia com 40 cabeças. Só as 8 de chaves e valores ficam no cache.",
                ko="✗ 헤드 40개로 계산한 값이에요. 캐시에는 키와 밸류 헤드 8개만 있어요."),
        Mistake("cache-keys-only", right / 2,
                pt="✗ Faltam os valores: o cache guarda chaves e valores.",
                ko="✗ 밸류가 빠졌어요. 캐시에는 키와 밸류가 다 있어요."),
        Mistake("four-bytes", 2 * right),
        Mistake("cache-one-layer", right / 40,
                pt="✗ Esse é o cache de uma camada só. São 40.",
                ko="✗ 이건 층 하나의 캐시예요. 층은 40개예요."),
        Mistake("gb-unit", when=lambda cache: not cache.ndim and np.isclose(cache, units, rtol=1e-3).any()),
    ])

"""The exercises of block."""

import numpy as np

from attnlib.classroom.exercises import Mistake, Right, exercise, leak, student_random, student_text, tidy


def token_of(number=None):
    """A token (4,) with a whole mean."""
    if not student_text(number):
        return np.array([4, 0, 0, 0])
    random = student_random(number)
    while True:
        token = random.integers(-3, 8, size=4)
        if token.min() < 0 < token.sum() and token.sum() % 4 == 0 and token.std() > 1.5:
            return token


@exercise(variant=token_of)
def normalised_token(token):
    """Layer norm, gain 1 and bias 0, of a token that belongs to a student number."""
    centred = token - token.mean()
    return Right(centred / token.std(), [
        Mistake("norm-centred", centred,
                pt="✗ A média já saiu. Falta dividir pelo desvio padrão.",
                ko="✗ 평균은 뺐어요. 표준편차로 나누는 일이 남았어요."),
        Mistake("norm-variance", centred / token.var(),
                pt="✗ Você dividiu pela variância; falta a raiz.",
                ko="✗ 분산으로 나눴어요. 제곱근이 빠졌어요."),
        Mistake("norm-n-minus-1", centred / token.std(ddof=1),
                pt="✗ Você dividiu por n − 1 ao tirar a variância; a normalização de camada divide por n.",
                ko="✗ 분산을 구할 때 n − 1로 나눴어요. 층 정규화는 n으로 나눠요."),
        Mistake("norm-not-centred", token / token.std(),
                pt="✗ Antes de dividir, tire a média.",
                ko="✗ 나누기 전에 평균을 빼야 해요."),
        Mistake("norm-length", token / np.linalg.norm(token),
                pt="✗ A média ainda está aí, e o divisor não é o desvio padrão.",
                ko="✗ 평균이 아직 남아 있고, 나눈 수도 표준편차가 아니에요."),
    ])


@exercise
def add_and_norm():
    """A function of x and part_of_x (tokens, d): LayerNorm(x + part_of_x), gain 1, bias 0.

    Tried on one token, on large numbers, beside a token that is far larger, and by the leak detector; not on tokens of one
    number, whose deviation is 0.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, shape, shape) for shape in ((2, 3), (4, 3), (2, 5), (1, 4), (2, 12))]
    cases.append((np.array([[1, 2, 4], [0, 3, 1]]), np.array([[0, 1, 0], [5, 0, 1]])))
    cases.append(tuple(1000 * part for part in cases[1]))
    cases.append((np.array([[1.0, 2, 4], [1e6, 0, -1e6], [1, 2, 4]]), np.zeros((3, 3))))
    cases.append((9.0 * np.eye(1, 8), np.eye(1, 8, k=1)))   # one number far from the others

    def norm(x, axis=-1):
        centred = x - x.mean(axis=axis, keepdims=True)
        return centred / np.sqrt((centred**2).mean(axis=axis, keepdims=True) + 1e-5)

    def leaks(function, *_):
        return leak(lambda both: function(both[:, :3], both[:, 3:]), np.hstack(cases[1]))

    return Right(lambda x, part: norm(x + part), cases=cases, mistakes=[
        Mistake("block-no-residual", lambda x, part: norm(part),
                pt="✗ O token se perdeu: falta somar x.",
                ko="✗ 원래 토큰이 사라졌어요. x를 더하지 않았어요."),
        Mistake("block-part-only", lambda x, part: x + norm(part),
                pt="✗ Você normalizou só a parte. No artigo, soma-se primeiro e normaliza-se a soma.",
                ko="✗ 더하기 전에 한쪽만 정규화했어요. 논문은 먼저 더하고 그 합을 정규화해요."),
        Mistake("block-before", lambda x, part: norm(x) + part,
                pt="✗ Você normalizou x antes de somar. O artigo soma primeiro.",
                ko="✗ x를 먼저 정규화했어요. 논문은 먼저 더해요."),
        Mistake("block-no-norm", lambda x, part: x + part,
                pt="✗ Falta normalizar a soma.",
                ko="✗ 더한 값을 정규화하지 않았어요."),
        Mistake("block-over-tokens", lambda x, part: norm(x + part, axis=0),
                pt="✗ Você normalizou cada coluna ao longo dos tokens. Normalize cada token, linha por linha.",
                ko="✗ 열마다 토큰을 따라 정규화했어요. 토큰마다, 행을 따라 정규화하세요."),
        Mistake("future-leak", when=leaks, always=True),
    ])


@exercise
def sees_others():
    """Which of attention, residual, layer norm, feed-forward let tokens see each other."""
    return Right([1, 0, 0, 0], [
        Mistake("sees-norm", [1, 0, 1, 0],
                pt="✗ A normalização de camada olha uma linha por vez: os números de um só token.",
                ko="✗ 층 정규화는 한 행씩, 토큰 하나의 숫자만 봐요."),
        Mistake("sees-net", [1, 0, 0, 1],
                pt="✗ A rede feed-forward aplica as mesmas matrizes a cada token, sozinho.",
                ko="✗ 피드포워드 신경망은 토큰 하나하나에 같은 행렬을 따로 적용해요."),
        Mistake("sees-residual", [1, 1, 0, 0],
                pt="✗ A conexão residual soma a cada token ele mesmo.",
                ko="✗ 잔차 연결은 토큰에 자기 자신을 더해요."),
        Mistake("sees-turned", [0, 1, 1, 1],
                pt="✗ Está ao contrário: 1 é para quem deixa um token ver outro.",
                ko="✗ 거꾸로예요. 다른 토큰을 볼 수 있게 하는 쪽이 1이에요."),
    ])


@exercise
def block_numbers():
    """Learned numbers of an encoder block with d = 256 and hidden = 1024, without biases and norms."""
    d, hidden = 256, 1024
    return Right(4 * d * d + 2 * d * hidden, [
        Mistake("numbers-three", 3 * d * d + 2 * d * hidden,
                pt="✗ Faltou uma matriz da atenção: são W_q, W_k, W_v e W_o.",
                ko="✗ 어텐션 행렬이 하나 빠졌어요. W_q, W_k, W_v, W_o예요."),
        Mistake("numbers-one-net", 4 * d * d + d * hidden,
                pt="✗ A rede tem duas matrizes: uma na ida e outra na volta.",
                ko="✗ 신경망에는 행렬이 2개 있어요. 넓히는 것과 다시 줄이는 것이에요."),
        Mistake("numbers-no-net", 4 * d * d,
                pt="✗ Essa é só a atenção. Some a rede feed-forward.",
                ko="✗ 어텐션만 셌어요. 피드포워드 신경망도 더하세요."),
    ])


@exercise
def melting():
    """Why the tokens of a stack without residual become equal: the second of four reasons."""
    return Right(2, [
        Mistake("melting-overflow", 1,
                pt="✗ Nada estourou: os números ficaram pequenos e comportados até o fim.",
                ko="✗ 넘친 숫자는 없었어요. 끝까지 작고 얌전한 수였어요."),
        Mistake("melting-random", 3,
                pt="✗ Sorteados, os tokens começaram bem separados. O que aconteceu depois?",
                ko="✗ 무작위 벡터라서 처음에는 멀리 떨어져 있었어요. 그다음에 무슨 일이 있었나요?"),
        Mistake("melting-net", 4,
                pt="✗ A rede feed-forward trata cada token sozinho: tokens iguais sairiam iguais dela.",
                ko="✗ 피드포워드 신경망은 토큰을 따로 다뤄요. 같은 토큰이 들어가면 같은 토큰이 나와요."),
    ])

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
    cases.append(tidy(random, (7, 6), (7, 6)))

    def norm(x, axis=-1):
        centred = x - x.mean(axis=axis, keepdims=True)
        return centred / np.sqrt((centred**2).mean(axis=axis, keepdims=True) + 1e-5)

    def leaks(function, *_):
        def of_both(both):
            return function(*np.hsplit(both, 2))
        return leak(of_both, np.hstack(cases[1])) or leak(of_both, np.hstack(cases[-1]))

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
    """Which of causal attention, residual, layer norm, batch norm, feed-forward let a token depend on a later one."""
    return Right([0, 0, 0, 1, 0], [
        Mistake("sees-masked", [1, 0, 0, 1, 0],
                pt="✗ A atenção deixa um token ver outro, mas aqui a máscara causal esconde os seguintes.",
                ko="✗ 어텐션은 다른 토큰을 보지만, 여기서는 인과 마스크가 뒤의 토큰을 가려요."),
        Mistake("sees-masked-only", [1, 0, 0, 0, 0],
                pt="✗ A máscara causal esconde os tokens seguintes. Quem tira uma média sobre todos os tokens?",
                ko="✗ 인과 마스크가 뒤의 토큰을 가려요. 모든 토큰에 걸쳐 평균을 내는 것은 무엇인가요?"),
        Mistake("sees-norm", [0, 0, 1, 1, 0],
                pt="✗ A normalização de camada olha uma linha por vez: os números de um só token.",
                ko="✗ 층 정규화는 한 행씩, 토큰 하나에 든 수만 봐요."),
        Mistake("sees-norms-swapped", [0, 0, 1, 0, 0],
                pt="✗ As duas normalizações estão trocadas: qual delas tira a média sobre os tokens?",
                ko="✗ 두 정규화가 바뀌었어요. 토큰들에 걸쳐 평균을 내는 쪽은 어느 것인가요?"),
        Mistake("sees-nothing", [0, 0, 0, 0, 0],
                pt="✗ Uma delas tira a média sobre todos os tokens, e os seguintes entram nela.",
                ko="✗ 하나는 모든 토큰에 걸쳐 평균을 내서, 뒤의 토큰도 그 평균에 들어가요."),
        Mistake("sees-net", [0, 0, 0, 1, 1],
                pt="✗ A rede feed-forward aplica as mesmas matrizes a cada token, sozinho.",
                ko="✗ 피드포워드 신경망은 토큰 하나하나에 같은 행렬을 따로 적용해요."),
        Mistake("sees-residual", [0, 1, 0, 1, 0],
                pt="✗ A soma junta a cada token ele mesmo.",
                ko="✗ 잔차 연결은 토큰에 자기 자신을 더해요."),
        Mistake("sees-turned", [1, 1, 1, 0, 1],
                pt="✗ Está ao contrário: 1 é para quem deixa um token depender de um seguinte.",
                ko="✗ 거꾸로예요. 뒤의 토큰에 따라 달라지게 하는 쪽이 1이에요."),
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
    """Which of 1, 3, 7, 11 attention can make of the tokens 2, 6, 10; which of 11, 15 a sum makes of the token 10."""
    return Right([0, 1, 1, 0, 0, 1], [
        Mistake("melting-outside", [1, 1, 1, 1, 0, 1],
                pt="✗ 1 e 11 estão fora: uma média de números de 2 a 10 não sai daí.",
                ko="✗ 1과 11은 범위 밖이에요. 2에서 10까지의 수를 평균하면 그 밖으로 나가지 못해요."),
        Mistake("melting-mean", [0, 0, 0, 0, 0, 1],
                pt="✗ 6 é só a média com pesos iguais. Com outros pesos, que números se alcançam?",
                ko="✗ 6은 가중치가 모두 같을 때의 평균일 뿐이에요. 가중치가 다르면 어떤 수까지 나올 수 있을까요?"),
        Mistake("melting-no-sum", [0, 1, 1, 0, 0, 0],
                pt="✗ Faltou a soma: do token 10 sai 10 mais a média.",
                ko="✗ 입력을 더하지 않았어요. 토큰 10에서는 10에 평균을 더한 수가 나와요."),
        Mistake("melting-any-sum", [0, 1, 1, 0, 1, 1],
                pt="✗ Para dar 11, a atenção teria de devolver 1, e 1 está fora.",
                ko="✗ 11이 나오려면 어텐션이 1을 내야 하는데, 1은 범위 밖이에요."),
        Mistake("melting-low-sum", [0, 1, 1, 0, 1, 0],
                pt="✗ Some 10 a uma média entre 2 e 10: que números podem sair?",
                ko="✗ 2와 10 사이의 평균에 10을 더해 보세요. 어떤 수가 나올 수 있나요?"),
        Mistake("melting-turned", [1, 0, 0, 1, 1, 0],
                pt="✗ Está ao contrário: 1 é para o que pode sair.",
                ko="✗ 거꾸로예요. 나올 수 있는 쪽이 1이에요."),
    ])

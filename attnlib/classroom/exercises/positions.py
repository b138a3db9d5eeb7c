"""The exercises of positions: what comes out equal without them, and what the sinusoidal ones say."""

import numpy as np

from attnlib import kernels
from attnlib.classroom.exercises import Mistake, Right, exercise, in_whole, student_random, student_text, tidy


@exercise
def distinct_rows():
    """How many different outputs the ten tokens of the 배 sentence have without positions: 배 comes three times, 를 twice."""
    return Right(7, [
        Mistake("rows-all-different", 10,
                pt="✗ Você contou os 10 tokens como diferentes. Sem posições, tokens iguais saem iguais.",
                ko="✗ 토큰 10개를 모두 다르게 셌어요. 위치가 없으면 같은 토큰의 출력은 같아요."),
        Mistake("rows-particle", 8,
                pt="✗ Quase: 배 não é o único token que se repete.",
                ko="✗ 거의 다 왔어요. 되풀이되는 토큰은 ‘배’만이 아니에요."),
        Mistake("rows-boat", 9,
                pt="✗ Você juntou só os dois 를. E os três 배?",
                ko="✗ ‘를’ 2개만 하나로 셌어요. ‘배’ 3개는요?"),
        Mistake("rows-once", 5,
                pt="✗ Você contou só os tokens que aparecem uma vez. Os repetidos também têm saída.",
                ko="✗ 한 번만 나오는 토큰만 셌어요. 되풀이되는 토큰에도 출력이 있어요."),
    ])


@exercise
def with_positions():
    """A function of x (tokens, d) that returns x plus its sinusoidal positions.

    Tried on one token and on a long sentence.
    """
    random = np.random.default_rng(0)
    cases = [tidy(random, shape) for shape in ((3, 2), (5, 4), (4, 6), (3, 3), (1, 2), (200, 4), (3, 1), (2, 12))]
    cases.append(in_whole(cases[0]))
    positions = kernels.sinusoidal_positions
    return Right(lambda x: x + positions(*x.shape), cases=cases, mistakes=[
        Mistake("positions-turned", lambda x: x + positions(*x.T.shape).T,
                pt="✗ As formas batem, mas posições e colunas trocaram de lugar.",
                ko="✗ 모양은 맞지만, 위치와 열이 서로 바뀌었어요."),
        Mistake("positions-alone", lambda x: positions(*x.shape),
                pt="✗ Aí estão só as posições: as palavras sumiram.",
                ko="✗ 위치만 남고 단어가 사라졌어요."),
        Mistake("positions-multiplied", lambda x: x * positions(*x.shape),
                pt="✗ Você multiplicou. A posição se soma ao vetor da palavra.",
                ko="✗ 곱했어요. 위치는 단어의 벡터에 더해요."),
        Mistake("positions-from-one", lambda x: x + positions(len(x) + 1, x.shape[1])[1:],
                pt="✗ A primeira palavra está na posição 0.",
                ko="✗ 첫 단어의 위치는 0이에요."),
        Mistake("one-position", lambda x: x + positions(*x.shape)[0],
                pt="✗ Todas as palavras receberam a posição 0.",
                ko="✗ 모든 단어가 위치 0을 받았어요."),
        Mistake("positions-beside", lambda x: np.hstack([x, positions(*x.shape)]),
                pt="✗ Você pôs a posição ao lado da palavra. No Transformer ela se soma, e a largura fica a mesma.",
                ko="✗ 위치를 단어 옆에 이어 붙였어요. 트랜스포머에서는 더하니까 너비가 그대로예요."),
        Mistake("no-positions", lambda x: x,
                pt="✗ As posições ainda não entraram.",
                ko="✗ 위치가 아직 들어가지 않았어요."),
    ])


def position_of(number=None):
    """A position."""
    return int(student_random(number).integers(4, 21)) if student_text(number) else 3


@exercise(variant=position_of)
def position_vector(position):
    """The vector, for d = 4, of the position that belongs to a student number."""
    angles = position / np.array([1, 1, 100, 100])

    def waves(angles):
        return np.where([True, False, True, False], np.sin(angles), np.cos(angles))

    return Right(waves(angles), digits=2, mistakes=[
        Mistake("sine-cosine-swapped", waves(angles)[[1, 0, 3, 2]],
                pt="✗ Seno e cosseno estão trocados: o seno vai nas colunas pares, a começar da 0.",
                ko="✗ 사인과 코사인이 바뀌었어요. 0번부터 짝수 열이 사인이에요."),
        Mistake("only-sines", np.sin(angles),
                pt="✗ Só há senos: nas colunas ímpares vai o cosseno.",
                ko="✗ 사인뿐이에요. 홀수 열에는 코사인이 들어가요."),
        Mistake("wave-per-column", waves(position / np.array([1, 10, 100, 1000])),
                pt="✗ Cada coluna ganhou uma onda só dela. Seno e cosseno dividem a mesma, de duas em duas colunas.",
                ko="✗ 열마다 파동이 달라요. 두 열씩 짝을 지어 같은 파동의 사인과 코사인을 써요."),
        Mistake("degrees", waves(np.deg2rad(angles)),
                pt="✗ Os ângulos estão em graus. Aqui são radianos.",
                ko="✗ 각도를 도(°)로 계산했어요. 여기서는 라디안이에요."),
        Mistake("position-next", waves(angles / position * (position + 1)),
                pt="✗ Essa é a posição seguinte. Posições se contam a partir do 0, e a célula já imprime a posição.",
                ko="✗ 이건 다음 위치예요. 위치는 0부터 세고, 셀에 나온 수가 바로 그 위치예요."),
    ])


@exercise
def turned_score():
    """(2, 1) at position 7 meets (1, 2) at position 6, a quarter of a turn for each position: only the one in between counts."""
    return Right(3, [
        Mistake("turned-not", 4,
                pt="✗ Esse é o produto sem giro nenhum. Entre os lugares 7 e 6 há um giro de 90°.",
                ko="✗ 하나도 돌리지 않은 내적이에요. 위치 7과 6 사이에는 90° 회전이 한 번 남아요."),
        Mistake("turned-back", -3,
                pt="✗ Você girou para o outro lado, ou girou só a consulta. A chave também gira: sobra um giro de 7 − 6.",
                ko="✗ 반대쪽으로 돌렸거나 쿼리만 돌렸어요. 위치 6의 키도 돌아가니, 회전은 7 − 6, 한 번만 남아요."),
        Mistake("turned-key", -4,
                pt="✗ Você girou só a chave. A consulta no lugar 7 também gira: sobra um giro de 7 − 6.",
                ko="✗ 키만 돌렸어요. 위치 7의 쿼리도 돌아가니, 회전은 7 − 6, 한 번만 남아요."),
    ])


@exercise
def order_claims():
    """Shuffled with positions: same rows; words alone: not; products by distance: yes; by side: no."""
    return Right([1, 0, 1, 0], [
        Mistake("order-turned", [0, 1, 0, 1]),
        Mistake("order-together", [0, 0, 1, 0],
                pt="✗ Reveja (a): se cada palavra leva a sua posição, o que a camada vê de diferente?",
                ko="✗ (a)를 다시 보세요. 단어가 자기 위치를 가지고 움직이면 층이 보는 것이 달라지나요?"),
        Mistake("order-words-only", [1, 1, 1, 0],
                pt="✗ Reveja (b): cada palavra ganha a posição de outra.",
                ko="✗ (b)를 다시 보세요. 단어가 다른 단어의 위치를 받아요."),
        Mistake("order-distance", [1, 0, 0, 0],
                pt="✗ Reveja (c): a distância é 3 nos dois pares.",
                ko="✗ (c)를 다시 보세요. 두 짝 모두 거리가 3이에요."),
        Mistake("order-side", [1, 0, 1, 1],
                pt="✗ Reveja (d): calcule também p[b] · p[a].",
                ko="✗ (d)를 다시 보세요. p[b] · p[a]도 계산해 보세요."),
    ])

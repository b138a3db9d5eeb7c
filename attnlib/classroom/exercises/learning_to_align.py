"""The exercises of learning-to-align."""

from dataclasses import dataclass

import numpy as np

from attnlib.classroom.exercises import Mistake, Right, exercise
from attnlib.classroom.labels import decimal, label
from attnlib.grammar import KOREAN, PAD, alignment_error_rate, links, read, sentences, words
from attnlib.learn import Aligner, error_rate


@dataclass
class Map(Right):
    """What a map drawn by hand is judged by: it has a shape, and is right if it is none of the mistakes."""

    shape: tuple = ()

    def _judge_numbers(self, answer):
        try:
            points = np.asarray(answer, dtype=float)
        except ValueError:   # rows of different lengths
            return False, label("check-ragged")
        if text := self.named(None, points):
            return False, text
        if not points.ndim:
            return False, label("check-many-numbers", needed=self.shape)
        if points.shape != self.shape:
            return False, label("check-shape", got=points.shape, needed=self.shape)
        return True, self.value(points)


@exercise(example=lambda: (sentences(read("O gato comeu uma maçã")), Aligner()))
def hundred_points(pair, model):
    """A map drawn by hand for one sentence pair, 100 points to each Korean word; its AER is told beside the model's.

    The answer is (target words, source words and END); an average of several such maps is one too. `pair` is a Batch of one.
    """
    rows = words(pair.target[0], KOREAN)
    shape = len(rows), int((pair.source[0] != PAD).sum())

    def error_rates(points):
        weights = np.zeros(pair.possible.shape)
        weights[0, :points.shape[0], :points.shape[1]] = points / 100
        yours = alignment_error_rate(links(weights, pair), pair)
        return label("check-points", yours=decimal(yours), model=decimal(error_rate(model, pair)))

    def sums(points, axis):
        return points.sum(axis=axis) if points.shape == shape else np.full(shape[1 - axis], np.nan)

    def off(points):
        return np.abs(sums(points, axis=1) - 100) > 0.5   # three times 33.3 will do

    def row_off(points):
        row = off(points).argmax()
        return off(points).any() and dict(row=rows[row], got=f"{points[row].sum():.4g}")

    return Map(error_rates, shape=shape, mistakes=[
        Mistake("points-turned", when=lambda points: points.shape == shape[::-1] != shape,
                pt="✗ O mapa está virado: uma linha por palavra coreana, uma coluna por palavra portuguesa.",
                ko="✗ 표가 뒤집혔어요. 한국어 단어마다 한 행, 포르투갈어 단어마다 한 열이에요."),
        Mistake("points-no-end", when=lambda points: points.shape == (shape[0], shape[1] - 1),
                pt="✗ Falta a última coluna, </s>: é lá que vão os pontos de “nenhuma palavra”.",
                ko="✗ 마지막 열 </s>가 빠졌어요. 짝이 없는 단어가 점수를 주는 칸이에요."),
        Mistake("points-negative", when=lambda points: points.shape == shape and not (points >= 0).all(),
                pt="✗ Pontos são números a partir de 0.",
                ko="✗ 점수는 0보다 작을 수 없어요."),   # nor NaN
        Mistake("points-fractions", when=lambda points: np.allclose(sums(points, axis=1), 1, atol=0.01),
                pt="✗ Suas linhas somam 1: são fatias. O exercício pede pontos; multiplique tudo por 100.",
                ko="✗ 행의 합이 1이에요. 여기서는 100점을 나눠요. 모두 100배로 쓰세요."),
        Mistake("points-columns", when=lambda points: off(points).any() and np.allclose(sums(points, axis=0), 100, atol=0.5),
                pt="✗ Quem soma 100 aí são as colunas. Quem reparte é a linha: a palavra coreana.",
                ko="✗ 열의 합이 100이에요. 100점을 나누는 쪽은 행, 곧 한국어 단어예요."),
        Mistake("points-row", when=row_off,
                pt="✗ A linha de {row} soma {got}. Reparta exatamente 100.",
                ko="✗ ‘{row}’ 행의 합이 {got}이에요. 꼭 100점을 나눠 주세요."),
    ])


@exercise
def same_bag():
    """Which of four pairs of sentences are the same words in another order."""
    return Right([0, 2], any_order=True, mistakes=[
        Mistake("bag-articles", [0],
                pt="✗ Há mais um par: compare também os artigos.",
                ko="✗ 하나 더 있어요. 관사도 비교해 보세요."),
        Mistake("bag-korean", [0, 1, 2],
                pt="✗ Aluno e aluna viram a mesma palavra em coreano, mas aqui se comparam as palavras portuguesas.",
                ko="✗ aluno와 aluna는 한국어로는 둘 다 ‘학생’이지만, 여기서는 포르투갈어 단어를 비교해요."),
        Mistake("bag-other", [1, 3],
                pt="✗ São justamente os outros: nesses, alguma palavra muda.",
                ko="✗ 거꾸로 골랐어요. 이 짝들은 단어가 서로 달라요."),
    ])


@exercise
def aer():
    """A function of alignment, sure, possible, each (targets, sources) of bool, that returns the AER of Och & Ney 2003.

    Tried on one word against one and on a map that links nothing; not where nothing is sure either: 0/0.
    """
    random = np.random.default_rng(0)
    one, cases = np.array([[True]]), []
    for shape in ((4, 5), (3, 3), (6, 4)):
        possible = random.random(shape) < 0.6
        cases.append((random.random(shape) < 0.5, possible & (random.random(shape) < 0.6), possible))
    cases += [(one, one, one), (one, ~one, one), (~one, one, one)]
    small = ((True, True, False), (True, False, False), (True, False, True))   # enough to be shown
    cases.append(tuple(np.array([row]) for row in small))

    def quality(a, s, p):
        return ((a & s).sum() + (a & p).sum()) / (a.sum() + s.sum())

    return Right(lambda a, s, p: alignment_error_rate(a, (s, p)), cases=cases, mistakes=[
        Mistake("aer-quality", quality,
                pt="✗ Essa é a parte certa. O AER é o que falta para 1.",
                ko="✗ 이건 맞은 비율이에요. AER은 1에서 이 값을 뺀 거예요."),
        Mistake("aer-sure-only", lambda a, s, p: 1 - 2 * (a & s).sum() / (a.sum() + s.sum()),
                pt="✗ Você contou só as ligações certas: uma ligação possível não é erro.",
                ko="✗ 확실한 연결만 셌어요. 가능한 연결은 틀린 게 아니에요."),
        Mistake("aer-possible-only", lambda a, s, p: 1 - (a & p).sum() / a.sum(),
                pt="✗ Você só olhou o que o mapa ligou. E as ligações certas que ele esqueceu?",
                ko="✗ 맵이 이은 것만 봤어요. 빠뜨린 확실한 연결은요?"),
        Mistake("aer-denominator", lambda a, s, p: 1 - ((a & s).sum() + (a & p).sum()) / (a.sum() + p.sum()),
                pt="✗ Embaixo vai |A| + |S|: ninguém é obrigado a achar as possíveis.",
                ko="✗ 분모는 |A| + |S|예요. 가능한 연결은 꼭 찾지 않아도 돼요."),
        Mistake("aer-cells", lambda a, s, p: (a != s).mean(),
                pt="✗ Essa é a parte das casas diferentes: as casas vazias, que são quase todas, contam como acerto.",
                ko="✗ 이건 서로 다른 칸의 비율이에요. 거의 다 빈칸이라서, 빈칸까지 맞은 것으로 쳐요."),
    ])


@exercise(example=lambda: (np.arange(24.0).reshape(2, 4, 3),))
def shifted_rows(shifted):
    """Weights (sentences, targets, sources) whose rows had slipped one down, put back."""
    return Right(np.roll(shifted, -1, axis=1), [
        Mistake("roll-none", shifted,
                pt="✗ Esses são os números de shifted, como está agora. Se ela mudou no lugar, rode de novo a célula que a cria.",
                ko="✗ 지금의 shifted와 같은 수예요. shifted 자체를 바꿨다면, 그것을 만드는 셀부터 다시 실행하세요."),
        Mistake("roll-again", np.roll(shifted, 1, axis=1),
                pt="✗ Para o outro lado: agora as linhas desceram duas vezes.",
                ko="✗ 반대쪽이에요. 이제 행이 두 칸 밀렸어요."),
        Mistake("roll-keys", np.roll(shifted, -1, axis=2),
                pt="✗ Você moveu as colunas. Quem escorregou foram as linhas, o eixo das consultas.",
                ko="✗ 열을 옮겼어요. 밀린 건 행, 곧 쿼리 축이에요."),
        Mistake("roll-axis", np.roll(shifted, -1),
                pt="✗ Sem axis, np.roll anda número por número. Diga o eixo das linhas.",
                ko="✗ axis가 없으면 np.roll은 수를 한 칸씩 밀어요. 행의 축을 적어 주세요."),
    ])

"""The exercises of language-model."""

import numpy as np

from attnlib import kernels
from attnlib.classroom.exercises import EXTREMES, Mistake, Right, exercise, refusals, tidy
from attnlib.classroom.naive import naive_softmax
from attnlib.gpt import chances


@exercise
def perplexity():
    """The perplexity of three words that a model gave 1/2, 1/4 and 1/8."""
    p = np.array([1 / 2, 1 / 4, 1 / 8])
    nats = -np.log(p)
    return Right(np.exp(nats.mean()), digits=1, mistakes=[
        Mistake("perplexity-nats", nats.mean(),
                pt="✗ Essa é a perda média, em nats. Falta a exponencial.",
                ko="✗ 이건 평균 손실(단위는 나트)이에요. e를 그만큼 거듭제곱해야 해요."),
        Mistake("perplexity-sum", nats.sum(),
                pt="✗ Essa é a soma das surpresas. Divida por três, e depois a exponencial.",
                ko="✗ 이건 놀람을 더한 값이에요. 3으로 나눈 다음 e를 그만큼 거듭제곱하세요."),
        Mistake("perplexity-not-divided", np.exp(nats.sum()),
                pt="✗ Essa é a exponencial da soma: faltou dividir por três antes.",
                ko="✗ 합을 그대로 지수로 썼어요. 먼저 3으로 나누세요."),
        Mistake("perplexity-mean-p", 1 / p.mean(),
                pt="✗ Você tirou a média das probabilidades. A média é a das surpresas, −log p.",
                ko="✗ 확률의 평균을 냈어요. 평균은 놀람 −log p에서 내요."),
        Mistake("perplexity-base", 2 ** nats.mean(),
                pt="✗ O logaritmo é o natural, e a base da potência, não: use e nos dois, ou 2 nos dois.",
                ko="✗ 로그는 자연로그인데 2를 거듭제곱했어요. 둘 다 e로, 아니면 둘 다 2로 하세요."),
        Mistake("perplexity-inverse", np.exp(-nats.mean()),
                pt="✗ Esse é o inverso: uma perplexidade nunca é menor que 1.",
                ko="✗ 역수예요. 퍼플렉서티는 1보다 작을 수 없어요."),
        Mistake("perplexity-mean-inverse", (1 / p).mean(),
                pt="✗ Essa é a média dos inversos 1/p. Tire a média de −log p.",
                ko="✗ 1/p의 평균이에요. 평균은 −log p에서 내요."),
    ])


@exercise
def what_it_reads():
    """What the model reads at each place of two stories (texts, places): 1 before the first word, then the word before."""
    target = np.array([[5, 8, 3, 1], [7, 4, 1, 0]])
    return Right(np.array([[1, 5, 8, 3], [1, 7, 4, 1]]), [
        Mistake("reads-answer", target,
                pt="✗ Isso é a resposta: o modelo leria a palavra que tem de dizer.",
                ko="✗ 이건 정답이에요. 모델이 말해야 할 단어를 미리 읽게 돼요."),
        Mistake("reads-ahead", np.roll(target, -1, axis=1),
                pt="✗ Andou para o lado errado: em cada lugar está a palavra seguinte.",
                ko="✗ 반대쪽으로 밀었어요. 자리마다 다음 단어가 있어요."),
        Mistake("reads-rolled", np.roll(target, 1, axis=1),
                pt="✗ np.roll dá a volta: na segunda história, o último 0 foi parar no começo. Lá vai o 1.",
                ko="✗ np.roll은 한 바퀴 돌아요. 둘째 이야기의 마지막 0이 맨 앞에 왔어요. 거기는 1이에요."),
        Mistake("reads-flat", np.roll(target, 1),
                pt="✗ Sem axis, np.roll passa de uma história para a outra. Cada linha começa com 1.",
                ko="✗ axis가 없으면 np.roll이 이야기 사이를 넘어가요. 행마다 1로 시작해요."),
        Mistake("reads-start-last", np.array([[5, 8, 3, 1], [7, 4, 1, 1]]),
                pt="✗ O 1 que começa a história foi para o fim.",
                ko="✗ 이야기를 시작하는 1이 맨 끝에 있어요."),
        Mistake("reads-no-start", target[:, :-1],
                pt="✗ Falta o começo: antes da primeira palavra, o modelo lê 1.",
                ko="✗ 시작이 빠졌어요. 첫 단어 앞에서 모델은 1을 읽어요."),
        Mistake("reads-too-long", np.array([[1, 5, 8, 3, 1], [1, 7, 4, 1, 0]]),
                pt="✗ Uma casa a mais: a última palavra só é resposta, ninguém a lê.",
                ko="✗ 한 칸이 더 많아요. 마지막 단어는 정답일 뿐, 아무도 읽지 않아요."),
    ])


def _nats(logits, target):
    return -np.log(kernels.softmax(logits))[np.arange(len(target)), target]


def _stable_loss(logits, target):
    peak = logits.max(axis=1)
    return (peak + np.log(np.exp(logits - peak[:, None]).sum(axis=1)) - logits[np.arange(len(target)), target]).mean()


@exercise
def next_word_loss():
    """A function of logits (places, words) and target (places,), numbers of words: mean −log p of the target words.

    Tried on one place and on logits that overflow a naive exp; not on no places, of which there is no mean.
    """
    random = np.random.default_rng(0)
    cases = [(np.array([[2.0, 1, 0], [0, 1, 3]]), np.array([0, 1])), (tidy(random, (4, 5))[0], np.array([4, 0, 0, 2])),
             (tidy(random, (3, 3))[0], np.array([1, 2, 0])), (np.array([[0.0, 2, 1]]), np.array([1])),
             (np.array([[1000.0, 1001, 1000], [-1000, -1001, -1002]]), np.array([0, 1])),
             (np.array([[0, 1000], [5, 3]]), np.array([0, 1])), (tidy(random, (6, 7))[0], np.array([3, 6, 0, 5, 4, 6]))]
    for q, k, _ in EXTREMES:   # the word at either end; of up to 64 np.choose may choose
        cases += [(q @ k.T, np.full(len(q), word)) for word in (0, len(k) - 1) if len(k) <= 64]

    def flat(logits, target):
        p = kernels.softmax(logits, axis=0)
        return -np.log(p[np.arange(len(target)), target]).mean()

    shifted = "✗ Você comparou cada lugar com a palavra de outro lugar. Aqui `target` já é a palavra que cada linha tem de dizer."
    moved = "✗ 자리마다 다른 자리의 단어와 비교했어요. 여기서는 target이 이미 그 행이 말해야 할 단어예요."
    return Right(_stable_loss, cases=cases, mistakes=[
        *(Mistake("loss-shifted", lambda logits, target, by=by: _nats(logits, np.roll(target, by)).mean(), pt=shifted, ko=moved)
          for by in (1, -1)),
        Mistake("loss-shifted", lambda logits, target: _nats(logits[:-1], target[1:]).mean() if len(target) > 1 else np.nan,
                pt=shifted, ko=moved),
        Mistake("loss-sum", lambda logits, target: _nats(logits, target).sum(),
                pt="✗ Essa é a soma. A perda é a média: divida pelo número de lugares.",
                ko="✗ 이건 합이에요. 손실은 평균이니까 자리 수로 나누세요."),
        Mistake("loss-mean-p", lambda logits, target: np.exp(-_nats(logits, target)).mean(),
                pt="✗ Essa é a probabilidade média da palavra certa. Falta o −log de cada uma, antes da média.",
                ko="✗ 이건 정답 단어의 평균 확률이에요. 평균을 내기 전에 하나하나 −log를 취하세요."),
        Mistake("loss-log-mean", lambda logits, target: -np.log(np.exp(-_nats(logits, target)).mean()),
                pt="✗ Primeiro o −log de cada lugar, depois a média: você fez o contrário.",
                ko="✗ 자리마다 −log를 먼저 취하고 평균을 내야 해요. 순서가 바뀌었어요."),
        Mistake("loss-hits", lambda logits, target: (logits.argmax(axis=1) == target).mean(),
                pt="✗ Essa é a fração de acertos. A perda olha a probabilidade dada à palavra certa, não quem venceu.",
                ko="✗ 이건 맞힌 비율이에요. 손실은 누가 1등인지가 아니라 정답 단어에 준 확률을 봐요."),
        Mistake("loss-axis", flat,
                pt="✗ A softmax correu pelos lugares. Ela corre pelas palavras, ao longo de cada linha.",
                ko="✗ 소프트맥스를 자리 쪽으로 적용했어요. 행마다, 단어 쪽으로 적용하세요."),
        Mistake("loss-logits", lambda logits, target: -logits[np.arange(len(target)), target].mean(),
                pt="✗ Falta a softmax: logits são pontuações, ainda não probabilidades.",
                ko="✗ 소프트맥스가 빠졌어요. 로짓은 점수이고, 아직 확률이 아니에요."),
        Mistake("loss-sign", lambda logits, target: -_nats(logits, target).mean(),
                pt="✗ O sinal está trocado: a perda nunca é negativa.",
                ko="✗ 부호가 반대예요. 손실은 음수가 될 수 없어요."),
        Mistake("loss-bits", lambda logits, target: _nats(logits, target).mean() / np.log(2),
                pt="✗ Esses são bits, do logaritmo na base 2. Em nats, o logaritmo é o natural, np.log.",
                ko="✗ 밑이 2인 로그라서 비트예요. 나트로는 자연로그 np.log를 쓰세요."),
        Mistake("loss-every-word", lambda logits, target: -np.log(kernels.softmax(logits)).mean(),
                pt="✗ Essa média é de todas as palavras. Só conta a palavra certa de cada lugar.",
                ko="✗ 모든 단어의 평균이에요. 자리마다 정답 단어 하나만 세요."),
        Mistake("loss-perplexity", lambda logits, target: np.exp(_nats(logits, target).mean()),
                pt="✗ Essa já é a perplexidade. A perda vem antes da exponencial.",
                ko="✗ 이건 퍼플렉서티예요. 손실은 지수를 취하기 전의 값이에요."),
        Mistake("loss-log-of-zero", lambda logits, target: _nats(logits, target).mean(),
                pt="✗ Com logits enormes deu inf: p saiu exatamente 0, e log 0 é −∞. "
                   "Ache log p sem passar por p: o logit menos o log da soma das exponenciais.",
                ko="✗ 로짓이 아주 크면 inf가 나와요. p가 정확히 0이 되고, log 0은 −∞예요. "
                   "p를 거치지 말고, 로짓에서 e의 거듭제곱의 합의 로그를 빼서 log p를 구하세요."),
        Mistake("overflow", lambda logits, target: -np.log(naive_softmax(logits)[np.arange(len(target)), target]).mean()),
    ])


@exercise
def with_temperature():
    """A function of logits (texts, words), a temperature above 0 and top_k, 1 or more: p, 0 but for the k likeliest words.

    Tried on one word, on more k than words and on logits that overflow; no two logits of a row are equal.
    """
    cases = [([[4, 3, 1], [2, 5, 3], [3, 2, 4]], 0.5, 2), ([[0.3, -1.2, 0.8, 0.1, 1.5], [-0.4, 0.9, 0.2, 2, -1]], 2, 3),
             ([[0.5, 1, -0.7, 0], [-2.7, -1.9, 0.4, 1.1], [0, -0.2, 0.6, 1.3]], 1.5, 9),
             ([[0.1, -0.6, 1.2, 0.4], [1.4, 0.9, -1, 0]], 1, 1),
             ([[5, 1, 2], [1, 3, 0]], 1, 2),   # what the first leaves out is among the second's best
             ([[3]], 0.3, 1), ([[1000, 998, 1001, 0], [-5, -2000, -7, -6]], 0.5, 3), ([[0, 2, 1]], 2, 2),
             ([[-3000, -3001, -3005]], 1, 2), ([np.roll([3, -1, 0.5, 2, 1, -2, 0], by) for by in range(6)], 1.5, 5),
             ([[-2**28, -2**28 - 2, -2**28 - 1]], 1, 2),   # below what one may write for -inf
             *((q @ k.T, 1, len(k)) for q, k, _ in EXTREMES)]   # some are equal, and none is left out
    cases = [(np.array(logits, dtype=float), *how) for logits, *how in cases]

    def kept(logits, top_k):
        return logits >= np.sort(logits, axis=1)[:, -min(top_k, logits.shape[1])][:, None]

    def smallest(logits, temperature, top_k):
        return kernels.softmax(np.where(-logits >= np.sort(-logits, axis=1)[:, -min(top_k, logits.shape[1])][:, None],
                                        logits, -np.inf) / temperature)

    def columns(logits, temperature, top_k):
        with np.errstate(invalid="ignore"):
            seen = kept(logits, top_k)
            return np.where(seen, kernels.softmax(np.where(seen, logits, -np.inf) / temperature, axis=0), 0)

    return Right(chances, cases=cases, mistakes=[
        Mistake("temperature-multiplied", lambda logits, t, k: chances(logits * t * t, t, k),
                pt="✗ Você multiplicou pela temperatura: assim o calor deixa o modelo mais frio. Divida.",
                ko="✗ 온도를 곱했어요. 그러면 온도를 올릴수록 한쪽으로 쏠려요. 나누세요."),
        Mistake("temperature-after", lambda logits, t, k: chances(logits, 1, k) / t,
                pt="✗ Você dividiu as probabilidades, e a linha deixou de somar 1. Divida as pontuações, antes da softmax.",
                ko="✗ 확률을 나눠서 행의 합이 1이 아니게 됐어요. 소프트맥스 전에 점수를 나누세요."),
        Mistake("temperature-none", lambda logits, t, k: chances(logits, 1, k),
                pt="✗ A temperatura não mudou nada: ou falta, ou a conta se desfaz, como quando se divide depois da softmax "
                   "e se refaz a soma.",
                ko="✗ 온도가 아무것도 바꾸지 못했어요. 온도를 쓰지 않았거나, 소프트맥스 뒤에 나누고 다시 합으로 나눠서 "
                   "원래대로 돌아왔어요."),
        Mistake("temperature-all", lambda logits, t, k: kernels.softmax(logits / t),
                pt="✗ Falta o top_k: todas as palavras ainda podem sair.",
                ko="✗ top_k가 빠졌어요. 아직 모든 단어가 나올 수 있어요."),
        Mistake("temperature-not-again", lambda logits, t, k: kernels.softmax(logits / t) * kept(logits, k),
                pt="✗ As outras palavras foram a 0 depois da softmax, e a linha não soma mais 1.",
                ko="✗ 소프트맥스 뒤에 나머지를 0으로 바꿔서 행의 합이 1이 아니에요."),
        Mistake("temperature-smallest", smallest,
                pt="✗ Ficaram as k palavras menos prováveis.",
                ko="✗ 확률이 가장 낮은 단어 k개를 남겼어요."),
        Mistake("temperature-zero", lambda logits, t, k: kernels.softmax(np.where(kept(logits, k), logits, 0) / t),
                pt="✗ Pontuação 0 não é fatia 0: quem fica de fora recebe −∞.",
                ko="✗ 점수 0이 확률 0은 아니에요. 빠지는 단어에는 −∞를 주세요."),
        Mistake("temperature-axis", columns,
                pt="✗ A softmax correu pelos textos: quem soma 1 é cada linha.",
                ko="✗ 소프트맥스를 텍스트 쪽으로 적용했어요. 행마다 합이 1이어야 해요."),
        Mistake("overflow", lambda logits, t, k: np.where(kept(logits, k), np.exp(logits / t), 0)
                / np.where(kept(logits, k), np.exp(logits / t), 0).sum(axis=1, keepdims=True)),
        *refusals()[1:],   # it has no mask
    ])


@exercise
def drawn():
    """Which word each of three texts draws: p (texts, words) and a number from 0 to 1 for each text."""
    p = np.array([[0.5, 0.3, 0.2], [0.1, 0.6, 0.3], [0.3, 0.3, 0.4]])
    draws = np.array([0.6, 0.05, 0.7])
    right = (p.cumsum(axis=1) < draws[:, None]).sum(axis=1)
    return Right(right, [
        Mistake("drawn-likeliest", p.argmax(axis=1),
                pt="✗ Essas são as mais prováveis: assim não há sorteio.",
                ko="✗ 확률이 가장 높은 단어예요. 그러면 뽑는 게 아니에요."),
        Mistake("drawn-axis", (p.cumsum(axis=0) < draws[:, None]).sum(axis=1),
                pt="✗ A soma acumulada desceu pelas colunas e misturou os textos. Some ao longo da linha: axis=1.",
                ko="✗ 누적합이 열을 따라 내려가면서 텍스트가 섞였어요. 행을 따라 axis=1로 더하세요."),
        Mistake("drawn-next", right + 1,
                pt="✗ Uma palavra adiante: a primeira palavra tem o número 0.",
                ko="✗ 하나씩 밀렸어요. 첫 단어의 번호는 0이에요."),
        Mistake("drawn-turned", (p.cumsum(axis=1) > draws[:, None]).sum(axis=1),
                pt="✗ Você contou as somas acima do número sorteado. Conte as que ficam abaixo.",
                ko="✗ 뽑은 수보다 큰 누적합을 셌어요. 작은 것을 세세요."),
        Mistake("drawn-not-summed", (p < draws[:, None]).sum(axis=1),
                pt="✗ Falta acumular: compare o número sorteado com a soma até cada palavra.",
                ko="✗ 누적하지 않았어요. 뽑은 수를 그 단어까지의 합과 비교하세요."),
        Mistake("drawn-backwards", [1, 2, 0],
                pt="✗ Você acumulou da direita para a esquerda.",
                ko="✗ 오른쪽에서부터 누적했어요."),
    ])


@exercise
def pieces_left():
    """How many pieces the words ababc, abc and abd have after two merges."""
    return Right(5, [
        Mistake("pieces-letters", 11,
                pt="✗ Essas são as letras, antes de qualquer fusão.",
                ko="✗ 합치기 전의 글자 수예요."),
        Mistake("pieces-once", 7,
                pt="✗ Isso é depois da primeira fusão, a + b. Qual par é agora o mais frequente?",
                ko="✗ a + b를 한 번 합친 뒤의 수예요. 이제 가장 흔한 쌍은 무엇인가요?"),
        Mistake("pieces-other", 6,
                pt="✗ A primeira fusão está certa. Na segunda, conte de novo: ab + c aparece duas vezes.",
                ko="✗ 첫 번째는 맞아요. 두 번째에서 다시 세어 보세요. ab + c가 두 번 나와요."),
        Mistake("pieces-kinds", 3,
                pt="✗ Esses são os pedaços diferentes. Conte todos, com as repetições.",
                ko="✗ 서로 다른 조각의 수예요. 되풀이되는 것도 모두 세세요."),
        Mistake("pieces-further", 4,
                pt="✗ Uma fusão a mais: pare depois de duas.",
                ko="✗ 한 번 더 합쳤어요. 두 번에서 멈추세요."),
    ])

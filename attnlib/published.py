"""What the source documents printed, as data: inputs, results, and where each comes from.

The lessons reproduce these digit for digit, find what they reveal, and only then improve on them.
All arrays are read-only. Faults are kept as published: they are what a student is asked to find.

The course grew out of five documents. None names its author; a title in quotation marks is its own.

“O Nascimento do Mecanismo de Atenção”, a notebook in Portuguese
    S1   its opening text: how Dzmitry Bahdanau came to attention, as Andrej Karpathy tells it
         (https://www.youtube.com/watch?v=XfpMkf4rD6E, from 18:36)
    S2   cell 1 and its notes, “Exemplo Simplificado de Self-Attention”
    S3   cell 2 and its notes, “Exemplo Expandido de Self-Attention”
Slides in Portuguese on multi-head attention, without a title. They credit their code to
https://kostyanuman.substack.com/p/understanding-the-attention-mechanism, and their figures to Vaswani et al. 2017
(arXiv:1706.03762), The AI Edge and Jeremy Jordan
    S4   one-hot the, cat, sat, on: self-attention, two heads, a feed-forward network
A notebook in Portuguese, without a title
    S5   cross_attention, with numbers small enough to follow by hand
A class assignment in Korean, a notebook without a title: run the code, explain it, comment each line, fill in the blank
    S6   question 1, “Self Attention”
    S7   question 2, “Multi-Head Self Attention”
    S8   question 3, “Masked Multi-Head Self Attention”
    S9   question 4, “Cross Attention”
    S11  the assignment as a whole
“Domain2 - Self-Attention”, a text in Portuguese
    S10  queries, keys and values, the four steps, the heads, and four benefits, without numbers
"""

from dataclasses import dataclass

import numpy as np

from attnlib.kernels import softmax
from attnlib.validate import real


@dataclass(frozen=True)
class Example:
    """One published example. Fields the source does not give are None."""

    origin: str
    queries: tuple            # the tokens that ask
    keys: tuple               # the tokens that answer
    q: np.ndarray = None      # (queries, d)
    k: np.ndarray = None      # (keys, d)
    scores: np.ndarray = None
    weights: np.ndarray = None
    output: np.ndarray = None

    @property
    def words(self):
        """The one sentence of a self-attention example."""
        return list(self.queries)


def read_only(rows):
    """As an array of float64 that nobody can write to."""
    array = np.array(rows, dtype=float)
    array.setflags(write=False)
    return array


def _words(sentence):
    return tuple(sentence.split())


# Random 4-d vectors, no seed, softmax over axis 0.
cat = Example(
    origin="S2, “Exemplo Simplificado de Self-Attention”, in Portuguese: what cell 1 printed",
    queries=_words("O gato está no tapete"),
    keys=_words("O gato está no tapete"),
    weights=read_only([
        [0.3302, 0.2707, 0.2431, 0.2600, 0.1965],
        [0.1781, 0.1835, 0.1683, 0.1822, 0.1666],
        [0.2293, 0.2412, 0.2910, 0.2255, 0.2633],
        [0.1501, 0.1598, 0.1380, 0.1856, 0.1481],
        [0.1123, 0.1448, 0.1596, 0.1467, 0.2255],
    ]),
)

# The output is cut off after the eighth word, so the table itself is lost.
scoras = Example(
    origin="S3, “Exemplo Expandido de Self-Attention”, in Portuguese, cell 2; its notes count 9 words and a 9×9 matrix",
    queries=_words("Scoras é uma empresa que cria Agentes de Inteligência Artificial"),
    keys=_words("Scoras é uma empresa que cria Agentes de Inteligência Artificial"),
)
SCORAS_TOP = {   # word: the three largest printed weights of its row, with their words
    "Scoras": [("Scoras", 0.1107), ("que", 0.1060), ("empresa", 0.1020)],
    "é": [("é", 0.1589), ("Artificial", 0.1093), ("Inteligência", 0.0980)],
    "uma": [("uma", 0.1375), ("cria", 0.1139), ("empresa", 0.1049)],
    "empresa": [("empresa", 0.0845), ("Scoras", 0.0674), ("Artificial", 0.0620)],
    "que": [("que", 0.2060), ("Scoras", 0.1674), ("Agentes", 0.1425)],
    "cria": [("de", 0.1197), ("cria", 0.1197), ("Inteligência", 0.1179)],
    "Agentes": [("Agentes", 0.2135), ("que", 0.1824), ("é", 0.1639)],
}

# Softmax over axis 0; the weights are what that code prints (the slides show none).
_SAT = read_only([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]])
sat = Example(
    origin="S4, slides in Portuguese; weights and output as their code prints them",
    queries=("the", "cat", "sat", "on"),
    keys=("the", "cat", "sat", "on"),
    q=_SAT,
    k=_SAT,
    weights=read_only([
        [0.36552929, 0.13447071, 0.1748777, 0.19661193],
        [0.13447071, 0.36552929, 0.1748777, 0.19661193],
        [0.13447071, 0.13447071, 0.47536689, 0.07232949],
        [0.36552929, 0.36552929, 0.1748777, 0.53444665],
    ]),
    output=read_only([
        [0.56214122, 0.33108264, 0.1748777],
        [0.33108264, 0.56214122, 0.1748777],
        [0.2068002, 0.2068002, 0.47536689],
        [0.89997593, 0.89997593, 0.1748777],
    ]),
)

# Cross-attention, K = V, no scaling. The rows have no words.
cross = Example(
    origin="S5, notebook in Portuguese: the inputs of cell 4 and what cell 6 printed",
    queries=("q1", "q2"),
    keys=("k1", "k2", "k3"),
    q=read_only([[1, 0, 0], [0, 1, 0]]),
    k=read_only([[1, 0, 1], [0, 2, 0], [1, 1, 1]]),
    weights=read_only([[0.4223188, 0.1553624, 0.4223188], [0.09003057, 0.66524096, 0.24472847]]),
    output=read_only([[0.8446376, 0.73304361, 0.8446376], [0.33475904, 1.57521038, 0.33475904]]),
)

# What the assignment calls the attention matrix is the scores: no softmax, no values.
_APPLE = _words("나는 사과를 먹었다")
apple = Example(
    origin="S6, class assignment in Korean, question 1",
    queries=_APPLE,
    keys=_APPLE,
    q=read_only(np.eye(3)),
    k=read_only(np.eye(3)),
    scores=read_only(np.eye(3)),
)
apple_heads = read_only(np.eye(3)[:, :, None].repeat(3, axis=2))   # S7, question 2: (queries, keys, heads), three equal heads
apple_mask = read_only([1, 1, 0])                                  # S8, question 3: multiplied into the scores, key by key
apple_masked = read_only(np.diag([1, 1, 0]))                       # S8, what it prints

# 너는 and 나는 share the vector [1, 0].
answer = Example(
    origin="S9, class assignment in Korean, question 4",
    queries=("너는", "사과를"),
    keys=("나는", "먹었다"),
    q=read_only(np.eye(2)),
    k=read_only(np.eye(2)),
    scores=read_only(np.eye(2)),
)

# Its example of context: one word, two places. The comma is a token of its own.
bank = Example(
    origin="S10, “Domain2 - Self-Attention”, text in Portuguese: the third benefit of self-attention",
    queries=_words("O banco da praça estava sujo , então fui ao banco sacar dinheiro"),
    keys=_words("O banco da praça estava sujo , então fui ao banco sacar dinheiro"),
)


def recover_scores(weights):
    """The symmetric scores behind weights = softmax(scores, axis=0), up to one constant added everywhere.

    log weights[i, j] = scores[i, j] − c[j], and scores are symmetric, so
    log weights[i, j] − log weights[j, i] = c[i] − c[j]: the table gives c, here with mean zero.
    Averaging the two estimates of each score removes what rounding left of their difference.
    """
    log = np.log(real("weights", weights, 2))
    c = (log - log.T).mean(axis=1)
    scores = log + c
    return (scores + scores.T) / 2


def singular_shift(scores):
    """The one constant k that makes scores + k singular: det(S + k·11ᵀ) = det(S)·(1 + k·1ᵀS⁻¹1) = 0."""
    return -1 / np.linalg.inv(real("scores", scores, 2)).sum()


cat_scores = recover_scores(cat.weights)                        # (5, 5), zero-mean c
cat_gram = cat_scores + singular_shift(cat_scores)              # X Xᵀ of the lost vectors: X has 4 columns, so rank 4
cat_repaired = softmax(cat_scores)                              # equals cat.weights.T to the printed digits

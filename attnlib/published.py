"""What the source documents printed, as data: inputs, results, and where each comes from.

The lessons reproduce these digit for digit, find what they reveal, and only then improve on them.
All arrays are read-only. Faults are kept as published: they are what a student is asked to find.
"""

from dataclasses import dataclass

import numpy as np

from attnlib.kernels import softmax


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


def _array(rows):
    array = np.array(rows, dtype=float)
    array.setflags(write=False)
    return array


def _words(sentence):
    return tuple(sentence.split())


# S2: notebook in Portuguese, first code cell and its output. Random 4-d vectors, no seed, softmax over axis 0.
cat = Example(
    origin="S2, notebook in Portuguese, printed output of cell 1",
    queries=_words("O gato está no tapete"),
    keys=_words("O gato está no tapete"),
    weights=_array([
        [0.3302, 0.2707, 0.2431, 0.2600, 0.1965],
        [0.1781, 0.1835, 0.1683, 0.1822, 0.1666],
        [0.2293, 0.2412, 0.2910, 0.2255, 0.2633],
        [0.1501, 0.1598, 0.1380, 0.1856, 0.1481],
        [0.1123, 0.1448, 0.1596, 0.1467, 0.2255],
    ]),
)

# S3: the same notebook, second code cell. The output is cut off after the eighth word, so the table itself is lost.
scoras = Example(
    origin="S3, notebook in Portuguese, cell 2; the text counts 9 words and a 9×9 matrix",
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

# S4: slides in Portuguese. Softmax over axis 0; the weights are what that code prints (the slides show none).
_SAT = _array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]])
sat = Example(
    origin="S4, slides in Portuguese; weights and output as its code prints them",
    queries=("the", "cat", "sat", "on"),
    keys=("the", "cat", "sat", "on"),
    q=_SAT,
    k=_SAT,
    weights=_array([
        [0.36552929, 0.13447071, 0.1748777, 0.19661193],
        [0.13447071, 0.36552929, 0.1748777, 0.19661193],
        [0.13447071, 0.13447071, 0.47536689, 0.07232949],
        [0.36552929, 0.36552929, 0.1748777, 0.53444665],
    ]),
    output=_array([
        [0.56214122, 0.33108264, 0.1748777],
        [0.33108264, 0.56214122, 0.1748777],
        [0.2068002, 0.2068002, 0.47536689],
        [0.89997593, 0.89997593, 0.1748777],
    ]),
)

# S5: notebook in Portuguese. Cross-attention, K = V, no scaling. The rows have no words.
cross = Example(
    origin="S5, notebook in Portuguese, inputs of cell 4 and printed output of cell 6",
    queries=("q1", "q2"),
    keys=("k1", "k2", "k3"),
    q=_array([[1, 0, 0], [0, 1, 0]]),
    k=_array([[1, 0, 1], [0, 2, 0], [1, 1, 1]]),
    weights=_array([[0.4223188, 0.1553624, 0.4223188], [0.09003057, 0.66524096, 0.24472847]]),
    output=_array([[0.8446376, 0.73304361, 0.8446376], [0.33475904, 1.57521038, 0.33475904]]),
)

# S6, S7, S8: class assignment in Korean. What it calls the attention matrix is the scores: no softmax, no values.
_APPLE = _words("나는 사과를 먹었다")
apple = Example(
    origin="S6, class assignment in Korean, question 1",
    queries=_APPLE,
    keys=_APPLE,
    q=_array(np.eye(3)),
    k=_array(np.eye(3)),
    scores=_array(np.eye(3)),
)
apple_heads = _array(np.eye(3)[:, :, None].repeat(3, axis=2))   # S7, question 2: (queries, keys, heads), three equal heads
apple_mask = _array([1, 1, 0])                                  # S8, question 3: multiplied into the scores, key by key
apple_masked = _array(np.diag([1, 1, 0]))                       # S8, what it prints

# S9: the same assignment. 너는 and 나는 share the vector [1, 0].
answer = Example(
    origin="S9, class assignment in Korean, question 4",
    queries=("너는", "사과를"),
    keys=("나는", "먹었다"),
    q=_array(np.eye(2)),
    k=_array(np.eye(2)),
    scores=_array(np.eye(2)),
)

# S10: theory in Portuguese, without numbers. Its example of context: one word, two places. The comma is a token of its own.
bank = Example(
    origin="S10, text in Portuguese, its third benefit of self-attention",
    queries=_words("O banco da praça estava sujo , então fui ao banco sacar dinheiro"),
    keys=_words("O banco da praça estava sujo , então fui ao banco sacar dinheiro"),
)


def recover_scores(weights):
    """The symmetric scores behind weights = softmax(scores, axis=0), up to one constant added everywhere.

    log weights[i, j] = scores[i, j] − c[j], and scores are symmetric, so
    log weights[i, j] − log weights[j, i] = c[i] − c[j]: the table gives c, here with mean zero.
    Averaging the two estimates of each score removes what rounding left of their difference.
    """
    log = np.log(weights)
    c = (log - log.T).mean(axis=1)
    scores = log + c
    return (scores + scores.T) / 2


def singular_shift(scores):
    """The one constant k that makes scores + k singular: det(S + k·11ᵀ) = det(S)·(1 + k·1ᵀS⁻¹1) = 0."""
    return -1 / np.linalg.inv(scores).sum()


cat_scores = recover_scores(cat.weights)                        # (5, 5), zero-mean c
cat_gram = cat_scores + singular_shift(cat_scores)              # X Xᵀ of the lost vectors: X has 4 columns, so rank 4
cat_repaired = softmax(cat_scores)                              # equals cat.weights.T to the printed digits


@dataclass(frozen=True)
class Block:
    """One draw of a Transformer block, and what PyTorch's layers give for it: tests/reference/make_block.py printed the outputs."""

    x: np.ndarray             # (tokens, d): what enters
    memory: np.ndarray        # (source tokens, d): what an encoder left for the decoder
    p: dict                   # every matrix, bias, gain by name
    encoder_after: np.ndarray   # LayerNorm after each part, as in Vaswani et al. 2017; (tokens, d)
    encoder_before: np.ndarray  # LayerNorm before each part
    decoder_after: np.ndarray
    decoder_before: np.ndarray


def _block():
    random = np.random.default_rng(9)

    def draw(*shape):
        return _array(random.normal(size=shape).round(1))

    d, hidden = 4, 8
    x, memory = draw(4, d), draw(3, d)
    p = {f"{part}_{name}": draw(d, d) for part in ("self", "cross") for name in ("w_q", "w_k", "w_v", "w_o")}
    p |= {"w_1": draw(d, hidden), "b_1": draw(hidden), "w_2": draw(hidden, d), "b_2": draw(d)}
    for number in (1, 2, 3):
        p |= {f"gain_{number}": draw(d), f"bias_{number}": draw(d)}
    return Block(x, memory, p, encoder_after=_array([
        [0.87863931, -1.24468583, -0.93047458, 1.4324867],
        [0.8011375, -1.33022715, -1.06025099, 1.17244971],
        [0.86854136, -1.31915118, -0.96402692, 1.19362939],
        [0.97138661, -1.32890735, -0.75380083, 1.0692428],
    ]), encoder_before=_array([
        [-8.65383328, 6.75859366, -7.40612319, -5.58703834],
        [-5.96356976, 4.98283139, -4.96577391, -2.67478624],
        [-7.88177659, 4.86782403, -7.63461537, -4.5488149],
        [-7.84915991, 9.65144474, -4.43207905, -5.26985009],
    ]), decoder_after=_array([
        [-2.28407542, -1.66045368, -0.26399719, -2.21883525],
        [-2.2749903, -1.65233489, -0.25138472, -2.21583054],
        [-2.28694923, -1.66321263, -0.26799921, -2.21986679],
        [-2.27857887, -1.6446914, -0.25843686, -2.21114437],
    ]), decoder_before=_array([
        [-8.83029421, 17.23936334, -12.62006535, -9.26913747],
        [-6.47326029, 15.29173321, -10.83198984, -9.35505301],
        [-8.75435951, 17.22808682, -13.77290975, -10.31397533],
        [-8.93819776, 20.7138353, -11.0597263, -10.75625898],
    ]))


block = _block()                                                # two heads, hidden 8, dropout 0

"""ScaleExplorer: what √d_k is for. Longer keys give larger scores, and a softmax that chooses one key and learns nothing."""

from functools import lru_cache

import numpy as np
import traitlets

from attnlib import softmax
from attnlib.classroom.explorers.base import Explorer, Refused, Twin, one_module, whole_number

SIZES = tuple(2**i for i in range(10))   # d_k
# One stream of random numbers in this order: its first six are the course's table of √d_k.
DRAWN = (1, 4, 16, 64, 256, 512, 2, 8, 32, 128)
MEASURES = ("largest", "entropy", "gradient")


def saturation(scores):
    """Largest weight, H/H_max and Σ|∂a/∂s| of a = softmax(scores), (..., keys): each its mean over all rows.

    H = −Σ a log a, and H_max = log(keys). ∂a_i/∂s_j = a_i (δ_ij − a_j), whose absolute values sum to Σ 2 a_i (1 − a_i).
    """
    weights = softmax(scores)
    logs = np.log(np.where(weights > 0, weights, 1))   # 0 · log 0 is 0
    entropy = -(weights * logs).sum(axis=-1) / np.log(weights.shape[-1])
    gradient = (2 * weights * (1 - weights)).sum(axis=-1)
    return np.array([weights.max(axis=-1).mean(), entropy.mean(), gradient.mean()])


@lru_cache(maxsize=8)   # half a second for the usual 2,000 draws
def scale_table(keys=8, draws=2000, seed=0):
    """`saturation` of q·k and of q·k/√d_k for each of SIZES, q and k drawn from N(0, 1): two arrays (sizes, measures)."""
    rng = np.random.default_rng(seed)
    unscaled, scaled = {}, {}
    for d in DRAWN:
        q, k = rng.normal(size=(draws, d)), rng.normal(size=(draws, keys, d))
        scores = np.einsum("nd,nkd->nk", q, k)
        unscaled[d], scaled[d] = saturation(scores), saturation(scores / np.sqrt(d))
    return np.array([unscaled[d] for d in SIZES]), np.array([scaled[d] for d in SIZES])


def example_scores(keys=8, seed=0):
    """One query and its keys: q·k of their first d_k numbers, for each of SIZES. Shape (sizes, keys)."""
    rng = np.random.default_rng(seed)
    products = rng.normal(size=SIZES[-1]) * rng.normal(size=(keys, SIZES[-1]))
    return np.array([products[:, :d].sum(axis=-1) for d in SIZES])


class ScaleExplorer(Explorer):
    """The weights of one drawn query over d_k, with and without ÷√d_k, and what many draws give on average.

    keys 2 to 8; draws 1 to 4,000, for the averages; seed, a whole number from 0. Scores are sums of d_k products of
    two numbers drawn from N(0, 1).
    `d_k` (1, 2, 4, … 512) and `scaled` are what the student chose; `weights` are the bars; `unscaled_means` and
    `scaled_means` are the averages, (sizes, measures): largest weight, H/H_max, Σ|∂a/∂s|, to 3 decimals.
    Raises ValueError, naming the argument, for anything else.
    """

    _esm = one_module("scale.js")
    words = ("scale-",)

    d_k = traitlets.TraitType(0).tag(sync=True)   # not Enum, whose message does not say what it got
    scaled = traitlets.Bool().tag(sync=True)
    key_count = traitlets.Int().tag(sync=True)         # a widget's own `keys` are the names of its traits
    draws = traitlets.Int().tag(sync=True)
    seed = traitlets.Int().tag(sync=True)
    scores = traitlets.List().tag(sync=True)           # (sizes, keys), to 3 decimals: the example
    unscaled_means = traitlets.List().tag(sync=True)   # (sizes, measures)
    scaled_means = traitlets.List().tag(sync=True)

    def __init__(self, keys=8, draws=2000, seed=0, d_k=1, scaled=False):
        keys = whole_number("keys", keys, 2, 8)   # bars with a number each
        draws, seed = whole_number("draws", draws, 1, 4000), whole_number("seed", seed, 0, 2**32)
        unscaled_means, scaled_means = (table.round(3).tolist() for table in scale_table(keys, draws, seed))
        super().__init__(key_count=keys, draws=draws, seed=seed, d_k=d_k, scaled=scaled,
                         scores=example_scores(keys, seed).round(3).tolist(),
                         unscaled_means=unscaled_means, scaled_means=scaled_means)

    @property
    def weights(self):
        """The shares of the keys in the example, (keys,)."""
        scores = np.array(self.scores[SIZES.index(self.d_k)])
        return softmax(scores / np.sqrt(self.d_k) if self.scaled else scores)

    def twin(self):
        columns = [f"{self.label(f'scale-{measure}')}, {self.label(f'scale-{how}')}"
                   for how in ("without", "with") for measure in MEASURES]
        rows = [(f"d_k = {d}", [self.fixed(value, 3) for value in (*without, *scaled)])
                for d, without, scaled in zip(SIZES, self.unscaled_means, self.scaled_means, strict=True)]
        return Twin(self.label("scale-twin", keys=self.key_count, draws=self.draws, seed=self.seed), "", columns, rows)

    @traitlets.validate("d_k")
    def _check_size(self, proposal):
        if isinstance(proposal.value, bool) or proposal.value not in SIZES:
            raise Refused(f"d_k is {proposal.value!r}, and needs one of {', '.join(map(str, SIZES))}")
        return int(proposal.value)

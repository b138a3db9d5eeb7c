"""Exact attention that never stores queries × keys: online softmax over blocks of keys.

Each block of keys adds exp(scores − shift) · v to a running output and exp(scores − shift) to a running sum; the quotient
is the softmax's whatever the shift, so the shift only has to keep both sums away from the float's ends.
Milakov & Gimelshein 2018, arXiv:1805.02867, Algorithm 3; Rabe & Staats 2021, arXiv:2112.05682; Dao et al. 2022, arXiv:2205.14135.
"""

import math
import os
import sys
from contextlib import nullcontext
from itertools import product
from typing import NamedTuple

import numpy as np

from attnlib.kernels import attention
from attnlib.validate import attention_inputs, our_errstate

# A block's scores (256 × 768 float32, 768 kB) stay in a core's second cache between the two products, and are large enough
# for BLAS to run at full speed: on the machine of bench/results.json, 128 × 512 costs 14 % more and larger blocks save nothing.
# More queries would leave more of a block beyond the diagonal of a causal mask.
QUERIES, KEYS = 256, 768
# Where a shift is needed, a score may stand this far above it before it moves: moving costs a pass over the block,
# which so is paid for the first block of keys and hardly ever again.
HEADROOM = 16


@our_errstate
def tiled_attention(q, k, v, mask=None, scale=None, causal=False):
    """The output of `attention`, in memory that grows with queries + keys and not with queries × keys.

    q (..., queries, d_k), k (..., keys, d_k), v (..., keys, d_v); mask broadcasts to (..., queries, keys), True = may attend.
    `causal` hides every key after its query, and skips the blocks where that leaves nothing.
    Blocks of queries are shared out over threads where threadpoolctl is installed; otherwise BLAS uses its own.
    Returns output (..., queries, d_v). Raises as `attention` does.
    """
    q, k, v, mask, scale = attention_inputs(q, k, v, mask, scale)
    needs_shift, near_the_end = _precautions(q, k, v, scale)
    batch = np.broadcast_shapes(*(x.shape[:-2] for x in (q, k, v, mask) if x is not None))
    q, k, v = (np.broadcast_to(x, batch + x.shape[-2:]) for x in (q, k, v))
    if mask is not None:
        mask = np.broadcast_to(mask, (*batch, q.shape[-2], k.shape[-2]))
    output = np.empty((*batch, q.shape[-2], v.shape[-1]), dtype=np.result_type(q, k, v))
    heads, side = list(np.ndindex(batch)), min(QUERIES, q.shape[-2])
    if near_the_end:
        for head in heads:
            _whole_rows(q[head], k[head], v[head], None if mask is None else mask[head], scale, causal, output[head])
        return output
    later = np.triu(np.full((side, side), -np.inf, output.dtype), 1) if causal else None
    settings = _Settings(scale, needs_shift, later)

    # here, so that `import attnlib` stays as quick as `import numpy`
    from concurrent.futures import ThreadPoolExecutor

    threads, one_blas_thread = _threads()
    shares = 1 if len(heads) % threads == 0 else threads   # of a head's queries

    def attend(task):
        head, share = task
        starts = range(share * QUERIES, q.shape[-2], shares * QUERIES)
        _head(q[head], k[head], v[head], None if mask is None else mask[head], output[head], starts, settings)

    with one_blas_thread(), ThreadPoolExecutor(threads) if threads > 1 else nullcontext() as pool:
        for _ in (pool.map if pool else map)(attend, product(heads, range(shares))):
            pass   # an error in a thread is raised here
    return output


def _precautions(q, k, v, scale):
    """Whether scores need a shift, and whether numbers come so near the float's end that no shift helps."""
    ends, sizes = np.finfo(np.result_type(q, k, v)), np.abs(v)
    scaled = abs(scale) * _longest(q)
    largest = scaled * _longest(k)   # no score is larger: |q·k| ≤ |q||k|
    # how far above and below 0 a score may lie without exp(score) · v, or its sum over the keys, overflowing or vanishing
    above = math.log(ends.max / sizes.max(initial=1) / k.shape[-2]) - 1   # 1, since sums are rounded
    below = math.log(sizes.min(initial=1, where=sizes > 0) / ends.tiny)
    # `not <`, since infinity times zero is NaN. Equal scores differ by some eps · largest once the shift is subtracted
    return (not largest < min(above, below),
            not (scaled < ends.max / 4 and largest < 1e-3 / ends.eps and HEADROOM < above))


def _longest(x):
    """No row of x is longer: infinite where a square overflows, and a square that vanishes was below `tiny`."""
    squares = np.einsum("...i,...i->...", x, x)
    return math.sqrt(squares.max(initial=0) + x.shape[-1] * np.finfo(x.dtype).tiny)


def _whole_rows(q, k, v, mask, scale, causal, output):
    """`attention` for QUERIES of a head at a time: its weights sum to 1, and so no sum is larger than the values."""
    for start in range(0, len(q), QUERIES):
        rows = slice(start, start + QUERIES)
        seen = np.ones(1, bool) if mask is None else mask[rows]
        if causal:
            seen = seen & (np.arange(len(k)) <= np.arange(len(q))[rows, None])
        output[rows] = attention(q[rows], k, v, seen, scale)[0]


class _Settings(NamedTuple):
    """What holds for every block of a call."""

    scale: float
    needs_shift: bool          # exp(scores) · v may overflow or vanish without one
    later: np.ndarray | None   # causal: -inf for each key after its query, added where a block meets the diagonal


@our_errstate   # once more: a thread begins with NumPy's own
def _head(q, k, v, mask, output, starts, settings):
    """Attention of the blocks of queries that begin at `starts`, into output (queries, d_v)."""
    key_blocks = _key_blocks(k, v, output.dtype, settings.needs_shift)
    buffer = np.empty(min(QUERIES, len(q)) * min(KEYS, len(k)), output.dtype)
    for start in starts:
        stop = min(start + QUERIES, len(q))
        block = _QueryBlock(q[start:stop], v.shape[1], output.dtype, settings)
        for first, keys, values in key_blocks:
            last = first + len(values) if settings.later is None else min(first + len(values), stop)
            if last <= first:
                break   # this block of keys and those behind it are later than all of these queries
            hidden = None if mask is None else ~mask[start:stop, first:last]
            if hidden is not None and hidden.all():
                continue
            scores = buffer[:(stop - start) * (last - first)].reshape(stop - start, last - first)
            block.ask(keys[:, :last - first], scores)
            if hidden is not None:
                np.copyto(scores, -np.inf, where=hidden)
            if settings.later is not None and last - 1 > start:
                meets = max(start, first)   # the diagonal: only from here on are there later keys
                scores[:, meets - first:] += settings.later[:stop - start, meets - start:last - start]
            if settings.needs_shift:
                block.raise_shift(scores)
            block.add(scores, values[:last - first])
        block.write(output[start:stop])


def _key_blocks(k, v, dtype, needs_shift):
    """(number of its first key, kᵀ (d, keys), v (keys, d_v)) of every block.

    Where a shift is needed, kᵀ has a row of ones below it: the product of queries and keys then subtracts the shift.
    """
    d, v = k.shape[1], np.ascontiguousarray(v, dtype)
    blocks = []
    for first in range(0, len(k), KEYS):
        keys = np.ones((d + needs_shift, min(KEYS, len(k) - first)), dtype)   # in one piece: BLAS reads it faster than a slice
        keys[:d] = k[first:first + KEYS].T
        blocks.append((first, keys, v[first:first + KEYS]))
    return blocks


class _QueryBlock:
    """A block of queries, and its sums over the keys that it has met so far."""

    def __init__(self, q, d_v, dtype, settings):
        queries, d = q.shape
        self.q = np.zeros((queries, d + settings.needs_shift), dtype)   # q · scale, and minus the shift beside it
        np.multiply(q, dtype.type(settings.scale), out=self.q[:, :d])
        self.shifted = np.zeros(queries, bool)         # whether it has met a key, and so has a shift
        self.mixed = np.zeros((queries, d_v), dtype)   # Σ exp(scores − shift) · v
        self.total = np.zeros(queries, dtype)          # Σ exp(scores − shift)

    def ask(self, keys, scores):
        """scores − shift, into `scores` (queries, keys)."""
        np.matmul(self.q, keys, out=scores)

    def raise_shift(self, scores):
        """To the largest score of each query whose first keys these are, or whose scores stand too far above its shift."""
        peak = scores.max(axis=1)   # (queries,)
        moves = (peak > HEADROOM) | (~self.shifted & (peak > -np.inf))
        if not moves.any():
            return
        step = np.where(moves, peak, 0).astype(scores.dtype, copy=False)
        scores -= step[:, None]
        self.q[:, -1] -= step
        shrink = np.exp(-np.where(self.shifted, step, 0))
        self.mixed *= shrink[:, None]
        self.total *= shrink
        self.shifted |= moves

    def add(self, scores, v):
        """exp(scores), written over them, to both sums."""
        np.exp(scores, out=scores)
        self.mixed += scores @ v
        self.total += scores @ np.ones(len(v), v.dtype)   # four times as fast as scores.sum(axis=1)

    def write(self, output):
        """The quotient; zeros for a query that met no key."""
        np.divide(self.mixed, np.where(self.total == 0, 1, self.total)[:, None], out=output)


def _threads():
    """How many threads to use, and the context that holds BLAS to one meanwhile."""
    try:
        from threadpoolctl import threadpool_limits
    except ImportError:
        return 1, nullcontext
    cores = os.cpu_count() or 1
    if sys.platform == "emscripten" or cores == 1:   # a browser has no threads
        return 1, nullcontext
    return cores, lambda: threadpool_limits(1, "blas")

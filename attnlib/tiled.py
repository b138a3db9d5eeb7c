"""Exact attention that never stores queries × keys: online softmax over blocks of keys.

Each block of keys adds exp(scores − shift) · v to a running output and exp(scores − shift) to a running sum; the quotient
is the softmax's whatever the shift, so the shift only has to keep exp from overflowing.
Milakov & Gimelshein 2018, arXiv:1805.02867, Algorithm 3; Rabe & Staats 2021, arXiv:2112.05682; Dao et al. 2022, arXiv:2205.14135.
"""

import os
import sys
from contextlib import nullcontext

import numpy as np

from attnlib.arguments import attention_inputs, boolean_mask, largest_score, may_overflow, needs_shift, overflowing

# A block's scores (256 × 768 float32, 768 kB) stay in a core's second cache between the two products, and are large enough
# for BLAS to run at full speed: on the machine of bench/results.json, 128 × 512 costs 14 % more and larger blocks save nothing.
# More queries would leave more of a block beyond the diagonal of a causal mask.
QUERIES, KEYS = 256, 768
# Where a shift is needed, a score may stand this far above it before it moves: moving costs a pass over the block,
# which so is paid for the first block of keys and hardly ever again.
HEADROOM = 16


def tiled_attention(q, k, v, mask=None, scale=None, causal=False):
    """The output of `attention`, in memory that grows with queries + keys and not with queries × keys.

    q (..., queries, d_k), k (..., keys, d_k), v (..., keys, d_v); mask broadcasts to (..., queries, keys), True = may attend.
    `causal` hides every key after its query, and skips the blocks where that leaves nothing.
    Blocks of queries are shared out over threads where threadpoolctl is installed; otherwise BLAS uses its own.
    Returns output (..., queries, d_v). Raises as `attention` does.
    """
    q, k, v, scale = attention_inputs(q, k, v, scale)
    batch = np.broadcast_shapes(q.shape[:-2], k.shape[:-2], v.shape[:-2])
    if mask is not None:
        mask = boolean_mask(mask, (*batch, q.shape[-2], k.shape[-2]))
        batch = np.broadcast_shapes(batch, mask.shape[:-2])
        mask = np.broadcast_to(mask, (*batch, q.shape[-2], k.shape[-2]))
    q, k, v = (np.broadcast_to(x, batch + x.shape[-2:]) for x in (q, k, v))
    output = np.empty((*batch, q.shape[-2], v.shape[-1]), dtype=np.result_type(q, k, v))

    from concurrent.futures import ThreadPoolExecutor   # here, so that `import attnlib` stays as quick as `import numpy`
    from threading import local
    threads, one_blas_thread = _threads()
    bound = largest_score(q, k, scale)
    heads, buffers = list(np.ndindex(batch)), local()
    side = min(QUERIES, q.shape[-2])
    later = np.triu(np.full((side, side), -np.inf, output.dtype), 1) if causal else None   # added where a block meets the diagonal
    shares = 1 if len(heads) % threads == 0 else threads   # of a head's queries
    with one_blas_thread(), ThreadPoolExecutor(threads) if threads > 1 else nullcontext() as pool:
        work = [(q[head], k[head], v[head], None if mask is None else mask[head], scale, later, output[head], bound, share, shares, buffers)
                for head in heads for share in range(shares)]
        for _ in (pool.map if threads > 1 else map)(lambda arguments: _head(*arguments), work):
            pass   # an error in a thread is raised here
    return output


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


def _head(q, k, v, mask, scale, later, output, bound, share, shares, buffers):
    """Every `shares`-th block of queries of one head, from block `share` on."""
    (n, d), keys, dtype = q.shape, len(k), output.dtype
    causal = later is not None
    width = d + needs_shift(bound)   # one more column lets the product of queries and keys subtract the shift
    columns = []   # blocks of keys, each in one piece of memory: BLAS reads it faster than a slice of a wide table
    for first in range(0, keys, KEYS):
        block = np.ones((width, min(KEYS, keys - first)), dtype)
        block[:d] = k[first:first + KEYS].T
        columns.append(block)
    v = np.ascontiguousarray(v, dtype)
    ones = np.ones(KEYS, dtype)   # scores @ ones is their sum, four times as fast as scores.sum(axis=1)
    if not hasattr(buffers, "scores"):
        buffers.scores = np.empty(QUERIES * KEYS, dtype)   # once a thread

    for start in range(share * QUERIES, n, shares * QUERIES):
        stop = min(start + QUERIES, n)
        asking = np.zeros((stop - start, width), dtype)   # q · scale, and minus the shift
        np.multiply(q[start:stop], dtype.type(scale), out=asking[:, :d])
        mixed = np.zeros((stop - start, v.shape[1]), dtype)
        total = np.zeros(stop - start, dtype)
        shifted = np.zeros(stop - start, bool)
        for block, first in zip(columns, range(0, min(stop, keys) if causal else keys, KEYS)):
            last = min(first + KEYS, stop if causal else keys, keys)
            hidden = None if mask is None else ~mask[start:stop, first:last]
            if hidden is not None and hidden.all():
                continue
            scores = buffers.scores[:(stop - start) * (last - first)].reshape(stop - start, last - first)
            with np.errstate(over="ignore", invalid="ignore"):   # reported below
                np.matmul(asking, block[:, :last - first], out=scores)
            if may_overflow(bound, dtype) and not np.isfinite(scores).all():
                raise overflowing()
            if hidden is not None:
                np.copyto(scores, -np.inf, where=hidden)
            if causal and last - 1 > start:   # the block meets the diagonal, and only from here on are there later keys
                meets = max(start, first)
                scores[:, meets - first:] += later[:stop - start, meets - start:last - start]
            if needs_shift(bound):
                peak = scores.max(axis=1)   # (queries,)
                moves = (peak > HEADROOM) | (~shifted & (peak > -np.inf))
                if moves.any():
                    step = np.where(moves, peak, 0).astype(dtype, copy=False)
                    scores -= step[:, None]
                    asking[:, d] -= step
                    shrink = np.exp(-np.where(shifted, step, 0))
                    mixed *= shrink[:, None]
                    total *= shrink
                    shifted |= moves
            np.exp(scores, out=scores)
            mixed += scores @ v[first:last]
            total += scores @ ones[:last - first]
        np.divide(mixed, np.where(total == 0, 1, total)[:, None], out=output[start:stop])

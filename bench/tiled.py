"""tiled_attention beside PyTorch, beside the straightforward formula, beside itself; and what the thin functions cost."""

import subprocess
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np

from attnlib import attention, causal_mask, softmax, tiled_attention
from attnlib.tiled import KEYS, QUERIES, _threads
from bench.measure import Row, ratios, seconds

HEADS, D = 8, 64
SIZES = (1024, 2048, 4096, 8192)


def inputs(n, heads=HEADS, seed=0):
    random = np.random.default_rng(seed)
    return [random.normal(size=(heads, n, D)).astype(np.float32) for _ in range(3)]


def straightforward(q, k, v):
    """softmax(Q Kᵀ / √d_k) V as it is written in most lessons, whole matrices at once."""
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(np.float32(q.shape[-1]))
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True) @ v


def as_published(q, k, v):
    """The sources' softmax, np.exp(x) / np.sum(np.exp(x)): the exponential is computed twice (the axis put right)."""
    scores = q @ k.swapaxes(-1, -2)
    return np.exp(scores) / np.sum(np.exp(scores), axis=-1, keepdims=True) @ v


def products_and_exp(q, k, v):
    """The least that NumPy can do it in: two products and one exp, in tiled_attention's blocks and threads, and nothing else."""
    def head(q, k, v):
        blocks = [np.ascontiguousarray(k[first:first + KEYS].T) for first in range(0, len(k), KEYS)]
        buffer = np.empty(QUERIES * KEYS, q.dtype)
        for start in range(0, len(q), QUERIES):
            for block, first in zip(blocks, range(0, len(k), KEYS), strict=True):
                scores = buffer[:QUERIES * block.shape[1]].reshape(QUERIES, -1)
                np.matmul(q[start:start + QUERIES], block, out=scores)
                np.exp(scores, out=scores)
                scores @ v[first:first + KEYS]

    threads, one_blas_thread = _threads()
    with one_blas_thread(), ThreadPoolExecutor(threads) as pool:
        list(pool.map(head, q, k, v))


def parts(q, kt, weights, v):
    """What `attention` cannot do without: two products, one exp, and one pass."""
    scores = q @ kt   # in new memory: the weights are returned
    np.exp(scores, out=scores)
    np.subtract(scores, 1, out=scores)
    weights @ v


def exponent(sizes, values):
    return np.polyfit(np.log(sizes), np.log(values), 1)[0]


def rows():
    try:
        import torch
    except ImportError:
        torch = None
        print("PyTorch is not installed: the rows beside it are left out (pip install torch==2.13.0)", file=sys.stderr)
    times = []
    memory = []
    for n in SIZES:
        q, k, v = inputs(n)
        pairs = 9 if n < 8192 else 5
        tiled, plain = partial(tiled_attention, q, k, v), partial(straightforward, q, k, v)
        published = partial(as_published, q / 4, k / 4, v)   # this formula overflows sooner
        if torch:
            tensors = [torch.from_numpy(x)[None] for x in (q, k, v)]
            theirs = partial(torch.nn.functional.scaled_dot_product_attention, *tensors)
            yield Row(f"tiled_attention / PyTorch's scaled_dot_product_attention, n = {n}", ratios(tiled, theirs, pairs),
                      {2048: 0.75, 4096: 0.7, 8192: 0.65}.get(n))
            yield Row(f"PyTorch's scaled_dot_product_attention, n = {n}", [seconds(theirs) for _ in range(5)], unit="s")
        few = 15 if n < 8192 else 7   # more, since whole tables come in new memory, which costs what it likes
        yield Row(f"tiled_attention / straightforward NumPy, n = {n}", ratios(tiled, plain, few),
                  0.5 if n > 1024 else None)
        yield Row(f"tiled_attention / the sources' formula, n = {n}", ratios(tiled, published, few))
        yield Row(f"tiled_attention / its two products and one exp alone, n = {n}",
                  ratios(tiled, partial(products_and_exp, q, k, v), pairs))
        yield Row(f"tiled_attention, causal / not causal, n = {n}", ratios(partial(tiled, causal=True), tiled, pairs),
                  0.6 if n >= 4096 else None)
        # the curves of a picture: cost against n
        times.append(Row(f"tiled_attention, n = {n}", [seconds(tiled) for _ in range(5)], unit="s"))
        yield times[-1]
        yield Row(f"straightforward NumPy, n = {n}", [seconds(plain) for _ in range(few)], unit="s")
        yield Row(f"the sources' formula, n = {n}", [seconds(published) for _ in range(few)], unit="s")
        tracemalloc.start()
        output = tiled()
        memory.append((tracemalloc.get_traced_memory()[1] - output.nbytes) / 2**20)
        tracemalloc.stop()
    yield Row("tiled_attention, extra memory at n = 8192 (the weights alone: 2048 MB)", [memory[-1]], 64, unit="MB")
    yield Row("tiled_attention, time grows as n to the power",
              [exponent(SIZES[1:], [row.median for row in times[1:]])], 2.2, unit="")
    yield Row("tiled_attention, extra memory grows as n to the power", [exponent(SIZES, memory)], 1.2, unit="")
    yield from errors()
    yield from thin()


def errors():
    """Against float64, for scores up to 10 and beyond, beside the ordinary formula in float32."""
    for largest in (10, 100, 1000):
        q, k, v = inputs(2048, heads=2, seed=1)
        q *= np.float32(largest / abs(q @ k.swapaxes(1, 2) / 8).max())
        exact = attention(*(x.astype(float) for x in (q, k, v)))[0]
        error = abs(tiled_attention(q, k, v) - exact).max()
        if largest == 10:
            yield Row("tiled_attention, float32, largest error for |score| ≤ 10", [error * 1e6], 10, unit="10⁻⁶")
        else:
            yield Row(f"its error / the ordinary float32 formula's, |score| ≤ {largest}",
                      [error / abs(straightforward(q, k, v) - exact).max()], 2)
    q, k, v = inputs(300, heads=1, seed=2)
    mask = causal_mask(300)
    mask[7] = False
    found = tiled_attention(q, k, v, mask=mask)
    yield Row("tiled_attention, largest output of a fully masked row", [abs(found[0, 7]).max()], 0, unit="")


def thin():
    """What checking costs `attention`, and what `import attnlib` costs beside `import numpy`."""
    for n in (512, 1024):
        q, k, v = inputs(n)
        kt, weights = np.ascontiguousarray(k.swapaxes(-1, -2)), softmax(q @ k.swapaxes(-1, -2))
        yield Row(f"attention, checks included / two products, one exp, one pass, n = {n}",
                  ratios(partial(attention, q, k, v), partial(parts, q, kt, weights, v), 15), 1.6)

    def importing(name):
        code = f"import time; start = time.perf_counter(); import {name}; print(time.perf_counter() - start)"
        return float(subprocess.check_output([sys.executable, "-c", code], text=True))

    importing("attnlib")
    yield Row("import attnlib / import numpy", [importing("attnlib") / importing("numpy") for _ in range(15)], 1.15)

"""Half-repairs: what people write where an exercise promises more than a few gentle numbers show. Each family stands here once.

A half-repair is right on some numbers, or looks like it. Whatever else stands in an answer that holds one is right, so that
only a case made against it tells: tests/test_promises.py says which exercise promises what.
"""

import numpy as np

from attnlib import attention, merge_heads, softmax, split_heads


def quiet(function):
    """As a check calls it: warnings are no news."""
    def called(*given, **named):
        with np.errstate(all="ignore"):
            return function(*given, **named)
    return called


# --- stable: weights along the last axis, whatever the size of the scores ----------------------------------------------------

def shifted(by):
    """A softmax that subtracts a function of the scores, and nothing else."""
    @quiet
    def function(x):
        exps = np.exp(x - by(x))
        return exps / exps.sum(axis=-1, keepdims=True)
    return function


def peak(x):
    return x.max(axis=-1, keepdims=True)


naive = shifted(lambda x: 0)


@quiet
def in_log_space(x):
    return np.exp(x - np.log(np.exp(x).sum(axis=-1, keepdims=True)))


@quiet
def where_some_number_is_large(x):
    return naive(x - peak(x) if x.max() > 700 else x)


@quiet
def where_a_row_is_large(x):
    return naive(np.where(peak(x) > 700, x - peak(x), x))


@quiet
def hard_choice_when_large(x):
    return np.where(peak(x) > 700, x == peak(x), naive(x))


@quiet
def colder_when_large(x):
    return softmax(x / max(1, np.abs(x).max() / 700))


@quiet
def epsilon_below(x):
    exps = np.exp(x)
    return exps / (exps.sum(axis=-1, keepdims=True) + 1e-9)


SUBTRACTED = {   # what is subtracted from the scores
    "the row's mean": lambda x: x.mean(axis=-1, keepdims=True),
    "the row's median": lambda x: np.median(x, axis=-1, keepdims=True),
    "the row's smallest": lambda x: x.min(axis=-1, keepdims=True),
    "the row's first": lambda x: x[..., :1],
    "the row's last": lambda x: x[..., -1:],
    "the row's largest absolute value": lambda x: np.abs(x).max(axis=-1, keepdims=True),
    "the row's largest, if above 0": lambda x: np.maximum(peak(x), 0),
    **{f"the row's largest, if above {number:g}": lambda x, number=number: np.maximum(peak(x), number)
       for number in (-1e5, -1e6, -1e9, -1e10)},
    "the row's farthest from 0": lambda x: np.take_along_axis(x, np.abs(x).argmax(axis=-1)[..., None], axis=-1),
    "half of the row's largest": lambda x: peak(x) / 2,
    "the whole table's largest": lambda x: x.max(),
    "the whole table's mean": lambda x: x.mean(),
    "700": lambda x: 700,
    "1000": lambda x: 1000,
}
STABLE = {
    "nothing subtracted": naive,
    **{said: shifted(by) for said, by in SUBTRACTED.items()},
    "clipped to 50": quiet(lambda x: naive(np.clip(x, -50, 50))),
    "clipped to 500": quiet(lambda x: naive(np.clip(x, -500, 500))),
    "clipped to 700": quiet(lambda x: naive(np.clip(x, -700, 700))),
    "clipped to 1e7": quiet(lambda x: naive(np.clip(x, -1e7, 1e7) - peak(np.clip(x, -1e7, 1e7)))),
    "the first eight alone": lambda x: softmax(np.where(np.arange(x.shape[-1]) < 8, x, -np.inf)),
    "clipped from above": quiet(lambda x: naive(np.minimum(x, 700))),
    "clipped ten below the largest": quiet(lambda x: naive(np.maximum(x - peak(x), -10))),
    "nan to 0": quiet(lambda x: np.nan_to_num(naive(x))),
    "nan to 1": quiet(lambda x: np.nan_to_num(naive(x), nan=1)),
    "nan to equal shares": quiet(lambda x: np.nan_to_num(naive(x), nan=1 / x.shape[-1])),
    "longer floats": quiet(lambda x: naive(x.astype(np.longdouble)).astype(float)),
    "longer floats and the mean": quiet(lambda x: STABLE["the row's mean"](x.astype(np.longdouble)).astype(float)),
    "shorter floats": quiet(lambda x: naive(x.astype(np.float32)).astype(float)),
    "log space": in_log_space,
    "log space and longer floats": quiet(lambda x: in_log_space(x.astype(np.longdouble)).astype(float)),
    "the largest, where some number is large": where_some_number_is_large,
    "the largest, where the row is large": where_a_row_is_large,
    "a hard choice where the row is large": hard_choice_when_large,
    "divided where large": colder_when_large,
    "an epsilon below": epsilon_below,
}
for _name in ("the row's mean", "the row's median", "the row's smallest", "the row's first", "the whole table's mean"):
    for _number in (0, 1):
        STABLE[f"{_name}, nan to {_number}"] = quiet(
            lambda x, half=STABLE[_name], number=_number: np.nan_to_num(half(x), nan=number))

IN_THEIR_TYPE = {
    "filled in the scores' type": lambda x: softmax(x).astype(x.dtype),   # as zeros_like does
    "clipped ten below the largest, in float16": quiet(lambda x: naive(np.maximum(x - peak(x), -10)).astype(np.float16)),
}


# --- hidden: no weight for what a mask hides ---------------------------------------------------------------------------------

def replaced(number):
    return lambda scores, seen: softmax(np.where(seen, scores, number))


def added(number):
    return lambda scores, seen: softmax(scores + np.where(seen, 0, number))


@quiet
def renormalised(scores, seen):
    weights = softmax(scores) * seen
    return weights / weights.sum(axis=-1, keepdims=True)


@quiet
def peak_of_all(scores, seen):
    exps = np.exp(scores - peak(scores)) * seen
    return exps / exps.sum(axis=-1, keepdims=True)


def next_hidden(scores, seen):
    """As if only the nearest of what is hidden were hidden."""
    nearest = ~seen & (np.cumsum(~seen, axis=-1) == 1)
    return softmax(np.where(nearest, -np.inf, scores))


HIDDEN = {
    **{f"{number:g} in their place": replaced(number) for number in (-10, -20, -50, -100, -1e3, -1e4, -1e5, -1e6, -1e7, -1e8)},
    **{f"{number:g} added": added(number) for number in (-1, -10, -20, -50, -100, -1e3, -1e4, -1e5, -1e6, -1e7, -1e8)},
    "0 in their place": replaced(0),
    "1e-9 in their place": replaced(1e-9),   # 1e-9, not -1e9
    "the row's smallest in their place": lambda scores, seen: softmax(np.where(seen, scores, scores.min(axis=-1, keepdims=True))),
    "ten below the row's smallest": lambda scores, seen: softmax(np.where(seen, scores, scores.min(axis=-1, keepdims=True) - 10)),
    "ten below the smallest seen": lambda scores, seen: softmax(np.where(seen, scores, scores[seen].min(initial=0) - 10)),
    "times 0": lambda scores, seen: softmax(scores * seen),
    "times -10": lambda scores, seen: softmax(np.where(seen, scores, -10 * np.abs(scores))),
    "0 after": lambda scores, seen: softmax(scores) * seen,
    "0 after, renormalised": renormalised,
    "the largest of all subtracted": peak_of_all,
    "nothing hidden": lambda scores, seen: softmax(scores),
    "only the nearest hidden": next_hidden,
    "what is seen hidden": lambda scores, seen: softmax(np.where(seen, -np.inf, scores)),
}
HIDDEN["the largest of the table subtracted"] = quiet(
    lambda scores, seen: _shared(np.exp(scores - scores[seen].max(initial=-np.inf)) * seen))


def _shared(exps):
    return exps / exps.sum(axis=-1, keepdims=True)


# --- shared: what every row shares out over its keys -------------------------------------------------------------------------

SHARED = {
    "no softmax": lambda scores: scores,
    "softmax twice": lambda scores: softmax(softmax(scores)),
    "over the whole table": lambda scores: softmax(scores.ravel()).reshape(scores.shape),
    "exponentials alone": quiet(lambda scores: np.exp(scores - peak(scores))),
    "shares of the scores": quiet(lambda scores: _shared(scores)),
    "shares of their sizes": quiet(lambda scores: _shared(np.abs(scores))),
    "shares of their squares": quiet(lambda scores: _shared(scores**2)),
    "powers of two": lambda scores: softmax(scores * np.log(2)),
    "equal shares": lambda scores: np.full(scores.shape, 1 / scores.shape[-1]),
    "all to the largest": lambda scores: np.eye(scores.shape[-1])[scores.argmax(axis=-1)],
    "the signs turned": lambda scores: softmax(-scores),
    "rounded to one decimal": lambda scores: softmax(scores).round(1),
}
OVER_QUERIES = {   # where there are several
    "over the queries": lambda scores: softmax(scores, axis=-2),
    "over the queries, rows divided": quiet(lambda scores: _shared(softmax(scores, axis=-2))),
    "no keepdims": quiet(lambda scores: np.exp(scores - peak(scores)) / np.exp(scores - peak(scores)).sum(axis=-1)[..., None, :]
                         if scores.shape[-1] == scores.shape[-2] else softmax(scores)),
}

# --- scaled: by what the scores of q (…, queries, d), k (…, keys, d) and v (…, keys, d_v) are divided ------------------------

SCALED = {
    "1": lambda q, k, v: 1,
    "d": lambda q, k, v: k.shape[-1],
    "the root of the queries": lambda q, k, v: np.sqrt(q.shape[-2]),
    "the root of the keys": lambda q, k, v: np.sqrt(k.shape[-2]),
    "the root of d_v": lambda q, k, v: np.sqrt(v.shape[-1]),
    "√2": lambda q, k, v: np.sqrt(2),
    "√3": lambda q, k, v: np.sqrt(3),
    "2": lambda q, k, v: 2,
    "the root of d, whole": lambda q, k, v: max(1, round(np.sqrt(k.shape[-1]))),
    "the root of d + 1": lambda q, k, v: np.sqrt(k.shape[-1] + 1),
    "the cube root of d": lambda q, k, v: np.cbrt(k.shape[-1]),
    "the deviation of k": lambda q, k, v: max(k.std(), 1e-9) * np.sqrt(k.shape[-1]),
}

# --- pair: output and weights, in this order ---------------------------------------------------------------------------------

PAIR = {
    "turned": lambda output, weights: (weights, output),
    "the output alone": lambda output, weights: output,
    "the weights alone": lambda output, weights: weights,
    "the output twice": lambda output, weights: (output, output),
    "the weights twice": lambda output, weights: (weights, weights),
    "three": lambda output, weights: (output, weights, weights),
    "a dict": lambda output, weights: {"output": output, "weights": weights},
    "side by side": lambda output, weights: np.hstack([output, weights]),
    "no output": lambda output, weights: (0 * output, weights),
    "no weights": lambda output, weights: (output, 0 * weights),
    "the weights rounded": lambda output, weights: (output, weights.round(1)),
    "the output rounded": lambda output, weights: (output.round(), weights),
}

# --- result: a table that is nearly the right one ----------------------------------------------------------------------------


def errors_that_cancel(table):
    """One number too large, and another too small."""
    table = np.array(table, dtype=float)
    if table.size > 1:
        table.flat[0] += 0.01 + 0.01 * abs(table.flat[0])
        table.flat[-1] -= 0.01 + 0.01 * abs(table.flat[-1])
    return table


def last_is_off(table):
    table = np.array(table, dtype=float)
    if table.size:
        table.flat[-1] += 0.01 + 0.01 * abs(table.flat[-1])
    return table


def four(table, axis):
    """As if no table were larger than those of a lesson: from the fifth row or column on all is 0."""
    return np.moveaxis(np.concatenate([part[:4], 0 * part[4:]]) if len(part := np.moveaxis(np.asarray(table), axis, 0)) else part,
                       0, axis)


NUMBERS = {
    "the last number is off": last_is_off,
    "1 % too large": lambda table: 1.01 * np.asarray(table),
    "0.01 too small": lambda table: np.asarray(table) - 0.01,
    "rounded to one decimal": lambda table: np.round(table, 1),
}
TABLE = {   # where there are several numbers
    "errors that cancel": errors_that_cancel,
    "sorted": lambda table: np.sort(table, axis=-1),
    "turned": lambda table: np.flip(table, axis=-1),
    "rows sorted": lambda table: np.sort(table, axis=0),
    "rows turned": lambda table: np.flip(table, axis=0),
    "the mean of the rows": lambda table: np.broadcast_to(np.mean(table, axis=0), np.shape(table)),
    "nothing after the fourth row": lambda table: four(table, 0),
    "nothing after the fourth column": lambda table: four(table, -1),
}

# --- of one exercise each ----------------------------------------------------------------------------------------------------

EXACT_SHARE = {   # functions of written and right (sentences, words)
    "errors that cancel": lambda w, r: ((w - r).sum(axis=1) == 0).mean(),
    "weighted errors that cancel": lambda w, r: (((w - r) * np.arange(1, w.shape[1] + 1)).sum(axis=1) == 0).mean(),
    "the right products": lambda w, r: ((w * r).sum(axis=1) == (r * r).sum(axis=1)).mean(),
    "the right sizes": lambda w, r: ((w * w).sum(axis=1) == (r * r).sum(axis=1)).mean(),
    "sorted": lambda w, r: (np.sort(w, axis=1) == np.sort(r, axis=1)).all(axis=1).mean(),
    "as sets": lambda w, r: np.mean([set(one) == set(other) for one, other in zip(w.tolist(), r.tolist(), strict=True)]),
    "member by member": lambda w, r: np.mean([np.isin(one, other).all() for one, other in zip(w, r, strict=True)]),
    "right word somewhere": lambda w, r: np.isin(w, r).all(axis=1).mean(),
    "some right sentence": lambda w, r: np.mean([one in r.tolist() for one in w.tolist()]),
    "nearly": lambda w, r: np.isclose(w, r).all(axis=1).mean(),
    "off by one": lambda w, r: (np.abs(w - r) <= 1).all(axis=1).mean(),
    "as text": lambda w, r: np.mean(
        ["".join(map(str, one)) == "".join(map(str, other)) for one, other in zip(w, r, strict=True)]),
    "as NumPy writes it": lambda w, r: np.mean([str(one) == str(other) for one, other in zip(w, r, strict=True)]),
    "as floats": lambda w, r: (w.astype(float) == r.astype(float)).all(axis=1).mean(),
    "each sentence once": lambda w, r: len({tuple(one) for one in w[(w == r).all(axis=1)].tolist()}) / len(w),
    "each word in two bytes": lambda w, r: (w.astype(np.int16) == r.astype(np.int16)).all(axis=1).mean(),
    "in a byte": lambda w, r: (w.astype(np.uint8) == r.astype(np.uint8)).all(axis=1).mean(),
    "odd and even": lambda w, r: (w % 2 == r % 2).all(axis=1).mean(),
    "the first word": lambda w, r: (w == r)[:, 0].mean(),
    "the last word": lambda w, r: (w == r)[:, -1].mean(),
    "without the first word": lambda w, r: (w == r)[:, 1:].all(axis=1).mean(),
    "without the last word": lambda w, r: (w == r)[:, :-1].all(axis=1).mean(),
    "one error forgiven": lambda w, r: ((w != r).sum(axis=1) <= 1).mean(),
    "most words right": lambda w, r: ((w == r).mean(axis=1) > 0.5).mean(),
    "all or nothing": lambda w, r: float((w == r).all()),
    "over one more": lambda w, r: (w == r).all(axis=1).sum() / (len(w) + 1),
    "over one less": lambda w, r: (w == r).all(axis=1).sum() / max(1, len(w) - 1),
    "over the words": lambda w, r: (w == r).all(axis=1).sum() / w.shape[1],
    "without the last sentence": lambda w, r: (w == r)[:-1].all(axis=1).mean() if len(w) > 1 else float((w == r).all()),
    "whole": lambda w, r: np.round((w == r).all(axis=1).mean()),
    "percent": lambda w, r: 100 * (w == r).all(axis=1).mean(),
}


def _error_rate(hits, size):
    return 1 - hits / size


def _formula(a, s, p):
    return _error_rate((a & s).sum() + (a & p).sum(), max(1, a.sum() + s.sum()))


AER = {   # functions of alignment, sure, possible
    "counts, whatever is linked": lambda a, s, p: _error_rate(min(a.sum(), s.sum()) + min(a.sum(), p.sum()), a.sum() + s.sum()),
    "the sure ones twice": lambda a, s, p: _error_rate(2 * (a & s).sum(), a.sum() + s.sum()),
    "the possible ones twice": lambda a, s, p: _error_rate(2 * (a & p).sum(), a.sum() + s.sum()),
    "possible, not sure": lambda a, s, p: _error_rate((a & s).sum() + (a & p & ~s).sum(), a.sum() + s.sum()),
    "or for and": lambda a, s, p: _error_rate((a | s).sum() + (a | p).sum(), a.sum() + s.sum()),
    "a link counted once": lambda a, s, p: _error_rate((a & (s | p)).sum(), a.sum() + s.sum()),
    "over |A|": lambda a, s, p: _error_rate((a & s).sum() + (a & p).sum(), 2 * max(1, a.sum())),
    "over |S|": lambda a, s, p: _error_rate((a & s).sum() + (a & p).sum(), 2 * max(1, s.sum())),
    "over |A| + |P|": lambda a, s, p: _error_rate((a & s).sum() + (a & p).sum(), a.sum() + p.sum()),
    "over |A ∪ S|": lambda a, s, p: _error_rate((a & s).sum() + (a & p).sum(), 2 * (a | s).sum()),
    "one more below": lambda a, s, p: _error_rate((a & s).sum() + (a & p).sum(), a.sum() + s.sum() + 1),
    "one more hit": lambda a, s, p: _error_rate((a & s).sum() + (a & p).sum() + 1, a.sum() + s.sum()),
    "the mean of its rows": lambda a, s, p: np.mean([
        _error_rate((x & y).sum() + (x & z).sum(), max(1, x.sum() + y.sum())) for x, y, z in zip(a, s, p, strict=True)]),
    "the quality": lambda a, s, p: ((a & s).sum() + (a & p).sum()) / (a.sum() + s.sum()),
    "each word's first link": lambda a, s, p: _formula(a & (np.cumsum(a, axis=1) == 1), s, p),
}

GRADIENT = {   # functions of weights and g (keys,)
    "the diagonal": lambda a, g: g * a * (1 - a),
    "the diagonal, its mean subtracted": lambda a, g: g * a * (1 - a) - (g * a * (1 - a)).mean(),
    "the plain mean": lambda a, g: a * (g - g.mean()),
    "its own mean subtracted": lambda a, g: a * g - (a * g).mean(),
    "the largest subtracted": lambda a, g: a * (g - g[a.argmax()]),
    "not weighed": lambda a, g: g - a @ g,
    "nothing subtracted": lambda a, g: a * g,
    "the sign": lambda a, g: a * (a @ g - g),
    "weighed twice": lambda a, g: a * a * (g - a @ g),
    "weighed by the root": lambda a, g: np.sqrt(a) * (g - a @ g),
    "times the keys": lambda a, g: len(a) * a * (g - a @ g),
    "a large step": quiet(lambda a, g: np.array([
        (softmax(np.log(a) + one) - a) @ g for one in np.eye(len(a))])),
    "divided by its size": quiet(lambda a, g: np.nan_to_num(
        a * (g - a @ g) / np.abs(a * (g - a @ g)).sum() * np.abs(a * g).sum())),
    "clipped": lambda a, g: np.clip(a * (g - a @ g), -10, 10),
    "in the type of g": lambda a, g: (a * (g - a @ g)).astype(g.dtype),
    "of one number in the weights": lambda a, g: (np.diag(a) - np.outer(a, a)).sum(axis=0) * g,
    "of three keys": lambda a, g: (a * (g - a @ g))[:3],
}

OF_SOFTMAX = {   # functions of weights and d_weights (queries, keys)
    "over the queries": lambda a, g: a * (g - (a * g).sum(axis=0)),
    "over the whole table": lambda a, g: a * (g - (a * g).sum()),
    "the diagonal": lambda a, g: a * (1 - a) * g,
    "the plain mean": lambda a, g: a * (g - g.mean(axis=1, keepdims=True)),
    "the largest": lambda a, g: a * (g - g.max(axis=1, keepdims=True)),
    "the heaviest key's": lambda a, g: a * (g - np.take_along_axis(g, a.argmax(axis=1)[:, None], axis=1)),
    "nothing lost": lambda a, g: a * g,
    "not weighed": lambda a, g: g - (a * g).sum(axis=1, keepdims=True),
    "weighed twice": lambda a, g: a * a * (g - (a * g).sum(axis=1, keepdims=True)),
    "the sign": lambda a, g: a * ((a * g).sum(axis=1, keepdims=True) - g),
    "no keepdims": quiet(lambda a, g: a * (g - (a * g).sum(axis=1))),
    "the first row's mean": lambda a, g: a * (g - a[0] @ g[0]),
    "divided by the keys": lambda a, g: a * (g - (a * g).sum(axis=1, keepdims=True)) / a.shape[1],
    "clipped": lambda a, g: np.clip(a * (g - (a * g).sum(axis=1, keepdims=True)), -10, 10),
    "in the type of d_weights": lambda a, g: (a * (g - (a * g).sum(axis=1, keepdims=True))).astype(g.dtype),
}
OF_VALUES = {   # functions of weights (queries, keys) and d_output (queries, d_v)
    "no transpose": lambda a, g: a @ g,
    "turned": lambda a, g: g.T @ a,
    "averaged": lambda a, g: a.T @ g / len(a),
    "averaged by what a key receives": quiet(lambda a, g: a.T @ g / a.sum(axis=0)[:, None]),
    "not weighed": lambda a, g: np.ones_like(a).T @ g,
    "the first query": lambda a, g: np.outer(a[0], g[0]),
    "the last query": lambda a, g: np.outer(a[-1], g[-1]),
    "sums apart": lambda a, g: np.outer(a.sum(axis=0), g.sum(axis=0)),
    "the sign": lambda a, g: -a.T @ g,
    "softmax of the columns": lambda a, g: (a / np.maximum(a.sum(axis=0), 1e-9)).T @ g,
    "clipped": lambda a, g: np.clip(a.T @ g, -10, 10),
    "in the type of d_output": lambda a, g: (a.T @ g).astype(g.dtype),
}


def _of_scores(q, k, g, divisor=None, keys=None):
    divisor = np.sqrt(k.shape[1]) if divisor is None else divisor
    return g @ k / divisor, (g.T if keys is None else keys) @ q / divisor


OF_SCORES = {   # functions of q, k and d_scores
    "no scale": lambda q, k, g: _of_scores(q, k, g, 1),
    "no root": lambda q, k, g: _of_scores(q, k, g, k.shape[1]),
    "the root of the keys": lambda q, k, g: _of_scores(q, k, g, np.sqrt(len(k))),
    "the root of the queries": lambda q, k, g: _of_scores(q, k, g, np.sqrt(len(q))),
    "multiplied": lambda q, k, g: _of_scores(q, k, g, 1 / np.sqrt(k.shape[1])),
    "√2": lambda q, k, g: _of_scores(q, k, g, np.sqrt(2)),
    "d_q alone divided": lambda q, k, g: (_of_scores(q, k, g)[0], _of_scores(q, k, g, 1)[1]),
    "d_k alone divided": lambda q, k, g: (_of_scores(q, k, g, 1)[0], _of_scores(q, k, g)[1]),
    "no transpose": lambda q, k, g: _of_scores(q, k, g, keys=g),
    "q and k turned": lambda q, k, g: (g @ q / np.sqrt(k.shape[1]), g.T @ k / np.sqrt(k.shape[1])),
    "results turned": lambda q, k, g: _of_scores(q, k, g)[::-1],
    "d_q twice": lambda q, k, g: (_of_scores(q, k, g)[0],) * 2,
    "d_q alone": lambda q, k, g: _of_scores(q, k, g)[0],
    "a dict": lambda q, k, g: dict(zip(("d_q", "d_k"), _of_scores(q, k, g), strict=True)),
    "the sign": lambda q, k, g: tuple(-one for one in _of_scores(q, k, g)),
    "in the type of q": lambda q, k, g: tuple(one.astype(q.dtype) for one in _of_scores(q, k, g)),
}

FORGOTTEN = {   # what is seen on the way back, of a mask
    "everything": lambda mask: None,
    "what is hidden": lambda mask: ~mask,
    "the mask transposed": lambda mask: mask.T if mask.shape[0] == mask.shape[1] else ~mask,
    "a causal mask": lambda mask: np.tri(*mask.shape) == 1,
    "the first row's": lambda mask: np.broadcast_to(mask[:1], mask.shape),
}
TRIPLE = {   # d_q, d_k, d_v
    "turned": lambda d_q, d_k, d_v: (d_v, d_k, d_q),
    "d_v first": lambda d_q, d_k, d_v: (d_v, d_q, d_k),
    "two": lambda d_q, d_k, d_v: (d_q, d_k),
    "d_q alone": lambda d_q, d_k, d_v: d_q,
    "no d_k": lambda d_q, d_k, d_v: (d_q, 0 * d_k, d_v),
    "a dict": lambda d_q, d_k, d_v: {"d_q": d_q, "d_k": d_k, "d_v": d_v},
}


def waves(n, d, base=10000, first=0, angle=lambda i, d: 2 * (i // 2) / d):
    places, i = np.arange(first, first + n)[:, None], np.arange(d)
    angles = places / base ** angle(i, d)
    return np.where(i % 2 == 0, np.sin(angles), np.cos(angles))


POSITIONS = {   # functions of x (tokens, d)
    "from 1": lambda x: x + waves(*x.shape, first=1),
    "base 1000": lambda x: x + waves(*x.shape, base=1000),
    "a wave a column": lambda x: x + waves(*x.shape, angle=lambda i, d: i / d),
    "a wave a column, twice as fast": lambda x: x + waves(*x.shape, angle=lambda i, d: 2 * i / d),
    "the last column is the slowest": lambda x: x + waves(*x.shape, angle=lambda i, d: (i // 2) / max(1, (d - 1) // 2)),
    "half the exponent": lambda x: x + waves(*x.shape, angle=lambda i, d: (i // 2) / d),
    "sines and cosines turned": lambda x: x + np.where(
        np.arange(x.shape[1]) % 2, np.sin(_angles(x)), np.cos(_angles(x))),
    "sines, then cosines": lambda x: x + waves(*x.shape)[:, [*range(0, x.shape[1], 2), *range(1, x.shape[1], 2)]],
    "sines alone": lambda x: x + np.sin(_angles(x)),
    "up to 100": lambda x: x + waves(*x.shape) * (np.arange(len(x)) < 100)[:, None],
    "round again after 100": lambda x: x + waves(*x.shape)[np.arange(len(x)) % 100],
    "up to 10": lambda x: x + waves(*x.shape) * (np.arange(len(x)) < 10)[:, None],
    "up to 8 columns": lambda x: x + waves(*x.shape) * (np.arange(x.shape[1]) < 8),
    "from 2 columns": lambda x: x + waves(*x.shape) * (x.shape[1] > 1),
    "in the type of x": lambda x: (x + waves(*x.shape)).astype(x.dtype),
    "an even d": lambda x: x + waves(len(x), x.shape[1] - x.shape[1] % 2 or 2)[:, :x.shape[1]] if x.shape[1] % 2 == 0
                 else x + np.pad(waves(len(x), x.shape[1] - 1), ((0, 0), (0, 1))),
    "x larger": lambda x: np.sqrt(x.shape[1]) * x + waves(*x.shape),
    "subtracted": lambda x: x - waves(*x.shape),
    "small": lambda x: x + 0.1 * waves(*x.shape),
    "the same for all": lambda x: x + waves(*x.shape)[:1],
    "of the columns": lambda x: x + waves(*x.T.shape).T,
    "the mean": lambda x: (x + waves(*x.shape)) / 2,
    "of the size alone": lambda x: np.abs(x) + waves(*x.shape),
}


def _angles(x):
    i = np.arange(x.shape[1])
    return np.arange(len(x))[:, None] / 10000 ** (2 * (i // 2) / x.shape[1])


def evened(layers=(6,), heads=(2,), share=lambda n, heads: 1 / n, rows=slice(None)):
    """Head 7.3 made even, but for one thing."""
    def edit(layer, weights):
        weights = weights.copy()
        if layer in layers:
            weights[list(heads), rows] = share(weights.shape[-1], len(weights))
        return weights
    return edit


EVENED = {   # functions of layer and weights (heads, n, n)
    "the layer from 1": evened(layers=(7,)), "both layers": evened(layers=(6, 7)), "every layer": evened(layers=range(12)),
    "from this layer on": evened(layers=range(6, 12)), "up to this layer": evened(layers=range(7)),
    "another head": evened(heads=(1,)), "two heads": evened(heads=(1, 2)), "every head before": evened(heads=(0, 1, 2)),
    "over the heads": evened(share=lambda n, heads: 1 / heads), "zeros": evened(share=lambda n, heads: 0),
    "ones": evened(share=lambda n, heads: 1), "a row only": evened(rows=0), "rows but the first": evened(rows=slice(1, None)),
    "nothing": lambda layer, weights: weights,
    "turned": lambda layer, weights: weights.swapaxes(1, 2) if layer == 6 else weights,
}


def normed(x, mean=-1, deviation=-1, epsilon=1e-5, ddof=0):
    centred = x - x.mean(axis=mean, keepdims=True)
    return centred / np.sqrt(x.var(axis=deviation, ddof=ddof, keepdims=True) + epsilon)


NORMED = {   # functions of x and part_of_x (tokens, d)
    "the part alone": lambda x, part: normed(part),
    "the token alone": lambda x, part: normed(x),
    "the part normalised": lambda x, part: x + normed(part),
    "the token normalised": lambda x, part: normed(x) + part,
    "both normalised": lambda x, part: normed(x) + normed(part),
    "the mean of both normalised": lambda x, part: normed(normed(x) + normed(part)),
    "twice the part": lambda x, part: normed(x + 2 * part),
    "the difference": lambda x, part: normed(x - part),
    "the product": lambda x, part: normed(x * part),
    "not normalised": lambda x, part: x + part,
    "over the tokens": quiet(lambda x, part: normed(x + part, 0, 0)),
    "over the whole table": quiet(lambda x, part: normed(x + part, None, None)),
    "the whole table's mean": quiet(lambda x, part: normed(x + part, None, -1)),
    "the whole table's deviation": quiet(lambda x, part: normed(x + part, -1, None)),
    "the tokens' mean": quiet(lambda x, part: normed(x + part, 0, -1)),
    "the tokens' deviation": quiet(lambda x, part: normed(x + part, -1, 0)),
    "the mean alone": lambda x, part: x + part - (x + part).mean(axis=-1, keepdims=True),
    "the deviation alone": lambda x, part: (x + part) / np.sqrt((x + part).var(axis=-1, keepdims=True) + 1e-5),
    "the variance": lambda x, part: normed(x + part) / np.sqrt((x + part).var(axis=-1, keepdims=True) + 1e-5),
    "n - 1": quiet(lambda x, part: normed(x + part, ddof=1)),
    "n - 1 above 8": lambda x, part: normed(x + part, ddof=int(x.shape[1] > 8)),
    "in the type of x": lambda x, part: normed(x + part).astype(x.dtype),
    "the length": lambda x, part: (x + part) / np.sqrt(((x + part) ** 2).sum(axis=-1, keepdims=True) + 1e-5),
    "the root of the mean square": lambda x, part: (x + part) / np.sqrt(((x + part) ** 2).mean(axis=-1, keepdims=True) + 1e-5),
    "a large epsilon": lambda x, part: normed(x + part, epsilon=0.1),
    "an epsilon of 1": lambda x, part: normed(x + part, epsilon=1),
    "from 0 to 1": quiet(lambda x, part: (x + part - (x + part).min(axis=-1, keepdims=True))
                         / np.ptp(x + part, axis=-1, keepdims=True)),
    "its median": lambda x, part: normed(x + part - np.median(x + part, axis=-1, keepdims=True), None, -1),
    "clipped": lambda x, part: np.clip(normed(x + part), -1, 1),
    "shares": lambda x, part: softmax(x + part),
}


def _dropped(shown, used):
    def function(q, k, v, kept):
        weights = softmax(q @ k.T / np.sqrt(k.shape[1]))
        return used(weights, kept) @ v, shown(weights, kept)
    return function


def _whole(weights, kept):
    return weights


DROPPED = {   # functions of q, k, v, kept
    "the map after dropout": _dropped(lambda w, kept: w * kept / 0.9, lambda w, kept: w * kept / 0.9),
    "the map clipped": _dropped(lambda w, kept: np.minimum(w * kept / 0.9, 1), lambda w, kept: w * kept / 0.9),
    "the map not divided": _dropped(lambda w, kept: w * kept, lambda w, kept: w * kept / 0.9),
    "the map renormalised": quiet(_dropped(lambda w, kept: _shared(w * kept), lambda w, kept: w * kept / 0.9)),
    "both renormalised": quiet(_dropped(lambda w, kept: _shared(w * kept), lambda w, kept: _shared(w * kept))),
    "the output renormalised": quiet(_dropped(_whole, lambda w, kept: _shared(w * kept))),
    "no dropout": _dropped(_whole, _whole),
    "not divided": _dropped(_whole, lambda w, kept: w * kept),
    "times 0.9": _dropped(_whole, lambda w, kept: w * kept * 0.9),
    "divided, not dropped": _dropped(_whole, lambda w, kept: w / 0.9),
    "divided by the share kept": quiet(_dropped(_whole, lambda w, kept: w * kept / max(kept.mean(), 1e-9))),
    "divided by each row's share": quiet(_dropped(
        _whole, lambda w, kept: w * kept / np.maximum(kept.mean(axis=1, keepdims=True), 1e-9))),
    "what is not kept": _dropped(_whole, lambda w, kept: w * ~kept / 0.9),
    "half dropped": _dropped(_whole, lambda w, kept: w * kept / 0.5),
    "before the softmax": lambda q, k, v, kept: (softmax(q @ k.T / np.sqrt(k.shape[1]) * kept) @ v / 0.9,
                                                 softmax(q @ k.T / np.sqrt(k.shape[1]))),
    "hidden before the softmax": lambda q, k, v, kept: (softmax(np.where(kept, q @ k.T / np.sqrt(k.shape[1]), -1e9)) @ v / 0.9,
                                                        softmax(q @ k.T / np.sqrt(k.shape[1]))),
    "on the output": lambda q, k, v, kept: (softmax(q @ k.T / np.sqrt(k.shape[1])) @ v * kept[:, :1] / 0.9,
                                            softmax(q @ k.T / np.sqrt(k.shape[1]))),
}

ADDITIVE = {   # functions of state, keys, w_q, w_k, w_score
    "no keys": lambda state, keys, w_q, w_k, w_score: np.full(len(keys), 1 / len(keys)),
    "no state": lambda state, keys, w_q, w_k, w_score: softmax(np.tanh(keys @ w_k) @ w_score),
    "no tanh": lambda state, keys, w_q, w_k, w_score: softmax((state @ w_q + keys @ w_k) @ w_score),
    "tanh of each": lambda state, keys, w_q, w_k, w_score: softmax((np.tanh(state @ w_q) + np.tanh(keys @ w_k)) @ w_score),
    "tanh of the keys": lambda state, keys, w_q, w_k, w_score: softmax((state @ w_q + np.tanh(keys @ w_k)) @ w_score),
    "tanh last": lambda state, keys, w_q, w_k, w_score: softmax(np.tanh((state @ w_q + keys @ w_k) @ w_score)),
    "a product": lambda state, keys, w_q, w_k, w_score: softmax(np.tanh((state @ w_q) * (keys @ w_k)) @ w_score),
    "a difference": lambda state, keys, w_q, w_k, w_score: softmax(np.tanh(keys @ w_k - state @ w_q) @ w_score),
    "summed, not weighed": lambda state, keys, w_q, w_k, w_score: softmax(np.tanh(state @ w_q + keys @ w_k).sum(axis=1)),
    "the size of w_score": lambda state, keys, w_q, w_k, w_score: softmax(np.tanh(state @ w_q + keys @ w_k) @ np.abs(w_score)),
    "divided by √d": lambda state, keys, w_q, w_k, w_score: softmax(
        np.tanh(state @ w_q + keys @ w_k) @ w_score / np.sqrt(len(w_score))),
    "relu": lambda state, keys, w_q, w_k, w_score: softmax(np.maximum(state @ w_q + keys @ w_k, 0) @ w_score),
    "the sigmoid": quiet(lambda state, keys, w_q, w_k, w_score: softmax(1 / (1 + np.exp(-(state @ w_q + keys @ w_k))) @ w_score)),
    "the first key's state": lambda state, keys, w_q, w_k, w_score: softmax(
        np.tanh(np.where(np.arange(len(keys)) == 0, 1, 0)[:, None] * (state @ w_q) + keys @ w_k) @ w_score),
}


def _blocks(maximum):
    """Two blocks joined when each subtracts what a function of both gives it."""
    @quiet
    def function(a, v_a, b, v_b):
        subtracted = maximum(a, b)
        a, b = np.exp(a - subtracted[0]), np.exp(b - subtracted[1])
        return (a @ v_a + b @ v_b) / (a.sum() + b.sum())
    return function


JOINED = {   # functions of scores and values, twice
    "its own largest each": _blocks(lambda a, b: (a.max(), b.max())),
    "the first block's largest": _blocks(lambda a, b: (a.max(), a.max())),
    "the last block's largest": _blocks(lambda a, b: (b.max(), b.max())),
    "the smaller largest": _blocks(lambda a, b: (min(a.max(), b.max()),) * 2),
    "the mean of both": _blocks(lambda a, b: ((a.max() + b.max()) / 2,) * 2),
    "the sum of both": _blocks(lambda a, b: (a.max() + b.max(),) * 2),
    "the first scores": _blocks(lambda a, b: (max(a[0], b[0]),) * 2),
    "the mean of the answers": lambda a, v_a, b, v_b: (softmax(a) @ v_a + softmax(b) @ v_b) / 2,
    "the answers weighed by their keys": lambda a, v_a, b, v_b: (
        len(a) * softmax(a) @ v_a + len(b) * softmax(b) @ v_b) / (len(a) + len(b)),
    "the answers weighed by their largest": lambda a, v_a, b, v_b: (
        softmax([a.max(), b.max()]) @ [softmax(a) @ v_a, softmax(b) @ v_b]),
    "the answer of the larger": lambda a, v_a, b, v_b: softmax(a) @ v_a if a.max() > b.max() else softmax(b) @ v_b,
    "not divided": lambda a, v_a, b, v_b: np.exp(a - max(a.max(), b.max())) @ v_a + np.exp(b - max(a.max(), b.max())) @ v_b,
    "the first value": lambda a, v_a, b, v_b: softmax([a.max(), b.max()]) @ np.array([v_a[0], v_b[0]]),
}


def _heads(split=split_heads, merge=merge_heads, project=np.matmul, mix=np.matmul):
    def function(x, w_q, w_k, w_v, w_o, heads):
        q, k, v = (split(project(x, w), heads) for w in (w_q, w_k, w_v))
        return mix(merge(attention(q, k, v)[0]), w_o)
    return function


HEADS = {   # functions of x, w_q, w_k, w_v, w_o, heads
    "split by reshape": _heads(split=lambda x, heads: x.reshape(heads, len(x), -1)),
    "merged by reshape": _heads(merge=lambda x: x.reshape(x.shape[1], -1)),
    "both by reshape": _heads(split=lambda x, heads: x.reshape(heads, len(x), -1), merge=lambda x: x.reshape(x.shape[1], -1)),
    "one head": _heads(split=lambda x, heads: x[None]),
    "two heads": _heads(split=lambda x, heads: split_heads(x, min(heads, 2) if x.shape[1] % 2 == 0 else heads)),
    "copies of the first": _heads(split=lambda x, heads: np.stack([split_heads(x, heads)[0]] * heads)),
    "every head's every column": _heads(split=lambda x, heads: x.reshape(len(x), -1, heads).transpose(2, 0, 1)),
    "the heads turned": _heads(merge=lambda x: merge_heads(x[::-1])),
    "column by column": _heads(merge=lambda x: x.transpose(1, 2, 0).reshape(x.shape[1], -1)),
    "no w_o": _heads(mix=lambda merged, w_o: merged),
    "w_o turned": _heads(mix=lambda merged, w_o: merged @ w_o.T if len(w_o) == w_o.shape[1] else merged @ w_o),
    "queries with w_k": lambda x, w_q, w_k, w_v, w_o, heads: _heads()(x, w_k, w_k, w_v, w_o, heads),
    "keys with w_q": lambda x, w_q, w_k, w_v, w_o, heads: _heads()(x, w_q, w_q, w_v, w_o, heads),
    "w_q and w_k turned": lambda x, w_q, w_k, w_v, w_o, heads: _heads()(x, w_k, w_q, w_v, w_o, heads),
    "values with w_k": lambda x, w_q, w_k, w_v, w_o, heads: _heads()(
        x, w_q, w_k, w_k if w_k.shape == w_v.shape else w_v, w_o, heads),
    "the size of w_o": _heads(mix=lambda merged, w_o: merged @ np.abs(w_o)),
    "stacked": _heads(merge=np.concatenate, mix=lambda merged, w_o: merged),
    "the mean of the heads": _heads(merge=lambda x: np.tile(x.mean(axis=0), len(x))),
}


PROJECTED = {   # functions of x, w_q, w_k, w_v
    "keys with w_q": lambda x, w_q, w_k, w_v: attention(x @ w_q, x @ w_q, x @ w_v),
    "queries with w_k": lambda x, w_q, w_k, w_v: attention(x @ w_k, x @ w_k, x @ w_v),
    "w_q and w_k turned": lambda x, w_q, w_k, w_v: attention(x @ w_k, x @ w_q, x @ w_v),
    "x asks": lambda x, w_q, w_k, w_v: attention(x, x, x @ w_v),
    "x as values": lambda x, w_q, w_k, w_v: attention(x @ w_q, x @ w_k, x),
    "values with w_k": lambda x, w_q, w_k, w_v: attention(x @ w_q, x @ w_k, x @ (w_k if w_k.shape == w_v.shape else -w_v)),
    "√ of x's size": lambda x, w_q, w_k, w_v: attention(x @ w_q, x @ w_k, x @ w_v, scale=1 / np.sqrt(x.shape[1])),
    "both faults": lambda x, w_q, w_k, w_v: attention(x @ w_q, x @ w_q, x @ w_v, scale=1 / np.sqrt(x.shape[1])),
    "the output of x": lambda x, w_q, w_k, w_v: (attention(x @ w_q, x @ w_k, x @ w_v)[1] @ (x @ w_v).mean(axis=1, keepdims=True)
                                                 * np.ones(w_v.shape[1]), attention(x @ w_q, x @ w_k, x @ w_v)[1]),
}

CROSSED = {   # functions of q, k, v
    "k and v turned": lambda q, k, v: attention(q, v, k),
    "an output in the type of v": lambda q, k, v: (attention(q, k, v)[0].astype(v.dtype), attention(q, k, v)[1]),
    "v as keys": lambda q, k, v: attention(q, v if v.shape == k.shape else -k, v),
    "k as values": lambda q, k, v: attention(q, k, k),
    "queries from k": lambda q, k, v: attention(k, q, v) if len(q) == len(k) else attention(-q, k, v),
    "no transpose": lambda q, k, v: _of_square(q, k, v),
}


def _of_square(q, k, v):
    weights = softmax(q @ k / np.sqrt(k.shape[1])) if k.shape[0] == k.shape[1] else softmax(q @ k.T / np.sqrt(k.shape[1]))
    return weights @ v, weights


CAUSAL = {   # masks (n, n), True = may attend
    "nothing hidden": lambda n: np.ones((n, n), dtype=bool),
    "the diagonal too": lambda n: np.tri(n, k=-1) == 1,
    "the next seen": lambda n: np.tri(n, k=1) == 1,
    "transposed": lambda n: np.tri(n).T == 1,
    "inverted": lambda n: np.tri(n) == 0,
    "itself alone": lambda n: np.eye(n) == 1,
    "itself and the one before": lambda n: (np.tri(n) - np.tri(n, k=-2)) == 1,
    "the last hidden": lambda n: np.broadcast_to(np.arange(n) < max(1, n - 1), (n, n)),
    "the first hidden": lambda n: np.broadcast_to(np.arange(n) > 0, (n, n)),
    "the corner hidden": lambda n: ~((np.arange(n)[:, None] == 0) & (np.arange(n) == n - 1)) if n > 1 else np.ones((1, 1), bool),
    "only the next hidden": lambda n: np.eye(n, k=1) == 0,
    "up to three words": lambda n: (np.tri(n) == 1) | (np.arange(n)[:, None] > 2),
}

TURNED = {   # what may be seen, of ahead == 1 and padding == 1
    "both as they are": lambda ahead, padding: ahead | padding,
    "their or": lambda ahead, padding: ~ahead | ~padding,
    "padding alone": lambda ahead, padding: np.broadcast_to(~padding, ahead.shape),
    "ahead alone": lambda ahead, padding: ~ahead,
    "padding as it is": lambda ahead, padding: ~ahead & padding,
    "ahead as it is": lambda ahead, padding: ahead & ~padding,
    "one of the two": lambda ahead, padding: ahead ^ padding,
    "neither, or both": lambda ahead, padding: ahead == padding,
    "padding of the queries": lambda ahead, padding: ~ahead & ~np.resize(padding, len(ahead))[:, None],
    "padding of both": lambda ahead, padding: ~ahead & ~padding & ~np.resize(padding, len(ahead))[:, None],
    "a triangle of its own": lambda ahead, padding: (np.tri(*ahead.shape) == 1) & ~padding,
    "the last padding": lambda ahead, padding: ~ahead & ~(padding & (np.arange(len(padding)) == len(padding) - 1)),
    "itself too": lambda ahead, padding: (~ahead & ~padding) | (np.eye(*ahead.shape) == 1),
}


# --- answers that are numbers: what is nearly the right one ------------------------------------------------------------------

def count(right):
    """Whole numbers are exact: 1025 is not 1024, whatever a relative tolerance says."""
    return [right - 1, right + 1, right * 1.0009, right + 0.4, -right, [right, right]]


def number(right):
    return [0.99 * right, 1.01 * right, -right, 100 * right, round(right, 1) + 0.1, [right]]


def shape(right):
    one_off = [[*right[:i], right[i] + step, *right[i + 1:]] for i in range(len(right)) for step in (-1, 1)]
    return [*one_off, (*right, 1), (1, *right), right[:-1], np.prod(right), np.multiply(right, 1.0009)]


def marks(right):
    """Zeros and ones, or the cells of a table of them: each flipped alone, and all of them."""
    table = np.array(right, dtype=int)
    flipped = [table ^ (np.arange(table.size).reshape(table.shape) == i) for i in range(table.size)]
    return [*flipped, 1 - table, table[::-1], table.sum(), 0.9 * table, table[:-1], table + 0.4]


def order(right):
    """Numbers one by one: in another order, or one of them off by one."""
    table = np.array(right)
    swapped = [np.concatenate([table[:i], table[[i + 1, i]], table[i + 2:]]) for i in range(len(table) - 1)]
    off = [table + step * (np.arange(len(table)) == i) for i in range(len(table)) for step in (-1, 1)]
    return [*swapped, *off, np.sort(table), table[::-1], table[:-1], [*right, 0], table + 1, table.sum()]


def members(right):
    """In any order, but these and no others."""
    return [*([one for one in right if one != left] for left in right), [*right, max(right) + 1], [*right, right[0]],
            np.array(right) + 1, [np.mean(right)] * len(right)]


def numbers(right):
    """A list or a table that is nearly right."""
    table = np.array(right, dtype=float)
    turned = [table.T, table.T.reshape(table.shape)] if table.ndim > 1 else []
    return [*(bend(table) for bend in (NUMBERS | TABLE).values()), *turned, table[:-1], [*table, table[-1]], table.sum(), -table,
            table + np.where(np.arange(table.size).reshape(table.shape) == table.size // 2, 0.01 + 0.01 * np.abs(table), 0)]


def points(right):
    """A map drawn by hand: each row is to share out 100 points, none of them below 0."""
    table = np.zeros((5, 6))
    table[:, 0] = 100
    cancelling, negative, short, fractions = table.copy(), table.copy(), table.copy(), table / 100
    cancelling[:2, 0] = 90, 110
    negative[0, :2] = 110, -10
    short[4, 0] = 99
    return [cancelling, negative, short, fractions, table.T, table[:, :5], table[:4], np.full((5, 6), 20), table * np.nan]

LOSS = {   # functions of logits (places, words) and target (places,)
    "the first place alone": lambda x, t: -np.log(softmax(x))[0, t[0]],
    "the last place alone": lambda x, t: -np.log(softmax(x))[-1, t[-1]],
    "the median": lambda x, t: np.median(-np.log(softmax(x))[np.arange(len(t)), t]),
    "divided by the words": lambda x, t: -np.log(softmax(x))[np.arange(len(t)), t].sum() / x.shape[1],
    "an epsilon in the logarithm": lambda x, t: -np.log(softmax(x)[np.arange(len(t)), t] + 1e-9).mean(),
    "clipped": lambda x, t: -np.log(softmax(x)[np.arange(len(t)), t].clip(1e-7)).mean(),
    "1 − p": lambda x, t: 1 - softmax(x)[np.arange(len(t)), t].mean(),
    "squares": lambda x, t: ((softmax(x) - np.eye(x.shape[1])[t]) ** 2).sum(axis=1).mean(),
    "of the largest, not of the target": lambda x, t: -np.log(softmax(x).max(axis=1)).mean(),
    "infinity to 0": lambda x, t: np.nan_to_num(-np.log(softmax(x))[np.arange(len(t)), t], posinf=0).mean(),
    "the softmax twice": lambda x, t: -np.log(softmax(softmax(x)))[np.arange(len(t)), t].mean(),
}
LOSS |= {said: lambda x, t, by=by: np.mean(np.log(np.exp(x - by(x)).sum(axis=1)) - (x - by(x))[np.arange(len(t)), t])
         for said, by in SUBTRACTED.items()}
for _said in LOSS:
    LOSS[_said] = quiet(LOSS[_said])


def _best(x, k):
    return (-x).argsort(axis=1).argsort(axis=1) < k


TEMPERED = {   # functions of logits (texts, words), temperature and top_k
    "only the likeliest": lambda x, t, k: np.eye(x.shape[1])[x.argmax(axis=1)],
    "one more": lambda x, t, k: softmax(np.where(_best(x, k + 1), x / t, -np.inf)),
    "one less": lambda x, t, k: softmax(np.where(_best(x, max(1, k - 1)), x / t, -np.inf)),
    "the root of the temperature": lambda x, t, k: softmax(np.where(_best(x, k), x / np.sqrt(t), -np.inf)),
    "the temperature squared": lambda x, t, k: softmax(np.where(_best(x, k), x / t**2, -np.inf)),
    "the first k": lambda x, t, k: softmax(np.where(np.arange(x.shape[1]) < k, x / t, -np.inf)),
    "among any text's best": lambda x, t, k: softmax(np.where(
        np.isin(x, np.sort(x, axis=1)[:, -min(k, x.shape[1]):]), x / t, -np.inf)),
    "the first text's words": lambda x, t, k: softmax(np.where(_best(x, k)[:1], x / t, -np.inf)),
    "-10 in their place": lambda x, t, k: softmax(np.where(_best(x, k), x / t, -10)),
    **{f"{number:g} in their place": lambda x, t, k, number=number: softmax(np.where(_best(x, k), x / t, number))
       for number in (-1e3, -1e4, -1e5, -1e6, -1e7, -1e8)},
    "equal shares": lambda x, t, k: _best(x, k) / _best(x, k).sum(axis=1, keepdims=True),
    "the naive exp, nan to 0": lambda x, t, k: np.nan_to_num(naive(np.where(_best(x, k), x / t, -np.inf))),
    "p to the power T": lambda x, t, k: _shared(np.where(_best(x, k), softmax(x) ** t, 0)),
}
for _said in TEMPERED:
    TEMPERED[_said] = quiet(TEMPERED[_said])

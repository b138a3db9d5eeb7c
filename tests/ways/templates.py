"""Right ways of writing the parts of attention, from which the ways of a lesson's exercises are made."""

import functools
import math
from collections import namedtuple
from fractions import Fraction

import numpy as np

HALF = 0.5   # what a notebook holds, a function may use


class Table(np.ndarray):
    """A class of the student's own."""


Attention = namedtuple("Attention", ["output", "weights"])


# --- weights: (queries, keys) from scores of that shape ----------------------------------------------------------------------

def keepdims(x):
    exps = np.exp(x - x.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)


def none_axis(x):
    exps = np.exp(x - x.max(axis=1)[:, None])
    return exps / exps.sum(axis=1)[:, None]


def newaxis(x):
    exps = np.exp(x - np.max(x, axis=1)[:, np.newaxis])
    return exps / np.sum(exps, axis=1)[:, np.newaxis]


def reshaped(x):
    exps = np.exp(x - x.max(1).reshape(-1, 1))
    return exps / exps.sum(1).reshape(-1, 1)


def turned(x):
    exps = np.exp(x.T - x.max(axis=1))
    return (exps / exps.sum(axis=0)).T


def in_loops(x):
    table = []
    for row in x:
        largest = max(row)
        exps = [math.exp(score - largest) for score in row]
        total = sum(exps)
        table.append([one / total for one in exps])
    return np.array(table)


def in_lists(x):
    rows = [[math.exp(score - max(row)) for score in row] for row in x.tolist()]
    return np.array([[one / math.fsum(row) for one in row] for row in rows])


def row_by_row(x):
    weights = np.zeros(x.shape)
    for i in range(len(x)):
        weights[i] = np.exp(x[i] - x[i].max())
        weights[i] /= weights[i].sum()
    return weights


def cell_by_cell(x):
    weights = np.empty(x.shape)
    for i in range(x.shape[0]):
        total = 0
        for j in range(x.shape[1]):
            weights[i, j] = math.exp(x[i, j] - x[i].max())
            total += weights[i, j]
        for j in range(x.shape[1]):
            weights[i, j] = weights[i, j] / total
    return weights


def zeros_like(x):
    weights = np.zeros_like(x, dtype=float)
    for i, row in enumerate(x):
        exps = np.exp(row - np.max(row))
        weights[i, :] = exps / np.sum(exps)
    return weights


def einsum(x):
    exps = np.exp(x - np.einsum("ij->ij", x).max(axis=1, keepdims=True))
    return np.einsum("ij,i->ij", exps, 1 / np.einsum("ij->i", exps))


def log_space(x):
    largest = x.max(axis=1, keepdims=True)
    return np.exp(x - (largest + np.log(np.exp(x - largest).sum(axis=1, keepdims=True))))


def logaddexp(x):
    return np.exp(x - np.logaddexp.reduce(x, axis=1)[:, None])


def of_differences(x):
    with np.errstate(over="ignore"):
        return 1 / np.exp(x[:, None, :] - x[:, :, None]).sum(axis=2)   # exp of a large difference is inf, and 1/inf is 0


def in_float32(x):
    return keepdims(x.astype(np.float32))


def in_longdouble(x):
    return keepdims(x.astype(np.longdouble))


def in_matrices(x):
    exps = np.exp(np.matrix(x) - np.matrix(x).max(axis=1))
    return exps / exps.sum(axis=1)


def in_place(x):
    weights = x.astype(float)
    weights -= weights.max(axis=1, keepdims=True)
    np.exp(weights, out=weights)
    np.divide(weights, weights.sum(axis=1, keepdims=True), out=weights)
    return weights


def one_row(row):
    exps = np.exp(row - functools.reduce(max, row))
    return exps / exps.sum()


def by_map(x):
    return np.array(list(map(one_row, x)))


def stacked(x):
    return np.vstack([one_row(row) for row in x]) if len(x) else np.zeros(x.shape)


vectorised = np.vectorize(one_row, signature="(n)->(n)", otypes=[float])


class Softmax:
    def __init__(self, axis):
        self.axis = axis

    def __call__(self, x):
        exps = np.exp(np.subtract(x, np.amax(x, axis=self.axis, keepdims=True)))
        return np.true_divide(exps, np.add.reduce(exps, axis=self.axis, keepdims=True))


def along(x, axis):
    exps = np.exp(x - x.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


WEIGHTS = {
    one.__name__: one for one in (
        keepdims, none_axis, newaxis, reshaped, turned, in_loops, in_lists, row_by_row, cell_by_cell, zeros_like, einsum,
        log_space, logaddexp, of_differences, in_float32, in_longdouble, in_matrices, in_place, by_map, stacked)
} | {"class": Softmax(-1), "partial": functools.partial(along, axis=1), "lambda": lambda x: along(x, -1)}

# --- scores: (queries, keys) from q (queries, d) and k (keys, d), divided by √d ----------------------------------------------

SCORES = {
    "@": lambda q, k: q @ k.T / np.sqrt(k.shape[1]),
    "dot": lambda q, k: np.dot(q, k.transpose()) / math.sqrt(k.shape[-1]),
    "method": lambda q, k: q.dot(k.T) * k.shape[1] ** -HALF,
    "inner": lambda q, k: np.inner(q, k) / len(k[0]) ** 0.5,
    "einsum": lambda q, k: np.einsum("id,jd->ij", q, k) / np.sqrt(q.shape[1]),
    "tensordot": lambda q, k: np.tensordot(q, k, axes=(1, 1)) / np.sqrt(q.shape[1]),
    "matmul": lambda q, k: np.matmul(q, k.swapaxes(-1, -2)) / np.sqrt(q.shape[-1]),
    "q divided": lambda q, k: (q / np.sqrt(q.shape[1])) @ k.T,
    "k divided": lambda q, k: q @ (k / np.sqrt(q.shape[1])).T,
    "both divided": lambda q, k: (q / q.shape[1] ** 0.25) @ (k / q.shape[1] ** 0.25).T,
    "broadcast": lambda q, k: (q[:, None, :] * k[None, :, :]).sum(axis=2) / np.sqrt(q.shape[1]),
    "comprehension": lambda q, k: np.array([[one @ other for other in k] for one in q]).reshape(len(q), len(k)) / len(q.T) ** 0.5,
    "sums": lambda q, k: np.array([[sum(a * b for a, b in zip(one, other, strict=True)) / math.sqrt(len(other)) for other in k]
                                   for one in q]).reshape(len(q), len(k)),
    "float32": lambda q, k: q.astype(np.float32) @ k.astype(np.float32).T / np.float32(np.sqrt(q.shape[1])),
    "matrix": lambda q, k: np.asarray(np.matrix(q) * np.matrix(k).T) / np.sqrt(q.shape[1]),
}

# --- outputs: (queries, d_v) from weights and v ------------------------------------------------------------------------------


def rows_of(weights, v):
    output = np.zeros((weights.shape[0], v.shape[1]))
    for i in range(len(weights)):
        for j in range(len(v)):
            output[i] += weights[i, j] * v[j]
    return output


OUTPUTS = {
    "@": lambda weights, v: weights @ v,
    "dot": lambda weights, v: np.dot(weights, v),
    "einsum": lambda weights, v: np.einsum("ij,jd->id", weights, v),
    "broadcast": lambda weights, v: (weights[:, :, None] * v[None]).sum(axis=1),
    "loops": rows_of,
    "comprehension": lambda weights, v: np.array([sum(w * one for w, one in zip(row, v, strict=True)) for row in weights]
                                                 ).reshape(len(weights), v.shape[1]),
    "turned": lambda weights, v: (v.T @ weights.T).T,
}

# --- hidden: what softmax takes, from scores and what is seen ----------------------------------------------------------------


def filled(scores, hidden, value):
    scores = scores.copy()
    scores[hidden] = value
    return scores


def copied_to(scores, seen):
    scores = np.array(scores)
    np.copyto(scores, -np.inf, where=~seen)
    return scores


def put(scores, seen):
    scores = scores.copy()
    np.putmask(scores, ~seen, -np.inf)
    return scores


def with_log(scores, seen):
    with np.errstate(divide="ignore"):
        return scores + np.log(seen)


HIDDEN = {
    "where": lambda scores, seen: np.where(seen, scores, -np.inf),
    "where not": lambda scores, seen: np.where(~seen, -np.inf, scores),
    "where -1e9": lambda scores, seen: np.where(seen, scores, -1e9),
    "where the least": lambda scores, seen: np.where(seen, scores, np.finfo(float).min),
    "filled": lambda scores, seen: filled(scores, ~seen, -np.inf),
    "filled -1e9": lambda scores, seen: filled(scores, seen == 0, -1e9),
    "added": lambda scores, seen: scores + np.where(seen, 0, -np.inf),
    "added -1e9": lambda scores, seen: scores + (1 - seen) * -1e9,
    "subtracted 1e9": lambda scores, seen: scores - 1e9 * np.logical_not(seen),
    "chosen by numbers": lambda scores, seen: scores * seen + (1 - seen) * -1e9,
    "masked array": lambda scores, seen: np.ma.masked_array(scores, ~seen).filled(-np.inf),
    "copyto": copied_to,
    "putmask": put,
    "log": with_log,
    "comprehension": lambda scores, seen: np.array([[one if so else -np.inf for one, so in zip(row, shown, strict=True)]
                                                    for row, shown in zip(scores, seen, strict=True)]).reshape(scores.shape),
}

# --- results: a table, a row, a number, or two tables ------------------------------------------------------------------------


def read_only(table):
    table = np.array(table)
    table.flags.writeable = False
    return table


TABLES = {
    "list": lambda table: table.tolist(),
    "list of arrays": list,
    "tuples": lambda table: tuple(map(tuple, table)),
    "numbers of NumPy": lambda table: [list(row) for row in table],
    "matrix": np.matrix,
    "float32": lambda table: table.astype(np.float32),
    "float16": lambda table: table.astype(np.float16),
    "longdouble": lambda table: table.astype(np.longdouble),
    "another byte order": lambda table: table.astype(">f8"),
    "objects": lambda table: table.astype(object),
    "in Fortran's order": np.asfortranarray,
    "a view": lambda table: np.concatenate([table, table])[:len(table)],
    "read only": read_only,
    "own class": lambda table: table.view(Table),
    "masked array": np.ma.masked_array,
}
ROWS = {
    "list": list,
    "tuple": tuple,
    "numbers of Python": lambda row: row.tolist(),
    "a matrix of one row": np.matrix,
    "float32": lambda row: row.astype(np.float32),
    "float16": lambda row: row.astype(np.float16),
    "longdouble": lambda row: row.astype(np.longdouble),
    "objects": lambda row: row.astype(object),
    "own class": lambda row: row.view(Table),
}
NUMBERS = {
    "float": float,
    "float32": np.float32,
    "float16": np.float16,
    "longdouble": np.longdouble,
    "array": np.array,
    "Fraction": lambda number: Fraction(float(number)).limit_denominator(1000),
    "rounded": lambda number: round(float(number), 3),
}
PAIRS = {
    "list": lambda output, weights: [output, weights],
    "namedtuple": Attention,
    "lists": lambda output, weights: (output.tolist(), weights.tolist()),
    "a list of lists": lambda output, weights: [output.tolist(), weights.tolist()],
    "matrices": lambda output, weights: (np.matrix(output), np.matrix(weights)),
    "own class": lambda output, weights: (output.view(Table), weights.view(Table)),
    "tuples": lambda output, weights: (tuple(map(tuple, output)), tuple(map(tuple, weights))),
    "float32": lambda output, weights: (output.astype(np.float32), weights.astype(np.float32)),
    "longdouble": lambda output, weights: (output.astype(np.longdouble), weights.astype(np.longdouble)),
    "objects": lambda output, weights: (output.astype(object), weights),
}


def packed(function, packs):
    """A function's result in each of some packings: of one result, or of two."""
    def way(pack):
        def called(*given):
            result = function(*given)
            return pack(*result) if isinstance(result, tuple) else pack(result)
        return called
    return {f"as {name}": way(pack) for name, pack in packs.items()}


class Called:
    """A class whose instance is the answer."""

    def __init__(self, function):
        self.function = function

    def __call__(self, *given):
        return self.function(*given)


def given(function):
    """The same function as something else that can be called."""
    def decorated(*arguments):
        return function(*arguments)

    return {"as an instance": Called(function), "as a method": Called(function).__call__,
            "as a partial": functools.partial(function), "decorated": functools.wraps(function)(decorated),
            "as a lambda": lambda *arguments: function(*arguments)}


def attentions(**made):
    """Ways of attention(q, k, v) → output and weights: each part in each way, the others as usual."""
    def attention(scores=SCORES["@"], weights=keepdims, output=OUTPUTS["@"]):
        def function(q, k, v):
            shares = np.asarray(weights(scores(q, k)))
            return output(shares, v), shares
        return function

    usual = attention()
    return {**{f"scores: {name}": attention(scores=one) for name, one in SCORES.items()},
            **{f"weights: {name}": attention(weights=one) for name, one in WEIGHTS.items()},
            **{f"output: {name}": attention(output=one) for name, one in OUTPUTS.items()},
            **packed(usual, PAIRS), **given(usual)}


def hidden_attentions():
    """Ways of attention(q, k, v, seen) → output and weights, where each query sees something."""
    def attention(hide=HIDDEN["where"], scores=SCORES["@"], weights=keepdims, output=OUTPUTS["@"]):
        def function(q, k, v, seen):
            shares = np.asarray(weights(hide(scores(q, k), seen)))
            return output(shares, v), shares
        return function

    return {**{f"hidden: {name}": attention(hide=one) for name, one in HIDDEN.items()},
            **{f"scores: {name}": attention(scores=one) for name, one in SCORES.items()},
            **{f"weights: {name}": attention(weights=one) for name, one in WEIGHTS.items() if name != "of_differences"},
            **{f"output: {name}": attention(output=one) for name, one in OUTPUTS.items()}}

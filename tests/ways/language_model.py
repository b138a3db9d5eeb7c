"""Ways of the exercises of language-model that ask for functions."""

import numpy as np

from attnlib import softmax


def log_p(logits):
    shifted = logits - logits.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def in_loops(logits, target):
    total = 0
    for row, word in zip(logits, target, strict=True):
        largest = max(row)
        total += largest + np.log(sum(np.exp(one - largest) for one in row)) - row[word]
    return total / len(target)


def log_add(logits, target):
    return np.mean(np.logaddexp.reduce(logits, axis=1) - np.choose(target, logits.T))


def one_hot(logits, target):
    return -(log_p(logits) * np.eye(logits.shape[1])[target]).sum() / len(target)


def place_by_place(logits, target):
    losses = np.zeros(len(target))
    for i in range(len(target)):
        losses[i] = -log_p(logits[i:i + 1])[0, target[i]]
    return losses.mean()


def turned(logits, target):
    columns = logits.T - logits.T.max(axis=0)
    return np.mean(np.log(np.exp(columns).sum(axis=0)) - columns[target, np.arange(len(target))])


def beside_the_target(logits, target):
    """Σ exp(x − the target's): its logarithm is the loss."""
    own = np.take_along_axis(logits, target[:, None], axis=1)
    return np.logaddexp.reduce(logits - own, axis=1).mean()


LOSSES = {
    "indices": lambda logits, target: -log_p(logits)[np.arange(len(target)), target].mean(),
    "take_along_axis": lambda logits, target: -np.take_along_axis(log_p(logits), target[:, None], axis=1).mean(),
    "comprehension": lambda logits, target: np.mean([-row[word] for row, word in zip(log_p(logits), target, strict=True)]),
    "a sum divided": lambda logits, target: sum(-log_p(logits)[i, word] for i, word in enumerate(target)) / len(target),
    "diagonal": lambda logits, target: -log_p(logits)[:, target].diagonal().mean(),
    "trace": lambda logits, target: -np.trace(log_p(logits)[:, target]) / len(target),
    "einsum": lambda logits, target: -np.einsum("ij,ij->", log_p(logits), np.eye(logits.shape[1])[target]) / len(target),
    "a float": lambda logits, target: float(-log_p(logits)[range(len(target)), target].mean()),
    "longer floats": lambda logits, target: -log_p(logits.astype(np.longdouble))[np.arange(len(target)), target].mean(),
    "loops": in_loops, "logaddexp": log_add, "one-hot": one_hot, "place by place": place_by_place, "turned": turned,
    "beside the target": beside_the_target,
}


def kept(logits, k):
    return (-logits).argsort(axis=1).argsort(axis=1) < k


def row_by_row(logits, temperature, top_k):
    rows = []
    for row in logits:
        order = np.argsort(row)[::-1][:top_k]
        exps = np.zeros(len(row))
        exps[order] = np.exp((row[order] - row.max()) / temperature)
        rows.append(exps / exps.sum())
    return np.array(rows)


def preallocated(logits, temperature, top_k):
    p = np.zeros(logits.shape)
    for i, row in enumerate(logits):
        best = sorted(range(len(row)), key=lambda j, row=row: -row[j])[:top_k]
        p[i, best] = softmax(row[best] / temperature)
    return p


def partitioned(logits, temperature, top_k):
    k = min(top_k, logits.shape[1])
    least = np.partition(logits, -k, axis=1)[:, -k][:, None]
    return softmax(np.where(logits < least, -np.inf, logits / temperature))


def in_lists(logits, temperature, top_k):
    table = []
    for row in logits.tolist():
        least = sorted(row, reverse=True)[:top_k][-1]
        exps = [np.exp((one - max(row)) / temperature) if one >= least else 0.0 for one in row]
        table.append([one / sum(exps) for one in exps])
    return table


def shared_again(logits, temperature, top_k):
    p = np.exp((logits - logits.max(axis=1, keepdims=True)) / temperature) * kept(logits, top_k)
    return p / p.sum(axis=1, keepdims=True)


def filled(logits, temperature, top_k):
    scores = logits / temperature
    np.put_along_axis(scores, np.argsort(-logits, axis=1)[:, top_k:], -np.inf, axis=1)
    return softmax(scores)


WAYS = {
    "next_word_loss": LOSSES,
    "with_temperature": {
        "ranks": lambda logits, t, k: softmax(np.where(kept(logits, k), logits / t, -np.inf)),
        "masked, then divided": lambda logits, t, k: softmax(np.where(kept(logits, k), logits, -np.inf) / t),
        "times the inverse": lambda logits, t, k: softmax(np.where(kept(logits, k), logits, -np.inf) * (1 / t)),
        "a large negative number": lambda logits, t, k: softmax(np.where(kept(logits, k), logits / t, -1e9)),
        "stacked": lambda logits, t, k: np.stack([softmax(np.where(kept(row[None], k)[0], row / t, -np.inf)) for row in logits]),
        "0 and shared again": shared_again, "row by row": row_by_row, "preallocated": preallocated, "partition": partitioned,
        "lists": in_lists, "filled": filled,
    },
}

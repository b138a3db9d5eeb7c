"""Answers to the exercises of language-model: (check, arguments, the label or mistake that it says, values in it)."""

import numpy as np

from attnlib import softmax
from attnlib.classroom import check

TARGET = np.array([[5, 8, 3, 1], [7, 4, 1, 0]])
CHANCES = np.array([[0.5, 0.3, 0.2], [0.1, 0.6, 0.3], [0.3, 0.3, 0.4]])
DRAWS = np.array([0.6, 0.05, 0.7])


def nats(logits, target, soften=softmax):
    return -np.log([row[word] for row, word in zip(soften(logits), target, strict=True)])


def loss(logits, target):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.mean([row[word] for row, word in zip(log_p, target, strict=True)])


def naive(logits):
    return np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)


def kept(logits, k):
    return (-logits).argsort(axis=1).argsort(axis=1) < k


def warmed(logits, t, k):
    return softmax(np.where(kept(logits, k), logits / t, -np.inf))


def by_columns(logits, t, k):
    return np.where(kept(logits, k), softmax(np.where(kept(logits, k), logits / t, -np.inf), axis=0), 0)


ANSWERS = [
    (check.perplexity, [4], "check-right", {}),
    (check.perplexity, [4.0003], "check-right", {}),
    (check.perplexity, [1.386], "perplexity-nats", {}),
    (check.perplexity, [4.159], "perplexity-sum", {}),
    (check.perplexity, [64], "perplexity-not-divided", {}),
    (check.perplexity, [24 / 7], "perplexity-mean-p", {}),
    (check.perplexity, [2 ** 1.3863], "perplexity-base", {}),
    (check.perplexity, [0.25], "perplexity-inverse", {}),
    (check.perplexity, [14 / 3], "perplexity-mean-inverse", {}),
    (check.perplexity, [...], "check-empty", {}),
    (check.what_it_reads, [[[1, 5, 8, 3], [1, 7, 4, 1]]], "check-right", {}),
    (check.what_it_reads, [TARGET], "reads-answer", {}),
    (check.what_it_reads, [np.roll(TARGET, -1, axis=1)], "reads-ahead", {}),
    (check.what_it_reads, [np.roll(TARGET, 1, axis=1)], "reads-rolled", {}),
    (check.what_it_reads, [np.roll(TARGET, 1)], "reads-flat", {}),
    (check.what_it_reads, [[[5, 8, 3, 1], [7, 4, 1, 1]]], "reads-start-last", {}),
    (check.what_it_reads, [TARGET[:, :-1]], "reads-no-start", {}),
    (check.what_it_reads, [np.pad(TARGET, ((0, 0), (1, 0)), constant_values=1)], "reads-too-long", {}),
    (check.what_it_reads, [...], "check-empty", {}),
    (check.next_word_loss, [loss], "check-right", {}),
    (check.next_word_loss, [lambda logits, target: loss(logits, np.roll(target, 1))], "loss-shifted", {}),
    (check.next_word_loss, [lambda logits, target: loss(logits, np.roll(target, -1))], "loss-shifted", {}),
    (check.next_word_loss, [lambda logits, target: loss(logits, target) * len(target)], "loss-sum", {}),
    (check.next_word_loss, [lambda logits, target: np.exp(-nats(logits, target)).mean()], "loss-mean-p", {}),
    (check.next_word_loss, [lambda logits, target: -np.log(np.exp(-nats(logits, target)).mean())], "loss-log-mean", {}),
    (check.next_word_loss, [lambda logits, target: np.mean(logits.argmax(axis=1) == target)], "loss-hits", {}),
    (check.next_word_loss, [lambda logits, target: nats(logits, target, lambda x: softmax(x, axis=0)).mean()], "loss-axis", {}),
    (check.next_word_loss, [lambda logits, target: nats(logits, target, np.exp).mean()], "loss-logits", {}),
    (check.next_word_loss, [lambda logits, target: -loss(logits, target)], "loss-sign", {}),
    (check.next_word_loss, [lambda logits, target: nats(logits, target).mean() / np.log(2)], "loss-bits", {}),
    (check.next_word_loss, [lambda logits, target: -np.log(softmax(logits)).mean()], "loss-every-word", {}),
    (check.next_word_loss, [lambda logits, target: np.exp(loss(logits, target))], "loss-perplexity", {}),
    (check.next_word_loss, [lambda logits, target: nats(logits, target, softmax).mean()], "loss-log-of-zero", {}),
    (check.next_word_loss, [lambda logits, target: nats(logits, target, naive).mean()], "overflow", {}),
    (check.next_word_loss, [...], "check-empty", {}),
    (check.with_temperature, [warmed], "check-right", {}),
    (check.with_temperature, [lambda logits, t, k: warmed(logits * t, 1, k)], "temperature-multiplied", {}),
    (check.with_temperature, [lambda logits, t, k: warmed(logits, 1, k) / t], "temperature-after", {}),
    (check.with_temperature, [lambda logits, t, k: warmed(logits, 1, k)], "temperature-none", {}),
    (check.with_temperature, [lambda logits, t, k: softmax(logits / t)], "temperature-all", {}),
    (check.with_temperature, [lambda logits, t, k: softmax(logits / t) * kept(logits, k)], "temperature-not-again", {}),
    (check.with_temperature, [lambda logits, t, k: softmax(np.where(kept(-logits, k), logits / t, -np.inf))],
     "temperature-smallest", {}),
    (check.with_temperature, [lambda logits, t, k: softmax(np.where(kept(logits, k), logits / t, 0))], "temperature-zero", {}),
    (check.with_temperature, [lambda logits, t, k: warmed(logits - t, 1, k)], "temperature-none", {}),   # no softmax sees it
    (check.with_temperature, [lambda logits, t, k: (warmed(logits, t, k), kept(logits, k))], "check-one-result", dict(count=2)),
    (check.with_temperature, [by_columns], "temperature-axis", {}),
    (check.with_temperature, [lambda logits, t, k: softmax(np.where(kept(logits, k), logits / t, np.inf))], "plus-infinity", {}),
    (check.with_temperature, [lambda logits, t, k: softmax(logits / t - ~kept(logits, k) * np.inf)], "zero-times-infinity", {}),
    (check.with_temperature, [lambda logits, t, k: naive(np.where(kept(logits, k), logits / t, -np.inf))], "overflow", {}),
    (check.with_temperature, [...], "check-empty", {}),
    (check.drawn, [[1, 0, 2]], "check-right", {}),
    (check.drawn, [CHANCES.argmax(axis=1)], "drawn-likeliest", {}),
    (check.drawn, [(CHANCES.cumsum(axis=0) < DRAWS[:, None]).sum(axis=1)], "drawn-axis", {}),
    (check.drawn, [[2, 1, 3]], "drawn-next", {}),
    (check.drawn, [(CHANCES.cumsum(axis=1) > DRAWS[:, None]).sum(axis=1)], "drawn-turned", {}),
    (check.drawn, [(CHANCES < DRAWS[:, None]).sum(axis=1)], "drawn-not-summed", {}),
    (check.drawn, [[1, 2, 0]], "drawn-backwards", {}),
    (check.drawn, [...], "check-empty", {}),
    (check.pieces_left, [5], "check-right", {}),
    (check.pieces_left, [11], "pieces-letters", {}),
    (check.pieces_left, [7], "pieces-once", {}),
    (check.pieces_left, [6], "pieces-other", {}),
    (check.pieces_left, [3], "pieces-kinds", {}),
    (check.pieces_left, [4], "pieces-further", {}),
    (check.pieces_left, [...], "check-empty", {}),
]

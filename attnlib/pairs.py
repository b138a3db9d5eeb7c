"""Byte-pair encoding, by hand: the two pieces that stand side by side most often become one. Sennrich et al. 2016."""

from collections import Counter


def pairs(words):
    """How often each two neighbours stand in `words`, lists of pieces: a Counter of (left, right)."""
    return Counter(pair for word in words for pair in zip(word, word[1:], strict=False))


def merge(words, pair):
    """`words` with each such pair, from the left, as one piece."""
    merged = []
    for word in words:
        pieces, at = [], 0
        while at < len(word):
            here = 2 if tuple(word[at:at + 2]) == tuple(pair) else 1
            pieces.append("".join(word[at:at + here]))
            at += here
        merged.append(pieces)
    return merged

"""The course in facts: its lessons, and what comes before each."""

from attnlib.classroom.labels import label

# lesson: its number, as in the name of its source
NUMBERS = {"start-here": "00", "birth-of-attention": "01", "softmax": "02", "self-attention": "03", "queries-keys-values": "04",
           "positions": "05", "heads": "06", "masks": "07", "cross-attention": "08", "block": "09", "learning-to-align": "10",
           "gradients": "11", "language-model": "12", "cost": "13", "reading-maps": "14", "real-model": "15"}

# lesson: the lessons before it. Who goes back along the arrows finds everything that a lesson's goals ask for.
BEFORE = {"birth-of-attention": (), "softmax": (), "self-attention": ("softmax",), "queries-keys-values": ("self-attention",),
          "positions": ("queries-keys-values",), "heads": ("queries-keys-values",), "masks": ("self-attention",),
          "cross-attention": ("self-attention",), "block": ("positions", "heads", "masks", "cross-attention"),
          "learning-to-align": ("cross-attention",), "gradients": ("queries-keys-values",),
          "language-model": ("gradients", "block"), "cost": ("language-model",),
          "reading-maps": ("queries-keys-values", "learning-to-align"), "real-model": ("heads", "reading-maps")}
EITHER = ("softmax", "self-attention")   # the one pair whose second can be read first


def name_of(lesson, language=None):
    return label(f"lesson-{lesson}", language)

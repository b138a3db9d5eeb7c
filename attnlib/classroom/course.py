"""The course in facts: its lessons, and what comes before each."""

from attnlib.classroom.labels import label

# lesson: its number, as in the name of its source. 11, 12 and 15 are lessons to come
NUMBERS = {"start-here": "00", "birth-of-attention": "01", "softmax": "02", "self-attention": "03", "queries-keys-values": "04",
           "positions": "05", "heads": "06", "masks": "07", "cross-attention": "08", "block": "09", "learning-to-align": "10",
           "cost": "13", "reading-maps": "14"}

# lesson: the lessons before it. Who goes back along the arrows finds everything that a lesson's goals ask for.
BEFORE = {"birth-of-attention": (), "softmax": (), "self-attention": ("softmax",), "queries-keys-values": ("self-attention",),
          "positions": ("queries-keys-values",), "heads": ("queries-keys-values",), "masks": ("self-attention",),
          "cross-attention": ("self-attention",), "block": ("heads", "masks"), "learning-to-align": ("cross-attention",),
          "cost": ("masks",), "reading-maps": ("queries-keys-values", "learning-to-align")}
EITHER = ("softmax", "self-attention")   # the one pair whose second can be read first

# Lessons of the first edition: their slides keep their sizes and are not yet held to the rules of lead, thing and detail
NOT_YET_LEAN = {"start-here", "softmax", "queries-keys-values", "positions", "heads", "masks", "block",
                "learning-to-align", "cost", "reading-maps"}


def name_of(lesson, language=None):
    return label(f"lesson-{lesson}", language)

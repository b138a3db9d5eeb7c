"""Examinations that are ready to print, by name: some forty minutes of fifty, fifteen to twenty points.

`example` is the teachers' page's; the others are those of the two semesters, named after the lessons that they reach to from
birth-of-attention, or from which they reach to the last.
"""

from teaching.questions import Choice, Number, Open, bank, questions

EXAMS = {
    "example": (
        "softmax/seven-more", "softmax/first-share", "birth-of-attention/context-number", "self-attention/output-number",
        "self-attention/gives-backwards", "queries-keys-values/zero-query", "queries-keys-values/rooted-weight",
        "softmax/two-words",
    ),
    "to-heads": (
        "birth-of-attention/which-index", "softmax/two-temperatures", "self-attention/output-number", "self-attention/drawn-once",
        "queries-keys-values/divides-late", "positions/turned-key", "heads/which-number", "heads/what-w-o-does",
        "positions/same-length",
    ),
    "to-masks": (
        "softmax/first-share", "self-attention/longer-key", "birth-of-attention/read-order", "queries-keys-values/dictionary",
        "positions/equivariant", "heads/which-number", "masks/third-asks", "masks/zero-times-infinity",
        "softmax/shift-invariance",
    ),
    "to-cross-attention": (
        "birth-of-attention/context-number", "softmax/seven-more", "self-attention/gives-backwards",
        "queries-keys-values/rooted-weight", "positions/discounted-share", "heads/one-is-not-enough", "masks/open-cells",
        "cross-attention/what-it-brings", "cross-attention/turned-round", "softmax/two-words",
    ),
    "from-masks": (
        "masks/third-asks", "cross-attention/who-brings-what", "block/with-gain-and-bias", "block/no-free-road",
        "learning-to-align/grade-this-map", "gradients/down-to-a-score", "language-model/what-sets-the-floor",
        "cost/join-two-blocks", "reading-maps/under-a-column", "real-model/layer-zero", "reading-maps/two-keys-one-value",
    ),
    "from-block": (
        "block/with-and-without-sum", "block/twins", "learning-to-align/loss-of-three", "gradients/to-a-value",
        "gradients/before-training", "language-model/above-the-floor", "language-model/after-a-mistake", "cost/tokens-that-fit",
        "reading-maps/a-share-of-z", "real-model/what-even-tells", "gradients/softmax-and-log",
    ),
}
MINUTES = {Choice: 2, Number: 5, Open: 10}   # that a question of a kind takes


class ExamError(Exception):
    """Something in a teacher's list or wish; the message says where."""


def chosen_questions(names):
    """The questions that LESSON/KEY, or a ready examination, names."""
    found = []
    for name in [question for wished in names for question in EXAMS.get(wished, [wished])]:
        lesson, slash, key = name.partition("/")
        if not slash:
            raise ExamError(f"no examination {name!r}; there are {', '.join(EXAMS)}, and each question as LESSON/KEY")
        if lesson not in bank():
            raise ExamError(f"question {name!r}: no lesson {lesson!r}; there are {', '.join(bank())}")
        known = {one.key: one for one in questions(lesson)}
        if key not in known:
            raise ExamError(f"question {name!r}: lesson {lesson} has none of this key; it has {', '.join(known)}")
        found.append(known[key])
    return found

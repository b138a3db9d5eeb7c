"""What a learner sees: figures, labels in the learner's language, and checks for the exercises."""

from attnlib.classroom import check
from attnlib.classroom.figures import heatmap, heatmap_html
from attnlib.classroom.labels import label, use_language

__all__ = ["check", "heatmap", "heatmap_html", "label", "use_language"]

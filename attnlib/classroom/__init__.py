"""What a learner sees: figures, explorers, labels in the learner's language, and checks for the exercises."""

from attnlib.classroom import check
from attnlib.classroom.explorers import AlignmentFilm, AttentionExplorer, ScaleExplorer, SoftmaxExplorer
from attnlib.classroom.figures import heatmap, heatmap_html
from attnlib.classroom.labels import label, use_language

__all__ = ["AlignmentFilm", "AttentionExplorer", "ScaleExplorer", "SoftmaxExplorer",
           "check", "heatmap", "heatmap_html", "label", "use_language"]

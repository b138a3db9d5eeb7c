"""What a learner sees: figures, explorers, labels in the learner's language, and checks for the exercises."""

from attnlib.classroom import check, variants
from attnlib.classroom.clock import seconds
from attnlib.classroom.course import course_map
from attnlib.classroom.explorers import AlignmentFilm, AttentionExplorer, ScaleExplorer, SoftmaxExplorer
from attnlib.classroom.figures import curves, heatmap, heatmap_html
from attnlib.classroom.labels import label, use_language
from attnlib.classroom.positions import position_map
from attnlib.classroom.progress import progress

__all__ = ["AlignmentFilm", "AttentionExplorer", "ScaleExplorer", "SoftmaxExplorer",
           "check", "course_map", "curves", "heatmap", "heatmap_html", "label", "position_map", "progress", "seconds",
           "use_language", "variants"]

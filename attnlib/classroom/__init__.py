"""What a learner sees: figures, explorers, labels in the learner's language, and checks for the exercises."""

from importlib.util import find_spec

if _missing := next((name for name in ("matplotlib", "ipywidgets", "anywidget", "tqdm") if find_spec(name) is None), None):
    raise ImportError(f"attnlib.classroom needs {_missing}, which is not installed: "
                      "run  python -m pip install --editable \".[lessons]\"  in the course's folder")

from attnlib.classroom import check, variants
from attnlib.classroom.explorers import AlignmentFilm, AttentionExplorer, ScaleExplorer, SoftmaxExplorer
from attnlib.classroom.figures import course_map, curves, heatmap, heatmap_html, position_map
from attnlib.classroom.labels import label, use_language
from attnlib.classroom.progress import progress
from attnlib.classroom.timing import seconds

__all__ = ["AlignmentFilm", "AttentionExplorer", "ScaleExplorer", "SoftmaxExplorer",
           "check", "course_map", "curves", "heatmap", "heatmap_html", "label", "position_map", "progress", "seconds",
           "use_language", "variants"]

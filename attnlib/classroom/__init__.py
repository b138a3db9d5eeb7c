"""What a learner sees: figures, explorers, labels in the learner's language, and checks for the exercises."""

from importlib.util import find_spec

if _missing := next((name for name in ("matplotlib", "ipywidgets", "anywidget", "tqdm") if find_spec(name) is None), None):
    raise ImportError(f"attnlib.classroom needs {_missing}, which is not installed: "
                      "run  python -m pip install --editable \".[lessons]\"  in the course's folder")

from attnlib.classroom import check, variants
from attnlib.classroom.explorers import (
    AlignmentFilm,
    AttentionExplorer,
    HeadsExplorer,
    NextWordExplorer,
    PlaneExplorer,
    ScaleExplorer,
    SoftmaxExplorer,
)
from attnlib.classroom.figures import (
    bars,
    block,
    course_map,
    course_steps,
    curves,
    decoder,
    encoder_decoder,
    hands,
    heatmap,
    heatmap_html,
    language_model,
    links,
    mask_on_scores,
    multi_head,
    one_query,
    passes,
    patches,
    position_map,
    product,
    projections,
    shared_heads,
    split_heads_picture,
    table,
    three_masks,
    transformer,
    two_memories,
    way_back,
)
from attnlib.classroom.labels import choices, current_language, example, gloss, label, use_language
from attnlib.classroom.progress import progress
from attnlib.classroom.timing import seconds

__all__ = ["AlignmentFilm", "AttentionExplorer", "HeadsExplorer", "NextWordExplorer", "PlaneExplorer", "ScaleExplorer",
           "SoftmaxExplorer", "bars", "block", "check", "choices", "course_map", "course_steps", "current_language", "curves",
           "decoder", "encoder_decoder", "example", "gloss", "hands", "heatmap", "heatmap_html", "label", "language_model",
           "links", "mask_on_scores", "multi_head", "one_query", "passes", "patches", "position_map", "product", "progress",
           "projections", "seconds", "shared_heads", "split_heads_picture", "table", "three_masks", "transformer",
           "two_memories", "use_language", "variants", "way_back"]

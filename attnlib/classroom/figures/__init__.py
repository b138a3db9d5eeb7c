"""Pictures that say their numbers: heat maps, tables, bars, diagrams, curves, maps of position vectors and of the course.

A picture is its own last expression in a cell. Its text twin, made from the same numbers, is what a screen reader
reads, what a terminal prints and what the notebook tests compare. Words and decimal marks are those of the notebook's
language when the picture is made. pyplot is never touched, and neither are the student's rcParams.
"""

from attnlib.classroom.figures.architecture import (
    block,
    decoder,
    language_model,
    multi_head,
    projections,
    split_heads_picture,
    three_masks,
    transformer,
    way_back,
)
from attnlib.classroom.figures.bars import bars
from attnlib.classroom.figures.diagrams import encoder_decoder, links, mask_on_scores, one_query
from attnlib.classroom.figures.font import FONT_FILE
from attnlib.classroom.figures.hands import hands
from attnlib.classroom.figures.heat_map import heatmap, heatmap_html
from attnlib.classroom.figures.lesson_map import course_map, course_steps
from attnlib.classroom.figures.line_chart import curves
from attnlib.classroom.figures.memory import passes, shared_heads, two_memories
from attnlib.classroom.figures.patches import patches
from attnlib.classroom.figures.product import product
from attnlib.classroom.figures.table import table
from attnlib.classroom.figures.vector_map import position_map

__all__ = ["FONT_FILE", "bars", "block", "course_map", "course_steps", "curves", "decoder", "encoder_decoder", "hands",
           "heatmap", "heatmap_html", "language_model", "links", "mask_on_scores", "multi_head", "one_query", "passes",
           "patches", "position_map", "product", "projections", "shared_heads", "split_heads_picture", "table", "three_masks",
           "transformer", "two_memories", "way_back"]

"""Pictures that say their numbers: heat maps, curves, the map of position vectors and the map of the course.

A picture is its own last expression in a cell. Its text twin, made from the same numbers, is what a screen reader
reads, what a terminal prints and what the notebook tests compare. Words and decimal marks are those of the notebook's
language when the picture is made. pyplot is never touched, and neither are the student's rcParams.
"""

from attnlib.classroom.figures.font import FONT_FILE
from attnlib.classroom.figures.heat_map import heatmap, heatmap_html
from attnlib.classroom.figures.lesson_map import course_map
from attnlib.classroom.figures.line_chart import curves
from attnlib.classroom.figures.vector_map import position_map

__all__ = ["FONT_FILE", "course_map", "curves", "heatmap", "heatmap_html", "position_map"]

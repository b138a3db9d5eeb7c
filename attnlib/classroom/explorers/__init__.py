"""Figures that live: widgets that draw and recompute in JavaScript, in Jupyter, on a page and on a slide."""

from attnlib.classroom.explorers.attention import AttentionExplorer
from attnlib.classroom.explorers.film import AlignmentFilm
from attnlib.classroom.explorers.heads import HeadsExplorer
from attnlib.classroom.explorers.next_word import NextWordExplorer
from attnlib.classroom.explorers.plane import PlaneExplorer
from attnlib.classroom.explorers.scale import ScaleExplorer
from attnlib.classroom.explorers.softmax import SoftmaxExplorer

__all__ = ["AttentionExplorer", "SoftmaxExplorer", "ScaleExplorer", "AlignmentFilm", "PlaneExplorer", "HeadsExplorer",
           "NextWordExplorer"]

"""Checks for the exercises: each says whether an answer is right, and if not, which usual mistake it is.

    check.row_sums(answer)        one function per exercise, in the module of its lesson

A check prints one message in the learner's language, never the solution, and never raises because of an answer.
An answer still `...` gets a friendly word. Three correct decimals are enough.
"""

from collections import defaultdict

from attnlib.classroom.check.lesson_00 import dot_product, product_shape, shares_by_hand, sums_along
from attnlib.classroom.check.lesson_01 import cause, compounded, exact_share, gaze
from attnlib.classroom.check.lesson_02 import huge_shares, my_table, softmax_gradient, stable_softmax, unchanged_shares
from attnlib.classroom.check.lesson_03 import row_sums, sat_weights, self_attention, words_on_o
from attnlib.classroom.check.lesson_04 import four_steps, projected_attention, same_weights, scale_divisor, verb_seeks
from attnlib.classroom.check.lesson_05 import distinct_rows, order_claims, position_vector, with_positions
from attnlib.classroom.check.lesson_06 import asks_next, head_claims, head_shapes, merged_rank, multi_head
from attnlib.classroom.check.lesson_07 import causal_attention, described_mask, hidden_cells, leaked_share, leaky_ways, masked_attention
from attnlib.classroom.check.lesson_08 import cross_attention, cross_shapes, smallest_scale, third_weights
from attnlib.classroom.check.lesson_09 import add_and_norm, block_numbers, melting, normalised_token, sees_others
from attnlib.classroom.check.lesson_10 import aer, hundred_points, same_bag, shifted_rows
from attnlib.classroom.check.lesson_11 import join_blocks, parallel_jobs, rows_written, table_gb, tie_length
from attnlib.classroom.check.lesson_12 import (
    heads_side_by_side, map_without_dropout, masks_turned, row_bounds, scale_by_head_size, weights_that_read,
)
from attnlib.classroom.check.solved import recorded

__all__ = ["add_and_norm", "aer", "asks_next", "block_numbers", "causal_attention", "cause", "compounded",
           "cross_attention", "cross_shapes", "described_mask", "distinct_rows", "dot_product", "exact_share",
           "four_steps", "gaze", "head_claims", "head_shapes", "heads_side_by_side", "hidden_cells",
           "huge_shares", "hundred_points", "join_blocks", "leaked_share", "leaky_ways",
           "map_without_dropout", "masked_attention", "masks_turned", "melting", "merged_rank", "multi_head", "my_table",
           "normalised_token", "order_claims", "parallel_jobs", "position_vector", "product_shape", "projected_attention",
           "row_bounds", "row_sums", "rows_written", "same_bag", "same_weights", "sat_weights",
           "scale_by_head_size", "scale_divisor", "sees_others", "self_attention", "shares_by_hand", "shifted_rows",
           "smallest_scale", "softmax_gradient", "stable_softmax", "sums_along", "table_gb", "third_weights",
           "tie_length", "unchanged_shares", "verb_seeks", "weights_that_read", "with_positions",
           "words_on_o"]

_exercises = defaultdict(list)   # by lesson
for _name in __all__:
    _exercises[globals()[_name].__module__].append(_name)
for _name in __all__:
    globals()[_name] = recorded(globals()[_name], _exercises[globals()[_name].__module__])

"""No wrong answer is told right: for whatever an exercise promises, each usual half-repair has a case in which it fails."""

from dataclasses import replace

import numpy as np
import pytest

from attnlib import causal_mask, merge_heads, softmax, split_heads
from attnlib.classroom.exercises import EXERCISES
from tests import half_repairs as half

pytestmark = pytest.mark.usefixtures("in_this_process")


# --- answers that are functions ----------------------------------------------------------------------------------------------
# Each makes a right answer of its parts, and a wrong one where a part is a half-repair.

def root_of_size(q, k, v):
    return np.sqrt(k.shape[-1])


def hide(scores, seen):
    return softmax(np.where(seen, scores, -np.inf))


def among(soften):
    """A softmax of what is seen: hidden scores count as the smallest of them, and are hidden afterwards."""
    @half.quiet
    def weights(scores, seen):
        smallest = np.where(seen, scores, np.inf).min(axis=1, keepdims=True)
        shares = soften(np.where(seen, scores, np.where(np.isinf(smallest), 0, smallest))) * seen
        total = shares.sum(axis=1, keepdims=True)
        return shares / np.where(total == 0, 1, total)
    return weights


def pair(output, weights):
    return output, weights


def attending(q, k, v, weigh, divisor=root_of_size, pair=pair):
    weights = weigh(q @ k.swapaxes(-1, -2) / divisor(q, k, v))
    return pair(weights @ v, weights)


def self_attention(soften=softmax, divisor=root_of_size):
    return lambda x: soften(x @ x.T / divisor(x, x, x))


def projected_attention(soften=softmax, **parts):
    return lambda x, w_q, w_k, w_v: attending(x @ w_q, x @ w_k, x @ w_v, soften, **parts)


def multi_head(soften=softmax, divisor=root_of_size):
    def function(x, w_q, w_k, w_v, w_o, heads):
        q, k, v = (split_heads(x @ w, heads) for w in (w_q, w_k, w_v))
        return merge_heads(attending(q, k, v, soften, divisor)[0]) @ w_o
    return function


def cross_attention(soften=softmax, **parts):
    return lambda q, k, v: attending(q, k, v, soften, **parts)


def causal_attention(hide=hide, soften=None, mask=causal_mask, **parts):
    hide = among(soften) if soften else hide
    return lambda x: attending(x, x, x, lambda scores: hide(scores, mask(len(x))), **parts)


def masked_attention(hide=hide, soften=None, **parts):
    hide = among(soften) if soften else hide
    return lambda q, k, v, mask: attending(q, k, v, lambda scores: hide(scores, mask) * mask.any(axis=1, keepdims=True), **parts)


def masks_turned(seen=lambda ahead, padding: ~ahead & ~padding, **parts):
    function = masked_attention(**parts)
    return lambda q, k, v, ahead, padding: function(q, k, v, seen(ahead == 1, padding == 1))


def join_blocks(soften=softmax):
    return lambda a, v_a, b, v_b: soften(np.concatenate([a, b])) @ np.concatenate([v_a, v_b])


def weights_that_read(soften=softmax):
    return lambda state, keys, w_q, w_k, w_score: soften(np.tanh(state @ w_q + keys @ w_k) @ w_score)


def map_without_dropout(soften=softmax, divisor=root_of_size, pair=pair):
    def function(q, k, v, kept):
        weights = soften(q @ k.T / divisor(q, k, v))
        return pair((weights * kept / 0.9) @ v, weights)
    return function


def next_word_loss(logits, target):
    own = logits[np.arange(len(target)), target]
    return np.logaddexp.reduce(logits - own[:, None], axis=1).mean()


def with_temperature(soften=None):
    hidden = among(soften) if soften else hide

    def function(logits, temperature, top_k):
        ranks = (-logits).argsort(axis=1).argsort(axis=1)
        return hidden(logits / temperature, ranks < top_k)
    return function


def of_softmax(weights, d_weights):
    return weights * (d_weights - (weights * d_weights).sum(axis=1, keepdims=True))


def of_values(weights, d_output):
    return weights.T @ d_output


def of_scores(q, k, d_scores):
    return d_scores @ k / np.sqrt(k.shape[1]), d_scores.T @ q / np.sqrt(k.shape[1])


def attention_back(softmax=of_softmax, values=of_values, scores=of_scores, seen=lambda mask: mask, triple=lambda *three: three,
                   hide=hide, soften=None):
    hide = among(soften) if soften else hide

    def function(q, k, v, d_output, mask):
        shown = seen(mask)
        weights = hide(q @ k.T / np.sqrt(k.shape[1]), np.ones_like(mask) if shown is None else shown)
        return triple(*scores(q, k, softmax(weights, d_output @ v.T)), values(weights, d_output))
    return function


STABLE = {"soften": half.STABLE}
SHARED = {"soften": half.SHARED | half.OVER_QUERIES}
SCALED = {"divisor": half.SCALED}
PAIR = {"pair": half.PAIR}
HIDDEN = {"hide": half.HIDDEN}

PROMISED = {   # exercise: (a right answer of parts, the families that stand in a part's place, the exercise's own half-repairs)
    "stable_softmax": (lambda soften=softmax: soften, [STABLE, SHARED], half.IN_THEIR_TYPE),
    "softmax_gradient": (lambda: lambda a, g: a * (g - a @ g), [], half.GRADIENT),
    "softmax_back": (lambda: of_softmax, [], half.OF_SOFTMAX),
    "values_back": (lambda: of_values, [], half.OF_VALUES),
    "queries_keys_back": (lambda: of_scores, [], half.OF_SCORES),
    "attention_back": (attention_back, [STABLE, HIDDEN,
        {"softmax": half.OF_SOFTMAX, "values": half.OF_VALUES, "seen": half.FORGOTTEN, "triple": half.TRIPLE,
         "scores": {said: one for said, one in half.OF_SCORES.items() if said not in ("d_q alone", "a dict")}}], {}),
    "self_attention": (self_attention, [STABLE, SHARED, SCALED], {}),
    "projected_attention": (projected_attention, [STABLE, SHARED, SCALED, PAIR], half.PROJECTED),
    "with_positions": (lambda: lambda x: x + half.waves(*x.shape), [], half.POSITIONS),
    "multi_head": (multi_head, [STABLE, SHARED, SCALED], half.HEADS),
    "cross_attention": (cross_attention, [STABLE, SHARED, SCALED, PAIR], half.CROSSED),
    "causal_attention": (causal_attention, [STABLE, HIDDEN, SCALED, PAIR, {"mask": half.CAUSAL}], {}),
    "masked_attention": (masked_attention, [STABLE, HIDDEN, SCALED, PAIR], {}),
    "masks_turned": (masks_turned, [STABLE, HIDDEN, SCALED, PAIR, {"seen": half.TURNED}], {}),
    "add_and_norm": (lambda: lambda x, part: half.normed(x + part), [], half.NORMED),
    "exact_share": (lambda: lambda w, r: (w == r).all(axis=1).mean(), [], half.EXACT_SHARE),
    "aer": (lambda: lambda a, s, p: 1 - ((a & s).sum() + (a & p).sum()) / (a.sum() + s.sum()), [], half.AER),
    "join_blocks": (join_blocks, [STABLE], half.JOINED),
    "weights_that_read": (weights_that_read, [STABLE, {"soften": half.SHARED}], half.ADDITIVE),
    "map_without_dropout": (map_without_dropout, [STABLE, SHARED, SCALED, PAIR], half.DROPPED),
    "even_head": (half.evened, [], half.EVENED),
    "next_word_loss": (lambda: next_word_loss, [], half.LOSS),
    "with_temperature": (with_temperature, [STABLE], half.TEMPERED),
}
VALUES = {   # exercise: what is nearly right where the answer is a number, or many
    **dict.fromkeys(["dot_product", "words_on_o", "distinct_rows", "block_numbers", "rows_written",
                     "turned_score", "tie_length", "smallest_scale", "pieces_left", "scale_divisor", "cause",
                     "deciding_test"], half.count),
    **dict.fromkeys(["compounded", "table_gb", "cache_gb", "perplexity", "beyond_the_control"], half.number),
    **dict.fromkeys(["product_shape", "cross_shapes", "head_shapes"], half.shape),
    **dict.fromkeys(["unchanged_shares", "same_weights", "order_claims", "head_claims", "leaky_ways", "sees_others", "melting",
                     "parallel_jobs", "described_mask", "prefix_mask", "asks_next", "own_test"], half.marks),
    **dict.fromkeys(["sums_along", "gaze", "verb_query", "previous_head", "alarm_count"], half.order),
    **dict.fromkeys(["shares_by_hand", "huge_shares", "loss_slopes", "pulled_scores", "my_table", "first_output", "row_sums",
                     "sat_weights", "four_steps", "position_vector", "third_weights", "normalised_token", "shifted_rows",
                     "row_bounds", "what_it_reads", "drawn", "context_vector", "looked_up",
                     "contributions"],
                    half.numbers),
    "same_bag": half.members, "hundred_points": half.points,
}
CAUSAL = ["causal_attention", "masks_turned", "add_and_norm"]   # no token may move an earlier one


def bent(answer, bend, part=None):
    """An answer whose result, or one of its two results, is bent."""
    def function(*given):
        result = answer(*given)
        if not isinstance(result, tuple):
            return bend(result)
        return tuple(bend(one) if number == part else one for number, one in enumerate(result))
    return function


def given_four(answer, number, axis):
    """An answer that sees no more than four rows or columns of an argument."""
    return lambda *given: answer(*given[:number], half.four(given[number], axis).astype(given[number].dtype), *given[number + 1:])


def half_repairs(name):
    """[(what is done, answer), …]"""
    make, families, own = PROMISED[name]
    for family in families:
        for part, halves in family.items():
            for said, one in halves.items():
                yield f"{part}: {said}", make(**{part: one})
    yield from own.items()
    case = EXERCISES[name].rights()[0].cases[0]
    for number, part in enumerate(case):
        for axis in range(np.ndim(part)):
            yield f"argument {number}: four along axis {axis}", given_four(make(), number, axis)
    results = make()(*case) if isinstance(make()(*case), tuple) else [make()(*case)]
    for number, result in enumerate(results):
        for said, bend in (half.NUMBERS | (half.TABLE if np.ndim(result) else {})).items():
            yield f"result {number}: {said}", bent(make(), bend, number)


NEVER_BELOW_0 = "a token's score with itself is never below 0, and so no row's largest is"
EXACTLY_0 = "exp(-100) is nothing beside exp(0), which is the least that a token gives itself"
ONE_ROW = "its scores are one row"
SAME = {   # (exercise, half-repair): why it is none there
    **{(name, f"soften: the {said}"): NEVER_BELOW_0 for name in ("self_attention", "causal_attention")
       for said in ("row's largest, if above 0", "largest, where some number is large", "largest, where the row is large",
                    *(f"row's largest, if above {number:g}" for number in (-1e5, -1e6, -1e9, -1e10)))},
    **{("causal_attention", f"hide: {number:g} in their place"): EXACTLY_0
       for number in (-100, -1e3, -1e4, -1e5, -1e6, -1e7, -1e8)},
    **{(name, "soften: the whole table's largest"): ONE_ROW for name in ("join_blocks", "weights_that_read")},
    ("weights_that_read", "soften: over the whole table"): ONE_ROW,
    **{(name, "divisor: the root of d_v"): "its values are as long as its keys"
       for name in ("self_attention", "causal_attention")},
}


def fails(right, answer):
    """The cases in which an answer fails, but for those that hold nothing: there is nothing to be seen there."""
    return [case for case in right.cases
            if all(map(np.size, case)) and not replace(right, cases=[case], mistakes=[]).judge(answer)[0]]


@pytest.mark.parametrize("name", PROMISED)
def test_the_right_answer_of_parts_is_right(name):
    [right] = EXERCISES[name].rights()
    assert right.judge(PROMISED[name][0]())[0]


@pytest.mark.parametrize("name, said, answer", [(name, *one) for name in PROMISED for one in half_repairs(name)],
                         ids=lambda value: value if isinstance(value, str) else "")
def test_each_half_repair_has_a_case_in_which_it_fails(name, said, answer):
    [right] = EXERCISES[name].rights()
    if (name, said) in SAME:
        assert right.judge(answer)[0] and not fails(right, answer)
    else:
        assert not right.judge(answer)[0] and fails(right, answer)


def test_every_exercise_promises_something():
    """A new one says here what it promises: by a family of half-repairs, or by one of its own."""
    assert sorted([*PROMISED, *VALUES]) == sorted(EXERCISES)


@pytest.mark.parametrize("name, number", [(name, number) for name in VALUES for number in ("", "2026-0042", "20251234")
                                          if EXERCISES[name].variant or not number])
def test_what_is_nearly_right_is_wrong(name, number):
    for right in EXERCISES[name].rights(*[number] if number else []):
        for wrong in VALUES[name](right.value):
            if not (np.shape(wrong) == np.shape(right.value) and np.allclose(wrong, right.value, rtol=1e-9)):
                assert not right.judge(wrong)[0], wrong


# --- the leak detector -------------------------------------------------------------------------------------------------------

def test_every_answer_that_claims_to_be_causal_meets_the_leak_detector():
    detected = {name: mistake.always for name in PROMISED for right in EXERCISES[name].rights() for mistake in right.mistakes
                if mistake.name == "future-leak"}
    assert detected == dict.fromkeys(CAUSAL, True)


@pytest.mark.parametrize("name", CAUSAL)
def test_the_leak_detector_runs_on_every_answer(name):
    """Also on one that leaks less than the tolerance, and is right wherever it is compared."""
    def leaky(*given):
        tokens = given[0].mean(axis=1, keepdims=True)
        later = np.cumsum(tokens[::-1], axis=0)[::-1] - tokens
        return answer(*given, leak=5e-4 * np.tanh(later))

    def answer(*given, leak):
        return bent(PROMISED[name][0](), lambda table: table + leak, part=0)(*given)

    [right] = EXERCISES[name].rights()
    assert not fails(right, leaky)
    detected = next(mistake for mistake in right.mistakes if mistake.name == "future-leak")
    assert right.judge(leaky) == (False, detected.text(place=0))

"""How an answer is judged, whatever it comes in: no right one refused, no wrong one told right, and what was seen is said."""

from collections import UserList, deque, namedtuple
from collections.abc import Set
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import numpy as np
import pytest

from attnlib import attention, causal_mask, layer_norm, softmax
from attnlib.classroom import check
from attnlib.classroom.exercises import EXERCISES, sandbox
from attnlib.classroom.exercises.judge import Mistake, Right, leak
from attnlib.classroom.labels import LANGUAGES, label, use_language

Pair = namedtuple("Pair", "output weights")
TWO = label("check-results", "pt", names="output, weights")   # what is said where they do not come


pytestmark = pytest.mark.usefixtures("in_this_process")


def said(capsys, function, *answers):
    function(*answers)
    return capsys.readouterr().out.splitlines()


class Tensor:
    """Holds an array as PyTorch does, and gives it away or not."""

    def __init__(self, array, grad=False):
        self.array, self.grad = np.asarray(array), grad

    def __array__(self, dtype=None, copy=None):
        if self.grad:
            raise RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
        return self.array.astype(dtype or self.array.dtype)

    def __eq__(self, other):
        raise RuntimeError("Boolean value of Tensor with more than one value is ambiguous")

    def __repr__(self):
        raise RuntimeError("no")

    __hash__ = None


class Mine(np.ndarray):
    pass


# --- numbers ------------------------------------------------------------------------------------------------------------------

THREE = [3, 3.0, np.int64(3), np.uint8(3), np.float16(3), np.float64("3.0000"), np.longdouble(3), Fraction(3), Fraction(6, 2),
         Decimal(3), np.array(3), np.asmatrix(3), np.array(3, dtype=object), Tensor(3), np.log2(8), 0.1 * 3 * 10]
NOT_THREE = [3.0004, 2.9996, np.float32(3.0004), Fraction(30004, 10000), Decimal("3.0004"), 3 + 1e-9, 4, -3, "3", 3j, [3], (3,),
             {3}, np.nan, np.inf, 10**400, Tensor(3, grad=True), True, type, np.float64, lambda: 3]


@pytest.mark.parametrize("answer", THREE, ids=lambda value: type(value).__name__)
def test_three_is_three(answer):
    assert check.words_on_o.right(answer)


@pytest.mark.parametrize("answer", NOT_THREE, ids=lambda value: type(value).__name__)
def test_nothing_else_is(answer):
    assert not check.words_on_o.right(answer)


def test_what_no_float_can_hold_is_whole(capsys):
    assert said(capsys, check.smallest_scale, 10**400) == said(capsys, check.smallest_scale, 1000)


RIGHTS = {name: one.rights() for name, one in EXERCISES.items()}
WHOLE = {name: rights for name, rights in RIGHTS.items()
         if all(right.cases is None and np.asarray(right.value).dtype.kind in "biu" for right in rights)}


@pytest.mark.parametrize("name", WHOLE)
def test_whole_numbers_are_exact_in_every_exercise(name):
    """A relative tolerance took 1025 for 1024, and 5049 for 5050."""
    rights = [np.asarray(right.value) for right in WHOLE[name]]
    example = EXERCISES[name].example() if EXERCISES[name].example else ()
    for off in (0.0004, 1e-6, 1, -1):
        for place in range(len(rights)):
            answers = [right + off * (number == place) for number, right in enumerate(rights)]
            assert not EXERCISES[name].right(*answers, *example), off
    assert EXERCISES[name].right(*(right.astype(float) for right in rights), *example)


TABLE = softmax(np.array([[1.0, 0, 2], [0, 3, 1]]))
DRESSES = [
    lambda table: table, lambda table: table.tolist(), lambda table: tuple(map(tuple, table.tolist())), lambda table: list(table),
    lambda table: table.astype(np.float16), lambda table: table.astype(np.float32), lambda table: table.astype(np.longdouble),
    lambda table: table.astype(">f8"), lambda table: np.asfortranarray(table), lambda table: np.asmatrix(table),
    lambda table: table.view(Mine), lambda table: np.ma.array(table), Tensor, lambda table: table.astype(object),
    lambda table: [[Fraction(one) for one in row] for row in table.tolist()],
    lambda table: [[Decimal(one) for one in row] for row in table.tolist()], lambda table: [Tensor(row) for row in table],
    lambda table: table.round(3),
]


@pytest.mark.parametrize("dress", DRESSES)
def test_a_table_is_right_in_every_dress_and_a_wrong_one_in_none(dress):
    right = Right(TABLE, [])
    assert right.judge(dress(TABLE))[0]
    off = TABLE.copy()
    off[1, 2] += 0.02
    assert not right.judge(dress(off))[0] and not right.judge(dress(softmax(TABLE)))[0]


@pytest.mark.parametrize("dress", [lambda row: np.asmatrix(row), lambda row: np.asmatrix(row).T, lambda row: row.tolist()])
def test_a_matrix_cannot_be_a_row(dress):
    assert Right(TABLE[0], []).judge(dress(TABLE[0]))[0]
    assert not Right(TABLE[0], []).judge(dress(TABLE[1]))[0]
    assert not Right(TABLE[0], []).judge(TABLE[:1])[0]   # another array can


@pytest.mark.parametrize("answer", [
    [0, 2], (2, 0), {2, 0}, frozenset([0.0, 2.0]), {0: "a", 2: "b"}.keys(), range(0, 3, 2), [np.int8(2), Fraction(0)],
    np.array([2, 0]), np.array([[0], [2]]), np.nonzero([1, 0, 1])], ids=repr)
def test_where_order_does_not_matter(answer):
    assert check.same_bag.right(answer)


@pytest.mark.parametrize("answer", [{0}, {0, 2, 3}, {0, 1}, [0, 0], [0, 2, 2], {"2"}, [0, 2.0004]], ids=repr)
def test_members_still_count(answer):
    assert not check.same_bag.right(answer)


class Raising(Set):
    __contains__ = __len__ = None

    def __iter__(self):
        raise self.error


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_members_may_raise(capsys, error):
    answer = Raising()
    answer.error = error("no")
    assert said(capsys, check.same_bag, answer) == [label("check-unreadable", got="Raising", error=f"{error.__name__}: no")]


class Nameless(type):
    @property
    def __name__(cls):
        raise RuntimeError


def test_a_type_may_hide_its_name(capsys):
    odd = Nameless("Odd", (), {})()
    assert said(capsys, check.row_sums, odd) == [label("check-not-numbers", got="Odd")]
    assert said(capsys, check.self_attention, odd) == [label("check-not-a-function", got="Odd")]


# --- functions ----------------------------------------------------------------------------------------------------------------

PACKED = {
    "tuple": tuple, "list": list, "namedtuple": lambda pair: Pair(*pair),
    "array": lambda pair: pack(np.empty(2, dtype=object), pair),
    "lists": lambda pair: [part.tolist() for part in pair], "tensors": lambda pair: tuple(map(Tensor, pair)),
    "mine": lambda pair: Pair(*(part.view(Mine) for part in pair)),
    "matrices": lambda pair: [np.asmatrix(part) for part in pair],
    "UserList": UserList, "deque": deque, "objects": lambda pair: [part.astype(object) for part in pair],
    "tuples": lambda pair: tuple(tuple(map(tuple, part)) for part in pair),
    "fractions": lambda pair: tuple([[Fraction(float(one)) for one in row] for row in part] for part in pair),
    "decimals": lambda pair: tuple([[Decimal(float(one)) for one in row] for row in part] for part in pair),
}


def pack(array, pair):
    array[:] = pair
    return array


@pytest.mark.parametrize("packing", PACKED.values(), ids=PACKED)
def test_two_results_come_in_anything(packing):
    assert check.cross_attention.right(lambda q, k, v: packing(attention(q, k, v)))
    assert not check.cross_attention.right(lambda q, k, v: packing(attention(q, k, v)[::-1]))
    assert not check.cross_attention.right(lambda q, k, v: packing(attention(q, k, v, scale=1)))


@pytest.mark.parametrize("packing", PACKED.values(), ids=PACKED)
def test_the_leak_detector_opens_every_packing(packing):
    def causal(x):
        return attention(x, x, x, causal_mask(len(x)))

    def leaking(x):
        output, weights = causal(x)
        return packing((output + 1e-5 * x.mean(axis=0), weights))
    x = np.arange(8.0).reshape(4, 2) / 10
    assert leak(leaking, x) == dict(place=0) and leak(lambda x: packing(causal(x)), x) is None
    assert leak(lambda x: leaking(x)[0], x) == dict(place=0) and leak(lambda x: causal(x)[0].tolist(), x) is None


@pytest.mark.parametrize("pack", [list, tuple, lambda table: tuple(map(tuple, table)), lambda table: table.astype(object),
                                  lambda table: [[Fraction(float(one)) for one in row] for row in table]])
def test_it_opens_one_result_too(pack):
    def normed(x, part):
        return layer_norm(x + part, np.ones(x.shape[1]), np.zeros(x.shape[1]))

    assert check.add_and_norm.right(lambda x, part: pack(normed(x, part)))
    assert not check.add_and_norm.right(lambda x, part: pack(normed(x, part) + 5e-4 * np.tanh(x[-1].mean())))


def causal(x):
    return attention(x, x, x, causal_mask(len(x)))


def refuses_large(x):
    if np.abs(x).max() > 2**15 and np.abs(x).max() not in (1e6, 1e19):   # as only the detector gives it
        raise ValueError("too large")
    return causal(x)


def drawn(x):
    output, weights = causal(x)
    return output + 1e-5 * np.random.default_rng().random(output.shape), weights


def counting():
    calls = []

    def function(x):
        calls.append(x)
        output, weights = causal(x)
        return output * (1 + 1e-5 * len(calls)), weights
    return function


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("function, key", [
    (refuses_large, "check-raises-detector"), (drawn, "check-not-twice"), (counting(), "check-not-twice")])
def test_what_the_leak_detector_could_not_try_is_neither_right_nor_a_leak(capsys, language, function, key):
    use_language(language)
    assert said(capsys, check.causal_attention, function) == [label(key, error="ValueError: too large")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_function_gives_the_same_input_the_same_result(capsys, language):
    use_language(language)
    seen = []

    def kept(x):   # as a memory does whose arrays are written to
        seen.append(x.tobytes())
        return softmax(x) / seen.count(x.tobytes())

    def once(x):
        kept(x)
        return softmax(x) if seen.count(x.tobytes()) < 2 else None
    assert said(capsys, check.stable_softmax, kept) == [label("check-not-twice")]
    seen.clear()
    assert said(capsys, check.stable_softmax, once) == [label("check-nothing-returned")]


def collecting():
    """As a default that is a list, or a list of the notebook's own, collects what every call adds."""
    rows = []

    def function(x):
        rows.extend(softmax(x))
        return rows
    return function


def stacking():
    rows = []

    def function(x):
        rows.extend(softmax(x))
        return np.array(rows)   # of rows of different lengths, which raises
    return function


def with_noise(x):
    return softmax(x + np.random.default_rng().normal(size=x.shape))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [collecting, stacking, lambda: with_noise])
def test_what_one_call_leaves_for_the_next_is_told_before_what_comes_of_it(capsys, language, make):
    """Rows of different lengths, an error, another number: whoever calls it once in the notebook sees none of these."""
    use_language(language)
    assert said(capsys, check.stable_softmax, make()) == [label("check-not-twice")]


def test_what_ended_its_process_was_not_called_again():
    outcomes = [sandbox.Outcome(result=np.eye(2)), *[sandbox.Outcome(error="exit code 7")] * 2]
    right = Right(lambda x: x, [], cases=[(np.eye(2),), (np.ones((2, 1)),)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sandbox, "run", lambda function, cases: outcomes)
        assert right.judge(len)[1] == label("check-raises", shapes="(2, 1)", error="exit code 7")


def test_nor_is_what_does_not_stop_in_it(capsys, monkeypatch):
    asked = []

    def run(function, cases):
        asked.append(cases)
        if len(asked) == 2:
            raise TimeoutError(5)
        return sandbox.call(function, cases)
    monkeypatch.setattr(sandbox, "run", run)
    assert said(capsys, check.causal_attention, causal) == [label("check-loops", seconds=5)]


def test_of_a_wrong_answer_there_is_more_to_say(capsys):
    assert said(capsys, check.causal_attention, lambda x: drawn(x)[0]) == [TWO]
    first, shown = said(capsys, check.causal_attention, lambda x: (drawn(x)[0] + 1, drawn(x)[1]))
    assert "output[0, 0]" in first


def test_what_is_interrupted_is_interrupted_once():
    called = []

    def function(x):
        called.append(x)
        raise KeyboardInterrupt
    assert not check.causal_attention.right(function) and len(called) == 1


def test_two_results_come_stacked_where_they_can():
    """Both (tokens, tokens): one array holds them, and so does a matrix not."""
    right = Right(lambda x: (2 * x, x), [], cases=[(np.eye(2),), (np.array([[1.0, 2], [3, 4]]),)])
    assert right.judge(lambda x: np.array([2 * x, x]))[0] and right.judge(lambda x: np.stack([2 * x, x]))[0]
    assert right.judge(lambda x: 2 * x)[1] == right.judge(lambda x: np.asmatrix(x))[1] == TWO


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answer, count", [
    (lambda x: attention(x, x, x), 2), (lambda x: (softmax(x), attention(x, x, x)[1], x), 3),
    (lambda x: list(attention(x, x, np.ones((len(x), 7)))), 2)])
def test_two_results_where_one_is_asked(capsys, language, answer, count):
    use_language(language)
    assert said(capsys, check.self_attention, answer) == [label("check-one-result", count=count)]


@dataclass
class Record:
    output: object
    weights: object


@pytest.mark.parametrize("pack", [Record, lambda *pair: dict(enumerate(pair)), lambda *pair: SimpleNamespace(pair=pair),
                                  lambda *pair: (one for one in pair), lambda *pair: map(np.array, pair)])
def test_two_results_in_what_cannot_be_read(capsys, pack):
    assert said(capsys, check.cross_attention, lambda q, k, v: pack(*attention(q, k, v))) == [TWO]


def test_two_results_of_which_one_is_wrong_are_two(capsys):
    line, = said(capsys, check.cross_attention, lambda q, k, v: (attention(q, k, v)[0], "weights"))
    assert line == label("check-not-numbers", got="tuple[str]")
    first, *_ = said(capsys, check.cross_attention, lambda q, k, v: [attention(q, k, v)[0].ravel(), attention(q, k, v)[1]])
    assert first == label("check-shape-of", name="output", got=(2,), needed=(1, 2))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_percentage_is_named(capsys, language):
    use_language(language)
    for asked, answer in ((check.compounded, 41.9), (check.shares_by_hand, [57.6, 21.2, 21.2]),
                          (check.loss_slopes, (9, 66.5, -75.5)), (check.shares_by_hand, (58, 21, 21)), (check.compounded, 42)):
        assert said(capsys, asked, answer) == [label("check-percent")]
    assert said(capsys, check.perplexity, 400) == [label("check-other")]   # no share of anything


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_function_that_does_not_read_its_argument_is_told_so(capsys, language):
    use_language(language)
    scores = np.eye(3)   # as a notebook holds them
    first, _ = said(capsys, check.stable_softmax, lambda x: softmax(scores))
    assert first == label("check-constant")
    first, _ = said(capsys, check.stable_softmax, lambda x: softmax(x) + 1)
    assert first != label("check-constant")


def test_three_results_are_no_leak(capsys):
    for third in (1.0, causal(np.eye(3))[1]):
        assert said(capsys, check.causal_attention, lambda x, third=third: (*causal(x), third)) == [TWO]


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_results_are_wanted_of_every_input(capsys, language):
    use_language(language)
    line, = said(capsys, check.masked_attention, lambda q, k, v, mask: attention(q, k, v, mask) if len(q) else v[:0])
    assert line == label("check-results-once", names="output, weights", shapes="(0, 2), (3, 2), (3, 1), (0, 3)")


def test_a_table_and_a_number_where_one_is_asked(capsys):
    assert said(capsys, check.self_attention, lambda x: (softmax(x), 1)) == [label("check-one-result", count=2)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_of_different_lengths(capsys, language):
    use_language(language)
    assert said(capsys, check.self_attention, lambda x: [[1], [1, 2]])[0] == label("check-ragged")
    assert said(capsys, check.row_sums, [1, [2, 3]]) == [label("check-ragged")]


def test_what_is_returned_for_some_inputs_alone(capsys):
    """Also where the first gets nothing: it does return something."""
    some = said(capsys, check.even_head, lambda layer, weights: weights if layer != 6 else None)
    assert some == [label("check-nothing-returned")]
    for nothing in (None, ...):
        assert said(capsys, check.even_head, lambda layer, weights, nothing=nothing: nothing) == [label("check-no-return")]


def test_two_numbers_where_one_is_asked(capsys):
    assert said(capsys, check.exact_share, lambda w, r: (w == r).all(axis=1))[0] == label("check-one-number")
    assert said(capsys, check.exact_share, lambda w, r: (w == r).all())[0] == label("check-not-numbers", got="bool")
    assert said(capsys, check.exact_share, lambda w, r: (0.5, 0.25))[0] == label("check-one-number")
    assert said(capsys, check.exact_share, lambda w, r: (np.ones(3), 0.25))[0] == label("check-one-number")


ROWS = [   # a result of rows as loops and lists give it: without rows they cannot know how many columns there are
    lambda x: (2 * x).tolist(), lambda x: [2 * row for row in x], lambda x: np.array([2 * row for row in x]),
    lambda x: np.array([[2 * one for one in row] for row in x]), lambda x: tuple(2 * row for row in x),
]
EMPTY = [(np.eye(2),), (np.empty((0, 4)),), (np.array([[1.0, 2, 3]]),)]


@pytest.mark.parametrize("function", ROWS)
def test_without_rows_no_shape_is_a_fault(function):
    assert Right(lambda x: 2 * x, [], EMPTY).judge(function)[0]
    pairs = Right(lambda x: (2 * x, x), [], EMPTY)
    assert pairs.judge(lambda x: (function(x), x.tolist()))[0]
    assert all(pairs.judge(lambda x, pack=pack: pack(zip(*zip(function(x), x.tolist(), strict=True), strict=True)))[0]
               for pack in (list, tuple))


def test_without_rows_no_rows_are_given():
    assert not Right(lambda x: 2 * x, [], EMPTY).judge(lambda x: 2 * x if len(x) else np.zeros((1, 4)))[0]
    assert not Right(lambda x: 2 * x, [], EMPTY).judge(lambda x: 2 * x if len(x) else None)[0]


def test_an_example_shows_something(capsys):
    """The smallest input is the empty one, and tells nobody anything."""
    right = Right(lambda x: 2 * x, [], EMPTY)
    _, text = right.judge(lambda x: np.zeros((len(x), 9)))
    assert "[]" not in text and "x = [[1.0, 2.0, 3.0]]" in text
    _, text = right.judge(lambda x: 2 * x if len(x) else np.zeros((0, 5)))   # wrong there alone
    assert text == label("check-shape", got=(0, 5), needed=(0, 4))


def test_what_is_said_is_what_the_example_shows(capsys):
    first, shown = said(capsys, check.self_attention, lambda x: softmax(x @ x.T / np.sqrt(x.shape[1])) + 0.01)
    assert first == label("check-different", place=[0, 0], got="1.01") and shown.endswith("[[1.01]].")


def test_what_is_named_is_what_the_example_shows(capsys):
    """Not the other mistake that is made on a smaller input: one column needs no scale."""
    def naive_and_unscaled(q, k, v):
        weights = np.exp(q @ k.T) / np.exp(q @ k.T).sum(axis=1, keepdims=True)
        return weights @ v, weights
    first, shown = said(capsys, check.cross_attention, naive_and_unscaled)
    assert "√d_k" in first and "nan" not in shown


@pytest.mark.parametrize("function", [
    lambda x: softmax(x @ x.T / np.sqrt(x.shape[1])) * np.where(np.abs(x).max() > 50, np.nan, 1),
    lambda x: softmax(x @ x.T / np.sqrt(x.shape[1])) * (np.exp(x @ x.T) / np.exp(x @ x.T)),
])
def test_nan_does_not_say_that_nothing_was_subtracted(capsys, function):
    assert said(capsys, check.self_attention, function)[0] == label("check-nan")


def of_the_visible(x):
    seen, scores = causal_mask(len(x)), x @ x.T / np.sqrt(x.shape[1])
    exps = np.exp(scores - np.where(seen, scores, -np.inf).max(axis=1, keepdims=True)) * seen
    weights = exps / exps.sum(axis=1, keepdims=True)
    return weights @ x, weights


@pytest.mark.parametrize("language, both", [("pt", ["0/0", "inf · 0", "Esconda com −∞ antes da exp"]),
                                            ("ko", ["0/0", "inf · 0", "exp 전에 −∞로"])])
def test_a_large_hidden_score_says_both_of_its_ways(capsys, language, both):
    use_language(language)
    assert all(one in said(capsys, check.causal_attention, of_the_visible)[0] for one in both)


def divided(by):
    def function(q, k, v, mask):
        weights = softmax(np.where(mask, q @ k.T / by(q, k, v), -1e9)) * mask
        return weights @ v, weights
    return function


@pytest.mark.parametrize("by", [lambda q, k, v: np.sqrt(len(k)), lambda q, k, v: max(1, len(q)), lambda q, k, v: v.shape[1],
                                lambda q, k, v: np.sqrt(k.size), lambda q, k, v: 2, lambda q, k, v: 3])
def test_no_divisor_is_named_that_some_input_disproves(capsys, by):
    for name, answer in (("masked_attention", divided(by)),
                         ("cross_attention", lambda q, k, v: divided(by)(q, k, v, np.ones((len(q), len(k)), bool)))):
        known = {mistake.name: mistake for right in EXERCISES[name].rights() for mistake in right.mistakes}
        first, *_ = said(capsys, EXERCISES[name], answer)
        assert first not in {known[one].text() for one in ("scale-without-root", "no-scale")}, name


def test_what_is_always_asked_is_asked_of_right_answers_too():
    seen = []

    def leaks(function, outcome, arguments):
        seen.append((outcome.result.tolist(), arguments))
        return function is wrong and dict(place=1)

    def wrong(x):
        return 2 * x
    right = Right(lambda x: 2 * x, [Mistake("future-leak", when=leaks, always=True)], EMPTY[:1])
    assert right.judge(lambda x: 2 * x) == (True, label("check-right"))
    assert right.judge(wrong) == (False, Mistake("future-leak").text(place=1))
    assert seen[0] == ([[2, 0], [0, 2]], EMPTY[0])


@pytest.mark.parametrize("answer", [lambda x: Tensor(x, grad=True), lambda x: [Tensor(x, grad=True)]])
def test_a_result_that_will_not_be_read_says_why(capsys, answer):
    line, = said(capsys, check.self_attention, answer)
    assert "Use tensor.detach().numpy() instead." in line
    assert said(capsys, check.row_sums, Tensor([1], grad=True)) == [label(
        "check-unreadable", got="Tensor", error="RuntimeError: Can't call numpy() on Tensor that requires grad. "
                                                "Use tensor.detach().numpy() instead.")]


def test_what_is_seen_of_nan_is_where_it_is(capsys):
    first, place = said(capsys, check.row_sums, [np.nan] * 4)
    assert first == label("check-nan") and place == label("check-place", place=[0], got="nan")
    first, shown = said(capsys, check.self_attention, lambda x: np.full((len(x), len(x)), np.nan, dtype=object))
    assert first == label("check-nan") and shown.endswith("[[nan]].")


@pytest.mark.parametrize("function", [lambda x: type("Own", (), {}), lambda x: {"weights": x}, lambda x: (row for row in x),
                                      lambda x: softmax(x @ x.T).astype(str), lambda x: softmax(x @ x.T) + 0j, lambda x: "x"])
def test_what_is_no_numbers_is_told_so(capsys, function):
    line, = said(capsys, check.self_attention, function)
    assert line.startswith(label("check-not-numbers", got="")[:-1])


# --- a comma where a point is meant -------------------------------------------------------------------------------------------

COMMAS = [   # (check, answer, read, meant)
    (check.compounded, (0, 419), "0, 419", "0.419"), (check.table_gb, (0, 5), "0, 5", "0.5"),
    (check.compounded, (-1, 5), "-1, 5", "-1.5"),
    (check.shares_by_hand, (0, 576, 0, 212, 0, 212), "0, 576", "0.576"),
    (check.shares_by_hand, [0, 576, 0, 212, 0, 212], "0, 576", "0.576"),
    (check.my_table, [[0, 1, 0, 2, 0, 3, 0, 4]] * 3, "0, 1", "0.1"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("function, answer, got, meant", COMMAS)
def test_a_decimal_comma(capsys, language, function, answer, got, meant):
    use_language(language)
    assert said(capsys, function, answer) == [label("check-comma", got=got, meant=meant)]
    assert meant in label("check-comma", got=got, meant=meant)


def test_a_decimal_comma_in_a_function(capsys):
    hits = lambda w, r: (int((w == r).all(axis=1).sum()), len(w))   # noqa: E731
    assert said(capsys, check.exact_share, hits)[0] == label("check-one-number")
    assert said(capsys, check.exact_share, lambda w, r: (0, 5))[0] == label("check-comma", got="0, 5", meant="0.5")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comma_between_thousands(capsys, language):
    use_language(language)
    assert said(capsys, check.block_numbers, (786, 432)) == [label("check-thousands", got="786, 432", meant="786432")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("function, answer, meant", [
    (check.block_numbers, 786.432, "786432"), (check.block_numbers, np.float32(524.288), "524288"),
    (check.tie_length, 1.024, "1024"), (check.tie_length, 2.05, "2050")])
def test_a_point_between_thousands(capsys, language, function, answer, meant):
    use_language(language)
    assert said(capsys, function, answer) == [label("check-thousands-point", got=f"{answer:g}", meant=meant)]


@pytest.mark.parametrize("function, answer", [(check.tie_length, 1024.5), (check.tie_length, 1.02451), (check.tie_length, -1.024),
                                              (check.tie_length, 0.512), (check.words_on_o, 3.5), (check.tie_length, np.inf)])
def test_other_fractions_are_no_thousands(capsys, function, answer):
    assert said(capsys, function, answer) == [label("check-other")]


@pytest.mark.parametrize("function, answer, key", [
    (check.words_on_o, (20, 19), "check-one-number"), (check.words_on_o, (190,), "check-one-number"),
    (check.words_on_o, (5050, 100), "check-one-number"), (check.words_on_o, (-5, 100), "check-one-number"),
    (check.compounded, (0.4, 0.2), "check-one-number"),
    (check.compounded, [0, 419], "check-one-number"), (check.compounded, (1, -2), "check-one-number"),
    (check.compounded, (1, 2, 3), "check-one-number"), (check.words_on_o, (3, 2), "check-one-number"),
])
def test_other_numbers_are_no_comma(capsys, function, answer, key):
    assert said(capsys, function, answer) == [label(key)]


def test_whole_numbers_have_no_comma(capsys):
    assert said(capsys, check.product_shape, (1, 2, 3, 4)) == [label("check-shape", got=(4,), needed=(2,))]


# --- a notebook in which NumPy raises -----------------------------------------------------------------------------------------

@pytest.fixture
def raising():
    with np.errstate(all="raise"):
        yield


@pytest.mark.parametrize("name", EXERCISES)
def test_numpy_told_to_raise_raises_nothing_in_a_check(raising, capsys, name):
    one = EXERCISES[name]
    example = one.example() if one.example else ()
    if name == "hundred_points":
        one(np.zeros((3, 3)), *example)
        return
    rights = one.rights()
    assert one.right(*(right.value for right in rights), *example)
    for right in rights:
        for mistake in right.mistakes:
            if len(rights) == 1 and mistake.value is not None:
                assert not one.right(mistake.value, *example)


def test_the_maths_does_not_either(raising):
    assert softmax([[0.0, -800, -745]])[0, 1] == 0
    output, weights = attention(np.array([[2000.0, 0]]), np.eye(2), np.array([[1e-300], [1e-300]]))
    assert weights.tolist() == [[1, 0]] and output.tolist() == [[1e-300]]


# --- answers not yet given ----------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("answer", [..., None, [..., ...], [1, ..., 0, 1], (None, 1)])
def test_an_answer_given_in_part_is_none_yet(capsys, answer):
    assert said(capsys, check.unchanged_shares, answer) == [label("check-empty")]

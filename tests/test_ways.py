"""No right answer is refused: every way of writing it is right, whatever it comes in."""

from fractions import Fraction

import numpy as np
import pytest

from attnlib.classroom.exercises import EXERCISES
from attnlib.classroom.labels import label
from tests.ways import WAYS

pytestmark = pytest.mark.usefixtures("in_this_process")


RIGHTS = {name: one.rights() for name, one in EXERCISES.items()}


def test_every_function_is_written_in_ten_ways_at_least():
    assert set(WAYS) == {name for name, (right, *_) in RIGHTS.items() if right.cases}
    assert min(map(len, WAYS.values())) >= 10


@pytest.mark.filterwarnings("error::RuntimeWarning")   # none may reach a student
@pytest.mark.parametrize("name, way", [(name, way) for name, ways in WAYS.items() for way in ways])
def test_every_way_is_right(name, way):
    [right] = RIGHTS[name]
    solved, text = right.judge(WAYS[name][way])
    assert solved, text
    assert text.startswith(label("check-right"))


@pytest.mark.apart
@pytest.mark.parametrize("name", WAYS)
def test_ways_are_right_in_a_process_of_their_own(monkeypatch, name):
    [right] = RIGHTS[name]
    ways = list(WAYS[name])
    for way in ways[::len(ways) // 2 - 1]:
        solved, text = right.judge(WAYS[name][way])
        assert solved, (way, text)


# --- answers that are numbers ------------------------------------------------------------------------------------------------

def whole(value):
    return np.asarray(value).dtype.kind in "biu"


def packings(value, any_order):
    """What the same numbers may come in."""
    table = np.asarray(value)
    if not table.ndim:
        number = table.item()
        yield from (number, float(number), np.float64(number), np.float32(number), np.longdouble(number), np.array(number),
                    Fraction(number), np.array(Fraction(number), dtype=object))
        if whole(value):
            yield from (np.int64(number), np.int32(number), np.uint32(number), np.array(number, dtype=">i4"))
        return
    yield from (table, table.tolist(), tuple(table.tolist()), list(table), np.asfortranarray(table), table.astype(float),
                table.astype(np.float32), table.astype(np.longdouble), table.astype(object), table.astype(">f8"))
    if table.ndim == 1:
        yield from ([Fraction(one) for one in table.tolist()], [np.float32(one) for one in table], np.matrix(table))
    if table.ndim == 2:
        yield from (np.matrix(table), tuple(map(tuple, table)), [np.array(row) for row in table])
    if whole(value):
        yield from (table.astype(np.int16), table.astype(np.uint32), table.astype(np.float16))
    if whole(value) and set(table.ravel().tolist()) <= {0, 1}:
        yield from (table == 1, (table == 1).tolist())
    if any_order:
        yield from (set(value), frozenset(value), value[::-1], {one: "" for one in value}.keys())


NUMBERS = [(name, number) for name, rights in RIGHTS.items() if name != "hundred_points" and not rights[0].cases
           for number in range(len(rights))]


@pytest.mark.parametrize("name, number", NUMBERS)
def test_numbers_are_right_whatever_they_come_in(name, number):
    right = RIGHTS[name][number]
    for answer in packings(right.value, right.any_order):
        assert right.judge(answer) == (True, label("check-right")), (type(answer), answer)

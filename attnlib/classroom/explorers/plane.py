"""PlaneExplorer: a query, keys and values in the plane that the student drags; dot products, shares and the output follow."""

import numpy as np
import traitlets

from attnlib import softmax
from attnlib.classroom.explorers.attention import Tokens, checked_tokens
from attnlib.classroom.explorers.base import Explorer, Number, Refused, Twin, one_module
from attnlib.classroom.labels.formatting import one_line
from attnlib.validate import real

FARTHEST = 10                     # of a coordinate
MOST_KEYS = 8
LIMITS = (2, 3, 4, 5, 6, 8, 10)   # where the axes may end


def _points(name, value, shape):
    """`value` as lists of numbers in `shape`: (2,) for one point, (n, 2) for 1 to 8 of them; Refused where it is not."""
    try:
        array = real(name, value)
    except (TypeError, ValueError) as error:
        raise Refused(str(error)) from None
    if array.ndim != len(shape) or array.shape[-1] != 2:
        raise Refused(f"{name} has shape {array.shape}, and needs {shape}: x and y".replace("'", ""))
    if not 1 <= len(array) <= MOST_KEYS:
        raise Refused(f"{name} has {len(array)} points, and needs 1 to {MOST_KEYS}")
    if np.abs(array).max() > FARTHEST:
        raise Refused(f"{name} goes from {array.min():g} to {array.max():g}, and needs numbers from −{FARTHEST} to {FARTHEST}")
    return array.astype(float).tolist()


class Point(traitlets.TraitType):
    default_value = (0, 0)

    def validate(self, owner, value):
        return _points(self.name, value, (2,))


class Points(traitlets.TraitType):
    default_value = ()

    def validate(self, owner, value):
        empty = hasattr(value, "__len__") and len(value) == 0
        return [] if empty else _points(self.name, value, ("keys", 2))


class PlaneExplorer(Explorer):
    """One query, and up to 8 keys and values, as points of the plane that the student drags.

    query (2,), keys (keys, 2), values (keys, 2), each number from −10 to 10; values=None: the keys are the values too.
    `names`, one token for each key (None: k₁, k₂, …); `query_name` (None: q); `scale` multiplies the dot products, 0 to 10.
    What the student made stands in the traits `query`, `key_points` and `value_points` (empty where the keys are the
    values); `scores` (keys,), the dot products, `weights` (keys,) = softmax(scale · scores) and `output` (2,) =
    Σ weights · values are computed from them by NumPy.
    Raises ValueError, naming the argument that does not fit.
    """

    _esm = one_module("plane.js")
    words = ("plane-", "weight")

    query = Point().tag(sync=True)
    key_points = Points().tag(sync=True)     # `keys` is ipywidgets' own
    value_points = Points().tag(sync=True)
    names = Tokens().tag(sync=True)
    query_name = traitlets.Unicode().tag(sync=True)
    scale = Number(1.0, min=0, max=10).tag(sync=True)
    limit = traitlets.Int().tag(sync=True)   # the axes go from −limit to limit, and stay while a point moves
    start = traitlets.Dict().tag(sync=True)  # what the reset button gives back

    def __init__(self, query, keys, values=None, names=None, query_name=None, scale=1):
        query, keys = _points("query", query, (2,)), _points("keys", keys, ("keys", 2))
        values = [] if values is None else _points("values", values, ("keys", 2))
        names = [f"k{'₁₂₃₄₅₆₇₈'[i]}" for i in range(len(keys))] if names is None else checked_tokens("names", names)
        for name, given in (("values", values or keys), ("names", names)):
            if len(given) != len(keys):
                raise Refused(f"{name} has {len(given)} rows, and keys has {len(keys)}: each key needs one")
        super().__init__(query=query, key_points=keys, value_points=values, names=names,
                         query_name="q" if query_name is None else one_line(query_name), scale=scale)
        self.start = {name: getattr(self, name) for name in ("query", "key_points", "value_points")}

    @traitlets.validate("key_points", "value_points", "names")
    def _fits(self, proposal):
        """As many names and values as keys; where several change at once, this comes after the last."""
        now = {name: getattr(self, name) for name in ("key_points", "value_points", "names")}
        now[proposal["trait"].name] = proposal["value"]
        count = len(now["key_points"])
        for name in ("names", "value_points"):
            if len(now[name]) != count and not (name == "value_points" and not now[name]):
                raise Refused(f"{name} has {len(now[name])} rows, and key_points has {count}: each key needs one")
        return proposal["value"]

    @traitlets.observe("query", "key_points", "value_points")
    def _keep_in_view(self, change):
        far = max(map(abs, np.ravel([self.query, *self.key_points, *self.value_points])))
        self.limit = max(self.limit, next((limit for limit in LIMITS if far <= 0.9 * limit), FARTHEST))

    @property
    def values(self):
        """(keys, 2): the keys, where no values were given."""
        return np.array(self.value_points or self.key_points)

    @property
    def scores(self):
        """The dot product of the query with each key, (keys,)."""
        return np.array(self.key_points) @ self.query

    @property
    def weights(self):
        return softmax(self.scale * self.scores)

    @property
    def output(self):
        return self.weights @ self.values

    def twin(self):
        columns = [self.label("plane-key"), "q · k", self.label("weight")]
        cells = [[self._point(key), self.short(score), self.fixed(weight)]
                 for key, score, weight in zip(self.key_points, self.scores, self.weights, strict=True)]
        if self.value_points:
            columns.insert(1, self.label("plane-value"))
            for row, value in zip(cells, self.value_points, strict=True):
                row.insert(1, self._point(value))
        caption = self.label("plane-twin", name=self.query_name, query=self._point(self.query), output=self._point(self.output))
        if self.scale != 1:
            caption += "; " + self.label("plane-scale", scale=self.short(self.scale))
        return Twin(caption, "", columns, list(zip(self.names, cells, strict=True)))

    def _point(self, point):
        """(1,5; −2), or (1.5, −2) where the comma is no decimal mark."""
        return self.label("plane-point", x=self.short(point[0]), y=self.short(point[1]))

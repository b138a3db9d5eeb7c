"""00 start here: the self-test that says where to begin."""

from attnlib.classroom.check.judge import judge


def dot_product(answer):
    """The dot product of (4, 0, 1) and (2, 5, -1)."""
    return judge(answer, 7, {
        "mistake-dot-not-summed": [8, 0, -1],
        "mistake-dot-added": 11,
        "mistake-dot-zero": 12,
        "mistake-dot-sign": 9,
    })


def product_shape(answer):
    """The shape of a @ b, where a is (2, 3) and b is (3, 4)."""
    return judge(answer, (2, 4), {
        "mistake-product-inner": (3, 3),
        "mistake-product-turned": (4, 2),
        "mistake-product-all": (2, 3, 3, 4),
        "mistake-product-no-inner": (2, 3, 4),
    })


def shares_by_hand(answer):
    """The softmax of the scores (1, 0, 0), from their exponentials 2.7183, 1, 1."""
    return judge(answer, [0.5761, 0.2119, 0.2119], {
        "mistake-exps": [2.7183, 1, 1],
        "mistake-shares-of-scores": [1, 0, 0],
        "mistake-exps-mean": [2.7183 / 3, 1 / 3, 1 / 3],
        "mistake-exps-largest": [1, 1 / 2.7183, 1 / 2.7183],
    })


def sums_along(answer):
    """[[1, 2, 3], [4, 5, 6]] summed along axis 0."""
    return judge(answer, [5, 7, 9], {
        "mistake-axis-rows": [6, 15],
        "mistake-axis-total": 21,
        "mistake-axis-mean": [2.5, 3.5, 4.5],
    })

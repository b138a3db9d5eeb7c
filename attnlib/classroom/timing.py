"""How long something takes on the student's machine. A notebook shows ratios of these numbers, in cells that no test compares."""

from time import perf_counter


def seconds(function, round_length=0.02, rounds=3):
    """Seconds that one call of `function` takes: the best of a few rounds.

    A round repeats the call until it fills `round_length`, since a browser's clock is coarse; the best round is the one
    that other programs disturbed least.
    """
    calls, best = 1, _round(function, 1)
    while best < round_length:
        calls *= 2
        best = _round(function, calls)
    return min([best, *(_round(function, calls) for _ in range(rounds - 1))]) / calls


def _round(function, calls):
    start = perf_counter()
    for _ in range(calls):
        function()
    return perf_counter() - start

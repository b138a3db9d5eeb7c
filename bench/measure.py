"""How the benchmarks measure: two things one after the other, again and again, and the ratio of each pair."""

import os
import platform
import statistics
import time
from contextlib import nullcontext
from dataclasses import dataclass


@dataclass
class Row:
    """One line of the table: the median of several ratios (or of plain figures), their range, and what is asked of the median."""

    name: str
    values: list                # one a pair
    limit: float | None = None  # None: a figure to know, nothing to reach
    least: bool = False         # the limit is a floor, not a ceiling
    unit: str = "×"
    check: float | None = None  # where --check fails, if not at the limit: a busy machine's margin

    @property
    def median(self):
        return statistics.median(self.values)

    def missed(self, limit):
        return limit is not None and (self.median < limit if self.least else self.median > limit)

    @property
    def asked(self):
        """What the median should be: ≤ 15, ≥ 20, or nothing."""
        return "" if self.limit is None else f"{'≥' if self.least else '≤'} {self.limit:g}"

    def line(self):
        mark = "" if self.limit is None else "✗" if self.missed(self.limit) else "✓"
        low, high = (f"{value:.3g}" for value in (min(self.values), max(self.values)))
        return f"{self.name:66} {self.median:8.3g} {self.unit:4} {f'{low}–{high}':>15}  {self.asked:8} {mark}"

    def stored(self):
        # round: NumPy's numbers too
        median, low, high = (round(float(value), 4) for value in (self.median, min(self.values), max(self.values)))
        return {"name": self.name, "median": median, "low": low, "high": high, "pairs": len(self.values), "unit": self.unit,
                "limit": self.limit, "least": self.least}


PAUSE = 0.15   # before each timing: threads that wait, spinning, for more of the last product would take from the next


def seconds(function):
    time.sleep(PAUSE)
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def ratios(one, other, pairs=7):
    """time of one() / time of other(), for each pair, after one of each to warm up."""
    one(), other()
    return [seconds(one) / seconds(other) for _ in range(pairs)]


def one_blas_thread():
    """While it is entered, BLAS has one thread: small matrices are not worth sharing. Without threadpoolctl it has its own."""
    try:
        from threadpoolctl import threadpool_limits
    except ImportError:
        return nullcontext()
    return threadpool_limits(1, "blas")


def machine():
    """What the figures were measured on."""
    import numpy
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        model = platform.processor() or platform.machine()
    versions = {"Python": platform.python_version(), "NumPy": numpy.__version__}
    try:   # on which instructions the products run: an OPENBLAS_CORETYPE in the environment changes it
        from threadpoolctl import threadpool_info
        versions["BLAS"] = ", ".join(f"{blas['internal_api']} {blas['architecture']}" for blas in threadpool_info()
                                     if blas["user_api"] == "blas")
    except ImportError:
        pass
    try:
        import torch
        versions["PyTorch"] = torch.__version__
    except ImportError:
        pass
    return {"processor": model, "cores": os.cpu_count(), "system": platform.system(), **versions}

"""bench/README.md, made from bench/results.json: `python -m bench.page` writes it again, and so does every `python -m bench`."""

import json
from pathlib import Path

from bench.measure import Row

RESULTS, PAGE = (Path(__file__).with_name(name) for name in ("results.json", "README.md"))

HEAD = """# How fast it is

<!-- made by `python -m bench` from results.json: change bench/page.py, not this file -->

`make bench` measures each figure beside what people would use instead: a row is the median of several pairs, each measured
one after the other in one run, and their range.
`make bench ARGS="attention --check"` measures one part and exits 1 when a limit is missed.
PyTorch is compared where it is installed (`pip install torch==2.13.0`).
Shapes, unless a row says otherwise: float32, 8 heads, d = 64.
Whole tables of queries × keys come in new memory, which may cost anything between nothing and several seconds: hence wide ranges.
The site's figures are those of a file host on the same machine, without a network.
"""
PARTS = {"attention": "Attention", "training": "Training steps", "learning": "What the small models learn",
         "language-model": "The language model",
         "real-model": "A real model", "explorers": "Explorers", "press": "Building, proving, exporting", "site": "The site"}


def page(results):
    """The whole file as text."""
    parts = [HEAD]
    for name, part in results["parts"].items():
        parts += [f"## {PARTS[name]}\n", ", ".join(f"{what} {value}" for what, value in part["machine"].items()) + "\n",
                  "| | median | range | asked |\n|---|---|---|---|", *map(line, part["rows"]), ""]
    return "\n".join(parts)


def line(row):
    unit = "" if row["unit"] in ("×", "") else f" {row['unit']}"
    between = "" if row["pairs"] == 1 else f"{row['low']:.3g}–{row['high']:.3g}"
    stored = Row(row["name"], [row["median"]], row["limit"], row["least"])
    missed = " (missed)" if stored.missed(stored.limit) else ""
    return f"| {row['name']} | {row['median']:.3g}{unit} | {between} | {stored.asked}{missed} |"


def write():
    PAGE.write_text(page(json.loads(RESULTS.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    write()

"""Every figure of the course about speed, in one table, in bench/results.json and in bench/README.md.

    python -m bench                    all of it (about a quarter of an hour)
    python -m bench attention          one part: attention, training, learning, language-model,
                                       real-model, explorers, press, site
    python -m bench --check            exit 1 if a limit is missed, and say which

A row is the median of several pairs, each measured one after the other in this run, with their range. Other programs that
run meanwhile widen the range. PyTorch is optional: pip install torch==2.13.0.
"""

import argparse
import json
import sys

from bench import language_model, latency, learning, page, pressing, pretrained, tiled, training, visits
from bench.measure import machine

PARTS = {"attention": tiled.rows, "training": training.rows, "learning": learning.rows,
         "language-model": language_model.rows, "real-model": pretrained.rows,
         "explorers": latency.rows, "press": pressing.rows, "site": visits.rows}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("part", nargs="*", help=f"one or more of {', '.join(PARTS)}; all if none is named")
    parser.add_argument("--check", action="store_true", help="exit 1 if a limit is missed")
    options = parser.parse_args()
    if unknown := set(options.part) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    results = json.loads(page.RESULTS.read_text(encoding="utf-8")) if page.RESULTS.exists() else {"parts": {}}
    missed = []
    print("   ".join(f"{name} {value}" for name, value in machine().items()))
    for part in options.part or PARTS:
        print(f"\n{part}")
        found = []
        for row in PARTS[part]():
            print(row.line(), flush=True)
            found.append(row)
        missed += [row for row in found if row.missed(row.check if row.check is not None else row.limit)]
        results["parts"][part] = {"machine": machine(), "rows": [row.stored() for row in found]}
        page.RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        page.write()
    for row in missed:
        print(f"missed: {row.line()}", file=sys.stderr)
    return 1 if missed and options.check else 0


if __name__ == "__main__":
    sys.exit(main())

"""What building and exporting a lesson takes, and proving all of them."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from attnpress import build
from attnpress.paths import LANGUAGES, ROOT, sources, target
from bench.measure import Row, ratios, seconds

LESSON = "03_self-attention"


def rows():
    ours, numpy = (partial(_run, "-c", f"import {name}") for name in ("attnlib", "numpy"))
    yield Row("import attnlib / import numpy", ratios(ours, numpy), 1.1)
    yield Row("make notebooks after one changed lesson", [_changed() for _ in range(3)], 30, unit="s")
    with tempfile.TemporaryDirectory() as folder:
        for kind, name, limit in (("lesson", "page", 3), ("deck", "deck", 4)):
            export = partial(_run, "-m", "nbconvert", "--to", kind, "--output-dir", f"{folder}/{kind}")
            both = [str(target(sources()[LESSON], language)) for language in LANGUAGES]
            yield Row(f"exporting a {name}", [seconds(partial(export, one)) for one in both * 3], limit, unit="s")
            sizes = [path.stat().st_size / 1e6 for path in Path(folder, kind).glob("*.html")]
            yield Row(f"weight of a {name}", sizes, 1.5, unit="MB")
    notebooks = [str(target(path, language)) for path in sources().values() for language in LANGUAGES]
    two = seconds(partial(_run, "-m", "pytest", "-q", "-n", "2", *notebooks, OPENBLAS_NUM_THREADS="1"))
    yield Row(f"strict nbval of all {len(notebooks)} notebooks with two workers", [two], 360, unit="s")


def _changed():
    """Seconds to build what is stale, where one lesson is: in a copy of the course."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in "notebooks", "attnlib":
            shutil.copytree(ROOT / name, root / name)
        built = {f"{language}/{path.stem}": build.library_digest(root) for path in sources().values() for language in LANGUAGES}
        (root / "build").mkdir()
        stale = dict.fromkeys((f"{language}/{LESSON}" for language in LANGUAGES), "another library's")
        (root / "build" / "built.json").write_text(json.dumps(built | stale), encoding="utf-8")
        return seconds(partial(build.main, [], root))


def _run(*arguments, **environment):
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env={**os.environ, **environment}, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

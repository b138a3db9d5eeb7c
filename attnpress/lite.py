"""Jupyter in the browser: JupyterLite, with a Python (Pyodide) and packages that the site itself serves.

`jupyter(folder)` fills a folder that any file host can serve, under any path: a notebook view and a lab per language, each
with its interface in that language, and nothing asked of another host. What could not work there stops the build: a package
with the wrong hash, or packages that wait for each other.
"""

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import nbformat
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename
from tqdm import tqdm

from attnlib import model_file
from attnlib.classroom.labels import LANGUAGES, TAGS
from attnpress import quick
from attnpress.assets import cached, filling, web
from attnpress.copies import student_copy
from attnpress.jupyter import interface, locale
from attnpress.paths import ROOT, sources, target

HERE = Path(__file__).parent
RUNTIME = {"pyodide.mjs": "pyodide.core.mjs", "pyodide.asm.js": "pyodide.asm.js"}
WASM = "pyodide.asm.wasm"
RELEASE = "https://cdn.jsdelivr.net/pyodide/v{version}/full/{name}"
KERNEL = "@jupyterlite/pyodide-kernel-extension"
SHARE = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
EXTENSIONS = (KERNEL, "@jupyter-widgets/jupyterlab-manager", "anywidget")   # what the interface gets beyond JupyterLite's own
START = ("micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "ipython")   # loaded before the first cell
LATER = ("jedi",)   # the kernel asks for it by name, and nothing needs it (quick.py): pyodide.mjs leaves it out
VIEWS = ("notebooks", "lab")   # JupyterLite's applications: a notebook alone, and the lab

# JupyterLite looks for settings in the page of every folder above an application; its own page would lead to one that is gone
FOLDER_PAGE = """<!DOCTYPE html><html lang="{lang}"><meta charset="utf-8"><title>Jupyter</title>
<meta http-equiv="refresh" content="0; url={home}">
<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{{}}</script></html>
"""


class SiteError(Exception):
    """Why the site cannot be built."""


# --- Python's packages -----------------------------------------------------------------------------------------------------

def release():
    """Pyodide's own list of its packages: name, file, sha256, dependencies."""
    return json.loads((web() / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8"))


def release_file(package, version):
    """The file of a package of Pyodide's release: from PYODIDE_PACKAGES, else from the cache, else from the release itself."""
    name, asked = package["file_name"], os.environ.get("PYODIDE_PACKAGES")
    path = Path(asked) / name if asked and (Path(asked) / name).exists() else cached("pyodide", version, name)
    if not path.exists():
        address = RELEASE.format(version=version, name=name)
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                content = answer.read()
        except OSError as error:
            raise SiteError(f"{name}, which the notebooks need in the browser, is neither in PYODIDE_PACKAGES "
                            f"({asked or 'not set'}) nor in {path.parent}, and {address} does not answer: {error}") from None
        check_hash(name, content, package["sha256"])
        with filling(path) as draft:
            draft.write_bytes(content)
    check_hash(str(path), path.read_bytes(), package["sha256"])
    return path


def check_hash(name, content, sha256):
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise SiteError(f"{name} is not the file that pyodide-lock.json means: its sha256 is {found}, and must be {sha256}")


@cache
def attnlib_wheel():
    """attnlib as a wheel, in a folder of its own; the same bytes for the same code."""
    folder = ROOT / "build" / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as draft:   # setuptools writes beside what it reads
        for name in ("pyproject.toml", "README.md", "LICENSE", "attnlib"):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
            copy(ROOT / name, Path(draft) / name)
        _run(["-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), draft],
             env={"SOURCE_DATE_EPOCH": "315532800"})   # 1980, where a zip's calendar begins
    return next(folder.glob("attnlib-*.whl"))


@cache
def other_wheels():
    """The wheels that are not in Pyodide's release: of PyPI, the kernel's own, and attnlib."""
    folder = cached("wheels", hashlib.sha256((HERE / "web" / "wheels.txt").read_bytes()).hexdigest()[:12])
    if not folder.exists():
        with filling(folder) as draft:
            _run(["-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:",
                  "--platform", "any", "--implementation", "py", "--abi", "none",   # else psygnal comes for this machine
                  "--python-version", "3.12", "--dest", str(draft), "--requirement", str(HERE / "web" / "wheels.txt")])
            older_kernel = next(draft.glob("jupyterlite_pyodide_kernel-*.whl"))
            with zipfile.ZipFile(older_kernel) as archive:
                piplite = next(name for name in archive.namelist() if re.search(r"/piplite-.*\.whl$", name))
                (draft / Path(piplite).name).write_bytes(archive.read(piplite))
            older_kernel.unlink()
    newer = SHARE / KERNEL / "static" / "pypi"
    return [*sorted(folder.glob("*.whl")), *newer.glob("pyodide_kernel-*.whl"), *newer.glob("ipykernel-*.whl"), attnlib_wheel()]


def package_entry(wheel, among):
    """A wheel as pyodide-lock.json describes one. It depends on those of its requirements that are `among` the names.

    Not by pyodide_lock: it knows no extra of a root package (attnlib's `lessons`), and stops at what the browser lacks.
    """
    content = wheel.read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        metadata = archive.read(next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))).decode()
        modules = {name.split("/")[0].removesuffix(".py") for name in archive.namelist()
                   if re.fullmatch(r"\w+/__init__\.py|\w+\.py", name)}
    name, version, *_ = parse_wheel_filename(wheel.name)
    required = [Requirement(line) for line in re.findall(r"^Requires-Dist: (.*)$", metadata, re.M)]
    needed = {canonicalize_name(one.name) for one in required if is_needed(one, name)} & among
    return {
        "name": name, "version": str(version), "sha256": hashlib.sha256(content).hexdigest(), "imports": sorted(modules),
        "file_name": wheel.name,
        "depends": sorted(needed), "install_dir": "site", "package_type": "package", "unvendored_tests": False,
    }


def is_needed(requirement, name):
    """Whether the browser needs it: attnlib there comes with what a lesson needs."""
    extras = ["", "lessons"] if name == "attnlib" else [""]
    return requirement.marker is None or any(
        requirement.marker.evaluate({"extra": extra, "python_version": "3.12", "sys_platform": "emscripten"}) for extra in extras)


def lock():
    """pyodide-lock.json of the site, and the file of each package in it: what the kernel and attnlib need, and nothing else."""
    whole = release()
    wheels, theirs = {parse_wheel_filename(path.name)[0]: path for path in other_wheels()}, whole["packages"]
    names = set(wheels) | set(theirs)
    ours = {name: package_entry(path, names) for name, path in wheels.items()}
    everything = {**theirs, **ours}
    needed = with_dependencies([*START, *LATER, "attnlib"], everything)
    packages = {name: everything[name] for name in sorted(needed)}
    check_cycles(packages)
    files = {name: wheels.get(name) or release_file(packages[name], whole["info"]["version"]) for name in packages}
    return {"info": whole["info"], "packages": packages}, files


def with_dependencies(names, packages):
    needed, waiting = set(), list(names)
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name not in needed:
            needed.add(name)
            waiting += packages[name]["depends"]
    return needed


def check_cycles(packages):
    """Packages that wait for each other would hang the kernel without a word."""
    try:
        TopologicalSorter({name: map(canonicalize_name, package["depends"]) for name, package in packages.items()}).prepare()
    except CycleError as error:
        raise SiteError(f"packages in pyodide-lock.json wait for each other: {' → '.join(error.args[1])}") from None


# --- JupyterLite -----------------------------------------------------------------------------------------------------------

def jupyter(folder, bar):
    """JupyterLite in `folder`, with every notebook. `bar`, a function of language and application, is HTML above it."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as draft:
        draft = Path(draft)
        _write_python(draft / "static" / "pyodide")
        for language in LANGUAGES:
            (draft / "contents" / language).mkdir(parents=True)
            for path in sources().values():
                notebook = student_copy(nbformat.read(target(path, language), as_version=4))
                (draft / "contents" / language / f"{path.stem}.ipynb").write_text(trusted(notebook), encoding="utf-8")
        (draft / "jupyter-lite.json").write_text(json.dumps(settings(
            exposeAppInBrowser=True,
            litePluginSettings={f"{KERNEL}:kernel": {"disablePyPIFallback": True,
                                                    "loadPyodideOptions": {"packages": START + LATER}}})))
        (draft / "config.json").write_text(json.dumps({"LiteBuildConfig": {
            "contents": [str(draft / "contents")], "output_dir": str(folder), "apps": ["notebooks", "lab"], "no_sourcemaps": True,
            "no_unused_shared_packages": True, "ignore_sys_prefix": ["federated_extensions"],
            "federated_extensions": [str(SHARE / name) for name in EXTENSIONS], "source_date_epoch": 315532800}}))
        _run(["-m", "jupyterlite_core", "build", "--config", "config.json"], cwd=draft)
    start_early(folder)
    open_at_once(folder)
    patch_translations(folder)
    (folder / "index.html").write_text(FOLDER_PAGE.format(lang=TAGS[LANGUAGES[0]], home="../"))
    for language in LANGUAGES:
        (folder / language).mkdir()
        (folder / language / "index.html").write_text(FOLDER_PAGE.format(lang=TAGS[language], home=f"../../{language}/"))
        (folder / language / "jupyter-lite.json").write_text(json.dumps(settings(settingsOverrides={
            **interface(language),   # and no dates: the build's calendar stands still
            "@jupyterlab/filebrowser-extension:browser": {"showLastModifiedColumn": False}})))
        for application in VIEWS:
            _copy_for(language, folder / application, folder / language / application, bar(language, application))
        shutil.copyfile(folder / "jupyter-lite.ipynb", folder / language / "jupyter-lite.ipynb")   # asked for in every folder
    for application in VIEWS:
        shutil.rmtree(folder / application)


def trusted(notebook):
    """The text of the site's own notebook, whose stored outputs may run in its own Jupyter: else that calls it untrusted."""
    content = json.loads(nbformat.writes(notebook))   # which takes such a mark away
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["metadata"]["trusted"] = True
    return json.dumps(content, ensure_ascii=False, indent=1)


def start_early(folder):
    """static/pyodide/start.mjs: the kernel's worker, which a page starts before Jupyter does."""
    [worker] = (folder / "extensions" / KERNEL / "static").glob("comlink.worker.*.js")
    text = (HERE / "start.mjs").read_text(encoding="utf-8")
    text = text.replace("KERNEL", KERNEL).replace("WORKER", worker.name).replace("PACKAGES", json.dumps(START))
    (folder / "static" / "pyodide" / "start.mjs").write_text(text, encoding="utf-8")


def open_at_once(folder):
    """Jupyter opens a notebook only when it has saved its layout, half a second after the last change of it: here, before."""
    [core] = (folder / "build").glob("jlab_core.*.js")
    quick.change(core, "await A.invoke()}}),d.addCommand(v.reset,", "A.invoke()}}),d.addCommand(v.reset,")


# the first worker that Jupyter asks for is there already; a kernel that starts again gets one of its own. Python begins when the
# lesson's page has come and Jupyter when it can be read (bar.html.j2), or after five seconds: all of them want the same line
EARLY = """<script>
globalThis.lessonRead = new Promise((done) => { globalThis.beginJupyter = done; });
globalThis.beginPython = () => {
  globalThis.beginPython = () => {};
  const begun = new Worker(new URL("../../static/pyodide/start.mjs", location), { type: "module" }), Real = window.Worker;
  window.Worker = class extends Real {
    constructor(url, options) {
      if (!/\\/comlink\\.worker\\./.test(url)) { super(url, options); return; }
      window.Worker = Real;
      return begun;
    }
  };
};
setTimeout(() => { beginPython(); beginJupyter(); }, 5000);
{
  // Jupyter unregisters every service worker before it registers its own: not the site's
  const workers = navigator.serviceWorker, all = workers?.getRegistrations.bind(workers);
  if (workers) workers.getRegistrations = async () => (await all()).filter((one) => !one.active?.scriptURL.endsWith("/keep.js"));
}
</script>"""


def wasm():
    """The file of Python itself on the site, named by what it holds: no browser takes an older one for it (keep.js)."""
    return f"{hashlib.sha256((web() / 'pyodide' / WASM).read_bytes()).hexdigest()[:12]}.wasm"


def settings(**values):
    return {"jupyter-lite-schema-version": 0, "jupyter-config-data": values}


def _write_python(folder):
    """Pyodide, its packages packed to start quickly, and packed.json: what was done to each."""
    folder.mkdir(parents=True)
    for name, own in RUNTIME.items():
        shutil.copyfile(web() / "pyodide" / name, folder / own)
    shutil.copyfile(web() / "pyodide" / WASM, folder / wasm())
    quick.change(folder / "pyodide.core.mjs", f'"{WASM}"', f'"{wasm()}"')
    text = (HERE / "pyodide.mjs").read_text(encoding="utf-8").replace("LATER", json.dumps(LATER))
    (folder / "pyodide.mjs").write_text(text, encoding="utf-8")
    listed, files = lock()
    used, done = quick.imported(files), {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:   # each waits for a Node of its own
        everything = {"stdlib": web() / "pyodide" / "python_stdlib.zip", **files}
        waiting = pool.map(lambda one: quick.packed(*one, used), everything.items())
        for name, result in zip(everything, tqdm(waiting, "the browser's Python", len(everything), disable=None), strict=True):
            done[name] = result
    for name, unused in quick.NOT_NEEDED.items():   # not loaded with it, and stays to be imported
        listed["packages"][name]["depends"] = [one for one in listed["packages"][name]["depends"]
                                               if canonicalize_name(one) not in unused]
        done[name][1]["not loaded with it"] = sorted(unused)
    shutil.copyfile(done["stdlib"][0], folder / "python_stdlib.zip")
    needed = with_dependencies([*START, "attnlib"], listed["packages"])
    for name, package in listed["packages"].items():
        _place(folder, package, done[name][0], "" if name in needed else "later/")
        for alone in done[name][1]["apart"].values():
            shutil.copyfile(done[name][0].parent / alone, folder / alone)
    (folder / "pyodide-lock.json").write_text(json.dumps(listed))
    (folder / "packed.json").write_text(json.dumps({name: report for name, (_, report) in done.items()}, indent=1))
    write_model(folder)


def _place(folder, package, path, where):
    """A package's file, in a folder named by its content: no browser takes an older one for it. The site's keeper (keep.js)
    fetches none that stands in later/ unasked."""
    package["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    package["file_name"] = f"{where}{package['sha256'][:12]}/{path.name}"
    place = folder / package["file_name"]
    place.parent.mkdir(exist_ok=True, parents=True)
    shutil.copyfile(path, place)


def write_model(folder):
    """The model of attnlib.pretrained in parts, beside the browser's Python; only a notebook that loads it asks for them."""
    data = model_file.content()
    size = -(-len(data) // model_file.PARTS)
    for part in range(model_file.PARTS):
        (folder / model_file.part_name(part)).write_bytes(data[part * size:(part + 1) * size])


def patch_translations(folder):
    """What Jupyter's Portuguese pack leaves in English is added to it: in each of Jupyter's domains, and as menus name it."""
    path = folder / "api" / "translations" / f"{locale('pt')}.json"
    pack = json.loads(path.read_text(encoding="utf-8"))
    for text, said in json.loads((HERE / "web" / f"jupyter-{path.name}").read_text(encoding="utf-8")).items():
        for domain in ("jupyterlab", "notebook", "jupyterlite"):
            known = pack["data"].setdefault(domain, {"": {**pack["data"]["jupyterlab"][""], "domain": domain}})
            for key in (text, f"menu\u0004{text}", f"schema\u0004{text}", f"v4\u0004{text}"):
                known[key] = said if isinstance(said, list) else [said]
    path.write_text(json.dumps(pack, ensure_ascii=False), encoding="utf-8")


def _copy_for(language, application, folder, bar):
    """A language's own copy of an application, one folder deeper than the first."""
    shutil.copytree(application, folder)
    path = folder / "jupyter-lite.json"
    config = json.loads(path.read_text(encoding="utf-8").replace('"../', '"../../'))
    config["jupyter-config-data"]["appUrl"] = f"/{language}/{application.name}"
    path.write_text(json.dumps(config))
    page = folder / "index.html"
    html = re.sub(r"(?<=[\"'])\.\.(?=[/\"'])", "../..", page.read_text(encoding="utf-8"))
    html = html.replace("<html>", f'<html lang="{TAGS[language]}">', 1)
    html = html.replace("<head>", "<head>" + EARLY, 1)
    begin = "await import("
    if html.count(begin) != 1:
        raise SiteError(f"{page.name} of JupyterLite begins in another way than with `{begin}`")
    html = html.replace(begin, "await globalThis.lessonRead;\n        " + begin)
    page.write_text(html.replace("</body>", bar + "</body>", 1), encoding="utf-8")


def _run(arguments, cwd=None, env=()):
    result = subprocess.run([sys.executable, *arguments], cwd=cwd, env={**os.environ, **dict(env)},
                            capture_output=True, text=True)
    if result.returncode:
        raise SiteError(f"`python {' '.join(arguments[:3])} …` failed:\n{result.stdout[-2000:]}{result.stderr[-4000:]}")

// Which files the browser's Python reads for a lesson: node imported.mjs PYODIDE NOTEBOOK WHEEL…. Prints one JSON list of paths.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, notebook, ...wheels] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: `${folder}/`, stdout() {}, stderr() {} });
const extractDir = "/lib/python3.12/site-packages";
for (const wheel of wheels) python.unpackArchive(new Uint8Array(readFileSync(wheel)), "zip", { extractDir });
const run = python.runPython(`
import importlib, json, sys
importlib.invalidate_caches()
import micropip, piplite.piplite, pyodide_kernel
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

def run(notebook):
    for cell in json.loads(notebook)["cells"]:
        if cell["cell_type"] == "code":
            with capture_output():
                InteractiveShell.instance().run_cell("".join(cell["source"]))
    return json.dumps(sorted({module.__file__ for module in list(sys.modules.values()) if getattr(module, "__file__", None)}))
run
`);
console.log(run(readFileSync(notebook, "utf8")));

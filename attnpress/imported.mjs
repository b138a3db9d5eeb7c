// Which files the browser's Python reads when a lesson starts: node imported.mjs PYODIDE WHEEL…. One JSON line of paths.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, ...wheels] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const python = await loadPyodide({ stdout: () => {}, stderr: () => {} });
for (const wheel of wheels) python.unpackArchive(readFileSync(wheel), "wheel");
console.log(python.runPython(`
import importlib, json, sys
importlib.invalidate_caches()
import micropip, piplite.piplite, pyodide_kernel, attnlib.classroom, matplotlib.backends.backend_agg, IPython.core.completer
json.dumps(sorted({module.__file__ for module in list(sys.modules.values()) if getattr(module, "__file__", None)}))
`));

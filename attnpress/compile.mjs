// Compiles Python files by the browser's own Python, so that its magic number fits: node compile.mjs PYODIDE LIST
// LIST is JSON, [[file, the path that tracebacks show], …]; beside each file its .pyc is written.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, list] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: `${folder}/` });
const compiled = python.runPython(`
import importlib._bootstrap_external as bootstrap, importlib.util, warnings
warnings.simplefilter("ignore")

def compiled(source, path):
    source = source.to_bytes()
    try:
        code = compile(source, path, "exec", dont_inherit=True)
    except SyntaxError:   # a template, or a test of another Python
        return None
    return bytes(bootstrap._code_to_hash_pyc(code, importlib.util.source_hash(source), False))   # never compared with a source
compiled
`);
for (const [file, path] of JSON.parse(readFileSync(list, "utf8"))) {
  const code = compiled(new Uint8Array(readFileSync(file)), path);
  if (!code) continue;
  writeFileSync(`${file}c`, code.toJs());
  code.destroy();
}

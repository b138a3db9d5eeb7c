// In place of Pyodide's own module: the Python that start.mjs has begun in this worker, once; else a new one.
import { loadPyodide as load, version } from "./pyodide.core.mjs";

export { version };

export async function loadPyodide(options) {
  const begun = globalThis.begunPython;
  delete globalThis.begunPython;
  if (!begun) return load(options);
  const python = await begun;
  if (options.stdout) python.setStdout({ batched: options.stdout });
  if (options.stderr) python.setStderr({ batched: options.stderr });
  return python;
}

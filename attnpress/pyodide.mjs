// In place of Pyodide's own module: the Python that start.mjs has begun in this worker, once; else a new one.
import { loadPyodide as load, version } from "./pyodide.core.mjs";

export { version };

export async function loadPyodide(given) {
  const options = { ...given, packages: (given.packages ?? []).filter((name) => !LATER.includes(name)) };
  const begun = globalThis.begunPython;
  delete globalThis.begunPython;
  if (!begun) return load(options);
  globalThis.kernelUntil = Infinity;   // start.mjs imports nothing while the kernel begins
  let python = await begun.catch(() => null);
  globalThis.kernelUntil = performance.now() + 1500;
  if (!python) {   // a connection that was cut: once more, and then say so
    const channel = new BroadcastChannel("python-starts");
    try {
      python = await load(options);
    } catch (error) {
      channel.postMessage("failed");
      throw error;
    }
    channel.postMessage(1);
    return python;
  }
  if (options.stdout) python.setStdout({ batched: options.stdout });
  if (options.stderr) python.setStderr({ batched: options.stderr });
  return python;
}

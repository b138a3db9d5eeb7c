// The worker of the browser's Python, started by the page itself before Jupyter has loaded: run/static/pyodide/start.mjs.
// It holds the kernel's own worker, which asks pyodide.mjs for a Python and is given the one begun here. What it is doing goes
// out on a BroadcastChannel, for the bar above the notebook. Then, between two cells, it imports what every lesson imports.
import "../../extensions/KERNEL/static/WORKER";
import { loadPyodide } from "./pyodide.core.mjs";

const channel = new BroadcastChannel("python-starts");
const tell = (share) => channel.postMessage(share);
const IMPORTS = ["numpy", "ipywidgets", "anywidget", "matplotlib", "matplotlib.figure", "matplotlib.backends.backend_agg",
  "attnlib.classroom"];

globalThis.begunPython = (async () => {
  tell(0.05);
  const python = await loadPyodide({ indexURL: new URL(".", import.meta.url).href, packages: PACKAGES });
  tell(0.6);
  await python.runPythonAsync("import piplite.piplite, IPython, pyodide_kernel");
  tell(0.9);
  setTimeout(async () => {
    tell(1);   // the kernel has it
    await python.loadPackage("attnlib", { messageCallback() {} });
    for (const name of IMPORTS) {
      await new Promise((done) => setTimeout(done));   // a cell that waits goes first
      await python.runPythonAsync(`import ${name}`);
    }
  }, 1500);
  return python;
})();

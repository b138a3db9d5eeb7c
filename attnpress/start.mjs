// The worker of the browser's Python, started by the page itself before Jupyter has loaded: run/static/pyodide/start.mjs.
// It holds the kernel's own worker, which asks pyodide.mjs for a Python and is given the one begun here. What it is doing goes
// out on a BroadcastChannel, for the bar above the notebook: nothing while its files come, of which most is one, so that the bar
// moves to and fro. Then it imports what every lesson imports.
import "../../extensions/KERNEL/static/WORKER";
import { loadPyodide } from "./pyodide.core.mjs";

const channel = new BroadcastChannel("python-starts");
const tell = (share) => channel.postMessage(share);
const IMPORTS = ["numpy", "traitlets", "ipywidgets", "anywidget", "PIL.Image", "matplotlib", "matplotlib.transforms",
  "matplotlib.font_manager", "matplotlib.figure", "matplotlib.backends.backend_agg", "attnlib.classroom"];   // each a short wait

// while Jupyter is still loading
async function bring(python) {
  await python.loadPackage("attnlib", { messageCallback() {} });
  for (const name of IMPORTS) {
    await new Promise((done) => setTimeout(done));   // whoever waits goes first
    while (performance.now() < globalThis.kernelUntil) await new Promise((done) => setTimeout(done, 100));   // pyodide.mjs
    await python.runPythonAsync(`import ${name}`);
  }
}

globalThis.begunPython = (async () => {
  const python = await loadPyodide({ indexURL: new URL(".", import.meta.url).href, packages: PACKAGES });
  tell(0.6);
  await python.runPythonAsync("import piplite.piplite, IPython, pyodide_kernel");
  tell(0.9);
  setTimeout(() => tell(1), 1500);   // the kernel has it
  bring(python);
  return python;
})();

// On the site's pages: what was read stays readable without a network, and who is about to run a notebook finds Python on its way.
const root = new URL("./", import.meta.url).href, folder = location.href.slice(root.length).split("/")[0];
// for this folder alone: Jupyter's, beside it, has a worker of its own. A private window may refuse
navigator.serviceWorker?.register(`${root}keep.js`, { scope: `${root}${folder}/` }).catch(() => {});
navigator.serviceWorker?.ready.then(({ active }) => active.postMessage({ keep: [location.href] }));

const PYTHON = ["pyodide.core.mjs", "pyodide.asm.js", "WASM", "python_stdlib.zip", "pyodide-lock.json", "start.mjs"];
function begin() {
  for (const event of INTENT) removeEventListener(event, intend, true);
  for (const name of PYTHON) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "prefetch", href: new URL(`run/static/pyodide/${name}`, import.meta.url).href, crossOrigin: "anonymous" });
    document.head.append(link);
  }
}
const INTENT = ["pointerover", "focusin", "touchstart"];
const metered = () => navigator.connection?.saveData || navigator.connection?.type === "cellular";
function intend(event) {
  if (event.target.closest?.('a[href*="/run/"], a[href*="run/"][href*="notebooks"]') && !metered()) begin();
}
for (const event of INTENT) addEventListener(event, intend, { capture: true, passive: true });

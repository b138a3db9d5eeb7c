// Runs notebooks in the site's own Python, and says what each code cell prints: node prove.mjs FOLDER NOTEBOOK…
// FOLDER holds pyodide.mjs, its lock and the packages. One JSON line a notebook: [[cell id, text], …].
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, ...notebooks] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));

// as a browser has it: attnlib.model_file asks the site for files that stand beside this Python
globalThis.XMLHttpRequest = class {
  open(method, address) {
    this.address = address;
  }
  send() {
    this.response = new Uint8Array(readFileSync(this.address));   // not a Buffer
    this.status = 200;
  }
};

const RUN = `
import json
from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

class Shown(DisplayHook):
    """A cell's last expression, as its text alone."""
    def write_output_prompt(self):
        pass
    def write_format_data(self, formats, metadata=None):
        print(formats.get("text/plain", ""), end="")
    def finish_displayhook(self):
        pass

def run(notebook):
    no_history = Config(HistoryManager={"enabled": False})   # as in the kernel: there is no sqlite3
    shell, said = InteractiveShell.instance(displayhook_class=Shown, config=no_history), []
    for cell in json.loads(notebook)["cells"]:
        if cell["cell_type"] == "code":
            with capture_output() as captured:
                result = shell.run_cell("".join(cell["source"]))
            error = result.error_before_exec or result.error_in_exec
            displayed = [output.data.get("text/plain", "") for output in captured.outputs]
            text = captured.stdout.rpartition("\\x1b[2K\\r")[2] + "".join(displayed)   # what clear_output leaves
            said.append([cell["id"], text if error is None else f"{type(error).__name__}: {error}"])
    return json.dumps(said)
run
`;

for (const notebook of notebooks) {
  const python = await loadPyodide({ indexURL: `${folder}/`, packageCacheDir: folder, stdout: () => {}, stderr: () => {} });
  await python.loadPackage(["ipython", "attnlib"], { messageCallback: () => {} });
  console.log(python.runPython(RUN)(readFileSync(notebook, "utf8")));
}

// Reads [[tex, display], …] from stdin, writes [{mathml} or {error}, …]: one process for all formulas of a lesson.
// argv: the path of temml.mjs
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { default: temml } = await import(pathToFileURL(process.argv[2]));
const formulas = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(formulas.map(([tex, displayMode]) => {
  try {
    return { mathml: temml.renderToString(tex, { displayMode, throwOnError: true }) };
  } catch (error) {
    return { error: error.message };
  }
})));

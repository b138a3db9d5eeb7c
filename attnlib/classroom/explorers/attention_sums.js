// The sum behind the number that a student of the Attention explorer points at.
import { sum } from "./kernel.js";
import { brief, make, writeToken } from "./parts.js";

const TERMS = 4;   // of a sum, before it is shortened

// A line that shows the sum of the cell under the pointer, or in focus. `light` is set by whoever has the matrices.
export function readOut(view, live) {
  const node = make("p", { class: "attn-status" });
  let focused = null, hovered = null;

  function explain(aloud) {
    const pointed = hovered ?? focused;
    const here = pointed && sumOf(pointed, view);
    if (here) {
      const pair = here.pair.flatMap((token, at) => {
        const name = make("bdi", { class: "attn-pair" });
        writeToken(name, brief(token));
        return at ? [" → ", name] : [name];
      });
      node.replaceChildren(...pair, ...(pair.length ? [": "] : []), make("span", { class: "attn-sum-of" }, here.text));
      if (aloud) live.say(node.textContent);
    } else if (node.dataset.rest !== "true") node.replaceChildren(view.t("attention-hint"));
    node.dataset.rest = String(!here);
    read.light(here?.from ?? {});
  }

  const read = {
    node, explain, light: () => {},
    // the calls by which the matrix of this name says where the student is
    point: (name) => ({
      onFocus: (i, j) => { focused = { name, i, j }; hovered = null; explain(true); },
      onHover: (i, j) => { hovered = { name, i, j }; explain(false); },
      onLeave: (what) => { if (what === "focus") focused = null; else hovered = null; explain(false); },
    }),
  };
  return read;
}

const SUMS = { scores: scoreSum, masked: maskedSum, weights: weightSum, output: outputSum };

// The sum behind cell (i, j) of a matrix, or null for a cell that is no more: `pair`, the tokens whose it is, the `text`, and
// `from`, {matrix: (i, j) => whether that cell is part of it}.
function sumOf({ name, i, j }, view) {
  const { weights, output } = view.r, rows = weights.length, columns = (name === "output" ? output : weights)[0].length;
  if (name === "weights" && i <= rows && j <= columns && (i === rows || j === columns)) return marginSum(i, j, view);
  if (i >= rows || j >= columns) return null;
  return { pair: [view.s.query_tokens[i], view.s.key_tokens[j]], ...SUMS[name](i, j, view) };
}

const bracket = (n, x) => x < 0 ? `(${n.short(x)})` : n.short(x);
const series = (terms) => terms.length > TERMS ? [...terms.slice(0, TERMS - 1), "…"].join(" + ") : terms.join(" + ");

function scoreSum(i, j, { n, r, q, k }) {
  const products = q[i].map((x, at) => `${bracket(n, x)}·${bracket(n, k[j][at])}`);
  return { text: `${n.short(r.scores[i][j])} = ${series(products)}`, from: { q: (a) => a === i, k: (a) => a === j } };
}

// A score and what it is divided by: √3, 0,5 or (√3 · 0,5)
function divided(score, { n, s, k }) {
  const divisors = [s.scale && `√${k[0].length}`, s.temperature !== 1 && n.short(s.temperature)].filter(Boolean);
  const below = divisors.length > 1 ? `(${divisors.join(" · ")})` : divisors[0];
  return [n.short(score), below].filter(Boolean).join(" / ");
}

function maskedSum(i, j, view) {
  const { t, n, s, r, mask } = view, from = { scores: (a, b) => a === i && b === j };
  if (r.masked[i][j] === -Infinity) return { text: t("attention-why-minus-infinity"), from };
  const expression = divided(r.scores[i][j], view), multiplied = !mask[i][j] && s.mask_how === "x0 before softmax";
  return { text: `${n.short(r.masked[i][j])} = ${multiplied ? `0 · ${expression}` : expression}`, from };
}

// The cells that share one softmax stand in a row, or in a column where the axis is wrong.
function weightSum(i, j, view) {
  const { t, n, s, r, mask } = view, byRow = s.axis === "keys";
  const cells = byRow ? r.weights[i].map((_, at) => [i, at]) : r.weights.map((_, at) => [at, j]);
  const from = { masked: (a, b) => byRow ? a === i : b === j };
  const zeros = s.mask_how === "x0 before softmax", renormalised = s.mask_how === "zero and renormalise";
  if (cells.every(([a, b]) => !mask[a][b]) && !zeros) return { text: t("attention-why-nobody"), from };
  if (!mask[i][j] && s.mask_how.startsWith("zero")) {
    return { text: t("attention-why-zeroed", { share: n.fixed(r.shares[i][j]) }), from };
  }
  const open = cells.filter(([a, b]) => r.masked[a][b] !== -Infinity && (mask[a][b] || !renormalised));
  const exponent = ([a, b]) =>
    !mask[a][b] && zeros ? "0" : r.masked[a][b] === -Infinity ? "−∞" : divided(r.scores[a][b], view);
  const power = (cell) => `exp(${exponent(cell)})`;
  const term = renormalised && open.length < cells.length ? ([a, b]) => n.fixed(r.shares[a][b]) : power;
  return { text: `${n.fixed(r.weights[i][j])} = ${term([i, j])} / (${series(open.map(term))})`, from };
}

// A margin of the weights: the sum of a row, of a column, or of all.
function marginSum(i, j, { n, s, r }) {
  const [rows, columns] = [r.weights.length, r.weights[0].length], [below, beside] = [i === rows, j === columns];
  const list = below && beside ? r.rowSums : below ? r.weights.map((row) => row[j]) : r.weights[i];
  const pair = below && beside ? [] : [below ? s.key_tokens[j] : s.query_tokens[i]];
  const inside = (a, b) => (below ? a < rows : a === i) && (beside ? b < columns : b === j);
  return { pair, text: `${n.fixed(sum(list))} = ${series(list.map((w) => n.fixed(w)))}`, from: { weights: inside } };
}

function outputSum(i, j, { n, s, r, v }) {
  const products = r.weights[i].map((weight, at) => `${n.fixed(weight)}·${bracket(n, v[at][j])}`);
  const from = { weights: (a, b) => a === i && b < v.length, v: (a, b) => b === j };
  return { pair: [s.query_tokens[i]], text: `${n.short(r.output[i][j])} = ${series(products)}`, from };
}

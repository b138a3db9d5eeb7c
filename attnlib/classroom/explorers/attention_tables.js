// What is seen of the Attention explorer: Q, K, V and the four stages as matrices, and whether each row sums to 1.
import { LARGEST, sum } from "./kernel.js";
import { Matrix } from "./matrix.js";
import { brief, group, isolated, make, write } from "./parts.js";

export const MATRICES = ["q", "k", "v"];
export const STAGES = ["scores", "masked", "weights", "output"];
const NAMES_AT_ONCE = 6;   // of rows that do not sum to 1

const isOne = (total) => Math.abs(total - 1) < 1e-9;
// What a screen reader is told of a cell of the mask.
const heard = ({ t, mask }, i, j, number) => t(mask[i][j] ? "attention-open" : "attention-blocked", { number });

export function pictures(view) {
  const { t } = view;
  let toggled = null;   // the cell of the mask that the student has just opened or blocked
  function toggle(i, j) {
    if (view.s.mask_kind !== "custom") return;
    view.change({ mask: view.model.get("mask").map((row, at) => at === i ? row.with(j, !row[j]) : row) });
    toggled = [i, j];
  }

  const tables = Object.fromEntries([
    ...MATRICES.map((name) => [name, inputMatrix(view, name)]),
    ...STAGES.map((name) => [name, stageMatrix(view, name, name === "masked" ? toggle : undefined)]),
  ]);
  view.read.light = (from) => { for (const [name, table] of Object.entries(tables)) table.light(from[name]); };

  const boxes = Object.fromEntries(STAGES.map((name) => [name, make("div", { class: "attn-stage" }, tables[name].node)]));
  for (const name of STAGES.slice(1)) boxes[name].prepend(make("span", { class: "attn-arrow", "aria-hidden": "true" }, "→"));
  const inputs = group(t("attention-inputs"), ...MATRICES.map((name) => tables[name].node));
  const stages = group(t("attention-stages"), ...STAGES.map((name) => boxes[name]));
  const hint = make("p", { class: "attn-note" }, t("attention-mask-hint", { stage: t("attention-caption-masked") }));
  const verdict = make("p", { class: "attn-note attn-verdict" });

  function hideAndShow() {
    const { shown, s } = view;
    inputs.hidden = !["all", "inputs"].includes(shown) || (shown === "all" && s.hide.includes("inputs"));
    stages.hidden = ["inputs", "links"].includes(shown);
    for (const name of STAGES) boxes[name].hidden = !["all", name].includes(shown);
    stages.classList.toggle("attn-one", shown !== "all");
    verdict.hidden = !["all", "weights", "links"].includes(shown);
    hint.hidden = s.mask_kind !== "custom" || boxes.masked.hidden;
  }

  const drawnOf = {};   // what Q, K, V and the scores were drawn from: they stand as they are while a slider moves
  function draw() {
    hideAndShow();
    const { s } = view;
    const names = [...(inputs.hidden ? [] : MATRICES), ...STAGES.filter((name) => !stages.hidden && !boxes[name].hidden)];
    const sizes = sizesOf(view);
    for (const name of names) tables[name].resize(...sizes[name]);
    const madeOf = { q: [s.q, s.head], k: [s.k, s.head], v: [s.v, s.head], scores: [s.q, s.k, s.head] };
    for (const name of names) {
      if (madeOf[name]?.every((one, at) => one === drawnOf[name]?.[at])) continue;
      DRAWINGS[name](view, tables[name]);
      drawnOf[name] = madeOf[name];
    }
    judge(view, verdict);
  }

  // The words for the cell of the mask that was pressed last, once.
  function pressed() {
    const { n, r } = view, place = toggled;
    toggled = null;
    return place && `${heard(view, ...place, n.together(r.masked)(r.masked[place[0]][place[1]]))}.`;
  }

  return { node: make("div", { class: "attn-flow" }, inputs, stages), hint, verdict, draw, pressed };
}

// Q, K or V, whose numbers a student types.
function inputMatrix(view, name) {
  const { t, n } = view;
  return new Matrix({
    caption: t(`attention-caption-${name}`), edit: true, glosses: () => view.s.glosses,
    name: (row, column) => t("attention-cell", { matrix: name.toUpperCase(), row, column }),
    onCommit(i, j, text) {
      const { s } = view, value = n.parse(text);
      const column = s.head * (s[name][0].length / s.heads) + j, old = n.short(s[name][i][column]);
      if (!(Math.abs(value) <= LARGEST)) {
        view.warn(t("explorer-refused", { text: brief(text), old, most: n.fixed(LARGEST, 0) }));
        return old;
      }
      view.warn("");
      view.change({ [name]: view.model.get(name).map((row, at) => at === i ? row.with(column, value) : row) });
      return n.short(value);
    },
  });
}

function stageMatrix(view, name, onPress) {
  return new Matrix({
    caption: view.t(`attention-caption-${name}`), corner: name === "output" ? "" : view.t("attention-corner"),
    widest: name === "weights" ? "0,00" : undefined, onPress, glosses: () => view.s.glosses,
    ...view.read.point(name),
  });
}

// The headers of each matrix: rows, columns.
function sizesOf({ t, s, q, k, v }) {
  const [queries, keys] = [s.query_tokens, s.key_tokens], margin = { text: t("explorer-sum"), sum: true };
  const numbered = (row) => row.map((_, c) => String(c + 1));
  return {
    q: [queries, numbered(q[0])], k: [keys, numbered(k[0])], v: [keys, numbered(v[0])],
    scores: [queries, keys], masked: [queries, keys], weights: [[...queries, margin], [...keys, margin]],
    output: [queries, numbered(v[0])],
  };
}

const DRAWINGS = {
  ...Object.fromEntries(MATRICES.map((name) => [name, (view, table) => {
    view[name].forEach((row, i) => row.forEach((value, j) => table.show(i, j, view.n.short(value))));
  }])),
  scores: (view, table) => drawNumbers(view, table, view.r.scores),
  masked: drawMasked,
  weights: drawWeights,
  output: (view, table) => drawNumbers(view, table, view.r.output),
};

function drawNumbers({ n }, table, rows) {
  const text = n.together(rows);
  rows.forEach((row, i) => row.forEach((value, j) => table.show(i, j, () => text(value))));
}

function drawMasked(view, table) {
  const { s, r, n, mask } = view;
  const pressable = s.mask_kind === "custom" ? "attn-press" : "", text = n.together(r.masked);
  r.masked.forEach((row, i) => row.forEach((score, j) => {
    const number = text(score), off = !mask[i][j];
    const spoken = off || pressable ? heard(view, i, j, number) : null;
    table.show(i, j, number, { mark: off ? `attn-off ${pressable}` : pressable, spoken });
  }));
}

function drawWeights({ t, n, r, mask }, table) {
  r.weights.forEach((row, i) => {
    // a blocked pair keeps its frame: a weight that leaks to it is seen
    row.forEach((weight, j) => table.show(i, j, () => n.fixed(weight), mask[i][j] ? { weight }
      : { weight, mark: "attn-veiled", spoken: t("attention-blocked", { number: n.fixed(weight) }) }));
    const total = n.fixed(r.rowSums[i]), right = isOne(r.rowSums[i]);
    table.show(i, row.length, right ? total : `${total} ✗`, { mark: right ? "" : "attn-wrong" });
  });
  r.columnSums.forEach((total, j) => table.show(r.weights.length, j, n.fixed(total)));
  table.show(r.weights.length, r.columnSums.length, n.fixed(sum(r.rowSums)));
}

// Says whether each row of weights sums to 1, and which do not.
function judge({ t, n, s, r, mask }, verdict) {
  const named = (rows, withSum) => {
    const names = rows.slice(0, NAMES_AT_ONCE).map((i) =>
      isolated(brief(s.query_tokens[i])) + (withSum ? ` (${n.fixed(r.rowSums[i])})` : ""));
    if (rows.length > NAMES_AT_ONCE) names.push(t("attention-rows-more", { count: rows.length - NAMES_AT_ONCE }));
    return names.join(" · ");
  };
  const all = s.query_tokens.map((_, i) => i);
  const empty = all.filter((i) => mask[i].every((may) => !may) && r.rowSums[i] === 0);
  const wrong = all.filter((i) => !isOne(r.rowSums[i]) && !empty.includes(i));
  const lines = [];
  if (wrong.length) lines.push(t("attention-rows-wrong", { rows: named(wrong, true) }));
  if (empty.length) lines.push(t("attention-rows-empty", { rows: named(empty, false) }));
  write(verdict, lines.join(" ") || t("attention-rows-right"));
  verdict.classList.toggle("attn-warn", wrong.length > 0);
}

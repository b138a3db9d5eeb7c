// The Attention explorer: Q, K, V, and every stage from scores to output, recomputed while a student changes them.

import { HOW, LARGEST, MOST_TOKENS, allowed, headColumns, presetChanges, stages, sum, tokenize, vectors } from "./kernel.js";
import {
  brief, button, checkbox, frame, group, guard, introduce, isolated, liveRegion, make, matrix, numbers, saver, select, slider, textField, words, write, writeToken,
} from "./parts.js";

const TOKENS_AT_ONCE = 20;   // with more, one stage is shown at a time
const TERMS = 4;             // of a sum, before it is shortened
const MATRICES = ["q", "k", "v"];
const STAGES = ["scores", "masked", "weights", "output"];
const MASKS = ["none", "causal", "padding", "custom"];
const PRESETS = ["start", "axis", "multiply", "no-renormalise", "no-scale", "empty-row", "diagonal", "swapped", "one-hot"];
const TEMPERATURES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
const TRAITS = ["language", "query_tokens", "key_tokens", ...MATRICES, "heads", "head", "scale", "temperature", "mask_kind", "mask",
  "padding", "mask_how", "axis", "stage", "hide", "preset", "seed", "start"];

function render({ model, el }) {
  const root = make("div", { class: "attn attn-attention" });
  guard(root);
  el.append(root);
  let stop = build(model, root);
  const again = () => { stop(); root.replaceChildren(); stop = build(model, root); };   // other words, other controls
  model.on("change:labels", again);
  model.on("change:heads", again);
  return () => {
    model.off("change:labels", again);
    model.off("change:heads", again);
    stop();
  };
}

function build(model, root) {
  const t = words(model), n = numbers(model.get("language"));
  const state = () => Object.fromEntries(TRAITS.map((name) => [name, model.get(name)]));
  const maskInView = () => allowed(s.mask_kind, s.query_tokens.length, s.key_tokens.length, s.padding, s.mask);
  const live = liveRegion(), python = saver(model);
  let s, r, mask, parts, focused = null, hovered = null, message = "", announce = false, toggled = null;

  // What the student does: traits change, Python will hear of it, everything is drawn again.
  function change(traits, { keepPreset = false } = {}) {
    if (!keepPreset && model.get("preset")) traits = { ...traits, preset: "" };
    for (const [name, value] of Object.entries(traits)) model.set(name, value);
    s = state();   // the next change may come before the next picture
    python.soon();
    message = "";
    announce = true;
    draw();
  }

  // --- controls

  const preset = select({
    label: t("attention-preset"), options: [], value: "",
    onChange(name) {
      if (!name) return;
      change({ ...presetChanges(name, s.start, s.query_tokens, s.key_tokens, s.seed), preset: name }, { keepPreset: true });
    },
  });
  const reset = button({
    label: t("explorer-reset"),
    onClick: () => {
      warn("");
      for (const field of sentences) field.set("");
      change({ ...s.start, preset: "start" }, { keepPreset: true });
    },
  });
  const scale = checkbox({ label: "", value: true, onChange: (value) => change({ scale: value }) });
  const temperature = slider({
    label: t("temperature"), min: 0, max: TEMPERATURES.length - 1, step: 1, value: 0,
    // a temperature set in Python may stand between two steps
    text: (step) => n.short(step === nearest(model.get("temperature")) ? model.get("temperature") : TEMPERATURES[step]),
    onInput: (step) => change({ temperature: TEMPERATURES[step] }),
  });
  const maskKind = select({
    label: t("attention-mask"), options: MASKS.map((kind) => [kind, t(`attention-mask-${kind}`)]), value: "none",
    // a mask by hand begins with the one in view
    onChange: (kind) => change(kind === "custom" ? { mask_kind: kind, mask: maskInView() } : { mask_kind: kind }),
  });
  const length = slider({ label: t("attention-length"), min: 0, max: 1, step: 1, value: 1, onInput: (value) => change({ padding: value }) });
  const how = select({
    label: t("attention-how"), options: HOW.map((name, i) => [name, t(`attention-how-${i}`)]), value: HOW[0],
    onChange: (value) => change({ mask_how: value }),
  });
  const axis = select({
    label: t("attention-axis"), options: ["keys", "queries"].map((name) => [name, t(`attention-axis-${name}`)]), value: "keys",
    onChange: (value) => change({ axis: value }),
  });
  const heads = model.get("heads");
  const head = select({
    label: t("attention-head"), value: 0, onChange: (value) => change({ head: Number(value) }, { keepPreset: true }),
    options: Array.from({ length: heads }, (_, i) => [i, t("attention-head-number", { number: i + 1, total: heads })]),
  });
  const stage = select({
    label: t("attention-stage"), options: [], value: "all", onChange: (value) => change({ stage: value }, { keepPreset: true }),
  });

  // --- the student's own sentence

  const self = () => same(s.start.query_tokens, s.start.key_tokens);   // self-attention: one sentence asks and answers
  const sentence = (label, sides) => textField({
    label: t(label), action: t("attention-sentence-use"),
    onEnter(text) {
      const tokens = tokenize(text);
      if (!tokens.length) return warn(t("attention-sentence-empty"));
      if (tokens.length > MOST_TOKENS) return warn(t("attention-sentence-long", { most: MOST_TOKENS, count: tokens.length }));
      const both = { query_tokens: model.get("query_tokens"), key_tokens: model.get("key_tokens") };
      for (const side of sides) both[side] = tokens;
      change({
        ...both, ...vectors(s.start, both.query_tokens, both.key_tokens, s.seed), padding: both.key_tokens.length,
        mask: allowed("none", both.query_tokens.length, both.key_tokens.length), mask_kind: s.mask_kind === "custom" ? "none" : s.mask_kind,
      });
      warn("");
      message = t("attention-sentence-used", { count: tokens.length, seed: s.seed });
    },
  });
  s = state();
  const sentences = self() ? [sentence("attention-sentence", ["query_tokens", "key_tokens"])]
    : [sentence("attention-sentence-queries", ["query_tokens"]), sentence("attention-sentence-keys", ["key_tokens"])];

  // --- what is said

  const note = make("p", { class: "attn-note" });
  const warning = make("p", { class: "attn-note attn-warn" });
  const status = make("p", { class: "attn-status" });
  const verdict = make("p", { class: "attn-note attn-verdict" });
  function warn(text) {
    write(warning, text);
    warning.hidden = !text;
    if (text) live.say(text);
  }

  // --- matrices

  const point = (name) => ({
    onFocus: (i, j) => { focused = { name, i, j }; hovered = null; explain(true); },
    onHover: (i, j) => { hovered = { name, i, j }; explain(false); },
    onLeave: (what) => { if (what === "focus") focused = null; else hovered = null; explain(false); },
  });
  const tables = {};
  for (const name of MATRICES) {
    tables[name] = matrix({
      caption: t(`attention-caption-${name}`), edit: true,
      name: (row, column) => t("attention-cell", { matrix: name.toUpperCase(), row, column }),
      onCommit(i, j, text) {
        const value = n.parse(text), column = s.head * (s[name][0].length / heads) + j, old = n.short(s[name][i][column]);
        if (!(Math.abs(value) <= LARGEST)) {
          warn(t("explorer-refused", { text: brief(text), old, most: n.fixed(LARGEST, 0) }));
          return old;
        }
        warn("");
        change({ [name]: model.get(name).map((row, at) => at === i ? row.with(column, value) : row) });
        return n.short(value);
      },
    });
  }
  for (const name of STAGES) {
    tables[name] = matrix({
      caption: t(`attention-caption-${name}`), corner: name === "output" ? "" : t("attention-corner"),
      widest: name === "weights" ? "0,00" : undefined,
      onPress: name === "masked" ? toggle : undefined, ...point(name),
    });
  }
  function toggle(i, j) {
    if (s.mask_kind !== "custom") return;
    change({ mask: model.get("mask").map((row, at) => at === i ? row.with(j, !row[j]) : row) });
    toggled = [i, j];
  }

  // --- drawing

  function update() {
    s = state();
    const [queries, keys] = [s.query_tokens, s.key_tokens];
    parts = Object.fromEntries(MATRICES.map((name) => [name, headColumns(s[name], heads, s.head)]));
    mask = maskInView();
    r = stages({ ...parts, mask, scale: s.scale, temperature: s.temperature, how: s.mask_how, axis: s.axis });

    const one = Math.max(queries.length, keys.length) > TOKENS_AT_ONCE;
    const shown = one && s.stage === "all" ? "weights" : s.stage;
    showControls(one, shown);
    inputs.hidden = !["all", "inputs"].includes(shown) || (shown === "all" && s.hide.includes("inputs"));
    pictures.hidden = shown === "inputs";
    for (const name of STAGES) boxes[name].hidden = !["all", name].includes(shown);
    pictures.classList.toggle("attn-one", shown !== "all");
    verdict.hidden = !["all", "weights"].includes(shown);

    const margin = { text: t("explorer-sum"), sum: true };
    const numbered = (row) => row.map((_, c) => String(c + 1));
    const sizes = {
      q: [queries, numbered(parts.q[0])], k: [keys, numbered(parts.k[0])], v: [keys, numbered(parts.v[0])],
      scores: [queries, keys], masked: [queries, keys], weights: [[...queries, margin], [...keys, margin]],
      output: [queries, numbered(parts.v[0])],
    };
    const drawn = [...(inputs.hidden ? [] : MATRICES), ...STAGES.filter((name) => !pictures.hidden && !boxes[name].hidden)];
    for (const name of drawn) tables[name].resize(...sizes[name]);
    // Q, K, V and the scores stand as they are while a slider moves
    const madeOf = { q: [s.q, s.head], k: [s.k, s.head], v: [s.v, s.head], scores: [s.q, s.k, s.head] };
    for (const name of drawn) {
      if (madeOf[name]?.every((one, at) => one === drawnOf[name]?.[at])) continue;
      draws[name]();
      drawnOf[name] = madeOf[name];
    }
    judge(queries);
    explain(false);
    const pressed = toggled && `${heard(...toggled, n.together(r.masked)(r.masked[toggled[0]][toggled[1]]))}.`;
    if (announce) live.say([pressed, note.textContent, verdict.textContent].filter(Boolean).join(" "));
    announce = false;
    toggled = null;
  }
  const heard = (i, j, number) => t(mask[i][j] ? "attention-open" : "attention-blocked", { number });
  const draw = frame(update);
  const drawnOf = {};

  const plainly = (name, rows) => {
    const text = n.together(rows);
    rows.forEach((row, i) => row.forEach((value, j) => tables[name].show(i, j, () => text(value))));
  };
  const draws = { scores: () => plainly("scores", r.scores), masked: drawMasked, weights: drawWeights, output: () => plainly("output", r.output) };
  for (const name of MATRICES) {
    draws[name] = () => parts[name].forEach((row, i) => row.forEach((value, j) => tables[name].show(i, j, n.short(value))));
  }

  function showControls(one, shown) {
    const given = [s.start, s.query_tokens, s.key_tokens, s.seed];
    if (!preset.given?.every((one, i) => one === given[i])) {
      preset.given = given;
      const possible = PRESETS.filter((name) => presetChanges(name, ...given));
      preset.setOptions(["", ...possible].map((name) => [name, t(`attention-preset-${name || "none"}`)]));
    }
    preset.set(s.preset);
    const controls = { preset, scale, temperature, mask: maskKind, how, axis, head, stage };
    for (const [name, control] of Object.entries(controls)) control.node.hidden = s.hide.includes(name);
    sentenceRow.hidden = s.hide.includes("sentence");
    head.node.hidden ||= heads === 1;
    const d = parts.k[0].length;
    scale.setLabel(t("attention-scale", { d, root: n.short(Math.sqrt(d)) }));
    scale.set(s.scale);
    temperature.set(nearest(s.temperature));
    maskKind.set(s.mask_kind);
    length.node.hidden = s.mask_kind !== "padding" || s.hide.includes("mask");
    length.input.max = s.key_tokens.length;
    length.set(s.padding);
    how.node.hidden ||= s.mask_kind === "none";
    how.set(s.mask_how);
    axis.set(s.axis);
    head.set(s.head);
    const choices = one ? ["weights", "inputs", "scores", "masked", "output"] : ["all", "inputs", ...STAGES];
    if (stage.names !== choices.join()) {
      stage.names = choices.join();
      stage.setOptions(choices.map((name) => [name, t(`attention-stage-${name}`)]));
    }
    stage.set(shown);
    hint.hidden = s.mask_kind !== "custom" || boxes.masked.hidden;
    write(note, s.preset && s.preset !== "start" ? t(`attention-note-${s.preset}`) : message);
    note.hidden = !note.textContent;
  }

  function drawMasked() {
    const pressed = s.mask_kind === "custom" ? "attn-press" : "", text = n.together(r.masked);
    r.masked.forEach((row, i) => row.forEach((score, j) => {
      const number = text(score), off = !mask[i][j];
      const spoken = off || pressed ? heard(i, j, number) : null;
      tables.masked.show(i, j, number, { mark: off ? `attn-off ${pressed}` : pressed, spoken });
    }));
  }

  function drawWeights() {
    const table = tables.weights;
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

  const isOne = (total) => Math.abs(total - 1) < 1e-9;
  function judge(queries) {
    const named = (rows, withSum) => {
      const names = rows.slice(0, 6).map((i) => isolated(brief(queries[i])) + (withSum ? ` (${n.fixed(r.rowSums[i])})` : ""));
      if (rows.length > 6) names.push(t("attention-rows-more", { count: rows.length - 6 }));
      return names.join(" · ");
    };
    const all = queries.map((_, i) => i);
    const empty = all.filter((i) => mask[i].every((may) => !may) && r.rowSums[i] === 0);
    const wrong = all.filter((i) => !isOne(r.rowSums[i]) && !empty.includes(i));
    const lines = [];
    if (wrong.length) lines.push(t("attention-rows-wrong", { rows: named(wrong, true) }));
    if (empty.length) lines.push(t("attention-rows-empty", { rows: named(empty, false) }));
    write(verdict, lines.join(" ") || t("attention-rows-right"));
    verdict.classList.toggle("attn-warn", wrong.length > 0);
  }

  // --- the sum behind a number

  function explain(aloud) {
    const pointed = hovered ?? focused;
    const here = pointed && sumOf(pointed, { s, r, mask, ...parts }, n, t);
    if (!here) {
      if (status.dataset.rest !== "true") status.replaceChildren(t("attention-hint"));
      status.dataset.rest = "true";
    } else {
      status.dataset.rest = "false";
      const pair = here.pair.flatMap((token, at) => {
        const name = make("bdi", { class: "attn-pair" });
        writeToken(name, brief(token));
        return at ? [" → ", name] : [name];
      });
      status.replaceChildren(...pair, ...(pair.length ? [": "] : []), make("span", { class: "attn-sum-of" }, here.text));
      if (aloud) live.say(status.textContent);
    }
    for (const name of [...MATRICES, ...STAGES]) tables[name].light(here?.from[name]);
  }

  // --- the page

  const arrow = () => make("span", { class: "attn-arrow", "aria-hidden": "true" }, "→");
  const boxes = Object.fromEntries(STAGES.map((name) => [name, make("div", { class: "attn-stage" }, tables[name].node)]));
  const hint = make("p", { class: "attn-note" }, t("attention-mask-hint", { stage: t("attention-caption-masked") }));
  const inputs = group(t("attention-inputs"), ...MATRICES.map((name) => tables[name].node));
  const pictures = group(t("attention-stages"), ...STAGES.map((name) => boxes[name]));
  for (const name of STAGES.slice(1)) boxes[name].prepend(arrow());
  const sentenceRow = make("div", { class: "attn-row" }, ...sentences.map((field) => field.node));
  introduce(root, model, "attention-name");
  root.append(
    make("div", { class: "attn-row attn-controls", role: "group", "aria-label": t("attention-settings") },
      preset.node, reset.node, scale.node, temperature.node, maskKind.node, length.node, how.node, axis.node, head.node, stage.node),
    note, warning, make("div", { class: "attn-flow" }, inputs, pictures), hint,
    make("div", { class: "attn-said" }, status, verdict), sentenceRow, live.node,
  );
  warning.hidden = true;
  update();

  for (const name of TRAITS) model.on(`change:${name}`, draw);
  return () => {
    for (const name of TRAITS) model.off(`change:${name}`, draw);
    python.now();
  };
}

const nearest = (value) => TEMPERATURES.reduce((best, x, i) => Math.abs(x - value) < Math.abs(TEMPERATURES[best] - value) ? i : best, 0);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// The sum behind one number: whose it is, the text, and which cells of which matrix it is made of.
function sumOf({ name, i, j }, { s, r, mask, q, k, v }, n, t) {
  const [rows, columns] = [r.weights.length, r.weights[0].length];
  if (i >= rows + 1 || (name !== "output" && j >= columns + 1)) return null;
  const bracket = (x) => x < 0 ? `(${n.short(x)})` : n.short(x);
  const series = (terms) => terms.length > TERMS ? [...terms.slice(0, TERMS - 1), "…"].join(" + ") : terms.join(" + ");
  const products = (a, b) => series(a.map((x, at) => `${bracket(x)}·${bracket(b[at])}`));
  const pair = [s.query_tokens[i], s.key_tokens[j]];

  // what a score is divided by: √3, 0,5 or (√3 · 0,5)
  const divisors = [s.scale && `√${k[0].length}`, s.temperature !== 1 && n.short(s.temperature)].filter(Boolean);
  const divided = (score) => [n.short(score), divisors.length > 1 ? `(${divisors.join(" · ")})` : divisors[0]].filter(Boolean).join(" / ");
  const exponent = (i, j) => !mask[i][j] && s.mask_how === "x0 before softmax" ? "0" : r.masked[i][j] === -Infinity ? "−∞" : divided(r.scores[i][j]);

  if (name === "scores") {
    return { pair, text: `${n.short(r.scores[i][j])} = ${products(q[i], k[j])}`, from: { q: (a) => a === i, k: (a) => a === j } };
  }
  if (name === "masked") {
    const from = { scores: (a, b) => a === i && b === j };
    if (r.masked[i][j] === -Infinity) return { pair, text: t("attention-why-minus-infinity"), from };
    const expression = divided(r.scores[i][j]);
    const multiplied = !mask[i][j] && s.mask_how === "x0 before softmax";
    return { pair, text: `${n.short(r.masked[i][j])} = ${multiplied ? `0 · ${expression}` : expression}`, from };
  }
  if (name === "output") {
    const weights = r.weights[i], values = v.map((row) => row[j]);
    const text = `${n.short(r.output[i][j])} = ${series(weights.map((w, at) => `${n.fixed(w)}·${bracket(values[at])}`))}`;
    return { pair: [s.query_tokens[i]], text, from: { weights: (a, b) => a === i && b < columns, v: (a, b) => b === j } };
  }

  // weights: the cells that share one softmax stand in a row, or in a column where the axis is wrong
  const byRow = s.axis === "keys";
  const cells = Array.from({ length: byRow ? columns : rows }, (_, at) => byRow ? [i, at] : [at, j]);
  if (i === rows || j === columns) {   // a margin
    const list = i === rows && j === columns ? r.rowSums : i === rows ? r.weights.map((row) => row[j]) : r.weights[i];
    const token = i === rows && j === columns ? [] : [i === rows ? s.key_tokens[j] : s.query_tokens[i]];
    const inside = (a, b) => (i === rows ? a < rows : a === i) && (j === columns ? b < columns : b === j);
    return { pair: token, text: `${n.fixed(sum(list))} = ${series(list.map((w) => n.fixed(w)))}`, from: { weights: inside } };
  }
  const from = { masked: (a, b) => byRow ? a === i : b === j };
  const weight = n.fixed(r.weights[i][j]);
  if (cells.every(([a, b]) => !mask[a][b]) && s.mask_how !== "x0 before softmax") return { pair, text: t("attention-why-nobody"), from };
  if (!mask[i][j] && s.mask_how.startsWith("zero")) return { pair, text: t("attention-why-zeroed", { share: n.fixed(r.shares[i][j]) }), from };
  const open = cells.filter(([a, b]) => r.masked[a][b] !== -Infinity && (mask[a][b] || s.mask_how !== "zero and renormalise"));
  if (s.mask_how === "zero and renormalise" && open.length < cells.length) {
    const text = `${weight} = ${n.fixed(r.shares[i][j])} / (${series(open.map(([a, b]) => n.fixed(r.shares[a][b])))})`;
    return { pair, text, from };
  }
  const powers = open.map(([a, b]) => `exp(${exponent(a, b)})`);
  return { pair, text: `${weight} = exp(${exponent(i, j)}) / (${series(powers)})`, from };
}

export default { render };

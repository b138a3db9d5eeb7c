// What a student of the Attention explorer moves: settings, and a sentence of their own.
import { STAGES } from "./attention_tables.js";
import { HOW, allowed, presetChanges, tokenize, vectors } from "./kernel.js";
import { button, checkbox, make, select, slider, temperatureSlider, textField } from "./parts.js";

const MOST_TYPED_TOKENS = 16;   // of a sentence: Python may give more
const MASKS = ["none", "causal", "padding", "custom"];
const PRESETS = ["start", "axis", "multiply", "no-renormalise", "no-scale", "empty-row", "diagonal", "swapped", "one-hot"];

// All settings in one row; show() makes them say what view.s says.
export function settings(view, clearSentences) {
  const { t, n, model, change } = view, { heads } = view.s;   // with another number of heads everything is built anew
  const trait = (name) => (value) => change({ [name]: value });
  const options = (names, key) => names.map((name) => [name, t(`${key}-${name}`)]);

  const preset = presetControl(view), stage = stageControl(view), look = viewControl(view);
  const reset = button({
    label: t("explorer-reset"),
    onClick() {
      view.warn("");
      clearSentences();
      change({ ...view.s.start, preset: "start" }, { keepPreset: true });
    },
  });
  const scale = checkbox({ label: "", value: true, onChange: trait("scale") });
  const temperature = temperatureSlider({ model, label: t("temperature"), text: n.short, onInput: trait("temperature") });
  const mask = select({
    label: t("attention-mask"), options: options(MASKS, "attention-mask"), value: "none",
    // a mask by hand begins with the one in view
    onChange: (kind) => change(kind === "custom" ? { mask_kind: kind, mask: view.maskNow() } : { mask_kind: kind }),
  });
  const length = slider({ label: t("attention-length"), min: 0, max: 1, step: 1, value: 1, onInput: trait("padding") });
  const how = select({
    label: t("attention-how"), options: HOW.map((name, i) => [name, t(`attention-how-${i}`)]), value: HOW[0],
    onChange: trait("mask_how"),
  });
  const axis = select({
    label: t("attention-axis"), options: options(["keys", "queries"], "attention-axis"), value: "keys", onChange: trait("axis"),
  });
  const head = select({
    label: t("attention-head"), value: 0, onChange: (value) => change({ head: Number(value) }, { keepPreset: true }),
    options: Array.from({ length: heads }, (_, i) => [i, t("attention-head-number", { number: i + 1, total: heads })]),
  });

  function show() {
    const { s } = view, d = view.k[0].length, hidden = (name) => s.hide.includes(name);
    scale.setLabel(t("attention-scale", { d, root: n.short(Math.sqrt(d)) }));
    scale.set(s.scale);
    mask.set(s.mask_kind);
    length.input.max = s.key_tokens.length;
    length.set(s.padding);
    how.set(s.mask_how);
    axis.set(s.axis);
    head.set(s.head);
    for (const control of [preset, temperature, stage, look]) control.show();
    const hideable = { view: look, preset, scale, temperature, mask, axis, stage };
    for (const [name, control] of Object.entries(hideable)) control.node.hidden = hidden(name);
    if (s.view === "links") stage.node.hidden = true;
    length.node.hidden = hidden("mask") || s.mask_kind !== "padding";
    how.node.hidden = hidden("how") || s.mask_kind === "none";
    head.node.hidden = hidden("head") || heads === 1;
  }

  const nodes = [look, preset, reset, scale, temperature, mask, length, how, axis, head, stage].map((control) => control.node);
  const node = make("div", { class: "attn-row attn-controls", role: "group", "aria-label": t("attention-settings") }, ...nodes);
  return { node, show };
}

function presetControl(view) {
  const { t } = view;
  const { node, set, setOptions } = select({
    label: t("attention-preset"), options: [], value: "",
    onChange(name) {
      const { start, query_tokens, key_tokens, seed } = view.s;
      if (!name) return;
      view.change({ ...presetChanges(name, start, query_tokens, key_tokens, seed), preset: name }, { keepPreset: true });
    },
  });
  let given = [];   // what the options were made for
  function show() {
    const { start, query_tokens, key_tokens, seed, preset } = view.s, now = [start, query_tokens, key_tokens, seed];
    if (now.some((one, i) => one !== given[i])) {
      given = now;
      const possible = PRESETS.filter((name) => presetChanges(name, ...now));
      setOptions(["", ...possible].map((name) => [name, t(`attention-preset-${name || "none"}`)]));
    }
    set(preset);
  }
  return { node, show };
}

function stageControl(view) {
  const { node, set, setOptions } = select({
    label: view.t("attention-stage"), options: [], value: "all",
    onChange: (value) => view.change({ stage: value }, { keepPreset: true }),
  });
  let given = "";
  function show() {
    const choices = view.one ? ["weights", "inputs", "scores", "masked", "output"] : ["all", "inputs", ...STAGES];
    if (given !== choices.join()) {
      given = choices.join();
      setOptions(choices.map((name) => [name, view.t(`attention-stage-${name}`)]));
    }
    set(view.shown);
  }
  return { node, show };
}

// Two buttons: tables, or lines between words.
function viewControl(view) {
  const { t } = view, names = ["tables", "links"];
  const buttons = names.map((name) => button({
    label: t(`attention-view-${name}`), onClick: () => view.change({ view: name }, { keepPreset: true }),
  }));
  const node = make("div", { class: "attn-control attn-choice", role: "group", "aria-label": t("attention-view") },
    ...buttons.map((one) => one.node));
  const show = () => names.forEach((name, i) => buttons[i].node.setAttribute("aria-pressed", String(view.s.view === name)));
  return { node, show };
}

// The student's own sentence, or two where one asks and another answers.
export function sentences(view) {
  const { start } = view.s;
  const self = JSON.stringify(start.query_tokens) === JSON.stringify(start.key_tokens);
  const fields = self ? [sentence(view, "attention-sentence", ["query_tokens", "key_tokens"])]
    : [sentence(view, "attention-sentence-queries", ["query_tokens"]), sentence(view, "attention-sentence-keys", ["key_tokens"])];
  return {
    node: make("div", { class: "attn-row" }, ...fields.map((field) => field.node)),
    clear() { for (const field of fields) field.set(""); },
  };
}

function sentence(view, label, sides) {
  const { t, model, change, warn } = view;
  return textField({
    label: t(label), action: t("attention-sentence-use"),
    onEnter(text) {
      const { s } = view, tokens = tokenize(text), count = tokens.length;
      if (!count) return warn(t("attention-sentence-empty"));
      if (count > MOST_TYPED_TOKENS) return warn(t("attention-sentence-long", { most: MOST_TYPED_TOKENS, count }));
      const [queries, keys] = ["query_tokens", "key_tokens"].map((side) => sides.includes(side) ? tokens : model.get(side));
      change({
        query_tokens: queries, key_tokens: keys, ...vectors(s.start, queries, keys, s.seed), padding: keys.length,
        mask: allowed("none", queries.length, keys.length), mask_kind: s.mask_kind === "custom" ? "none" : s.mask_kind,
      });
      warn("");
      view.message = t("attention-sentence-used", { count, seed: s.seed });
    },
  });
}

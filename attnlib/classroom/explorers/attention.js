// The Attention explorer: Q, K, V, and every stage from scores to output, recomputed while a student changes them.
import { readOut } from "./attention_sums.js";
import { links } from "./attention_links.js";
import { pictures } from "./attention_tables.js";
import { sentences, settings } from "./attention_controls.js";
import { allowed, headColumns, stages } from "./kernel.js";
import { frame, guard, introduce, liveRegion, make, numbers, saver, watch, words, write } from "./parts.js";

const TOKENS_AT_ONCE = 20;   // with more, one stage is shown at a time
const TRAITS = ["language", "query_tokens", "key_tokens", "q", "k", "v", "heads", "head", "scale", "temperature",
  "mask_kind", "mask", "padding", "mask_how", "axis", "stage", "view", "picked", "hide", "preset", "seed",
  "start", "glosses"];

function render({ model, el }) {
  const root = make("div", { class: "attn attn-attention" });
  guard(root);
  el.append(root);
  let stop = build(model, root);
  const again = () => { stop(); root.replaceChildren(); stop = build(model, root); };   // other words, other controls
  const unwatch = watch(model, ["labels", "heads"], again);
  return () => { unwatch(); stop(); };
}

// The parts of the explorer share one object, `view`:
//   model, t, n         the widget's model; words and numbers in its language
//   s                   the traits, as of the last change
//   q, k, v, mask, r    of the head in view: its columns, where each query may look, and every stage computed from them
//   shown, one          the stage to show, "all" and "links" among them; whether there is room for one only
//   message             what the last change has to say, until the next
//   change(traits)      what the student does: traits change, Python will hear of it, everything is drawn again
//   warn(text)          what was refused, or "" once something fits
//   maskNow()           the mask of `s`, as booleans
//   read                the sum behind the number that is pointed at
function build(model, root) {
  const t = words(model), n = numbers(model.get("language"));
  const view = { model, t, n, s: traitsOf(model), message: "", change, warn, maskNow };
  const live = liveRegion(), python = saver(model), draw = frame(update);
  const note = make("p", { class: "attn-note" }), warning = make("p", { class: "attn-note attn-warn" });
  let announce = false;

  function change(traits, { keepPreset = false } = {}) {
    if (!keepPreset && model.get("preset")) traits = { ...traits, preset: "" };
    for (const [name, value] of Object.entries(traits)) model.set(name, value);
    const last = model.get("query_tokens").length - 1;
    if (model.get("picked") > last) model.set("picked", last);   // of a longer sentence
    view.s = traitsOf(model);   // the next change may come before the next picture
    python.soon();
    view.message = "";
    announce = true;
    draw();
  }

  function maskNow() {
    const { mask_kind, query_tokens, key_tokens, padding, mask } = view.s;
    return allowed(mask_kind, query_tokens.length, key_tokens.length, padding, mask);
  }

  function warn(text) {
    write(warning, text);
    warning.hidden = !text;
    if (text) live.say(text);
  }

  function update() {
    const s = view.s = traitsOf(model);
    for (const name of ["q", "k", "v"]) view[name] = headColumns(s[name], s.heads, s.head);
    view.mask = maskNow();
    view.r = stages({
      q: view.q, k: view.k, v: view.v, mask: view.mask, scale: s.scale, temperature: s.temperature, how: s.mask_how, axis: s.axis,
    });
    view.one = Math.max(s.query_tokens.length, s.key_tokens.length) > TOKENS_AT_ONCE;
    view.shown = s.view === "links" ? "links" : view.one && s.stage === "all" ? "weights" : s.stage;
    controls.show();
    sentence.node.hidden = s.hide.includes("sentence");
    write(note, s.preset && s.preset !== "start" ? t(`attention-note-${s.preset}`) : view.message);
    note.hidden = !note.textContent;
    tables.draw();
    lines.draw();
    const told = view.shown === "links" ? lines.said : view.read.node;
    if (foot.firstChild !== told) foot.firstChild.replaceWith(told);
    view.read.explain(false);
    const row = view.shown === "links" ? lines.said.textContent : "";
    const said = [tables.pressed(), row, note.textContent, tables.verdict.textContent];
    if (announce) live.say(said.filter(Boolean).join(" "));
    announce = false;
  }

  view.read = readOut(view, live);
  const sentence = sentences(view), controls = settings(view, sentence.clear), tables = pictures(view), lines = links(view);
  const foot = make("div", { class: "attn-said" }, view.read.node, tables.verdict);
  introduce(root, model, "attention-name");
  root.append(controls.node, note, warning, lines.node, tables.node, tables.hint, foot, sentence.node, live.node);
  warning.hidden = true;
  update();

  const unwatch = watch(model, TRAITS, draw);
  return () => { unwatch(); python.now(); };
}

const traitsOf = (model) => Object.fromEntries(TRAITS.map((name) => [name, model.get(name)]));

export default { render };

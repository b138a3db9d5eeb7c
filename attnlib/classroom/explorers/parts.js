// What every explorer is drawn with. Words come from the model's `labels`, so no text for a reader stands here.
// Data reach the page as text nodes only: markup that a student types stays text.

// An element. Attributes by name, `class` and `data-…` among them; false and null leave one out. Strings become text.
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value != null) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

// Calls `draw` whenever one of these traits changes; what it returns ends that.
export function watch(model, traits, draw) {
  for (const trait of traits) model.on(`change:${trait}`, draw);
  return () => { for (const trait of traits) model.off(`change:${trait}`, draw); };
}

// Ids that labels point to. Every widget brings this file along, so a number alone would come twice on one page.
const ours = Math.random().toString(36).slice(2, 8);
let made = 0;
export const newId = (name) => `attn-${name}-${ours}-${++made}`;

// A token among other text: one that is written from right to left turns nothing around it.
export const isolated = (text) => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(text) ? `\u2068${text}\u2069` : text;

// t("key", {token}) is the label with its {token} filled in.
export const words = (model) => (key, values = {}) =>
  (model.get("labels")[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => isolated(values[name] ?? whole));

// Runs `draw` once before the next picture, however often it is called.
export function frame(draw) {
  let waiting = 0;
  return () => { waiting ||= requestAnimationFrame(() => { waiting = 0; draw(); }); };
}

// Writes the text of a node if it differs.
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

// A token cut to what a line can hold: its headers have the whole of it.
export function brief(token) {
  const letters = [...token];
  return letters.length > 32 ? `${letters.slice(0, 31).join("")}…` : token;
}

// Writes a token, and says which language a screen reader should read it in.
export function writeToken(node, token) {
  write(node, token);
  if (/[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/.test(token)) node.lang = "ko";
  else node.removeAttribute("lang");
}

// A token, which says its gloss too when one rests on it, and the gloss beside it: two nodes, or one.
export function named(token, gloss) {
  const node = make("span", { class: "attn-token", title: gloss ? `${token} (${gloss})` : token });
  writeToken(node, token);
  return gloss ? [node, make("span", { class: "attn-gloss" }, gloss)] : [node];
}

// A row of weights in words, the largest first: "ela → gata 0,62 · ela 0,21 · dorme 0,10 · e mais 3; soma 1,00".
// With `mark`, what the jth is called further.
export function rowInWords({ t, fixed, query, keys, weights, sum, mark = (text) => text }) {
  const most = 3, order = weights.map((_, j) => j).sort((a, b) => weights[b] - weights[a]).slice(0, most);
  const said = order.map((j) => mark(`${isolated(brief(keys[j]))} ${fixed(weights[j])}`, j));
  if (weights.length > most) said.push(t("attention-rows-more", { count: weights.length - most }));
  return `${isolated(brief(query))} → ${said.join(" · ")}; ${t("explorer-sum")} ${fixed(sum)}`;
}

// --- numbers ---------------------------------------------------------------------------------------------------------

// Numbers as the language writes them. The same rules stand in labels/formatting.py.
export function numbers(language) {
  const write = (value, digits = 2) => {
    if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value < 0 ? "−∞" : "∞";
    // a hair away from zero, so that 0.125 is 0.13 in Python, in JavaScript and after any rounding error
    const text = Math.abs(value + Math.sign(value) * 1e-9).toFixed(digits);
    const sign = value < 0 && /[1-9]/.test(text) ? "−" : "";
    return sign + (language === "pt" ? text.replace(".", ",") : text);
  };
  const even = (value) => {                                            // 0,50   −12,30   1234   no more than 7 characters
    const size = Math.abs(value);
    if (size >= 99999.5 && Number.isFinite(size)) {
      let power = Math.floor(Math.log10(size));
      if (write(size / 10 ** power, 1).startsWith("10")) power += 1;   // 1.0e6, not 10.0e5
      return `${write(value / 10 ** power, 1)}e${power}`;
    }
    return write(value, size >= 999.95 ? 0 : size >= 99.995 ? 1 : 2);
  };
  const short = (value) => even(value).replace(/[.,]0+$|([.,]\d*[1-9])0+$/, "$1");   // 0,5   −12,3   8
  return {
    fixed: write,                                                      // 0,50
    even,
    short,
    // how to write the numbers of one matrix: whole ones without a decimal mark, or all with as many places
    together: (rows) => rows.flat().every((x) => !Number.isFinite(x) || Math.abs(x - Math.round(x)) < 1e-9) ? short : even,
    parse(text) {                                                      // NaN for nonsense; comma and point both count
      const narrow = text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
      const plain = narrow.trim().replace(/[−–]/, "-").replace(",", ".");
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(plain) ? Number(plain) : NaN;
    },
  };
}

// --- colours ---------------------------------------------------------------------------------------------------------

// The colours of weights as figures/palette.py makes them: ink on white paper, more of it at first.
const INKS = ["#ffffff", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c", "#08306b"];
const STEPS = 256, BEND = 0.6;

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const luminance = (rgb) => rgb.map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  .reduce((total, c, i) => total + c * [0.2126, 0.7152, 0.0722][i], 0);   // WCAG 2.2
export const PAINT = Array.from({ length: STEPS }, (_, i) => {
  const place = (i / (STEPS - 1)) ** BEND * (INKS.length - 1), at = Math.min(Math.floor(place), INKS.length - 2);
  const [from, to] = [channels(INKS[at]), channels(INKS[at + 1])];
  const rgb = from.map((c, one) => Math.floor(c + (place - at) * (to[one] - c) + 0.5));
  return [`#${rgb.map((c) => c.toString(16).padStart(2, "0")).join("")}`, luminance(rgb) > 0.179 ? "#000000" : "#ffffff"];
});

// The background and the ink, black or white, of a weight: always at least 4.5 : 1. Colours mean 0 to 1, always.
export const colours = (weight) => PAINT[shade(weight)];
export const shade = (weight) => Math.max(0, Math.min(STEPS - 1, Math.floor(weight * STEPS)));

// --- controls: each has a real <label>; set(value) shows a value without calling back ------------------------------------

// `text(value)` is what stands beside the slider, and what a screen reader says.
export function slider({ label, min, max, step, value, text = String, onInput, disabled }) {
  const id = newId("slider");
  const input = make("input", { type: "range", id, min, max, step, class: "attn-slider", disabled });
  const output = make("output", { for: id, class: "attn-value", "aria-hidden": "true" });   // heard as the slider's own value
  const name = make("label", { for: id }, label);
  const show = (value) => {
    write(output, text(value));
    input.setAttribute("aria-valuetext", text(value));
  };
  input.addEventListener("input", () => { show(Number(input.value)); onInput(Number(input.value)); });
  const set = (value) => { input.value = value; show(value); };
  set(value);
  return { node: make("div", { class: "attn-control attn-control-slider" }, name, input, output), input, set };
}

const TEMPERATURES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

// A slider over temperatures, for the model's own; `show` moves it there. One that Python has set may stand between two steps.
export function temperatureSlider({ model, label, text, onInput }) {
  const now = () => model.get("temperature");
  const far = (i) => Math.abs(TEMPERATURES[i] - now());
  const nearest = () => TEMPERATURES.reduce((best, _, i) => far(i) < far(best) ? i : best, 0);
  const { node, set } = slider({
    label, min: 0, max: TEMPERATURES.length - 1, step: 1, value: 0,
    text: (step) => text(step === nearest() ? now() : TEMPERATURES[step]), onInput: (step) => onInput(TEMPERATURES[step]),
  });
  return { node, show: () => set(nearest()) };
}

// `options` are [value, text] pairs.
export function select({ label, options, value, onChange }) {
  const id = newId("select");
  const input = make("select", { id, class: "attn-select" });
  const setOptions = (options) => input.replaceChildren(...options.map(([value, text]) => make("option", { value }, text)));
  setOptions(options);
  input.addEventListener("change", () => onChange(input.value));
  const set = (value) => { input.value = value; };
  set(value);
  return { node: make("div", { class: "attn-control" }, make("label", { for: id }, label), input), input, set, setOptions };
}

export function checkbox({ label, value, onChange }) {
  const id = newId("checkbox");
  const input = make("input", { type: "checkbox", id, class: "attn-checkbox" });
  const name = make("label", { for: id }, label);
  input.addEventListener("change", () => onChange(input.checked));
  const set = (value) => { input.checked = value; };
  set(value);
  const node = make("div", { class: "attn-control attn-control-check" }, input, name);
  return { node, input, set, setLabel: (text) => write(name, text) };
}

export function button({ label, onClick }) {
  const node = make("button", { type: "button", class: "attn-button" }, label);
  node.addEventListener("click", onClick);
  return { node, setLabel: (text) => write(node, text) };
}

// A line of text with its own button; Enter counts as the button.
export function textField({ label, value = "", action, hint, onEnter }) {
  const id = newId("text");
  const input = make("input", {
    type: "text", id, class: "attn-text", autocomplete: "off", spellcheck: "false", placeholder: hint,
  });
  input.value = value;
  input.addEventListener("keydown", (event) => {
    // the Enter that ends a Hangul syllable is not yet the reader's Enter
    if (event.key === "Enter" && !event.isComposing) onEnter(input.value);
  });
  const go = button({ label: action, onClick: () => onEnter(input.value) });
  const set = (value) => { input.value = value; };
  const node = make("div", { class: "attn-control attn-control-text" }, make("label", { for: id }, label), input, go.node);
  return { node, input, set };
}

// Says to a screen reader what a whole explorer is, and in which language its words are.
export function introduce(root, model, name) {
  const t = words(model);
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", t(name));
  root.lang = t("language-tag");
}

// A named group of controls or of pictures.
export const group = (label, ...children) =>
  make("div", { role: "group", "aria-label": label, class: "attn-group" }, ...children);

// Tells Python what the student made, once things have come to rest: the kernel's answers to each step of a slider would
// hold up its picture. `now` is for the end.
export function saver(model) {
  let timer = null;
  const now = () => {
    if (timer !== null) model.save_changes();
    clearTimeout(timer);
    timer = null;
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(now, 200); };
  return { soon, now };
}

// What a screen reader is told politely, once things have come to rest.
export function liveRegion() {
  const node = make("div", { class: "attn-hidden", role: "status", "aria-live": "polite", "aria-atomic": "true" });
  let timer;
  const say = (text) => {
    clearTimeout(timer);
    // the same words again are said again only if the text differs
    timer = setTimeout(() => write(node, node.textContent === text ? `${text}\u00a0` : text), 300);
  };
  return { node, say };
}

// Keeps keys and swipes inside: reveal.js would turn the slide and JupyterLab would delete the cell.
// PageUp and PageDown pass from all that does not type, so that a teacher's clicker still turns the slides.
export function guard(element) {
  element.setAttribute("data-lm-suppress-shortcuts", "true");   // JupyterLab listens before we can stop a key
  element.setAttribute("data-prevent-swipe", "");               // reveal.js
  const keep = (event) => {
    const turnsSlide = event.key === "PageUp" || event.key === "PageDown";
    if (!(turnsSlide && !event.target.matches("input, select, textarea"))) event.stopPropagation();
  };
  for (const name of ["keydown", "keyup", "keypress"]) element.addEventListener(name, keep);
  for (const name of ["touchstart", "touchmove", "touchend", "pointerdown", "pointermove", "pointerup"]) {
    element.addEventListener(name, (event) => event.stopPropagation(), { passive: true });
  }
}

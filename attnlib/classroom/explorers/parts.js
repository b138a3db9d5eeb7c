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

// matplotlib's viridis in 256 steps, as figures/heat_map.py paints it
const VIRIDIS =
  "44015444025645045745055946075a46085c460a5d460b5e470d60470e6147106347116447136548146748166848176948186a481a6c" +
  "481b6d481c6e481d6f481f70482071482173482374482475482576482677482878482979472a7a472c7a472d7b472e7c472f7d46307e" +
  "46327e46337f463480453581453781453882443983443a83443b84433d84433e85423f85424086424186414287414487404588404688" +
  "3f47883f48893e49893e4a893e4c8a3d4d8a3d4e8a3c4f8a3c508b3b518b3b528b3a538b3a548c39558c39568c38588c38598c375a8c" +
  "375b8d365c8d365d8d355e8d355f8d34608d34618d33628d33638d32648e32658e31668e31678e31688e30698e306a8e2f6b8e2f6c8e" +
  "2e6d8e2e6e8e2e6f8e2d708e2d718e2c718e2c728e2c738e2b748e2b758e2a768e2a778e2a788e29798e297a8e297b8e287c8e287d8e" +
  "277e8e277f8e27808e26818e26828e26828e25838e25848e25858e24868e24878e23888e23898e238a8d228b8d228c8d228d8d218e8d" +
  "218f8d21908d21918c20928c20928c20938c1f948c1f958b1f968b1f978b1f988b1f998a1f9a8a1e9b8a1e9c891e9d891f9e891f9f88" +
  "1fa0881fa1881fa1871fa28720a38620a48621a58521a68522a78522a88423a98324aa8325ab8225ac8226ad8127ad8128ae8029af7f" +
  "2ab07f2cb17e2db27d2eb37c2fb47c31b57b32b67a34b67935b77937b87838b9773aba763bbb753dbc743fbc7340bd7242be7144bf70" +
  "46c06f48c16e4ac16d4cc26c4ec36b50c46a52c56954c56856c66758c7655ac8645cc8635ec96260ca6063cb5f65cb5e67cc5c69cd5b" +
  "6ccd5a6ece5870cf5773d05675d05477d1537ad1517cd2507fd34e81d34d84d44b86d54989d5488bd6468ed64590d74393d74195d840" +
  "98d83e9bd93c9dd93ba0da39a2da37a5db36a8db34aadc32addc30b0dd2fb2dd2db5de2bb8de29bade28bddf26c0df25c2df23c5e021" +
  "c8e020cae11fcde11dd0e11cd2e21bd5e21ad8e219dae319dde318dfe318e2e418e5e419e7e419eae51aece51befe51cf1e51df4e61e" +
  "f6e620f8e621fbe723fde725";

const luminance = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
  .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  .reduce((total, c, i) => total + c * [0.2126, 0.7152, 0.0722][i], 0);   // WCAG 2.2
export const PAINT = Array.from({ length: 256 }, (_, i) => {
  const background = `#${VIRIDIS.slice(6 * i, 6 * i + 6)}`;
  const l = luminance(background);
  return [background, (l + 0.05) / 0.05 > 1.05 / (l + 0.05) ? "#000000" : "#ffffff"];
});

// The background and the ink, black or white, of a weight: always at least 4.5 : 1. Colours mean 0 to 1, always.
export const colours = (weight) => PAINT[shade(weight)];
export const shade = (weight) => Math.max(0, Math.min(255, Math.floor(weight * 256)));

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

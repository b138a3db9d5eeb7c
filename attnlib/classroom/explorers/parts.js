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

// Writes the text of a node if it differs, and says which language a screen reader should read it in.
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
// A token cut to what a line can hold: its headers have the whole of it.
export const brief = (token) => { const letters = [...token]; return letters.length > 32 ? `${letters.slice(0, 31).join("")}…` : token; };
export function writeToken(node, token) {
  write(node, token);
  if (/[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/.test(token)) node.lang = "ko";
  else node.removeAttribute("lang");
}

// --- numbers ---------------------------------------------------------------------------------------------------------

// Numbers as the language writes them. The same rules stand in base.py.
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

// matplotlib's viridis in 256 steps, as figures.py paints it
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
const PAINT = Array.from({ length: 256 }, (_, i) => {
  const background = `#${VIRIDIS.slice(6 * i, 6 * i + 6)}`;
  const l = luminance(background);
  return [background, (l + 0.05) / 0.05 > 1.05 / (l + 0.05) ? "#000000" : "#ffffff"];
});

// The background and the ink, black or white, of a weight: always at least 4.5 : 1. Colours mean 0 to 1, always.
export const colours = (weight) => PAINT[shade(weight)];
const shade = (weight) => Math.max(0, Math.min(255, Math.floor(weight * 256)));

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
  return { node: make("div", { class: "attn-control attn-control-check" }, input, name), input, set, setLabel: (text) => write(name, text) };
}

export function button({ label, onClick }) {
  const node = make("button", { type: "button", class: "attn-button" }, label);
  node.addEventListener("click", onClick);
  return { node, setLabel: (text) => write(node, text) };
}

// A line of text with its own button; Enter counts as the button.
export function textField({ label, value = "", action, hint, onEnter }) {
  const id = newId("text");
  const input = make("input", { type: "text", id, class: "attn-text", autocomplete: "off", spellcheck: "false", placeholder: hint });
  input.value = value;
  input.addEventListener("keydown", (event) => {
    // the Enter that ends a Hangul syllable is not yet the reader's Enter
    if (event.key === "Enter" && !event.isComposing) onEnter(input.value);
  });
  const go = button({ label: action, onClick: () => onEnter(input.value) });
  const set = (value) => { input.value = value; };
  return { node: make("div", { class: "attn-control attn-control-text" }, make("label", { for: id }, label), input, go.node), input, set };
}

// Says to a screen reader what a whole explorer is, and in which language its words are.
export function introduce(root, model, name) {
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", words(model)(name));
  root.lang = model.get("language") === "pt" ? "pt-BR" : "ko";
}

// A named group of controls or of pictures.
export const group = (label, ...children) => make("div", { role: "group", "aria-label": label, class: "attn-group" }, ...children);

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

// --- a matrix ----------------------------------------------------------------------------------------------------------

const MANY = 9;      // rows or columns: with more, cells are smaller and long headers are cut
const LARGE = 100;   // cells: with more, those out of view are written once things have come to rest

let pen;
// How wide the longest of some texts is, in em.
export function measure(texts, node) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `100px ${getComputedStyle(node.isConnected ? node : document.body).fontFamily}`;
  return Math.max(...texts.map((text) => pen.measureText(text).width / 100));
}

// A real table that keeps its cells and writes only what changed. One cell is in the tab order; arrow keys, Home and End
// move. Calls back with (i, j): onFocus, onHover, onPress (click, Enter or Space), with "focus" or "pointer": onLeave, and for `edit`, where each
// cell is a text field, onCommit(i, j, text), which returns what the cell shall show. `widest` is a number that must fit.
export function matrix({ caption, corner = "", widest = "−00,00", edit = false, name, onFocus, onHover, onLeave, onPress, onCommit }) {
  const title = make("caption", { class: "attn-caption" }, caption);
  const head = make("tr"), body = make("tbody");
  const table = make("table", { class: edit ? "attn-table attn-edit" : "attn-table", role: edit ? false : "grid", "aria-readonly": edit ? false : "true" },
    title, make("thead", {}, head), body);
  const node = make("div", { class: "attn-matrix" }, table);
  let cells = [], headers = { rows: [], columns: [] }, told = "", current = [0, 0];
  // row headers stay in view only where something scrolls: each costs a layer of its own
  const scrolls = new ResizeObserver(() => node.classList.toggle("attn-scrolls", node.scrollWidth > node.clientWidth));
  scrolls.observe(node);
  scrolls.observe(table);
  const at = (i, j) => cells[i]?.[j];
  const target = (cell) => cell.input ?? cell.td;

  const asHeader = (header) => typeof header === "string" ? { text: header } : header;
  const th = (scope, header) => {
    const token = make("span", { class: "attn-token" });
    const node = make("th", { scope, class: header.sum ? "attn-sum" : false }, token);
    nameIt(token, header);
    return node;
  };
  const nameIt = (token, header) => {
    writeToken(token, header.text);
    token.title = header.text;
  };

  // Rows and columns are texts, or {text, sum: true} for a margin. Cells are made again only when their number changes.
  // Comes before every round of show; with several matrices, resize them all first: it looks where the cells are.
  function resize(rows, columns) {
    rows = rows.map(asHeader);
    columns = columns.map(asHeader);
    const now = JSON.stringify([rows, columns]);
    if (now !== told) rename(rows, columns);
    told = now;
    look();
  }

  function rename(rows, columns) {
    const shape = (headers) => JSON.stringify([headers.rows.map((h) => !!h.sum), headers.columns.map((h) => !!h.sum)]);
    const old = headers;
    headers = { rows, columns };
    if (shape(old) !== shape(headers)) build();
    else {
      columns.forEach((header, j) => { if (header.text !== old.columns[j].text) nameIt(head.children[j + 1].firstChild, header); });
      rows.forEach((header, i) => { if (header.text !== old.rows[i].text) nameIt(body.children[i].firstChild.firstChild, header); });
    }
    if (edit) cells.forEach((row, i) => row.forEach((cell, j) => {
      const named = name(rows[i].text, columns[j].text);
      if (cell.named !== named) cell.input.setAttribute("aria-label", cell.named = named);
    }));
    // widths are said beforehand, in em: the browser need not measure every cell again when one number changes
    const width = (texts) => measure(texts, node) + 0.5;
    const texts = (headers, sum = false) => headers.filter((header) => !!header.sum === sum).map((header) => header.text);
    const many = Math.max(rows.length, columns.length) > MANY;
    node.classList.toggle("attn-dense", many);
    const size = (name, value) => node.style.setProperty(`--attn-${name}`, value.toFixed(2));
    const cell = Math.max(many ? 0 : 3.5, many || edit ? width([widest]) : 0, Math.min(!many ? 5.5 : columns.length > 20 ? 0 : 4.2, width(texts(columns))));
    const margin = texts(columns, true);   // with room for ✗ beside a sum
    size("head", Math.min(8, Math.max(2.2, 0.75 * width(corner.split("\n")), width(texts(rows)), width(texts(rows, true)))));
    size("cell", cell);
    size("columns", columns.length);
    size("rows", rows.length);
    size("margin", margin.length ? Math.max(0.9, width(margin) - cell) : 0);
  }

  function build() {
    head.replaceChildren(make("td", { class: "attn-corner" }, make("span", {}, corner)), ...headers.columns.map((header) => th("col", header)));
    cells = [];
    late.clear();
    body.replaceChildren(...headers.rows.map((rowHeader, i) => {
      cells.push(headers.columns.map((columnHeader, j) => {
        const td = make("td", { class: rowHeader.sum || columnHeader.sum ? "attn-sum" : false });
        td.attnPlace = [i, j];
        if (edit) {
          const input = make("input", { type: "text", class: "attn-number", autocomplete: "off", tabindex: -1 });
          td.append(input);
          return { td, input };
        }
        td.tabIndex = -1;
        const text = document.createTextNode("");
        td.append(text);
        return { td, text, mark: td.className, base: td.className };
      }));
      return make("tr", {}, th("row", rowHeader), ...cells[i].map((cell) => cell.td));
    }));
    current = [0, 0];
    if (at(0, 0)) target(at(0, 0)).tabIndex = 0;
  }

  // Which cells of a large matrix the window can show: all are of one size.
  let inView = null, timer;
  const late = new Set();
  function look() {
    inView = null;
    const last = [cells.length - 1, cells[0].length - 1];
    if (edit || cells.length * cells[0].length <= LARGE) return;
    clearTimeout(timer);
    timer = setTimeout(() => { for (const cell of late) put(cell, ...cell.late); late.clear(); }, 250);
    const box = node.getBoundingClientRect();
    if (box.width === 0) return;   // not on the page yet
    if (box.bottom < 0 || box.top > innerHeight) {   // the browser has not even laid out what is inside
      inView = () => false;
      return;
    }
    const [from, to] = [at(0, 0), at(...last)].map((cell) => cell.td.getBoundingClientRect());
    const shown = (start, end, size, count, room) => (i) => {
      const place = start + (end - start) * i / count;
      return place < room && place + size > 0;
    };
    const row = shown(from.top, to.top, from.height, last[0], innerHeight);
    const column = shown(from.left, to.left, from.width, last[1], innerWidth);
    inView = (i, j) => row(i) && column(j);
  }

  // What a cell shows: its text (or a function that makes it, where there are many), perhaps a weight from 0 to 1 that
  // colours it, classes as `mark`, and words for a screen reader when the text alone does not say it.
  function show(i, j, text, { weight = null, mark = "", spoken = null } = {}) {
    const cell = at(i, j);
    if (!cell) return;
    if (edit) {
      // what is being typed stays, unless the number behind it changed
      if (cell.shown !== text || (cell.input.value !== text && cell.input !== document.activeElement)) cell.input.value = cell.shown = text;
      return;
    }
    if (inView && !inView(i, j)) {
      cell.late = [text, weight, mark, spoken];
      late.add(cell);
      return;
    }
    late.delete(cell);
    put(cell, text, weight, mark, spoken);
  }

  function put(cell, given, weight, mark, spoken) {
    const text = typeof given === "function" ? given() : given;
    if (cell.shown !== text) cell.text.data = cell.shown = text;
    const tone = weight === null ? -1 : shade(weight);
    if (cell.tone !== tone) {
      cell.tone = tone;
      [cell.td.style.backgroundColor, cell.td.style.color] = tone < 0 ? ["", ""] : PAINT[tone];
    }
    const marks = cell.base ? `${cell.base} ${mark}` : mark;
    if (cell.mark !== marks) cell.td.className = cell.mark = marks;
    if (cell.spoken !== spoken) {
      cell.spoken = spoken;
      if (spoken === null) cell.td.removeAttribute("aria-label");
      else cell.td.setAttribute("aria-label", spoken);
    }
  }

  // Lights up rows, columns or cells that a sum is made of: light((i, j) => true or false)
  let anyLit = false;
  function light(test) {
    if (!test && !anyLit) return;
    anyLit = !!test;
    cells.forEach((row, i) => row.forEach((cell, j) => {
      const lit = !!test && test(i, j);
      if (lit !== !!cell.lit) { cell.lit = lit; cell.td.toggleAttribute("data-lit", lit); }
    }));
  }

  const place = (event) => event.target.closest?.("td")?.attnPlace;
  function move(i, j) {
    const [oldI, oldJ] = current;
    current = [Math.max(0, Math.min(cells.length - 1, i)), Math.max(0, Math.min(cells[0].length - 1, j))];
    if (at(oldI, oldJ)) target(at(oldI, oldJ)).tabIndex = -1;
    target(at(...current)).tabIndex = 0;
  }
  function go(i, j) {
    move(i, j);
    target(at(...current)).focus();
  }

  function commit(i, j) {
    const { input, shown } = at(i, j);
    if (input.value === shown) return;
    at(i, j).shown = null;
    const text = onCommit(i, j, input.value);
    input.value = at(i, j).shown = text;
  }

  table.addEventListener("focusin", (event) => {
    const where = place(event);
    if (!where) return;
    move(...where);
    if (edit) event.target.select();
    onFocus?.(...where);
  });
  table.addEventListener("focusout", (event) => {
    const where = place(event);
    if (!where) return;
    if (edit) commit(...where);
    onLeave?.("focus");
  });
  table.addEventListener("pointerover", (event) => { if (event.pointerType !== "touch" && place(event)) onHover?.(...place(event)); });
  table.addEventListener("pointerleave", () => onLeave?.("pointer"));
  table.addEventListener("click", (event) => { if (!edit && place(event)) onPress?.(...place(event)); });
  table.addEventListener("keydown", (event) => {
    const where = place(event);
    if (!where || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const [i, j] = where, last = cells[0].length - 1;
    const steps = { ArrowUp: [i - 1, j], ArrowDown: [i + 1, j], ArrowLeft: [i, j - 1], ArrowRight: [i, j + 1], Home: [i, 0], End: [i, last] };
    if (edit) {
      const { input, shown } = at(i, j);
      if (event.key === "Enter") { commit(i, j); input.select(); event.preventDefault(); return; }
      if (event.key === "Escape") { input.value = shown; input.select(); return; }
      // inside a number that is being typed, these keys belong to the text
      const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length && input.value === shown;
      if (!event.key.startsWith("Arrow") || (!whole && /Left|Right/.test(event.key))) return;
    } else if (event.key === "Enter" || event.key === " ") {
      onPress?.(i, j);
      event.preventDefault();
      return;
    }
    if (steps[event.key] && !event.shiftKey) { go(...steps[event.key]); event.preventDefault(); }
  });

  return { node, table, resize, show, light, setCaption: (text) => write(title, text) };
}

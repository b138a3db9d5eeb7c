// A matrix as a real table that keeps its cells and writes only what changed.
import { PAINT, make, named, shade, write } from "./parts.js";

const MANY = 9;      // rows or columns: with more, cells are smaller and long headers are cut
const LARGE = 100;   // cells: with more, those out of view are written once things have come to rest

let pen;
// How wide the longest of some texts is, in em.
export function measure(texts, node) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `100px ${getComputedStyle(node.isConnected ? node : document.body).fontFamily}`;
  return Math.max(...texts.map((text) => pen.measureText(text).width / 100));
}

// One cell is in the tab order; arrow keys, Home and End move. Calls back with (i, j): onFocus, onHover, onPress (click, Enter
// or Space); with "focus" or "pointer": onLeave. With `edit` each cell is a text field, called name(row, column), and
// onCommit(i, j, text) returns what it shall show. `widest` is a number that must fit;
// glosses() are {token: its meaning}, which stands under the token of a column and beside that of a row.
export class Matrix {
  constructor({
    caption, corner = "", widest = "−00,00", edit = false, name, glosses = () => ({}),
    onCommit, onFocus, onHover, onLeave, onPress,
  }) {
    Object.assign(this, { corner, widest, edit, name, glosses, onCommit, onFocus, onHover, onLeave, onPress });
    this.title = make("caption", { class: "attn-caption" }, caption);
    this.head = make("tr");
    this.body = make("tbody");
    this.table = make("table", {
      class: edit ? "attn-table attn-edit" : "attn-table", role: edit ? false : "grid", "aria-readonly": edit ? false : "true",
    }, this.title, make("thead", {}, this.head), this.body);
    this.node = make("div", { class: "attn-matrix" }, this.table);
    this.headers = { rows: [], columns: [] };   // of {text, sum, gloss}
    this.told = "";                             // the headers as the caller gave them, to see whether they changed
    this.cells = [];                            // rows of {td, input or text, and what they show}
    this.current = [0, 0];                      // the cell in the tab order
    this.late = new Set();                      // cells out of view that wait
    this.inView = null;                         // (i, j) => whether the window can show a cell; null is all
    this.anyLit = false;

    // row headers stay in view only where something scrolls: each costs a layer of its own
    const scrolls = new ResizeObserver(() =>
      this.node.classList.toggle("attn-scrolls", this.node.scrollWidth > this.node.clientWidth));
    scrolls.observe(this.node);
    scrolls.observe(this.table);
    this.listen();
  }

  setCaption(text) { write(this.title, text); }

  // --- headers and cells

  // Rows and columns are texts, or {text, sum: true} for a margin. Cells are made again only when their number changes.
  // Comes before every round of show; with several matrices, resize them all first: it looks where the cells are.
  resize(rows, columns) {
    const glosses = this.glosses() ?? {};
    const asHeader = (header) => typeof header === "string" ? { text: header, gloss: glosses[header] } : header;
    [rows, columns] = [rows.map(asHeader), columns.map(asHeader)];
    const told = JSON.stringify([rows, columns]);
    if (told !== this.told) {
      this.node.classList.toggle("attn-glossed", Object.keys(glosses).length > 0);
      this.rename(rows, columns);
    }
    this.told = told;
    this.look();
  }

  rename(rows, columns) {
    const shape = (headers) => JSON.stringify([headers.rows.map((h) => !!h.sum), headers.columns.map((h) => !!h.sum)]);
    const old = this.headers;
    this.headers = { rows, columns };
    if (shape(old) !== shape(this.headers)) this.build();
    else {
      const again = (headers, before, thOf) => headers.forEach((header, at) => {
        if (header.text !== before[at].text || header.gloss !== before[at].gloss) thOf(at).replaceChildren(...named(header.text, header.gloss));
      });
      again(columns, old.columns, (j) => this.head.children[j + 1]);
      again(rows, old.rows, (i) => this.body.children[i].firstChild);
    }
    if (this.edit) this.cells.forEach((row, i) => row.forEach((cell, j) => {
      const said = this.name(rows[i].text, columns[j].text);
      if (cell.named !== said) cell.input.setAttribute("aria-label", cell.named = said);
    }));
    this.sayWidths(rows, columns);
  }

  // Widths are said beforehand, in em: the browser need not measure every cell again when one number changes.
  sayWidths(rows, columns) {
    const width = (texts) => measure(texts, this.node) + 0.5;
    const texts = (headers, sum = false) => headers.filter((header) => !!header.sum === sum).map((header) => header.text);
    const glosses = (headers) => 0.9 * width(headers.map((header) => header.gloss ?? ""));   // as large as .attn-gloss
    const size = (name, value) => this.node.style.setProperty(`--attn-${name}`, value.toFixed(2));
    const many = Math.max(rows.length, columns.length) > MANY;
    this.node.classList.toggle("attn-dense", many);
    const widestHeader = !many ? 5.5 : columns.length > 20 ? 0 : 4.2;
    const cell = Math.max(many ? 0 : 3.5, many || this.edit ? width([this.widest]) : 0,
      Math.min(widestHeader, Math.max(width(texts(columns)), glosses(columns))));
    const margin = texts(columns, true);   // with room for ✗ beside a sum
    const token = width(texts(rows)), gloss = rows.some((row) => row.gloss) ? glosses(rows) : 0;
    const head = Math.max(2.2, 0.75 * width(this.corner.split("\n")), token + gloss, width(texts(rows, true)));
    size("head", Math.min(10, head));
    size("cell", cell);
    size("columns", columns.length);
    size("rows", rows.length);
    size("margin", margin.length ? Math.max(0.9, width(margin) - cell) : 0);
  }

  build() {
    const { rows, columns } = this.headers;
    const corner = make("td", { class: "attn-corner" }, make("span", {}, this.corner));
    this.head.replaceChildren(corner, ...columns.map((header) => th("col", header)));
    this.late.clear();
    this.cells = rows.map((row, i) => columns.map((column, j) => this.newCell(i, j, row.sum || column.sum)));
    this.body.replaceChildren(...rows.map((row, i) => make("tr", {}, th("row", row), ...this.cells[i].map((cell) => cell.td))));
    this.current = [0, 0];
    if (this.cells[0]?.[0]) target(this.cells[0][0]).tabIndex = 0;
  }

  newCell(i, j, sum) {
    const td = make("td", { class: sum ? "attn-sum" : false });
    td.attnPlace = [i, j];
    if (this.edit) {
      const input = make("input", { type: "text", class: "attn-number", autocomplete: "off", tabindex: -1 });
      td.append(input);
      return { td, input };
    }
    td.tabIndex = -1;
    const text = document.createTextNode("");
    td.append(text);
    return { td, text, mark: td.className, base: td.className };
  }

  // --- what the cells show

  // Which cells of a large matrix the window can show: all are of one size.
  look() {
    const { cells, node } = this, last = [cells.length - 1, cells[0].length - 1];
    this.inView = null;
    if (this.edit || cells.length * cells[0].length <= LARGE) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { for (const cell of this.late) put(cell, ...cell.late); this.late.clear(); }, 250);
    const box = node.getBoundingClientRect();
    if (box.width === 0) return;   // not on the page yet
    if (box.bottom < 0 || box.top > innerHeight) {   // the browser has not even laid out what is inside
      this.inView = () => false;
      return;
    }
    const [from, to] = [cells[0][0], cells[last[0]][last[1]]].map((cell) => cell.td.getBoundingClientRect());
    const shown = (start, end, size, count, room) => (i) => {
      const place = start + (end - start) * i / count;
      return place < room && place + size > 0;
    };
    const row = shown(from.top, to.top, from.height, last[0], innerHeight);
    const column = shown(from.left, to.left, from.width, last[1], innerWidth);
    this.inView = (i, j) => row(i) && column(j);
  }

  // What a cell shows: its text (or a function that makes it, where there are many), perhaps a weight from 0 to 1 that
  // colours it, classes as `mark`, and words for a screen reader when the text alone does not say it.
  show(i, j, text, { weight = null, mark = "", spoken = null } = {}) {
    const cell = this.cells[i]?.[j];
    if (!cell) return;
    if (this.edit) putTyped(cell, text);
    else if (this.inView && !this.inView(i, j)) {
      cell.late = [text, weight, mark, spoken];
      this.late.add(cell);
    } else {
      this.late.delete(cell);
      put(cell, text, weight, mark, spoken);
    }
  }

  // Lights up rows, columns or cells that a sum is made of: light((i, j) => true or false)
  light(test) {
    if (!test && !this.anyLit) return;
    this.anyLit = !!test;
    this.cells.forEach((row, i) => row.forEach((cell, j) => {
      const lit = !!test && test(i, j);
      if (lit !== !!cell.lit) { cell.lit = lit; cell.td.toggleAttribute("data-lit", lit); }
    }));
  }

  // --- pointer and keyboard

  listen() {
    const on = (name, call) => this.table.addEventListener(name, (event) => {
      const place = event.target.closest?.("td")?.attnPlace;
      if (place) call(event, ...place);
    });
    on("focusin", (event, i, j) => {
      this.move(i, j);
      if (this.edit) event.target.select();
      this.onFocus?.(i, j);
    });
    on("focusout", (event, i, j) => {
      if (this.edit) this.commit(i, j);
      this.onLeave?.("focus");
    });
    on("pointerover", (event, i, j) => { if (event.pointerType !== "touch") this.onHover?.(i, j); });
    on("click", (event, i, j) => { if (!this.edit) this.onPress?.(i, j); });
    on("keydown", (event, i, j) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (!(this.edit ? this.typing(event, i, j) : this.pressing(event, i, j))) this.walk(event, i, j);
    });
    this.table.addEventListener("pointerleave", () => this.onLeave?.("pointer"));
  }

  // Enter or Space on a cell; says whether the key is used up.
  pressing(event, i, j) {
    if (event.key !== "Enter" && event.key !== " ") return false;
    this.onPress?.(i, j);
    event.preventDefault();
    return true;
  }

  // A key inside a text field; says whether it is used up.
  typing(event, i, j) {
    const { input, shown } = this.cells[i][j];
    if (event.key === "Enter") {
      this.commit(i, j);
      input.select();
      event.preventDefault();
      return true;
    }
    if (event.key === "Escape") {
      input.value = shown;
      input.select();
      return true;
    }
    // inside a number that is being typed, these keys belong to the text
    const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length && input.value === shown;
    return !event.key.startsWith("Arrow") || (!whole && /Left|Right/.test(event.key));
  }

  commit(i, j) {
    const cell = this.cells[i][j], typed = cell.input.value;
    if (typed === cell.shown) return;
    cell.shown = null;
    cell.input.value = cell.shown = this.onCommit(i, j, typed);
  }

  walk(event, i, j) {
    const to = {
      ArrowUp: [i - 1, j], ArrowDown: [i + 1, j], ArrowLeft: [i, j - 1], ArrowRight: [i, j + 1],
      Home: [i, 0], End: [i, this.cells[0].length - 1],
    }[event.key];
    if (!to || event.shiftKey) return;
    target(this.move(...to)).focus();
    event.preventDefault();
  }

  // Moves the place in the tab order, and gives the cell there.
  move(i, j) {
    const within = (at, count) => Math.max(0, Math.min(count - 1, at)), [oldI, oldJ] = this.current;
    this.current = [within(i, this.cells.length), within(j, this.cells[0].length)];
    if (this.cells[oldI]?.[oldJ]) target(this.cells[oldI][oldJ]).tabIndex = -1;
    const cell = this.cells[this.current[0]][this.current[1]];
    target(cell).tabIndex = 0;
    return cell;
  }
}

// What takes the focus of a cell.
const target = (cell) => cell.input ?? cell.td;

function th(scope, header) {
  return make("th", { scope, class: header.sum ? "attn-sum" : false }, ...named(header.text, header.gloss));
}

function putTyped(cell, text) {
  // what is being typed stays, unless the number behind it changed
  const stale = cell.input.value !== text && cell.input !== document.activeElement;
  if (cell.shown !== text || stale) cell.input.value = cell.shown = text;
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

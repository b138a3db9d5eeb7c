// Bars and curves: what the softmax, scale and film explorers draw beside a matrix.
import { introduce, make, newId, watch, write } from "./parts.js";

// explorer(model, el) draws and returns what ends it; in another language everything is drawn anew.
export const renderer = (explorer, name) => ({ model, el }) => {
  const draw = () => {
    const end = explorer(model, el);
    introduce(el.firstElementChild, model, name);
    return end;
  };
  let end = draw();
  const unwatch = watch(model, ["labels"], () => { end(); end = draw(); });
  return () => { end(); unwatch(); };
};

// A drawing with a title that names it.
export function panel(title, ...children) {
  const id = newId("panel");
  const name = make("div", { id, class: "attn-title" }, title);
  return make("div", { class: "attn-panel", role: "group", "aria-labelledby": id }, name, ...children);
}

// Bars from 0 to 1 with their number below. A screen reader gets `spoken` in one piece, or a table beside them.
export function bars() {
  const node = make("div", { class: "attn-bars" });
  let columns = [];
  function show(values, { names, texts, spoken = null }) {
    if (columns.length !== values.length) {
      columns = values.map(() => {
        const [fill, text, name] = ["attn-fill", "attn-bar-text", "attn-bar-name"].map((kind) => make("div", { class: kind }));
        const node = make("div", { class: "attn-column" }, make("div", { class: "attn-track" }, fill), text, name);
        return { fill, text, name, node };
      });
      node.replaceChildren(...columns.map((column) => column.node));
    }
    columns.forEach(({ fill, text, name }, i) => {
      fill.style.height = `${100 * values[i]}%`;
      write(text, texts[i]);
      write(name, names[i]);
    });
    if (spoken === null) node.setAttribute("aria-hidden", "true");
    else {
      node.setAttribute("role", "img");
      node.setAttribute("aria-label", spoken);
    }
  }
  return { node, show };
}

// Bars from −limit to limit that the student drags or moves with the arrow keys (with Shift, ten steps at once),
// each with a button that hides it.
export function sliderBars({ name, text, hide, hideName, onInput, onHide }) {
  const node = make("div", { class: "attn-bars" });
  let columns = [], limit = 1, shown = [];
  const step = () => limit < 50 ? 0.1 : 1;
  const set = (i, value) => {
    const rounded = Math.round(value / step()) * step();
    onInput(i, Number(Math.max(-limit, Math.min(limit, rounded)).toFixed(1)));   // 0.3, not 0.30000000000000004
  };

  function column(i) {
    const fill = make("div", { class: "attn-fill" });
    const track = make("div", {
      class: "attn-track attn-grab", role: "slider", tabindex: 0, "aria-orientation": "vertical", "aria-label": name(i),
    }, fill);
    const number = make("div", { class: "attn-bar-text", "aria-hidden": "true" });
    const label = make("div", { class: "attn-bar-name", "aria-hidden": "true" });
    const toggle = make("button", { type: "button", class: "attn-button attn-toggle", "aria-label": hideName(i) }, hide);
    const follow = (event) => {
      const box = track.getBoundingClientRect();
      set(i, limit * (1 - 2 * (event.clientY - box.top) / box.height));
    };
    track.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();   // no text is selected on the way
      track.focus();
      track.setPointerCapture(event.pointerId);
      follow(event);
    });
    track.addEventListener("pointermove", (event) => { if (track.hasPointerCapture(event.pointerId)) follow(event); });
    track.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const by = step() * (event.shiftKey ? 10 : 1), value = shown[i];
      const to = {
        ArrowUp: value + by, ArrowRight: value + by, ArrowDown: value - by, ArrowLeft: value - by, Home: -limit, End: limit,
      }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      set(i, to);
    });
    toggle.addEventListener("click", () => onHide(i, toggle.getAttribute("aria-pressed") !== "true"));
    return { fill, track, number, label, toggle, node: make("div", { class: "attn-column" }, label, track, number, toggle) };
  }

  function show(values, { limit: newLimit, names, hidden, texts }) {
    limit = newLimit;
    shown = values;
    while (columns.length > values.length) columns.pop().node.remove();
    while (columns.length < values.length) {
      columns.push(column(columns.length));
      node.append(columns.at(-1).node);
    }
    columns.forEach(({ fill, track, number, label, toggle }, i) => {
      const value = values[i];
      fill.style.height = `${50 * Math.abs(value) / limit}%`;
      fill.style[value < 0 ? "top" : "bottom"] = "50%";
      fill.style[value < 0 ? "bottom" : "top"] = "";
      fill.classList.toggle("attn-hidden-bar", hidden[i]);
      for (const [key, said] of Object.entries({ min: -limit, max: limit, now: value, text: text(value, i) })) {
        track.setAttribute(`aria-value${key}`, said);
      }
      write(number, texts[i]);
      write(label, names[i]);
      toggle.setAttribute("aria-pressed", String(hidden[i]));
    });
  }
  return { node, show };
}

// --- curves ------------------------------------------------------------------------------------------------------------

const WIDTH = 300, HEIGHT = 164, LEFT = 34, TOP = 10, BOTTOM = 136;
const NAMES = 98;   // what the names of the lines need at the right
export const svg = (tag, attributes = {}, ...children) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};

// Lines over the same x, from 0 to `top`. `lines` are {name, values}: the first is whole, with round marks, the second
// dashed, with square ones, and each has its name at its end. `at(i)` is where point i stands, 0 to 1 from left to right;
// `xTicks` are [place from 0 to 1, text], `yTicks` numbers. mark(i) shows which point is now.
export function curves({ label, lines, at, top, xTicks, yTicks, text, unit = "", width = WIDTH }) {
  const right = width - (lines.some((line) => line.name) ? NAMES : 16);
  const x = (part) => LEFT + part * (right - LEFT);
  const y = (value) => BOTTOM - value / top * (BOTTOM - TOP);
  const node = svg("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, class: "attn-curves", role: "img", "aria-label": label });
  for (const tick of yTicks) {
    node.append(svg("line", { class: "attn-grid", x1: LEFT, x2: right, y1: y(tick), y2: y(tick) }),
      svg("text", { x: LEFT - 10, y: y(tick) + 5, "text-anchor": "end" }, text(tick)));   // beside the largest dot
  }
  for (const [part, name] of xTicks) node.append(svg("text", { x: x(part), y: BOTTOM + 20, "text-anchor": "middle" }, name));
  if (unit) node.append(svg("text", { x: right + 24, y: BOTTOM + 20 }, unit));
  const now = svg("line", { class: "attn-now", y1: TOP, y2: BOTTOM });
  node.append(now);
  const dots = lines.map(({ name, values }, n) => {
    const places = values.map((value, i) => [x(at(i)), y(value)]);
    const points = places.map((place) => place.map((p) => p.toFixed(1)).join(",")).join(" ");
    node.append(svg("polyline", { class: `attn-line attn-line-${n}`, points }));
    // fewer marks than points, where they would run together
    if (places.length <= 16) for (const [px, py] of places) node.append(marker(n, px, py, 3.5));
    if (name) node.append(svg("text", { class: "attn-line-name", x: right + 13, y: places.at(-1)[1] + 5 }, name));
    const large = marker(n, 0, 0, 7);
    node.append(large);
    return { large, places };
  });
  function mark(i) {
    const px = x(at(i));
    now.setAttribute("x1", px);
    now.setAttribute("x2", px);
    for (const { large, places } of dots) large.setAttribute("transform", `translate(${places[i][0]} ${places[i][1]})`);
  }
  return { node, mark };
}

function marker(n, x, y, size) {
  return n === 0 ? svg("circle", { class: "attn-dot-0", cx: x, cy: y, r: size })
    : svg("rect", { class: "attn-dot-1", x: x - size, y: y - size, width: 2 * size, height: 2 * size });
}

// Layers × heads as small maps: one is open, and arrow keys or a click open another.
import { PAINT, make, shade } from "./parts.js";

export const count = (length) => Array.from({ length }, (_, i) => i);
export const plain = (event) => !event.ctrlKey && !event.altKey && !event.metaKey;

const COLOURS = PAINT.map(([background]) => [1, 3, 5].map((at) => parseInt(background.slice(at, at + 2), 16)));
export function paint(canvas, weight) {
  const { width, height } = canvas, pen = canvas.getContext("2d"), image = pen.createImageData(width, height);
  for (let at = 0; at < width * height; at++) {
    image.data.set([...COLOURS[shade(weight(Math.floor(at / width), at % width))], 255], 4 * at);
  }
  pen.putImageData(image, 0, 0);
}

// The small maps, drawn once: one cell is in the tab order, and arrow keys open the next.
export function smallMaps({ t, shape: [layers, heads, rows, columns], opened, choose }) {
  const cells = count(layers).map((layer) => count(heads).map((head) => {
    const canvas = make("canvas", { width: columns, height: rows, "aria-hidden": "true" });
    const td = make("td", { tabindex: -1, "aria-label": opened(layer, head) }, canvas);
    td.attnPlace = [layer, head];
    return { td, canvas };
  }));
  const number = (i, scope) => make("th", { scope }, String(i + 1));
  const table = make("table", { class: "attn-heads-maps", role: "grid", "aria-readonly": "true" },
    make("caption", { class: "attn-caption" }, t("heads-maps")),
    make("thead", {}, make("tr", {}, make("td", { class: "attn-corner" }, make("span", {}, t("heads-corner"))),
      ...count(heads).map((head) => number(head, "col")))),
    make("tbody", {}, ...cells.map((row, layer) => make("tr", {}, number(layer, "row"), ...row.map(({ td }) => td)))));
  table.addEventListener("click", (event) => event.target.closest("td[aria-label]")?.focus());
  table.addEventListener("focusin", (event) => choose(...event.target.attnPlace));
  table.addEventListener("keydown", (event) => {
    const [layer, head] = event.target.attnPlace;
    const to = {
      ArrowUp: [layer - 1, head], ArrowDown: [layer + 1, head], ArrowLeft: [layer, head - 1], ArrowRight: [layer, head + 1],
      Home: [layer, 0], End: [layer, heads - 1],
    }[event.key];
    if (!to || !plain(event)) return;
    event.preventDefault();
    cells[to[0]]?.[to[1]]?.td.focus();
  });
  let marked = null;
  function mark(layer, head) {
    for (const [td, here] of [[marked, false], [cells[layer][head].td, true]]) {
      td?.setAttribute("aria-selected", String(here));
      if (td) td.tabIndex = here ? 0 : -1;
    }
    marked = cells[layer][head].td;
  }
  // `size`: rows and columns, where they change as a text grows
  const paintAll = (weights, size = [rows, columns]) => cells.flat().forEach(({ canvas }, map) => {
    [canvas.height, canvas.width] = size;
    paint(canvas, weights(map));
  });
  return { node: table, mark, paint: paintAll };
}

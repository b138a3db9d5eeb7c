// Layers × heads as small maps, one of them large: what every head of a model looks at.
import { renderer } from "./charts.js";
import { Matrix } from "./matrix.js";
import {
  brief, checkbox, frame, guard, isolated, liveRegion, make, named, numbers, rowInWords, saver, watch, words, write,
} from "./parts.js";
import { count, paint, plain, smallMaps } from "./small_maps.js";

const MOST_NUMBERS = 10;   // keys that still have room for their numbers
const MOST_BESIDE = 24;    // keys that still have room beside the small maps
const MOST_NAMED = 4;      // rows that do not sum to 1

// Hundredths of the weights, (layers, heads, queries, keys) flat, and of their rows' sums, from what heads.py packs.
export async function unpack(packed, shape) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const plain = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
  const [layers, heads, queries, keys] = shape, count = layers * heads * queries * keys, view = new DataView(plain, count);
  return {
    weights: new Uint8Array(plain, 0, count),
    sums: Uint16Array.from({ length: count / keys }, (_, i) => view.getUint16(2 * i, true)),
  };
}

function explorer(model, el) {
  const t = words(model), { fixed } = numbers(model.get("language"));
  const shape = model.get("shape"), [layers, heads, rows, columns] = shape;
  const queries = model.get("query_tokens"), keys = model.get("key_tokens");
  const live = liveRegion(), python = saver(model), draw = frame(update);
  const opened = (layer, head) => t("heads-opened", { layer: layer + 1, head: head + 1 });
  let whole = null;     // what was unpacked, and the same without the sinks
  let rest = null;
  let data = null;      // which of them is shown
  let pointed = null;   // the row of the large map that is pointed at
  let chosen = false;   // whether a small map was just chosen

  function choose(layer, head) {
    model.set("layer", layer);
    model.set("head", head);
    python.soon();
    chosen = true;
    draw();
  }
  const point = (i, aloud) => {
    if (pointed !== i) { pointed = i; read(); }
    if (aloud) live.say(status.textContent);
  };

  const maps = smallMaps({ t, shape, opened, choose });
  const without = checkbox({
    label: t("heads-without", { sinks: model.get("sinks").map(isolated).join(" ") }), value: model.get("without"),
    onChange: (value) => { model.set("without", value); python.soon(); draw(); },
  });
  const largeMap = columns > MOST_NUMBERS || !model.get("numbers") ? drawnMap : numberedMap;
  const large = largeMap({ t, fixed, queries, keys, glosses: model.get("glosses"), point });
  const status = make("p", { class: "attn-status" }), verdict = make("p", { class: "attn-note" });

  // The open map: weight(query, key), and what a query's row sums to.
  function now() {
    const first = (model.get("layer") * heads + model.get("head")) * rows;
    return {
      weight: (i, j) => data.weights[(first + i) * columns + j] / 100, sum: (i) => data.sums[first + i] / 100,
    };
  }

  function paintSmall() {
    data = rest && model.get("without") ? rest : whole;
    maps.paint((map) => (i, j) => data.weights[(map * rows + i) * columns + j] / 100);
  }

  function update() {
    if (!data) return;
    if (rest && data !== (model.get("without") ? rest : whole)) {
      without.set(model.get("without"));
      paintSmall();
    }
    const layer = model.get("layer"), head = model.get("head"), map = now();
    maps.mark(layer, head);
    large.show(opened(layer, head), map);
    const wrong = count(rows).filter((i) => map.sum(i) !== 1);
    const said = wrong.slice(0, MOST_NAMED).map((i) => `${isolated(brief(queries[i]))} (${fixed(map.sum(i))})`);
    if (wrong.length > MOST_NAMED) said.push(t("attention-rows-more", { count: wrong.length - MOST_NAMED }));
    write(verdict, wrong.length ? t("attention-rows-wrong", { rows: said.join(" · ") }) : t("attention-rows-right"));
    verdict.classList.toggle("attn-warn", wrong.length > 0);
    read();
    if (chosen) live.say(`${opened(layer, head)}. ${verdict.textContent}`);
    chosen = false;
  }

  // The row that is pointed at.
  function read() {
    if (!data) return;
    const { weight, sum } = now();
    large.light(pointed);
    write(status, pointed === null ? t("heads-hint") : rowInWords({
      t, fixed, query: queries[pointed], keys, weights: count(columns).map((j) => weight(pointed, j)), sum: sum(pointed),
    }));
  }

  const root = make("div", { class: columns > MOST_BESIDE ? "attn attn-heads attn-heads-many" : "attn attn-heads" },
    make("div", { class: "attn-heads-sides" }, make("div", {}, maps.node, ...(model.get("rest") ? [without.node] : [])),
      make("div", { class: "attn-heads-large" }, large.node)),
    make("div", { class: "attn-said" }, status, verdict), live.node);
  for (const [name, value] of Object.entries({ heads, layers, most: Math.max(heads, layers) })) {
    root.style.setProperty(`--attn-${name}`, value);
  }
  guard(root);
  el.replaceChildren(root);
  Promise.all(["packed", "rest"].map((name) => model.get(name) && unpack(model.get(name), shape))).then((unpacked) => {
    [whole, rest] = unpacked;
    paintSmall();
    update();
  });
  const unwatch = watch(model, ["layer", "head", "without"], draw);
  return () => { unwatch(); python.now(); };
}

// The large map as a table of numbers.
function numberedMap({ t, fixed, queries, keys, glosses, point }) {
  const table = new Matrix({
    caption: "", corner: t("attention-corner"), widest: "0,00", glosses: () => glosses,
    onFocus: (i) => point(i, true), onHover: (i) => point(i), onLeave: () => point(null),
  });
  function show(title, { weight, sum }) {
    table.setCaption(title);
    table.resize(queries, [...keys, { text: t("explorer-sum"), sum: true }]);
    queries.forEach((_, i) => {
      keys.forEach((_, j) => table.show(i, j, fixed(weight(i, j)), { weight: weight(i, j) }));
      const right = sum(i) === 1;
      table.show(i, keys.length, right ? fixed(1) : `${fixed(sum(i))} ✗`, { mark: right ? "" : "attn-wrong" });
    });
  }
  return { node: table.node, show, light: (row) => table.light(row === null ? undefined : (i) => i === row) };
}

// The large map without numbers, drawn at once between its words. A row is picked at a time.
function drawnMap({ t, queries, keys, glosses, point }) {
  const name = make("div", { class: "attn-caption" });
  const word = (token, attributes) => make("span", { class: "attn-drawn-word", ...attributes }, ...named(token, glosses[token]));
  const options = queries.map((token, i) => word(token, { role: "option", "aria-selected": "false", tabindex: i ? -1 : 0 }));
  const list = make("div", { class: "attn-drawn-queries", role: "listbox", "aria-label": t("attention-links-pick") }, ...options);
  const canvas = make("canvas", { width: keys.length, height: queries.length });
  const lit = make("div", { class: "attn-drawn-lit", hidden: true });
  const map = make("div", { class: "attn-drawn-map", "aria-hidden": "true" }, canvas, lit);
  const columns = make("div", { class: "attn-drawn-keys", "aria-hidden": "true" }, ...keys.map((token) => word(token)));
  const node = make("div", {}, name, make("div", { class: "attn-drawn" }, columns, list, map));
  node.style.setProperty("--attn-rows", queries.length);
  node.style.setProperty("--attn-columns", keys.length);

  const rowAt = (event) => {
    const box = map.getBoundingClientRect(), i = Math.floor((event.clientY - box.top) / box.height * queries.length);
    return Math.max(0, Math.min(queries.length - 1, i));
  };
  const pick = (i) => {   // also what has the focus already: a finger that is lifted leaves the map
    options[i].focus();
    point(i, true);
  };
  map.addEventListener("pointermove", (event) => point(rowAt(event)));
  map.addEventListener("click", (event) => pick(rowAt(event)));
  list.addEventListener("pointerover", (event) => {
    const i = options.indexOf(event.target.closest(".attn-drawn-word"));
    if (i >= 0) point(i);
  });
  for (const one of [map, list]) one.addEventListener("pointerleave", () => point(null));
  list.addEventListener("focusin", (event) => {
    for (const option of options) option.tabIndex = option === event.target ? 0 : -1;
    point(options.indexOf(event.target), true);
  });
  list.addEventListener("focusout", () => point(null));
  list.addEventListener("click", (event) => {
    const i = options.indexOf(event.target.closest(".attn-drawn-word"));
    if (i >= 0) pick(i);
  });
  list.addEventListener("keydown", (event) => {
    const i = options.indexOf(event.target), last = queries.length - 1;
    const to = { ArrowUp: i - 1, ArrowDown: i + 1, Home: 0, End: last }[event.key];
    if (to === undefined || !plain(event)) return;
    event.preventDefault();
    options[Math.max(0, Math.min(last, to))].focus();
  });
  function light(row) {
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === row)));
    lit.hidden = row === null;
    lit.style.top = `${100 * row / queries.length}%`;
  }
  return { node, light, show(title, { weight }) { write(name, title); paint(canvas, weight); } };
}

export default { render: renderer(explorer, "heads-name") };

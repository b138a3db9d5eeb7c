// Attention weights at recorded training steps: scrubbed or played, the right pairs outlined, the error below.
import { curves, panel, renderer } from "./charts.js";
import { Matrix, measure } from "./matrix.js";
import { brief, button, guard, liveRegion, make, numbers, saver, slider, watch, words, write } from "./parts.js";

const PAUSE = 300;             // milliseconds from one step to the next
const MOST_NUMBERS = 10;       // columns that still have room for their numbers
const MOST_NUMBERS_ON_A_PHONE = 6;

// (steps, queries, keys) from thousandths, two bytes each, in base64.
export function unpack(text, queries, keys) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)), view = new DataView(bytes.buffer);
  const list = (length, item) => Array.from({ length }, (_, i) => item(i));
  return list(bytes.length / 2 / queries / keys, (s) => list(queries, (i) => list(keys, (j) =>
    view.getUint16(2 * ((s * queries + i) * keys + j), true) / 1000)));
}

// Of the queries with a right pair, how many give one their largest weight; a tie with a wrong pair is no hit.
export function countHits(weights, gold) {
  const right = weights.map(() => new Set());
  for (const [i, j] of gold) right[i].add(j);
  const best = (row, wanted) => Math.max(-1, ...row.filter((_, j) => wanted(j)));
  const isHit = (row, i) => right[i].size && best(row, (j) => right[i].has(j)) > best(row, (j) => !right[i].has(j));
  const hits = weights.filter(isHit);
  return [hits.length, right.filter((set) => set.size).length];
}

// 1, 2 or 5 times a power of ten, at least the value: where an axis ends.
export function roundUp(value) {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((n) => n * power).find((end) => end >= value * (1 - 1e-9));
}

// The button that plays. Playing belongs to one view alone: two views of a film need not run together.
function player({ model, t, last, go }) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let timer = null;
  function pause() {
    clearInterval(timer);
    timer = null;
    play.setLabel(t(calm.matches ? "film-next" : "film-play"));
  }
  function start() {
    if (model.get("frame") === last) go(0);
    timer = setInterval(() => {
      if (model.get("frame") < last) go(model.get("frame") + 1);
      if (model.get("frame") === last) pause();
    }, PAUSE);
    play.setLabel(t("film-pause"));
  }
  function toggle() {
    if (timer !== null) pause();
    else if (calm.matches) go((model.get("frame") + 1) % (last + 1));   // whoever asked for less motion goes step by step
    else if (last > 0) start();
  }
  const play = button({ label: t("film-play"), onClick: toggle });
  play.node.classList.add("attn-play");
  pause();
  calm.addEventListener("change", pause);
  const end = () => {
    clearInterval(timer);
    calm.removeEventListener("change", pause);
  };
  return { node: play.node, pause, toggle, end };
}

// The weights of one step. Its columns are as wide as their words, within what is seen at once.
function filmMap({ t, steps, queries, keys, glosses, point }) {
  const withNumbers = keys.length <= MOST_NUMBERS;
  const map = new Matrix({
    caption: t("film-name", { step: steps[0] }), corner: t("film-corner"), glosses,
    onFocus: (i, j) => point([i, j]), onHover: (i, j) => point([i, j]), onLeave: () => point(null),
  });
  map.node.classList.toggle("attn-map", !withNumbers);
  map.node.classList.toggle("attn-many", keys.length > MOST_NUMBERS_ON_A_PHONE);
  map.table.caption.classList.add("attn-hidden");   // the slider beside it says the step
  function resize() {   // once it is on the page
    map.resize(queries, keys);
    const room = (tokens) => 1.05 * measure(tokens, map.node) + 0.5;   // letters of 14 pixels at least
    const names = room(queries.map((word) => [word, glosses()[word] ?? ""].join(" ").trim()));
    for (const [name, value] of Object.entries({
      head: Math.min(9, Math.max(withNumbers ? 0.75 * measure(t("film-corner").split("\n"), map.node) + 0.5 : 0, names)),
      names: Math.min(9, names), cell: Math.min(4.6, Math.max(3.4, room(keys))),
    })) map.node.style.setProperty(`--attn-${name}`, value.toFixed(2));
  }
  function show(step, weights, golden, fixed) {
    map.setCaption(t("film-name", { step }));
    weights.forEach((row, i) => row.forEach((weight, j) => {
      const number = fixed(weight), plain = withNumbers ? null : number;
      map.show(i, j, withNumbers ? number : "", golden[i][j]
        ? { weight, mark: "attn-gold", spoken: t("film-heard-gold", { weight: number }) } : { weight, spoken: plain });
    }));
  }
  return { node: map.node, resize, show };
}

// The error at each step, and null where none was recorded.
function errorCurve({ t, fixed, short, steps, errors }) {
  if (!errors.length) return null;
  const top = roundUp(Math.max(0, ...errors)), last = steps.length - 1;
  return curves({
    width: 200, lines: [{ name: "", values: errors }], top, yTicks: [0, top / 2, top], text: short,
    at: (i) => last ? (steps[i] - steps[0]) / (steps[last] - steps[0]) : 0,
    xTicks: last ? [[0, String(steps[0])], [1, String(steps[last])]] : [[0, String(steps[0])]],
    label: t("film-curve", { first: steps[0], last: steps[last], start: fixed(errors[0], 3), end: fixed(errors[last], 3) }),
  });
}

function explorer(model, el) {
  const t = words(model), { fixed, short } = numbers(model.get("language"));
  const steps = model.get("steps"), queries = model.get("query_tokens"), keys = model.get("key_tokens");
  const gold = model.get("gold"), errors = model.get("errors"), title = model.get("title"), last = steps.length - 1;
  const film = unpack(model.get("packed"), queries.length, keys.length);
  const golden = queries.map((_, i) => keys.map((_, j) => gold.some(([a, b]) => a === i && b === j)));
  const live = liveRegion(), python = saver(model);

  const go = (at) => { model.set("frame", at); python.soon(); };
  const play = player({ model, t, last, go });
  const scrub = slider({
    label: t("film-step"), min: 0, max: last, step: 1, value: 0, text: (at) => String(steps[at]),
    onInput: (at) => { play.pause(); go(at); },
  });
  let pointed = null, shown = null;   // the cell in focus or under the pointer; the frame that was drawn last
  const point = (cell) => { pointed = cell; draw(); };
  const map = filmMap({ t, steps, queries, keys, glosses: () => model.get("glosses"), point });
  const curve = errorCurve({ t, fixed, short, steps, errors }), status = make("p", { class: "attn-status" });
  const say = (i, j, weight) =>
    t(golden[i][j] ? "film-cell-gold" : "film-cell", { row: brief(queries[i]), column: brief(keys[j]), weight: fixed(weight) });

  function draw() {
    const at = model.get("frame"), weights = film[at];
    scrub.set(at);
    map.show(steps[at], weights, golden, fixed);
    curve?.mark(at);
    const now = errors.length ? t("film-now-error", { step: steps[at], error: fixed(errors[at], 3) })
      : t("film-now", { step: steps[at] });
    const [hits, total] = countHits(weights, gold);
    const said = gold.length ? `${now} ${t("film-hits", { hits, total })}` : now;
    write(status, pointed ? `${said} ${say(...pointed, weights[pointed[0]][pointed[1]])}.` : said);
    if (shown !== null && shown !== at) live.say(said);   // a page that opens says nothing
    shown = at;
  }

  const root = make("div", { class: "attn attn-film" },
    title ? make("div", { class: "attn-title" }, title) : null,
    make("div", { class: "attn-row" }, play.node, scrub.node),
    make("div", { class: "attn-sides" },
      make("div", { class: "attn-side attn-wide" }, map.node),
      make("div", { class: "attn-side" }, status,
        gold.length ? make("p", { class: "attn-note" }, t("film-gold")) : null,
        curve ? panel(t("film-error"), curve.node) : null)),
    live.node);
  root.addEventListener("keydown", (event) => {
    if (event.key !== " " || event.target.matches("button") || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    play.toggle();
  });
  guard(root);
  el.replaceChildren(root);
  map.resize();
  draw();
  const unwatch = watch(model, ["frame"], draw);
  return () => { play.end(); python.now(); unwatch(); };
}

export default { render: renderer(explorer, "film-title") };

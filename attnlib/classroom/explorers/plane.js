// A query, keys and values in the plane: the student drags them, and dot products, shares and the output follow.
import { renderer, svg } from "./charts.js";
import { dot, matmul, softmax } from "./kernel.js";
import { brief, button, frame, guard, liveRegion, make, named, numbers, saver, watch, words, write } from "./parts.js";

const SIDE = 400, MIDDLE = SIDE / 2, EDGE = 12;   // of the drawing, and what stays free around it
const TERMS = 3;      // of the output's sum, before it is shortened
const LETTERS = 10;   // of a name in the drawing: the table has the whole of it

export function attend({ query, keys, values, scale }) {
  const scores = keys.map((key) => dot(query, key)), weights = softmax(scores.map((score) => scale * score));
  return { scores, weights, output: matmul([weights], values)[0] };
}

// The corners of the smallest convex shape that holds the points, in order (Andrew 1979): every mix of them lies inside.
export function hull(points) {
  const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (list) => list.reduce((corners, [x, y]) => {
    const right = ([ax, ay], [bx, by]) => (bx - ax) * (y - ay) - (by - ay) * (x - ax) <= 0;
    while (corners.length > 1 && right(...corners.slice(-2))) corners.pop();
    return [...corners, [x, y]];
  }, []);
  return [...half(sorted).slice(0, -1), ...half(sorted.toReversed()).slice(0, -1)];
}

function explorer(model, el) {
  const t = words(model), n = numbers(model.get("language")), live = liveRegion(), python = saver(model), draw = frame(update);
  const apart = model.get("value_points").length > 0, names = model.get("names"), name = model.get("query_name");
  const at = (point) => t("plane-point", { x: n.short(point[0]), y: n.short(point[1]) });

  // What can be dragged: each has a trait that holds it, alone or as number i of a list.
  const points = [
    ...names.map((name, i) => ({ kind: "key", trait: "key_points", i, name })),
    ...(apart ? names.map((name, i) => ({ kind: "value", trait: "value_points", i, name })) : []),
    { kind: "query", trait: "query", name },
  ];
  const place = ({ trait, i }) => i === undefined ? model.get(trait) : model.get(trait)[i];
  function move(point, to) {
    const limit = model.get("limit"), [x, y] = to.map((value) => Math.max(-limit, Math.min(limit, Math.round(100 * value) / 100)));
    model.set(point.trait, point.i === undefined ? [x, y] : model.get(point.trait).with(point.i, [x, y]));
    python.soon();
  }

  const view = { model, t, n, apart, names, points, at, place, move };
  const picture = drawing(view), table = numbersBeside(view);
  const reset = button({
    label: t("explorer-reset"),
    onClick() {
      for (const [trait, value] of Object.entries(model.get("start"))) model.set(trait, value);
      python.soon();
    },
  });

  let first = true;
  function update() {
    const query = model.get("query"), keys = model.get("key_points"), values = apart ? model.get("value_points") : keys;
    const now = { query, keys, values, ...attend({ query, keys, values, scale: model.get("scale") }) };
    picture.show(now);
    table.show(now);
    const shares = names.map((name, i) => `${brief(name)} ${n.fixed(now.weights[i])}`).join("; ");
    if (!first) live.say(t("plane-said", { shares, output: at(now.output) }));   // a page that opens says nothing
    first = false;
  }

  const root = make("div", { class: "attn" },
    make("div", { class: "attn-sides" },
      make("div", { class: "attn-side attn-plane-side" }, picture.node),
      make("div", { class: "attn-side" }, ...table.nodes, reset.node)),
    live.node);
  guard(root);
  el.replaceChildren(root);
  update();
  const unwatch = watch(model, ["query", "key_points", "value_points", "limit"], draw);
  return () => { unwatch(); python.now(); };
}

// --- the drawing ---------------------------------------------------------------------------------------------------------

function drawing({ model, t, n, names, points, at, place, move }) {
  const unit = () => (MIDDLE - EDGE) / model.get("limit");
  const pixels = ([x, y]) => [MIDDLE + unit() * x, MIDDLE - unit() * y];
  const axes = svg("g", { "aria-hidden": true }), shape = svg("polygon", { class: "attn-hull" });
  const pulls = names.map(() => svg("line", { class: "attn-pull" }));   // from each value to the output, as thick as its weight
  const glosses = model.get("glosses"), output = arrow("output", t("plane-output"));
  for (const point of points) {
    point.arrow = arrow(point.kind, point.name, glosses[point.name]);
    point.node = svg("g", {
      class: `attn-point attn-${point.kind}`, role: "slider", tabindex: 0, "aria-roledescription": t("plane-draggable"),
      "aria-label": t(`plane-${point.kind}-name`, { name: point.name }),
    }, svg("circle", { class: "attn-hit", r: 24 }), svg("rect", {
      class: "attn-halo", x: -15, y: -15, width: 30, height: 30, rx: point.kind === "value" ? 0 : 15,
    }));
  }
  const arrows = [...points.map((point) => point.arrow), output];
  const node = svg("svg", {
    viewBox: `0 0 ${SIDE} ${SIDE}`, class: "attn-plane", role: "group", "aria-label": t("plane-drawing"),
  }, shape, axes, ...pulls, ...arrows.map((one) => one.node), ...points.map((point) => point.node), ...arrows.map((one) => one.label));
  drag(node, { points, unit, pixels, place, move });

  let drawn = null;   // the limit that the axes were drawn for
  function drawAxes(limit) {
    const step = limit > 5 ? 2 : 1, end = SIDE - EDGE;
    drawn = limit;
    axes.replaceChildren();
    for (let value = -Math.floor(limit / step) * step; value <= limit; value += step) {
      const [x, y] = pixels([value, value]), kind = value ? "attn-grid" : "attn-axis";
      axes.append(svg("line", { class: kind, x1: x, x2: x, y1: EDGE, y2: end }),
        svg("line", { class: kind, x1: EDGE, x2: end, y1: y, y2: y }));
      if (!value || Math.abs(value) === limit) continue;   // no room at the very end
      axes.append(svg("text", { x, y: MIDDLE + 18, "text-anchor": "middle" }, n.short(value)),
        svg("text", { x: MIDDLE - 6, y: y + 5, "text-anchor": "end" }, n.short(value)));
    }
  }

  function show({ values, scores, weights, output: mix }) {
    const limit = model.get("limit");
    if (drawn !== limit) drawAxes(limit);
    shape.setAttribute("points", hull(values).map((corner) => pixels(corner).join()).join(" "));
    const [ox, oy] = pixels(mix);
    pulls.forEach((pull, i) => {
      const [x, y] = pixels(values[i]);
      for (const [name, value] of Object.entries({ x1: x, y1: y, x2: ox, y2: oy })) pull.setAttribute(name, value.toFixed(2));
      pull.style.strokeWidth = (9 * weights[i]).toFixed(2);
    });
    output.show(ox, oy);
    for (const point of points) {
      const here = place(point), [x, y] = pixels(here);
      point.arrow.show(x, y);
      point.node.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)})`);
      const text = point.kind === "query" ? at(here)
        : t(`plane-${point.kind}-now`, { at: at(here), score: n.short(scores[point.i]), weight: n.fixed(weights[point.i]) });
      for (const [key, value] of Object.entries({ min: -limit, max: limit, now: here[0], text })) {
        point.node.setAttribute(`aria-value${key}`, value);
      }
    }
    placeNames(arrows);
  }
  return { node, show };
}

// Points follow the pointer, in tenths, and the arrow keys.
function drag(node, { points, unit, pixels, place, move }) {
  let held = null;   // the point that is dragged, and how far beside it the pointer took hold
  const pointer = (event) => {
    const box = node.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width * SIDE, (event.clientY - box.top) / box.height * SIDE];
  };
  const onPoint = (event) => event.target.closest(".attn-point");
  node.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !onPoint(event)) return;
    event.preventDefault();   // no text is selected on the way
    const [x, y] = pointer(event);
    const beside = (point) => { const [px, py] = pixels(place(point)); return [px - x, py - y]; };
    const far = (point) => Math.hypot(...beside(point));
    const point = points.reduce((best, one) => far(one) <= far(best) ? one : best);
    held = { point, beside: beside(point) };
    point.node.focus({ preventScroll: true });
    node.setPointerCapture(event.pointerId);
  });
  // a finger on a point drags it, and elsewhere scrolls the page: touch-action counts for no part of a drawing
  node.addEventListener("touchstart", (event) => { if (onPoint(event)) event.preventDefault(); }, { passive: false });
  node.addEventListener("pointermove", (event) => {
    if (!held) return;
    const [x, y] = pointer(event).map((value, axis) => (value + held.beside[axis] - MIDDLE) / unit());
    move(held.point, [x, -y].map((value) => Math.round(10 * value) / 10));
  });
  for (const name of ["pointerup", "pointercancel"]) node.addEventListener(name, () => { held = null; });
  node.addEventListener("keydown", (event) => {
    const point = points.find((one) => one.node === event.target), by = event.shiftKey ? 1 : 0.1;
    const step = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, by], ArrowDown: [0, -by] }[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    move(point, place(point).map((value, axis) => value + step[axis]));
  });
}

// An arrow from the origin with a name at its tip; a value has a square instead.
function arrow(kind, name, gloss) {
  const letters = [...name], short = letters.length > LETTERS ? `${letters.slice(0, LETTERS - 1).join("")}…` : name;
  const square = kind === "value", shaft = svg("line", { class: "attn-shaft", x1: MIDDLE, y1: MIDDLE });
  const tip = square ? svg("rect", { class: "attn-tip", x: -6, y: -6, width: 12, height: 12 })
    : svg("path", { class: "attn-tip", d: kind === "key" ? "M2 0L-10 -5.5V5.5Z" : "M2 0L-15 -8.5V8.5Z" });
  const node = svg("g", { class: `attn-${kind}`, "aria-hidden": true }, ...(square ? [] : [shaft]), tip);
  const label = svg("text", { class: `attn-name attn-${kind}`, "text-anchor": "middle", "aria-hidden": true }, short);
  if (gloss) label.append(svg("tspan", { class: "attn-gloss", dx: 5 }, gloss));
  let tipAt = [MIDDLE, MIDDLE];
  function show(x, y) {
    const [dx, dy] = [x - MIDDLE, y - MIDDLE], length = Math.hypot(dx, dy);
    const turned = square ? 0 : Math.atan2(dy, dx) * 180 / Math.PI;
    tip.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${turned.toFixed(2)})`);
    const part = Math.max(0, length - 9) / (length || 1);   // the shaft ends inside the tip
    shaft.setAttribute("x2", (MIDDLE + part * dx).toFixed(2));
    shaft.setAttribute("y2", (MIDDLE + part * dy).toFixed(2));
    tipAt = [x, y];
  }
  const width = letterWidths(short, 18) + (gloss ? 5 + letterWidths(gloss, 14) : 0);
  return { node, label, width, show, get tip() { return tipAt; } };
}

// About how wide a text is: a Hangul syllable is as wide as it is high.
function letterWidths(text, size) {
  return size * [...text].reduce((sum, letter) => sum + (letter > "\u1100" ? 1 : 0.65), 0);
}

// Each name beside its tip, in the first of eight places where no tip and no other name stands.
function placeNames(arrows) {
  const taken = arrows.map(({ tip: [x, y] }) => [x - 14, y - 14, x + 14, y + 14]);
  for (const { label, width, tip: [x, y] } of arrows) {
    const out = y <= MIDDLE ? -27 : 27, beside = (x >= MIDDLE ? 1 : -1) * (20 + width / 2);
    const spots = [[0, out], [beside, 0], [0, -out], [-beside, 0], [beside, out], [-beside, out], [beside, -out], [-beside, -out]];
    const boxes = spots.map(([dx, dy]) => [x + dx - width / 2, y + dy - 11, x + dx + width / 2, y + dy + 11]);
    const free = boxes.find((box) => Math.min(box[0], box[1]) >= 2 && Math.max(box[2], box[3]) <= SIDE - 2
      && !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]));
    const [left, top] = free ?? [Math.max(2, Math.min(SIDE - 2 - width, x - width / 2)), Math.max(2, Math.min(SIDE - 24, y + out - 11))];
    taken.push([left, top, left + width, top + 22]);
    label.setAttribute("x", (left + width / 2).toFixed(2));
    label.setAttribute("y", (top + 17).toFixed(2));
  }
}

// --- beside it -----------------------------------------------------------------------------------------------------------

function numbersBeside({ model, t, n, apart, names, at }) {
  const glosses = model.get("glosses"), scale = model.get("scale"), name = brief(model.get("query_name"));
  const heads = [[t("plane-key"), "attn-key"], ...(apart ? [[t("plane-value"), "attn-value"]] : []), ["q · k"], [t("weight")]];
  const rows = names.map((name) => {
    const fill = make("span", { class: "attn-share-fill" }), cells = heads.map(() => document.createTextNode(""));
    const share = make("span", { class: "attn-share", "aria-hidden": "true" }, fill);
    const node = make("tr", {}, make("th", { scope: "row" }, ...named(name, glosses[name])),
      ...cells.map((cell, i) => make("td", {}, i === cells.length - 1 ? share : null, cell)));
    return { node, cells, fill };
  });
  const table = make("table", { class: "attn-plain attn-plane-table" },
    make("caption", { class: "attn-hidden" }, t("plane-table")),
    make("thead", {}, make("tr", {}, make("td"), ...heads.map(([head, role]) => make("th", { scope: "col", class: role }, head)))),
    make("tbody", {}, ...rows.map((row) => row.node)));
  const where = make("p", { class: "attn-plane-query attn-query" }), sum = make("p", { class: "attn-status attn-plane-output" });

  function show({ query, keys, values, scores, weights, output }) {
    rows.forEach(({ cells, fill }, i) => {
      const texts = [at(keys[i]), ...(apart ? [at(values[i])] : []), n.short(scores[i]), n.fixed(weights[i])];
      texts.forEach((text, j) => { if (cells[j].data !== text) cells[j].data = text; });
      fill.style.width = `${100 * weights[i]}%`;
    });
    write(where, `${name} = ${at(query)}${scale === 1 ? "" : `; ${t("plane-scale", { scale: n.short(scale) })}`}`);
    const terms = values.map((value, i) => `${n.fixed(weights[i])} · ${at(value)}`);
    const shown = terms.length > TERMS ? [...terms.slice(0, TERMS - 1), "…"] : terms;
    sum.replaceChildren(make("b", { class: "attn-output" }, t("plane-output")), ` = ${shown.join(" + ")} = `,
      make("b", {}, at(output)));
  }
  return { nodes: [where, table, sum], show };
}

export default { render: renderer(explorer, "plane-name") };

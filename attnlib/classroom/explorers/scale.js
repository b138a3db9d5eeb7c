// What √d_k is for: one draw's weights at the chosen d_k, and the averages of many draws over all d_k.
import { softmax } from "./kernel.js";
import { bars, curves, panel, renderer } from "./charts.js";
import { checkbox, guard, liveRegion, make, numbers, saver, slider, watch, words, write } from "./parts.js";

const SIZES = Array.from({ length: 10 }, (_, i) => 2 ** i);
const MEASURES = [["scale-largest", 1, [0, 0.5, 1]], ["scale-entropy", 1, [0, 0.5, 1]], ["scale-gradient", 2, [0, 1, 2]]];

// The weights of one query: its scores at one d_k, divided by √d_k or not.
export const exampleWeights = (scores, size, scaled) => softmax(scores.map((score) => scaled ? score / Math.sqrt(size) : score));

function explorer(model, el) {
  const t = words(model), { fixed } = numbers(model.get("language"));
  const means = { unscaled: model.get("unscaled_means"), scaled: model.get("scaled_means") };
  const live = liveRegion(), python = saver(model);
  const change = (name, value) => { model.set(name, value); python.soon(); };

  const size = slider({
    label: t("scale-size"), min: 0, max: SIZES.length - 1, step: 1, value: 0, text: (i) => `d_k = ${SIZES[i]}`,
    onInput: (i) => change("d_k", SIZES[i]),
  });
  const scaled = checkbox({ label: t("scale-divide"), value: false, onChange: (value) => change("scaled", value) });
  const weightBars = bars();
  const status = make("p", { class: "attn-status" });

  const charts = MEASURES.map(([key, top, yTicks], m) => {
    const column = (rows) => rows.map((row) => row[m]);
    const unscaled = column(means.unscaled), divided = column(means.scaled);
    const chart = curves({
      lines: [{ name: t("scale-without"), values: unscaled }, { name: t("scale-with"), values: divided }],
      at: (i) => i / (SIZES.length - 1), top, yTicks, text: (value) => fixed(value, 1),
      xTicks: [0, 3, 6, 9].map((i) => [i / 9, String(SIZES[i])]), unit: "d_k",
      label: t("scale-curves", {
        what: t(key), first: fixed(unscaled[0], 3), last: fixed(unscaled.at(-1), 3),
        scaled_first: fixed(divided[0], 3), scaled_last: fixed(divided.at(-1), 3),
      }),
    });
    const now = make("div", { class: "attn-bar-name" });
    const show = (i) => {
      chart.mark(i);
      write(now, t("scale-pair", { unscaled: fixed(unscaled[i], 3), scaled: fixed(divided[i], 3) }));
    };
    return { node: panel(t(key), now, chart.node), show };
  });

  let first = true;
  function draw() {
    const d = model.get("d_k"), i = SIZES.indexOf(d), divide = model.get("scaled");
    size.set(i);
    scaled.set(divide);
    const weights = exampleWeights(model.get("scores")[i], d, divide), texts = weights.map((weight) => fixed(weight));
    weightBars.show(weights, {
      names: weights.map((_, j) => `k${j + 1}`), texts,
      spoken: t("scale-weights", { weights: texts.join("; ") }),
    });
    weightBars.node.classList.toggle("attn-second", divide);   // the colour of its curve
    for (const chart of charts) chart.show(i);
    const mean = (divide ? means.scaled : means.unscaled)[i];
    write(status, t("scale-now", {
      size: `d_k = ${d}`, how: t(divide ? "scale-with" : "scale-without"),
      largest: fixed(Math.max(...weights)), mean: fixed(mean[0], 3), gradient: fixed(mean[2], 3),
    }));
    if (!first) live.say(status.textContent);   // a page that opens says nothing
    first = false;
  }

  // the same numbers for who does not see the curves, and for who wants them all
  const averages = t("scale-means", { draws: model.get("draws") });
  const heads = ["scale-without", "scale-with"].flatMap((how) => MEASURES.map(([key]) => `${t(key)}, ${t(how)}`));
  const table = make("table", { class: "attn-plain" },
    make("caption", { class: "attn-hidden" }, averages),
    make("thead", {}, make("tr", {}, ...["d_k", ...heads].map((head) => make("th", { scope: "col" }, head)))),
    make("tbody", {}, ...SIZES.map((d, i) => make("tr", {}, make("th", { scope: "row" }, String(d)),
      ...[...means.unscaled[i], ...means.scaled[i]].map((value) => make("td", {}, fixed(value, 3)))))));

  const root = make("div", { class: "attn" },
    make("div", { class: "attn-row" }, size.node, scaled.node),
    make("div", { class: "attn-sides" },
      make("div", { class: "attn-side" }, panel(t("scale-bars", { keys: model.get("key_count") }), weightBars.node)),
      make("div", { class: "attn-side" }, status)),
    panel(averages, make("div", { class: "attn-three" }, ...charts.map((chart) => chart.node))),
    make("details", { class: "attn-details" }, make("summary", {}, t("scale-numbers")),
      make("div", { class: "attn-matrix", role: "group", tabindex: 0, "aria-label": t("scale-numbers") }, table)),
    live.node);
  guard(root);
  el.replaceChildren(root);
  draw();
  const unwatch = watch(model, ["d_k", "scaled"], draw);
  return () => { unwatch(); python.now(); };
}

export default { render: renderer(explorer, "scale-name") };

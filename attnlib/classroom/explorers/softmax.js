// Scores that the student drags, the shares they get, and the formula that overflows.
import { softmax, sum } from "./kernel.js";
import { bars, panel, renderer, sliderBars } from "./charts.js";
import { Matrix } from "./matrix.js";
import { button, guard, liveRegion, make, numbers, saver, slider, temperatureSlider, watch, words, write } from "./parts.js";

export const OVERFLOW = Math.log(Number.MAX_VALUE);   // 709.78…: exp of more is Infinity
const FEWEST = 2, MOST = 8;

// What softmax gets: (score + shift) / temperature, and −Infinity where an entry is hidden.
export const inputs = ({ scores, hidden, temperature, shift }) =>
  scores.map((score, i) => hidden.includes(i) ? -Infinity : (score + shift) / temperature);

// exp(z_i) / Σ_j exp(z_j) as it stands, with what floats make of it.
export function naive(z) {
  const powers = z.map(Math.exp), total = sum(powers);
  return { powers, total, shares: powers.map((power) => power / total) };
}

// What goes wrong with the naive formula, or null.
export function trouble(z, { powers, total, shares }) {
  if (z.every((value) => value === -Infinity)) return "hidden";
  if (powers.includes(Infinity)) return "overflow";
  if (total === Infinity) return "sum";
  if (total === 0) return "zero";
  const right = softmax(z);
  return shares.some((value, i) => Math.abs(value - right[i]) > 1e-9) ? "digits" : null;   // near 0, floats have few digits
}

const subscript = (i) => "₀₁₂₃₄₅₆₇₈₉"[i];

// 0 alone is exactly zero; 0,000 is something very small
const share = (fixed, value, digits = 3) => value === 0 ? "0" : fixed(value, digits);

// 7,39 or 2,7e43: a power of ten where two decimals would not do
function scientific({ fixed, short }, value) {
  if (value === 0 || !Number.isFinite(value)) return short(value);
  if (value >= 0.01 && value < 999.995) return fixed(value);
  const [digits, power] = value.toExponential(1).split("e");
  return `${fixed(Number(digits), 1)}e${power.replace("+", "").replace("-", "−")}`;
}

// The formula step by step, naive and right side by side.
function sums({ t, n }) {
  const { fixed } = n, table = new Matrix({ caption: t("softmax-table") });
  table.node.classList.add("attn-compact");
  // ∞ and NaN in words, after what is seen
  function spoken(value) {
    if (Number.isFinite(value)) return null;
    return `${fixed(value)}, ${t(Number.isNaN(value) ? "softmax-nan" : value > 0 ? "softmax-inf" : "softmax-minus-inf")}`;
  }
  function show({ names, z, plain, weights, what }) {
    table.resize([...names, { text: "Σ", sum: true }], ["z", "exp(z)", "exp ÷ Σ", "softmax"]);
    table.node.style.setProperty("--attn-cell", 4.7);
    z.forEach((value, i) => {
      const power = plain.powers[i], naiveShare = plain.shares[i], right = Number.isFinite(naiveShare);
      table.show(i, 0, fixed(value), { spoken: spoken(value) });
      table.show(i, 1, scientific(n, power), { spoken: spoken(power), mark: power === Infinity ? "attn-wrong" : "" });
      table.show(i, 2, right ? share(fixed, naiveShare) : fixed(naiveShare), {
        spoken: spoken(naiveShare), mark: right && what !== "sum" ? "" : "attn-wrong",
      });
      table.show(i, 3, share(fixed, weights[i]), { weight: weights[i] });
    });
    const shares = sum(plain.shares);
    table.show(z.length, 1, scientific(n, plain.total), { spoken: spoken(plain.total) });
    table.show(z.length, 2, fixed(shares, 3), { spoken: spoken(shares) });
    table.show(z.length, 3, fixed(sum(weights), 3));
  }
  return { node: table.node, show };
}

// The row above: temperature, shift, one entry more or fewer, back to the start.
function controls({ model, t, short, change }) {
  const temperature = temperatureSlider({
    model, label: t("softmax-temperature"), text: short, onInput: (value) => change({ temperature: value }),
  });
  const shift = slider({
    label: t("softmax-shift"), min: 0, max: 1000, step: 1, value: 0, text: short,
    onInput: (value) => change({ shift: value }),
  });
  const add = button({ label: "+", onClick: () => change({ scores: [...model.get("scores"), 0] }) });
  const remove = button({
    label: "−",
    onClick: () => {
      const scores = model.get("scores").slice(0, -1);
      change({ scores, hidden: model.get("hidden").filter((i) => i < scores.length) });
    },
  });
  add.node.setAttribute("aria-label", t("softmax-add"));
  remove.node.setAttribute("aria-label", t("softmax-remove"));
  const reset = button({ label: t("explorer-reset"), onClick: () => change(model.get("start")) });
  function show(now) {
    temperature.show();
    shift.set(now.shift);
    add.node.disabled = now.scores.length >= MOST;
    remove.node.disabled = now.scores.length <= FEWEST;
  }
  return { node: make("div", { class: "attn-row" }, temperature.node, shift.node, add.node, remove.node, reset.node), show };
}

// The scores as bars that the student drags or hides.
function scoreSliders({ model, t, short, change }) {
  return sliderBars({
    name: (i) => t("softmax-entry", { i }),
    text: (value, i) => model.get("hidden").includes(i) ? t("softmax-hidden-value", { value: short(value) }) : short(value),
    hide: t("softmax-hide"), hideName: (i) => t("softmax-hide-entry", { i }),
    onInput: (i, value) => change({ scores: model.get("scores").map((score, j) => j === i ? value : score) }),
    onHide(i, hide) {
      const others = model.get("hidden").filter((j) => j !== i);
      change({ hidden: hide ? [...others, i].sort() : others });
    },
  });
}

function explorer(model, el) {
  const t = words(model), n = numbers(model.get("language")), { fixed, short } = n;
  const live = liveRegion(), python = saver(model);
  const change = (traits) => {
    for (const [name, value] of Object.entries(traits)) model.set(name, value);
    python.soon();
  };
  const row = controls({ model, t, short, change }), table = sums({ t, n });
  const scoreBars = scoreSliders({ model, t, short, change }), shareBars = bars();
  const verdict = make("p", { class: "attn-status" });
  const limit = make("p", { class: "attn-note" },
    t("softmax-limit", { largest: scientific(n, Number.MAX_VALUE), limit: fixed(OVERFLOW) }));

  let first = true;
  function draw() {
    const now = Object.fromEntries(["scores", "hidden", "temperature", "shift"].map((name) => [name, model.get(name)]));
    const z = inputs(now), plain = naive(z), weights = softmax(z), what = trouble(z, plain);
    const hidden = now.scores.map((_, i) => now.hidden.includes(i)), names = now.scores.map((_, i) => `x${subscript(i)}`);
    row.show(now);
    scoreBars.show(now.scores, {
      limit: model.get("limit"), names, hidden, texts: now.scores.map((x, i) => hidden[i] ? "−∞" : short(x)),
    });
    shareBars.show(weights, { names, texts: weights.map((weight) => share(fixed, weight, 2)) });
    table.show({ names, z, plain, weights, what });
    const said = what === null ? t("softmax-same")
      : t(`softmax-trouble-${what}`, { z: fixed(Math.max(...z)), total: scientific(n, plain.total) });
    write(verdict, said);
    verdict.classList.toggle("attn-warn", what !== null);
    const shared = weights.map((weight, i) => `x${i}: ${share(fixed, weight)}`).join("; ");
    if (!first) live.say(`${t("softmax-spoken", { shares: shared })} ${said}`);   // a page that opens says nothing
    first = false;
  }

  const root = make("div", { class: "attn" }, row.node,
    make("div", { class: "attn-sides" },
      make("div", { class: "attn-side" },
        panel(t("softmax-scores"), scoreBars.node),
        panel(t("softmax-shares"), shareBars.node)),
      make("div", { class: "attn-side" }, table.node)),
    verdict, limit, live.node);
  guard(root);
  el.replaceChildren(root);
  draw();
  const unwatch = watch(model, ["scores", "hidden", "temperature", "shift", "limit"], draw);
  return () => { unwatch(); python.now(); };
}

export default { render: renderer(explorer, "softmax-name") };

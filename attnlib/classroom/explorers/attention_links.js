// The weights of the Attention explorer as lines between two rows of words: one query is picked, the others are faint.
import { svg } from "./charts.js";
import { measure } from "./matrix.js";
import { colours, make, named, rowInWords, write } from "./parts.js";

const FAINT = [0.05, 0.2, 0.4, 0.7];   // what the lines of the others begin at, thinnest first; lighter ones are not drawn
const LEAST = 0.005;                   // of a line of the picked query: less is 0,00
const WORD = [4.5, 9];                 // room for a word among others, in em

export function links(view) {
  const { t, n } = view;
  const side = (name, attributes) => make("div", { class: `attn-words attn-words-${name}`, ...attributes });
  const queries = side("queries", { role: "radiogroup", "aria-label": t("attention-links-pick") }), keys = side("keys");
  const lines = svg("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none", class: "attn-lines", "aria-hidden": true });
  const heading = (name) => make("span", { class: `attn-words-name attn-words-name-${name}` }, t(`attention-links-${name}`));
  const box = make("div", { class: "attn-links" }, heading("queries"), queries, lines, heading("keys"), keys);
  const said = make("p", { class: "attn-status" }), node = make("div", {}, box);
  let words = { queries: [], keys: [] }, told = "";

  const word = (token, ...more) => make("span", { class: "attn-word" }, ...named(token, view.s.glosses[token]), ...more);

  // Words are made again only where they differ.
  function rename() {
    const { query_tokens, key_tokens, glosses } = view.s, now = JSON.stringify([query_tokens, key_tokens, glosses]);
    if (told === now) return;
    told = now;
    words = {
      queries: query_tokens.map((token) => word(token)),
      keys: key_tokens.map((token) => {
        const number = make("span", { class: "attn-word-number" });
        return { node: word(token, number), number };
      }),
    };
    for (const node of words.queries) node.setAttribute("role", "radio");
    queries.replaceChildren(...words.queries);
    keys.replaceChildren(...words.keys.map((key) => key.node));
    arrange();
  }

  // Two rows where there is room, else two columns.
  function arrange() {
    const { query_tokens, key_tokens } = view.s, many = Math.max(query_tokens.length, key_tokens.length);
    const room = Math.max(WORD[0], Math.min(WORD[1], measure([...query_tokens, ...key_tokens], box) + 1.5));
    const size = parseFloat(getComputedStyle(box).fontSize) || 16;
    const columns = many > 20 || (node.clientWidth > 0 && (many * room + 5) * size > node.clientWidth);
    box.classList.toggle("attn-links-columns", columns);
    box.classList.toggle("attn-links-many", columns && many > 12);
    box.style.setProperty("--attn-count", many);
  }

  const upright = () => box.classList.contains("attn-links-columns");
  function curve(i, j) {
    const from = 100 * (i + 0.5) / words.queries.length, to = 100 * (j + 0.5) / words.keys.length;
    const [a, b] = [from.toFixed(2), to.toFixed(2)];
    return upright() ? `M0 ${a}C50 ${a} 50 ${b} 100 ${b}` : `M${a} 0C${a} 50 ${b} 50 ${b} 100`;
  }

  function drawLines(picked) {
    const { r, mask } = view, faint = FAINT.map(() => ""), first = view.one ? 1 : 0;   // of many, only the stronger
    r.weights.forEach((row, i) => i !== picked && row.forEach((weight, j) => {
      const bucket = FAINT.findLastIndex((least) => weight >= least);
      if (bucket >= first) faint[bucket] += curve(i, j);
    }));
    lines.replaceChildren(
      ...faint.map((d, bucket) =>
        svg("path", { class: "attn-link-faint", d, style: `stroke-width: ${0.06 + 0.5 * FAINT[bucket]}em` })),
      ...r.weights[picked].flatMap((weight, j) => weight < LEAST ? [] : [svg("path", {
        class: `attn-link${mask[picked][j] ? "" : " attn-link-leak"}`, d: curve(picked, j),
        style: `stroke-width: ${(0.08 + 0.62 * weight).toFixed(3)}em; stroke-opacity: ${(0.35 + 0.65 * weight).toFixed(3)}`,
      })]));
  }

  function draw() {
    node.hidden = view.shown !== "links";
    if (node.hidden) return;
    rename();
    const { s, r, mask } = view, picked = Math.min(s.picked, s.query_tokens.length - 1), row = r.weights[picked];
    words.queries.forEach((word, i) => {
      word.setAttribute("aria-checked", String(i === picked));
      word.tabIndex = i === picked ? 0 : -1;
    });
    words.keys.forEach(({ node, number }, j) => {
      write(number, n.fixed(row[j]));
      [number.style.backgroundColor, number.style.color] = colours(row[j]);
      node.classList.toggle("attn-word-off", !mask[picked][j]);
    });
    drawLines(picked);
    write(said, rowInWords({
      t, fixed: n.fixed, query: s.query_tokens[picked], keys: s.key_tokens, weights: row, sum: r.rowSums[picked],
      mark: (text, j) => mask[picked][j] ? text : t("attention-blocked", { number: text }),
    }));
  }

  const pick = (i) => {
    view.change({ picked: i }, { keepPreset: true });
    words.queries[i].focus();
  };
  queries.addEventListener("click", (event) => {
    const i = words.queries.indexOf(event.target.closest(".attn-word"));
    if (i >= 0) pick(i);
  });
  queries.addEventListener("keydown", (event) => {
    const i = words.queries.indexOf(event.target), last = words.queries.length - 1;
    const to = { ArrowLeft: i - 1, ArrowUp: i - 1, ArrowRight: i + 1, ArrowDown: i + 1, Home: 0, End: last }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    pick(Math.max(0, Math.min(last, to)));
  });
  new ResizeObserver(() => {
    const before = upright();
    arrange();
    if (before !== upright()) draw();
  }).observe(node);

  return { node, said, draw };
}

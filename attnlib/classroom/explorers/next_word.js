// A language model that runs in the page: a text that the student begins, what may come next, and where each head looks.
import { renderer } from "./charts.js";
import { chances, drawn, reader, truth, wordAt } from "./gpt.js";
import { button, colours, frame, guard, liveRegion, make, numbers, saver, select, slider, watch, words, write, writeToken } from "./parts.js";
import { smallMaps } from "./small_maps.js";

const PAD = 0, END = 1;       // first in every vocabulary
const SHOWN = 10;             // words that may come next
const SPOKEN = 3;             // of them
const PAUSE = 300;            // milliseconds from one word to the next
const SOME = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50];   // of the likeliest, for top-k

// What the student does to the text: a word put or drawn, written on, taken back. All that is shown follows from the traits.
function writer({ model, t, gpt, grammar, vocabulary, set }) {
  const number = new Map(vocabulary.map((word, i) => [word, i])), ask = reader(gpt);
  let byHand = model.get("written").length;   // words before the first that was drawn
  let timer = null;                           // while it writes on

  // A text that is over is shown with what its last word was drawn from.
  function now() {
    const text = model.get("written").map((word) => number.get(word));
    const over = text.at(-1) === END ? "end" : text.length === gpt.longest ? "long" : null;
    const read = over ? text.slice(0, -1) : text, { logits, weights } = ask([END, ...read]);
    return {
      text, over, logits, weights, chances: chances(logits, model.get("temperature"), model.get("top_k")),
      truth: truth(grammar, vocabulary.length, read),
    };
  }
  const putText = (text) => set({ written: text.map((i) => vocabulary[i]) });
  function put(word) {   // by hand
    const { text, over } = now();
    stop();
    if (over) return;
    byHand = text.length + 1;
    putText([...text, word]);
  }
  function putDrawn() {
    const { text, over, chances } = now();
    if (!over) putText([...text, wordAt(chances, drawn(model.get("seed"), text.length))]);
    if (now().over) stop();
  }
  function stop() {
    clearInterval(timer);
    timer = null;
    buttons.write.setLabel(t("next-write"));
  }
  function writeOn() {
    if (timer !== null) return stop();
    timer = setInterval(putDrawn, PAUSE);
    buttons.write.setLabel(t("next-stop"));
    putDrawn();
  }
  function again() {
    stop();
    byHand = model.get("start").length;
    set({ written: model.get("start") });
  }
  const one = () => { stop(); putDrawn(); };
  const remove = () => { stop(); putText(now().text.slice(0, -1)); };
  function drawAgain() {   // other words after those put by hand
    stop();
    model.set("seed", model.get("seed") + 1);
    putText(now().text.slice(0, byHand));
  }
  const buttons = Object.fromEntries(Object.entries({
    one: ["next-one", one], write: ["next-write", writeOn], remove: ["next-delete", remove],
    redraw: ["next-redraw", drawAgain], again: ["explorer-reset", again],
  }).map(([key, [label, onClick]]) => [key, button({ label: t(label), onClick })]));
  buttons.write.node.classList.add("attn-write-on");
  return { now, put, again, buttons, end: () => clearInterval(timer) };
}

// How the next word is drawn: temperature, and how many of the likeliest may come.
function drawing({ model, t, n, vocabulary, set }) {
  const ks = [...new Set([...SOME.filter((k) => k < vocabulary.length), ...[model.get("top_k") ?? []].flat()])].sort((a, b) => a - b);
  const temperature = slider({
    label: t("temperature"), min: 0, max: 3, step: 0.1, value: 1, text: n.short, onInput: (value) => set({ temperature: value }),
  });
  const topK = slider({
    label: t("next-top-k"), min: 0, max: ks.length, step: 1, value: 0, text: (i) => i < ks.length ? String(ks[i]) : t("next-all"),
    onInput: (i) => set({ top_k: ks[i] ?? null }),
  });
  function show() {
    temperature.set(model.get("temperature"));
    topK.set(model.get("top_k") === null ? ks.length : ks.findLastIndex((k) => k <= model.get("top_k")));
  }
  return { nodes: [temperature.node, topK.node], show };
}

function explorer(model, el) {
  const t = words(model), n = numbers(model.get("language")), live = liveRegion(), python = saver(model), redraw = frame(update);
  const gpt = model.get("gpt"), vocabulary = model.get("vocabulary");
  const name = (i) => i === PAD ? t("next-pad") : i === END ? t("next-end") : vocabulary[i];
  function set(traits) {
    for (const [trait, value] of Object.entries(traits)) model.set(trait, value);
    python.soon();
    redraw();
  }
  const { now, put, again, buttons, end } = writer({ model, t, gpt, grammar: model.get("grammar"), vocabulary, set });
  const sliders = drawing({ model, t, n, vocabulary, set });
  const opened = (layer, head) => t("heads-opened", { layer: layer + 1, head: head + 1 });
  const maps = smallMaps({
    t, shape: [gpt.layers, gpt.heads, 1, 1], opened, choose: (layer, head) => set({ layer, head }),
  });
  maps.node.caption.classList.add("attn-hidden");   // the corner says as much
  const text = writtenText({ t, n, name }), next = nextWords({ t, n, name, vocabulary, put });
  const beginAgain = button({ label: t("explorer-reset"), onClick: () => { again(); update(); buttons.write.node.focus(); } });
  const why = make("span"), over = make("p", { class: "attn-status attn-next-over" }, why, " ", beginAgain.node);

  let told = null;   // the text that was last told to a screen reader
  function update() {
    const shown = now(), [layer, head] = [model.get("layer"), model.get("head")], focused = root.getRootNode().activeElement;
    sliders.show();
    maps.mark(layer, head);
    const weights = shown.weights.flat();
    maps.paint((map) => (_, j) => weights[map][j], [1, weights[0].length]);
    text.show(shown, t("next-looks", { opened: opened(layer, head) }), shown.weights[layer][head]);
    next.show(shown);
    buttons.one.node.disabled = buttons.write.node.disabled = Boolean(shown.over);
    for (const node of [next.node, next.others]) node.style.visibility = shown.over ? "hidden" : "";   // its room stays
    buttons.remove.node.disabled = shown.text.length === 0;
    over.hidden = !shown.over;
    if (shown.over) write(why, t(`next-over-${shown.over}`, { count: gpt.longest }));
    const gone = [next.node, next.others].some((node) => node.contains(focused)) || (root.contains(focused) && focused.disabled);
    if (shown.over && gone) beginAgain.node.focus();
    const said = shown.text.map(name).join(" ") || t("next-nothing");
    if (told !== null && told !== said) {   // a page that opens says nothing
      live.say(shown.over ? `${said}. ${why.textContent}` : t("next-said", { text: said, words: next.spoken() }));
    }
    told = said;
  }

  const root = make("div", { class: "attn attn-next" }, text.node,
    make("div", { class: "attn-row" }, ...Object.values(buttons).map(({ node }) => node)),
    make("div", { class: "attn-next-sides" },
      make("div", { class: "attn-next-words" }, next.node, over),
      make("div", { class: "attn-next-maps" }, next.others, ...sliders.nodes, maps.node)),
    live.node);
  root.style.setProperty("--attn-heads", gpt.heads);
  guard(root);
  el.replaceChildren(root);
  update();
  const unwatch = watch(model, ["written", "temperature", "top_k", "seed", "layer", "head"], redraw);
  return () => { end(); unwatch(); python.now(); };
}

// The words so far, each with how much the open head looks at it. The first place is the mark that a text begins with.
function writtenText({ t, n, name }) {
  const title = make("div", { class: "attn-title" }), list = make("ol", { class: "attn-next-text", "aria-label": t("next-text") });
  const node = make("div", {}, title, list);
  function show({ text }, heading, weights) {
    write(title, heading);
    while (list.children.length > text.length + 1) list.lastChild.remove();
    while (list.children.length <= text.length) {
      const [bar, token, number] = ["attn-next-bar", "attn-next-token", "attn-next-number"].map((kind) => make("span", { class: kind }));
      bar.append(make("span"));
      bar.setAttribute("aria-hidden", "true");
      list.append(make("li", {}, bar, token, " ", number));
    }
    Array.from(list.children).forEach((item, i) => {
      const [bar, token, number] = item.children, word = text[i - 1], weight = weights[i];
      writeToken(token, i === 0 ? t("next-begin") : name(word));
      item.classList.toggle("attn-next-mark", i === 0 || word === END || word === PAD);
      write(number, weight === undefined ? "" : n.fixed(weight));   // the last word of a text that is over was not read
      bar.firstChild.style.height = `${100 * (weight ?? 0)}%`;
      bar.firstChild.style.backgroundColor = colours(weight ?? 0)[0];
    });
  }
  return { node, show };
}

// What may come next, the likeliest first, as buttons; all other words in a list.
function nextWords({ t, n, name, vocabulary, put }) {
  const rows = Array.from({ length: Math.min(SHOWN, vocabulary.length) }, () => {
    const [word, model, grammar, fill, mark] = ["word", "model", "grammar", "fill", "true"].map(
      (kind) => make("span", { class: `attn-candidate-${kind}` }));
    const track = make("span", { class: "attn-candidate-track" }, fill, mark);
    const [ofModel, ofGrammar] = [`: ${t("next-model")} `, `, ${t("next-grammar")} `].map(
      (heard) => make("span", { class: "attn-hidden" }, heard));
    const one = button({ label: "", onClick: () => put(row.number) });
    const row = { word, model, fill, grammar, ofGrammar: [ofGrammar, grammar, mark], node: make("li", {}, one.node) };
    one.node.classList.add("attn-candidate");
    one.node.append(word, ofModel, model, ofGrammar, grammar, track);
    return row;
  });
  const isWord = (i) => i > END && /\p{L}/u.test(name(i));
  const byName = vocabulary.map((_, i) => i).sort((a, b) => isWord(b) - isWord(a) || name(a).localeCompare(name(b), t("language-tag")));
  const others = select({ label: t("next-other"), options: byName.map((i) => [i, name(i)]), value: byName[0], onChange() {} });
  const use = button({ label: t("next-use"), onClick: () => put(Number(others.input.value)) });
  const off = make("span", { class: "attn-next-off" }, t("next-off"));
  const legend = ["model", "grammar"].map((kind) => make("span", { class: `attn-legend attn-legend-${kind}` }, t(`next-${kind}`)));
  const node = make("div", {},
    make("div", { class: "attn-title attn-next-title" }, t("next-words"), ...legend, off),
    make("ol", { class: "attn-candidates", "aria-label": t("next-words") }, ...rows.map((row) => row.node)));

  function show({ logits, chances, truth }) {
    const order = logits.map((_, i) => i).sort((a, b) => logits[b] - logits[a]);   // as chances, and more
    off.hidden = truth !== null;
    legend[1].hidden = truth === null;
    rows.forEach((row, at) => {
      const i = row.number = order[at];
      writeToken(row.word, name(i));
      row.node.classList.toggle("attn-next-mark", i <= END);
      row.node.classList.toggle("attn-candidate-out", chances[i] === 0);
      write(row.model, n.fixed(chances[i]));
      row.fill.style.width = `${100 * chances[i]}%`;
      for (const node of row.ofGrammar) node.hidden = truth === null;
      if (!truth) return;
      write(row.grammar, n.fixed(truth[i]));
      row.ofGrammar[2].style.insetInlineStart = `${100 * truth[i]}%`;
    });
  }
  const spoken = () => rows.slice(0, SPOKEN).map(({ number, model }) => `${name(number)} ${model.textContent}`).join(" · ");
  return { node, others: make("div", { class: "attn-next-others" }, others.node, use.node), show, spoken };
}

export default { render: renderer(explorer, "next-name") };

// Brings the anywidgets of a page or a deck to life, with no kernel, no widget manager and no network.

const { texts, models, failed } = JSON.parse(document.getElementById("widgets").textContent);

// What a widget asks of its model. Nobody listens on the other side: save_changes and send do nothing.
class Model {
  #values;
  #listeners = [];

  constructor(values) {
    this.#values = values;
  }

  get(name) {
    return this.#values[name];
  }

  set(name, value) {
    const wanted = typeof name === "object" ? name : { [name]: value };
    const changed = Object.keys(wanted).filter((key) => !same(wanted[key], this.#values[key]));
    Object.assign(this.#values, wanted);
    for (const key of changed) this.#emit(`change:${key}`, wanted[key]);
    if (changed.length) this.#emit("change");
  }

  on(events, callback) {
    for (const event of events.split(/\s+/)) this.#listeners.push({ event, callback });
  }

  off(events, callback) {
    const named = events?.split(/\s+/);
    this.#listeners = this.#listeners.filter(
      (one) => (named && !named.includes(one.event)) || (callback && one.callback !== callback));
  }

  save_changes() {}

  send() {}

  #emit(event, ...values) {
    for (const one of [...this.#listeners]) if (one.event === event) one.callback(this, ...values);
  }
}

// As in Jupyter, setting an equal value is no change: two widgets that answer each other come to rest.
function same(one, other) {
  return Object.is(one, other) || JSON.stringify(one) === JSON.stringify(other);
}

function once(make) {
  const made = new Map();
  return (key) => made.get(key) ?? made.set(key, make(key)).get(key);
}

const load = once((text) => import(URL.createObjectURL(new Blob([texts[text]], { type: "text/javascript" }))));

const dress = once((text) => {
  const style = document.createElement("style");
  style.textContent = texts[text];
  return document.head.appendChild(style);
});

// Two views of one model share its traits, so what moves in one moves in the other.
const wake = once(async (id) => {
  const { esm, css, traits } = models[id];
  if (css !== null) dress(css);
  const { default: exported } = await load(esm);
  const widget = typeof exported === "function" ? await exported() : exported;
  const model = new Model(traits);
  await widget.initialize?.({ model, experimental: {} });
  return { widget, model };
});

async function show(place) {
  const table = [...place.childNodes];   // the widget's table, for when it cannot live
  try {
    const { widget, model } = await wake(place.dataset.model);
    const el = document.createElement("div");
    place.replaceChildren(el);
    await widget.render?.({ model, el, experimental: {} });
    place.dataset.widget = "live";
  } catch (error) {
    console.error(error);
    const message = document.createElement("p");
    message.textContent = failed;
    place.replaceChildren(message, ...table);
    place.dataset.widget = "failed";
  }
}

// A box is in the keyboard's way only if it scrolls, and a formula is a box only where it is too long for its line.
function fit() {
  for (const formula of document.querySelectorAll(".math")) {
    formula.classList.remove("long");
    const room = formula.parentElement.getBoundingClientRect().width;
    formula.classList.toggle("long", formula.getBoundingClientRect().width > room);
  }
  for (const box of document.querySelectorAll(".highlight, .output, .math")) {
    if (box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX === "auto") box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}

await Promise.allSettled(Array.from(document.fonts, (font) => font.load()));   // or everything is measured in other letters
addEventListener("resize", fit);
addEventListener("toggle", fit, true);   // a fold that opens
fit();
const shown = Promise.all(Array.from(document.querySelectorAll("[data-model]"), show)).then(fit);
await Promise.race([shown, new Promise((done) => setTimeout(done, 3000))]);   // a widget that hangs holds nobody up
document.body.dataset.ready = "yes";   // for whoever waits: a printer, a test

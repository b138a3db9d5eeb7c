// attnlib.gpt in JavaScript: a text in, the next word's logits out, and what each head looked at on the way. And how a word is
// drawn from logits, and what the grammar of the stories says. tests/test_next_word.py holds all three to NumPy.
import { dot, hash, random, softmax, sum } from "./kernel.js";

// A float16: sign, five bits of exponent, ten of fraction. Infinity and NaN do not come here.
const half = (bits) => {
  const exponent = bits >> 10 & 31, fraction = bits & 1023;
  return (bits >> 15 ? -1 : 1) * (exponent ? (1024 + fraction) * 2 ** (exponent - 25) : fraction * 2 ** -24);
};

// Parameters by name, from what next_word.py packs: a table as a list of rows, a vector as one list.
export function parameters(packed, shapes) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)), view = new DataView(bytes.buffer);
  let at = 0;
  const vector = (length) => Array.from({ length }, () => half(view.getUint16(2 * at++, true)));
  return Object.fromEntries(shapes.map(([name, [rows, columns]]) =>
    [name, columns === undefined ? vector(rows) : Array.from({ length: rows }, () => vector(columns))]));
}

const plus = (x, y) => x.map((value, i) => value + y[i]);
const times = (x, rows) => rows.map((row) => dot(row, x));   // x W: a column of W came as a row

function normed(x, gain, bias) {
  const mean = sum(x) / x.length, centred = x.map((value) => value - mean);
  const size = 1 / Math.sqrt(sum(centred.map((value) => value * value)) / x.length + 1e-5);
  return centred.map((value, i) => value * size * gain[i] + bias[i]);
}

// A function of the numbers of a text, its start mark first: {logits, weights}, the latter by layer and head, one weight for
// each number read. The keys and values of what it has read before are kept: only what differs is read again.
export function reader({ packed, shapes, layers, heads, scale, positions }) {
  const p = parameters(packed, shapes), read = [], answers = [];
  const past = Array.from({ length: layers }, () => ({ keys: [], values: [] }));
  const ofHead = (x, h) => x.slice(h * x.length / heads, (h + 1) * x.length / heads);

  function attend(x, i) {
    const { keys, values } = past[i], q = times(x, p[`${i}.w_q`]);
    keys.push(times(x, p[`${i}.w_k`]));
    values.push(times(x, p[`${i}.w_v`]));
    const weights = Array.from({ length: heads }, (_, h) => {
      const query = ofHead(q, h);
      return softmax(keys.map((key) => scale * dot(query, ofHead(key, h))));
    });
    const output = values[0].map((_, n) => dot(weights[Math.floor(n * heads / values[0].length)], values.map((value) => value[n])));
    return [times(output, p[`${i}.w_o`]), weights];
  }

  function next(number) {
    let x = p.words[number];
    const all = [];
    if (positions) x = plus(x, p.places[read.length]);
    for (let i = 0; i < layers; i++) {
      const [attended, weights] = attend(normed(x, p[`${i}.gain_1`], p[`${i}.bias_1`]), i);
      all.push(weights);
      x = plus(x, attended);
      const hidden = plus(times(normed(x, p[`${i}.gain_2`], p[`${i}.bias_2`]), p[`${i}.w_1`]), p[`${i}.b_1`]);
      x = plus(x, plus(times(hidden.map((value) => Math.max(value, 0)), p[`${i}.w_2`]), p[`${i}.b_2`]));
    }
    return { logits: plus(times(normed(x, p.gain, p.bias), p.w_out), p.b_out), weights: all };
  }

  return (text) => {
    let same = 0;
    while (same < text.length && read[same] === text[same]) same++;
    for (const list of [read, answers, ...past.flatMap(({ keys, values }) => [keys, values])]) list.length = same;
    for (const number of text.slice(same)) {
      answers.push(next(number));
      read.push(number);
    }
    return answers.at(-1);
  };
}

// p of each word as attnlib.gpt.choose has it: softmax(logits / temperature) of the topK likeliest, null for all of them.
export function chances(logits, temperature, topK) {
  const least = topK === null || topK >= logits.length ? -Infinity : logits.toSorted((a, b) => b - a)[topK - 1];
  const peak = Math.max(...logits), likeliest = logits.indexOf(peak);
  if (temperature === 0) return logits.map((_, i) => Number(i === likeliest));
  return softmax(logits.map((logit) => logit >= least ? (logit - peak) / temperature : -Infinity));
}

// The word that a number from 0 to 1 falls on, the words side by side, each as wide as its p.
export function wordAt(p, at) {
  let total = 0;
  const word = p.findIndex((share) => (total += share) >= at && share > 0);
  return word < 0 ? p.length - 1 : word;
}

// The number from 0 to 1 of a seed and a place: it depends on nothing else, so the same seed writes the same text again.
export const drawn = (seed, place) => random(hash(`${seed}:${place}`))() / 2 ** 32;

// The true p of each word after a text, or null where no story begins so. `edges` (state, column, p, state after) and `free`
// words are those of attnlib.stories: column n + i is the i-th word that the parrot hears, in a state of `copies` repeats.
export function truth({ edges, free, copies }, n, text) {
  const heard = [];
  let state = 0;
  for (const word of text) {
    const here = edges.filter(([from]) => from === state), slot = here.find(([, column]) => column >= n);
    const mayCome = slot && free.includes(word)
      && (copies.includes(state) ? heard[slot[1] - n] === word : !heard.includes(word));
    if (mayCome) heard[slot[1] - n] = word;
    const edge = mayCome ? slot : here.find(([, column]) => column === word);
    if (!edge) return null;
    state = edge[3];
  }
  const p = Array(n).fill(0);
  for (const [from, column, share] of edges) {
    if (from !== state) continue;
    if (column < n) p[column] += share;
    else {
      const open = copies.includes(state) ? [heard[column - n]] : free.filter((word) => !heard.includes(word));
      for (const word of open) p[word] += share / open.length;
    }
  }
  return p;
}

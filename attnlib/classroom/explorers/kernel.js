// The numbers of every explorer, as pure functions: tests/test_explorers.py holds them to attnlib, to 1e-6.
// A matrix is a list of rows. A mask is a matrix of booleans, true = may attend.

export const HOW = ["-inf", "x0 before softmax", "zero after softmax", "zero and renormalise"];
export const LARGEST = 1e6;   // of a number that a student types: no score can overflow then

export const transpose = (a) => a.length ? a[0].map((_, j) => a.map((row) => row[j])) : [];
export const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
export const sum = (list) => list.reduce((total, x) => total + x, 0);

export function matmul(a, b) {
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
}

// softmax(x)_i = exp(x_i) / Σ_j exp(x_j): -Infinity hides an entry, and a list of nothing else gives zeros.
export function softmax(x) {
  const peak = Math.max(...x);
  if (peak === -Infinity) return x.map(() => 0);
  const powers = x.map((value) => Math.exp(value - peak));   // exp cannot overflow, and the factor cancels
  const total = sum(powers);
  return powers.map((power) => power / total);
}

// Where each query may look: kind is none, causal, padding (only the first `length` keys are real) or custom.
export function allowed(kind, queries, keys, length = keys, custom = []) {
  const may = {
    none: () => true,
    causal: (i, j) => j <= i,
    padding: (i, j) => j < length,
    custom: (i, j) => custom[i]?.[j] ?? true,
  }[kind];
  return Array.from({ length: queries }, (_, i) => Array.from({ length: keys }, (_, j) => may(i, j)));
}

// Every stage from Q, K and V to the output. `factor` is what the scores are multiplied by: 1 / (√d_k · temperature).
export function stages({ q, k, v, mask, scale = true, temperature = 1, how = "-inf", axis = "keys" }) {
  const factor = 1 / ((scale ? Math.sqrt(k[0].length) : 1) * temperature);
  const scores = matmul(q, transpose(k));
  const scaled = scores.map((row) => row.map((score) => score * factor));
  const instead = { "-inf": -Infinity, "x0 before softmax": 0 }[how];
  const masked = instead === undefined ? scaled
    : scaled.map((row, i) => row.map((score, j) => mask[i][j] ? score : instead));
  const turn = axis === "queries" ? transpose : (a) => a;   // the sources' mistake: softmax down the columns
  let weights = turn(turn(masked).map(softmax));
  const shares = weights;   // what the softmax said, before anything is zeroed
  if (how.startsWith("zero")) weights = weights.map((row, i) => row.map((weight, j) => mask[i][j] ? weight : 0));
  if (how === "zero and renormalise") {
    weights = turn(turn(weights).map((row) => { const total = sum(row); return row.map((w) => total ? w / total : 0); }));
  }
  return {
    factor, scores, scaled, masked, shares, weights, output: matmul(weights, v),
    rowSums: weights.map(sum), columnSums: transpose(weights).map(sum),
  };
}

// The columns of one head: what attnlib.split_heads gives it.
export function headColumns(a, heads, head) {
  const d = a[0].length / heads;
  return a.map((row) => row.slice(head * d, (head + 1) * d));
}

// A sentence to tokens: composed (a Mac may hand us 한 as three letters), cut at spaces; in Korean that gives eojeol.
export const tokenize = (sentence) => sentence.normalize("NFC").split(/\s+/).filter(Boolean);

// FNV-1a over UTF-8: one 32-bit number from a text.
export function hash(text) {
  let h = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) h = Math.imul(h ^ byte, 0x01000193);
  return h >>> 0;
}

// mulberry32: each call gives the next whole number from 0 to 2³² − 1.
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
}

// d numbers from −2.00 to 2.00 for each token: the same word and seed give the same vector, here and in Python.
export function tokenVectors(tokens, d, seed = 0) {
  return tokens.map((token) => {
    const next = random(hash(`${seed}:${token.normalize("NFC")}`));
    return Array.from({ length: d }, () => (Math.floor(next() * 401 / 2 ** 32) - 200) / 100);
  });
}

// q, k, v for these tokens: the start's own where its tokens stand, drawn ones for a student's sentence.
export function vectors(start, queries, keys, seed) {
  const equal = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const kSeed = equal(start.k, start.q) ? seed : seed + 1;
  const vSeed = equal(start.v, start.k) ? kSeed : seed + 2;
  const [oldQueries, oldKeys] = [equal(queries, start.query_tokens), equal(keys, start.key_tokens)];
  return {
    q: oldQueries ? start.q : tokenVectors(queries, start.q[0].length, seed),
    k: oldKeys ? start.k : tokenVectors(keys, start.k[0].length, kSeed),
    v: oldKeys ? start.v : tokenVectors(keys, start.v[0].length, vSeed),
  };
}

// What a preset sets, or null where it makes no sense. "start" gives everything back, the others keep the tokens.
export function presetChanges(name, start, queries, keys, seed = 0) {
  if (name === "start") return { ...start };
  const matrices = vectors(start, queries, keys, seed);
  const { q, k, v } = matrices, [n, m] = [queries.length, keys.length];
  const everyone = allowed("none", n, m);
  const plain = { ...matrices, scale: true, temperature: 1, mask_kind: "none", mask: everyone, mask_how: "-inf", axis: "keys" };
  if (name === "axis") return { ...plain, axis: "queries" };
  if (name === "multiply") return { ...plain, mask_kind: "causal", mask_how: "x0 before softmax" };
  if (name === "no-renormalise") return { ...plain, mask_kind: "causal", mask_how: "zero after softmax" };
  if (name === "no-scale") {
    return { ...plain, scale: false, q: q.map((row) => row.map((x) => Math.min(LARGEST, Math.max(-LARGEST, 8 * x)))) };
  }
  if (name === "empty-row") return { ...plain, mask_kind: "custom", mask: [everyone[0].map(() => false), ...everyone.slice(1)] };
  if (name === "diagonal") {
    return n === m ? { ...plain, mask_kind: "custom", mask: everyone.map((row, i) => row.map((_, j) => j < i)) } : null;
  }
  if (name === "swapped") {
    return k[0].length === v[0].length && JSON.stringify(k) !== JSON.stringify(v) ? { ...plain, k: v, v: k } : null;
  }
  const identity = everyone.map((row, i) => row.map((_, j) => Number(i === j)));
  return n === m && n <= 8 && start.heads === 1 ? { ...plain, q: identity, k: identity, v: identity } : null;
}

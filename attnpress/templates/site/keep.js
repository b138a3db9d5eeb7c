// The site's service worker: what was seen once needs no network again, and is never an old version of itself.
// files.json names every file of the site and what it holds (sha256); a file is kept under that name, so that a new version has
// another. Jupyter's own worker (run/service-worker.js) loads this first.
{
  const SITE = self.SITE ?? new URL("./", self.location).href;
  const CACHE = `kept ${SITE}`;
  const LIST = `${SITE}files.json`;
  const kept = (name, hash) => new URL(`.kept/${hash}/${name}`, SITE).href;   // as a Request writes it
  const UNASKED = /\.npz\.|\/later\/|packed\.json$/;   // of Python's files: only who uses them fetches them
  const NAMED = /[./][0-9a-f]{7,}[./]/;   // a file named by what it holds
  let list;   // promise of {name: hash}: asked for again with every page that is opened
  let files, have;   // the list, once it is there, and a set of what is kept

  async function newest() {
    files = await current();
    have = new Set((await (await caches.open(CACHE)).keys()).map(({ url }) => url));
    return files;
  }

  async function current() {
    const cache = await caches.open(CACHE);
    try {
      const answer = await fetch(LIST, { cache: "no-store", signal: AbortSignal.timeout(5000) });
      if (!answer.ok) throw new Error(answer.status);
      const old = await cache.match(LIST), [now, before] = await Promise.all([answer.clone().text(), old?.text()]);
      if (now !== before) {
        await cache.put(LIST, answer);
        await forget(cache, JSON.parse(now));
      }
      return JSON.parse(now);
    } catch {
      return (await cache.match(LIST))?.json() ?? {};   // no network, or no room to keep anything
    }
  }

  async function forget(cache, files) {
    const wanted = new Set(Object.entries(files).map(([name, hash]) => kept(name, hash)));
    for (const { url } of await cache.keys()) if (url !== LIST && !wanted.has(url)) await cache.delete(url);
  }

  function nameOf(url) {
    const { origin, pathname } = new URL(url);
    if (!`${origin}${pathname}`.startsWith(SITE)) return null;
    const name = decodeURIComponent(`${origin}${pathname}`.slice(SITE.length));
    return name === "" || name.endsWith("/") ? `${name}index.html` : name;
  }

  async function keep(name, hash, answer) {
    const content = await answer.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (!found.startsWith(hash)) return false;   // the host was just changing, or a cache on the way is old
    await (await caches.open(CACHE)).put(kept(name, hash), new Response(content, { headers: answer.headers }));
    have.add(kept(name, hash));
    return true;
  }

  // Under the address that each came from, which may end in ?v=…: the browser's own cache has it under no other.
  async function keepAll(urls) {
    await (list ??= newest());
    for (const [name, url] of new Map(urls.map((url) => [nameOf(url), url]))) {
      const hash = files[name];
      if (!hash || have.has(kept(name, hash))) continue;
      for (const cache of ["force-cache", "reload"]) {
        const found = await fetch(url, { cache }).catch(() => null);
        if (found?.status === 200 && await keep(name, hash, found).catch(() => true)) break;   // no room: nothing is kept
      }
    }
  }

  let asked = [], last, keeping;   // addresses to be kept; when the last was added; a promise that they are
  function keepLater(url) {   // not while somebody waits for what is asked for next
    asked.push(url);
    last = performance.now();
    return keeping ??= (async () => {
      while (performance.now() - last < 10_000) await new Promise((done) => setTimeout(done, 1000));
      const urls = asked;
      asked = [];
      keeping = undefined;
      await keepAll(urls);
    })();
  }

  async function answer(event, name) {
    const hash = (await list)[name];
    if (!hash) return fetch(event.request);
    if (name.endsWith(".wasm")) {   // named by what it holds; the browser's own copy has with it what was compiled of it
      const own = await fetch(event.request, { cache: "only-if-cached", mode: "same-origin" }).catch(() => null);
      if (own?.ok) return own;
    }
    const old = have.has(kept(name, hash)) && await caches.match(kept(name, hash));
    if (old) return old;
    const address = event.request.mode === "navigate" ? event.request.url : event.request;   // which takes no other cache mode
    const found = await fetch(address, { cache: "no-cache" });
    if (found.status === 200) event.waitUntil(keepLater(event.request.url));
    return found;
  }

  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("fetch", (event) => {
    if (event.request.method !== "GET") return;
    const name = nameOf(event.request.url);
    if (name === null || name === "files.json") return;
    if (event.request.mode === "navigate" || !list) list = newest();
    if (/\/api\/(drive|stdin|service-worker-heartbeat)/.test(event.request.url)) return;   // Jupyter's own
    event.stopImmediatePropagation();
    // as if nobody stood between: quicker, and the browser keeps what it compiles of it
    if (files?.[name] && NAMED.test(name) && !have.has(kept(name, files[name]))) event.waitUntil(keepLater(event.request.url));
    else event.respondWith(answer(event, name));
  });
  // what came before this worker did: a page names it, and it is taken from the browser's own cache where that has it
  addEventListener("message", (event) => {
    if (!Array.isArray(event.data?.keep)) return;
    event.waitUntil((async () => {
      await (list ??= newest());
      const folder = event.data.python?.slice(SITE.length);
      const python = Object.keys(files).filter((name) => folder && name.startsWith(folder) && !UNASKED.test(name));
      await keepAll([...event.data.keep, ...python.map((name) => SITE + name)]);
      event.source?.postMessage({ kept: true });
    })());
  });
}

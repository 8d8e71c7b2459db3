/**
 * Keeps the page and its files, so that they open while the server is off. It knows one version of
 * them, by their content, and keeps nothing else: no message, no file of a person, no answer to one.
 */
const ROOT = '{{web}}';
const CACHE = 'parley-{{version}}';
const FILES = {{files}}.map((name) => `${ROOT}/${name}`);

/** Who has waited so long for the page sees it as it was. */
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) {
    return;
  }
  if (mode === 'navigate' && pathname === '/') {
    event.respondWith(page());
  } else if (FILES.includes(pathname)) {
    event.respondWith(file(event.request));
  }
});

async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES);
  const page = await fetch('/', { cache: 'no-cache' });
  if (!(await keep(cache, page))) {
    throw new Error('The server has another version by now.');
  }
  await self.skipWaiting();
}

/** What is left of earlier versions goes. */
async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('parley-') && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The server's own, which may be a newer one; else as it was last. */
async function page() {
  const cache = await caches.open(CACHE);
  try {
    const now = await fetch('/', { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE_MS) });
    await keep(cache, now.clone());
    return now;
  } catch (error) {
    return (await cache.match('/')) ?? Response.error();
  }
}

async function file(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request.url)) ?? fetch(request);
}

/** Whether the page is of this version; that of another one would want files that are not here. */
async function keep(cache, page) {
  const ours = page.ok && (await page.clone().text()).includes(`${ROOT}/`);
  if (ours) {
    await cache.put('/', page);
  }
  return ours;
}

// The service worker of the door: its pages open without a network once they were open with one.
import type { KeepPage } from "./keep-page";

type LastingEvent = Event & { waitUntil(work: Promise<unknown>): void };
type FetchEvent = LastingEvent & { request: Request; respondWith(answer: Promise<Response>): void };
type KeepEvent = LastingEvent & { data: KeepPage };

/** What the types of a page lack. */
type Scope = {
  addEventListener(name: "install" | "activate", hear: (event: LastingEvent) => void): void;
  addEventListener(name: "fetch", hear: (event: FetchEvent) => void): void;
  addEventListener(name: "message", hear: (event: KeepEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

const scope = self as unknown as Scope;

/** A cache for each page, with the files that it needs. */
const prefix = "evently-door ";
const isFile = (pathname: string) => pathname.startsWith("/_next/static/");
const anyVersion = { ignoreSearch: true, ignoreVary: true };

/** Whoever opens the page on a network that hangs does not wait for it. */
const waitMs = 3_000;

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("message", (event) => event.waitUntil(keep(event.data)));

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (isFile(pathname)) event.respondWith(findKept(request).then((kept) => kept ?? fetch(request)));
  else if (request.mode === "navigate" || request.destination === "worker") event.respondWith(fetchOrKept(request));
});

/** A browser that can't read what it keeps still has the network. */
const findKept = (request: Request): Promise<Response | undefined> =>
  caches.match(request, anyVersion).catch(() => undefined);

async function fetchOrKept(request: Request): Promise<Response> {
  const fetched = fetch(request);
  const late = new Promise<null>((done) => setTimeout(() => done(null), waitMs));
  const first = await Promise.race([fetched, late]).catch(() => null);
  if (first && first.status < 500 && first.status !== 429) return first;
  return (await findKept(request)) ?? fetched;
}

/** The page as it is now, once all its files are there: what is kept always opens. */
async function keep({ page, files }: KeepPage): Promise<void> {
  const answer = await fetch(page);
  if (!answer.ok || answer.redirected) return;
  const text = await answer.clone().text();
  const named = text.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g) ?? [];
  const wanted = new Set([...named, ...files]);
  const cache = await caches.open(prefix + page);
  const kept = await cache.keys();
  const has = new Set(kept.map(({ url }) => new URL(url).pathname).filter(isFile));
  await cache.addAll([...wanted].filter((file) => !has.has(file)));
  await cache.put(page, answer);
  for (const request of kept) {
    const { pathname } = new URL(request.url);
    if (pathname !== page && !wanted.has(pathname)) await cache.delete(request);
  }
}

import { answerVisit } from "./answer-visit";
import { findKeptPath, keptCache } from "./kept-address";

// The service worker of `/bookings/` and `/t/`: a program of its own, bundled by scripts/lib/bundle-site.mjs. It writes nothing into
// the cache, so that it can't bring back what a sign-out has deleted.

const timeoutMs = 4_000;

// TypeScript has the types of workers only in the place of those of pages.
type Visit = Event & {
  request: Request;
  respondWith(answer: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
};
type WorkerScope = {
  addEventListener(type: "fetch", listen: (visit: Visit) => void): void;
  addEventListener(type: "install", listen: () => void): void;
  skipWaiting(): Promise<void>;
};
const scope = self as unknown as WorkerScope;

scope.addEventListener("install", () => void scope.skipWaiting());

scope.addEventListener("fetch", (visit) => {
  const { request } = visit;
  const path = findKeptPath(new URL(request.url).pathname);
  if (request.mode !== "navigate" || request.method !== "GET" || path === null) return;
  const afterwards = (work: Promise<unknown>) => visit.waitUntil(work);
  const load = () => fetch(request);
  // A browser that can't read what it keeps still has the network.
  const opened = caches.open(keptCache).catch(() => null);
  visit.respondWith(opened.then((pages) => (pages ? answerVisit({ path, load, pages, timeout, afterwards }) : load())));
});

const timeout = () => new Promise<void>((done) => setTimeout(done, timeoutMs));

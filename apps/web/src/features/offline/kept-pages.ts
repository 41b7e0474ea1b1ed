import { serverClock } from "~/features/clock/server-clock";
import { keptCache, keptScopes, offlinePath, ticketWorkerPath } from "./kept-address";
import { findSurplus, type KeptPage } from "./kept-bounds";
import { keptHeaders } from "./kept-headers";

/** What of an answer is kept with it. */
const sentHeaders = [
  "content-type",
  "content-security-policy",
  "referrer-policy",
  keptHeaders.holder,
  keptHeaders.until,
];

/** How long a kept page is believed before a visit to any page of the site asks for it anew. */
const renewMs = 10 * 60_000;

/** No page is waited for any longer: others wait for their turn. */
const fetchLimitMs = 10_000;

const now = (): number => Math.round(serverClock.now() * 1000);

/** Whether this browser can open a page without a network. It can't where the site is neither https nor on this machine. */
const canKeep = () => "caches" in globalThis && "serviceWorker" in navigator && "locks" in navigator;

/** Keeps the ticket's page at `path` in this browser in the place of what it kept, or nothing where its visitor may not see it. */
export async function keepPage(path: string): Promise<void> {
  if (!canKeep()) return;
  // A browser that refuses the worker could open nothing of what it keeps.
  const scope = keptScopes.find((start) => path.startsWith(start));
  if (!(await navigator.serviceWorker.register(ticketWorkerPath, { scope, updateViaCache: "none" }))) return;
  await inTurn((pages) => renewPage(pages, path));
}

/** Deletes every ticket from this browser: at once, and what a tab that was at it has kept meanwhile. */
export async function forgetPages(): Promise<void> {
  if (!canKeep()) return;
  await caches.delete(keptCache);
  // Whoever signs out does not wait for another tab's network.
  const turn = { signal: AbortSignal.timeout(1_000) };
  await navigator.locks.request(keptCache, turn, () => caches.delete(keptCache)).catch(() => undefined);
}

/**
 * At a visit to any page: tickets of a session that ended are deleted, those of a former one asked for anew, and those of events long over
 * deleted. `findHolder` answers null where nobody has a session.
 */
export async function renewPages(findHolder: () => Promise<string | null>): Promise<void> {
  if (!canKeep() || !(await caches.has(keptCache))) return;
  const holder = await findHolder();
  await inTurn(async (pages) => {
    for (const page of await listPages(pages)) {
      if (page.until < now() || (page.holder !== "" && holder === null)) await pages.delete(page.key);
      else if ((page.holder !== "" && page.holder !== holder) || page.at < now() - renewMs)
        await renewPage(pages, page.path).catch(() => undefined);
    }
  });
}

/** One after the other over all tabs, so that none keeps what another one deletes meanwhile. */
const inTurn = (work: (pages: Cache) => Promise<unknown>): Promise<unknown> =>
  navigator.locks.request(keptCache, async () => work(await caches.open(keptCache)));

async function renewPage(pages: Cache, path: string): Promise<void> {
  const key = offlinePath(path);
  const response = await fetch(key, { cache: "no-store", signal: AbortSignal.timeout(fetchLimitMs) });
  if (response.status === 404) await pages.delete(key);
  if (!response.ok) return;
  const body = await response.text();
  const headers = new Headers({
    [keptHeaders.at]: String(now()),
    "content-length": String(new Blob([body]).size),
  });
  for (const name of sentHeaders) headers.set(name, response.headers.get(name) ?? "");
  await pages.delete(key);
  await pages.put(key, new Response(body, { headers }));
  for (const page of findSurplus(await listPages(pages))) await pages.delete(page.key);
}

async function listPages(pages: Cache): Promise<(KeptPage & { key: Request; path: string; holder: string })[]> {
  const keys = await pages.keys();
  return Promise.all(
    keys.map(async (key) => {
      const headers = (await pages.match(key))?.headers;
      return {
        key,
        path: new URL(key.url).pathname.replace(/\/offline$/, ""),
        holder: headers?.get(keptHeaders.holder) ?? "",
        at: Number(headers?.get(keptHeaders.at)),
        until: Date.parse(headers?.get(keptHeaders.until) ?? ""),
        bytes: Number(headers?.get("content-length")),
      };
    }),
  );
}

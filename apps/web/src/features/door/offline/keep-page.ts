import { useEffect } from "react";

/** A page that is to open without a network, and the files that it has asked for so far. */
export type KeepPage = { page: string; files: string[] };

const workerPath = "/door/worker.js";
const readerPath = "/door/reader.js";

/** Has the door's service worker keep the page that is open; where there is none, the page needs a network to open. */
export function useKeptPage(): void {
  useEffect(() => {
    keepPage().catch(() => {
      // Without https, or in a private window: the door works all the same while it stays open.
    });
  }, []);
}

async function keepPage(): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  await serviceWorker.register(workerPath, { scope: "/door/" });
  const { active } = await serviceWorker.ready;
  await document.fonts.ready;
  const asked = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const files = asked.flatMap(({ origin, pathname }) =>
    origin === location.origin && pathname.startsWith("/_next/static/") ? [pathname] : [],
  );
  const message: KeepPage = { page: location.pathname, files: [...files, readerPath] };
  active?.postMessage(message);
}

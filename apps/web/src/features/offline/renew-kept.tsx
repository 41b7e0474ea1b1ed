"use client";

import { useEffect } from "react";
import { hasDoors } from "~/features/door/store/has-doors";
import { trpc } from "~/trpc/client";
import { keptCache } from "./kept-address";

/** On every page: what this browser keeps of tickets and doors goes with the session that it was for, or when it is long over. */
export function RenewKept() {
  const { client } = trpc.useUtils();
  useEffect(() => {
    const findHolder = async () => (await client.session.get.query())?.user_id ?? null;
    renew(findHolder).catch(() => undefined);
  }, [client]);
  return null;
}

/** Few visitors keep anything: the others don't load what renews it. */
async function renew(findHolder: () => Promise<string | null>): Promise<void> {
  // Without a network nothing is known of the session, and what is kept for it stays.
  if (!navigator.onLine) return;
  const hasTickets = "caches" in globalThis && (await caches.has(keptCache).catch(() => false));
  if (!hasTickets && !(await hasDoors())) return;
  const { renewAll } = await import("./renew-all");
  await renewAll(findHolder);
}

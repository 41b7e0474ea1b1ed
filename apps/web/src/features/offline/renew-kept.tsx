"use client";

import { useEffect } from "react";
import { purgeDoors } from "~/features/door/store/purge-doors";
import { trpc } from "~/trpc/client";
import { OfflineError } from "~/trpc/describe-silence";
import { keptCache } from "./kept-address";

/** On every page: what this browser keeps of tickets and doors goes with the session that it was for, or when it is long over. */
export function RenewKept() {
  const { client } = trpc.useUtils();
  useEffect(() => {
    let asked: Promise<string | null> | null = null;
    async function ask(): Promise<string | null> {
      if (!navigator.onLine) throw new OfflineError();
      return (await client.session.get.query())?.user_id ?? null;
    }
    const findHolder = () => {
      asked ??= ask();
      return asked;
    };
    // Without a network nothing is known of the session, and what is kept for it stays.
    for (const renewed of [renewTickets(findHolder), purgeDoors(findHolder)]) renewed.catch(() => undefined);
  }, [client]);
  return null;
}

async function renewTickets(findHolder: () => Promise<string | null>): Promise<void> {
  if (!("caches" in globalThis) || !(await caches.has(keptCache))) return;
  // Few visitors have a ticket in this browser.
  const { renewPages } = await import("./kept-pages");
  await renewPages(findHolder);
}

"use client";

import { useEffect } from "react";
import { trpc } from "~/trpc/client";
import { renewPages } from "./kept-pages";

/** On every page: what this browser keeps of tickets goes with the session that it was for. */
export function RenewKept() {
  const { client } = trpc.useUtils();
  useEffect(() => {
    // Without a network nothing is known of the session, and the tickets stay.
    renewPages(async () => (await client.session.get.query())?.user_id ?? null).catch(() => undefined);
  }, [client]);
  return null;
}

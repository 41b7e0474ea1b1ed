"use client";

import type { HoldingView } from "@evently/core/hold";
import { useEffect } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { markHolds } from "~/features/hold/marked-events";
import { useReleased } from "~/features/hold/use-released";
import { trpc } from "~/trpc/client";

const toSeconds = (instant: string) => Date.parse(instant) / 1000;

/** The hold, fetched again when the page opens or regains the focus; its answers set the tab's clock. */
export function useHold(initial: HoldingView) {
  const { holding_id } = initial;
  const query = trpc.hold.get.useQuery(
    { holding_id },
    { initialData: initial, staleTime: 0, refetchOnMount: "always", refetchOnWindowFocus: "always" },
  );
  const utils = trpc.useUtils();
  // Coming back from the bank's page, this tab's cache is older than what the server just rendered.
  const hold = newerOf(query.data, initial);
  useEffect(() => serverClock.sync(toSeconds(hold.server_now)), [hold.server_now]);
  useEffect(() => markHolds(hold.event_id, [hold]), [hold]);
  const setHold = (newer: HoldingView) => {
    utils.hold.get.setData({ holding_id }, newer);
    // Other pages show it from the list.
    if (newer.hold_ttl !== hold.hold_ttl) void utils.hold.listOpen.invalidate({ event_id: newer.event_id });
  };
  /** The hold as it is now; null on a failure. Not the query's own refetch, which would wait for ever offline. */
  const refetch = async () => {
    const current = await utils.client.hold.get.query({ holding_id }).catch(() => null);
    if (current) setHold(current);
    return current;
  };
  // Only that: what another tab does with the hold, such as to pay, this one finds out when it is used.
  useReleased(hold, setHold);
  return { hold, setHold, refetch };
}

const newerOf = (a: HoldingView, b: HoldingView) => (a.server_now >= b.server_now ? a : b);

export type LiveHold = ReturnType<typeof useHold>;

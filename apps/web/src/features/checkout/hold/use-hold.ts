"use client";

import type { HoldingView } from "@evently/core/hold";
import { useEffect } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { trpc } from "~/trpc/client";

const patienceMs = 8_000;

const toSeconds = (instant: string) => Date.parse(instant) / 1000;

/** The hold, asked for anew when the page opens and whenever one returns to it, and the tab's clock set by its answers. */
export function useHold(initial: HoldingView) {
  const { holding_id } = initial;
  const query = trpc.hold.get.useQuery(
    { holding_id },
    { initialData: initial, staleTime: 0, refetchOnMount: "always", refetchOnWindowFocus: "always" },
  );
  const utils = trpc.useUtils();
  // Coming back from the bank's page, what this tab remembers is older than what the server just rendered.
  const hold = newerOf(query.data, initial);
  useEffect(() => serverClock.sync(toSeconds(hold.server_now)), [hold.server_now]);
  /** Takes an answer as the newest word. */
  const keep = (newer: HoldingView) => utils.hold.get.setData({ holding_id }, newer);
  /** The hold as it is now; null where it can't be read within some seconds. Not a refetch, which offline would wait for ever. */
  const look = async () => {
    const signal = AbortSignal.timeout(patienceMs);
    const seen = await utils.client.hold.get.query({ holding_id }, { signal }).catch(() => null);
    if (seen) keep(seen);
    return seen;
  };
  return { hold, keep, look };
}

const newerOf = (a: HoldingView, b: HoldingView) => (a.server_now >= b.server_now ? a : b);

export type HoldWatch = ReturnType<typeof useHold>;

"use client";

import type { HoldingView } from "@evently/core/hold";
import { useEffect, useState } from "react";
import { createServerClock } from "~/features/seat-map/server-clock";
import { trpc } from "~/trpc/client";

const toSeconds = (instant: string) => Date.parse(instant) / 1000;

/** The hold, asked for anew when the page opens and whenever one returns to it, and the server's clock kept by its answers. */
export function useHold(initial: HoldingView) {
  const { holding_id } = initial;
  const query = trpc.hold.get.useQuery(
    { holding_id },
    { initialData: initial, initialDataUpdatedAt: 0, refetchOnWindowFocus: "always" },
  );
  const utils = trpc.useUtils();
  const [clock] = useState(() => {
    const made = createServerClock();
    made.sync(toSeconds(initial.server_now));
    return made;
  });
  const hold = query.data;
  useEffect(() => clock.sync(toSeconds(hold.server_now)), [clock, hold.server_now]);
  return {
    hold,
    clock,
    /** The hold as it is now; null where it can't be read. */
    look: async () => (await query.refetch()).data ?? null,
    /** Takes an answer of another procedure as the newest word. */
    keep: (newer: HoldingView) => utils.hold.get.setData({ holding_id }, newer),
  };
}

export type HoldWatch = ReturnType<typeof useHold>;

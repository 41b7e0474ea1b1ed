import type { EventPage } from "@evently/core/event";
import type { HoldingView } from "@evently/core/hold";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { markHolds } from "~/features/hold/marked-events";
import { trpc } from "~/trpc/client";
import { updateHolds, withHold, withoutHold } from "./update-holds";

const none: readonly HoldingView[] = [];

/** The holds that the visitor has open for this event, fetched at load and whenever they return to the page. */
export function useOpenHolds({ event_id }: EventPage): { holds: readonly HoldingView[]; areKnown: boolean } {
  const session = trpc.session.get.useQuery();
  const { data } = trpc.hold.listOpen.useQuery(
    { event_id },
    { enabled: session.data !== null && session.data !== undefined, refetchOnWindowFocus: "always" },
  );
  const holds = data?.items ?? none;
  useEffect(() => {
    for (const { server_now } of holds) serverClock.sync(Date.parse(server_now) / 1000);
  }, [holds]);
  useEffect(() => {
    if (data) markHolds(event_id, data.items);
  }, [event_id, data]);
  return { holds, areKnown: data !== undefined || session.data === null };
}

/** Keeps a hold among the fetched ones, forgets one, or replaces all: they are the only record of the visitor's holds. */
export function useUpdateHolds({ event_id }: EventPage) {
  const client = useQueryClient();
  return {
    keep: (hold: HoldingView) => updateHolds(client, event_id, (holds) => withHold(holds, hold)),
    forget: (hold: HoldingView) => updateHolds(client, event_id, (holds) => withoutHold(holds, hold)),
    replace: (open: readonly HoldingView[]) => updateHolds(client, event_id, () => [...open]),
  };
}

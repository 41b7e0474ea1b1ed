import type { EventPage } from "@evently/core/event";
import type { HoldingView } from "@evently/core/hold";
import { useEffect } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { trpc } from "~/trpc/client";

const none: readonly HoldingView[] = [];

/** The holds that the visitor has open for this event, fetched at load and whenever they return to the page. */
export function useOpenHolds({ event_id }: EventPage): readonly HoldingView[] {
  const session = trpc.session.get.useQuery();
  const { data } = trpc.hold.listOpen.useQuery(
    { event_id },
    { enabled: session.data !== null && session.data !== undefined, refetchOnWindowFocus: "always" },
  );
  const holds = data?.items ?? none;
  useEffect(() => {
    for (const { server_now } of holds) serverClock.sync(Date.parse(server_now) / 1000);
  }, [holds]);
  return holds;
}

/** Brings the fetched holds up to date with what this page did: they are the only record of them. */
export function useUpdateHolds({ event_id }: EventPage) {
  const utils = trpc.useUtils();
  const update = (change: (holds: readonly HoldingView[]) => HoldingView[]) =>
    utils.hold.listOpen.setData({ event_id }, (open) => ({ items: change(open?.items ?? []), next_cursor: null }));
  return {
    keep: (hold: HoldingView) => update((holds) => withHold(holds, hold)),
    forget: ({ holding_id }: HoldingView) => update((holds) => holds.filter((held) => held.holding_id !== holding_id)),
  };
}

function withHold(holds: readonly HoldingView[], hold: HoldingView): HoldingView[] {
  const isKnown = holds.some(({ holding_id }) => holding_id === hold.holding_id);
  return isKnown ? holds.map((held) => (held.holding_id === hold.holding_id ? hold : held)) : [...holds, hold];
}

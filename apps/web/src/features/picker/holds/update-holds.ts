import type { EventPage } from "@evently/core/event";
import type { HoldingView } from "@evently/core/hold";
import type { QueryClient } from "@tanstack/react-query";
import { type OpenHolds, openHoldsKey } from "../seats/own-seats";

type Change = (holds: readonly HoldingView[]) => HoldingView[];

/** Brings the fetched holds up to date with what this page did. A fetch under way may not know of it, so it is cancelled. */
export async function updateHolds(client: QueryClient, event_id: EventPage["event_id"], change: Change): Promise<void> {
  const queryKey = openHoldsKey(event_id);
  await client.cancelQueries({ queryKey, exact: true });
  client.setQueryData<OpenHolds>(queryKey, (open) => ({ items: change(open?.items ?? []), next_cursor: null }));
}

/** Adds a hold, or replaces an older view of it. */
export function withHold(holds: readonly HoldingView[], hold: HoldingView): HoldingView[] {
  const isKnown = holds.some(({ holding_id }) => holding_id === hold.holding_id);
  return isKnown ? holds.map((held) => (held.holding_id === hold.holding_id ? hold : held)) : [...holds, hold];
}

export function withoutHold(holds: readonly HoldingView[], { holding_id }: HoldingView): HoldingView[] {
  return holds.filter((held) => held.holding_id !== holding_id);
}

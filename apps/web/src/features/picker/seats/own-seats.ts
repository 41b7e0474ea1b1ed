import type { HoldingView, PlaceHold } from "@evently/core/hold";
import { hashKey, type QueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { trpc } from "~/trpc/client";

export const placeHoldKey = ["place-hold"] as const;

export type OpenHolds = { items: readonly HoldingView[]; next_cursor: string | null };

export const openHoldsKey = (event_id: PlaceHold["event_id"]) => getQueryKey(trpc.hold.listOpen, { event_id }, "query");

/** The seats that are the visitor's: of their open holds as fetched, and of a hold that is on its way. */
export function listOwnSeats(client: QueryClient, event_id: PlaceHold["event_id"]): string[] {
  const held = client.getQueryData<OpenHolds>(openHoldsKey(event_id))?.items.flatMap(({ seats }) => seats) ?? [];
  const pending = client
    .getMutationCache()
    .findAll({ mutationKey: placeHoldKey, status: "pending" })
    .map(({ state }) => state.variables as PlaceHold)
    .filter((request) => request.event_id === event_id);
  return [...held, ...pending.flatMap(({ seats }) => seats)];
}

/**
 * Calls `onChange` now and at once whenever these seats may have changed: before the next paint, which React's hooks would
 * miss. Returns what ends it.
 */
export function watchOwnSeats(
  client: QueryClient,
  event_id: PlaceHold["event_id"],
  onChange: (seats: string[]) => void,
): () => void {
  const read = () => onChange(listOwnSeats(client, event_id));
  const hash = hashKey(openHoldsKey(event_id));
  const stops = [
    client.getQueryCache().subscribe(({ query }) => query.queryHash === hash && read()),
    client.getMutationCache().subscribe(read),
  ];
  read();
  return () => {
    for (const stop of stops) stop();
  };
}

import type { BatchGetCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Core } from "../core.ts";
import { createCore } from "../create-core.ts";
import { EventCard } from "../event/event.ts";
import { fakeTable } from "./fake-table.ts";

let numbers = 0;

/** An event as projected into the catalog index, with its own id. */
export function makeCard(change: Partial<Record<keyof EventCard, unknown>> = {}): EventCard {
  return EventCard.parse({
    event_id: `event-${String(++numbers).padStart(5, "0")}`,
    venue_id: "venue-00001",
    name: "Concert",
    start_time: "2027-02-01T20:00:00.000Z",
    duration: 120,
    artists: [],
    tags: [],
    description: "",
    seat_type_prices: { Stalls: 4500 },
    currency: "USD",
    sales_start: "2026-01-01T00:00:00.000Z",
    sales_end: null,
    seat_count: 10,
    layout_id: "layout-venue-00001-1",
    venue_name: "Great hall",
    city: "New York",
    timezone: "America/New_York",
    ...change,
  });
}

export type KnownEvents = {
  core: Core;
  /** The stored events; change them, and the next load finds it. */
  cards: EventCard[];
  /** Seats sold by event, as counted on EVENT. */
  sold: Map<string, number>;
  /** How many BatchGets read seat counts. */
  counted(): number;
};

/** A core without an engine whose catalog has loaded these events, at `now` (epoch seconds). */
export async function knowEvents(now: number, ...cards: EventCard[]): Promise<KnownEvents> {
  const sold = new Map<string, number>();
  let counted = 0;
  const { table } = fakeTable<BatchGetCommandInput>(({ RequestItems }) => {
    if (!RequestItems) return { Items: cards };
    counted++;
    const ids = RequestItems.evently?.Keys?.map(({ pk }) => String(pk)) ?? [];
    return { Responses: { evently: ids.map((pk) => ({ pk, seats_sold: sold.get(pk) })) } };
  });
  const parts = { table, rules: {} as Core["rules"], gateway: {} as Core["gateway"], secret: "0".repeat(32) };
  const core = createCore({ ...parts, clock: () => now });
  await core.catalog.load();
  return { core, cards, sold, counted: () => counted };
}

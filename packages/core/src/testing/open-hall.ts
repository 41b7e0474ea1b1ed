import type { QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Core } from "../core.ts";
import { createCore } from "../create-core.ts";
import { type EventId, type LayoutId, VenueId } from "../ids.ts";
import { drawLayout } from "../layout/layout.rules.ts";
import { putLayout } from "../layout/layout.table.ts";
import { placeSeats } from "../layout/place-seats.rules.ts";
import { NewVenueSeat } from "../venue/venue.ts";
import { fakeTable } from "./fake-table.ts";
import { id } from "./id.ts";
import { startClock, type TestClock } from "./open-core.ts";

export type SeatNow = { seat_state: "available" | "held" | "booked"; hold_ttl: number | null; price?: number };

export type Hall = {
  /** The parts of a core that read seats. */
  core: Core & { clock: TestClock };
  event: { event_id: EventId; layout_id: LayoutId; price_revision: number };
  /** The stored seats by id; change one and the next Query finds it. */
  seats: Map<string, SeatNow>;
  /** How many times the event's seats were read. */
  reads(): number;
  /** Called during a Query, after it has read the seats. */
  during(act: () => unknown): void;
};

/** An event in a hall of these seats, all of them free, without an engine. */
export function openHall(places: Partial<NewVenueSeat>[], seat_types = ["Stalls", "Balcony"]): Hall {
  const clock = startClock();
  const venue = { venue_id: VenueId.parse("venue-00001"), revision: 1, seat_types };
  const all = places.map((place) => NewVenueSeat.parse({ seat_type: seat_types[0], ...place }));
  const placed = placeSeats(venue, [], all);
  const layout = drawLayout(venue, placed);
  const seats = new Map<string, SeatNow>(
    placed.map(({ seat_pos }) => [seat_pos, { seat_state: "available", hold_ttl: null }]),
  );
  const packed = putLayout(layout) as { put: object };
  let reads = 0;
  let act: () => unknown = () => undefined;
  const { table } = fakeTable<QueryCommandInput>(async ({ KeyConditionExpression, ExpressionAttributeNames = {} }) => {
    if (!KeyConditionExpression) return { Item: packed.put };
    reads++;
    const wanted = Object.values(ExpressionAttributeNames);
    const Items = [...seats].map(([sk, seat]) => ({
      sk,
      ...Object.fromEntries(Object.entries(seat).filter(([name]) => wanted.includes(name))),
    }));
    await act();
    return { Items: [{ sk: "EVENT" }, ...Items] };
  });
  const core = createCore({ table, clock, rules: {} as Core["rules"], gateway: {} as Core["gateway"], secret: "" });
  return {
    core: Object.assign(core, { clock }),
    event: { event_id: id.event(1), layout_id: layout.layout_id, price_revision: 0 },
    seats,
    reads: () => reads,
    during(acting) {
      act = acting;
    },
  };
}

/** Seats 1 to `count` of a row. */
export function rowOf(row: string, count: number, more: Partial<NewVenueSeat> = {}): Partial<NewVenueSeat>[] {
  return Array.from({ length: count }, (_, i) => ({ row, seat_num: i + 1, ...more }));
}

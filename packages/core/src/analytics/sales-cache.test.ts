import type { BatchGetCommandInput, QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { fakeTable } from "../testing/fake-table.ts";
import { id } from "../testing/id.ts";
import { startClock } from "../testing/open-core.ts";
import { createSalesCache } from "./sales-cache.ts";

type Stored = Record<string, unknown>;

const booking = (n: number, cancelled = false): Stored => ({
  ...{ user_id: "user-00001", booking_date: `2026-11-22T05:04:19.12300000${n}Z`, seats: [`A-${n}`], total: 4500 },
  ...(cancelled
    ? { cancelled_at: "2026-11-23T05:04:19.000Z", refund: { amount: 4500 } }
    : { cancelled_at: null, refund: null }),
});

/** A cache on a table that returns `stored` for every Query, each taking `seconds`. */
function open(stored: Stored[], seconds = 0) {
  const clock = startClock();
  const { table, inputs } = fakeTable<QueryCommandInput>(() => {
    clock.advance(seconds);
    return { Items: [...stored] };
  });
  return { cache: createSalesCache(table, clock), clock, inputs };
}

describe("the sales cache of a process", () => {
  it("holds the counted parts of each booking, with 0 without a refund", async () => {
    const { cache, inputs } = open([booking(1), booking(2, true)]);
    expect(await cache.sales(id.event(1), 3)).toEqual([
      {
        ...{ user_id: "user-00001", booking_date: "2026-11-22T05:04:19.123000001Z", seats: ["A-1"], total: 4500 },
        ...{ cancelled_at: null, refunded: 0, refunds: [], refunds_counted: 0 },
      },
      {
        ...{ user_id: "user-00001", booking_date: "2026-11-22T05:04:19.123000002Z", seats: ["A-2"], total: 4500 },
        ...{ cancelled_at: "2026-11-23T05:04:19.000Z", refunded: 4500, refunds_counted: 0 },
        refunds: [{ at: "2026-11-23T05:04:19.000Z", amount: 4500, seats: 0 }],
      },
    ]);
    expect(inputs[0]).toMatchObject({ ExpressionAttributeValues: { ":hash": "event-00001", ":below": ":" } });
  });

  it("is not read again without further bookings or cancellations", async () => {
    const { cache, clock, inputs } = open([booking(1), booking(2, true)], 1);
    await cache.sales(id.event(1), 3);
    clock.advance(500);
    await cache.sales(id.event(1), 3);
    await cache.sales(id.event(1), 2);
    expect(inputs).toHaveLength(1);
    await cache.sales(id.event(1), 4);
    expect(inputs).toHaveLength(2);
  });

  it("is read again after ten minutes, so that nobody who was deleted is remembered", async () => {
    const { cache, clock, inputs } = open([booking(1)], 1);
    await cache.sales(id.event(1), 1);
    clock.advance(599);
    await cache.sales(id.event(1), 1);
    expect(inputs).toHaveLength(1);
    clock.advance(2);
    await cache.sales(id.event(1), 1);
    expect(inputs).toHaveLength(2);
  });

  it("is read again if the last read lagged behind the counts", async () => {
    const stored = [booking(1)];
    const { cache } = open(stored);
    expect(await cache.sales(id.event(1), 2)).toHaveLength(1);
    stored.push(booking(2));
    expect(await cache.sales(id.event(1), 2)).toHaveLength(2);
  });

  it("is not read again soon after a long read, however much is sold", async () => {
    const { cache, clock, inputs } = open([booking(1)], 0.2);
    for (let changes = 1; changes < 20; changes++) {
      await cache.sales(id.event(1), changes);
      clock.advance(0.1);
    }
    expect(inputs).toHaveLength(1);
    clock.advance(0.2);
    await cache.sales(id.event(1), 20);
    expect(inputs).toHaveLength(2);
  });

  it("is kept per event", async () => {
    const { cache, inputs } = open([booking(1)]);
    await Promise.all([cache.sales(id.event(1), 1), cache.sales(id.event(2), 1), cache.sales(id.event(1), 1)]);
    expect(inputs.map((input) => input.ExpressionAttributeValues?.[":hash"])).toEqual(["event-00001", "event-00002"]);
  });
});

it("the seats of an event are read once for concurrent callers, without buyers, and again after the refresh interval", async () => {
  const seat = { sk: "A-1", seat_state: "booked", hold_ttl: null, price: 4500 };
  const { cache, clock, inputs } = open(
    [{ sk: "EVENT" }, { ...seat, times_held: 2, times_booked: 1 }, { ...seat, sk: "A-2" }],
    1,
  );
  const [seats] = await Promise.all([cache.seats(id.event(1)), cache.seats(id.event(1))]);
  const told = { seat_state: "booked", hold_ttl: null, price: 4500 };
  expect(seats).toEqual([
    { ...told, seat_pos: "A-1", times_held: 2, times_booked: 1 },
    { ...told, seat_pos: "A-2", times_held: 0, times_booked: 0 },
  ]);
  expect(Object.values(inputs[0]?.ExpressionAttributeNames ?? {})).not.toContain("holding_id");
  clock.advance(9.9);
  await cache.seats(id.event(1));
  expect(inputs).toHaveLength(1);
  clock.advance(0.2);
  await cache.seats(id.event(1));
  expect(inputs).toHaveLength(2);
});

describe("an organizer's events", () => {
  /** An organizer of `count` events, of which each but the first has sold; in the table they stand as text sorts them. */
  function openOrganizer(count: number, total_bookings = 3) {
    const ids = Array.from({ length: count }, (_, i) => `event-${String(99_900 + i).padStart(5, "0")}`);
    const clock = startClock();
    const { table, inputs } = fakeTable<QueryCommandInput & BatchGetCommandInput>(({ RequestItems }) => {
      if (!RequestItems) return { Items: ids.toSorted().map((sk) => ({ sk })) };
      const wanted = RequestItems.evently?.Keys ?? [];
      return { Responses: { evently: wanted.map(({ pk }) => ({ ...stored, pk, event_id: pk, ...sold(String(pk)) })) } };
    });
    const sold = (id: string) => (id === ids[0] ? {} : { total_bookings, total_cancellations: 1 });
    return { cache: createSalesCache(table, clock), clock, inputs, ids };
  }

  it("are the newest 300 with sales, whatever the digits of their ids", async () => {
    const few = openOrganizer(102);
    const events = await few.cache.events(id.user(1));
    expect(events.map(({ event_id }) => event_id)).toEqual(few.ids.slice(1).toReversed());
    expect(events[0]).toEqual({ event_id: "event-100001", tags: ["choir"], artists: ["Trio"], changes: 4 });
    const many = openOrganizer(350);
    expect((await many.cache.events(id.user(1))).map(({ event_id }) => event_id)).toEqual(
      many.ids.slice(50).toReversed(),
    );
  });

  it("are limited to 50,000 bookings and cancellations in total, newest first", async () => {
    const large = openOrganizer(10, 9_999);
    expect((await large.cache.events(id.user(1))).map(({ event_id }) => event_id)).toEqual(
      large.ids.slice(5).toReversed(),
    );
    const huge = openOrganizer(3, 50_000);
    expect(await huge.cache.events(id.user(1))).toEqual([]);
    const many = openOrganizer(900);
    await many.cache.events(id.user(1));
    const read = many.inputs.flatMap(({ RequestItems }) => RequestItems?.evently?.Keys ?? []);
    expect(read).toHaveLength(300);
  });

  it("are listed again after 30 seconds", async () => {
    const { cache, clock, inputs } = openOrganizer(2);
    await cache.events(id.user(1));
    const once = inputs.length;
    clock.advance(29.9);
    await cache.events(id.user(1));
    expect(inputs).toHaveLength(once);
    clock.advance(0.2);
    await cache.events(id.user(1));
    expect(inputs).toHaveLength(2 * once);
  });
});

const stored = {
  ...{ venue_id: "venue-00001", name: "Concert", start_time: "2099-01-01T20:00:00Z", duration: 60, description: "" },
  ...{ artists: ["Trio"], tags: ["choir"], seat_type_prices: { Stalls: 4500 }, currency: "USD", status: "published" },
  ...{ sales_start: "2026-01-01T00:00:00Z", sales_end: null, seat_count: 1, layout_id: "layout-venue-00001-1" },
  ...{ owner_id: "user-00001", created_at: "2026-01-01T00:00:00Z", venue_name: "Hall", city: "Paris", timezone: "UTC" },
};

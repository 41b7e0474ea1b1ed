import { describe, expect, it } from "vitest";
import { noCounts } from "../analytics/analytics.rules.ts";
import type { Booking } from "../booking/booking.ts";
import { keys } from "../table/keys.ts";
import { id } from "../testing/id.ts";
import {
  addHoldRequests,
  addToShard,
  readTally,
  removeShard,
  rollUpShards,
  tallyBooking,
  tallyCancellation,
  tallyChange,
  tallyRefund,
  toCounts,
} from "./counts.table.ts";

const line = (seat: string, seat_type: string, price: number) =>
  ({ seat, seat_type, price }) as Booking["lines"][number];
const sold = {
  total: 25_000,
  lines: [line("A-1", "VIP", 15_000), line("B-1", "Stalls", 5_000), line("B-2", "Stalls", 5_000)],
};
const shard = keys.counterShard(id.event(1), "a-1");
const now = 1_800_000_000.25;

describe("a tally", () => {
  it("of a booking has its seats and money per seat type", () => {
    expect(tallyBooking(sold)).toEqual({
      ...{ total_bookings: 1, gross: 25_000, seats_sold: 3 },
      ...{ "seats_sold:VIP": 1, "revenue:VIP": 15_000, "seats_sold:Stalls": 2, "revenue:Stalls": 10_000 },
    });
  });

  it("of its cancellation takes back seats and revenue, and nothing of what was booked", () => {
    const both = readTally(tallyBooking(sold), tallyCancellation(sold, { ...sold, refunded: 25_000 }));
    expect(both).toEqual({ total_bookings: 1, total_cancellations: 1, gross: 25_000, refunded: 25_000 });
  });

  it("of a cancellation that gives back a part keeps the rest by seat type", () => {
    const cancelled = { ...sold, refunded: 10_000, refunds: [{}] };
    expect(readTally(tallyBooking(sold), tallyCancellation(sold, cancelled))).toEqual({
      ...{ total_bookings: 1, total_cancellations: 1, gross: 25_000, refunds: 1, refunded: 10_000 },
      ...{ "revenue:VIP": 9_000, "revenue:Stalls": 6_000 },
    });
  });

  it("of a refund by an amount takes it from all seat types, and one of a seat leaves what the others bring", () => {
    const less = { ...sold, refunded: 10_000, refunds: [{}] };
    expect(tallyRefund(sold, less)).toEqual({
      ...{ refunds: 1, refunded: 10_000 },
      ...{ "revenue:VIP": -6_000, "revenue:Stalls": -4_000 },
    });
    const fewer = { ...sold, lines: sold.lines.slice(0, 2), refunded: 5_000, refunds: [{}] };
    expect(tallyChange(sold, fewer)).toEqual({
      ...{ booking_changes: 1, refunds: 1, refunded: 5_000, seats_sold: -1 },
      ...{ "seats_sold:Stalls": -1, "revenue:Stalls": -5_000 },
    });
  });

  it("of a free booking writes no money", () => {
    expect(tallyBooking({ total: 0, lines: [line("A-1", "Free", 0)] })).toEqual({
      ...{ total_bookings: 1, seats_sold: 1, "seats_sold:Free": 1 },
    });
  });

  it("reads the counters of an item and nothing else of it", () => {
    const item = {
      pk: "event-00001",
      sk: "EVENT",
      seat_count: 6,
      revision: 3,
      total_bookings: 2,
      gross: 0,
      "revenue:VIP": 5,
    };
    expect(readTally(item)).toEqual({ total_bookings: 2, "revenue:VIP": 5 });
  });

  it("adds up items, skipping missing ones", () => {
    expect(readTally({ gross: 5, seats_sold: 1 }, null, { gross: 6, seats_sold: -1 })).toEqual({ gross: 11 });
  });
});

describe("counts", () => {
  it("are 0 without counters", () => {
    expect(toCounts({})).toEqual(noCounts());
  });

  it("name each type that was ever counted, in order, also one whose name has a colon", () => {
    const tally = { "seats_sold:Box: left": 1, "revenue:Box: left": 900, "revenue:Aisle": 4 };
    expect(toCounts(tally).by_seat_type).toEqual({
      Aisle: { seats_sold: 0, revenue: 4 },
      "Box: left": { seats_sold: 1, revenue: 900 },
    });
    expect(Object.keys(toCounts(tally).by_seat_type)).toEqual(["Aisle", "Box: left"]);
  });
});

describe("a counter shard", () => {
  it("is added to without a condition, and has the time of it", () => {
    expect(addToShard(shard, { total_bookings: 1, "revenue:VIP": 15_000 }, now)).toEqual({
      key: shard,
      update: "SET touched_at = :now, last_write = :write ADD #count0 :count0, #count1 :count1",
      names: { "#count0": "total_bookings", "#count1": "revenue:VIP" },
      values: { ":now": now, ":write": expect.any(String), ":count0": 1, ":count1": 15_000 },
    });
  });

  it("has a mark that differs after each write", () => {
    const [first, second] = [1, 1].map(
      (total_bookings) => addToShard(shard, { total_bookings }, now).values?.[":write"],
    );
    expect(first).not.toBe(second);
  });

  it("takes hold requests once, by the number of their batch", () => {
    const batch = { sequence: 7, hold_attempts: 3, holds_placed: 0, requested_at: 1_800_000_001 };
    expect(addHoldRequests(shard, batch, now)).toEqual({
      key: shard,
      update:
        "SET batch_number = :sequence, last_hold_at = :requested, touched_at = :now, last_write = :write ADD #count0 :count0",
      condition: "attribute_not_exists(batch_number) OR batch_number < :sequence",
      names: { "#count0": "hold_attempts" },
      values: { ":now": now, ":write": expect.any(String), ":count0": 3, ":sequence": 7, ":requested": 1_800_000_001 },
    });
  });

  it("is rolled up whole, provided nobody wrote to it since", () => {
    const other = keys.counterShard(id.event(1), "b-1");
    const shards = [
      { ...shard, touched_at: 1, last_write: "x", total_bookings: 2, gross: 9_000, refunded: 0 },
      { ...other, touched_at: 2, last_write: "y", total_bookings: 1, gross: 1_000 },
    ];
    const names = { "#count0": "total_bookings", "#count1": "gross" };
    const emptied = "SET touched_at = :now, last_write = :write REMOVE #count0, #count1";
    const taken = { condition: "last_write = :read", update: emptied, names };
    const at = { ":now": now, ":write": expect.any(String) };
    expect(rollUpShards(id.event(1), shards, now)).toEqual([
      {
        key: keys.event(id.event(1)),
        update: "ADD #count0 :count0, #count1 :count1",
        condition: "attribute_exists(pk)",
        names,
        values: { ":count0": 3, ":count1": 10_000 },
      },
      {
        ...taken,
        key: shard,
        update: `${emptied}, #count2`,
        names: { ...names, "#count2": "refunded" },
        values: { ...at, ":read": "x" },
      },
      { ...taken, key: other, values: { ...at, ":read": "y" } },
    ]);
  });

  it("is removed only if nobody wrote to it since it was read as empty", () => {
    expect(removeShard({ ...shard, touched_at: 5, last_write: "x", total_bookings: 0 })).toEqual({
      remove: shard,
      condition: "last_write = :read",
      values: { ":read": "x" },
    });
  });
});

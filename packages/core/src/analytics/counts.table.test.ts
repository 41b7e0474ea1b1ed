import { describe, expect, it } from "vitest";
import type { Booking } from "../booking/booking.ts";
import { keys } from "../table/keys.ts";
import { noCounts } from "./analytics.rules.ts";
import {
  addHoldsToLane,
  addToLane,
  foldLanes,
  readTally,
  removeLane,
  tallyBooking,
  tallyCancellation,
  toCounts,
} from "./counts.table.ts";

const line = (seat: string, seat_type: string, price: number) =>
  ({ seat, seat_type, price }) as Booking["lines"][number];
const sold = {
  total: 25_000,
  lines: [line("A-1", "VIP", 15_000), line("B-1", "Stalls", 5_000), line("B-2", "Stalls", 5_000)],
};
const lane = keys.lane("event-00001", "a-1");
const now = 1_800_000_000.25;

describe("a tally", () => {
  it("of a booking has its seats and money, each type by itself", () => {
    expect(tallyBooking(sold)).toEqual({
      ...{ total_bookings: 1, gross: 25_000, seats_sold: 3 },
      ...{ "seats_sold:VIP": 1, "revenue:VIP": 15_000, "seats_sold:Stalls": 2, "revenue:Stalls": 10_000 },
    });
  });

  it("of its cancellation takes back seats and revenue, and nothing of what was booked", () => {
    const both = readTally(tallyBooking(sold), tallyCancellation(sold));
    expect(both).toEqual({ total_bookings: 1, total_cancellations: 1, gross: 25_000, refunded: 25_000 });
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

  it("adds up items, those that are missing too", () => {
    expect(readTally({ gross: 5, seats_sold: 1 }, null, { gross: 6, seats_sold: -1 })).toEqual({ gross: 11 });
  });
});

describe("counts", () => {
  it("are 0 where nothing was counted", () => {
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

describe("a lane", () => {
  it("is added to without a condition, and says when", () => {
    expect(addToLane(lane, { total_bookings: 1, "revenue:VIP": 15_000 }, now)).toEqual({
      key: lane,
      update: "SET touched_at = :now ADD #count0 :count0, #count1 :count1",
      names: { "#count0": "total_bookings", "#count1": "revenue:VIP" },
      values: { ":now": now, ":count0": 1, ":count1": 15_000 },
    });
  });

  it("takes holds that were asked for once, by the number of their batch", () => {
    const batch = { sequence: 7, hold_attempts: 3, holds_placed: 0, asked_at: 1_800_000_001 };
    expect(addHoldsToLane(lane, batch, now)).toEqual({
      key: lane,
      update: "SET batch_number = :sequence, last_hold_at = :asked, touched_at = :now ADD #count0 :count0",
      condition: "attribute_not_exists(batch_number) OR batch_number < :sequence",
      names: { "#count0": "hold_attempts" },
      values: { ":now": now, ":count0": 3, ":sequence": 7, ":asked": 1_800_000_001 },
    });
  });

  it("gives all it has to its event, on condition that it still has it", () => {
    const lanes = [
      { ...lane, touched_at: 1, total_bookings: 2, gross: 9_000, refunded: 0 },
      { ...keys.lane("event-00001", "b-1"), touched_at: 2, total_bookings: 1, gross: 1_000 },
    ];
    expect(foldLanes("event-00001", lanes, now)).toEqual([
      {
        key: keys.event("event-00001"),
        update: "ADD #count0 :count0, #count1 :count1",
        condition: "attribute_exists(pk)",
        names: { "#count0": "total_bookings", "#count1": "gross" },
        values: { ":count0": 3, ":count1": 10_000 },
      },
      {
        key: lane,
        update: "SET touched_at = :now ADD #count0 :count0, #count1 :count1",
        condition: "#count0 = :read0 AND #count1 = :read1",
        names: { "#count0": "total_bookings", "#count1": "gross" },
        values: { ":now": now, ":count0": -2, ":count1": -9_000, ":read0": 2, ":read1": 9_000 },
      },
      {
        key: keys.lane("event-00001", "b-1"),
        update: "SET touched_at = :now ADD #count0 :count0, #count1 :count1",
        condition: "#count0 = :read0 AND #count1 = :read1",
        names: { "#count0": "total_bookings", "#count1": "gross" },
        values: { ":now": now, ":count0": -1, ":count1": -1_000, ":read0": 1, ":read1": 1_000 },
      },
    ]);
  });

  it("goes only while it is empty and as it was read", () => {
    const removal = removeLane({ ...lane, touched_at: 5, total_bookings: 0 });
    expect(removal).toMatchObject({ remove: lane, values: { ":touched": 5, ":zero": 0 } });
    expect(removal).toMatchObject({ condition: expect.stringMatching(/^touched_at = :touched AND /) });
    for (const name of ["total_bookings", "total_cancellations", "hold_attempts"])
      expect(removal).toMatchObject({ condition: expect.stringContaining(`${name} = :zero`) });
  });
});

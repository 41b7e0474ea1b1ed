import { describe, expect, it } from "vitest";
import { entryIdOf } from "../admission/admission.table.ts";
import type { CheckIn, Entry } from "../admission/admission.ts";
import { booking, faultsOf, now } from "../testing/audit-records.ts";
import { id } from "../testing/id.ts";

const told = { at: "2027-01-14T19:03:00.000Z", device: null, version: 1, reason: null };
const entry: Entry = {
  ...{ entry_id: entryIdOf(told), ...told, gate: "North", ticket: "valid", actor_id: id.user(1), undone_at: null },
};
const checkIn = (seat: string, number = 1, entries = [entry]): CheckIn => ({
  ...{ event_id: id.event(1), booking_id: id.booking(number), seat_pos: id.seat(seat), revision: 1, entries },
});
const arrivals = [{ at: "2027-01-14T19:00:00.000Z", gate: "North", admitted: 1 }];
const admitted = (count: number) => [{ ...booking(1, ["A-1", "A-2"], now - 3_000), admitted: count }];
const others = [booking(2, ["A-3"], now - 2_000, now - 1_000), booking(3, ["A-3"], now - 900)];

describe("check-ins", () => {
  it("that the booking and the arrivals count have no fault, nor those that were undone", () => {
    const undone = checkIn("A-2", 1, [{ ...entry, undone_at: "2027-01-14T19:04:00.000Z" }]);
    const check_ins = [checkIn("A-1"), undone];
    expect(faultsOf(() => ({ bookings: [...admitted(1), ...others], check_ins, arrivals }))).toEqual([]);
  });

  it("that their booking does not count", () => {
    expect(faultsOf(() => ({ check_ins: [checkIn("A-1")], arrivals }))).toEqual([
      "booking-00001 counts 0 as in, its check-ins say 1",
    ]);
  });

  it("that a booking counts and nobody made", () => {
    expect(faultsOf(() => ({ bookings: [...admitted(1), ...others] }))).toEqual([
      "booking-00001 counts 1 as in, its check-ins say 0",
    ]);
  });

  it("with a seat that the booking lacks, or of a booking that nobody has", () => {
    const faults = faultsOf(() => ({
      bookings: [...admitted(1), ...others],
      check_ins: [checkIn("A-6"), checkIn("A-6", 9)],
      arrivals: [{ at: "2027-01-14T19:00:00.000Z", gate: "North", admitted: 2 }],
    }));
    expect(faults).toEqual([
      "booking-00001 is in with A-6, which it has not",
      "booking-00009 is in and does not exist",
    ]);
  });

  it("that are counted at another gate", () => {
    const south = arrivals.map((arrival) => ({ ...arrival, gate: "South" }));
    const check_ins = [checkIn("A-1")];
    expect(faultsOf(() => ({ bookings: [...admitted(1), ...others], check_ins, arrivals: south }))).toEqual([
      'arrivals of 2027-01-14T19:00:00.000Z by "North" are counted as 0, the check-ins say 1',
      'arrivals of 2027-01-14T19:00:00.000Z by "South" are counted as 1, the check-ins say 0',
    ]);
  });
});

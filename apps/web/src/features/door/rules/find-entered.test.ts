import { BookingId, EventId, SeatId } from "@evently/core/ids";
import { expect, test } from "vitest";
import { enteredBy } from "./find-entered";
import { indexSheet } from "./index-sheet";
import type { KeptScan } from "./kept-scan";

const event_id = EventId.parse("event-00001");
const booking_id = BookingId.parse("booking-00001");
const [a, b] = [SeatId.parse("A-1"), SeatId.parse("A-2")];
const at = (minute: number) => `2027-01-14T18:${String(minute).padStart(2, "0")}:00.000Z`;

const label = { section: "", row_label: "A", seat_label: "1", holder: null, version: 1 };
const event = {
  ...{ event_id, name: "Evening", venue_name: "Hall", timezone: "Europe/Berlin", status: "published" },
  ...{ start_time: at(30), end_time: at(59) },
};
const sheet = indexSheet({
  event,
  tickets: [
    { booking_id, seat_pos: a, ...label, entered: { at: at(10), gate: "North", device: "two" } },
    { booking_id, seat_pos: b, ...label, entered: null },
  ],
  cancelled: [],
});

const scan = (seat_pos: SeatId, minute: number, told_at: string | null): KeptScan => ({
  ...{ scan_id: `${minute}`, event_id, booking_id, seat_pos, ticket: { seat_pos }, told_at },
  ...{ check_in_id: null, conflict: null, undone: false, scan: { code: "E1", at: at(minute), device: "one" } },
});

test("whoever is in by the list or by this device is known, the earliest of both", () => {
  const find = enteredBy(sheet, at(20), [scan(a, 5, null), scan(b, 21, at(22))]);
  expect(find({ booking_id, seat_pos: a })).toEqual({ at: at(5), gate: null, device: "one" });
  expect(find({ booking_id, seat_pos: b })).toEqual({ at: at(21), gate: null, device: "one" });
  expect(enteredBy(sheet, at(20), [])({ booking_id, seat_pos: a })).toMatchObject({ gate: "North" });
});

test("whom this device has taken back is not in, whatever the list still says", () => {
  const undone = { ...scan(a, 10, at(12)), undone: true, scan: { code: "E1", at: at(10), device: "two" } };
  expect(enteredBy(sheet, at(20), [undone])({ booking_id, seat_pos: a })).toBeNull();
  expect(enteredBy(sheet, at(20), [{ ...undone, undone: false }])({ booking_id, seat_pos: a })).not.toBeNull();
  expect(enteredBy(sheet, at(20), [{ ...undone, seat_pos: b }])({ booking_id, seat_pos: a })).not.toBeNull();
});

test("what the list knows decides over a scan that was told before it: it may have been undone", () => {
  expect(enteredBy(sheet, at(20), [scan(b, 11, at(12))])({ booking_id, seat_pos: b })).toBeNull();
});

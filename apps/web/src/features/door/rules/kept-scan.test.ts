import { ScanResult } from "@evently/core/door";
import { BookingId, EventId, SeatId } from "@evently/core/ids";
import { expect, test } from "vitest";
import { applyResult, type KeptScan, nextToSend, waitsWith } from "./kept-scan";

const now = "2027-01-14T19:00:00.000Z";
const seat_pos = SeatId.parse("A-1");

const kept = (number: number): KeptScan => ({
  ...{
    scan_id: `scan ${number}`,
    event_id: EventId.parse("event-00001"),
    booking_id: BookingId.parse("booking-00001"),
  },
  ...{ seat_pos, ticket: { seat_pos }, told_at: null, check_in_id: null, conflict: null, undone: false },
  scan: { code: `E1.${number}`, at: new Date(1_800_000_000_000 + number * 1000).toISOString(), device: "Phone 1" },
});

const facts = {
  ...{ check_in_id: "check-in-1.A-1.abcdefghijklmnop", seat_pos, section: "", row_label: "A", seat_label: "1" },
  ...{ holder: null, admitted_at: "2027-01-14T18:00:00.000Z", gate: "North", device: "Phone 2" },
};

test("what waits is sent oldest first, at most 500 at once", () => {
  const scans = Array.from({ length: 1203 }, (_, number) => kept(1202 - number));
  const sizes: number[] = [];
  let left = scans;
  for (let list = nextToSend(left); list.length > 0; list = nextToSend(left)) {
    expect(list[0]?.scan.code).toBe(`E1.${sizes.reduce((sum, size) => sum + size, 0)}`);
    sizes.push(list.length);
    const sent = new Set(list.map(({ scan_id }) => scan_id));
    left = left.map((scan) => (sent.has(scan.scan_id) ? { ...scan, told_at: now } : scan));
  }
  expect(sizes).toEqual([500, 500, 203]);
});

test("what was undone before the server was told is not sent with the others, and stays the device's own", () => {
  const undone = { ...kept(1), undone: true };
  expect(nextToSend([undone, kept(2)])).toEqual([kept(2)]);
  expect(waitsWith([undone], undone)).toBe(true);
});

test("a scan that counts has the id with which it is undone", () => {
  const told = applyResult(kept(1), ScanResult.parse({ result: "admitted", ...facts }), now);
  expect(told).toMatchObject({ told_at: now, check_in_id: facts.check_in_id, conflict: null });
});

test("a scan after somebody else's is a conflict, with when, which gate and device", () => {
  const told = applyResult(kept(1), ScanResult.parse({ result: "already_admitted", ...facts }), now);
  const entered = { at: facts.admitted_at, gate: "North", device: "Phone 2" };
  expect(told).toMatchObject({ told_at: now, check_in_id: null, conflict: { result: "already_admitted", entered } });
});

test("a scan with a ticket that was cancelled by then is a conflict", () => {
  const told = applyResult(kept(1), ScanResult.parse({ result: "cancelled", seat_pos }), now);
  expect(told).toMatchObject({ told_at: now, conflict: { result: "cancelled" } });
});

test("a ticket with which this device let somebody in is its own until the server knows", () => {
  const place = { booking_id: BookingId.parse("booking-00001"), seat_pos };
  expect(waitsWith([kept(1)], place)).toBe(true);
  expect(waitsWith([kept(1)], { ...place, seat_pos: SeatId.parse("A-2") })).toBe(false);
  expect(waitsWith([{ ...kept(1), told_at: now }], place)).toBe(false);
});

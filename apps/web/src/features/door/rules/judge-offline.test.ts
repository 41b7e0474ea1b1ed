import { BookingId, EventId, SeatId } from "@evently/core/ids";
import { expect, test } from "vitest";
import { indexSheet } from "./index-sheet";
import { judgeOffline, judgeSeatOffline } from "./judge-offline";

const event_id = EventId.parse("event-00001");
const booking = (number: number) => BookingId.parse(`booking-${String(number).padStart(5, "0")}`);
const seat = (text: string) => SeatId.parse(text);

const event = {
  ...{ event_id, name: "Evening", venue_name: "Hall", timezone: "Europe/Berlin", status: "published" },
  ...{ start_time: "2027-01-14T18:30:00.000Z", end_time: "2027-01-14T20:20:00.000Z" },
};

const ticket = (number: number, seat_pos: string, version = 1) => ({
  ...{ booking_id: booking(number), seat_pos: seat(seat_pos), version, holder: "Ada", entered: null },
  ...{ section: "Stalls", row_label: "A", seat_label: seat_pos.slice(2) },
});

const sheet = indexSheet({ event, tickets: [ticket(1, "A-1"), ticket(1, "A-2", 2)], cancelled: [booking(7)] });
const nobody = () => null;
const facts = (number: number, seat_pos: string, version = 1) => ({
  ...{ event_id, booking_id: booking(number), seat_pos: seat(seat_pos), version },
});

test("a genuine code that is in the list lets in, with its seat and holder", () => {
  expect(judgeOffline(sheet, nobody, facts(1, "A-1"))).toMatchObject({
    ...{ result: "admitted", isNewer: false, ticket: { section: "Stalls", seat_label: "1", holder: "Ada" } },
  });
});

test("what is not genuine is forged, whatever it says", () => {
  expect(judgeOffline(sheet, nobody, null).result).toBe("forged");
});

test("a ticket of another event, of a cancelled booking, or an older one of its seat is refused", () => {
  const other = { ...facts(1, "A-1"), event_id: EventId.parse("event-00002") };
  expect(judgeOffline(sheet, nobody, other).result).toBe("wrong_event");
  expect(judgeOffline(sheet, nobody, facts(7, "B-1")).result).toBe("cancelled");
  expect(judgeOffline(sheet, nobody, facts(1, "A-2", 1)).result).toBe("superseded");
  expect(judgeOffline(sheet, nobody, facts(1, "C-9")).result).toBe("superseded");
});

test("a ticket that is newer than the list lets in, and is told as such", () => {
  for (const newer of [facts(1, "A-2", 3), facts(9, "B-1")])
    expect(judgeOffline(sheet, nobody, newer)).toMatchObject({ result: "admitted", isNewer: true });
});

test("a seat with which somebody is in is refused with when and where, by code and by hand", () => {
  const entered = { at: "2027-01-14T18:00:00.000Z", gate: "North", device: "Phone 1" };
  const somebody = () => entered;
  expect(judgeOffline(sheet, somebody, facts(1, "A-1"))).toMatchObject({ result: "already_admitted", entered });
  expect(judgeSeatOffline(sheet, somebody, seat("A-1"))).toMatchObject({ result: "already_admitted", entered });
});

test("by hand a booked seat lets in, and one that nobody booked is none", () => {
  expect(judgeSeatOffline(sheet, nobody, seat("A-2"))).toMatchObject({ result: "admitted", isNewer: false });
  expect(judgeSeatOffline(sheet, nobody, seat("D-1"))).toBeNull();
});

test("nobody goes in to an event that is cancelled", () => {
  const off = indexSheet({ event: { ...event, status: "cancelled" }, tickets: [ticket(1, "A-1")], cancelled: [] });
  expect(judgeOffline(off, nobody, facts(1, "A-1")).result).toBe("cancelled");
  expect(judgeSeatOffline(off, nobody, seat("A-1"))?.result).toBe("cancelled");
});

import { beforeEach, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { EventId } from "../ids.ts";
import { getSeatMap, listSeats } from "../seat-map/get-seat-map.ts";
import { createUnits } from "../testing/count-units.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import type { Actor } from "../user/user.ts";

const listItems = async (...asked: Parameters<typeof listSeats>) => (await listSeats(...asked)).toJSON().items;
let sale: Sale;
let guest: Actor;

const [core, other] = await openTwoCores();

beforeEach(async () => {
  sale = await openEvent(core, { rows: 2, perRow: 12 });
  guest = await newGuest(core);
});

const states = async (reader: TestCore) => (await getSeatMap(reader, null, sale)).states;
const free = "a".repeat(24);
const withFirst = (letters: string) => letters + free.slice(letters.length);

it("the map follows a seat from hold to booking to cancellation, in the process that did it at once", async () => {
  expect(await states(core)).toBe(free);
  const hold = await placeHold(core, guest, ask(sale.event_id, "A-1", "A-2"));
  expect(await states(core)).toBe(withFirst("hh"));
  expect((await getSeatMap(core, null, sale)).holds).toEqual({ 0: hold.hold_ttl, 1: hold.hold_ttl });
  const { holding_id } = hold;
  const booking = (await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } })) as BookingView;
  expect(await states(core)).toBe(withFirst("bb"));
  await cancelBooking(core, guest, booking);
  expect(await states(core)).toBe(free);
});

it("the map of another process follows within a second", async () => {
  expect(await states(other)).toBe(free);
  const hold = await placeHold(core, guest, ask(sale.event_id, "A-1"));
  other.clock.advance(1);
  expect(await states(other)).toBe(withFirst("h"));
  await releaseHold(core, guest, hold);
  other.clock.advance(1);
  expect(await states(other)).toBe(free);
});

it("the map shows the event's status: at once in the process that changed it, elsewhere within 2 s", async () => {
  const readStatus = async (reader: TestCore) => (await getSeatMap(reader, null, sale)).status;
  expect([await readStatus(core), await readStatus(other)]).toEqual(["published", "published"]);
  await setEventStatus(core, sale.organizer, { ...sale, status: "paused" });
  expect([await readStatus(core), await readStatus(other)]).toEqual(["paused", "published"]);
  core.clock.advance(2);
  expect(await readStatus(other)).toBe("paused");
});

it("a failed hold corrects the map of its process before the next read", async () => {
  expect(await states(other)).toBe(free);
  await placeHold(core, guest, ask(sale.event_id, "A-2"));
  expect(await states(other)).toBe(free);
  const refused = placeHold(other, await newGuest(core), ask(sale.event_id, "A-1", "A-2"));
  await expect(refused).rejects.toMatchObject({ code: "SEATS_UNAVAILABLE", details: { seats: ["A-2"] } });
  expect(await states(other)).toBe(withFirst("ah"));
});

it("the map is in the order of its layout", async () => {
  const map = await getSeatMap(core, null, sale);
  const { seats } = await core.layouts.get(map.layout_id);
  expect(seats).toHaveLength(map.states.length);
  expect(seats).toEqual((await listItems(core, null, sale)).map(({ seat_pos }) => seat_pos));
});

it("the list is in natural order and contains only seats: no event, booking or hold", async () => {
  const { holding_id } = await placeHold(core, guest, ask(sale.event_id, "B-2"));
  await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } });
  await placeHold(core, guest, ask(sale.event_id, "B-3"));
  const seats = await listItems(core, null, sale);
  expect(seats).toHaveLength(24);
  expect(seats.map(({ seat_pos }) => seat_pos).slice(8, 14)).toEqual(["A-9", "A-10", "A-11", "A-12", "B-1", "B-2"]);
  expect(JSON.stringify(seats)).not.toMatch(/holding-|booking-|user-/);
});

it("the list can be of one state and one type", async () => {
  await placeHold(core, guest, ask(sale.event_id, "A-5"));
  const only = async (filter: object) =>
    (await listItems(core, null, { ...sale, ...filter })).map(({ seat_pos }) => seat_pos);
  expect(await only({ seat_state: "held" })).toEqual(["A-5"]);
  expect(await only({ seat_state: "available" })).toHaveLength(23);
  expect(await only({ seat_state: "booked" })).toEqual([]);
  expect(await only({ seat_type: "Stalls", seat_state: "held" })).toEqual(["A-5"]);
  expect(await only({ seat_type: "Box" })).toEqual([]);
  core.clock.advance(200);
  expect(await only({ seat_state: "held" })).toEqual([]);
  expect(await only({ seat_state: "available" })).toHaveLength(24);
});

it("the list costs no read of its own, however often it is requested", async () => {
  const units = createUnits();
  const process = await openCore({ alongside: core, wrap: units.wrap });
  const listed = await listItems(process, null, sale);
  units.take();
  for (const seat_state of ["held", "available"] as const)
    expect(await listItems(process, guest, { ...sale, seat_state })).toHaveLength(seat_state === "held" ? 0 : 24);
  expect(units.take()).toEqual([]);
  await placeHold(core, guest, ask(sale.event_id, "A-1"));
  expect(await listItems(process, null, sale)).toEqual(listed);
  core.clock.advance(1);
  expect((await listItems(process, null, sale))[0]).toMatchObject({ seat_pos: "A-1", seat_state: "held", price: 4500 });
  await process.close();
});

it("every seat of a draft is free, for its organizer alone", async () => {
  const draft = await openEvent(core, { organizer: sale.organizer, event: { status: "draft" } });
  const seats = await listItems(core, sale.organizer, draft);
  expect(seats.map(({ seat_state }) => seat_state)).toEqual(Array(20).fill("available"));
  await expect(listSeats(core, guest, draft)).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
});

it("an event that does not exist has neither map nor list", async () => {
  const missing = { event_id: EventId.parse("event-99999") };
  await expect(getSeatMap(core, guest, missing)).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
  await expect(listSeats(core, guest, missing)).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
});

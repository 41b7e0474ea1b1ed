import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listSeatPerformance } from "../analytics/list-seat-performance.ts";
import { cancelAndRefund, cancelBooking } from "../booking/cancel-booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { ChangeEvent } from "../event/event.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { getSeatMap } from "../seat-map/get-seat-map.ts";
import { named, openBoxOffice } from "../testing/open-box-office.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest } from "../testing/open-event.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { createTestMailer, listTold } from "../testing/test-mailer.ts";
import { toInstant } from "../time.ts";
import { cancelSeats } from "./cancel-seats.ts";

const mailer = createTestMailer();
let core: TestCore;
let office: Awaited<ReturnType<typeof openBoxOffice>>;

beforeAll(async () => {
  core = await openCore({ mailer });
});
afterAll(() => core.close());
beforeEach(async () => {
  office = await openBoxOffice(core);
  mailer.accepted.splice(0);
});

async function changePrices(seat_type_prices: Record<string, number>): Promise<void> {
  const { event_id, organizer } = office.sale;
  const { revision } = await setEventStatus(core, organizer, { ...office.sale, status: "published" });
  await changeEvent(core, organizer, ChangeEvent.parse({ event_id, revision, seat_type_prices }));
}

describe("a booking that is moved", () => {
  it("has other seats for what was paid, everywhere, and its buyer is told", async () => {
    const sold = await office.sell("cash", ["A-1", "A-2"], { name: "Ann", email: "ann@example.org" });
    core.clock.advance(1);
    const movedAt = core.clock();
    const moved = await office.move(sold.booking_id, ["A-1", "B-1"], ["A-2", "B-2"]);
    expect(moved).toMatchObject({ seats: ["B-1", "B-2"], total: 9000, changes: 1, state: "confirmed" });
    expect([await office.stateOf("A-1"), await office.stateOf("B-1")]).toEqual(["available", "booked"]);
    expect((await getSeatMap(core, null, office.sale)).states).toBe(`aaaaaabbaaaa${"a".repeat(4)}`);
    await letTimePass(core, 40);
    const told = listTold(mailer).find(({ letter }) => letter.kind === "booking-changed");
    expect(told?.letter).toMatchObject({ booking: { lines: [{ seat: "B-1" }, { seat: "B-2" }], changes: 1 } });
    const booked = await listSeatPerformance(core, office.sale.organizer, {
      ...office.sale,
      limit: 20,
      sort: "first_booked",
    });
    const moved_at = toInstant(movedAt);
    expect(booked.items.slice(0, 3).map(({ seat_pos, first_booked_at }) => [seat_pos, first_booked_at])).toEqual([
      ["B-1", moved_at],
      ["B-2", moved_at],
      ["A-1", null],
    ]);
    const { items } = await listEventJournal(core, office.sale.organizer, { ...office.sale, limit: 1 });
    expect(items[0]).toMatchObject({ action: "booking.moved" });
    await office.audit();
  });

  it("may take a seat that another booking had until then", async () => {
    const first = await office.buy("A-1");
    const second = await office.buy("B-1");
    core.clock.advance(60);
    await cancelBooking(core, first.guest, first.booking);
    core.clock.advance(60);
    await office.move(second.booking.booking_id, ["B-1", "A-1"]);
    await office.audit();
    await cancelBooking(core, second.guest, second.booking);
    await letTimePass(core, 40);
    const { counted } = await office.audit();
    expect(counted).toMatchObject({ booked: 0, at_gateway: 0 });
  });

  it("may change places within itself, with one seat more", async () => {
    const sold = await office.sell("comp", ["A-1", "A-2", "A-3"]);
    const moved = await office.move(sold.booking_id, ["A-1", "A-2"], ["A-2", "A-3"], ["A-3", "A-4"]);
    expect(moved.seats).toEqual(["A-2", "A-3", "A-4"]);
    expect(await office.stateOf("A-1")).toBe("available");
    await office.audit();
  });

  it("is refused seats of another price, taken ones, and ones that it lacks", async () => {
    const { booking } = await office.buy("A-1", "A-2");
    await office.hold("B-1");
    await office.block("B-2");
    await expect(office.move(booking.booking_id, ["A-1", "C-1"])).rejects.toMatchObject({
      code: "PRICE_DIFFERS",
      details: { seats: ["C-1"] },
    });
    await expect(office.move(booking.booking_id, ["A-1", "B-1"], ["A-2", "B-2"])).rejects.toMatchObject({
      code: "SEATS_UNAVAILABLE",
      details: { seats: ["B-1", "B-2"] },
    });
    await expect(office.move(booking.booking_id, ["A-1", "A-2"])).rejects.toMatchObject({ code: "SEATS_UNAVAILABLE" });
    await expect(office.move(booking.booking_id, ["B-6", "B-5"])).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { faults: [{ path: "seats.0.from" }] },
    });
    await expect(office.move(booking.booking_id, ["A-1", "Z-5"])).rejects.toMatchObject({ code: "SEAT_NOT_FOUND" });
    await office.audit();
  });

  it("is cancelled as it is then, by whoever read it before two of its seats changed places", async () => {
    const sold = await office.sell("cash", ["A-1", "C-1"]);
    await changePrices({ Stalls: 6000, Box: 6000 });
    const before = await findBooking(core, sold.booking_id);
    if (!before) throw new Error("it is not booked");
    await office.move(sold.booking_id, ["A-1", "C-1"], ["C-1", "A-1"]);
    const cancelled = await cancelAndRefund(core, before, { actor: office.sale.organizer, isCalledOff: false });
    expect(cancelled).toMatchObject({ state: "cancelled", changes: 1, seats: ["C-1", "A-1"] });
    expect((await office.figures()).revenue_by_seat_type).toEqual({ Stalls: 0, Box: 0 });
    await letTimePass(core, 120);
    await office.audit();
  });

  it("to another type of the same price is counted there, and can be moved back", async () => {
    const { booking } = await office.buy("A-1");
    await changePrices({ Stalls: 6000, Box: 6000 });
    const moved = await office.move(booking.booking_id, ["A-1", "C-1"]);
    expect(moved.lines).toMatchObject([{ seat: "C-1", seat_type: "Box", price: 4500 }]);
    expect((await office.figures()).seats_sold_by_seat_type).toEqual({ Stalls: 0, Box: 1 });
    expect((await office.move(booking.booking_id, ["C-1", "A-1"])).lines).toMatchObject([{ seat: "A-1", price: 4500 }]);
    await letTimePass(core, 120);
    await office.audit();
  });
});

describe("single seats of a booking", () => {
  it("are given back where nothing was paid, and the last ones cancel it", async () => {
    const { booking_id } = await office.sell("comp", ["A-1", "A-2", "A-3"]);
    const left = await cancelSeats(core, office.sale.organizer, { booking_id, seats: named("A-2") });
    expect(left).toMatchObject({ state: "confirmed", seats: ["A-1", "A-3"], total: 0, changes: 1 });
    expect(await office.figures()).toMatchObject({ comps: 2, seats_sold: 2, total_cancellations: 0 });
    const none = await cancelSeats(core, office.sale.organizer, { booking_id, seats: named("A-1", "A-3") });
    expect(none).toMatchObject({ state: "cancelled" });
    await office.audit();
  });

  it("stay where something was paid, and are not its buyer's to give back", async () => {
    const { booking, guest } = await office.buy("A-1", "A-2");
    const input = { booking_id: booking.booking_id, seats: named("A-1") };
    await expect(cancelSeats(core, office.sale.organizer, input)).rejects.toMatchObject({
      code: "CANCELLATION_CLOSED",
    });
    await expect(cancelSeats(core, guest, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(cancelSeats(core, await newGuest(core), input)).rejects.toMatchObject({ code: "BOOKING_NOT_FOUND" });
    const comp = await office.sell("comp", ["B-1", "B-2"]);
    const other = { booking_id: comp.booking_id, seats: named("B-1", "B-3") };
    await expect(cancelSeats(core, office.sale.organizer, other)).rejects.toMatchObject({
      details: { faults: [{ path: "seats.1" }] },
    });
  });
});

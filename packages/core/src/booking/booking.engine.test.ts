import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { BookingId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { createUnits } from "../testing/count-units.ts";
import { id } from "../testing/id.ts";
import { interpose } from "../testing/interpose.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { readSeats } from "../testing/read-seats.ts";
import type { Actor } from "../user/user.ts";
import type { BookingView } from "./booking.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { findBooking, getBooking } from "./get-booking.ts";
import { listBookings } from "./list-bookings.ts";

let core: TestCore;
let sale: Sale;
let guest: Actor;

beforeAll(async () => {
  core = await openCore();
  sale = await openEvent(core, { rows: 3, perRow: 20 });
  guest = await newGuest(core);
});
afterAll(() => core.close());

const book = async (actor: Actor, ...seats: string[]): Promise<BookingView> => {
  const { holding_id } = await placeHold(core, actor, ask(sale.event_id, ...seats));
  return (await confirmHold(core, actor, { holding_id, payment: { token: "tok_visa" } })) as BookingView;
};
const list = (actor: Actor, user_id: Actor["user_id"], limit: number, cursor?: string) =>
  listBookings(core, actor, { user_id, limit, cursor });

describe("a booking", () => {
  it("shows its buyer the seats, the payment and the refund if cancelled", async () => {
    const booking = await book(guest, "A-1", "A-2");
    const { start_time } = (await core.events.find(sale.event_id)) ?? {};
    const line = { seat_type: "Stalls", price: 4500, section: "", row_label: "A" };
    expect(booking).toEqual({
      booking_id: expect.stringMatching(/^booking-\d{5}$/),
      event_id: sale.event_id,
      user_id: guest.user_id,
      seats: ["A-1", "A-2"],
      lines: [
        { seat: "A-1", seat_label: "1", ...line },
        { seat: "A-2", seat_label: "2", ...line },
      ],
      total: 9000,
      currency: "USD",
      booking_date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/),
      state: "confirmed",
      cancelled_at: null,
      ...{ refund: null, refunds: [], refunded: 0, dispute: null },
      payment_status: "authorized",
      refund_if_cancelled: 9000,
      cancellable_until: start_time,
      moved_from: null,
      start_time,
      cancellation_policy: { hours_before: 0, percent: 100 },
      terms: null,
      seller: expect.objectContaining({ organization_id: expect.any(String), legal_name: null, terms_url: null }),
    });
    await core.background.settled();
    const link = expect.stringMatching(/^\d+\.[\w-]{22}$/);
    expect(await getBooking(core, guest, booking)).toEqual({ ...booking, payment_status: "captured", link });
  });

  it("is found by its id right away, through its pointer", async () => {
    const { booking_id, booking_date } = await book(guest, "A-3");
    expect(await readItem(core.table, keys.bookingPointer(booking_id))).toMatchObject({
      event_id: sale.event_id,
      booked_at: booking_date,
    });
    expect(await findBooking(core, booking_id)).toMatchObject({ booking_id, seats: ["A-3"] });
    expect(await findBooking(core, id.booking(99999))).toBeNull();
  });

  it("is visible to its organizer and an admin, and to nobody else", async () => {
    const booking = { ...(await book(guest, "A-4")), payment_status: "captured" };
    await core.background.settled();
    const stranger = await newGuest(core);
    for (const actor of [sale.organizer, { ...stranger, role: "admin" as const }])
      expect(await getBooking(core, actor, booking)).toEqual(booking);
    const refused = await getBooking(core, stranger, booking).catch((error) => error);
    const missing = await getBooking(core, stranger, { booking_id: BookingId.parse("booking-99999") }).catch(
      (error) => error,
    );
    expect(refused).toMatchObject({ code: "BOOKING_NOT_FOUND" });
    expect(refused.toFailure()).toEqual(missing.toFailure());
  });

  it("doesn't reveal its holding or payment id", async () => {
    const booking = await book(guest, "A-5");
    expect(JSON.stringify(booking)).not.toMatch(/holding-|payment-/);
  });
});

describe("the bookings of a user", () => {
  it("come newest first, page by page, each once, with the state of each payment", async () => {
    const buyer = await newGuest(core);
    const made: string[] = [];
    for (const seat of ["B-1", "B-2", "B-3", "B-4", "B-5"]) {
      made.unshift((await book(buyer, seat)).booking_id);
      core.clock.advance(1);
    }
    await cancelBooking(core, buyer, { booking_id: BookingId.parse(made[1]) });
    await core.background.settled();
    const pages = [await list(buyer, buyer.user_id, 2)];
    while (pages.at(-1)?.next_cursor) pages.push(await list(buyer, buyer.user_id, 2, pages.at(-1)?.next_cursor ?? ""));
    const listed = pages.flatMap(({ items }) => items);
    expect(listed.map(({ booking_id }) => booking_id)).toEqual(made);
    expect(listed.map(({ payment_status }) => payment_status)).toEqual([
      "captured",
      "refunded",
      "captured",
      "captured",
      "captured",
    ]);
    expect(listed[1]).toMatchObject({ state: "cancelled", refund: { amount: 4500, due: false } });
  });

  it("of many events take three more reads and one of each seller, and once a process one of each hall's layout", async () => {
    const buyer = await newGuest(core);
    const sales = [await openEvent(core), await openEvent(core), await openEvent(core)];
    for (const other of sales) await buy(core, other, buyer, "A-1");
    const units = createUnits();
    const process = await openCore({ alongside: core, wrap: units.wrap });
    const read = () => listBookings(process, buyer, { user_id: buyer.user_id, limit: 10 });
    expect((await read()).items.map(({ refund_if_cancelled }) => refund_if_cancelled)).toEqual([4500, 4500, 4500]);
    expect(units.take()).toHaveLength(4 + 3 + 3);
    core.clock.advance(2);
    await read();
    expect(units.take()).toHaveLength(4 + 3);
    await process.close();
  });

  it("made in one instant are all listed", async () => {
    const buyer = await newGuest(core);
    await Promise.all([book(buyer, "B-6"), book(buyer, "B-7")]);
    const { items } = await list(buyer, buyer.user_id, 10);
    expect(new Set(items.map(({ booking_date }) => booking_date)).size).toBe(2);
  });

  it("are visible to that user and an admin, and empty without bookings", async () => {
    const stranger = await newGuest(core);
    await expect(list(stranger, guest.user_id, 10)).rejects.toMatchObject({ code: "USER_NOT_FOUND" });
    await expect(list(sale.organizer, guest.user_id, 10)).rejects.toMatchObject({ code: "USER_NOT_FOUND" });
    expect((await list({ ...stranger, role: "admin" }, guest.user_id, 200)).items.length).toBeGreaterThan(2);
    expect(await list(stranger, stranger.user_id, 10)).toEqual({ items: [], next_cursor: null });
  });

  it("refuse a cursor of another caller or another user", async () => {
    const { next_cursor } = await list(guest, guest.user_id, 1);
    const cursor = next_cursor ?? "";
    expect(cursor).not.toBe("");
    const stranger = await newGuest(core);
    const code = { code: "INVALID_CURSOR" };
    await expect(list(stranger, stranger.user_id, 1, cursor)).rejects.toMatchObject(code);
    await expect(list({ ...stranger, role: "admin" }, guest.user_id, 1, cursor)).rejects.toMatchObject(code);
    await expect(list(guest, guest.user_id, 1, `${cursor}x`)).rejects.toMatchObject(code);
    const admin = { ...stranger, role: "admin" as const };
    const theirs = (await list(admin, guest.user_id, 1)).next_cursor ?? "";
    expect((await list(admin, guest.user_id, 1, theirs)).items).toHaveLength(1);
    await expect(list(admin, sale.organizer.user_id, 1, theirs)).rejects.toMatchObject(code);
  });
});

describe("cancelling a booking", () => {
  it("frees exactly its seats and leaves the buyer's others alone", async () => {
    const [first, other] = [await book(guest, "C-1", "C-2"), await book(guest, "C-3")];
    await cancelBooking(core, guest, first);
    const states = (await readSeats(core, sale.event_id)).filter(({ row, seat_num }) => row === "C" && seat_num <= 3);
    expect(states.map(({ seat_state }) => seat_state)).toEqual(["available", "available", "booked"]);
    expect(await getBooking(core, guest, other)).toMatchObject({ state: "confirmed" });
  });

  it("shows the refund as due until the gateway has paid it out", async () => {
    const booking = await book(guest, "C-4");
    const gateway = { ...core.gateway, void: () => Promise.reject(new Error("the gateway is down")) };
    expect(await cancelBooking({ ...core, gateway }, guest, booking)).toMatchObject({
      payment_status: "refunding",
      refund: { amount: 4500, due: true },
      refund_if_cancelled: null,
    });
    expect(core.faults.splice(0)).toEqual([expect.stringContaining("left to scheduled work")]);
  });

  it("returns its own cancellation after a lost response, and refuses a second one", async () => {
    const booking = await book(guest, "C-5");
    const table = interpose(core.table, async (command, send) => {
      const { TransactItems } = command.input as { TransactItems?: unknown[] };
      if (!TransactItems) return send();
      await send();
      // The engine has forgotten the token, so the SDK's retry meets what the first send wrote.
      Object.assign(command.input as object, { ClientRequestToken: `${booking.booking_id}-again` });
      return send().catch((error) => {
        throw Object.assign(error, { $metadata: { ...error.$metadata, attempts: 2 } });
      });
    });
    const cancelled = await cancelBooking({ ...core, table }, guest, booking);
    expect(cancelled).toMatchObject({ state: "cancelled", refund: { amount: 4500 } });
    core.clock.advance(1);
    await expect(cancelBooking(core, guest, booking)).rejects.toMatchObject({ code: "BOOKING_ALREADY_CANCELLED" });
  });

  it("is open to the organizer after the event has begun, and to the buyer once the event is cancelled", async () => {
    const [own, theirs] = [await book(guest, "C-6"), await book(guest, "C-7")];
    core.clock.advance(7 * 86_400);
    await expect(cancelBooking(core, guest, own)).rejects.toMatchObject({ code: "CANCELLATION_CLOSED" });
    expect(await getBooking(core, guest, own)).toMatchObject({ refund_if_cancelled: null });
    expect(await getBooking(core, sale.organizer, theirs)).toMatchObject({ refund_if_cancelled: 4500 });
    expect(await cancelBooking(core, sale.organizer, theirs)).toMatchObject({ state: "cancelled" });
    await setEventStatus(core, sale.organizer, { event_id: sale.event_id, status: "cancelling" });
    expect(await cancelBooking(core, guest, own)).toMatchObject({ state: "cancelled", refund: { amount: 4500 } });
  });
});

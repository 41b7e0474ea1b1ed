import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listSales } from "../analytics/list-sales.ts";
import { findBooking, getBooking } from "../booking/get-booking.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { placeHold } from "../hold/place-hold.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest } from "../testing/open-event.ts";
import { newVerified, openInvoices } from "../testing/open-invoices.ts";
import { newKey, sendWithKey } from "../testing/send-with-key.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { createTestMailer, listTold } from "../testing/test-mailer.ts";
import { listTickets } from "../ticket/list-tickets.ts";
import { toInstant, toSeconds } from "../time.ts";
import { markPaid } from "./mark-paid.ts";

const day = 86_400;
const mailer = createTestMailer();
let core: TestCore;
let invoices: Awaited<ReturnType<typeof openInvoices>>;

beforeAll(async () => {
  core = await openCore({ mailer });
});
afterAll(() => core.close());
beforeEach(async () => {
  invoices = await openInvoices(core);
  await letTimePass(core, 40);
  mailer.accepted.splice(0);
});

const toldKinds = () => listTold(mailer).map(({ letter }) => letter.kind);

describe("seats reserved on invoice", () => {
  it("are nobody else's, and no booking, revenue or ticket before they are paid for", async () => {
    const booking = await invoices.reserve("A-1", "A-2");
    const due_at = toInstant(core.clock() + 14 * day);
    expect(booking).toMatchObject({ state: "awaiting_payment", total: 9000, payment_status: "unpaid", due_at });
    expect(booking).toMatchObject({ refund: null, refund_if_cancelled: 0, cancellable_until: due_at });
    expect(booking).not.toHaveProperty("paid_at");
    expect(await invoices.stateOf("A-1")).toBe("booked");
    const nobody = { total_bookings: 0, revenue: 0, seats_sold: 0, last_booking_time: null };
    expect(await invoices.figures()).toMatchObject({
      ...nobody,
      seats_reserved: 2,
      reservations: 1,
      seats_available: 48,
    });
    expect(await listTickets(core, invoices.buyer, booking)).toEqual([]);
    await expect(placeHold(core, await newGuest(core), ask(invoices.sale.event_id, "A-1"))).rejects.toMatchObject({
      code: "SEATS_UNAVAILABLE",
    });
    expect((await invoices.audit()).counted).toMatchObject({ reserved: 2, revenue: 0, on_invoice: 0 });
    await letTimePass(core, 40);
    expect(listTold(mailer)).toMatchObject([{ letter: { kind: "booking-reserved", booking: { due_at } } }]);
  });

  it("are confirmed once they are paid for: counted then, with tickets and the usual mail", async () => {
    const { booking_id } = await invoices.reserve("A-1");
    core.clock.advance(3 * day);
    const paid_at = toInstant(core.clock());
    const paid = await invoices.pay(booking_id, "Statement 12");
    expect(paid).toMatchObject({ state: "confirmed", payment_status: "invoice", paid_at, refund_if_cancelled: 4500 });
    expect(await listTickets(core, invoices.buyer, { booking_id })).toMatchObject([{ state: "valid" }]);
    expect(await invoices.figures()).toMatchObject({
      total_bookings: 1,
      revenue: 4500,
      seats_sold: 1,
      seats_reserved: 0,
    });
    const { items } = await listSales(core, invoices.sale.organizer, { ...invoices.sale, interval: "hour", limit: 5 });
    expect(items).toMatchObject([{ bookings: 1, gross: 4500 }]);
    expect(toSeconds(paid_at) - toSeconds(String(items[0]?.from))).toBeLessThan(3600);
    expect((await invoices.audit()).counted).toMatchObject({ revenue: 4500, on_invoice: 4500, at_gateway: 0 });
    const journal = await listEventJournal(core, invoices.sale.organizer, { ...invoices.sale, limit: 5 });
    expect(journal.items).toContainEqual(
      expect.objectContaining({
        action: "booking.paid",
        reason: "Statement 12",
        actor_id: invoices.sale.organizer.user_id,
      }),
    );
    await letTimePass(core, 40);
    expect(toldKinds()).toEqual(["booking-reserved", "booking-confirmed"]);
    await letTimePass(core, 20 * day, day);
    expect(await findBooking(core, booking_id)).toMatchObject({ state: "confirmed" });
  });

  it("lapse when they were not: free again, cancelled without a refund, and their buyer is told", async () => {
    const { booking_id } = await invoices.reserve("A-1", "A-2");
    await letTimePass(core, 14 * day - 100, day);
    expect(await invoices.stateOf("A-1")).toBe("booked");
    await letTimePass(core, 200);
    expect(await findBooking(core, booking_id)).toMatchObject({ state: "cancelled", refund: { amount: 0 } });
    expect([await invoices.stateOf("A-1"), await invoices.stateOf("A-2")]).toEqual(["available", "available"]);
    const gone = {
      seats_reserved: 0,
      reservations: 1,
      reservations_lapsed: 1,
      total_bookings: 0,
      total_cancellations: 0,
    };
    expect(await invoices.figures()).toMatchObject(gone);
    expect(toldKinds()).toEqual(["booking-reserved", "booking-lapsed"]);
    await expect(invoices.pay(booking_id)).rejects.toMatchObject({ code: "BOOKING_ALREADY_CANCELLED" });
    await expect(invoices.cancel(booking_id)).rejects.toMatchObject({ code: "BOOKING_ALREADY_CANCELLED" });
    await invoices.audit();
    expect(await invoices.reserve("A-1")).toMatchObject({ state: "awaiting_payment" });
  });

  it("are given back by their buyer or the box office, without a refund", async () => {
    const [own, office] = [await invoices.reserve("A-1"), await invoices.reserve("A-2")];
    expect(await invoices.cancel(own.booking_id)).toMatchObject({
      ...{ state: "cancelled", refund: { amount: 0, due: false }, payment_status: "unpaid" },
    });
    await invoices.cancel(office.booking_id, invoices.sale.organizer);
    expect([await invoices.stateOf("A-1"), await invoices.stateOf("A-2")]).toEqual(["available", "available"]);
    await letTimePass(core, 40);
    expect(toldKinds().filter((kind) => kind === "booking-cancelled")).toHaveLength(2);
    await invoices.audit();
  });

  it("are the seller's to give back once they are paid for", async () => {
    const { booking_id } = await invoices.reserve("A-1");
    await invoices.pay(booking_id);
    await expect(invoices.cancel(booking_id)).rejects.toMatchObject({ code: "CANCELLATION_CLOSED" });
    expect(await getBooking(core, invoices.buyer, { booking_id })).toMatchObject({
      ...{ refund_if_cancelled: null, cancellable_until: null },
    });
    await invoices.cancel(booking_id, invoices.sale.organizer);
    expect(await invoices.figures()).toMatchObject({ total_bookings: 1, total_cancellations: 1, revenue: 0 });
    await invoices.audit();
  });

  it("end with their event when it is called off, paid or not", async () => {
    const [unpaid, paid] = [await invoices.reserve("A-1"), await invoices.reserve("A-2")];
    await invoices.pay(paid.booking_id);
    await setEventStatus(core, invoices.sale.organizer, { ...invoices.sale, status: "cancelling" });
    await expect(invoices.pay(unpaid.booking_id)).rejects.toMatchObject({ code: "EVENT_STATUS_CONFLICT" });
    await letTimePass(core, 1_200, 100);
    expect(await findBooking(core, unpaid.booking_id)).toMatchObject({ state: "cancelled", refund: { amount: 0 } });
    expect(await findBooking(core, paid.booking_id)).toMatchObject({ state: "cancelled", refund: { amount: 4500 } });
    expect(toldKinds().filter((kind) => kind === "event-cancelled")).toHaveLength(2);
    await invoices.audit();
  });
});

describe("a payment by hand", () => {
  it("is noted by the box office alone, and once", async () => {
    const { booking_id } = await invoices.reserve("A-1");
    const [stranger] = [await newVerified(core)];
    for (const [actor, code] of [
      [invoices.buyer, "FORBIDDEN"],
      [stranger, "BOOKING_NOT_FOUND"],
    ] as const)
      await expect(markPaid(core, actor, { booking_id })).rejects.toMatchObject({ code });
    await invoices.pay(booking_id);
    await expect(invoices.pay(booking_id)).rejects.toMatchObject({ code: "BOOKING_ALREADY_PAID" });
    const card = await buy(core, invoices.sale, invoices.buyer, "A-2");
    await expect(invoices.pay(card.booking_id)).rejects.toMatchObject({ code: "BOOKING_ALREADY_PAID" });
  });

  it("with a key is answered to a repeat as it was at first", async () => {
    const { booking_id } = await invoices.reserve("A-1");
    const actor = invoices.sale.organizer;
    const request = { actor, key: newKey() };
    const first = await sendWithKey(core, request, (lease) => markPaid(core, actor, { booking_id }, lease));
    const second = await sendWithKey(core, request, (lease) => markPaid(core, actor, { booking_id }, lease));
    expect(second).toEqual({ answer: first.answer, replayed: true });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listSales } from "../analytics/list-sales.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { findBooking, getBooking } from "../booking/get-booking.ts";
import { checkInTicket } from "../door/check-in-tickets.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { BookingId } from "../ids.ts";
import { findPayment } from "../payment/finish-payment.ts";
import { openBoxOffice } from "../testing/open-box-office.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest } from "../testing/open-event.ts";
import { withCapture } from "../testing/owe-captures.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { createTestMailer, listTold } from "../testing/test-mailer.ts";
import { listTickets } from "../ticket/list-tickets.ts";
import { mostRefunds } from "./limits.rules.ts";
import { refundBooking } from "./refund-booking.ts";

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

const atGateway = async () => (await core.gateway.listByEvent(office.sale.event_id, [null]))[0];
const paymentOf = async (booking_id: BookingId) => {
  const booking = await findBooking(core, booking_id);
  return booking?.payment_id ? findPayment(core, booking.payment_id) : null;
};

describe("a refund of seats", () => {
  it("gives their price back, puts them on sale, and leaves the rest as it is", async () => {
    const { guest, booking } = await office.buy("A-1", "A-2", "C-1");
    const codes = (await listTickets(core, guest, booking)).map(({ code }) => code);
    const refunded = await office.refund(booking.booking_id, { seats: ["A-2"] });
    expect(refunded).toMatchObject({
      ...{ state: "confirmed", seats: ["A-1", "C-1"], total: 18_000, refunded: 4500, changes: 1 },
      ...{ payment_status: "partly_refunded", refund: null, refund_if_cancelled: 13_500 },
    });
    expect(refunded.refunds).toEqual([
      {
        ...{ refund_id: expect.stringMatching(/^payment-\d+-r1$/), amount: 4500, seats: ["A-2"], state: "done" },
        ...{ reason: "The view is restricted", at: expect.any(String) },
        labels: [{ section: "", row_label: "A", seat_label: "2" }],
      },
    ]);
    expect(await office.stateOf("A-2")).toBe("available");
    expect(await atGateway()).toMatchObject({ state: "captured", refunds: [{ amount: 4500 }], refunded: 4500 });
    expect(await paymentOf(booking.booking_id)).toMatchObject({ state: "captured", refunds: [{ state: "done" }] });
    const { event_id, organizer } = office.sale;
    await expect(checkInTicket(core, organizer, { event_id, code: codes[1] ?? "" })).rejects.toMatchObject({
      code: "TICKET_SUPERSEDED",
    });
    expect(await office.figures()).toMatchObject({
      ...{ revenue: 13_500, seats_sold: 2, revenue_by_seat_type: { Stalls: 4500, Box: 9000 } },
    });
    expect((await office.buy("A-2")).booking.state).toBe("confirmed");
    await office.audit();
  });

  it("of the last ones cancels the booking, with its reason", async () => {
    const { guest, booking } = await office.buy("A-1", "A-2");
    await office.refund(booking.booking_id, { seats: ["A-1"] });
    const last = await office.refund(booking.booking_id, { seats: ["A-2"] });
    expect(last).toMatchObject({ state: "cancelled", refunded: 9000, payment_status: "refunded" });
    expect(last.refund).toEqual({ amount: 4500, due: false });
    expect(last.refunds.map(({ seats, reason }) => [seats, reason])).toEqual([
      [["A-1"], "The view is restricted"],
      [["A-2"], "The view is restricted"],
    ]);
    expect(await getBooking(core, guest, booking)).toMatchObject({ state: "cancelled", refunded: 9000 });
    expect(await office.figures()).toMatchObject({ revenue: 0, seats_sold: 0, total_cancellations: 1 });
    await office.audit();
  });

  it("after refunds by an amount gives back what is left, and of nothing left frees the seats for nothing", async () => {
    const { booking } = await office.buy("A-1", "A-2", "A-3");
    await office.refund(booking.booking_id, { amount: 10_000 });
    const second = await office.refund(booking.booking_id, { seats: ["A-1"] });
    expect(second).toMatchObject({ refunded: 13_500, payment_status: "refunded" });
    const third = await office.refund(booking.booking_id, { seats: ["A-2"] });
    expect(third.refunds.map(({ amount }) => amount)).toEqual([10_000, 3_500, 0]);
    expect(third).toMatchObject({ seats: ["A-3"], refund_if_cancelled: 0, payment_status: "refunded" });
    expect(await office.refund(booking.booking_id, { seats: ["A-3"] })).toMatchObject({ state: "cancelled" });
    await office.audit();
  });

  it("is refused for what it can't be", async () => {
    const { guest, booking } = await office.buy("A-1", "A-2");
    const { booking_id } = booking;
    await office.refund(booking_id, { seats: ["A-2"] });
    const refused = { SEATS_REFUNDED: ["A-2"], INVALID_INPUT: ["A-3"] };
    for (const [code, seats] of Object.entries(refused))
      await expect(office.refund(booking_id, { seats })).rejects.toMatchObject({ code });
    const asked = { booking_id, amount: 1, reason: "Please" };
    await expect(refundBooking(core, guest, asked)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(refundBooking(core, await newGuest(core), asked)).rejects.toMatchObject({ code: "BOOKING_NOT_FOUND" });
    await cancelBooking(core, guest, booking);
    await expect(office.refund(booking_id, { amount: 1 })).rejects.toMatchObject({ code: "BOOKING_ALREADY_CANCELLED" });
    const comp = await office.sell("comp", ["B-1"]);
    await expect(office.refund(comp.booking_id, { amount: 1 })).rejects.toMatchObject({ code: "NOTHING_PAID" });
    await office.audit();
  });

  it("leaves a seat to whoever is in with its ticket", async () => {
    const { guest, booking } = await office.buy("A-1", "A-2");
    const [ticket] = await listTickets(core, guest, booking);
    const { event_id, organizer } = office.sale;
    await checkInTicket(core, organizer, { event_id, code: ticket?.code ?? "" });
    await expect(office.refund(booking.booking_id, { seats: ["A-1"] })).rejects.toMatchObject({
      code: "TICKET_ALREADY_ADMITTED",
    });
    expect(await office.refund(booking.booking_id, { seats: ["A-2"] })).toMatchObject({ seats: ["A-1"] });
    // The last seat is no exception: only the whole booking can be cancelled over somebody's head.
    await expect(office.refund(booking.booking_id, { seats: ["A-1"] })).rejects.toMatchObject({
      code: "TICKET_ALREADY_ADMITTED",
    });
    expect(await office.stateOf("A-1")).toBe("booked");
    expect(await cancelBooking(core, organizer, booking)).toMatchObject({ state: "cancelled", refunded: 9000 });
    await office.audit();
  });

  it("that the house had kept blocks them again", async () => {
    await office.block("A-1");
    const { booking_id } = await office.sell("cash", ["A-1", "A-2"]);
    await office.refund(booking_id, { seats: ["A-1"] });
    expect(await office.stateOf("A-1")).toBe("blocked");
    await office.audit();
  });
});

describe("a refund by an amount", () => {
  it("leaves the seats, counts by seat type, and never gives back more than is left", async () => {
    const { booking } = await office.buy("A-1", "C-1");
    const { booking_id } = booking;
    expect(await office.refund(booking_id, { amount: 1500 })).toMatchObject({ seats: ["A-1", "C-1"], refunded: 1500 });
    expect(await office.figures()).toMatchObject({
      ...{ revenue: 12_000, seats_sold: 2, revenue_by_seat_type: { Stalls: 4000, Box: 8000 } },
    });
    await expect(office.refund(booking_id, { amount: 12_001 })).rejects.toMatchObject({
      ...{ code: "REFUND_EXCEEDS_PAID", details: { left: 12_000 } },
    });
    expect(await office.refund(booking_id, { amount: 12_000 })).toMatchObject({
      ...{ state: "confirmed", payment_status: "refunded", refunded: 13_500 },
    });
    await office.audit();
  });

  it("of cash is in the books alone", async () => {
    const { booking_id } = await office.sell("cash", ["A-1", "A-2"]);
    const refunded = await office.refund(booking_id, { amount: 500 });
    expect(refunded).toMatchObject({ payment_status: "cash", refunded: 500 });
    expect(refunded.refunds).toMatchObject([{ refund_id: `${booking_id}-r1`, state: "done" }]);
    expect(await core.gateway.listByEvent(office.sale.event_id, [null])).toEqual([]);
    expect((await office.audit()).counted).toMatchObject({ revenue: 8500, cash: 8500 });
  });

  it(`ends after ${mostRefunds} of a booking, which can still be cancelled`, async () => {
    const { guest, booking } = await office.buy("A-1");
    for (let n = 0; n < mostRefunds; n++) await office.refund(booking.booking_id, { amount: 1 });
    await expect(office.refund(booking.booking_id, { amount: 1 })).rejects.toMatchObject({ code: "REFUND_LIMIT" });
    const cancelled = await cancelBooking(core, guest, booking);
    expect(cancelled).toMatchObject({ refund: { amount: 4500 - mostRefunds }, refunded: 4500 });
    expect(await atGateway()).toMatchObject({ refunded: 4500 });
    await office.audit();
  });
});

describe("around a refund", () => {
  it("its buyer is told each, the journal has who did it and why, and sales have it on its day", async () => {
    const sold = await office.sell("cash", ["A-1", "A-2"], { name: "Ann", email: "ann@example.org" });
    core.clock.advance(2 * 86_400);
    await office.refund(sold.booking_id, { amount: 500 });
    core.clock.advance(1);
    await office.refund(sold.booking_id, { seats: ["A-2"] });
    await letTimePass(core, 60);
    const told = listTold(mailer).flatMap(({ letter }) => (letter.kind === "booking-refunded" ? letter : []));
    expect(told.map(({ refund }) => refund)).toMatchObject([
      { amount: 500, seats: [], reason: "The view is restricted" },
      { amount: 4500, seats: [{ row_label: "A", seat_label: "2" }], reason: "The view is restricted" },
    ]);
    expect(told[1]?.booking).toMatchObject({ refunded: 5000, lines: [{ seat: "A-1" }] });
    const { items } = await listEventJournal(core, office.sale.organizer, { ...office.sale, limit: 2 });
    expect(items).toMatchObject([
      {
        action: "booking.refunded",
        reason: "The view is restricted",
        changes: { refunded: { before: 500, after: 5000 } },
      },
      { action: "booking.refunded", actor_id: office.sale.organizer.user_id },
    ]);
    const days = await listSales(core, office.sale.organizer, { ...office.sale, interval: "day", limit: 10 });
    expect(days.items).toMatchObject([
      { seats_sold: 2, gross: 9000, refunded: 0, revenue: 9000 },
      { seats_sold: 0, seats_returned: 1, cancellations: 0, refunded: 5000, revenue: -5000 },
    ]);
    await office.audit();
  });

  it("a capture in flight neither loses it nor is lost", async () => {
    let goOn = () => {};
    const decided = new Promise<void>((resume) => {
      goOn = resume;
    });
    const slow = withCapture(core, async (key) => {
      await decided;
      return core.gateway.capture(key);
    });
    const { holding_id, guest } = await holdSeats("A-1", "A-2");
    const payment = { token: "tok_visa" };
    const booking = await confirmHold(slow, guest, { holding_id, payment });
    if (!("booking_id" in booking)) throw new Error("it is not booked");
    const refunded = await office.refund(booking.booking_id, { seats: ["A-2"] });
    expect(refunded).toMatchObject({ payment_status: "partly_refunded", refunds: [{ state: "done" }] });
    goOn();
    await core.background.settled();
    expect(await atGateway()).toMatchObject({ state: "captured", refunded: 4500 });
    expect(await paymentOf(booking.booking_id)).toMatchObject({ state: "captured" });
    expect(core.faults).toEqual([]);
    await office.audit();
  });

  async function holdSeats(...seats: string[]) {
    const guest = await newGuest(core);
    const { holding_id } = await placeHold(core, guest, ask(office.sale.event_id, ...seats));
    return { guest, holding_id };
  }

  it("a gateway that is down leaves it to scheduled work, which does it once", async () => {
    const { booking } = await office.buy("A-1", "A-2");
    const broken = { ...core, gateway: { ...core.gateway, refund: () => Promise.reject(new Error("down")) } };
    const due = await office.refund(booking.booking_id, { amount: 700 }, broken);
    expect(due).toMatchObject({ payment_status: "partly_refunded", refunds: [{ state: "due" }] });
    expect(core.faults.splice(0)).toEqual([expect.stringContaining("left to scheduled work")]);
    await office.refund(booking.booking_id, { amount: 300 });
    await letTimePass(core, 200, 50);
    expect(await atGateway()).toMatchObject({ refunds: [{ amount: 700 }, { amount: 300 }], refunded: 1000 });
    await office.audit();
  });
});

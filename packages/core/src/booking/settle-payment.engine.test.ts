import { beforeEach, describe, expect, it } from "vitest";
import { checkInTicket } from "../door/check-in-tickets.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { BookingId } from "../ids.ts";
import { findPayment } from "../payment/finish-payment.ts";
import { openBoxOffice } from "../testing/open-box-office.ts";
import { ask } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { down, withCapture } from "../testing/owe-captures.ts";
import { race } from "../testing/race.ts";
import { letTimePass, listDue } from "../testing/settle-everything.ts";
import { createTestMailer, listTold } from "../testing/test-mailer.ts";
import { listTickets } from "../ticket/list-tickets.ts";
import { startGuest } from "../user/create-user.ts";
import type { BookingView } from "./booking.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { findBooking, getBooking } from "./get-booking.ts";
import { settlePayment } from "./settle-payment.ts";

const rounds = process.env.EVENTLY_PROOF ? 60 : 6;
const mailer = createTestMailer();
const [core, other] = await openTwoCores({ mailer }, { mailer });
let office: Awaited<ReturnType<typeof openBoxOffice>>;

beforeEach(async () => {
  office = await openBoxOffice(core);
  await letTimePass(core, 120);
  mailer.accepted.splice(0);
});

const paymentOf = async (booking_id: BookingId) => {
  const booking = await findBooking(core, booking_id);
  const payment = booking?.payment_id ? await findPayment(core, booking.payment_id) : null;
  if (!payment) throw new Error(`${booking_id} has no payment`);
  return payment;
};

/** A booking whose money was never captured, and no longer can be: it was voided in the gateway's own pages. */
async function buyUncaptured(...seats: string[]) {
  const uncaptured = await buyDuringOutage(...seats);
  await core.gateway.void(await paymentOf(uncaptured.booking.booking_id));
  return uncaptured;
}

async function buyDuringOutage(...seats: string[]) {
  const { user: guest } = await startGuest(core, { email: "ann@example.org" });
  const { holding_id } = await placeHold(core, guest, ask(office.sale.event_id, ...seats));
  const booking = await confirmHold(withCapture(core, down), guest, { holding_id, payment: { token: "tok_visa" } });
  await core.background.settled();
  expect(core.faults.splice(0)).toHaveLength(1);
  return { guest, booking: booking as BookingView };
}

const journaled = async () => {
  const { items } = await listEventJournal(core, office.sale.organizer, { ...office.sale, limit: 50 });
  return items.filter(({ action }) => action === "booking.not_charged");
};
const letters = () => listTold(mailer).map(({ letter }) => letter);
const told = () => letters().map(({ kind }) => kind);

describe("a payment that can't be captured any more", () => {
  it("ends its booking: the seats are free, nothing counts as paid, and buyer and organizer are told", async () => {
    const { guest, booking } = await buyUncaptured("A-1", "A-2");
    await letTimePass(core, 120);
    expect(await getBooking(core, guest, booking)).toMatchObject({
      ...{ state: "cancelled", payment_status: "voided", refunded: 9000, refund: { amount: 9000, due: false } },
      refunds: [{ reason: "The payment could not be taken: nothing was paid", state: "done" }],
    });
    expect(await paymentOf(booking.booking_id)).toMatchObject({ state: "voided", refunds: [{ state: "done" }] });
    expect([await office.stateOf("A-1"), await office.stateOf("A-2")]).toEqual(["available", "available"]);
    expect(await office.figures()).toMatchObject({ revenue: 0, seats_sold: 0, total_cancellations: 1 });
    expect(told()).toContain("booking-not-charged");
    expect(await journaled()).toMatchObject([
      { actor_id: null, changes: { [booking.booking_id]: { before: "confirmed", after: "cancelled" } } },
    ]);
    expect((await office.buy("A-1")).booking.state).toBe("confirmed");
    expect(core.faults).toEqual([]);
    await office.audit();
  });

  it("ends a booking of which a part was to be given back", async () => {
    const { booking } = await buyDuringOutage("A-1", "A-2");
    await office.refund(booking.booking_id, { amount: 1000 }, withCapture(core, down));
    expect(core.faults.splice(0)).toHaveLength(1);
    await core.gateway.void(await paymentOf(booking.booking_id));
    await letTimePass(core, 120);
    expect(await findBooking(core, booking.booking_id)).toMatchObject({ state: "cancelled", refunded: 9000 });
    expect((await paymentOf(booking.booking_id)).refunds.map(({ amount, state }) => [amount, state])).toEqual([
      [1000, "done"],
      [8000, "done"],
    ]);
    await office.audit();
  });

  it("leaves the seats to whoever is in already, unpaid", async () => {
    const { guest, booking } = await buyUncaptured("A-1", "A-2");
    const [ticket] = await listTickets(core, guest, booking);
    const { event_id, organizer } = office.sale;
    await checkInTicket(core, organizer, { event_id, code: ticket?.code ?? "" });
    await letTimePass(core, 120);
    expect(await getBooking(core, organizer, booking)).toMatchObject({
      ...{ state: "confirmed", payment_status: "voided", refunded: 9000, refund_if_cancelled: 0 },
    });
    expect([await office.stateOf("A-1"), await office.stateOf("A-2")]).toEqual(["booked", "booked"]);
    expect(await office.figures()).toMatchObject({ revenue: 0, seats_sold: 2 });
    expect(await journaled()).toHaveLength(1);
    expect(letters()).toContainEqual(
      expect.objectContaining({
        kind: "booking-not-charged",
        booking: expect.objectContaining({ not_charged: true, refunded: 9000 }),
      }),
    );
    await office.audit();
    expect(await cancelBooking(core, organizer, booking)).toMatchObject({ state: "cancelled", refunded: 9000 });
    await letTimePass(core, 40);
    await office.audit();
  });
});

it("the end of an unpaid booking against its cancellation or a refund: one decides, and no money goes back", async () => {
  const ends = { unpaid: 0, cancelled: 0 };
  for (let round = 0; round < rounds; round++) {
    const { guest, booking } = await buyUncaptured("A-1", "A-2");
    const { booking_id } = booking;
    const { payment_id } = await paymentOf(booking_id);
    const asked = [
      () => cancelBooking(other, guest, booking),
      () => office.refund(booking_id, { amount: 1000 }, other),
      () => office.refund(booking_id, { seats: ["A-1"] }, other),
    ];
    const { refused, broken } = await race<unknown>([
      settlePayment(core, payment_id),
      settlePayment(other, payment_id),
      asked[round % asked.length]?.() ?? Promise.reject(new Error("nothing is asked")),
    ]);
    expect(broken).toEqual([]);
    ends[refused.BOOKING_ALREADY_CANCELLED === 1 ? "unpaid" : "cancelled"]++;
    await letTimePass(core, 120);
    expect(await findBooking(core, booking_id)).toMatchObject({ state: "cancelled", refunded: 9000 });
    expect([await office.stateOf("A-1"), await office.stateOf("A-2")]).toEqual(["available", "available"]);
    expect((await core.gateway.find(await paymentOf(booking_id)))?.refunds).toEqual([]);
    expect(await listDue(core)).toEqual([]);
    await office.audit();
  }
  process.stdout.write(`unpaid against cancellation and refund: ${JSON.stringify(ends)}\n`);
});

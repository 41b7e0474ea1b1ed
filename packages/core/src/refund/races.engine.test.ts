import { beforeEach, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { refundedOf } from "../booking/refunds.rules.ts";
import { cancelSeats } from "../box-office/cancel-seats.ts";
import { moveSeats } from "../box-office/move-seats.ts";
import { checkInTicket } from "../door/check-in-tickets.ts";
import { findEvent } from "../event/find-event.ts";
import type { BookingId, SeatId } from "../ids.ts";
import { findPayment, sumRefunds } from "../payment/finish-payment.ts";
import { named, openBoxOffice } from "../testing/open-box-office.ts";
import type { TestCore } from "../testing/open-core.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { listTickets } from "../ticket/list-tickets.ts";
import { viewTickets } from "../ticket/view-tickets.ts";

const rounds = process.env.EVENTLY_PROOF ? 60 : 6;
const [core, other] = await openTwoCores();
const sides: [TestCore, TestCore] = [core, other];

let office: Awaited<ReturnType<typeof openBoxOffice>>;
beforeEach(async () => {
  office = await openBoxOffice(core);
});

/** What the gateway gave back of a booking, once everything is done and every record agrees. */
async function settle(booking_id: BookingId): Promise<{ kept: number; refunds: number }> {
  await letTimePass(core, 120, 60);
  await office.audit();
  const booking = await findBooking(core, booking_id);
  const payment = booking?.payment_id ? await findPayment(core, booking.payment_id) : null;
  if (!booking || !payment) throw new Error(`${booking_id} is gone`);
  expect(sumRefunds(payment)).toBe(refundedOf(booking));
  return { kept: booking.total - refundedOf(booking), refunds: payment.refunds.length };
}

const side = (i: number) => sides[i % 2] ?? core;

it("ten refunds of a third each, at once in two processes: three win", async () => {
  const { booking } = await office.buy("A-1", "A-2");
  const { won, refused, broken } = await race(
    times(10, (i) => office.refund(booking.booking_id, { amount: 3000 }, side(i))),
  );
  expect([won.length, refused, broken]).toEqual([3, { REFUND_EXCEEDS_PAID: 7 }, []]);
  expect(await settle(booking.booking_id)).toEqual({ kept: 0, refunds: 3 });
});

it("ten refunds of one seat, at once in two processes: one wins, and the seat is sold once more", async () => {
  const { booking } = await office.buy("A-1", "A-2");
  const { won, refused, broken } = await race(
    times(10, (i) => office.refund(booking.booking_id, { seats: ["A-1"] }, side(i))),
  );
  expect([won.length, refused, broken]).toEqual([1, { SEATS_REFUNDED: 9 }, []]);
  expect((await office.buy("A-1")).booking.state).toBe("confirmed");
  expect(await settle(booking.booking_id)).toEqual({ kept: 4500, refunds: 1 });
});

it("a refund of each seat, at once in two processes: all win, and the last one cancels the booking", async () => {
  const seats = ["A-1", "A-2", "A-3", "A-4"];
  const { booking } = await office.buy(...seats);
  const { won, refused, broken } = await race(
    seats.map((seat, i) => office.refund(booking.booking_id, { seats: [seat] }, side(i))),
  );
  expect([won.length, refused, broken]).toEqual([4, {}, []]);
  expect(won.filter(({ state }) => state === "cancelled")).toHaveLength(1);
  expect(await settle(booking.booking_id)).toEqual({ kept: 0, refunds: 4 });
});

it("a refund against its buyer's cancellation: all goes back once, whoever is first", async () => {
  const ends = { both: 0, cancelled: 0 };
  for (let round = 0; round < rounds; round++) {
    const { guest, booking } = await office.buy("A-1", "A-2");
    const part = round % 2 === 0 ? { amount: 1000 } : { seats: ["A-1"] };
    const { won, refused, broken } = await race([
      cancelBooking(side(round), guest, booking),
      office.refund(booking.booking_id, part, side(round + 1)),
    ]);
    expect(broken).toEqual([]);
    if (won.length === 1) expect(refused).toEqual({ BOOKING_ALREADY_CANCELLED: 1 });
    ends[won.length === 2 ? "both" : "cancelled"]++;
    expect(await settle(booking.booking_id)).toEqual({ kept: 0, refunds: won.length });
    expect([await office.stateOf("A-1"), await office.stateOf("A-2")]).toEqual(["available", "available"]);
  }
  process.stdout.write(`refund against cancellation: ${JSON.stringify(ends)}\n`);
});

it("a refund of a seat against the scan of its ticket: nobody is in with a seat that was given back", async () => {
  const ends = { refunded: 0, admitted: 0 };
  const { event_id, organizer } = office.sale;
  for (let round = 0; round < rounds; round++) {
    const { guest, booking } = await office.buy("A-1", "A-2");
    const [ticket] = await listTickets(core, guest, booking);
    const { won, refused, broken } = await race<unknown>([
      office.refund(booking.booking_id, { seats: ["A-1"] }, side(round)),
      checkInTicket(side(round + 1), organizer, { event_id, code: ticket?.code ?? "" }),
    ]);
    expect([won.length, broken]).toEqual([1, []]);
    const isRefunded = refused.TICKET_SUPERSEDED === 1;
    expect(refused).toEqual(isRefunded ? { TICKET_SUPERSEDED: 1 } : { TICKET_ALREADY_ADMITTED: 1 });
    ends[isRefunded ? "refunded" : "admitted"]++;
    expect(await settle(booking.booking_id)).toMatchObject({ kept: isRefunded ? 4500 : 9000 });
    await cancelBooking(core, organizer, booking);
  }
  process.stdout.write(`refund against scan: ${JSON.stringify(ends)}\n`);
});

it("a refund of the last seats against the scan of a ticket: nobody is in with a seat that was given back", async () => {
  const ends = { refunded: 0, admitted: 0 };
  const { event_id, organizer } = office.sale;
  for (let round = 0; round < rounds; round++) {
    const comp = round % 2 === 0 ? null : await office.sell("comp", ["A-1"]);
    const booking = comp ?? (await office.buy("A-1")).booking;
    const { booking_id } = booking;
    const [stored, event] = [await findBooking(core, booking_id), await findEvent(core.table, event_id)];
    const [ticket] = stored && event ? await viewTickets(core, stored, event) : [];
    const { won, refused, broken } = await race<unknown>([
      comp
        ? cancelSeats(side(round), organizer, { booking_id, seats: named("A-1") })
        : office.refund(booking_id, { seats: ["A-1"] }, side(round)),
      checkInTicket(side(round + 1), organizer, { event_id, code: ticket?.code ?? "" }),
    ]);
    expect([won.length, broken]).toEqual([1, []]);
    const isRefunded = refused.TICKET_CANCELLED === 1;
    expect(refused).toEqual(isRefunded ? { TICKET_CANCELLED: 1 } : { TICKET_ALREADY_ADMITTED: 1 });
    ends[isRefunded ? "refunded" : "admitted"]++;
    expect(await office.stateOf("A-1")).toBe(isRefunded ? "available" : "booked");
    if (!isRefunded) await cancelBooking(core, organizer, booking);
    await letTimePass(core, 120, 60);
    await office.audit();
  }
  process.stdout.write(`refund of the last seats against scan: ${JSON.stringify(ends)}\n`);
});

it("a refund against a move: the booking has what both decided, or one was told what the other did", async () => {
  const ends = { both: 0, single: 0 };
  const { organizer } = office.sale;
  for (let round = 0; round < rounds; round++) {
    const { booking } = await office.buy("A-1", "A-2");
    const { booking_id } = booking;
    const part = round % 2 === 0 ? { amount: 1000 } : { seats: ["A-1"] };
    const moves = [{ from: "A-1" as SeatId, to: "B-1" as SeatId }];
    const { won, refused, broken } = await race([
      office.refund(booking_id, part, side(round)),
      moveSeats(side(round + 1), organizer, { booking_id, seats: moves }),
    ]);
    expect(broken).toEqual([]);
    ends[won.length === 2 ? "both" : "single"]++;
    if (part.amount) expect(won).toHaveLength(2);
    else expect([won.length, refused]).toEqual([1, { INVALID_INPUT: 1 }]);
    expect((await settle(booking_id)).kept).toBeGreaterThanOrEqual(4500);
    await cancelBooking(core, organizer, booking);
  }
  process.stdout.write(`refund against move: ${JSON.stringify(ends)}\n`);
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { exportAccounting } from "../export/export-accounting.ts";
import type { BookingId } from "../ids.ts";
import { findPayment } from "../payment/finish-payment.ts";
import { putPayment } from "../payment/payment.table.ts";
import { Payment } from "../payment/payment.ts";
import { RefundBooking } from "../refund/refund.ts";
import { refundBooking } from "../refund/refund-booking.ts";
import { transact } from "../table/transact.ts";
import { id } from "../testing/id.ts";
import { interpose } from "../testing/interpose.ts";
import { buy } from "../testing/known-sale.ts";
import { noteFee, readAccounting, readLines, sumLines } from "../testing/open-accounting.ts";
import { openBoxOffice } from "../testing/open-box-office.ts";
import { openCore, startClock, type TestCore } from "../testing/open-core.ts";
import { newGuest, openEvent } from "../testing/open-event.ts";
import { openInvoices } from "../testing/open-invoices.ts";
import { oweCaptures } from "../testing/owe-captures.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { newBooking, putBookings } from "../testing/sold-bookings.ts";
import { toInstant } from "../time.ts";
import { getAccounting } from "./get-accounting.ts";

let core: TestCore;
beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

const none = { gross: 0, refunds: 0, fees: 0, net: 0, by_method: { card: 0, cash: 0, invoice: 0 } };

describe("an event's accounting", () => {
  it("without sales is empty, and its file has names of columns alone", async () => {
    const sale = await openEvent(core);
    const { accounting, lines } = await readAccounting(core, sale);
    expect(accounting).toEqual({
      ...{ event_id: sale.event_id, currency: "USD", timezone: "America/New_York", total: none, days: [] },
      disputed: { open: 0, won: 0, lost: 0 },
    });
    expect(lines).toEqual([]);
  });

  it("has card, cash and what was given away, with what went back of each", async () => {
    const office = await openBoxOffice(core);
    const { booking } = await office.buy("A-1", "A-2");
    const cash = await office.sell("cash", ["A-3"]);
    await office.sell("comp", ["A-4"]);
    await office.refund(booking.booking_id, { seats: ["A-1"] });
    await office.refund(booking.booking_id, { amount: 500 });
    await office.refund(cash.booking_id, { amount: 1000 });
    await office.move(booking.booking_id, ["A-2", "B-2"]);
    await core.background.settled();
    const { accounting, lines } = await readAccounting(core, office.sale);
    expect(accounting.total).toEqual({
      ...{ gross: 13_500, refunds: 6000, fees: 0, net: 7500 },
      by_method: { card: 4000, cash: 3500, invoice: 0 },
    });
    expect(lines.map(({ kind, method, amount }) => [kind, method, amount])).toEqual([
      ["sale", "card", "90.00"],
      ["refund", "card", "-45.00"],
      ["refund", "card", "-5.00"],
      ["sale", "cash", "45.00"],
      ["refund", "cash", "-10.00"],
      ["sale", "none", "0.00"],
    ]);
  });

  it("has an invoice on the day on which it was paid, and what it gave back later", async () => {
    const invoices = await openInvoices(core);
    const { booking_id } = await invoices.reserve("A-1", "A-2");
    const lapsing = await invoices.reserve("A-3");
    expect((await readAccounting(core, invoices.sale)).lines).toEqual([]);
    core.clock.advance(3 * 86_400);
    await invoices.pay(booking_id);
    const paid = (await readAccounting(core, invoices.sale)).accounting;
    expect(paid).toMatchObject({ total: { gross: 9000, by_method: { invoice: 9000 } } });
    expect(paid.days).toHaveLength(1);
    core.clock.advance(2 * 86_400);
    const input = RefundBooking.parse({ booking_id, amount: 2000, reason: "A view is restricted" });
    await refundBooking(core, invoices.sale.organizer, input);
    await invoices.cancel(lapsing.booking_id);
    const { accounting } = await readAccounting(core, invoices.sale);
    expect(accounting.days.map(({ gross, refunds }) => [gross, refunds])).toEqual([
      [9000, 0],
      [0, 2000],
    ]);
  });

  it("keeps what a cancellation keeps, and takes off fees less what went back of them", async () => {
    const sale = await openEvent(core, { event: { cancellation_policy: { hours_before: 1, percent: 50 } } });
    const guest = await newGuest(core);
    const booking = await buy(core, sale, guest, "A-1", "A-2");
    const kept = await buy(core, sale, guest, "A-3");
    await cancelBooking(core, guest, { booking_id: booking.booking_id as BookingId });
    await core.background.settled();
    const payments = (await core.gateway.listByEvent(sale.event_id, [null])).map(({ payment_id }) => payment_id);
    for (const payment_id of payments) {
      const { amount = 0, refunds = [] } = (await findPayment(core, payment_id)) ?? {};
      await noteFee(core, payment_id, amount / 10, refunds.length > 0 ? amount / 20 : 0);
    }
    const { accounting, lines } = await readAccounting(core, sale);
    expect(accounting.total).toMatchObject({ gross: 13_500, refunds: 4500, fees: 900, net: 8100 });
    expect(lines.map(({ kind, amount, booking_id }) => [kind, amount, booking_id])).toEqual([
      ["sale", "90.00", booking.booking_id],
      ["fee", "-9.00", booking.booking_id],
      ["refund", "-45.00", booking.booking_id],
      ["fee_refund", "4.50", booking.booking_id],
      ["sale", "45.00", kept.booking_id],
      ["fee", "-4.50", kept.booking_id],
    ]);
  });

  it.each([
    ["JPY", "4500", "-100"],
    ["KWD", "4.500", "-0.100"],
  ])("writes %s with the digits that it has", async (currency, price, refunded) => {
    const sale = await openEvent(core, { event: { currency } });
    const { booking_id } = await buy(core, sale, await newGuest(core), "A-1");
    const input = RefundBooking.parse({ booking_id, amount: 100, reason: "It was late" });
    await refundBooking(core, sale.organizer, input);
    const { accounting, lines } = await readAccounting(core, sale);
    expect(accounting).toMatchObject({ currency, total: { gross: 4500, refunds: 100 } });
    expect(lines.map((line) => [line.amount, line.currency])).toEqual([
      [price, currency],
      [refunded, currency],
    ]);
  });
});

it("money counts on the day on which the gateway took it, though its seats were booked before midnight", async () => {
  const own = await openCore({ clock: startClock(Date.parse("2027-01-15T04:59:50Z") / 1000) });
  try {
    const sale = await openEvent(own, { event: { start_time: toInstant(own.clock() + 30 * 86_400) } });
    const [booking] = await oweCaptures(own, sale, ["A-1"]);
    expect((await getAccounting(own, sale.organizer, sale)).days.map(({ date }) => date)).toEqual(["2027-01-14"]);
    await letTimePass(own, 40);
    const { accounting, lines } = await readAccounting(own, sale);
    expect(accounting.days).toMatchObject([{ date: "2027-01-15", gross: 4500 }]);
    expect(booking && booking.booking_date < String(lines[0]?.instant)).toBe(true);
  } finally {
    await own.close();
  }
});

const many = 2_000;

it(`of ${many} bookings is read a page at a time, and none of it is kept`, async () => {
  const sale = await openEvent(core);
  for (let from = 0; from < many; from += 50) {
    const bookings = Array.from({ length: 50 }, (_, i) => {
      const booking = newBooking(core, sale, from + i);
      const payment_id = id.payment(900_000 + from + i);
      return { ...booking, seats: [], lines: [], payment_id };
    });
    const payments = bookings.map(({ booking_id, payment_id, event_id, total }) =>
      Payment.parse({
        ...{ payment_id, holding_id: id.holding(1), booking_id, event_id, attempt: 1, amount: total, currency: "USD" },
        ...{ gateway: "test", gateway_ref: `pi_${payment_id}`, state: "captured", fee: 45 },
        log: [{ at: toInstant(core.clock()), state: "captured" }],
      }),
    );
    await transact(core.table, bookings.flatMap(putBookings));
    await transact(core.table, payments.map(putPayment));
  }
  let [largest, pages] = [0, 0];
  const counting = interpose(core.table, async (_, send) => {
    const answer = (await send()) as { Items?: unknown[] };
    largest = Math.max(largest, answer.Items?.length ?? 0);
    pages += answer.Items ? 1 : 0;
    return answer;
  });
  const bulk = { ...core, bulkTable: { ...counting, itemsAPage: 25 } } as TestCore;
  const { total } = await getAccounting(bulk, sale.organizer, sale);
  expect(total).toMatchObject({ gross: many * 4500, fees: many * 45, by_method: { card: many * 4455 } });
  expect([largest, pages >= many / 25]).toEqual([25, true]);
  const file = await exportAccounting(core, sale.organizer, sale);
  const pieces: string[] = [];
  for await (const piece of file.write()) pieces.push(piece);
  file.close();
  expect(pieces.length).toBeGreaterThanOrEqual(1 + many / 100);
  const lines = readLines(pieces.join(""));
  expect([lines.length, sumLines(lines)]).toEqual([2 * many, total.net]);
});

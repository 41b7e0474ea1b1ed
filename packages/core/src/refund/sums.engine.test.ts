import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, newSeat, openEvent, type Sale } from "../testing/open-event.ts";
import { drawBelow, seededRandom } from "../testing/random.ts";
import { expectCleanAudit } from "../testing/settle-everything.ts";
import { mostRefunds } from "./limits.rules.ts";
import { RefundBooking } from "./refund.ts";
import { refundBooking } from "./refund-booking.ts";

const random = seededRandom(drawnSeed);
const types = ["A", "B", "C", "D", "E"];

let core: TestCore;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

async function buy({ event_id }: Sale): Promise<BookingView> {
  const guest = await newGuest(core);
  const { holding_id } = await placeHold(core, guest, ask(event_id, ...types.map((row) => `${row}-1`)));
  const booking = (await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } })) as BookingView;
  await core.background.settled();
  return booking;
}

/** Refunds single seats and amounts in a drawn order until the seats are gone, or cancels what is left of it. */
async function refundAll({ organizer }: Sale, booking: BookingView): Promise<BookingView> {
  const { booking_id, total } = booking;
  const seats = [...booking.seats].sort(() => random() - 0.5);
  const office = (part: object) =>
    refundBooking(core, organizer, RefundBooking.parse({ booking_id, reason: "The view is restricted", ...part }));
  let left = total;
  let view = booking;
  while (view.state !== "cancelled") {
    if (drawBelow(random, 8) === 0 || view.refunds.length > mostRefunds - 6) {
      view = await cancelBooking(core, organizer, { booking_id });
    } else if (left > 0 && random() < 0.5) {
      view = await office({ amount: 1 + drawBelow(random, Math.ceil(left / 2)) });
    } else {
      view = await office({ seats: seats.splice(0, 1) });
    }
    const before = left;
    left = total - view.refunded;
    expect(left).toBeLessThanOrEqual(before);
    await expect(office({ amount: left + 1 })).rejects.toMatchObject({
      code: view.state === "cancelled" ? "BOOKING_ALREADY_CANCELLED" : "REFUND_EXCEEDS_PAID",
    });
  }
  return view;
}

it.each(["JPY", "ISK", "UGX", "USD", "HUF", "MGA", "MRU", "KWD", "TND"])(
  "refunds by seat and amount in any order add up to the total at the gateway in %s",
  async (currency) => {
    const [prices = []] = fc.sample(
      fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: types.length, maxLength: types.length }),
      { seed: drawnSeed + currency.charCodeAt(0), numRuns: 1 },
    );
    const event = { currency, seat_type_prices: Object.fromEntries(types.map((type, i) => [type, prices[i] ?? 0])) };
    const sale = await openEvent(core, { seats: types.map((type) => newSeat(type, 1, type)), event });
    const booking = await buy(sale);
    expect(booking.total).toBe(prices.reduce((sum, price) => sum + price, 0));
    const { refunds, refunded } = await refundAll(sale, booking);
    await core.background.settled();
    expect(refunded).toBe(booking.total);
    expect(refunds.reduce((sum, { amount }) => sum + amount, 0)).toBe(booking.total);
    const [record] = await core.gateway.listByEvent(sale.event_id, [null]);
    expect(record).toMatchObject({ state: "captured", amount: booking.total, refunded: booking.total, currency });
    expect(record?.refunds.map(({ amount }) => amount)).toEqual(
      refunds.flatMap(({ amount }) => (amount > 0 ? amount : [])),
    );
    const { counted } = await expectCleanAudit(core, sale.event_id);
    expect(counted).toMatchObject({ booked: 0, revenue: 0, at_gateway: 0 });
  },
);

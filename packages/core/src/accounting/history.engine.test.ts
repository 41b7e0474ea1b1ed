import { afterAll, beforeAll, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { leftOf } from "../booking/refunds.rules.ts";
import { moveSeats } from "../box-office/move-seats.ts";
import { sellAtCounter } from "../box-office/sell-at-counter.ts";
import { EventlyError } from "../errors.ts";
import type { BookingId, SeatId } from "../ids.ts";
import { markPaid } from "../invoice/mark-paid.ts";
import { findPayment } from "../payment/finish-payment.ts";
import { adoptRefund } from "../refund/adopt-refund.ts";
import { RefundBooking } from "../refund/refund.ts";
import { refundBooking } from "../refund/refund-booking.ts";
import { buy, knownPrices, knownSeats } from "../testing/known-sale.ts";
import { inCurrency, noteFee, readAccounting } from "../testing/open-accounting.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { newVerified, reserve, takeInvoices } from "../testing/open-invoices.ts";
import { drawBelow, seededRandom } from "../testing/random.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";

const seeds = Array.from({ length: process.env.EVENTLY_PROOF ? 40 : 3 }, (_, i) => i + 1);
const steps = 60;
/** What random steps may meet: a taken seat, a booking that is over, another price. */
const expectedCodes = new Set<string>([
  ...["SEATS_UNAVAILABLE", "PRICE_DIFFERS", "BOOKING_ALREADY_CANCELLED", "NOTHING_PAID", "SEATS_REFUNDED"],
  ...["REFUND_EXCEEDS_PAID", "CANCELLATION_CLOSED", "INVOICE_NOT_AVAILABLE", "INVALID_INPUT", "BOOKING_NOT_PAID"],
]);

let core: TestCore;
beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

type World = {
  sale: Sale;
  pick: <T>(list: readonly T[]) => T;
  booked: BookingId[];
  /** Who paid by card. */
  buyers: Map<BookingId, Actor>;
  done: Set<string>;
};

/** Two rows of each price, so that some seats stay free; buyers who cancel lose half of it. */
async function openWorld(seed: number): Promise<World> {
  const random = seededRandom(seed);
  const event = {
    ...{ seat_type_prices: knownPrices, start_time: toInstant(core.clock() + 300 * 86_400), ...inCurrency(seed) },
    cancellation_policy: { hours_before: 24, percent: 50 },
  };
  const seats = knownSeats.concat(knownSeats.map((seat) => ({ ...seat, row: `${seat.row}${seat.row}` })));
  const sale = await openEvent(core, { seats, event });
  await takeInvoices(core, sale.organizer);
  return {
    sale,
    pick: (list) => list[drawBelow(random, list.length)] as never,
    booked: [],
    buyers: new Map(),
    done: new Set(),
  };
}

const names = knownSeats.flatMap(({ row, seat_num }) => [`${row}-${seat_num}`, `${row}${row}-${seat_num}`]) as SeatId[];
const draw = ({ pick }: World, count: number) => [...new Set(Array.from({ length: count }, () => pick(names)))];

const verbs: Record<string, (world: World) => Promise<void>> = {
  async card(world) {
    const buyer = await newGuest(core);
    const { booking_id } = await buy(core, world.sale, buyer, ...draw(world, 2));
    world.booked.push(booking_id);
    world.buyers.set(booking_id, buyer);
  },
  async counter(world) {
    const { event_id, organizer } = world.sale;
    const payment = world.pick(["cash", "comp"] as const);
    const { booking_id } = await sellAtCounter(core, organizer, { event_id, seats: draw(world, 2), payment });
    world.booked.push(booking_id);
  },
  async reserve(world) {
    const { booking_id } = await reserve(core, world.sale, await newVerified(core), ...draw(world, 1));
    world.booked.push(booking_id);
    if (world.pick([true, false])) await markPaid(core, world.sale.organizer, { booking_id });
  },
  async cancel({ sale, pick, booked, buyers }) {
    const booking_id = pick(booked);
    await cancelBooking(core, pick([sale.organizer, buyers.get(booking_id) ?? sale.organizer]), { booking_id });
  },
  async refund({ sale, pick, booked }) {
    const booking = await findBooking(core, pick(booked));
    if (!booking) return;
    const part = pick([{ amount: pick([1, 700, 1500]) }, { seats: booking.seats.slice(0, 1) }]);
    const input = RefundBooking.parse({ booking_id: booking.booking_id, reason: "It rained", ...part });
    await refundBooking(core, sale.organizer, input);
  },
  async found({ pick, booked }) {
    const booking = await findBooking(core, pick(booked));
    const payment = booking?.payment_id ? await findPayment(core, booking.payment_id) : null;
    if (!booking || payment?.state !== "captured" || leftOf(booking) < 10) return;
    expect(await adoptRefund(core, await core.gateway.refundThere(payment.payment_id, 10))).toBe(true);
  },
  async move(world) {
    const { sale, pick, booked } = world;
    const booking = await findBooking(core, pick(booked));
    const [from] = booking?.seats ?? [];
    if (!booking || !from) return;
    await moveSeats(core, sale.organizer, { booking_id: booking.booking_id, seats: [{ from, to: pick(names) }] });
  },
  pass: () => letTimePass(core, 40),
};

async function step(world: World): Promise<void> {
  core.clock.advance(world.pick([1, 60, 5_000, 40_000, 200_000]));
  const verb = world.booked.length < 3 ? "card" : world.pick(Object.keys(verbs));
  try {
    await verbs[verb]?.(world);
    world.done.add(verb);
  } catch (error) {
    if (!(error instanceof EventlyError && expectedCodes.has(error.code))) throw error;
  }
}

/** As accounts will, once a payment's money moved: a tenth, of which refunds bring back their part. */
async function noteFees(world: World): Promise<number> {
  let kept = 0;
  for (const booking_id of world.booked) {
    const booking = await findBooking(core, booking_id);
    const payment = booking?.payment_id ? await findPayment(core, booking.payment_id) : null;
    if (!booking || !payment) continue;
    const fee = Math.floor(payment.amount / 10);
    const back = Math.floor((fee * (booking.total - leftOf(booking))) / payment.amount);
    await noteFee(core, payment.payment_id, fee, back);
    kept += fee - back;
  }
  return kept;
}

it.each(seeds)("lines, days, total, analytics and the gateway agree after random sales (%i)", async (seed) => {
  const world = await openWorld(seed);
  for (let n = 0; n < steps; n++) await step(world);
  await letTimePass(core, 30 * 86_400, 86_400);
  await expectCleanAudit(core, world.sale.event_id);
  const fees = await noteFees(world);
  const { accounting, lines } = await readAccounting(core, world.sale);
  expect(accounting.total.fees).toBe(fees);
  const { timezone } = accounting;
  const local = new Intl.DateTimeFormat("en-CA", { timeZone: timezone });
  expect(lines.map(({ date }) => date)).toEqual(lines.map(({ instant = "" }) => local.format(new Date(instant))));
  expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(["sale", "refund", "fee", "fee_refund"]));
  expect([...world.done].toSorted()).toEqual(Object.keys(verbs).toSorted());
});

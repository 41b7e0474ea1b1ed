import type { BookingView } from "../booking/booking.ts";
import { CounterSale } from "../box-office/box-office.ts";
import { sellAtCounter } from "../box-office/sell-at-counter.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { markPaid } from "../invoice/mark-paid.ts";
import { RefundBooking } from "../refund/refund.ts";
import { refundBooking } from "../refund/refund-booking.ts";
import { startGuest } from "../user/create-user.ts";
import type { TestCore } from "./open-core.ts";
import { ask, type Sale } from "./open-event.ts";
import { newVerified, reserve } from "./open-invoices.ts";
import { times } from "./race.ts";

/** How a booking was paid for, and what went back of it before. */
export const mix = [
  ...([
    "card",
    "card of two seats, one refunded",
    "card, an amount refunded",
    "card, all refunded by an amount",
  ] as const),
  ...(["cash", "comp", "invoice awaiting", "invoice paid"] as const),
] as const;
export type Mixed = (typeof mix)[number];

type Sold = { way: Mixed; booking: BookingView };

const seatsOf = (n: number): string[] =>
  [1, 2].map((i) => `${String.fromCharCode(65 + Math.floor(n / 100))}-${(n % 100) * 2 + i}`);

/** `count` bookings, one after another of each way, in rows of two hundred seats at 4500, a buyer of their own each. */
export async function sellMix(core: TestCore, sale: Sale, count: number): Promise<Sold[]> {
  const sold: Sold[] = [];
  for (let from = 0; from < count; from += mix.length)
    sold.push(...(await Promise.all(times(Math.min(mix.length, count - from), (i) => sell(core, sale, from + i)))));
  await core.background.settled();
  return sold;
}

async function sell(core: TestCore, sale: Sale, n: number): Promise<Sold> {
  const way = mix[n % mix.length] ?? "card";
  const [first = "", second = ""] = seatsOf(n);
  switch (way) {
    case "card":
      return { way, booking: await payByCard(core, sale, n, first) };
    case "card of two seats, one refunded": {
      const booking = await payByCard(core, sale, n, first, second);
      return { way, booking: await refund(core, sale, booking, { seats: [second] }) };
    }
    case "card, an amount refunded":
      return { way, booking: await refund(core, sale, await payByCard(core, sale, n, first), { amount: 1_001 }) };
    case "card, all refunded by an amount":
      return { way, booking: await refund(core, sale, await payByCard(core, sale, n, first), { amount: 4_500 }) };
    case "cash":
    case "comp": {
      const input = CounterSale.parse({ event_id: sale.event_id, seats: [first], payment: way, holder: holderOf(n) });
      return { way, booking: await sellAtCounter(core, sale.organizer, input) };
    }
    case "invoice awaiting":
      return { way, booking: await reserve(core, sale, await newVerified(core), first) };
    case "invoice paid": {
      const { booking_id } = await reserve(core, sale, await newVerified(core), first);
      return { way, booking: await markPaid(core, sale.organizer, { booking_id }) };
    }
  }
}

const holderOf = (n: number) => ({ name: `Buyer ${n}`, email: `buyer-${n}@example.org` });

async function payByCard(core: TestCore, { event_id }: Sale, n: number, ...seats: string[]): Promise<BookingView> {
  const { user } = await startGuest(core, { email: holderOf(n).email });
  const { holding_id } = await placeHold(core, user, ask(event_id, ...seats));
  const booking = await confirmHold(core, user, { holding_id, payment: { token: "tok_visa" } });
  if (!("booking_id" in booking)) throw new Error("it is not booked");
  return booking;
}

const refund = (core: TestCore, { organizer }: Sale, { booking_id }: BookingView, part: object) =>
  refundBooking(core, organizer, RefundBooking.parse({ booking_id, reason: "The view is restricted", ...part }));

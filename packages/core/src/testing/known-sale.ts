import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import type { HoldingView } from "../hold/hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import type { BookingId } from "../ids.ts";
import { createUser } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import type { TestCore } from "./open-core.ts";
import { ask, newGuest, newSeat, openEvent, type Sale } from "./open-event.ts";

/** Six seats in the stalls at 4500, four on the balcony at 3000. */
export const knownSeats = [
  ...[1, 2, 3, 4, 5, 6].map((n) => newSeat("A", n)),
  ...[1, 2, 3, 4].map((n) => newSeat("B", n, "Balcony")),
];
export const knownPrices = { Stalls: 4500, Balcony: 3000 };

/** Holds the seats and waits until the request is counted, whether it succeeded or not. */
export async function hold(core: TestCore, { event_id }: Sale, actor: Actor, ...seats: string[]): Promise<HoldingView> {
  try {
    return await placeHold(core, actor, ask(event_id, ...seats));
  } finally {
    await core.background.settled();
  }
}

/** Holds the seats, pays and books them, and captures the money. */
export async function buy(core: TestCore, sale: Sale, actor: Actor, ...seats: string[]): Promise<BookingView> {
  const { holding_id } = await hold(core, sale, actor, ...seats);
  const booking = await confirmHold(core, actor, { holding_id, payment: { token: "tok_visa" } });
  await core.background.settled();
  return booking as BookingView;
}

/**
 * A sale with one of everything, some hours or a day apart: an account that buys three times and cancels once, a guest
 * without a name who buys twice, a refused hold, a released one, an expired one, and one still open at the end.
 */
export async function playKnownSale(core: TestCore) {
  const sale = await openEvent(core, { seats: knownSeats, event: { seat_type_prices: knownPrices, tags: ["choir"] } });
  const { user: ann } = await createUser(core, { email: "ann@example.org", name: "Ann", role: "attendee" });
  const bob = await newGuest(core);
  const later = (hours: number) => core.clock.advance(hours * 3600);

  const first = await buy(core, sale, ann, "A-1", "A-2");
  await hold(core, sale, bob, "A-2", "A-3").catch(() => undefined);
  later(2);
  const second = await buy(core, sale, bob, "B-1");
  await releaseHold(core, ann, await hold(core, sale, ann, "A-3"));
  await hold(core, sale, bob, "B-2");
  later(24);
  const third = await buy(core, sale, ann, "B-2");
  later(24);
  await cancelBooking(core, ann, { booking_id: first.booking_id as BookingId });
  const fourth = await buy(core, sale, bob, "A-1");
  await hold(core, sale, ann, "A-4", "A-5");
  return { sale, ann, bob, bookings: [first, second, third, fourth] as const };
}

import { expect } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { PaymentKey } from "../payment/gateway.ts";
import type { TestCore } from "./open-core.ts";
import { ask, newGuest, type Sale } from "./open-event.ts";

export const down = () => Promise.reject(new Error("the gateway is down"));

/** The same process with another gateway's `capture`. */
export function withCapture(core: TestCore, capture: TestCore["gateway"]["capture"]): TestCore {
  return { ...core, gateway: { ...core.gateway, capture } };
}

/** A core that lists the payments that it captured. */
export function listCaptures(process: TestCore): { core: TestCore; captured: string[] } {
  const captured: string[] = [];
  const capture = (key: PaymentKey) => {
    captured.push(key.payment_id);
    return process.gateway.capture(key);
  };
  return { core: withCapture(process, capture), captured };
}

export async function bookSeat(core: TestCore, { event_id }: Sale, seat: string): Promise<BookingView> {
  const buyer = await newGuest(core);
  const { holding_id } = await placeHold(core, buyer, ask(event_id, seat));
  const booking = await confirmHold(core, buyer, { holding_id, payment: { token: "tok_visa" } });
  await core.background.settled();
  return booking as BookingView;
}

/** Bookings whose capture failed after the answer: a piece of money work each, due once the gateway's timeout is over. */
export async function oweCaptures(core: TestCore, sale: Sale, seats: string[]): Promise<BookingView[]> {
  const broken = withCapture(core, down);
  const bookings = await Promise.all(seats.map((seat) => bookSeat(broken, sale, seat)));
  expect(core.faults.splice(0)).toHaveLength(seats.length);
  return bookings;
}

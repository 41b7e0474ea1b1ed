import { isCalledOff } from "../booking/booking.rules.ts";
import type { Booking, BookingView } from "../booking/booking.ts";
import { cancelAndRefund } from "../booking/cancel-booking.ts";
import { leftOf } from "../booking/refunds.rules.ts";
import { viewBooking } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import { EventlyError, isFailure } from "../errors.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { SeatId } from "../ids.ts";
import type { Actor } from "../user/user.ts";
import { requireNobodyIn } from "./require-nobody-in.ts";

type Last = {
  actor: Actor;
  booking: Booking;
  event: StoredEvent;
  seats: readonly SeatId[];
  lease: IdempotencyLease | null;
  /** Null where nothing was paid. */
  reason: string | null;
};

/**
 * Cancels a booking by giving back the last of its seats, as one seat is given back: not while somebody is in with one of them. Null if
 * somebody went in meanwhile, and the booking is to be read again. Throws TICKET_ALREADY_ADMITTED, BOOKING_ALREADY_CANCELLED, and
 * INVALID_INPUT for a booking that was moved meanwhile to seats that nobody named.
 */
export async function cancelLastSeats(
  core: Core,
  { actor, booking, event, seats, lease, reason }: Last,
): Promise<BookingView | null> {
  await requireNobodyIn(core, booking, seats);
  const named = new Set<string>(seats);
  const amountOf = (current: Booking): number => {
    if (current.lines.every(({ seat }) => named.has(seat))) return leftOf(current);
    throw new EventlyError("INVALID_INPUT", { faults: [{ path: "seats", message: "the seats of this booking" }] });
  };
  const refunding = { actor, lease, isCalledOff: isCalledOff(event), onlyIfNobodyIsIn: true, amountOf, reason };
  try {
    return await viewBooking(core, actor, await cancelAndRefund(core, booking, refunding));
  } catch (error) {
    if (isFailure(error, "CANCELLATION_CLOSED")) return null;
    throw error;
  }
}

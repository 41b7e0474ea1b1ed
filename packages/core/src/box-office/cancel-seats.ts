import type { Booking, BookingView } from "../booking/booking.ts";
import { getServedBooking } from "../booking/get-served-booking.ts";
import { leaveSeats } from "../booking/leave-seats.ts";
import { viewBooking } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { BookingId, SeatId } from "../ids.ts";
import type { Actor } from "../user/user.ts";
import { cancelLastSeats } from "./cancel-last-seats.ts";
import { describeRest } from "./describe-rest.ts";
import { requireNobodyIn } from "./require-nobody-in.ts";
import { writeChangedSeats } from "./write-changed-seats.ts";

/** How often a booking is read again after its seats changed between our read and our write. */
const maxAttempts = 5;

/**
 * Puts some seats of a booking that cost nothing back on sale, or into the house's block that they came from; all of them cancel it. Its buyer is told. Throws
 * BOOKING_NOT_FOUND, FORBIDDEN, BOOKING_ALREADY_CANCELLED, INVALID_INPUT for a seat that the booking lacks, and
 * CANCELLATION_CLOSED where something was paid, which `refundBooking` gives back with its seats, TICKET_ALREADY_ADMITTED where somebody is in
 * with one of the seats.
 */
export async function cancelSeats(
  core: Core,
  actor: Actor,
  { booking_id, seats }: { booking_id: BookingId; seats: readonly SeatId[] },
  lease: IdempotencyLease | null = null,
): Promise<BookingView> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const { booking, event } = await getServedBooking(core, actor, booking_id);
    if (lease?.begun) return viewBooking(core, actor, booking);
    requireCancellable(booking, seats);
    const gone = new Set<string>(seats);
    const lines = booking.lines.filter(({ seat }) => !gone.has(seat));
    if (lines.length === 0) {
      const cancelled = await cancelLastSeats(core, { actor, booking, event, seats, lease, reason: null });
      if (cancelled) return cancelled;
      continue;
    }
    await requireNobodyIn(core, booking, seats);
    const now = core.clock();
    const changed: Booking = { ...booking, ...describeRest(booking, lines) };
    const view = await viewBooking(core, actor, changed);
    const outcome = await writeChangedSeats(core, {
      ...{ actor, lease, event, booking, changed, view, now, action: "booking.seats_cancelled" },
      seats: leaveSeats(
        booking,
        booking.lines.filter(({ seat }) => gone.has(seat)),
      ),
    });
    if (outcome.done) return view;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

function requireCancellable(booking: Booking, seats: readonly SeatId[]): void {
  if (booking.state === "cancelled") throw new EventlyError("BOOKING_ALREADY_CANCELLED", {});
  if (booking.state === "awaiting_payment") throw new EventlyError("BOOKING_NOT_PAID", {});
  const own = new Set(booking.seats);
  const faults = seats.flatMap((seat, i) =>
    own.has(seat) ? [] : [{ path: `seats.${i}`, message: "a seat of this booking" }],
  );
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
  if (booking.total > 0 || booking.payment_id !== null) {
    const text = "Single seats can only be cancelled where nothing was paid. Refund them, or cancel the whole booking.";
    throw new EventlyError("CANCELLATION_CLOSED", {}, text);
  }
}

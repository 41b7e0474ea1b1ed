import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import { isFailure } from "../errors.ts";
import { changeStatus } from "../event/change-status.ts";
import { toStoredEvent } from "../event/event.table.ts";
import type { EventId } from "../ids.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { toSeconds } from "../time.ts";
import { toBooking } from "./booking.table.ts";
import { cancelAndRefund } from "./cancel-booking.ts";
import { endReservation } from "./end-reservation.ts";

/**
 * One pass over an event that is being cancelled: refunds every confirmed booking. The event becomes cancelled once a
 * pass that started after the last payment could have finished finds none. Returns whether it is; if not, another pass
 * is needed, also after one that `signal` ended early.
 */
export async function cancelEvent(core: Core, event_id: EventId, signal?: AbortSignal): Promise<boolean> {
  const item = await readItem(core.table, keys.event(event_id));
  if (item?.status !== "cancelling") return true;
  const began = core.clock();
  let found = 0;
  const bookings = queryItems(core.table, { ...bookingsOf(event_id), consistent: true });
  const isWhole = await workThrough(bookings, signal, async (booked) => {
    const booking = toBooking(booked);
    if (booking.state === "cancelled") return;
    found++;
    if (booking.state === "awaiting_payment") {
      await endReservation(core, booking, { because: "event_cancelled" }).catch(ignoreEnded);
      return;
    }
    await cancelAndRefund(core, booking, { isCalledOff: true }).catch(ignoreEnded);
  });
  if (!isWhole) return false;
  const { SEAT_HOLD_MAX, CHALLENGE_WINDOW } = core.rules;
  const settledAt = toSeconds(String(item.cancelling_since)) + SEAT_HOLD_MAX + CHALLENGE_WINDOW;
  if (found > 0 || began <= settledAt) return false;
  await changeStatus(core, toStoredEvent(item), "cancelled", { actor: null });
  return true;
}

/** Somebody else cancelled it meanwhile, or it was paid: then the next pass finds it. */
function ignoreEnded(error: unknown): void {
  if (!isFailure(error, "BOOKING_ALREADY_CANCELLED") && !isFailure(error, "BOOKING_ALREADY_PAID")) throw error;
}

import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import { countOpen } from "../counts/counts.table.ts";
import { readCounters } from "../counts/read-counts.ts";
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
import type { Booking } from "./booking.ts";
import { cancelAndRefund } from "./cancel-booking.ts";
import { endReservation } from "./end-reservation.ts";

/** After so many bookings in a row that could not be cancelled a pass ends: then it is not about them. */
const mostFailures = 20;

/**
 * One pass over an event that is being cancelled: refunds every confirmed booking. The event becomes cancelled once a
 * pass that started after the last payment could have finished finds none. Returns whether it is; if not, another pass
 * is needed, also after one that `signal` ended early. Until then the bookings are read only while some are counted as open. One that
 * can't be cancelled keeps none of the others from their money. Throws the first failure once all were tried.
 */
export async function cancelEvent(core: Core, event_id: EventId, signal?: AbortSignal): Promise<boolean> {
  const item = await readItem(core.table, keys.event(event_id));
  if (item?.status !== "cancelling") return true;
  const began = core.clock();
  const { SEAT_HOLD_MAX, CHALLENGE_WINDOW } = core.rules;
  const isSettled = began > toSeconds(String(item.cancelling_since)) + SEAT_HOLD_MAX + CHALLENGE_WINDOW;
  if (!isSettled && countOpen((await readCounters(core, event_id)).tally) === 0) return false;
  if (!(await cancelBookings(core, event_id, signal)) || !isSettled) return false;
  await changeStatus(core, toStoredEvent(item), "cancelled", { actor: null });
  return true;
}

/** Whether a whole pass found none that had not ended. */
async function cancelBookings(core: Core, event_id: EventId, signal: AbortSignal | undefined): Promise<boolean> {
  let found = 0;
  let inRow = 0;
  const failures: unknown[] = [];
  const bookings = queryItems(core.table, { ...bookingsOf(event_id), consistent: true });
  const isWhole = await workThrough(bookings, signal, async (booked) => {
    const booking = toBooking(booked);
    if (booking.state === "cancelled") return;
    found++;
    try {
      await callOff(core, booking);
      inRow = 0;
    } catch (error) {
      if (failures.length === 0) failures.push(error);
      if (++inRow === mostFailures) throw failures[0];
    }
  });
  if (failures.length > 0) throw failures[0];
  return isWhole && found === 0;
}

async function callOff(core: Core, booking: Booking): Promise<void> {
  const ending =
    booking.state === "awaiting_payment"
      ? endReservation(core, booking, { because: "event_cancelled" })
      : cancelAndRefund(core, booking, { isCalledOff: true });
  await ending.catch(ignoreEnded);
}

/** Somebody else cancelled it meanwhile, or it was paid: then the next pass finds it. */
function ignoreEnded(error: unknown): void {
  if (!isFailure(error, "BOOKING_ALREADY_CANCELLED") && !isFailure(error, "BOOKING_ALREADY_PAID")) throw error;
}

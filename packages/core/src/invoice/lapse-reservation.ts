import { toBooking } from "../booking/booking.table.ts";
import { endReservation } from "../booking/end-reservation.ts";
import type { Core } from "../core.ts";
import { isFailure } from "../errors.ts";
import type { Key } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { toSeconds } from "../time.ts";

/** The job: seats reserved on invoice are free again once they had to be paid for, unless somebody said meanwhile that they are. */
export async function lapseReservation(core: Core, key: Key): Promise<void> {
  const item = await readItem(core.table, key);
  const booking = item && toBooking(item);
  if (booking?.state !== "awaiting_payment" || core.clock() < toSeconds(booking.invoice.due_at)) return;
  await endReservation(core, booking, { because: "lapsed" }).catch((error) => {
    if (!isFailure(error, "BOOKING_ALREADY_PAID") && !isFailure(error, "BOOKING_ALREADY_CANCELLED")) throw error;
  });
}

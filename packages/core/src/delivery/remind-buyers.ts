import type { Booking } from "../booking/booking.ts";
import type { Core } from "../core.ts";
import { findEvent } from "../event/find-event.ts";
import { remindedAt, removeReminder, toReminder } from "../mail/mail-jobs.table.ts";
import type { Key } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { toSeconds } from "../time.ts";
import { mailBookings } from "./mail-bookings.ts";

/**
 * The job: reminds the buyers of an event a day before it begins, save those who bought later. Nobody if it begins at
 * another time by now, has begun, or does not take place. Returns between two pages once `signal` is aborted.
 */
export async function remindBuyers(core: Core, key: Key, signal?: AbortSignal): Promise<void> {
  const item = await readItem(core.table, key);
  if (!item) return;
  const reminder = toReminder(item);
  const { event_id, start_time } = reminder;
  const event = await findEvent(core.table, event_id);
  const takesPlace = event?.status === "published" || event?.status === "paused";
  const isDue = takesPlace && event.start_time === start_time && core.clock() < toSeconds(start_time);
  const isBefore = ({ state, booking_date }: Booking) =>
    state === "confirmed" && toSeconds(booking_date) < remindedAt(start_time);
  const isWhole =
    !isDue ||
    (await mailBookings(core, key, reminder, signal, (booking) =>
      isBefore(booking) ? { kind: "reminder", cause: start_time } : null,
    ));
  if (isWhole) await transact(core.table, [removeReminder(reminder)]);
}

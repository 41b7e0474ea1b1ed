import { movedFrom } from "../booking/booking.rules.ts";
import type { Booking } from "../booking/booking.ts";
import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import { type Announcement, removeAnnouncement, toAnnouncement } from "../mail/mail-jobs.table.ts";
import type { Key } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { mailBookings } from "./mail-bookings.ts";

/** The job: tells the buyers of an event what has changed since they were told. Returns between two pages once `signal` is aborted. */
export async function announceChange(core: Core, key: Key, signal?: AbortSignal): Promise<void> {
  const item = await readItem(core.table, key);
  if (!item) return;
  const change = toAnnouncement(item);
  const event = await findEvent(core.table, change.event_id);
  const { revision, changes } = change;
  const isWhole =
    event === null ||
    (await mailBookings(core, key, change, signal, (booking) =>
      isConcerned(booking, event, change) ? { kind: "event-changed", cause: String(revision), changes } : null,
    ));
  if (isWhole) await transact(core.table, [removeAnnouncement(change)]);
}

/**
 * Who bought after the change knew of it, unless they held their seats before. Who was refunded because the event was
 * called off since is told of the change too: it may be why they read both.
 */
function isConcerned(booking: Booking, event: StoredEvent, { changed_at }: Announcement): boolean {
  const isSoldBefore = booking.booking_date <= changed_at || movedFrom(booking, event) !== null;
  const isCalledOff = event.status === "cancelling" || event.status === "cancelled";
  const isLeft = booking.state === "cancelled" && !(isCalledOff && booking.cancelled_at >= changed_at);
  return isSoldBefore && !isLeft;
}

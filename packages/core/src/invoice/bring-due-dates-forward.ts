import { toBooking } from "../booking/booking.table.ts";
import { type Reservation, shortenReservation } from "../booking/invoice.table.ts";
import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import { findEvent } from "../event/find-event.ts";
import { type EarlierEvent, removeEarlierEvent, toEarlierEvent } from "../event-change/due-dates.table.ts";
import { putMail } from "../mail/mail.table.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import type { Key } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { type Action, transact } from "../table/transact.ts";
import { toInstant, toSeconds } from "../time.ts";
import { dueBefore } from "./limits.rules.ts";

/**
 * The job: what is reserved on invoice for an event that was moved earlier is due before its new start, and each buyer is told until when,
 * in one transaction. Paid, lapsed or given up meanwhile: the condition on the booking leaves it. May end at any line and be repeated;
 * returns between two bookings once `signal` is aborted.
 */
export async function bringDueDatesForward(core: Core, key: Key, signal?: AbortSignal): Promise<void> {
  const item = await readItem(core.table, key);
  if (!item) return;
  const job = toEarlierEvent(item);
  const event = await findEvent(core.table, job.event_id);
  if (event) {
    const due_at = toInstant(dueBefore(core.clock(), toSeconds(event.start_time)));
    const bookings = queryItems(core.table, { ...bookingsOf(job.event_id), consistent: true });
    const isWhole = await workThrough(bookings, signal, async (booked) => {
      const booking = toBooking(booked);
      if (booking.state !== "awaiting_payment" || booking.invoice.due_at <= due_at) return;
      await transact(core.table, [shortenReservation(booking, due_at), ...tell(core, booking, job)]);
    });
    if (!isWhole) return;
  }
  await transact(core.table, [removeEarlierEvent(job)]);
}

function tell({ clock, mailer }: Core, booking: Reservation, { revision }: EarlierEvent): Action[] {
  const { booking_id, event_id, user_id, buyer } = booking;
  if (!mailer || !buyer?.email) return [];
  const mail = { kind: "booking-reserved", booking_id, event_id, user_id } as const;
  return [putMail({ ...mail, cause: `earlier-${revision}`, changes: ["start_time"] }, clock())];
}

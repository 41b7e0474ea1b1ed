import { toBooking } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import { putMail } from "../mail/mail.table.ts";
import type { BookingMail } from "../mail/mail.ts";
import { type Announcement, advanceMailJob, type Reminder } from "../mail/mail-jobs.table.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { itemsAtOnce } from "../table/as-bulk.ts";
import { type Key, keys } from "../table/keys.ts";
import { queryPages } from "../table/query-items.ts";
import { transact } from "../table/transact.ts";

/** What a job writes to the buyer of a booking: the kind of mail and what caused it; null for nothing. */
export type Choose = (booking: Booking) => Pick<BookingMail, "kind" | "cause" | "changes"> | null;

/**
 * Writes a mail to the buyer of each booking that `choose` has one for. Each transaction writes how far it came, too: so
 * wherever a process ends every mail is written once, and none of them is held in memory. False if `signal` asked it to
 * return, another process is further, or another job took its place.
 */
export async function mailBookings(
  core: Core,
  key: Key,
  job: Announcement | Reminder,
  signal: AbortSignal | undefined,
  choose: Choose,
): Promise<boolean> {
  const { event_id, done_to } = job;
  const after = done_to === undefined ? {} : { after: keys.booking(event_id, done_to) };
  const query = { ...bookingsOf(event_id), consistent: true, limit: itemsAtOnce - 1, ...after };
  let from = done_to;
  let isOurs = true;
  const isWhole = await workThrough(queryPages(core.table, query), signal, async (page) => {
    const bookings = page.map(toBooking);
    const to = bookings.at(-1)?.booking_date;
    if (!isOurs || to === undefined) return;
    const now = core.clock();
    const mails = bookings.flatMap((booking) => {
      const chosen = booking.buyer?.email === null ? null : choose(booking);
      const { booking_id, user_id } = booking;
      return chosen ? [putMail({ ...chosen, booking_id, event_id, user_id }, now)] : [];
    });
    isOurs = (await transact(core.table, [...mails, advanceMailJob(key, { ...job, done_to: from }, to)])).done;
    from = to;
  });
  return isWhole && isOurs;
}

import { movedFrom, showCancellableUntil } from "../booking/booking.rules.ts";
import type { Booking } from "../booking/booking.ts";
import { findLink } from "../booking/booking-link.ts";
import { findBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import { endTime } from "../event/event.rules.ts";
import { type StoredEvent, toEventText } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import { labelLines } from "../layout/layouts.ts";
import type { BookingMail } from "../mail/mail.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { toSeconds } from "../time.ts";
import { findContact } from "../user/find-contacts.ts";
import { findRoles } from "../user/find-roles.ts";
import type { BookingLetter, LetterBooking, LetterEvent } from "./letter.ts";
import type { Envelope } from "./mailer.ts";

/**
 * The letter of a mail about a booking, from the records as they are now; null if it has become pointless, or its buyer
 * has no address any more. Throws UNAVAILABLE.
 */
export async function composeBookingLetter(
  core: Core,
  mail: BookingMail,
): Promise<Omit<Envelope, "message_id"> | null> {
  const { kind, event_id, changes = [] } = mail;
  const [booking, event, item] = await Promise.all([
    findBooking(core, mail.booking_id),
    findEvent(core.table, event_id),
    readItem(core.table, keys.eventText(event_id)),
  ]);
  if (!booking || !event || (kind === "reminder" && !isAhead(booking, event, core.clock()))) return null;
  const buyer = booking.buyer ?? (await findContact(core.table, booking.user_id));
  if (buyer.email === null) return null;
  const letter: BookingLetter = {
    ...{ kind, changes },
    path: await findLink(core, booking),
    event: { ...describeEvent(event), ...pickFacts(toEventText(item)) },
    booking: await describeBooking(core, booking, event),
  };
  const roleOf = await findRoles(core.table, [booking.user_id]);
  return { to: buyer.email, toAdmin: roleOf(booking.user_id) === "admin", letter };
}

/** Whether somebody who has the booking will still go there. */
function isAhead(booking: Booking, event: StoredEvent, now: number): boolean {
  const takesPlace = event.status === "published" || event.status === "paused";
  return booking.state === "confirmed" && takesPlace && now < toSeconds(event.start_time);
}

function describeEvent(event: StoredEvent): LetterEvent {
  const { event_id, name, start_time, duration, timezone, venue_name, city, status, revision } = event;
  return {
    ...{ event_id, name, start_time, duration, timezone, venue_name, city, status, revision },
    end_time: endTime(event),
    cancelled_at: event.cancelling_since ?? null,
  };
}

const pickFacts = ({ address, map_url, doors_time, min_age }: ReturnType<typeof toEventText>) => ({
  ...(address === undefined ? {} : { address }),
  ...(map_url === undefined ? {} : { map_url }),
  ...(doors_time === undefined ? {} : { doors_time }),
  ...(min_age === undefined ? {} : { min_age }),
});

async function describeBooking(core: Core, booking: Booking, event: StoredEvent): Promise<LetterBooking> {
  const { booking_id, booking_date, total, currency, state, cancelled_at, refund } = booking;
  return {
    ...{ booking_id, booking_date, total, currency, state, cancelled_at },
    lines: labelLines(await core.layouts.get(event.layout_id), booking.lines),
    refund: refund?.amount ?? null,
    cancellable_until: showCancellableUntil(booking, event, core.clock()),
    moved_from: movedFrom(booking, event),
    ...(booking.counter ? { counter: booking.counter } : {}),
    ...(booking.changes ? { changes: booking.changes } : {}),
  };
}

import { describePlace } from "@evently/calendar/list-fact-notes";
import type { BookingLetter } from "@evently/core/delivery/letter";
import { addMinutes } from "@evently/core/format/add-minutes";
import { describeAge } from "@evently/core/format/describe-age";
import { describePart } from "@evently/core/format/describe-refund";
import { formatMoney } from "@evently/core/format/format-money";
import { formatWhen } from "@evently/core/format/format-span";
import { formatDateTime } from "@evently/core/format/format-time";
import { nameSeats } from "@evently/core/seat/name-seats.rules";
import type { Fact } from "./content.ts";

/** What a ticket states of its event, its seats and its price. */
export function listFacts({ event, booking }: BookingLetter): Fact[] {
  const { timezone, duration, doors_time, min_age, map_url } = event;
  const { booking_id, lines, total, currency, moved_from } = booking;
  // What was never taken is not given back.
  const refunded = booking.not_charged ? 0 : booking.refunded;
  const sold = moved_from && { start_time: moved_from, end_time: addMinutes(moved_from, duration), timezone };
  return [
    { label: "When", value: formatWhen(event), ...(sold ? { was: formatWhen(sold) } : {}) },
    ...(doors_time ? [{ label: "Doors", value: formatDateTime(doors_time, timezone) }] : []),
    { label: "Where", value: describePlace(event) },
    ...(map_url ? [{ label: "Map", value: map_url, href: map_url }] : []),
    ...(min_age === undefined ? [] : [{ label: "Age", value: describeAge(min_age) }]),
    { label: "Seats", value: nameSeats(lines) },
    { label: refunded > 0 ? "Paid" : "Price", value: total === 0 ? "Free" : formatMoney(total, currency) },
    ...(refunded > 0 ? [{ label: "Refunded", value: describePart({ paid: total, refunded, currency }) }] : []),
    { label: "Booking", value: booking_id },
  ];
}

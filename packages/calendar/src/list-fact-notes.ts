import type { EventPage } from "@evently/core/event";
import type { DateStyle } from "@evently/core/format/date-style";
import { describeAge } from "@evently/core/format/describe-age";
import { formatDateTime } from "@evently/core/format/format-time";
import type { Seller } from "@evently/core/organization";

export type EventFactNotes = Pick<EventPage, "doors_time" | "timezone" | "min_age" | "map_url" | "seller">;

/** What a calendar has no property for, a line each. */
export function listFactNotes(event: EventFactNotes, style: DateStyle): string[] {
  const { doors_time, timezone, min_age, map_url, seller } = event;
  return [
    ...(doors_time ? [`Doors ${formatDateTime(doors_time, timezone, style)}`] : []),
    ...(min_age === undefined ? [] : [describeAge(min_age)]),
    ...(map_url ? [`Map: ${map_url}`] : []),
    ...(seller ? [`Organizer: ${describeSeller(seller)}`] : []),
  ];
}

/** "City Theater, box@example.org". */
const describeSeller = ({ name, contact_email }: Seller): string => [name, contact_email].filter(Boolean).join(", ");

/** "Great Hall, 1 Main Street, Oslo". */
export function describePlace({
  venue_name,
  address,
  city,
}: Pick<EventPage, "venue_name" | "address" | "city">): string {
  return [venue_name, address, city].filter(Boolean).join(", ");
}

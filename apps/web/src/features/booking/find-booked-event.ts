import "server-only";
import type { EventPage } from "@evently/core/event";
import { mostListedArtists } from "@evently/core/event/limits.rules";
import type { EventId } from "@evently/core/ids";
import { getApi } from "~/trpc/server";

/** The parts of an event that bookings, tickets and orders show. */
export type BookedEvent = Pick<
  EventPage,
  | "event_id"
  | "name"
  | "artists"
  | "start_time"
  | "end_time"
  | "duration"
  | "doors_time"
  | "min_age"
  | "timezone"
  | "venue_id"
  | "layout_id"
  | "series_id"
  | "venue_name"
  | "address"
  | "city"
  | "map_url"
  | "status"
  | "cancelled_at"
  | "poster_seed"
  | "revision"
  | "moved_from"
  | "free_cancellation_until"
  | "seller"
>;

/** The event without its long texts, its many artists and prices. Throws EVENT_NOT_FOUND. */
export async function findBookedEvent(event_id: EventId): Promise<BookedEvent> {
  const {
    description: _,
    programme: __,
    seat_type_prices: ___,
    ...event
  } = await getApi().event.get.query({
    event_id,
  });
  return { ...event, artists: event.artists.slice(0, mostListedArtists) };
}

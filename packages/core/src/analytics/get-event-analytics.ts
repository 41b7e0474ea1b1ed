import { readArrivals, sumArrivals } from "../admission/read-arrivals.ts";
import { toBooking } from "../booking/booking.table.ts";
import { isSale, soldAt } from "../booking/invoice.rules.ts";
import type { Core } from "../core.ts";
import type { Counts } from "../counts/counts.ts";
import { readCounts } from "../counts/read-counts.ts";
import { endTime } from "../event/event.rules.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { queryItems, queryPage } from "../table/query-items.ts";
import { toSeconds } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { isHeld, mayHaveHolds, toFigures } from "./analytics.rules.ts";
import type { EventAnalytics, EventReport } from "./analytics.ts";

/**
 * An event's figures for its organizer: counts are exact at the time of the read, held seats come from the live map,
 * amounts are in the minor unit; with who came, and when. Throws EVENT_NOT_FOUND, FORBIDDEN.
 */
export async function getEventAnalytics(
  core: Core,
  actor: Actor,
  { event_id }: { event_id: EventId },
): Promise<EventReport> {
  const event = await getOwnEvent(core, actor, event_id, "viewer");
  const [figures, arrivals] = await Promise.all([workOut(core, event), readArrivals(core.table, event_id)]);
  const byTime = [...sumArrivals(arrivals, "at")].map(([at, admitted]) => ({ at, admitted }));
  const checked_in = byTime.reduce((sum, { admitted }) => sum + admitted, 0);
  const isOver = core.clock() >= toSeconds(figures.end_time) && takesPlace(event);
  const mayBeGone = isOver && checked_in > 0 && figures.total_cancellations > 0;
  const gone = mayBeGone ? await countGone(core, event_id) : 0;
  const no_shows = isOver ? Math.max(0, figures.seats_sold - (checked_in - gone)) : null;
  return { ...figures, checked_in, no_shows, arrivals: byTime };
}

/** Seats with which somebody is in that were cancelled by the box office since: they are not sold any more. */
async function countGone({ table }: Core, event_id: EventId): Promise<number> {
  let gone = 0;
  for await (const item of queryItems(table, bookingsOf(event_id))) {
    const { state, admitted = 0 } = toBooking(item);
    if (state === "cancelled") gone += admitted;
  }
  return gone;
}

const takesPlace = ({ status }: StoredEvent): boolean => status === "published" || status === "paused";

/**
 * The figures of an event the caller may see. Skips the seat map if no hold was requested recently enough to be open.
 */
export async function workOut(core: Core, event: StoredEvent): Promise<EventAnalytics> {
  const { last_hold_at, ...counts } = await readCounts(core, event.event_id);
  const seats_held = mayHaveHolds(last_hold_at, core.clock(), core.rules) ? await countHeld(core, event) : 0;
  const { event_id, series_id, name, start_time, sales_start, sales_end, timezone, status, currency } = event;
  const { hidden_at, suspended_at } = event;
  const seat_types = Object.keys(event.seat_type_prices);
  return {
    ...{ event_id, series_id, name, start_time, end_time: endTime(event), sales_start, sales_end },
    ...{ timezone, status, currency, hidden_at, suspended_at },
    ...toFigures(counts, { total_seats: event.seat_count, seats_held, seat_types }),
    last_booking_time: counts.total_bookings > 0 ? await findLastBookingTime(core, event_id, counts) : null,
  };
}

async function countHeld(core: Core, event: StoredEvent): Promise<number> {
  const { seats } = await core.maps.get(event);
  const now = core.clock();
  return seats.filter((seat) => isHeld(seat, now)).length;
}

/** Of the newest that are looked at: a seat reserved on invoice is booked once that is paid. */
const mostReserved = 100;

async function findLastBookingTime(core: Core, event_id: EventId, { reservations }: Counts): Promise<string | null> {
  const limit = reservations > 0 ? mostReserved : 1;
  const { items } = await queryPage(core.table, { ...bookingsOf(event_id), newestFirst: true, limit });
  const dates = items.map(toBooking).filter(isSale).map(soldAt);
  return dates.reduce<string | null>((last, date) => (last === null || date > last ? date : last), null);
}

import { getEventAnalytics } from "../analytics/get-event-analytics.ts";
import { getSeatHeat } from "../analytics/get-seat-heat.ts";
import { listBuyers } from "../analytics/list-buyers.ts";
import { listEventAnalytics } from "../analytics/list-event-analytics.ts";
import { listSales } from "../analytics/list-sales.ts";
import { listSeatPerformance } from "../analytics/list-seat-performance.ts";
import { listSoldBookings } from "../analytics/list-sold-bookings.ts";
import { auditEvent } from "../audit/audit-event.ts";
import { listBookings } from "../booking/list-bookings.ts";
import type { Core } from "../core.ts";
import { getEvent } from "../event/get-event.ts";
import { listOpenHolds } from "../hold/get-hold.ts";
import { getVenueLayout, getVenueSeats } from "../layout/get-venue-seats.ts";
import { searchEvents } from "../search/search-events.ts";
import { getSeatMap } from "../seat-map/get-seat-map.ts";
import { getUser } from "../user/get-user.ts";
import { getVenue } from "../venue/get-venue.ts";
import { listOwnVenues } from "../venue/list-own-venues.ts";
import { listVenues } from "../venue/list-venues.ts";
import type { Before } from "./open-table-before.ts";

const limit = 50;

/** What every reading verb answers of the records that the version before left, by name. */
export async function readEverything(core: Core, before: Before): Promise<Record<string, unknown>> {
  await core.catalog.load();
  return {
    ...(await readEvents(core, before)),
    ...(await readVenues(core, before)),
    ...(await readPeople(core, before)),
    ...(await readAnalytics(core, before)),
  };
}

async function readEvents(core: Core, { events, users }: Before): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = { search: await searchEvents(core, { limit }) };
  for (const [name, event_id] of Object.entries(events)) {
    answers[`event ${name}`] = await getEvent(core, users.organizer, { event_id });
    // Its seats are not copied yet.
    if (name === "begun") continue;
    answers[`map ${name}`] = await getSeatMap(core, users.organizer, { event_id });
    answers[`audit ${name}`] = await auditEvent(core, event_id);
  }
  return answers;
}

async function readVenues(core: Core, { venues, users }: Before): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = { venues: await listVenues(core, { limit }) };
  answers["own venues"] = await listOwnVenues(core, users.organizer, { limit });
  for (const [name, venue_id] of Object.entries(venues)) {
    answers[`venue ${name}`] = await getVenue(core, { venue_id });
    answers[`seats ${name}`] = (await getVenueSeats(core, { venue_id })).toJSON().items;
    answers[`plan ${name}`] = await getVenueLayout(core, { venue_id });
  }
  return answers;
}

async function readPeople(core: Core, { users, events }: Before): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const [name, actor] of Object.entries(users)) {
    answers[`user ${name}`] = await getUser(core, actor, actor);
    answers[`bookings ${name}`] = await listBookings(core, actor, { user_id: actor.user_id, limit });
    // Which of two comes first is up to the engine.
    const holds = await listOpenHolds(core, actor, { event_id: events.concert });
    answers[`holds ${name}`] = holds.toSorted((a, b) => (a.holding_id < b.holding_id ? -1 : 1));
  }
  return answers;
}

async function readAnalytics(core: Core, { users, events }: Before): Promise<Record<string, unknown>> {
  const { organizer } = users;
  const page = { event_id: events.concert, limit };
  return {
    "own analytics": await listEventAnalytics(core, organizer, { limit }),
    analytics: await getEventAnalytics(core, organizer, page),
    buyers: await listBuyers(core, organizer, page),
    sales: await listSales(core, organizer, { ...page, interval: "day" }),
    sold: await listSoldBookings(core, organizer, page),
    performance: await listSeatPerformance(core, organizer, { ...page, sort: "natural" }),
    heat: await getSeatHeat(core, organizer, page),
  };
}

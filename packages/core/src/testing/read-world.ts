import { auditEvent } from "../audit/audit-event.ts";
import { toBooking } from "../booking/booking.table.ts";
import { findEvent } from "../event/find-event.ts";
import { listOwnEventIds } from "../event/list-own-events.ts";
import type { EventId, VenueId } from "../ids.ts";
import { entriesOf, toJournalEntry } from "../journal/journal.table.ts";
import { ownersFor } from "../organization/may.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { scanItems } from "../table/scan-items.ts";
import { toSeconds } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { listOwnVenues } from "../venue/list-own-venues.ts";
import type { TestCore } from "./open-core.ts";
import { readSeats } from "./read-seats.ts";

/** All that an organizer has, in words that are the same for each world set up alike: no ids, and days counted from `from`. */
export async function readWorld(core: TestCore, actor: Actor, from: number): Promise<string[]> {
  const event_ids = (await listOwnEventIds(core.table, ownersFor(actor, null))).reverse();
  const venues = await listOwnVenues(core, actor, { limit: 10 });
  const lines: string[] = [];
  for (const { venue_id, name, city, revision, seat_count } of venues.items) {
    lines.push(JSON.stringify({ venue: name, city, revision, seat_count }));
    lines.push(...(await readJournal(core, venue_id)));
  }
  for (const event_id of event_ids) lines.push(...(await readEventWorld(core, event_id, from)));
  return lines;
}

async function readEventWorld(core: TestCore, event_id: EventId, from: number): Promise<string[]> {
  const event = await findEvent(core.table, event_id);
  if (!event) return ["an event that is gone"];
  const { name, status, venue_name, city, revision, after_copy, seat_count, layout_id, series_id } = event;
  const text = (await readItem(core.table, keys.eventText(event_id))) ?? {};
  const seats = await readSeats(core, event_id);
  const { counted } = await auditEvent(core, event_id);
  const shown = { name, status, venue_name, city, revision, after_copy, seat_count };
  const bookings: string[] = [];
  for await (const item of queryItems(core.table, { ...bookingsOf(event_id), consistent: true })) {
    const { seats, state, total, refund } = toBooking(item);
    bookings.push(JSON.stringify({ seats, state, total, refunded: refund?.amount ?? 0 }));
  }
  return [
    JSON.stringify({
      ...shown,
      inSeries: series_id !== null,
      day: Math.floor((toSeconds(event.start_time) - from) / 86_400),
    }),
    JSON.stringify({
      ...counted,
      layout: layout_id.replace(/.*venue-\d+/, ""),
      programme: text.programme ?? "",
      min_age: text.min_age ?? null,
    }),
    seats
      .map(({ seat_pos, seat_state, price, price_revision }) => [seat_pos, seat_state, price, price_revision].join(" "))
      .join(", "),
    ...bookings.sort(),
    ...(await readJournal(core, event_id)),
  ];
}

async function readJournal(core: TestCore, subject: EventId | VenueId): Promise<string[]> {
  const entries: string[] = [];
  for await (const item of queryItems(core.table, { ...entriesOf(subject), consistent: true })) {
    const { action, revision, changes } = toJournalEntry(item);
    const fields = Object.keys(changes).filter((field) => !field.startsWith("booking-"));
    entries.push([action, revision ?? "", ...fields.sort()].join(" "));
  }
  return entries.sort();
}

/** Parts of events that are gone, and jobs that nobody works on. */
export async function findLeftovers(core: TestCore): Promise<string[]> {
  const there = new Set<string>();
  for await (const { pk, sk } of scanItems(core.table, ["pk", "sk"])) there.add(`${pk} ${sk}`);
  return [...there].filter((key) => {
    if (/^(announce|copies|series-change|carry|refresh|contact-user)-/.test(key)) return true;
    const [, event_id] = /^(event-\d+)/.exec(key) ?? /^(?:user|series)-\d+ (event-\d+)$/.exec(key) ?? [];
    return event_id !== undefined && !there.has(`${event_id} EVENT`);
  });
}

import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { EventId, SeriesId, VenueId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { drawLayout, toLayoutId } from "../layout/layout.rules.ts";
import { isFormerLayout, putLayout, unpackLayout } from "../layout/layout.table.ts";
import type { Layout } from "../layout/layout.ts";
import { renewLayout } from "../layout/renew-layout.ts";
import { ownerOf } from "../organization/may.ts";
import { byPath, findAmountFaults } from "../payment/find-amount-faults.ts";
import { asBulk } from "../table/as-bulk.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Action } from "../table/transact.ts";
import { requireNew } from "../table/write-new.ts";
import { toInstant } from "../time.ts";
import { requireOrganizer } from "../user/require-role.ts";
import { sellersOf, transactFor } from "../user/transact-for.ts";
import { putOwnerPointer } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";
import { getOwnVenue, getVenue } from "../venue/get-venue.ts";
import { listCurrentSeats } from "../venue/read-venue.ts";
import { spellType } from "../venue/spell-type.ts";
import type { Venue } from "../venue/venue.ts";
import { putEventDraft, putEventText, type StoredEvent, viewEvent } from "./event.table.ts";
import type { CreateEvent, EventText } from "./event.ts";
import { findPayee } from "./find-payee.ts";
import { inPlaces } from "./in-places.ts";
import { mostListedArtists } from "./limits.rules.ts";
import { usualPolicy } from "./policy.ts";
import { findTimeFaults } from "./time-faults.rules.ts";

/** How often the venue is read again after its seats were changed meanwhile. */
const maxAttempts = 5;

type Draft = {
  /** When scheduled work takes over copying the seats (epoch seconds). */
  look_at: number;
  lease?: IdempotencyLease | null;
  /** The series that it is a date of. */
  seriesOf?: (event_id: EventId) => SeriesId | null;
  /** Whether the caller goes on by creating its seats, and so ends the creation that is taken if it is bulk. */
  isCreation?: boolean;
  /** Written in the same transaction. */
  alongside?: (event_id: EventId) => Action[];
};

/** The first half of createEvent: stores the draft. Throws QUOTA_EXCEEDED, CREATION_RUNNING and PAYMENTS_NOT_READY, too. */
export async function draftEvent(
  core: Core,
  actor: Actor,
  asked: CreateEvent,
  { look_at, lease = null, seriesOf = () => null, isCreation = false, alongside = () => [] }: Draft,
): Promise<StoredEvent> {
  requireOrganizer(actor);

  const now = core.clock();
  const hall = await readHall(core, actor, asked.venue_id, () => asked.seat_type_prices);
  const input = { ...asked, seat_type_prices: hall.seat_type_prices };
  const faults = [
    ...findTimeFaults(input, now),
    ...findAmountFaults(core.gateway, input.currency, byPath(input.seat_type_prices)),
  ];
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
  const event_id = await core.ids.next("event");
  const series_id = seriesOf(event_id);
  const event = { ...toDraft(input, { ...hall, event_id, actor, now }), series_id };
  const own = [
    ...hall.writes,
    putEventDraft(event, look_at),
    putEventText(event.event_id, toText(input, hall.venue)),
    putOwnerPointer(ownerOf(event), event.event_id),
    { put: { ...keys.atVenue(event.venue_id, event.event_id) } },
    ...(series_id === null ? [] : [{ put: { ...keys.inSeries(series_id, event_id) } }]),
    putJournal({ subject: event.event_id, at: now, actor, action: "event.created", revision: 0 }),
    ...alongside(event.event_id),
  ];
  const response = { output: viewEvent(event) };
  const isPublication = event.after_copy === "publish";
  const paidTo = await findPayee(core, null, event);
  const recording = { lease, response, isInterim: true, isPublication, paidTo };
  const creation = { owner_id: ownerOf(event), id: event_id, seats: isCreation ? event.seat_count : 0 };
  requireNew(
    await inPlaces(core, creation, [event_id], (counted) =>
      transactFor(core.table, sellersOf(actor, event), [counted, ...own], recording),
    ),
  );
  return event;
}

type DraftOf = { venue: Venue; layout: Layout; event_id: EventId; actor: Actor; now: number };

export function toDraft(input: CreateEvent, { venue, layout, event_id, actor, now }: DraftOf): StoredEvent {
  const { programme, status, doors_time, min_age, address, map_url, ...fields } = input;
  return {
    ...fields,
    event_id,
    artists: input.artists.slice(0, mostListedArtists),
    sales_start: input.sales_start ?? toInstant(Math.floor(now)),
    sales_end: input.sales_end ?? null,
    status: "draft",
    seat_count: layout.seat_count,
    layout_id: layout.layout_id,
    owner_id: actor.user_id,
    organization_id: venue.organization_id,
    created_at: toInstant(now),
    venue_name: venue.name,
    city: venue.city,
    timezone: venue.timezone,
    ...unmade,
    poster_seed: input.poster_seed ?? null,
    cancellation_policy: input.cancellation_policy === undefined ? usualPolicy : input.cancellation_policy,
    after_copy: status === "published" ? "publish" : "keep",
  };
}

/** What nothing has happened to yet. */
const unmade = {
  revision: 0,
  price_revision: 0,
  series_id: null,
  moved_from: null,
  free_cancellation_until: null,
  archived_at: null,
  hidden_at: null,
  suspended_at: null,
  seats_per_connection: null,
  never_shown: false,
};

/** A map belongs to its address: an event at an address of its own doesn't get its venue's map. */
export function toText(
  { programme, artists, doors_time, min_age, address, map_url }: CreateEvent,
  venue: Venue,
): EventText {
  const facts = {
    doors_time,
    min_age,
    address: address ?? venue.address,
    map_url: map_url ?? (address ? undefined : venue.map_url),
  };
  const stated = Object.entries(facts).filter(([, fact]) => fact !== undefined);
  return { programme, artists, ...Object.fromEntries(stated) };
}

type Prices = CreateEvent["seat_type_prices"];

type LaidOut = {
  layout: Layout;
  /** Nothing where it is stored; else for the transaction of the event that needs it, so that a refused one leaves nothing. */
  writes: Action[];
};

/** A venue with its layout at one revision, and a price for each of its seat types. */
export type Hall = LaidOut & { venue: Venue; seat_type_prices: Prices };

/**
 * The hall for an event at these prices; writes nothing. Throws VENUE_NOT_FOUND, FORBIDDEN, VENUE_WITHOUT_SEATS, SEAT_TYPES_UNPRICED,
 * INVALID_INPUT, VENUE_BUSY.
 */
export async function readHall(
  core: Core,
  actor: Actor,
  venue_id: VenueId,
  priceIn: (venue: Venue) => Prices,
): Promise<Hall> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const venue = await getOwnVenue(core, actor, venue_id);
    const seat_type_prices = spellAs(venue.seat_types, priceIn(venue));
    refusePrices(seat_type_prices, venue);
    const laidOut = await findLayout(core, venue);
    if (laidOut) return { venue, seat_type_prices, ...laidOut };
  }
  throw new EventlyError("VENUE_BUSY", {});
}

/**
 * The layout of the venue's revision; null if it was revised meanwhile. Only the first event of a revision has to draw
 * it from all seats, or to renew one of the version before.
 */
async function findLayout(core: Core, venue: Venue): Promise<LaidOut | null> {
  const item = await readItem(core.table, keys.layout(toLayoutId(venue.venue_id, venue.revision)));
  const known = item && unpackLayout(item);
  if (known && !isFormerLayout(item)) return { layout: known, writes: [] };
  const layout = known
    ? await renewLayout(core, venue, known)
    : drawLayout(venue, await listCurrentSeats(asBulk(core, venue.seat_count).table, venue));
  if (layout === known) return { layout, writes: [] };
  // Seats of a later revision may have been read: the layout of this one must never be stored with them.
  if ((await getVenue(core, venue)).revision !== venue.revision) return null;
  return { layout, writes: [putLayout(layout)] };
}

function spellAs(seat_types: readonly string[], prices: Prices): Prices {
  const spell = spellType(seat_types);
  return Object.fromEntries(Object.entries(prices).map(([type, price]) => [spell(type), price]));
}

function refusePrices(prices: Prices, venue: Venue): void {
  if (venue.seat_count === 0) throw new EventlyError("VENUE_WITHOUT_SEATS", {});
  const priced = Object.keys(prices);
  const strange = priced.filter((type) => !venue.seat_types.includes(type));
  if (strange.length > 0) {
    const faults = strange.map((type) => ({
      path: `seat_type_prices.${type}`,
      message: "the venue has no such seat type",
    }));
    throw new EventlyError("INVALID_INPUT", { faults });
  }
  const unpriced = venue.seat_types.filter((type) => !priced.includes(type));
  if (unpriced.length > 0) throw new EventlyError("SEAT_TYPES_UNPRICED", { seat_types: unpriced });
}

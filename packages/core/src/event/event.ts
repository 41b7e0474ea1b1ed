import * as z from "zod/mini";
import { Cancellation, Counts } from "../counts/counts.ts";
import { EventId, OrganizationId, SeriesId, StoredLayoutId, UserId, VenueId } from "../ids.ts";
import { Amount, Currency } from "../money/money.ts";
import { Seller } from "../organization/organization.ts";
import { line, longText } from "../text/text.ts";
import { Instant } from "../time.ts";
import { Address, MapUrl } from "../venue/venue.ts";
import { highestPosterSeed, longestDuration, mostArtists, mostCopies, mostSeatsPerConnection } from "./limits.rules.ts";
import { CancellationPolicy, usualPolicy } from "./policy.ts";
import { SeriesDates } from "./series.ts";

export const EventStatus = z.enum(["draft", "published", "paused", "cancelling", "cancelled", "deleting"]);
export type EventStatus = z.infer<typeof EventStatus>;

/** What only the page of an event shows; a fact that nobody stated is absent. */
const facts = {
  /** When the doors open, at the latest when the event begins. */
  doors_time: z.optional(Instant),
  /** In years; 0 is for all ages. */
  min_age: z.optional(z.int().check(z.gte(0), z.lte(120))),
  /** Where the venue is; by default as its venue states it. */
  address: z.optional(Address),
  /** A map of the place; by default the venue's, unless the event states an address of its own. */
  map_url: z.optional(MapUrl),
};

/** As they are stored, by whatever rules were in force then. */
const storedFacts = { ...facts, map_url: z.optional(z.string()) };

/** Which of the posters that can be drawn of an event. */
const PosterSeed = z.int().check(z.gte(0), z.lte(highestPosterSeed));

/** Why something was changed, for the journal. */
export const Reason = line(200);

export const CreateEvent = z.strictObject({
  venue_id: VenueId,
  name: line(160),
  start_time: Instant,
  /** Minutes, at most 31 days. */
  duration: z.int().check(z.gte(1), z.lte(longestDuration)),
  artists: z._default(z.array(line(80)).check(z.maxLength(mostArtists)), []),
  tags: z._default(z.array(line(120)).check(z.maxLength(20)), []),
  description: z._default(longText(500), ""),
  /** The long text: programme and notes. */
  programme: z._default(longText(20_000), ""),
  seat_type_prices: z.record(z.string(), Amount),
  currency: z._default(Currency, "USD"),
  sales_start: z.optional(Instant),
  /** At most the end of the event; without it the sale ends when the event begins. */
  sales_end: z.optional(Instant),
  ...facts,
  cancellation_policy: z.optional(z.nullable(CancellationPolicy)),
  poster_seed: z.optional(PosterSeed),
  status: z._default(z.enum(["draft", "published"]), "published"),
});
export type CreateEvent = z.infer<typeof CreateEvent>;

const facultative = <T extends z.ZodMiniType>(fact: T) => z.optional(z.nullable(fact));

/**
 * Changes of an event, made from one revision; what is left out stays. A price left out stays too. Null takes a fact away.
 * `series` makes the change of all its dates that have not begun, and is for texts and facts only.
 */
export const ChangeEvent = z.strictObject({
  event_id: EventId,
  revision: z.int().check(z.gte(0)),
  name: z.optional(CreateEvent.shape.name),
  description: z.optional(longText(500)),
  programme: z.optional(longText(20_000)),
  artists: z.optional(CreateEvent.shape.artists.def.innerType),
  tags: z.optional(CreateEvent.shape.tags.def.innerType),
  min_age: facultative(z.int().check(z.gte(0), z.lte(120))),
  address: facultative(Address),
  map_url: facultative(MapUrl),
  poster_seed: facultative(PosterSeed),
  start_time: z.optional(Instant),
  duration: z.optional(CreateEvent.shape.duration),
  /** Keeps its distance to the start when only that is changed. */
  doors_time: facultative(Instant),
  sales_start: z.optional(Instant),
  sales_end: facultative(Instant),
  seat_type_prices: z.optional(z.record(z.string(), Amount)),
  cancellation_policy: facultative(CancellationPolicy),
  /** At least as many as one hold may have; null for what the installation says. */
  seats_per_connection: facultative(z.int().check(z.gte(1), z.lte(mostSeatsPerConnection))),
  /** Only of a draft. */
  currency: z.optional(Currency),
  /** Only of a draft, which then gets the seats of that venue. */
  venue_id: z.optional(VenueId),
  series: z._default(z.boolean(), false),
  reason: z.optional(Reason),
});
export type ChangeEvent = z.infer<typeof ChangeEvent>;

export const ArchiveEvent = z.strictObject({ event_id: EventId, archived: z._default(z.boolean(), true) });
export type ArchiveEvent = z.infer<typeof ArchiveEvent>;

/** The same event at other times: drafts, or each published once its seats are there. */
export const CopyEvent = z.strictObject({
  event_id: EventId,
  start_times: z
    .array(Instant)
    .check(z.minLength(1, "at least one date"), z.maxLength(mostCopies, `at most ${mostCopies} dates at once`)),
  publish: z._default(z.boolean(), false),
});
export type CopyEvent = z.infer<typeof CopyEvent>;

/** What EVENT states of an event, apart from its venue and its counts. Small, since every roll-up of counts writes it. */
export const EventRecord = z.object({
  event_id: EventId,
  venue_id: VenueId,
  name: z.string(),
  start_time: Instant,
  duration: z.int(),
  /** The first 12; all of them are on the event's page. */
  artists: z.array(z.string()),
  tags: z.array(z.string()),
  description: z.string(),
  seat_type_prices: z.record(z.string(), z.int()),
  currency: z.string(),
  sales_start: Instant,
  sales_end: z.nullable(Instant),
  status: EventStatus,
  seat_count: z.int(),
  layout_id: StoredLayoutId,
  /** Who made it. */
  owner_id: UserId,
  /** Whose it is, as its venue was when it was made; null in one of the version before until it is migrated. */
  organization_id: z._default(z.nullable(OrganizationId), null),
  created_at: Instant,
  /** Raised by every change but those of counts; events of the version before have none yet. */
  revision: z._default(z.int(), 0),
  /** Raised by every change of prices: a seat is held at the prices of the highest one it has met. */
  price_revision: z._default(z.int(), 0),
  series_id: z._default(z.nullable(SeriesId), null),
  poster_seed: z._default(z.nullable(z.int()), null),
  cancellation_policy: z._default(z.nullable(CancellationPolicy), usualPolicy),
  /** When it was to begin before it was first moved. */
  moved_from: z._default(z.nullable(Instant), null),
  /** Until when those who booked another date may cancel, whatever the policy. */
  free_cancellation_until: z._default(z.nullable(Instant), null),
  archived_at: z._default(z.nullable(Instant), null),
  /** Since when the operator hides it from everybody but its organizer, and doesn't let it sell. */
  hidden_at: z._default(z.nullable(Instant), null),
  /** The same, for as long as its organizer's account is suspended. */
  suspended_at: z._default(z.nullable(Instant), null),
  /** Unpaid seats that one connection may have; null, as in events of the version before: as the settings say. */
  seats_per_connection: z._default(z.nullable(z.int()), null),
});
export type EventRecord = z.infer<typeof EventRecord>;

/** `start_time` plus `duration`. */
const ending = { end_time: Instant };
export const Event = z.object({ ...EventRecord.shape, ...ending });
export type Event = z.infer<typeof Event>;

/** What is long, in an item of its own. Items written before it held artists have none. */
export const EventText = z.object({
  programme: z._default(z.string(), ""),
  artists: z.optional(z.array(z.string())),
  ...storedFacts,
});
export type EventText = z.infer<typeof EventText>;

/**
 * An event as listed: a projection in the `catalog` index, with its venue's name and place. Series and poster stand in the
 * index's sort key.
 */
export const EventCard = z.object({
  ...z.pick(EventRecord, {
    event_id: true,
    venue_id: true,
    name: true,
    start_time: true,
    duration: true,
    artists: true,
    tags: true,
    description: true,
    seat_type_prices: true,
    currency: true,
    sales_start: true,
    sales_end: true,
    seat_count: true,
    layout_id: true,
    series_id: true,
    poster_seed: true,
  }).shape,
  venue_name: z.string(),
  city: z.string(),
  timezone: z.string(),
});
export type EventCard = z.infer<typeof EventCard>;

/** The lowest and the highest price, in the minor unit of the event's currency. */
const priceRange = { price_min: z.int(), price_max: z.int() };

/**
 * A card as lists return it. Held seats count as available here: the list is some seconds old, and most holds are
 * released.
 */
export const ListedEvent = z.object({
  ...{ ...EventCard.shape, ...ending, ...priceRange, seats_left: z.int(), dates: z.optional(SeriesDates) },
  /** Only in a list of one's own events. */
  ...{ status: z.optional(EventStatus), revision: z.optional(z.int()), archived_at: z.optional(z.nullable(Instant)) },
  ...{ hidden_at: z.optional(z.nullable(Instant)), suspended_at: z.optional(z.nullable(Instant)) },
});
export type ListedEvent = z.infer<typeof ListedEvent>;

/** Seats by state from the live map; an expired hold counts as available. */
export const Availability = z.object({
  seats_available: z.int(),
  seats_held: z.int(),
  seats_blocked: z.int(),
  seats_sold: z.int(),
  by_seat_type: z.record(z.string(), z.object({ total: z.int(), available: z.int() })),
});
export type Availability = z.infer<typeof Availability>;

/**
 * The event's page: the card with all artists, its facts and its long text, the state of its sale and, only for those
 * who can manage it, its counts; and how far its refunds are, null unless it is called off.
 */
export const EventPage = z.object({
  ...EventCard.shape,
  ...ending,
  ...storedFacts,
  ...priceRange,
  ...z.pick(EventRecord, {
    status: true,
    created_at: true,
    revision: true,
    price_revision: true,
    cancellation_policy: true,
    moved_from: true,
    free_cancellation_until: true,
    archived_at: true,
    hidden_at: true,
    suspended_at: true,
  }).shape,
  /** When its cancellation began. */
  ...{ cancelled_at: z.nullable(Instant), programme: z.string() },
  venue: z.object({ venue_id: VenueId, name: z.string(), city: z.string(), timezone: z.string() }),
  seller: z.nullable(Seller),
  availability: Availability,
  ...{ cancellation: z.optional(z.nullable(Cancellation)) },
  ...{ counts: z.optional(Counts), seats_per_connection: z.optional(z.nullable(z.int())) },
});
export type EventPage = z.infer<typeof EventPage>;

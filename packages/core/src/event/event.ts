import * as z from "zod/mini";
import { Instant } from "../time.ts";
import { UserId } from "../user/user.ts";
import { VenueId } from "../venue/venue.ts";

export const EventId = z
  .string()
  .check(z.regex(/^event-\d{5,}$/, "an event id such as event-00001"))
  .brand("EventId");
export type EventId = z.infer<typeof EventId>;

export const EventStatus = z.enum(["draft", "published", "paused", "cancelling", "cancelled"]);
export type EventStatus = z.infer<typeof EventStatus>;

/** An amount in the minor unit of a currency: 15000 is 150.00. */
export const Amount = z
  .int("a whole number of the currency's minor unit")
  .check(z.gte(0, "not negative"), z.lte(100_000_000));

/** ISO 4217, three capitals. */
export const Currency = z.string().check(z.regex(/^[A-Z]{3}$/, "an ISO 4217 code such as USD"));

const Word = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

export const CreateEvent = z.strictObject({
  venue_id: VenueId,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(160)),
  start_time: Instant,
  /** Minutes. */
  duration: z.int().check(z.gte(1), z.lte(10_080)),
  artists: z._default(z.array(Word).check(z.maxLength(30)), []),
  tags: z._default(z.array(Word).check(z.maxLength(20)), []),
  description: z._default(z.string().check(z.maxLength(500)), ""),
  /** The long text: programme and notes. */
  programme: z._default(z.string().check(z.maxLength(20_000)), ""),
  seat_type_prices: z.record(z.string(), Amount),
  currency: z._default(Currency, "USD"),
  sales_start: z.optional(Instant),
  sales_end: z.optional(Instant),
  status: z._default(z.enum(["draft", "published"]), "published"),
});
export type CreateEvent = z.infer<typeof CreateEvent>;

export const Event = z.object({
  event_id: EventId,
  venue_id: VenueId,
  name: z.string(),
  start_time: Instant,
  duration: z.int(),
  artists: z.array(z.string()),
  tags: z.array(z.string()),
  description: z.string(),
  seat_type_prices: z.record(z.string(), z.int()),
  currency: z.string(),
  sales_start: Instant,
  sales_end: z.nullable(Instant),
  status: EventStatus,
  seat_count: z.int(),
  layout_id: z.string(),
  owner_id: UserId,
  created_at: Instant,
});
export type Event = z.infer<typeof Event>;

/** What a list shows of a published event: a projection in the `catalog` index, venue fields copied in at creation. */
export const EventCard = z.object({
  ...z.pick(Event, {
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
  }).shape,
  venue_name: z.string(),
  city: z.string(),
  timezone: z.string(),
});
export type EventCard = z.infer<typeof EventCard>;

/** The event's page: the card, its long text, and where its sale stands. */
export const EventPage = z.object({
  ...EventCard.shape,
  status: EventStatus,
  programme: z.string(),
});
export type EventPage = z.infer<typeof EventPage>;

export const SearchEvents = z.strictObject({
  search: z.optional(z.string().check(z.maxLength(200))),
  city: z.optional(z.string().check(z.maxLength(80))),
  venue_id: z.optional(VenueId),
  /** Calendar dates in the venue's zone, both inclusive. */
  start_date: z.optional(z.iso.date("a date such as 2027-01-14")),
  end_date: z.optional(z.iso.date("a date such as 2027-01-14")),
  sort: z.optional(z.enum(["date", "price", "relevance"])),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
  cursor: z.optional(z.string().check(z.maxLength(400))),
});
export type SearchEvents = z.infer<typeof SearchEvents>;

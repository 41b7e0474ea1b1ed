import * as z from "zod/mini";
import { EventId, OrganizationId, SeatId, UserId, VenueId } from "../ids.ts";
import { SeatNum, SeatPlace, SeatProperty } from "../seat/seat.ts";
import { HttpsUrl, line, longText, optionalLine } from "../text/text.ts";
import { Instant } from "../time.ts";
import { longestSeatType, mostCarried, mostSeatTypes } from "./limits.rules.ts";

const isNotInherited = z.refine<string>((name) => !(name in {}), "another name: programs use this one themselves");

/**
 * A name used as an object key, for prices among others: inherited names such as `constructor` would be read or stored
 * wrongly. Venues made before new names were limited to 24 characters have longer ones.
 */
export const SeatType = line(40).check(isNotInherited);
const NewSeatType = line(longestSeatType).check(isNotInherited);

export const Address = line(200);

export const MapUrl = HttpsUrl;

/** IANA name, such as America/New_York, in its usual spelling. */
export const Timezone = z
  .string()
  .check(z.overwrite(spellTimezone), z.refine(isTimezone, "an IANA time zone such as America/New_York"));

export const CreateVenue = z.strictObject({
  /** May be left out by whoever manages one organization alone. */
  organization_id: z.optional(OrganizationId),
  name: line(120),
  city: line(80),
  description: z._default(longText(500), ""),
  seat_types: z
    .array(NewSeatType)
    .check(z.minLength(1), z.maxLength(mostSeatTypes), z.refine(isDistinct, "no seat type twice")),
  timezone: z._default(Timezone, "UTC"),
  /** Copied to an event that states none of its own. */
  address: z.optional(Address),
  map_url: z.optional(MapUrl),
});
export type CreateVenue = z.infer<typeof CreateVenue>;

/**
 * Changes of a venue, made from one revision; what is left out stays, null takes away. Its name and city reach its events
 * a moment later. Seat types may be added, put in another order, and taken away where no seat has them.
 */
export const ChangeVenue = z.strictObject({
  venue_id: VenueId,
  revision: z.int().check(z.gte(0)),
  name: z.optional(line(120)),
  city: z.optional(line(80)),
  description: z.optional(longText(500)),
  seat_types: z.optional(CreateVenue.shape.seat_types),
  /** Only until an event here is published. */
  timezone: z.optional(Timezone),
  address: z.optional(z.nullable(Address)),
  map_url: z.optional(z.nullable(MapUrl)),
  reason: z.optional(line(200)),
});
export type ChangeVenue = z.infer<typeof ChangeVenue>;

export const Venue = z.object({
  venue_id: VenueId,
  name: z.string(),
  city: z.string(),
  description: z.string(),
  seat_types: z.array(z.string()),
  timezone: z.string(),
  address: z.optional(Address),
  map_url: z.optional(z.string()),
  /** Who made it. */
  owner_id: UserId,
  /** Whose it is; null in one of the version before until it is migrated. */
  organization_id: z._default(z.nullable(OrganizationId), null),
  /** Incremented by every addition of seats; seats of a higher revision belong to an unfinished one. */
  revision: z.int(),
  seat_count: z.int(),
  created_at: Instant,
  /** Once an event here was published its times were told, so its zone stays. */
  timezone_fixed: z.optional(z.boolean()),
});
export type Venue = z.infer<typeof Venue>;

/** Rounded to three decimals: the table can't store numbers as small as JavaScript's. */
const Coordinate = z.number().check(
  z.gte(-100_000),
  z.lte(100_000),
  z.overwrite((value) => Math.round(value * 1000) / 1000),
);

const Section = optionalLine(60);
const RowLabel = optionalLine(16);
const SeatText = line(8);
const Properties = z
  .array(SeatProperty)
  .check(z.maxLength(SeatProperty.options.length), z.refine(isDistinct, "no property twice"));

/**
 * A seat to add. Printed are `section`, `row_label` (else `row`) and `seat_label` (else `seat_num`). The key
 * `{row}-{seat_num}` follows from `row` and `seat_num` where they fit and are free; `seat_pos` demands a certain key.
 * Positions are in decimetres, y grows away from the stage; without them the map is a plain grid.
 */
export const NewVenueSeat = z
  .strictObject({
    row: z.optional(RowLabel),
    seat_num: z.optional(SeatNum),
    seat_pos: z.optional(SeatId),
    section: z._default(Section, ""),
    row_label: z.optional(RowLabel),
    seat_label: z.optional(SeatText),
    seat_type: SeatType,
    x: z.optional(Coordinate),
    y: z.optional(Coordinate),
    accessible: z._default(z.boolean(), false),
    properties: z._default(Properties, []),
  })
  .check(
    z.refine(({ row, row_label, section, seat_pos }) => Boolean(row_label || row || section || seat_pos), {
      path: ["row"],
      error: "a row or a section",
    }),
    z.refine(({ seat_num, seat_label, seat_pos }) => Boolean(seat_num || seat_label || seat_pos), {
      path: ["seat_num"],
      error: "a seat_num from 1 to 9999, or a seat_label",
    }),
  );
export type NewVenueSeat = z.infer<typeof NewVenueSeat>;

/** The most seats that one call adds, and that a venue has. */
export const maxSeatsPerCall = 10_000;
export const maxVenueSeats = 30_000;
/** With removed ones, which keep their keys: every change of a venue reads all of them. */
export const maxKnownSeats = 2 * maxVenueSeats;

export const AddVenueSeats = z.strictObject({
  venue_id: VenueId,
  seats: z.array(NewVenueSeat).check(z.minLength(1), z.maxLength(maxSeatsPerCall)),
});
export type AddVenueSeats = z.infer<typeof AddVenueSeats>;

/** The keys that added seats were given, with what is printed on them, in the order of the request. */
export const AddedSeats = z.object({
  created: z.int(),
  seats: z.array(z.pick(SeatPlace, { seat_pos: true, section: true, row_label: true, seat_label: true })),
});
export type AddedSeats = z.infer<typeof AddedSeats>;

export const VenueSeat = z.object({
  venue_id: VenueId,
  ...SeatPlace.shape,
  seat_type: z.string(),
  x: z.nullable(z.number()),
  y: z.nullable(z.number()),
  accessible: z.boolean(),
  properties: z.array(SeatProperty),
  /** Rows with one stand in this order, after those that have none. */
  row_order: z.nullable(z.int()),
  revision: z.int(),
});
export type VenueSeat = z.infer<typeof VenueSeat>;

const seat = { seat_pos: SeatId };
const changes = <T extends z.ZodMiniType>(change: T) =>
  z._default(z.array(change).check(z.maxLength(maxVenueSeats)), []);

/**
 * Corrections of a venue's seats, made from one revision. `remove` and `retype` reach events created afterwards; labels
 * and properties may also be carried to the events in `carry`, which keep their seats.
 */
export const ChangeVenueSeats = z.strictObject({
  venue_id: VenueId,
  revision: z.int().check(z.gte(0)),
  relabel: changes(
    z.strictObject({
      ...seat,
      section: z.optional(Section),
      row_label: z.optional(RowLabel),
      seat_label: z.optional(SeatText),
    }),
  ),
  retype: changes(z.strictObject({ ...seat, seat_type: SeatType })),
  properties: changes(
    z.strictObject({ ...seat, properties: z.optional(Properties), accessible: z.optional(z.boolean()) }),
  ),
  remove: changes(SeatId),
  carry: z._default(z.array(EventId).check(z.maxLength(mostCarried), z.refine(isDistinct, "no event twice")), []),
});
export type ChangeVenueSeats = z.infer<typeof ChangeVenueSeats>;

/** The revision to make the next change from. */
export const VenueRevision = z.object({ revision: z.int() });

function isDistinct(values: string[]): boolean {
  return new Set(values).size === values.length;
}

/**
 * In any case a name is understood. An alias such as Asia/Kolkata stays if it is spelled with capitals as names are, else
 * what it stands for is stored, Asia/Calcutta: each spelling would take memory for its own calendar.
 */
function spellTimezone(name: string): string {
  if (!isTimezone(name)) return name;
  const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
  const isAlias = timeZone.toLowerCase() !== name.toLowerCase();
  return isAlias && /^[A-Z][a-z]+([/_-][A-Z][a-z]+)+$/.test(name) ? name : timeZone;
}

/** Newer runtimes take offsets such as +05:30 for names too. */
function isTimezone(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

import * as z from "zod/mini";
import { SeatId, UserId, VenueId } from "../ids.ts";
import { SeatNum, SeatRow } from "../seat/seat.ts";
import { line, longText } from "../text.ts";
import { Instant } from "../time.ts";
import { longestSeatType, mostSeatTypes } from "./limits.rules.ts";

const isNotInherited = z.refine<string>((name) => !(name in {}), "another name: programs use this one themselves");

/**
 * A name used as an object key, for prices among others: inherited names such as `constructor` would be read or stored
 * wrongly. Venues made before new names were limited to 24 characters have longer ones.
 */
export const SeatType = line(40).check(isNotInherited);
const NewSeatType = line(longestSeatType).check(isNotInherited);

export const Address = line(200);

/** Always https: the page of an event links there. */
export const MapUrl = z
  .url({ protocol: /^https$/, error: "an address on the web that begins with https://" })
  .check(z.maxLength(500));

/** IANA name, such as America/New_York. */
export const Timezone = z.string().check(z.refine(isTimezone, "an IANA time zone such as America/New_York"));

export const CreateVenue = z.strictObject({
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

export const Venue = z.object({
  venue_id: VenueId,
  name: z.string(),
  city: z.string(),
  description: z.string(),
  seat_types: z.array(z.string()),
  timezone: z.string(),
  address: z.optional(Address),
  map_url: z.optional(MapUrl),
  owner_id: UserId,
  /** Incremented by every addition of seats; seats of a higher revision belong to an unfinished one. */
  revision: z.int(),
  seat_count: z.int(),
  created_at: Instant,
});
export type Venue = z.infer<typeof Venue>;

/** Rounded to three decimals: the table can't store numbers as small as JavaScript's. */
const Coordinate = z.number().check(
  z.gte(-100_000),
  z.lte(100_000),
  z.overwrite((value) => Math.round(value * 1000) / 1000),
);

/** Positions are in decimetres, y grows away from the stage; without them the map is a plain grid. */
export const NewVenueSeat = z.strictObject({
  row: SeatRow,
  seat_num: SeatNum,
  seat_type: SeatType,
  section: z._default(z.string().check(z.maxLength(40)), ""),
  row_label: z.optional(z.string().check(z.maxLength(8))),
  x: z.optional(Coordinate),
  y: z.optional(Coordinate),
  accessible: z._default(z.boolean(), false),
});
export type NewVenueSeat = z.infer<typeof NewVenueSeat>;

export const AddVenueSeats = z.strictObject({
  venue_id: VenueId,
  seats: z.array(NewVenueSeat).check(z.minLength(1), z.maxLength(10_000)),
});
export type AddVenueSeats = z.infer<typeof AddVenueSeats>;

export const VenueSeat = z.object({
  venue_id: VenueId,
  seat_pos: SeatId,
  row: z.string(),
  seat_num: z.int(),
  seat_type: z.string(),
  section: z.string(),
  row_label: z.string(),
  x: z.nullable(z.number()),
  y: z.nullable(z.number()),
  accessible: z.boolean(),
  revision: z.int(),
});
export type VenueSeat = z.infer<typeof VenueSeat>;

function isDistinct(values: string[]): boolean {
  return new Set(values).size === values.length;
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

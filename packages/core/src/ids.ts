import * as z from "zod/mini";

const numbered = <const K extends string>(kind: K, article = "a") =>
  z.string().check(z.regex(new RegExp(`^${kind}-\\d{5,15}$`), `${article} ${kind} id such as ${kind}-00001`));

export const UserId = numbered("user").brand("UserId");
export type UserId = z.infer<typeof UserId>;

export const OrganizationId = numbered("organization", "an").brand("OrganizationId");
export type OrganizationId = z.infer<typeof OrganizationId>;

/** Whose a venue or an event is: an organization's; in the version before its maker's. */
export type OwnerId = OrganizationId | UserId;

export const VenueId = numbered("venue").brand("VenueId");
export type VenueId = z.infer<typeof VenueId>;

export const EventId = numbered("event", "an").brand("EventId");
export type EventId = z.infer<typeof EventId>;

/** Events that were made as dates of one another; the number is that of the event first copied. */
export const SeriesId = numbered("series").brand("SeriesId");
export type SeriesId = z.infer<typeof SeriesId>;

export const SeatId = z
  .string()
  .check(z.regex(/^[A-Z][A-Z0-9]{0,7}-[1-9][0-9]{0,3}$/, "a seat such as A-1"))
  .brand("SeatId");
export type SeatId = z.infer<typeof SeatId>;

export const HoldingId = numbered("holding").brand("HoldingId");
export type HoldingId = z.infer<typeof HoldingId>;

export const BookingId = numbered("booking").brand("BookingId");
export type BookingId = z.infer<typeof BookingId>;

/** Of a key to an event's door. */
export const DoorKeyId = z
  .string()
  .check(z.regex(/^door-key-[\w-]{16}$/, "a door key id as the list of door keys has it"))
  .brand("DoorKeyId");
export type DoorKeyId = z.infer<typeof DoorKeyId>;

export const PaymentId = numbered("payment").brand("PaymentId");
export type PaymentId = z.infer<typeof PaymentId>;

export const LayoutId = z
  .string()
  .check(z.regex(/^layout-venue-\d{5,15}-\d{1,15}(-\d{1,15})?$/, "a layout id such as layout-venue-00001-1"))
  .brand("LayoutId");
export type LayoutId = z.infer<typeof LayoutId>;

/**
 * The ids for data read from the table and the gateway: they were validated on the way in, and reading a whole venue
 * must not cost a regular expression per seat.
 */
export const StoredEventId = z.string().brand("EventId");
export const StoredSeatId = z.string().brand("SeatId");
export const StoredVenueId = z.string().brand("VenueId");
export const StoredHoldingId = z.string().brand("HoldingId");
export const StoredBookingId = z.string().brand("BookingId");
export const StoredPaymentId = z.string().brand("PaymentId");
export const StoredLayoutId = z.string().brand("LayoutId");

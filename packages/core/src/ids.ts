import * as z from "zod/mini";

export const UserId = z
  .string()
  .check(z.regex(/^user-\d{5,15}$/, "a user id such as user-00001"))
  .brand("UserId");
export type UserId = z.infer<typeof UserId>;

export const VenueId = z
  .string()
  .check(z.regex(/^venue-\d{5,15}$/, "a venue id such as venue-00001"))
  .brand("VenueId");
export type VenueId = z.infer<typeof VenueId>;

export const EventId = z
  .string()
  .check(z.regex(/^event-\d{5,15}$/, "an event id such as event-00001"))
  .brand("EventId");
export type EventId = z.infer<typeof EventId>;

export const SeatId = z
  .string()
  .check(z.regex(/^[A-Z][A-Z0-9]{0,7}-[1-9][0-9]{0,3}$/, "a seat such as A-1"))
  .brand("SeatId");
export type SeatId = z.infer<typeof SeatId>;

export const HoldingId = z
  .string()
  .check(z.regex(/^holding-\d{5,15}$/, "a holding id such as holding-00001"))
  .brand("HoldingId");
export type HoldingId = z.infer<typeof HoldingId>;

export const BookingId = z
  .string()
  .check(z.regex(/^booking-\d{5,15}$/, "a booking id such as booking-00001"))
  .brand("BookingId");
export type BookingId = z.infer<typeof BookingId>;

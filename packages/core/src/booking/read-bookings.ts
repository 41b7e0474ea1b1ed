import type { BookingId, EventId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { toBooking } from "./booking.table.ts";
import type { Booking } from "./booking.ts";

/** Bookings by their ids, unordered, with consistent reads through their pointers. Throws UNAVAILABLE. */
export async function readBookings(table: Table, booking_ids: readonly BookingId[]): Promise<Booking[]> {
  const pointers = await readItems(table, booking_ids.map(keys.bookingPointer));
  const found = pointers.map(({ event_id, booked_at }) => keys.booking(event_id as EventId, String(booked_at)));
  return (await readItems(table, found)).map(toBooking);
}

import { checkInsOf } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";
import { toCheckIn } from "./admission.table.ts";
import type { CheckIn } from "./admission.ts";

type Booked = Pick<CheckIn, "event_id" | "booking_id">;

/** All that went in with the tickets of a booking, also of seats that it had before, and what never counted. */
export async function* checkInsOfBooking(table: Table, booking: Booked): AsyncGenerator<CheckIn> {
  const from = `${booking.booking_id}#`;
  for await (const item of queryItems(table, { partition: checkInsOf(booking.event_id), from, limit: 10 })) {
    if (!String(item.sk).startsWith(from)) return;
    yield toCheckIn(item);
  }
}

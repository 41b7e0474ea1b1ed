import type { UserId } from "../ids.ts";
import { queryPage } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";
import { toBooking } from "./booking.table.ts";

/** Of how many of a person's latest bookings one has to be paid. */
const latest = 10;

/** Whether somebody has a booking that was paid for by card and not cancelled; cash and invoices cost whoever sells to themselves nothing. Throws UNAVAILABLE. */
export async function hasPaid(table: Table, user_id: UserId): Promise<boolean> {
  const { items } = await queryPage(table, { index: "byUser", partition: user_id, newestFirst: true, limit: latest });
  return items
    .map(toBooking)
    .some(({ state, total, payment_id }) => state === "confirmed" && total > 0 && payment_id !== null);
}

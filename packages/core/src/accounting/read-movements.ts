import { toBooking } from "../booking/booking.table.ts";
import type { EventId } from "../ids.ts";
import { toPayment } from "../payment/payment.table.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { keys } from "../table/keys.ts";
import { queryPages } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { listMovements, type Movement } from "./movements.rules.ts";

/** How many bookings are in memory at once, with their payments. */
const readAtOnce = 100;

/** All movements of an event's money, a page of bookings at a time, oldest first; those of a booking follow each other. Throws UNAVAILABLE. */
export async function* readMovements(table: Table, event_id: EventId): AsyncGenerator<Movement[]> {
  const limit = table.itemsAPage ?? readAtOnce;
  for await (const items of queryPages(table, { ...bookingsOf(event_id), consistent: true, limit })) {
    const bookings = items.map(toBooking);
    const paid = bookings.flatMap(({ payment_id }) => payment_id ?? []);
    const payments = (await readItems(table, paid.map(keys.payment))).map(toPayment);
    const byId = new Map(payments.map((payment) => [payment.payment_id, payment]));
    yield bookings.flatMap((booking) =>
      listMovements(booking, (booking.payment_id && byId.get(booking.payment_id)) || null),
    );
  }
}

import { toBooking } from "../booking/booking.table.ts";
import { findBuyers } from "../booking/find-buyers.ts";
import { readPayments } from "../booking/read-payments.ts";
import { showBooking } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { queryPages } from "../table/query-items.ts";
import { writeHead, writeLines } from "../text/csv.ts";
import type { TextFile } from "../text/text-file.ts";
import type { Actor } from "../user/user.ts";
import { bookingColumns, cellsOf, nameExport, namesOf } from "./export.rules.ts";

/** How many bookings are read, and written as one piece: few enough that requests between two pieces do not wait. */
const readAtOnce = 100;

/** An event's bookings as CSV, oldest first, for its organizer. Throws EVENT_NOT_FOUND, FORBIDDEN, EXPORT_LIMIT. */
export async function exportBookings(core: Core, actor: Actor, { event_id }: { event_id: EventId }): Promise<TextFile> {
  const event = await getOwnEvent(core, actor, event_id);
  return core.exports.open(actor.user_id, nameExport(event, "bookings"), (table) => write({ ...core, table }, event));
}

async function* write(core: Core, event: StoredEvent): AsyncGenerator<string> {
  const columns = bookingColumns(event);
  yield writeHead(namesOf(columns));
  const layout = await core.layouts.get(event.layout_id);
  const query = { ...bookingsOf(event.event_id), consistent: true, limit: readAtOnce };
  for await (const items of queryPages(core.table, query)) {
    const bookings = items.map(toBooking);
    const paymentOf = await readPayments(core.table, bookings);
    const buyerOf = await findBuyers(core, bookings);
    yield writeLines(
      bookings.map((booking) =>
        cellsOf(columns, {
          ...showBooking(booking, { layout, seller: null }, paymentOf(booking)),
          buyer: buyerOf(booking),
        }),
      ),
    );
  }
}

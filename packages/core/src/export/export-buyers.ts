import { addSale } from "../analytics/buyers.rules.ts";
import { toBooking } from "../booking/booking.table.ts";
import { findBuyers } from "../booking/find-buyers.ts";
import { isSale } from "../booking/invoice.rules.ts";
import { refundedOf } from "../booking/refunds.rules.ts";
import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { queryPages } from "../table/query-items.ts";
import { writeHead, writeLines } from "../text/csv.ts";
import { normalizeEmail } from "../text/normalize-email.ts";
import type { TextFile } from "../text/text-file.ts";
import type { Actor } from "../user/user.ts";
import { type BuyerSums, createBuyerSums } from "./buyer-sums.ts";
import { buyerColumns, cellsOf, nameExport, namesOf } from "./export.rules.ts";

const readAtOnce = 100;
const linesInPiece = 500;

/**
 * An event's buyers as CSV, highest spend first, for its organizer: one line for each address, else for each account or
 * guest. Keeps the sums of each of them in memory, but no bookings. Throws EVENT_NOT_FOUND, FORBIDDEN, EXPORT_LIMIT.
 */
export async function exportBuyers(core: Core, actor: Actor, { event_id }: { event_id: EventId }): Promise<TextFile> {
  const event = await getOwnEvent(core, actor, event_id);
  return core.exports.open(actor.user_id, nameExport(event, "buyers"), (table) => write({ ...core, table }, event));
}

async function* write(core: Core, event: StoredEvent): AsyncGenerator<string> {
  const columns = buyerColumns(event);
  yield writeHead(namesOf(columns));
  const sums = await sumUp(core, event);
  for (const buyers of sums.bySpend(linesInPiece)) yield writeLines(buyers.map((buyer) => cellsOf(columns, buyer)));
}

async function sumUp(core: Core, { event_id }: StoredEvent): Promise<BuyerSums> {
  const sums = createBuyerSums();
  const query = { ...bookingsOf(event_id), consistent: true, limit: readAtOnce };
  for await (const items of queryPages(core.table, query)) {
    const bookings = items.map(toBooking).filter(isSale);
    const buyerOf = await findBuyers(core, bookings);
    for (const booking of bookings) {
      const buyer = buyerOf(booking);
      const who = buyer.email === null ? booking.user_id : normalizeEmail(buyer.email);
      sums.set(who, addSale(sums.get(who), { ...booking, buyer, refunded: refundedOf(booking) }));
    }
  }
  return sums;
}

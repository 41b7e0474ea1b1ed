import { findBuyers } from "../booking/find-buyers.ts";
import { readBookings } from "../booking/read-bookings.ts";
import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { BookingId, EventId, SeatId } from "../ids.ts";
import { isFree } from "../seat/seat.rules.ts";
import { isSeatItem, seatsOf } from "../seat/seat.table.ts";
import type { EventSeat } from "../seat/seat.ts";
import { queryPages } from "../table/query-items.ts";
import { writeHead, writeLines } from "../text/csv.ts";
import type { TextFile } from "../text/text-file.ts";
import type { Actor } from "../user/user.ts";
import { cellsOf, nameExport, namesOf, type SoldSeat, seatColumns } from "./export.rules.ts";

/** How many seats are read at once, and how many are written as one piece. */
const readAtOnce = 1_000;
const linesInPiece = 100;

type Stored = Pick<EventSeat, "seat_state" | "hold_ttl" | "price" | "booking_id"> & { block_reason?: string };
const attributes = ["sk", "seat_state", "hold_ttl", "price", "booking_id", "block_reason"];

/**
 * Every seat of an event as CSV, in the hall's order, with who booked it, for its organizer. Throws EVENT_NOT_FOUND,
 * FORBIDDEN, EXPORT_LIMIT.
 */
export async function exportEventSeats(
  core: Core,
  actor: Actor,
  { event_id }: { event_id: EventId },
): Promise<TextFile> {
  const event = await getOwnEvent(core, actor, event_id);
  return core.exports.open(actor.user_id, nameExport(event, "seats"), (table) => write({ ...core, table }, event));
}

async function* write(core: Core, event: StoredEvent): AsyncGenerator<string> {
  const columns = seatColumns(event);
  yield writeHead(namesOf(columns));
  const { seats, types, labelOf } = await core.layouts.get(event.layout_id);
  const stored = await readSeats(core, event.event_id);
  const now = core.clock();
  for (let from = 0; from < seats.length; from += linesInPiece) {
    const batch = seats.slice(from, from + linesInPiece);
    const buyers = await readBuyers(
      core,
      batch.flatMap((seat_pos) => stored.get(seat_pos)?.booking_id ?? []),
    );
    const lines = batch.map((seat_pos, i): SoldSeat => {
      const seat_type = types[from + i] ?? "";
      const price = event.seat_type_prices[seat_type] ?? 0;
      const seat = stored.get(seat_pos);
      const place = { seat_pos, ...labelOf(seat_pos), seat_type };
      if (!seat || isFree(seat, now))
        return { ...place, ...nobodys, seat_state: "available", price, booking_id: null, block_reason: null };
      const sold = (seat.booking_id && buyers.get(seat.booking_id)) || nobodys;
      const { seat_state, booking_id } = seat;
      const isBlocked = seat_state === "blocked";
      const block_reason = isBlocked ? (seat.block_reason ?? null) : null;
      return { ...place, seat_state, price: isBlocked ? price : seat.price, booking_id, ...sold, block_reason };
    });
    yield writeLines(lines.map((line) => cellsOf(columns, line)));
  }
}

/** The seats that are held, booked or blocked; the price of a free or blocked one is the event's. */
async function readSeats({ table }: Core, event_id: EventId): Promise<Map<SeatId, Stored>> {
  const seats = new Map<SeatId, Stored>();
  const query = { ...seatsOf(event_id), consistent: true, attributes, limit: readAtOnce };
  for await (const items of queryPages(table, query))
    for (const { sk, ...seat } of items.filter(isSeatItem))
      if (seat.seat_state !== "available") seats.set(sk as SeatId, seat as Stored);
  return seats;
}

/** Who booked a seat, and how if it was at the counter. */
type Sold = Pick<SoldSeat, "buyer" | "counter">;
const nobodys: Sold = { buyer: null, counter: null };

async function readBuyers(core: Core, booking_ids: readonly BookingId[]): Promise<Map<BookingId, Sold>> {
  const bookings = await readBookings(core.table, [...new Set(booking_ids)]);
  const buyerOf = await findBuyers(core, bookings);
  return new Map(
    bookings.map((booking) => [booking.booking_id, { buyer: buyerOf(booking), counter: booking.counter ?? null }]),
  );
}

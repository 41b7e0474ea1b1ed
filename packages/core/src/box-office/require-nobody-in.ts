import { countedEntry } from "../admission/admission.rules.ts";
import { toCheckIn } from "../admission/admission.table.ts";
import { isAnyoneIn } from "../booking/booking.rules.ts";
import type { Booking } from "../booking/booking.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { SeatId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";

/**
 * A seat that somebody sits on is not given to others unawares: the door takes the check-in back first. Throws
 * TICKET_ALREADY_ADMITTED. Reads nothing before the first of the booking is in.
 */
export async function requireNobodyIn({ table }: Core, booking: Booking, seats: readonly SeatId[]): Promise<void> {
  if (!isAnyoneIn(booking)) return;
  const { event_id, booking_id } = booking;
  const items = await readItems(
    table,
    seats.map((seat) => keys.checkIn(event_id, booking_id, seat)),
  );
  for (const checkIn of items.map(toCheckIn)) {
    const entry = countedEntry(checkIn);
    if (!entry) continue;
    const text = `Somebody is in with the ticket of ${checkIn.seat_pos}. Undo that check-in first.`;
    const { at: admitted_at, gate, device } = entry;
    throw new EventlyError("TICKET_ALREADY_ADMITTED", { admitted_at, gate, device }, text);
  }
}

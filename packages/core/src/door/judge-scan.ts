import type { EntryTicket } from "../admission/admission.ts";
import type { Booking } from "../booking/booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { ticketOf } from "../booking/ticket-of.ts";
import type { Core } from "../core.ts";
import { isVisibleTo } from "../event/event.rules.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { EventId, SeatId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { TicketFacts } from "../ticket-code/ticket-code.ts";
import { toSeconds } from "../time.ts";
import type { Scan } from "./door.ts";

/** What a scan shows before anybody is let in; a booking's ticket may have been cancelled or issued anew. */
export type Judged =
  | { kind: "forged" }
  | { kind: "wrong_event"; event_id: EventId; name: string | null }
  /** By hand: nobody has booked the seat, or had when it was meant. */
  | { kind: "nobodys"; seat_pos: SeatId }
  /** Reserved on invoice: there is no ticket of it yet. */
  | { kind: "unpaid"; seat_pos: SeatId }
  | { kind: "booked"; booking: Booking; seat_pos: SeatId; version: number; ticket: EntryTicket };

/** Of the records as they are now. Throws UNAVAILABLE. */
export async function judgeScan(core: Core, event: StoredEvent, scan: Scan & { at: string }): Promise<Judged> {
  if (scan.code === undefined) return judgeByHand(core, event, { ...scan, seat_pos: scan.seat_pos as SeatId });
  const facts = core.ticketKeys.verify(scan.code);
  if (!facts) return { kind: "forged" };
  if (facts.event_id !== event.event_id) return nameEvent(core, facts);
  const booking = await findBooking(core, facts.booking_id);
  // Signed, and not there: of an installation with the same keys.
  if (booking?.event_id !== event.event_id) return { kind: "forged" };
  return judgeBooked(event, booking, facts);
}

type ByHand = Scan & { seat_pos: SeatId; at: string };

async function judgeByHand(core: Core, event: StoredEvent, scan: ByHand): Promise<Judged> {
  const { seat_pos, booking_id } = scan;
  const booking = booking_id ? await findBooking(core, booking_id) : await findBookingOf(core, event, scan);
  if (!booking) return booking_id ? { kind: "forged" } : { kind: "nobodys", seat_pos };
  if (booking.event_id !== event.event_id || !hasHad(booking, seat_pos)) return { kind: "forged" };
  const { version = ticketOf(booking, seat_pos).version } = scan;
  return judgeBooked(event, booking, { seat_pos, version });
}

type Shown = Pick<TicketFacts, "seat_pos" | "version">;

function judgeBooked(event: StoredEvent, booking: Booking, { seat_pos, version }: Shown): Judged {
  if (booking.state === "awaiting_payment") return { kind: "unpaid", seat_pos };
  return { kind: "booked", booking, seat_pos, version, ticket: stateOf(event, booking, { seat_pos, version }) };
}

/** Of a seat now; a scan from before is of somebody else, who is not known. */
async function findBookingOf(core: Core, { event_id }: StoredEvent, { seat_pos, at }: ByHand): Promise<Booking | null> {
  const seat = await readItem(core.table, keys.seat(event_id, seat_pos));
  const booking =
    seat?.seat_state === "booked" ? await findBooking(core, seat.booking_id as Booking["booking_id"]) : null;
  return booking && !isBefore(at, booking, seat_pos) ? booking : null;
}

/** A seat that it gave up has its ticket issued anew. */
const hasHad = ({ seats, tickets }: Booking, seat_pos: SeatId): boolean =>
  seats.includes(seat_pos) || tickets?.[seat_pos] !== undefined;

/** Whether a booking had not been made then, or not had that seat yet. */
export const isBefore = (at: string, { booking_date, since }: Booking, seat_pos: SeatId): boolean =>
  [booking_date, since?.[seat_pos] ?? booking_date].some((from) => toSeconds(at) < toSeconds(from));

function stateOf({ status }: Pick<StoredEvent, "status">, booking: Booking, { seat_pos, version }: Shown): EntryTicket {
  if (booking.state === "cancelled" || status === "cancelling" || status === "cancelled") return "cancelled";
  const isCurrent = booking.seats.includes(seat_pos) && ticketOf(booking, seat_pos).version === version;
  return isCurrent ? "valid" : "superseded";
}

/** Nothing is told of an event that is not public. */
async function nameEvent(core: Core, { event_id }: TicketFacts): Promise<Judged> {
  const other = await core.events.find(event_id);
  return { kind: "wrong_event", event_id, name: other && isVisibleTo(other, null) ? other.name : null };
}

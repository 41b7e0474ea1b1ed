import type { SeatId } from "@evently/core/ids";
import type { TicketFacts } from "@evently/core/ticket-code";
import type { Place, Sheet } from "./index-sheet";
import type { Entered, Verdict } from "./verdict";

/** Who is in with a ticket as far as this device knows; null if nobody is. */
export type FindEntered = (place: Place) => Entered | null;

/**
 * What a code comes to without a network, by the list that was fetched; `facts` are those of a code whose signature is genuine,
 * null for any other. A ticket that is newer than the list lets its holder in: they have paid, and the list can't know.
 */
export function judgeOffline(sheet: Sheet, findEntered: FindEntered, facts: TicketFacts | null): Verdict {
  if (!facts) return { result: "forged", ticket: null };
  if (facts.event_id !== sheet.event.event_id) return { result: "wrong_event", ticket: null, name: null };
  const { booking_id, seat_pos, version } = facts;
  const seats = sheet.ofBooking.get(booking_id);
  const expected = seats?.get(seat_pos);
  const ticket = expected ?? { seat_pos };
  if (isEventCancelled(sheet) || sheet.cancelled.has(booking_id)) return { result: "cancelled", ticket };
  if (seats && (!expected || version < expected.version)) return { result: "superseded", ticket };
  return admit({ ticket, isNewer: expected?.version !== version }, findEntered({ booking_id, seat_pos }));
}

/** By hand, without a code; null for a seat that nobody has booked as far as the list knows. */
export function judgeSeatOffline(sheet: Sheet, findEntered: FindEntered, seat_pos: SeatId): Verdict | null {
  const ticket = sheet.bySeat.get(seat_pos);
  if (!ticket) return null;
  if (isEventCancelled(sheet)) return { result: "cancelled", ticket };
  return admit({ ticket, isNewer: false }, findEntered(ticket));
}

type Admission = Omit<Extract<Verdict, { result: "admitted" }>, "result">;

const admit = (admission: Admission, entered: Entered | null): Verdict =>
  entered ? { result: "already_admitted", ticket: admission.ticket, entered } : { result: "admitted", ...admission };

const isEventCancelled = ({ event: { status } }: Sheet): boolean => status === "cancelling" || status === "cancelled";

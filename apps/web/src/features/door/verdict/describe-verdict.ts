import type { DateStyle } from "@evently/core/format/date-style";
import { formatClock } from "@evently/core/format/format-time";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import type { Entered, KnownTicket, Verdict } from "../rules/verdict";

/** In the event's zone, as whoever stands at the door writes times. */
export type ClockStyle = { zone: string; style: DateStyle };

const headlines: Record<Verdict["result"], string> = {
  admitted: "Let in",
  already_admitted: "Already in",
  not_paid: "Not paid",
  cancelled: "Cancelled",
  superseded: "Replaced",
  wrong_event: "Other event",
  forged: "Not genuine",
};

/** In large letters what to do; then why, in a sentence. */
export const nameVerdict = ({ result }: Verdict): string => headlines[result];

export function explainVerdict(verdict: Verdict, clock: ClockStyle): string | null {
  switch (verdict.result) {
    case "admitted":
      return verdict.isNewer ? "This ticket is newer than this device’s list. It is genuine." : null;
    case "already_admitted":
      return `Somebody went in with this ticket ${describeEntered(verdict.entered, clock)}.`;
    case "not_paid":
      return "This seat is reserved on invoice and not paid yet. The box office can note the payment.";
    case "cancelled":
      return "This ticket was cancelled, and is no longer valid.";
    case "superseded":
      return "A newer ticket was issued for this seat. Only that one is valid.";
    case "wrong_event":
      return verdict.name === null ? "This ticket is for another event." : `This ticket is for ${verdict.name}.`;
    case "forged":
      return "This code was not issued by this box office.";
  }
}

/** "at 19:02, gate North, Device K7QM". */
export function describeEntered({ at, gate, device }: Entered, { zone, style }: ClockStyle): string {
  const where = [gate === null ? "" : `gate ${gate}`, device ?? ""].filter(Boolean);
  return [`at ${formatClock(at, zone, style)}`, ...where].join(", ");
}

/** A seat as it is printed; of a ticket that the list does not have, its key alone. */
export function nameKnownSeat({ seat_pos, section, row_label, seat_label }: KnownTicket): string {
  if (section === undefined || row_label === undefined || seat_label === undefined) return `Ticket ${seat_pos}`;
  return nameSeat({ section, row_label, seat_label });
}

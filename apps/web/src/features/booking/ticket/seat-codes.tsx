import { nameSeat } from "@evently/core/seat/name-seats.rules";
import type { Ticket as SeatTicket } from "@evently/core/ticket";
import { TicketCode } from "./ticket-code";

/** A code for each seat, to be shown one after the other, with its text for when it can't be scanned. */
export function SeatCodes({ tickets }: { tickets: readonly SeatTicket[] | null }) {
  if (tickets === null)
    return <p className="max-w-56 text-14 text-soft">Only whoever booked these seats sees the codes for the door.</p>;
  return (
    <ul className="flex w-full flex-col items-center gap-8">
      {tickets.map((ticket) => (
        <SeatCode key={ticket.seat_pos} ticket={ticket} />
      ))}
    </ul>
  );
}

function SeatCode({ ticket }: { ticket: SeatTicket }) {
  const seat = nameSeat(ticket);
  return (
    <li className="flex w-full max-w-64 break-inside-avoid flex-col gap-2">
      <p className="font-semibold">{seat}</p>
      <TicketCode code={ticket.code} name={`QR code of ${seat}`} />
      {ticket.state === "used" ? <p className="text-14">Somebody has gone in with this ticket.</p> : null}
      <p className="break-all text-12 text-soft" translate="no">
        {ticket.code}
      </p>
    </li>
  );
}

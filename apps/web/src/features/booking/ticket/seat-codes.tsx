import { nameSeat } from "@evently/core/seat/name-seats.rules";
import type { Ticket as SeatTicket } from "@evently/core/ticket";
import { drawCode } from "@evently/tickets/draw-code";
import { ShowCodes } from "./show-codes";
import { TicketCode } from "./ticket-code";

/** A code for each seat, with its text for when it can't be scanned, and a way to show them one after the other. */
export function SeatCodes({ tickets }: { tickets: readonly SeatTicket[] | null }) {
  if (tickets === null)
    return <p className="max-w-56 text-14 text-soft">Only whoever booked these seats sees the codes for the door.</p>;
  const codes = tickets.map((ticket) => ({
    ...{ id: `code-${ticket.seat_pos}`, seat: nameSeat(ticket), code: ticket.code },
    ...{ drawn: drawCode(ticket.code), isUsed: ticket.state === "used" },
  }));
  return (
    <div className="flex w-full flex-col items-center gap-6">
      <ShowCodes codes={codes.map(({ id, seat, code, drawn: { size } }) => ({ id, seat, code, size }))} />
      <ul className="flex w-full flex-wrap justify-center gap-8">
        {codes.map(({ id, seat, code, drawn, isUsed }) => (
          <li key={id} className="flex w-full max-w-64 break-inside-avoid flex-col gap-2 print:max-w-[6.5cm]">
            <p className="font-semibold">{seat}</p>
            <TicketCode drawn={drawn} name={`QR code of ${seat}`} id={id} />
            {isUsed ? <p className="text-14">Somebody has gone in with this ticket.</p> : null}
            <p className="break-all text-12 text-soft" translate="no">
              {code}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

"use client";

import type { SoldBooking } from "@evently/core/analytics";
import type { LabeledLine } from "@evently/core/seat";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { useState } from "react";
import { isReserved } from "~/features/booking/reservation/is-unpaid";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Dialog } from "~/ui/dialog";
import { FailurePanel } from "~/ui/message/failure-panel";
import { organizerWords } from "../organizer-words";
import { nameBuyer } from "./name-buyer";
import { SendTickets } from "./send-tickets";

/**
 * What a box office does for a buyer whose ticket is lost or in wrong hands: sends it again, or issues it anew. Of seats that are
 * reserved on invoice there is only the mail.
 */
export function SoldTickets({ booking }: { booking: SoldBooking }) {
  const [isOpen, setOpen] = useState(false);
  const isAwaiting = isReserved(booking);
  const title = `${isAwaiting ? "Reservation" : "Tickets"} of ${nameBuyer(booking)}`;
  return (
    <>
      <Button variant="plain" onClick={() => setOpen(true)}>
        {isAwaiting ? "Mail" : "Tickets"}
        <span className="sr-only"> of {booking.booking_id}</span>
      </Button>
      <Dialog open={isOpen} title={title} onClose={() => setOpen(false)} form="sheet">
        {isAwaiting ? <SendTickets booking={booking} /> : <Tickets booking={booking} />}
      </Dialog>
    </>
  );
}

function Tickets({ booking }: { booking: SoldBooking }) {
  const [asked, setAsked] = useState<LabeledLine | null>(null);
  const [issued, setIssued] = useState<string | null>(null);
  if (asked)
    return (
      <ConfirmNewTicket
        booking={booking}
        line={asked}
        onKept={() => setAsked(null)}
        onIssued={() => {
          setIssued(nameSeat(asked));
          setAsked(null);
        }}
      />
    );
  return (
    <div className="flex flex-col gap-5">
      <p role="status" className={issued ? "rounded-card bg-good-wash px-4 py-3 text-on-good-wash" : "sr-only"}>
        {issued ? `There is a new ticket for ${issued}. The one before lets nobody in.` : null}
      </p>
      <ul className="flex flex-col divide-y divide-line">
        {booking.lines.map((line) => (
          <li key={line.seat} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span className="figures">{nameSeat(line)}</span>
            <Button variant="plain" onClick={() => setAsked(line)}>
              Issue anew<span className="sr-only"> {nameSeat(line)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <SendTickets booking={booking} />
    </div>
  );
}

type ConfirmProps = { booking: SoldBooking; line: LabeledLine; onKept: () => void; onIssued: () => void };

function ConfirmNewTicket({ booking: { booking_id }, line, onKept, onIssued }: ConfirmProps) {
  const reissue = trpc.booking.reissueTicket.useMutation({ onSuccess: onIssued });
  return (
    <div className="flex flex-col gap-4">
      <h3 className="font-semibold text-18">Issue a new ticket for {nameSeat(line)}?</h3>
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        <li>
          The code that is out now lets nobody in from then on, wherever it is: in a mail, in a file, on paper or on a
          phone. You can’t undo this.
        </li>
        <li>The buyer finds the new code on the ticket’s page. It is mailed only when you send the tickets again.</li>
        <li>The event’s journal notes who issued it.</li>
      </ul>
      {reissue.isError ? <FailurePanel {...describeFailure(reissue.error, organizerWords)} /> : null}
      <ConfirmButtons
        keep="Keep ticket"
        onKeep={onKept}
        pending={reissue.isPending}
        pendingLabel="Issuing…"
        onConfirm={() => reissue.mutate({ booking_id, seat_pos: line.seat })}
      >
        Issue new ticket
      </ConfirmButtons>
    </div>
  );
}

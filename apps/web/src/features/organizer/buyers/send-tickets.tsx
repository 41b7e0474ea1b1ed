"use client";

import type { SoldBooking } from "@evently/core/analytics";
import { isReserved } from "~/features/booking/reservation/is-unpaid";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { useSendsMail } from "~/trpc/use-sends-mail";
import { Button } from "~/ui/button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { organizerWords } from "../organizer-words";

const words = {
  tickets: {
    none: "There is no e-mail address to send the tickets to.",
    goes: "All tickets of this booking, as they are, go with a PDF to",
    send: "Send tickets again",
  },
  reservation: {
    none: "There is no e-mail address to send the reservation to.",
    goes: "What is reserved, what to pay and by when goes to",
    send: "Send reservation again",
  },
};

/** Sends a booking's mail once more, to the address that it names; says why not where that can't be. */
export function SendTickets({ booking }: { booking: SoldBooking }) {
  const { booking_id, buyer } = booking;
  const { none, goes, send } = isReserved(booking) ? words.reservation : words.tickets;
  const sendsMail = useSendsMail();
  const mail = trpc.booking.mail.useMutation();
  if (!buyer.email) return <p className="text-14 text-soft">{none}</p>;
  if (sendsMail === false) return <p className="text-14 text-soft">This installation sends no mails.</p>;
  return (
    <div className="flex flex-col items-start gap-2 rounded-card bg-sunken px-4 py-3">
      <p>
        {goes} <bdi className="whole font-semibold">{buyer.email}</bdi>.
      </p>
      {mail.isError ? <FailurePanel {...describeFailure(mail.error, organizerWords)} /> : null}
      <Button pending={mail.isPending} pendingLabel="Sending…" onClick={() => mail.mutate({ booking_id })}>
        {mail.isSuccess ? "Send once more" : send}
      </Button>
      <p role="status" className="text-14">
        {mail.isSuccess ? "The mail is on its way." : null}
      </p>
    </div>
  );
}

"use client";

import type { SoldBooking } from "@evently/core/analytics";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { formatMoney } from "~/ui/format/format-money";
import { Price } from "~/ui/format/price";
import { announce } from "~/ui/message/announcements";
import { ProblemPanel } from "~/ui/message/failure-panel";
import { describeOrganizerProblem } from "../describe-organizer-problem";
import { nameBuyer } from "./find-among-bookings";
import { useReplaceSold } from "./use-sold-bookings";

/** Cancels someone's booking after saying what goes back to them. Nothing where it can't be cancelled. */
export function CancelSold({ booking }: { booking: SoldBooking }) {
  const [asking, setAsking] = useState(false);
  const replace = useReplaceSold();
  const who = nameBuyer(booking);
  const cancel = trpc.booking.cancel.useMutation({
    onSuccess: async (cancelled) => {
      setAsking(false);
      await replace(cancelled);
      announce(`The booking of ${who} is cancelled.`);
      // The button that had the focus is gone with what it did.
      document.getElementById(booking.booking_id)?.focus();
    },
  });
  const { refund_if_cancelled: refund, currency, seats } = booking;
  if (refund === null) return null;
  const close = () => {
    setAsking(false);
    cancel.reset();
  };
  const isOne = seats.length === 1;
  return (
    <>
      <Button look="plain" onClick={() => setAsking(true)}>
        Cancel<span className="sr-only"> {booking.booking_id}</span>
      </Button>
      <Dialog open={asking} title="Cancel this booking?" onClose={close} form="sheet">
        <p className="flex items-baseline justify-between gap-4 rounded-card bg-sunken px-4 py-3">
          <span className="min-w-0 break-words">{who} gets back</span>
          <Price amount={refund} currency={currency} className="display font-semibold text-36" />
        </p>
        <ul className="flex list-disc flex-col gap-1.5 pl-5">
          <li>
            {refund > 0
              ? "All of the price goes back to where it came from."
              : "Nothing was paid, so nothing goes back."}
          </li>
          <li>
            {isOne ? `Seat ${seats[0]} is` : `${seats.length} seats, ${new Intl.ListFormat("en").format(seats)}, are`}{" "}
            free again at once, while the sale is open.
          </li>
          <li>The ticket is void. This can’t be undone, and Evently sends no message yet: tell the buyer.</li>
        </ul>
        {cancel.isError ? <ProblemPanel {...describeOrganizerProblem(cancel.error)} /> : null}
        <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
          <Button onClick={close}>Keep the booking</Button>
          <Button
            look="primary"
            pending={cancel.isPending}
            pendingLabel="Cancelling …"
            onClick={() => cancel.mutate({ booking_id: booking.booking_id })}
          >
            {refund > 0 ? `Cancel and refund ${formatMoney(refund, currency)}` : "Cancel the booking"}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

"use client";

import type { SoldBooking } from "@evently/core/analytics";
import { refundWayOf } from "@evently/core/format/describe-refund";
import { formatMoney } from "@evently/core/format/format-money";
import { nameSeats } from "@evently/core/seat/name-seats.rules";
import { useState } from "react";
import { isNotCharged } from "~/features/booking/is-not-charged";
import { isReserved } from "~/features/booking/reservation/is-unpaid";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { findFailureOf } from "~/trpc/failure";
import { useSendsMail } from "~/trpc/use-sends-mail";
import { Button } from "~/ui/button";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Dialog } from "~/ui/dialog";
import { Price } from "~/ui/format/price";
import { announce } from "~/ui/message/announcements";
import { FailurePanel } from "~/ui/message/failure-panel";
import { organizerWords } from "../organizer-words";
import { nameBuyer } from "./name-buyer";
import { useReplaceSold } from "./use-sold-bookings";

/** Cancels a buyer's booking after a confirmation that names the refund. Nothing where it can't be cancelled. */
export function CancelSold({ booking }: { booking: SoldBooking }) {
  const [isAsking, setAsking] = useState(false);
  const subject = isReserved(booking) ? "reservation" : "booking";
  const replace = useReplaceSold();
  const [less, setLess] = useState<number | null>(null);
  const cancel = trpc.booking.cancel.useMutation({
    onError: (error) => setLess(findFailureOf(error, "REFUND_CHANGED")?.details.refund ?? less),
    onSuccess: async (cancelled) => {
      setAsking(false);
      await replace(cancelled);
      announce(`The ${subject} of ${nameBuyer(booking)} was cancelled.`);
      // The button that had the focus is gone.
      document.getElementById(booking.booking_id)?.focus();
    },
  });
  if (booking.refund_if_cancelled === null) return null;
  const refund = less ?? booking.refund_if_cancelled;
  const { currency } = booking;
  const close = () => {
    setAsking(false);
    cancel.reset();
  };
  return (
    <>
      <Button variant="plain" onClick={() => setAsking(true)}>
        Cancel<span className="sr-only"> {booking.booking_id}</span>
      </Button>
      <Dialog open={isAsking} title={`Cancel this ${subject}?`} onClose={close} form="sheet">
        <Terms booking={booking} refund={refund} />
        {cancel.isError ? <FailurePanel {...describeFailure(cancel.error, organizerWords)} /> : null}
        <ConfirmButtons
          keep={`Keep ${subject}`}
          onKeep={close}
          pending={cancel.isPending}
          pendingLabel="Cancelling…"
          onConfirm={() => cancel.mutate({ booking_id: booking.booking_id, refund })}
        >
          {refund > 0 ? `Cancel and refund ${formatMoney(refund, currency)}` : `Cancel ${subject}`}
        </ConfirmButtons>
      </Dialog>
    </>
  );
}

function describeRefund(booking: SoldBooking, refund: number): string {
  if (isReserved(booking)) return "It was not paid, so nothing is refunded.";
  if (booking.total === 0 || isNotCharged(booking)) return "Nothing was paid, so nothing is refunded.";
  if (refund === 0) return "All of its price was refunded before.";
  const part = booking.refunded > 0 ? "The rest of the price" : "The full price";
  return {
    till: `It was paid in cash: hand ${lowerFirst(part)} back yourself.`,
    seller: `It was paid on invoice: pay ${lowerFirst(part)} back yourself.`,
    card: `${part} is refunded to the buyer’s card.`,
  }[refundWayOf(booking)];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What a cancellation does to money, seats and ticket. */
function Terms({ booking, refund }: { booking: SoldBooking; refund: number }) {
  const { currency, lines, counter } = booking;
  const isUnpaid = isReserved(booking);
  const isTold = useSendsMail() === true && booking.buyer.email !== null;
  return (
    <>
      {isUnpaid ? null : (
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-card bg-sunken px-4 py-3">
          <span className="min-w-0">
            Refund to <bdi>{nameBuyer(booking)}</bdi>
          </span>
          <Price amount={refund} currency={currency} className="display ml-auto text-right font-semibold text-36" />
        </p>
      )}
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        <li>{describeRefund(booking, refund)}</li>
        <li>
          {nameSeats(lines)} {lines.length === 1 ? "is" : "are"} back on sale at once, while the sale is open.
          {counter ? " What the house had blocked is blocked again." : null}
        </li>
        <li>
          {isUnpaid ? "" : "The ticket becomes invalid. "}You can’t undo this.{" "}
          {isTold ? "The buyer is told by mail." : "No mail tells the buyer: tell them yourself."}
        </li>
      </ul>
    </>
  );
}

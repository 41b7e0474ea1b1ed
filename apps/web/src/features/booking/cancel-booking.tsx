"use client";

import type { BookingView } from "@evently/core/booking";
import { formatMoney } from "@evently/core/format/format-money";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { SilenceNote, stillWaiting } from "~/features/hold/silence-note";
import { describeFailure } from "~/trpc/describe-failure";
import { isOutcomeOpen } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Dialog } from "~/ui/dialog";
import { announce } from "~/ui/message/announcements";
import { FailurePanel } from "~/ui/message/failure-panel";
import { CancelTerms } from "./cancel-terms";
import { replaceBooking } from "./list/bookings-query";
import { isReserved } from "./reservation/is-unpaid";
import { useCancel } from "./use-cancel";

type Props = {
  booking: BookingView;
  eventName: string;
  /** By which it is open, where that is not whoever booked it. */
  link?: string | undefined;
  onCancelled?: (cancelled: BookingView) => void;
};

const unknown = {
  meaning: "We don’t know whether your booking was cancelled. If it was, the refund named here is yours.",
  action: "Check again to find out: nothing is cancelled or refunded twice.",
};
const unknownReserved = {
  meaning: "We don’t know whether your reservation was cancelled. You owe nothing if it was.",
  action: "Check again to find out: nothing is cancelled twice.",
};
const asOverrides = (words: typeof unknown) => ({
  ...{ SILENT: words, UNREACHABLE: words },
  ...{ UNAVAILABLE: words, INTERNAL: words, IDEMPOTENCY_KEY_IN_USE: words },
});
const unknownCancel = { booking: asOverrides(unknown), reservation: asOverrides(unknownReserved) };

/** Cancels a booking after a confirmation that names the refund. Nothing where it can't be cancelled. */
export function CancelBooking({ booking, eventName, link, onCancelled }: Props) {
  const [isAsking, setAsking] = useState(false);
  const subject = isReserved(booking) ? "reservation" : "booking";
  const queryClient = useQueryClient();
  const [less, setLess] = useState<number | null>(null);
  const refund = less ?? booking.refund_if_cancelled ?? 0;
  const cancel = useCancel({
    ...{ booking, refund, link, onLess: setLess },
    onCancelled: (cancelled) => {
      setAsking(false);
      replaceBooking(queryClient, cancelled);
      announce(`Your ${subject} was cancelled.`);
      // The button that had the focus is gone.
      document.getElementById("main")?.focus({ preventScroll: true });
      onCancelled?.(cancelled);
    },
  });
  if (booking.refund_if_cancelled === null) return null;
  const close = () => {
    setAsking(false);
    cancel.reset();
  };
  return (
    <>
      <Button variant="plain" onClick={() => setAsking(true)}>
        {`Cancel ${subject} `}
        <bdi className="sr-only">for {eventName}</bdi>
      </Button>
      <Dialog open={isAsking} title={`Cancel this ${subject}?`} onClose={close} form="sheet">
        <CancelTerms {...{ booking, refund, eventName }} />
        {cancel.isPending ? <SilenceNote>{stillWaiting}</SilenceNote> : null}
        {cancel.isError ? <FailurePanel {...describeFailure(cancel.error, unknownCancel[subject])} /> : null}
        <ConfirmButtons
          keep={booking.seats.length === 1 ? "Keep my seat" : "Keep my seats"}
          onKeep={close}
          pending={cancel.isPending}
          pendingLabel="Cancelling…"
          onConfirm={cancel.start}
        >
          {cancel.isError && isOutcomeOpen(cancel.error)
            ? "Check again"
            : refund > 0
              ? `Cancel and refund ${formatMoney(refund, booking.currency)}`
              : `Cancel ${subject}`}
        </ConfirmButtons>
      </Dialog>
    </>
  );
}

"use client";

import type { BookingView } from "@evently/core/booking";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { formatMoney } from "~/ui/format/format-money";
import { announce } from "~/ui/message/announcements";
import { FailurePanel } from "~/ui/message/failure-panel";
import { CancelTerms } from "./cancel-terms";
import { replaceBooking } from "./list/bookings-query";
import type { SeatPlace } from "./seat-place";

type Props = {
  booking: BookingView;
  eventName: string;
  /** Where the seats are; empty where the layout is not loaded. */
  places: readonly SeatPlace[];
  onCancelled?: (cancelled: BookingView) => void;
};

/** Cancels a booking after a confirmation that names the refund. Nothing where it can't be cancelled. */
export function CancelBooking({ booking, eventName, places, onCancelled }: Props) {
  const [isAsking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const cancel = trpc.booking.cancel.useMutation({
    onSuccess: (cancelled) => {
      setAsking(false);
      replaceBooking(queryClient, cancelled);
      announce("Your booking was cancelled.");
      // The button that had the focus is gone.
      document.getElementById("main")?.focus({ preventScroll: true });
      onCancelled?.(cancelled);
    },
  });
  if (booking.refund_if_cancelled === null) return null;
  const refund = booking.refund_if_cancelled;
  const close = () => {
    setAsking(false);
    cancel.reset();
  };
  return (
    <>
      <Button variant="plain" onClick={() => setAsking(true)}>
        Cancel booking <bdi className="sr-only">for {eventName}</bdi>
      </Button>
      <Dialog open={isAsking} title="Cancel this booking?" onClose={close} form="sheet">
        <CancelTerms
          refund={refund}
          currency={booking.currency}
          eventName={eventName}
          places={places}
          count={booking.seats.length}
        />
        {cancel.isError ? <FailurePanel {...describeFailure(cancel.error)} /> : null}
        <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
          <Button onClick={close}>Keep my {booking.seats.length === 1 ? "seat" : "seats"}</Button>
          <Button
            variant="primary"
            pending={cancel.isPending}
            pendingLabel="Cancelling…"
            onClick={() => cancel.mutate({ booking_id: booking.booking_id })}
          >
            {refund > 0 ? `Cancel and refund ${formatMoney(refund, booking.currency)}` : "Cancel booking"}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

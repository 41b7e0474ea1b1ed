import type { BookingView } from "@evently/core/booking";
import { trpc } from "~/trpc/client";
import { findFailureOf } from "~/trpc/failure";
import { withIdempotencyKey } from "~/trpc/idempotency-key";

type Cancelling = {
  booking: BookingView;
  /** What the buyer is shown that comes back, in the minor unit. */
  refund: number;
  link: string | undefined;
  onCancelled: (cancelled: BookingView) => void;
  /** Less comes back by now, and nothing was cancelled. */
  onLess: (refund: number) => void;
};

/** Cancels a booking as its buyer, or by its link. */
export function useCancel({ booking, refund, link, onCancelled, onLess }: Cancelling) {
  const { booking_id } = booking;
  const { client } = trpc.useUtils();
  const onError = (error: unknown) => {
    const changed = findFailureOf(error, "REFUND_CHANGED");
    if (changed) onLess(changed.details.refund);
    // It was cancelled in another place: that is what was wanted.
    if (!findFailureOf(error, "BOOKING_ALREADY_CANCELLED")) return;
    const found = link === undefined ? client.booking.get.query({ booking_id }) : client.ticket.get.query({ link });
    found.then(onCancelled, () => undefined);
  };
  const byBuyer = trpc.booking.cancel.useMutation({
    // A booking is cancelled once: asked again after a lost answer, the API tells the first outcome.
    trpc: withIdempotencyKey(`cancel-${booking_id}-${refund}`),
    onSuccess: onCancelled,
    onError,
  });
  const byLink = trpc.ticket.cancel.useMutation({ onSuccess: onCancelled, onError });
  const { isPending, isError, error, reset } = link === undefined ? byBuyer : byLink;
  const start = () => (link === undefined ? byBuyer.mutate({ booking_id, refund }) : byLink.mutate({ link, refund }));
  return { isPending, isError, error, reset, start };
}

import type { BookingView } from "@evently/core/booking";
import { trpc } from "~/trpc/client";
import { findFailureOf } from "~/trpc/failure";
import { withIdempotencyKey } from "~/trpc/idempotency-key";

type Cancelling = { booking: BookingView; link: string | undefined; onCancelled: (cancelled: BookingView) => void };

/** Cancels a booking as its buyer, or by its link. */
export function useCancel({ booking, link, onCancelled }: Cancelling) {
  const { booking_id } = booking;
  const { client } = trpc.useUtils();
  /** It was cancelled in another place: that is what was wanted. */
  const onError = (error: unknown) => {
    if (!findFailureOf(error, "BOOKING_ALREADY_CANCELLED")) return;
    const found = link === undefined ? client.booking.get.query({ booking_id }) : client.ticket.get.query({ link });
    found.then(onCancelled, () => undefined);
  };
  const byBuyer = trpc.booking.cancel.useMutation({
    // A booking is cancelled once: asked again after a lost answer, the API tells the first outcome.
    trpc: withIdempotencyKey(`cancel-${booking_id}`),
    onSuccess: onCancelled,
    onError,
  });
  const byLink = trpc.ticket.cancel.useMutation({ onSuccess: onCancelled, onError });
  const { isPending, isError, error, reset } = link === undefined ? byBuyer : byLink;
  const start = () => (link === undefined ? byBuyer.mutate({ booking_id }) : byLink.mutate({ link }));
  return { isPending, isError, error, reset, start };
}

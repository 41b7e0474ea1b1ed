import type { BookingView } from "@evently/core/booking";
import { trpc } from "~/trpc/client";
import { withIdempotencyKey } from "~/trpc/idempotency-key";

type Cancelling = { booking: BookingView; link: string | undefined; onCancelled: (cancelled: BookingView) => void };

/** Cancels a booking as its buyer, or by its link. */
export function useCancel({ booking, link, onCancelled }: Cancelling) {
  const { booking_id } = booking;
  const byBuyer = trpc.booking.cancel.useMutation({
    // A booking is cancelled once: asked again after a lost answer, the API tells the first outcome.
    trpc: withIdempotencyKey(`cancel-${booking_id}`),
    onSuccess: onCancelled,
  });
  const byLink = trpc.ticket.cancel.useMutation({ onSuccess: onCancelled });
  const { isPending, isError, error, reset } = link === undefined ? byBuyer : byLink;
  const start = () => (link === undefined ? byBuyer.mutate({ booking_id }) : byLink.mutate({ link }));
  return { isPending, isError, error, reset, start };
}

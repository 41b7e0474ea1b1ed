import type { BookingView } from "@evently/core/booking";
import { getDateStyle } from "~/features/site/get-date-style";
import { describeRefundSteps, type EventDates } from "./describe-refund-steps";

/** Beneath the ways to use a ticket: until when it can be cancelled, and what comes back. */
export async function CancelRule({ booking, event }: { booking: BookingView; event: EventDates }) {
  if (booking.cancellable_until === null) return null;
  const words = describeRefundSteps(booking, event, Date.now() / 1000, await getDateStyle());
  return words === null ? null : <p className="figures max-w-[65ch] text-14 text-soft print:hidden">{words}</p>;
}

import type { BookingView } from "@evently/core/booking";
import type { ReactNode } from "react";
import { formatMoney } from "~/ui/format/format-money";
import type { BookedEvent } from "../find-booked-event";

/** Why a ticket is no longer valid; nothing for a valid one. */
export function TicketNote({ booking, event }: { booking: BookingView; event: BookedEvent }) {
  const amount = formatMoney(booking.refund?.amount ?? booking.total, booking.currency);
  if (booking.state === "cancelled")
    return (
      <Note title="This booking is cancelled">
        The seats are back on sale.{" "}
        {booking.refund === null || booking.refund.amount === 0
          ? "Nothing was paid."
          : booking.refund.due
            ? `Your refund of ${amount} is on its way to the card you paid with.`
            : `${amount} was refunded to the card you paid with.`}
      </Note>
    );
  if (event.status === "cancelling" || event.status === "cancelled")
    return (
      <Note title="This event is cancelled">
        {booking.total > 0
          ? `We refund all of ${amount}. You don’t need to do anything.`
          : "Your seats were free, so there is nothing to refund."}
      </Note>
    );
  return null;
}

function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="status" className="rounded-card bg-spot-wash px-5 py-4 text-on-spot-wash">
      <p className="font-semibold text-18">{title}</p>
      <p className="max-w-[65ch]">{children}</p>
    </div>
  );
}

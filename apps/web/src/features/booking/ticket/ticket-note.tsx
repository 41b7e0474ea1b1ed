import type { BookingView } from "@evently/core/booking";
import type { ReactNode } from "react";
import { formatMoney } from "~/ui/format/format-money";
import type { BookedEvent } from "../list/group-bookings";

/** What stands above a ticket that no longer opens a door; nothing above one that does. */
export function TicketNote({ booking, event }: { booking: BookingView; event: BookedEvent }) {
  const amount = formatMoney(booking.refund?.amount ?? booking.total, booking.currency);
  if (booking.state === "cancelled")
    return (
      <Note title="This booking is cancelled">
        The seats are back on sale.{" "}
        {booking.refund === null || booking.refund.amount === 0
          ? "Nothing had been paid."
          : booking.refund.due
            ? `${amount} is on its way back to the card you paid with.`
            : `${amount} went back to the card you paid with.`}
      </Note>
    );
  if (event.status === "cancelling" || event.status === "cancelled")
    return (
      <Note title="This concert will not take place">
        {booking.total > 0
          ? `You get all of ${amount} back. It happens by itself; there is nothing you need to do.`
          : "Your seats were free, so nothing is to be refunded."}
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

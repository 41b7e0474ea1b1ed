import type { BookingView } from "@evently/core/booking";
import { formatMoney } from "@evently/core/format/format-money";
import { formatDateTime } from "@evently/core/format/format-time";
import type { ReactNode } from "react";
import { getDateStyle } from "~/features/site/get-date-style";
import type { BookedEvent } from "../find-booked-event";

type Props = { booking: BookingView; event: BookedEvent };

/** Why a ticket is no longer valid, or for another date than was booked; else nothing. */
export function TicketNote({ booking, event }: Props) {
  const amount = formatMoney(booking.refund?.amount ?? booking.total, booking.currency);
  const isCalledOff = event.status === "cancelling" || event.status === "cancelled";
  if (booking.state === "cancelled")
    return (
      <Note title={isCalledOff ? "This event is cancelled" : "This booking is cancelled"}>
        {isCalledOff ? null : "The seats are back on sale. "}
        {booking.refund === null || booking.refund.amount === 0
          ? "Nothing was paid."
          : booking.refund.due
            ? `Your refund of ${amount} is on its way to the card you paid with.`
            : `${amount} was refunded to the card you paid with.`}
      </Note>
    );
  if (isCalledOff)
    return (
      <Note title="This event is cancelled">
        {booking.total > 0
          ? `We refund all of ${amount}. You don’t need to do anything.`
          : "Your seats were free, so there is nothing to refund."}
      </Note>
    );
  if (booking.moved_from !== null) return <MovedNote booking={booking} event={event} sold={booking.moved_from} />;
  return null;
}

/** The booking stays valid for the new date, and for a time can be given back whatever was agreed. */
async function MovedNote({ booking, event, sold }: Props & { sold: string }) {
  const style = await getDateStyle();
  const { timezone } = event;
  const until = booking.cancellable_until;
  return (
    <Note title="This event has moved">
      <span>{`You booked it for ${formatDateTime(sold, timezone, style)}. `}</span>
      <span>{`It now begins on ${formatDateTime(event.start_time, timezone, style)}, and your seats are yours then. `}</span>
      {booking.refund_if_cancelled !== null && until !== null ? (
        <span>{`If that doesn’t suit you, cancel by ${formatDateTime(until, timezone, style)} and get everything back.`}</span>
      ) : null}
    </Note>
  );
}

function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="status" className="rounded-card bg-spot-wash px-5 py-4 text-on-spot-wash">
      <p className="font-semibold text-18">{title}</p>
      <p className="max-w-[65ch]">{children}</p>
    </div>
  );
}

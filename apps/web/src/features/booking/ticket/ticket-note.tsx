import type { BookingView } from "@evently/core/booking";
import { refundStepsOf } from "@evently/core/booking/booking.rules";
import { describeKept, describeRefund, refundWayOf } from "@evently/core/format/describe-refund";
import { formatMoney } from "@evently/core/format/format-money";
import { formatDateTime } from "@evently/core/format/format-time";
import { getDateStyle } from "~/features/site/get-date-style";
import type { BookedEvent } from "../find-booked-event";
import { isNotCharged } from "../is-not-charged";
import { owedBack } from "../owed-back";
import { isUnpaid } from "../reservation/is-unpaid";
import { ReservationNote } from "../reservation/reservation-note";
import { Note } from "./note";

type Props = { booking: BookingView; event: BookedEvent };

/** Why a ticket is not valid yet or any more, or for another date than was booked; else nothing. */
export function TicketNote({ booking, event }: Props) {
  const isCalledOff = event.status === "cancelling" || event.status === "cancelled";
  if (isUnpaid(booking)) return <ReservationNote {...{ booking, event, isCalledOff }} />;
  if (booking.state === "cancelled")
    return (
      <Note title={isCalledOff ? "This event is cancelled" : "This booking is cancelled"}>
        {[...(isCalledOff ? [] : ["The seats are back on sale."]), ...describeMoney(booking)].join(" ")}
      </Note>
    );
  if (isCalledOff)
    return (
      <Note title="This event is cancelled">
        {booking.total > booking.refunded
          ? `We refund all of ${formatMoney(booking.total - booking.refunded, booking.currency)}. You don’t need to do anything.`
          : "There is nothing to refund."}
      </Note>
    );
  if (booking.moved_from !== null) return <MovedNote booking={booking} event={event} sold={booking.moved_from} />;
  return null;
}

/** What comes back of a cancelled booking's price, and what the seller keeps of it. */
function describeMoney(booking: BookingView): string[] {
  const { total, refunded, refund, refunds, cancelled_at, currency } = booking;
  if (total === 0) return ["Nothing was paid."];
  if (isNotCharged(booking)) return ["Your payment could not be taken, so nothing was paid."];
  const kept = describeKept({ paid: total, refunded, currency });
  const way = refundWayOf(booking);
  const owed = owedBack(booking);
  const isSentBack = refunds.some(({ at, state }) => at === cancelled_at && state === "failed");
  return [
    ...(refund?.amount && !isSentBack ? [describeRefund({ amount: refund.amount, currency, way }, refund.due)] : []),
    ...(owed > 0
      ? [`Your bank sent ${formatMoney(owed, currency)} of your refund back. The seller owes it to you: ask them.`]
      : []),
    ...(kept ? [kept] : []),
  ];
}

/** The booking stays valid for the new date, and for a time can be given back whatever was agreed. */
async function MovedNote({ booking, event, sold }: Props & { sold: string }) {
  const style = await getDateStyle();
  const { timezone } = event;
  const until = freeUntil(booking, event);
  return (
    <Note title="This event has moved">
      <span>{`You booked it for ${formatDateTime(sold, timezone, style)}. `}</span>
      <span>{`It now begins on ${formatDateTime(event.start_time, timezone, style)}, and your seats are yours then. `}</span>
      {until !== null ? (
        <span>{`If that doesn’t suit you, cancel by ${formatDateTime(until, timezone, style)} and get everything back.`}</span>
      ) : null}
    </Note>
  );
}

/** Until when cancelling gives back all that is left, if it does now. */
function freeUntil(booking: BookingView, event: BookedEvent): string | null {
  const step = refundStepsOf(booking, event).find(({ percent }) => percent === 100);
  const isFree = booking.refund_if_cancelled === booking.total - booking.refunded;
  return step && isFree ? new Date(step.until * 1000).toISOString() : null;
}

import type { BookingRefund, BookingView } from "@evently/core/booking";
import { refundWayOf } from "@evently/core/format/describe-refund";
import { formatMoney } from "@evently/core/format/format-money";
import { nameSeats } from "@evently/core/seat/name-seats.rules";
import { DateTime } from "~/ui/format/date-time";
import { Price } from "~/ui/format/price";
import { isNotCharged } from "../is-not-charged";
import { owedBack } from "../owed-back";

const ofCard: Readonly<Record<BookingRefund["state"], string>> = {
  due: "on its way",
  done: "refunded",
  failed: "sent back by the bank: the seller owes it",
};

type Props = { booking: BookingView; zone: string };

/** What was given back of a booking's price, each time with why, and what was not. */
export function RefundList({ booking, zone }: Props) {
  const { refunds, currency } = booking;
  const way = refundWayOf(booking);
  const describeState = (state: BookingRefund["state"]) => {
    if (isNotCharged(booking)) return "not charged";
    if (way === "card") return ofCard[state];
    return way === "till" ? "in cash" : "by the seller";
  };
  return (
    <div className="figures flex flex-col gap-2">
      <ul className="flex flex-col divide-y divide-line border-line border-y">
        {refunds.map((refund) => (
          <li key={refund.refund_id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
            <span className="min-w-0 grow basis-48">
              <bdi className="break-words">{refund.reason ?? "Booking cancelled"}</bdi>
              <span className="block text-14 text-soft">
                {refund.labels.length > 0 ? `${nameSeats(refund.labels)} · ` : null}
                <DateTime instant={refund.at} zone={zone} /> · {describeState(refund.state)}
              </span>
            </span>
            <Price amount={refund.amount} currency={currency} className="ml-auto font-semibold" />
          </li>
        ))}
      </ul>
      <p className="text-14">{describeRest(booking)}</p>
    </div>
  );
}

/** "US$85 of US$340 refunded. US$255 stays paid." */
function describeRest(booking: BookingView): string {
  const { refunded, total, currency, state } = booking;
  const kept = total - refunded;
  if (isNotCharged(booking)) return `Nothing of the ${formatMoney(total, currency)} was paid.`;
  const remaining = `${formatMoney(kept, currency)} ${state === "cancelled" ? "stays with the seller" : "stays paid"}.`;
  const owed = owedBack(booking);
  if (owed > 0)
    return `The bank sent ${formatMoney(owed, currency)} back: the seller owes it.${kept > 0 ? ` ${remaining}` : ""}`;
  if (kept === 0) return `All of ${formatMoney(total, currency)} is refunded.`;
  return `${formatMoney(refunded, currency)} of ${formatMoney(total, currency)} is refunded, ${remaining}`;
}

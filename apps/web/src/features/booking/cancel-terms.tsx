import type { BookingView } from "@evently/core/booking";
import { describeKept, refundWayOf } from "@evently/core/format/describe-refund";
import { nameSeats } from "@evently/core/seat/name-seats.rules";
import { Price } from "~/ui/format/price";
import { isNotCharged } from "./is-not-charged";
import { isUnpaid } from "./reservation/is-unpaid";

type Props = {
  booking: Pick<
    BookingView,
    "lines" | "total" | "refunded" | "currency" | "counter" | "due_at" | "paid_at" | "payment_status"
  >;
  /** What a cancellation gives back, in the minor unit. */
  refund: number;
  eventName: string;
};

/** What a cancellation does to money, seats and ticket. */
export function CancelTerms({ booking, refund, eventName }: Props) {
  const { lines, currency } = booking;
  const isOne = lines.length === 1;
  return (
    <div className="flex flex-col gap-4">
      {isUnpaid(booking) ? null : (
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-card bg-sunken px-4 py-3">
          <span>Your refund</span>
          <Price amount={refund} currency={currency} className="display ml-auto text-right font-semibold text-36" />
        </p>
      )}
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        {describeMoney(booking, refund).map((point) => (
          <li key={point}>{point}</li>
        ))}
        <li>
          {nameSeats(lines)} for <bdi>{eventName}</bdi> {isOne ? "goes" : "go"} back on sale at once. If you change your
          mind, {isOne ? "it" : "they"} may be gone.
        </li>
        {isUnpaid(booking) ? null : <li>Your ticket becomes invalid, printed or not.</li>}
      </ul>
    </div>
  );
}

/** What comes back and how; of a part of the price also what does not. */
export function describeMoney(booking: Props["booking"], refund: number): string[] {
  const { total, refunded, currency } = booking;
  if (isUnpaid(booking))
    return ["Nothing was paid, so you owe nothing and nothing is refunded. Don’t pay it any more."];
  if (total === 0 || isNotCharged(booking)) return ["Nothing was paid, so nothing is refunded."];
  const kept = describeKept({ paid: total, refunded: refunded + refund, currency });
  const agreed = kept ? [`${kept} You agreed to that when you booked.`] : [];
  if (refund === 0) return kept ? agreed : ["All that you paid was refunded before."];
  const part = kept ? "This part" : refunded > 0 ? "The rest" : "The full price";
  const way = {
    till: `${part} is paid back in cash at the box office where you bought.`,
    seller: `${part} is paid back by the seller, whom you paid.`,
    card: `${part} is refunded to the card you paid with.`,
  }[refundWayOf(booking)];
  return [way, ...agreed];
}

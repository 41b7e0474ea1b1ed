import type { LabeledLine } from "@evently/core/seat";
import { nameSeats } from "@evently/core/seat/name-seats.rules";
import { Price } from "~/ui/format/price";

type Props = {
  refund: number;
  isCash: boolean;
  currency: string;
  eventName: string;
  lines: readonly LabeledLine[];
};

/** What a cancellation does to money, seats and ticket. */
export function CancelTerms({ refund, isCash, currency, eventName, lines }: Props) {
  const isOne = lines.length === 1;
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-card bg-sunken px-4 py-3">
        <span>Your refund</span>
        <Price amount={refund} currency={currency} className="display ml-auto text-right font-semibold text-36" />
      </p>
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        <li>{describeRefund(refund, isCash)}</li>
        <li>
          {nameSeats(lines)} for <bdi>{eventName}</bdi> {isOne ? "goes" : "go"} back on sale at once. If you change your
          mind, {isOne ? "it" : "they"} may be gone.
        </li>
        <li>Your ticket becomes invalid, printed or not.</li>
      </ul>
    </div>
  );
}

function describeRefund(refund: number, isCash: boolean): string {
  if (refund === 0) return "Nothing was paid, so nothing is refunded.";
  return isCash
    ? "The full price is paid back in cash at the box office where you bought."
    : "The full price is refunded to the card you paid with.";
}

import { Price } from "~/ui/format/price";
import { groupPlaces, listNums, type SeatPlace } from "./seat-place";

type Props = { refund: number; currency: string; eventName: string; count: number; places: readonly SeatPlace[] };

/** What a cancellation does to money, seats and ticket. */
export function CancelTerms({ refund, currency, eventName, count, places }: Props) {
  const isOne = count === 1;
  const seats = places.length > 0 ? nameSeats(places) : `Your ${isOne ? "seat" : "seats"}`;
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-card bg-sunken px-4 py-3">
        <span>Your refund</span>
        <Price amount={refund} currency={currency} className="display ml-auto text-right font-semibold text-36" />
      </p>
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        <li>
          {refund > 0
            ? "The full price is refunded to the card you paid with."
            : "Nothing was paid, so nothing is refunded."}
        </li>
        <li>
          {seats} for <bdi>{eventName}</bdi> {isOne ? "goes" : "go"} back on sale at once. If you change your mind,{" "}
          {isOne ? "it" : "they"} may be gone.
        </li>
        <li>Your ticket becomes invalid, printed or not.</li>
      </ul>
    </div>
  );
}

/** "Row C, seats 21 and 22". */
function nameSeats(places: readonly SeatPlace[]): string {
  const rows = groupPlaces(places).map(
    ({ row, nums }) => `Row ${row}, ${nums.length === 1 ? "seat" : "seats"} ${listNums(nums)}`,
  );
  return new Intl.ListFormat("en-GB").format(rows);
}

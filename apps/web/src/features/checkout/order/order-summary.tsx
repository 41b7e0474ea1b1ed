import type { HoldingView } from "@evently/core/hold";
import type { ReactNode } from "react";
import { namePlace, type SeatPlace } from "~/features/booking/seat-place";
import { Price } from "~/ui/format/price";

type Props = { hold: HoldingView; places: readonly SeatPlace[]; header: ReactNode; children?: ReactNode };

/** The event, each seat with its price, and the total as the server has it. */
export function OrderSummary({ hold, places, header, children }: Props) {
  const names = new Map<string, SeatPlace>(places.map((place) => [place.seat, place]));
  return (
    <section aria-labelledby="order" className="overflow-hidden rounded-card border border-line bg-card">
      <h2 id="order" className="sr-only">
        Your order
      </h2>
      {header}
      <div className="flex flex-col gap-3 p-4 sm:p-5">
        <ul className="flex flex-col gap-1 sm:gap-2">
          {hold.lines.map(({ seat, seat_type, price }) => (
            <li key={seat} className="flex items-baseline gap-4 text-14 sm:text-16">
              <span className="figures grow">
                {describeSeat(names.get(seat), seat)}
                <span className="ml-2 text-14 text-soft sm:ml-0 sm:block">
                  {describeType(names.get(seat), seat_type)}
                </span>
              </span>
              <Price amount={price} currency={hold.currency} className="shrink-0" />
            </li>
          ))}
        </ul>
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-t pt-3">
          <span className="font-medium">Total</span>
          <Price
            amount={hold.total}
            currency={hold.currency}
            className="display ml-auto text-right font-semibold text-28 sm:text-36"
          />
        </p>
        {children}
      </div>
    </section>
  );
}

const describeSeat = (place: SeatPlace | undefined, seat: string) => (place ? namePlace(place) : seat);

/** The section, then the price category unless that names the section already. */
function describeType(place: SeatPlace | undefined, seat_type: string): string {
  const section = place?.section ?? "";
  return section === "" || seat_type.startsWith(section) ? seat_type : `${section} · ${seat_type}`;
}

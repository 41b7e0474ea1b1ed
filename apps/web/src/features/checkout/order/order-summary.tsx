import type { HoldingView } from "@evently/core/hold";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import type { ReactNode } from "react";
import { nameFeatures } from "~/features/hall/seat-features";
import { Price } from "~/ui/format/price";

type Props = { hold: HoldingView; header: ReactNode; children?: ReactNode };

/** The event, each seat with its price, and the total as the server has it. */
export function OrderSummary({ hold, header, children }: Props) {
  return (
    <section aria-labelledby="order" className="overflow-hidden rounded-card border border-line bg-card">
      <h2 id="order" className="sr-only">
        Your order
      </h2>
      {header}
      <div className="flex flex-col gap-3 p-4 sm:p-5">
        <ul className="flex flex-col gap-1 sm:gap-2">
          {hold.lines.map((line) => (
            <li key={line.seat} className="flex flex-wrap items-baseline justify-end gap-x-4 text-14 sm:text-16">
              <span className="figures min-w-0 grow basis-40">
                {nameSeat(line)}
                <span className="ml-2 text-14 text-soft sm:ml-0 sm:block">
                  {[line.seat_type, ...nameFeatures(line)].join(" · ")}
                </span>
              </span>
              <Price amount={line.price} currency={hold.currency} />
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

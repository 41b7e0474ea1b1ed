import type { EventAnalytics } from "@evently/core/analytics";
import { formatMoney } from "@evently/core/format/format-money";
import type { ReactNode } from "react";
import { formatCount } from "~/ui/format/format-count";
import { CapacityBar } from "../capacity-bar";
import { formatPercent } from "../format-percent";
import type { EventTotals } from "./sum-events";

type Figures = Pick<
  EventAnalytics,
  | "seats_sold"
  | "seats_reserved"
  | "seats_held"
  | "seats_blocked"
  | "total_seats"
  | "hold_success_rate"
  | "cancellation_rate"
> &
  Pick<EventTotals, "revenue">;

type Props = {
  /** Status and dates. */
  label: ReactNode;
  figures: Figures;
  /** The name and where it leads. */
  children: ReactNode;
  /** The rows that this one stands for. */
  parts?: ReactNode;
};

export const headingStyle = "display font-semibold text-18 sm:text-22";

/** A row of the overview: what it is of, its bar and its figures. */
export function FiguresRow({ label, figures, children, parts }: Props) {
  const { seats_sold, seats_reserved, seats_held, seats_blocked, total_seats } = figures;
  return (
    <li className="grid grid-cols-1 gap-x-8 gap-y-3 py-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="flex min-w-0 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-14 text-soft">{label}</p>
        {children}
      </div>
      <div className="flex flex-col justify-center gap-2.5">
        <CapacityBar
          sold={seats_sold}
          reserved={seats_reserved}
          held={seats_held}
          blocked={seats_blocked}
          total={total_seats}
          className="h-3"
        />
        <dl className="figures flex flex-wrap gap-x-4 gap-y-2">
          {listFigures(figures).map(({ term, values, note }) => (
            <div key={term} className="max-w-full grow basis-28">
              <dt className="text-12 text-soft">{term}</dt>
              <dd className="font-semibold">
                {values.map((value) => (
                  <span key={value} className="whole break-words">
                    {value}
                  </span>
                ))}{" "}
                {note ? <span className="font-normal text-14 text-soft">{note}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {parts}
    </li>
  );
}

function listFigures(figures: Figures): { term: string; values: string[]; note?: string }[] {
  const { seats_sold, seats_reserved, total_seats, revenue, hold_success_rate, cancellation_rate } = figures;
  return [
    { term: "Sold", values: [formatCount(seats_sold)], note: `of ${formatCount(total_seats)}` },
    ...(seats_reserved > 0 ? [{ term: "Reserved", values: [formatCount(seats_reserved)] }] : []),
    { term: "Revenue", values: revenue.map(({ amount, currency }) => formatMoney(amount, currency)) },
    { term: "Hold success", values: [formatPercent(hold_success_rate)] },
    { term: "Cancellation rate", values: [formatPercent(cancellation_rate)] },
  ];
}

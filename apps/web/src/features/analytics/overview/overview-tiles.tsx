import { countLeft } from "@evently/core/analytics/analytics.rules";
import { formatCount } from "~/ui/format/format-count";
import { Price } from "~/ui/format/price";
import { figureMeanings } from "../figure-meanings";
import { formatPercent } from "../format-percent";
import { SoldTile } from "../sold-tile";
import { Tile } from "../tile";
import type { EventTotals } from "./sum-events";

type Props = {
  totals: EventTotals;
  /** False while older events are not loaded yet and missing here. */
  isAll: boolean;
};

/** The totals of all events; seats only of those to come. */
export function OverviewTiles({ totals, isAll }: Props) {
  const { capacity_utilization, total_seats, seats_sold, seats_reserved, seats_held, seats_blocked, comps } =
    totals.coming;
  const seats_available = countLeft(totals.coming) - seats_held;
  const all = `${isAll ? "In" : "In the newest"} ${countEvents(totals.all.events)}`;
  const coming = `In ${countEvents(totals.coming.events)} to come`;
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line lg:grid-cols-[minmax(0,2fr)_repeat(2,minmax(0,1fr))]">
      <SoldTile
        figures={{ seats_sold, seats_reserved, seats_held, seats_blocked, comps, total_seats, seats_available }}
        meaning={`${coming}. Drafts, cancelled and past events are left out.`}
      />
      <Tile
        name="Revenue"
        value={totals.revenue.map(({ currency, amount }) => (
          <span key={currency} className="block">
            <Price amount={amount} currency={currency} />
          </span>
        ))}
        meaning={figureMeanings.Revenue}
        note={`${all}, past and cancelled ones too`}
      />
      <Tile
        name="Capacity sold"
        value={formatPercent(capacity_utilization)}
        meaning="Seats sold, of all seats of events to come."
        note={coming}
      />
      <Tile
        name="Hold success"
        value={formatPercent(totals.hold_success_rate)}
        meaning={figureMeanings["Hold success"]}
        note={all}
      />
      <Tile
        name="Cancellation rate"
        value={formatPercent(totals.cancellation_rate)}
        meaning={figureMeanings["Cancellation rate"]}
        note={`Of ${formatCount(totals.total_bookings)} bookings`}
      />
    </dl>
  );
}

const countEvents = (count: number) => (count === 1 ? "1 event" : `${formatCount(count)} events`);

import { formatCount } from "~/ui/format/format-count";
import { Price } from "~/ui/format/price";
import { formatPercent } from "../format-percent";
import { SoldTile } from "../sold-tile";
import { Tile } from "../tile";
import type { EventTotals } from "./sum-events";

type Props = {
  totals: EventTotals;
  /** False while older events are not loaded yet and missing here. */
  isAll: boolean;
};

/** The totals of all events. */
export function OverviewTiles({ totals, isAll }: Props) {
  const { seats_sold, seats_held, total_seats } = totals;
  const events = totals.events === 1 ? "1 event" : `${formatCount(totals.events)} events`;
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line lg:grid-cols-[minmax(0,2fr)_repeat(2,minmax(0,1fr))]">
      <SoldTile
        figures={{ seats_sold, seats_held, total_seats, seats_available: total_seats - seats_sold - seats_held }}
      />
      <Tile
        name="Revenue"
        value={totals.revenue.map(({ currency, amount }) => (
          <span key={currency} className="block">
            <Price amount={amount} currency={currency} />
          </span>
        ))}
        note={isAll ? `in ${events}` : `in the newest ${events}`}
      />
      <Tile name="Capacity sold" value={formatPercent(totals.capacity_utilization)} note="of all seats" />
      <Tile name="Hold success" value={formatPercent(totals.hold_success_rate)} note="of all requests to hold seats" />
      <Tile
        name="Cancellation rate"
        value={formatPercent(totals.cancellation_rate)}
        note={`of ${formatCount(totals.total_bookings)} bookings`}
      />
    </dl>
  );
}

import type { EventAnalytics } from "@evently/core/analytics";
import { formatDateTime } from "@evently/core/format/format-time";
import { formatCount } from "~/ui/format/format-count";
import { Price } from "~/ui/format/price";
import { useDateStyle } from "~/ui/format/use-date-style";
import { averageOrder } from "../average-order";
import { type FigureName, figureMeanings } from "../figure-meanings";
import { formatPercent } from "../format-percent";
import { SoldTile } from "../sold-tile";
import { Tile } from "../tile";

export function EventTiles({ figures }: { figures: EventAnalytics }) {
  const { currency, timezone, last_booking_time } = figures;
  const style = useDateStyle();
  const name = (name: FigureName) => ({ name, meaning: figureMeanings[name] });
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line lg:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))]">
      <SoldTile figures={figures} meaning={figureMeanings.Sold} />
      <Tile
        {...name("Revenue")}
        value={<Price amount={figures.revenue} currency={currency} />}
        note={
          last_booking_time ? `Last booking ${formatDateTime(last_booking_time, timezone, style)}` : "No booking yet"
        }
      />
      <Tile
        {...name("Capacity sold")}
        value={formatPercent(figures.capacity_utilization)}
        note={`${formatCount(figures.seats_available)} available`}
      />
      <Tile
        {...name("Average order")}
        value={<Price amount={averageOrder(figures)} currency={currency} />}
        note={count(figures.total_bookings - figures.total_cancellations, "booking")}
      />
      <Tile
        {...name("Hold success")}
        value={formatPercent(figures.hold_success_rate)}
        note={count(figures.failed_holds, "failed request")}
      />
      <Tile
        {...name("Holds booked")}
        value={formatPercent(figures.booking_success_rate)}
        note={count(figures.holds_placed, "hold")}
      />
      <Tile
        {...name("Cancellation rate")}
        value={formatPercent(figures.cancellation_rate)}
        note={`${formatCount(figures.total_cancellations)} of ${count(figures.total_bookings, "booking")}`}
      />
    </dl>
  );
}

const count = (number: number, noun: string) => `${formatCount(number)} ${noun}${number === 1 ? "" : "s"}`;

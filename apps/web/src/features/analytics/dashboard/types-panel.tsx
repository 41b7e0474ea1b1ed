import type { EventAnalytics } from "@evently/core/analytics";
import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";
import { formatCount } from "~/ui/format/format-count";
import "~/features/hall/hall.css";
import { formatMoney } from "@evently/core/format/format-money";
import { BarList } from "../bar-list";
import { FiguresTable } from "../figures-table";
import { formatPercent } from "../format-percent";
import { Panel } from "../panel";
import { salesByType, type TypeSales } from "./type-sales";

type Props = { figures: EventAnalytics; seat_types: readonly string[]; className?: string };

/** Each seat type in its color and mark on the map. */
export function TypesPanel({ figures, seat_types, className }: Props) {
  const { currency } = figures;
  const types = salesByType(figures, seat_types);
  const max = Math.max(1, ...types.map(({ revenue }) => revenue));
  return (
    <Panel
      title="Revenue by seat type"
      className={className}
      table={() => <TypesTable types={types} currency={currency} />}
    >
      <BarList
        bars={types.map(({ name, type, seats_sold, revenue, share }) => ({
          key: name,
          name: (
            <>
              <SeatSwatch type={type} />
              <bdi className="min-w-0">{name}</bdi>
            </>
          ),
          share: revenue / max,
          value: formatMoney(revenue, currency),
          note: `${formatCount(seats_sold)} ${seats_sold === 1 ? "seat" : "seats"} sold, ${formatPercent(share)} of revenue`,
          color: `var(--seat-${(type % 8) + 1})`,
        }))}
      />
    </Panel>
  );
}

function TypesTable({ types, currency }: { types: readonly TypeSales[]; currency: string }) {
  return (
    <FiguresTable
      caption="Revenue by seat type"
      columns={[
        { name: "Seat type" },
        { name: "Seats sold", isNumber: true },
        { name: "Revenue", isNumber: true },
        { name: "Share", isNumber: true },
      ]}
      rows={types.map(({ name, seats_sold, revenue, share }) => ({
        key: name,
        cells: [name, formatCount(seats_sold), formatMoney(revenue, currency), formatPercent(share)],
      }))}
    />
  );
}

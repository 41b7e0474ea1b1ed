"use client";

import type { EventReport } from "@evently/core/analytics";
import { formatClock, formatDateTime, formatShortDay } from "@evently/core/format/format-time";
import { formatCount } from "~/ui/format/format-count";
import { useDateStyle } from "~/ui/format/use-date-style";
import { BarList } from "../bar-list";
import { FiguresTable } from "../figures-table";
import { Panel } from "../panel";
import { groupArrivals, type Span } from "./group-arrivals";

type Props = { figures: EventReport; className?: string };

/** Who came, when, and who did not; nothing before the first. */
export function ArrivalsPanel({ figures, className }: Props) {
  const { checked_in, no_shows, arrivals, timezone } = figures;
  const style = useDateStyle();
  if (checked_in === 0 && !no_shows) return null;
  const rows = groupArrivals(arrivals);
  const frame = { title: "Arrivals", lead: describe(figures), ...(className ? { className } : {}) };
  if (rows.length === 0) return <Panel {...frame}>{null}</Panel>;
  const dayOf = ({ at }: Span) => formatShortDay(at, timezone, style);
  const hasDays = new Set(rows.map(dayOf)).size > 1;
  const nameOf = (span: Span) =>
    [
      ...(hasDays ? [dayOf(span)] : []),
      `${formatClock(span.at, timezone, style)} to ${formatClock(span.to, timezone, style)}`,
    ].join(", ");
  const most = Math.max(1, ...rows.map(({ admitted }) => admitted));
  return (
    <Panel
      {...frame}
      table={() => (
        <FiguresTable
          caption="Arrivals"
          columns={[{ name: "From" }, { name: "To" }, { name: "Came in", isNumber: true }]}
          rows={rows.map(({ at, to, admitted }) => ({
            key: at,
            cells: [formatDateTime(at, timezone, style), formatClock(to, timezone, style), formatCount(admitted)],
          }))}
        />
      )}
    >
      <BarList
        bars={rows.map((span) => ({
          key: span.at,
          name: nameOf(span),
          share: span.admitted / most,
          value: formatCount(span.admitted),
        }))}
      />
    </Panel>
  );
}

function describe({ checked_in, no_shows, seats_sold }: EventReport): string {
  const came = `${formatCount(checked_in)} of ${formatCount(seats_sold)} sold ${seats_sold === 1 ? "seat is" : "seats are"} checked in.`;
  return no_shows === null ? came : `${came} ${formatCount(no_shows)} did not come.`;
}

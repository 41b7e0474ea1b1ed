"use client";

import type { Interval, SalesPeriod } from "@evently/core/analytics";
import type { EventPage } from "@evently/core/event";
import { formatMoney } from "@evently/core/format/format-money";
import { formatDateTime, formatDay } from "@evently/core/format/format-time";
import type { EventId } from "@evently/core/ids";
import { useInfiniteQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useEffect, useMemo, useState } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { liveInterval } from "~/features/organizer/live/live-interval";
import { QueryResult } from "~/features/organizer/live/query-result";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";
import { formatCount } from "~/ui/format/format-count";
import { useDateStyle } from "~/ui/format/use-date-style";
import { Skeleton } from "~/ui/skeleton";
import { Panel } from "../panel";
import { Segmented } from "../segmented";
import { fillSales, type SalesPoint } from "./fill-sales";
import type { Measure } from "./lay-out-sales";
import { SalesTable } from "./sales-table";

const skeleton = <Skeleton className="h-86 w-full" />;
const SalesChart = dynamic(() => import("./sales-chart"), { ssr: false, loading: () => skeleton });

const periodLimits = { hour: { min: 12, max: 72 }, day: { min: 10, max: 92 } } as const;
const pageSize = 200;

type Props = {
  event: Pick<EventPage, "event_id" | "currency" | "timezone">;
  isLive: boolean;
  initialInterval: Interval;
  className?: string;
};

/** Revenue or seats over time, by the hour or by the day. */
export function SalesPanel({ event, isLive, initialInterval, className }: Props) {
  const [interval, setInterval] = useState(initialInterval);
  const [measure, setMeasure] = useState<Measure>("revenue");
  const { query, periods } = useSales(event.event_id, interval, isLive);
  return (
    <Panel
      title="Sales over time"
      className={className}
      actions={
        <div className="flex flex-wrap gap-2">
          <Segmented name="What to show" options={measures} value={measure} onChange={setMeasure} />
          <Segmented name="Show by" options={intervals} value={interval} onChange={setInterval} />
        </div>
      }
      table={() => <SalesTable periods={periods} interval={interval} event={event} />}
    >
      <QueryResult query={query} subject="the sales" skeleton={skeleton}>
        {() => <FilledChart {...{ periods, event, interval, measure, isLive }} />}
      </QueryResult>
    </Panel>
  );
}

const measures = [
  { value: "revenue", label: "Revenue" },
  { value: "seats", label: "Seats" },
] as const;
const intervals = [
  { value: "hour", label: "By hour" },
  { value: "day", label: "By day" },
] as const;

/** All periods with sales, oldest first: the running total needs every page. */
function useSales(event_id: EventId, interval: Interval, isLive: boolean) {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({
    ...pageQuery(["analytics", "sales"], { event_id, interval, limit: pageSize }, (input) =>
      client.analytics.sales.query(input),
    ),
    refetchInterval: ({ state }) => liveInterval(isLive) * Math.max(1, state.data?.pages.length ?? 1),
  });
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const periods = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  return { query, periods };
}

type ChartProps = Omit<Props, "initialInterval" | "className"> & {
  periods: readonly SalesPeriod[];
  interval: Interval;
  measure: Measure;
};

function FilledChart({ periods, event, interval, measure, isLive }: ChartProps) {
  const { timezone: zone, currency } = event;
  const style = useDateStyle();
  const until = isLive ? new Date(serverClock.now() * 1000).toISOString() : null;
  const points = fillSales(periods, { interval, zone, until, ...periodLimits[interval] });
  if (points.length === 0) return <NothingSold />;
  const format = (value: number) => (measure === "revenue" ? formatMoney(value, currency) : formatCount(value));
  return <SalesChart {...{ points, interval, zone, measure, format, label: describe(points, format, measure) }} />;

  function describe(all: readonly SalesPoint[], format: (value: number) => string, measure: Measure): string {
    const [first, last] = [all[0], all.at(-1)];
    if (!first || !last) return "";
    const name = (from: string) =>
      interval === "hour" ? formatDateTime(from, zone, style) : formatDay(from, zone, style);
    const total = measure === "revenue" ? format(last.revenue_so_far) : `${format(last.seats_so_far)} seats`;
    return `${measure === "revenue" ? "Revenue" : "Seats sold"} by the ${interval}, ${name(first.from)} to ${name(last.from)}: ${total} in total.`;
  }
}

function NothingSold() {
  return (
    <p className="grid h-86 place-items-center rounded-control border border-outline border-dashed px-6 text-center text-soft">
      Nothing sold yet. The chart starts with the first booking.
    </p>
  );
}

import type { EventAnalytics } from "@evently/core/analytics";
import { toPercent } from "@evently/core/analytics/analytics.rules";

type Listed = Pick<EventAnalytics, "start_time" | "end_time" | "total_seats" | "seats_sold" | "revenue"> & {
  event_id: string;
  series_id: string | null;
};

/** A row of the overview: an event, or the dates of a series, soonest first; and by what it is sorted. */
export type OverviewRow<E extends Listed = EventAnalytics> = {
  key: string;
  dates: readonly E[];
  /** Of the next date that is not over, or else of the last one. */
  start_time: string;
  end_time: string;
  revenue: number;
  capacity_utilization: number;
};

/** Events as rows: the dates of a series are one, where its first one stood. `now` in epoch seconds. */
export function groupSeries<E extends Listed>(events: readonly E[], now: number): OverviewRow<E>[] {
  const groups = new Map<string, E[]>();
  for (const event of events) {
    const key = event.series_id ?? event.event_id;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups].flatMap(([key, found]) => toRow(key, found, now) ?? []);
}

function toRow<E extends Listed>(key: string, found: readonly E[], now: number): OverviewRow<E> | null {
  const dates = [...found].sort((a, b) => Date.parse(a.start_time) - Date.parse(b.start_time));
  const next = dates.find(({ end_time }) => now * 1000 < Date.parse(end_time)) ?? dates.at(-1);
  if (!next) return null;
  const sum = (figure: "revenue" | "seats_sold" | "total_seats") =>
    dates.reduce((total, date) => total + date[figure], 0);
  const capacity_utilization = toPercent(sum("seats_sold"), sum("total_seats"));
  const { start_time, end_time } = next;
  return { key, dates, start_time, end_time, revenue: sum("revenue"), capacity_utilization };
}

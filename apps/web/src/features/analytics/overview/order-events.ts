import type { EventAnalytics } from "@evently/core/analytics";

export const eventOrders = {
  newest: "Newest first",
  soonest: "Soonest first",
  revenue: "Most revenue first",
  fullest: "Fullest first",
} as const;
export type EventOrder = keyof typeof eventOrders;

type Sortable = Pick<EventAnalytics, "start_time" | "end_time" | "revenue" | "capacity_utilization">;

/** A sorted copy; events come newest first. `now` in epoch seconds: events that have ended come after the others. */
export function orderEvents<E extends Sortable>(events: readonly E[], order: EventOrder, now: number): readonly E[] {
  if (order === "newest") return events;
  if (order === "revenue") return [...events].sort((a, b) => b.revenue - a.revenue);
  if (order === "fullest") return [...events].sort((a, b) => b.capacity_utilization - a.capacity_utilization);
  const startOf = ({ start_time }: E) => Date.parse(start_time) / 1000;
  const isOver = ({ end_time }: E) => Date.parse(end_time) / 1000 <= now;
  return [...events].sort((a, b) => {
    if (isOver(a) !== isOver(b)) return isOver(a) ? 1 : -1;
    return isOver(a) ? startOf(b) - startOf(a) : startOf(a) - startOf(b);
  });
}

import type { ListedEvent } from "@evently/core/event";
import { defaultDateStyle } from "@evently/core/format/date-style";
import { formatDays, isOneDay } from "@evently/core/format/format-span";
import { formatDay } from "@evently/core/format/format-time";
import { formatCount } from "~/ui/format/format-count";

type Dates = Pick<NonNullable<ListedEvent["dates"]>, "count" | "first_start_time" | "last_start_time">;

/** A row that stands for several dates: "3 dates, 14 Jan to 3 Feb 2027"; null for one date. */
export function describeDates(
  { dates, timezone }: Pick<ListedEvent, "timezone"> & { dates?: Dates | undefined },
  style = defaultDateStyle,
): string | null {
  if (!dates || dates.count === 1) return null;
  const { first_start_time: start_time, last_start_time } = dates;
  // A span ends with its last instant: the day on which the last date begins, even at midnight, is one of its days.
  const span = { start_time, end_time: new Date(Date.parse(last_start_time) + 1).toISOString(), timezone };
  const days = isOneDay(span) ? formatDay(start_time, timezone, style) : formatDays(span, style);
  return `${formatCount(dates.count)} dates, ${days}`;
}

/** What a row shows of prices, seats and sale: those of all its dates together. */
export const joinDates = (event: ListedEvent): ListedEvent => ({ ...event, ...event.dates });

"use client";

import { formatClock, formatDateTime, formatDay } from "@evently/core/format/format-time";
import { useDateStyle } from "./use-date-style";

type Props = { instant: string; zone: string; show?: "day" | "clock" | "both" };

const formatters = { day: formatDay, clock: formatClock, both: formatDateTime } as const;

/** An instant in the event's zone, in the visitor's style; "both" names the zone. */
export function DateTime({ instant, zone, show = "both" }: Props) {
  return (
    <time dateTime={instant} className="figures">
      {formatters[show](instant, zone, useDateStyle())}
    </time>
  );
}

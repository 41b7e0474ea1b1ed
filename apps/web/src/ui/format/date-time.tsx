import { formatClock, formatDateTime, formatDay } from "./format-time";

type Props = { instant: string; zone: string; show?: "day" | "clock" | "both" };

const formatters = { day: formatDay, clock: formatClock, both: formatDateTime } as const;

/** An instant in the event's own zone; "both" names the zone. */
export function DateTime({ instant, zone, show = "both" }: Props) {
  return (
    <time dateTime={instant} className="figures">
      {formatters[show](instant, zone)}
    </time>
  );
}

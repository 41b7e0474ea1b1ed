import type { EventCard } from "@evently/core/event";
import { saleState } from "@evently/core/event/event.rules";
import { Badge } from "~/ui/chip";
import { formatWait } from "./format-wait";

type Props = { event: Pick<EventCard, "sales_start" | "sales_end" | "start_time">; now: number };

/** Where the sale stands, unless it is simply open. `now` in epoch seconds. */
export function SaleBadge({ event, now }: Props) {
  const state = saleState(event, now);
  if (state === "open") return null;
  if (state === "ended") return <Badge>Sale ended</Badge>;
  return <Badge tone="spot">Sale opens in {formatWait(Date.parse(event.sales_start) / 1000 - now)}</Badge>;
}

import type { ListedEvent } from "@evently/core/event";
import { saleState } from "@evently/core/event/event.rules";
import { Badge } from "~/ui/chip";
import { describeSeatsLeft } from "./describe-seats-left";
import { formatWait } from "./format-wait";

type Stand = Pick<ListedEvent, "sales_start" | "sales_end" | "start_time" | "seats_left" | "seat_count">;

/** Where the sale stands, unless it is simply open with seats to choose from. `now` in epoch seconds. */
export function SaleBadge({ event, now }: { event: Stand; now: number }) {
  const state = saleState(event, now);
  if (state === "ended") return <Badge>Sale ended</Badge>;
  if (state === "upcoming") {
    return <Badge tone="spot">Sale opens in {formatWait(Date.parse(event.sales_start) / 1000 - now)}</Badge>;
  }
  const left = describeSeatsLeft(event);
  if (left === "sold out") return <Badge>Sold out</Badge>;
  return left === "few" ? <Badge tone="curtain">Few left</Badge> : null;
}

import type { ListedEvent } from "@evently/core/event";
import type { saleState } from "@evently/core/event/event.rules";
import { useServerTime } from "~/features/clock/use-server-time";
import { Badge } from "~/ui/chip";
import { describeSeatsLeft } from "./describe-seats-left";
import { formatWait } from "./format-wait";

type Props = {
  event: Pick<ListedEvent, "sales_start" | "seats_left" | "seat_count">;
  selling: ReturnType<typeof saleState>;
};

/** Where the sale stands, unless it is simply open with seats to choose from. */
export function SaleBadge({ event, selling }: Props) {
  if (selling === "ended") return <Badge>Sale ended</Badge>;
  if (selling === "upcoming") return <OpensIn instant={event.sales_start} />;
  const left = describeSeatsLeft(event);
  if (left === "sold out") return <Badge>Sold out</Badge>;
  return left === "few" ? <Badge tone="curtain">Few left</Badge> : null;
}

function OpensIn({ instant }: { instant: string }) {
  const wait = useServerTime((now) => formatWait(Date.parse(instant) / 1000 - now));
  return <Badge tone="spot">Sale opens in {wait}</Badge>;
}

import type { ListedEvent } from "@evently/core/event";
import type { saleState } from "@evently/core/event/event.rules";
import { useServerTime } from "~/features/clock/use-server-time";
import { Badge } from "~/ui/chip";
import { formatWait } from "~/ui/format/format-time";
import { describeSeatsLeft } from "./describe-seats-left";

type Props = {
  event: Pick<ListedEvent, "sales_start" | "seats_left" | "seat_count">;
  selling: ReturnType<typeof saleState>;
};

/** The state of the sale; nothing while it is open with plenty of seats. */
export function SaleBadge({ event, selling }: Props) {
  if (selling === "ended") return <Badge>Sale ended</Badge>;
  if (selling === "upcoming") return <OpensIn instant={event.sales_start} />;
  const left = describeSeatsLeft(event);
  if (left === "sold out") return <Badge>Sold out</Badge>;
  return left === "few" ? <Badge tone="curtain">Few left</Badge> : null;
}

function OpensIn({ instant }: { instant: string }) {
  const wait = useServerTime((now) => formatWait(Date.parse(instant) / 1000 - now));
  return <Badge tone="spot">{`Sale opens in ${wait}`}</Badge>;
}

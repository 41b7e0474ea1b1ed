import type { ListedEvent } from "@evently/core/event";
import type { SaleStatus } from "@evently/core/event/event.rules";
import { useServerTime } from "~/features/clock/use-server-time";
import { saleWords } from "~/features/event/describe-sale";
import { Badge } from "~/ui/chip";
import { formatWait } from "~/ui/format/format-wait";
import { areFewLeft } from "./are-few-left";

type Props = { event: Pick<ListedEvent, "sales_start" | "seats_left" | "seat_count">; sale: SaleStatus };

/** The status of the sale; nothing while it is open with plenty of seats. */
export function SaleBadge({ event, sale }: Props) {
  if (sale === "upcoming") return <OpensIn instant={event.sales_start} />;
  if (sale !== "open") return <Badge>{saleWords[sale]}</Badge>;
  return areFewLeft(event) ? <Badge tone="curtain">Few left</Badge> : null;
}

function OpensIn({ instant }: { instant: string }) {
  const wait = useServerTime((now) => formatWait(Date.parse(instant) / 1000 - now));
  return <Badge tone="spot">{`Sale opens in ${wait}`}</Badge>;
}

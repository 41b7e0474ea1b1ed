import type { EventAnalytics } from "@evently/core/analytics";
import { Badge } from "~/ui/chip";

/** Where the current time is in the sale window of a published event. */
export type Selling = "upcoming" | "open" | "ended";

type Props = { status: EventAnalytics["status"]; selling: Selling };

export function StatusBadge({ status, selling }: Props) {
  if (status === "draft") return <Badge>Draft</Badge>;
  if (status === "paused") return <Badge tone="spot">Paused</Badge>;
  if (status === "cancelling") return <Badge tone="spot">Being cancelled</Badge>;
  if (status === "cancelled") return <Badge>Cancelled</Badge>;
  if (selling === "upcoming") return <Badge>Not on sale yet</Badge>;
  return selling === "open" ? <Badge tone="good">On sale</Badge> : <Badge>Sale ended</Badge>;
}

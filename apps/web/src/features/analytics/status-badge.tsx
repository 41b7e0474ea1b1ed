import type { EventAnalytics } from "@evently/core/analytics";
import { Badge } from "~/ui/chip";

/** What `now` (epoch seconds) and its window make of a published event; an event alone does not tell. */
export type Selling = "upcoming" | "open" | "ended";

type Props = { status: EventAnalytics["status"]; selling: Selling };

/** How an event stands, in a word or two. */
export function StatusBadge({ status, selling }: Props) {
  if (status === "draft") return <Badge>Draft</Badge>;
  if (status === "paused") return <Badge tone="spot">Paused</Badge>;
  if (status === "cancelling") return <Badge tone="spot">Being called off</Badge>;
  if (status === "cancelled") return <Badge>Called off</Badge>;
  if (selling === "upcoming") return <Badge>Sale opens later</Badge>;
  return selling === "open" ? <Badge tone="good">On sale</Badge> : <Badge>Sale ended</Badge>;
}

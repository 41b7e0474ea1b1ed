import type { SaleStatus } from "@evently/core/event/event.rules";
import { describeSale } from "~/features/event/describe-sale";
import { Badge, type BadgeTone } from "~/ui/chip";
import { useDateStyle } from "~/ui/format/use-date-style";

const tones: Partial<Record<SaleStatus, BadgeTone>> = { open: "good", paused: "spot", cancelling: "spot" };

type Props = { event: { sales_start: string; timezone: string }; sale: SaleStatus };

/** The status of a sale, as its organizer sees it. */
export function StatusBadge({ event, sale }: Props) {
  return <Badge tone={tones[sale] ?? "plain"}>{describeSale(event, sale, useDateStyle())}</Badge>;
}

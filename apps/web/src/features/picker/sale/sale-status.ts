import type { EventPage } from "@evently/core/event";
import { saleState } from "@evently/core/event/event.rules";

/** Whether seats can be selected now; if not, why, and when that changes. `opens` in epoch seconds. */
export type SaleStatus = { open: true } | { open: false; reason: SaleReason; opens: number | null };
export type SaleReason = "upcoming" | "ended" | "paused" | "cancelled" | "draft";

/** The status of the sale at `now`, epoch seconds of the server's clock. */
export function saleStatus(event: EventPage, now: number): SaleStatus {
  if (event.status === "cancelled" || event.status === "cancelling") return closed("cancelled");
  if (event.status === "paused" || event.status === "draft") return closed(event.status);
  const state = saleState(event, now);
  if (state === "open") return { open: true };
  return closed(state, state === "upcoming" ? Date.parse(event.sales_start) / 1000 : null);
}

function closed(reason: SaleReason, opens: number | null = null): SaleStatus {
  return { open: false, reason, opens };
}

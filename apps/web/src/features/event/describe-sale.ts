import type { SaleStatus } from "@evently/core/event/event.rules";
import type { DateStyle } from "@evently/core/format/date-style";
import { formatDateTime } from "@evently/core/format/format-time";

/** How a sale's status is called; when one opens is said in words that fit the place. */
export const saleWords: Record<Exclude<SaleStatus, "upcoming">, string> = {
  draft: "Draft",
  open: "On sale",
  sold_out: "Sold out",
  paused: "Paused",
  hidden: "Hidden",
  ended: "Sale ended",
  cancelling: "Being cancelled",
  cancelled: "Cancelled",
};

type Opening = { sales_start: string; timezone: string };

/** The status with the date on which the sale opens: "On sale from Thu 14 Jan 2027, 10:00 CET". */
export function describeSale({ sales_start, timezone }: Opening, sale: SaleStatus, style: DateStyle): string {
  return sale === "upcoming" ? `On sale from ${formatDateTime(sales_start, timezone, style)}` : saleWords[sale];
}

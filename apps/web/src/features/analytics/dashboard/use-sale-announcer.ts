import type { EventAnalytics } from "@evently/core/analytics";
import { formatMoney } from "@evently/core/format/format-money";
import { useChangeAnnouncer } from "~/ui/message/use-change-announcer";

/** Announces changed figures to screen readers. */
export const useSaleAnnouncer = (figures: EventAnalytics | undefined): void =>
  useChangeAnnouncer(figures ? describeSale(figures) : null);

function describeSale({ seats_sold, total_seats, revenue, currency }: EventAnalytics): string {
  return `${seats_sold} of ${total_seats} seats sold, revenue ${formatMoney(revenue, currency)}.`;
}

import type { SaleStatus } from "@evently/core/event/event.rules";

const whileSellingMs = 3000;
const otherwiseMs = 30_000;

/** How often figures are fetched, in milliseconds; React Query pauses while the page is hidden. */
export const liveInterval = (isLive: boolean): number => (isLive ? whileSellingMs : otherwiseMs);

/** Whether an event's figures change now: its seats are sold or returned, or its bookings are refunded one by one. */
export const isChanging = (sale: SaleStatus): boolean =>
  sale === "open" || sale === "sold_out" || sale === "cancelling";

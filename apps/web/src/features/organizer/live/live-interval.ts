import type { EventStatus } from "@evently/core/event";

const whileSellingMs = 3000;
const otherwiseMs = 30_000;

/** How often figures are fetched, in milliseconds; React Query pauses while the page is hidden. */
export const liveInterval = (isLive: boolean): number => (isLive ? whileSellingMs : otherwiseMs);

/** Whether an event's figures change now: it is on sale, or its bookings are being refunded one by one. */
export const isChanging = (status: EventStatus | undefined, isOpen: boolean): boolean =>
  status === "cancelling" || (status === "published" && isOpen);

import type { EventStatus } from "@evently/core/event";

const whileSellingMs = 3000;
const otherwiseMs = 30_000;

/** How often figures are asked for anew, in milliseconds; React Query rests while the page is not seen. */
export const liveInterval = (isLive: boolean): number => (isLive ? whileSellingMs : otherwiseMs);

/** Whether an event's figures move now: it sells, or it is called off and its bookings are paid back one by one. */
export const isMoving = (status: EventStatus | undefined, isOpen: boolean): boolean =>
  status === "cancelling" || (status === "published" && isOpen);

import type { PlaceHold } from "@evently/core/hold";

/** A request to hold seats whose outcome is unknown. */
export type Unanswered = {
  request: PlaceHold;
  /** Its Idempotency-Key. */
  key: string;
  /** By the page's monotonic clock, in ms. */
  sentAt: number;
};

/** Whether these are the seats that it asked for, in any order. */
export function isFor({ request }: Unanswered, seats: readonly string[]): boolean {
  return request.seats.length === seats.length && request.seats.every((seat) => seats.includes(seat));
}

const wantedMs = 60_000;

/** Whether the visitor still waits for it: later on, seats are not held unless they ask again. */
export const isRecent = ({ sentAt }: Unanswered, now = performance.now()): boolean => now - sentAt < wantedMs;

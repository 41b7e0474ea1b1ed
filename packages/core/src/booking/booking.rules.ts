import type { Event } from "../event/event.ts";
import type { Booking } from "./booking.ts";

type Of = Pick<Event, "status" | "start_time">;

/** Whether the attendee may still cancel: until the event begins, and at any time when the event itself is cancelled. */
export function isCancellable(event: Of, now: number): boolean {
  return event.status === "cancelling" || event.status === "cancelled" || now * 1000 < Date.parse(event.start_time);
}

/** What a cancellation by the attendee gives back now, in the minor unit: all of it; null where there is nothing to cancel. */
export function refundIfCancelled(booking: Booking, event: Of, now: number): number | null {
  return booking.state === "confirmed" && isCancellable(event, now) ? booking.total : null;
}

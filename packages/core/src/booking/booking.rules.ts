import { canManage } from "../event/event.rules.ts";
import type { Event } from "../event/event.ts";
import type { Actor } from "../user/user.ts";
import type { Booking } from "./booking.ts";

type OwnEvent = Pick<Event, "status" | "start_time" | "owner_id">;

/**
 * Whether a booking may be cancelled by `actor`, its buyer or one who runs the event. The buyer may until the event begins,
 * and at any time when the event itself is cancelled; who runs it may always.
 */
export function isCancellable(event: OwnEvent, actor: Actor, now: number): boolean {
  if (event.status === "cancelling" || event.status === "cancelled") return true;
  return now * 1000 < Date.parse(event.start_time) || canManage(event, actor);
}

/** What a cancellation by `actor` gives back now, in the minor unit: all of it; null where it may not be, or has been. */
export function refundIfCancelled(booking: Booking, event: OwnEvent, actor: Actor, now: number): number | null {
  return booking.state === "confirmed" && isCancellable(event, actor, now) ? booking.total : null;
}

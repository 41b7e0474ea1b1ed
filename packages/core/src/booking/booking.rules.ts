import { canManage } from "../event/event.rules.ts";
import type { Event } from "../event/event.ts";
import type { Actor } from "../user/user.ts";
import type { Booking } from "./booking.ts";

type OwnEvent = Pick<Event, "status" | "start_time" | "owner_id">;

/**
 * Whether `actor`, the buyer or someone who can manage the event, may cancel a booking. The buyer may until the event
 * starts, and at any time once the event itself is cancelled; its organizer always may.
 */
export function isCancellable(event: OwnEvent, actor: Actor, now: number): boolean {
  if (event.status === "cancelling" || event.status === "cancelled") return true;
  return now * 1000 < Date.parse(event.start_time) || canManage(event, actor);
}

/**
 * The refund that a cancellation by `actor` would pay now, in the minor unit: the full price; null if it isn't allowed
 * or already happened.
 */
export function refundIfCancelled(booking: Booking, event: OwnEvent, actor: Actor, now: number): number | null {
  return booking.state === "confirmed" && isCancellable(event, actor, now) ? booking.total : null;
}

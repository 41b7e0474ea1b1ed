import type { Actor } from "../user/user.ts";
import type { Event } from "./event.ts";

// Separate from event.ts, so that pages that only need these rules don't load the schemas.

/** On sale: published, and sales_start <= now < (sales_end or start_time). `now` in epoch seconds. */
export function isOnSale(
  event: Pick<Event, "status" | "sales_start" | "sales_end" | "start_time">,
  now: number,
): boolean {
  return event.status === "published" && saleState(event, now) === "open";
}

/** The state of the sale window at `now`, whatever the event's status. */
export function saleState(
  event: Pick<Event, "sales_start" | "sales_end" | "start_time">,
  now: number,
): "upcoming" | "open" | "ended" {
  if (now * 1000 < Date.parse(event.sales_start)) return "upcoming";
  return now * 1000 < Date.parse(event.sales_end ?? event.start_time) ? "open" : "ended";
}

/** Whether this actor is the event's owner or an admin. */
export function canManage({ owner_id }: Pick<Event, "owner_id">, actor: Actor | null): boolean {
  return actor !== null && (actor.role === "admin" || actor.user_id === owner_id);
}

/**
 * Whether the event is visible to this actor: a draft, or one cancelled as a draft, is visible only to those who can
 * manage it.
 */
export function isVisibleTo(event: Pick<Event, "status" | "owner_id"> & { never_shown: boolean }, actor: Actor | null) {
  return (event.status !== "draft" && !event.never_shown) || canManage(event, actor);
}

/** In the event's minor unit. */
export function priceRange(event: Pick<Event, "seat_type_prices">): { min: number; max: number } {
  const prices = Object.values(event.seat_type_prices);
  return { min: Math.min(...prices), max: Math.max(...prices) };
}

import type { Actor } from "../user/user.ts";
import type { Event } from "./event.ts";

// Apart from event.ts, so that a page which asks these questions does not load the schemas as well.

/** On sale: published, and sales_start <= now < (sales_end or start_time). `now` in epoch seconds. */
export function isOnSale(
  event: Pick<Event, "status" | "sales_start" | "sales_end" | "start_time">,
  now: number,
): boolean {
  return event.status === "published" && saleState(event, now) === "open";
}

/** Where the sale window stands at `now`, whatever the status. */
export function saleState(
  event: Pick<Event, "sales_start" | "sales_end" | "start_time">,
  now: number,
): "upcoming" | "open" | "ended" {
  if (now * 1000 < Date.parse(event.sales_start)) return "upcoming";
  return now * 1000 < Date.parse(event.sales_end ?? event.start_time) ? "open" : "ended";
}

/** Whether this actor runs the event: its owner, or an admin. */
export function canManage({ owner_id }: Pick<Event, "owner_id">, actor: Actor | null): boolean {
  return actor !== null && (actor.role === "admin" || actor.user_id === owner_id);
}

/** Whether this actor may know of the event: a draft, or what was cancelled as one, exists for those alone who run it. */
export function isVisibleTo(event: Pick<Event, "status" | "owner_id"> & { never_shown: boolean }, actor: Actor | null) {
  return (event.status !== "draft" && !event.never_shown) || canManage(event, actor);
}

/** The lowest and highest price of an event, in its minor unit. */
export function priceRange(event: Pick<Event, "seat_type_prices">): { min: number; max: number } {
  const prices = Object.values(event.seat_type_prices);
  return { min: Math.min(...prices), max: Math.max(...prices) };
}

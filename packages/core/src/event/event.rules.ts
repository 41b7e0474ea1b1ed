import { isMember, may } from "../organization/may.ts";
import type { Actor } from "../user/user.ts";
import type { Event } from "./event.ts";

// Separate from event.ts, so that pages that only need these rules don't load the schemas.

/** On sale: published, and sales_start <= now < (sales_end or start_time). `now` in epoch seconds. */
export function isOnSale(event: ForSale, now: number): boolean {
  return saleStatus(event, now) === "open";
}

const minute = 60_000;

/** An instant has a year of four digits. */
const lastInstant = Date.parse("9999-12-31T23:59:59.999Z");

/** When the event ends: its start and its minutes. */
export function endTime({ start_time, duration }: Span): string {
  return new Date(Math.min(Date.parse(start_time) + duration * minute, lastInstant)).toISOString();
}

/** Whether two events take place at the same time; one may begin as the other ends. */
export function overlaps(a: Span, b: Span): boolean {
  return Date.parse(a.start_time) < Date.parse(endTime(b)) && Date.parse(b.start_time) < Date.parse(endTime(a));
}

/** Whether the sale can't be open any more. `now` in epoch seconds. */
export function isSaleOver(event: SaleEnd, now: number): boolean {
  return now * 1000 >= Date.parse(event.sales_end ?? event.start_time);
}

type Span = Pick<Event, "start_time" | "duration">;
type SaleEnd = { start_time: string; sales_end?: string | null | undefined };
/** The state of the sale window at `now`, whatever the event's status. */
export function saleState(
  event: Pick<Event, "sales_start" | "sales_end" | "start_time">,
  now: number,
): "upcoming" | "open" | "ended" {
  if (now * 1000 < Date.parse(event.sales_start)) return "upcoming";
  return isSaleOver(event, now) ? "ended" : "open";
}

/** What the sale of an event is doing, as everybody is told. */
export type SaleStatus =
  | "draft"
  | "upcoming"
  | "open"
  | "sold_out"
  | "paused"
  | "hidden"
  | "ended"
  | "cancelling"
  | "cancelled";

/**
 * The status of an event's sale at `now`, epoch seconds. What the operator took off sale is hidden. It is sold out once no seat is left to sell; seats on hold may
 * still come back. Without `seats_left` that is not asked.
 */
export function saleStatus(event: ForSale, now: number, seats_left?: number): SaleStatus {
  const { status } = event;
  if (status === "deleting") return "draft";
  if (isWithdrawn(event) && isOffered(event)) return "hidden";
  if (status !== "published") return status;
  const state = saleState(event, now);
  return state === "open" && seats_left !== undefined && seats_left <= 0 ? "sold_out" : state;
}

type ForSale = Pick<Event, "status" | "sales_start" | "sales_end" | "start_time"> & Withdrawable;

/** A public list has none that is withdrawn, and doesn't say so of each. */
type Withdrawable = { hidden_at?: string | null | undefined; suspended_at?: string | null | undefined };

/** Whether the operator took it from the public: by itself, or with its organizer's account. */
export const isWithdrawn = ({ hidden_at, suspended_at }: Withdrawable): boolean => Boolean(hidden_at ?? suspended_at);

/** Whether everybody may see its page, as far as its organizer knows: that it was cancelled as a draft is not among it. */
export const isPublic = (event: Pick<Event, "status"> & Withdrawable): boolean =>
  event.status !== "draft" && !isWithdrawn(event);

/** Whether the public has it, or has it again once its sale is resumed, as far as its organizer knows. */
export const isOffered = ({ status }: Pick<Event, "status">): boolean => status === "published" || status === "paused";

/** Whether the catalog lists it. */
export const isListed = (event: Pick<Event, "status"> & Withdrawable): boolean =>
  event.status === "published" && !isWithdrawn(event);

type Owned = Pick<Event, "owner_id" | "organization_id">;

/** Whether this actor may change the event. */
export const canManage = (event: Owned, actor: Actor | null): boolean => may(actor, event, "manager");

/**
 * Whether the event is visible to this actor: a draft, one cancelled as a draft, or one that the operator withdrew is
 * visible only to the members of its organization, and one being deleted to nobody.
 */
export function isVisibleTo(event: Shown, actor: Actor | null) {
  if (event.status === "deleting") return false;
  return (event.status !== "draft" && !event.never_shown && !isWithdrawn(event)) || isMember(actor, event);
}

type Shown = Pick<Event, "status"> & Owned & { never_shown: boolean } & Withdrawable;

/** Whether what an event states may still be changed: it is neither called off nor deleted. */
export const isChangeable = ({ status }: Pick<Event, "status">): boolean =>
  status === "draft" || status === "published" || status === "paused";

/** In the event's minor unit. */
export function priceRange(event: Pick<Event, "seat_type_prices">): { min: number; max: number } {
  const prices = Object.values(event.seat_type_prices);
  return { min: Math.min(...prices), max: Math.max(...prices) };
}

import type { Event } from "../event/event.ts";
import { may } from "../organization/may.ts";
import { toInstant, toSeconds } from "../seconds.ts";
import type { Actor } from "../user/user.ts";
import type { Booking } from "./booking.ts";
import { isPaidOnInvoice } from "./invoice.rules.ts";
import { listRefundSteps, type RefundStep, shareOf } from "./refund-steps.rules.ts";
import { leftOf, refundedOf } from "./refunds.rules.ts";

type DatedEvent = Pick<Event, "start_time" | "moved_from" | "free_cancellation_until">;
type OwnEvent = DatedEvent & Pick<Event, "status" | "owner_id" | "organization_id">;
type Sold = Pick<Booking, "start_time" | "cancellation_policy" | "counter" | "total" | "admitted" | "invoice">;

/** Whether the till has money of it. */
export const isPaidInCash = ({ counter, total }: Pick<Booking, "counter" | "total">): boolean =>
  counter === "cash" && total > 0;

/** Whether the seller has the money of it, and no gateway: then they alone can give it back. */
export const isPaidToSeller = (booking: Pick<Booking, "counter" | "total" | "invoice">): boolean =>
  isPaidInCash(booking) || isPaidOnInvoice(booking);

/** The start that was sold, if the event now begins at another time; else null. */
export function movedFrom({ start_time }: Sold, event: Omit<DatedEvent, "free_cancellation_until">): string | null {
  // The version before did not state the start: then it was the first.
  const sold = start_time ?? event.moved_from ?? event.start_time;
  return sold === event.start_time ? null : sold;
}

/**
 * What a buyer gets back who cancels, and until when: of a moved event all of it within its free period, whatever the policy; else
 * as the policy says that was agreed to. None of what was paid in cash or on invoice, which only the box office can give back.
 */
export function refundStepsOf(booking: Sold, event: DatedEvent): RefundStep[] {
  if (isPaidToSeller(booking)) return [];
  const free = movedFrom(booking, event) === null ? null : event.free_cancellation_until;
  return listRefundSteps({
    start: toSeconds(event.start_time),
    free: free ? toSeconds(free) : null,
    policy: booking.cancellation_policy,
  });
}

/** Until when the buyer may cancel, in epoch seconds; null if they never may: nobody may once the event has begun. */
export const cancellableUntil = (booking: Sold, event: DatedEvent): number | null =>
  refundStepsOf(booking, event).at(-1)?.until ?? null;

/**
 * Whether `actor`, the buyer or the event's box office, may cancel a booking: the box office always, everybody
 * once the event itself is called off, the buyer until `cancellableUntil`. What is not paid for yet anybody of them may give
 * back. `now` in epoch seconds.
 */
export function isCancellable(
  booking: Sold & Pick<Booking, "state">,
  event: OwnEvent,
  actor: Actor,
  now: number,
): boolean {
  if (booking.state === "awaiting_payment" || isWhole(event, actor)) return true;
  const until = cancellableUntil(booking, event);
  return until !== null && now < until && !isAnyoneIn(booking);
}

/** Whether `actor` gets everything back whatever the policy: the box office decides, or the event itself is called off. */
const isWhole = (event: OwnEvent, actor: Actor): boolean => isCalledOff(event) || may(actor, event, "box_office");

export const isCalledOff = ({ status }: Pick<Event, "status">): boolean =>
  status === "cancelling" || status === "cancelled";

/** Whether somebody went in with one of its tickets: then its buyer gives nothing back. */
export const isAnyoneIn = ({ admitted = 0 }: Pick<Booking, "admitted">): boolean => admitted > 0;

/**
 * The refund that a cancellation by `actor` would pay now, in the minor unit; null if it isn't allowed or already happened, 0 if it is not
 * paid for yet. All that is left if the box office cancels, the event is called off, or it was moved and the buyer is within their free
 * period; else the policy's part of the price, less what was given back before.
 */
export function refundIfCancelled(booking: Booking, event: OwnEvent, actor: Actor, now: number): number | null {
  switch (booking.state) {
    case "awaiting_payment":
      return 0;
    case "cancelled":
      return null;
    case "confirmed":
      return isCancellable(booking, event, actor, now) ? refundNow(booking, event, actor, now) : null;
  }
}

function refundNow(booking: Booking, event: OwnEvent, actor: Actor, now: number): number | null {
  if (isWhole(event, actor)) return leftOf(booking);
  const step = refundStepsOf(booking, event).find(({ until }) => now < until);
  return step ? shareOf({ ...booking, refunded: refundedOf(booking) }, step.percent) : null;
}

/** The instant of `cancellableUntil` while it lies ahead; of what is not paid for yet, until when that has to be. */
export function showCancellableUntil(booking: Booking, event: OwnEvent, now: number): string | null {
  if (booking.state === "cancelled" || isCalledOff(event)) return null;
  if (booking.state === "awaiting_payment") return booking.invoice.due_at;
  const until = cancellableUntil(booking, event);
  return until !== null && now < until && !isAnyoneIn(booking) ? toInstant(until) : null;
}

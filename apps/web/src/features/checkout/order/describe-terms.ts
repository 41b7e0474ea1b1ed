import { cancellableUntil, movedFrom } from "@evently/core/booking/booking.rules";
import type { DateStyle } from "@evently/core/format/date-style";
import { formatDateTime } from "@evently/core/format/format-time";
import type { HoldingView } from "@evently/core/hold";
import { describeRefundSteps, type EventDates } from "~/features/booking/refunds/describe-refund-steps";

type Agreed = Pick<HoldingView, "start_time" | "cancellation_policy" | "total" | "currency">;

/** Until when what is paid for now can be given back, by what applied when the seats were held. `now` in epoch seconds. */
export function describeTerms(hold: Agreed, event: EventDates, now: number, style: DateStyle): string {
  const start = Date.parse(event.start_time) / 1000;
  if (start <= now) return "The event has begun, so you can’t cancel afterwards.";
  if (cancellableUntil(hold, event) === null)
    return "You can’t cancel afterwards, unless the event is moved or cancelled.";
  const steps = describeRefundSteps(hold, event, now, style);
  return steps ?? "It is too late to cancel afterwards, unless the event is moved or cancelled.";
}

/** That the event begins at another time than when the seats were held; null if it doesn't. */
export function describeMove(hold: Agreed, event: EventDates, style: DateStyle): string | null {
  const held = movedFrom(hold, event);
  if (held === null) return null;
  const say = (instant: string) => formatDateTime(instant, event.timezone, style);
  return `This event has moved: it now begins on ${say(event.start_time)}. You held your seats for ${say(held)}.`;
}

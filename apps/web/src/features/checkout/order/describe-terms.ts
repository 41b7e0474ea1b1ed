import { movedFrom, refundStepsOf } from "@evently/core/booking/booking.rules";
import { shareOf } from "@evently/core/booking/refund-steps.rules";
import type { EventPage } from "@evently/core/event";
import type { DateStyle } from "@evently/core/format/date-style";
import { describeTerms as describeSteps } from "@evently/core/format/describe-terms";
import { formatDateTime } from "@evently/core/format/format-time";
import type { HoldingView } from "@evently/core/hold";

type Agreed = Pick<HoldingView, "start_time" | "cancellation_policy" | "total" | "currency">;
type Dates = Pick<EventPage, "start_time" | "timezone" | "moved_from" | "free_cancellation_until">;

/** Until when what is paid for now can be given back, by what applied when the seats were held. `now` in epoch seconds. */
export function describeTerms(hold: Agreed, event: Dates, now: number, style: DateStyle): string {
  const start = Date.parse(event.start_time) / 1000;
  if (start <= now) return "The event has begun, so you can’t cancel afterwards.";
  const steps = refundStepsOf(hold, event);
  if (steps.length === 0) return "You can’t cancel afterwards, unless the event is moved or cancelled.";
  const ahead = steps.filter(({ until }) => until > now);
  if (ahead.length === 0) return "It is too late to cancel afterwards, unless the event is moved or cancelled.";
  const described = ahead.map(({ until, percent }) => ({
    end: until === start ? "the event begins" : formatDateTime(toInstant(until), event.timezone, style),
    percent,
    refund: shareOf(hold.total, percent),
  }));
  return describeSteps(described, hold);
}

/** That the event begins at another time than when the seats were held; null if it doesn't. */
export function describeMove(hold: Agreed, event: Dates, style: DateStyle): string | null {
  const held = movedFrom(hold, event);
  if (held === null) return null;
  const say = (instant: string) => formatDateTime(instant, event.timezone, style);
  return `This event has moved: it now begins on ${say(event.start_time)}. You held your seats for ${say(held)}.`;
}

const toInstant = (seconds: number) => new Date(seconds * 1000).toISOString();

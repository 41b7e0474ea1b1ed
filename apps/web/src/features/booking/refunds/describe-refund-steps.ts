import type { BookingView } from "@evently/core/booking";
import { refundStepsOf } from "@evently/core/booking/booking.rules";
import { shareOf } from "@evently/core/booking/refund-steps.rules";
import type { EventPage } from "@evently/core/event";
import type { DateStyle } from "@evently/core/format/date-style";
import { describeTerms } from "@evently/core/format/describe-terms";
import { formatDateTime } from "@evently/core/format/format-time";
import type { HoldingView } from "@evently/core/hold";

type Agreed = Pick<HoldingView, "start_time" | "cancellation_policy" | "total" | "currency"> &
  Partial<Pick<BookingView, "refunded" | "counter">>;
export type EventDates = Pick<EventPage, "start_time" | "timezone" | "moved_from" | "free_cancellation_until">;

/** No more of an event than that has to be sent to a browser. */
export const pickDates = ({ start_time, timezone, moved_from, free_cancellation_until }: EventDates): EventDates => ({
  ...{ start_time, timezone, moved_from, free_cancellation_until },
});

/** Until when a buyer can still cancel and what comes back then; null where they can't any more. `now` in epoch seconds. */
export function describeRefundSteps(agreed: Agreed, event: EventDates, now: number, style: DateStyle): string | null {
  const start = Date.parse(event.start_time) / 1000;
  const ahead = refundStepsOf(agreed, event).filter(({ until }) => until > now);
  if (ahead.length === 0) return null;
  const steps = ahead.map(({ until, percent }) => ({
    end: until === start ? "the event begins" : formatDateTime(toInstant(until), event.timezone, style),
    percent,
    refund: shareOf(agreed, percent),
  }));
  return describeTerms(steps, agreed);
}

const toInstant = (seconds: number) => new Date(seconds * 1000).toISOString();

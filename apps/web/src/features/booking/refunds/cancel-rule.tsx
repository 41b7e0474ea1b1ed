"use client";

import type { BookingView } from "@evently/core/booking";
import { useServerTime } from "~/features/clock/use-server-time";
import { useDateStyle } from "~/ui/format/use-date-style";
import { describeRefundSteps, type EventDates } from "./describe-refund-steps";

type Props = {
  booking: Pick<BookingView, "start_time" | "cancellation_policy" | "total" | "refunded" | "currency" | "counter">;
  event: EventDates;
};

/** Beneath the ways to use a ticket: until when it can be cancelled, and what comes back. */
export function CancelRule({ booking, event }: Props) {
  const style = useDateStyle();
  const words = useServerTime((now) => describeRefundSteps(booking, event, now, style) ?? "");
  return words === "" ? null : <p className="figures max-w-[65ch] text-14 text-soft print:hidden">{words}</p>;
}

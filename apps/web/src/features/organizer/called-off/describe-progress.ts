import type { EventPage } from "@evently/core/event";
import { formatCount } from "~/ui/format/format-count";

type Cancellation = NonNullable<EventPage["cancellation"]>;
type CalledOff = Pick<EventPage, "status"> & { cancellation: Cancellation | null };

/** What the refunds of a cancelled event are doing. */
export type Progress = {
  /** One sentence; what screen readers hear when it changes. */
  sentence: string;
  /** What it means, and what happens next. */
  meaning: string;
  /** Bookings whose refund failed for good, and what to do about them. */
  failure: { headline: string; meaning: string; action: string } | null;
  /** Whether refunds are under way. */
  isMoving: boolean;
};

const paidToSeller = "What was paid in cash or on invoice you pay back yourself.";

export function describeProgress({ status, cancellation }: CalledOff): Progress {
  const isCancelled = status === "cancelled";
  // The version before counted nothing.
  if (!cancellation)
    return {
      sentence: isCancelled
        ? "This event was cancelled."
        : "This event is being cancelled, and every booking refunded.",
      meaning: isCancelled ? `Its bookings were refunded. ${paidToSeller}` : usualTime,
      failure: null,
      isMoving: false,
    };
  const { total, refunded, failed } = cancellation;
  if (total === 0)
    return {
      sentence: isCancelled ? "This event was cancelled." : "This event is being cancelled.",
      meaning: isCancelled
        ? "It had no bookings, so nothing was refunded."
        : `It has no bookings to refund. It ${staysSo}`,
      failure: null,
      isMoving: false,
    };
  const remaining = total - refunded - failed;
  return {
    sentence: describeCount(cancellation),
    meaning: describeRest(remaining, failed, isCancelled),
    failure: failed > 0 ? describeFailed(failed) : null,
    isMoving: remaining > 0,
  };
}

const staysSo = "stays in this state for about 15 minutes, until no payment can be running any more.";

const usualTime = "That takes about 15 minutes, until no payment can be running any more.";

function describeCount({ total, refunded }: Cancellation): string {
  if (refunded === total)
    return total === 1 ? "The booking is refunded." : `All ${formatCount(total)} bookings are refunded.`;
  if (total === 1) return "The booking is not refunded yet.";
  return `${formatCount(refunded)} of ${formatCount(total)} bookings ${refunded === 1 ? "is" : "are"} refunded.`;
}

function describeRest(remaining: number, failed: number, isCancelled: boolean): string {
  if (remaining > 0) return "This goes on by itself, also if you leave this page. Nobody is refunded twice.";
  if (failed > 0) return paidToSeller;
  return isCancelled ? paidToSeller : `${paidToSeller} The event ${staysSo}`;
}

function describeFailed(failed: number) {
  return {
    headline: `${failed === 1 ? "One refund" : `${formatCount(failed)} refunds`} failed`,
    meaning: `${failed === 1 ? "Its buyer does" : "Their buyers do"} not have the money back. We tried many times and have stopped.`,
    action:
      "Ask whoever runs this site to retry. Don’t pay it back another way: it would be refunded twice. What a buyer’s bank disputes can’t be refunded: the bank decides.",
  };
}

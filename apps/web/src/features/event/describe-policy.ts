import type { EventPage } from "@evently/core/event";
import { formatCount } from "~/ui/format/format-count";

/** Until when buyers may cancel, and what they get back where that is not all: "until 48 hours before, with 50% of the price back". */
export function describePolicy(policy: EventPage["cancellation_policy"]): string {
  if (policy === null) return "not at all";
  const { hours_before, percent } = policy;
  const hours = hours_before === 1 ? "hour" : "hours";
  const until = hours_before === 0 ? "until the event begins" : `until ${formatCount(hours_before)} ${hours} before`;
  return percent === 100 ? until : `${until}, with ${describePercent(percent)} back`;
}

/** "50% of the price", or "nothing". */
const describePercent = (percent: number): string => (percent === 0 ? "nothing" : `${percent}% of the price`);

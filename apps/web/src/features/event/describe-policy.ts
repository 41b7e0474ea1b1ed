import type { EventPage } from "@evently/core/event";
import { formatCount } from "~/ui/format/format-count";

/** Until when buyers may cancel: "until the event begins", "until 48 hours before", "not at all". */
export function describePolicy(policy: EventPage["cancellation_policy"]): string {
  if (policy === null) return "not at all";
  const { hours_before } = policy;
  if (hours_before === 0) return "until the event begins";
  return `until ${formatCount(hours_before)} ${hours_before === 1 ? "hour" : "hours"} before`;
}

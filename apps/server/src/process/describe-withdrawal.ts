import type { Affected } from "@evently/core/operator/count-affected";
import type { Hidden } from "@evently/core/operator/hide-event";
import type { Suspended } from "@evently/core/operator/suspend-account";
import { describeColumns } from "./describe-columns.ts";

const afterwards =
  "Holds that are not being paid yet can't be paid any more. Bookings and tickets stay valid, and their buyers can cancel them.\n";
const followed = "Every server follows within 2 seconds; pages and lists that a cache keeps, within 20.\n";

/** What suspending or resuming an account did, to how many events, holds and bookings. */
export function describeSuspended(done: "suspended" | "resumed", { user_id, isNew, events }: Suspended): string {
  const said = isNew
    ? `${user_id} is ${done}.`
    : done === "suspended"
      ? `${user_id} was suspended before.`
      : `${user_id} is not suspended.`;
  const [taken, after] =
    done === "suspended" ? ["taken off sale and out of all lists", afterwards] : ["given back to the public", ""];
  const counted = events.length === 1 ? "1 event was" : `${events.length} events were`;
  const text = `${said} ${counted} ${taken}${events.length === 0 ? ".\n" : `:\n${describeAffected(events)}${after}`}`;
  return `${text}${isNew || events.length > 0 ? followed : ""}`;
}

/** What hiding or showing an event did. */
export function describeHidden(isHidden: boolean, { isNew, ...affected }: Hidden): string {
  const { event_id } = affected;
  if (!isNew) return `${event_id} ${isHidden ? "was hidden before" : "is not hidden"}.\n`;
  const said = isHidden
    ? `${event_id} is hidden: only its organizer and those who have seats in it see it, and nothing of it is sold.`
    : `${event_id} is not hidden any more.`;
  return `${said}\n${describeAffected([affected])}${isHidden ? afterwards : ""}${followed}`;
}

const describeAffected = (events: readonly Affected[]): string =>
  describeColumns([
    ["event", "open holds", "bookings"],
    ...events.map(({ event_id, holds, bookings }) => [event_id, holds, bookings]),
  ]);

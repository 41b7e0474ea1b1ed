import type { Affected } from "@evently/core/operator/count-affected";
import type { Hidden } from "@evently/core/operator/hide-event";
import type { Waiting } from "@evently/core/operator/list-waiting";
import type { Suspended } from "@evently/core/operator/suspend-account";
import type { Organization } from "@evently/core/organization";
import { describeColumns } from "./describe-columns.ts";

const afterwards =
  "Holds that are not being paid yet can't be paid any more. Bookings and tickets stay valid, and their buyers can cancel them.\n";
const followed = "Every server follows within 2 seconds; pages and lists that a cache keeps, within 20.\n";

/** Somebody, or an organization with its name, in words. */
type Named = Pick<Suspended, "isNew" | "events"> & { who: string };

/** What suspending or resuming an account or an organization did, to how many events, holds and bookings. */
export function describeSuspended(done: "suspended" | "resumed", { who, isNew, events }: Named): string {
  const said = isNew
    ? `${who} is ${done}.`
    : done === "suspended"
      ? `${who} was suspended before.`
      : `${who} is not suspended.`;
  const [taken, after] =
    done === "suspended" ? ["taken off sale and out of all lists", afterwards] : ["given back to the public", ""];
  const counted = events.length === 1 ? "1 event was" : `${events.length} events were`;
  const text = `${said} ${counted} ${taken}${events.length === 0 ? ".\n" : `:\n${describeAffected(events)}${after}`}`;
  return `${text}${isNew || events.length > 0 ? followed : ""}`;
}

/** Who an organization is, for whoever decides about it. */
export const nameOrganization = ({ organization_id, name }: Pick<Organization, "organization_id" | "name">): string =>
  `${organization_id} (${name})`;

/** What approving an organization did. */
export function describeApproved(organization: Organization, isNew: boolean): string {
  const who = nameOrganization(organization);
  if (!isNew) return `${who} was approved before.\n`;
  const suspended = organization.state === "suspended" ? " It is suspended, and stays so until it is resumed." : "";
  return `${who} is approved, and may publish events.${suspended}\n${followed}`;
}

/** Which organizations the operator has yet to look at. */
export function describeWaiting(waiting: readonly Waiting[]): string {
  if (waiting.length === 0) return "No organization waits for approval.\n";
  const rows = waiting.map(({ organization_id, isNew, since, name, legal_name, vat_id }) => [
    ...[organization_id, isNew ? "new" : "renamed", since, name, legal_name ?? "-", vat_id ?? "-"],
  ]);
  return describeColumns([["organization", "why", "since", "name", "legal name", "VAT id"], ...rows]);
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

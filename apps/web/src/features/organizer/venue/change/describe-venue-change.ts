import { formatCount } from "~/ui/format/format-count";
import type { VenueChanges } from "./list-venue-changes";

/** Null where it could not be read. */
export type Concerned = { events: number; shown: number; drafts: number } | null;

/** Which events follow a change of their venue, and which don't. */
export function describeVenueChange(changes: VenueChanges, concerned: Concerned): string[] {
  const isCarried = changes.name !== undefined || changes.city !== undefined;
  const carried = [changes.name === undefined ? "" : "name", changes.city === undefined ? "" : "city"].filter(Boolean);
  return [
    ...(isCarried ? describeCarried(carried.join(" and "), concerned) : []),
    ...(changes.timezone === undefined ? [] : ["Drafts here move to the new time zone: look at their times."]),
    ...("address" in changes || "map_url" in changes
      ? ["Events keep the address and the map that they have; events made from now on get the new ones."]
      : []),
    ...("description" in changes ? ["The description is shown on this venue’s page."] : []),
  ];
}

function describeCarried(fields: string, concerned: Concerned): string[] {
  const reaches = fields.includes(" and ") ? "reach" : "reaches";
  if (concerned === null)
    return [`The new ${fields} ${reaches} every event here. How many there are could not be read.`];
  const { events, shown, drafts } = concerned;
  if (events === 0) return ["There is no event here yet."];
  return [
    `The new ${fields} ${reaches} ${formatCount(events)} ${events === 1 ? "event" : "events"} here within a minute: ${formatCount(shown)} published, ${formatCount(drafts)} in draft, ${formatCount(events - shown - drafts)} cancelled.`,
    "Buyers see it on the event’s page and on their bookings. Nobody is sent a mail.",
  ];
}

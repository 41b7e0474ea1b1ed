import type { DateStyle } from "@evently/core/format/date-style";
import { formatDateTime } from "@evently/core/format/format-time";
import { describePolicy } from "~/features/event/describe-policy";
import type { FieldParts } from "../../form/find-clashes";
import type { EventDraft } from "../event-draft";
import { findPolicyFaults, readPolicy } from "../policy/read-policy";
import { readLocalTime } from "../zoned-time";

/** Which parts of a draft say a field of the event. */
export const eventFields: FieldParts<EventDraft> = {
  ...{ venue_id: ["venue_id"], name: ["name"], start_time: ["start_time"], duration: ["duration"] },
  ...{ doors_time: ["doors_time"], artists: ["artists"], tags: ["tags"], min_age: ["min_age"] },
  ...{ description: ["description"], programme: ["programme"], address: ["address"], map_url: ["map_url"] },
  ...{ currency: ["currency"], seat_type_prices: ["prices"], poster_seed: ["poster_seed"] },
  ...{ sales_start: ["sales_start"], sales_end: ["closes", "sales_end"] },
  cancellation_policy: ["cancellation", "notice", "percent"],
};

type Place = { venue_id: string; name: string; timezone: string };

/** Says what is typed of one field in words; "" for nothing. Times are in the zone of the draft's venue. */
export function describeTyped(draft: EventDraft, venues: readonly Place[], style: DateStyle) {
  const zone = venues.find(({ venue_id }) => venue_id === draft.venue_id)?.timezone ?? "UTC";
  const say = (local: string) => {
    const read = readLocalTime(local, zone);
    return "instant" in read ? formatDateTime(read.instant, zone, style) : local;
  };
  return (field: string, part: Partial<EventDraft>): string => {
    const [typed] = Object.values(part);
    switch (field) {
      case "venue_id":
        return venues.find(({ venue_id }) => venue_id === typed)?.name ?? String(typed);
      case "start_time":
      case "doors_time":
      case "sales_start":
        return say(String(typed));
      case "sales_end":
        return part.closes === "set" ? say(part.sales_end ?? "") : "when the event starts";
      case "duration":
        return typed === null ? "" : `${typed} minutes`;
      case "seat_type_prices":
        return describePrices(part.prices ?? {});
      case "cancellation_policy":
        return describePolicyPart(part);
      case "poster_seed":
        return typed == null ? "the usual one" : `number ${typed}`;
      default:
        return String(typed ?? "");
    }
  };
}

/** What can't be read as a policy is said as it was typed. */
function describePolicyPart({ cancellation = "start", notice = "", percent = "" }: Partial<EventDraft>): string {
  const typed = { cancellation, notice, percent };
  if (Object.keys(findPolicyFaults(typed)).length === 0) return describePolicy(readPolicy(typed));
  return [...(cancellation === "notice" ? [`${notice} hours before`] : []), `${percent}%`].join(", ");
}

/** Both readings in one order, whoever typed first. */
const describePrices = (prices: EventDraft["prices"]): string =>
  Object.entries(prices)
    .sort()
    .map(([type, price]) => `${type} ${price}`)
    .join(", ");

import type { DateStyle } from "@evently/core/format/date-style";
import { formatMoney } from "@evently/core/format/format-money";
import { formatDateTime } from "@evently/core/format/format-time";
import { describePolicy } from "~/features/event/describe-policy";
import { formatCount } from "~/ui/format/format-count";

export type ValueContext = { timezone: string; currency: string; style: DateStyle };

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** A value of the journal in words: times in the venue's zone, prices in the event's currency. */
export function describeValue(field: string, value: unknown, context: ValueContext): string {
  if (field === "cancellation_policy" && value === null) return describePolicy(null);
  if (field === "seats_per_connection" && value === null) return "as on the whole site";
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "string")
    return instant.test(value) ? formatDateTime(value, context.timezone, context.style) : value;
  if ((field === "refund" || field === "refunded") && typeof value === "number")
    return formatMoney(value, context.currency);
  if (typeof value === "number") return formatCount(value);
  if (Array.isArray(value)) return value.map((item) => describeValue(field, item, context)).join("; ") || "nothing";
  if (typeof value !== "object") return String(value);
  return describeRecord(field, value as Record<string, unknown>, context);
}

function describeRecord(field: string, value: Record<string, unknown>, context: ValueContext): string {
  if (typeof value.length === "number" && typeof value.sha256 === "string")
    return `a text of ${formatCount(value.length)} characters`;
  if (field === "cancellation_policy")
    return describePolicy({ hours_before: Number(value.hours_before), percent: Number(value.percent) });
  if (field === "seat_type_prices")
    return Object.entries(value)
      .sort(([, a], [, b]) => Number(b) - Number(a))
      .map(([type, price]) => `${type} ${formatMoney(Number(price), context.currency)}`)
      .join(", ");
  // The table returns the entries of a map in any order.
  return Object.keys(value)
    .sort()
    .map((name) => describeValue(name, value[name], context))
    .join(", ");
}

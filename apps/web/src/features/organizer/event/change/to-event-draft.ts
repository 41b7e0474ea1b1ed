import type { EventPage } from "@evently/core/event";
import { toLocalTime } from "@evently/core/format/format-time";
import { minorDigits } from "@evently/core/money/money.rules";
import type { EventDraft, TimeName } from "../event-draft";
import { listInstants, type Occurrence } from "../zoned-time";

/** A saved event as it would be typed. */
export function toEventDraft(event: EventPage): EventDraft {
  const { timezone, cancellation_policy: policy } = event;
  const times: Record<TimeName, string | null> = {
    start_time: event.start_time,
    doors_time: event.doors_time ?? null,
    sales_start: event.sales_start,
    sales_end: event.sales_end,
  };
  const typed = (name: TimeName) => (times[name] ? toLocalTime(times[name], timezone) : "");
  const prices = Object.entries(event.seat_type_prices).map(([type, price]) => [type, toMajor(price, event.currency)]);
  return {
    draft_id: event.event_id,
    poster_seed: event.poster_seed,
    ...{ venue_id: event.venue_id, name: event.name, duration: event.duration, currency: event.currency },
    ...{ description: event.description, programme: event.programme },
    ...{ start_time: typed("start_time"), doors_time: typed("doors_time") },
    ...{ sales_start: typed("sales_start"), sales_end: typed("sales_end") },
    meant: findMeant(times, timezone),
    artists: event.artists.join("\n"),
    tags: event.tags.join(", "),
    min_age: event.min_age === undefined ? "" : String(event.min_age),
    address: event.address ?? "",
    map_url: event.map_url ?? "",
    prices: Object.fromEntries(prices),
    opens: "later",
    closes: event.sales_end === null ? "start" : "set",
    cancellation: policy === null ? "never" : policy.hours_before > 0 ? "notice" : "start",
    notice: String(policy?.hours_before || 24),
    percent: String(policy?.percent ?? 100),
  };
}

/** Of times that the clocks show twice, the second where that is the one. */
export function findMeant(times: Partial<Record<TimeName, string | null>>, zone: string): EventDraft["meant"] {
  const second = Object.entries(times).flatMap(([name, instant]): [string, Occurrence][] => {
    const shown = instant ? listInstants(toLocalTime(instant, zone), zone) : [];
    return shown.length > 1 && shown.at(-1) === instant ? [[name, "second"]] : [];
  });
  return Object.fromEntries(second);
}

function toMajor(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  return (amount / 10 ** digits).toFixed(digits);
}

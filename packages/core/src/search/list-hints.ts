import { type Entry, toDate } from "./catalog-entry.ts";
import type { Misfit } from "./match-entries.ts";
import type { EventList, FilterName } from "./search.ts";

type Unmatched = {
  entries: Iterable<Entry>;
  misfitOf: (entry: Entry) => Misfit;
  /** Whether the text finds an entry. */
  isFound: (entry: Entry) => boolean;
  /** The last of the asked dates as the number 20270114, if any. */
  to: number | null;
};

const filterNames: Record<Exclude<Misfit, "nothing" | "much">, FilterName> = {
  cities: "city",
  artists: "artist",
  tags: "tag",
  venues: "venue_id",
  dates: "dates",
  price: "price",
};

/** Why nothing matches: each filter without which there are events, and the next date on which there are. One more pass. */
export function listHints({ entries, misfitOf, isFound, to }: Unmatched): Pick<EventList, "hints" | "next_date"> {
  const counts = new Map<FilterName, number>();
  let next = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const misfit = misfitOf(entry);
    const isText = !isFound(entry);
    if (misfit === "much" || (isText && misfit !== "nothing") || (!isText && misfit === "nothing")) continue;
    const without = misfit === "nothing" ? "search" : filterNames[misfit];
    counts.set(without, (counts.get(without) ?? 0) + 1);
    if (without === "dates" && to !== null && entry.date > to && entry.date < next) next = entry.date;
  }
  const hints = [...counts].map(([without, count]) => ({ without, count })).sort((a, b) => b.count - a.count);
  return { hints, next_date: Number.isFinite(next) ? toDate(next) : null };
}

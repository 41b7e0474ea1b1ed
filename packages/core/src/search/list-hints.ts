import { type Entry, toDate } from "../catalog/catalog-entry.ts";
import type { Misfit } from "./match-entries.ts";
import type { EventList, FilterName } from "./search.ts";

type Unmatched = {
  /** The entries of a row come in sequence, and a row counts once for each hint. */
  eachUpcoming: (visit: (entry: Entry, row: number) => void) => void;
  misfitOf: (entry: Entry) => Misfit;
  /** Whether the text finds an entry. */
  isFound: (entry: Entry) => boolean;
  /** The first and the last of the asked dates as numbers such as 20270114, if any. */
  dates: { from: number; to: number } | null;
};

type Hints = Pick<EventList, "hints" | "next_date" | "previous_date">;

const filterNames: Record<Exclude<Misfit, "nothing" | "much">, FilterName> = {
  cities: "city",
  artists: "artist",
  tags: "tag",
  venues: "venue_id",
  dates: "dates",
  price: "price",
};

/** Why nothing matches: each filter without which there are events, and the nearest dates on which there are. One more pass. */
export function listHints({ eachUpcoming, misfitOf, isFound, dates }: Unmatched): Hints {
  const counts = new Map<FilterName, { count: number; row: number }>();
  let next = Number.POSITIVE_INFINITY;
  let previous = Number.NEGATIVE_INFINITY;
  eachUpcoming((entry, row) => {
    const misfit = misfitOf(entry);
    const isText = !isFound(entry);
    if (misfit === "much" || (isText && misfit !== "nothing") || (!isText && misfit === "nothing")) return;
    const without = misfit === "nothing" ? "search" : filterNames[misfit];
    const hint = counts.get(without);
    if (hint?.row !== row) counts.set(without, { count: (hint?.count ?? 0) + 1, row });
    if (without !== "dates" || dates === null) return;
    if (entry.date > dates.to) next = Math.min(next, entry.date);
    else if (entry.date < dates.from) previous = Math.max(previous, entry.date);
  });
  const hints = [...counts].map(([without, { count }]) => ({ without, count })).sort((a, b) => b.count - a.count);
  return { hints, next_date: dateOf(next), previous_date: dateOf(previous) };
}

const dateOf = (date: number) => (Number.isFinite(date) ? toDate(date) : null);

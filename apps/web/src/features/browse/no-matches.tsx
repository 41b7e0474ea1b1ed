"use client";

import type { EventList, Hint } from "@evently/core/search";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { formatDay } from "~/ui/format/format-time";
import { useDateStyle } from "~/ui/format/use-date-style";
import { dropFilter, type FilterName, type Filters, listActive } from "./filters/filters";

type Props = {
  answer: Pick<EventList, "hints" | "next_date" | "matched">;
  filters: Filters;
  change: (changes: Partial<Filters>) => void;
  reset: () => void;
};

/** Nothing matched: says which filters are in the way, each with what there is without it, and the next date. */
export function NoMatches({ answer: { hints, next_date, matched }, filters, change, reset }: Props) {
  const style = useDateStyle();
  const next = next_date && formatDay(next_date, "UTC", style);
  const active = listActive(filters);
  if (active.length === 0) {
    return (
      <EmptyState title="Nothing is on sale yet">
        <p>New events appear here as soon as they are published.</p>
      </EmptyState>
    );
  }
  const removable = active.length > 1 ? hints.filter(isFilter).filter(({ without }) => active.includes(without)) : [];
  return (
    <EmptyState
      title={describeEmptiness(active, removable.length, filters, matched)}
      actions={
        <>
          {next_date === null ? null : (
            <Button variant="primary" onClick={() => change({ from: next_date, to: "" })}>
              {`Show from ${next}`}
            </Button>
          )}
          {removable.map(({ without, count }) => (
            <Button key={without} variant="primary" onClick={() => change(dropFilter(filters, without))}>
              {`${upperFirst(nameFilter(without, filters))} (${count} ${count === 1 ? "event" : "events"})`}
            </Button>
          ))}
          <Button onClick={reset}>Show all events</Button>
        </>
      }
    >
      {next_date === null ? null : <p>The next event is on {next}.</p>}
      {active.length === 1 && next_date === null ? (
        <p>Try fewer or other words, another city, more days, or any price.</p>
      ) : null}
    </EmptyState>
  );
}

/** The page has no filter by venue. */
const isFilter = (hint: Hint): hint is Hint & { without: FilterName } => hint.without !== "venue_id";

function describeEmptiness(
  active: FilterName[],
  removable: number,
  filters: Filters,
  matched: EventList["matched"],
): string {
  const [only] = active;
  if (matched === "no_words") return `${nameFilter("search", filters)} has no letter or number to search for`;
  if (active.length === 1 && only) return `No events found for ${nameFilter(only, filters)}`;
  return removable > 0 ? "No event matches all filters. Remove one:" : "No event matches all filters.";
}

function nameFilter(name: FilterName, filters: Filters): string {
  if (name === "search") return `“${filters.search}”`;
  if (name === "dates") return "the dates";
  return name === "price" ? "the price" : filters[name];
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

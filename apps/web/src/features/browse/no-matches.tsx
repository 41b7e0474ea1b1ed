"use client";

import { formatDay } from "@evently/core/format/format-time";
import type { EventList, Hint } from "@evently/core/search";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useDateStyle } from "~/ui/format/use-date-style";
import { dropFilter, type FilterName, type Filters, listActive } from "./filters/filters";

type Props = {
  answer: Pick<EventList, "hints" | "next_date" | "previous_date" | "matched">;
  filters: Filters;
  change: (changes: Partial<Filters>) => void;
  reset: () => void;
};

/**
 * Nothing matched: says which filters are in the way, each with what there is without it, and the nearest date. A default
 * export, since it is loaded when it is needed.
 */
export default function NoMatches({ answer, filters, change, reset }: Props) {
  const active = listActive(filters);
  const nearest = useNearestDate(answer);
  const [only] = active;
  if (only === undefined) {
    return (
      <EmptyState title="Nothing is on sale yet">
        <p>New events appear here as soon as they are published.</p>
      </EmptyState>
    );
  }
  const hints = active.length > 1 ? answer.hints : [];
  const removable = hints.filter(isFilter).filter(({ without }) => active.includes(without));
  const isAlone = active.length === 1 && nearest === null;
  return (
    <EmptyState
      title={describeEmptiness(active, removable.length, filters, answer.matched)}
      actions={
        <>
          {nearest ? (
            <Button variant="primary" onClick={() => change({ from: nearest.date, to: "" })}>
              {`Show from ${nearest.day}`}
            </Button>
          ) : null}
          {removable.map(({ without, count }) => (
            <Button key={without} variant="primary" onClick={() => change(dropFilter(filters, without))}>
              {`${upperFirst(nameFilter(without, filters))} (${count} ${count === 1 ? "event" : "events"})`}
            </Button>
          ))}
          <Button onClick={reset}>Show all events</Button>
        </>
      }
    >
      {nearest ? <p>{nearest.sentence}</p> : null}
      {isAlone ? <p>{advice[only]}</p> : null}
    </EmptyState>
  );
}

const advice: Record<FilterName, string> = {
  search: "Try fewer or other words.",
  city: "Choose another city.",
  artist: "Choose another artist.",
  tag: "Choose another genre.",
  dates: "Choose other dates.",
  price: "Choose another price.",
};

/** The next date on which there is an event, or else the last one before. */
function useNearestDate({ next_date, previous_date }: Props["answer"]) {
  const style = useDateStyle();
  const date = next_date ?? previous_date;
  if (date === null) return null;
  const day = formatDay(date, "UTC", style);
  return { date, day, sentence: `${next_date === null ? "The last event before" : "The next event"} is on ${day}.` };
}

/** The page has no filter by venue. */
const isFilter = (hint: Hint): hint is Hint & { without: FilterName } => hint.without !== "venue_id";

function describeEmptiness(
  active: FilterName[],
  removable: number,
  filters: Filters,
  matched: EventList["matched"],
): string {
  if (matched === "no_words") return `${nameFilter("search", filters)} has no letter or number to search for`;
  if (removable > 0) return "No event matches all filters. Remove one:";
  const names = active.map((name) => nameFilter(name, filters));
  return `No events found for ${[names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" and ")}`;
}

function nameFilter(name: FilterName, filters: Filters): string {
  if (name === "search") return `“${filters.search}”`;
  if (name === "dates") return "the dates";
  return name === "price" ? "the price" : filters[name];
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

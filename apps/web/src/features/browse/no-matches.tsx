"use client";

import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { dropFilter, type FilterName, type Filters, listActive, toSearchInput } from "./filters/filters";

type Props = { filters: Filters; change: (changes: Partial<Filters>) => void; reset: () => void };

/** Nothing matched: offers to remove the filters without which there are events. */
export function NoMatches({ filters, change, reset }: Props) {
  const active = listActive(filters);
  const searches = trpc.useQueries((api) =>
    active.length > 1 ? active.map((name) => api.event.search(toSearchInput(dropFilter(filters, name), 1))) : [],
  );
  const removable = active
    .map((name, index) => ({ name, total: searches[index]?.data?.total ?? 0 }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
  const [only] = active;
  if (only === undefined) {
    return (
      <EmptyState title="Nothing is on sale yet">
        <p>New events appear here as soon as they are published.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={
        active.length === 1 ? `No events found for ${nameFilter(only, filters)}` : describeConflict(removable.length)
      }
      actions={
        <>
          {removable.map(({ name, total }) => (
            <Button key={name} variant="primary" onClick={() => change(dropFilter(filters, name))}>
              {`${upperFirst(nameFilter(name, filters))} (${total} ${total === 1 ? "event" : "events"})`}
            </Button>
          ))}
          <Button onClick={reset}>Show all events</Button>
        </>
      }
    >
      {active.length === 1 ? <p>Try fewer or other words, another city, more days, or any price.</p> : null}
    </EmptyState>
  );
}

const describeConflict = (removable: number) =>
  removable > 0 ? "No event matches all filters. Remove one:" : "No event matches all filters.";

function nameFilter(name: FilterName, filters: Filters): string {
  if (name === "search") return `“${filters.search}”`;
  if (name === "dates") return "the dates";
  return name === "price" ? "the price" : filters[name];
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

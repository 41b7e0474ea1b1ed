"use client";

import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { dropFilter, type FilterName, type Filters, listActive, toSearchInput } from "./filters/filters";

type Props = { filters: Filters; change: (changes: Partial<Filters>) => void; reset: () => void };

/** Nothing matched: says which single filter stands in the way, by asking what there is without each of them. */
export function Loosen({ filters, change, reset }: Props) {
  const active = listActive(filters);
  const answers = trpc.useQueries((api) =>
    active.length > 1 ? active.map((name) => api.event.search(toSearchInput(dropFilter(filters, name), 1))) : [],
  );
  const helpful = active
    .map((name, i) => ({ name, total: answers[i]?.data?.total ?? 0 }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
  if (active.length === 0) {
    return (
      <EmptyState title="Nothing is on sale yet">
        <p>New events appear here the moment they are published.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={
        active.length === 1
          ? `Nothing for ${nameFilter(active[0] ?? "search", filters)}`
          : "Nothing matches all of that"
      }
      actions={
        <>
          {helpful.map(({ name, total }) => (
            <Button key={name} variant="primary" onClick={() => change(dropFilter(filters, name))}>
              Drop {nameFilter(name, filters)}: {total} {total === 1 ? "event" : "events"}
            </Button>
          ))}
          <Button onClick={reset}>Show everything</Button>
        </>
      }
    >
      <p>
        {active.length === 1
          ? "Try fewer or other words, another city, more days, or any price."
          : "Each of these filters has events of its own; together they leave none. Drop one of them."}
      </p>
    </EmptyState>
  );
}

function nameFilter(name: FilterName, filters: Filters): string {
  if (name === "search") return `“${filters.search}”`;
  if (name === "dates") return "the dates";
  return name === "price" ? "the price" : filters[name];
}

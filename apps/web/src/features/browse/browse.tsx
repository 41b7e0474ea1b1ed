"use client";

import { FilterBar } from "./filters/filter-bar";
import { listActive } from "./filters/filters";
import { useFilters } from "./filters/use-filters";
import { ResultLine } from "./result-line";
import { Results } from "./results";
import { SearchBox } from "./search-box";
import { useEvents } from "./use-events";

/** Search, filters and the list of events. */
export function Browse() {
  const { filters, typed, setTyped, settle, change, reset } = useFilters();
  const found = useEvents(filters);
  const isTotalUnknown = !found.query.data || (found.query.isPaused && found.query.isPlaceholderData);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-4 sm:flex-row sm:items-center sm:gap-10">
        <h1 className="display shrink-0 font-semibold text-48 sm:text-64">What’s on</h1>
        <SearchBox value={typed} onChange={setTyped} onSettle={settle} />
      </div>
      <FilterBar filters={filters} change={change} facets={found.first?.facets ?? null} />
      <ResultLine
        total={isTotalUnknown ? null : (found.first?.total ?? 0)}
        narrowed={listActive(filters).length > 0}
        pending={found.query.isPlaceholderData}
        reset={reset}
      />
      <Results found={found} filters={filters} isTyping={typed !== ""} change={change} reset={reset} />
    </div>
  );
}

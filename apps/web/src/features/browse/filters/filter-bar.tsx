"use client";

import type { Facets } from "@evently/core/search";
import clsx from "clsx";
import { SlidersHorizontal } from "lucide-react";
import { lazy, memo, Suspense, useState } from "react";
import { Chip } from "~/ui/chip";
import { SelectField } from "~/ui/field/select-field";
import { Icon } from "~/ui/icon";
import { CurrencySelect } from "./currency-select";
import { DateChips } from "./date-chips";
import { FacetSelect } from "./facet-select";
import { effectiveSort, type Filters, hasReversedDates, listActive, type Sort } from "./filters";
import { PriceSelect } from "./price-select";

type Props = {
  filters: Filters;
  change: (changes: Partial<Filters>) => void;
  /** Null until the first answer. */
  facets: Facets | null;
};

const DateRangeFields = lazy(() => import("./date-range-fields"));

const sortNames = { date: "Soonest", price: "Lowest price", relevance: "Best match" } as const satisfies Record<
  Sort,
  string
>;

/** Dates and order, then the other filters; on a phone the latter are folded, so that the list starts on the first screen. */
export const FilterBar = memo(function FilterBar({ filters, change, facets }: Props) {
  const [openRange, setOpenRange] = useState(hasReversedDates(filters));
  const chosen = listActive(filters).filter((name) => name !== "search" && name !== "dates").length;
  const [unfolded, setUnfolded] = useState(chosen > 0);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-3 lg:flex-row lg:items-center">
        <div className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0">
          <DateChips filters={filters} change={change} openRange={openRange} setOpenRange={setOpenRange} />
        </div>
        <div className="flex flex-wrap items-center justify-between gap-2 lg:ml-auto">
          <Chip
            pressed={unfolded || chosen > 0}
            aria-expanded={unfolded}
            aria-controls="more-filters"
            onClick={() => setUnfolded(!unfolded)}
            className="sm:hidden"
          >
            <Icon icon={SlidersHorizontal} size={16} />
            <span>{chosen === 0 ? "Filters" : `Filters (${chosen})`}</span>
          </Chip>
          <SortSelect filters={filters} change={change} />
        </div>
      </div>
      <Suspense>{openRange ? <DateRangeFields filters={filters} change={change} /> : null}</Suspense>
      <div
        id="more-filters"
        className={clsx("grid-cols-2 gap-2 sm:grid lg:auto-cols-fr lg:grid-flow-col", unfolded ? "grid" : "hidden")}
      >
        {facetFilters.map(({ name, label, all, facet }) => (
          <FacetSelect
            key={name}
            {...{ label, all }}
            value={filters[name]}
            choices={facets?.[facet] ?? []}
            onChoose={(value) => change({ [name]: value })}
          />
        ))}
        <PriceSelect filters={filters} facets={facets} onChoose={change} />
        <CurrencySelect filters={filters} facets={facets} onChoose={change} />
      </div>
    </div>
  );
});

const facetFilters = [
  { name: "city", label: "City", all: "All cities", facet: "cities" },
  { name: "tag", label: "Genre", all: "All genres", facet: "tags" },
  { name: "artist", label: "Artist", all: "All artists", facet: "artists" },
] as const;

function SortSelect({ filters, change }: Pick<Props, "filters" | "change">) {
  const isSearching = filters.search.trim() !== "";
  return (
    <SelectField
      label="Sort by"
      hideLabel
      value={effectiveSort(filters)}
      onChange={(event) => change({ sort: event.target.value as Sort })}
      className="w-40 max-w-full"
    >
      {Object.entries(sortNames).map(([sort, name]) =>
        sort === "relevance" && !isSearching ? null : (
          <option key={sort} value={sort}>
            {name}
          </option>
        ),
      )}
    </SelectField>
  );
}

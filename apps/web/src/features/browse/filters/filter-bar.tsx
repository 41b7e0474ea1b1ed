"use client";

import type { Facets } from "@evently/core/event";
import clsx from "clsx";
import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { Chip } from "~/ui/chip";
import { SelectField } from "~/ui/field/select-field";
import { Icon } from "~/ui/icon";
import { DateChips } from "./date-chips";
import { DateRangeFields } from "./date-range-fields";
import { FacetSelect } from "./facet-select";
import { effectiveSort, type Filters, listActive, type Sort } from "./filters";
import { PriceSelect } from "./price-select";

type Props = {
  filters: Filters;
  change: (changes: Partial<Filters>) => void;
  /** null until the first answer. */
  facets: Facets | null;
  currency: string;
};

const sortNames = { date: "Soonest", price: "Lowest price", relevance: "Best match" } as const satisfies Record<
  Sort,
  string
>;

/** Dates, then what the events are; on a phone the latter unfold, so that the list begins on the first screen. */
export function FilterBar({ filters, change, facets, currency }: Props) {
  const [openRange, setOpenRange] = useState(false);
  const chosen = listActive(filters).filter((name) => name !== "search" && name !== "dates").length;
  const [unfolded, setUnfolded] = useState(chosen > 0);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-3 lg:flex-row lg:items-center">
        <div className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0">
          <DateChips filters={filters} change={change} openRange={openRange} setOpenRange={setOpenRange} />
        </div>
        <div className="flex items-center justify-between gap-2 lg:ml-auto">
          <Chip
            pressed={unfolded || chosen > 0}
            aria-expanded={unfolded}
            aria-controls="more-filters"
            onClick={() => setUnfolded(!unfolded)}
            className="sm:hidden"
          >
            <Icon icon={SlidersHorizontal} size={16} />
            {chosen === 0 ? "Filters" : `Filters (${chosen})`}
          </Chip>
          <SortSelect filters={filters} change={change} />
        </div>
      </div>
      {openRange ? <DateRangeFields filters={filters} change={change} /> : null}
      <div id="more-filters" className={clsx("grid-cols-2 gap-2 sm:grid lg:grid-cols-4", unfolded ? "grid" : "hidden")}>
        <FacetSelect
          label="City"
          every="Every city"
          value={filters.city}
          choices={facets?.cities ?? []}
          onChoose={(city) => change({ city })}
        />
        <FacetSelect
          label="Kind"
          every="Every kind"
          value={filters.tag}
          choices={facets?.tags ?? []}
          onChoose={(tag) => change({ tag })}
        />
        <FacetSelect
          label="Artist"
          every="Every artist"
          value={filters.artist}
          choices={facets?.artists ?? []}
          onChoose={(artist) => change({ artist })}
        />
        <PriceSelect value={filters} prices={facets?.price ?? null} currency={currency} onChoose={change} />
      </div>
    </div>
  );
}

function SortSelect({ filters, change }: Pick<Props, "filters" | "change">) {
  const searching = filters.search.trim() !== "";
  return (
    <SelectField
      label="Order"
      hideLabel
      value={effectiveSort(filters)}
      onChange={(event) => change({ sort: event.target.value as Sort })}
      className="w-40"
    >
      {Object.entries(sortNames).map(([sort, name]) =>
        sort === "relevance" && !searching ? null : (
          <option key={sort} value={sort}>
            {name}
          </option>
        ),
      )}
    </SelectField>
  );
}

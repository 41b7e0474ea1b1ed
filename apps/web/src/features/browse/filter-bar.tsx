"use client";

import { useState } from "react";
import { SelectField } from "~/ui/select-field";
import { DateChips } from "./date-chips";
import { DateRangeFields } from "./date-range-fields";
import { effectiveSort, type Filters, type Sort } from "./filters";

type Props = { filters: Filters; change: (changes: Partial<Filters>) => void; cities: string[] };

const sortNames = { date: "Soonest", price: "Lowest price", relevance: "Best match" } as const satisfies Record<
  Sort,
  string
>;

export function FilterBar({ filters, change, cities }: Props) {
  const [openRange, setOpenRange] = useState(false);
  const known = filters.city !== "" && !cities.includes(filters.city) ? [filters.city, ...cities] : cities;
  const searching = filters.search.trim() !== "";
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-3 lg:flex-row lg:items-center">
        <div className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0">
          <DateChips filters={filters} change={change} openRange={openRange} setOpenRange={setOpenRange} />
        </div>
        <div className="flex gap-2 lg:ml-auto">
          <SelectField
            label="City"
            hideLabel
            value={filters.city}
            onChange={(event) => change({ city: event.target.value })}
            className="grow lg:w-44"
          >
            <option value="">Every city</option>
            {known.map((city) => (
              <option key={city}>{city}</option>
            ))}
          </SelectField>
          <SelectField
            label="Order"
            hideLabel
            value={effectiveSort(filters)}
            onChange={(event) => change({ sort: event.target.value as Sort })}
            className="grow lg:w-40"
          >
            {Object.entries(sortNames).map(([sort, name]) =>
              sort === "relevance" && !searching ? null : (
                <option key={sort} value={sort}>
                  {name}
                </option>
              ),
            )}
          </SelectField>
        </div>
      </div>
      {openRange ? <DateRangeFields filters={filters} change={change} /> : null}
    </div>
  );
}

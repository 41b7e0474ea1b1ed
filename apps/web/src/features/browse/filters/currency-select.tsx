import type { Facets } from "@evently/core/search";
import { SelectField } from "~/ui/field/select-field";
import type { Filters } from "./filters";
import { anyPrice } from "./price-ranges";

type Props = {
  filters: Filters;
  facets: Facets | null;
  onChoose: (changes: Partial<Filters>) => void;
};

/** The currency of prices, where events have several. A range of prices belongs to its currency. */
export function CurrencySelect({ filters, facets, onChoose }: Props) {
  const choices = facets?.currencies ?? [];
  if (choices.length < 2) return null;
  return (
    <SelectField
      label="Currency"
      hideLabel
      value={filters.currency || (facets?.price?.currency ?? "")}
      onChange={(event) => onChoose({ currency: event.target.value, ...anyPrice })}
    >
      {choices.map(({ value, count }) => (
        <option key={value} value={value}>
          Prices in {value} ({count})
        </option>
      ))}
    </SelectField>
  );
}

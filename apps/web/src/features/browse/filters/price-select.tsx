import type { Facets } from "@evently/core/search";
import { SelectField } from "~/ui/field/select-field";
import type { Filters } from "./filters";
import { anyPrice, listPriceRanges, namePriceRange, type PriceRange } from "./price-ranges";

type Props = {
  filters: Filters;
  facets: Facets | null;
  onChoose: (changes: Partial<Filters>) => void;
};

const keyOf = ({ price_min, price_max }: PriceRange) => `${price_min}-${price_max}`;

/** A range of prices in one currency; one from the address is added to the choices. */
export function PriceSelect({ filters, facets, onChoose }: Props) {
  const prices = facets?.price ?? null;
  const currency = filters.currency || (prices?.currency ?? null);
  const value = { price_min: filters.price_min, price_max: filters.price_max };
  const listed = [anyPrice, ...(prices ? listPriceRanges(prices) : [])];
  const ranges = listed.some((range) => keyOf(range) === keyOf(value)) ? listed : [...listed, value];
  const choose = (key: string) => {
    const range = ranges.find((choice) => keyOf(choice) === key) ?? anyPrice;
    const isOneOfSeveral = (facets?.currencies.length ?? 0) > 1 && range !== anyPrice;
    onChoose({ ...range, ...(isOneOfSeveral && currency && { currency }) });
  };
  return (
    <SelectField label="Price" hideLabel value={keyOf(value)} onChange={(event) => choose(event.target.value)}>
      {ranges.map((range) => (
        <option key={keyOf(range)} value={keyOf(range)}>
          {namePriceRange(range, currency)}
        </option>
      ))}
    </SelectField>
  );
}

"use client";

import { describePrice } from "~/ui/format/describe-prices";
import type { Picker } from "../picker";
import { useSelection } from "../selection/use-selection";
import { ChoiceSelect } from "./choice-select";

/** With two prices the zones say it all. */
const fewestPrices = 3;

/** The most that a seat may cost. */
export function PriceFilter({ picker, currency }: { picker: Picker; currency: string }) {
  const { priceMax } = useSelection(picker);
  const prices = [...new Set(picker.prices)].sort((a, b) => a - b);
  if (prices.length < fewestPrices) return null;
  return (
    <ChoiceSelect
      aria-label="Price"
      isChosen={priceMax !== null}
      value={priceMax ?? ""}
      onChange={({ currentTarget: { value } }) =>
        picker.update((selection) => ({ ...selection, priceMax: value === "" ? null : Number(value) }))
      }
    >
      <option value="">Any price</option>
      {prices.slice(0, -1).map((price) => (
        <option key={price} value={price}>
          {price === 0 ? "Free" : `Up to ${describePrice(price, currency)}`}
        </option>
      ))}
    </ChoiceSelect>
  );
}

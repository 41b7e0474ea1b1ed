import { SelectField } from "~/ui/field/select-field";
import { anyPrice, listPriceRanges, namePriceRange, type PriceRange } from "./price-ranges";

type Props = {
  value: PriceRange;
  /** The lowest and highest price there are, in the minor unit; null where there is none. */
  prices: { min: number; max: number } | null;
  currency: string;
  onChoose: (range: PriceRange) => void;
};

const spell = ({ price_min, price_max }: PriceRange) => `${price_min}-${price_max}`;

/** A range of prices; one that came with the address stands among them as it is. */
export function PriceSelect({ value, prices, currency, onChoose }: Props) {
  const listed = [anyPrice, ...(prices ? listPriceRanges(prices) : [])];
  const ranges = listed.some((range) => spell(range) === spell(value)) ? listed : [...listed, value];
  const choose = (spelled: string) => onChoose(ranges.find((range) => spell(range) === spelled) ?? anyPrice);
  return (
    <SelectField label="Price" hideLabel value={spell(value)} onChange={(event) => choose(event.target.value)}>
      {ranges.map((range) => (
        <option key={spell(range)} value={spell(range)}>
          {namePriceRange(range, currency)}
        </option>
      ))}
    </SelectField>
  );
}

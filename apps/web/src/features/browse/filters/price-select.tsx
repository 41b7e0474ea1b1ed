import { SelectField } from "~/ui/field/select-field";
import { anyPrice, listPriceRanges, namePriceRange, type PriceRange } from "./price-ranges";

type Props = {
  value: PriceRange;
  /** The lowest and highest price, in the minor unit; null without events. */
  prices: { min: number; max: number } | null;
  currency: string;
  onChoose: (range: PriceRange) => void;
};

const keyOf = ({ price_min, price_max }: PriceRange) => `${price_min}-${price_max}`;

/** A range of prices; one from the address is added to the choices. */
export function PriceSelect({ value, prices, currency, onChoose }: Props) {
  const listed = [anyPrice, ...(prices ? listPriceRanges(prices) : [])];
  const ranges = listed.some((range) => keyOf(range) === keyOf(value)) ? listed : [...listed, value];
  const choose = (key: string) => onChoose(ranges.find((range) => keyOf(range) === key) ?? anyPrice);
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

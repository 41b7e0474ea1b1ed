import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";
import { Field } from "~/ui/field";
import { formatCount } from "~/ui/format-count";
import { formatMoney } from "~/ui/format-money";
import { SelectField } from "~/ui/select-field";
import type { FormFaults } from "../use-form-faults";
import type { TypeCount } from "../venue/count-types";
import { countGross, fillings } from "./count-gross";
import { currencies } from "./currencies";
import type { EventDraft } from "./event-draft";
import type { PutDraft } from "./event-form";
import { priceControl, readPrices } from "./read-event-draft";
import "~/features/hall/hall.css";

type Props = {
  draft: EventDraft;
  faults: FormFaults;
  put: PutDraft;
  seat_types: readonly string[];
  /** Null until the hall is known. */
  counts: readonly TypeCount[] | null;
};

/** A price for each seat type, and what the house brings in at them. */
export function PriceTable({ draft, faults, put, seat_types, counts }: Props) {
  const { amounts } = readPrices(draft, seat_types);
  return (
    <div className="flex flex-col gap-5">
      <SelectField
        label="Currency"
        name="currency"
        value={draft.currency}
        fault={faults.currency}
        onChange={({ currentTarget }) => put({ currency: currentTarget.value }, "currency")}
      >
        {currencies().map(({ code, name }) => (
          <option key={code} value={code}>
            {code}, {name}
          </option>
        ))}
      </SelectField>
      <ul className="flex flex-col gap-4">
        {seat_types.map((type, index) => (
          <li key={type} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
            <span className="pt-0.5">
              <SeatSwatch type={index} />
            </span>
            <Field
              label={type}
              name={priceControl(type)}
              inputMode="decimal"
              autoComplete="off"
              placeholder="45.00"
              value={draft.prices[type] ?? ""}
              fault={faults[priceControl(type)]}
              hint={sayCount(counts?.[index]?.count, amounts[type], draft.currency)}
              onChange={({ currentTarget }) =>
                put({ prices: { ...draft.prices, [type]: currentTarget.value } }, priceControl(type))
              }
            />
          </li>
        ))}
      </ul>
      <Gross counts={counts ?? []} amounts={amounts} currency={draft.currency} />
    </div>
  );
}

function sayCount(count: number | undefined, amount: number | undefined, currency: string): string {
  const seats = count === undefined ? "Counting seats …" : `${formatCount(count)} seats`;
  if (amount === undefined) return `${seats}; 0 is free`;
  return `${seats} at ${amount === 0 ? "no charge" : formatMoney(amount, currency)}`;
}

type GrossProps = { counts: readonly TypeCount[]; amounts: Readonly<Record<string, number>>; currency: string };

/** What comes in when the house is so full, alike in all types. */
function Gross({ counts, amounts, currency }: GrossProps) {
  return (
    <dl className="rounded-card bg-sunken px-4 py-3">
      {fillings.map((percent) => {
        const gross = counts.length === 0 ? null : countGross(counts, amounts, percent);
        return (
          <div key={percent} className="flex items-baseline justify-between gap-4 py-1">
            <dt className={percent === 100 ? "" : "text-14 text-soft"}>
              {percent === 100 ? "Gross when sold out" : `Gross at ${percent} %`}
            </dt>
            <dd
              className={
                percent === 100 ? "figures display min-w-0 break-words font-semibold text-28" : "figures font-medium"
              }
            >
              {gross === null ? "–" : formatMoney(gross, currency)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

import { formatMoney } from "@evently/core/format/format-money";
import { currencies } from "@evently/core/money/currencies.rules";
import { minorDigits } from "@evently/core/money/money.rules";
import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";
import { Field } from "~/ui/field/field";
import { SelectField } from "~/ui/field/select-field";
import { formatCount } from "~/ui/format/format-count";
import { Price } from "~/ui/format/price";
import type { FormFaults } from "../form/use-form-faults";
import type { TypeCount } from "../venue/count-types";
import { countRevenue, fillRates } from "./count-revenue";
import type { EventDraft, UpdateDraft } from "./event-draft";
import { example } from "./parse-money";
import { priceControl, readPrices } from "./read-event-draft";
import "~/features/hall/hall.css";

type Props = {
  draft: EventDraft;
  faults: FormFaults;
  update: UpdateDraft;
  seat_types: readonly string[];
  /** Null until the layout is loaded. */
  counts: readonly TypeCount[] | null;
  /** What is sold keeps its currency. */
  isCurrencyFixed?: boolean;
};

/** A price for each seat type, and the revenue at these prices. */
export function PriceTable({ draft, faults, update, seat_types, counts, isCurrencyFixed = false }: Props) {
  const { amounts } = readPrices(draft, seat_types);
  return (
    <div className="flex flex-col gap-5">
      <SelectField
        label="Currency"
        name="currency"
        disabled={isCurrencyFixed}
        value={draft.currency}
        fault={faults.currency}
        onChange={({ currentTarget }) => update({ currency: currentTarget.value }, "currency")}
      >
        {listCurrencies().map(({ code, name }) => (
          <option key={code} value={code}>
            {code === name ? code : `${code}, ${name}`}
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
              placeholder={example(minorDigits(draft.currency))}
              value={draft.prices[type] ?? ""}
              fault={faults[priceControl(type)]}
              hint={describeSeats(counts?.[index]?.count, amounts[type], draft.currency)}
              onChange={({ currentTarget }) =>
                update({ prices: { ...draft.prices, [type]: currentTarget.value } }, priceControl(type))
              }
            />
          </li>
        ))}
      </ul>
      <RevenueForecast counts={counts ?? []} amounts={amounts} currency={draft.currency} />
    </div>
  );
}

function describeSeats(count: number | undefined, amount: number | undefined, currency: string): string {
  const seats = count === undefined ? "Counting seats…" : `${formatCount(count)} seats`;
  if (amount === undefined) return `${seats}; 0 is free`;
  return `${seats} at ${amount === 0 ? "no charge" : formatMoney(amount, currency)}`;
}

type ForecastProps = { counts: readonly TypeCount[]; amounts: Readonly<Record<string, number>>; currency: string };

/** The revenue when so much of each seat type is sold. */
function RevenueForecast({ counts, amounts, currency }: ForecastProps) {
  return (
    <dl className="rounded-card bg-sunken px-4 py-3">
      {fillRates.map((percent) => {
        const revenue = counts.length === 0 ? null : countRevenue(counts, amounts, percent);
        return (
          <div key={percent} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1">
            <dt className={percent === 100 ? "" : "text-14 text-soft"}>
              {percent === 100 ? "Revenue when sold out" : `Revenue at ${percent}% sold`}
            </dt>
            <dd
              className={percent === 100 ? "display ml-auto min-w-0 text-right font-semibold text-28" : "font-medium"}
            >
              {revenue === null ? "–" : <Price amount={revenue} currency={currency} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const usual = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK", "JPY"];
let cachedCurrencies: { code: string; name: string }[] | undefined;

/** Every currency that an event can be sold in, the usual ones first. A browser may not know the name of a new one. */
function listCurrencies(): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(["en"], { type: "currency" });
  cachedCurrencies ??= [...new Set([...usual, ...currencies])].map((code) => ({ code, name: names.of(code) ?? code }));
  return cachedCurrencies;
}

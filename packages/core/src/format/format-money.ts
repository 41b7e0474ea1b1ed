import { currencyPrefix, minorDigits } from "../money/money.rules.ts";

const formats = new Map<number, Intl.NumberFormat>();

function formatOf(digits: number): Intl.NumberFormat {
  const format =
    formats.get(digits) ??
    new Intl.NumberFormat("en-US", {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      trailingZeroDisplay: "stripIfInteger",
    });
  formats.set(digits, format);
  return format;
}

/** An amount in the currency's minor unit: 15000 USD is "US$150", 3950 is "US$39.50", 1500 JPY is "JP¥1,500", 5000 NOK "NOK 50". */
export function formatMoney(amount: number, currency: string): string {
  return splitMoney(amount, currency).join("");
}

/** The same as its symbol and its number, between which a line may break where there is no room for both. */
export function splitMoney(amount: number, currency: string): [symbol: string, number: string] {
  const digits = minorDigits(currency);
  const number = formatOf(digits).format(Math.abs(amount) / 10 ** digits);
  return [`${amount < 0 ? "-" : ""}${currencyPrefix(currency)}`, number];
}

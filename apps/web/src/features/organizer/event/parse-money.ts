import { largestAmount, minorDigits } from "@evently/core/money/money.rules";

/** A typed amount in the minor unit of its currency, or its fault. */
export type TypedMoney = { amount: number } | { fault: string };

export const noPrice = "Enter a price; 0 is free.";

/** Thousands by one and the same separator, and decimals. */
const grouped = /^([1-9]\d{0,2}([ ,.'’])\d{3}(?:\2\d{3})*)(?:([.,])(\d*))?$/;
const plain = /^(\d*)(?:[.,](\d*))?$/;

/**
 * Reads "45", "45.00", "45,5", "1,250.00", "1.250,00", "1 250" or "1'250" digit by digit, without binary fractions. A comma before
 * exactly three last digits separates thousands, a point decimals; in a currency with three decimals such a comma is a fault,
 * because it could mean either.
 */
export function parseMoney(typed: string, currency: string): TypedMoney {
  // Full-width digits, and the spaces that keyboards and spreadsheets put between thousands.
  const text = typed.normalize("NFKC").trim();
  const digits = minorDigits(currency);
  if (text === "") return { fault: noPrice };
  if (/^[-−]/.test(text)) return { fault: "A price can’t be negative." };
  if (digits === 3 && /^[1-9]\d{0,2},\d{3}$/.test(text))
    return { fault: `Write ${text.replace(",", "")} or ${text.replace(",", ".")}: it could mean either.` };
  const { whole = "", fraction = "" } = readParts(text);
  if (whole === "" && fraction === "") return { fault: `Enter a number such as ${example(digits)}.` };
  if (fraction.length > digits) return { fault: describeDigits(currency, digits) };
  const amount = Number(whole.replace(/\D/g, "") + fraction.padEnd(digits, "0"));
  return amount <= largestAmount ? { amount } : { fault: "This is more than a seat can cost." };
}

/** A point alone is before decimals, however many digits follow: "1.005" is no thousand. */
function readParts(text: string): { whole?: string; fraction?: string } {
  const [, thousands, separator, decimalSeparator, decimals] = grouped.exec(text) ?? [];
  if (thousands !== undefined && separator !== decimalSeparator && !/^\d+\.\d+$/.test(text))
    return { whole: thousands, fraction: decimals };
  const [, whole, fraction] = plain.exec(text) ?? [];
  return { whole, fraction };
}

/** An amount as it is typed: "45.00" in a currency with two digits, "4500" in one without. */
export const example = (digits: number) => (digits === 0 ? "4500" : `45.${"0".repeat(digits)}`);

function describeDigits(currency: string, digits: number): string {
  if (digits === 0) return `${currency} has no decimals: enter a whole number.`;
  return `${currency} has at most ${digits} decimals.`;
}

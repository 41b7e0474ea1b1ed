/** A typed amount in the minor unit of its currency, or its fault. */
export type TypedMoney = { amount: number } | { fault: string };

export const noPrice = "Enter a price; 0 is free.";

/** The API's limit for a price, in the minor unit. */
export const largestAmount = 100_000_000;

const cachedDigits = new Map<string, number>();

/** Digits of a currency's minor unit: 2 for USD, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  const format = () => new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = cachedDigits.get(currency) ?? format().resolvedOptions().maximumFractionDigits ?? 2;
  cachedDigits.set(currency, digits);
  return digits;
}

const shape = /^(\d{1,3}(?:[ ,'\u00a0\u202f’]\d{3})+|\d+)?(?:([.,])(\d*))?$/;

/**
 * Reads "45", "45.00", "45,5" or "1,250.00" digit by digit, without binary fractions. A comma before exactly three last
 * digits separates thousands; in a currency with three decimals it is a fault, because it could mean either.
 */
export function parseMoney(typed: string, currency: string): TypedMoney {
  const text = typed.trim();
  const digits = minorDigits(currency);
  if (text === "") return { fault: noPrice };
  if (text.startsWith("-")) return { fault: "A price can’t be negative." };
  if (digits === 3 && /^\d{1,3},\d{3}$/.test(text))
    return { fault: `Write ${text.replace(",", "")} or ${text.replace(",", ".")}: it could mean either.` };
  const [, whole = "", , fraction = ""] = shape.exec(text) ?? [];
  if (whole === "" && fraction === "") return { fault: `Enter a number such as ${example(digits)}.` };
  if (fraction.length > digits) return { fault: describeDigits(currency, digits) };
  const amount = Number(whole.replace(/\D/g, "") + fraction.padEnd(digits, "0"));
  return amount <= largestAmount ? { amount } : { fault: "This is more than a seat can cost." };
}

const example = (digits: number) => (digits === 0 ? "4500" : `45.${"0".repeat(digits)}`);

function describeDigits(currency: string, digits: number): string {
  if (digits === 0) return `${currency} has no decimals: enter a whole number.`;
  return `${currency} has at most ${digits} decimals.`;
}

/** The currencies of which the minor unit has other than two digits, by ISO 4217; see currencies.rules.ts. */
export const unusualDigits: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
};

const digitsOf = new Map(
  Object.entries(unusualDigits).flatMap(([digits, codes]) =>
    codes.split(" ").map((code) => [code, Number(digits)] as const),
  ),
);

/** Any code of ISO 4217, one that was withdrawn too: stored events may have it. */
export const currencyCode = /^[A-Z]{3}$/;

/** The most that a seat can cost, in the minor unit: large enough where a meal costs a million. */
export const largestAmount = 100_000_000_000;

/**
 * Digits of a currency's minor unit: 2 for USD, 0 for JPY, 3 for KWD. A code that is not in the table can only come from an event
 * that was stored when it was, or before there was a table; it has 2, as nearly all have.
 */
export function minorDigits(currency: string): number {
  return digitsOf.get(currency) ?? 2;
}

/**
 * In what multiples of the minor unit a refund by percent is: gateways may take nothing between, such as the last digit of three, or a
 * part of an ariary. The same whatever gateway there is, so that pages and mails state what is given back.
 */
export function refundStep(currency: string): number {
  if (currency === "MGA") return 100;
  return minorDigits(currency) === 3 ? 10 : 1;
}

/** As in Unicode CLDR's root locale, which serves no country: no sign that several of these currencies use stands alone. */
const symbols = new Map([
  ["AUD", "A$"],
  ["BRL", "R$"],
  ["CAD", "CA$"],
  ["CNY", "CN¥"],
  ["EUR", "€"],
  ["GBP", "£"],
  ["HKD", "HK$"],
  ["ILS", "₪"],
  ["INR", "₹"],
  ["JPY", "JP¥"],
  ["KRW", "₩"],
  ["MXN", "MX$"],
  ["NZD", "NZ$"],
  ["PHP", "₱"],
  ["TWD", "NT$"],
  ["USD", "US$"],
  ["VND", "₫"],
  ["XCD", "EC$"],
]);

/** What stands before an amount, everywhere the same: a symbol that no other currency has, else the code and a no-break space. */
export function currencyPrefix(currency: string): string {
  return symbols.get(currency) ?? `${currency}\u00a0`;
}

/** An amount in the minor unit as a plain decimal number, for programs: 123.45, whatever the locale. */
export function toDecimal(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  const sign = amount < 0 ? "-" : "";
  const text = String(Math.abs(amount)).padStart(digits + 1, "0");
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

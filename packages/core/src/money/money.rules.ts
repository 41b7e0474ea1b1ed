/**
 * The currencies that an event can be sold in, by the digits of their minor unit: ISO 4217, List One, with its amendments up to
 * number 180 (in force since 2026-01-01). Left out is what nobody pays with: funds and units of account (BOV, CHE, CHW, CLF, COU,
 * MXV, USN, UYI, UYW, XAD, XBA to XBD, XDR, XSU, XUA), metals, and the codes for tests and for no currency (XTS, XXX).
 */
const currenciesByDigits = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK
      DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD
      KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP
      PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH
      USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: "BHD IQD JOD KWD LYD OMR TND",
};

const digitsOf = new Map(
  Object.entries(currenciesByDigits).flatMap(([digits, codes]) =>
    codes.split(/\s+/).map((code) => [code, Number(digits)] as const),
  ),
);

/** The codes of all currencies that an event can be sold in, in alphabetical order. */
export const currencies: readonly string[] = [...digitsOf.keys()].sort();

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

import * as iso from "dinero.js/currencies";
import { describe, expect, test } from "vitest";
import { currencies } from "./currencies.rules.ts";
import { currencyPrefix, largestAmount, minorDigits, toDecimal } from "./money.rules.ts";
import { Amount, Currency } from "./money.ts";

/** Where the package and ISO 4217 differ, or we leave out what nobody pays with. */
const differences = {
  /** Withdrawn on 2026-01-01, when Bulgaria took the euro: amendment 180. */
  withdrawn: ["BGN"],
  /** Funds and units of account. */
  funds: ["BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "XAD"],
  /** Divided by five: the package counts in fifths, ISO 4217 writes two digits. */
  fifths: ["MGA", "MRU"],
};

describe("the currencies, with dinero.js/currencies as the oracle,", () => {
  const left = new Set([...differences.withdrawn, ...differences.funds]);
  const others = Object.values(iso).filter(({ code }) => !left.has(code));

  test("are those of the package, without what is withdrawn or a fund", () => {
    expect(currencies).toEqual(others.map(({ code }) => code).sort());
    expect(Object.keys(iso)).toEqual(expect.arrayContaining([...left]));
  });

  test("have the package's digits, but for those that are divided by five", () => {
    const found = others.filter(({ code, exponent }) => minorDigits(code) !== exponent);
    expect(found.map(({ code }) => code).sort()).toEqual(differences.fifths);
    expect(differences.fifths.map(minorDigits)).toEqual([2, 2]);
  });
});

describe("the digits that runtimes disagree about", () => {
  test.each([
    ["HUF", 2],
    ["IDR", 2],
    ["COP", 2],
    ["CLP", 0],
    ["ISK", 0],
    ["UGX", 0],
    ["IQD", 3],
  ])("%s has %d", (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });
});

describe("a currency", () => {
  test.each(["BGN", "HRK", "DEM", "ANG", "SLL", "ZWL", "XAU", "XTS", "XXX", "CLF", "usd", "US", "dollars", ""])(
    "%j can't be sold in",
    (code) => {
      const { error } = Currency.safeParse(code);
      expect(error?.issues.map(({ message }) => message)).toEqual(["a current ISO 4217 code such as USD"]);
    },
  );

  test("that was stored before it was withdrawn is printed by its code, with two digits", () => {
    expect([currencyPrefix("BGN"), minorDigits("BGN")]).toEqual(["BGN\u00a0", 2]);
    expect([currencyPrefix("constructor"), minorDigits("constructor")]).toEqual(["constructor\u00a0", 2]);
  });
});

describe("what stands before an amount", () => {
  test("is different for every currency", () => {
    expect(new Set(currencies.map(currencyPrefix)).size).toBe(currencies.length);
  });

  test("is never a sign alone that several currencies use", () => {
    const ambiguous = ["$", "¥", "kr", "kr.", "Rs", "₨", "ƒ", "﷼", "F", "Fr", "K", "L", "R"];
    expect(currencies.filter((code) => ambiguous.includes(currencyPrefix(code).trim()))).toEqual([]);
  });

  test("tells dollars, yen and crowns apart", () => {
    const prefixes = ["USD", "CAD", "AUD", "SGD", "JPY", "CNY", "NOK", "SEK", "EUR", "GBP", "EGP"].map(currencyPrefix);
    const code = (currency: string) => `${currency}\u00a0`;
    const expected = ["US$", "CA$", "A$", code("SGD"), "JP¥", "CN¥", code("NOK"), code("SEK"), "€", "£", code("EGP")];
    expect(prefixes).toEqual(expected);
  });
});

test("the sales of a hall of 30,000 of the dearest seats are still an exact number", () => {
  expect(Number.isSafeInteger(30_000 * largestAmount)).toBe(true);
  expect(Amount.safeParse(largestAmount).success).toBe(true);
  expect(Amount.safeParse(largestAmount + 1).success).toBe(false);
});

test.each([
  [-1250, "USD", "-12.50"],
  [-5, "USD", "-0.05"],
  [0, "USD", "0.00"],
  [-1250, "JPY", "-1250"],
  [-1250, "KWD", "-1.250"],
  [5, "KWD", "0.005"],
])("%d of %s is written %s for programs", (amount, currency, text) => {
  expect(toDecimal(amount, currency)).toBe(text);
});

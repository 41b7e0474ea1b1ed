import { formatMoney } from "@evently/core/format/format-money";
import { currencies } from "@evently/core/money/currencies.rules";
import { currencyPrefix, largestAmount } from "@evently/core/money/money.rules";
import { describe, expect, test } from "vitest";
import { parseMoney } from "./parse-money";

const read = (typed: string, currency = "USD") => {
  const money = parseMoney(typed, currency);
  return "amount" in money ? money.amount : money.fault;
};

test.each([
  ["45", "USD", 4500],
  ["45.00", "USD", 4500],
  ["45.5", "USD", 4550],
  ["45,50", "EUR", 4550],
  ["45.", "USD", 4500],
  [".5", "USD", 50],
  ["0", "USD", 0],
  [" 1,250.00 ", "USD", 125000],
  ["1,250", "USD", 125000],
  ["1 250,75", "EUR", 125075],
  ["1’250.05", "CHF", 125005],
  ["1,250,000", "JPY", 1250000],
  ["4500", "JPY", 4500],
  ["4.5", "KWD", 4500],
  ["4.505", "KWD", 4505],
  ["1,234.567", "KWD", 1234567],
  ["1.234,567", "KWD", 1234567],
  ["0,500", "KWD", 500],
  ["1.250,00", "EUR", 125000],
  ["1.250.000", "EUR", 125000000],
  ["12.345.678,90", "IDR", 1234567890],
  ["1.250.000", "JPY", 1250000],
  ["1\u00a0250,5", "NOK", 125050],
  ["1\u202f250,50", "EUR", 125050],
  ["12'500", "CHF", 1250000],
  ["15 000", "HUF", 1500000],
  ["1500000", "IDR", 150000000],
  ["４，５００", "JPY", 4500],
])("%s in %s is %d of the minor unit", (typed, currency, amount) => {
  expect(read(typed, currency)).toBe(amount);
});

describe("is exact where binary fractions are not", () => {
  test.each([
    ["0.07", 7],
    ["1.1", 110],
    ["4.35", 435],
    ["1.005", "USD has at most 2 decimals."],
    ["64.1", 6410],
    ["999999.99", 99999999],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test("reads back every cent up to 200.00", () => {
    const wrong = Array.from({ length: 20_001 }, (_, amount) => amount).filter(
      (amount) => read((amount / 100).toFixed(2)) !== amount,
    );
    expect(wrong).toEqual([]);
  });
});

describe("describes what it can't read", () => {
  test.each([
    ["", "USD", "Enter a price; 0 is free."],
    ["-5", "USD", "A price can’t be negative."],
    ["free", "USD", "Enter a number such as 45.00."],
    ["−5", "USD", "A price can’t be negative."],
    ["12.345.67", "USD", "Enter a number such as 45.00."],
    ["1,250 000", "USD", "Enter a number such as 45.00."],
    ["1,250,5", "USD", "Enter a number such as 45.00."],
    ["0,500", "USD", "USD has at most 2 decimals."],
    ["1.250", "EUR", "EUR has at most 2 decimals."],
    ["4.5055", "KWD", "KWD has at most 3 decimals."],
    ["1,234.56", "ISK", "ISK has no decimals: enter a whole number."],
    ["1,25,000", "USD", "Enter a number such as 45.00."],
    [".", "KWD", "Enter a number such as 45.000."],
    ["4.5", "JPY", "JPY has no decimals: enter a whole number."],
    ["x", "JPY", "Enter a number such as 4500."],
    ["1,250", "KWD", "Write 1250 or 1.250: it could mean either."],
    ["1000000000.01", "USD", "This is more than a seat can cost."],
    ["9".repeat(400), "USD", "This is more than a seat can cost."],
  ])("%s in %s", (typed, currency, fault) => {
    expect(read(typed, currency)).toBe(fault);
  });

  test("reads the largest price that the API takes", () => {
    expect(read("1000000000.00")).toBe(largestAmount);
  });
});

test("an amount that is typed as it is shown is the same amount, in every currency", () => {
  const amounts = [0, 1, 45, 4505, 1_234_567, 99_999_999, 12_345_678_901, largestAmount];
  const all = currencies.flatMap((currency) => amounts.map((amount) => ({ currency, amount })));
  const read = all.map(({ currency, amount }) => {
    const shown = formatMoney(amount, currency).slice(currencyPrefix(currency).length);
    return { currency, ...parseMoney(shown.replaceAll(",", ""), currency) };
  });
  expect(read).toEqual(all);
});

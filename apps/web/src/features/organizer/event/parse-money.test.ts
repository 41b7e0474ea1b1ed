import { describe, expect, test } from "vitest";
import { largestAmount, minorDigits, parseMoney } from "./parse-money";

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
    ["12.345.678", "USD", "Enter a number such as 45.00."],
    ["1,25,000", "USD", "Enter a number such as 45.00."],
    [".", "KWD", "Enter a number such as 45.000."],
    ["4.5", "JPY", "JPY has no decimals: enter a whole number."],
    ["x", "JPY", "Enter a number such as 4500."],
    ["1,250", "KWD", "Write 1250 or 1.250: it could mean either."],
    ["1000000.01", "USD", "This is more than a seat can cost."],
    ["9".repeat(400), "USD", "This is more than a seat can cost."],
  ])("%s in %s", (typed, currency, fault) => {
    expect(read(typed, currency)).toBe(fault);
  });

  test("reads the largest price that the API takes", () => {
    expect(read("1000000.00")).toBe(largestAmount);
  });
});

test("knows the decimals of a currency", () => {
  expect([minorDigits("USD"), minorDigits("JPY"), minorDigits("KWD")]).toEqual([2, 0, 3]);
});

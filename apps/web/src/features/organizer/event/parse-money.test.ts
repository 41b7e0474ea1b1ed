import { describe, expect, test } from "vitest";
import { largestAmount, minorDigits, parseMoney, writeMoney } from "./parse-money";

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

describe("amounts that binary fractions get wrong are exact", () => {
  test.each([
    ["0.07", 7],
    ["1.1", 110],
    ["4.35", 435],
    ["1.005", "USD has 2 digits after the point, not more."],
    ["64.1", 6410],
    ["999999.99", 99999999],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test("every cent up to 200.00 comes back as it was typed", () => {
    const wrong = Array.from({ length: 20_001 }, (_, amount) => amount).filter(
      (amount) => read(writeMoney(amount, "USD")) !== amount,
    );
    expect(wrong).toEqual([]);
  });
});

describe("what can't be read is said", () => {
  test.each([
    ["", "USD", "Enter a price; 0 is free."],
    ["-5", "USD", "A price is not negative."],
    ["free", "USD", "Enter a number such as 45.00."],
    ["12.345.678", "USD", "Enter a number such as 45.00."],
    ["1,25,000", "USD", "Enter a number such as 45.00."],
    [".", "KWD", "Enter a number such as 45.000."],
    ["4.5", "JPY", "JPY has no smaller unit: enter a whole number."],
    ["x", "JPY", "Enter a number such as 4500."],
    ["1,250", "KWD", "Write 1250 or 1.250: this could mean either."],
    ["1000000.01", "USD", "This is more than a seat may cost here."],
    ["9".repeat(400), "USD", "This is more than a seat may cost here."],
  ])("%s in %s", (typed, currency, fault) => {
    expect(read(typed, currency)).toBe(fault);
  });

  test("the largest price that the API takes is still read", () => {
    expect(read("1000000.00")).toBe(largestAmount);
  });
});

test.each([
  [4500, "USD", "45.00"],
  [7, "USD", "0.07"],
  [0, "KWD", "0.000"],
  [1500, "JPY", "1500"],
])("%d of %s is typed %s", (amount, currency, text) => {
  expect(writeMoney(amount, currency)).toBe(text);
});

test("a currency says how many digits it has", () => {
  expect([minorDigits("USD"), minorDigits("JPY"), minorDigits("KWD")]).toEqual([2, 0, 3]);
});

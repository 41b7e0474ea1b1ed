import { describe, expect, test } from "vitest";
import { anyPrice, listPriceRanges, namePriceRange } from "./price-ranges";

const named = (range: { min: number; max: number }) =>
  listPriceRanges(range).map((choice) => namePriceRange(choice, "USD"));

describe("the price ranges to choose from", () => {
  test("lie between the lowest and the highest price", () => {
    expect(named({ min: 3000, max: 15_000 })).toEqual(["Up to $50", "Up to $100", "Above $100"]);
  });

  test("start with free events where there are any", () => {
    expect(named({ min: 0, max: 3000 })).toEqual(["Free", "Up to $25", "Above $25"]);
  });

  test("are empty where they would not differ", () => {
    expect(named({ min: 0, max: 0 })).toEqual([]);
    expect(named({ min: 2600, max: 4900 })).toEqual([]);
  });

  test("leave no gap between two ranges", () => {
    const [upTo, above] = listPriceRanges({ min: 2000, max: 4000 });
    expect(Number(above?.price_min)).toBe(Number(upTo?.price_max) + 1);
  });
});

test("names a custom range", () => {
  expect(namePriceRange({ price_min: "2000", price_max: "4550" }, "USD")).toBe("$20 to $45.50");
  expect(namePriceRange({ price_min: "2000", price_max: "" }, "USD")).toBe("From $20");
  expect(namePriceRange(anyPrice, "USD")).toBe("Any price");
  expect(namePriceRange({ price_min: "", price_max: "5000" }, "EUR")).toBe("Up to €50");
});

test("names no amount where no event says its currency", () => {
  expect(namePriceRange({ price_min: "2000", price_max: "" }, null)).toBe("Chosen prices");
  expect(namePriceRange(anyPrice, null)).toBe("Any price");
});

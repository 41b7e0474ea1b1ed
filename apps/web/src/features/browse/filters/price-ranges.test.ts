import { describe, expect, test } from "vitest";
import { anyPrice, listPriceRanges, namePriceRange } from "./price-ranges";

const named = (range: { min: number; max: number }, currency = "USD") =>
  listPriceRanges(range).map((choice) => namePriceRange(choice, currency));

describe("the price ranges to choose from", () => {
  test("lie between the lowest and the highest price", () => {
    expect(named({ min: 3000, max: 15_000 })).toEqual(["Up to US$50", "Up to US$100", "Above US$100"]);
  });

  test("are round in every currency", () => {
    expect(named({ min: 40_000, max: 220_000 }, "KRW")).toEqual(["Up to ₩50,000", "Up to ₩100,000", "Above ₩100,000"]);
    expect(named({ min: 500_000, max: 3_000_000 }, "HUF").at(-1)).toBe("Above HUF\u00a025,000");
    expect(named({ min: 8_000, max: 30_000 }, "KWD")).toEqual([
      "Up to KWD\u00a010",
      "Up to KWD\u00a025",
      "Above KWD\u00a025",
    ]);
  });

  test("start with free events where there are any", () => {
    expect(named({ min: 0, max: 3000 })).toEqual(["Free", "Up to US$5", "Up to US$10", "Up to US$25", "Above US$25"]);
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
  expect(namePriceRange({ price_min: "2000", price_max: "4550" }, "USD")).toBe("US$20 to US$45.50");
  expect(namePriceRange({ price_min: "2000", price_max: "" }, "USD")).toBe("From US$20");
  expect(namePriceRange(anyPrice, "USD")).toBe("Any price");
  expect(namePriceRange({ price_min: "", price_max: "5000" }, "EUR")).toBe("Up to €50");
});

test("names no amount where no event says its currency", () => {
  expect(namePriceRange({ price_min: "2000", price_max: "" }, null)).toBe("Chosen prices");
  expect(namePriceRange(anyPrice, null)).toBe("Any price");
});

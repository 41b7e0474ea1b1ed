import type { SaleStatus } from "@evently/core/event/event.rules";
import { defaultDateStyle } from "@evently/core/format/date-style";
import { expect, test } from "vitest";
import { describeSale } from "./describe-sale";

const event = { sales_start: "2027-01-14T09:00:00Z", timezone: "Europe/Berlin" };

test.each<[SaleStatus, string]>([
  ["draft", "Draft"],
  ["upcoming", "On sale from Thu 14 Jan 2027, 10:00 Berlin time"],
  ["open", "On sale"],
  ["sold_out", "Sold out"],
  ["paused", "Paused"],
  ["ended", "Sale ended"],
  ["cancelling", "Being cancelled"],
  ["cancelled", "Cancelled"],
])("a sale that is %s is called %s", (sale, words) => {
  expect(describeSale(event, sale, defaultDateStyle)).toBe(words);
});

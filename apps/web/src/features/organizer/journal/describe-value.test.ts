import { defaultDateStyle } from "@evently/core/format/date-style";
import { describe, expect, test } from "vitest";
import { describeValue } from "./describe-value";

const context = { timezone: "Europe/Vienna", currency: "EUR", style: defaultDateStyle };

describe("a value of the journal", () => {
  test.each([
    ["name", "Winter journey", "Winter journey"],
    ["name", "", "nothing"],
    ["start_time", "2027-02-15T19:00:00.000Z", "Mon 15 Feb 2027, 20:00 Vienna time"],
    ["seat_type_prices", { Box: 900, Stalls: 5500 }, "Stalls €55, Box €9"],
    ["cancellation_policy", null, "not at all"],
    ["cancellation_policy", { hours_before: 0, percent: 100 }, "until the event begins"],
    ["cancellation_policy", { percent: 100, hours_before: 48 }, "until 48 hours before"],
    ["cancellation_policy", { percent: 50, hours_before: 48 }, "until 48 hours before, with 50% of the price back"],
    ["programme", { length: 1200, sha256: "0123456789abcdef" }, "a text of 1,200 characters"],
    ["refund", 9000, "€90"],
    ["refunded", 9050, "€90.50"],
    ["artists", ["Ida Brandt", "Ole Dahl"], "Ida Brandt; Ole Dahl"],
    [
      "copies",
      [{ start_time: "2027-02-16T19:00:00.000Z", event_id: "event-00021" }],
      "event-00021, Tue 16 Feb 2027, 20:00 Vienna time",
    ],
  ])("%s of %j is told as %s", (field, value, words) => {
    expect(describeValue(field, value, context)).toBe(words);
  });
});

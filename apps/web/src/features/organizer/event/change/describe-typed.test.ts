import { defaultDateStyle } from "@evently/core/format/date-style";
import { expect, test } from "vitest";
import { type EventDraft, newEventDraft } from "../event-draft";
import { describeTyped, eventFields } from "./describe-typed";

const venues = [{ venue_id: "venue-00001", name: "Aula", timezone: "Europe/Berlin" }];
const draft = newEventDraft("venue-00001");
const describe = describeTyped(draft, venues, defaultDateStyle);

test.each<[string, Partial<EventDraft>, string]>([
  ["name", { name: "Winter journey" }, "Winter journey"],
  ["name", { name: "" }, ""],
  ["start_time", { start_time: "2027-01-15T19:30" }, "Fri 15 Jan 2027, 19:30 Berlin time"],
  ["start_time", { start_time: "2027-01" }, "2027-01"],
  ["duration", { duration: 90 }, "90 minutes"],
  ["seat_type_prices", { prices: { Stalls: "55", Box: "99" } }, "Box 99, Stalls 55"],
  ["sales_end", { closes: "start", sales_end: "" }, "when the event starts"],
  ["sales_end", { closes: "set", sales_end: "2027-01-15T20:00" }, "Fri 15 Jan 2027, 20:00 Berlin time"],
  ["cancellation_policy", { cancellation: "never", notice: "24", percent: "" }, "not at all"],
  ["cancellation_policy", { cancellation: "notice", notice: "48", percent: "100" }, "until 48 hours before"],
  [
    "cancellation_policy",
    { cancellation: "start", notice: "48", percent: "50" },
    "until the event begins, with 50% of the price back",
  ],
  ["cancellation_policy", { cancellation: "notice", notice: "two", percent: "half" }, "two hours before, half%"],
  ["poster_seed", { poster_seed: null }, "the usual one"],
  ["venue_id", { venue_id: "venue-00001" }, "Aula"],
])("of the %s, %j is told as %s", (field, part, words) => {
  expect(describe(field, part)).toBe(words);
});

test("every part of a draft that two people may change says a field", () => {
  const said = new Set(Object.values(eventFields).flat());
  const others = ["draft_id", "meant", "opens"];
  expect(Object.keys(draft).filter((part) => !said.has(part as keyof EventDraft))).toEqual(others);
});

import { expect, test } from "vitest";
import { newRowBlock } from "../plan/seating-plan";
import { findVenueFaults } from "./find-venue-faults";
import type { VenueDraft } from "./venue-draft";

const whole: VenueDraft = {
  draft_id: "d",
  name: "The Small House",
  city: "Oslo",
  timezone: "Europe/Oslo",
  description: "",
  address: "",
  map_url: "",
  plan: { seat_types: ["Stalls"], blocks: [newRowBlock("a", "Stalls")] },
};
const namesOf = (more: Partial<VenueDraft>) => Object.keys(findVenueFaults({ ...whole, ...more }));
const withTypes = (...seat_types: string[]) => namesOf({ plan: { ...whole.plan, seat_types } });

test("a venue with name, city, zone and rows has no faults", () => {
  expect(findVenueFaults(whole)).toEqual({});
});

test("a seat type has at most 24 letters", () => {
  expect(withTypes("x".repeat(24))).not.toContain("seat_types.0");
  expect(withTypes("x".repeat(25))).toContain("seat_types.0");
});

test.each<[Partial<VenueDraft>, string]>([
  [{ name: "  " }, "name"],
  [{ name: "x".repeat(121) }, "name"],
  [{ city: "" }, "city"],
  [{ timezone: "Mars/Olympus" }, "timezone"],
  [{ timezone: "" }, "timezone"],
  [{ description: "x".repeat(501) }, "description"],
  [{ address: "x".repeat(201) }, "address"],
  [{ map_url: "http://example.org" }, "map_url"],
  [{ map_url: "javascript:alert(1)" }, "map_url"],
  [{ plan: { seat_types: ["Stalls"], blocks: [newRowBlock("a", "Stalls", { last_row: "" })] } }, "a.last_row"],
  [{ plan: { seat_types: ["Stalls"], blocks: [] } }, "plan"],
])("%j is a fault of %s", (more, name) => {
  expect(namesOf(more)).toEqual([name]);
});

test("every seat type needs a name of its own", () => {
  expect(withTypes("Stalls", "")).toEqual(["seat_types.1"]);
  expect(withTypes("Stalls", "Box", "Stalls ")).toEqual(["seat_types.2"]);
  expect(withTypes("Stalls", "x".repeat(25))).toEqual(["seat_types.1"]);
});

test("a hall has at most 40 seat types, also where a file brought some of them", () => {
  const types = Array.from({ length: 41 }, (_, index) => `Type ${index}`);
  expect(withTypes("Stalls", ...types.slice(2))).toEqual([]);
  expect(withTypes("Stalls", ...types.slice(1))).toEqual(["seat_types.40"]);
});

test("finds all faults at once, in the order of the page", () => {
  expect(namesOf({ name: "", city: "", plan: { seat_types: [""], blocks: [] } })).toEqual([
    "name",
    "city",
    "seat_types.0",
    "plan",
  ]);
});

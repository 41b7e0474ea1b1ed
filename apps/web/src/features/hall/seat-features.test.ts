import { expect, it } from "vitest";
import { openHall } from "./hall";
import { countFeatures, featuresInHall, groupByFeature, listNeeds } from "./seat-features";
import { twoSections } from "./two-sections.fixture";

const hall = openHall(twoSections);
const at = (id: string) => hall.indexOf.get(id) ?? -1;

it("names what is special about a seat", () => {
  expect(featuresInHall({ hall }, at("SA-1"))).toEqual(["Companion seat", "Restricted view"]);
  expect(featuresInHall({ hall }, at("A-1"))).toEqual([]);
});

it("offers to look for what some seats have and others don’t", () => {
  expect(listNeeds(hall)).toEqual(["companion", "full_view"]);
});

it("gathers seats by what they have", () => {
  const seat = (accessible: boolean, ...properties: ("companion" | "restricted_view")[]) => ({
    accessible,
    properties,
  });
  const [wheelchair, companion] = [seat(true), seat(false, "companion")];
  expect(groupByFeature([wheelchair, companion, seat(false)])).toEqual([
    { name: "Wheelchair space", seats: [wheelchair] },
    { name: "Companion seat", seats: [companion] },
  ]);
});

it("counts the seats that have something, in one order", () => {
  const plain = { accessible: false, properties: [] };
  expect(countFeatures([plain])).toBe("");
  const seats = [
    { accessible: true, properties: ["restricted_view" as const] },
    { accessible: true, properties: [] },
  ];
  expect(countFeatures([...seats, plain])).toBe("2 wheelchair spaces, 1 seat with a restricted view");
});

import { expect, it } from "vitest";
import { openHall } from "./hall";
import { countFeatures, listNeeds, nameFeatures } from "./seat-features";
import { twoSections } from "./two-sections.fixture";

const plain = { accessible: false, properties: [] };

it("names a seat's features in one order", () => {
  expect(nameFeatures({ accessible: true, properties: ["restricted_view", "companion"] })).toEqual([
    "Wheelchair space",
    "Companion seat",
    "Restricted view",
  ]);
  expect(nameFeatures(plain)).toEqual([]);
});

it("counts the seats that have a feature", () => {
  expect(countFeatures([plain])).toBe("");
  expect(
    countFeatures([
      { accessible: true, properties: ["restricted_view"] },
      { accessible: true, properties: [] },
    ]),
  ).toBe("2 wheelchair spaces, 1 seat with a restricted view");
});

it("offers only needs that some seats meet and others do not", () => {
  expect(listNeeds(openHall(twoSections))).toEqual(["companion", "full_view"]);
});

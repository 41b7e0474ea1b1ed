import { expect, test } from "vitest";
import { twoSections } from "~/features/hall/two-sections.fixture";
import { countTypes } from "./count-types";

test("counts every seat under its type, and none for a type without seats", () => {
  expect(countTypes(twoSections)).toEqual([
    { seat_type: "Front", count: 12 },
    { seat_type: "Rear", count: 10 },
  ]);
  expect(countTypes({ seat_types: ["Front"], rows: [] })).toEqual([{ seat_type: "Front", count: 0 }]);
});

import { expect, it } from "vitest";
import { convexHull, measurePolygon } from "./convex-hull";

const square = [
  { x: 0, y: 0 },
  { x: 4, y: 0 },
  { x: 4, y: 4 },
  { x: 0, y: 4 },
];

it("keeps the corners and drops what lies inside or on an edge", () => {
  const hull = convexHull([...square, { x: 2, y: 2 }, { x: 2, y: 0 }]);
  expect(hull).toHaveLength(4);
  for (const corner of square) expect(hull).toContainEqual(corner);
});

it("measures area and center of gravity", () => {
  expect(measurePolygon(square)).toEqual({ area: 16, center: { x: 2, y: 2 } });
  expect(measurePolygon([{ x: 3, y: 5 }])).toEqual({ area: 0, center: { x: 3, y: 5 } });
});

import { describe, expect, test } from "vitest";
import { findAisles } from "./find-aisles";
import { frontGap, type Place, placeRow, radiusOf, rowGap } from "./row-places";
import { newRowBlock, type RowBlock } from "./seating-plan";

type Shape = Pick<RowBlock, "seat_gap" | "curve" | "aisles">;

const draw = (shape: Shape, count: number, depth: number) => placeRow(drawn(shape, count), count, depth);
const drawn = (shape: Shape, count: number) => ({
  ...shape,
  aisles: findAisles(newRowBlock("a", "Stalls", shape), count),
});

const shapes = (["straight", "gentle", "strong"] as const).flatMap((curve) =>
  [5, 5.5, 7].flatMap((seat_gap) =>
    (["none", "middle", "two"] as const).map((aisles): Shape => ({ curve, seat_gap, aisles })),
  ),
);
const counts = [1, 2, 3, 12, 40, 77, 120, 200];
const apart = (a: Place | undefined, b: Place | undefined) =>
  Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));

describe.each(shapes)("rows that are $curve, $seat_gap apart, with aisles: $aisles", (shape) => {
  test.each(counts)("never reach round the stage, at %i seats", (count) => {
    for (const depth of [frontGap, 80, 400])
      for (const { y } of draw(shape, count, depth)) {
        expect(y).toBeGreaterThanOrEqual(depth - frontGap);
        expect(y).toBeLessThanOrEqual(depth);
      }
  });

  test.each(counts)("run from left to right, seats and rows as far apart as they should be, at %i seats", (count) => {
    const [row, behind] = [draw(shape, count, frontGap), draw(shape, count, frontGap + rowGap)];
    for (const [at, place] of row.slice(1).entries()) {
      expect(place.x).toBeGreaterThan(row[at]?.x ?? 0);
      expect(apart(place, row[at])).toBeGreaterThan(shape.seat_gap * 0.95);
    }
    for (const place of row)
      expect(Math.min(...behind.map((other) => apart(place, other)))).toBeGreaterThan(rowGap * 0.95);
  });
});

test("rows of usual width keep the curve that was chosen", () => {
  const shape = { seat_gap: 5.5, aisles: [] };
  expect(radiusOf({ ...shape, curve: "strong" }, 40)).toBe(260);
  expect(radiusOf({ ...shape, curve: "gentle" }, 60)).toBe(600);
  expect(radiusOf({ ...shape, curve: "strong" }, 200)).toBeGreaterThan(5000);
});

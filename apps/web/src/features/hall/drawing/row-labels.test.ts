import type { LayoutId, VenueId } from "@evently/core/ids";
import type { LayoutRow } from "@evently/core/layout";
import { expect, test } from "vitest";
import type { Point } from "../geometry";
import { openHall } from "../hall";
import { twoSections } from "../two-sections.fixture";
import { placeLabels } from "./row-labels";

function row(name: string, places: [number, number][], section = "Boxes"): LayoutRow {
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  const nums = places.map((_, i) => i + 1);
  const plain = { labels: null, types: nums.map(() => 0), accessible: [], properties: [] };
  return { row: name, row_label: `Box ${name}`, section, nums, xs, ys, ...plain };
}

/** Three abreast at the parapet, three behind: on the left and the right wall, and in the middle of the rear one. */
const side = (out: number): [number, number][] =>
  [0, 1].flatMap((depth) => [95, 100, 105].map((y): [number, number] => [out * (60 + depth * 7), y]));
const rear = [0, 1].flatMap((depth) => [-5, 0, 5].map((x): [number, number] => [x, 200 + depth * 7]));
const line = [-10, -5, 0, 5, 10].map((x): [number, number] => [x, 50]);

const hall = openHall({
  layout_id: "layout-venue-00001-1" as LayoutId,
  venue_id: "venue-00001" as VenueId,
  seat_types: ["Any"],
  seat_count: 23,
  rows: [row("A", line, "Stalls"), row("L", side(-1)), row("M", rear), row("R", side(1))],
});
const labelsOf = (index: number) => {
  const found = hall.rows[index];
  return found ? placeLabels(hall, found) : [];
};

test("a straight row is labelled beyond both of its ends", () => {
  expect(labelsOf(0)).toEqual([
    { x: -15, y: 50 },
    { x: 15, y: 50 },
  ]);
});

test("a row that runs away from the stage is labelled before and behind itself", () => {
  const along: [number, number][] = [10, 15, 20, 25].map((y) => [60, y]);
  const hall = openHall({ ...twoSections, seat_count: 4, rows: [row("S", along, "Side")] });
  expect(hall.rows.flatMap((row) => placeLabels(hall, row))).toEqual([
    { x: 60, y: 5 },
    { x: 60, y: 30 },
  ]);
});

test("a box is labelled once, behind its last seats", () => {
  const [[left], [middle], [right]] = [1, 2, 3].map(labelsOf) as [[Point], [Point], [Point]];
  expect([1, 2, 3].map((index) => labelsOf(index).length)).toEqual([1, 1, 1]);
  expect(left.x).toBeLessThan(-67 - 5);
  expect(left.y).toBeCloseTo(100);
  expect(right).toEqual({ x: -left.x, y: left.y });
  expect(middle.x).toBeCloseTo(0);
  expect(middle.y).toBeGreaterThan(207 + 2.5);
});

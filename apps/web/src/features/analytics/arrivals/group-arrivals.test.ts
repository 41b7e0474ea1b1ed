import { expect, test } from "vitest";
import { groupArrivals } from "./group-arrivals";

const from = Date.parse("2027-01-14T18:00:00.000Z");
const every = (minutes: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({ at: new Date(from + i * minutes * 60_000).toISOString(), admitted: 2 }));

test("few arrivals stay as they are", () => {
  expect(groupArrivals(every(5, 3))).toEqual([
    { at: "2027-01-14T18:00:00.000Z", to: "2027-01-14T18:05:00.000Z", admitted: 2 },
    { at: "2027-01-14T18:05:00.000Z", to: "2027-01-14T18:10:00.000Z", admitted: 2 },
    { at: "2027-01-14T18:10:00.000Z", to: "2027-01-14T18:15:00.000Z", admitted: 2 },
  ]);
});

test("many are summed by longer spans until they are twelve rows at most, and nobody is lost", () => {
  for (const count of [13, 40, 100, 400]) {
    const rows = groupArrivals(every(5, count));
    expect(rows.length).toBeLessThanOrEqual(12);
    expect(rows.reduce((sum, { admitted }) => sum + admitted, 0)).toBe(2 * count);
  }
  const rows = groupArrivals(every(5, 13));
  expect(rows.map(({ at }) => at.slice(11, 16))).toEqual([
    ...["18:00", "18:10", "18:20", "18:30", "18:40", "18:50", "19:00"],
  ]);
  expect(rows.at(-1)?.to).toBe("2027-01-14T19:10:00.000Z");
});

test("nobody is no row", () => {
  expect(groupArrivals([])).toEqual([]);
});

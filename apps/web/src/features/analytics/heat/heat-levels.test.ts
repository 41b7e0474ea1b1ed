import type { EventId, LayoutId } from "@evently/core/ids";
import { describe, expect, test } from "vitest";
import { type HeatMode, heatLevels } from "./heat-levels";

const event_id = "event-00001" as EventId;

function levelsOf(
  mode: HeatMode,
  counts: { held?: number[]; dropped?: number[]; booked?: number[]; first?: number[] },
) {
  const { held = [], dropped = [], booked = [], first = [] } = counts;
  const heat = { times_held: held, times_dropped: dropped, times_booked: booked, first_booked: first };
  return heatLevels({ event_id, layout_id: "layout-venue-00001-1" as LayoutId, ...heat }, mode);
}

describe("what sold first", () => {
  test("ranks the sold seats in quarters by time", () => {
    const { levels, steps } = levelsOf("first", { first: [0, 500, 100, 400, 200, 800, 300, 700, 600] });
    expect(levels).toEqual([0, 2, 4, 3, 4, 1, 3, 1, 2]);
    expect(steps.map(({ level, seats }) => [level, seats])).toEqual([
      [4, 2],
      [3, 2],
      [2, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  test("puts the seats of one booking on the same level", () => {
    expect(levelsOf("first", { first: [100, 100, 100, 100, 900] }).levels).toEqual([4, 4, 4, 4, 1]);
  });

  test("puts a single sold seat first", () => {
    expect(levelsOf("first", { first: [0, 7, 0] }).levels).toEqual([0, 4, 0]);
  });
});

describe("held and dropped", () => {
  test("separates seats that were held but not dropped from seats never held", () => {
    const { levels, steps } = levelsOf("dropped", { held: [0, 2, 2, 5], dropped: [0, 0, 1, 3] });
    expect(levels).toEqual([0, 1, 2, 4]);
    expect(steps.map(({ label }) => label)).toEqual([
      "Dropped 3 times",
      "Dropped twice",
      "Dropped once",
      "Held, not dropped",
      "Never held",
    ]);
  });

  test("splits many drops into ranges without gaps", () => {
    const dropped = Array.from({ length: 11 }, (_, count) => count);
    const { levels, steps } = levelsOf("dropped", { held: dropped, dropped });
    expect(levels).toEqual([0, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4]);
    expect(steps[0]?.label).toBe("Dropped 7 to 10 times");
  });
});

describe("booked", () => {
  test("gives the most often sold seats the highest level, even if that is once", () => {
    const { levels, steps } = levelsOf("booked", { booked: [0, 1, 1] });
    expect(levels).toEqual([0, 4, 4]);
    expect(steps).toEqual([
      { level: 4, label: "Sold once", seats: 2 },
      { level: 0, label: "Never sold", seats: 1 },
    ]);
  });
});

test.each<HeatMode>(["first", "dropped", "booked"])("has level 0 for all seats before the first sale: %s", (mode) => {
  const none = [0, 0, 0];
  const { levels, steps } = levelsOf(mode, { held: none, dropped: none, booked: none, first: none });
  expect(levels).toEqual([0, 0, 0]);
  expect(steps.reduce((sum, { seats }) => sum + seats, 0)).toBe(3);
});

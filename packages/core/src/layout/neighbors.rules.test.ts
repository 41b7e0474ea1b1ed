import { describe, expect, it } from "vitest";
import { VenueId } from "../ids.ts";
import { checkHalls } from "../testing/check-halls.ts";
import { type DrawnSeat, drawLayout, listSeatIds } from "./layout.rules.ts";
import { findNeighbors, listBlocks } from "./neighbors.rules.ts";

const halls = process.env.EVENTLY_PROOF ? 5_000 : 300;

/** The runs of a hall of these seats, by their ids. */
function runsOf(...seats: DrawnSeat[]): string[][] {
  const layout = drawLayout({ venue_id: VenueId.parse("venue-00001"), revision: 1, seat_types: ["Stalls"] }, seats);
  const ids = listSeatIds(layout);
  return findNeighbors(layout).runs.map((run) => run.map((seat) => ids[seat] ?? ""));
}

/** A row whose seats have these numbers from left to right; null is an aisle of one seat. */
function rowOf(row: string, nums: (number | null)[], more: Partial<DrawnSeat> & { step?: number } = {}): DrawnSeat[] {
  const { step = 5.5, ...fields } = more;
  return nums.flatMap((seat_num, at) => {
    if (seat_num === null) return [];
    const printed = { row, row_label: row, section: "", seat_num, seat_label: String(seat_num) };
    const seat = { ...printed, seat_type: "Stalls", accessible: false, properties: [], row_order: null };
    return [{ ...seat, x: at * step, y: row.charCodeAt(0) * 9, ...fields }];
  });
}
const onGrid = { x: null, y: null };

describe("neighbors", () => {
  it("are those beside each other where odd numbers are left and even ones right", () => {
    expect(runsOf(...rowOf("A", [5, 3, 1, null, 2, 4, 6]))).toEqual([
      ["A-5", "A-3", "A-1"],
      ["A-2", "A-4", "A-6"],
    ]);
    expect(runsOf(...rowOf("A", [1, 3, 5, 6, 4, 2]))).toEqual([["A-1", "A-3", "A-5", "A-6", "A-4", "A-2"]]);
  });

  it("are two numbers apart in rows of odd or even numbers, also in a hall without positions", () => {
    const odd = rowOf("A", [1, 3, 5, 9, 11], onGrid);
    expect(runsOf(...odd)).toEqual([
      ["A-1", "A-3", "A-5"],
      ["A-9", "A-11"],
    ]);
    const others = ["B", "C"].flatMap((row) => rowOf(row, [1, 2, 3, 5, 6], onGrid));
    expect(runsOf(...odd, ...others)).toEqual([
      ["A-1", "A-3", "A-5"],
      ["A-9", "A-11"],
      ...["B", "C"].flatMap((row) => [
        [`${row}-1`, `${row}-2`, `${row}-3`],
        [`${row}-5`, `${row}-6`],
      ]),
    ]);
  });

  it("are never two lone seats at the ends of a row", () => {
    const ends = rowOf("B", [1, ...Array(8).fill(null), 2]);
    expect(runsOf(...rowOf("A", [1, 2, 3, 4]), ...ends)).toContainEqual(["B-1"]);
    expect(runsOf(...rowOf("A", [1, 2, 3, 4], onGrid), ...rowOf("B", [1, 3], onGrid))).toContainEqual(["B-1"]);
  });

  it("are never more than 1.6 pitches apart, though most seats of the hall have no neighbor", () => {
    const [pair, lone] = [rowOf("B", [1, 2], { step: 9 }), rowOf("C", [1, 2, 3], { step: 30 })];
    expect(runsOf(...rowOf("A", [1, 2, 3, 4], { step: 5 }), ...pair, ...lone)).toEqual([
      ["A-1", "A-2", "A-3", "A-4"],
      ...["B-1", "B-2", "C-1", "C-2", "C-3"].map((seat) => [seat]),
    ]);
  });

  it("are of one section and row label, whatever the codes", () => {
    const left = rowOf("A", [1, 2], { section: "Left" });
    const right = rowOf("RA", [null, null, 3, 4], { section: "Right", row_label: "A", y: 585 });
    const behind = rowOf("R2", [null, null, null, null, 5], { section: "Right", row_label: "A", y: 585 });
    expect(runsOf(...left, ...right, ...behind)).toEqual([
      ["A-1", "A-2"],
      ["RA-3", "RA-4", "R2-5"],
    ]);
  });

  it("lead away from the stage in a box at the side", () => {
    const box = [1, 2, 3].flatMap((seat_num) => rowOf("A", [seat_num], { x: 90, y: 10 + seat_num * 6 }));
    expect(runsOf(...box)).toEqual([["A-1", "A-2", "A-3"]]);
  });

  it("are not the seats behind in a box two rows deep", () => {
    const box = rowOf("A", [1, 2]).concat(rowOf("A", [3, 4]).map((seat) => ({ ...seat, y: 594 })));
    expect(runsOf(...box)).toEqual([
      ["A-2", "A-1"],
      ["A-3", "A-4"],
    ]);
  });

  it("are found by number where all seats are at one point, and nowhere in an empty hall", () => {
    expect(runsOf(...rowOf("A", [3, 1, 2], { x: 0, y: 0 }))).toEqual([["A-1", "A-2", "A-3"]]);
    expect(runsOf()).toEqual([]);
  });
});

describe("the pitch", () => {
  const pitchOf = (...seats: DrawnSeat[]) =>
    findNeighbors(drawLayout({ venue_id: VenueId.parse("venue-00001"), revision: 1, seat_types: ["Stalls"] }, seats))
      .pitch;

  it("is the usual distance of neighbors, not of following numbers or over aisles", () => {
    expect(pitchOf(...rowOf("A", [7, 5, 3, 1, 2, 4, 6], { step: 5 }))).toBe(5);
    expect(pitchOf(...rowOf("A", [1, null, null, 2, 3, null, null, 4, 5], { step: 5 }))).toBe(5);
  });

  it("is never zero", () => {
    expect(pitchOf(...rowOf("A", [1, 2, 3], { x: 0, y: 0 }))).toBe(5.5);
    expect(pitchOf()).toBe(5.5);
  });
});

/** Each run from its lower end, in the order of these. */
const sorted = (runs: readonly (readonly number[])[]) =>
  runs
    .map((run) => ((run[0] ?? 0) <= (run.at(-1) ?? 0) ? [...run] : [...run].reverse()))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

describe("in a hall of any shape and numbering", () => {
  it("neighbors are those who sit side by side", () => {
    checkHalls("neighbors", halls, ({ layout, runs, pitch }) => {
      const found = findNeighbors(layout);
      expect(sorted(found.runs)).toEqual(sorted(runs));
      expect(Math.abs(found.pitch / pitch - 1)).toBeLessThan(0.1);
    });
  });

  it("neighbors know each other, are at most 1.6 pitches apart, and every seat stands in one row and one run", () => {
    checkHalls("links", halls, ({ layout }) => {
      const { rows, runs, next, previous, pitch } = findNeighbors(layout);
      const [xs, ys] = [layout.rows.flatMap((row) => row.xs), layout.rows.flatMap((row) => row.ys)];
      const all = [...Array(layout.seat_count).keys()];
      expect(runs.flat()).toEqual(rows.flatMap(({ seats }) => seats));
      expect(runs.flat().sort((a, b) => a - b)).toEqual(all);
      for (const seat of all) {
        const to = next[seat] ?? -1;
        if (to < 0) continue;
        expect(previous[to]).toBe(seat);
        expect(Math.hypot((xs[to] ?? 0) - (xs[seat] ?? 0), (ys[to] ?? 0) - (ys[seat] ?? 0))).toBeLessThanOrEqual(
          1.6 * pitch,
        );
      }
    });
  });
});

it("blocks are all stretches of usable neighbors", () => {
  const runs = [[4, 2, 0, 1], [3]];
  expect([...listBlocks({ runs }, 2, () => true)]).toEqual([
    [4, 2],
    [2, 0],
    [0, 1],
  ]);
  expect([...listBlocks({ runs }, 2, (seat) => seat !== 2)]).toEqual([[0, 1]]);
});

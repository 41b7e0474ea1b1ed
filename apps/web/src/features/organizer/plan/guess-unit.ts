import type { LayoutRow } from "@evently/core/layout";
import { findNeighbors } from "@evently/core/layout/neighbors.rules";
import type { NewVenueSeat } from "@evently/core/venue";

/** The parts of a seat of a file that show its unit. */
export type UnitSeat = Partial<Pick<NewVenueSeat, "section" | "row" | "row_label" | "seat_num" | "x" | "y">>;

type Unit = "meters" | "feet" | "inches" | "centimeters" | "millimeters";

/**
 * What coordinates seem to be in instead of decimeters, `decimeters` in one of these, and how far apart neighbors are as
 * the file has it. `unit` is null where nothing usual fits: then they are a drawing's, which only sizes can scale.
 */
export type UnitGuess = { unit: Unit | null; decimeters: number; pitch: number };

/** How far apart neighbors sit, from a bench to an armchair at a table; in decimeters. */
const usual = { least: 3, most: 16 };
const usualPitch = 5.5;

/** In one unit are so many decimeters. Feet and inches lie between the others. */
const units: readonly { unit: Unit; decimeters: number; least: number; most: number }[] = [
  { unit: "meters", decimeters: 10, least: 0.3, most: 1.3 },
  { unit: "feet", decimeters: 3.048, least: 1.3, most: 2.9 },
  { unit: "inches", decimeters: 0.254, least: 16, most: 30 },
  { unit: "centimeters", decimeters: 0.1, least: 30, most: 160 },
  { unit: "millimeters", decimeters: 0.01, least: 300, most: 1600 },
];

/** Whether the coordinates of a file look like anything but decimeters; null where they do not, or nothing shows it. */
export function guessUnit(seats: readonly UnitSeat[]): UnitGuess | null {
  const rows = drawRows(seats);
  const { runs, pitch } = findNeighbors({ rows, seat_count: rows.reduce((sum, { nums }) => sum + nums.length, 0) });
  if (runs.every((run) => run.length === 1) || isOnePoint(rows)) return null;
  if (pitch >= usual.least && pitch < usual.most) return null;
  const found = units.find(({ least, most }) => pitch >= least && pitch < most);
  return found
    ? { unit: found.unit, decimeters: found.decimeters, pitch }
    : { unit: null, decimeters: usualPitch / pitch, pitch };
}

function isOnePoint(rows: readonly LayoutRow[]): boolean {
  const [first] = rows;
  return rows.every(({ xs, ys }) => xs.every((x) => x === first?.xs[0]) && ys.every((y) => y === first?.ys[0]));
}

/** The seats that have a place, row by row. */
function drawRows(seats: readonly UnitSeat[]): LayoutRow[] {
  const rows = new Map<string, LayoutRow>();
  for (const { section = "", row = "", row_label = row, seat_num, x, y } of seats) {
    if (x === undefined || y === undefined) continue;
    const key = `${section}\n${row_label}`;
    const drawn = rows.get(key) ?? startRow(section, row, row_label);
    rows.set(key, drawn);
    drawn.nums.push(seat_num ?? drawn.nums.length + 1);
    drawn.xs.push(x);
    drawn.ys.push(y);
    drawn.types.push(0);
  }
  return [...rows.values()];
}

function startRow(section: string, row: string, row_label: string): LayoutRow {
  return { row, row_label, section, nums: [], labels: null, xs: [], ys: [], types: [], accessible: [], properties: [] };
}

import { gridStep, numberSeats } from "./layout.rules.ts";
import type { Layout } from "./layout.ts";
import { axisOf, orderAlong, type Places } from "./row.rules.ts";

/** A gap wider than this many usual distances is an aisle. */
export const aisleRatio = 1.6;

/** Where no seat has a neighbor; decimeters. */
const usualPitch = 5.5;

/** What is printed as one row, whatever its codes. */
export type PrintedRow = {
  section: string;
  label: string;
  /** From one end to the other, over aisles: from left to right, or away from the stage where the row leads that way. */
  seats: readonly number[];
  /** The axis along which it leads. */
  along: "x" | "y";
};

/** Who sits next to whom. Seats are indexes in the layout's order. */
export type Neighbors = {
  /** In the order in which the layout names them first. */
  rows: readonly PrintedRow[];
  /** Seats side by side without an aisle between, in the order along their row. */
  runs: readonly (readonly number[])[];
  /** The neighbor of each seat towards the row's end and its beginning; -1 where there is none. */
  next: Int32Array;
  previous: Int32Array;
  /** The median distance of neighbors; decimeters, never zero. */
  pitch: number;
};

type Drawn = Pick<Layout, "rows" | "seat_count">;

type MeasuredRow = PrintedRow & {
  /** From each seat to the one after it. */
  gaps: number[];
  /** From each seat to the nearer one of the two beside it. */
  nearer: number[];
  /** The median of these; null where the row says nothing of it. */
  step: number | null;
  /** Whether its step counts, however close other rows sit: it has no positions. */
  isByNumber: boolean;
};

/**
 * Who sits next to whom in a hall, from where its seats are. A printed row is (section, row label). A gap of more than
 * 1.6 usual distances, of its row or of the hall, ends a run, so that two lone seats are never neighbors.
 */
export function findNeighbors(layout: Drawn): Neighbors {
  const places = listPlaces(layout);
  const rows = measureRows(groupRows(layout), places);
  const usual = findUsualGap(rows);
  const runs = rows.flatMap((row) => splitRow(row, limitOf(row, usual)));
  return {
    rows: rows.map(({ section, label, seats, along }) => ({ section, label, seats, along })),
    runs,
    ...linkSeats(runs, places.xs.length),
    pitch: median(listLinks(rows, usual)) ?? usual,
  };
}

/** Every block of `size` neighbors that are all usable. */
export function* listBlocks(
  { runs }: Pick<Neighbors, "runs">,
  size: number,
  isUsable: (seat: number) => boolean,
): Generator<number[]> {
  for (const run of runs) {
    let usable = 0;
    for (const [at, seat] of run.entries()) {
      usable = isUsable(seat) ? usable + 1 : 0;
      if (usable >= size) yield run.slice(at + 1 - size, at + 1);
    }
  }
}

function listPlaces({ rows, seat_count }: Drawn): Places {
  const places = {
    nums: new Float64Array(seat_count),
    xs: new Float64Array(seat_count),
    ys: new Float64Array(seat_count),
  };
  let from = 0;
  for (const { nums, labels, xs, ys } of rows) {
    places.nums.set(labels ? numberSeats(labels) : nums, from);
    places.xs.set(xs, from);
    places.ys.set(ys, from);
    from += nums.length;
  }
  return places;
}

function groupRows({ rows }: Drawn): { section: string; label: string; seats: number[] }[] {
  const printed = new Map<string, { section: string; label: string; seats: number[] }>();
  let from = 0;
  for (const { section, row_label: label, nums } of rows) {
    const key = `${section}\n${label}`;
    const group = printed.get(key) ?? { section, label, seats: [] };
    printed.set(key, group);
    for (const at of nums.keys()) group.seats.push(from + at);
    from += nums.length;
  }
  return [...printed.values()];
}

function measureRows(printed: readonly Omit<PrintedRow, "along">[], places: Places): MeasuredRow[] {
  const rows = printed.map((row): PrintedRow => {
    const seats = orderAlong(row.seats, places);
    return { ...row, seats, along: axisOf(seats, places) };
  });
  const placed = rows.filter((row) => !isOnGrid(row, places)).flatMap(({ seats }) => seats);
  const depth = placed.reduce((most, seat) => Math.max(most, places.ys[seat] ?? 0), -Infinity);
  return rows.map((row) => {
    const { gaps, nearer } = measureGaps(row, places);
    const step = median(nearer);
    return { ...row, gaps, nearer, step, isByNumber: isByNumber(row, step, places, depth) };
  });
}

function measureGaps({ seats }: PrintedRow, { xs, ys }: Places): Pick<MeasuredRow, "gaps" | "nearer"> {
  const gaps = seats.slice(1).map((seat, at) => {
    const before = seats[at] ?? seat;
    const [dx, dy] = [(xs[seat] ?? 0) - (xs[before] ?? 0), (ys[seat] ?? 0) - (ys[before] ?? 0)];
    return Math.sqrt(dx * dx + dy * dy);
  });
  const nearer = seats
    .map((_, at) => Math.min(gaps[at - 1] || Infinity, gaps[at] || Infinity))
    .filter((gap) => gap < Infinity);
  return { gaps, nearer };
}

/** Whether a row's seats stand as the grid places those without positions; in older layouts the grid begins at 0. */
function isOnGrid({ seats }: PrintedRow, { nums, xs, ys }: Places): boolean {
  const [first = 0, last = first] = [seats[0], seats.at(-1)];
  const middle = ((nums[first] ?? 0) + (nums[last] ?? 0)) / 2;
  const isAround = (origin: number) =>
    seats.every((seat) => xs[seat] === ((nums[seat] ?? 0) - origin) * gridStep && ys[seat] === ys[first]);
  return isAround(middle) || isAround(0);
}

/**
 * Rows of at least three seats on the grid, behind all seats that have positions: their neighbors are one number apart,
 * or two where all numbers are odd or all are even.
 */
function isByNumber(row: PrintedRow, step: number | null, places: Places, depth: number): boolean {
  const { nums, ys } = places;
  const [first = 0] = row.seats;
  if (row.seats.length < 3 || (ys[first] ?? 0) <= depth || !isOnGrid(row, places)) return false;
  const isAlike = row.seats.every((seat) => (nums[seat] ?? 0) % 2 === (nums[first] ?? 0) % 2);
  return step === gridStep || (step === 2 * gridStep && isAlike);
}

/** The gap from which limits are counted: lowered until no neighbors are further apart than 1.6 times the pitch. */
function findUsualGap(rows: readonly MeasuredRow[]): number {
  let usual = median(rows.flatMap(({ nearer }) => nearer)) ?? usualPitch;
  for (;;) {
    const pitch = median(listLinks(rows, usual)) ?? usual;
    if (pitch >= usual) return usual;
    usual = pitch;
  }
}

function limitOf({ step, isByNumber }: MeasuredRow, usual: number): number {
  const own = step ?? usual;
  return aisleRatio * (isByNumber ? own : Math.min(own, usual));
}

/** The distances of neighbors; not of seats at one point, which say nothing. */
function listLinks(rows: readonly MeasuredRow[], usual: number): number[] {
  return rows.flatMap((row) => {
    const limit = limitOf(row, usual);
    return row.gaps.filter((gap) => gap > 0 && gap <= limit);
  });
}

function splitRow({ seats, gaps }: MeasuredRow, limit: number): number[][] {
  const runs: number[][] = [];
  for (const [at, seat] of seats.entries()) {
    const run = runs.at(-1);
    if (run && (gaps[at - 1] ?? 0) <= limit) run.push(seat);
    else runs.push([seat]);
  }
  return runs;
}

function linkSeats(runs: readonly (readonly number[])[], count: number): Pick<Neighbors, "next" | "previous"> {
  const next = new Int32Array(count).fill(-1);
  const previous = new Int32Array(count).fill(-1);
  for (const run of runs)
    for (const [at, seat] of run.entries()) {
      next[seat] = run[at + 1] ?? -1;
      previous[seat] = run[at - 1] ?? -1;
    }
  return { next, previous };
}

/** The lower one of the two in the middle. */
function median(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  return sorted[(sorted.length - 1) >> 1] ?? null;
}

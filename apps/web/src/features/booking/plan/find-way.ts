import type { Point } from "~/features/hall/geometry";
import { type Hall, type HallRow, rowOfSeat, seatPoint } from "~/features/hall/hall";

/** Seats of one buyer side by side in a row, and how one gets to them. Seats are indexes of the hall. */
export type Way = {
  seats: number[];
  row: HallRow;
  /** Where one comes into the row: before its seat `end`, an aisle of the row or its end. */
  end: number;
  isAisle: boolean;
  /** How manieth from there the nearest of the seats is. */
  place: number;
  /** From the foremost row along the aisle, into the row, to the nearest seat. */
  path: Point[];
};

/** Aisles of the rows before and behind begin at most so many usual distances from one another. */
const aside = 2.5;
const ahead = 4;

/** The ways to these seats, one for each group of them side by side, in the order of the rows. */
export function findWays(hall: Hall, seats: readonly number[]): Way[] {
  const own = new Set(seats);
  return hall.neighbors.runs.flatMap((run) => {
    const wanted = run.filter((seat) => own.has(seat));
    const row = rowOfSeat(hall, wanted[0] ?? -1);
    return row ? [findWay(hall, row, run, wanted)] : [];
  });
}

function findWay(hall: Hall, row: HallRow, run: readonly number[], seats: number[]): Way {
  const fromStart = run.indexOf(seats[0] ?? -1);
  const fromEnd = run.length - 1 - run.indexOf(seats.at(-1) ?? -1);
  const isStart = fromStart <= fromEnd;
  const end = (isStart ? run[0] : run.at(-1)) ?? 0;
  const nearest = (isStart ? seats[0] : seats.at(-1)) ?? 0;
  const entrance = pointBefore(hall, run, isStart);
  return {
    ...{ seats, row, end },
    isAisle: end !== row.seats[0] && end !== row.seats.at(-1),
    place: Math.min(fromStart, fromEnd) + 1,
    path: [...followAisle(hall, row, entrance), entrance, seatPoint(hall, nearest)],
  };
}

/** The point beside a run's first or last seat. */
function pointBefore(hall: Hall, run: readonly number[], isStart: boolean): Point {
  const end = seatPoint(hall, (isStart ? run[0] : run.at(-1)) ?? 0);
  const inner = seatPoint(hall, (isStart ? run[1] : run.at(-2)) ?? -1);
  const [dx, dy] = run.length > 1 ? [end.x - inner.x, end.y - inner.y] : [isStart ? -1 : 1, 0];
  const length = Math.hypot(dx, dy) || 1;
  return { x: end.x + (dx / length) * hall.pitch, y: end.y + (dy / length) * hall.pitch };
}

/** Where one passes the rows between the stage and this one, the foremost first; nothing where the aisle leads to none of them. */
function followAisle(hall: Hall, row: HallRow, from: Point): Point[] {
  if (row.along === "y") return [];
  const openings = hall.neighbors.runs.filter((run) => isBefore(hall, row, run)).flatMap((run) => endsOf(hall, run));
  const path: Point[] = [];
  let at = from;
  for (;;) {
    const next = nearestAhead(hall, openings, at);
    if (!next) return path.reverse();
    path.push(next);
    at = next;
  }
}

function isBefore(hall: Hall, row: HallRow, run: readonly number[]): boolean {
  const other = rowOfSeat(hall, run[0] ?? -1);
  return other !== undefined && other !== row && other.section === row.section && other.along === "x";
}

const endsOf = (hall: Hall, run: readonly number[]): Point[] => [
  pointBefore(hall, run, true),
  pointBefore(hall, run, false),
];

/** The opening of the next row towards the stage. */
function nearestAhead({ pitch }: Hall, openings: readonly Point[], { x, y }: Point): Point | undefined {
  const near = openings.filter(
    (point) => point.y < y - pitch * 0.4 && y - point.y < pitch * ahead && Math.abs(point.x - x) < pitch * aside,
  );
  const [first] = near.sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y));
  return first;
}

import { listBlocks } from "@evently/core/layout/neighbors.rules";
import { type Hall, seatPoint } from "~/features/hall/hall";

/** Seats that went to someone else, and the selected ones that are kept. */
type Loss = { lost: readonly number[]; kept: readonly number[] };

/** Seats to take instead of lost ones; `replacesAll` where they replace the kept ones too. */
export type Offer = { seats: readonly number[]; replacesAll: boolean };

type Search = { hall: Hall; kept: ReadonlySet<number>; isFit: (seat: number) => boolean; distances: Float64Array };

/**
 * Free seats of the same types to offer instead of lost ones, as near as can be and together: with all that are kept,
 * else, where all sat together, a place for all, else with those kept seats that the lost ones were beside, else among
 * themselves. Single ones where there is nothing of all this; empty when the types have too few left.
 */
export function suggestSeats(hall: Hall, { lost, kept }: Loss, isFree: (seat: number) => boolean): Offer {
  const count = lost.length;
  const distances = measureDistances(hall, lost);
  const isFit = ofTypes(hall, lost, (seat) => isFree(seat) && !kept.includes(seat));
  const joined = listBeside(hall, lost, kept);
  const search = { hall, isFit, distances };
  const extend = (seats: readonly number[]) =>
    seats.length === 0 ? null : nearestBlock({ ...search, kept: new Set(seats) }, count);
  const replace = () => {
    const isFitForAll = ofTypes(hall, [...lost, ...kept], isFree);
    const isTogether = kept.length > 0 && joined.length === kept.length;
    return isTogether ? nearestBlock({ ...search, kept: new Set(), isFit: isFitForAll }, count + kept.length) : null;
  };
  const whole = extend(kept);
  const place = whole ? null : replace();
  if (place) return { seats: place, replacesAll: true };
  const seats = whole ?? extend(joined) ?? nearestBlock({ ...search, kept: new Set() }, count);
  return { seats: seats ?? nearestSeats(search, count), replacesAll: false };
}

function ofTypes(hall: Hall, seats: readonly number[], isFree: (seat: number) => boolean) {
  const types = new Set(seats.map((seat) => hall.types[seat]));
  return (seat: number) => types.has(hall.types[seat]) && isFree(seat);
}

/** The kept seats that sat next to lost ones, or next to those that did. */
function listBeside({ neighbors }: Hall, lost: readonly number[], kept: readonly number[]): number[] {
  const reached = new Set(lost);
  for (const seat of reached)
    for (const next of [neighbors.previous[seat] ?? -1, neighbors.next[seat] ?? -1])
      if (kept.includes(next)) reached.add(next);
  return kept.filter((seat) => reached.has(seat));
}

/** Of the stretches of all kept and `count` more fitting seats the one whose other seats are nearest; these others. */
function nearestBlock({ hall, kept, isFit, distances }: Search, count: number): number[] | null {
  const [first] = kept;
  const runs = first === undefined ? hall.neighbors.runs : hall.neighbors.runs.filter((run) => run.includes(first));
  let best: number[] | null = null;
  let least = Infinity;
  for (const block of listBlocks({ runs }, kept.size + count, (seat) => kept.has(seat) || isFit(seat))) {
    const others = kept.size === 0 ? block : block.filter((seat) => !kept.has(seat));
    if (others.length !== count) continue;
    const distance = others.reduce((sum, seat) => sum + (distances[seat] ?? 0), 0);
    if (distance < least) [best, least] = [others, distance];
  }
  return best;
}

function nearestSeats({ hall, isFit, distances }: Omit<Search, "kept">, count: number): number[] {
  const fitting = [...hall.ids.keys()].filter(isFit);
  if (fitting.length < count) return [];
  return fitting.sort((a, b) => (distances[a] ?? 0) - (distances[b] ?? 0)).slice(0, count);
}

/** From each seat of the hall to the middle of the lost ones. */
function measureDistances(hall: Hall, lost: readonly number[]): Float64Array {
  const points = lost.map((seat) => seatPoint(hall, seat));
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  return Float64Array.from(hall.xs, (at, seat) => Math.sqrt((at - x) ** 2 + ((hall.ys[seat] ?? 0) - y) ** 2));
}

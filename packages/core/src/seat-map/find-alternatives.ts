import type { Core } from "../core.ts";
import type { EventId, LayoutId, SeatId } from "../ids.ts";
import { isFree } from "../seat/seat.rules.ts";
import type { IndexedLayout } from "../venue/layouts.ts";
import { listBlocks } from "../venue/neighbors.rules.ts";

const mostAlternatives = 3;
/** Blocks at most this much worse than the best count as equally good; in distances of neighbors. */
const nearEqual = 1.5;

/**
 * Blocks of free neighbors, as many as were requested and of the requested types, nearest to the requested seats: up to
 * three, chosen at random among near-equals so that a rush isn't sent to the same seats. Advisory, from the live map:
 * only a hold decides.
 */
export async function findAlternatives(
  core: Core,
  event: { event_id: EventId; layout_id: LayoutId },
  requested: readonly SeatId[],
): Promise<SeatId[][]> {
  const { layout, seats } = await core.maps.get(event);
  const now = core.clock();
  const free = seats.map((seat) => isFree(seat, now));
  return rankAlternatives(layout, requested, (seat) => free[seat] === true);
}

/** The same, of the seats that are free by their index in the layout. */
export function rankAlternatives(
  { layout, seats, indexOf, types, neighbors }: IndexedLayout,
  requested: readonly SeatId[],
  isSeatFree: (seat: number) => boolean,
): SeatId[][] {
  const wanted = requested.flatMap((seat) => indexOf.get(seat) ?? []);
  const wantedTypes = new Set(wanted.map((seat) => types[seat]));
  const { pitch } = neighbors();
  const distances = measureDistances(layout, wanted);
  const isFit = (seat: number) => isSeatFree(seat) && wantedTypes.has(types[seat]);
  const ranked = [...listBlocks(neighbors(), requested.length, isFit)]
    .map((block) => ({ block, rank: meanOf(block, distances) + Math.random() * nearEqual * pitch }))
    .sort((a, b) => a.rank - b.rank);
  return pickApart(ranked.map(({ block }) => block)).map((block) => block.flatMap((seat) => seats[seat] ?? []));
}

/** From each seat of the hall to the nearest of `wanted`. */
function measureDistances({ rows }: IndexedLayout["layout"], wanted: readonly number[]): number[] {
  const xs = rows.flatMap((row) => row.xs);
  const ys = rows.flatMap((row) => row.ys);
  return xs.map((x, seat) => {
    const y = ys[seat] ?? 0;
    return wanted.reduce((least, to) => Math.min(least, Math.hypot(x - (xs[to] ?? 0), y - (ys[to] ?? 0))), Infinity);
  });
}

function meanOf(block: readonly number[], distances: readonly number[]): number {
  return block.reduce((sum, seat) => sum + (distances[seat] ?? 0), 0) / block.length;
}

function pickApart(ranked: readonly number[][]): number[][] {
  const used = new Set<number>();
  const picked: number[][] = [];
  for (const block of ranked) {
    if (block.some((seat) => used.has(seat))) continue;
    for (const seat of block) used.add(seat);
    picked.push(block);
    if (picked.length === mostAlternatives) break;
  }
  return picked;
}

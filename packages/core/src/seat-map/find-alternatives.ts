import type { Core } from "../core.ts";
import type { EventId, LayoutId, SeatId } from "../ids.ts";
import type { IndexedLayout } from "../layout/layouts.ts";
import { listBlocks } from "../layout/neighbors.rules.ts";
import { isFree } from "../seat/seat.rules.ts";
import { topK } from "../top-k.ts";

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
  event: { event_id: EventId; layout_id: LayoutId; price_revision: number },
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
  const size = requested.length;
  const rankOf = (block: readonly number[]) => meanOf(block, distances) + Math.random() * nearEqual * pitch;
  const nearest = topK(rankAll(listBlocks(neighbors(), size, isFit), rankOf), countNeeded(size), byRank);
  return pickApart(nearest.map(({ block }) => block)).map((block) => block.flatMap((seat) => seats[seat] ?? []));
}

type Ranked = { block: number[]; rank: number };
const byRank = (a: Ranked, b: Ranked) => a.rank - b.rank;

function* rankAll(blocks: Iterable<number[]>, rankOf: (block: readonly number[]) => number): Generator<Ranked> {
  for (const block of blocks) yield { block, rank: rankOf(block) };
}

/** A block shares seats with fewer than twice its size others: among so many there is one apart from all picked before. */
const countNeeded = (size: number) => (mostAlternatives - 1) * (2 * size - 1) + 1;

/** From each seat of the hall to the nearest of `wanted`. */
function measureDistances({ rows, seat_count }: IndexedLayout["layout"], wanted: readonly number[]): Float64Array {
  const xs = rows.flatMap((row) => row.xs);
  const ys = rows.flatMap((row) => row.ys);
  const distances = new Float64Array(seat_count).fill(Infinity);
  for (const to of wanted) {
    const [toX, toY] = [xs[to] ?? 0, ys[to] ?? 0];
    for (let seat = 0; seat < seat_count; seat++) {
      const [dx, dy] = [(xs[seat] ?? 0) - toX, (ys[seat] ?? 0) - toY];
      distances[seat] = Math.min(distances[seat] ?? Infinity, dx * dx + dy * dy);
    }
  }
  return distances.map(Math.sqrt);
}

function meanOf(block: readonly number[], distances: Float64Array): number {
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
